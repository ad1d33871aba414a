import type { Problem } from '#core/errors/problems.ts'

/** Outcome of anything that a caller can get wrong: a value, or the problems that stand in its way. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

/** A `Result` that holds `value`. */
export function success<T>(value: T): Result<T> {
  return { ok: true, value }
}

/** A `Result` that holds one or more problems; nothing has been changed. */
export function failed(...problems: readonly Problem[]): {
  readonly ok: false
  readonly problems: readonly Problem[]
} {
  return { ok: false, problems }
}

/** All values in order, or all problems of all failures in order. */
export function collect<T>(results: readonly Result<T>[]): Result<readonly T[]> {
  const problems = results.flatMap((result) => (result.ok ? [] : result.problems))
  if (problems.length > 0) return failed(...problems)
  return success(results.flatMap((result) => (result.ok ? [result.value] : [])))
}
