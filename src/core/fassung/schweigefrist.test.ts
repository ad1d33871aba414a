import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestFolgenummer, objektKey, verlaufOf, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair, objektreiheAt, snapshotOn } from '#core/log/snapshot.ts'
import { schichtenIn, uebersichtOf } from '#core/log/uebersicht.ts'
import { mergedText, ohneRueckmeldungIn } from '#core/lieferung/inhalte.ts'
import { anZeitgrenze, effectiveDay } from '#core/rechtsnorm/anker.ts'
import { effectiveTag, type Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { isWorkingDay, workingDaysBefore } from '#core/zeit/arbeitstage.ts'
import { addDays, day, nextDay, type CalendarDay } from '#core/zeit/day.ts'
import {
  abgesagt,
  am,
  bestimmt,
  chronikWith,
  ergaenzen,
  ersetzen,
  freigabe,
  freigegeben,
  geplant,
  geschaetzt,
  gespeicherteModulsperre,
  gespeicherteRueckmeldung,
  gespeicherteSchweigefrist,
  grundbestand,
  hashInhalt,
  unbestimmt,
  verkuendung,
} from '../../../tests/support/factories.ts'
import type { FassungInhalt, Modulname } from './module.ts'
import {
  SELBSTVERWALTUNGSMODULE,
  ersterTagAt,
  fristendeAt,
  isSchweigefrist,
  schweigemodule,
} from './schweigefrist.ts'

const GESETZ = anZeitgrenze('zeitgrenze')

/** The words of the Land before and from the law on, and of those below. */
const WORTE = {
  'land-alt': { kurztext: ersetzen('Land alt'), kosten: gebuehr(1000) },
  'land-neu': { kurztext: ersetzen('Land neu'), kosten: gebuehr(2000) },
  'kreis-text': { kurztext: ersetzen('Kreis') },
  'ort-text': { kurztext: ersetzen('Ort'), kosten: gebuehr(500) },
  'ort-zusatz': { kurztext: ergaenzen('Nur mit Termin') },
  'ort-antwort': { kurztext: ersetzen('Ort, nach dem Gesetz geprüft') },
} as const satisfies Readonly<Record<string, FassungInhalt>>
type Textname = keyof typeof WORTE

const INHALTE = new Map<string, FassungInhalt>(
  Object.values(WORTE).map((inhalt) => [hashInhalt(inhalt), inhalt]),
)

/** The law is announced for 1 January 2027; then the Land's old text, the Gemeinde's own, and the period of silence. */
const AUSGANG: readonly (Aussage | readonly Aussage[])[] = [
  [...grundbestand()],
  verkuendung(bestimmt('2027-01-01')),
  text('land-alt'),
  text('ort-text'),
  gespeicherteSchweigefrist({}, GESETZ),
]
const NEU = text('land-neu')

describe('a Gemeinde that was silent until 17 December 2026', () => {
  it.each([
    ['the last day to answer', '2026-12-17', ['Ort']],
    ['the day before the law', '2026-12-31', ['Ort']],
    ['the day of the law', '2027-01-01', ['Land neu']],
  ])('on %s', (_name, tag, expected) => {
    expect(wordsOn(chronikWith(...AUSGANG, NEU), tag)).toEqual(expected)
  })

  it('reads that the text was taken over without an answer, from that day on only', () => {
    const chronik = chronikWith(...AUSGANG, NEU)
    expect(uebernommenOn(chronik, '2026-12-31')).toEqual([])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual(['kurztext'])
  })

  it('keeps its fee', () => {
    const frist = gespeicherteSchweigefrist({ module: ['kurztext', 'kosten'] }, GESETZ)
    const chronik = chronikWith(...AUSGANG.slice(0, -1), frist, NEU)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land neu'])
    expect(feesOn(chronik, '2027-01-01')).toEqual([500])
  })

  it('keeps what supplements', () => {
    const chronik = chronikWith(...AUSGANG.slice(0, 3), text('ort-zusatz'), AUSGANG[4]!, NEU)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land neu', 'Nur mit Termin'])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual([])
  })

  it('loses nothing while the new text of the Land has not come', () => {
    expect(wordsOn(chronikWith(...AUSGANG), '2027-01-01')).toEqual(['Ort'])
  })

  it('loses nothing when the law fails', () => {
    const chronik = chronikWith(...AUSGANG, NEU, verkuendung(abgesagt()))
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Ort'])
    expect(uebernommenOn(chronik, '2099-01-01')).toEqual([])
  })

  it('reads the text of its Kreis where that one has answered', () => {
    const antwort = gespeicherteRueckmeldung({ id: 'kreis', ebene: 'kreis', gebietId: 'kreis' })
    const chronik = chronikWith(
      ...AUSGANG.slice(0, 4),
      text('kreis-text'),
      AUSGANG[4]!,
      antwort,
      NEU,
    )
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Kreis'])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual(['kurztext'])
  })

  it('what a Kreis lost does not count where the Gemeinde has answered', () => {
    const chronik = chronikWith(
      ...AUSGANG.slice(0, 4),
      text('kreis-text'),
      AUSGANG[4]!,
      gespeicherteRueckmeldung(),
      NEU,
    )
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Ort'])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual([])
    expect(wordsOn(chronik, '2027-01-01', 'nachbarin')).toEqual(['Land neu'])
  })
})

describe('a Gemeinde that answered', () => {
  it('by a Rueckmeldung keeps its text', () => {
    const chronik = chronikWith(...AUSGANG, gespeicherteRueckmeldung({}, '2026-12-17'), NEU)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Ort'])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual([])
  })

  it('and took it back, loses it', () => {
    const chronik = chronikWith(
      ...AUSGANG,
      gespeicherteRueckmeldung({}, '2026-12-16'),
      gespeicherteRueckmeldung({ module: [] }, '2026-12-17'),
      NEU,
    )
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land neu'])
  })

  it('of another area or to another Schweigefrist does not count', () => {
    for (const differences of [{ gebietId: 'nachbarin' }, { schweigefristId: 'andere' }]) {
      const chronik = chronikWith(...AUSGANG, gespeicherteRueckmeldung(differences), NEU)
      expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land neu'])
    }
  })

  it('by a text of its own released after the period began keeps that one', () => {
    const chronik = chronikWith(...AUSGANG, text('ort-antwort'), NEU)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Ort, nach dem Gesetz geprüft'])
  })
})

describe('a move of the law', () => {
  it.each([
    ['to a later day, the period ends later', bestimmt('2027-03-01'), '2027-02-15', '2027-03-01'],
    ['to an earlier day, the period stays', bestimmt('2026-12-01'), '2026-12-17', '2026-12-18'],
    ['to a day that is only expected', geplant('2027-03-01'), '2027-02-15', null],
    ['to a month', geschaetzt('2027-03'), '2026-12-17', null],
    ['to no day', unbestimmt(), '2026-12-17', null],
    ['to never', abgesagt(), '2026-12-17', null],
  ])('%s', (_name, zeitgrenze, fristende, erster) => {
    const chronik = chronikWith(...AUSGANG, NEU, verkuendung(zeitgrenze))
    expect(fristendeOf(chronik)).toBe(fristende)
    expect(ersterTagOf(chronik)).toBe(erster)
  })

  it('back again leaves the longest period that anybody was told', () => {
    const chronik = chronikWith(
      ...AUSGANG,
      NEU,
      verkuendung(geplant('2027-03-01')),
      verkuendung(bestimmt('2027-01-01')),
    )
    expect(fristendeOf(chronik)).toBe('2027-02-15')
    expect(ersterTagOf(chronik)).toBe('2027-02-16')
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Ort'])
    expect(wordsOn(chronik, '2027-02-15')).toEqual(['Ort'])
    expect(wordsOn(chronik, '2027-02-16')).toEqual(['Land neu'])
  })

  it('does not change what was known before it', () => {
    const chronik = chronikWith(...AUSGANG, NEU, verkuendung(bestimmt('2027-03-01')))
    const before = newestFolgenummer(chronik) - 1
    expect(fristendeOf(chronik, before)).toBe('2026-12-17')
    expect(ersterTagOf(chronik, before)).toBe('2027-01-01')
  })

  it('of before the period began does not count', () => {
    const chronik = chronikWith(
      ...AUSGANG.slice(0, 1),
      verkuendung(geplant('2028-01-01')),
      ...AUSGANG.slice(1),
      NEU,
    )
    expect(fristendeOf(chronik)).toBe('2026-12-17')
  })
})

describe('by every sequence of moves', () => {
  const anyMoves = fc.array(anyZeitgrenze(), { maxLength: 8 })

  it('the period is never shortened', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const chronik = chronikWith(...AUSGANG, NEU, ...moves.map(verkuendung))
        const since = AUSGANG.length
        let last = day('2026-12-17')
        for (let n = since; n <= newestFolgenummer(chronik); n += 1) {
          const ende = fristendeOf(chronik, n)
          expect(ende >= last).toBe(true)
          last = ende
          const erster = ersterTagOf(chronik, n)
          if (erster !== null) expect(erster > ende).toBe(true)
        }
      }),
    )
  })

  it('the period ends so many working days before the last day announced, or later', () => {
    fc.assert(
      fc.property(anyMoves, (moves) => {
        const chronik = chronikWith(...AUSGANG, NEU, ...moves.map(verkuendung))
        const ende = fristendeOf(chronik)
        expect(isWorkingDay(ende)).toBe(true)
        for (const each of moves) {
          const tag = 'tag' in each ? each.tag : null
          if (tag !== null) expect(ende >= workingDaysBefore(tag, 10)).toBe(true)
        }
      }),
    )
  })

  it('without an answer the result on the day equals inheriting, and the fee never changes', () => {
    fc.assert(
      fc.property(anyMoves, fc.constantFrom<Textname>('ort-text', 'kreis-text'), (moves, name) => {
        const frist = gespeicherteSchweigefrist({ module: ['kurztext', 'kosten'] }, GESETZ)
        const with_ = chronikWith(
          ...AUSGANG.slice(0, 3),
          text(name),
          frist,
          NEU,
          ...moves.map(verkuendung),
        )
        const without = chronikWith(
          ...AUSGANG.slice(0, 3),
          [],
          frist,
          NEU,
          ...moves.map(verkuendung),
        )
        const erster = ersterTagOf(with_)
        const law = lastDay(moves)
        const tage = [law, erster].flatMap((tag) => (tag === null ? [] : around(tag)))
        for (const tag of tage) {
          const isOver = erster !== null && tag >= erster
          const own = name === 'ort-text' ? 'Ort' : 'Kreis'
          expect(wordsOn(with_, tag)).toEqual(isOver ? wordsOn(without, tag) : [own])
          if (name === 'ort-text') expect(feesOn(with_, tag)).toEqual([500])
        }
      }),
    )
  })
})

describe('a lock that leaves supplements', () => {
  const sperre = gespeicherteModulsperre({ art: 'nur-ergaenzen' }, am('2027-01-01'))
  const base = AUSGANG.slice(0, 3)

  it('drops what replaces, from its day on', () => {
    const chronik = chronikWith(...base, text('ort-text'), sperre)
    expect(wordsOn(chronik, '2026-12-31')).toEqual(['Ort'])
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land alt'])
    expect(uebernommenOn(chronik, '2027-01-01')).toEqual([])
  })

  it('keeps what supplements', () => {
    const chronik = chronikWith(...base, text('ort-zusatz'), sperre)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land alt', 'Nur mit Termin'])
  })

  it('is weaker than one that leaves nothing, where both reach', () => {
    const fest = gespeicherteModulsperre({ id: 'fest' }, am('2027-01-01'))
    const chronik = chronikWith(...base, text('ort-zusatz'), sperre, fest)
    expect(wordsOn(chronik, '2027-01-01')).toEqual(['Land alt'])
  })
})

describe('schweigemodule', () => {
  it('leaves self-government out, each of the others once', () => {
    expect(schweigemodule(['kosten', 'kurztext', 'ansprechpunkt', 'kurztext', 'frist'])).toEqual([
      'kurztext',
      'frist',
    ])
  })

  it('knows fees, Satzung and office', () => {
    const named: readonly Modulname[] = [
      'kosten',
      'handlungsgrundlagen',
      'zustaendigeStelle',
      'ansprechpunkt',
    ]
    for (const name of named) expect(SELBSTVERWALTUNGSMODULE.has(name)).toBe(true)
  })
})

function gebuehr(cent: number) {
  const kosten = [
    { typ: null, auswahl: { art: 'fix', cent }, text: '', vorkasse: null, link: null },
  ] as const
  return { modus: 'ersetzen', wert: { kosten, text: '', links: [] } } as const
}

function text(name: Textname): Aussage {
  const gemeinde = { ebene: 'gemeinde', gebietId: 'gemeinde' } as const
  const orte = {
    'land-alt': { beginn: am('2025-01-01') },
    'land-neu': { beginn: GESETZ },
    'kreis-text': { ebene: 'kreis', gebietId: 'kreis', beginn: am('2025-01-01') },
    'ort-text': { ...gemeinde, beginn: am('2025-01-01') },
    'ort-zusatz': { ...gemeinde, beginn: am('2025-01-01') },
    'ort-antwort': { ...gemeinde, beginn: am('2026-12-20') },
  } as const
  return freigabe(freigegeben({ id: name, inhalt: hashInhalt(WORTE[name]), ...orte[name] }))
}

function schichtenOn(chronik: Chronik, tag: string, gebietId = 'gemeinde') {
  const uebersicht = uebersichtOf(snapshotOn(chronik, newestPair(chronik, day(tag))))
  return schichtenIn(uebersicht, 'personalausweis', gebietId)
}

function wordsOn(chronik: Chronik, tag: string, gebietId?: string): readonly string[] {
  const { kurztext = [] } = mergedText(schichtenOn(chronik, tag, gebietId), INHALTE)
  return kurztext.map(({ wert }) => wert.text)
}

function feesOn(chronik: Chronik, tag: string): readonly unknown[] {
  const { kosten = [] } = mergedText(schichtenOn(chronik, tag), INHALTE)
  return kosten.flatMap(({ wert }) =>
    wert.kosten.map(({ auswahl }) => (auswahl.art === 'fix' ? auswahl.cent : auswahl)),
  )
}

function uebernommenOn(chronik: Chronik, tag: string): readonly Modulname[] {
  return [...ohneRueckmeldungIn(schichtenOn(chronik, tag), INHALTE)]
}

const KEY = objektKey({ art: 'schweigefrist', id: 'frist' })

function fristOf(chronik: Chronik) {
  const beleg = chronik.objekte.get(KEY)?.at(-1)
  if (!beleg || !isSchweigefrist(beleg)) throw new Error('no Schweigefrist')
  return beleg
}

function fristendeOf(chronik: Chronik, kenntnisstand = newestFolgenummer(chronik)): CalendarDay {
  return fristendeAt(fristOf(chronik), verlaufOf(chronik), kenntnisstand)
}

/** Also as the timeline of the object says it. */
function ersterTagOf(
  chronik: Chronik,
  kenntnisstand = newestFolgenummer(chronik),
): CalendarDay | null {
  const tag = ersterTagAt(fristOf(chronik), verlaufOf(chronik), kenntnisstand)
  expect(objektreiheAt(chronik, KEY, kenntnisstand).map(({ ab }) => ab)).toEqual(
    tag === null ? [] : [tag],
  )
  return tag
}

function anyZeitgrenze(): fc.Arbitrary<Zeitgrenze> {
  const tag = fc.integer({ min: -20, max: 400 }).map((days) => addDays(day('2026-12-01'), days))
  return fc.oneof(
    { weight: 4, arbitrary: tag.map((each) => bestimmt(each)) },
    { weight: 2, arbitrary: tag.map((each) => geplant(each)) },
    { weight: 1, arbitrary: fc.constantFrom(geschaetzt('2027-05'), unbestimmt()) },
  )
}

function lastDay(moves: readonly Zeitgrenze[]): CalendarDay | null {
  const last = moves.at(-1) ?? bestimmt('2027-01-01')
  expect(effectiveDay(GESETZ, () => last)).toBe(effectiveTag(last))
  return effectiveTag(last)
}

function around(tag: CalendarDay): readonly CalendarDay[] {
  return [addDays(tag, -1), tag, nextDay(tag)]
}
