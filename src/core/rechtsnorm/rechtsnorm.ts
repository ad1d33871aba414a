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
}
