import type { DefaultServerCellComponentProps } from 'payload'
import { toGermanDay } from './germanDay.ts'

/** A stored day in lists: `01.01.2027`. */
export function DayTextCell({ cellData }: DefaultServerCellComponentProps) {
  return <span>{typeof cellData === 'string' ? toGermanDay(cellData) : '–'}</span>
}
