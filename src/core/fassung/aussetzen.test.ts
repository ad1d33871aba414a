import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  am,
  aussetzung,
  chronikWith,
  freigabe,
  freigegeben,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { aussetzen, wiederaufnehmen } from './aussetzen.ts'

const heute = day('2026-11-24')
const wunsch = { fassungId: 'fassung', grund: 'abwarten' }
const kommend = freigabe(freigegeben({ beginn: am('2026-11-25') }))

describe('on 24 November 2026', () => {
  it('a text that begins tomorrow can be held back, and taken up again', () => {
    expect(aussetzen(wunsch, chronikWith(kommend), heute)).toEqual({
      ok: true,
      value: { fassungId: 'fassung', istAusgesetzt: true, grund: 'abwarten' },
    })
    expect(
      wiederaufnehmen(wunsch, chronikWith(kommend, aussetzung('fassung')), heute),
    ).toMatchObject({
      value: { istAusgesetzt: false },
    })
  })

  it.each<[string, readonly Aussage[], string]>([
    ['began today', [freigabe(freigegeben({ beginn: am('2026-11-24') }))], 'fassung-holds-already'],
    ['was never released', [], 'fassung-is-not-released'],
    ['is withdrawn', [kommend, zurueckziehung('fassung')], 'fassung-is-withdrawn'],
    ['is held back', [kommend, aussetzung('fassung')], 'fassung-is-suspended'],
  ])('a text that %s is not held back', (_name, log, code) => {
    expect(codesOf(aussetzen(wunsch, chronikWith(...log), heute))).toEqual([code])
  })

  it.each<[string, readonly Aussage[], string]>([
    ['is not held back', [kommend], 'fassung-is-not-suspended'],
    [
      'has been taken up',
      [kommend, aussetzung('fassung'), aussetzung('fassung', false)],
      'fassung-is-not-suspended',
    ],
    [
      'was withdrawn meanwhile',
      [kommend, aussetzung('fassung'), zurueckziehung('fassung')],
      'fassung-is-withdrawn',
    ],
  ])('a text that %s is not taken up', (_name, log, code) => {
    expect(codesOf(wiederaufnehmen(wunsch, chronikWith(...log), heute))).toEqual([code])
  })

  it('a text whose day has passed meanwhile is not taken up: it would change what was shown', () => {
    const log = chronikWith(kommend, aussetzung('fassung'))
    expect(wiederaufnehmen(wunsch, log, day('2026-11-25'))).toMatchObject({ ok: true })
    expect(codesOf(wiederaufnehmen(wunsch, log, day('2026-11-26')))).toEqual([
      'resume-changes-past',
    ])
  })

  it('both need a reason', () => {
    const silent = { ...wunsch, grund: ' ' }
    expect(codesOf(aussetzen(silent, chronikWith(kommend), heute))).toEqual(['reason-is-missing'])
    expect(codesOf(wiederaufnehmen(silent, chronikWith(kommend), heute))).toEqual([
      'reason-is-missing',
    ])
  })
})

function codesOf(result: ReturnType<typeof aussetzen>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
