import type { ReactNode } from 'react'
import type { Teil } from './spaltenspeicher.ts'
import { Worte } from './Worte.tsx'

/** The parts of a column, each with who says it. It can be scrolled by keyboard. */
export function Teile({
  teile,
  name,
}: {
  readonly teile: readonly Teil[]
  readonly name: string
}): ReactNode {
  return (
    // Long texts scroll in their place; without a stop for the keyboard nobody could.
    <div aria-label={name} className="stichtag-spalte__teile" role="group" tabIndex={0}>
      {teile.map((teil, index) => (
        <div
          className={`stichtag-spalte__teil${teil.istEigen ? ' stichtag-spalte__teil--eigen' : ''}`}
          key={index}
        >
          <p className="stichtag-spalte__von">{sayVon(teil)}</p>
          <Worte html={teil.html} />
        </div>
      ))}
    </div>
  )
}

/** Who says a part. */
function sayVon({ von, istEigen }: Pick<Teil, 'von' | 'istEigen'>): string {
  return istEigen ? `${von} (dieser Text)` : von
}
