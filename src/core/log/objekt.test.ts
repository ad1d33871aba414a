import { describe, expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze, type Anker } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  chronikWith,
  gespeicherteStelle,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import { IMMER, beginnOnSave } from './objekt.ts'

const heute = day('2026-11-24')
const known = gespeicherteStelle('buero')

describe('beginnOnSave on 24 November 2026', () => {
  it.each(['leistung', 'rechtsnorm'] as const)('a %s has no first day', (art) => {
    expect(beginnOnSave({ art, id: 'x', beginn: am('2027-01-01') }, chronikWith(), heute)).toEqual(
      am(IMMER),
    )
  })

  it.each([
    ['without a wish it begins today', null, [], am('2026-11-24')],
    ['a new object may begin in the past', am('2020-01-01'), [], am('2020-01-01')],
    ['a known one not: what was shown stays', am('2020-01-01'), [known], am('2026-11-24')],
    ['a known one may begin today', am('2026-11-24'), [known], am('2026-11-24')],
    ['a known one may begin later', am('2027-01-01'), [known], am('2027-01-01')],
  ] as const)('%s', (_name, beginn, log, expected) => {
    expect(beginOf(beginn, ...log)).toEqual(expected)
  })

  it('keeps the anchor on a coming Zeitgrenze, also while it has no day', () => {
    const anker = anZeitgrenze('zeitgrenze')
    expect(beginOf(anker, known, verkuendung(bestimmt('2027-01-01')))).toEqual(anker)
    expect(beginOf(anker, known, verkuendung(unbestimmt()))).toEqual(anker)
  })

  it('begins today where the Zeitgrenze has passed', () => {
    expect(beginOf(anZeitgrenze('zeitgrenze'), known, verkuendung(bestimmt('2026-01-01')))).toEqual(
      am('2026-11-24'),
    )
  })
})

function beginOf(beginn: Anker | null, ...log: readonly Aussage[]): Anker {
  return beginnOnSave(
    { art: 'organisationseinheit', id: 'buero', beginn },
    chronikWith(...log),
    heute,
  )
}
