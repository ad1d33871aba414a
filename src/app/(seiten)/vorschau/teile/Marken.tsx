import type { ReactNode } from 'react'
import type { Ebene } from '#core/gebiet/gebiet.ts'
import { vorbehaltText, type Vorbehalt } from '#core/vorschau/annahmen.ts'
import type { Tagesangabe } from '#core/vorschau/ansicht.ts'
import type { Blattherkunft } from '#core/vorschau/blatt.ts'
import { formatDay, formatDayLong } from '#core/zeit/deutsch.ts'

const EBENEN: Readonly<Record<Ebene, 'Bund' | 'Land' | 'Kommune'>> = {
  bund: 'Bund',
  land: 'Land',
  kreis: 'Kommune',
  amt: 'Kommune',
  gemeinde: 'Kommune',
}

/** Who says a part: Bund, Land or Kommune, with its name. */
export function Herkunft({ herkunft }: { readonly herkunft: Blattherkunft }): ReactNode {
  const { ebene, gebiet } = herkunft
  const name = ebene === 'bund' || gebiet === null ? '' : `: ${gebiet}`
  return (
    <span className={`herkunft herkunft--${EBENEN[ebene].toLowerCase()}`}>
      <span className="unsichtbar">Text von </span>
      {EBENEN[ebene]}
      {name}
    </span>
  )
}

/** The layers that have their say, each of the three once. */
export function Ebenen({ ebenen }: { readonly ebenen: readonly Ebene[] }): ReactNode {
  return [...new Set(ebenen.map((ebene) => EBENEN[ebene]))].map((name) => (
    <span className={`herkunft herkunft--${name.toLowerCase()}`} key={name}>
      {name}
    </span>
  ))
}

/** Why something is not public. */
export function Vorbehalte({
  vorbehalte,
}: {
  readonly vorbehalte: readonly Vorbehalt[]
}): ReactNode {
  return vorbehalte.map((each) => (
    <strong className="vorbehalt" key={vorbehaltText(each)}>
      {vorbehaltText(each)}
    </strong>
  ))
}

/** A day, or that none is known; with a mark where it is not public. */
export function Tag({
  angabe: { tag, istVorlaeufig },
  keiner,
  lang = false,
}: {
  readonly angabe: Tagesangabe
  readonly keiner: string
  readonly lang?: boolean
}): ReactNode {
  return (
    <>
      {tag === null ? (
        keiner
      ) : (
        <time dateTime={tag}>{lang ? formatDayLong(tag) : formatDay(tag)}</time>
      )}
      {istVorlaeufig ? (
        <>
          {' '}
          <strong className="vorbehalt">nicht veröffentlicht</strong>
        </>
      ) : null}
    </>
  )
}
