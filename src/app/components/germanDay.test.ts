import { describe, expect, it } from 'vitest'
import { toGermanDay, toStoredDay } from './germanDay.ts'

describe('a day in the form', () => {
  it.each([
    ['01.01.2027', '2027-01-01'],
    ['1.1.2027', '2027-01-01'],
    [' 31. 12. 2026 ', '2026-12-31'],
    ['2027-01-01', '2027-01-01'],
    ['30.02.2027', '2027-02-30'],
    ['morgen', 'morgen'],
    ['1.1.27', '1.1.27'],
    ['  ', null],
  ])('%s is stored as %s', (written, stored) => {
    expect(toStoredDay(written)).toBe(stored)
  })

  it.each([
    ['2027-01-01', '01.01.2027'],
    ['2027-02-30', '30.02.2027'],
    ['morgen', 'morgen'],
  ])('%s is read as %s', (stored, read) => {
    expect(toGermanDay(stored)).toBe(read)
  })
})
