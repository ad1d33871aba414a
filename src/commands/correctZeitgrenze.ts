import type { Result } from '#core/ergebnis.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { berichtigen, type VierAugen } from '#core/rechtsnorm/verlegen.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { appendZeitgrenze, knownOf, type MovePorts } from '#commands/moveZeitgrenze.ts'

/**
 * Berichtigen: a day that has passed was wrong. A second person has confirmed it (zeit.md, rule 4). Problems: those of
 * `berichtigen`, `release-was-concurrent`.
 */
export async function correctZeitgrenze(
  ports: MovePorts,
  { zeitgrenze, ...augen }: VierAugen & { readonly zeitgrenze: Zeitgrenze },
): Promise<Result<Ereignis>> {
  const known = knownOf(await ports.chronik(), zeitgrenze.id)
  const corrected = berichtigen(known.at(-1)?.wert, zeitgrenze, ports.clock().heute, augen)
  if (!corrected.ok) return corrected
  return appendZeitgrenze(ports, corrected.value, {
    ...augen,
    art: 'berichtigung',
    nummer: known.length + 1,
  })
}
