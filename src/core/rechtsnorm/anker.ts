import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  addDays,
  firstOfFollowingMonth,
  parseCalendarDay,
  type CalendarDay,
} from '#core/zeit/day.ts'
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

/** An anchor as it was entered; what is not there is null. */
export type AnkerAngaben = {
  /** `tag`, `zeitgrenze`, or anything else for "left open". */
  readonly art: unknown
  readonly tag: unknown
  readonly zeitgrenzeId: ZeitgrenzeId | null
  readonly versatz: unknown
  readonly tage: number | null
}

/** An anchor from what was entered, or null where it was left open. Problems: `day-is-malformed`, `anchor-is-malformed`. */
export function ankerFrom(angaben: AnkerAngaben, stelle: string): Result<Anker | null> {
  const { art, tag, zeitgrenzeId, versatz, tage } = angaben
  if (art === 'tag') {
    if (tag === null || tag === undefined || tag === '') {
      return failed(problem('anchor-is-malformed', stelle))
    }
    const parsed = parseCalendarDay(tag, stelle)
    return parsed.ok ? success(festerTag(parsed.value)) : parsed
  }
  if (art !== 'zeitgrenze') return success(null)
  if (zeitgrenzeId === null) return failed(problem('anchor-is-malformed', stelle))
  if (versatz !== 'erster-des-folgemonats')
    return success(anZeitgrenze(zeitgrenzeId, Math.trunc(tage ?? 0)))
  return success({ art: 'zeitgrenze', zeitgrenzeId, versatz: { art: 'erster-des-folgemonats' } })
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
