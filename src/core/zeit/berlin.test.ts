import { describe, expect, it } from 'vitest'
import { dayInBerlin, midnightInBerlin } from './berlin.ts'
import { addDays, day, nextDay } from './day.ts'

/** Day and time in Berlin as the machine's time zone table says. */
const BERLIN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'medium',
})

describe('midnightInBerlin', () => {
  it('is 0:00 in Berlin on every day from 1996 to 2040', () => {
    const wrong: string[] = []
    for (let tag = day('1996-01-01'); tag < '2041-01-01'; tag = nextDay(tag)) {
      if (BERLIN.format(new Date(midnightInBerlin(tag))) !== `${tag} 00:00:00`) wrong.push(tag)
    }
    expect(wrong).toEqual([])
  })

  it.each([
    ['winter', '2027-01-01', '2026-12-31T23:00:00.000Z'],
    [
      'the day of the change to summer time begins in winter time',
      '2027-03-28',
      '2027-03-27T23:00:00.000Z',
    ],
    ['the day after it', '2027-03-29', '2027-03-28T22:00:00.000Z'],
    [
      'the day of the change to winter time begins in summer time',
      '2027-10-31',
      '2027-10-30T22:00:00.000Z',
    ],
    ['the day after it', '2027-11-01', '2027-10-31T23:00:00.000Z'],
    ['1 April after an Easter Sunday', '2018-04-01', '2018-03-31T22:00:00.000Z'],
    ['the same rule before 1970', '1969-03-31', '1969-03-30T22:00:00.000Z'],
    ['the same rule before 1970, day of the change', '1969-03-30', '1969-03-29T23:00:00.000Z'],
  ])('%s: %s', (_name, tag, expected) => {
    expect(midnightInBerlin(day(tag))).toBe(expected)
  })
})

describe('dayInBerlin', () => {
  it('changes at 0:00 in Berlin on every day from 1996 to 2040', () => {
    const wrong: string[] = []
    for (let tag = day('1996-01-01'); tag < '2041-01-01'; tag = nextDay(tag)) {
      const midnight = midnightInBerlin(tag)
      const before = new Date(Date.parse(midnight) - 1).toISOString()
      if (dayInBerlin(midnight) !== tag || dayInBerlin(before) !== addDays(tag, -1)) wrong.push(tag)
    }
    expect(wrong).toEqual([])
  })

  it('throws for what is no instant', () => {
    expect(() => dayInBerlin('')).toThrow(RangeError)
  })
})
