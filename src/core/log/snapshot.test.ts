import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChronik, newestFolgenummer, record, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { addDays, day, previousDay } from '#core/zeit/day.ts'
import { diffSnapshots } from '#core/delta/delta.ts'
import {
  am,
  berichtigung,
  bestimmt,
  chronikWith,
  ereignis,
  freigabe,
  freigabeVariante,
  freigegeben,
  gespeicherteStelle,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { ALLE_TAGE, ERSTER_TAG, anyHistory, anyTag } from '../../../tests/support/histories.ts'
import { newestPair, sameEintrag, snapshotOn, type Eintrag } from './snapshot.ts'

const TEXT = 'fassung|personalausweis|land|land'
const ENGLISH = 'variante|personalausweis|land|land|en'
const OFFICE = 'organisationseinheit|buero'

const alt = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
const neu = freigegeben({ id: 'neu', beginn: anZeitgrenze('zeitgrenze'), basis: 'alt' })

describe('two times', () => {
  // 1 alt, 2 the law is announced for January, 3 neu, 4 it moves to July
  const chronik = chronikWith(
    freigabe(alt),
    verkuendung(bestimmt('2027-01-01')),
    freigabe(neu),
    verkuendung(bestimmt('2027-07-01')),
  )

  it.each([
    ['before the release the old text', 2, 'alt', null],
    ['after the release, before the move, the new text', 3, 'neu', null],
    ['after the move the old text again, until July', 4, 'alt', '2027-07-01'],
    ['before the log began nothing', 0, undefined, undefined],
  ])('on 1 February 2027, asked with the knowledge of %s', (_name, kenntnisstand, id, bis) => {
    const eintrag = snapshotOn(chronik, {
      stichtag: day('2027-02-01'),
      kenntnisstand,
    }).eintraege.get(TEXT)
    expect(eintrag && textOf(eintrag)).toBe(id)
    expect(eintrag?.bis).toBe(bis)
  })

  it('says which entry made it true and from when to when it holds', () => {
    expect(on(chronik, '2027-08-01').get(TEXT)).toEqual({
      klasse: 'fassung',
      fassung: neu,
      folgenummer: 3,
      ab: '2027-07-01',
      bis: null,
    })
  })

  it('names the pair it was asked for', () => {
    expect(snapshotOn(chronik, newestPair(chronik, day('2027-01-01')))).toMatchObject({
      stichtag: '2027-01-01',
      kenntnisstand: 4,
    })
  })

  it('a move changes what comes overnight', () => {
    const overnight = (kenntnisstand: number, tag: string): readonly string[] =>
      diffSnapshots(
        snapshotOn(chronik, { stichtag: previousDay(day(tag)), kenntnisstand }).eintraege,
        snapshotOn(chronik, { stichtag: day(tag), kenntnisstand }).eintraege,
        sameEintrag,
      ).map(({ art, key }) => `${art} ${key}`)
    expect(overnight(3, '2027-01-01')).toEqual([`geaendert ${TEXT}`])
    expect(overnight(4, '2027-01-01')).toEqual([])
    expect(overnight(4, '2027-07-01')).toEqual([`geaendert ${TEXT}`])
  })
})

describe('a variant', () => {
  it('holds while its Fassung holds, from its own release on', () => {
    const chronik = chronikWith(freigabe(alt), freigabeVariante({ fassungId: 'alt' }))
    expect(
      snapshotOn(chronik, { stichtag: day('2026-06-01'), kenntnisstand: 1 }).eintraege.has(ENGLISH),
    ).toBe(false)
    expect(on(chronik, '2026-06-01').get(ENGLISH)).toMatchObject({
      folgenummer: 2,
      giltFuer: 'alt',
      ab: '2026-01-01',
      bis: null,
    })
    expect(on(chronik, '2025-12-31').has(ENGLISH)).toBe(false)
  })

  it('does not follow to the next Fassung', () => {
    const chronik = chronikWith(
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt' }),
      freigabe(freigegeben({ id: 'neu' })),
    )
    expect(on(chronik, '2026-12-31').has(ENGLISH)).toBe(true)
    expect(on(chronik, '2027-01-01').has(ENGLISH)).toBe(false)
  })

  it('is replaced by a later release in the same language', () => {
    const chronik = chronikWith(
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt', id: 'erste' }),
      freigabeVariante({ fassungId: 'alt', id: 'leicht', sprache: 'de-LS' }),
      freigabeVariante({ fassungId: 'alt', id: 'zweite' }),
    )
    expect(on(chronik, '2026-06-01').get(ENGLISH)).toMatchObject({ variante: { id: 'zweite' } })
    expect(on(chronik, '2026-06-01').get(ENGLISH.replace('en', 'de-LS'))).toMatchObject({
      variante: { id: 'leicht' },
    })
  })

  it('of a corrected Fassung stays until the correction has its own', () => {
    const log = [
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt', id: 'erste' }),
      freigabe(berichtigung(alt)),
    ]
    expect(on(chronikWith(...log), '2026-06-01').get(ENGLISH)).toMatchObject({
      variante: { id: 'erste' },
      giltFuer: 'alt-berichtigt',
    })
    const own = freigabeVariante({ fassungId: 'alt-berichtigt', id: 'zweite' })
    expect(on(chronikWith(...log, own), '2026-06-01').get(ENGLISH)).toMatchObject({
      variante: { id: 'zweite' },
    })
  })

  describe('withdrawn', () => {
    const log = [
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt', id: 'erste' }),
      freigabeVariante({ fassungId: 'alt', id: 'zweite' }),
    ]
    const english = (stichtag: string, ...more: readonly Aussage[]): readonly unknown[] | null => {
      const eintrag = on(chronikWith(...log, ...more), stichtag).get(ENGLISH)
      return eintrag?.klasse === 'variante' ? [eintrag.variante.id, eintrag.ab, eintrag.bis] : null
    }

    it('from its first day on, the one before it resumes', () => {
      expect(english('2026-06-01', zurueckziehung('zweite'))).toEqual(['erste', '2026-01-01', null])
    })

    it('from a later day on, it holds until then', () => {
      const withdrawn = zurueckziehung('zweite', { ab: day('2026-09-01') })
      expect(english('2026-08-31', withdrawn)).toEqual(['zweite', '2026-01-01', '2026-09-01'])
      expect(english('2026-09-01', withdrawn)).toEqual(['erste', '2026-09-01', null])
    })

    it('with all before it, nothing is left but German', () => {
      const both = [zurueckziehung('erste'), zurueckziehung('zweite', { ab: day('2026-09-01') })]
      expect(english('2026-08-31', ...both)).toEqual(['zweite', '2026-01-01', '2026-09-01'])
      expect(english('2026-09-01', ...both)).toBeNull()
      expect(on(chronikWith(...log, ...both), '2026-09-01').has(TEXT)).toBe(true)
    })

    it('is known from its entry on', () => {
      const chronik = chronikWith(...log, zurueckziehung('erste'), zurueckziehung('zweite'))
      const before = snapshotOn(chronik, { stichtag: day('2026-06-01'), kenntnisstand: 4 })
      expect(before.eintraege.get(ENGLISH)).toMatchObject({ variante: { id: 'zweite' } })
    })
  })

  it('counts as changed once it stands for a correction', () => {
    const chronik = chronikWith(
      freigabe(alt),
      freigabeVariante({ fassungId: 'alt' }),
      freigabe(berichtigung(alt)),
    )
    const stichtag = day('2026-06-01')
    const [before, after] = [2, 3].map((kenntnisstand) =>
      snapshotOn(chronik, { stichtag, kenntnisstand }).eintraege.get(ENGLISH),
    )
    expect(before && after && sameEintrag(before, after)).toBe(false)
  })
})

describe('an object', () => {
  it.each([
    ['before its first day', '2025-12-31', undefined],
    ['on its first day', '2026-01-01', ['hash-1', '2026-01-01', '2027-01-01']],
    ['the day before its next state', '2026-12-31', ['hash-1', '2026-01-01', '2027-01-01']],
    ['on the first day of its next state', '2027-01-01', ['hash-2', '2027-01-01', null]],
  ])('%s', (_name, stichtag, expected) => {
    expect(
      office(
        stichtag,
        gespeicherteStelle('buero', { beginn: am('2026-01-01'), inhalt: 'hash-1' }),
        gespeicherteStelle('buero', { beginn: am('2027-01-01'), inhalt: 'hash-2' }),
      ),
    ).toEqual(expected)
  })

  it('saved again for the same day is as saved last', () => {
    expect(
      office(
        '2026-06-01',
        gespeicherteStelle('buero', { beginn: am('2026-01-01'), inhalt: 'hash-1' }),
        gespeicherteStelle('buero', { beginn: am('2026-01-01'), inhalt: 'hash-2' }),
      ),
    ).toEqual(['hash-2', '2026-01-01', null])
  })

  it('ends on its own end, also where an older state had none', () => {
    const log = [
      gespeicherteStelle('buero', { beginn: am('2026-01-01') }),
      gespeicherteStelle('buero', { beginn: am('2026-06-01'), ende: am('2026-09-01') }),
    ]
    expect(office('2026-08-31', ...log)).toEqual(['hash-buero', '2026-06-01', '2026-09-01'])
    expect(office('2026-09-01', ...log)).toBeUndefined()
  })

  it('moves with its Zeitgrenze, as texts do', () => {
    const log = [
      gespeicherteStelle('buero', { beginn: am('2026-01-01'), inhalt: 'hash-1' }),
      gespeicherteStelle('buero', { beginn: anZeitgrenze('zeitgrenze'), inhalt: 'hash-2' }),
    ]
    expect(office('2027-02-01', ...log, verkuendung(unbestimmt()))).toEqual([
      'hash-1',
      '2026-01-01',
      null,
    ])
    expect(office('2027-02-01', ...log, verkuendung(bestimmt('2027-01-01')))).toEqual([
      'hash-2',
      '2027-01-01',
      null,
    ])
    expect(office('2027-02-01', ...log, verkuendung(bestimmt('2027-07-01')))).toEqual([
      'hash-1',
      '2026-01-01',
      '2027-07-01',
    ])
  })

  describe('saved again', () => {
    const saved = (am_: string, ab: string, inhalt: string): Aussage =>
      gespeicherteStelle('buero', { gespeichertAm: day(am_), beginn: am(ab), inhalt })
    const begun = saved('2026-01-01', '2026-01-01', 'alt')
    const planned = saved('2026-11-24', '2027-01-01', 'neu')

    it('takes back what was planned: moved to February, nothing changes in January', () => {
      const log = [begun, planned, saved('2026-11-25', '2027-02-01', 'neu, verschoben')]
      expect(office('2026-11-25', ...log)).toEqual(['alt', '2026-01-01', '2027-02-01'])
      expect(office('2027-01-01', ...log)).toEqual(['alt', '2026-01-01', '2027-02-01'])
      expect(office('2027-02-01', ...log)).toEqual(['neu, verschoben', '2027-02-01', null])
    })

    it('for an earlier day takes it back, too', () => {
      const log = [begun, planned, saved('2026-11-25', '2026-12-01', 'früher')]
      expect(office('2027-01-01', ...log)).toEqual(['früher', '2026-12-01', null])
    })

    it('on the day of its beginning leaves it: that day has been shown', () => {
      const log = [begun, planned, saved('2027-01-01', '2027-02-01', 'später')]
      expect(office('2027-01-31', ...log)).toEqual(['neu', '2027-01-01', '2027-02-01'])
    })

    it('without a bestimmt day takes back what was planned all the same', () => {
      const waits = gespeicherteStelle('buero', {
        gespeichertAm: day('2026-11-25'),
        beginn: anZeitgrenze('zeitgrenze'),
      })
      expect(office('2027-01-01', begun, planned, waits)).toEqual(['alt', '2026-01-01', null])
    })

    it('for a day that lies before a beginning follows on the day of saving', () => {
      const late = gespeicherteStelle('buero', {
        gespeichertAm: day('2027-03-01'),
        beginn: anZeitgrenze('zeitgrenze'),
        inhalt: 'spät bekannt',
      })
      const log = [begun, planned, late, verkuendung(bestimmt('2026-06-01'))]
      expect(office('2027-02-28', ...log)).toEqual(['neu', '2027-01-01', '2027-03-01'])
      expect(office('2027-03-01', ...log)).toEqual(['spät bekannt', '2027-03-01', null])
    })

    it('is known from its entry on', () => {
      const log = [begun, planned, saved('2026-11-25', '2027-02-01', 'neu, verschoben')]
      const before = snapshotOn(chronikWith(...log), {
        stichtag: day('2027-01-01'),
        kenntnisstand: 2,
      })
      expect(before.eintraege.get(OFFICE)).toMatchObject({ objekt: { inhalt: 'neu' } })
    })
  })

  function office(stichtag: string, ...log: readonly Aussage[]): readonly unknown[] | undefined {
    const eintrag = on(chronikWith(...log), stichtag).get(OFFICE)
    if (eintrag?.klasse !== 'objekt' || !('inhalt' in eintrag.objekt)) return undefined
    return [eintrag.objekt.inhalt, eintrag.ab, eintrag.bis]
  }
})

describe('sameEintrag', () => {
  const chronik = chronikWith(
    freigabe(alt),
    freigabe(freigegeben({ id: 'neu' })),
    zurueckziehung('neu'),
  )
  const at = (stichtag: string, kenntnisstand: number): Eintrag => {
    const eintrag = snapshotOn(chronik, { stichtag: day(stichtag), kenntnisstand }).eintraege.get(
      TEXT,
    )
    if (!eintrag) throw new Error('no text')
    return eintrag
  }

  it('on two days of one Abschnitt', () => {
    expect(sameEintrag(at('2026-01-01', 2), at('2026-12-31', 2))).toBe(true)
  })

  it('not where the known end differs', () => {
    expect(sameEintrag(at('2026-06-01', 1), at('2026-06-01', 2))).toBe(false)
  })

  it('again after a withdrawal that restores what was', () => {
    expect(sameEintrag(at('2026-06-01', 1), at('2026-06-01', 3))).toBe(true)
  })
})

describe('every history', () => {
  it('gives the same answer to the same pair', () => {
    fc.assert(
      fc.property(anyHistory, anyTag, fc.nat(), (aussagen, stichtag, seed) => {
        const chronik = chronikWith(...aussagen)
        const pair = { stichtag, kenntnisstand: seed % (aussagen.length + 1) }
        const first = snapshotOn(chronik, pair)
        expect(snapshotOn(chronik, pair)).toEqual(first)
        expect(snapshotOn(chronikWith(...aussagen), pair)).toEqual(first)
      }),
      { numRuns: 300 },
    )
  })

  it('leaves what was known at a Kenntnisstand alone, whatever is recorded later', () => {
    fc.assert(
      fc.property(anyHistory, anyTag, fc.nat(), (aussagen, stichtag, seed) => {
        const kenntnisstand = seed % (aussagen.length + 1)
        const chronik = createChronik()
        for (const aussage of aussagen.slice(0, kenntnisstand)) append(chronik, aussage)
        const before = snapshotOn(chronik, { stichtag, kenntnisstand })
        const text = JSON.stringify([...before.eintraege])
        for (const aussage of aussagen.slice(kenntnisstand)) append(chronik, aussage)
        expect(snapshotOn(chronik, { stichtag, kenntnisstand })).toEqual(before)
        expect(JSON.stringify([...before.eintraege])).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it('shows the object saved last whose day has come; what had begun before a save keeps its days', () => {
    const anySave = fc.record({ pause: fc.nat(4), lead: fc.nat(6) })
    fc.assert(
      fc.property(fc.array(anySave, { maxLength: 8 }), fc.nat(), (saves, seed) => {
        let gespeichertAm = ERSTER_TAG
        const staende = saves.map(({ pause, lead }, index) => {
          gespeichertAm = addDays(gespeichertAm, pause)
          return { gespeichertAm, ab: addDays(gespeichertAm, lead), inhalt: `hash-${index}` }
        })
        const chronik = chronikWith(
          ...staende.map(({ ab, ...rest }) =>
            gespeicherteStelle('buero', { ...rest, beginn: am(ab) }),
          ),
        )
        const kenntnisstand = seed % (saves.length + 1)
        const known = staende.slice(0, kenntnisstand)
        for (const stichtag of ALLE_TAGE) {
          const expected = known.findLast(
            ({ ab }, index) =>
              ab <= stichtag && known.slice(index + 1).every((later) => ab <= later.gespeichertAm),
          )
          const eintrag = snapshotOn(chronik, { stichtag, kenntnisstand }).eintraege.get(OFFICE)
          const shown = eintrag?.klasse === 'objekt' && 'inhalt' in eintrag.objekt && eintrag.objekt
          expect(shown ? shown.inhalt : undefined).toBe(expected?.inhalt)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('says the same on all days between `ab` and `bis` of an entry, and another thing beside them', () => {
    fc.assert(
      fc.property(anyHistory, (aussagen) => {
        const chronik = chronikWith(...aussagen)
        const days = ALLE_TAGE.map((tag) => ({ tag, eintraege: on(chronik, tag) }))
        for (const [key, eintrag] of days.flatMap(({ eintraege }) => [...eintraege])) {
          for (const { tag, eintraege } of days) {
            const other = eintraege.get(key)
            const within = eintrag.ab <= tag && (eintrag.bis === null || tag < eintrag.bis)
            expect(other !== undefined && sameEintrag(other, eintrag)).toBe(within)
          }
        }
      }),
      { numRuns: 60 },
    )
  })
})

function on(chronik: Chronik, stichtag: string): ReadonlyMap<string, Eintrag> {
  return snapshotOn(chronik, newestPair(chronik, day(stichtag))).eintraege
}

function textOf(eintrag: Eintrag): string | undefined {
  return eintrag.klasse === 'fassung' ? eintrag.fassung.id : undefined
}

function append(chronik: Chronik, aussage: Aussage): void {
  record(chronik, ereignis(newestFolgenummer(chronik) + 1, aussage))
}
