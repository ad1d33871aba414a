import XMLBuilder from 'fast-xml-builder'
import { XZUFI_NAMESPACE, type Wire, type WireParts } from './present.ts'

/** The elements that a `schreibe` may hold. */
export type Objektelement = 'leistung' | 'organisationseinheit' | 'onlinedienst'

/**
 * One object as the bytes of its `schreibe`: one element a line, without indentation, so that a line
 * number leads to an element and the bytes are the same wherever they stand. The prefix `xzufi` is
 * bound by the document around them.
 */
export function serializeObjekt(element: Objektelement, parts: WireParts): Buffer {
  return Buffer.from(builder.build({ 'xzufi:schreibe': qualified({ [element]: parts }) }))
}

/**
 * A document: declaration, root, head, then the objects as they were serialized. Without objects it
 * is not valid, and so never leaves.
 */
export function serializeDokument(
  wurzel: string,
  kopf: WireParts,
  objekte: readonly Buffer[],
): Buffer {
  const envelope = Buffer.from(
    builder.build({
      '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
      [`xzufi:${wurzel}`]: { '@xmlns:xzufi': XZUFI_NAMESPACE, ...qualified(kopf) },
    }),
  )
  const end = envelope.lastIndexOf('</')
  return Buffer.concat([envelope.subarray(0, end), ...objekte, envelope.subarray(end)])
}

/**
 * Escapes what XML asks for, and the carriage return, which a reader would otherwise lose. Declared
 * on its own because the builder's types lack `entities` and `jPath` (paths that nobody reads).
 */
const OPTIONS = {
  attributeNamePrefix: '@',
  ignoreAttributes: false,
  suppressBooleanAttributes: false,
  suppressEmptyNode: true,
  format: true,
  indentBy: '',
  jPath: false,
  entities: [
    { regex: /&/g, val: '&amp;' },
    { regex: /</g, val: '&lt;' },
    { regex: />/g, val: '&gt;' },
    { regex: /\r/g, val: '&#13;' },
  ],
}

const builder = new XMLBuilder(OPTIONS)

/** What the builder is given: the prefix before each name, except for attributes, text and parts of codes. */
type Tree = string | { readonly [name: string]: Tree | readonly Tree[] }

function qualified(parts: WireParts): Exclude<Tree, string> {
  const isCode = 'code' in parts
  const tree: { [name: string]: Tree | readonly Tree[] } = {}
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) continue
    const plain = isCode || name.startsWith('@') || name.startsWith('#')
    tree[plain ? name : `xzufi:${name}`] = isList(value) ? value.map(asTree) : asTree(value)
  }
  return tree
}

function asTree(wire: Wire): Tree {
  return typeof wire === 'string' ? wire : qualified(wire)
}

function isList(value: Wire | readonly Wire[]): value is readonly Wire[] {
  return Array.isArray(value)
}
