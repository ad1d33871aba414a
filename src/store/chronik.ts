import type { Payload } from 'payload'
import type { CurrentChronik } from '#ports/log.ts'
import { createCurrentChronik } from '#store/log.ts'

const chroniken = sharedWeakMap<CurrentChronik>('stichtag.chroniken')

/** One Chronik per Payload instance: it is the memory of the log in this process. */
export function chronikOfInstance(payload: Payload): CurrentChronik {
  const known = chroniken.get(payload)
  if (known) return known
  const created = createCurrentChronik(payload)
  chroniken.set(payload, created)
  return created
}

/**
 * Next compiles a copy of this module for the admin; memory must be one per process all the same, or the admin would
 * answer from another Chronik than the feeds.
 */
export function sharedWeakMap<V>(name: string): WeakMap<Payload, V> {
  const shared = globalThis as unknown as Record<symbol, WeakMap<Payload, V> | undefined>
  return (shared[Symbol.for(name)] ??= new WeakMap<Payload, V>())
}
