import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { createLocalReq } from 'payload'
import type { Migration, Payload } from 'payload'
import { randomUUID } from 'node:crypto'
import { databaseProblem } from '../problems.ts'
import { connectionOf } from './connection.ts'
import type { Session } from './connection.ts'
import { copyDatabase } from './copies.ts'
import { countRows, describeLosses } from './rowCounts.ts'
import { runInScope } from './scope.ts'
import type { Statements } from './writer.ts'

const WAIT_MS = 10 * 60_000
const PUSHED_BATCH = -1

type Up = Migration['up'] & { readonly mayLoseRows?: readonly string[] }
type Execute = Pick<Statements, 'execute'>

/** Marks an `up` that removes rows on purpose: `export const up = losingRows(['alte'], …)`. */
export function losingRows<T extends (args: never) => Promise<void>>(
  tables: readonly string[],
  up: T,
): T {
  return Object.assign(up, { mayLoseRows: tables })
}

/**
 * Runs what is pending, all of it in one transaction: an error leaves the file as it was. The
 * transaction holds the write lock, so a second process waits here and then finds nothing to do.
 */
export async function migrateSqlite(
  payload: Payload,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const reader = (payload.db as unknown as SQLiteAdapter).client
  if ((await findPending(reader, migrations)).length === 0) return []
  const applied = await migrateInTransaction(payload, migrations)
  const missing = await findPending(reader, migrations)
  if (missing.length > 0) throw failure(`Not recorded: ${missing.map(nameOf).join(', ')}`)
  return applied
}

async function migrateInTransaction(
  payload: Payload,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  const connection = connectionOf(payload.db)
  if (!connection) throw failure('There is no connection.')
  const session = await connection.begin({
    foreignKeys: false,
    limitMs: WAIT_MS,
    idleLimitMs: WAIT_MS,
  })
  const { transaction } = session
  try {
    const pending = await findPending(transaction.statements, migrations)
    if (pending.length > 0) await keepCopy(payload, transaction.statements)
    await runInScope(connection.scopes, transaction, () => applyAll(payload, session, pending))
    await transaction.commit()
    return pending.map(nameOf)
  } finally {
    await transaction.rollback()
  }
}

async function applyAll(payload: Payload, session: Session, pending: readonly Migration[]) {
  const { statements } = session.transaction
  const batch = (await latestBatch(statements)) + 1
  for (const migration of pending) {
    await apply(payload, session, migration)
    await record(statements, migration.name, batch)
  }
  await requireForeignKeys(statements)
}

async function apply(payload: Payload, session: Session, migration: Migration): Promise<void> {
  const { db, transaction } = session
  const up: Up = migration.up
  const before = await countRows(transaction.statements)
  const req = await createLocalReq({ req: { transactionID: transaction.id } }, payload)
  try {
    await up({ db, payload, req })
  } catch (error) {
    throw failure(`${migration.name}: ${messageOf(error)}`, error)
  }
  const losses = describeLosses(
    before,
    await countRows(transaction.statements),
    up.mayLoseRows ?? [],
  )
  if (losses.length > 0) throw failure(`${migration.name} lost rows: ${losses.join('; ')}`)
  payload.logger.info({ msg: `Migrated ${migration.name}` })
}

async function findPending(
  statements: Execute,
  migrations: readonly Migration[],
): Promise<readonly Migration[]> {
  if (!(await hasTable(statements, 'payload_migrations'))) return migrations
  const { rows } = await statements.execute('SELECT name, batch FROM payload_migrations')
  if (rows.some(({ batch }) => batch === PUSHED_BATCH)) {
    throw failure('This file was made by "push" in development; its schema is unknown.')
  }
  const recorded = new Set(rows.map(({ name }) => name))
  return migrations.filter(({ name }) => !recorded.has(name))
}

/** Written by hand: Payload's own schema of this table may be newer than the file. */
async function record(statements: Execute, name: string, batch: number): Promise<void> {
  const now = new Date().toISOString()
  await statements.execute({
    sql: 'INSERT INTO payload_migrations (id, name, batch, updated_at, created_at) VALUES (?, ?, ?, ?, ?)',
    args: [randomUUID(), name, batch, now, now],
  })
}

async function latestBatch(statements: Execute): Promise<number> {
  if (!(await hasTable(statements, 'payload_migrations'))) return 0
  const { rows } = await statements.execute('SELECT max(batch) AS batch FROM payload_migrations')
  return Number(rows[0]?.batch ?? 0)
}

async function requireForeignKeys(statements: Execute): Promise<void> {
  const { rows } = await statements.execute('PRAGMA foreign_key_check')
  if (rows.length === 0) return
  const tables = [...new Set(rows.map((row) => `${row.table as string} → ${row.parent as string}`))]
  throw failure(`${rows.length} rows point to nothing: ${tables.join(', ')}`)
}

/** Committed state only: the copy is read by a third connection while we hold the write lock. */
async function keepCopy(payload: Payload, statements: Execute): Promise<void> {
  const { rows } = await statements.execute('SELECT count(*) AS count FROM sqlite_master')
  if (Number(rows[0]?.count) === 0) return
  const files = await statements.execute('PRAGMA database_list')
  const copy = await copyDatabase(files.rows[0]?.file as string)
  payload.logger.info({ msg: `Copied the database to ${copy}` })
}

async function hasTable(statements: Execute, name: string): Promise<boolean> {
  const { rows } = await statements.execute({
    sql: "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?",
    args: [name],
  })
  return rows.length > 0
}

function nameOf({ name }: Migration): string {
  return name
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function failure(detail: string, cause?: unknown): Error {
  return databaseProblem('migration-failed', detail, cause)
}
