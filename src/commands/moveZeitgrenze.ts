import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Beleg } from '#core/log/chronik.ts'
import type { Ereignis, Ereignisart } from '#core/log/ereignis.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { verlegen } from '#core/rechtsnorm/verlegen.ts'
import type { AppendEreignis, Clock, CurrentChronik, PutInhalte } from '#ports/log.ts'
import type { ProjectEreignis, PultOfZeitgrenze } from '#ports/pult.ts'

/** What the command needs from the house. */
export type MovePorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly putInhalte: PutInhalte
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
  readonly pultOfZeitgrenze: PultOfZeitgrenze
}

/** The Zeitgrenze as it shall be, and who says so. */
export type MoveAuftrag = {
  readonly zeitgrenze: Zeitgrenze
  readonly von: string
  readonly grund: string | null
} & Bekannt

/** The entry that the person saw when deciding; absent: whatever is newest. */
export type Bekannt = { readonly bekannt?: Folgenummer }

/** Whether somebody has said something else meanwhile. */
export function isOutdated(
  known: readonly { readonly folgenummer: Folgenummer }[],
  bekannt: Folgenummer | undefined,
): boolean {
  return bekannt !== undefined && known.at(-1)?.folgenummer !== bekannt
}

/**
 * Verlegen: sets, moves or un-sets the day of a law. One entry, however many texts hang on it; all intervals follow by
 * derivation (third law of the house). Problems: those of `verlegen`, `release-was-concurrent`; then nothing has changed.
 */
export async function moveZeitgrenze(
  ports: MovePorts,
  { zeitgrenze, von, grund, bekannt }: MoveAuftrag,
): Promise<Result<Ereignis>> {
  const { heute } = ports.clock()
  const chronik = await ports.chronik()
  const known = knownOf(chronik, zeitgrenze.id)
  if (isOutdated(known, bekannt)) return failed(problem('release-was-concurrent'))
  const moved = verlegen(chronik, zeitgrenze, heute)
  if (!moved.ok) return moved
  return appendZeitgrenze(ports, moved.value, {
    art: 'zeitgrenze',
    von,
    grund,
    nummer: known.length + 1,
  })
}

/** What was said of a Zeitgrenze so far, as it is now: the list grows when somebody else appends. */
export function knownOf(
  { zeitgrenzen }: Awaited<ReturnType<CurrentChronik>>,
  id: string,
): readonly Beleg<Zeitgrenze>[] {
  return [...(zeitgrenzen.get(id) ?? [])]
}

/**
 * Appends one entry about a Zeitgrenze and brings the documents up to it. Two people who change the same Zeitgrenze at
 * once cannot both be right: the second one, whose `nummer` is taken, looks again. Problem: `release-was-concurrent`.
 */
export async function appendZeitgrenze(
  ports: MovePorts,
  zeitgrenze: Zeitgrenze,
  act: {
    readonly art: Ereignisart
    readonly von: string
    readonly grund: string | null
    readonly nummer: number
    readonly bestaetigtVon?: string
  },
): Promise<Result<Ereignis>> {
  const { nummer, ...rest } = act
  const [pult] = await ports.putInhalte([await ports.pultOfZeitgrenze(zeitgrenze)])
  const ereignis = await ports.append({
    ...rest,
    zeitpunkt: ports.clock().zeitpunkt,
    schluessel: `zeitgrenze|${zeitgrenze.id}|${nummer}`,
    aussagen: [{ klasse: 'zeitgrenze', zeitgrenze, pult: pult as Inhaltshash }],
  })
  if (ereignis.ok) await ports.project(ereignis.value)
  return ereignis
}
