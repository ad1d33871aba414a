import { problem, type Problem } from '#core/errors/problems.ts'

/** The rules that a document can break, by the name under which a finding reports it. */
export type Regel =
  | 'wohlgeformt'
  | 'doctype'
  | 'schema-profil'
  | 'schema-amtlich'
  | 'doppelte-id'
  | 'offener-verweis'
  | 'leistungsbezeichnung'
  | 'doppeltes-modul'
  | 'doppelte-sprache'
  | 'sprache-nicht-erklaert'
  | 'html'
  | 'html-im-reintext'
  | 'platzhalter'
  | 'zeichen'
  | 'geaendert-nach-erstellung'

/** Where a rule is broken, and how. `meldung` is German except for what a schema library says. */
export type Verstoss = { readonly regel: Regel; readonly zeile: number; readonly meldung: string }

/** A broken rule as the problem `export-is-invalid`: document and line, rule and message. */
export function asProblem(dokument: string, { regel, zeile, meldung }: Verstoss): Problem {
  return problem('export-is-invalid', `${dokument}, Zeile ${zeile}`, {
    dokument,
    zeile,
    regel,
    meldung,
  })
}
