import { day, type CalendarDay } from '#core/zeit/day.ts'
import { formatMonth } from '#core/zeit/deutsch.ts'

const QUARTAL = /^(\d{4})-Q([1-4])$/
const MONAT = /^(\d{4})-(\d{2})$/

/** The first day of the month `2027-03`, quarter `2027-Q2` or year `2027` of a geschaetzt Zeitgrenze. */
export function firstDayOf(zeitraum: string): CalendarDay {
  const [, jahr = '', quartal = ''] = QUARTAL.exec(zeitraum) ?? []
  if (quartal !== '') return day(`${jahr}-${String(3 * Number(quartal) - 2).padStart(2, '0')}-01`)
  return day(MONAT.test(zeitraum) ? `${zeitraum}-01` : `${zeitraum}-01-01`)
}

/** The period in words: `März 2027`, `2. Quartal 2027`, `2027`. */
export function formatZeitraum(zeitraum: string): string {
  const [, jahr = '', quartal = ''] = QUARTAL.exec(zeitraum) ?? []
  if (quartal !== '') return `${quartal}. Quartal ${jahr}`
  return MONAT.test(zeitraum) ? formatMonth(firstDayOf(zeitraum)) : zeitraum
}
