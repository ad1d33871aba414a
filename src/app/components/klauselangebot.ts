import type { CalendarDay } from '#core/zeit/day.ts'
import type { Klauselart, Lesart } from '#core/rechtsnorm/klausel.ts'

/** A clause as the form keeps it. */
export type Formklausel = {
  readonly art: Klauselart
  readonly tag: CalendarDay
  readonly anzahl: number | null
  readonly lesart: Lesart | null
}

/** What `POST /api/zeitgrenzen/rechnen` proposes. */
export type Klauselangebot = {
  readonly klausel: Formklausel
  readonly tag: CalendarDay
  readonly wortlaut: string
  readonly quelle: string
}

/** What stands in the form of a Zeitgrenze: the kind of clause, its reading, and the day. */
export type Formstand = {
  readonly art: string | null
  readonly lesart: string | null
  readonly tag: string | null
}

/**
 * The day that the clause in the form says, where the form has another one: a warning, the choice is the editor's. Null
 * without a clause, without a day, and while nobody has chosen the reading.
 */
export function otherDayOf(
  angebote: readonly Klauselangebot[],
  { art, lesart, tag }: Formstand,
): CalendarDay | null {
  if (art === null || tag === null || tag === '') return null
  const said = angebote.find(({ klausel }) => klausel.art === art && isRead(klausel, lesart))
  return said === undefined || said.tag === tag ? null : said.tag
}

/** Whether the day of the Zeitgrenze is the first without force, not the first in force. */
export function endsForce(art: Klauselart, zeitgrenzenart: string | null): boolean {
  return (
    art === 'mit-ablauf' || art === 'tritt-ausser-kraft' || zeitgrenzenart === 'ausserkrafttreten'
  )
}

function isRead(klausel: Formklausel, lesart: string | null): boolean {
  return klausel.lesart === null || klausel.lesart === lesart
}
