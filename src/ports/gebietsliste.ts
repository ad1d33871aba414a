import type { Result } from '#core/ergebnis.ts'
import type { Gebietsliste } from '#core/gebiet/gebietsliste.ts'

/**
 * Reads an official list of areas, whole or not at all. Problems, each with its line: `xml-is-malformed`,
 * `list-is-malformed`, `list-has-wrong-key`, `list-has-duplicate-key`.
 */
export type ReadGebietsliste = (quelle: AsyncIterable<Uint8Array>) => Promise<Result<Gebietsliste>>
