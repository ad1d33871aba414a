import { ElementType, parseDocument } from 'htmlparser2'
import type { Html } from '#core/fassung/module.ts'
import {
  FORMATS,
  element,
  text,
  type LexicalElement,
  type LexicalNode,
  type LexicalState,
} from '#store/lexical/nodes.ts'

type HtmlNode = ReturnType<typeof parseDocument>['children'][number]

/** Editor state and what of the HTML it could not keep: names of tags outside the ten groups, each once. */
export type FromHtml = { readonly state: LexicalState; readonly dropped: readonly string[] }

/**
 * HTML as editor state. Tags outside the ten groups are dropped and named, their text stays. Within the groups
 * `lexicalToHtml` gives back the same text in canonical form (`strong` for `b`, `em` for `i`).
 */
export function htmlToLexical(html: Html): FromHtml {
  const dropped = new Set<string>()
  const blocks = toBlocks(parseDocument(html).children, dropped)
  return { state: { root: element('root', blocks) }, dropped: [...dropped] }
}

const FORMAT_OF: Readonly<Record<string, number>> = {
  ...Object.fromEntries(FORMATS.map(({ tag, bit }) => [tag, bit])),
  b: 1,
  i: 2,
}
const KEPT = new Set(['p', 'br', 'a', 'ul', 'ol', 'li', ...Object.keys(FORMAT_OF)])
const TRANSPARENT_BLOCKS = new Set([
  'div',
  'section',
  'article',
  'body',
  'html',
  'table',
  'tbody',
  'tr',
])

function toBlocks(nodes: readonly HtmlNode[], dropped: Set<string>): LexicalElement[] {
  const blocks: LexicalElement[] = []
  let open: LexicalNode[] = []
  const close = (): void => {
    const children = tidy(open)
    if (children.length > 0)
      blocks.push(element('paragraph', children, { textFormat: 0, textStyle: '' }))
    open = []
  }
  for (const node of nodes) {
    const name = tagName(node)
    if (name === null || !isBlock(name)) {
      open.push(...toInlines([node], 0, dropped))
      continue
    }
    close()
    blocks.push(...toBlock(name, childrenOf(node), dropped))
  }
  close()
  return blocks
}

function toBlock(
  name: string,
  children: readonly HtmlNode[],
  dropped: Set<string>,
): LexicalElement[] {
  if (name === 'ul' || name === 'ol') return [toList(name, children, dropped)]
  if (/^h[1-6]$/.test(name))
    return [element('heading', tidy(toInlines(children, 0, dropped)), { tag: name })]
  if (TRANSPARENT_BLOCKS.has(name)) dropped.add(name)
  return toBlocks(children, dropped)
}

function toList(
  name: 'ul' | 'ol',
  children: readonly HtmlNode[],
  dropped: Set<string>,
): LexicalElement {
  const items = children
    .filter((child) => tagName(child) === 'li')
    .flatMap((child) => toItems(childrenOf(child), dropped))
  const numbered = items.map((item, index) => ({ ...item, value: index + 1 }))
  return element('list', numbered, {
    listType: name === 'ul' ? 'bullet' : 'number',
    start: 1,
    tag: name,
  })
}

/** One `li` becomes an item for its text and one for each nested list. */
function toItems(nodes: readonly HtmlNode[], dropped: Set<string>): LexicalElement[] {
  const items: LexicalElement[] = []
  let open: LexicalNode[] = []
  const close = (): void => {
    const children = tidy(open)
    if (children.length > 0 || items.length === 0) items.push(element('listitem', children))
    open = []
  }
  for (const node of nodes) {
    const name = tagName(node)
    if (name === 'ul' || name === 'ol') {
      close()
      items.push(element('listitem', [toList(name, childrenOf(node), dropped)]))
    } else if (name !== null && isBlock(name)) {
      if (tidy(open).length > 0) open.push({ type: 'linebreak', version: 1 })
      open.push(...toInlines(childrenOf(node), 0, dropped))
    } else open.push(...toInlines([node], 0, dropped))
  }
  if (tidy(open).length > 0 || items.length === 0) close()
  return items
}

function toInlines(
  nodes: readonly HtmlNode[],
  format: number,
  dropped: Set<string>,
): LexicalNode[] {
  return nodes.flatMap((node): LexicalNode[] => {
    if (node.type === ElementType.Text) return [text(node.data.replace(/\s+/g, ' '), format)]
    const name = tagName(node)
    if (name === null) return []
    if (name === 'br') return [{ type: 'linebreak', version: 1 }]
    const href = hrefOf(node)
    if (name === 'a' && href !== null)
      return [toLink(href, toInlines(childrenOf(node), format, dropped))]
    if (!KEPT.has(name) && !/^h[1-6]$/.test(name)) dropped.add(name)
    return toInlines(childrenOf(node), format | (FORMAT_OF[name] ?? 0), dropped)
  })
}

function toLink(url: string, children: readonly LexicalNode[]): LexicalElement {
  return element('link', children, {
    fields: { linkType: 'custom', url, newTab: false },
    version: 3,
  })
}

/** Joins neighbours of one format, drops blanks at the ends. */
function tidy(nodes: readonly LexicalNode[]): LexicalNode[] {
  const joined: LexicalNode[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (
      node.type === 'text' &&
      last?.type === 'text' &&
      'text' in node &&
      'text' in last &&
      last.format === node.format
    ) {
      joined[joined.length - 1] = text(
        `${String(last.text)}${String(node.text)}`.replace(/ {2,}/g, ' '),
        node.format as number,
      )
    } else joined.push(node)
  }
  return trimmed(joined)
}

function trimmed(nodes: readonly LexicalNode[]): LexicalNode[] {
  const result = [...nodes]
  trimEnd(result, 0, (value) => value.trimStart())
  trimEnd(result, -1, (value) => value.trimEnd())
  return result
}

function trimEnd(nodes: LexicalNode[], end: 0 | -1, trim: (value: string) => string): void {
  for (let node = nodes.at(end); node; node = nodes.at(end)) {
    const index = end === 0 ? 0 : nodes.length - 1
    if (node.type === 'linebreak') {
      nodes.splice(index, 1)
      continue
    }
    if (node.type !== 'text' || !('text' in node)) return
    const value = trim(node.text as string)
    if (value !== '') {
      nodes[index] = text(value, node.format as number)
      return
    }
    nodes.splice(index, 1)
  }
}

function isBlock(name: string): boolean {
  return (
    ['p', 'ul', 'ol', 'li'].includes(name) || /^h[1-6]$/.test(name) || TRANSPARENT_BLOCKS.has(name)
  )
}

function tagName(node: HtmlNode): string | null {
  return node.type === ElementType.Tag ? node.name.toLowerCase() : null
}

function childrenOf(node: HtmlNode): readonly HtmlNode[] {
  return 'children' in node ? node.children : []
}

function hrefOf(node: HtmlNode): string | null {
  const href = node.type === ElementType.Tag ? node.attribs['href']?.trim() : undefined
  return href === undefined || href === '' ? null : href
}
