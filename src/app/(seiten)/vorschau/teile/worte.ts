import { diffWordsWithSpace } from 'diff'
import type { VergleicheWorte } from '#core/vorschau/vergleich.ts'

/** Beyond so many differing words nobody reads the marks, and comparing costs the square of them. */
const MAX_EDITS = 1000
/** Milliseconds for one section; the page is public, and a comparison holds up everybody else. */
const TIMEOUT = 200

/** The words that two texts have in common and those that they have not. */
export const vergleicheWorte: VergleicheWorte = (left, right) =>
  diffWordsWithSpace(left, right, { maxEditLength: MAX_EDITS, timeout: TIMEOUT }) ?? null
