import type { ReactNode } from 'react'
import type { Knoten } from '#core/vorschau/markup.ts'

/** What a marked stretch of words means. */
export type Markierung = 'neu' | 'entfernt' | 'stelle'

/** The words of a draft as React draws them: only the tags of their tree, all words escaped. */
export function Lesetext({
  knoten,
  art,
}: {
  readonly knoten: readonly Knoten[]
  readonly art?: Markierung | undefined
}): ReactNode {
  return knoten.map((each, index) => <Einer art={art} key={index} knoten={each} />)
}

function Einer({
  knoten,
  art,
}: {
  readonly knoten: Knoten
  readonly art: Markierung | undefined
}): ReactNode {
  if (knoten.art === 'text')
    return knoten.geaendert && art ? <Markiert art={art} text={knoten.text} /> : knoten.text
  const { tag, href, kinder } = knoten
  if (tag === 'br') return <br />
  const inside = <Lesetext art={art} knoten={kinder} />
  // Links of a draft are read here, not followed: the reader is in the middle of a form.
  if (tag === 'a') return <span title={href ?? ''}>{inside}</span>
  const Tag = HEADINGS.has(tag) ? 'p' : tag
  return <Tag>{inside}</Tag>
}

/** Headings inside of a module would stand beside those of the page. */
const HEADINGS: ReadonlySet<string> = new Set(['h3', 'h4', 'h5', 'h6'])

const WORTE = { neu: 'neu', entfernt: 'entfernt', stelle: 'kommentiert' } as const

/** Colour, line and a word: whoever cannot see the one finds the other. */
function Markiert({ art, text }: { readonly art: Markierung; readonly text: string }): ReactNode {
  const Tag = art === 'neu' ? 'ins' : art === 'entfernt' ? 'del' : 'mark'
  return (
    <Tag>
      <span className="stichtag-unsichtbar" data-ohne-text>
        {` [${WORTE[art]}: `}
      </span>
      {text}
      <span className="stichtag-unsichtbar" data-ohne-text>
        {'] '}
      </span>
    </Tag>
  )
}
