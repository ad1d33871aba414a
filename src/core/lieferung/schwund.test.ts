import { describe, expect, it } from 'vitest'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  chronikWith,
  freigabe,
  freigegeben,
  grundbestand,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { unexplainedLosses } from './schwund.ts'

const PERSONALAUSWEIS = { klasse: 'leistung', id: 'personalausweis' }
const REISEPASS = { klasse: 'leistung', id: 'reisepass' }

const text = freigegeben({ beginn: am('2026-11-01') })
const log = chronikWith(grundbestand(), freigabe(text))

describe('unexplainedLosses', () => {
  it('finds nothing when nothing is missing', () => {
    expect(losses(log, [PERSONALAUSWEIS], [PERSONALAUSWEIS])).toEqual([])
  })

  it('lets go what was withdrawn', () => {
    const folge = { art: 'leistung-endet' } as const
    const later = chronikWith(grundbestand(), freigabe(text), zurueckziehung(text.id, { folge }))
    expect(losses(later, [PERSONALAUSWEIS], [])).toEqual([])
  })

  it('lets go what ended by its own day, without any new entry', () => {
    const ending = freigegeben({ beginn: am('2026-11-01'), ende: am('2026-11-24') })
    const chronik = chronikWith(grundbestand(), freigabe(ending))
    expect(losses(chronik, [PERSONALAUSWEIS], [], 2)).toEqual([])
  })

  it('holds back what the log has never heard of', () => {
    expect(losses(log, [PERSONALAUSWEIS, REISEPASS], [PERSONALAUSWEIS])).toEqual([REISEPASS])
  })

  it('holds back what the log says is still there', () => {
    expect(losses(log, [PERSONALAUSWEIS], [])).toEqual([PERSONALAUSWEIS])
  })

  it('holds back every loss when the log has become shorter', () => {
    const shorter = chronikWith(grundbestand())
    expect(losses(shorter, [PERSONALAUSWEIS], [], 2)).toEqual([PERSONALAUSWEIS])
  })

  it('holds back every loss when the day went back', () => {
    const paar = { kenntnisstand: 2 }
    const vorher = { paar: { ...paar, stichtag: day('2026-11-02') }, objekte: [PERSONALAUSWEIS] }
    const nachher = { paar: { ...paar, stichtag: day('2026-10-31') }, objekte: [] }
    expect(unexplainedLosses(vorher, nachher, log)).toEqual([PERSONALAUSWEIS])
  })
})

/** Delivered on the 23rd with what the log knew then, and again on the 24th with all it knows. */
function losses(
  chronik: Chronik,
  before: readonly (typeof PERSONALAUSWEIS)[],
  after: readonly (typeof PERSONALAUSWEIS)[],
  known = 2,
) {
  const vorher = { paar: { stichtag: day('2026-11-23'), kenntnisstand: known }, objekte: before }
  const kenntnisstand = newestFolgenummer(chronik)
  const nachher = { paar: { stichtag: day('2026-11-24'), kenntnisstand }, objekte: after }
  return unexplainedLosses(vorher, nachher, chronik)
}
