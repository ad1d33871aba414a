import type { CollectionAfterReadHook, JSONField } from 'payload'
import { nobodyField } from '#collections/access.ts'
import { clockOf } from '#store/ports.ts'
import { vertreteneOf } from '#store/vertretungen.ts'

/**
 * Whom the account represents today, so that access rules know it without asking. Not stored: derived from the Vertretungen
 * and the day each time somebody signs in or asks. Shape: `Vertretener[]` (`#store/vertretungen.ts`).
 */
export const vertreteneField: JSONField = {
  name: 'vertretene',
  type: 'json',
  label: 'Vertritt heute',
  virtual: true,
  access: { create: nobodyField, update: nobodyField },
  admin: { hidden: true },
}

/**
 * Fills it for the account that a request comes from; lists of accounts do not need it. Payload reads that account before
 * anybody is signed in, or as the person itself.
 */
export const noteVertretene: CollectionAfterReadHook = async ({ doc, req, findMany }) => {
  const account = doc as { readonly id?: unknown }
  if (typeof account.id !== 'string' || findMany === true) return doc as unknown
  if (req.user && req.user.id !== account.id) return doc as unknown
  const { heute } = clockOf(req.payload)()
  const vertretene = await vertreteneOf(req.payload, account.id, heute, req)
  return { ...account, vertretene }
}
