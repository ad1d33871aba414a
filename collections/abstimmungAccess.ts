import type { Access, PayloadRequest, Where } from 'payload'
import { canReadOwn, hasRolle, redaktionenOf, userOf } from '#collections/access.ts'

/**
 * Consultations: the Land and the Fachressort see all that are under no Embargo; whoever leads one or takes part in it sees it
 * in any case. Comments, votes and what people have looked at are read through the page of their consultation only.
 */
export const canReadAbstimmung: Access = ({ req }) => abstimmungenFor(req)

/**
 * Notifications: a Redaktion its own; whoever looks after the whole Land all but those about what is under Embargo, which only
 * the Redaktion reads that is concerned.
 */
export const canReadBenachrichtigung: Access = async (args) => {
  const readable = await canReadOwn(args)
  const user = userOf(args.req)
  if (readable !== true || !user) return readable
  const own = [...redaktionenOf(user)]
  const open: Where = { vertraulich: { not_equals: true } }
  return own.length === 0 ? open : { or: [open, { redaktion: { in: own } }] }
}

function abstimmungenFor(req: PayloadRequest): boolean | Where {
  const user = userOf(req)
  if (!user) return false
  const oversees = hasRolle(req, 'administration', 'landesredaktion', 'fachressort')
  if (!oversees && !hasRolle(req, 'kommunalredaktion')) return false
  const own = [...redaktionenOf(user)]
  const conditions: readonly Where[] = [
    ...(oversees ? [{ embargo: { not_equals: true } }] : []),
    ...(own.length === 0 ? [] : [{ redaktion: { in: own } }, { teilnehmer: { in: own } }]),
  ]
  return conditions.length > 0 && { or: [...conditions] }
}
