import { setImmediate as nextTurn } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import type { Verstoss } from './befund.ts'

/** An element as it was read: names without prefix, text as it stands, line of its start tag. */
export type Gelesen = {
  readonly name: string
  readonly zeile: number
  readonly attribute: Readonly<Record<string, string>>
  readonly kinder: readonly Gelesen[]
  readonly text: string
}

type Wachsend = Omit<Gelesen, 'kinder' | 'text'> & { readonly kinder: Wachsend[]; text: string }

/** Bytes that are read in one turn of the event loop: some 10 ms. */
const CHUNK = 256 * 1024

/**
 * Reads a document and hands over each child of its root as soon as it is complete, then forgets it:
 * memory holds one object, not the document. Returns what stopped the reading: a document type
 * declaration (nothing behind it is read, so no entity is ever resolved), or XML that is not
 * well-formed.
 */
export async function readDokument(
  bytes: Uint8Array,
  onPart: (part: Gelesen) => void,
): Promise<Verstoss | null> {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const open: Wachsend[] = []
  let stopped: Verstoss | null = null
  const stop = (regel: 'doctype' | 'wohlgeformt', meldung: string): void => {
    stopped ??= { regel, zeile: parser.line, meldung }
  }
  parser.on('error', ({ message }) => stop('wohlgeformt', message.replace(/^\d+:\d+: /, '')))
  parser.on('doctype', () => stop('doctype', 'Eine Dokumenttyp-Deklaration ist nicht erlaubt.'))
  parser.on('opentag', ({ local, attributes }) => {
    const attribute = Object.fromEntries(
      Object.values(attributes).map((each) => [each.local, each.value]),
    )
    const element: Wachsend = { name: local, zeile: parser.line, attribute, kinder: [], text: '' }
    if (open.length > 1) open.at(-1)?.kinder.push(element)
    open.push(element)
  })
  const addText = (text: string): void => {
    const element = open.at(-1)
    if (element && open.length > 1) element.text += text
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const element = open.pop()
    if (element && open.length === 1 && !stopped) onPart(element)
  })
  await feed(parser, bytes, () => stopped !== null)
  return stopped
}

/** The first child of that name. */
export function child(element: Gelesen, name: string): Gelesen | undefined {
  return element.kinder.find((each) => each.name === name)
}

/** All children of that name. */
export function children(element: Gelesen, name: string): readonly Gelesen[] {
  return element.kinder.filter((each) => each.name === name)
}

/** The element and everything below it, in document order. */
export function* walk(element: Gelesen): Generator<Gelesen, void, undefined> {
  yield element
  for (const each of element.kinder) yield* walk(each)
}

async function feed(
  parser: SaxesParser<{ xmlns: true }>,
  bytes: Uint8Array,
  hasStopped: () => boolean,
): Promise<void> {
  const decoder = new TextDecoder('utf-8')
  for (let start = 0; start < bytes.length && !hasStopped(); start += CHUNK) {
    parser.write(decoder.decode(bytes.subarray(start, start + CHUNK), { stream: true }))
    await nextTurn()
  }
  if (!hasStopped()) parser.write(decoder.decode()).close()
}
