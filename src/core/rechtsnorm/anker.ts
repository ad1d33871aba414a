import { addDays, firstOfFollowingMonth, type CalendarDay } from '#core/zeit/day.ts'
import {
  effectiveTag,
  type ZeitgrenzeId,
  type ZeitgrenzeLookup,
} from '#core/rechtsnorm/zeitgrenze.ts'

/** Offset of an Anker from its Zeitgrenze. */
export type Versatz =
  { readonly art: 'tage'; readonly tage: number } | { readonly art: 'erster-des-folgemonats' }

/**
 * Where something begins or ends: a fixed day, or a Zeitgrenze with an offset (zeit.md, rule 5). Released things store
 * anchors, never dates; move the Zeitgrenze and the interval moves.
 */
export type Anker =
  | { readonly art: 'tag'; readonly tag: CalendarDay }
  | { readonly art: 'zeitgrenze'; readonly zeitgrenzeId: ZeitgrenzeId; readonly versatz: Versatz }

/** An anchor on a fixed day. */
export function festerTag(tag: CalendarDay): Anker {
  return { art: 'tag', tag }
}

/** An anchor on a Zeitgrenze, `tage` days after it. */
export function anZeitgrenze(zeitgrenzeId: ZeitgrenzeId, tage = 0): Anker {
  return { art: 'zeitgrenze', zeitgrenzeId, versatz: { art: 'tage', tage } }
}

/** The day on which the anchor takes effect, or null while its Zeitgrenze is not bestimmt. */
export function effectiveDay(anker: Anker, lookup: ZeitgrenzeLookup): CalendarDay | null {
  if (anker.art === 'tag') return anker.tag
  const zeitgrenze = lookup(anker.zeitgrenzeId)
  const tag = zeitgrenze ? effectiveTag(zeitgrenze) : null
  return tag === null ? null : shift(tag, anker.versatz)
}

function shift(tag: CalendarDay, versatz: Versatz): CalendarDay {
  switch (versatz.art) {
    case 'tage':
      return addDays(tag, versatz.tage)
    case 'erster-des-folgemonats':
      return firstOfFollowingMonth(tag)
  }
}
