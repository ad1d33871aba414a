import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { auswirkungOf, type Auswirkung } from '#core/log/auswirkung.ts'
import { newestFolgenummer, whatIf, type Chronik } from '#core/log/chronik.ts'
import { absagen, touchesThePast, verlegen } from '#core/rechtsnorm/verlegen.ts'
import type { Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Clock, CurrentChronik } from '#ports/log.ts'

/** What the preview needs from the house: nothing that writes. */
export type PreviewPorts = { readonly clock: Clock; readonly chronik: CurrentChronik }

/** What a move would do, and whether it is one that a second person must confirm. */
export type Vorschau = Auswirkung & {
  readonly vorher: Zeitgrenze | null
  readonly nachher: Zeitgrenze
  /** It touches a day that has passed: Berichtigen, not Verlegen. */
  readonly istBerichtigung: boolean
  /** The entry that last spoke of the Zeitgrenze: whoever confirms says which one they saw. */
  readonly bekannt: Folgenummer | null
  /** The log as it would be. */
  readonly chronik: Chronik
}

/**
 * What Verlegen or Berichtigen would do, without doing it: every text and object that moves, with old and new days, and
 * each consequence. Problems: `zeitgrenze-is-unknown`, `zeitgrenze-is-cancelled`.
 */
export async function previewMove(
  ports: PreviewPorts,
  zeitgrenze: Zeitgrenze,
): Promise<Result<Vorschau>> {
  const chronik = await ports.chronik()
  const { heute } = ports.clock()
  const known = chronik.zeitgrenzen.get(zeitgrenze.id)?.at(-1)?.wert
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (known.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  if (touchesThePast(chronik, zeitgrenze, heute))
    return success(preview(chronik, known, zeitgrenze, true))
  const moved = verlegen(chronik, zeitgrenze, heute)
  return moved.ok ? success(preview(chronik, known, moved.value, false)) : moved
}

/** The same for Absagen. Problems: those of `absagen`. */
export async function previewCancel(
  ports: PreviewPorts,
  zeitgrenzeId: ZeitgrenzeId,
): Promise<Result<Vorschau>> {
  const chronik = await ports.chronik()
  const known = chronik.zeitgrenzen.get(zeitgrenzeId)?.at(-1)?.wert
  const failedLaw = absagen(chronik, zeitgrenzeId, 'Vorschau', ports.clock().heute)
  return failedLaw.ok ? success(preview(chronik, known, failedLaw.value, false)) : failedLaw
}

function preview(
  chronik: Chronik,
  vorher: Zeitgrenze | undefined,
  nachher: Zeitgrenze,
  istBerichtigung: boolean,
): Vorschau {
  const hypothetical = whatIf(chronik, [{ klasse: 'zeitgrenze', zeitgrenze: nachher, pult: null }])
  const auswirkung = auswirkungOf(
    { chronik, kenntnisstand: newestFolgenummer(chronik) },
    { chronik: hypothetical, kenntnisstand: newestFolgenummer(hypothetical) },
    chronik.abhaengige.get(nachher.id) ?? [],
  )
  const bekannt = chronik.zeitgrenzen.get(nachher.id)?.at(-1)?.folgenummer ?? null
  return {
    ...auswirkung,
    vorher: vorher ?? null,
    nachher,
    istBerichtigung,
    bekannt,
    chronik: hypothetical,
  }
}
