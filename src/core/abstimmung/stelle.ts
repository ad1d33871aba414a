import type { Strecke } from '#core/vorschau/markup.ts'

/** Words of a module as they were quoted, with what stood around them: enough to find them again after changes. */
export type Stelle = {
  readonly worte: string
  /** Up to `UMGEBUNG` characters before and after. */
  readonly davor: string
  readonly danach: string
}

/** Characters that are remembered on either side. */
const UMGEBUNG = 60

/** The passage from `von` to `bis` (half-open, characters of the text). */
export function stelleIn(text: string, { von, bis }: Strecke): Stelle {
  return {
    worte: text.slice(von, bis),
    davor: text.slice(Math.max(0, von - UMGEBUNG), von),
    danach: text.slice(bis, bis + UMGEBUNG),
  }
}

/**
 * Where the quoted words stand now (half-open, characters of `text`); null: they are gone. White space counts as one blank.
 * Of several places it is the one whose surroundings agree best, of equally good ones the first.
 */
export function findStelle(text: string, { worte, davor, danach }: Stelle): Strecke | null {
  const { folded, at } = fold(text)
  const wanted = fold(worte).folded.trim()
  if (wanted === '') return null
  const before = fold(davor).folded
  const after = fold(danach).folded
  let best: { readonly index: number; readonly agreement: number } | null = null
  for (let index = folded.indexOf(wanted); index >= 0; index = folded.indexOf(wanted, index + 1)) {
    const agreement =
      endInCommon(folded.slice(0, index).trimEnd(), before.trimEnd()) +
      startInCommon(folded.slice(index + wanted.length).trimStart(), after.trimStart())
    if (best === null || agreement > best.agreement) best = { index, agreement }
  }
  if (best === null) return null
  const last = best.index + wanted.length - 1
  return { von: at[best.index] ?? 0, bis: (at[last] ?? 0) + 1 }
}

/** The text with each run of white space as one blank, and for each of its characters where it stood. */
function fold(text: string): { readonly folded: string; readonly at: readonly number[] } {
  const at: number[] = []
  let folded = ''
  for (let index = 0; index < text.length; index += 1) {
    const char = text.charAt(index)
    const isBlank = /\s/.test(char)
    if (isBlank && folded.endsWith(' ')) continue
    folded += isBlank ? ' ' : char
    at.push(index)
  }
  return { folded, at }
}

function startInCommon(left: string, right: string): number {
  let length = 0
  while (length < left.length && length < right.length && left[length] === right[length])
    length += 1
  return length
}

function endInCommon(left: string, right: string): number {
  let length = 0
  while (
    length < left.length &&
    length < right.length &&
    left[left.length - 1 - length] === right[right.length - 1 - length]
  )
    length += 1
  return length
}
