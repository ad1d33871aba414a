import type { Abstimmungsseite } from '#core/abstimmung/seite.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What a person may choose from when opening a consultation. */
export type Eroeffnungswahl = {
  readonly heute: CalendarDay
  /** Drafts that the person may put to a consultation and that hang on a day, with what they change. */
  readonly texte: readonly Eroeffnungstext[]
  readonly redaktionen: readonly {
    readonly id: string
    readonly name: string
    readonly art: string
    /** Ids of the texts (`texte`) to whose Leistung this Redaktion has a released text of its own. */
    readonly betroffenVon: readonly string[]
  }[]
}

/** A draft that could be consulted about. */
export type Eroeffnungstext = {
  readonly id: string
  readonly titel: string
  readonly redaktionId: string
  /** Key and German name of the day on which it begins; texts of one consultation share it. */
  readonly tag: { readonly schluessel: string; readonly name: string }
  readonly embargo: boolean
  readonly istLandtext: boolean
  /** Modules that it changes and for which silence can count. */
  readonly schweigemodule: readonly Modulname[]
}

/** What the pages about consultations read, in the name of the account that the headers say. */
export type AbstimmungReader = {
  /** Null: there is none, or it is none of theirs. */
  readonly seite: (
    headers: Headers,
    id: string,
    text: string | null,
  ) => Promise<Abstimmungsseite | null>
  readonly wahl: (headers: Headers) => Promise<Eroeffnungswahl>
}

// As in `readHaus.ts`: Next compiles copies of our modules, and this must be the process's own.
const KEY = Symbol.for('stichtag.abstimmung')
const shared = globalThis as unknown as Record<symbol, AbstimmungReader | undefined>

/** Lets the pages read from this house. */
export function provideAbstimmung(reader: AbstimmungReader): void {
  shared[KEY] = reader
}

/** The consultations of the house that this process opened. */
export function readAbstimmung(): AbstimmungReader {
  const reader = shared[KEY]
  if (!reader) throw new Error('no house has been opened in this process')
  return reader
}
