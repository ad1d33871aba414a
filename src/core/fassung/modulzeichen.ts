import { canonicalJson } from '#core/canonicalJson.ts'
import {
  TEXTMODULE,
  type Html,
  type Modulname,
  type Modulwerte,
  type Textmodulname,
} from '#core/fassung/module.ts'
import {
  canonicalHtml,
  htmlOf,
  plainOf,
  zeichenOf,
  zeichenOfPlain,
  type Zeichen,
} from '#core/fassung/worte.ts'

/** A row of a structured module, or a link beside a text: compared and taken whole. */
export type Posten = {
  readonly art: 'posten'
  readonly schluessel: string
  /** The list of the value that it stands in; '' for a value that has no lists and is one row itself. */
  readonly liste: string
  readonly wert: unknown
}

/** A token of a module: a word of its text, or a row. */
export type Modulzeichen = Zeichen | Posten

/**
 * The tokens of a module: the words of its text, then its rows, list by list. Several values (of the layers that meet in an
 * inherited module) are read one after the other.
 */
export function zeichenOfModul<N extends Modulname>(
  modul: N,
  ...werte: readonly Modulwerte[N][]
): readonly Modulzeichen[] {
  const { hasText, listen } = bauOf(modul)
  const values = werte as readonly unknown[] as readonly Wert[]
  return [
    ...(hasText ? values.flatMap((wert) => wordsOf(modul, textIn(wert))) : []),
    ...listen.flatMap((liste) =>
      values.flatMap((wert) => rowsIn(wert, liste).map((row) => postenOf(liste, row))),
    ),
  ]
}

/** The value of a module from any tokens of it; inverse of `zeichenOfModul` for one value in canonical form. */
export function wertOfModul<N extends Modulname>(
  modul: N,
  zeichen: readonly Modulzeichen[],
): Modulwerte[N] {
  const { hasText, listen } = bauOf(modul)
  const posten = zeichen.filter((each) => each.art === 'posten')
  if (listen.length === 1 && listen[0] === GANZ)
    return (posten[0]?.wert ?? LEERE_FREIGABE) as unknown as Modulwerte[N]
  const words = zeichen.filter((each): each is Zeichen => each.art !== 'posten')
  const text = isPlain(modul) ? plainOf(words) : htmlOf(words)
  const lists = listen.map((liste) => [
    liste,
    posten.filter((each) => each.liste === liste).map(({ wert }) => wert),
  ])
  return {
    ...(hasText ? { text } : {}),
    ...(Object.fromEntries(lists) as object),
  } as unknown as Modulwerte[N]
}

/** Whether the tokens say nothing: no word, no row. */
export function saysNothing(zeichen: readonly Modulzeichen[]): boolean {
  return !zeichen.some(({ art }) => art === 'wort' || art === 'posten')
}

/** The rows of a choice of both sides: what both have stands once. */
export function withoutDoublePosten(zeichen: readonly Modulzeichen[]): readonly Modulzeichen[] {
  const seen = new Set<string>()
  return zeichen.filter(({ art, schluessel }) => {
    if (art !== 'posten') return true
    const isNew = !seen.has(schluessel)
    seen.add(schluessel)
    return isNew
  })
}

type Wert = Readonly<Record<string, unknown>>

/** Whether a module has a text, and the lists of its rows. */
type Bau = { readonly hasText: boolean; readonly listen: readonly string[] }

/** A value without lists is one row. */
const GANZ = ''
const LEERE_FREIGABE = { am: null, durch: [] }

const TEXTBAU: Bau = { hasText: true, listen: ['links'] }
const STRUKTURBAU: Readonly<Record<Exclude<Modulname, Textmodulname>, Bau>> = {
  frist: { hasText: true, listen: ['fristen', 'links'] },
  kosten: { hasText: true, listen: ['kosten', 'links'] },
  bearbeitungsdauer: { hasText: true, listen: ['dauern', 'links'] },
  begriffe: { hasText: false, listen: ['begriffe'] },
  fachlicheFreigabe: { hasText: false, listen: [GANZ] },
  auskunftshinweis: { hasText: true, listen: ['links'] },
  dokumente: { hasText: true, listen: ['eingehend', 'ausgehend', 'links'] },
  ursprungsportal: { hasText: false, listen: ['portale'] },
}

function bauOf(modul: Modulname): Bau {
  return modul in TEXTMODULE ? TEXTBAU : STRUKTURBAU[modul as Exclude<Modulname, Textmodulname>]
}

function isPlain(modul: Modulname): boolean {
  return modul in TEXTMODULE && TEXTMODULE[modul as Textmodulname].form === 'plain'
}

function wordsOf(modul: Modulname, text: Html): readonly Zeichen[] {
  return isPlain(modul) ? zeichenOfPlain(text) : zeichenOf(text)
}

function textIn({ text }: Wert): string {
  return typeof text === 'string' ? text : ''
}

function rowsIn(wert: Wert, liste: string): readonly unknown[] {
  if (liste === GANZ) return [wert]
  const rows = wert[liste]
  return Array.isArray(rows) ? (rows as unknown[]) : []
}

/** The text of a row of durations is plain, all others are HTML. */
function postenOf(liste: string, row: unknown): Posten {
  const { text } = row as { text?: unknown }
  const wert =
    typeof text === 'string' && liste !== 'dauern'
      ? { ...(row as object), text: canonicalHtml(text) }
      : row
  return { art: 'posten', schluessel: `{${liste}${canonicalJson(wert)}`, liste, wert }
}
