import { describe, expect, it } from 'vitest'
import { applyDelta, diffSnapshots } from '#core/delta/delta.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair, reiheAt, sameEintrag, snapshotOn, type Eintrag } from '#core/log/snapshot.ts'
import { anZeitgrenze, type Anker } from '#core/rechtsnorm/anker.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { addDays, day, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import {
  am,
  befristet,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  gespeicherteStelle,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'

/** Days on which reckoning goes wrong elsewhere. This file runs in Europe/Berlin, UTC and Pacific/Auckland (`.ci/run`). */

const alt = freigegeben({ id: 'alt', beginn: am('2020-01-01') })
const KEY = reiheKey(alt)
const FOLGEMONAT: Anker = {
  art: 'zeitgrenze',
  zeitgrenzeId: 'gesetz',
  versatz: { art: 'erster-des-folgemonats' },
}
const inkraft = (tag: string): Aussage => verkuendung(bestimmt(tag, 'gesetz'))

describe('a text that enters into force on a day at an edge', () => {
  it.each([
    ['29 February of a leap year', '2028-02-29', '2028-02-28', '2028-03-01'],
    ['1 March of a leap year', '2028-03-01', '2028-02-29', '2028-03-02'],
    ['1 March of a common year', '2027-03-01', '2027-02-28', '2027-03-02'],
    ['1 March 2100, no leap year', '2100-03-01', '2100-02-28', '2100-03-02'],
    ['29 February 2400, a leap year', '2400-02-29', '2400-02-28', '2400-03-01'],
    ['the last of a month of 30 days', '2027-04-30', '2027-04-29', '2027-05-01'],
    ['the last of a month of 31 days', '2027-08-31', '2027-08-30', '2027-09-01'],
    ['the change to summer time', '2027-03-28', '2027-03-27', '2027-03-29'],
    ['the change to winter time', '2027-10-31', '2027-10-30', '2027-11-01'],
    ['the day after the change to winter time', '2027-11-01', '2027-10-31', '2027-11-02'],
    ['the turn of the year', '2027-01-01', '2026-12-31', '2027-01-02'],
    ['New Year’s Eve', '2026-12-31', '2026-12-30', '2027-01-01'],
  ])('%s: from 0:00 of %s on, the one before until %s', (_name, tag, eve, morrow) => {
    const chronik = chronikWith(
      freigabe(alt),
      inkraft(tag),
      freigabe(freigegeben({ id: 'neu', beginn: anZeitgrenze('gesetz') })),
    )
    expect(textOn(chronik, eve)).toEqual({ id: 'alt', ab: '2020-01-01', bis: tag })
    expect(textOn(chronik, tag)).toEqual({ id: 'neu', ab: tag, bis: null })
    expect(textOn(chronik, morrow)).toEqual({ id: 'neu', ab: tag, bis: null })
    expect(Date.parse(midnightInBerlin(day(morrow))) - Date.parse(midnightInBerlin(day(eve)))).toBe(
      hoursOf(eve) + hoursOf(tag),
    )
  })

  it.each([
    ['the day after 28 February 2027', '2027-02-28', anZeitgrenze('gesetz', 1), '2027-03-01'],
    ['the day after 28 February 2028', '2028-02-28', anZeitgrenze('gesetz', 1), '2028-02-29'],
    ['a year after 29 February 2028', '2028-02-29', anZeitgrenze('gesetz', 365), '2029-02-28'],
    ['the day before 1 March 2028', '2028-03-01', anZeitgrenze('gesetz', -1), '2028-02-29'],
    ['the day before 1 January 2027', '2027-01-01', anZeitgrenze('gesetz', -1), '2026-12-31'],
    ['the day after 31 December 2026', '2026-12-31', anZeitgrenze('gesetz', 1), '2027-01-01'],
    [
      'a week over the change to summer time',
      '2027-03-25',
      anZeitgrenze('gesetz', 7),
      '2027-04-01',
    ],
    [
      'a week over the change to winter time',
      '2027-10-28',
      anZeitgrenze('gesetz', 7),
      '2027-11-04',
    ],
    ['the month after 31 January 2027', '2027-01-31', FOLGEMONAT, '2027-02-01'],
    ['the month after 29 February 2028', '2028-02-29', FOLGEMONAT, '2028-03-01'],
    ['the month after 1 March 2027', '2027-03-01', FOLGEMONAT, '2027-04-01'],
    ['the month after 31 December 2026', '2026-12-31', FOLGEMONAT, '2027-01-01'],
    ['the month after 31 October 2027', '2027-10-31', FOLGEMONAT, '2027-11-01'],
  ])('%s', (_name, tag, beginn, expected) => {
    const chronik = chronikWith(
      freigabe(alt),
      inkraft(tag),
      freigabe(freigegeben({ id: 'neu', beginn })),
    )
    expect(textOn(chronik, previousDay(day(expected)))?.id).toBe('alt')
    expect(textOn(chronik, expected)).toMatchObject({ id: 'neu', ab: expected })
  })

  it('a move from 29 February to 28 February of the next year takes all with it', () => {
    const chronik = chronikWith(
      freigabe(alt),
      inkraft('2028-02-29'),
      freigabe(freigegeben({ id: 'neu', beginn: anZeitgrenze('gesetz') })),
      freigabe(freigegeben({ id: 'folgend', beginn: anZeitgrenze('gesetz', 1), basis: 'neu' })),
      inkraft('2029-02-28'),
    )
    expect(reiheAt(chronik, KEY, 4).abschnitte.map(({ ab }) => ab)).toEqual([
      '2020-01-01',
      '2028-02-29',
      '2028-03-01',
    ])
    expect(reiheAt(chronik, KEY, 5).abschnitte.map(({ ab }) => ab)).toEqual([
      '2020-01-01',
      '2029-02-28',
      '2029-03-01',
    ])
  })

  it('a text befristet until the end of February 2028 holds on the 29th', () => {
    const chronik = chronikWith(
      freigabe(alt),
      freigabe(befristet('2028-03-01', { id: 'winter', beginn: am('2027-12-01') })),
    )
    expect(textOn(chronik, '2028-02-29')).toEqual({
      id: 'winter',
      ab: '2027-12-01',
      bis: '2028-03-01',
    })
    expect(textOn(chronik, '2028-03-01')?.id).toBe('alt')
  })

  it('a text of one day, the change to summer time, holds on it alone', () => {
    const chronik = chronikWith(
      freigabe(alt),
      freigabe(befristet('2027-03-29', { id: 'tag', beginn: am('2027-03-28') })),
    )
    expect(
      ['2027-03-27', '2027-03-28', '2027-03-29'].map((tag) => textOn(chronik, tag)?.id),
    ).toEqual(['alt', 'tag', 'alt'])
  })
})

describe('from 31 December to 1 January', () => {
  const chronik = chronikWith(
    freigabe(alt),
    freigabe(
      freigegeben({
        id: 'ort',
        ebene: 'gemeinde',
        gebietId: 'gemeinde',
        beginn: am('2026-01-01'),
        ende: am('2027-01-01'),
      }),
    ),
    freigabe(freigegeben({ id: 'neu', beginn: am('2027-01-01') })),
    gespeicherteStelle('buero', { beginn: am('2027-01-01') }),
    gespeicherteStelle('amt', { beginn: am('2026-01-01') }),
  )

  it('the delta names what begins, what changes and what ends, and nothing else', () => {
    expect(deltaBetween(chronik, '2026-12-31', '2027-01-01')).toEqual([
      'entfallen fassung|personalausweis|gemeinde|gemeinde',
      'geaendert fassung|personalausweis|land|land',
      'neu organisationseinheit|buero',
    ])
    expect(deltaBetween(chronik, '2026-12-30', '2026-12-31')).toEqual([])
    expect(deltaBetween(chronik, '2027-01-01', '2027-01-02')).toEqual([])
  })
})

describe('a process that was off for a week', () => {
  // Over the change to summer time, 29 February, the turn of the year: one switch on each missed day.
  const weeks = ['2027-03-25', '2028-02-26', '2026-12-28', '2027-10-27']

  it.each(weeks)(
    'from %s on: the answer of each missed day is what it would have been',
    (first) => {
      const chronik = weekFrom(first)
      const before = daysOf(first).map((tag) => textOn(chronik, tag))
      // What is said after the week does not change what was known in it.
      const late = chronikWith(
        ...saidInWeek(first),
        zurueckziehung('tag-3', { ab: addDays(day(first), 8) }),
        freigabe(freigegeben({ id: 'spaet', beginn: am(addDays(day(first), 9)) })),
      )
      const kenntnisstand = saidInWeek(first).length
      expect(daysOf(first).map((tag) => textOn(late, tag, kenntnisstand))).toEqual(before)
      expect(before.map((each) => each?.id)).toEqual([
        'alt',
        'tag-1',
        'tag-2',
        'tag-3',
        'tag-3',
        'tag-5',
        'tag-6',
        'tag-7',
      ])
    },
  )

  it.each(weeks)('from %s on: the delta of the week is what the missed days add up to', (first) => {
    const chronik = weekFrom(first)
    const [start = day(first), ...days] = daysOf(first)
    const state = (tag: CalendarDay): ReadonlyMap<string, Eintrag> =>
      snapshotOn(chronik, newestPair(chronik, tag)).eintraege
    const stepwise = days.reduce(
      (known, tag) =>
        applyDelta(known, diffSnapshots(state(previousDay(tag)), state(tag), sameEintrag)),
      state(start),
    )
    const last = addDays(start, 7)
    const atOnce = applyDelta(state(start), diffSnapshots(state(start), state(last), sameEintrag))
    expect(stepwise).toEqual(state(last))
    expect(atOnce).toEqual(state(last))
    // What came and went within the week is nobody's news any more: the befristet office is not named.
    expect(deltaBetween(chronik, start, last)).toEqual([
      'geaendert fassung|personalausweis|land|land',
    ])
    expect(deltaBetween(chronik, start, addDays(start, 2))).toContain(
      'neu organisationseinheit|zelt',
    )
  })
})

/** A switch on every day of the week but the fourth, and an office that is there for three days. */
function saidInWeek(first: string): readonly Aussage[] {
  const tag = (offset: number): Anker => am(addDays(day(first), offset))
  return [
    freigabe(alt),
    ...[1, 2, 3, 5, 6, 7].map((offset) =>
      freigabe(freigegeben({ id: `tag-${offset}`, beginn: tag(offset) })),
    ),
    gespeicherteStelle('zelt', { beginn: tag(1), ende: tag(4) }),
  ]
}

function weekFrom(first: string): Chronik {
  return chronikWith(...saidInWeek(first))
}

function daysOf(first: string): readonly CalendarDay[] {
  return Array.from({ length: 8 }, (_, offset) => addDays(day(first), offset))
}

function textOn(
  chronik: Chronik,
  tag: string,
  kenntnisstand = newestPair(chronik, day(tag)).kenntnisstand,
): { readonly id: string; readonly ab: string; readonly bis: string | null } | undefined {
  const stichtag = day(tag)
  const eintrag = snapshotOn(chronik, { stichtag, kenntnisstand }).eintraege.get(`fassung|${KEY}`)
  if (eintrag?.klasse !== 'fassung') return undefined
  return { id: eintrag.fassung.id, ab: eintrag.ab, bis: eintrag.bis }
}

function deltaBetween(chronik: Chronik, from: string, to: string): readonly string[] {
  const [before, after] = [from, to].map(
    (tag) => snapshotOn(chronik, newestPair(chronik, day(tag))).eintraege,
  ) as [ReadonlyMap<string, Eintrag>, ReadonlyMap<string, Eintrag>]
  return diffSnapshots(before, after, sameEintrag)
    .map(({ art, key }) => `${art} ${key}`)
    .sort()
}

/** Milliseconds of a day in Berlin: 23, 24 or 25 hours. */
function hoursOf(tag: string): number {
  const hour = 3_600_000
  if (tag === '2027-03-28') return 23 * hour
  return tag === '2027-10-31' ? 25 * hour : 24 * hour
}
