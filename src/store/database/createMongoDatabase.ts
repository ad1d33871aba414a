import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { DatabaseAdapterObj, Payload } from 'payload'

type Model = { readonly createIndexes: () => Promise<void> }
type Models = {
  readonly collections: Record<string, Model>
  readonly versions: Record<string, Model>
}

/**
 * Payload's MongoDB adapter without transactions: what must be atomic is one document here.
 * Indexes are built and awaited while connecting, because a unique index that comes after the
 * first write may never come.
 */
export function createMongoDatabase(uri: string): DatabaseAdapterObj {
  return mongooseAdapter({
    url: uri,
    transactionOptions: false,
    ensureIndexes: true,
    autoPluralization: false,
    // Joins by separate queries: servers that only speak MongoDB's protocol know no $lookup, and ours are small.
    useJoinAggregations: false,
    connectOptions: { autoIndex: false },
  })
}

/** Builds every index the models ask for and waits for each. */
export async function buildIndexes(payload: Payload): Promise<void> {
  const { collections, versions } = payload.db as unknown as Models
  for (const model of [...Object.values(collections), ...Object.values(versions)]) {
    await model.createIndexes()
  }
}
