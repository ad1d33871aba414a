import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { parseCron } from '#core/zeit/cron.ts'

/** The settings of a Lieferziel that can be wrong. */
export type LieferzielAngaben = { readonly zeitplan: string; readonly verzeichnis: string }

/**
 * Checks the settings of a Lieferziel. A schedule never names the hour from 2 to 3, which the change of clocks skips or
 * repeats; the folder is one name below the data folder. Problems: `cron-is-malformed`,
 * `target-is-malformed`.
 */
export function checkLieferzielAngaben({
  zeitplan,
  verzeichnis,
}: LieferzielAngaben): Result<LieferzielAngaben> {
  const problems: Problem[] = []
  if (!isCron(zeitplan)) problems.push(problem('cron-is-malformed', 'Zeitplan', { wert: zeitplan }))
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(verzeichnis)) {
    problems.push(problem('target-is-malformed', 'Verzeichnis', { wert: verzeichnis }))
  }
  return problems.length > 0 ? failed(...problems) : success({ zeitplan, verzeichnis })
}

function isCron(expression: string): boolean {
  const cron = parseCron(expression)
  const [, hours = ''] = expression.trim().split(/\s+/)
  return cron.ok && (hours.startsWith('*') || !cron.value.stunden.has(2))
}
