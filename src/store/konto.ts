import type { Payload } from 'payload'

/** The id of the account with this e-mail address, in whatever letters; null where there is none. */
export async function findKonto(payload: Payload, email: string): Promise<string | null> {
  const doc = await payload.db.findOne<{ id: string }>({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  return doc?.id ?? null
}
