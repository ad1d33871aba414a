import { randomUUID } from 'node:crypto'
import { schedule, type ScheduledTask } from 'node-cron'
import { runExport, type ExportPorts } from '#commands/runExport.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { parseCron } from '#core/zeit/cron.ts'
import type {
  Lauf,
  Laeufe,
  Laufergebnis,
  Lease,
  Lieferziel,
  OpenLieferort,
} from '#ports/lieferung.ts'
import { faelligFor, isAlive, MOST_TRIES } from './faellig.ts'
import { fehlertext } from './fehlertext.ts'

/** What the schedule needs from the house. */
export type ZeitplanPorts = ExportPorts & {
  readonly laeufe: Laeufe
  readonly openLieferort: OpenLieferort
  /** Told of every run that ended, and of every fault of ours. */
  readonly report: (meldung: Meldung) => void
}

/** What the operator's log is told. */
export type Meldung =
  | { readonly art: 'lieferung'; readonly lieferung: Lieferungsbericht }
  | { readonly art: 'fehler'; readonly ziel: string | null; readonly error: unknown }

/** A run that this process carried out. */
export type Lieferungsbericht = {
  readonly ziel: string
  readonly faelligAm: string
  readonly versuch: number
  readonly problems: readonly Problem[]
} & Laufergebnis

/** The schedule of one process. */
export type Zeitplan = {
  /** Ticks now and then every 30 seconds. */
  readonly start: () => void
  /** No new runs. A running one may finish for a while, then it stops between two documents. */
  readonly stop: (patience?: number) => Promise<void>
  /** Runs what is due, one target after the other; a tick during a tick is the same one. */
  readonly tick: () => Promise<readonly Lieferungsbericht[]>
  /**
   * Delivers at once, whatever the schedule says. Problems: `not-found`, `is-stopping`, `release-was-concurrent` while a run
   * of the target is alive. A delivery that fails is a run that failed, no problem.
   */
  readonly runNow: (
    lieferzielId: string,
    options?: RunOptions,
  ) => Promise<Result<Lieferungsbericht>>
}

/** `acceptsLoss`: somebody has looked at an `export-shrank` and lets the delivery go. */
export type RunOptions = { readonly acceptsLoss?: boolean }

/** Every 30 seconds. */
const TICK = '*/30 * * * * *'
const LEASE = 60_000
const RENEW_EVERY = 20_000
/** Less than the 10 seconds in which a process must be gone after SIGTERM. */
const PATIENCE = 7_000

/**
 * The schedule keeps nothing in memory: what is due is derived from each target's schedule and its last run, at every
 * tick anew. So a process that slept, died or runs twice makes no difference; node-cron only ticks.
 */
export function createZeitplan(ports: ZeitplanPorts): Zeitplan {
  const stopping = new AbortController()
  const running = new Set<Promise<unknown>>()
  let isStopped = false
  let task: ScheduledTask | undefined
  let ticking: Promise<readonly Lieferungsbericht[]> | undefined
  const until = <T>(work: Promise<T>): Promise<T> => {
    running.add(work)
    return work.finally(() => running.delete(work))
  }
  const tick = (): Promise<readonly Lieferungsbericht[]> => {
    if (isStopped) return Promise.resolve([])
    ticking ??= until(runDue(ports, stopping.signal, () => isStopped)).finally(() => {
      ticking = undefined
    })
    return ticking
  }
  return {
    start: () => {
      const tickSafely = async (): Promise<void> => {
        // The database may be away for a moment; the next tick asks again.
        await tick().catch((error: unknown) => ports.report({ art: 'fehler', ziel: null, error }))
      }
      const options = { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true }
      task = schedule(TICK, tickSafely, options)
      void tickSafely()
    },
    stop: async (patience = PATIENCE) => {
      isStopped = true
      await task?.destroy()
      const impatience = setTimeout(() => {
        stopping.abort()
      }, patience)
      await Promise.allSettled(running)
      clearTimeout(impatience)
    },
    tick,
    runNow: (id, options = {}) => {
      if (isStopped) return Promise.resolve(failed(problem('is-stopping')))
      return until(runAtOnce(ports, stopping.signal, id, options))
    },
  }
}

async function runDue(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  isStopped: () => boolean,
): Promise<readonly Lieferungsbericht[]> {
  const berichte: Lieferungsbericht[] = []
  for (const ziel of await ports.laeufe.activeZiele()) {
    if (isStopped()) break
    try {
      const bericht = await runIfDue(ports, signal, ziel)
      if (bericht) berichte.push(bericht)
    } catch (error) {
      // One target must not keep the others waiting.
      ports.report({ art: 'fehler', ziel: ziel.name, error })
    }
  }
  return berichte
}

async function runIfDue(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  ziel: Lieferziel,
): Promise<Lieferungsbericht | null> {
  const cron = parseCron(ziel.zeitplan)
  // Refused when it is saved; what got in by another way waits until somebody corrects it.
  if (!cron.ok) throw new Error(fehlertext(cron.problems))
  const jetzt = ports.clock().zeitpunkt
  const faellig = faelligFor(ziel, cron.value, await ports.laeufe.newest(ziel.id), jetzt)
  switch (faellig.art) {
    case 'nichts':
      return null
    case 'neu':
      if (faellig.verwaist) await ports.laeufe.abandon(faellig.verwaist, VERWAIST)
      return runNew(ports, signal, ziel, { faelligAm: faellig.faelligAm, acceptsLoss: false })
    case 'wiederholen':
      return runAgain(ports, signal, ziel, faellig.lauf)
    case 'aufgeben':
      await ports.laeufe.abandon(faellig.lauf, VERWAIST)
      return null
  }
}

async function runAtOnce(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  lieferzielId: string,
  { acceptsLoss = false }: RunOptions,
): Promise<Result<Lieferungsbericht>> {
  const ziel = await ports.laeufe.findZiel(lieferzielId)
  if (!ziel) return failed(problem('not-found', lieferzielId))
  const jetzt = ports.clock().zeitpunkt
  const newest = await ports.laeufe.newest(ziel.id)
  if (newest && isAlive(newest, jetzt)) return failed(problem('release-was-concurrent', ziel.name))
  if (newest?.ergebnis === 'laeuft') await ports.laeufe.abandon(newest, VERWAIST)
  const bericht = await runNew(ports, signal, ziel, { faelligAm: jetzt, acceptsLoss })
  return bericht ? success(bericht) : failed(problem('release-was-concurrent', ziel.name))
}

const VERWAIST =
  'Der Prozess endete, bevor die Lieferung fertig war. Beim Empfänger blieb die letzte Lieferung stehen.'
const UNTERBROCHEN =
  'Stichtag wurde angehalten, bevor die Lieferung fertig war. Sie wird nachgeholt.'

async function runNew(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  ziel: Lieferziel,
  { faelligAm, acceptsLoss }: { readonly faelligAm: string; readonly acceptsLoss: boolean },
): Promise<Lieferungsbericht | null> {
  const kennung = { lieferzielId: ziel.id, faelligAm }
  const lease = newLease(ports)
  if (!(await ports.laeufe.create(kennung, lease, ports.clock().zeitpunkt))) return null
  return carryOut(ports, signal, { ziel, kennung, von: lease.von, versuch: 1, acceptsLoss })
}

async function runAgain(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  ziel: Lieferziel,
  lauf: Lauf,
): Promise<Lieferungsbericht | null> {
  const lease = newLease(ports)
  if (!(await ports.laeufe.takeOver(lauf, lease, ports.clock().zeitpunkt))) return null
  const versuch = lauf.versuche + 1
  return carryOut(ports, signal, {
    ziel,
    kennung: lauf,
    von: lease.von,
    versuch,
    acceptsLoss: false,
  })
}

type Gehalten = {
  readonly ziel: Lieferziel
  readonly kennung: Pick<Lauf, 'lieferzielId' | 'faelligAm'>
  /** Name under which the run is ours. */
  readonly von: string
  readonly versuch: number
  readonly acceptsLoss: boolean
}

/** Carries out a run that is ours and writes down how it ended; null when it was taken from us meanwhile. */
async function carryOut(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  gehalten: Gehalten,
): Promise<Lieferungsbericht | null> {
  const { ziel, kennung, von, versuch } = gehalten
  const begin = ports.clock().zeitpunkt
  const hold = holdLease(ports, gehalten)
  const { ergebnis, problems } = await attempt(ports, signal, gehalten, hold.confirm)
  hold.release()
  const dauerMs = Date.parse(ports.clock().zeitpunkt) - Date.parse(begin)
  const isOurs = await ports.laeufe.finish(kennung, von, { ...ergebnis, dauerMs })
  if (!isOurs) return null
  const { faelligAm } = kennung
  const lieferung = { ...ergebnis, ziel: ziel.name, faelligAm, versuch, problems, dauerMs }
  ports.report({ art: 'lieferung', lieferung })
  return lieferung
}

type Versuch = { readonly ergebnis: Laufergebnis; readonly problems: readonly Problem[] }

async function attempt(
  ports: ZeitplanPorts,
  signal: AbortSignal,
  { ziel, versuch, acceptsLoss }: Gehalten,
  confirm: () => Promise<void>,
): Promise<Versuch> {
  const ort = ports.openLieferort(ziel.verzeichnis)
  if (!ort.ok) return failedAttempt(ort.problems, versuch)
  const mayGoOn = async (): Promise<void> => {
    signal.throwIfAborted()
    await confirm()
  }
  try {
    const result = await runExport(ports, {
      ort: ort.value,
      stichtag: null,
      kenntnisstand: null,
      mayGoOn,
      acceptsLoss,
    })
    if (result.ok) return { ergebnis: result.value, problems: [] }
    return failedAttempt(result.problems, versuch)
  } catch (error) {
    if (signal.aborted) {
      return {
        ergebnis: { ergebnis: 'gescheitert', dauerMs: 0, fehler: UNTERBROCHEN },
        problems: [],
      }
    }
    ports.report({ art: 'fehler', ziel: ziel.name, error })
    return failedAttempt([problem('internal-error')], versuch)
  }
}

function failedAttempt(problems: readonly Problem[], versuch: number): Versuch {
  const fehler = `Versuch ${versuch} von ${MOST_TRIES}. ${fehlertext(problems)}`
  return { ergebnis: { ergebnis: 'gescheitert', dauerMs: 0, fehler }, problems }
}

/** Keeps a run ours while it goes on, and says before the switch whether it still is. */
function holdLease(ports: ZeitplanPorts, { kennung, von }: Gehalten) {
  const renew = (): Promise<boolean> => ports.laeufe.renew(kennung, { von, bis: leaseEnd(ports) })
  // The next renewal or `confirm` notices what this one could not write.
  const timer = setInterval(() => void renew().catch(() => false), RENEW_EVERY)
  timer.unref()
  return {
    confirm: async () => {
      if (!(await renew())) throw new Error(`the run ${kennung.faelligAm} was taken over`)
    },
    release: () => {
      clearInterval(timer)
    },
  }
}

function newLease(ports: ZeitplanPorts): Lease {
  return { von: randomUUID(), bis: leaseEnd(ports) }
}

function leaseEnd({ clock }: Pick<ZeitplanPorts, 'clock'>): string {
  return new Date(Date.parse(clock().zeitpunkt) + LEASE).toISOString()
}
