import { describe, expect, it } from 'vitest'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import {
  am,
  freigabe,
  freigegeben,
  gespeicherteZustaendigkeit,
  gespeichertesGebiet,
  grundbestand,
  KREIS,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { pruefstandOf, reihenByLeistung, type Pruefstoff } from './stand.ts'
import { pruefeZustaendigkeiten } from './zustaendigkeit.ts'

function found(heute: string, text: Partial<Freigegeben>, ...aussagen: readonly Aussage[]) {
  const log = [...grundbestand(), freigabe(freigegeben(text)), ...aussagen]
  return all(pruefstoff(heute, log)).map(
    ({ seit, angaben }) =>
      `${seit} ${String(angaben['gebiet'])} ${String(angaben['weitere'] ?? 0)}`,
  )
}

function all(stoff: Pruefstoff) {
  const stand = pruefstandOf(stoff)
  return [...reihenByLeistung(stand).values()].flatMap((reihen) =>
    pruefeZustaendigkeiten(stand, reihen),
  )
}

const stadttext = { ebene: 'gemeinde', gebietId: 'stadt' } as const

describe('a text of a city', () => {
  it('begins on New Year’s Day with nobody to answer', () => {
    expect(found('2026-11-24', stadttext)).toEqual(['2027-01-01 Musterstadt 0'])
  })

  it.each(['stadt', 'land', 'bund'])('is served by an office of %s', (gebietId) => {
    expect(found('2026-11-24', stadttext, gespeicherteZustaendigkeit({ gebietId }))).toEqual([])
  })

  it('is not served in another role, elsewhere, or for another Leistung', () => {
    for (const differences of [
      { gebietId: 'stadt', rolle: 'ansprechpunkt' },
      { gebietId: 'gemeinde' },
      { gebietId: 'stadt', leistungId: 'reisepass' },
    ] as const) {
      expect(found('2026-11-24', stadttext, gespeicherteZustaendigkeit(differences))).toHaveLength(
        1,
      )
    }
  })

  it('is not served by an office that begins a day later', () => {
    const from = (tag: string) => gespeicherteZustaendigkeit({ gebietId: 'stadt' }, am(tag))
    expect(found('2026-11-24', stadttext, from('2027-01-02'))).toHaveLength(1)
    expect(found('2026-11-24', stadttext, from('2027-01-01'))).toEqual([])
  })

  it('that holds already is looked at today: since the day on which the last office ended', () => {
    const ended = gespeicherteZustaendigkeit(
      { gebietId: 'stadt' },
      am('2026-01-01'),
      am('2026-11-01'),
    )
    const running = { ...stadttext, beginn: am('2025-01-01') }
    expect(found('2026-10-31', running, ended)).toEqual([])
    expect(found('2026-11-24', running, ended)).toEqual(['2026-11-01 Musterstadt 0'])
  })

  it('is not looked at any more once it is over', () => {
    const over = { ...stadttext, beginn: am('2025-01-01'), ende: am('2026-11-24') }
    expect(found('2026-11-23', over)).toHaveLength(1)
    expect(found('2026-11-24', over)).toEqual([])
  })
})

describe('a text of the Land', () => {
  const of = (gebietId: string) => gespeicherteZustaendigkeit({ id: `z-${gebietId}`, gebietId })

  it('is served where every Gemeinde has an office on its path', () => {
    expect(found('2026-11-24', {}, of('amt'), of('stadt'))).toEqual([])
  })

  it('names the Gemeinden that have none', () => {
    expect(found('2026-11-24', {}, of('stadt'))).toEqual(['2027-01-01 Musterdorf 1'])
    expect(found('2026-11-24', {}, of('gemeinde'), of('stadt'))).toEqual([
      '2027-01-01 Nachbardorf 0',
    ])
  })

  it('asks along the areas of its own first day', () => {
    // The Kreis, and with it its Amt and Gemeinden, leaves the Land on New Year's Day.
    const moved = gespeichertesGebiet({ ...KREIS, uebergeordnet: 'bund' }, am('2027-01-01'))
    expect(found('2026-11-24', {}, of('stadt'), moved)).toEqual([])
  })

  it('leaves the Bund to look after its own', () => {
    expect(found('2026-11-24', { ebene: 'bund', gebietId: 'bund' })).toEqual([])
  })

  it('leads to the Zustaendigkeiten of the Leistung', () => {
    const stoff = pruefstoff('2026-11-24', [...grundbestand(), freigabe(freigegeben())])
    expect(all(stoff)).toMatchObject([
      { ziel: '/admin/collections/zustaendigkeiten?where[leistung][equals]=personalausweis' },
    ])
  })
})
