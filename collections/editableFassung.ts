import type { PayloadRequest } from 'payload'
import { problem } from '#core/errors/problems.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { hasRolle } from '#collections/access.ts'
import type { DeskDoc } from '#store/desk/read.ts'

/**
 * The text that the address names, if the person may write texts of its Redaktion. Problems: `access-denied`,
 * `fassung-is-unknown`.
 */
export async function editableFassung(req: PayloadRequest): Promise<Result<DeskDoc>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion'))
    return failed(problem('access-denied'))
  return readableFassung(req)
}

/** The text that the address names, if the person may see it. Problem: `fassung-is-unknown`. */
export async function readableFassung(req: PayloadRequest): Promise<Result<DeskDoc>> {
  return fassungForRead(req, String(req.routeParams?.['id']))
}

/** The text with this id, if the person may see it. Problem: `fassung-is-unknown`. */
export async function fassungForRead(req: PayloadRequest, id: string): Promise<Result<DeskDoc>> {
  const { docs } = await req.payload.find({
    collection: 'fassungen',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const [doc] = docs
  return doc ? success(doc as unknown as DeskDoc) : failed(problem('fassung-is-unknown'))
}
