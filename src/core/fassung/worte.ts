import type { Html } from '#core/fassung/module.ts'
import { ALLOWED_TAGS } from '#core/pruefung/html.ts'
import { decodeEntities } from '#core/vorschau/markup.ts'

/** A mark inside of words, in the order in which the tags nest, outermost first. */
export const MARKEN = ['strong', 'em', 'sub', 'sup'] as const
/** One of them. */
export type Marke = (typeof MARKEN)[number]

/** How a stretch of characters is set: its marks in the order of `MARKEN`, and where it leads; null: nowhere. */
export type Satz = { readonly marken: readonly Marke[]; readonly href: string | null }

/** Characters of a word that are set alike. */
export type Wortteil = Satz & { readonly text: string }

/** A list around an item. */
export type Listenart = 'ul' | 'ol'

/** Tag of a block that is no item of a list; `zeile` is a line of a text without markup. */
export type Blocktag = 'p' | 'h1' | 'h2' | 'h3' | 'h4' | 'h5' | 'h6' | 'zeile'

/**
 * One token of a text. `schluessel` is equal exactly where two tokens say the same: what three-way comparison goes by. White
 * space is no token: it stands between any two words of a block.
 */
export type Zeichen =
  | { readonly art: 'block'; readonly schluessel: string; readonly tag: Blocktag }
  /** Begins an item; `listen` are the lists around it, outermost first. */
  | {
      readonly art: 'punkt'
      readonly schluessel: string
      readonly listen: readonly Listenart[]
      /** Begins a list of its own where another one of its kind ends. */
      readonly istGetrennt: boolean
    }
  | { readonly art: 'wort'; readonly schluessel: string; readonly teile: readonly Wortteil[] }
  | { readonly art: 'umbruch'; readonly schluessel: string }

/**
 * The tokens of an `Html`. Total: tags outside the ten groups are left out, their words stay; words outside of blocks are a
 * paragraph. `htmlOf` is its inverse on canonical HTML (see there).
 */
export function zeichenOf(html: Html): readonly Zeichen[] {
  const reader = createReader()
  let last = 0
  for (const match of html.matchAll(TAG)) {
    const [whole, slash = '', rawName = '', attributes = ''] = match
    reader.text(decodeEntities(html.slice(last, match.index)))
    last = match.index + whole.length
    const name = rawName.toLowerCase()
    if (!ALLOWED_TAGS.has(name)) continue
    if (slash === '') reader.open(name, attributes)
    else reader.close(name)
  }
  reader.text(decodeEntities(html.slice(last)))
  return reader.finish()
}

/** The tokens of a text without markup: its lines with their words. `plainOf` is its inverse, white space folded. */
export function zeichenOfPlain(text: string): readonly Zeichen[] {
  return text
    .split('\n')
    .map((line) => line.split(/\s+/).filter((word) => word !== ''))
    .filter((words) => words.length > 0)
    .flatMap((words) => [
      block('zeile'),
      ...words.map((text) => wort([{ text, marken: [], href: null }])),
    ])
}

/**
 * Canonical HTML of any tokens, in whatever order and selection: `strong` and `em`, each run of equal marks in tags of its
 * own, no empty block, no blanks or breaks at the ends of a block, an item whose own parent is gone one level up. Words
 * before any block are a paragraph.
 */
export function htmlOf(zeichen: readonly Zeichen[]): Html {
  const writer = createWriter()
  for (const { opening, words } of blocksOf(zeichen)) {
    const inline = inlineOf(words)
    if (opening.art === 'punkt') writer.item(opening, inline)
    else if (inline !== '') writer.block(opening.tag === 'zeile' ? 'p' : opening.tag, inline)
  }
  return writer.finish()
}

/** The text of tokens without markup: one line per block. */
export function plainOf(zeichen: readonly Zeichen[]): string {
  return blocksOf(zeichen)
    .map(({ words }) =>
      words
        .map((each) => (each.art === 'wort' ? textOf(each.teile) : '\n'))
        .join(' ')
        .replace(/ ?\n ?/g, '\n')
        .trim(),
    )
    .filter((line) => line !== '')
    .join('\n')
}

/** The same text in the form that `htmlOf` writes: two texts say the same exactly where this is equal. */
export function canonicalHtml(html: Html): Html {
  return htmlOf(zeichenOf(html))
}

/** The characters of a word without its marks. */
function textOf(teile: readonly Wortteil[]): string {
  return teile.map(({ text }) => text).join('')
}

const TAG = /<(\/?)([a-zA-Z][^\s/<>]*)([^<>]*)>/g
const HREF = /\shref="([^"]*)"/
const SAME_MEANING: Readonly<Record<string, Marke>> = { b: 'strong', i: 'em' }

type Word = Extract<Zeichen, { art: 'wort' | 'umbruch' }>
type Opening = Extract<Zeichen, { art: 'block' | 'punkt' }>

function block(tag: Blocktag): Zeichen {
  return { art: 'block', schluessel: `<${tag}>`, tag }
}

function punkt(listen: readonly Listenart[], istGetrennt: boolean): Zeichen {
  const schluessel = `<${listen.join('.')}${istGetrennt ? '|' : ''}>`
  return { art: 'punkt', schluessel, listen, istGetrennt }
}

const UMBRUCH: Zeichen = { art: 'umbruch', schluessel: '<br>' }

function wort(teile: readonly Wortteil[]): Zeichen {
  const [only, ...others] = teile
  const isBare = only && others.length === 0 && only.marken.length === 0 && only.href === null
  // Nearly all words are bare; the two forms begin with different characters.
  const schluessel = isBare ? `"${only.text}` : JSON.stringify(teile)
  return { art: 'wort', schluessel, teile }
}

function isSameSatz(left: Satz, right: Satz): boolean {
  return left.href === right.href && left.marken.join('+') === right.marken.join('+')
}

// Reading

type Reader = {
  readonly text: (text: string) => void
  readonly open: (name: string, attributes: string) => void
  readonly close: (name: string) => void
  readonly finish: () => readonly Zeichen[]
}

/** An open list: a list that has had its first item no longer begins. */
type OpenList = { readonly art: Listenart; begins: boolean }

/**
 * Reads tags one after the other, as a browser would: what is not closed is closed by what cannot stand inside of it. Inside of
 * an item, further paragraphs are line breaks and words after an inner list are an item of their own, as the desk keeps them.
 */
function createReader(): Reader {
  const zeichen: Zeichen[] = []
  const lists: OpenList[] = []
  const marks: string[] = []
  let href: string | null = null
  let pending: Wortteil[] = []
  /** A block is begun only when its first word comes, except for items. */
  let waiting: Blocktag | 'punkt' | null = null
  let isOpen = false
  /** Blocks inside of an item are parted by a break. */
  let breakBefore = false

  const endWord = (): void => {
    if (pending.length > 0) zeichen.push(wort(pending))
    pending = []
  }
  const endBlock = (): void => {
    endWord()
    isOpen = false
    waiting = null
    breakBefore = false
  }
  const begin = (): void => {
    if (isOpen) {
      if (breakBefore) zeichen.push(UMBRUCH)
      breakBefore = false
      return
    }
    if (waiting === null && lists.length > 0) beginItem()
    else zeichen.push(block(waiting === null || waiting === 'punkt' ? 'p' : waiting))
    waiting = null
    isOpen = true
    breakBefore = false
  }
  const beginItem = (): void => {
    const own = lists.at(-1)
    const listen = lists.map(({ art }) => art)
    const istGetrennt = own?.begins === true && wouldJoin(zeichen, listen)
    for (const each of lists) each.begins = false
    zeichen.push(punkt(listen, istGetrennt))
    isOpen = true
    waiting = null
  }
  const addText = (text: string): void => {
    for (const part of text.split(/(\s+)/)) {
      if (part === '') continue
      if (/^\s/.test(part)) {
        endWord()
        continue
      }
      if (pending.length === 0) begin()
      const satz = { marken: MARKEN.filter((each) => marks.includes(each)), href }
      const last = pending.at(-1)
      if (last && isSameSatz(last, satz)) pending.splice(-1, 1, { ...last, text: last.text + part })
      else pending.push({ text: part, ...satz })
    }
  }
  const openBlock = (tag: Blocktag): void => {
    if (lists.length > 0) {
      endWord()
      breakBefore = isOpen && hasWords(zeichen)
      return
    }
    endBlock()
    waiting = tag
  }
  const closeBlock = (): void => {
    if (lists.length === 0) endBlock()
    else {
      endWord()
      breakBefore = isOpen && hasWords(zeichen)
    }
  }

  return {
    text: addText,
    open: (name, attributes) => {
      if (name === 'br') {
        endWord()
        begin()
        zeichen.push(UMBRUCH)
      } else if (name === 'ul' || name === 'ol') {
        endBlock()
        lists.push({ art: name, begins: true })
      } else if (name === 'li') {
        endBlock()
        if (lists.length === 0) lists.push({ art: 'ul', begins: true })
        beginItem()
      } else if (name === 'a') href = hrefOf(attributes)
      else if (isBlocktag(name)) openBlock(name)
      else marks.push(SAME_MEANING[name] ?? name)
    },
    close: (name) => {
      if (name === 'br') return
      if (name === 'ul' || name === 'ol') {
        endBlock()
        lists.pop()
      } else if (name === 'li') endBlock()
      else if (name === 'a') href = null
      else if (isBlocktag(name)) closeBlock()
      else {
        const at = marks.lastIndexOf(SAME_MEANING[name] ?? name)
        if (at >= 0) marks.splice(at, 1)
      }
    },
    finish: () => {
      endBlock()
      return zeichen
    },
  }
}

function isBlocktag(name: string): name is Exclude<Blocktag, 'zeile'> {
  return name === 'p' || /^h[1-6]$/.test(name)
}

function hrefOf(attributes: string): string | null {
  const href = decodeEntities(HREF.exec(attributes)?.[1] ?? '').trim()
  return href === '' ? null : href
}

/** Whether the open item has words already. */
function hasWords(zeichen: readonly Zeichen[]): boolean {
  const last = zeichen.at(-1)
  return last !== undefined && last.art !== 'punkt' && last.art !== 'block'
}

/** Whether an item of these lists would go on with the list that the last block stands in. */
function wouldJoin(zeichen: readonly Zeichen[], listen: readonly Listenart[]): boolean {
  const last = zeichen.findLast(({ art }) => art === 'block' || art === 'punkt')
  if (last?.art !== 'punkt') return false
  return listen.every((each, index) => last.listen[index] === each)
}

// Writing

type Block = { readonly opening: Opening; readonly words: readonly Word[] }

function blocksOf(zeichen: readonly Zeichen[]): readonly Block[] {
  const blocks: { readonly opening: Opening; readonly words: Word[] }[] = []
  for (const each of zeichen) {
    if (each.art === 'block' || each.art === 'punkt') blocks.push({ opening: each, words: [] })
    else {
      if (blocks.length === 0) blocks.push({ opening: block('p') as Opening, words: [] })
      blocks.at(-1)?.words.push(each)
    }
  }
  return blocks
}

/** Words of a block as HTML: a blank between words, set as what both its neighbours have in common. */
function inlineOf(words: readonly Word[]): Html {
  const parts: (Wortteil | 'br')[] = []
  const add = (teil: Wortteil): void => {
    const last = parts.at(-1)
    if (last !== undefined && last !== 'br' && isSameSatz(last, teil))
      parts.splice(-1, 1, { ...last, text: last.text + teil.text })
    else parts.push(teil)
  }
  let before: Wortteil | undefined
  for (const each of withoutOuterBreaks(words)) {
    if (each.art === 'umbruch') {
      parts.push('br')
      before = undefined
      continue
    }
    const [first] = each.teile
    if (before && first) add({ text: ' ', ...inCommon(before, first) })
    each.teile.forEach(add)
    before = each.teile.at(-1)
  }
  return tagged(parts)
}

function withoutOuterBreaks(words: readonly Word[]): readonly Word[] {
  const isWord = ({ art }: Word): boolean => art === 'wort'
  const first = words.findIndex(isWord)
  return first < 0 ? [] : words.slice(first, words.findLastIndex(isWord) + 1)
}

function inCommon(left: Satz, right: Satz): Satz {
  return {
    marken: left.marken.filter((each) => right.marken.includes(each)),
    href: left.href === right.href ? left.href : null,
  }
}

function tagged(parts: readonly (Wortteil | 'br')[]): Html {
  let html = ''
  let open: string | null = null
  const turnTo = (href: string | null): void => {
    if (href === open) return
    if (open !== null) html += '</a>'
    if (href !== null) html += `<a href="${escapeHtml(href)}">`
    open = href
  }
  for (const part of parts) {
    if (part === 'br') {
      turnTo(null)
      html += '<br>'
      continue
    }
    turnTo(part.href)
    html += part.marken.reduceRight(
      (inside, tag) => `<${tag}>${inside}</${tag}>`,
      escapeHtml(part.text),
    )
  }
  turnTo(null)
  return html
}

type Writer = {
  readonly block: (tag: string, inline: Html) => void
  readonly item: (punkt: Extract<Zeichen, { art: 'punkt' }>, inline: Html) => void
  readonly finish: () => Html
}

function createWriter(): Writer {
  let html = ''
  /** The lists that are open, each with an open item. */
  const open: Listenart[] = []
  const closeTo = (depth: number): void => {
    while (open.length > depth) html += `</li></${open.pop() ?? 'ul'}>`
  }
  return {
    block: (tag, inline) => {
      closeTo(0)
      html += `<${tag}>${inline}</${tag}>`
    },
    item: ({ listen, istGetrennt }, inline) => {
      const shared = sharedDepth(open, listen)
      // An item without a parent of its own goes one level up.
      const kept = listen.slice(0, shared)
      const own = listen.at(-1) ?? 'ul'
      const path = shared === listen.length ? kept : [...kept, own]
      const goesOn = path.length <= open.length && path.every((each, at) => open[at] === each)
      if (goesOn && !istGetrennt) {
        closeTo(path.length)
        html += `</li><li>${inline}`
        return
      }
      closeTo(path.length - 1)
      html += `<${own}><li>${inline}`
      open.push(own)
    },
    finish: () => {
      closeTo(0)
      return withoutEmptyItems(html)
    },
  }
}

function sharedDepth(left: readonly Listenart[], right: readonly Listenart[]): number {
  let depth = 0
  while (depth < left.length && depth < right.length && left[depth] === right[depth]) depth += 1
  return depth
}

/** An item that says nothing and holds no list is none; a list without items neither. */
function withoutEmptyItems(html: Html): Html {
  const less = html.replace(/<li><\/li>/g, '').replace(/<(ul|ol)><\/\1>/g, '')
  return less === html ? html : withoutEmptyItems(less)
}

function escapeHtml(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
