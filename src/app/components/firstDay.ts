import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { ankerOfRow } from './anker.ts'

/** The first day of a text as far as it is known; `offen`: nobody has said yet. */
export type FirstDay =
  | { readonly art: 'tag'; readonly tag: CalendarDay }
  | { readonly art: 'unbestimmt' }
  | { readonly art: 'offen' }

/** What a document says under “Gilt ab”, on the day on which its Zeitgrenze now stands. */
export function firstDay(doc: { readonly beginn?: unknown }, chronik: Chronik): FirstDay {
  const anker = ankerOfRow(doc.beginn)
  if (anker === null) return { art: 'offen' }
  const tag = effectiveDay(anker, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  return tag === null ? { art: 'unbestimmt' } : { art: 'tag', tag }
}
