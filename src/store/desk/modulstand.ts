import { canonicalJson } from '#core/canonicalJson.ts'
import { STRUKTURMODULNAMEN, TEXTMODULNAMEN, type Modulname } from '#core/fassung/module.ts'
import { canonicalHtml } from '#core/fassung/worte.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import type { LexicalState } from '#store/lexical/nodes.ts'
import { groupOf, rowsOf, type DeskDoc } from '#store/desk/read.ts'

/** All modules, in reading order. */
export const MODULNAMEN: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

/**
 * What a desk document says of a module, so that two of them can be compared: words in canonical form, links of the module
 * included; ids of rows, and whatever the editor notes beside the words, left out. '' where it says nothing. Total: half-written
 * rows are compared as they stand.
 */
export function modulstand(doc: DeskDoc, modul: Modulname): string {
  const { modus, ...words } = groupOf(doc, modul)
  const links = rowsOf(doc, 'weblinks').filter((row) => row['modul'] === modul)
  const said = withoutEmpty({ ...words, links })
  return said === undefined ? '' : canonicalJson({ said, modus: modus ?? 'ersetzen' })
}

/** Any other field of a desk document in a form that can be compared; '' where it is empty. */
export function feldstand(value: unknown): string {
  const said = withoutEmpty(value)
  return said === undefined ? '' : canonicalJson(said)
}

/** Empty fields, empty lists and ids of rows say nothing; undefined where nothing is left. */
function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const rows = value.map(withoutEmpty).filter((row) => row !== undefined)
    return rows.length === 0 ? undefined : rows
  }
  if (typeof value !== 'object') return typeof value === 'string' ? value.trim() : value
  if ('root' in value) {
    const html = canonicalHtml(lexicalToHtml(value as unknown as LexicalState))
    return html === '' ? undefined : html
  }
  const members = Object.entries(value)
    .filter(([name]) => name !== 'id')
    .map(([name, member]) => [name, withoutEmpty(member)] as const)
    .filter(([, member]) => member !== undefined)
  return members.length === 0 ? undefined : Object.fromEntries(members)
}
