import { describe, expect, it } from 'vitest'
import {
  aussetzung,
  abgesagt,
  am,
  berichtigung,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { newestFolgenummer, whatIf } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { auswirkungOf, type Auswirkung } from './auswirkung.ts'

const alt = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
const neu = freigegeben({ id: 'neu', beginn: anZeitgrenze('zeitgrenze'), basis: 'alt' })
const start = [verkuendung(bestimmt('2027-01-01')), freigabe(alt), freigabe(neu)]

describe('a move', () => {
  it('says for each text the days before and after, its predecessor included', () => {
    const { verschiebungen, folgen } = moved(start, bestimmt('2027-07-01'))
    expect(verschiebungen.map(({ gegenstand, ...lagen }) => [gegenstand.id, lagen])).toEqual([
      [
        'alt',
        {
          vorher: gilt({ ab: '2026-01-01', bis: '2027-01-01' }),
          nachher: gilt({ ab: '2026-01-01', bis: '2027-07-01' }),
        },
      ],
      [
        'neu',
        {
          vorher: gilt({ ab: '2027-01-01', bis: null }),
          nachher: gilt({ ab: '2027-07-01', bis: null }),
        },
      ],
    ])
    expect(folgen).toEqual([])
  })

  it('to no day at all makes what hangs on it wait', () => {
    const { verschiebungen } = moved(start, unbestimmt())
    expect(verschiebungen.find(({ gegenstand }) => gegenstand.id === 'neu')?.nachher).toEqual({
      zustand: 'wartet',
      zeitraeume: [],
      grund: null,
    })
  })

  it('of a law that failed lets its texts be abgesagt', () => {
    const { verschiebungen } = moved(start, abgesagt())
    expect(verschiebungen.map(({ nachher }) => nachher.zustand)).toEqual(['gilt', 'abgesagt'])
  })

  it('names the gap that it makes, and not the one that was there', () => {
    const befristet = freigegeben({ id: 'alt', beginn: am('2026-01-01'), ende: am('2027-01-01') })
    const log = [start[0] as Aussage, freigabe(befristet), freigabe(neu)]
    expect(moved(log, bestimmt('2027-07-01')).folgen).toMatchObject([
      { art: 'luecke', nach: { id: 'alt' }, ab: '2027-01-01', bis: '2027-07-01' },
    ])
    const further = [...log, verkuendung(bestimmt('2027-07-01'))]
    expect(moved(further, bestimmt('2027-07-01')).folgen).toEqual([])
  })

  it('names the text that overtakes its basis', () => {
    const spaeter = freigegeben({ id: 'spaeter', beginn: am('2027-03-01'), basis: 'neu' })
    expect(moved([...start, freigabe(spaeter)], bestimmt('2027-07-01')).folgen).toMatchObject([
      { art: 'ausgesetzt', wer: { id: 'spaeter' }, grund: { art: 'vor-grundlage' } },
    ])
  })

  it('names the two that fall on one day', () => {
    const fest = freigegeben({ id: 'fest', beginn: am('2027-07-01') })
    expect(moved([...start, freigabe(fest)], bestimmt('2027-07-01')).folgen).toMatchObject([
      { art: 'ausgesetzt', wer: { id: 'fest' }, grund: { art: 'selber-tag', mit: 'neu' } },
    ])
  })

  it('reaches Zustaendigkeiten and offices that hang on it, and nothing else', () => {
    const log = [
      ...start,
      gespeicherteZustaendigkeit({ redaktionId: 'stadt' }, anZeitgrenze('zeitgrenze')),
      gespeicherteStelle('amt', { ende: anZeitgrenze('zeitgrenze', 1) }),
      gespeicherteStelle('anderes'),
    ]
    const { verschiebungen } = moved(log, bestimmt('2027-07-01'))
    expect(verschiebungen.map(({ gegenstand }) => gegenstand)).toMatchObject([
      { id: 'alt' },
      { id: 'neu' },
      { art: 'zustaendigkeit', id: 'zustaendigkeit', redaktionId: 'stadt' },
      { art: 'organisationseinheit', id: 'amt', inhalt: 'hash-amt' },
    ])
    expect(verschiebungen.at(-1)?.nachher.zeitraeume).toEqual([
      { ab: '0001-01-01', bis: '2027-07-02' },
    ])
  })

  it('to the day that it has moves nothing', () => {
    expect(moved(start, bestimmt('2027-01-01'))).toEqual({ verschiebungen: [], folgen: [] })
  })
})

describe('other acts', () => {
  const key = 'reihe|personalausweis|land|land'

  it.each([
    ['a withdrawal', zurueckziehung('neu'), 'neu', 'entfaellt'],
    ['holding back', aussetzung('neu'), 'neu', 'ausgesetzt'],
    ['a correction', freigabe(berichtigung(alt)), 'alt', 'entfaellt'],
  ])('%s says what becomes of the text', (_name, act, id, zustand) => {
    const before = chronikWith(...start)
    const { verschiebungen } = between(before, [act], [key])
    const found = verschiebungen.find(({ gegenstand }) => gegenstand.id === id)
    expect(found?.nachher.zustand).toBe(zustand)
  })

  it('a release begins at nothing', () => {
    const before = chronikWith(...start.slice(0, 2))
    const { verschiebungen } = between(before, [freigabe(neu)], [key])
    expect(verschiebungen.find(({ gegenstand }) => gegenstand.id === 'neu')?.vorher).toEqual({
      zustand: 'entfaellt',
      zeitraeume: [],
      grund: null,
    })
  })
})

function moved(log: readonly Aussage[], zeitgrenze: Zeitgrenze): Auswirkung {
  const before = chronikWith(...log)
  return between(before, [verkuendung(zeitgrenze)], before.abhaengige.get(zeitgrenze.id) ?? [])
}

function between(
  before: ReturnType<typeof chronikWith>,
  acts: readonly Aussage[],
  keys: Iterable<string>,
): Auswirkung {
  const after = whatIf(before, acts)
  return auswirkungOf(
    { chronik: before, kenntnisstand: newestFolgenummer(before) },
    { chronik: after, kenntnisstand: newestFolgenummer(after) },
    keys,
  )
}

function gilt(...zeitraeume: readonly { readonly ab: string; readonly bis: string | null }[]) {
  return { zustand: 'gilt', zeitraeume, grund: null }
}
