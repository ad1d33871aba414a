import type { Endpoint, PayloadRequest, Where } from 'payload'
import { ROLLEN, type Rolle } from '#core/ablauf/ablauf.ts'
import { schreibt } from '#core/ablauf/sammelaktion.ts'
import { darfVertreten } from '#core/ablauf/vertretung.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer } from '#collections/answer.ts'
import type { DeskDoc } from '#store/desk/read.ts'

/** Whom a person can name without reading accounts: `GET /api/users/kollegen`. */
export const kollegenEndpoints: Endpoint[] = [
  { path: '/kollegen', method: 'get', handler: (req) => answer(kollegen(req)) },
]

/**
 * Names to choose from, nothing else of the accounts: `?fuer=zuweisung` those to whom the person may assign a text,
 * `?fuer=vertretung` those who may represent the person, `?fuer=vertretene` those for whom the person may enter a Vertretung.
 * Answers `{ konten: [{ id, name, redaktion }] }`, by name; `redaktion` is its name or null.
 */
async function kollegen(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (
    !user ||
    !hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion', 'fachressort')
  )
    return failed(problem('access-denied'))
  const where = whereOf(req, user, (req.query as DeskDoc)['fuer'])
  if (where === null) return failed(problem('query-is-malformed', 'fuer'))
  const { docs } = await req.payload.find({
    collection: 'users',
    where,
    sort: 'name',
    depth: 1,
    limit: 0,
    pagination: false,
    select: { name: true, redaktion: true },
    req,
  })
  return success({
    konten: docs.map(({ id, name, redaktion }) => ({
      id,
      name,
      redaktion: typeof redaktion === 'object' ? (redaktion?.name ?? null) : null,
    })),
  })
}

function whereOf(
  req: PayloadRequest,
  user: NonNullable<ReturnType<typeof userOf>>,
  fuer: unknown,
): Where | null {
  const leads = hasRolle(req, 'administration', 'landesredaktion')
  switch (fuer) {
    case 'zuweisung': {
      const writing: Where = { rolle: { in: ROLLEN.filter(schreibt) } }
      if (leads) return writing
      return { and: [writing, { redaktion: { in: [...redaktionenOf(user)] } }] }
    }
    case 'vertretung': {
      const able = (rolle: Rolle): boolean =>
        leads
          ? ROLLEN.some((vertretene) => darfVertreten({ vertretung: rolle, vertretene }))
          : darfVertreten({ vertretung: rolle, vertretene: user.rolle })
      return { rolle: { in: ROLLEN.filter(able) } }
    }
    case 'vertretene': {
      if (!leads) return { id: { equals: user.id } }
      const able = (vertretene: Rolle): boolean =>
        ROLLEN.some((rolle) => darfVertreten({ vertretung: rolle, vertretene }))
      return { rolle: { in: ROLLEN.filter(able) } }
    }
    default:
      return null
  }
}
