import type { CalendarDay } from '#core/zeit/day.ts'

const MONATE = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const

/** A day as lists show it: `01.01.2027`. */
export function formatDay(tag: CalendarDay): string {
  return `${tag.slice(8, 10)}.${tag.slice(5, 7)}.${tag.slice(0, 4)}`
}

/** A day as sentences say it: `1. Januar 2027`. */
export function formatDayLong(tag: CalendarDay): string {
  return `${Number(tag.slice(8, 10))}. ${MONATE[Number(tag.slice(5, 7)) - 1] ?? ''} ${Number(tag.slice(0, 4))}`
}

/** The month of a day: `Januar 2027`. */
export function formatMonth(tag: CalendarDay): string {
  return `${MONATE[Number(tag.slice(5, 7)) - 1] ?? ''} ${tag.slice(0, 4)}`
}
