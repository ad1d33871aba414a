import type { Endpoint, PayloadRequest } from 'payload'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer } from '#collections/answer.ts'
import { createFindKalender, kalenderPath } from '#store/kalender.ts'

/** What a Redaktion can be asked beside Payload's own REST: `GET /api/redaktionen/{id}/kalender`. */
export const redaktionEndpoints: Endpoint[] = [
  { path: '/:id/kalender', method: 'get', handler: (req) => answer(kalender(req)) },
]

/**
 * The address under which a calendar program subscribes to the days of the Redaktion. Whoever has it can read them, so
 * only members are told, and the Administration. Answers `{ url }`. Problems: `access-denied`, `not-found`.
 */
async function kalender(req: PayloadRequest): Promise<Result<object>> {
  const id = String(req.routeParams?.['id'])
  const user = userOf(req)
  const isMember = user !== null && redaktionenOf(user).includes(id)
  if (!isMember && !hasRolle(req, 'administration')) return failed(problem('access-denied'))
  const found = await createFindKalender(req.payload)(id)
  if (!found) return failed(problem('not-found', 'Redaktion'))
  return success({ url: basisUrlOf(req) + kalenderPath(id, found.token) })
}

/** Where the world reaches us: as set, or as this very request did. */
function basisUrlOf(req: PayloadRequest): string {
  const set = process.env['STICHTAG_BASIS_URL']?.trim().replace(/\/+$/, '')
  return set ? set : req.origin
}
