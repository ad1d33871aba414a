import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'

/** A calendar day `YYYY-MM-DD` of the Gregorian calendar, without a time zone. Compares with `<`. */
export type CalendarDay = string & { readonly __brand: 'CalendarDay' }

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/
const FIRST = daysFromCivil(0, 1, 1)
const LAST = daysFromCivil(9999, 12, 31)

/** Parses `YYYY-MM-DD`; refuses days that do not exist, such as 2026-02-30. Problem: `day-is-malformed`. */
export function parseCalendarDay(text: unknown, stelle?: string): Result<CalendarDay> {
  if (typeof text === 'string' && isCalendarDay(text)) return success(text)
  return failed(problem('day-is-malformed', stelle, { wert: String(text) }))
}

/** A day that the programmer knows to be right (literals in code and tests). Throws otherwise. */
export function day(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`not a calendar day: ${text}`)
  return text
}

/** Days since 1970-01-01 (proleptic Gregorian), negative before. */
export function dayNumber(value: CalendarDay): number {
  const { year, month, dayOfMonth } = parts(value)
  return daysFromCivil(year, month, dayOfMonth)
}

/**
 * The day with this number; inverse of `dayNumber`. What lies outside the years that four digits can write becomes the
 * first or last of their days: an offset too large must not yield a day that no longer compares.
 */
export function dayFromNumber(number: number): CalendarDay {
  const { year, month, dayOfMonth } = civilFromDays(Math.min(Math.max(number, FIRST), LAST))
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}` as CalendarDay
}

/** The day `count` days later (earlier when negative). */
export function addDays(value: CalendarDay, count: number): CalendarDay {
  return dayFromNumber(dayNumber(value) + count)
}

/** The day before. Exporters whose schema wants the last day write `previousDay(ausserKraftAb)`. */
export function previousDay(value: CalendarDay): CalendarDay {
  return addDays(value, -1)
}

/** The day after. */
export function nextDay(value: CalendarDay): CalendarDay {
  return addDays(value, 1)
}

/** The first day of the month after the month of `value`, also when `value` is itself a first. */
export function firstOfFollowingMonth(value: CalendarDay): CalendarDay {
  const { year, month } = parts(value)
  return dayFromNumber(
    month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1),
  )
}

/** The first day of the quarter after the quarter of `value`, also when `value` is itself a first. */
export function firstOfFollowingQuarter(value: CalendarDay): CalendarDay {
  const { year, month } = parts(value)
  const last = month + ((12 - month) % 3)
  return firstOfFollowingMonth(dayFromNumber(daysFromCivil(year, last, 1)))
}

/**
 * The day with the same number `count` months later (earlier when negative), or the last of that month where it has no
 * such day: 29 February a year later is 28 February (§ 188 Abs. 3 BGB).
 */
export function addMonths(value: CalendarDay, count: number): CalendarDay {
  const { year, month, dayOfMonth } = parts(value)
  const months = year * 12 + (month - 1) + count
  const [thatYear, thatMonth] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1]
  const last = daysInMonth(thatYear, thatMonth)
  return dayFromNumber(daysFromCivil(thatYear, thatMonth, Math.min(dayOfMonth, last)))
}

function isCalendarDay(text: string): text is CalendarDay {
  const match = PATTERN.exec(text)
  if (!match) return false
  const [year, month, dayOfMonth] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function parts(value: CalendarDay): { year: number; month: number; dayOfMonth: number } {
  return {
    year: Number(value.slice(0, 4)),
    month: Number(value.slice(5, 7)),
    dayOfMonth: Number(value.slice(8, 10)),
  }
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}

// Days and civil dates by eras of 400 years with the year beginning in March: whole numbers only, so no time zone can
// come in (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
function daysFromCivil(year: number, month: number, dayOfMonth: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

function civilFromDays(number: number): { year: number; month: number; dayOfMonth: number } {
  const shifted = number + 719468
  const era = Math.floor(shifted / 146097)
  const dayOfEra = shifted - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36524) -
      Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth }
}
