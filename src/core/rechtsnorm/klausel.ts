import type { CalendarDay } from '#core/zeit/day.ts'

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
