import { addDays, firstOfFollowingMonth, type CalendarDay } from '#core/zeit/day.ts'
import { skalaOf, type Skala } from '#core/zeit/skala.ts'
import { firstDayOf } from '#core/rechtsnorm/zeitraum.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'

/** How far the picture looks ahead at least and at most, days; what lies beyond is in the list only. */
const AT_LEAST = 365
const AT_MOST = 3 * 365
const MARGIN = 45

/** The days that the calendar's picture shows. */
export function kalenderskala(heute: CalendarDay, tage: readonly CalendarDay[]): Skala {
  const limit = addDays(heute, AT_MOST)
  const last = tage.filter((tag) => tag <= limit).reduce(laterDay, heute)
  const bis = laterDay(addDays(heute, AT_LEAST), addDays(last, MARGIN))
  return skalaOf(heute, bis < limit ? bis : limit)
}

/** Radius of the mark of a day: its area grows with the number of texts, up to a size that leaves room for others. */
export function radiusOf(texte: number): number {
  return texte === 0 ? 7 : Math.min(8 + 3 * Math.sqrt(texte), 32)
}

/** A label with the room it takes along the line, from `von` to `bis`, and the row that it stands in. */
export type Beschriftung<T> = {
  readonly was: T
  readonly mitte: number
  readonly reihe: number
}

/**
 * Finds a row for each label above a line, the weightiest first: 0 is the row next to the line. Labels of one row never
 * overlap; one for which no row has room is left out, and read in the list.
 */
export function stackLabels<T>(
  labels: readonly {
    readonly was: T
    readonly mitte: number
    readonly breite: number
    readonly gewicht: number
  }[],
  { von, bis, reihen }: { readonly von: number; readonly bis: number; readonly reihen: number },
): readonly Beschriftung<T>[] {
  const taken: { readonly reihe: number; readonly von: number; readonly bis: number }[] = []
  const placed: Beschriftung<T>[] = []
  for (const { was, mitte, breite } of [...labels].sort(
    (left, right) => right.gewicht - left.gewicht,
  )) {
    const half = breite / 2
    const at = Math.min(Math.max(mitte, von + half), bis - half)
    const isFree = (reihe: number): boolean =>
      !taken.some(
        (other) => other.reihe === reihe && other.von < at + half && at - half < other.bis,
      )
    const reihe = Array.from({ length: reihen }, (_none, index) => index).find(isFree)
    if (reihe === undefined) continue
    taken.push({ reihe, von: at - half, bis: at + half })
    placed.push({ was, mitte: at, reihe })
  }
  return placed
}

/** Where labels beside an upright line stand: at their mark, or as far below as those above them need. */
export function spreadLabels<T>(
  labels: readonly { readonly was: T; readonly y: number; readonly hoehe: number }[],
): readonly { readonly was: T; readonly mark: number; readonly y: number }[] {
  let free = Number.NEGATIVE_INFINITY
  return [...labels]
    .sort((left, right) => left.y - right.y)
    .map(({ was, y, hoehe }) => {
      const at = Math.max(y, free)
      free = at + hoehe
      return { was, mark: y, y: at }
    })
}

/** Where a Zeitgrenze that is not bestimmt lies in the picture: on a day, over a period, or nowhere. */
export function erwartet(
  zeitgrenze: Zeitgrenze,
): { readonly ab: CalendarDay; readonly bis: CalendarDay } | null {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
    case 'geplant':
      return { ab: zeitgrenze.tag, bis: zeitgrenze.tag }
    case 'geschaetzt':
      return periodOf(zeitgrenze.zeitraum)
    case 'unbestimmt':
    case 'abgesagt':
      return null
  }
}

function periodOf(zeitraum: string): { readonly ab: CalendarDay; readonly bis: CalendarDay } {
  const ab = firstDayOf(zeitraum)
  const months = zeitraum.includes('Q') ? 3 : zeitraum.includes('-') ? 1 : 12
  let bis = ab
  for (let month = 0; month < months; month += 1) bis = firstOfFollowingMonth(bis)
  return { ab, bis }
}

/** A text cut where its place ends; the list says it whole. */
export function kurz(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, Math.max(length - 1, 1)).trimEnd()}…`
}

function laterDay(left: CalendarDay, right: CalendarDay): CalendarDay {
  return left > right ? left : right
}
