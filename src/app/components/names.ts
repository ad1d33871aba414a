import type { Payload } from 'payload'

/** What people call the objects that the log knows by id. */
export type Names = {
  readonly rechtsnorm: (id: string) => string
  readonly leistung: (id: string) => string
  readonly gebiet: (id: string) => string
}

type Wanted = {
  readonly rechtsnormen: readonly string[]
  readonly leistungen: readonly string[]
  readonly gebiete: readonly string[]
}

/** Looks the names up, one question per kind. All who have signed in may read them. */
export async function namesOf(payload: Payload, wanted: Wanted): Promise<Names> {
  const [rechtsnormen, leistungen, gebiete] = await Promise.all([
    lookUp(payload, 'rechtsnormen', wanted.rechtsnormen, ({ abkuerzung, kurztitel, titel }) =>
      firstText(kurztitel, abkuerzung, titel),
    ),
    lookUp(payload, 'leistungen', wanted.leistungen, ({ name }) => firstText(name)),
    lookUp(payload, 'gebiete', wanted.gebiete, ({ name }) => firstText(name)),
  ])
  return {
    rechtsnorm: (id) => rechtsnormen.get(id) ?? 'Rechtsnorm',
    leistung: (id) => leistungen.get(id) ?? 'Leistung',
    gebiet: (id) => gebiete.get(id) ?? 'Gebiet',
  }
}

type Row = Readonly<Record<string, unknown>>

async function lookUp(
  payload: Payload,
  collection: 'rechtsnormen' | 'leistungen' | 'gebiete',
  ids: readonly string[],
  nameOf: (row: Row) => string | undefined,
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  if (wanted.length === 0) return new Map()
  const { docs } = await payload.find({
    collection,
    where: { id: { in: wanted } },
    depth: 0,
    limit: 0,
    pagination: false,
  })
  const rows = docs as unknown as readonly (Row & { readonly id: string })[]
  return new Map(
    rows.flatMap((row) => {
      const name = nameOf(row)
      return name === undefined ? [] : [[row.id, name]]
    }),
  )
}

function firstText(...values: readonly unknown[]): string | undefined {
  return values.find((value): value is string => typeof value === 'string' && value !== '')
}
