/** The part of Lexical's stored state that our editor can produce (`collections/editor.ts`). */
export type LexicalText = {
  readonly type: 'text'
  readonly text: string
  readonly format: number
  readonly detail: 0
  readonly mode: 'normal'
  readonly style: ''
  readonly version: 1
}
export type LexicalElement = {
  readonly type: string
  readonly children: readonly LexicalNode[]
  readonly version: number
  readonly format: ''
  readonly indent: number
  readonly direction: 'ltr' | null
  readonly [extra: string]: unknown
}
export type LexicalNode =
  LexicalText | LexicalElement | { readonly type: 'linebreak'; readonly version: 1 }

/** What a rich text field of Payload stores. */
export type LexicalState = { readonly root: LexicalElement }

/** Bits of `format` of a text node, with the tag that each becomes. */
export const FORMATS = [
  { bit: 1, tag: 'strong' },
  { bit: 2, tag: 'em' },
  { bit: 32, tag: 'sub' },
  { bit: 64, tag: 'sup' },
] as const

/** Element node with Lexical's defaults. */
export function element(
  type: string,
  children: readonly LexicalNode[],
  extra: Record<string, unknown> = {},
): LexicalElement {
  return { type, children, version: 1, format: '', indent: 0, direction: 'ltr', ...extra }
}

/** Text node. */
export function text(value: string, format: number): LexicalText {
  return { type: 'text', text: value, format, detail: 0, mode: 'normal', style: '', version: 1 }
}
