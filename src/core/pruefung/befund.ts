import type { Modulname } from '#core/fassung/module.ts'
import type { ProblemCode } from '#core/errors/problems.ts'

/** A finding of a check. A `fehler` stops a release, a `warnung` is shown. */
export type Befund = {
  readonly schwere: 'fehler' | 'warnung'
  readonly code: ProblemCode
  readonly modul: Modulname | null
  readonly angaben: Readonly<Record<string, string | number>>
}
