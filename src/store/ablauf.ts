import type { PayloadRequest } from 'payload'
import type { Zustand } from '#core/ablauf/ablauf.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { changeWhere } from '#store/changeWhere.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/**
 * Moves a draft one step on its way, if it still stands where it was seen; false when somebody else has moved it meanwhile.
 * Straight to the database: `zustand` is no field that anybody may write. Which step is allowed is asked before (`ABLAUF`).
 */
export async function moveFassung(
  req: PayloadRequest,
  id: string,
  von: Zustand,
  nach: Zustand,
): Promise<boolean> {
  return changeWhere(
    req.payload,
    'fassungen',
    { and: [{ id: { equals: id } }, { zustand: { equals: von } }] },
    { zustand: nach },
    req,
  )
}

/** Names of the accounts that could release a text of this Redaktion, those of its partner included; without these ids. */
export async function freigebendeOf(
  req: PayloadRequest,
  redaktionId: string,
  without: readonly string[],
): Promise<readonly string[]> {
  const redaktion = await req.payload.db.findOne<{ id: string; partner?: string | null }>({
    collection: 'redaktionen',
    where: { id: { equals: redaktionId } },
    req,
  })
  const partner = redaktion?.partner
  const { docs } = await req.payload.db.find<{ id: string; name: string }>({
    collection: 'users',
    where: {
      and: [
        { redaktion: { in: [redaktionId, ...(typeof partner === 'string' ? [partner] : [])] } },
        { rolle: { in: ['administration', 'landesredaktion', 'kommunalredaktion'] } },
        ...(without.length === 0 ? [] : [{ id: { not_in: [...without] } }]),
      ],
    },
    sort: 'name',
    limit: SOME,
    pagination: false,
    req,
  })
  return docs.map(({ name }) => name)
}

/** A sentence names a few people, not a department. */
const SOME = 4

/** Id of the account that released this text as an Eilfall; null where it was none. */
export async function eilfallVon(req: PayloadRequest, fassungId: string): Promise<string | null> {
  const { docs } = await req.payload.db.find<{ id: string; von: string; eilfall?: boolean }>({
    collection: 'ereignisse',
    where: { schluessel: { equals: `freigabe|${fassungId}` } },
    limit: 1,
    pagination: false,
    req,
  })
  const [entry] = docs
  return entry?.eilfall === true ? entry.von : null
}

/** Who has looked at an Eilfall, and what they say. */
export type Eilfallblick = {
  readonly fassung: string
  readonly titel: string
  readonly redaktion: string
  readonly am: CalendarDay
  readonly zeitpunkt: string
  readonly von: string
  readonly vonName: string
  readonly bemerkung: string | null
}

/** Notes that another person has looked at an Eilfall; false where somebody had before. */
export async function confirmEilfall(req: PayloadRequest, blick: Eilfallblick): Promise<boolean> {
  // Looked for first: on SQLite a refused insert would spoil the transaction of the act.
  if (await hasConfirmed(req, blick.fassung)) return false
  const data = { id: keyOf(blick.fassung), ...blick, art: 'eilfall', ergebnis: 'unveraendert' }
  try {
    await req.payload.db.create({ collection: 'ueberpruefungen', data, req })
    return true
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return false
  }
}

/** Whether another person has looked at this Eilfall. */
export async function hasConfirmed(req: PayloadRequest, fassungId: string): Promise<boolean> {
  const where = { id: { equals: keyOf(fassungId) } }
  return (await req.payload.db.findOne({ collection: 'ueberpruefungen', where, req })) !== null
}

/** One look for each Eilfall. */
function keyOf(fassungId: string): string {
  return `eilfall|${fassungId}`
}
