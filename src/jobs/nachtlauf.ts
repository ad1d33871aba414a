import { schedule, type ScheduledTask } from 'node-cron'
import { dayInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Befundzahlen, Nachtlaeufe } from '#ports/befunde.ts'
import type { Clock } from '#ports/log.ts'

/** What the nightly run needs from the house. */
export type NachtlaufPorts = {
  readonly clock: Clock
  readonly nachtlaeufe: Nachtlaeufe
  /** Checks the timelines and saves what was found. Safe to repeat. */
  readonly pruefe: () => Promise<Befundzahlen>
  /** Told of every run, and of every fault of ours. */
  readonly report: (meldung: Nachtmeldung) => void
}

/** What the operator's log is told. */
export type Nachtmeldung =
  | { readonly art: 'nachtlauf'; readonly tag: CalendarDay; readonly zahlen: Befundzahlen }
  | { readonly art: 'fehler'; readonly error: unknown }

/** The nightly run of one process. */
export type Nachtlauf = {
  /** Ticks now and then every minute. */
  readonly start: () => void
  /** No new run; a running one may finish. */
  readonly stop: () => Promise<void>
  /** Runs if a run is due; whether it did. A tick during a run is the same one. */
  readonly tick: () => Promise<boolean>
}

/** At 20 seconds past every minute: apart from the deliveries. */
const TICK = '20 * * * * *'
/** Minutes after midnight at which the run of a day is due: the first minutes belong to the switch. */
const MINUTES_AFTER_MIDNIGHT = 5
/** Minutes before a run that failed is tried again. */
const PAUSE = 15

/**
 * The nightly check of the timelines. What is due is derived from the last run that was done, so a process that was off
 * for a week makes one run good, and a run that was killed is repeated; node-cron only ticks. Two processes may run at
 * once: the same findings are saved twice.
 */
export function createNachtlauf(ports: NachtlaufPorts): Nachtlauf {
  let task: ScheduledTask | undefined
  let running: Promise<boolean> | undefined
  let isStopped = false
  let waitUntil = ''
  const tick = (): Promise<boolean> => {
    if (isStopped || ports.clock().zeitpunkt < waitUntil) return Promise.resolve(false)
    running ??= runIfDue(ports)
      .catch((error: unknown) => {
        waitUntil = minutesAfter(ports.clock().zeitpunkt, PAUSE)
        ports.report({ art: 'fehler', error })
        return false
      })
      .finally(() => {
        running = undefined
      })
    return running
  }
  return {
    start: () => {
      const options = { timezone: 'UTC', noOverlap: true, suppressMissedWarning: true }
      task = schedule(TICK, () => void tick(), options)
      void tick()
    },
    stop: async () => {
      isStopped = true
      await task?.destroy()
      await running
    },
    tick,
  }
}

async function runIfDue(ports: NachtlaufPorts): Promise<boolean> {
  const tag = dueNacht(ports.clock().zeitpunkt, await ports.nachtlaeufe.last())
  if (tag === null) return false
  const zahlen = await ports.pruefe()
  await ports.nachtlaeufe.finish(tag)
  ports.report({ art: 'nachtlauf', tag, zahlen })
  return true
}

/** The day in Berlin whose run is due at this instant (UTC, ISO 8601); null: the last run has done it. */
export function dueNacht(zeitpunkt: string, last: CalendarDay | null): CalendarDay | null {
  const tag = dayInBerlin(minutesAfter(zeitpunkt, -MINUTES_AFTER_MIDNIGHT))
  return last !== null && last >= tag ? null : tag
}

function minutesAfter(zeitpunkt: string, minutes: number): string {
  return new Date(Date.parse(zeitpunkt) + minutes * 60_000).toISOString()
}
