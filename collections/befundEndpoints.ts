import type { Endpoint, PayloadRequest } from 'payload'
import { oeffneBefund, uebergeheBefund } from '#commands/decideBefund.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { GespeicherterBefund } from '#ports/befunde.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { befundPorts } from '#store/befunde.ts'
import { textOf } from '#store/desk/read.ts'

/** What people decide about a finding: `POST /api/befunde/{schluessel}/…`, the key percent-encoded. */
export const befundEndpoints: Endpoint[] = [
  { path: '/:id/uebergehen', method: 'post', handler: (req) => answer(uebergehen(req)) },
  { path: '/:id/wieder-oeffnen', method: 'post', handler: (req) => answer(wiederOeffnen(req)) },
]

/** Overrules it: body `{ grund }`. Answers `{ schluessel, zustand }`. */
async function uebergehen(req: PayloadRequest): Promise<Result<object>> {
  if (!mayDecideAtAll(req)) return failed(problem('access-denied'))
  const befund = await uebergeheBefund(befundPorts(req.payload), {
    schluessel: schluesselOf(req),
    grund: textOf(await bodyOf(req), 'grund'),
    vonName: userOf(req)?.name ?? '',
    mayDecide: mayDecide(req),
  })
  return befund.ok ? success(zustandOf(befund.value)) : befund
}

/** Takes the overruling back. Answers `{ schluessel, zustand }`. */
async function wiederOeffnen(req: PayloadRequest): Promise<Result<object>> {
  if (!mayDecideAtAll(req)) return failed(problem('access-denied'))
  const befund = await oeffneBefund(befundPorts(req.payload), {
    schluessel: schluesselOf(req),
    mayDecide: mayDecide(req),
  })
  return befund.ok ? success(zustandOf(befund.value)) : befund
}

function mayDecideAtAll(req: PayloadRequest): boolean {
  return hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion')
}

/** Whoever looks after the whole Land decides about each, a Kommunalredaktion about its own. */
function mayDecide(req: PayloadRequest): (befund: GespeicherterBefund) => boolean {
  if (hasRolle(req, 'administration', 'landesredaktion')) return () => true
  const user = userOf(req)
  const own = user ? redaktionenOf(user) : []
  return ({ redaktionId }) => redaktionId !== null && own.includes(redaktionId)
}

function schluesselOf(req: PayloadRequest): string {
  return String(req.routeParams?.['id'])
}

function zustandOf({ schluessel, zustand }: GespeicherterBefund) {
  return { schluessel, zustand }
}
