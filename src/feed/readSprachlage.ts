import type { Uebersetzungsbedarf } from '#core/fassung/sprachfassung.ts'

/**
 * Says what is left to translate in a language variant. Null: it is a German text, or nobody knows it. Ask only about texts that
 * whoever reads it may see.
 */
export type SprachlageReader = (fassungId: string) => Promise<Uebersetzungsbedarf | null>

/** As in `readHaus.ts`: Next compiles copies of our modules, what the process knows must be one thing. */
const KEY = Symbol.for('stichtag.sprachlage')
const shared = globalThis as unknown as Record<symbol, SprachlageReader | undefined>

/** Lets pages read how the variants of this house stand. */
export function provideSprachlage(reader: SprachlageReader): void {
  shared[KEY] = reader
}

/** Reads it in the house that this process opened. */
export const readSprachlage: SprachlageReader = (fassungId) => {
  const reader = shared[KEY]
  if (!reader) throw new Error('no house has been opened in this process')
  return reader(fassungId)
}
