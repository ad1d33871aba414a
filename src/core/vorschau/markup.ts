import { ALLOWED_TAGS } from '#core/pruefung/html.ts'
import { leadsSomewhere } from '#core/pruefung/links.ts'

/** A tag that a shown text may have; `p`, lists and headings are blocks, the others stand inside of them. */
export type Tag =
  | 'p'
  | 'br'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'strong'
  | 'em'
  | 'sup'
  | 'sub'
  | 'ul'
  | 'ol'
  | 'li'
  | 'a'

/** A text as it is shown: a tree of the ten tag groups, which nothing else can get into. */
export type Knoten = Textknoten | Elementknoten

/** Words; `geaendert` where they are not the same on the other day. */
export type Textknoten = {
  readonly art: 'text'
  readonly text: string
  readonly geaendert?: true
}

/** A tag with what stands in it. Only `a` has a `href`, and only to where a link may lead. */
export type Elementknoten = {
  readonly art: 'element'
  readonly tag: Tag
  readonly href?: string
  readonly kinder: readonly Knoten[]
}

/** Half-open stretch of the characters of `textOf`. */
export type Strecke = { readonly von: number; readonly bis: number }

/** Words without markup. */
export function textknoten(text: string): Textknoten {
  return { art: 'text', text }
}

/** A tag around these. */
export function element(tag: Tag, ...kinder: readonly Knoten[]): Elementknoten {
  return { art: 'element', tag, kinder }
}

/** A link, or just its words where it leads nowhere that a link may lead. */
export function link(href: string, ...kinder: readonly Knoten[]): readonly Knoten[] {
  return leadsSomewhere(href) ? [{ art: 'element', tag: 'a', href, kinder }] : kinder
}

/**
 * The tree of an `Html` of the log or of the desk. Total: tags outside the ten groups are left out, their words stay; what
 * is not closed is closed, what was never opened is passed over. Headings become those below a module's heading, in
 * their order of rank.
 */
export function parseMarkup(html: string): readonly Knoten[] {
  const levels = headingLevels(html)
  const root: OpenElement = { name: '', tag: null, href: null, kinder: [] }
  const open: OpenElement[] = [root]
  const innermost = (): OpenElement => open.at(-1) ?? root
  const close = (): void => {
    const done = open.pop()
    if (done) innermost().kinder.push(...finished(done))
  }
  let last = 0
  for (const match of html.matchAll(TAG)) {
    const [whole, slash = '', rawName = '', attributes = ''] = match
    addText(innermost(), html.slice(last, match.index))
    last = match.index + whole.length
    const name = rawName.toLowerCase()
    if (!ALLOWED_TAGS.has(name)) continue
    if (name === 'br') innermost().kinder.push(element('br'))
    else if (slash === '') open.push(opened(name, attributes, levels))
    else if (open.some((each) => each.name === name)) {
      while (innermost().name !== name) close()
      close()
    }
  }
  addText(innermost(), html.slice(last))
  while (open.length > 1) close()
  return root.kinder
}

/** Plain text as paragraphs: an empty line parts them. */
export function parsePlain(text: string): readonly Knoten[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => element('p', textknoten(part)))
}

/** The words, with a line break where a block ends: what two days are compared by. */
export function textOf(knoten: readonly Knoten[]): string {
  return knoten.map(textOfOne).join('')
}

/**
 * The same tree with the words of these stretches marked. `von` and `bis` count the characters of `textOf`; stretches are
 * in order and do not overlap.
 */
export function mark(
  knoten: readonly Knoten[],
  strecken: readonly Strecke[],
  start = 0,
): readonly Knoten[] {
  let offset = start
  return knoten.flatMap((each): readonly Knoten[] => {
    const from = offset
    offset += textOfOne(each).length
    if (each.art === 'text') return cut(each.text, from, strecken)
    return [{ ...each, kinder: mark(each.kinder, strecken, from) }]
  })
}

const TAG = /<(\/?)([a-zA-Z][^\s/<>]*)([^<>]*)>/g
const HREF = /\shref="([^"]*)"/
const BLOCKS: ReadonlySet<Tag> = new Set(['p', 'h3', 'h4', 'h5', 'h6', 'li', 'br'])

type OpenElement = {
  readonly name: string
  readonly tag: Tag | null
  readonly href: string | null
  readonly kinder: Knoten[]
}

function opened(name: string, attributes: string, levels: ReadonlyMap<string, Tag>): OpenElement {
  const href = name === 'a' ? decodeEntities(HREF.exec(attributes)?.[1] ?? '') : null
  return { name, tag: levels.get(name) ?? SAME_MEANING[name] ?? (name as Tag), href, kinder: [] }
}

const SAME_MEANING: Readonly<Record<string, Tag>> = { b: 'strong', i: 'em' }

function finished({ tag, href, kinder }: OpenElement): readonly Knoten[] {
  if (tag === null) return kinder
  return href === null ? [{ art: 'element', tag, kinder }] : link(href, ...kinder)
}

function addText({ kinder }: OpenElement, raw: string): void {
  if (raw !== '') kinder.push(textknoten(decodeEntities(raw)))
}

function headingLevels(html: string): ReadonlyMap<string, Tag> {
  const used = [...html.matchAll(/<(h[1-6])\b/gi)].map(([, name = '']) => name.toLowerCase())
  const below = ['h3', 'h4', 'h5', 'h6'] as const
  return new Map(
    [...new Set(used)].sort().map((name, rank) => [name, below[Math.min(rank, 3)] ?? 'h6']),
  )
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
}

/** Text of HTML with the entities of XML, `&nbsp;` and numeric ones resolved; others stay as they are. */
export function decodeEntities(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]+);/gi, (whole, body: string) => {
    if (!body.startsWith('#')) return ENTITIES[body.toLowerCase()] ?? whole
    const code = /^#x/i.test(body) ? parseInt(body.slice(2), 16) : Number(body.slice(1))
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

function textOfOne(knoten: Knoten): string {
  if (knoten.art === 'text') return knoten.text
  return textOf(knoten.kinder) + (BLOCKS.has(knoten.tag) ? '\n' : '')
}

/** A text cut at the ends of the stretches that lie in it. */
function cut(text: string, from: number, strecken: readonly Strecke[]): readonly Textknoten[] {
  const pieces: Textknoten[] = []
  let done = 0
  const add = (until: number, geaendert: boolean): void => {
    if (until > done)
      pieces.push({
        art: 'text',
        text: text.slice(done, until),
        ...(geaendert ? { geaendert: true } : {}),
      })
    done = Math.max(done, until)
  }
  for (const { von, bis } of strecken) {
    if (bis <= from || von >= from + text.length) continue
    add(Math.max(von - from, 0), false)
    add(Math.min(bis - from, text.length), true)
  }
  add(text.length, false)
  return pieces
}
