import type { ReactNode } from 'react'
import type { Knoten } from '#core/vorschau/markup.ts'

/** What a marked stretch of words means. */
export type Aenderungsart = 'entfernt' | 'neu'

/** A text as React draws it: only the tags of its tree, all words escaped. */
export function Text({
  knoten,
  art,
}: {
  readonly knoten: readonly Knoten[]
  readonly art?: Aenderungsart | undefined
}): ReactNode {
  return knoten.map((each, index) => <Einer art={art} key={index} knoten={each} />)
}

function Einer({
  knoten,
  art,
}: {
  readonly knoten: Knoten
  readonly art: Aenderungsart | undefined
}): ReactNode {
  if (knoten.art === 'text')
    return knoten.geaendert && art ? <Geaendert art={art} text={knoten.text} /> : knoten.text
  const { tag: Tag, href, kinder } = knoten
  if (Tag === 'br') return <br />
  const inside = <Text art={art} knoten={kinder} />
  if (href === undefined) return <Tag>{inside}</Tag>
  return /^https?:/i.test(href) ? (
    <a href={href} rel="external noopener noreferrer">
      {inside}
    </a>
  ) : (
    <a href={href}>{inside}</a>
  )
}

/** Colour, line and a word: whoever cannot see the one finds the other. */
function Geaendert({
  art,
  text,
}: {
  readonly art: Aenderungsart
  readonly text: string
}): ReactNode {
  const Tag = art === 'neu' ? 'ins' : 'del'
  return (
    <Tag>
      <span className="unsichtbar">{art === 'neu' ? ' [neu: ' : ' [entfernt: '}</span>
      {text}
      <span className="unsichtbar">] </span>
    </Tag>
  )
}
