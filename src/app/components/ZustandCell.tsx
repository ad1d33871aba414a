import type { DefaultServerCellComponentProps } from 'payload'
import { ZUSTAENDE, ZUSTAND_LABELS } from '#core/ablauf/ablauf.ts'

/** Where a text stands on its way, in lists: the word says it, the colour only helps. */
export function ZustandCell({ cellData }: DefaultServerCellComponentProps) {
  const zustand = ZUSTAENDE.find((known) => known === cellData)
  if (!zustand) return <span>–</span>
  return <span className={`stichtag-zustand ${zustand}`}>{ZUSTAND_LABELS[zustand]}</span>
}
