import { ankerFrom, type Anker } from '#core/rechtsnorm/anker.ts'

/** The anchor in a row of a list, whether its Zeitgrenze is populated or not; null where none is set. */
export function ankerOfRow(beginn: unknown): Anker | null {
  const group = (beginn ?? {}) as Readonly<Record<string, unknown>>
  const anker = ankerFrom(
    {
      art: group['art'],
      tag: group['tag'],
      zeitgrenzeId: idOf(group['zeitgrenze']),
      versatz: group['versatz'],
      tage: typeof group['tage'] === 'number' ? group['tage'] : null,
    },
    'Gilt ab',
  )
  return anker.ok ? anker.value : null
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  const { id } = (value ?? {}) as { id?: unknown }
  return typeof id === 'string' ? id : null
}
