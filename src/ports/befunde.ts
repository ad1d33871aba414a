import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What became of the stored findings when a check was saved, in numbers. */
export type Befundzahlen = {
  /** Found for the first time, or again after they had been mended. */
  readonly neu: number
  /** No longer found. */
  readonly behoben: number
  readonly offen: number
  /** Overruled with a reason; they stay so whether they are found or not. */
  readonly uebergangen: number
}

/** Who overruled a finding, why and when. */
export type Uebergehung = {
  readonly grund: string
  readonly vonName: string
  /** UTC, ISO 8601. */
  readonly zeitpunkt: string
}

/** A finding as it is stored. */
export type GespeicherterBefund = {
  readonly schluessel: string
  readonly zustand: 'offen' | 'behoben' | 'uebergangen'
  readonly redaktionId: RedaktionId | null
}

/** The stored findings. Each decision is one conditional statement: of two people one succeeds. */
export type Befunde = {
  /** Brings them up to what a whole check has found, at this instant. */
  readonly save: (found: readonly BenannterBefund[], zeitpunkt: string) => Promise<Befundzahlen>
  readonly find: (schluessel: string) => Promise<GespeicherterBefund | null>
  /** Stores one finding of which the last whole check did not know yet. */
  readonly add: (befund: BenannterBefund, zeitpunkt: string) => Promise<void>
  /** False when it is not open any more. */
  readonly overrule: (schluessel: string, uebergehung: Uebergehung) => Promise<boolean>
  /** False when it is not overruled. */
  readonly reopen: (schluessel: string) => Promise<boolean>
  /** Keys of the overruled ones. */
  readonly overruled: () => Promise<ReadonlySet<string>>
  readonly redaktionsnamen: () => Promise<ReadonlyMap<RedaktionId, string>>
}

/** Which nightly run was done last. */
export type Nachtlaeufe = {
  /** The day in Berlin whose run was done last; null: none ever was. */
  readonly last: () => Promise<CalendarDay | null>
  readonly finish: (tag: CalendarDay) => Promise<void>
}
