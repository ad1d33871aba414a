import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Chronik } from '#core/log/chronik.ts'
import { changesThePast } from '#core/log/vergangenheit.ts'
import { reckon } from '#core/rechtsnorm/klausel.ts'
import {
  checkSuccession,
  effectiveTag,
  type Zeitgrenze,
  type ZeitgrenzeId,
} from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Verlegen: sets, moves or un-sets the day of a law that the log knows. Never refused because of texts (zeit.md, rule 7).
 * A clause that says another day than the new one, and came along by itself, is left behind. Problems:
 * `zeitgrenze-is-unknown`, `zeitgrenze-is-unchanged`, `zeitgrenze-needs-command` and those of `checkMove`.
 */
export function verlegen(
  chronik: Chronik,
  next: Zeitgrenze,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  const known = knownOf(chronik, next.id)
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (next.stand === 'abgesagt' && known.stand !== 'abgesagt')
    return failed(problem('zeitgrenze-needs-command', 'Stand'))
  const moved = withoutStaleKlausel(known, next)
  if (canonicalJson(moved) === canonicalJson(known))
    return failed(problem('zeitgrenze-is-unchanged'))
  return checkMove(chronik, moved, heute)
}

/**
 * Whether `next` may be said of its Zeitgrenze on the day `heute` by one person. Problems: `zeitgrenze-is-cancelled`;
 * `zeitgrenze-day-has-passed` where it is a Berichtigung, see `touchesThePast`.
 */
export function checkMove(
  chronik: Chronik,
  next: Zeitgrenze,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  const known = knownOf(chronik, next.id)
  const checked = checkSuccession(known, next, heute)
  if (!checked.ok || !known) return checked
  if (!touchesThePast(chronik, next, heute)) return success(next)
  const tag = effectiveTag(known) ?? effectiveTag(next)
  return failed(problem('zeitgrenze-day-has-passed', 'Tag', tag === null ? {} : { tag }))
}

/**
 * Absagen: the law failed (zeit.md, rule 8). Problems: `zeitgrenze-is-unknown`, `reason-is-missing`,
 * `zeitgrenze-is-cancelled`, `zeitgrenze-day-has-passed`.
 */
export function absagen(
  chronik: Chronik,
  id: ZeitgrenzeId,
  grund: string,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  const known = knownOf(chronik, id)
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (known.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  return checkMove(chronik, cancelled(known, grund.trim()), heute)
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
  chronik: Chronik,
  next: Zeitgrenze,
  heute: CalendarDay,
  augen: VierAugen,
): Result<Zeitgrenze> {
  const known = knownOf(chronik, next.id)
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (known.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  const checked = checkVierAugen(augen)
  if (!checked.ok) return checked
  return touchesThePast(chronik, next, heute)
    ? success(withoutStaleKlausel(known, next))
    : failed(problem('zeitgrenze-day-has-not-passed'))
}

/** A correction has a reason and a second person. Problems: `reason-is-missing`, `second-person-is-missing`. */
export function checkVierAugen({ von, bestaetigtVon, grund }: VierAugen): Result<null> {
  if (grund.trim() === '') return failed(problem('reason-is-missing', 'Grund'))
  if (bestaetigtVon === '' || bestaetigtVon === von)
    return failed(problem('second-person-is-missing'))
  return success(null)
}

/**
 * Whether the step is a Berichtigung: a day that has come is changed, a coming one goes into the past, or texts that begin
 * before their law's day have begun. A first announcement is none, however late we learn of it.
 */
export function touchesThePast(chronik: Chronik, next: Zeitgrenze, heute: CalendarDay): boolean {
  const belege = chronik.zeitgrenzen.get(next.id) ?? []
  const known = belege.at(-1)?.wert
  if (!belege.some(({ wert }) => wert.stand === 'bestimmt')) return false
  const before = known ? effectiveTag(known) : null
  const after = effectiveTag(next)
  // A law that fails gives a corrected text its place back, also where it had no day before and has none now.
  const fails = next.stand === 'abgesagt' && known?.stand !== 'abgesagt'
  if (before === after && !fails) return false
  if (before !== null && before <= heute) return true
  if (after !== null && after < heute) return true
  return changesThePast(chronik, [{ klasse: 'zeitgrenze', zeitgrenze: next, pult: null }], heute)
}

function knownOf(chronik: Chronik, id: ZeitgrenzeId): Zeitgrenze | undefined {
  return chronik.zeitgrenzen.get(id)?.at(-1)?.wert
}

function withoutStaleKlausel(known: Zeitgrenze, next: Zeitgrenze): Zeitgrenze {
  const { klausel, ...rest } = next
  if (klausel === undefined || canonicalJson(klausel) !== canonicalJson(known.klausel ?? null))
    return next
  const tag = 'tag' in next ? next.tag : null
  const wasSaid = 'tag' in known && known.tag === tag
  return wasSaid || reckon(klausel) === tag ? next : rest
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
