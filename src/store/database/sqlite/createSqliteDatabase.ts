import { sqliteAdapter } from '@payloadcms/db-sqlite'
import type { SQLiteAdapter, SQLiteSchemaHook } from '@payloadcms/db-sqlite'
import type { DatabaseAdapterObj, Migration } from 'payload'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { databaseProblem } from '../problems.ts'
import { attachConnection } from './connection.ts'
import type { Connection } from './connection.ts'
import { watchHooks } from './hooks.ts'
import { migrateSqlite } from './migrateSqlite.ts'
import { routeWrites } from './writes.ts'

const READ_BUSY_TIMEOUT_MS = 5_000
const MIGRATION_DIRECTORY = 'src/migrations/sqlite'

export type SqliteDatabaseOptions = {
  readonly uri: string
  readonly migrations: readonly Migration[]
}

/**
 * Payload's SQLite adapter with a writer of its own. Payload's client only reads; every write
 * stands in line for the one writing connection.
 */
export function createSqliteDatabase({
  uri,
  migrations,
}: SqliteDatabaseOptions): DatabaseAdapterObj<SQLiteAdapter> {
  const plain = sqliteAdapter({
    client: { url: uri },
    idType: 'uuid',
    push: false,
    wal: { synchronous: 'FULL' },
    busyTimeout: READ_BUSY_TIMEOUT_MS,
    blocksAsJSON: true,
    migrationDir: path.resolve(MIGRATION_DIRECTORY),
    beforeSchemaInit: [indexLocales],
  })
  return { ...plain, init: (args) => withWriter(plain.init(args), migrations) }
}

function withWriter(adapter: SQLiteAdapter, migrations: readonly Migration[]): SQLiteAdapter {
  const connection = attachConnection(adapter, migrations)
  routeWrites(adapter, connection)
  routeTransactions(adapter, connection)
  routeLifecycle(adapter, connection)
  adapter.migrate = async (args) => {
    await migrateSqlite(adapter.payload, args?.migrations ?? migrations)
  }
  return adapter
}

function routeTransactions(adapter: SQLiteAdapter, connection: Connection): void {
  adapter.beginTransaction = async () => (await connection.begin()).transaction.id
  adapter.commitTransaction = async (id) => {
    const session = connection.session(await id)
    // Silence here would report as saved what a nested failure has already undone.
    if (!session) throw databaseProblem('transaction-lost')
    await session.transaction.commit()
  }
  adapter.rollbackTransaction = async (id) => {
    await connection.session(await id)?.transaction.rollback()
  }
}

function routeLifecycle(adapter: SQLiteAdapter, connection: Connection): void {
  const init = adapter.init?.bind(adapter)
  const connect = adapter.connect?.bind(adapter)
  const destroy = adapter.destroy?.bind(adapter)

  adapter.init = async () => {
    watchHooks(adapter.payload.config)
    await init?.()
  }
  adapter.connect = async (args) => {
    await mkdir(path.dirname(pathOf(connection.url)), { recursive: true })
    await connection.open()
    await connect?.(args)
    await adapter.client.execute('PRAGMA query_only = ON')
  }
  adapter.destroy = async () => {
    await connection.close()
    await destroy?.()
    const { client } = adapter as Partial<Pick<SQLiteAdapter, 'client'>>
    client?.close()
    // Payload opens a new one when it connects again.
    Object.assign(adapter, { client: undefined })
  }
}

function pathOf(url: string): string {
  return url.replace(/^file:(\/\/)?/, '')
}

/** `*_locales` tables come with UNIQUE(_locale, _parent_id) only; reading looks up `_parent_id`. */
const indexLocales: SQLiteSchemaHook = (args) => {
  const { adapter } = args as typeof args & { adapter: SQLiteAdapter }
  for (const [name, table] of Object.entries(adapter.rawTables)) {
    if (!name.endsWith('_locales')) continue
    table.indexes = {
      ...table.indexes,
      _parentIdx: { name: `${name}_parent_idx`, on: '_parentID' },
    }
  }
  return args.schema
}
