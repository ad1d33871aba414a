import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  addDays,
  addMonths,
  firstOfFollowingMonth,
  firstOfFollowingQuarter,
  nextDay,
  parseCalendarDay,
  type CalendarDay,
} from '#core/zeit/day.ts'

/**
 * How a source fixes its day. `bezugstag` is the day from which the clause counts: the day on which the announcement was
 * completed, or the day on which the gazette was issued.
 */
export type Klausel =
  /** "tritt am 1. Januar 2027 in Kraft". */
  | { readonly art: 'fester-tag'; readonly tag: CalendarDay }
  /** "tritt am Tag nach der Verkündung in Kraft". */
  | { readonly art: 'tag-nach-verkuendung'; readonly bezugstag: CalendarDay }
  /** The `tage`-th day after the end of the day of issue; 14 for the Bund (Art. 82 Abs. 2 Satz 2 GG). */
  | {
      readonly art: 'tage-nach-ausgabe'
      readonly bezugstag: CalendarDay
      readonly tage: number
    }
  /** "tritt am ersten Tag des auf die Verkündung folgenden Monats in Kraft". */
  | { readonly art: 'erster-des-folgemonats'; readonly bezugstag: CalendarDay }
  /** "tritt am ersten Tag des auf die Verkündung folgenden Quartals in Kraft". */
  | { readonly art: 'erster-des-folgequartals'; readonly bezugstag: CalendarDay }
  /** "tritt sechs Monate nach der Verkündung in Kraft". */
  | {
      readonly art: 'monate-nach-verkuendung'
      readonly bezugstag: CalendarDay
      readonly monate: number
    }
  /** "tritt mit Ablauf des 31. Dezember 2027 außer Kraft": the last day in force (zeit.md, rule 3). */
  | { readonly art: 'mit-ablauf'; readonly tag: CalendarDay }
  /** "tritt am 31. Dezember 2027 außer Kraft": which of the two days is meant, the editor decides (rule 3). */
  | { readonly art: 'tritt-ausser-kraft'; readonly tag: CalendarDay; readonly lesart: Lesart }

/** The two readings of "tritt am D außer Kraft": D is the first day without force, or the last day with it. */
export type Lesart = 'erster-tag-ohne' | 'letzter-tag-mit'

/** Kind of a clause. */
export type Klauselart = Klausel['art']

/** "tritt am D außer Kraft", read in one of the two ways. */
export type Ausserkraftklausel = Extract<Klausel, { readonly art: 'tritt-ausser-kraft' }>

/**
 * The day that the clause fixes, as the day of a Zeitgrenze: the first day in force, for `mit-ablauf` and
 * `tritt-ausser-kraft` the first day without force (half-open days).
 */
export function reckon(klausel: Klausel): CalendarDay {
  switch (klausel.art) {
    case 'fester-tag':
      // Art. 82 Abs. 2 Satz 1 GG, and alike the constitutions of the Länder: the source names its day itself.
      return klausel.tag
    case 'tag-nach-verkuendung':
      // The day of the event does not count (§ 187 Abs. 1 BGB, which § 186 extends to periods in laws): the first day in
      // force is the one after it. No weekend or holiday moves it: § 193 BGB is for acts that somebody has to do.
      return nextDay(klausel.bezugstag)
    case 'tage-nach-ausgabe':
      // Art. 82 Abs. 2 Satz 2 GG: "mit dem vierzehnten Tage nach Ablauf des Tages …, an dem das Bundesgesetzblatt
      // ausgegeben worden ist". The first day after the end of the day of issue is day 1.
      return addDays(klausel.bezugstag, klausel.tage)
    case 'erster-des-folgemonats':
      // The source's own words. Announced on the first of a month, it is the first of the next one all the same.
      return firstOfFollowingMonth(klausel.bezugstag)
    case 'erster-des-folgequartals':
      // The source's own words: 1 January, 1 April, 1 July or 1 October.
      return firstOfFollowingQuarter(klausel.bezugstag)
    case 'monate-nach-verkuendung':
      // § 188 Abs. 2 BGB: the day whose number is that of the announcement; Abs. 3: the last of the month where it has
      // none. In force on that day, not after its end, as practice has it: the Hinweisgeberschutzgesetz, a month after
      // its announcement on 2 June 2023 (BGBl. 2023 I Nr. 140, Art. 10), has been in force since 2 July 2023. Who reads
      // "nach Ablauf von … Monaten" takes the day after; the proposal says so.
      return addMonths(klausel.bezugstag, klausel.monate)
    case 'mit-ablauf':
      // zeit.md, rule 3: the day named is the last in force.
      return nextDay(klausel.tag)
    case 'tritt-ausser-kraft':
      // zeit.md, rule 3: an editor has chosen.
      return klausel.lesart === 'erster-tag-ohne' ? klausel.tag : nextDay(klausel.tag)
  }
}

/** Both readings of "tritt am `tag` außer Kraft" (zeit.md, rule 3); nothing is guessed. */
export function lesarten(tag: CalendarDay): readonly [Ausserkraftklausel, Ausserkraftklausel] {
  return [
    { art: 'tritt-ausser-kraft', tag, lesart: 'erster-tag-ohne' },
    { art: 'tritt-ausser-kraft', tag, lesart: 'letzter-tag-mit' },
  ]
}

/** A clause as it was entered; nothing about it is believed. */
export type KlauselAngaben = {
  readonly art: unknown
  /** The day named, or the Bezugstag from which it counts: `YYYY-MM-DD`. */
  readonly tag: unknown
  /** Days or months. */
  readonly anzahl: number | null
  readonly lesart: unknown
}

/**
 * The clause that was entered; null where no kind was chosen. What of it nobody has entered yet makes no clause. Problem:
 * `clause-is-malformed`.
 */
export function klauselFrom(angaben: KlauselAngaben): Result<Klausel | null> {
  const art = klauselartFrom(angaben.art)
  if (art === null) return success(null)
  const tag = parseCalendarDay(angaben.tag)
  const klausel = tag.ok ? READERS[art](tag.value, angaben.anzahl, angaben.lesart) : null
  return klausel ? success(klausel) : failed(problem('clause-is-malformed', 'Klausel'))
}

/** The kind of clause of that name, or null. */
export function klauselartFrom(art: unknown): Klauselart | null {
  return ARTEN.find((known) => known === art) ?? null
}

type ReadKlausel = (tag: CalendarDay, anzahl: number | null, lesart: unknown) => Klausel | null

const READERS: Readonly<Record<Klauselart, ReadKlausel>> = {
  'fester-tag': (tag) => ({ art: 'fester-tag', tag }),
  'tag-nach-verkuendung': (bezugstag) => ({ art: 'tag-nach-verkuendung', bezugstag }),
  'tage-nach-ausgabe': (bezugstag, tage) =>
    isCount(tage) ? { art: 'tage-nach-ausgabe', bezugstag, tage } : null,
  'erster-des-folgemonats': (bezugstag) => ({ art: 'erster-des-folgemonats', bezugstag }),
  'erster-des-folgequartals': (bezugstag) => ({ art: 'erster-des-folgequartals', bezugstag }),
  'monate-nach-verkuendung': (bezugstag, monate) =>
    isCount(monate) ? { art: 'monate-nach-verkuendung', bezugstag, monate } : null,
  'mit-ablauf': (tag) => ({ art: 'mit-ablauf', tag }),
  'tritt-ausser-kraft': (tag, _anzahl, lesart) =>
    lesart === 'erster-tag-ohne' || lesart === 'letzter-tag-mit'
      ? { art: 'tritt-ausser-kraft', tag, lesart }
      : null,
}
const ARTEN = Object.keys(READERS) as Klauselart[]

/** A number of days or months: whole and at least one. */
export function isCount(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value > 0
}
