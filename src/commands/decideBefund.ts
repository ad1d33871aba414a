import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Befunde, GespeicherterBefund } from '#ports/befunde.ts'
import type { Clock } from '#ports/log.ts'
import { pruefeZeitleisten, type PruefPorts } from '#commands/pruefeZeitleisten.ts'

/** What the decisions about findings need. */
export type BefundPorts = PruefPorts & { readonly clock: Clock; readonly befunde: Befunde }

/** Who decides about which finding. `mayDecide`: whether it is theirs to decide. */
export type Befundentscheidung = {
  readonly schluessel: string
  readonly mayDecide: (befund: GespeicherterBefund) => boolean
}

/**
 * Overrules a finding with a reason: it is not shown any more until somebody reopens it. A finding of today that no
 * nightly run has stored yet is stored with it. Problems: `reason-is-missing`, `befund-is-unknown` (also where it is not
 * theirs), `befund-is-not-open`.
 */
export async function uebergeheBefund(
  ports: BefundPorts,
  entscheidung: Befundentscheidung & { readonly grund: string; readonly vonName: string },
): Promise<Result<GespeicherterBefund>> {
  const { schluessel, mayDecide, vonName } = entscheidung
  const grund = entscheidung.grund.trim()
  if (grund === '') return failed(problem('reason-is-missing', 'Grund'))
  const befund = await findOrDerive(ports, schluessel)
  if (!befund || !mayDecide(befund)) return failed(problem('befund-is-unknown'))
  const { zeitpunkt } = ports.clock()
  const isDone = await ports.befunde.overrule(schluessel, { grund, vonName, zeitpunkt })
  if (!isDone) return failed(problem('befund-is-not-open'))
  return success({ ...befund, zustand: 'uebergangen' })
}

/** Takes an overruling back. Problems: `befund-is-unknown` (also where it is not theirs), `befund-is-not-overruled`. */
export async function oeffneBefund(
  ports: BefundPorts,
  { schluessel, mayDecide }: Befundentscheidung,
): Promise<Result<GespeicherterBefund>> {
  const befund = await ports.befunde.find(schluessel)
  if (!befund || !mayDecide(befund)) return failed(problem('befund-is-unknown'))
  if (!(await ports.befunde.reopen(schluessel))) return failed(problem('befund-is-not-overruled'))
  return success({ ...befund, zustand: 'offen' })
}

/** The stored finding; one that came up since the last nightly run, or again, is found anew and stored. */
async function findOrDerive(
  ports: BefundPorts,
  schluessel: string,
): Promise<GespeicherterBefund | null> {
  const stored = await ports.befunde.find(schluessel)
  if (stored && stored.zustand !== 'behoben') return stored
  const { heute, zeitpunkt } = ports.clock()
  const found = await pruefeZeitleisten(ports, { heute, mitWorten: false })
  const befund = found.find((each) => each.schluessel === schluessel)
  if (!befund) return stored
  await ports.befunde.add(befund, zeitpunkt)
  return { schluessel, zustand: 'offen', redaktionId: befund.redaktionId }
}
