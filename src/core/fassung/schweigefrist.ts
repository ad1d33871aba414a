import type { Folgenummer, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import type { Beleg } from '#core/log/chronik.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { workingDaysBefore } from '#core/zeit/arbeitstage.ts'
import { nextDay, type CalendarDay } from '#core/zeit/day.ts'

/**
 * The period in which those below a layer may keep what they put in the place of its text (zeit.md, rule 11). It is a dated
 * entry made when the period begins: on its day nothing has to run. Whoever is silent until `fristende` loses the
 * *ersetzen* of these modules from the first day of the new text on; *ergaenzen* stays.
 */
export type Schweigefrist = {
  readonly id: string
  readonly leistungId: LeistungId
  /** The layer whose text changes. */
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly module: readonly Modulname[]
  readonly redaktionId: RedaktionId
  readonly abstimmungId: string
  /** Working days before the Zeitgrenze on which it ends. */
  readonly tage: number
  /** Last day to answer as it was said when the period began; a move only ever puts it off. */
  readonly fristende: CalendarDay
  readonly begonnenAm: CalendarDay
}

/** "We keep our text": what one row of texts answered to a Schweigefrist in time. The last word counts. */
export type Rueckmeldung = {
  readonly id: string
  readonly schweigefristId: string
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  /** The modules whose *ersetzen* stays. */
  readonly module: readonly Modulname[]
  readonly redaktionId: RedaktionId
  /** What the Kommune says to it, or nothing. */
  readonly satz: string | null
}

/**
 * What silence never takes away, because it belongs to those below: their fees and Satzungen (self-government, Art. 28 Abs.
 * 2 GG, Art. 72 Verfassung M-V), the office with its counters, forms, times and hints, and the mark of who wrote the text.
 */
export const SELBSTVERWALTUNGSMODULE: ReadonlySet<Modulname> = new Set<Modulname>([
  'kosten',
  'handlungsgrundlagen',
  'zustaendigeStelle',
  'ansprechpunkt',
  'formulare',
  'bearbeitungsdauer',
  'auskunftshinweis',
  'urheber',
  'ursprungsportal',
])

/** The modules of these that silence can take over. */
export function schweigemodule(module: readonly Modulname[]): readonly Modulname[] {
  return [...new Set(module)].filter((name) => !SELBSTVERWALTUNGSMODULE.has(name))
}

/** The day that people reckon with, bestimmt or only expected; null while none is named. */
export function genannterTag(zeitgrenze: Zeitgrenze | undefined): CalendarDay | null {
  return zeitgrenze?.stand === 'bestimmt' || zeitgrenze?.stand === 'geplant' ? zeitgrenze.tag : null
}

/** All that was said of each Zeitgrenze, in order. */
export type Zeitgrenzenverlauf = (id: ZeitgrenzeId) => readonly Beleg<Zeitgrenze>[]

/** A Schweigefrist as the log holds it. */
export type Schweigefriststand = Extract<Objektstand, { readonly art: 'schweigefrist' }>

/**
 * The last day to answer as known at the Kenntnisstand: the day that was said at first, or a later one that followed from a
 * day the Zeitgrenze has had since. So no move ever shortens the period.
 */
export function fristendeAt(
  { folgenummer, wert: { beginn, wert } }: Beleg<Schweigefriststand>,
  verlauf: Zeitgrenzenverlauf,
  kenntnisstand: Folgenummer,
): CalendarDay {
  if (beginn.art === 'tag') return wert.fristende
  return verlauf(beginn.zeitgrenzeId).reduce((last, { folgenummer: said, wert: zeitgrenze }) => {
    const tag = said > folgenummer && said <= kenntnisstand ? genannterTag(zeitgrenze) : null
    const ende = tag === null ? last : workingDaysBefore(tag, wert.tage)
    return ende > last ? ende : last
  }, wert.fristende)
}

/**
 * The first day of a saved state of any object as known at the Kenntnisstand; null: it has none. That of its anchor, but a
 * Schweigefrist takes effect on the day after its last day to answer at the earliest.
 */
export function ersterTagAt(
  beleg: Beleg<Objektstand>,
  verlauf: Zeitgrenzenverlauf,
  kenntnisstand: Folgenummer,
): CalendarDay | null {
  const { beginn } = beleg.wert
  const tag = effectiveDay(beginn, (id) =>
    lastOf(verlauf(id), ({ folgenummer }) => folgenummer <= kenntnisstand),
  )
  if (tag === null || !isSchweigefrist(beleg)) return tag
  const frei = nextDay(fristendeAt(beleg, verlauf, kenntnisstand))
  return frei > tag ? frei : tag
}

/** Whether the object is a Schweigefrist. */
export function isSchweigefrist(beleg: Beleg<Objektstand>): beleg is Beleg<Schweigefriststand> {
  return beleg.wert.art === 'schweigefrist'
}

function lastOf(
  belege: readonly Beleg<Zeitgrenze>[],
  isKnown: (beleg: Beleg<Zeitgrenze>) => boolean,
): Zeitgrenze | undefined {
  return belege.findLast(isKnown)?.wert
}
