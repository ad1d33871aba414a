import type { DefaultServerCellComponentProps } from 'payload'
import { isFertig } from '#core/fassung/sprachfassung.ts'
import { readSprachlage } from '#feed/readSprachlage.ts'

/** In lists, whether a language variant still fits its German text; empty for German texts. */
export async function SprachlageCell({ rowData }: DefaultServerCellComponentProps) {
  // A document's own page makes cells of its fields too, without a row.
  const row = rowData as { readonly id?: unknown; readonly sprache?: unknown } | undefined
  const { id, sprache } = row ?? {}
  // A list that does not ask for the language does not say it either.
  if (typeof id !== 'string' || sprache === 'de') return null
  const bedarf = await readSprachlage(id)
  if (!bedarf) return null
  if (isFertig(bedarf))
    return <span className="stichtag-marke stichtag-marke--aktuell">aktuell</span>
  const { veraltet, fehlt } = bedarf
  return veraltet.length > 0 ? (
    <span className="stichtag-marke stichtag-marke--veraltet">veraltet: {veraltet.length}</span>
  ) : (
    <span className="stichtag-marke stichtag-marke--fehlt">fehlt: {fehlt.length}</span>
  )
}
