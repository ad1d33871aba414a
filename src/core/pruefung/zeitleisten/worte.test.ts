import { describe, expect, it } from 'vitest'
import type { Freigegeben, VarianteInhalt } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import {
  am,
  berichtigung,
  ergaenzen,
  ersetzen,
  freigabe,
  freigabeVariante,
  freigegeben,
  grundbestand,
  hashInhalt,
  inhalt,
  zurueckziehung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { pruefeZeitleisten } from './pruefeZeitleisten.ts'
import { INHALTSBEFUNDE } from './befunde.ts'
import { neededWorte } from './worte.ts'
import { pruefstandOf, reihenByLeistung } from './stand.ts'

function found(heute: string, aussagen: readonly Aussage[], inhalte: ReadonlyMap<string, unknown>) {
  const worte = { inhalte, hash: hashInhalt }
  return pruefeZeitleisten(pruefstoff(heute, [...grundbestand(), ...aussagen]), worte)
    .filter(({ code }) => INHALTSBEFUNDE.has(code))
    .map(({ gegenstand, seit, angaben }) => `${gegenstand.id} ${seit} ${String(angaben['module'])}`)
}

const contents = (...werte: readonly unknown[]): ReadonlyMap<string, unknown> =>
  new Map(werte.map((wert) => [hashInhalt(wert), wert]))

describe('a translation', () => {
  const german = inhalt()
  const english: VarianteInhalt = {
    module: { kurztext: ersetzen('<p>You need an identity card.</p>') },
    quelle: { kurztext: hashInhalt(german.kurztext) },
    maschinell: false,
  }
  const changed = inhalt({ kurztext: ersetzen('<p>Sie brauchen keinen Ausweis.</p>') })
  const elsewhere = inhalt({ hinweise: ersetzen('<p>Neu.</p>') })
  const text = freigegeben({ beginn: am('2026-01-01') })
  const variante = freigabeVariante({ inhalt: hashInhalt(english) })
  const all = contents(german, english, changed, elsewhere)
  const corrected = (wert: FassungInhalt) =>
    freigabe(berichtigung(text, { inhalt: hashInhalt(wert) }))

  it('is as old as its source', () => {
    expect(found('2026-11-24', [freigabe(text), variante], all)).toEqual([])
  })

  it('is stale since the day on which other German words were released', () => {
    expect(found('2026-11-24', [freigabe(text), variante, corrected(changed)], all)).toEqual([
      'fassung-en 2026-10-01 Kurztext',
    ])
  })

  it('is not stale where a module that it does not have was corrected', () => {
    expect(found('2026-11-24', [freigabe(text), variante, corrected(elsewhere)], all)).toEqual([])
  })

  it('is stale from the first day of a text to come', () => {
    const later = { ...text, beginn: am('2027-01-01') }
    const correction = freigabe(berichtigung(later, { inhalt: hashInhalt(changed) }))
    expect(found('2026-11-24', [freigabe(later), variante, correction], all)).toEqual([
      'fassung-en 2027-01-01 Kurztext',
    ])
  })

  it('that was withdrawn is none', () => {
    const log = [freigabe(text), variante, corrected(changed), zurueckziehung('fassung-en')]
    expect(found('2026-11-24', log, all)).toEqual([])
  })

  it('asks for the words that it compares, and says nothing without them', () => {
    const log = [...grundbestand(), freigabe(text), variante, corrected(changed)]
    const stand = pruefstandOf(pruefstoff('2026-11-24', log))
    const needed = [...reihenByLeistung(stand).values()].flatMap((reihen) =>
      neededWorte(stand, reihen),
    )
    expect(new Set(needed)).toEqual(new Set([hashInhalt(changed), hashInhalt(english)]))
    expect(found('2026-11-24', log, new Map())).toEqual([])
  })
})

describe('a supplement', () => {
  const adds = { hinweise: ergaenzen('<p>Auch samstags.</p>') }
  const landtext = inhalt({ hinweise: ersetzen('<p>Bringen Sie ein Foto mit.</p>') })
  const bare = inhalt()
  const all = contents(adds, landtext, bare)
  const stadt = freigabe(
    freigegeben({
      id: 'stadttext',
      ebene: 'gemeinde',
      gebietId: 'stadt',
      beginn: am('2026-06-01'),
      inhalt: hashInhalt(adds),
    }),
  )
  const land = (wert: FassungInhalt, differences: Partial<Freigegeben> = {}) =>
    freigabe(
      freigegeben({
        id: 'landtext',
        beginn: am('2026-01-01'),
        inhalt: hashInhalt(wert),
        ...differences,
      }),
    )

  it('has the text of the Land to add to', () => {
    expect(found('2026-11-24', [stadt, land(landtext)], all)).toEqual([])
  })

  it('has nothing to add to where the Land says nothing, or has no text', () => {
    expect(found('2026-11-24', [stadt, land(bare)], all)).toEqual(['stadttext 2026-06-01 Hinweise'])
    expect(found('2026-11-24', [stadt], all)).toEqual(['stadttext 2026-06-01 Hinweise'])
  })

  it('loses its ground on the day on which the Land text ends', () => {
    const ends = land(landtext, { ende: am('2027-01-01') })
    expect(found('2026-11-24', [stadt, ends], all)).toEqual(['stadttext 2027-01-01 Hinweise'])
    expect(found('2027-02-01', [stadt, ends], all)).toEqual(['stadttext 2027-01-01 Hinweise'])
  })

  it('loses its ground on the day on which another Land text begins without the module', () => {
    const next = land(bare, { id: 'naechster', beginn: am('2027-01-01') })
    expect(found('2026-12-31', [stadt, land(landtext), next], all)).toEqual([
      'stadttext 2027-01-01 Hinweise',
    ])
  })

  it('is not helped by the neighbour', () => {
    const neighbour = freigabe(
      freigegeben({
        id: 'nachbar',
        ebene: 'gemeinde',
        gebietId: 'gemeinde',
        beginn: am('2026-01-01'),
        inhalt: hashInhalt(landtext),
      }),
    )
    expect(found('2026-11-24', [stadt, neighbour], all)).toHaveLength(1)
  })
})
