import { expect, it } from 'vitest'
import { firstDayOf, formatZeitraum } from './zeitraum.ts'

it.each([
  ['a month', '2027-03', '2027-03-01', 'März 2027'],
  ['the first quarter', '2027-Q1', '2027-01-01', '1. Quartal 2027'],
  ['the last quarter', '2027-Q4', '2027-10-01', '4. Quartal 2027'],
  ['a year', '2027', '2027-01-01', '2027'],
])('%s begins on its first day', (_name, zeitraum, tag, words) => {
  expect(firstDayOf(zeitraum)).toBe(tag)
  expect(formatZeitraum(zeitraum)).toBe(words)
})
