import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'

/**
 * Lets Redaktionen read these drafts (and comment and vote on them). Repeating it changes nothing. `abstimmungId` names the
 * consultation that says so; null where a person does.
 */
export async function addBeteiligungen(
  req: PayloadRequest,
  fassungIds: readonly string[],
  redaktionIds: readonly string[],
  abstimmungId: string | null,
): Promise<void> {
  forget(req)
  const known = await find(req, { fassung: fassungIds, redaktion: redaktionIds })
  const keys = new Set(known.map(keyOf))
  for (const fassung of new Set(fassungIds)) {
    for (const redaktion of new Set(redaktionIds)) {
      const row = { fassung, redaktion, abstimmung: abstimmungId }
      if (keys.has(keyOf(row))) continue
      const data = { id: randomUUID(), ...row }
      await req.payload.db.create({ collection: 'beteiligungen', data, req })
    }
  }
}

/** Ends what one consultation allowed; what another one or a person allows stays. */
export async function removeBeteiligungen(
  req: PayloadRequest,
  abstimmungId: string,
): Promise<void> {
  forget(req)
  const where = { abstimmung: { equals: abstimmungId } }
  await req.payload.db.deleteMany({ collection: 'beteiligungen', where, req })
}

/** Nobody takes part in a draft that is gone. */
export async function dropBeteiligungen(req: PayloadRequest, fassungId: string): Promise<void> {
  forget(req)
  const where = { fassung: { equals: fassungId } }
  await req.payload.db.deleteMany({ collection: 'beteiligungen', where, req })
}

/** The ids of the drafts in which one of these Redaktionen takes part. One request asks once. */
export async function beteiligteFassungen(
  req: PayloadRequest,
  redaktionIds: readonly string[],
): Promise<readonly string[]> {
  if (redaktionIds.length === 0) return []
  return once(req, `beteiligt|${redaktionIds.join('|')}`, async () => {
    const rows = await find(req, { redaktion: redaktionIds })
    return [...new Set(rows.map(({ fassung }) => fassung))]
  })
}

/** The ids of the Redaktionen that have named one of these as their partner for the four eyes. One request asks once. */
export async function partnerschaften(
  req: PayloadRequest,
  redaktionIds: readonly string[],
): Promise<readonly string[]> {
  if (redaktionIds.length === 0) return []
  return once(req, `partner|${redaktionIds.join('|')}`, async () => {
    const { docs } = await req.payload.db.find<{ id: string }>({
      collection: 'redaktionen',
      where: { partner: { in: [...redaktionIds] } },
      limit: 0,
      pagination: false,
      req,
    })
    return docs.map(({ id }) => id)
  })
}

type Beteiligung = {
  readonly fassung: string
  readonly redaktion: string
  readonly abstimmung?: string | null
}

function keyOf({ fassung, redaktion, abstimmung }: Beteiligung): string {
  return `${fassung}|${redaktion}|${abstimmung ?? ''}`
}

async function find(
  req: PayloadRequest,
  wanted: { readonly fassung?: readonly string[]; readonly redaktion?: readonly string[] },
): Promise<readonly Beteiligung[]> {
  const where = Object.fromEntries(
    Object.entries(wanted).map(([field, ids]) => [field, { in: [...ids] }]),
  )
  const { docs } = await req.payload.db.find<Beteiligung & { id: string }>({
    collection: 'beteiligungen',
    where,
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

// Access rules are asked many times in one request. The answers live as long as the request itself.
const answers = new WeakMap<PayloadRequest, Map<string, Promise<readonly string[]>>>()

function once(
  req: PayloadRequest,
  key: string,
  ask: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const known = answers.get(req) ?? new Map<string, Promise<readonly string[]>>()
  answers.set(req, known)
  const answer = known.get(key) ?? ask()
  known.set(key, answer)
  return answer
}

function forget(req: PayloadRequest): void {
  answers.delete(req)
}
