import { createClient } from '@libsql/client'
import type { Client, InStatement, InValue, ResultSet } from '@libsql/client'
import { randomUUID } from 'node:crypto'
import { nextTurn, pause } from '../nextTurn.ts'
import { databaseProblem } from '../problems.ts'
import { createQueue } from './queue.ts'

/** For the turn: those before us are of this process and end by themselves. 300 saves at once take some 15 s. */
const LINE_LIMIT_MS = 60_000
/** For other processes, which may hold the file for as long as they like. */
const BEGIN_LIMIT_MS = 10_000
const IDLE_LIMIT_MS = 60_000
const COURTESY_AFTER_MS = 200
const COURTESY_MS = 8
const WAL_SIZE_LIMIT = 67_108_864

export type TransactionState = 'open' | 'committed' | 'rolledBack'

/** Statements of one transaction; refused as soon as it is over. */
export type Statements = {
  readonly execute: (
    statement: InStatement | string,
    args?: InValue[] | Record<string, InValue>,
  ) => Promise<ResultSet>
  readonly batch: (statements: InStatement[]) => Promise<ResultSet[]>
}

/** One transaction on the writer connection. */
export type WriterTransaction = {
  readonly id: string
  readonly statements: Statements
  readonly state: () => TransactionState
  readonly commit: () => Promise<void>
  readonly rollback: () => Promise<void>
}

export type BeginOptions = {
  /** How long to wait for the turn and for other processes together. */
  readonly limitMs?: number
  /** A migration rebuilds parent tables; only before BEGIN can this be switched off. */
  readonly foreignKeys?: boolean
  /** A transaction that runs no statement for so long is given up. */
  readonly idleLimitMs?: number
  readonly onEnd?: () => void
}

/** The only connection of this process that writes. */
export type Writer = {
  readonly begin: (options?: BeginOptions) => Promise<WriterTransaction>
  readonly close: () => Promise<void>
}

/**
 * Opens the writer. Its transactions stand in line inside this process; between processes they
 * poll for the file's write lock, because a native wait would block the event loop that has to
 * commit.
 */
export async function openWriter(url: string): Promise<Writer> {
  const queue = createQueue()
  let client = await openClient(url)
  let inTurnSince: number | null = null

  async function begin(options: BeginOptions = {}): Promise<WriterTransaction> {
    const { limitMs, foreignKeys = true } = options
    const startedAt = performance.now()
    const leave = await queue.enter(startedAt + (limitMs ?? LINE_LIMIT_MS))
    const deadline =
      limitMs === undefined ? performance.now() + BEGIN_LIMIT_MS : startedAt + limitMs
    try {
      await giveWay()
      if (!foreignKeys) await client.execute('PRAGMA foreign_keys = OFF')
      await retryWhileBusy(beginImmediate, deadline)
      return openTransaction(options, () => void endTurn(leave, foreignKeys))
    } catch (error) {
      await endTurn(leave, foreignKeys)
      throw error
    }
  }

  /**
   * libsql leaves a BEGIN that found the file busy unfinished until the garbage collector comes,
   * and then COMMIT and DROP TABLE fail. A script is finished at once, so it asks first.
   */
  async function beginImmediate(): Promise<void> {
    await client.executeMultiple('BEGIN IMMEDIATE; ROLLBACK')
    try {
      await client.execute('BEGIN IMMEDIATE')
    } catch (error) {
      await reopen()
      throw error
    }
  }

  /** Others first: the event loop always, and other processes when we wrote for a while. */
  async function giveWay(): Promise<void> {
    await nextTurn()
    inTurnSince ??= performance.now()
    if (performance.now() - inTurnSince < COURTESY_AFTER_MS) return
    await pause(COURTESY_MS)
    inTurnSince = performance.now()
  }

  async function endTurn(leave: () => void, foreignKeys: boolean): Promise<void> {
    if (!queue.isWaitedFor()) inTurnSince = null
    try {
      if (!foreignKeys) await client.execute('PRAGMA foreign_keys = ON')
    } catch {
      await reopen()
    } finally {
      leave()
    }
  }

  function openTransaction(options: BeginOptions, endOfTurn: () => void): WriterTransaction {
    let state: TransactionState = 'open'
    let lastUsed = performance.now()
    const watch = watchIdle(() => lastUsed, options.idleLimitMs ?? IDLE_LIMIT_MS, rollback)

    function end(as: TransactionState): void {
      clearInterval(watch)
      state = as
      options.onEnd?.()
      endOfTurn()
    }

    async function execute(...parameters: Parameters<Statements['execute']>): Promise<ResultSet> {
      if (state !== 'open') throw databaseProblem('transaction-lost')
      lastUsed = performance.now()
      try {
        return await run(client, parameters)
      } catch (error) {
        // SQLite has already rolled back: a further statement would stand alone.
        if (endsTransaction(error)) await rollback()
        throw error
      }
    }

    async function batch(statements: InStatement[]): Promise<ResultSet[]> {
      const results: ResultSet[] = []
      for (const statement of statements) results.push(await execute(statement))
      return results
    }

    async function commit(): Promise<void> {
      if (state !== 'open') throw databaseProblem('transaction-lost')
      state = 'committed'
      try {
        // As a script: a failing COMMIT would otherwise stay unfinished like a busy BEGIN.
        await client.executeMultiple('COMMIT')
      } catch (error) {
        await undo()
        end('rolledBack')
        throw error
      }
      end('committed')
    }

    async function rollback(): Promise<void> {
      if (state !== 'open') return
      state = 'rolledBack'
      await undo()
      end('rolledBack')
    }

    return {
      id: randomUUID(),
      statements: { execute, batch },
      state: () => state,
      commit,
      rollback,
    }
  }

  async function undo(): Promise<void> {
    try {
      await client.execute('ROLLBACK')
    } catch (error) {
      if (!isWithoutTransaction(error)) await reopen()
    }
  }

  /** A connection that cannot roll back is of no use; closing it rolls back. */
  async function reopen(): Promise<void> {
    client.close()
    // Should the file be gone, the next BEGIN says so.
    client = await openClient(url).catch(() => client)
  }

  async function close(): Promise<void> {
    await queue.close(performance.now() + BEGIN_LIMIT_MS)
    client.close()
  }

  return { begin, close }
}

function run(client: Client, [statement, args]: Parameters<Statements['execute']>) {
  if (typeof statement !== 'string' || args === undefined) return client.execute(statement)
  return client.execute({ sql: statement, args })
}

async function openClient(url: string): Promise<Client> {
  const client = createClient({ url })
  const deadline = performance.now() + BEGIN_LIMIT_MS
  // Two processes that start together both want to switch to WAL, and only one may.
  await retryWhileBusy(() => client.executeMultiple('PRAGMA journal_mode = WAL'), deadline)
  await client.execute(`PRAGMA journal_size_limit = ${WAL_SIZE_LIMIT}`)
  await client.execute('PRAGMA synchronous = FULL')
  await client.execute('PRAGMA foreign_keys = ON')
  await client.execute('PRAGMA busy_timeout = 0')
  return client
}

async function retryWhileBusy(action: () => Promise<unknown>, deadline: number): Promise<void> {
  for (;;) {
    try {
      await action()
      return
    } catch (error) {
      if (!isBusy(error)) throw error
      if (performance.now() > deadline) {
        throw databaseProblem('database-busy', 'Another process held it.', error)
      }
      await pause(1 + Math.random() * 4)
    }
  }
}

function watchIdle(lastUsed: () => number, limitMs: number, giveUp: () => Promise<void>) {
  const watch = setInterval(
    () => {
      if (performance.now() - lastUsed() > limitMs) void giveUp()
    },
    Math.max(50, limitMs / 10),
  )
  watch.unref()
  return watch
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function isBusy(error: unknown): boolean {
  return /^SQLITE_(BUSY|LOCKED)/.test(codeOf(error))
}

function endsTransaction(error: unknown): boolean {
  return /^SQLITE_(FULL|IOERR|NOMEM|CORRUPT|INTERRUPT|ABORT_ROLLBACK)/.test(codeOf(error))
}

function isWithoutTransaction(error: unknown): boolean {
  return error instanceof Error && error.message.includes('no transaction is active')
}
