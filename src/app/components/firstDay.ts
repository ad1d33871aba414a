import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { ankerFrom, effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** The first day of a text as far as it is known; `offen`: nobody has said yet. */
export type FirstDay =
  | { readonly art: 'tag'; readonly tag: CalendarDay }
  | { readonly art: 'unbestimmt' }
  | { readonly art: 'offen' }

/** What a document says under “Gilt ab”, on the day on which its Zeitgrenze now stands. */
export function firstDay(doc: { readonly beginn?: unknown }, chronik: Chronik): FirstDay {
  const anker = ankerOf(doc.beginn, 'Gilt ab')
  if (anker === null) return { art: 'offen' }
  const tag = effectiveDay(anker, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  return tag === null ? { art: 'unbestimmt' } : { art: 'tag', tag }
}

/** The anchor that a document of the desk holds in one of its fields; null where it is left open. */
export function ankerOf(field: unknown, stelle: string): Anker | null {
  const { art, tag, zeitgrenze, versatz, tage } = (field ?? {}) as Readonly<Record<string, unknown>>
  const angaben = {
    art,
    tag,
    zeitgrenzeId: idOf(zeitgrenze),
    versatz,
    tage: typeof tage === 'number' ? tage : null,
  }
  const anker = ankerFrom(angaben, stelle)
  return anker.ok ? anker.value : null
}

/** A related document is its id, or the document itself where Payload has fetched it. */
export function idOf(related: unknown): string | null {
  if (typeof related === 'string') return related
  const { id } = (related ?? {}) as { readonly id?: unknown }
  return typeof id === 'string' ? id : null
}
