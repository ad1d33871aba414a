import type { Result } from '#core/ergebnis.ts'
import type { Zurueckziehung } from '#core/fassung/fassung.ts'
import { zurueckziehen } from '#core/fassung/zurueckziehen.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { AppendEreignis, Clock, CurrentChronik } from '#ports/log.ts'
import type { ProjectEreignis } from '#ports/pult.ts'

/** What the command needs from the house. */
export type WithdrawPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
}

/** Withdraws a released Fassung or language variant: a new entry that says what follows. Problems: those of `zurueckziehen`. */
export async function withdrawFassung(
  ports: WithdrawPorts,
  { zurueckziehung, von }: { readonly zurueckziehung: Zurueckziehung; readonly von: string },
): Promise<Result<Ereignis>> {
  const { zeitpunkt, heute } = ports.clock()
  const act = zurueckziehen(zurueckziehung, await ports.chronik(), heute)
  if (!act.ok) return act
  const ereignis = await ports.append({
    zeitpunkt,
    art: 'zurueckziehung',
    von,
    grund: zurueckziehung.grund,
    schluessel: `zurueckziehung|${zurueckziehung.fassungId}`,
    aussagen: [{ klasse: 'zurueckziehung', zurueckziehung: act.value }],
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}
