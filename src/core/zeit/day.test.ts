import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayFromNumber,
  dayNumber,
  firstOfFollowingMonth,
  firstOfFollowingQuarter,
  nextDay,
  parseCalendarDay,
  previousDay,
} from './day.ts'

const MS_PER_DAY = 86_400_000

/** Any day from the first year of the Gregorian calendar on, as the machine's own calendar counts it. */
const anyDay = fc
  .integer({ min: Date.UTC(1583, 0, 1) / MS_PER_DAY, max: Date.UTC(9999, 11, 31) / MS_PER_DAY })
  .map((number) => ({ number, text: new Date(number * MS_PER_DAY).toISOString().slice(0, 10) }))

describe('parseCalendarDay', () => {
  it.each(['2027-01-01', '2028-02-29', '2000-02-29', '2026-12-31', '9999-12-31', '0001-01-01'])(
    'takes %s',
    (text) => {
      expect(parseCalendarDay(text)).toEqual({ ok: true, value: text })
    },
  )

  it.each([
    ['30 February', '2026-02-30'],
    ['29 February outside a leap year', '2026-02-29'],
    ['29 February of a century year', '1900-02-29'],
    ['31 April', '2026-04-31'],
    ['month 13', '2026-13-01'],
    ['month 0', '2026-00-10'],
    ['day 0', '2026-01-00'],
    ['a German day', '01.01.2027'],
    ['a day with time', '2027-01-01T00:00:00.000Z'],
    ['blanks around it', ' 2027-01-01'],
    ['a line break behind it', '2027-01-01\n'],
    ['two digits', '27-1-1'],
    ['digits of another script', '٢٠٢٧-٠١-٠١'],
    ['nothing', ''],
    ['null', null],
    ['a number', 20270101],
  ])('refuses %s', (_name, text) => {
    const result = parseCalendarDay(text, 'Gilt ab')
    expect(result).toEqual({
      ok: false,
      problems: [{ code: 'day-is-malformed', stelle: 'Gilt ab', angaben: { wert: String(text) } }],
    })
  })

  it('takes every day of the calendar', () => {
    fc.assert(fc.property(anyDay, ({ text }) => parseCalendarDay(text).ok))
  })
})

describe('day', () => {
  it('throws for a day that does not exist', () => {
    expect(() => day('2026-02-30')).toThrow('not a calendar day: 2026-02-30')
  })
})

describe('dayNumber', () => {
  it.each([
    ['1970-01-01', 0],
    ['1969-12-31', -1],
    ['2000-03-01', 11017],
    ['2027-01-01', 20819],
  ])('%s is %i', (text, number) => {
    expect(dayNumber(day(text))).toBe(number)
    expect(dayFromNumber(number)).toBe(text)
  })

  it('agrees with UTC, and dayFromNumber is its inverse', () => {
    fc.assert(
      fc.property(anyDay, ({ number, text }) => {
        expect(dayNumber(day(text))).toBe(number)
        expect(dayFromNumber(number)).toBe(text)
      }),
    )
  })

  it('orders as the texts do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (left, right) => {
        expect(day(left.text) < day(right.text)).toBe(left.number < right.number)
      }),
    )
  })
})

describe('addDays', () => {
  it.each([
    ['over the end of the year', '2026-12-31', 1, '2027-01-01'],
    ['back over it', '2027-01-01', -1, '2026-12-31'],
    ['into 29 February', '2028-02-28', 1, '2028-02-29'],
    ['past a February without it', '2027-02-28', 1, '2027-03-01'],
    ['over the change to summer time', '2027-03-27', 2, '2027-03-29'],
    ['over the change to winter time', '2027-10-30', 2, '2027-11-01'],
    ['nowhere', '2027-05-05', 0, '2027-05-05'],
    ['by a year', '2027-01-01', 365, '2028-01-01'],
  ])('%s: %s %i', (_name, from, count, expected) => {
    expect(addDays(day(from), count)).toBe(expected)
  })

  it('agrees with UTC and is undone by its opposite', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), ({ number, text }, count) => {
        const there = addDays(day(text), count)
        fc.pre(number + count <= Date.UTC(9999, 11, 31) / MS_PER_DAY)
        expect(there).toBe(new Date((number + count) * MS_PER_DAY).toISOString().slice(0, 10))
        expect(addDays(there, -count)).toBe(text)
      }),
    )
  })

  it('never leaves the days that four digits can write', () => {
    expect(addDays(day('9999-12-31'), 1)).toBe('9999-12-31')
    expect(addDays(day('2027-01-01'), 10_000_000)).toBe('9999-12-31')
    expect(addDays(day('2027-01-01'), -10_000_000)).toBe('0000-01-01')
  })

  it('nextDay and previousDay are one day away', () => {
    expect(nextDay(day('2026-12-31'))).toBe('2027-01-01')
    expect(previousDay(day('2028-03-01'))).toBe('2028-02-29')
  })
})

describe('firstOfFollowingMonth', () => {
  it.each([
    ['the middle of a month', '2027-01-15', '2027-02-01'],
    ['the last day of a month', '2027-01-31', '2027-02-01'],
    ['a first', '2027-01-01', '2027-02-01'],
    ['December', '2026-12-31', '2027-01-01'],
    ['29 February', '2028-02-29', '2028-03-01'],
    ['the last month of all', '9999-12-05', '9999-12-31'],
  ])('after %s', (_name, from, expected) => {
    expect(firstOfFollowingMonth(day(from))).toBe(expected)
  })

  it('is a first within 31 days', () => {
    fc.assert(
      fc.property(anyDay, ({ number, text }) => {
        fc.pre(text < '9999-12-01')
        const first = firstOfFollowingMonth(day(text))
        expect(first.endsWith('-01')).toBe(true)
        expect(dayNumber(first) - number).toBeGreaterThanOrEqual(1)
        expect(dayNumber(first) - number).toBeLessThanOrEqual(31)
      }),
    )
  })
})

describe('firstOfFollowingQuarter', () => {
  it.each([
    ['the first day of a quarter', '2027-01-01', '2027-04-01'],
    ['the last day of a quarter', '2027-03-31', '2027-04-01'],
    ['29 February', '2028-02-29', '2028-04-01'],
    ['the middle of the second', '2027-05-15', '2027-07-01'],
    ['the third', '2027-09-30', '2027-10-01'],
    ['New Year’s Eve', '2026-12-31', '2027-01-01'],
    ['the last quarter of all', '9999-10-05', '9999-12-31'],
  ])('after %s', (_name, from, expected) => {
    expect(firstOfFollowingQuarter(day(from))).toBe(expected)
  })

  it('is the first of January, April, July or October within 92 days', () => {
    fc.assert(
      fc.property(anyDay, ({ number, text }) => {
        fc.pre(text < '9999-10-01')
        const first = firstOfFollowingQuarter(day(text))
        expect(first).toMatch(/-(01|04|07|10)-01$/)
        expect(dayNumber(first) - number).toBeGreaterThanOrEqual(1)
        expect(dayNumber(first) - number).toBeLessThanOrEqual(92)
      }),
    )
  })
})

describe('addMonths', () => {
  it.each([
    ['the same number', '2027-01-15', 6, '2027-07-15'],
    ['31 January: the last of a shorter month', '2027-01-31', 1, '2027-02-28'],
    ['31 August: into 29 February', '2027-08-31', 6, '2028-02-29'],
    ['29 February: a year later', '2028-02-29', 12, '2029-02-28'],
    ['29 February: four years later', '2028-02-29', 48, '2032-02-29'],
    ['30 June: not to the end of the month', '2027-06-30', 1, '2027-07-30'],
    ['over the end of the year', '2026-12-31', 1, '2027-01-31'],
    ['back over it', '2027-01-31', -1, '2026-12-31'],
    ['back into February', '2027-03-31', -13, '2026-02-28'],
    ['nowhere', '2027-05-05', 0, '2027-05-05'],
    ['further than four digits', '2027-05-05', 1_000_000_000, '9999-12-31'],
    ['before all of them', '2027-05-05', -1_000_000_000, '0000-01-01'],
  ])('%s: %s %i', (_name, from, count, expected) => {
    expect(addMonths(day(from), count)).toBe(expected)
  })

  it('meets the month, and its day unless the month is too short', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -400, max: 400 }), ({ text }, count) => {
        const there = addMonths(day(text), count)
        fc.pre(there > '0001-01-01' && there < '9999-12-01')
        const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))]
        const first = new Date(Date.UTC(year, month - 1 + count, 1)).toISOString().slice(0, 7)
        expect(there.slice(0, 7)).toBe(first)
        const isClipped = there.slice(8) !== text.slice(8)
        if (isClipped) expect(nextDay(there).endsWith('-01')).toBe(true)
        if (isClipped) expect(Number(there.slice(8))).toBeLessThan(Number(text.slice(8)))
      }),
    )
  })
})
