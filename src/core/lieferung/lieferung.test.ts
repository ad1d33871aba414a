import { describe, expect, it } from 'vitest'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'
import { day } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  LAND,
  am,
  chronikWith,
  freigabe,
  freigabeVariante,
  freigegeben,
  gespeicherteLeistung,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  grundbestand,
  leistung,
} from '../../../tests/support/factories.ts'
import { inhaltshashes, leistungsobjektId, planLieferung, type Lieferung } from './lieferung.ts'

const landtext = text('land-text', 'land', 'land')
const gemeindetext = text('gemeinde-text', 'gemeinde', 'gemeinde')

describe('the texts of a delivery', () => {
  it('the Land’s text leaves once, under the id of the Leistung', () => {
    const { leistungen } = plan(landtext)
    expect(leistungen).toMatchObject([{ id: 'personalausweis', gebiet: LAND }])
    expect(leistungen[0]?.schichten.map(({ fassung }) => fassung.id)).toEqual(['land-text'])
  })

  it('an area with a layer of its own is an object of its own, with all layers that meet there', () => {
    const { leistungen } = plan(landtext, gemeindetext)
    expect(leistungen.map(({ id }) => id)).toEqual(['personalausweis', 'personalausweis.gemeinde'])
    expect(leistungen[1]?.gebiet).toEqual(GEMEINDE)
    expect(leistungen[1]?.schichten.map(({ fassung }) => fassung.id)).toEqual([
      'land-text',
      'gemeinde-text',
    ])
  })

  it('a kreisfreie Stadt with two layers is one object', () => {
    const { leistungen } = plan(text('kreis', 'kreis', 'stadt'), text('ort', 'gemeinde', 'stadt'))
    expect(leistungen.map(({ id }) => id)).toEqual(['personalausweis.stadt'])
    expect(leistungen[0]?.schichten.map(({ fassung }) => fassung.id)).toEqual(['kreis', 'ort'])
  })

  it('its id stays when the text changes', () => {
    const next = text('naechster', 'gemeinde', 'gemeinde', { beginn: am('2027-07-01') })
    const log = [landtext, gemeindetext, next]
    expect(planOn('2027-06-30', ...log).leistungen.map(({ id }) => id)).toEqual(
      planOn('2027-07-01', ...log).leistungen.map(({ id }) => id),
    )
  })

  it('what only the Bund has written does not leave as ours', () => {
    expect(plan(text('stammtext', 'bund', 'bund')).leistungen).toEqual([])
  })

  it('under a text of ours the Bund’s layer is a layer', () => {
    const { leistungen } = plan(text('stammtext', 'bund', 'bund'), landtext)
    expect(leistungen.map(({ id }) => id)).toEqual(['personalausweis'])
    expect(leistungen[0]?.schichten.map(({ fassung }) => fassung.id)).toEqual([
      'stammtext',
      'land-text',
    ])
  })

  it('a municipal text leaves without a text of the Land', () => {
    expect(plan(gemeindetext).leistungen.map(({ id }) => id)).toEqual(['personalausweis.gemeinde'])
  })

  it('a Leistung without text, and a text without Leistung, do not leave', () => {
    expect(plan().leistungen).toEqual([])
    expect(plan(text('fremd', 'land', 'land', { leistungId: 'unbekannt' })).leistungen).toEqual([])
  })

  it('a text that does not hold on the day does not leave', () => {
    expect(planOn('2025-12-31', landtext).leistungen).toEqual([])
  })

  it('variants of all layers go with it', () => {
    const { leistungen } = plan(
      landtext,
      gemeindetext,
      freigabeVariante({ id: 'ort-en', fassungId: 'gemeinde-text', inhalt: 'hash-ort-en' }),
      freigabeVariante({ id: 'land-en', fassungId: 'land-text', inhalt: 'hash-land-en' }),
    )
    expect(leistungen[1]?.varianten.map(({ variante }) => variante.id)).toEqual([
      'land-en',
      'ort-en',
    ])
    expect(leistungen[1] && inhaltshashes(leistungen[1])).toEqual([
      'hash-land-text',
      'hash-gemeinde-text',
      'hash-land-en',
      'hash-ort-en',
    ])
  })

  it('they are in the order of ids, whatever the order of release', () => {
    const other = [
      gespeicherteLeistung(leistung({ id: 'anwohnerparken' })),
      text('a', 'land', 'land', { leistungId: 'anwohnerparken' }),
    ]
    const ids = (log: readonly Aussage[]): readonly string[] =>
      plan(...log).leistungen.map(({ id }) => id)
    const expected = ['anwohnerparken', 'personalausweis', 'personalausweis.gemeinde']
    expect(ids([landtext, gemeindetext, ...other])).toEqual(expected)
    expect(ids([...other, gemeindetext, landtext])).toEqual(expected)
  })
})

describe('the offices of a delivery', () => {
  const buero = gespeicherteStelle('buero')

  it('an office answers for the Land’s text in its own area', () => {
    expect(answersOf(plan(landtext, buero, zustaendig('z', 'gemeinde')))).toEqual([
      'z: personalausweis in gemeinde',
    ])
  })

  it('for the text of its area, where there is one', () => {
    expect(answersOf(plan(landtext, gemeindetext, buero, zustaendig('z', 'gemeinde')))).toEqual([
      'z: personalausweis.gemeinde in gemeinde',
    ])
  })

  it('for each text below, where no office is more specific', () => {
    const log = [landtext, gemeindetext, buero, zustaendig('z', 'land')]
    expect(answersOf(plan(...log))).toEqual([
      'z: personalausweis in land',
      'z.gemeinde: personalausweis.gemeinde in gemeinde',
    ])
    const own = zustaendig('eigene', 'gemeinde', {
      stelle: { art: 'organisationseinheit', id: 'ortsbuero' },
    })
    expect(answersOf(plan(...log, gespeicherteStelle('ortsbuero'), own))).toEqual([
      'z: personalausweis in land',
      'eigene: personalausweis.gemeinde in gemeinde',
    ])
  })

  it('the order of entries does not matter, that of ids does', () => {
    const log = [landtext, buero, zustaendig('b', 'kreis'), zustaendig('a', 'gemeinde')]
    expect(answersOf(plan(...log))).toEqual(answersOf(plan(...log.toReversed())))
  })

  it('every reference leads to a text of the delivery, every id is there once', () => {
    const log = [
      landtext,
      gemeindetext,
      text('stadt-text', 'kreis', 'stadt'),
      buero,
      gespeicherteStelle('portal', { art: 'onlinedienst' }),
      zustaendig('land', 'land'),
      zustaendig('kreis', 'kreis'),
      zustaendig('gemeinde', 'gemeinde', { rolle: 'antragsannahme' }),
      zustaendig('online', 'land', { stelle: { art: 'onlinedienst', id: 'portal' } }),
      zustaendig('ohne-stelle', 'land', { stelle: { art: 'organisationseinheit', id: 'nichts' } }),
      zustaendig('ohne-text', 'land', { leistungId: 'andere' }),
    ]
    const lieferung = plan(...log)
    const texts = new Set(lieferung.leistungen.map(({ id }) => id))
    const answers = [...lieferung.organisationseinheiten, ...lieferung.onlinedienste].flatMap(
      (each) => each.zustaendigkeiten,
    )
    expect(answers.filter(({ leistungsobjektId: id }) => !texts.has(id))).toEqual([])
    const ids = answers.map(({ id }) => id)
    expect(ids).toEqual([...new Set(ids)])
    expect(new Set(ids)).toEqual(
      new Set([
        'land',
        'land.stadt',
        'kreis',
        'kreis.gemeinde',
        'gemeinde',
        'online',
        'online.gemeinde',
        'online.stadt',
      ]),
    )
  })

  it('an office without text leaves all the same', () => {
    expect(plan(buero).organisationseinheiten).toMatchObject([
      { id: 'buero', zustaendigkeiten: [] },
    ])
  })

  it('online services leave by themselves', () => {
    const { organisationseinheiten, onlinedienste } = plan(
      gespeicherteStelle('portal', { art: 'onlinedienst' }),
    )
    expect(organisationseinheiten).toEqual([])
    expect(onlinedienste.map(({ id }) => id)).toEqual(['portal'])
    expect(onlinedienste[0] && inhaltshashes(onlinedienste[0])).toEqual(['hash-portal'])
  })

  it('an office is changed by a Zustaendigkeit that it is given', () => {
    const before = plan(landtext, buero)
    const after = plan(landtext, buero, zustaendig('z', 'gemeinde'))
    expect(stamp(after) > stamp(before)).toBe(true)
  })

  function stamp({ organisationseinheiten }: Lieferung): string {
    return organisationseinheiten[0]?.geaendert ?? ''
  }

  function answersOf({ organisationseinheiten }: Lieferung): readonly string[] {
    return organisationseinheiten.flatMap(({ zustaendigkeiten }) =>
      zustaendigkeiten.map(
        ({ id, leistungsobjektId: text, gebiet }) => `${id}: ${text} in ${gebiet.id}`,
      ),
    )
  }
})

it('leistungsobjektId is stable per Leistung and Gebiet', () => {
  expect(leistungsobjektId(leistung(), LAND)).toBe('personalausweis')
  expect(leistungsobjektId(leistung(), GEMEINDE)).toBe('personalausweis.gemeinde')
  expect(leistungsobjektId(leistung({ name: 'Anders' }), { ...GEMEINDE, name: 'Anders' })).toBe(
    'personalausweis.gemeinde',
  )
})

function plan(...log: readonly Aussage[]): Lieferung {
  return planOn('2027-01-01', ...log)
}

function planOn(stichtag: string, ...log: readonly Aussage[]): Lieferung {
  const chronik = chronikWith(...grundbestand(), ...log)
  return planLieferung(
    uebersichtOf(snapshotOn(chronik, newestPair(chronik, day(stichtag)))),
    chronik,
  )
}

function text(
  id: string,
  ebene: Freigegeben['ebene'],
  gebietId: string,
  differences: Partial<Freigegeben> = {},
): Aussage {
  return freigabe(
    freigegeben({
      id,
      ebene,
      gebietId,
      beginn: am('2026-01-01'),
      inhalt: `hash-${id}`,
      ...differences,
    }),
  )
}

function zustaendig(
  id: string,
  gebietId: string,
  differences: Partial<Zustaendigkeit> = {},
): Aussage {
  return gespeicherteZustaendigkeit({
    id,
    gebietId,
    stelle: { art: 'organisationseinheit', id: 'buero' },
    ...differences,
  })
}
