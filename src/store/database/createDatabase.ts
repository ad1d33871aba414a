import type { DatabaseAdapterObj, Migration } from 'payload'
import { createMongoDatabase } from './createMongoDatabase.ts'
import { createSqliteDatabase } from './sqlite/createSqliteDatabase.ts'

export type DatabaseOptions = {
  /** `file:./data/stichtag.db` or `mongodb://…` */
  readonly uri: string
  /** The generated list of `src/migrations/sqlite`; MongoDB does without. */
  readonly migrations: readonly Migration[]
}

/** The `db` of Payload's config. Nobody outside this room knows which database it is. */
export function createDatabase({ uri, migrations }: DatabaseOptions): DatabaseAdapterObj {
  if (/^mongodb(\+srv)?:/.test(uri)) return createMongoDatabase(uri)
  if (uri.startsWith('file:')) return createSqliteDatabase({ uri, migrations })
  throw new Error(`DATABASE_URI must begin with "file:" or "mongodb:", not "${schemeOf(uri)}".`)
}

/** Never the whole URI: it may hold a password. */
function schemeOf(uri: string): string {
  return uri.slice(0, uri.indexOf(':') + 1)
}
