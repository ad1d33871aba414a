import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { absagen } from '#core/rechtsnorm/verlegen.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  appendZeitgrenze,
  isOutdated,
  knownOf,
  type Bekannt,
  type MovePorts,
} from '#commands/moveZeitgrenze.ts'

/**
 * Absagen: the law failed. What hangs on it is no longer selected; the released entries stay in the evidence, and the
 * documents' projection makes a draft of each for its owner (zeit.md, rule 8). Problems: those of `absagen`,
 * `release-was-concurrent`.
 */
export async function cancelZeitgrenze(
  ports: MovePorts,
  auftrag: {
    readonly zeitgrenzeId: ZeitgrenzeId
    readonly grund: string
    readonly von: string
  } & Bekannt,
): Promise<Result<Ereignis>> {
  const { zeitgrenzeId, grund, von, bekannt } = auftrag
  const chronik = await ports.chronik()
  const known = knownOf(chronik, zeitgrenzeId)
  if (isOutdated(known, bekannt)) return failed(problem('release-was-concurrent'))
  const failedLaw = absagen(chronik, zeitgrenzeId, grund, ports.clock().heute)
  if (!failedLaw.ok) return failedLaw
  return appendZeitgrenze(ports, failedLaw.value, {
    art: 'absage',
    von,
    grund,
    nummer: known.length + 1,
  })
}
