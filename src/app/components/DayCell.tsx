import type { DefaultServerCellComponentProps } from 'payload'
import { formatDay } from '#core/zeit/deutsch.ts'
import { readHaus } from '#feed/readHaus.ts'
import { firstDay } from './firstDay.ts'

/** The first day of a text in lists: derived from its anchor, so that it moves with the law. */
export async function DayCell({ rowData }: DefaultServerCellComponentProps) {
  // A document's own page makes cells of its fields too, without a row.
  if (!(rowData as unknown)) return null
  const { chronik } = await readHaus()
  const first = firstDay(rowData, chronik)
  switch (first.art) {
    case 'tag':
      return <span>{formatDay(first.tag)}</span>
    case 'unbestimmt':
      return <span>Tag unbestimmt</span>
    case 'offen':
      return <span>noch kein Tag</span>
  }
}
