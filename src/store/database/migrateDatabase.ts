import type { Migration, Payload } from 'payload'
import { buildIndexes } from './createMongoDatabase.ts'
import { connectionOf } from './sqlite/connection.ts'
import { migrateSqlite } from './sqlite/migrateSqlite.ts'

export { losingRows } from './sqlite/migrateSqlite.ts'

/**
 * Brings the database to the schema of this program and returns the names of the migrations it
 * applied. Without `migrations` it takes those of `createDatabase`. On MongoDB there are none;
 * there it makes sure that the indexes exist.
 */
export async function migrateDatabase(
  payload: Payload,
  migrations?: readonly Migration[],
): Promise<readonly string[]> {
  const connection = connectionOf(payload.db)
  if (connection) return migrateSqlite(payload, migrations ?? connection.migrations)
  await buildIndexes(payload)
  return []
}
