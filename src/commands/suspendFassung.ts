import type { Result } from '#core/ergebnis.ts'
import { aussetzen, wiederaufnehmen, type Aussetzungswunsch } from '#core/fassung/aussetzen.ts'
import type { Aussetzung } from '#core/fassung/fassung.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { AppendEreignis, Clock, CurrentChronik } from '#ports/log.ts'
import type { ProjectEreignis } from '#ports/pult.ts'

/** What the commands need from the house. */
export type SuspendPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
}

/** Which text, why, and who says so. */
export type SuspendAuftrag = Aussetzungswunsch & { readonly von: string }

/** Holds a released text back before it begins. Problems: those of `aussetzen`, `release-was-concurrent`. */
export async function suspendFassung(
  ports: SuspendPorts,
  auftrag: SuspendAuftrag,
): Promise<Result<Ereignis>> {
  const chronik = await ports.chronik()
  const act = aussetzen(auftrag, chronik, ports.clock().heute)
  return act.ok ? appendAussetzung(ports, chronik, act.value, auftrag.von) : act
}

/** Takes up what was held back by hand. Problems: those of `wiederaufnehmen`, `release-was-concurrent`. */
export async function resumeFassung(
  ports: SuspendPorts,
  auftrag: SuspendAuftrag,
): Promise<Result<Ereignis>> {
  const chronik = await ports.chronik()
  const act = wiederaufnehmen(auftrag, chronik, ports.clock().heute)
  return act.ok ? appendAussetzung(ports, chronik, act.value, auftrag.von) : act
}

async function appendAussetzung(
  ports: SuspendPorts,
  { aussetzungen }: Chronik,
  aussetzung: Aussetzung,
  von: string,
): Promise<Result<Ereignis>> {
  const nummer = (aussetzungen.get(aussetzung.fassungId)?.length ?? 0) + 1
  const ereignis = await ports.append({
    zeitpunkt: ports.clock().zeitpunkt,
    art: aussetzung.istAusgesetzt ? 'aussetzung' : 'wiederaufnahme',
    von,
    grund: aussetzung.grund,
    schluessel: `aussetzung|${aussetzung.fassungId}|${nummer}`,
    aussagen: [{ klasse: 'aussetzung', aussetzung }],
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}
