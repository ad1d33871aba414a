import type { PayloadRequest } from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'
import type { CreateEntwurf, FindAufgesetzte } from '#ports/pult.ts'
import { deskFassung, pulttextFrom } from '#store/desk/fassung.ts'
import { pultOf } from '#store/desk/pult.ts'
import type { DeskDoc } from '#store/desk/read.ts'

/** What commands that begin drafts need of the desk. */
export type EntwurfPorts = {
  readonly createEntwurf: CreateEntwurf
  readonly findAufgesetzte: FindAufgesetzte
}

/** The desk as the person who asks may use it: Payload's access rules hold. */
export function entwurfPorts(req: PayloadRequest): EntwurfPorts {
  return {
    createEntwurf: async (entwurf) => {
      await req.payload.create({
        collection: 'fassungen',
        data: deskFassung(entwurf) as never,
        depth: 0,
        overrideAccess: false,
        req,
      })
      // Nobody may write this field: it takes a day from another text.
      if (entwurf.wiederaufgenommen) {
        await req.payload.db.updateOne({
          collection: 'fassungen',
          id: entwurf.id,
          data: { wiederaufgenommen: true },
          req,
        })
      }
    },
    findAufgesetzte: async (berichtigt) => {
      const { docs } = await req.payload.find({
        collection: 'fassungen',
        where: {
          and: [
            { berichtigt: { equals: berichtigt } },
            { wiederaufgenommen: { equals: true } },
            { zustand: { in: [...UNVEROEFFENTLICHT] } },
          ],
        },
        sort: 'createdAt',
        depth: 0,
        limit: 0,
        pagination: false,
        overrideAccess: false,
        req,
      })
      return docs.flatMap((doc) => {
        // A draft that does not parse has nothing to say yet; its own page tells why.
        const text = pulttextFrom(pultOf(doc as unknown as DeskDoc))
        return text.ok && text.value.art === 'fassung' ? [text.value.entwurf] : []
      })
    },
  }
}
