import { describe, expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import { whatIf } from '#core/log/chronik.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  gespeicherteStelle,
  grundbestand,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { pruefeZeitleisten } from './pruefeZeitleisten.ts'
import { pruefstandOf, type Zeitpruefung } from './stand.ts'
import {
  pruefeAbgesagte,
  pruefeLangeOffene,
  pruefeTeilinkrafttreten,
  pruefeVerstrichene,
} from './zeitgrenzen.ts'

const check = (pruefung: Zeitpruefung, heute: string, ...aussagen: readonly Aussage[]) =>
  pruefung(pruefstandOf(pruefstoff(heute, aussagen))).map(
    ({ gegenstand, seit }) => `${gegenstand.id} ${seit}`,
  )

const hangs = freigabe(freigegeben({ beginn: anZeitgrenze('zeitgrenze') }))
const abgesagt = (id = 'zeitgrenze'): Zeitgrenze => {
  const {
    stand: _stand,
    bedingung: _bedingung,
    ...rest
  } = unbestimmt(id) as Extract<Zeitgrenze, { stand: 'unbestimmt' }>
  return { ...rest, stand: 'abgesagt', grund: 'Der Landtag hat das Gesetz abgelehnt.' }
}

// The first entry of the factories is of 1 October 2026; 366 days later it is 2 October 2027.
describe('a Zeitgrenze left open for more than a year', () => {
  it.each([
    ['the day before', '2027-10-01', []],
    ['the day', '2027-10-02', ['zeitgrenze 2027-10-02']],
  ])('%s', (_name, heute, expected) => {
    for (const open of [unbestimmt(), geplant('2029-01-01'), geschaetzt('2029')]) {
      expect(check(pruefeLangeOffene, heute, verkuendung(open), hangs)).toEqual(expected)
    }
  })

  it('is none without a released text, and none once the text is withdrawn', () => {
    expect(check(pruefeLangeOffene, '2028-01-01', verkuendung(unbestimmt()))).toEqual([])
    const withdrawn = zurueckziehung('fassung')
    expect(
      check(pruefeLangeOffene, '2028-01-01', verkuendung(unbestimmt()), hangs, withdrawn),
    ).toEqual([])
  })

  it('counts from the first entry of its state, not from a later wording of it', () => {
    const entries = [unbestimmt('zeitgrenze', 'a'), unbestimmt('zeitgrenze', 'b')].map(verkuendung)
    expect(check(pruefeLangeOffene, '2027-10-02', ...entries, hangs)).toHaveLength(1)
  })

  it('belongs to the team of the law where it names none itself', () => {
    const stand = pruefstandOf(pruefstoff('2027-10-02', [verkuendung(unbestimmt()), hangs]))
    expect(pruefeLangeOffene(stand)).toMatchObject([
      {
        redaktionId: 'landesredaktion',
        ziel: '/admin/collections/zeitgrenzen/zeitgrenze',
        angaben: { erster: '2026-10-01', stand: 'unbestimmt', texte: 1 },
      },
    ])
  })
})

describe('a plan that has passed', () => {
  it.each([
    ['a planned day, on it', geplant('2027-01-01'), '2027-01-01', []],
    [
      'a planned day, the day after',
      geplant('2027-01-01'),
      '2027-01-02',
      ['zeitgrenze 2027-01-02'],
    ],
    ['February of a leap year, its last day', geschaetzt('2028-02'), '2028-02-29', []],
    [
      'February of a leap year, over',
      geschaetzt('2028-02'),
      '2028-03-01',
      ['zeitgrenze 2028-03-01'],
    ],
    ['the last quarter, New Year’s Eve', geschaetzt('2026-Q4'), '2026-12-31', []],
    ['the last quarter, over', geschaetzt('2026-Q4'), '2027-01-01', ['zeitgrenze 2027-01-01']],
    ['a year, New Year’s Eve', geschaetzt('2026'), '2026-12-31', []],
    ['a year, over', geschaetzt('2026'), '2027-01-01', ['zeitgrenze 2027-01-01']],
    ['an announced day', bestimmt('2026-01-01'), '2027-01-01', []],
    ['a condition', unbestimmt(), '2030-01-01', []],
  ])('%s', (_name, zeitgrenze, heute, expected) => {
    expect(check(pruefeVerstrichene, heute, verkuendung(zeitgrenze))).toEqual(expected)
  })
})

describe('a law that failed', () => {
  const log = [verkuendung(unbestimmt()), hangs, verkuendung(abgesagt())]

  it('leaves its texts behind, until they are withdrawn', () => {
    expect(check(pruefeAbgesagte, '2026-11-24', ...log)).toEqual(['fassung 2026-10-01'])
    expect(check(pruefeAbgesagte, '2026-11-24', ...log, zurueckziehung('fassung'))).toEqual([])
  })

  it('leaves texts without the end that it would have brought', () => {
    const text = freigabe(
      freigegeben({ id: 'endet', beginn: am('2026-01-01'), ende: anZeitgrenze('zeitgrenze') }),
    )
    expect(check(pruefeAbgesagte, '2026-11-24', text, verkuendung(abgesagt()))).toEqual([
      'endet 2026-10-01',
    ])
  })

  it('leaves offices behind, until they are saved anew', () => {
    const office = gespeicherteStelle('amt', { beginn: anZeitgrenze('zeitgrenze') })
    expect(check(pruefeAbgesagte, '2026-11-24', office, verkuendung(abgesagt()))).toEqual([
      'amt 2026-10-01',
    ])
    const mended = gespeicherteStelle('amt', { beginn: am('2027-01-01') })
    expect(check(pruefeAbgesagte, '2026-11-24', office, verkuendung(abgesagt()), mended)).toEqual(
      [],
    )
  })

  it('is found in a preview too, on the day of asking', () => {
    const chronik = whatIf(chronikWith(verkuendung(unbestimmt()), hangs), [verkuendung(abgesagt())])
    expect(pruefeZeitleisten(pruefstoff('2026-11-24', chronik))).toMatchObject([
      { code: 'anker-abgesagt', seit: '2026-11-24' },
    ])
  })
})

describe('a Teilinkrafttreten for named areas', () => {
  const teil: Zeitgrenze = {
    ...bestimmt('2027-01-01', 'teil'),
    art: 'teilinkrafttreten',
    gebietIds: ['kreis'],
  }
  const of = (ebene: 'land' | 'gemeinde', gebietId: string, zeitgrenze = teil) =>
    check(
      pruefeTeilinkrafttreten,
      '2026-11-24',
      ...grundbestand(),
      verkuendung(zeitgrenze),
      freigabe(freigegeben({ ebene, gebietId, beginn: anZeitgrenze('teil') })),
    )

  it('moves a text of a Gemeinde in the Kreis', () => {
    expect(of('gemeinde', 'gemeinde')).toEqual([])
  })

  it('does not reach the city beside it, nor the Land around it', () => {
    expect(of('gemeinde', 'stadt')).toEqual(['fassung 2027-01-01'])
    expect(of('land', 'land')).toEqual(['fassung 2027-01-01'])
  })

  it('reaches everybody where it names no area', () => {
    const { gebietIds: _gebietIds, ...whole } = teil
    expect(of('land', 'land', whole as Zeitgrenze)).toEqual([])
  })
})
