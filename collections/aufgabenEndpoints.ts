import type { Endpoint, Payload, PayloadRequest } from 'payload'
import { readAufgaben, type Aufgabenfrage, type Aufgabenliste } from '#commands/readAufgaben.ts'
import {
  AUFGABENARTEN,
  countAufgaben,
  filterAufgaben,
  type Aufgabenart,
} from '#core/aufgaben/aufgabe.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { addDays } from '#core/zeit/day.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer } from '#collections/answer.ts'
import { accountWith, aufgabenpult, requestOf } from '#store/aufgaben.ts'
import { elternPorts } from '#store/eltern.ts'
import { storePorts } from '#store/ports.ts'
import type { UserDoc } from '#store/userDoc.ts'

/** What an account has to do: `GET /api/users/aufgaben`. */
export const aufgabenEndpoints: Endpoint[] = [
  { path: '/aufgaben', method: 'get', handler: (req) => answer(aufgaben(req)) },
]

/**
 * The tasks of whoever asks, in the order of their days. Query: `redaktion` (id, or `alle`; only for those who look after the
 * whole Land), `art`, `zugewiesen=mir`, `nur=zahlen`. Answers `{ heute, zahlen, aufgaben }`; `zahlen` counts before `art` and
 * `zugewiesen` are applied. Problems: `access-denied`, `query-is-malformed`.
 */
async function aufgaben(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const query = new URL(req.url ?? '', 'http://localhost').searchParams
  const redaktion = query.get('redaktion')
  if (redaktion !== null && !hasRolle(req, 'administration', 'landesredaktion', 'fachressort'))
    return failed(problem('access-denied', 'redaktion'))
  const wanted = query.get('art')
  const art = AUFGABENARTEN.find((known) => known === wanted) ?? null
  if (wanted !== null && art === null)
    return failed(problem('query-is-malformed', 'art', { wert: wanted }))
  const { heute, aufgaben: all } = await aufgabenOf(req, user, frageOf(redaktion))
  const bald = addDays(heute, SOON)
  const zahlen = countAufgaben(all, { heute, bald, kontoId: user.id })
  if (query.get('nur') === 'zahlen') return success({ heute, zahlen })
  const filter: { art: Aufgabenart | null; zugewiesen: string | null } = {
    art,
    zugewiesen: query.get('zugewiesen') === 'mir' ? user.id : null,
  }
  return success({ heute, zahlen, aufgaben: filterAufgaben(all, filter) })
}

/** Days from today that people call "soon". */
const SOON = 7

/** What the account of the request has to do. */
async function aufgabenOf(
  req: PayloadRequest,
  user: UserDoc,
  frage: Aufgabenfrage | null,
): Promise<Aufgabenliste> {
  const own = redaktionenOf(user)
  const pult = await aufgabenpult(req, user, own)
  const ports = { ...storePorts(req.payload), ...elternPorts(req), pult }
  return readAufgaben(ports, frage ?? { redaktionIds: usuallyShown(user, own) })
}

/** Reads the tasks of any account, for pages: they know it by its id. */
export function createReadAufgaben(
  payload: Payload,
): (kontoId: string, frage?: Aufgabenfrage) => Promise<Aufgabenliste | null> {
  return async (kontoId, frage) => {
    const user = await accountWith(payload, kontoId)
    if (!user) return null
    return aufgabenOf(await requestOf(payload, user), user, frage ?? null)
  }
}

/** An Administration without a team looks after all of them. */
function usuallyShown({ rolle }: UserDoc, own: readonly string[]): readonly string[] | 'alle' {
  return own.length === 0 && (rolle === 'administration' || rolle === 'landesredaktion')
    ? 'alle'
    : own
}

function frageOf(redaktion: string | null): Aufgabenfrage | null {
  if (redaktion === null) return null
  return { redaktionIds: redaktion === 'alle' ? 'alle' : [redaktion] }
}
