import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Fristregel } from '#core/rechtsnorm/fristregel.ts'
import type { Bekanntmachungsform, Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'

/** The day on which an announcement is complete, and how it came about. */
export type Vollendung = {
  readonly tag: CalendarDay
  /** Form of announcement; null for law of Bund and Land, which is issued in a gazette. */
  readonly form: Bekanntmachungsform | null
  /** Recorded by an editor, or reckoned from the form. */
  readonly herkunft: 'eingetragen' | 'berechnet'
}

/**
 * Last day of an announcement that began on `tag`: at its end the announcement is complete. `aushangtage` counts for an
 * Aushang only; null: unknown how long it hangs.
 */
export function vollendungstag(
  form: Bekanntmachungsform,
  tag: CalendarDay,
  aushangtage: number | null,
): CalendarDay | null {
  // What is printed or put online is announced on the day on which it appears.
  if (form !== 'aushang') return tag
  // § 187 Abs. 1 BGB: the day of hanging it up does not count. § 188 Abs. 1: the period is over with the end of its last
  // day. That the Aushang is complete then, and not when it is taken down, is what the Hauptsatzungen have from their
  // ordinance (§ 7 KV-DVO M-V; its wording could not be read where this was written).
  return aushangtage === null ? null : addDays(tag, aushangtage)
}

/**
 * When the announcement of the Rechtsnorm is complete: as an editor recorded it, else reckoned from its form, else from
 * the form that the rule names. Law of Bund and Land is announced on the day of issue. Problems:
 * `announcement-is-missing`, `announcement-lacks-completion`.
 */
export function vollendungOf(
  { normgeber, verkuendetAm, bekanntmachung }: Rechtsnorm,
  regel: Fristregel | null,
): Result<Vollendung> {
  if (normgeber !== 'kommune') {
    return verkuendetAm === null
      ? failed(problem('announcement-is-missing'))
      : success({ tag: verkuendetAm, form: null, herkunft: 'berechnet' })
  }
  const form = bekanntmachung?.form ?? regel?.bekanntmachungsform ?? null
  const recorded = bekanntmachung?.vollendetAm ?? null
  if (recorded !== null) return success({ tag: recorded, form, herkunft: 'eingetragen' })
  if (verkuendetAm === null) return failed(problem('announcement-is-missing'))
  const tag =
    form === null ? verkuendetAm : vollendungstag(form, verkuendetAm, regel?.aushangtage ?? null)
  return tag === null
    ? failed(problem('announcement-lacks-completion'))
    : success({ tag, form, herkunft: 'berechnet' })
}
