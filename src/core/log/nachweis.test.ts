import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chronikOf, newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { snapshotOn } from '#core/log/snapshot.ts'
import { schichtenIn, uebersichtOf, type Uebersicht } from '#core/log/uebersicht.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day, type CalendarDay } from '#core/zeit/day.ts'
import {
  GEMEINDE,
  LAND,
  am,
  berichtigung,
  bestimmt,
  chronikWith,
  ereignis,
  freigabe,
  freigegeben,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  gespeichertesGebiet,
  grundbestand,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { ALLE_TAGE, anyHistory } from '../../../tests/support/histories.ts'
import {
  eintraegeUeber,
  kenntnisstaendeOf,
  kenntnisstandBefore,
  nachweisOf,
  uebersichtOfLeistung,
  type Nachweiseintrag,
  type Nachweisfrage,
} from './nachweis.ts'

const NEUJAHR = day('2027-01-01')
const frage: Nachweisfrage = {
  leistungId: 'personalausweis',
  gebietId: 'gemeinde',
  stichtag: NEUJAHR,
}

/** The entries that prove the answer of the day at an earlier Kenntnisstand and now. */
function nachweis(
  chronik: Chronik,
  damals: number,
  stichtag: CalendarDay = NEUJAHR,
): readonly Nachweiseintrag[] {
  const at = (kenntnisstand: number): Uebersicht =>
    uebersichtOf(snapshotOn(chronik, { stichtag, kenntnisstand }))
  const staende = { damals: at(damals), heute: at(newestFolgenummer(chronik)) }
  return nachweisOf(chronik, { ...frage, stichtag }, staende)
}

function numbers(eintraege: readonly Nachweiseintrag[]): readonly number[] {
  return eintraege.map(({ folgenummer }) => folgenummer)
}

function effects(eintraege: readonly Nachweiseintrag[]): readonly string[] {
  return eintraege.flatMap(({ folgenummer, wirkungen }) =>
    wirkungen.map(({ art }) => `${folgenummer} ${art}`),
  )
}

/** A log whose entries were appended at these instants. */
function chronikAt(...zeitpunkte: readonly string[]): Chronik {
  return chronikOf(
    zeitpunkte.map((zeitpunkt, index) => ({
      ...ereignis(index + 1, verkuendung(unbestimmt())),
      zeitpunkt,
    })),
  )
}

describe('the Kenntnisstand of an evening', () => {
  it.each([
    ['a second before midnight in winter', '2027-01-01', '2027-01-01T22:59:59.999Z', 1],
    ['midnight in winter', '2027-01-01', '2027-01-01T23:00:00.000Z', 0],
    ['a second before midnight in summer', '2027-07-01', '2027-07-01T21:59:59.999Z', 1],
    ['midnight in summer', '2027-07-01', '2027-07-01T22:00:00.000Z', 0],
    ['the evening before summer time', '2027-03-27', '2027-03-27T22:59:59.999Z', 1],
    ['the evening of the change to summer time', '2027-03-28', '2027-03-28T22:00:00.000Z', 0],
    ['the evening of the change to winter time', '2027-10-31', '2027-10-31T22:30:00.000Z', 1],
    ['midnight after the change to winter time', '2027-10-31', '2027-10-31T23:00:00.000Z', 0],
  ])('%s', (_name, tag, zeitpunkt, expected) => {
    expect(kenntnisstaendeOf(chronikAt(zeitpunkt), day(tag)).abends).toBe(expected)
  })

  it('lies between the Kenntnisstand of the morning and what was entered later', () => {
    const chronik = chronikAt(
      '2026-12-31T22:59:00.000Z',
      '2026-12-31T23:00:00.000Z',
      '2027-01-01T12:00:00.000Z',
      '2027-01-02T12:00:00.000Z',
    )
    expect(kenntnisstaendeOf(chronik, NEUJAHR)).toEqual({ morgens: 1, abends: 3 })
    expect(kenntnisstaendeOf(chronik, day('2020-01-01'))).toEqual({ morgens: 0, abends: 0 })
    expect(kenntnisstaendeOf(chronik, day('2030-01-01'))).toEqual({ morgens: 4, abends: 4 })
  })

  it('is the number of entries before the instant', () => {
    const anyLog = fc
      .array(fc.integer({ min: 0, max: 20 }), { maxLength: 12 })
      .map((steps) => [...steps].sort((left, right) => left - right))
    const at = (second: number): string => new Date(second * 1000).toISOString()
    fc.assert(
      fc.property(anyLog, fc.integer({ min: -1, max: 21 }), (seconds, second) => {
        const chronik = chronikAt(...seconds.map(at))
        const expected = seconds.filter((each) => each < second).length
        expect(kenntnisstandBefore(chronik, at(second))).toBe(expected)
      }),
    )
  })
})

describe('the entries that prove an answer', () => {
  const bestand = grundbestand()

  it('are the release, its Zeitgrenze with each move, the Leistung and the areas', () => {
    const chronik = chronikWith(
      [...bestand],
      verkuendung(bestimmt('2027-01-01')),
      freigabe(freigegeben({ beginn: anZeitgrenze('zeitgrenze') })),
      verkuendung(bestimmt('2027-07-01')),
    )
    const eintraege = nachweis(chronik, 3)
    expect(effects(eintraege)).toEqual([
      '1 objekt',
      '1 objekt',
      '1 objekt',
      '1 objekt',
      '1 objekt',
      '1 objekt',
      '2 zeitgrenze',
      '3 freigabe',
      '4 zeitgrenze',
    ])
    const shown = eintraege[0]?.wirkungen.map((each) =>
      each.art === 'objekt' ? each.objekt.id : '',
    )
    expect(shown).toEqual(['personalausweis', 'bund', 'land', 'kreis', 'amt', 'gemeinde'])
    expect(eintraege.at(-1)?.wirkungen).toMatchObject([
      { vorher: { tag: '2027-01-01' }, zeitgrenze: { tag: '2027-07-01' } },
    ])
  })

  it('are also those of texts that never showed: withdrawn, cancelled, held back, of other days', () => {
    const land = freigegeben({ id: 'land', beginn: am('2026-01-01') })
    const dorf = { ebene: 'gemeinde', gebietId: 'gemeinde' } as const
    const chronik = chronikWith(
      [...bestand],
      freigabe(land),
      freigabe(berichtigung(land)),
      freigabe(freigegeben({ ...dorf, id: 'zurueck', beginn: am('2026-06-01') })),
      zurueckziehung('zurueck'),
      verkuendung(bestimmt('2026-12-01', 'z')),
      freigabe(freigegeben({ ...dorf, id: 'gescheitert', beginn: anZeitgrenze('z') })),
      verkuendung({ ...unbestimmt('z'), stand: 'abgesagt', grund: 'x' } as never),
      freigabe(freigegeben({ ...dorf, id: 'ausgesetzt', beginn: am('2026-12-01') })),
      {
        klasse: 'aussetzung',
        aussetzung: { fassungId: 'ausgesetzt', istAusgesetzt: true, grund: 'x' },
      },
      freigabe(freigegeben({ id: 'kuenftig', beginn: am('2030-01-01') })),
    )
    expect(effects(nachweis(chronik, 3)).slice(bestand.length - 2)).toEqual([
      '2 freigabe',
      '3 freigabe',
      '4 freigabe',
      '5 zurueckziehung',
      '6 zeitgrenze',
      '7 freigabe',
      '8 zeitgrenze',
      '9 freigabe',
      '10 aussetzung',
      '11 freigabe',
    ])
  })

  it('are not those of other Leistungen and areas', () => {
    const chronik = chronikWith(
      [...bestand],
      freigabe(freigegeben({ id: 'a', beginn: am('2026-01-01') })),
      freigabe(freigegeben({ id: 'b', leistungId: 'reisepass', beginn: am('2026-01-01') })),
      freigabe(
        freigegeben({ id: 'c', ebene: 'gemeinde', gebietId: 'stadt', beginn: am('2026-01-01') }),
      ),
      verkuendung(bestimmt('2027-01-01', 'fremd')),
    )
    expect(numbers(nachweis(chronik, 5))).toEqual([1, 2])
  })

  it('are the offices of both answers, and what was saved of them in between', () => {
    const stelle = { art: 'organisationseinheit', id: 'kreisamt' } as const
    const chronik = chronikWith(
      [...bestand],
      freigabe(freigegeben({ beginn: am('2026-01-01') })),
      gespeicherteStelle('amt'),
      gespeicherteStelle('amt', { inhalt: 'hash-2' }),
      gespeicherteZustaendigkeit({ id: 'land' }),
      gespeicherteStelle('kreisamt'),
      gespeicherteZustaendigkeit({ id: 'kreis', gebietId: 'kreis', stelle }),
      gespeicherteStelle('amt', { inhalt: 'hash-3' }),
      gespeicherteStelle('unbeteiligt'),
    )
    // At 5 the office of the Land answered, as saved by 4; by now that of the Kreis does.
    expect(numbers(nachweis(chronik, 5))).toEqual([1, 2, 4, 5, 6, 7, 8])
    expect(numbers(nachweis(chronik, 9))).toEqual([1, 2, 6, 7])
  })

  it('are those of the layers that met in the area then and of those that meet there now', () => {
    const nachbarkreis = { ...LAND, id: 'nachbarkreis', ars: '13075', ebene: 'kreis' } as const
    const chronik = chronikWith(
      [...bestand, gespeichertesGebiet({ ...nachbarkreis, uebergeordnet: 'land' })],
      freigabe(
        freigegeben({ id: 'kreis', ebene: 'kreis', gebietId: 'kreis', beginn: am('2026-01-01') }),
      ),
      freigabe(
        freigegeben({
          id: 'nachbar',
          ebene: 'kreis',
          gebietId: 'nachbarkreis',
          beginn: am('2026-01-01'),
        }),
      ),
      gespeichertesGebiet({ ...GEMEINDE, uebergeordnet: 'nachbarkreis' }),
    )
    expect(numbers(nachweis(chronik, 3))).toEqual([1, 2, 3, 4])
    expect(numbers(nachweis(chronik, 4))).toEqual([1, 3, 4])
  })
})

describe('in any history', () => {
  const anyCase = fc.record({
    acts: anyHistory,
    stichtag: fc.constantFrom(...ALLE_TAGE),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })

  function played(acts: readonly Aussage[], part: number) {
    const chronik = chronikWith([...grundbestand()], ...acts)
    return { chronik, damals: Math.round(part * newestFolgenummer(chronik)) }
  }

  it('every Fassung that held under either Kenntnisstand is named by an entry', () => {
    fc.assert(
      fc.property(anyCase, ({ acts, stichtag, part }) => {
        const { chronik, damals } = played(acts, part)
        const released = nachweis(chronik, damals, stichtag).flatMap(({ wirkungen }) =>
          wirkungen.flatMap((each) => (each.art === 'freigabe' ? [each.fassung.id] : [])),
        )
        for (const kenntnisstand of [damals, newestFolgenummer(chronik)]) {
          const uebersicht = uebersichtOf(snapshotOn(chronik, { stichtag, kenntnisstand }))
          const held = schichtenIn(uebersicht, frage.leistungId, frage.gebietId)
          for (const { fassung } of held) expect(released).toContain(fassung.id)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('everything ever released in the rows, and every withdrawal of it, stays in the evidence', () => {
    fc.assert(
      fc.property(anyCase, ({ acts, stichtag, part }) => {
        const { chronik, damals } = played(acts, part)
        const named = new Set(numbers(nachweis(chronik, damals, stichtag)))
        acts.forEach((act, index) => {
          const isText = ['fassung', 'variante', 'zurueckziehung'].includes(act.klasse)
          if (isText) expect(named).toContain(index + 2)
        })
      }),
      { numRuns: 200 },
    )
  })

  it('what is derived for one Leistung alone is what the whole snapshot says of it', () => {
    fc.assert(
      fc.property(anyCase, ({ acts, stichtag, part }) => {
        const { chronik, damals } = played(acts, part)
        const paar = { stichtag, kenntnisstand: damals }
        const whole = snapshotOn(chronik, paar)
        const { snapshot } = uebersichtOfLeistung(chronik, frage.leistungId, paar)
        for (const [key, eintrag] of snapshot.eintraege)
          expect(whole.eintraege.get(key)).toEqual(eintrag)
        const texts = (eintraege: ReadonlyMap<string, unknown>) =>
          [...eintraege.keys()].filter((key) => !key.startsWith('organisationseinheit'))
        expect(texts(snapshot.eintraege)).toEqual(texts(whole.eintraege))
      }),
      { numRuns: 200 },
    )
  })

  it('an entry that says nothing about the Leistung leaves its texts and offices as they are', () => {
    fc.assert(
      fc.property(anyCase, ({ acts, stichtag }) => {
        const { chronik } = played(acts, 1)
        const bis = newestFolgenummer(chronik)
        const telling = new Set(eintraegeUeber(chronik, frage.leistungId, { nach: 0, bis }))
        for (let number = 1; number <= bis; number += 1) {
          if (telling.has(number)) continue
          const [before, after] = [number - 1, number].map((kenntnisstand) =>
            uebersichtOfLeistung(chronik, frage.leistungId, { stichtag, kenntnisstand }),
          )
          expect(after?.snapshot.eintraege).toEqual(before?.snapshot.eintraege)
        }
      }),
      { numRuns: 100 },
    )
  })
})
