import type { Html } from '#core/fassung/module.ts'
import {
  FORMATS,
  type LexicalElement,
  type LexicalNode,
  type LexicalState,
  type LexicalText,
} from '#store/lexical/nodes.ts'

/**
 * Editor state as `Html` within the ten tag groups (`domain/pvog.md` T3). Empty paragraphs at the ends are dropped; an
 * empty editor gives ''. The same state always gives the same string.
 */
export function lexicalToHtml(state: LexicalState | null | undefined): Html {
  if (!state) return ''
  return trimEmpty(state.root.children).map(block).join('')
}

function block(node: LexicalNode): string {
  if (!isElement(node)) return wrap('p', inline(node))
  switch (node.type) {
    case 'heading':
      return wrap(headingTag(node), inlines(node))
    case 'list':
      return list(node)
    default:
      return wrap('p', inlines(node))
  }
}

/** Lexical keeps a nested list as an item of its own that holds nothing but the list; HTML wants it in the item before. */
function list(node: LexicalElement): string {
  const items: string[] = []
  for (const item of node.children) {
    if (!isElement(item)) continue
    const [only] = item.children
    const last = items.at(-1)
    if (only && isElement(only) && only.type === 'list' && last !== undefined)
      items[items.length - 1] = last + list(only)
    else
      items.push(
        item.children
          .map((child) => (isElement(child) && child.type === 'list' ? list(child) : inline(child)))
          .join(''),
      )
  }
  return wrap(
    node['listType'] === 'number' ? 'ol' : 'ul',
    items.map((item) => wrap('li', item)).join(''),
  )
}

function inlines(node: LexicalElement): string {
  return node.children.map(inline).join('')
}

function inline(node: LexicalNode): string {
  if (isText(node)) return formatted(node)
  if (!isElement(node)) return '<br>'
  if (node.type === 'link' || node.type === 'autolink') return link(node)
  return node.type === 'tab' ? ' ' : inlines(node)
}

function link(node: LexicalElement): string {
  const { url } = (node['fields'] ?? {}) as { url?: unknown }
  if (typeof url !== 'string' || url === '') return inlines(node)
  return `<a href="${escapeHtml(url)}">${inlines(node)}</a>`
}

function formatted(node: LexicalText): string {
  return FORMATS.filter(({ bit }) => (node.format & bit) !== 0).reduceRight(
    (html, { tag }) => wrap(tag, html),
    escapeHtml(node.text),
  )
}

function headingTag(node: LexicalElement): string {
  const { tag } = node
  return typeof tag === 'string' && /^h[1-6]$/.test(tag) ? tag : 'h3'
}

function trimEmpty(blocks: readonly LexicalNode[]): readonly LexicalNode[] {
  const isFilled = (node: LexicalNode): boolean =>
    !isElement(node) ||
    node.type !== 'paragraph' ||
    inlines(node).replace(/<br>/g, '').trim() !== ''
  const first = blocks.findIndex(isFilled)
  return first < 0 ? [] : blocks.slice(first, blocks.findLastIndex(isFilled) + 1)
}

function isText(node: LexicalNode): node is LexicalText {
  return node.type === 'text' && 'text' in node
}

function isElement(node: LexicalNode): node is LexicalElement {
  return 'children' in node
}

function wrap(tag: string, content: string): string {
  return `<${tag}>${content}</${tag}>`
}

/** Text as it may stand in HTML. */
function escapeHtml(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
