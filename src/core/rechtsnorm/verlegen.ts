import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { checkSuccession, effectiveTag, type Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Verlegen: sets, moves or un-sets the day of a law that the log knows. Never refused because of texts (zeit.md, rule 7).
 * Problems: `zeitgrenze-is-unknown`, `zeitgrenze-is-cancelled`, `zeitgrenze-day-has-passed`.
 */
export function verlegen(
  known: Zeitgrenze | undefined,
  next: Zeitgrenze,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  return checkSuccession(known, next, heute)
}

/**
 * Absagen: the law failed (zeit.md, rule 8). Problems: `zeitgrenze-is-unknown`, `reason-is-missing`,
 * `zeitgrenze-is-cancelled`, `zeitgrenze-day-has-passed`.
 */
export function absagen(
  known: Zeitgrenze | undefined,
  grund: string,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (known.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  return checkSuccession(known, cancelled(known, grund.trim()), heute)
}

/** Who asked for a correction, and who confirmed it. */
export type VierAugen = {
  readonly von: string
  readonly bestaetigtVon: string
  readonly grund: string
}

/**
 * Berichtigen of a day that has passed (zeit.md, rule 4): today's answer changes, what was shown in the past changes only
 * under the new Kenntnisstand. Problems: `zeitgrenze-is-unknown`, `zeitgrenze-is-cancelled`,
 * `zeitgrenze-day-has-not-passed`, and those of `checkVierAugen`.
 */
export function berichtigen(
  known: Zeitgrenze | undefined,
  next: Zeitgrenze,
  heute: CalendarDay,
  augen: VierAugen,
): Result<Zeitgrenze> {
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (known.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  const checked = checkVierAugen(augen)
  if (!checked.ok) return checked
  return touchesThePast(known, next, heute)
    ? success(next)
    : failed(problem('zeitgrenze-day-has-not-passed'))
}

/** A correction has a reason and a second person. Problems: `reason-is-missing`, `second-person-is-missing`. */
export function checkVierAugen({ von, bestaetigtVon, grund }: VierAugen): Result<null> {
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (bestaetigtVon === '' || bestaetigtVon === von)
    return failed(problem('second-person-is-missing'))
  return success(null)
}

/** Whether the step is a Berichtigung: a day that has come is changed, or a coming one is moved into the past. */
export function touchesThePast(known: Zeitgrenze, next: Zeitgrenze, heute: CalendarDay): boolean {
  const before = effectiveTag(known)
  const after = effectiveTag(next)
  if (before === null || before === after) return false
  return before <= heute || (after !== null && after < heute)
}

function cancelled(known: Zeitgrenze, grund: string): Zeitgrenze {
  const { id, rechtsnormId, art, wortlaut, teile, gebietIds, klausel, rueckwirkend, redaktionId } =
    known
  return {
    id,
    rechtsnormId,
    art,
    wortlaut,
    ...(teile === undefined ? {} : { teile }),
    ...(gebietIds === undefined ? {} : { gebietIds }),
    ...(klausel === undefined ? {} : { klausel }),
    ...(rueckwirkend === undefined ? {} : { rueckwirkend }),
    ...(redaktionId === undefined ? {} : { redaktionId }),
    stand: 'abgesagt',
    grund,
  }
}
