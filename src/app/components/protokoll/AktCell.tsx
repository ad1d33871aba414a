import Link from 'next/link'
import type { DefaultServerCellComponentProps } from 'payload'
import { aktLabel } from '#core/protokoll/protokollDeutsch.ts'

/** An act of the audit in the words of people; a link where the column is the one to click. */
export function AktCell({
  cellData,
  link,
  collectionSlug,
  rowData,
}: DefaultServerCellComponentProps) {
  const text = typeof cellData === 'string' ? aktLabel(cellData) : '–'
  if (!link) return <span>{text}</span>
  const id = encodeURIComponent(String(rowData['id']))
  return (
    <Link href={`/admin/collections/${collectionSlug}/${id}`} prefetch={false}>
      {text}
    </Link>
  )
}
