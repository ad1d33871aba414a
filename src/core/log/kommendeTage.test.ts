import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { abschnittOn } from '#core/fassung/reihe.ts'
import {
  anhangOf,
  freigabegruppeOn,
  kommendeTage,
  offeneZeitgrenzen,
} from '#core/log/kommendeTage.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import {
  am,
  befristet,
  bestimmt,
  chronikWith,
  freigabe,
  freigabeVariante,
  freigegeben,
  geplant,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'

const HEUTE = day('2026-11-24')
const JANUAR = day('2027-01-01')
const alt = freigabe(freigegeben({ id: 'alt', beginn: am('2025-01-01') }))
const neu = freigabe(freigegeben({ id: 'neu', basis: 'alt', beginn: anZeitgrenze('zeitgrenze') }))

describe('the days to come', () => {
  it('are those of a bestimmt Zeitgrenze, with the text that switches and why', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    const [tag, ...others] = kommendeTage(chronik, HEUTE)
    expect(tag?.tag).toBe('2027-01-01')
    expect(tag?.zeitgrenzen.map(({ id }) => id)).toEqual(['zeitgrenze'])
    expect(tag?.texte).toMatchObject([
      {
        wechsel: 'wechselt',
        grund: { art: 'zeitgrenze', zeitgrenzeId: 'zeitgrenze' },
        folgenummer: 3,
        fassung: { id: 'neu', redaktionId: 'landesredaktion' },
        sprachen: [],
      },
    ])
    expect(others).toEqual([])
  })

  it('end when they are there: 0:00 of the day itself is past', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    expect(kommendeTage(chronik, JANUAR)).toEqual([])
  })

  it('are in order, also those that no law makes', () => {
    const fest = freigabe(freigegeben({ id: 'fest', basis: 'alt', beginn: am('2026-12-01') }))
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, fest)
    const tage = kommendeTage(chronik, HEUTE)
    expect(tage.map(({ tag, texte }) => [tag, texte.length])).toEqual([
      ['2026-12-01', 1],
      ['2027-01-01', 0],
    ])
    expect(tage[0]?.texte[0]?.grund).toEqual({ art: 'fester-tag' })
  })

  it('name the day of the offset for the text, and the day of the law for the law', () => {
    const later = freigegeben({ id: 'spaet', basis: 'alt', beginn: anZeitgrenze('zeitgrenze', 14) })
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, freigabe(later))
    expect(
      kommendeTage(chronik, HEUTE).map(({ tag, zeitgrenzen, texte }) => [
        tag,
        zeitgrenzen.length,
        texte.map(({ grund }) => grund),
      ]),
    ).toEqual([
      ['2027-01-01', 1, []],
      ['2027-01-15', 0, [{ art: 'zeitgrenze', zeitgrenzeId: 'zeitgrenze' }]],
    ])
  })

  it('count the day on which a text ends and the one before it resumes', () => {
    const chronik = chronikWith(
      alt,
      freigabe(befristet('2027-04-01', { id: 'frist', basis: 'alt', beginn: am('2027-01-01') })),
    )
    expect(
      kommendeTage(chronik, HEUTE).map(({ tag, texte }) => [
        tag,
        texte.map(({ wechsel, fassung }) => `${wechsel} ${fassung.id}`),
      ]),
    ).toEqual([
      ['2027-01-01', ['wechselt frist']],
      ['2027-04-01', ['wechselt alt']],
    ])
  })

  it('count the day on which nothing follows, and that somebody withdrew', () => {
    const gone = zurueckziehung('alt', {
      ab: day('2027-02-01'),
      folge: { art: 'leistung-endet' },
    })
    expect(kommendeTage(chronikWith(alt, gone), HEUTE)).toMatchObject([
      {
        tag: '2027-02-01',
        texte: [{ wechsel: 'endet', grund: { art: 'zurueckziehung' }, fassung: { id: 'alt' } }],
      },
    ])
  })

  it('say in which languages the new text can be read', () => {
    const english = freigabeVariante({ id: 'neu-en', fassungId: 'neu', sprache: 'en' })
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu, english)
    expect(kommendeTage(chronik, HEUTE)[0]?.texte[0]?.sprachen).toEqual(['en'])
  })

  it('count the day on which only a translation goes', () => {
    const chronik = chronikWith(
      alt,
      freigabeVariante({ id: 'alt-en', fassungId: 'alt' }),
      zurueckziehung('alt-en', { ab: day('2027-03-01') }),
    )
    expect(kommendeTage(chronik, HEUTE)).toMatchObject([
      {
        tag: '2027-03-01',
        texte: [],
        varianten: [{ wechsel: 'endet', variante: { id: 'alt-en' } }],
      },
    ])
  })

  it('count offices and Zustaendigkeiten that follow the same law', () => {
    const chronik = chronikWith(
      verkuendung(bestimmt('2027-01-01')),
      gespeicherteStelle('amt'),
      gespeicherteStelle('amt', { beginn: anZeitgrenze('zeitgrenze') }),
      gespeicherteZustaendigkeit({ id: 'z' }, anZeitgrenze('zeitgrenze'), am('2027-07-01')),
    )
    expect(
      kommendeTage(chronik, HEUTE).map(({ tag, objekte }) => [
        tag,
        objekte.map(({ wechsel, objekt }) => `${wechsel} ${objekt.art} ${objekt.id}`),
      ]),
    ).toEqual([
      ['2027-01-01', ['wechselt organisationseinheit amt', 'beginnt zustaendigkeit z']],
      ['2027-07-01', ['endet zustaendigkeit z']],
    ])
  })

  it('show a text that is held back on the day that it wants', () => {
    const chronik = chronikWith(
      alt,
      freigabe(freigegeben({ id: 'erster', basis: 'alt', beginn: am('2027-01-01') })),
      freigabe(freigegeben({ id: 'zweiter', basis: 'alt', beginn: am('2027-01-01') })),
    )
    expect(kommendeTage(chronik, HEUTE)).toMatchObject([
      {
        texte: [{ fassung: { id: 'erster' } }],
        ausgesetzt: [{ fassung: { id: 'zweiter' }, grund: { art: 'selber-tag', mit: 'erster' } }],
      },
    ])
  })

  it('are the days on which another text holds than the day before, and no others', () => {
    const tag = fc.integer({ min: 0, max: 40 }).map((offset) => addDays(HEUTE, offset - 10))
    const text = fc.record({
      ab: tag,
      length: fc.option(fc.integer({ min: 1, max: 12 }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 6 }), (texte) => {
        const chronik = chronikWith(
          ...texte.map(({ ab, length }, index) =>
            freigabe(
              freigegeben({
                id: `text-${index}`,
                beginn: am(ab),
                ende: length === null ? null : am(addDays(ab, length)),
                danach: index % 2 === 0 ? 'vorgaenger' : 'nichts',
              }),
            ),
          ),
        )
        const key = [...chronik.reihen.keys()][0]
        const holder = (offset: number): string | undefined =>
          key === undefined
            ? undefined
            : abschnittOn(reiheAt(chronik, key, newestFolgenummer(chronik)), addDays(HEUTE, offset))
                ?.beleg.wert.id
        const changing = Array.from({ length: 60 }, (_none, index) => index + 1)
          .filter((offset) => holder(offset) !== holder(offset - 1))
          .map((offset) => addDays(HEUTE, offset))
        const found = kommendeTage(chronik, HEUTE)
          .filter((each) => each.texte.length > 0)
          .map((each) => each.tag)
        expect(found).toEqual(changing)
      }),
    )
  })
})

describe('the group of one day', () => {
  it('is found on a day that has passed, too', () => {
    const { texte } = freigabegruppeOn(chronikWith(alt), day('2025-01-01'))
    expect(texte.map(({ wechsel, fassung }) => [wechsel, fassung.id])).toEqual([['beginnt', 'alt']])
  })

  it('is what the calendar says of that day', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    expect([freigabegruppeOn(chronik, JANUAR)]).toEqual(kommendeTage(chronik, HEUTE))
  })

  it('is empty the day after', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    const tag = addDays(JANUAR, 1)
    expect(freigabegruppeOn(chronik, tag)).toEqual({
      tag,
      zeitgrenzen: [],
      texte: [],
      varianten: [],
      objekte: [],
      ausgesetzt: [],
    })
  })
})

describe('a Zeitgrenze that is not bestimmt', () => {
  it('is open, and names the released texts that wait for it', () => {
    const chronik = chronikWith(verkuendung(geplant('2027-01-01')), alt, neu)
    expect(kommendeTage(chronik, HEUTE)).toEqual([])
    const [offen] = offeneZeitgrenzen(chronik)
    expect(offen?.zeitgrenze.id).toBe('zeitgrenze')
    expect(offen?.anhang.texte).toMatchObject([
      { wechsel: 'beginnt', fassung: { id: 'neu' }, lage: { zustand: 'wartet' } },
    ])
  })

  it('is open no longer once it is announced', () => {
    const chronik = chronikWith(
      verkuendung(geplant('2027-01-01')),
      verkuendung(bestimmt('2027-01-01')),
    )
    expect(offeneZeitgrenzen(chronik)).toEqual([])
  })

  it('names a text that holds now and will end there, and an office that waits', () => {
    const chronik = chronikWith(
      verkuendung(unbestimmt()),
      freigabe(
        freigegeben({ id: 'alt', beginn: am('2025-01-01'), ende: anZeitgrenze('zeitgrenze') }),
      ),
      gespeicherteStelle('amt', { beginn: anZeitgrenze('zeitgrenze') }),
    )
    const { texte, objekte } = anhangOf(chronik, 'zeitgrenze')
    expect(texte).toMatchObject([{ wechsel: 'endet', lage: { zustand: 'gilt' } }])
    expect(objekte).toMatchObject([{ wechsel: 'beginnt', objekt: { id: 'amt' } }])
  })

  it('no longer names what was withdrawn or saved anew for another day', () => {
    const chronik = chronikWith(
      verkuendung(unbestimmt()),
      neu,
      gespeicherteStelle('amt', { beginn: anZeitgrenze('zeitgrenze') }),
      zurueckziehung('neu'),
      gespeicherteStelle('amt', { beginn: am('2027-05-01') }),
    )
    expect(anhangOf(chronik, 'zeitgrenze')).toEqual({ texte: [], objekte: [] })
  })
})
