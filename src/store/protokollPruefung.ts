import { createHash } from 'node:crypto'
import type { CollectionSlug, Payload } from 'payload'
import type { ProtokollPorts } from '#ports/protokoll.ts'
import { readCursor } from '#store/cursor.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { hashInhalt } from '#store/log.ts'
import { readKettenlaenge, zeileFrom, type ProtokollRow } from '#store/protokoll.ts'
import { hashOfEintrag, type EintragRow } from '#store/protokollEintraege.ts'

/** Rows read at a time. Contents of texts are longer, so fewer of them. */
const PAGE_SIZE = 500
const INHALTE_PAGE_SIZE = 50

/** The audit and the log of releases as a database keeps them, for the check. */
export function protokollPorts(payload: Payload): ProtokollPorts {
  return {
    hash: hashInhalt,
    kettenlaenge: async () => (await readKettenlaenge(payload)) ?? 0,
    attestiertBis: () => readCursor(payload, 'protokoll'),
    async *readZeilen() {
      for await (const page of pages<ProtokollRow>(payload, {
        collection: 'protokoll',
        key: 'nummer',
        first: 0,
      }))
        yield page.map(zeileFrom)
    },
    hashesOfEintraege: async (folgenummern) => {
      const { docs } = await payload.db.find<EintragRow>({
        collection: 'ereignisse',
        where: { folgenummer: { in: [...folgenummern] } },
        limit: folgenummern.length,
        pagination: false,
      })
      return new Map(docs.map((row) => [Number(row['folgenummer']), hashOfEintrag(row)]))
    },
    async *readFolgenummern() {
      for await (const page of pages<{ id: string; folgenummer: number }>(payload, {
        collection: 'ereignisse',
        key: 'folgenummer',
        first: 0,
        select: { folgenummer: true },
      }))
        yield page.map(({ folgenummer }) => folgenummer)
    },
    async *readChangedInhalte() {
      for await (const page of pages<{ id: string; wert: string }>(payload, {
        collection: 'inhalte',
        key: 'id',
        first: '',
        size: INHALTE_PAGE_SIZE,
      }))
        yield page.filter(({ id, wert }) => sha256(wert) !== id).map(({ id }) => id)
    },
  }
}

type Reading = {
  readonly collection: CollectionSlug
  /** Unique and indexed; its order is the order of reading. */
  readonly key: string
  readonly first: string | number
  readonly size?: number
  readonly select?: Readonly<Record<string, true>>
}

async function* pages<Row extends { readonly id: string | number }>(
  payload: Payload,
  { collection, key, first, size = PAGE_SIZE, select }: Reading,
): AsyncGenerator<readonly Row[], void, undefined> {
  for (let last: unknown = first; ;) {
    const { docs } = await payload.db.find<Row>({
      collection,
      where: { [key]: { greater_than: last } },
      sort: key,
      limit: size,
      pagination: false,
      ...(select ? { select: { ...select } } : {}),
    })
    if (docs.length > 0) yield docs
    if (docs.length < size) return
    last = (docs.at(-1) as Readonly<Record<string, unknown>> | undefined)?.[key]
    await nextTurn()
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
