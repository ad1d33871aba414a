import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { earlierEnd, geltungszeitraum, hasEndedBy, holdsOn } from './geltungszeitraum.ts'

const zeitraum = { ab: day('2026-01-01'), bis: day('2027-01-01') }

describe('holdsOn', () => {
  it.each([
    ['the day before Inkrafttreten', '2025-12-31', false],
    ['the day of Inkrafttreten', '2026-01-01', true],
    ['the last day in force', '2026-12-31', true],
    ['the day of Ausserkrafttreten', '2027-01-01', false],
  ])('on %s', (_name, stichtag, expected) => {
    expect(holdsOn(zeitraum, day(stichtag))).toBe(expected)
  })

  it('on every later day while the end is open', () => {
    expect(holdsOn({ ab: day('2026-01-01'), bis: null }, day('9999-12-31'))).toBe(true)
  })
})

describe('hasEndedBy', () => {
  it.each([
    ['the last day', '2026-12-31', false],
    ['the first day without it', '2027-01-01', true],
  ])('on %s', (_name, stichtag, expected) => {
    expect(hasEndedBy(zeitraum, day(stichtag))).toBe(expected)
  })
})

describe('geltungszeitraum', () => {
  it('is at least one day long', () => {
    expect(geltungszeitraum(day('2027-01-01'), day('2027-01-02')).ok).toBe(true)
    expect(geltungszeitraum(day('2027-01-01'), day('2027-01-01'), 'Gilt bis')).toEqual({
      ok: false,
      problems: [
        {
          code: 'interval-ends-before-it-begins',
          stelle: 'Gilt bis',
          angaben: { ab: '2027-01-01', bis: '2027-01-01' },
        },
      ],
    })
  })
})

describe('earlierEnd', () => {
  it.each([
    [null, null, null],
    ['2027-01-01', null, '2027-01-01'],
    [null, '2027-01-01', '2027-01-01'],
    ['2027-01-01', '2026-12-31', '2026-12-31'],
  ])('of %s and %s is %s', (left, right, expected) => {
    const days = [left, right].map((each) => (each === null ? null : day(each)))
    expect(earlierEnd(days[0] ?? null, days[1] ?? null)).toBe(expected)
  })
})
