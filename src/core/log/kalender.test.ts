import { describe, expect, it } from 'vitest'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { festerTag, anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  gespeicherteStelle,
  gespeicherteZustaendigkeit,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { kalenderOf, objekteOfKalender, type Kalendertermin } from './kalender.ts'

const HEUTE = day('2026-11-24')
const abgesagt: Aussage = verkuendung({
  ...unbestimmt(),
  stand: 'abgesagt',
  grund: 'Der Landtag hat abgelehnt.',
} as never)

/** The log of these factories begins on 1 October 2026. */
const ANFANG = day('2026-10-01')

const landtext = freigabe(freigegeben({ id: 'land', beginn: anZeitgrenze('zeitgrenze') }))
const dorftext = freigabe(
  freigegeben({
    id: 'dorf',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    redaktionId: 'dorfredaktion',
    beginn: anZeitgrenze('zeitgrenze'),
  }),
)

function kalender(
  chronik: Chronik,
  {
    redaktionId = 'landesredaktion',
    stichtag = HEUTE,
    keepers = {},
    kenntnisstand = newestFolgenummer(chronik),
  }: {
    redaktionId?: RedaktionId
    stichtag?: typeof HEUTE
    keepers?: Readonly<Record<string, RedaktionId>>
    kenntnisstand?: number
  } = {},
): readonly Kalendertermin[] {
  return kalenderOf(chronik, { stichtag, kenntnisstand, redaktionId }, (objekt) =>
    objekt.art === 'zustaendigkeit'
      ? (objekt.wert.redaktionId ?? null)
      : (keepers[objekt.id] ?? null),
  )
}

describe('whom a Zeitgrenze concerns', () => {
  const log = chronikWith(verkuendung(bestimmt('2027-01-01')), landtext, dorftext)

  it('is in the calendar of each Redaktion whose text hangs on it, and tells it of its own texts', () => {
    expect(kalender(log)[0]?.wechsel.map(({ fassung }) => fassung.id)).toEqual(['land'])
    const dorf = kalender(log, { redaktionId: 'dorfredaktion' })
    expect(dorf.map(({ tag, stand }) => [tag, stand])).toEqual([['2027-01-01', 'bestimmt']])
    expect(dorf[0]?.wechsel.map(({ fassung }) => fassung.id)).toEqual(['dorf'])
    expect(kalender(log, { redaktionId: 'fremd' })).toEqual([])
  })

  it('tells whoever keeps the Rechtsnorm of all texts', () => {
    const norm = gespeicherteStelle('gesetz', { art: 'rechtsnorm', inhalt: 'hash-gesetz' })
    const kept = chronikWith(norm, verkuendung(bestimmt('2027-01-01')), landtext, dorftext)
    const keepers = { gesetz: 'ministerium' }
    const [termin] = kalender(kept, { redaktionId: 'ministerium', keepers })
    expect(termin?.wechsel.map(({ fassung }) => fassung.id)).toEqual(['dorf', 'land'])
    expect(objekteOfKalender(kept, 1)).toEqual([])
    expect(objekteOfKalender(kept, 4).map(({ id }) => id)).toEqual(['gesetz'])
  })

  it('tells whoever keeps the Zeitgrenze itself', () => {
    const own = verkuendung({ ...bestimmt('2027-01-01'), redaktionId: 'ministerium' })
    expect(kalender(chronikWith(own), { redaktionId: 'ministerium' })).toHaveLength(1)
  })

  it('concerns a Redaktion whose Zustaendigkeit or online service hangs on it', () => {
    const beginn = anZeitgrenze('zeitgrenze')
    const zustaendig = gespeicherteZustaendigkeit({ redaktionId: 'dorfredaktion' }, beginn)
    const dienst = gespeicherteStelle('dienst', { art: 'onlinedienst', beginn })
    const withObjekte = chronikWith(verkuendung(bestimmt('2027-01-01')), zustaendig, dienst)
    const arten = (redaktionId: string) =>
      kalender(withObjekte, { redaktionId, keepers: { dienst: 'dienstredaktion' } }).map(
        ({ objekte }) => objekte.map(({ art }) => art),
      )
    expect(arten('dorfredaktion')).toEqual([['zustaendigkeit']])
    expect(arten('dienstredaktion')).toEqual([['onlinedienst']])
    expect(arten('fremd')).toEqual([])
  })
})

describe('the day', () => {
  it.each([
    ['an announced day', bestimmt('2027-01-01'), 'bestimmt', '2027-01-01'],
    ['a planned day', geplant('2027-02-01'), 'geplant', '2027-02-01'],
    ['the first day of an estimated quarter', geschaetzt('2027-Q2'), 'geschaetzt', '2027-04-01'],
  ])('is %s', (_name, zeitgrenze, stand, tag) => {
    const termine = kalender(chronikWith(verkuendung(zeitgrenze), landtext))
    expect(termine.map((each) => [each.stand, each.tag])).toEqual([[stand, tag]])
    expect(termine[0]?.wechsel.map((each) => each.tag)).toEqual([tag])
  })

  it('is none while only a condition is known', () => {
    expect(kalender(chronikWith(verkuendung(unbestimmt()), landtext))).toEqual([])
  })

  it.each([
    ['on the 31st day after it', 31, 1],
    ['on the 32nd day after it', 32, 0],
  ])('stays for 31 days: %s', (_name, days, count) => {
    const log = chronikWith(verkuendung(bestimmt('2027-01-01')), landtext)
    expect(kalender(log, { stichtag: addDays(day('2027-01-01'), days) })).toHaveLength(count)
  })

  it('is another one where an offset makes a text follow on the first of the next month', () => {
    const later = freigabe(
      freigegeben({
        id: 'spaeter',
        beginn: {
          art: 'zeitgrenze',
          zeitgrenzeId: 'zeitgrenze',
          versatz: { art: 'erster-des-folgemonats' },
        },
      }),
    )
    const [termin] = kalender(chronikWith(verkuendung(bestimmt('2027-01-15')), later))
    expect(termin?.tag).toBe('2027-01-15')
    expect(termin?.wechsel.map(({ tag }) => tag)).toEqual(['2027-02-01'])
  })
})

describe('what switches', () => {
  it('counts a text that ends where the next one begins once', () => {
    const bisher = freigabe(
      freigegeben({
        id: 'bisher',
        beginn: am('2026-01-01'),
        ende: anZeitgrenze('zeitgrenze'),
      }),
    )
    const log = chronikWith(verkuendung(bestimmt('2027-01-01')), bisher, landtext)
    expect(kalender(log)[0]?.wechsel.map(({ fassung, art }) => [fassung.id, art])).toEqual([
      ['land', 'beginnt'],
    ])
    const alone = chronikWith(verkuendung(bestimmt('2027-01-01')), bisher)
    expect(kalender(alone)[0]?.wechsel.map(({ fassung, art }) => [fassung.id, art])).toEqual([
      ['bisher', 'endet'],
    ])
  })

  it('leaves out what has been withdrawn; the day stays', () => {
    const log = chronikWith(verkuendung(bestimmt('2027-01-01')), landtext, zurueckziehung('land'))
    expect(kalender(log).map(({ wechsel }) => wechsel)).toEqual([[]])
  })

  it('leaves out an end that a successor came before', () => {
    const bisher = freigabe(
      freigegeben({ id: 'bisher', beginn: am('2026-01-01'), ende: anZeitgrenze('zeitgrenze') }),
    )
    const neu = freigabe(freigegeben({ id: 'neu', beginn: festerTag(day('2026-12-01')) }))
    const log = chronikWith(verkuendung(bestimmt('2027-01-01')), bisher, neu)
    expect(kalender(log)[0]?.wechsel).toEqual([])
  })
})

describe('moves', () => {
  it('keep the event and raise its number', () => {
    const log = chronikWith(
      verkuendung(geplant('2027-01-01')),
      landtext,
      verkuendung(bestimmt('2027-01-01')),
      verkuendung(bestimmt('2027-07-01')),
    )
    const at = (kenntnisstand: number) => {
      const [termin] = kalender(log, { kenntnisstand })
      return [termin?.folge, termin?.tag, termin?.stand, termin?.geaendert]
    }
    expect(at(2)).toEqual([0, '2027-01-01', 'geplant', '2026-10-01T12:01:00.000Z'])
    expect(at(3)).toEqual([1, '2027-01-01', 'bestimmt', '2026-10-01T12:02:00.000Z'])
    expect(at(4)).toEqual([2, '2027-07-01', 'bestimmt', '2026-10-01T12:03:00.000Z'])
  })

  it.each([
    ['a law that failed', abgesagt],
    ['a day that is open again', verkuendung(unbestimmt())],
  ])('%s stays with its last day for 400 days, and is then forgotten', (_name, aussage) => {
    const log = chronikWith(verkuendung(bestimmt('2027-01-01')), landtext, aussage)
    const on = (days: number) => kalender(log, { stichtag: addDays(ANFANG, days) })
    expect(on(400).map(({ stand, tag }) => [stand, tag])).toEqual([['gestrichen', '2027-01-01']])
    expect(on(401)).toEqual([])
  })

  it('a failed law that never had a day was never in a calendar', () => {
    expect(kalender(chronikWith(verkuendung(unbestimmt()), landtext, abgesagt))).toEqual([])
  })
})
