import { describe, expect, it } from 'vitest'
import {
  freigegeben,
  berichtigung,
  bestimmt,
  chronikWith,
  ereignis,
  freigabe,
  freigabeVariante,
  geplant,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import {
  chronikOf,
  createChronik,
  latest,
  newestFolgenummer,
  objektKey,
  record,
  reiheKey,
  zeitgrenzenAt,
} from './chronik.ts'

describe('record', () => {
  it('takes entries 1, 2, 3 in order', () => {
    const chronik = createChronik()
    expect(newestFolgenummer(chronik)).toBe(0)
    record(chronik, ereignis(1, freigabe(freigegeben())))
    record(chronik, ereignis(2))
    expect(newestFolgenummer(chronik)).toBe(2)
    expect(chronik.zeitpunkte).toEqual(['2026-10-01T12:00:00.000Z', '2026-10-01T12:01:00.000Z'])
  })

  it.each([
    ['a hole', 3],
    ['a repetition', 1],
    ['an entry of before the log', 0],
  ])('throws at %s and changes nothing', (_name, folgenummer) => {
    const chronik = chronikOf([ereignis(1)])
    expect(() => record(chronik, ereignis(folgenummer, freigabe(freigegeben())))).toThrow(
      `entry ${folgenummer} does not follow 1`,
    )
    expect(newestFolgenummer(chronik)).toBe(1)
    expect(chronik.reihen.size).toBe(0)
  })

  it('keeps all texts of a row in the order of release, and finds each by its id', () => {
    const first = freigegeben({ id: 'a' })
    const correction = berichtigung(first)
    const foreign = freigegeben({ id: 'b', ebene: 'gemeinde', gebietId: 'gemeinde' })
    const chronik = chronikWith(freigabe(first), freigabe(foreign), freigabe(correction))
    expect(chronik.reihen.get(reiheKey(first))).toEqual([
      { folgenummer: 1, wert: first },
      { folgenummer: 3, wert: correction },
    ])
    expect(chronik.fassungen.get('b')).toEqual({ folgenummer: 2, wert: foreign })
  })

  it('gives all Aussagen of one entry its Folgenummer', () => {
    const chronik = chronikWith([gespeicherteStelle('eins'), gespeicherteStelle('zwei')])
    expect(newestFolgenummer(chronik)).toBe(1)
    for (const id of ['eins', 'zwei']) {
      expect(chronik.objekte.get(objektKey({ art: 'organisationseinheit', id }))).toMatchObject([
        { folgenummer: 1 },
      ])
    }
  })

  it('finds the Zustaendigkeiten of a Leistung and of an office, also former ones', () => {
    const moved = { stelle: { art: 'onlinedienst', id: 'portal' } } as const
    const chronik = chronikWith(gespeicherteZustaendigkeit(), gespeicherteZustaendigkeit(moved))
    const folgenummern = (key: string): unknown =>
      chronik.zustaendigkeiten.get(key)?.map(({ folgenummer }) => folgenummer)
    expect(folgenummern('leistung|personalausweis')).toEqual([1, 2])
    expect(folgenummern('organisationseinheit|amt')).toEqual([1])
    expect(folgenummern('onlinedienst|portal')).toEqual([2])
  })

  it('keeps variants and withdrawals with their Fassung', () => {
    const chronik = chronikWith(
      freigabe(freigegeben()),
      freigabeVariante(),
      zurueckziehung('fassung'),
    )
    expect(chronik.varianten.get('fassung')).toMatchObject([{ folgenummer: 2 }])
    expect(chronik.zurueckziehungen.get('fassung')).toMatchObject([{ folgenummer: 3 }])
  })
})

describe('zeitgrenzenAt', () => {
  const chronik = chronikWith(
    verkuendung(geplant('2027-01-01')),
    verkuendung(bestimmt('2027-01-01')),
    verkuendung(bestimmt('2027-07-01')),
  )

  it.each([
    [0, undefined],
    [1, geplant('2027-01-01')],
    [2, bestimmt('2027-01-01')],
    [3, bestimmt('2027-07-01')],
    [99, bestimmt('2027-07-01')],
  ])('at Kenntnisstand %i', (kenntnisstand, expected) => {
    expect(zeitgrenzenAt(chronik, kenntnisstand)('zeitgrenze')).toEqual(expected)
  })

  it('knows no other', () => {
    expect(zeitgrenzenAt(chronik, 3)('andere')).toBeUndefined()
  })
})

it('latest of nothing is nothing', () => {
  expect(latest(undefined, 5)).toBeUndefined()
  expect(latest([{ folgenummer: 6, wert: 'spaeter' }], 5)).toBeUndefined()
})
