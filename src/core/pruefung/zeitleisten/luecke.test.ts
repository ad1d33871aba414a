import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Freigegeben, Zurueckziehung } from '#core/fassung/fassung.ts'
import { abschnittOn } from '#core/fassung/reihe.ts'
import {
  chronikOf,
  newestFolgenummer,
  reiheKey,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import {
  am,
  befristet,
  ereignis,
  freigabe,
  freigegeben,
  zurueckziehung,
} from '../../../../tests/support/factories.ts'
import { ALLE_TAGE, ERSTER_TAG, anyHistory } from '../../../../tests/support/histories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { pruefeLuecken } from './luecke.ts'
import { pruefeZeitleisten } from './pruefeZeitleisten.ts'
import { pruefstandOf } from './stand.ts'

function gaps(heute: string, ...aussagen: readonly Aussage[]) {
  return pruefeLuecken(pruefstandOf(pruefstoff(heute, aussagen))).map(
    ({ gegenstand, seit, angaben }) => `${gegenstand.id} ${seit}–${angaben['bis'] ?? ''}`,
  )
}

const bisEnde = freigegeben({ id: 'alt', beginn: am('2026-01-01'), ende: am('2027-01-01') })
const abFebruar = freigegeben({ id: 'neu', beginn: am('2027-02-01') })

describe('a gap', () => {
  it('lies between the end on New Year’s Day and the next text on 1 February', () => {
    expect(gaps('2026-11-24', freigabe(bisEnde), freigabe(abFebruar))).toEqual([
      'alt 2027-01-01–2027-02-01',
    ])
  })

  it('is none where the next text begins on the day of the end', () => {
    const next = freigegeben({ id: 'neu', beginn: am('2027-01-01') })
    expect(gaps('2026-11-24', freigabe(bisEnde), freigabe(next))).toEqual([])
  })

  it('is none where the last text says that nothing follows', () => {
    expect(gaps('2026-11-24', freigabe(bisEnde))).toEqual([])
  })

  it('follows a befristet text whose predecessor was to resume and is not there', () => {
    const text = befristet('2027-01-01', { id: 'frist', beginn: am('2026-12-01') })
    expect(gaps('2026-11-24', freigabe(text))).toEqual(['frist 2027-01-01–'])
  })

  it('follows a befristet text whose predecessor has ended meanwhile', () => {
    const text = befristet('2027-03-01', { id: 'frist', beginn: am('2026-12-01') })
    expect(gaps('2026-11-24', freigabe(bisEnde), freigabe(text))).toEqual(['frist 2027-03-01–'])
  })

  it('is none where a withdrawal ends the service, also when a text follows later', () => {
    const ended = zurueckziehung('alt', { ab: day('2027-01-01'), folge: { art: 'leistung-endet' } })
    const open = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
    expect(gaps('2026-11-24', freigabe(open), ended)).toEqual([])
    expect(gaps('2026-11-24', freigabe(open), ended, freigabe(abFebruar))).toEqual([])
  })

  it('follows a withdrawal that promises the predecessor where there is none', () => {
    const withdrawn = zurueckziehung('alt', { ab: day('2027-01-01') })
    const open = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
    expect(gaps('2026-11-24', freigabe(open), withdrawn)).toEqual(['alt 2027-01-01–'])
  })

  it('is found until its last day, and no longer when it is over', () => {
    const log = [freigabe(bisEnde), freigabe(abFebruar)]
    expect(gaps('2027-01-31', ...log)).toHaveLength(1)
    expect(gaps('2027-02-01', ...log)).toEqual([])
  })
})

describe('any history', () => {
  const heute = addDays(ERSTER_TAG, -2)

  it('has a gap reported exactly where days are silent and nobody has said so', () => {
    fc.assert(
      fc.property(anyHistory, (aussagen) => {
        const chronik = logOf(withoutCorrections(aussagen))
        const found = pruefeLuecken(pruefstandOf(pruefstoff(heute, chronik)))
        const reported = found.flatMap(
          ({ gegenstand }) => chronik.fassungen.get(gegenstand.id)?.wert.ebene ?? [],
        )
        const expected = [...chronik.reihen].flatMap(([key, [first]]) =>
          first && hasGap(chronik, key) ? [first.wert.ebene] : [],
        )
        expect(new Set(reported)).toEqual(new Set(expected))
      }),
      { numRuns: 500 },
    )
  })

  it('is silent on the first day of each gap and not on the day before, corrections or not', () => {
    fc.assert(
      fc.property(anyHistory, (aussagen) => {
        const chronik = logOf(aussagen)
        for (const { gegenstand, seit } of pruefeLuecken(
          pruefstandOf(pruefstoff(heute, chronik)),
        )) {
          const text = chronik.fassungen.get(gegenstand.id)?.wert
          const key = text ? reiheKey(text) : ''
          expect(textOn(chronik, key, addDays(seit, -1))?.id).toBe(gegenstand.id)
          expect(textOn(chronik, key, seit)).toBeUndefined()
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is checked without an exception, and each finding has a key of its own', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...ALLE_TAGE), (aussagen, tag) => {
        const chronik = logOf(aussagen)
        const keys = pruefeZeitleisten(pruefstoff(tag, chronik)).map(({ schluessel }) => schluessel)
        expect(new Set(keys).size).toBe(keys.length)
      }),
      { numRuns: 300 },
    )
  })
})

/** The definition once more, day by day: silent days after a day with a text that nobody has announced. */
function hasGap(chronik: Chronik, key: string): boolean {
  const row = (chronik.reihen.get(key) ?? []).map(({ wert }) => wert)
  const spoken = ALLE_TAGE.map((tag) => textOn(chronik, key, tag))
  return ALLE_TAGE.some((tag, index) => {
    const before = spoken[index - 1]
    if (spoken[index] || !before) return false
    if (row.some((text) => endsService(chronik, text, tag, before))) return false
    const resumes = spoken.slice(index).some((later) => later !== undefined)
    return resumes || !hasSaidSo(chronik, before, tag)
  })
}

function textOn(chronik: Chronik, key: string, tag: CalendarDay): Freigegeben | undefined {
  return abschnittOn(reiheAt(chronik, key, newestFolgenummer(chronik)), tag)?.beleg.wert
}

/** The text ends on that day by its own end, which says that nothing follows. */
function hasSaidSo(chronik: Chronik, { id, ende, danach }: Freigegeben, tag: CalendarDay): boolean {
  const isWithdrawn = withdrawalOf(chronik, id)?.ab === tag
  return danach === 'nichts' && ende !== null && tagOf(chronik, ende) === tag && !isWithdrawn
}

/** The text that held, or one that would have begun on the day, is withdrawn from then on, and the service with it. */
function endsService(
  chronik: Chronik,
  { id, beginn }: Freigegeben,
  tag: CalendarDay,
  before: Freigegeben,
): boolean {
  const withdrawn = withdrawalOf(chronik, id)
  if (withdrawn?.folge.art !== 'leistung-endet') return false
  if (id === before.id) return withdrawn.ab === tag
  return tagOf(chronik, beginn) === tag && (withdrawn.ab === null || withdrawn.ab <= tag)
}

function withdrawalOf(chronik: Chronik, id: string): Zurueckziehung | undefined {
  return chronik.zurueckziehungen.get(id)?.at(-1)?.wert
}

function tagOf(chronik: Chronik, anker: Anker): CalendarDay | null {
  return effectiveDay(anker, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
}

/** The same history as if no text corrected another: then each text's own words say why it ends. */
function withoutCorrections(aussagen: readonly Aussage[]): readonly Aussage[] {
  return aussagen.map((each) =>
    each.klasse === 'fassung' ? { ...each, fassung: { ...each.fassung, berichtigt: null } } : each,
  )
}

function logOf(aussagen: readonly Aussage[]): Chronik {
  return chronikOf(aussagen.map((each, index) => ereignis(index + 1, each)))
}
