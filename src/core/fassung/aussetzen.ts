import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Aussetzung, FassungId } from '#core/fassung/fassung.ts'
import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { changesThePast } from '#core/log/vergangenheit.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Which text, and why. */
export type Aussetzungswunsch = { readonly fassungId: FassungId; readonly grund: string }

/**
 * Aussetzen: holds a released text back before it begins; what holds before it holds on. Problems: `reason-is-missing`,
 * `fassung-is-not-released`, `fassung-is-withdrawn`, `fassung-is-suspended`, `fassung-holds-already`.
 */
export function aussetzen(
  { fassungId, grund }: Aussetzungswunsch,
  chronik: Chronik,
  heute: CalendarDay,
): Result<Aussetzung> {
  const released = chronik.fassungen.get(fassungId)
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (!released) return failed(problem('fassung-is-not-released'))
  if (chronik.zurueckziehungen.has(fassungId)) return failed(problem('fassung-is-withdrawn'))
  if (isHeldBack(fassungId, chronik)) return failed(problem('fassung-is-suspended'))
  const ab = effectiveDay(released.wert.beginn, zeitgrenzenAt(chronik, newestFolgenummer(chronik)))
  if (ab !== null && ab <= heute)
    return failed(problem('fassung-holds-already', undefined, { tag: ab }))
  const aussetzung = { fassungId, istAusgesetzt: true, grund: grund.trim() }
  // A correction that moved the begin: without it the corrected text would have begun earlier.
  return changesThePast(chronik, [{ klasse: 'aussetzung', aussetzung }], heute)
    ? failed(problem('fassung-holds-already'))
    : success(aussetzung)
}

/**
 * Wiederaufnehmen of what was held back by hand. A text that a rule holds back is rebased instead (zeit.md, rule 7).
 * Problems: `reason-is-missing`, `fassung-is-not-suspended`, `fassung-is-withdrawn`, `resume-changes-past` (its day has passed meanwhile, rule 4).
 */
export function wiederaufnehmen(
  { fassungId, grund }: Aussetzungswunsch,
  chronik: Chronik,
  heute: CalendarDay,
): Result<Aussetzung> {
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (!isHeldBack(fassungId, chronik)) return failed(problem('fassung-is-not-suspended'))
  if (chronik.zurueckziehungen.has(fassungId)) return failed(problem('fassung-is-withdrawn'))
  const aussetzung = { fassungId, istAusgesetzt: false, grund: grund.trim() }
  return changesThePast(chronik, [{ klasse: 'aussetzung', aussetzung }], heute)
    ? failed(problem('resume-changes-past'))
    : success(aussetzung)
}

/** Whether somebody holds the text back. */
export function isHeldBack(fassungId: FassungId, { aussetzungen }: Chronik): boolean {
  return aussetzungen.get(fassungId)?.at(-1)?.wert.istAusgesetzt ?? false
}
