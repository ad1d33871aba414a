import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { geplant, geschaetzt, unbestimmt } from '../../../../tests/support/factories.ts'
import { erwartet, kalenderskala, kurz, radiusOf, spreadLabels, stackLabels } from './anordnung.ts'

const HEUTE = day('2026-11-24')

describe('the days that the picture shows', () => {
  it('are a year, when nothing is planned', () => {
    expect(kalenderskala(HEUTE, []).bis).toBe('2027-11-24')
  })

  it('reach beyond the last day', () => {
    expect(kalenderskala(HEUTE, [day('2028-07-01')]).bis).toBe('2028-08-15')
  })

  it('leave out what lies more than three years ahead, without stretching to it', () => {
    expect(kalenderskala(HEUTE, [day('2027-01-01'), day('2099-01-01')]).bis).toBe('2027-11-24')
  })
})

it.each([
  ['geplant', geplant('2027-04-01'), { ab: '2027-04-01', bis: '2027-04-01' }],
  ['a month', geschaetzt('2027-12'), { ab: '2027-12-01', bis: '2028-01-01' }],
  ['a quarter', geschaetzt('2027-Q4'), { ab: '2027-10-01', bis: '2028-01-01' }],
  ['a year', geschaetzt('2028'), { ab: '2028-01-01', bis: '2029-01-01' }],
  ['a condition', unbestimmt(), null],
])('%s is expected then', (_name, zeitgrenze, expected) => {
  expect(erwartet(zeitgrenze)).toEqual(expected)
})

it('a day with more texts is larger, and none fills the picture', () => {
  expect(radiusOf(4)).toBeGreaterThan(radiusOf(1))
  expect(radiusOf(1)).toBeGreaterThan(radiusOf(0))
  expect(radiusOf(100_000)).toBe(radiusOf(10_000))
})

it('labels of one row never overlap and stay in the picture; the weightiest has its place', () => {
  const label = fc.record({
    was: fc.uuid(),
    mitte: fc.integer({ min: 0, max: 1000 }),
    breite: fc.integer({ min: 40, max: 160 }),
    gewicht: fc.integer({ min: 0, max: 50 }),
  })
  fc.assert(
    fc.property(
      fc.uniqueArray(label, { minLength: 1, maxLength: 30, selector: ({ was }) => was }),
      (labels) => {
        const placed = stackLabels(labels, { von: 0, bis: 1000, reihen: 3 })
        const widthOf = new Map(labels.map(({ was, breite }) => [was, breite]))
        const edges = placed.map(({ was, mitte, reihe }) => {
          const half = (widthOf.get(was) ?? 0) / 2
          return { von: mitte - half, bis: mitte + half, reihe }
        })
        for (const [index, left] of edges.entries()) {
          expect(left.von).toBeGreaterThanOrEqual(0)
          expect(left.bis).toBeLessThanOrEqual(1000)
          for (const right of edges.slice(index + 1)) {
            expect(
              left.reihe !== right.reihe || left.bis <= right.von || right.bis <= left.von,
            ).toBe(true)
          }
        }
        const heaviest = Math.max(...labels.map(({ gewicht }) => gewicht))
        expect(
          labels.some(
            ({ was, gewicht }) =>
              gewicht === heaviest && placed.some((each) => each.was === was && each.reihe === 0),
          ),
        ).toBe(true)
      },
    ),
  )
})

it('labels beside an upright line all stand, in order, without overlap', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ was: fc.uuid(), y: fc.integer({ min: 0, max: 500 }), hoehe: fc.constant(40) }),
      ),
      (labels) => {
        const placed = spreadLabels(labels)
        expect(placed).toHaveLength(labels.length)
        for (const [index, { mark, y }] of placed.entries()) {
          expect(y).toBeGreaterThanOrEqual(mark)
          const next = placed[index + 1]
          if (next) expect(next.y).toBeGreaterThanOrEqual(y + 40)
        }
      },
    ),
  )
})

it('a text too long for its place ends in dots', () => {
  expect(kurz('Hundesteuer', 11)).toBe('Hundesteuer')
  expect(kurz('Hundesteuersatzung', 11)).toBe('Hundesteue…')
})
