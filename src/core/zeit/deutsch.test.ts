import { expect, it } from 'vitest'
import { day } from './day.ts'
import { formatDay, formatDayLong } from './deutsch.ts'

it.each([
  ['2027-01-01', '01.01.2027', '1. Januar 2027'],
  ['2026-03-09', '09.03.2026', '9. März 2026'],
  ['2026-12-31', '31.12.2026', '31. Dezember 2026'],
])('%s is said in German', (tag, short, long) => {
  expect(formatDay(day(tag))).toBe(short)
  expect(formatDayLong(day(tag))).toBe(long)
})
