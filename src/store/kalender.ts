import { createHmac, hkdfSync } from 'node:crypto'
import type { Payload } from 'payload'
import type { FindKalender } from '#ports/kalender.ts'
import { numberOrNull, textOf, type DeskDoc } from '#store/desk/read.ts'

/** The calendars of the Redaktionen of this installation. */
export function createFindKalender(payload: Payload): FindKalender {
  return async (redaktionId) => {
    const doc = await payload.db.findOne<DeskDoc & { id: string }>({
      collection: 'redaktionen',
      where: { id: { equals: redaktionId } },
    })
    if (!doc) return null
    const version = numberOrNull(doc, 'kalenderVersion') ?? 1
    return { name: textOf(doc, 'name'), token: tokenOf(payload.secret, redaktionId, version) }
  }
}

/** The path of a calendar with its token, as a calendar program subscribes to it. */
export function kalenderPath(redaktionId: string, token: string): string {
  const query = new URLSearchParams({ redaktion: redaktionId, token })
  return `/export/v1/kalender.ics?${query.toString()}`
}

/**
 * Follows from the Redaktion and the version of its address: nothing is kept that could be stolen, and a higher version
 * makes the old address void. The key is one of its own, so that a token says nothing about other signatures.
 */
function tokenOf(secret: string, redaktionId: string, version: number): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'stichtag kalender', 32))
  return createHmac('sha256', key)
    .update(JSON.stringify([redaktionId, version]))
    .digest('base64url')
}
