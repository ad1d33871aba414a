import type { Payload, PayloadRequest } from 'payload'
import type { Rolle } from '#core/ablauf/ablauf.ts'

/** What the house asks an account for. */
export type Konto = {
  readonly id: string
  readonly name: string
  readonly rolle: Rolle
  /** Id of its Redaktion. */
  readonly redaktion?: string | null
}

/** The account with this id; null where there is none. */
export function readKonto(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<Konto | null> {
  return payload.db.findOne<Konto>({
    collection: 'users',
    where: { id: { equals: id } },
    ...(req ? { req } : {}),
  })
}

/** The id of the account with this e-mail address, in whatever letters; null where there is none. */
export async function findKonto(payload: Payload, email: string): Promise<string | null> {
  const doc = await payload.db.findOne<{ id: string }>({
    collection: 'users',
    where: { email: { equals: email.trim().toLowerCase() } },
  })
  return doc?.id ?? null
}
