import type { Result } from '#core/ergebnis.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { checkMove } from '#core/rechtsnorm/verlegen.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { SavePorts } from '#commands/saveObjekt.ts'

/** A Zeitgrenze as an editor saved it. */
export type SaveZeitgrenzeAuftrag = {
  readonly zeitgrenze: Zeitgrenze
  readonly pult: unknown
  readonly von: string
}

/**
 * Sets or moves a Zeitgrenze: one entry, however many texts hang on it (third law of the house). Problems:
 * `zeitgrenze-day-has-passed`, `release-was-concurrent`.
 */
export async function saveZeitgrenze(
  ports: SavePorts,
  { zeitgrenze, pult, von }: SaveZeitgrenzeAuftrag,
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const known = chronik.zeitgrenzen.get(zeitgrenze.id) ?? []
  const checked = checkMove(chronik, zeitgrenze, heute)
  if (!checked.ok) return checked
  // Named before anything is waited for: the list grows when somebody else appends.
  const schluessel = `zeitgrenze|${zeitgrenze.id}|${known.length + 1}`
  const [pultHash] = await ports.putInhalte([pult])
  return ports.append({
    zeitpunkt,
    art: 'zeitgrenze',
    von,
    grund: null,
    // Two people who move the same Zeitgrenze at once cannot both be right: the second one looks again.
    schluessel,
    aussagen: [{ klasse: 'zeitgrenze', zeitgrenze, pult: pultHash as Inhaltshash }],
  })
}
