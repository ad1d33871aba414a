import type { Access } from 'payload'
import { hasRolle, userOf } from '#collections/access.ts'

/** A Vertretung is entered and ended by whoever is away, or by who leads. */
export const canWriteVertretung: Access = ({ req }) => {
  const user = userOf(req)
  if (!user) return false
  if (hasRolle(req, 'administration', 'landesredaktion')) return true
  if (!hasRolle(req, 'kommunalredaktion', 'fachressort')) return false
  return { vertretene: { equals: user.id } }
}

/** Both persons see it, and who leads. */
export const canReadVertretung: Access = ({ req }) => {
  const user = userOf(req)
  if (!user) return false
  if (hasRolle(req, 'administration', 'landesredaktion')) return true
  return { or: [{ vertretene: { equals: user.id } }, { vertretung: { equals: user.id } }] }
}
