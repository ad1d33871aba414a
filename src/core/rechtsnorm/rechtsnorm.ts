import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { RechtsnormId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Law, ordinance or Satzung that texts depend on. */
export type Rechtsnorm = {
  readonly id: RechtsnormId
  readonly art: 'gesetz' | 'verordnung' | 'satzung'
  readonly titel: string
  readonly kurztitel: string | null
  readonly abkuerzung: string | null
  readonly normgeber: 'bund' | 'land' | 'kommune'
  readonly gebietId: GebietId | null
  readonly fundstelle: string | null
  readonly url: string | null
  /** Day of the decision (Satzungsbeschluss, Gesetzesbeschluss). */
  readonly beschlossenAm: CalendarDay | null
  /** Day of the announcement (Verkündung, Bekanntmachung). */
  readonly verkuendetAm: CalendarDay | null
  /** How a Satzung is announced and since when that is complete; absent: not said. */
  readonly bekanntmachung?: Bekanntmachung
  /** Who keeps it; absent in entries of before this was logged. */
  readonly redaktionId?: RedaktionId
}

/** Form of announcement that the Hauptsatzung of a Kommune fixes. */
export type Bekanntmachungsform = 'bekanntmachungsblatt' | 'zeitung' | 'aushang' | 'internet'

/** The announcement of a Satzung; it is complete later than it begins, e.g. when the time of an Aushang has run out. */
export type Bekanntmachung = {
  readonly form: Bekanntmachungsform
  readonly vollendetAm: CalendarDay | null
}

/** What people call it: the short title, else the abbreviation, else the title. */
export function nameOfRechtsnorm({
  kurztitel,
  abkuerzung,
  titel,
}: Pick<Rechtsnorm, 'kurztitel' | 'abkuerzung' | 'titel'>): string {
  return [kurztitel, abkuerzung].find((name) => name !== null && name !== '') ?? titel
}
