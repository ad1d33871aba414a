import Link from 'next/link'
import type { DefaultServerCellComponentProps } from 'payload'
import { formatZeitpunkt } from './zeitpunkt.ts'

/** A stored instant in lists, in German time; a link where the column is the one to click. */
export function ZeitpunktCell({
  cellData,
  link,
  collectionSlug,
  rowData,
}: DefaultServerCellComponentProps) {
  if (typeof cellData !== 'string') return <span>–</span>
  const text = formatZeitpunkt(cellData)
  if (!link) return <span>{text}</span>
  const id = encodeURIComponent(String(rowData['id']))
  return (
    <Link href={`/admin/collections/${collectionSlug}/${id}`} prefetch={false}>
      {text}
    </Link>
  )
}
