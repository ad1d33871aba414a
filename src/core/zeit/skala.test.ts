import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { addDays, day, dayFromNumber } from '#core/zeit/day.ts'
import { skalaOf } from '#core/zeit/skala.ts'

describe('a scale of days', () => {
  it('has the firsts of its months, also its own first day', () => {
    const { monate } = skalaOf(day('2026-11-01'), day('2027-02-15'))
    expect(monate.map(({ tag }) => tag)).toEqual([
      '2026-11-01',
      '2026-12-01',
      '2027-01-01',
      '2027-02-01',
    ])
  })

  it('begins with the first of the next month when it begins within one', () => {
    const { monate } = skalaOf(day('2026-12-31'), day('2027-01-31'))
    expect(monate.map(({ tag }) => tag)).toEqual(['2027-01-01'])
  })

  it('keeps days outside on its edges', () => {
    const { positionOf } = skalaOf(day('2027-01-01'), day('2027-12-31'))
    expect(positionOf(day('2026-12-31'))).toBe(0)
    expect(positionOf(day('2028-01-01'))).toBe(1)
  })

  it('has no days when it ends on its first day', () => {
    expect(() => skalaOf(day('2027-01-01'), day('2027-01-01'))).toThrow(RangeError)
  })

  it('places a later day farther on', () => {
    const number = fc.integer({ min: -1000, max: 60_000 })
    fc.assert(
      fc.property(number, fc.integer({ min: 2, max: 4000 }), fc.nat(), (start, length, at) => {
        const ab = dayFromNumber(start)
        const { positionOf } = skalaOf(ab, addDays(ab, length))
        const tag = addDays(ab, at % length)
        expect(positionOf(tag)).toBeLessThan(positionOf(addDays(tag, 1)))
      }),
    )
  })
})
