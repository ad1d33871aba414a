import { describe, expect, it } from 'vitest'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { schichtenIn, uebersichtOf } from '#core/log/uebersicht.ts'
import { day } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  grundbestand,
  verkuendung,
  zurueckziehung,
} from '../../tests/support/factories.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { zeitenOf } from './zeiten.ts'

const LANDTEXT = freigegeben({ beginn: am('2026-01-01') })
const ORTSTEXT: Partial<Freigegeben> = { id: 'ort', ebene: 'gemeinde', gebietId: GEMEINDE.id }

describe('the days of a merged text', () => {
  it('end where a layer comes in', () => {
    const log = [
      freigabe(LANDTEXT),
      freigabe(freigegeben({ ...ORTSTEXT, beginn: am('2027-07-01') })),
    ]
    expect(zeitenOn('2027-01-01', log)).toMatchObject({
      gueltigAb: '2026-01-01',
      gueltigBis: '2027-07-01',
      naechsteAenderung: '2027-07-01',
    })
  })

  it('begin again where a layer ends', () => {
    const ortstext = freigegeben({ ...ORTSTEXT, beginn: am('2026-03-01'), ende: am('2026-09-01') })
    expect(zeitenOn('2027-01-01', [freigabe(LANDTEXT), freigabe(ortstext)])).toMatchObject({
      gueltigAb: '2026-09-01',
      gueltigBis: null,
    })
  })

  it('know only what is bestimmt', () => {
    const ortstext = freigegeben({ ...ORTSTEXT, beginn: anZeitgrenze('zeitgrenze') })
    const log = [freigabe(LANDTEXT), freigabe(ortstext)]
    const expected = zeitenOn('2027-01-01', [...log, verkuendung(geplant('2027-05-01'))])
    expect(expected.gueltigBis).toBeNull()
    const announced = zeitenOn('2027-01-01', [...log, verkuendung(bestimmt('2027-05-01'))])
    expect(announced.gueltigBis).toBe('2027-05-01')
  })

  it('carry the last change: release, or 0:00 of the switch', () => {
    const log = [freigabe(freigegeben({ beginn: am('2027-01-01') }))]
    expect(zeitenOn('2027-01-01', log).geaendert).toBe('2026-12-31T23:00:00.000Z')
    expect(zeitenOn('2027-01-01', [freigabe(LANDTEXT)]).geaendert).toMatch(/^2026-10-01T12:/)
  })

  it('carry the withdrawal of a layer: without it, they would go back', () => {
    const log = [
      freigabe(LANDTEXT),
      freigabe(freigegeben({ ...ORTSTEXT, beginn: am('2026-02-01') })),
    ]
    const before = zeitenOn('2026-10-01', log)
    const after = zeitenOn('2026-10-01', [...log, zurueckziehung('ort')])
    expect(after.gueltigAb).toBe('2026-01-01')
    expect(after.geaendert > before.geaendert).toBe(true)
  })
})

function zeitenOn(tag: string, log: readonly Aussage[]) {
  const chronik = chronikWith([...grundbestand()], ...log)
  const pair = { stichtag: day(tag), kenntnisstand: chronik.zeitpunkte.length }
  const uebersicht = uebersichtOf(snapshotOn(chronik, pair))
  const shown = schichtenIn(uebersicht, LANDTEXT.leistungId, GEMEINDE.id)
  return zeitenOf(uebersicht, chronik, LANDTEXT.leistungId, GEMEINDE, shown)
}
