import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { getPayload } from 'payload'
import type { DatabaseAdapterObj, Migration, Payload, SanitizedConfig } from 'payload'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createDatabase } from '#store/database/createDatabase.ts'
import { migrateDatabase } from '#store/database/migrateDatabase.ts'

/** Builds the config under test around the database it is given. */
export type ConfigFactory = (db: DatabaseAdapterObj) => SanitizedConfig | Promise<SanitizedConfig>

export type TemporaryDatabase = {
  readonly payload: Payload
  readonly directory: string
  readonly file: string
  readonly uri: string
  /** Its key in the cache of `getPayload`; the first one open is what REST finds by default. */
  readonly key: string
  /** Closes the database and removes its directory. */
  readonly remove: () => Promise<void>
}

export type TemporaryDatabaseOptions = {
  readonly configure: ConfigFactory
  /** The real migrations; without them the schema is made from the config. */
  readonly migrations?: readonly Migration[]
}

/** A Payload instance on a new SQLite file with its schema applied. */
export async function temporaryDatabase({
  configure,
  migrations,
}: TemporaryDatabaseOptions): Promise<TemporaryDatabase> {
  const directory = await mkdtemp(path.join(tmpdir(), 'stichtag-'))
  const file = path.join(directory, 'stichtag.db')
  const uri = `file:${file}`
  const key = cache().has('default') ? uri : 'default'
  const payload = await openPayload({ configure, uri, key })
  await migrateDatabase(payload, migrations ?? [await migrationOfConfig(payload)])
  const remove = async () => {
    await closePayload(payload, key)
    await rm(directory, { recursive: true, force: true })
  }
  return { payload, directory, file, uri, key, remove }
}

export type OpenOptions = {
  readonly configure: ConfigFactory
  readonly uri: string
  readonly key: string
}

/** A Payload instance on an existing or new file, without its schema and without `onInit`. */
export function openPayload({ configure, uri, key }: OpenOptions): Promise<Payload> {
  const config = Promise.resolve(configure(createDatabase({ uri, migrations: [] })))
  return getPayload({ config, key, disableOnInit: true })
}

/** Closes the instance and lets the next one have its key. */
export async function closePayload(payload: Payload, key: string): Promise<void> {
  cache().delete(key)
  await payload.destroy()
}

/** Where `getPayload` keeps its instances. */
function cache(): Map<string, unknown> {
  return (globalThis as { _payload?: Map<string, unknown> })._payload ?? new Map()
}

/** One migration that makes an empty file what the config wants. */
async function migrationOfConfig(payload: Payload): Promise<Migration> {
  const adapter = payload.db as unknown as SQLiteAdapter
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  const empty = adapter.defaultDrizzleSnapshot as never
  const wanted = await generateDrizzleJson(adapter.schema)
  const statements: readonly string[] = await generateMigration(empty, wanted as never)
  return migrationOf('00000000_000000_config', statements)
}

/** A migration of plain SQL statements. */
export function migrationOf(name: string, statements: readonly string[]): Migration {
  const up = async (args: unknown) => {
    const { db } = args as { db: Pick<SQLiteAdapter['drizzle'], 'run'> }
    for (const statement of statements) await db.run(statement)
  }
  return { name, up, down: () => Promise.resolve() }
}
