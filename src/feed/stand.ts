import type { Chronik } from '#core/log/chronik.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import type { Uebersicht } from '#core/log/uebersicht.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import type { CurrentChronik } from '#ports/log.ts'

/** The state of one pair with the log it was derived from. */
export type Stand = { readonly chronik: Chronik; readonly uebersicht: Uebersicht }

/** Derived states kept in memory at once per Chronik; each is a few hundred bytes per object. */
const KEPT = 6

const staende = new WeakMap<Chronik, Map<string, Stand>>()

/** The state of a pair; equal pairs of one Chronik share one, because they are the same for ever. */
export function readStand(chronik: Chronik, paar: Zeitpaar): Stand {
  const kept = staende.get(chronik) ?? new Map<string, Stand>()
  staende.set(chronik, kept)
  const key = `${paar.stichtag}|${paar.kenntnisstand}`
  const stand = kept.get(key) ?? { chronik, uebersicht: uebersichtOn(chronik, paar) }
  kept.delete(key)
  kept.set(key, stand)
  const [oldest] = kept.keys()
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest)
  return stand
}

/**
 * The Chronik as of at most `maxAge` milliseconds ago: feeds ask the database for news now and then, not with every
 * request. What a process itself appends it sees at once when it calls `refresh`.
 */
export function createPolledChronik(
  current: CurrentChronik,
  maxAge = 250,
): { readonly read: CurrentChronik; readonly refresh: CurrentChronik } {
  let loaded: Chronik | undefined
  let loadedAt = 0
  const refresh = async (): Promise<Chronik> => {
    const startedAt = performance.now()
    loaded = await current()
    loadedAt = startedAt
    return loaded
  }
  const read = (): Promise<Chronik> =>
    loaded && performance.now() - loadedAt < maxAge ? Promise.resolve(loaded) : refresh()
  return { read, refresh }
}
