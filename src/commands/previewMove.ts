import { success, type Result } from '#core/ergebnis.ts'
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
  const istBerichtigung = known !== undefined && touchesThePast(known, zeitgrenze, heute)
  if (!istBerichtigung) {
    const moved = verlegen(known, zeitgrenze, heute)
    if (!moved.ok) return moved
  }
  return success(preview(chronik, known, zeitgrenze, istBerichtigung))
}

/** The same for Absagen. Problems: those of `absagen`. */
export async function previewCancel(
  ports: PreviewPorts,
  zeitgrenzeId: ZeitgrenzeId,
): Promise<Result<Vorschau>> {
  const chronik = await ports.chronik()
  const known = chronik.zeitgrenzen.get(zeitgrenzeId)?.at(-1)?.wert
  const failedLaw = absagen(known, 'Vorschau', ports.clock().heute)
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
  return { ...auswirkung, vorher: vorher ?? null, nachher, istBerichtigung, chronik: hypothetical }
}
