import type { Problem } from '#core/errors/problems.ts'
import type { Folgenummer, LeistungId, Sprache } from '#core/fassung/fassung.ts'
import type { Ebene, Gebiet } from '#core/gebiet/gebiet.ts'
import type { TextOhneTag, Vorbehalt } from '#core/vorschau/annahmen.ts'
import type { Ansicht, Nachbartage, Tagesangabe } from '#core/vorschau/ansicht.ts'
import type { Eingabe, Parameter } from '#core/vorschau/eingabe.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What every page of the preview says, whatever was asked. */
export type Rahmen = {
  readonly eingabe: Eingabe
  readonly heute: CalendarDay
  /** The day that is shown; today where the entry names none that exists. */
  readonly stichtag: CalendarDay
  /** The area that is shown; null where the entry does not say which. */
  readonly gebiet: Gebiet | null
  readonly sprache: Sprache
  readonly kenntnisstand: Folgenummer
  /** The Gemeinden of the day, by name. */
  readonly gemeinden: readonly Gebiet[]
  /** What is wrong with the entry, and which areas it may have meant. */
  readonly probleme: readonly Problem[]
  readonly vorschlaege: readonly Gebiet[]
  readonly istAngemeldet: boolean
  /** Whether drafts and expected days are in it. Only for who has signed in and asked. */
  readonly mitEntwuerfen: boolean
}

/** One row of the list. */
export type Listenzeile = {
  readonly id: LeistungId
  readonly name: string
  readonly giltAb: Tagesangabe
  readonly aendertSichAm: Tagesangabe
  readonly ebenen: readonly Ebene[]
  readonly vorbehalte: readonly Vorbehalt[]
  readonly istVorlaeufig: boolean
  /** Public on that day, and gone under the assumptions. */
  readonly entfaellt: boolean
}

/** A text without a day, with what people call it. */
export type ZeileOhneTag = TextOhneTag & { readonly name: string; readonly gebiet: string }

/** The Leistungen of an area on a day. */
export type Liste = {
  readonly zeilen: readonly Listenzeile[]
  readonly anzahl: number
  readonly seiten: number
  readonly nachbartage: Nachbartage
  readonly ohneTag: readonly ZeileOhneTag[]
}

/** One day of one Leistung. */
export type Tagesansicht = {
  readonly tag: CalendarDay
  /** Null: on that day there is no text. */
  readonly ansicht: Ansicht | null
  /** Public on that day, and gone under the assumptions. */
  readonly entfaellt: boolean
}

/** One Leistung on a day, and on a second one beside it. */
export type Leistungsseite = {
  readonly id: LeistungId
  readonly name: string
  readonly tage: readonly [Tagesansicht, ...Tagesansicht[]]
  readonly nachbartage: Nachbartage
  readonly ohneTag: readonly ZeileOhneTag[]
}

/** What the pages of the preview read. The second part is null where the entry must be mended first. */
export type VorschauReader = {
  readonly liste: (
    parameter: Parameter,
    headers: Headers,
  ) => Promise<{ readonly rahmen: Rahmen; readonly liste: Liste | null }>
  readonly leistung: (
    id: LeistungId,
    parameter: Parameter,
    headers: Headers,
  ) => Promise<{ readonly rahmen: Rahmen; readonly leistung: Leistungsseite | null }>
}

// As in `readHaus.ts`: Next compiles copies of our modules, and this must be the process's own.
const KEY = Symbol.for('stichtag.vorschau')
const shared = globalThis as unknown as Record<symbol, VorschauReader | undefined>

/** Lets the pages read from this house. */
export function provideVorschau(reader: VorschauReader): void {
  shared[KEY] = reader
}

/** The preview of the house that this process opened. */
export function readVorschau(): VorschauReader {
  const reader = shared[KEY]
  if (!reader) throw new Error('no house has been opened in this process')
  return reader
}
