import type { DefaultServerCellComponentProps } from 'payload'
import { newestFolgenummer, zeitgrenzenAt } from '#core/log/chronik.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import { ankerOrNull } from '#store/desk/read.ts'
import { chronikOfInstance } from '#store/ports.ts'

/** The first day of a text in lists: derived from its anchor, so that it moves with the law. */
export async function DayCell({ rowData, payload }: DefaultServerCellComponentProps) {
  const anker = ankerOrNull(rowData, 'beginn', 'Gilt ab')
  if (!anker.ok || anker.value === null) return <span>noch kein Tag</span>
  const chronik = await chronikOfInstance(payload)()
  const tag = effectiveDay(anker.value, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  return <span>{tag === null ? 'Tag unbestimmt' : formatDay(tag)}</span>
}
