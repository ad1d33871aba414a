import type { AsyncLocalStorage } from 'node:async_hooks'
import { databaseProblem } from '../problems.ts'
import type { WriterTransaction } from './writer.ts'

/** A piece of work that belongs to a transaction: a hook, or what `inTransaction` was given. */
type Scope = { readonly transaction: WriterTransaction; isRunning: boolean }

export type ScopeStorage = AsyncLocalStorage<Scope>

/** Runs `work` as part of `transaction` and fails if the transaction was lost meanwhile. */
export async function runInScope<T>(
  storage: ScopeStorage,
  transaction: WriterTransaction,
  work: () => T | Promise<T>,
): Promise<T> {
  const scope: Scope = { transaction, isRunning: true }
  try {
    const result = await storage.run(scope, work)
    if (transaction.state() === 'rolledBack') throw databaseProblem('transaction-lost')
    return result
  } finally {
    // Timers started by a hook inherit its scope; they may write once the hook is through.
    scope.isRunning = false
  }
}

/** Refuses a begin that would wait for the very transaction it was called from. */
export function refuseInsideScope(storage: ScopeStorage): void {
  const scope = storage.getStore()
  if (!scope?.isRunning) return
  const state = scope.transaction.state()
  if (state === 'open') throw databaseProblem('transaction-nested')
  if (state === 'rolledBack') throw databaseProblem('transaction-lost')
}
