import { newestDue, type Cron } from '#core/zeit/cron.ts'
import type { Lauf, Lieferziel } from '#ports/lieferung.ts'

/** What the schedule has to do for one target now. */
export type Faellig =
  | { readonly art: 'nichts' }
  /** A due instant for which there is no run yet; a run left behind by a dead process is closed first. */
  | { readonly art: 'neu'; readonly faelligAm: string; readonly verwaist: Lauf | null }
  /** The last run failed or its process is gone. */
  | { readonly art: 'wiederholen'; readonly lauf: Lauf }
  /** Its process is gone, and it had its tries. */
  | { readonly art: 'aufgeben'; readonly lauf: Lauf }

/** A failed run is tried again after so many minutes each, then it stands. */
const PAUSEN = [1, 5, 15]

/** A run is tried so often at most. */
export const MOST_TRIES = PAUSEN.length + 1

/**
 * What is due, derived from the schedule and the last run alone: of several missed instants only the newest, since a full
 * delivery makes all of them good. While a run is alive, its target waits.
 */
export function faelligFor(
  { seit }: Pick<Lieferziel, 'seit'>,
  cron: Cron,
  newest: Lauf | null,
  jetzt: string,
): Faellig {
  if (newest && isAlive(newest, jetzt)) return { art: 'nichts' }
  const isOrphan = newest?.ergebnis === 'laeuft'
  const faelligAm = newestDue(cron, { after: newest?.faelligAm ?? seit, until: jetzt })
  if (faelligAm !== null) return { art: 'neu', faelligAm, verwaist: isOrphan ? newest : null }
  if (!newest) return { art: 'nichts' }
  if (isOrphan) {
    return { art: newest.versuche < MOST_TRIES ? 'wiederholen' : 'aufgeben', lauf: newest }
  }
  return isToRepeat(newest, jetzt) ? { art: 'wiederholen', lauf: newest } : { art: 'nichts' }
}

/** Whether some process works on it. */
export function isAlive({ ergebnis, leaseBis }: Lauf, jetzt: string): boolean {
  return ergebnis === 'laeuft' && leaseBis !== null && leaseBis > jetzt
}

function isToRepeat(lauf: Lauf, jetzt: string): boolean {
  const pause = PAUSEN[lauf.versuche - 1]
  if (lauf.ergebnis !== 'gescheitert' || pause === undefined) return false
  return Date.parse(jetzt) >= Date.parse(lauf.begonnenAm) + lauf.dauerMs + pause * 60_000
}
