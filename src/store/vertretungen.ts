import type { Payload, PayloadRequest } from 'payload'
import { darfVertreten } from '#core/ablauf/vertretung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Konto } from '#store/konto.ts'

/** Somebody who is represented by a person, and the Redaktion in whose name the person may write meanwhile. */
export type Vertretener = {
  readonly kontoId: string
  readonly name: string
  readonly redaktionId: string
}

/**
 * Whom an account represents on a day. Derived from the days of the Vertretung each time it is asked: nothing has to end it.
 * Where the roles no longer allow it, it says nothing.
 */
export async function vertreteneOf(
  payload: Payload,
  kontoId: string,
  heute: CalendarDay,
  req?: PayloadRequest,
): Promise<readonly Vertretener[]> {
  const { docs } = await payload.db.find<VertretungRow>({
    collection: 'vertretungen',
    where: {
      and: [
        { vertretung: { equals: kontoId } },
        { beginn: { less_than_equal: heute } },
        { ende: { greater_than_equal: heute } },
      ],
    },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  if (docs.length === 0) return []
  const konten = await kontenOf(
    payload,
    [kontoId, ...docs.map(({ vertretene }) => vertretene)],
    req,
  )
  const vertretung = konten.get(kontoId)
  if (!vertretung) return []
  return docs.flatMap(({ vertretene: id }) => {
    const vertretene = konten.get(id)
    const redaktionId = vertretene?.redaktion ?? null
    if (!vertretene || redaktionId === null) return []
    if (!darfVertreten({ vertretung: vertretung.rolle, vertretene: vertretene.rolle })) return []
    return [{ kontoId: id, name: vertretene.name, redaktionId }]
  })
}

type VertretungRow = {
  readonly id: string
  readonly vertretene: string
  readonly vertretung: string
}

async function kontenOf(
  payload: Payload,
  ids: readonly string[],
  req: PayloadRequest | undefined,
): Promise<ReadonlyMap<string, Konto>> {
  const { docs } = await payload.db.find<Konto>({
    collection: 'users',
    where: { id: { in: [...new Set(ids)] } },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return new Map(docs.map((doc) => [doc.id, doc]))
}
