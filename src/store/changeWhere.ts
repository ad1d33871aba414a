import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'

/** Changes the one document of which this is true, in one conditional statement; false when there is none (any more). */
export async function changeWhere(
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  data: Record<string, unknown>,
  req?: PayloadRequest,
): Promise<boolean> {
  const changed: unknown = await payload.db.updateOne({
    collection,
    where,
    data,
    // On SQL: one statement, instead of looking for the row first. MongoDB does nothing else.
    options: { atomic: true },
    ...(req ? { req } : {}),
  })
  return changed !== null
}
