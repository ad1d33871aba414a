import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestFolgenummer, reiheKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { anZeitgrenze, effectiveDay } from '#core/rechtsnorm/anker.ts'
import { day, nextDay, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import {
  abgesagt,
  am,
  befristet,
  berichtigung,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { ALLE_TAGE, anyRow } from '../../../tests/support/histories.ts'
import { abschnittOn, type Reihe } from './reihe.ts'

const KEY = reiheKey(freigegeben())

/** The first text of the row: from 1 January 2026 on. */
const alt = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
/** The next one, written on top of it: from 1 January 2027 on. */
const neu = freigegeben({ id: 'neu', beginn: am('2027-01-01'), basis: 'alt' })

describe('rule 5: a text stores anchors', () => {
  const anGesetz = freigegeben({ id: 'neu', beginn: anZeitgrenze('gesetz'), basis: 'alt' })

  it('on a fixed day the next text takes over', () => {
    expect(told(freigabe(alt), freigabe(neu))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01– neu',
    ])
  })

  it.each([
    ['the day before', '2026-12-31', 'alt'],
    ['the day itself', '2027-01-01', 'neu'],
    ['before the first text', '2025-12-31', undefined],
  ])('on %s', (_name, stichtag, expected) => {
    const reihe = rowOf(freigabe(alt), freigabe(neu))
    expect(abschnittOn(reihe, day(stichtag))?.beleg.wert.id).toBe(expected)
  })

  it.each([
    ['nothing is known of it', []],
    ['it is unbestimmt', [verkuendung(unbestimmt('gesetz'))]],
    ['it is geschaetzt', [verkuendung(geschaetzt('2027-Q1', 'gesetz'))]],
    ['it is geplant', [verkuendung(geplant('2027-01-01', 'gesetz'))]],
  ])(
    'while its Zeitgrenze has no day because %s, it waits and the predecessor holds on',
    (_name, before) => {
      const reihe = rowOf(freigabe(alt), ...before, freigabe(anGesetz))
      expect(say(reihe)).toEqual(['2026-01-01– alt'])
      expect(reihe.wartend).toEqual(['neu'])
    },
  )

  it('the announcement gives it its day, a move another one', () => {
    const start = [freigabe(alt), freigabe(anGesetz)]
    const announced = verkuendung(bestimmt('2027-01-01', 'gesetz'))
    expect(told(...start, announced)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    const moved = verkuendung(bestimmt('2027-07-01', 'gesetz'))
    expect(told(...start, announced, moved)).toEqual([
      '2026-01-01–2027-07-01 alt',
      '2027-07-01– neu',
    ])
    const takenBack = verkuendung(unbestimmt('gesetz'))
    expect(told(...start, announced, takenBack)).toEqual(['2026-01-01– alt'])
  })

  it('an end moves as well, and is open while it has no day', () => {
    const bisGesetz = freigegeben({
      id: 'alt',
      beginn: am('2026-01-01'),
      ende: anZeitgrenze('gesetz', 1),
    })
    expect(told(freigabe(bisGesetz))).toEqual(['2026-01-01– alt'])
    expect(told(freigabe(bisGesetz), verkuendung(bestimmt('2026-12-31', 'gesetz')))).toEqual([
      '2026-01-01–2027-01-01 alt',
    ])
  })
})

describe('rule 6: where a text ends', () => {
  it('at its successor, when that comes before its own end', () => {
    const bisMaerz = freigegeben({ ...alt, ende: am('2027-03-01') })
    expect(told(freigabe(bisMaerz), freigabe(neu))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01– neu',
    ])
  })

  it('at its own end, and then nothing holds until a successor comes', () => {
    const bisOktober = freigegeben({ ...alt, ende: am('2026-10-01') })
    expect(told(freigabe(bisOktober), freigabe(neu))).toEqual([
      '2026-01-01–2026-10-01 alt',
      '2027-01-01– neu',
    ])
  })

  it('an unbefristet successor leaves a gap at its own end: the predecessor does not resume', () => {
    const bisMaerz = freigegeben({ ...neu, ende: am('2027-03-01') })
    expect(told(freigabe(alt), freigabe(bisMaerz))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu',
    ])
  })

  it('after a befristet successor that says so the predecessor resumes', () => {
    const sommer = befristet('2027-09-01', { id: 'sommer', beginn: am('2027-06-01') })
    expect(told(freigabe(alt), freigabe(sommer))).toEqual([
      '2026-01-01–2027-06-01 alt',
      '2027-06-01–2027-09-01 sommer',
      '2027-09-01– alt',
    ])
  })

  it('but not beyond its own end', () => {
    const bisJuli = freigegeben({ ...alt, ende: am('2027-07-01') })
    const sommer = befristet('2027-09-01', { id: 'sommer', beginn: am('2027-06-01') })
    expect(told(freigabe(bisJuli), freigabe(sommer))).toEqual([
      '2026-01-01–2027-06-01 alt',
      '2027-06-01–2027-09-01 sommer',
    ])
  })

  it('of two befristet ones inside each other each gives back to the one before', () => {
    const sommer = befristet('2027-09-01', { id: 'sommer', beginn: am('2027-06-01') })
    const woche = befristet('2027-07-08', { id: 'woche', beginn: am('2027-07-01') })
    expect(told(freigabe(alt), freigabe(sommer), freigabe(woche))).toEqual([
      '2026-01-01–2027-06-01 alt',
      '2027-06-01–2027-07-01 sommer',
      '2027-07-01–2027-07-08 woche',
      '2027-07-08–2027-09-01 sommer',
      '2027-09-01– alt',
    ])
  })

  it('of two befristet ones across each other the first is over when the second ends', () => {
    const sommer = befristet('2027-09-01', { id: 'sommer', beginn: am('2027-06-01') })
    const herbst = befristet('2027-10-01', { id: 'herbst', beginn: am('2027-08-01') })
    expect(told(freigabe(alt), freigabe(sommer), freigabe(herbst))).toEqual([
      '2026-01-01–2027-06-01 alt',
      '2027-06-01–2027-08-01 sommer',
      '2027-08-01–2027-10-01 herbst',
      '2027-10-01– alt',
    ])
  })

  it('a befristet one without predecessor leaves a gap', () => {
    const sommer = befristet('2027-09-01', { id: 'sommer', beginn: am('2027-06-01') })
    expect(told(freigabe(sommer))).toEqual(['2027-06-01–2027-09-01 sommer'])
  })
})

describe('rule 7: nothing is guessed', () => {
  it('of two on one day the one released later is ausgesetzt', () => {
    const zweite = freigegeben({ id: 'zweite', beginn: am('2027-01-01') })
    const reihe = rowOf(freigabe(alt), freigabe(neu), freigabe(zweite))
    expect(say(reihe)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    expect(reihe.ausgesetzt).toEqual(['zweite'])
  })

  it('two that a move brings onto one day: nothing else changes', () => {
    const zweite = freigegeben({ id: 'zweite', beginn: anZeitgrenze('gesetz'), basis: 'neu' })
    const start = [freigabe(alt), freigabe(neu), freigabe(zweite)]
    const moved = rowOf(...start, verkuendung(bestimmt('2027-01-01', 'gesetz')))
    expect(say(moved)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    expect(moved.ausgesetzt).toEqual(['zweite'])
    const movedOn = rowOf(...start, verkuendung(bestimmt('2027-07-01', 'gesetz')))
    expect(say(movedOn).at(-1)).toBe('2027-07-01– zweite')
    expect(movedOn.ausgesetzt).toEqual([])
  })

  it('a text that a move brings before its basis is ausgesetzt, what held before holds on', () => {
    const aufbauend = freigegeben({ id: 'aufbauend', beginn: anZeitgrenze('gesetz'), basis: 'neu' })
    const reihe = rowOf(
      freigabe(alt),
      freigabe(neu),
      freigabe(aufbauend),
      verkuendung(bestimmt('2026-10-01', 'gesetz')),
    )
    expect(say(reihe)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    expect(reihe.ausgesetzt).toEqual(['aufbauend'])
  })

  it('a text whose basis a move brings behind it is ausgesetzt as well', () => {
    const basis = freigegeben({ id: 'basis', beginn: anZeitgrenze('gesetz'), basis: 'alt' })
    const aufbauend = freigegeben({ id: 'aufbauend', beginn: am('2027-03-01'), basis: 'basis' })
    const start = [
      freigabe(alt),
      verkuendung(bestimmt('2027-01-01', 'gesetz')),
      freigabe(basis),
      freigabe(aufbauend),
    ]
    expect(told(...start)).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 basis',
      '2027-03-01– aufbauend',
    ])
    const late = rowOf(...start, verkuendung(bestimmt('2027-07-01', 'gesetz')))
    expect(say(late)).toEqual(['2026-01-01–2027-07-01 alt', '2027-07-01– basis'])
    expect(late.ausgesetzt).toEqual(['aufbauend'])
    const open = rowOf(...start, verkuendung(unbestimmt('gesetz')))
    expect(say(open)).toEqual(['2026-01-01– alt'])
    expect(open).toMatchObject({ ausgesetzt: ['aufbauend'], wartend: ['basis'] })
  })

  it('a text that starts before one it does not build on is no conflict', () => {
    const dazwischen = freigegeben({ id: 'dazwischen', beginn: am('2026-07-01'), basis: 'alt' })
    expect(told(freigabe(alt), freigabe(neu), freigabe(dazwischen))).toEqual([
      '2026-01-01–2026-07-01 alt',
      '2026-07-01–2027-01-01 dazwischen',
      '2027-01-01– neu',
    ])
  })

  it('a text that a move makes end before it begins is ausgesetzt', () => {
    const sommer = freigegeben({
      id: 'sommer',
      beginn: am('2027-06-01'),
      ende: anZeitgrenze('gesetz'),
    })
    const reihe = rowOf(
      freigabe(alt),
      freigabe(sommer),
      verkuendung(bestimmt('2027-05-01', 'gesetz')),
    )
    expect(say(reihe)).toEqual(['2026-01-01– alt'])
    expect(reihe.ausgesetzt).toEqual(['sommer'])
  })

  it('an ausgesetzt text holds again once a correction gives it another day', () => {
    const zweite = freigegeben({ id: 'zweite', beginn: am('2027-01-01') })
    const umgesetzt = berichtigung(zweite, {
      id: 'umgesetzt',
      beginn: am('2027-02-01'),
      basis: 'neu',
    })
    const reihe = rowOf(freigabe(alt), freigabe(neu), freigabe(zweite), freigabe(umgesetzt))
    expect(say(reihe).at(-1)).toBe('2027-02-01– umgesetzt')
    expect(reihe.ausgesetzt).toEqual([])
  })
})

describe('a correction', () => {
  it('takes the place of what it corrects', () => {
    expect(told(freigabe(alt), freigabe(neu), freigabe(berichtigung(alt)))).toEqual([
      '2026-01-01–2027-01-01 alt-berichtigt',
      '2027-01-01– neu',
    ])
  })

  it('keeps its place in the order of release', () => {
    const zweite = freigegeben({ id: 'zweite', beginn: am('2027-01-01') })
    const reihe = rowOf(freigabe(neu), freigabe(zweite), freigabe(berichtigung(neu)))
    expect(say(reihe)).toEqual(['2027-01-01– neu-berichtigt'])
    expect(reihe.ausgesetzt).toEqual(['zweite'])
  })

  it('may name another day, and a correction may be corrected', () => {
    const once = berichtigung(neu, { id: 'einmal', beginn: am('2027-02-01') })
    const twice = berichtigung(once, { id: 'zweimal', beginn: am('2027-03-01') })
    expect(told(freigabe(alt), freigabe(neu), freigabe(once), freigabe(twice))).toEqual([
      '2026-01-01–2027-03-01 alt',
      '2027-03-01– zweimal',
    ])
  })

  it('is the basis of what was written on top of the text before', () => {
    const spaet = berichtigung(alt, { beginn: am('2027-07-01') })
    const reihe = rowOf(freigabe(alt), freigabe(neu), freigabe(spaet))
    expect(say(reihe)).toEqual(['2027-07-01– alt-berichtigt'])
    expect(reihe.ausgesetzt).toEqual(['neu'])
  })

  it('that moves onto the day of a later text is ausgesetzt, and what it corrects holds on', () => {
    const falsch = berichtigung(alt, { beginn: am('2027-01-01') })
    const reihe = rowOf(freigabe(alt), freigabe(neu), freigabe(falsch))
    expect(say(reihe)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    expect(reihe.ausgesetzt).toEqual(['alt-berichtigt'])
  })

  it('that a move brings onto that day as well, and it returns with the next move', () => {
    const verschieblich = berichtigung(alt, { beginn: anZeitgrenze('gesetz') })
    const start = [
      freigabe(alt),
      freigabe(freigegeben({ ...neu, basis: null })),
      freigabe(verschieblich),
    ]
    const together = rowOf(...start, verkuendung(bestimmt('2027-01-01', 'gesetz')))
    expect(say(together)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– neu'])
    const apart = rowOf(...start, verkuendung(bestimmt('2026-02-01', 'gesetz')))
    expect(say(apart)).toEqual(['2026-02-01–2027-01-01 alt-berichtigt', '2027-01-01– neu'])
    expect(apart.ausgesetzt).toEqual([])
  })

  it('of a text that another one has corrected already is ausgesetzt', () => {
    const first = berichtigung(neu, { id: 'erste', beginn: am('2027-03-01') })
    const second = berichtigung(neu, { id: 'zweite', beginn: am('2027-01-01') })
    const reihe = rowOf(freigabe(alt), freigabe(neu), freigabe(first), freigabe(second))
    expect(say(reihe)).toEqual(['2026-01-01–2027-03-01 alt', '2027-03-01– erste'])
    expect(reihe.ausgesetzt).toEqual(['zweite'])
  })

  it('stays withdrawn with what it corrects', () => {
    const until = zurueckziehung('neu', { ab: day('2027-03-01') })
    expect(told(freigabe(alt), freigabe(neu), until, freigabe(berichtigung(neu)))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu-berichtigt',
      '2027-03-01– alt',
    ])
  })

  it('that is itself taken back from its first day is undone: what it corrected holds on', () => {
    const wrong = berichtigung(neu, { beginn: am('2027-02-01') })
    const start = [freigabe(alt), freigabe(neu), freigabe(wrong)]
    expect(told(...start, zurueckziehung(wrong.id))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01– neu',
    ])
    const ends = zurueckziehung(wrong.id, { folge: { art: 'leistung-endet' } })
    expect(told(...start, ends)).toEqual(['2026-01-01–2027-02-01 alt'])
  })

  it('withdrawn later than what it corrects does not bring that back', () => {
    const start = [freigabe(alt), freigabe(neu), freigabe(berichtigung(neu)), zurueckziehung('neu')]
    const later = zurueckziehung('neu-berichtigt', { ab: day('2027-03-01') })
    expect(told(...start)).toEqual(['2026-01-01– alt'])
    expect(told(...start, later)).toEqual(['2026-01-01– alt'])
  })

  it('held back by hand corrects nothing, also while it waits for its day', () => {
    const wartend = berichtigung(alt, { id: 'wartend', beginn: anZeitgrenze('gesetz') })
    const held: Aussage = {
      klasse: 'aussetzung',
      aussetzung: { fassungId: 'wartend', istAusgesetzt: true, grund: 'Einspruch' },
    }
    const reihe = rowOf(freigabe(alt), freigabe(wartend), held)
    expect(say(reihe)).toEqual(['2026-01-01– alt'])
    expect(reihe.gruende.get('wartend')).toEqual({ art: 'von-hand' })
    const announced = rowOf(
      freigabe(alt),
      freigabe(wartend),
      held,
      verkuendung(bestimmt('2027-01-01', 'gesetz')),
    )
    expect(say(announced)).toEqual(['2026-01-01– alt'])
  })
})

describe('rule 8: a withdrawal says what follows', () => {
  const start = [freigabe(alt), freigabe(neu)]

  it('from the first day, the predecessor holds on without a seam', () => {
    expect(told(...start, zurueckziehung('neu'))).toEqual(['2026-01-01– alt'])
  })

  it('from a later day, the predecessor resumes', () => {
    expect(told(...start, zurueckziehung('neu', { ab: day('2027-03-01') }))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu',
      '2027-03-01– alt',
    ])
  })

  it('from a day before its first one is from the first', () => {
    expect(told(...start, zurueckziehung('neu', { ab: day('2026-05-01') }))).toEqual([
      '2026-01-01– alt',
    ])
  })

  it('from its first day by date is the same, and nothing is ausgesetzt', () => {
    const reihe = rowOf(...start, zurueckziehung('neu', { ab: day('2027-01-01') }))
    expect(say(reihe)).toEqual(['2026-01-01– alt'])
    expect(reihe.ausgesetzt).toEqual([])
  })

  it('from the first day, the service ends', () => {
    expect(told(...start, zurueckziehung('neu', { folge: { art: 'leistung-endet' } }))).toEqual([
      '2026-01-01–2027-01-01 alt',
    ])
  })

  it('from a later day, the service ends', () => {
    const ends = zurueckziehung('neu', { ab: day('2027-03-01'), folge: { art: 'leistung-endet' } })
    expect(told(...start, ends)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01–2027-03-01 neu'])
  })

  it('from the first day, replaced by a text of the same day that was ausgesetzt', () => {
    const ersatz = freigegeben({ id: 'ersatz', beginn: am('2027-01-01') })
    const replaced = zurueckziehung('neu', { folge: { art: 'ersetzt', durch: 'ersatz' } })
    const reihe = rowOf(...start, freigabe(ersatz), replaced)
    expect(say(reihe)).toEqual(['2026-01-01–2027-01-01 alt', '2027-01-01– ersatz'])
    expect(reihe.ausgesetzt).toEqual([])
  })

  it('from a later day, replaced by a text that begins then', () => {
    const ersatz = freigegeben({ id: 'ersatz', beginn: am('2027-03-01') })
    const replaced = zurueckziehung('neu', {
      ab: day('2027-03-01'),
      folge: { art: 'ersetzt', durch: 'ersatz' },
    })
    expect(told(...start, freigabe(ersatz), replaced)).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu',
      '2027-03-01– ersatz',
    ])
  })

  it('of the only text leaves nothing', () => {
    expect(told(freigabe(alt), zurueckziehung('alt'))).toEqual([])
  })

  it('of a waiting text leaves nothing to wait for', () => {
    const wartend = freigegeben({ id: 'wartend', beginn: anZeitgrenze('gesetz') })
    expect(rowOf(freigabe(wartend), zurueckziehung('wartend')).wartend).toEqual([])
  })

  it('of a basis before its day counts also when that day is un-set: it does not wait again', () => {
    const basis = freigegeben({ id: 'basis', beginn: anZeitgrenze('gesetz') })
    const log = [
      freigabe(alt),
      verkuendung(bestimmt('2027-03-01', 'gesetz')),
      freigabe(basis),
      zurueckziehung('basis', { ab: day('2027-01-01') }),
      freigabe(freigegeben({ id: 'aufbauend', beginn: am('2027-02-01'), basis: 'basis' })),
      verkuendung(unbestimmt('gesetz')),
    ]
    const reihe = rowOf(...log)
    expect(say(reihe)).toEqual(['2026-01-01–2027-02-01 alt', '2027-02-01– aufbauend'])
    expect(reihe).toMatchObject({ ausgesetzt: [], wartend: [] })
  })

  it('of a basis does not hold back what was written on top of it', () => {
    const aufbauend = freigegeben({ id: 'aufbauend', beginn: am('2027-03-01'), basis: 'neu' })
    expect(told(...start, freigabe(aufbauend), zurueckziehung('neu'))).toEqual([
      '2026-01-01–2027-03-01 alt',
      '2027-03-01– aufbauend',
    ])
  })

  it('of a basis lets go what a move had brought before it', () => {
    const frueher = freigegeben({ id: 'frueher', beginn: am('2026-10-01'), basis: 'neu' })
    expect(told(...start, freigabe(frueher))).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01– neu',
    ])
    expect(told(...start, freigabe(frueher), zurueckziehung('neu'))).toEqual([
      '2026-01-01–2026-10-01 alt',
      '2026-10-01– frueher',
    ])
  })

  it('for a day after its own end changes nothing: the end has said what follows', () => {
    const bisMaerz = freigegeben({ ...neu, ende: am('2027-03-01') })
    const late = zurueckziehung('neu', { ab: day('2027-06-01') })
    expect(told(freigabe(alt), freigabe(bisMaerz), late)).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu',
    ])
  })

  it('moves no successor', () => {
    const danach = freigegeben({ id: 'danach', beginn: am('2027-07-01') })
    const ends = zurueckziehung('neu', { ab: day('2027-03-01'), folge: { art: 'leistung-endet' } })
    expect(told(...start, freigabe(danach), ends)).toEqual([
      '2026-01-01–2027-01-01 alt',
      '2027-01-01–2027-03-01 neu',
      '2027-07-01– danach',
    ])
  })
})

describe('a basis that a move brings onto the day of the text rebased on it', () => {
  const erste = freigegeben({ id: 'erste', beginn: am('2027-03-01') })
  const basis = freigegeben({ id: 'basis', beginn: anZeitgrenze('z') })
  const neu = berichtigung(erste, { id: 'neu', basis: 'basis', wiederaufgenommen: true })
  const history = (text: Freigegeben) =>
    rowOf(
      verkuendung(bestimmt('2027-02-01', 'z')),
      freigabe(erste),
      freigabe(basis),
      freigabe(text),
      verkuendung(bestimmt('2027-03-01', 'z')),
    )

  it('lies below it: nothing is left to decide', () => {
    const reihe = history(neu)
    expect(say(reihe)).toEqual(['2027-03-01– neu'])
    expect(reihe.ausgesetzt).toEqual([])
  })

  it('resumes after it where it says so', () => {
    const befristet = { ...neu, ende: am('2027-06-01'), danach: 'vorgaenger' } as const
    expect(say(history(befristet))).toEqual(['2027-03-01–2027-06-01 neu', '2027-06-01– basis'])
  })
})

describe('a correction whose law fails', () => {
  const alt = freigegeben({ id: 'alt', beginn: am('2027-01-01') })
  const neu = berichtigung(alt, { id: 'neu', beginn: anZeitgrenze('z') })
  const anderes = berichtigung(neu, { id: 'anderes', beginn: anZeitgrenze('z') })

  it('leaves the text that it corrects', () => {
    const reihe = rowOf(
      verkuendung(bestimmt('2027-03-01', 'z')),
      freigabe(alt),
      freigabe(neu),
      verkuendung(abgesagt('z')),
    )
    expect(say(reihe)).toEqual(['2027-01-01– alt'])
    expect(reihe.abgesagt).toEqual(['neu'])
  })

  it('leaves it also under a chain of corrections', () => {
    const reihe = rowOf(
      verkuendung(bestimmt('2027-03-01', 'z')),
      freigabe(alt),
      freigabe(neu),
      freigabe(anderes),
      verkuendung(abgesagt('z')),
    )
    expect(say(reihe)).toEqual(['2027-01-01– alt'])
  })
})

describe('every history', () => {
  const forEveryRow = (check: (reihe: Reihe, chronik: Chronik) => void): void => {
    fc.assert(
      fc.property(anyRow, (aussagen) => {
        const chronik = chronikWith(...aussagen)
        check(reiheOf(chronik), chronik)
      }),
      { numRuns: 1000 },
    )
  }

  it('has no two Abschnitte that overlap, and each lasts a day at least', () => {
    forEveryRow(({ abschnitte }) => {
      for (const [index, { ab, bis }] of abschnitte.entries()) {
        const next = abschnitte[index + 1]
        if (bis !== null) expect(ab < bis).toBe(true)
        if (next) expect(bis !== null && bis <= next.ab).toBe(true)
      }
    })
  })

  it('lets at most one text hold on every boundary day and beside it', () => {
    forEveryRow(({ abschnitte }) => {
      const boundaries = abschnitte.flatMap(({ ab, bis }) => (bis === null ? [ab] : [ab, bis]))
      for (const tag of boundaries.flatMap((each) => [previousDay(each), each, nextDay(each)])) {
        expect(abschnitte.filter((each) => holds(each, tag)).length).toBeLessThanOrEqual(1)
      }
    })
  })

  it('lets no text touch itself: what did not change has no seam', () => {
    forEveryRow(({ abschnitte }) => {
      for (const [index, { bis, beleg }] of abschnitte.entries()) {
        const next = abschnitte[index + 1]
        if (next?.ab === bis) expect(next?.beleg).not.toBe(beleg)
      }
    })
  })

  it('lets no text hold before its own beginning, after its own end, or without a day', () => {
    forEveryRow(({ abschnitte }, chronik) => {
      const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
      for (const { ab, bis, beleg } of abschnitte) {
        const beginn = effectiveDay(beleg.wert.beginn, lookup)
        expect(beginn !== null && beginn <= ab).toBe(true)
        const ende = beleg.wert.ende && effectiveDay(beleg.wert.ende, lookup)
        if (ende !== null) expect(bis !== null && bis <= ende).toBe(true)
      }
    })
  })

  it('lets no text hold that is ausgesetzt, waits, was corrected or withdrawn from its first day', () => {
    forEveryRow((reihe, chronik) => {
      const holding = new Set(reihe.abschnitte.map(({ beleg }) => beleg.wert.id))
      const released = [...chronik.fassungen.values()].map(({ wert }) => wert)
      const effective = released.filter(({ id }) => holding.has(id) || reihe.wartend.includes(id))
      const corrected = effective.flatMap(({ berichtigt }) => berichtigt ?? [])
      const revoked = released.filter(
        ({ id }) => chronik.zurueckziehungen.get(id)?.at(-1)?.wert.ab === null,
      )
      for (const id of [
        ...reihe.ausgesetzt,
        ...reihe.wartend,
        ...corrected,
        ...revoked.map((each) => each.id),
      ]) {
        expect(holding.has(id)).toBe(false)
      }
    })
  })

  it('loses no text: each one with a day holds on it unless it is ausgesetzt, corrected or withdrawn', () => {
    forEveryRow((reihe, chronik) => {
      const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
      const corrected = new Set([...chronik.fassungen.values()].map(({ wert }) => wert.berichtigt))
      for (const { wert } of chronik.fassungen.values()) {
        const ab = effectiveDay(wert.beginn, lookup)
        const isOut =
          corrected.has(wert.id) ||
          reihe.ausgesetzt.includes(wert.id) ||
          isWithdrawn(chronik, wert.id)
        if (ab !== null && !isOut) expect(abschnittOn(reihe, ab)?.beleg.wert.id).toBe(wert.id)
      }
    })
  })

  it('answers for every day without an exception', () => {
    forEveryRow((reihe) => {
      for (const tag of ALLE_TAGE) abschnittOn(reihe, tag)
    })
  })
})

function rowOf(...aussagen: readonly Aussage[]): Reihe {
  return reiheOf(chronikWith(...aussagen))
}

function reiheOf(chronik: Chronik): Reihe {
  return reiheAt(chronik, KEY, newestFolgenummer(chronik))
}

function told(...aussagen: readonly Aussage[]): readonly string[] {
  return say(rowOf(...aussagen))
}

function say({ abschnitte }: Reihe): readonly string[] {
  return abschnitte.map(({ ab, bis, beleg }) => `${ab}–${bis ?? ''} ${beleg.wert.id}`)
}

function holds(
  zeitraum: { readonly ab: CalendarDay; readonly bis: CalendarDay | null },
  tag: CalendarDay,
): boolean {
  return zeitraum.ab <= tag && (zeitraum.bis === null || tag < zeitraum.bis)
}

/** Itself, or the text whose place it has taken. */
function isWithdrawn(chronik: Chronik, id: string): boolean {
  if (chronik.zurueckziehungen.has(id)) return true
  const corrected = chronik.fassungen.get(id)?.wert.berichtigt
  return corrected ? isWithdrawn(chronik, corrected) : false
}
