import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { newestFolgenummer, reiheKey, type Chronik } from '#core/log/chronik.ts'
import { lageIn, type Lage } from '#core/log/auswirkung.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { changesThePast } from '#core/log/vergangenheit.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { nextDay, type CalendarDay } from '#core/zeit/day.ts'

/** From when on a correction holds: the day on which it is confirmed, or the first day of the corrected text. */
export type Umfang = 'ab-heute' | 'ab-erstem-tag'

/**
 * Whether releasing the draft puts right what somebody may have read already: it takes the place of a text that has begun,
 * or the days of the one that it was rebased on. Then a second person confirms it (zeit.md, rule 4). A text that is
 * released late and takes nobody's place is no correction.
 */
export function needsSecondPerson(entwurf: Entwurf, chronik: Chronik, heute: CalendarDay): boolean {
  const { berichtigt, wiederaufgenommen } = entwurf
  if (berichtigt === null && !wiederaufgenommen) return false
  const lage = berichtigt === null ? null : lageOf(berichtigt, chronik)
  if (lage?.zeitraeume.some(({ ab }) => ab <= heute)) return true
  const { inhalt: _inhalt, ...kopf } = entwurf
  const aussage = { klasse: 'fassung', fassung: { ...kopf, inhalt: '' }, pult: null } as const
  return changesThePast(chronik, [aussage], nextDay(heute))
}

/** Whether the draft takes the place of a text that is held back: that takes it up again (zeit.md, rule 7). */
export function resumes({ berichtigt }: Entwurf, chronik: Chronik): boolean {
  return berichtigt !== null && lageOf(berichtigt, chronik)?.zustand === 'ausgesetzt'
}

/**
 * The draft as it corrects from `umfang` on. From today on it follows the corrected text instead of taking its place, so
 * that what was shown stays; where the corrected one has not begun before today, both are the same. Problems:
 * `fassung-is-not-released`, `correction-needs-holding-text`.
 */
export function asBerichtigung(
  entwurf: Entwurf,
  umfang: Umfang,
  chronik: Chronik,
  heute: CalendarDay,
): Result<Entwurf> {
  const { berichtigt } = entwurf
  const lage = berichtigt === null ? null : lageOf(berichtigt, chronik)
  if (berichtigt === null || !lage) return failed(problem('fassung-is-not-released', 'Berichtigt'))
  const hasBegun = lage.zeitraeume.some(({ ab }) => ab < heute)
  if (umfang === 'ab-erstem-tag' || !hasBegun) return success(entwurf)
  const holds = lage.zeitraeume.some(({ ab, bis }) => ab < heute && (bis === null || heute < bis))
  if (!holds) return failed(problem('correction-needs-holding-text', 'Berichtigt'))
  return success({ ...entwurf, beginn: festerTag(heute), basis: berichtigt, berichtigt: null })
}

function lageOf(id: string, chronik: Chronik): Lage | null {
  const released = chronik.fassungen.get(id)
  if (!released) return null
  return lageIn(reiheAt(chronik, reiheKey(released.wert), newestFolgenummer(chronik)), id)
}
