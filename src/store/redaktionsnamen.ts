import type { PayloadRequest } from 'payload'

/** The names of the Redaktionen among these ids that exist, in the order of the ids. Everybody signed in may read them. */
export async function namesOfRedaktionen(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids)]
  const { docs } = await req.payload.db.find<{ id: string; name: string }>({
    collection: 'redaktionen',
    where: { id: { in: wanted } },
    limit: 0,
    pagination: false,
    req,
  })
  const names = new Map(docs.map(({ id, name }) => [id, name]))
  return new Map(wanted.flatMap((id) => (names.has(id) ? [[id, names.get(id) ?? '']] : [])))
}
