import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Half-open interval of days: `ab` is the first day that counts, `bis` the first that no longer does (null: open). */
export type Geltungszeitraum = { readonly ab: CalendarDay; readonly bis: CalendarDay | null }

/** An interval of at least one day. Problem: `interval-ends-before-it-begins`. */
export function geltungszeitraum(
  ab: CalendarDay,
  bis: CalendarDay | null,
  stelle?: string,
): Result<Geltungszeitraum> {
  if (bis !== null && bis <= ab)
    return failed(problem('interval-ends-before-it-begins', stelle, { ab, bis }))
  return success({ ab, bis })
}

/** Whether the interval holds on the day. */
export function holdsOn(zeitraum: Geltungszeitraum, stichtag: CalendarDay): boolean {
  return zeitraum.ab <= stichtag && !hasEndedBy(zeitraum, stichtag)
}

/** Whether the interval has ended on the day or before. */
export function hasEndedBy(zeitraum: Geltungszeitraum, stichtag: CalendarDay): boolean {
  return zeitraum.bis !== null && zeitraum.bis <= stichtag
}

/** The earlier of two ends, where null means "open". */
export function earlierEnd(
  left: CalendarDay | null,
  right: CalendarDay | null,
): CalendarDay | null {
  if (left === null) return right
  if (right === null) return left
  return left < right ? left : right
}
