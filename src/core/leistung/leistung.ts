import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'

/** A public service: what stays the same while its texts change. */
export type Leistung = {
  readonly id: LeistungId
  /** Working title at the editors' desk; citizens read the text modules. */
  readonly name: string
  /** 14 digits each, `99…` (`domain/pvog.md` K1). */
  readonly leistungsschluessel: readonly string[]
  readonly redaktionId: RedaktionId
  /** Code of `urn:de:fim:leika:typisierung`, e.g. `2/3`. */
  readonly typisierung: string | null
  /** Codes 001 Bürger, 002 Unternehmen, 003 Verwaltung. */
  readonly adressaten: readonly string[]
  /** Codes of `urn:xoev-de:fim:codeliste:pvlagen`. */
  readonly lagen: readonly string[]
  /** Codes of `urn:xoev-de:fim:codeliste:sdginformationsbereich`. */
  readonly sdg: readonly string[]
  /** Code of `urn:xoev-de:fim:codeliste:vertrauensniveau`. */
  readonly vertrauensniveau: string | null
  readonly schriftform: boolean | null
  /** May be settled through the Einheitlicher Ansprechpartner. */
  readonly einheitlicheStelle: boolean | null
  /** Place in the 115 catalogue, 1 first; null: not in it. */
  readonly rang115: number | null
}

/** Checks the form of a Leistungsschlüssel. Problem: `leistungsschluessel-is-malformed`. */
export function checkLeistungsschluessel(schluessel: string, stelle?: string): Result<string> {
  if (/^99\d{12}$/.test(schluessel)) return success(schluessel)
  return failed(problem('leistungsschluessel-is-malformed', stelle, { wert: schluessel }))
}
