import type { Aufgabenfrage, Aufgabenliste } from '#commands/readAufgaben.ts'

/**
 * Reads what an account has to do; without `frage` for the teams in whose name it writes, and where it has none, for all. Null:
 * there is no such account.
 */
export type AufgabenReader = (
  kontoId: string,
  frage?: Aufgabenfrage,
) => Promise<Aufgabenliste | null>

/** As in `readHaus.ts`: Next compiles copies of our modules, what the process knows must be one thing. */
const KEY = Symbol.for('stichtag.aufgaben')
const shared = globalThis as unknown as Record<symbol, AufgabenReader | undefined>

/** Lets pages read the tasks of this house. */
export function provideAufgaben(reader: AufgabenReader): void {
  shared[KEY] = reader
}

/** Reads the tasks in the house that this process opened. */
export const readAufgabenOf: AufgabenReader = (kontoId, frage) => {
  const reader = shared[KEY]
  if (!reader) throw new Error('no house has been opened in this process')
  return reader(kontoId, frage)
}
