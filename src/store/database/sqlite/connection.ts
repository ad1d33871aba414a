import { drizzle } from '@payloadcms/db-sqlite/drizzle/libsql'
import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import type { Migration } from 'payload'
import { AsyncLocalStorage } from 'node:async_hooks'
import { databaseProblem } from '../problems.ts'
import { refuseInsideScope } from './scope.ts'
import type { ScopeStorage } from './scope.ts'
import { openWriter } from './writer.ts'
import type { BeginOptions, Statements, Writer, WriterTransaction } from './writer.ts'

/** The key under which an adapter carries its connection; shared by all copies of this module. */
const CONNECTION = Symbol.for('stichtag.database.connection')

type Drizzle = SQLiteAdapter['drizzle']

/** An open transaction with the drizzle that Payload's operations find under its id. */
export type Session = {
  readonly db: Drizzle
  readonly transaction: WriterTransaction
}

/** Everything about the SQLite file of one Payload instance that Payload does not know. */
export type Connection = {
  readonly url: string
  readonly migrations: readonly Migration[]
  readonly scopes: ScopeStorage
  /** The last transaction of a request, for writes that leave their `transactionID` out. */
  readonly requests: WeakMap<object, WriterTransaction>
  readonly open: () => Promise<void>
  readonly close: () => Promise<void>
  readonly begin: (options?: BeginOptions) => Promise<Session>
  readonly session: (id: unknown) => Session | undefined
}

/** The connection behind `db`, or undefined if `db` is not SQLite. */
export function connectionOf(db: object): Connection | undefined {
  return (db as { [CONNECTION]?: Connection })[CONNECTION]
}

/** Gives `adapter` a writer of its own beside the client it reads with. */
export function attachConnection(
  adapter: SQLiteAdapter,
  migrations: readonly Migration[],
): Connection {
  const url = adapter.clientConfig.url
  const scopes: ScopeStorage = new AsyncLocalStorage()
  const sessions = new Map<string, Session>()
  let writer: Promise<Writer> | null = null
  let current: Statements | null = null
  let cached: { readonly schema: unknown; readonly db: Drizzle } | null = null

  async function begin(options: BeginOptions = {}): Promise<Session> {
    refuseInsideScope(scopes)
    if (!writer) throw databaseProblem('database-closed')
    const opened = await writer
    let id: string | null = null
    const transaction = await opened.begin({ ...options, onEnd: () => forget(id) })
    id = transaction.id
    const session = { db: await bind(transaction), transaction }
    sessions.set(id, session)
    adapter.sessions[id] = {
      db: session.db as never,
      resolve: transaction.commit,
      reject: transaction.rollback,
    }
    return session
  }

  function forget(id: string | null): void {
    if (id === null) return
    sessions.delete(id)
    Reflect.deleteProperty(adapter.sessions, id)
  }

  /** A drizzle whose every statement goes through this transaction and ends with it. */
  async function bind({ statements }: WriterTransaction): Promise<Drizzle> {
    current = statements
    const tx = await writerDrizzle().transaction((bound) => Promise.resolve(bound))
    return tx as unknown as Drizzle
  }

  /** Made once per schema: deriving the relations is the costly part. */
  function writerDrizzle(): Drizzle {
    if (cached?.schema !== adapter.schema) {
      const db = drizzle(turnClient(() => current) as never, {
        logger: adapter.logger ?? false,
        schema: adapter.schema,
      })
      cached = { schema: adapter.schema, db: db as unknown as Drizzle }
    }
    return cached.db
  }

  const connection: Connection = {
    url,
    migrations,
    scopes,
    requests: new WeakMap(),
    begin,
    session: (id) => (typeof id === 'string' ? sessions.get(id) : undefined),
    open: async () => {
      writer ??= openWriter(url)
      await writer
    },
    close: async () => {
      const closing = writer
      writer = null
      await (await closing)?.close()
    },
  }
  Object.defineProperty(adapter, CONNECTION, { value: connection })
  return connection
}

/**
 * What drizzle takes for a libsql client. Our writer begins and commits itself, so drizzle's own
 * commit and rollback do nothing: they would come when its callback returns, far too early.
 */
function turnClient(statements: () => Statements | null) {
  const nothing = () => Promise.resolve()
  const outside = () => Promise.reject(databaseProblem('transaction-lost'))
  return {
    execute: outside,
    batch: outside,
    transaction: () => Promise.resolve({ ...statements(), commit: nothing, rollback: nothing }),
  }
}
