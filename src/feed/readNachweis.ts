import type { AnswerNachweis } from '#ports/nachweis.ts'

export type { Nachweis, Nachweiszeile } from '#ports/nachweis.ts'

/**
 * Next compiles copies of our modules for the admin; the evidence must come from the one log that the process knows, so
 * the reader lies on `globalThis` (as in `readHaus.ts`).
 */
const KEY = Symbol.for('stichtag.nachweis')
const shared = globalThis as unknown as Record<symbol, AnswerNachweis | undefined>

/** Lets pages ask this house for evidence. */
export function provideNachweis(answer: AnswerNachweis): void {
  shared[KEY] = answer
}

/** Asks the house that this process opened for evidence. Problems: `gebiet-is-unknown`, `leistung-is-unknown`. */
export const readNachweis: AnswerNachweis = (anfrage) => {
  const answer = shared[KEY]
  if (!answer) throw new Error('no house has been opened in this process')
  return answer(anfrage)
}
