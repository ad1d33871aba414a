import { pruefeZeitleisten, type PruefPorts } from '#commands/pruefeZeitleisten.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { kopienOf } from '#core/log/kopien.ts'
import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Clock } from '#ports/log.ts'

/** What stands to be done on the timelines now, as far as the log alone says. */
export type Befundlage = {
  readonly heute: CalendarDay
  /** Worst first. What only the words of the texts show, the nightly run finds. */
  readonly befunde: readonly BenannterBefund[]
  /** Ids of drafts that were made because a law failed, with the Zeitgrenze that did. */
  readonly kopien: ReadonlyMap<string, ZeitgrenzeId>
}

/** Reads it. */
export type BefundReader = () => Promise<Befundlage>

/**
 * A reader that derives the findings once for each state of the log and day; those who ask meanwhile share the one that is
 * under way.
 */
export function createBefundReader(ports: PruefPorts & { readonly clock: Clock }): BefundReader {
  let known: { readonly key: string; readonly lage: Promise<Befundlage> } | undefined
  return async () => {
    const chronik = await ports.chronik()
    const { heute } = ports.clock()
    const key = `${heute}|${newestFolgenummer(chronik)}`
    if (known?.key === key) return known.lage
    const lage = pruefeZeitleisten(ports, { heute, mitWorten: false }).then((befunde) => ({
      heute,
      befunde,
      kopien: kopienOf(chronik, ports.hash),
    }))
    known = { key, lage }
    // A failure is no answer to keep.
    lage.catch(() => {
      if (known?.lage === lage) known = undefined
    })
    return lage
  }
}
