import { collect, success, type Result } from '#core/ergebnis.ts'
import { ankerFrom, type Anker } from '#core/rechtsnorm/anker.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'

/** A document or a part of one as Payload hands it over; nothing about it is believed. */
export type DeskDoc = Readonly<Record<string, unknown>>

/** A text, trimmed; '' where there is none. */
export function textOf(doc: DeskDoc, name: string): string {
  const value = doc[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** A text, or null where it is empty. */
export function textOrNull(doc: DeskDoc, name: string): string | null {
  const value = textOf(doc, name)
  return value === '' ? null : value
}

/** A number, or null. */
export function numberOrNull(doc: DeskDoc, name: string): number | null {
  const value = doc[name]
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

/** A truth value, or null where nobody has said. Also understands the selects `ja` and `nein`. */
export function booleanOrNull(doc: DeskDoc, name: string): boolean | null {
  const value = doc[name]
  if (typeof value === 'boolean') return value
  return value === 'ja' ? true : value === 'nein' ? false : null
}

/** The id of a related document, populated or not; null where there is none. */
export function relationOf(doc: DeskDoc, name: string): string | null {
  return idOf(doc[name])
}

/** The ids of related documents. */
export function relationsOf(doc: DeskDoc, name: string): readonly string[] {
  const value = doc[name]
  return Array.isArray(value) ? value.flatMap((item: unknown) => idOf(item) ?? []) : []
}

/** The rows of an array field. */
export function rowsOf(doc: DeskDoc, name: string): readonly DeskDoc[] {
  const value = doc[name]
  return Array.isArray(value) ? (value as DeskDoc[]) : []
}

/** Texts of a select or text field with many values. */
export function textsOf(doc: DeskDoc, name: string): readonly string[] {
  const value = doc[name]
  if (!Array.isArray(value)) return []
  return value.filter((item): item is string => typeof item === 'string' && item !== '')
}

/** A group field. */
export function groupOf(doc: DeskDoc, name: string): DeskDoc {
  const value = doc[name]
  return typeof value === 'object' && value !== null ? (value as DeskDoc) : {}
}

/** A day, or null where none is given. Problem: `day-is-malformed`. */
export function dayOrNull(doc: DeskDoc, name: string, stelle: string): Result<CalendarDay | null> {
  const value = textOrNull(doc, name)
  return value === null ? success(null) : parseCalendarDay(value, stelle)
}

/** An anchor, or null where the field is left open. Problems: `day-is-malformed`, `anchor-is-malformed`. */
export function ankerOrNull(doc: DeskDoc, name: string, stelle: string): Result<Anker | null> {
  const group = groupOf(doc, name)
  const angaben = {
    art: group['art'],
    tag: textOf(group, 'tag'),
    zeitgrenzeId: relationOf(group, 'zeitgrenze'),
    versatz: group['versatz'],
    tage: numberOrNull(group, 'tage'),
  }
  return ankerFrom(angaben, stelle)
}

/** An anchor as the desk keeps it. */
export function deskAnker(anker: Anker | null): DeskDoc {
  if (anker === null) return { art: 'offen' }
  if (anker.art === 'tag') return { art: 'tag', tag: anker.tag }
  const { zeitgrenzeId, versatz } = anker
  return {
    art: 'zeitgrenze',
    zeitgrenze: zeitgrenzeId,
    versatz: versatz.art,
    tage: versatz.art === 'tage' ? versatz.tage : 0,
  }
}

/** All values, or all problems. */
export function all<T extends readonly Result<unknown>[]>(
  ...results: T
): Result<{ -readonly [K in keyof T]: T[K] extends Result<infer V> ? V : never }> {
  return collect(results) as Result<{
    -readonly [K in keyof T]: T[K] extends Result<infer V> ? V : never
  }>
}

function idOf(value: unknown): string | null {
  if (typeof value === 'string') return value === '' ? null : value
  if (typeof value !== 'object' || value === null || !('id' in value)) return null
  return typeof value.id === 'string' ? value.id : null
}
