import type { DefaultServerCellComponentProps } from 'payload'
import { formatDay } from '#core/zeit/deutsch.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { readHaus } from '#feed/readHaus.ts'
import { resttage } from './resttage.ts'

/** The Frist of a consultation in the list, with the days that are left while it runs. */
export async function FristCell({ cellData, rowData }: DefaultServerCellComponentProps) {
  const frist = parseCalendarDay(cellData)
  if (!frist.ok) return <span>–</span>
  const { heute } = await readHaus()
  const isOpen = (rowData as Readonly<Record<string, unknown>>)['zustand'] === 'offen'
  return (
    <span>
      {formatDay(frist.value)}
      {isOpen ? <small> ({resttage(heute, frist.value)})</small> : null}
    </span>
  )
}
