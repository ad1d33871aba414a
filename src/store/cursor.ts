import type { Payload } from 'payload'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/** How far the projection of this name has come; 0 where it never began. */
export async function readCursor(payload: Payload, name: string): Promise<Folgenummer> {
  return (await findRow(payload, name))?.folgenummer ?? 0
}

/** Whether the row of this name is there at all: a piece of work that is done once and never again. */
export async function hasCursor(payload: Payload, name: string): Promise<boolean> {
  return (await findRow(payload, name)) !== null
}

/** Remembers how far the projection of this name has come. */
export async function writeCursor(
  payload: Payload,
  name: string,
  folgenummer: Folgenummer,
): Promise<void> {
  const update = () =>
    payload.db.updateOne({ collection: 'projektionen', id: name, data: { folgenummer } })
  if (await findRow(payload, name)) {
    await update()
    return
  }
  try {
    await payload.db.create({ collection: 'projektionen', data: { id: name, folgenummer } })
  } catch (error) {
    // Another process began at the same moment.
    if (!isUniqueViolation(error)) throw error
    await update()
  }
}

function findRow(
  payload: Payload,
  name: string,
): Promise<{ readonly id: string; readonly folgenummer: Folgenummer } | null> {
  return payload.db.findOne<{ id: string; folgenummer: Folgenummer }>({
    collection: 'projektionen',
    where: { id: { equals: name } },
  })
}
