import type { PayloadRequest } from 'payload'
import { pathTo } from '#core/gebiet/gebiet.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { relationsOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance, clockOf } from '#store/ports.ts'

/** Whether a Gebiet is one of the Redaktion's, or lies in one of them on the day of asking. */
export async function liesInRedaktion(
  req: PayloadRequest,
  redaktionId: string,
  gebietId: string,
): Promise<boolean> {
  const redaktion = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'redaktionen',
    where: { id: { equals: redaktionId } },
    req,
  })
  if (!redaktion) return false
  const own = relationsOf(redaktion, 'gebiete')
  const chronik = await chronikOfInstance(req.payload)()
  const gebiete = gebieteOn(chronik, newestPair(chronik, clockOf(req.payload)().heute))
  return pathTo(gebiete, gebietId).some(({ id }) => own.includes(id)) || own.includes(gebietId)
}
