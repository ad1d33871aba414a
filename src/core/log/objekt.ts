import {
  latest,
  newestFolgenummer,
  objektKey,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import { effectiveDay, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import { day, type CalendarDay } from '#core/zeit/day.ts'

/** First day of what has no first day of its own: the catalogue entry of a Leistung, the master data of a Rechtsnorm. */
export const IMMER: CalendarDay = day('0001-01-01')

/** What an editor asked for when saving an object. */
export type Speicherwunsch = {
  readonly art: Objektart
  readonly id: string
  readonly beginn: Anker | null
}

/**
 * Where a saved state begins. Without a wish it is the day of saving. Once the log holds the object, a state never
 * reaches back before that day: what was shown then stays (zeit.md, rule 4). Leistungen and Rechtsnormen are master data
 * without days of their own.
 */
export function beginnOnSave(
  { art, id, beginn }: Speicherwunsch,
  chronik: Chronik,
  heute: CalendarDay,
): Anker {
  if (art === 'leistung' || art === 'rechtsnorm') return festerTag(IMMER)
  if (beginn === null) return festerTag(heute)
  const kenntnisstand = newestFolgenummer(chronik)
  const isKnown = latest(chronik.objekte.get(objektKey({ art, id })), kenntnisstand) !== undefined
  const ab = effectiveDay(beginn, zeitgrenzenAt(chronik, kenntnisstand))
  return isKnown && ab !== null && ab < heute ? festerTag(heute) : beginn
}
