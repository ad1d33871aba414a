'use client'
import { useRowLabel } from '@payloadcms/ui'
import { toGermanDay } from './germanDay.ts'

type Props = {
  readonly singular: string
  /** The fields that say which row it is, in the order in which they are read. */
  readonly felder: readonly string[]
  /** Labels of codes. */
  readonly namen: Readonly<Record<string, string>>
}

/** What a row of a repeated group is about, readable while it is folded: “Montag, 09:00 bis 12:00”. */
export function RowLabel({ singular, felder, namen }: Props) {
  const { data, rowNumber } = useRowLabel<Readonly<Record<string, unknown>>>()
  const text = felder.reduce((before, feld) => {
    const part = read(data[feld], namen)
    if (part === '' || before === '') return before + part
    return `${before}${feld === 'bis' ? ' bis ' : ', '}${part}`
  }, '')
  return <span className="row-label">{text || `${singular} ${(rowNumber ?? 0) + 1}`}</span>
}

function read(value: unknown, namen: Props['namen']): string {
  if (typeof value === 'number') return value.toLocaleString('de-DE')
  return typeof value === 'string' ? (namen[value] ?? toGermanDay(value)) : ''
}
