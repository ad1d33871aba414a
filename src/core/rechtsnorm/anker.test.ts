import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { bestimmt, geplant, geschaetzt, unbestimmt } from '../../../tests/support/factories.ts'
import { anZeitgrenze, effectiveDay, festerTag, type Anker } from './anker.ts'
import type { Zeitgrenze, ZeitgrenzeLookup } from './zeitgrenze.ts'

const folgemonat: Anker = {
  art: 'zeitgrenze',
  zeitgrenzeId: 'zeitgrenze',
  versatz: { art: 'erster-des-folgemonats' },
}

describe('effectiveDay', () => {
  it('of a fixed day asks nobody', () => {
    const nobody: ZeitgrenzeLookup = () => {
      throw new Error('asked')
    }
    expect(effectiveDay(festerTag(day('2027-01-01')), nobody)).toBe('2027-01-01')
  })

  it.each([
    ['the day of the Zeitgrenze', anZeitgrenze('zeitgrenze'), '2027-01-31'],
    ['the day after', anZeitgrenze('zeitgrenze', 1), '2027-02-01'],
    ['three months before', anZeitgrenze('zeitgrenze', -92), '2026-10-31'],
    ['the first of the next month', folgemonat, '2027-02-01'],
  ])('is %s', (_name, anker, expected) => {
    expect(effectiveDay(anker, knows(bestimmt('2027-01-31')))).toBe(expected)
  })

  it('moves with the Zeitgrenze', () => {
    expect(effectiveDay(folgemonat, knows(bestimmt('2027-07-01')))).toBe('2027-08-01')
  })

  it.each([geplant('2027-01-31'), geschaetzt('2027-01'), unbestimmt()])(
    'is unknown while the Zeitgrenze is $stand',
    (zeitgrenze) => {
      expect(effectiveDay(anZeitgrenze('zeitgrenze'), knows(zeitgrenze))).toBeNull()
      expect(effectiveDay(folgemonat, knows(zeitgrenze))).toBeNull()
    },
  )

  it('is unknown for a Zeitgrenze that nobody knows', () => {
    expect(effectiveDay(anZeitgrenze('andere'), knows(bestimmt('2027-01-31')))).toBeNull()
  })
})

function knows(zeitgrenze: Zeitgrenze): ZeitgrenzeLookup {
  return (id) => (id === zeitgrenze.id ? zeitgrenze : undefined)
}
