import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayFromNumber, day, dayNumber } from '#core/zeit/day.ts'
import { rechtsnorm } from '../../../tests/support/factories.ts'
import type { Fristregel } from './fristregel.ts'
import { vollendungOf, vollendungstag } from './bekanntmachung.ts'

const AUSHANG: Fristregel = {
  normgeber: 'kommune',
  gebietId: null,
  klausel: { art: 'tag-nach-verkuendung' },
  bekanntmachungsform: 'aushang',
  aushangtage: 14,
  quelle: 'Hauptsatzung',
}

describe('vollendungstag', () => {
  it.each([
    ['1 March, 14 days: the end of 15 March', '2027-03-01', 14, '2027-03-15'],
    ['15 February of a leap year: 29 February', '2028-02-15', 14, '2028-02-29'],
    ['17 December: New Year’s Eve', '2026-12-17', 14, '2026-12-31'],
    ['31 January, a week', '2027-01-31', 7, '2027-02-07'],
  ])('of an Aushang since %s', (_name, tag, aushangtage, expected) => {
    expect(vollendungstag('aushang', day(tag), aushangtage)).toBe(expected)
  })

  it('of an Aushang of which nobody knows how long it hangs is unknown', () => {
    expect(vollendungstag('aushang', day('2027-03-01'), null)).toBeNull()
  })

  it.each(['bekanntmachungsblatt', 'zeitung', 'internet'] as const)(
    'is the day on which it appears: %s, 29 February',
    (form) => {
      expect(vollendungstag(form, day('2028-02-29'), 14)).toBe('2028-02-29')
    },
  )

  it('leaves a whole Aushangfrist of days between, without the day of hanging it up', () => {
    const tage = fc.integer({ min: 1, max: 60 })
    const tag = fc.integer({ min: 0, max: 60_000 }).map(dayFromNumber)
    fc.assert(
      fc.property(tag, tage, (seit, aushangtage) => {
        const vollendet = vollendungstag('aushang', seit, aushangtage)
        expect(vollendet && dayNumber(vollendet) - dayNumber(seit)).toBe(aushangtage)
      }),
    )
  })
})

describe('vollendungOf', () => {
  it('of law of Bund and Land is the day of issue, whatever rule there is', () => {
    const gesetz = rechtsnorm({ normgeber: 'bund', verkuendetAm: day('2026-12-18') })
    expect(vollendungOf(gesetz, AUSHANG)).toMatchObject({
      value: { tag: '2026-12-18', form: null },
    })
  })

  it('is what an editor recorded, before anything reckoned', () => {
    const bekanntmachung = { form: 'aushang', vollendetAm: day('2027-03-20') } as const
    expect(vollendungOf(satzung({ bekanntmachung }), AUSHANG)).toMatchObject({
      value: { tag: '2027-03-20', herkunft: 'eingetragen' },
    })
  })

  it('takes the form from the Rechtsnorm, else from the rule', () => {
    const bekanntmachung = { form: 'zeitung', vollendetAm: null } as const
    expect(vollendungOf(satzung({ bekanntmachung }), AUSHANG)).toMatchObject({
      value: { tag: '2027-03-01', form: 'zeitung', herkunft: 'berechnet' },
    })
    expect(vollendungOf(satzung(), AUSHANG)).toMatchObject({
      value: { tag: '2027-03-15', form: 'aushang', herkunft: 'berechnet' },
    })
    expect(vollendungOf(satzung(), null)).toMatchObject({
      value: { tag: '2027-03-01', form: null },
    })
  })

  it('is missing without a day of announcement', () => {
    for (const normgeber of ['bund', 'land', 'kommune'] as const) {
      expect(vollendungOf(rechtsnorm({ normgeber, verkuendetAm: null }), null)).toMatchObject({
        problems: [{ code: 'announcement-is-missing' }],
      })
    }
  })

  it('is open while nobody knows how long the Aushang hangs', () => {
    const bekanntmachung = { form: 'aushang', vollendetAm: null } as const
    expect(vollendungOf(satzung({ bekanntmachung }), null)).toMatchObject({
      problems: [{ code: 'announcement-lacks-completion' }],
    })
  })
})

function satzung(differences: Parameters<typeof rechtsnorm>[0] = {}) {
  return rechtsnorm({
    art: 'satzung',
    normgeber: 'kommune',
    verkuendetAm: day('2027-03-01'),
    ...differences,
  })
}
