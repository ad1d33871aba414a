import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  feiertageOf,
  feiertagOn,
  isWorkingDay,
  workingDaysAfter,
  workingDaysBefore,
} from './arbeitstage.ts'
import { addDays, day, dayNumber, nextDay, type CalendarDay } from './day.ts'

/** Any day of the years that the house reckons with. */
const anyDay = fc
  .integer({ min: dayNumber(day('2023-01-01')), max: dayNumber(day('2099-12-31')) })
  .map((number) => addDays(day('1970-01-01'), number))

describe('feiertageOf', () => {
  it('names the eleven of 2027', () => {
    expect(feiertageOf(2027)).toEqual([
      { tag: '2027-01-01', name: 'Neujahr' },
      { tag: '2027-03-08', name: 'Internationaler Frauentag' },
      { tag: '2027-03-26', name: 'Karfreitag' },
      { tag: '2027-03-29', name: 'Ostermontag' },
      { tag: '2027-05-01', name: 'Tag der Arbeit' },
      { tag: '2027-05-06', name: 'Christi Himmelfahrt' },
      { tag: '2027-05-17', name: 'Pfingstmontag' },
      { tag: '2027-10-03', name: 'Tag der Deutschen Einheit' },
      { tag: '2027-10-31', name: 'Reformationstag' },
      { tag: '2027-12-25', name: 'Erster Weihnachtsfeiertag' },
      { tag: '2027-12-26', name: 'Zweiter Weihnachtsfeiertag' },
    ])
  })

  // Easter Sundays as the tables of the churches give them; 2038 the latest possible, 2285 the earliest.
  it.each([
    ['2023-04-09'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2028-04-16'],
    ['2029-04-01'],
    ['2030-04-21'],
    ['2038-04-25'],
    ['2049-04-18'],
    ['2076-04-19'],
    ['2285-03-22'],
  ])('Karfreitag and Ostermontag lie around Easter Sunday %s', (sunday) => {
    expect(feiertagOn(addDays(day(sunday), -2))).toBe('Karfreitag')
    expect(feiertagOn(nextDay(day(sunday)))).toBe('Ostermontag')
    expect(feiertagOn(addDays(day(sunday), 39))).toBe('Christi Himmelfahrt')
    expect(feiertagOn(addDays(day(sunday), 50))).toBe('Pfingstmontag')
  })

  it('has 8 March since 2023 only', () => {
    expect(feiertagOn(day('2022-03-08'))).toBeNull()
    expect(feiertagOn(day('2023-03-08'))).toBe('Internationaler Frauentag')
  })

  it('says the same day by day as for the year', () => {
    for (let year = 2020; year <= 2060; year += 1) {
      const named: string[] = []
      for (let tag = day(`${year}-01-01`); tag.startsWith(`${year}-`); tag = nextDay(tag))
        if (feiertagOn(tag) !== null) named.push(tag)
      expect(named).toEqual(feiertageOf(year).map(({ tag }) => tag))
    }
  })
})

describe('isWorkingDay', () => {
  it.each([
    ['a Tuesday', '2026-11-24', true],
    ['a Friday', '2026-11-27', true],
    ['a Saturday', '2026-11-28', false],
    ['a Sunday', '2026-11-29', false],
    ['Heiligabend, which the law does not name', '2026-12-24', true],
    ['the first day of Christmas, a Friday', '2026-12-25', false],
    ['Frauentag, a Monday', '2027-03-08', false],
    ['Reformationstag, a Tuesday', '2028-10-31', false],
    ['Fronleichnam, no holiday in Mecklenburg-Vorpommern', '2027-05-27', true],
    ['Allerheiligen, none either', '2027-11-01', true],
  ])('on %s', (_name, tag, expected) => {
    expect(isWorkingDay(day(tag))).toBe(expected)
  })

  it('counts Saturdays and Sundays as the machine’s calendar does', () => {
    fc.assert(
      fc.property(anyDay, (tag) => {
        const weekday = new Date(`${tag}T00:00:00Z`).getUTCDay()
        if (weekday === 0 || weekday === 6) expect(isWorkingDay(tag)).toBe(false)
        else expect(isWorkingDay(tag)).toBe(feiertagOn(tag) === null)
      }),
    )
  })
})

describe('workingDaysBefore', () => {
  it.each([
    ['a law of 1 January, over Christmas', '2027-01-01', 10, '2026-12-17'],
    ['one day before a Monday', '2026-11-30', 1, '2026-11-27'],
    ['over Easter', '2027-03-30', 1, '2027-03-25'],
    ['over Himmelfahrt', '2027-05-07', 2, '2027-05-04'],
    ['none: the day itself', '2026-11-29', 0, '2026-11-29'],
  ])('%s', (_name, tag, count, expected) => {
    expect(workingDaysBefore(day(tag), count)).toBe(expected)
  })

  it('leaves exactly so many working days before the day, and is one itself', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (tag, count) => {
        const first = workingDaysBefore(tag, count)
        expect(isWorkingDay(first)).toBe(true)
        expect(counted(first, tag)).toBe(count)
      }),
    )
  })

  it('never goes back when the day goes forward', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(90), fc.nat(40), (tag, later, count) => {
        expect(workingDaysBefore(addDays(tag, later), count) >= workingDaysBefore(tag, count)).toBe(
          true,
        )
      }),
    )
  })

  it('ends at the first day that four digits can write', () => {
    expect(workingDaysBefore(day('0000-01-03'), 400)).toBe('0000-01-01')
  })
})

describe('workingDaysAfter', () => {
  it.each([
    ['over New Year', '2026-12-31', 1, '2027-01-04'],
    ['over a weekend', '2026-11-27', 3, '2026-12-02'],
  ])('%s', (_name, tag, count, expected) => {
    expect(workingDaysAfter(day(tag), count)).toBe(expected)
  })

  it('is undone by going back from a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (tag, count) => {
        fc.pre(isWorkingDay(tag))
        expect(workingDaysBefore(workingDaysAfter(tag, count), count)).toBe(tag)
      }),
    )
  })
})

/** Working days from the first (inclusive) to the day (exclusive). */
function counted(first: CalendarDay, until: CalendarDay): number {
  let count = 0
  for (let tag = first; tag < until; tag = nextDay(tag)) if (isWorkingDay(tag)) count += 1
  return count
}
