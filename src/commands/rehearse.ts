import { success } from '#core/ergebnis.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { ReleasePorts } from '#commands/releaseFassung.ts'

/**
 * Ports with which a command runs through all its checks and changes nothing: its entry goes nowhere, its contents get only
 * their names. So a preview cannot say anything else than the act.
 */
export function rehearsing<P extends ReleasePorts>(ports: P): P {
  return {
    ...ports,
    putInhalte: (werte) => Promise.resolve(werte.map((wert) => ports.hash(wert))),
    append: async ({ schluessel: _schluessel, ...entwurf }) =>
      success({ ...entwurf, folgenummer: newestFolgenummer(await ports.chronik()) + 1 }),
    project: () => Promise.resolve(),
  }
}
