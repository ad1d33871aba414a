import type { Access, Where } from 'payload'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { beteiligteFassungen } from '#store/beteiligungen.ts'

/**
 * Rows of the audit: whoever looks after the whole Land reads all, a Kommunalredaktion those of its Redaktionen and the own
 * acts. Those about a text under embargo are for its Redaktion, those who take part in it, and whoever acted: the
 * Administration too must not learn of it by this way.
 */
export const canReadProtokoll: Access = async ({ req }) => {
  const user = userOf(req)
  if (!user) return false
  const redaktionen = [...redaktionenOf(user)]
  const own: Where[] = [{ von: { equals: user.id } }]
  if (redaktionen.length > 0) own.push({ redaktion: { in: redaktionen } })
  if (hasRolle(req, 'kommunalredaktion')) return { or: own }
  if (!hasRolle(req, 'administration', 'landesredaktion', 'fachressort')) return false
  const beteiligt = [...(await beteiligteFassungen(req, redaktionen))]
  if (beteiligt.length > 0) own.push({ gegenstandId: { in: beteiligt } })
  // What was said before a draft came under embargo is hidden with it.
  const others: Where = {
    and: [{ vertraulich: { equals: false } }, { unterEmbargo: { not_equals: true } }],
  }
  return { or: [others, ...own] }
}
