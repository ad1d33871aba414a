import type { Payload, PayloadRequest } from 'payload'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import {
  benachrichtigungenOf,
  betroffenheitOf,
  neededInhalte,
  type Benachrichtigung,
} from '#core/log/benachrichtigung.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { ProjectEreignis } from '#ports/pult.ts'
import { chronikOfInstance } from '#store/chronik.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { createGetInhalte, hashInhalt } from '#store/log.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/**
 * Makes the notifications of one entry what the log says, so that repeating it changes nothing: new ones are added, those
 * that no longer follow are removed, and of the others who has read them and when they were sent stays.
 */
export function createProjectBenachrichtigungen(payload: Payload): ProjectEreignis {
  return async (ereignis) => {
    const { folgenummer } = ereignis
    const chronik = await chronikOfInstance(payload)()
    if (newestFolgenummer(chronik) < folgenummer)
      throw new Error(`entry ${folgenummer} is not committed yet`)
    const betroffenheit = betroffenheitOf(ereignis, chronik, hashInhalt)
    const inhalte = await createGetInhalte(payload)(neededInhalte(betroffenheit))
    const wanted = benachrichtigungenOf(betroffenheit, inhalte)
    try {
      await write(payload, folgenummer, wanted)
    } catch (error) {
      // Another process projects the same entry: what it has added is there by now.
      if (!isUniqueViolation(error)) throw error
      await write(payload, folgenummer, wanted)
    }
  }
}

/** Removes notifications of entries that the log does not hold, e.g. of another log whose place this one has taken. */
export async function removeBeyond(payload: Payload, newest: Folgenummer): Promise<void> {
  await payload.db.deleteMany({
    collection: 'benachrichtigungen',
    where: { folgenummer: { greater_than: newest } },
  })
}

type Row = {
  readonly id: string
  readonly folgenummer: Folgenummer
  readonly titel: string
  readonly text: string
  readonly ziel: string
  readonly zeitpunkt: string
}

async function write(
  payload: Payload,
  folgenummer: Folgenummer,
  wanted: readonly Benachrichtigung[],
): Promise<void> {
  const collection = 'benachrichtigungen'
  const where = { folgenummer: { equals: folgenummer } }
  const list = { collection, where, limit: 0, pagination: false } as const
  const { docs: known } = await payload.db.find<Row>(list)
  if (wanted.length === 0 && known.length === 0) return
  const there = await redaktionenAmong(
    payload,
    wanted.map(({ redaktionId }) => redaktionId),
  )
  const rows = wanted.filter(({ redaktionId }) => there.has(redaktionId)).map(rowOf)
  const before = new Map(known.map((row) => [row.id, row]))
  await inTransaction(payload, async (req: PayloadRequest) => {
    for (const row of rows) {
      const { id, ...data } = row
      const old = before.get(id)
      if (!old) await payload.db.create({ collection, data: row, req, returning: false })
      else if (!isSame(old, row))
        await payload.db.updateOne({ collection, id, data, req, returning: false })
    }
    const kept = new Set(rows.map(({ id }) => id))
    const gone = known.flatMap(({ id }) => (kept.has(id) ? [] : [id]))
    if (gone.length > 0)
      await payload.db.deleteMany({ collection, where: { id: { in: gone } }, req })
  })
}

function rowOf({ redaktionId, ...rest }: Benachrichtigung): Row & { readonly redaktion: string } {
  return { ...rest, id: `${rest.folgenummer}|${redaktionId}`, redaktion: redaktionId }
}

function isSame(old: Row, row: Row): boolean {
  return (
    old.titel === row.titel &&
    old.text === row.text &&
    old.ziel === row.ziel &&
    old.zeitpunkt === row.zeitpunkt
  )
}

/** A Redaktion that has been dissolved reads nothing any more. */
async function redaktionenAmong(
  payload: Payload,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'redaktionen',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ id }) => id))
}
