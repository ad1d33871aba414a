/**
 * Characters of String.Latin (DIN SPEC 91379, datatype C, which contains String.Latin 1.1) by Unicode blocks: Basic Latin, Latin-1, Latin Extended-A/B and
 * Additional, IPA letters in use, modifier letters, combining marks, Greek and Cyrillic letters are NOT among them except
 * where the norm names them; plus dashes, quotation marks, the euro and few signs. Wider than the norm inside the blocks
 * on purpose: a false alarm would stop a release, the receiver's own check is exact (`domain/pvog.md` T4).
 */
const LATIN =
  /^[\t\n\r\u0020-\u007e\u00a0-\u024f\u0259\u0292\u02b0-\u02ff\u0300-\u036f\u1e00-\u1eff\u2010-\u2015\u2018-\u201e\u2020-\u2022\u2026\u2030\u2032\u2033\u2039\u203a\u2044\u20ac\u2122\u2126\u2190-\u2193\u2248\u2260\u2264\u2265]*$/u

/** The characters outside String.Latin, each once, in order of appearance. */
export function outsideStringLatin(text: string): readonly string[] {
  if (LATIN.test(text)) return []
  return [...new Set([...text].filter((character) => !LATIN.test(character)))]
}

/** A character as people look it up: `U+F0B7`. */
export function codepointOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}
