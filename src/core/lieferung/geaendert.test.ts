import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chronikOf, newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  am,
  berichtigung,
  bestimmt,
  chronikWith,
  ereignis,
  freigabe,
  freigabeVariante,
  freigegeben,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  gespeichertesGebiet,
  grundbestand,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { ALLE_TAGE, ERSTER_TAG, anyHistory } from '../../../tests/support/histories.ts'
import { aenderungszeiten, type Aenderungszeiten } from './geaendert.ts'
import { planLieferung, type Leistungsobjekt } from './lieferung.ts'

const alt = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
const neu = freigegeben({ id: 'neu', beginn: am('2026-11-01') })
const ortstext = freigegeben({ ...neu, id: 'ort', ebene: 'gemeinde', gebietId: 'gemeinde' })
/** Entries are a minute apart; the first holds all areas and the Leistung. */
const minute = (folgenummer: number): string => `2026-10-01T12:0${String(folgenummer - 1)}:00.000Z`

describe('a text is changed by', () => {
  it('its release', () => {
    expect(textOn('2026-10-02', [freigabe(alt)])).toBe(minute(2))
  })

  it('0:00 of its first day in Berlin', () => {
    expect(textOn('2026-12-01', [freigabe(neu)])).toBe('2026-10-31T23:00:00.000Z')
  })

  it('the move of its first day', () => {
    const log = [
      freigabe(freigegeben({ id: 'alt', beginn: anZeitgrenze('zeitgrenze') })),
      verkuendung(bestimmt('2026-07-01')),
      verkuendung(bestimmt('2026-06-01')),
    ]
    expect(textOn('2026-10-02', log, 3)).toBe(minute(3))
    expect(textOn('2026-10-02', log)).toBe(minute(4))
  })

  it('the move of its end', () => {
    const ende = anZeitgrenze('zeitgrenze')
    const log = [freigabe(freigegeben({ ...alt, ende })), verkuendung(unbestimmt())]
    expect(textOn('2026-10-02', log)).toBe(minute(3))
  })

  it.each([
    ['the withdrawal of what followed it', zurueckziehung('neu')],
    ['the withdrawal from a later day on', zurueckziehung('neu', { ab: day('2027-01-01') })],
    ['a correction', freigabe(berichtigung(neu))],
    ['a variant', freigabeVariante({ fassungId: 'neu' })],
  ])('%s', (_name, aussage) => {
    expect(textOn('2026-10-02', [freigabe(alt), freigabe(neu), aussage])).toBe(minute(4))
  })

  it('the withdrawal of a variant', () => {
    const log = [
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt' }),
      zurueckziehung('fassung-en'),
    ]
    expect(textOn('2026-10-02', log)).toBe(minute(4))
  })

  it('a layer that no longer holds', () => {
    const log = [freigabe(alt), freigabe(ortstext), zurueckziehung('ort')]
    expect(textOn('2026-10-02', log, undefined, 'gemeinde')).toBe(minute(4))
    expect(textOn('2026-10-02', log, undefined, 'land')).toBe(minute(2))
  })

  it('a layer of an area that lay above it once', () => {
    const kreistext = freigegeben({ ...alt, id: 'kreis', ebene: 'kreis', gebietId: 'kreis' })
    const moved = gespeichertesGebiet({ ...GEMEINDE, uebergeordnet: 'land' })
    const log = [freigabe(alt), freigabe(kreistext), moved]
    expect(textOn('2026-10-02', log, undefined, 'gemeinde')).toBe(minute(4))
    expect(textOn('2026-10-02', [...log, zurueckziehung('kreis')], undefined, 'gemeinde')).toBe(
      minute(5),
    )
  })

  it('nothing that is said of other texts, or later', () => {
    const other = freigegeben({ ...alt, id: 'andere', leistungId: 'andere' })
    const log = [freigabe(alt), freigabe(other), freigabe(neu)]
    expect(textOn('2026-10-02', log, 3)).toBe(minute(2))
  })
})

describe('what answers for it', () => {
  const buero = gespeicherteStelle('buero')
  const stelle = { art: 'organisationseinheit', id: 'buero' } as const
  const zustaendig = gespeicherteZustaendigkeit({ gebietId: 'gemeinde', stelle })
  const ended = gespeicherteZustaendigkeit(
    { gebietId: 'gemeinde', stelle },
    am('2026-01-01'),
    am('2026-10-01'),
  )
  const log = [freigabe(alt), buero, zustaendig, ended]

  it('changes the answer of its area, also when it no longer does', () => {
    const auskunft = (gebietId: string, kenntnisstand: number): string =>
      on('2026-10-02', log, kenntnisstand).ofAuskunft('personalausweis', gebietId)
    expect([2, 3, 4, 5].map((each) => auskunft('gemeinde', each))).toEqual([2, 2, 4, 5].map(minute))
    expect(auskunft('nachbarin', 5)).toBe(minute(2))
  })

  it('changes the office, and not the text', () => {
    expect(on('2026-10-02', log).ofStelle('organisationseinheit', 'buero')).toBe(minute(5))
    expect(textOn('2026-10-02', log, undefined, 'gemeinde')).toBe(minute(2))
  })
})

it('tomorrow’s delivery says 0:00, and so does the one that corrects it after a move at 23:30', () => {
  const log = [
    verkuendung(bestimmt('2027-01-01')),
    freigabe(alt),
    freigabe(freigegeben({ id: 'neu', beginn: anZeitgrenze('zeitgrenze') })),
    verkuendung(bestimmt('2027-07-01')),
  ]
  const midnight = '2026-12-31T23:00:00.000Z'
  expect([4, 5].map((each) => textOn('2027-01-01', log, each))).toEqual([midnight, midnight])
})

describe('every history', () => {
  it('never goes back, neither under a later Kenntnisstand nor on a later day', () => {
    fc.assert(
      fc.property(anyHistory, (aussagen) => {
        const chronik = chronikWith([...grundbestand()], ...aussagen)
        const days = ALLE_TAGE.filter((_tag, index) => index % 3 === 0)
        const staende = Array.from({ length: aussagen.length + 1 }, (_each, index) => index + 1)
        for (const stichtag of days)
          expectRising(staende.map((kenntnisstand) => objects(chronik, stichtag, kenntnisstand)))
        for (const kenntnisstand of staende)
          expectRising(days.map((stichtag) => objects(chronik, stichtag, kenntnisstand)))
      }),
      { numRuns: 40 },
    )
  })

  it('is not before the entry or the first day of anything that shows', () => {
    fc.assert(
      fc.property(anyHistory, fc.constantFrom(...ALLE_TAGE), (aussagen, stichtag) => {
        const chronik = chronikWith([...grundbestand()], ...aussagen)
        for (const objekt of plan(chronik, stichtag, newestFolgenummer(chronik)).leistungen) {
          for (const { ab, folgenummer } of [...objekt.schichten, ...objekt.varianten]) {
            expect(objekt.geaendert >= midnightInBerlin(ab)).toBe(true)
            expect(objekt.geaendert >= (chronik.zeitpunkte[folgenummer - 1] ?? '')).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('is newer after every entry that changes what shows today, for whoever takes only what is newer', () => {
    fc.assert(
      fc.property(anyHistory, (aussagen) => {
        // One entry a day at noon, from the first day of the histories on.
        const chronik = chronikOf([
          ereignis(1, ...grundbestand()),
          ...aussagen.map((aussage, index) => ({
            ...ereignis(index + 2, aussage),
            zeitpunkt: `${addDays(ERSTER_TAG, index)}T12:00:00.000Z`,
          })),
        ])
        for (const index of aussagen.keys()) {
          const heute = addDays(ERSTER_TAG, index)
          const before = new Map(
            plan(chronik, heute, index + 1).leistungen.map((each) => [each.id, each]),
          )
          for (const after of plan(chronik, heute, index + 2).leistungen) {
            const known = before.get(after.id)
            if (known && sourcesOf(known) !== sourcesOf(after))
              expect(after.geaendert > known.geaendert).toBe(true)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  function sourcesOf({ schichten, varianten }: Leistungsobjekt): string {
    return [
      ...schichten.map(({ fassung }) => fassung.id),
      ...varianten.map(({ variante }) => variante.id),
    ].join()
  }

  function objects(
    chronik: Chronik,
    stichtag: CalendarDay,
    kenntnisstand: number,
  ): readonly (readonly [string, string])[] {
    const { leistungen, organisationseinheiten } = plan(chronik, stichtag, kenntnisstand)
    return [...leistungen, ...organisationseinheiten].map(({ id, geaendert }) => [id, geaendert])
  }

  /** No object is ever older than it was before, also when it was gone in between. */
  function expectRising(steps: readonly (readonly (readonly [string, string])[])[]): void {
    const newest = new Map<string, string>()
    for (const [id, geaendert] of steps.flat()) {
      expect(geaendert >= (newest.get(id) ?? '')).toBe(true)
      newest.set(id, geaendert)
    }
  }
})

function plan(chronik: Chronik, stichtag: CalendarDay, kenntnisstand: number) {
  return planLieferung(uebersichtOf(snapshotOn(chronik, { stichtag, kenntnisstand })), chronik)
}

function on(stichtag: string, log: readonly Aussage[], kenntnisstand?: number): Aenderungszeiten {
  const chronik = chronikWith([...grundbestand()], ...log)
  return aenderungszeiten(chronik, {
    stichtag: day(stichtag),
    kenntnisstand: kenntnisstand ?? newestFolgenummer(chronik),
  })
}

function textOn(
  stichtag: string,
  log: readonly Aussage[],
  kenntnisstand?: number,
  gebietId = 'land',
): string {
  return on(stichtag, log, kenntnisstand).ofText('personalausweis', gebietId)
}
