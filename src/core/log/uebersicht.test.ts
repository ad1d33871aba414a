import { describe, expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigabeVariante,
  freigegeben,
  gespeicherteModulsperre,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  gespeichertesGebiet,
  grundbestand,
  verkuendung,
} from '../../../tests/support/factories.ts'
import {
  inhaltOf,
  schichtenIn,
  uebersichtOf,
  variantenOf,
  zustaendigkeitenIn,
  type Uebersicht,
} from './uebersicht.ts'

const L = 'personalausweis'

describe('uebersichtOf', () => {
  it('finds areas, services and offices of the day', () => {
    const uebersicht = of([gespeicherteStelle('buero', { beginn: am('2027-01-01') })])
    expect(uebersicht.gebiete.byArs.get('130765654009')).toBe(GEMEINDE)
    expect(uebersicht.leistungen.get(L)?.wert.name).toBe('Personalausweis')
    expect(uebersicht.objekte('organisationseinheit', 'buero')?.objekt).toMatchObject({
      id: 'buero',
    })
    expect(
      of([gespeicherteStelle('buero', { beginn: am('2027-06-01') })]).objekte(
        'organisationseinheit',
        'buero',
      ),
    ).toBeUndefined()
  })

  it('follows the tree of that day: a Gemeinde that changes its Amt', () => {
    const moved = gespeichertesGebiet({ ...GEMEINDE, uebergeordnet: 'land' }, am('2027-01-01'))
    const texts = [text('amt-text', 'amt', 'amt'), text('land-text', 'land', 'land')]
    const path = (stichtag: string): readonly string[] =>
      idsOf(schichtenIn(of([moved, ...texts], stichtag), L, 'gemeinde'))
    expect(path('2026-12-31')).toEqual(['land-text', 'amt-text'])
    expect(path('2027-01-01')).toEqual(['land-text'])
  })
})

describe('a module lock of the Land from 1 January 2027', () => {
  const texts = [text('land-text', 'land', 'land'), text('ort-text', 'gemeinde', 'gemeinde')]
  const sperre = gespeicherteModulsperre({}, anZeitgrenze('zeitgrenze'))
  const lockedOn = (stichtag: string, tag: string, gebietId = 'gemeinde') =>
    schichtenIn(of([verkuendung(bestimmt(tag)), sperre, ...texts], stichtag), L, gebietId).map(
      ({ fassung, gesperrt }) => [fassung.id, [...gesperrt]],
    )

  it('leaves nothing of the module to the layers below, from its day on', () => {
    expect(lockedOn('2026-12-31', '2027-01-01')).toEqual([
      ['land-text', []],
      ['ort-text', []],
    ])
    expect(lockedOn('2027-01-01', '2027-01-01')).toEqual([
      ['land-text', []],
      ['ort-text', ['kurztext']],
    ])
  })

  it('moves with its law', () => {
    expect(lockedOn('2027-01-01', '2027-07-01')).toEqual([
      ['land-text', []],
      ['ort-text', []],
    ])
  })

  it('of an area that calls itself another layer locks nothing', () => {
    const arrogant = gespeicherteModulsperre({ gebietId: 'kreis', ebene: 'bund' })
    const schichten = schichtenIn(of([arrogant, ...texts], '2027-01-01'), L, 'gemeinde')
    expect(schichten.map(({ gesperrt }) => gesperrt.size)).toEqual([0, 0])
  })

  it('does not reach beyond its area', () => {
    const foreign = gespeicherteModulsperre({ gebietId: 'stadt', ebene: 'kreis' })
    const schichten = schichtenIn(of([foreign, ...texts], '2027-01-01'), L, 'gemeinde')
    expect(schichten.map(({ gesperrt }) => gesperrt.size)).toEqual([0, 0])
  })
})

describe('schichtenIn', () => {
  const texts = [
    text('gemeinde-text', 'gemeinde', 'gemeinde'),
    text('amt-text', 'amt', 'amt'),
    text('kreis-text', 'kreis', 'kreis'),
    text('land-text', 'land', 'land'),
    text('bund-text', 'bund', 'bund'),
    text('stadt-als-gemeinde', 'gemeinde', 'stadt'),
    text('stadt-als-kreis', 'kreis', 'stadt'),
  ]
  const uebersicht = of(texts)

  it.each([
    ['gemeinde', ['bund-text', 'land-text', 'kreis-text', 'amt-text', 'gemeinde-text']],
    ['nachbarin', ['bund-text', 'land-text', 'kreis-text', 'amt-text']],
    ['stadt', ['bund-text', 'land-text', 'stadt-als-kreis', 'stadt-als-gemeinde']],
    ['land', ['bund-text', 'land-text']],
    ['nirgends', []],
  ])('in %s: the texts of all layers above, widest first', (gebietId, expected) => {
    expect(idsOf(schichtenIn(uebersicht, L, gebietId))).toEqual(expected)
  })

  it('of another Leistung: none', () => {
    expect(schichtenIn(uebersicht, 'andere', 'gemeinde')).toEqual([])
  })
})

it('variantenOf finds the languages of a text', () => {
  const english = freigabeVariante({ fassungId: 'land-text', id: 'en' })
  const easy = freigabeVariante({ fassungId: 'land-text', id: 'leicht', sprache: 'de-LS' })
  const uebersicht = of([
    text('land-text', 'land', 'land'),
    text('amt-text', 'amt', 'amt'),
    easy,
    english,
  ])
  const [land, amt] = schichtenIn(uebersicht, L, 'amt')
  expect(land && variantenOf(uebersicht, land).map(({ variante }) => variante.id)).toEqual([
    'en',
    'leicht',
  ])
  expect(amt && variantenOf(uebersicht, amt)).toEqual([])
})

describe('zustaendigkeitenIn', () => {
  it('the most specific area wins', () => {
    const all = [zustaendig('land', 'land'), zustaendig('kreis', 'kreis'), zustaendig('amt', 'amt')]
    expect(answering('gemeinde', ...all)).toEqual(['amt'])
    expect(answering('kreis', ...all)).toEqual(['kreis'])
    expect(answering('stadt', ...all)).toEqual(['land'])
  })

  it('for each role by itself', () => {
    const all = [
      zustaendig('land', 'land'),
      zustaendig('annahme', 'gemeinde', { rolle: 'antragsannahme' }),
    ]
    expect(answering('gemeinde', ...all)).toEqual(['land', 'annahme'])
  })

  it('a town’s counter does not take the Land’s online service away', () => {
    const online = zustaendig('online', 'land', { stelle: { art: 'onlinedienst', id: 'portal' } })
    expect(answering('gemeinde', online, zustaendig('buero', 'gemeinde'))).toEqual([
      'online',
      'buero',
    ])
  })

  it('two of the same area answer together', () => {
    expect(answering('gemeinde', zustaendig('eins', 'amt'), zustaendig('zwei', 'amt'))).toEqual([
      'eins',
      'zwei',
    ])
  })

  it('a neighbour does not answer', () => {
    expect(answering('nachbarin', zustaendig('buero', 'gemeinde'))).toEqual([])
  })

  it('nobody answers in an unknown area or for another Leistung', () => {
    expect(answering('nirgends', zustaendig('land', 'land'))).toEqual([])
    expect(answering('gemeinde', zustaendig('land', 'land', { leistungId: 'andere' }))).toEqual([])
  })

  it('from its first day on', () => {
    const fromJuly = gespeicherteZustaendigkeit(
      { id: 'neu', gebietId: 'gemeinde' },
      am('2027-07-01'),
    )
    const all = [zustaendig('land', 'land'), fromJuly]
    expect(idsIn(of(all, '2027-06-30'), 'gemeinde')).toEqual(['land'])
    expect(idsIn(of(all, '2027-07-01'), 'gemeinde')).toEqual(['neu'])
  })

  function answering(gebietId: string, ...all: readonly Aussage[]): readonly string[] {
    return idsIn(of(all), gebietId)
  }

  function idsIn(uebersicht: Uebersicht, gebietId: string): readonly string[] {
    return zustaendigkeitenIn(uebersicht, L, gebietId).map(({ wert }) => wert.id)
  }
})

it('inhaltOf names the content of an office, and none of what lies in the entry', () => {
  const uebersicht = of([gespeicherteStelle('buero'), zustaendig('eine', 'land')])
  const objekte = [...uebersicht.snapshot.eintraege.values()].flatMap((each) =>
    each.klasse === 'objekt' ? [each.objekt] : [],
  )
  const byId = Object.fromEntries(objekte.map((objekt) => [objekt.id, inhaltOf(objekt)]))
  expect(byId).toMatchObject({ buero: 'hash-buero', eine: null, land: null })
})

function of(log: readonly Aussage[], stichtag = '2027-01-01'): Uebersicht {
  const chronik = chronikWith(...grundbestand(), ...log)
  return uebersichtOf(snapshotOn(chronik, newestPair(chronik, day(stichtag))))
}

function text(
  id: string,
  ebene: 'bund' | 'land' | 'kreis' | 'amt' | 'gemeinde',
  gebietId: string,
): Aussage {
  return freigabe(freigegeben({ id, ebene, gebietId, beginn: am('2026-01-01') }))
}

function zustaendig(
  id: string,
  gebietId: string,
  differences: Partial<Zustaendigkeit> = {},
): Aussage {
  return gespeicherteZustaendigkeit({ id, gebietId, ...differences })
}

function idsOf(schichten: ReturnType<typeof schichtenIn>): readonly string[] {
  return schichten.map(({ fassung }) => fassung.id)
}
