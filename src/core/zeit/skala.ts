import { dayNumber, firstOfFollowingMonth, type CalendarDay } from '#core/zeit/day.ts'

/** The first of a month on a Skala. */
export type Monatsstrich = { readonly tag: CalendarDay; readonly position: number }

/** A stretch of days as a picture draws it: 0 is its first day, 1 its last. */
export type Skala = {
  readonly ab: CalendarDay
  readonly bis: CalendarDay
  /** Where a day lies, 0 to 1; days outside lie on the nearer edge. */
  readonly positionOf: (tag: CalendarDay) => number
  /** The firsts of the months between, in order. */
  readonly monate: readonly Monatsstrich[]
}

/** A Skala from `ab` to `bis`, which must be later. */
export function skalaOf(ab: CalendarDay, bis: CalendarDay): Skala {
  const start = dayNumber(ab)
  const length = dayNumber(bis) - start
  if (length <= 0) throw new RangeError(`a scale needs days: ${ab} to ${bis}`)
  const positionOf = (tag: CalendarDay): number =>
    Math.min(Math.max((dayNumber(tag) - start) / length, 0), 1)
  const monate: Monatsstrich[] = []
  for (let tag = firstFrom(ab); tag <= bis; tag = firstOfFollowingMonth(tag)) {
    // After the last month that four digits can write the calendar goes no further.
    if (!tag.endsWith('-01')) break
    monate.push({ tag, position: positionOf(tag) })
  }
  return { ab, bis, positionOf, monate }
}

function firstFrom(tag: CalendarDay): CalendarDay {
  return tag.endsWith('-01') ? tag : firstOfFollowingMonth(tag)
}
