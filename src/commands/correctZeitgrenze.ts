import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { berichtigen, type VierAugen } from '#core/rechtsnorm/verlegen.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import {
  appendZeitgrenze,
  isOutdated,
  knownOf,
  type Bekannt,
  type MovePorts,
} from '#commands/moveZeitgrenze.ts'

/**
 * Berichtigen: a day that has passed was wrong. A second person has confirmed it (zeit.md, rule 4). Problems: those of
 * `berichtigen`, `antrag-is-outdated` (somebody said something else since it was asked for), `release-was-concurrent`.
 */
export async function correctZeitgrenze(
  ports: MovePorts,
  { zeitgrenze, bekannt, ...augen }: VierAugen & Bekannt & { readonly zeitgrenze: Zeitgrenze },
): Promise<Result<Ereignis>> {
  const chronik = await ports.chronik()
  const known = knownOf(chronik, zeitgrenze.id)
  if (isOutdated(known, bekannt)) return failed(problem('antrag-is-outdated'))
  const corrected = berichtigen(chronik, zeitgrenze, ports.clock().heute, augen)
  if (!corrected.ok) return corrected
  return appendZeitgrenze(ports, corrected.value, {
    ...augen,
    art: 'berichtigung',
    nummer: known.length + 1,
  })
}
