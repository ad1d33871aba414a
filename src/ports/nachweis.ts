import type { Result } from '#core/ergebnis.ts'
import type { Folgenummer, LeistungId } from '#core/fassung/fassung.ts'
import type { Ereignisart } from '#core/log/ereignis.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import type { Unterschied } from '#core/vorschau/unterschiede.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Who did what when: a row of the log without its facts. */
export type Protokollzeile = {
  /** Id of the document in the admin. */
  readonly id: string
  readonly folgenummer: Folgenummer
  /** Instant of the append, UTC, ISO 8601. */
  readonly zeitpunkt: string
  readonly art: Ereignisart
  /** Name of the person or machine that acted, as it was then. */
  readonly von: string
  readonly bestaetigtVon: string | null
  /** Released without a second person or without Abstimmung and Fachfreigabe. */
  readonly eilfall: boolean
  readonly grund: string | null
  readonly gegenstand: string | null
}

/** The rows of these entries. A missing one is a broken store and throws. */
export type ReadProtokoll = (
  folgenummern: readonly Folgenummer[],
) => Promise<ReadonlyMap<Folgenummer, Protokollzeile>>

/** What did this area say on this day about this Leistung? */
export type Nachweisanfrage = {
  readonly ars: string
  readonly leistung: LeistungId
  readonly stichtag: CalendarDay
}

/** An entry that proves the answer, with what it did, in German. */
export type Nachweiszeile = Protokollzeile & { readonly wirkung: string }

/** What was said on a day, as it was known on its evening and as it is known now, with the entries that prove it. */
export type Nachweis = {
  readonly frage: Nachweisanfrage
  /** The area as it is called now. */
  readonly gebiet: string
  /** `zeitpunkt` is the instant of the last entry known then; null: there was none. */
  readonly damals: {
    readonly kenntnisstand: Folgenummer
    readonly zeitpunkt: string | null
    readonly leistung: Leistungsblatt | null
  }
  readonly heute: {
    readonly kenntnisstand: Folgenummer
    readonly leistung: Leistungsblatt | null
  }
  /** Where the two say something else; empty: they say the same. */
  readonly unterschiede: readonly Unterschied[]
  /** In the order of their Folgenummer. */
  readonly eintraege: readonly Nachweiszeile[]
  /** Those entered during the day itself that changed its answer. */
  readonly wechselAmTag: readonly Nachweiszeile[]
}

/** Answers. Problems: `gebiet-is-unknown`, `leistung-is-unknown`. */
export type AnswerNachweis = (anfrage: Nachweisanfrage) => Promise<Result<Nachweis>>
