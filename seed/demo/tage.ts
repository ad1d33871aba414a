import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'

/**
 * The days of the demo, all computed from one day, so that a newcomer meets a past, a next 1 January and a next 1 July
 * whenever the demo is loaded. `naechster…` lies after `heute`, `letzter…` before it.
 */
export type Demotage = {
  readonly heute: CalendarDay
  /** From here on the areas, offices and the first Land texts hold. */
  readonly stammtag: CalendarDay
  readonly letzterJanuar: CalendarDay
  readonly letzterJuli: CalendarDay
  /** Last technical check of the newest texts. */
  readonly geprueft: CalendarDay
  readonly naechsterJanuar: CalendarDay
  readonly naechsterApril: CalendarDay
  readonly naechsterJuli: CalendarDay
}

/** The days of the demo as seen from `heute`. */
export function demotage(heute: CalendarDay): Demotage {
  const letzterJanuar = lastBefore(heute, '01-01')
  return {
    heute,
    stammtag: day(`${yearOf(letzterJanuar) - 1}-03-01`),
    letzterJanuar,
    letzterJuli: lastBefore(heute, '07-01'),
    geprueft: addDays(heute, -14),
    naechsterJanuar: nextAfter(heute, '01-01'),
    naechsterApril: nextAfter(heute, '04-01'),
    naechsterJuli: nextAfter(heute, '07-01'),
  }
}

/** The year of a day. */
export function yearOf(tag: CalendarDay): number {
  return Number(tag.slice(0, 4))
}

/** The next such day of a year (`MM-DD`) after `heute`. */
function nextAfter(heute: CalendarDay, monthAndDay: string): CalendarDay {
  const thisYear = day(`${yearOf(heute)}-${monthAndDay}`)
  return thisYear > heute ? thisYear : day(`${yearOf(heute) + 1}-${monthAndDay}`)
}

/** The next such day of a year (`MM-DD`), which may be `heute` itself. */
export function nextFrom(heute: CalendarDay, monthAndDay: string): CalendarDay {
  return nextAfter(addDays(heute, -1), monthAndDay)
}

function lastBefore(heute: CalendarDay, monthAndDay: string): CalendarDay {
  const thisYear = day(`${yearOf(heute)}-${monthAndDay}`)
  return thisYear < heute ? thisYear : day(`${yearOf(heute) - 1}-${monthAndDay}`)
}
