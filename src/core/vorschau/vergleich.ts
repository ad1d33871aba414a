import type { Ansicht, Ansichtsabschnitt, Ansichtsteil } from '#core/vorschau/ansicht.ts'
import { mark, textOf, type Strecke } from '#core/vorschau/markup.ts'

/** A stretch of words that two texts have in common, or that only one of them has. */
export type Wortstueck = {
  readonly value: string
  readonly added?: boolean
  readonly removed?: boolean
}

/** Compares two texts word by word; null where they have too little in common for that to help. */
export type VergleicheWorte = (left: string, right: string) => readonly Wortstueck[] | null

/** A section on two days. */
export type Gegenueber = {
  readonly schluessel: string
  readonly titel: string
  readonly istGleich: boolean
  /** Null: on that day the section is not there. In the first what is gone is marked, in the second what is new. */
  readonly links: Ansichtsabschnitt | null
  readonly rechts: Ansichtsabschnitt | null
}

/** Puts the sections of two days side by side, in the order of the second where both have them. */
export function vergleiche(
  links: Pick<Ansicht, 'abschnitte'> | null,
  rechts: Pick<Ansicht, 'abschnitte'> | null,
  vergleicheWorte: VergleicheWorte,
): readonly Gegenueber[] {
  const left = new Map((links?.abschnitte ?? []).map((each) => [each.schluessel, each]))
  const right = new Map((rechts?.abschnitte ?? []).map((each) => [each.schluessel, each]))
  return orderOf([...left.keys()], [...right.keys()]).map((schluessel) =>
    gegenueber(
      schluessel,
      left.get(schluessel) ?? null,
      right.get(schluessel) ?? null,
      vergleicheWorte,
    ),
  )
}

function gegenueber(
  schluessel: string,
  left: Ansichtsabschnitt | null,
  right: Ansichtsabschnitt | null,
  vergleicheWorte: VergleicheWorte,
): Gegenueber {
  const before = left ? wordsOf(left) : ''
  const after = right ? wordsOf(right) : ''
  const istGleich = left !== null && right !== null && before === after
  const { gone, come } = istGleich
    ? { gone: [], come: [] }
    : strecken(before, after, vergleicheWorte(before, after))
  return {
    schluessel,
    titel: right?.titel ?? left?.titel ?? '',
    istGleich,
    links: left && marked(left, gone),
    rechts: right && marked(right, come),
  }
}

/** The second list with what only the first has put in behind its predecessor there. */
function orderOf(left: readonly string[], right: readonly string[]): readonly string[] {
  const order = [...right]
  left.forEach((each, index) => {
    if (order.includes(each)) return
    const before = left[index - 1]
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, each)
  })
  return order
}

function strecken(
  before: string,
  after: string,
  stuecke: readonly Wortstueck[] | null,
): { readonly gone: readonly Strecke[]; readonly come: readonly Strecke[] } {
  if (stuecke === null)
    return { gone: [{ von: 0, bis: before.length }], come: [{ von: 0, bis: after.length }] }
  const gone: Strecke[] = []
  const come: Strecke[] = []
  let left = 0
  let right = 0
  for (const { value, added, removed } of stuecke) {
    if (added !== true) {
      if (removed === true) gone.push({ von: left, bis: left + value.length })
      left += value.length
    }
    if (removed !== true) {
      if (added === true) come.push({ von: right, bis: right + value.length })
      right += value.length
    }
  }
  return { gone: readable(gone, before), come: readable(come, after) }
}

/** Words that change one after the other are one change, also across the blanks between them; so is a whole number. */
function readable(strecken: readonly Strecke[], text: string): readonly Strecke[] {
  const zahlen = [...text.matchAll(ZAHL)].map((match) => ({
    von: match.index,
    bis: match.index + match[0].length,
  }))
  const result: Strecke[] = []
  for (const each of strecken.map((strecke) => widened(strecke, zahlen))) {
    const last = result.at(-1)
    if (last && text.slice(last.bis, each.von).trim() === '')
      result[result.length - 1] = { von: last.von, bis: Math.max(last.bis, each.bis) }
    else result.push(each)
  }
  return result.filter(({ von, bis }) => text.slice(von, bis).trim() !== '')
}

/** Amounts and days: `1.234,50`, `01.03.2027`. */
const ZAHL = /\d+(?:[.,]\d+)+/g

function widened(strecke: Strecke, zahlen: readonly Strecke[]): Strecke {
  const touched = zahlen.filter(({ von, bis }) => von < strecke.bis && strecke.von < bis)
  return {
    von: Math.min(strecke.von, ...touched.map(({ von }) => von)),
    bis: Math.max(strecke.bis, ...touched.map(({ bis }) => bis)),
  }
}

function wordsOf({ teile }: Ansichtsabschnitt): string {
  return teile.map(({ knoten }) => textOf(knoten)).join('')
}

function marked(abschnitt: Ansichtsabschnitt, strecken: readonly Strecke[]): Ansichtsabschnitt {
  let start = 0
  const teile = abschnitt.teile.map((teil): Ansichtsteil => {
    const knoten = mark(teil.knoten, strecken, start)
    start += textOf(teil.knoten).length
    return { ...teil, knoten }
  })
  return { ...abschnitt, teile }
}
