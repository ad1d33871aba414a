import type { Result } from '#core/ergebnis.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { absagen } from '#core/rechtsnorm/verlegen.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { appendZeitgrenze, knownOf, type MovePorts } from '#commands/moveZeitgrenze.ts'

/**
 * Absagen: the law failed. What hangs on it is no longer selected; the released entries stay in the evidence, and the
 * documents' projection makes a draft of each for its owner (zeit.md, rule 8). Problems: those of `absagen`,
 * `release-was-concurrent`.
 */
export async function cancelZeitgrenze(
  ports: MovePorts,
  auftrag: { readonly zeitgrenzeId: ZeitgrenzeId; readonly grund: string; readonly von: string },
): Promise<Result<Ereignis>> {
  const { zeitgrenzeId, grund, von } = auftrag
  const known = knownOf(await ports.chronik(), zeitgrenzeId)
  const failedLaw = absagen(known.at(-1)?.wert, grund, ports.clock().heute)
  if (!failedLaw.ok) return failedLaw
  return appendZeitgrenze(ports, failedLaw.value, {
    art: 'absage',
    von,
    grund,
    nummer: known.length + 1,
  })
}
