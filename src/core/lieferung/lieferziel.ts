import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'

/** The settings of a Lieferziel that can be wrong. */
export type LieferzielAngaben = { readonly zeitplan: string; readonly verzeichnis: string }

/** One field of a cron expression: numbers, ranges, steps and lists. */
const CRON_FIELD = /^(\*|\d+(-\d+)?)(\/0*[1-9]\d*)?(,(\*|\d+(-\d+)?)(\/0*[1-9]\d*)?)*$/
const LIMITS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

/**
 * Checks the settings of a Lieferziel. A schedule names five fields and no hour between 2 and 3, which the change of
 * clocks skips or repeats; the folder is one name below the data folder. Problems: `cron-is-malformed`,
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
  const fields = expression.trim().split(/\s+/)
  if (fields.length !== LIMITS.length) return false
  const fit = fields.every(
    (field, index) => CRON_FIELD.test(field) && withinLimits(field, LIMITS[index] ?? [0, 0]),
  )
  const hours = fields[1]?.split(',') ?? []
  return fit && !hours.some((hour) => Number(hour) === 2)
}

function withinLimits(field: string, [low, high]: readonly [number, number]): boolean {
  const numbers = field.replace(/\/\d+/g, '').match(/\d+/g) ?? []
  return numbers.every((text) => Number(text) >= low && Number(text) <= high)
}
