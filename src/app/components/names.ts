import type { CollectionSlug, Payload } from 'payload'

/** What people call the objects that the log knows by id. */
export type Names = {
  readonly rechtsnorm: (id: string) => string
  readonly leistung: (id: string) => string
  readonly gebiet: (id: string) => string
  readonly redaktion: (id: string) => string
}

type Wanted = {
  readonly rechtsnormen?: readonly string[]
  readonly leistungen?: readonly string[]
  readonly gebiete?: readonly string[]
  readonly redaktionen?: readonly string[]
}

/** Looks the names up, one question per kind. All who have signed in may read them. */
export async function namesOf(payload: Payload, wanted: Wanted): Promise<Names> {
  const [rechtsnormen, leistungen, gebiete, redaktionen] = await Promise.all([
    lookUp(payload, 'rechtsnormen', wanted.rechtsnormen, 'kurztitel', 'abkuerzung', 'titel'),
    lookUp(payload, 'leistungen', wanted.leistungen, 'name'),
    lookUp(payload, 'gebiete', wanted.gebiete, 'name'),
    lookUp(payload, 'redaktionen', wanted.redaktionen, 'name'),
  ])
  return {
    rechtsnorm: (id) => rechtsnormen.get(id) ?? 'Rechtsnorm',
    leistung: (id) => leistungen.get(id) ?? 'Leistung',
    gebiet: (id) => gebiete.get(id) ?? 'Gebiet',
    redaktion: (id) => redaktionen.get(id) ?? 'Redaktion',
  }
}

/** A document as it comes from the desk. */
export type Row = Readonly<Record<string, unknown>>

async function lookUp(
  payload: Payload,
  collection: 'rechtsnormen' | 'leistungen' | 'gebiete' | 'redaktionen',
  ids: readonly string[] | undefined,
  ...fields: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const rows = await docsOf(payload, collection, ids ?? [], fields)
  return new Map(
    rows.flatMap((row) => {
      const name = firstText(...fields.map((field) => row[field]))
      return name === undefined ? [] : [[row.id, name]]
    }),
  )
}

/** An `in` with more than these is too long for a statement of SQLite. */
const AT_ONCE = 500

/** Fields of the documents with these ids, past any access rule: ask only for what everybody signed in may see. */
export async function docsOf(
  payload: Payload,
  collection: CollectionSlug,
  ids: readonly string[],
  fields: readonly string[],
): Promise<readonly (Row & { readonly id: string })[]> {
  const wanted = [...new Set(ids)]
  const found: (Row & { readonly id: string })[] = []
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    const { docs } = await payload.find({
      collection,
      where: { id: { in: wanted.slice(from, from + AT_ONCE) } },
      select: Object.fromEntries(fields.map((field) => [field, true])),
      depth: 0,
      limit: 0,
      pagination: false,
    })
    found.push(...(docs as unknown as readonly (Row & { readonly id: string })[]))
  }
  return found
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '')
}
