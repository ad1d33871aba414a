import { createHash, randomUUID } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import { createChronik, newestFolgenummer, record, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis, Ereignisart, Ereignisentwurf } from '#core/log/ereignis.ts'
import type {
  AppendEreignis,
  CurrentChronik,
  GetInhalte,
  HashInhalt,
  PutInhalte,
  ReadEreignisse,
} from '#ports/log.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { nextTurn, pause } from '#store/database/nextTurn.ts'
import { createTurn } from '#store/turn.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/** Aussagen per content of a staged import: keeps each row of the content table small. */
const STAPEL_SIZE = 500
/** Entries with more Aussagen than this are staged in the content table instead of lying in the entry. */
const INLINE_LIMIT = 500
/** Entries read at a time. */
const PAGE_SIZE = 500
const MAX_ATTEMPTS = 200

const inTurn = createTurn()

/** What a row of the log keeps of the Aussagen: themselves, or the contents in which they are staged. */
type StoredAussagen =
  { readonly aussagen: readonly Aussage[] } | { readonly stapel: readonly Inhaltshash[] }

/** SHA-256 (hex) of the canonical JSON. */
export const hashInhalt: HashInhalt = (wert) => rowOf(wert).id

/**
 * Appends entries. On SQLite the append joins the transaction of `req`, or has one of its own; on MongoDB a single insert
 * under the unique Folgenummer decides, and a writer that came second takes the next number. Either way the numbers
 * have no gaps and no doubles.
 */
export function createAppend(payload: Payload, req?: PayloadRequest): AppendEreignis {
  const putInhalte = createPutInhalte(payload, req)
  return (entwurf) =>
    inTurn(payload, req, async () => {
      const stored = await stage(entwurf.aussagen, putInhalte)
      for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
        const appended = await tryAppend(payload, entwurf, stored, req)
        if (appended !== 'number-taken') return appended
        await pause(Math.random() * Math.min(50, 2 * (attempt + 1)))
      }
      throw new Error('the log of releases stayed contended')
    })
}

/** Puts contents into the content table under their hashes; what is there already stays. */
export function createPutInhalte(payload: Payload, req?: PayloadRequest): PutInhalte {
  return async (werte) => {
    const rows = werte.map(rowOf)
    const known = await readInhalte(payload, [...new Set(rows.map(({ id }) => id))])
    for (const row of new Map(rows.map((each) => [each.id, each])).values()) {
      if (!known.has(row.id)) await insertInhalt(payload, row, req)
    }
    return rows.map(({ id }) => id)
  }
}

/** Contents by hash; a missing one throws, because the log names it. */
export function createGetInhalte(payload: Payload): GetInhalte {
  return async (hashes) => {
    const found = await readInhalte(payload, [...new Set(hashes)])
    const inhalte = new Map<Inhaltshash, unknown>()
    for (const hash of hashes) {
      const json = found.get(hash)
      if (json === undefined) throw new Error(`the content table lacks ${hash}`)
      inhalte.set(hash, JSON.parse(json))
    }
    return inhalte
  }
}

/** Reads the log in pages; yields to the event loop between them. */
export function createReadEreignisse(payload: Payload): ReadEreignisse {
  return async function* readEreignisse(after: Folgenummer) {
    for (let last = after; ;) {
      const { docs } = await payload.db.find<EreignisRow>({
        collection: 'ereignisse',
        where: { folgenummer: { greater_than: last } },
        sort: 'folgenummer',
        limit: PAGE_SIZE,
        pagination: false,
      })
      for (const row of docs) yield await ereignisFrom(payload, row)
      const newest = docs.at(-1)
      if (!newest || docs.length < PAGE_SIZE) return
      last = newest.folgenummer
      await nextTurn()
    }
  }
}

/**
 * A Chronik that catches up with the log whenever it is asked for. Calls at the same time share one reading. Only
 * committed entries are seen.
 */
export function createCurrentChronik(payload: Payload): CurrentChronik {
  const chronik = createChronik()
  const read = createReadEreignisse(payload)
  let running: Promise<Chronik> | undefined
  let next: Promise<Chronik> | undefined
  const catchUp = async (): Promise<Chronik> => {
    for await (const ereignis of read(newestFolgenummer(chronik))) record(chronik, ereignis)
    return chronik
  }
  const begin = (): Promise<Chronik> => {
    running = catchUp().finally(() => (running = undefined))
    return running
  }
  return () => {
    // First of all: one that is about to begin begins alone. Two readings at once would record an entry twice.
    if (next) return next
    if (!running) return begin()
    // A reading that has begun may have missed an entry appended since: whoever asks later waits for the next one.
    next = running
      .catch(() => undefined)
      .then(() => {
        next = undefined
        return begin()
      })
    return next
  }
}

/** Whether the log holds an entry with this key, and of this kind where one is asked for. */
export async function hasSchluessel(
  payload: Payload,
  schluessel: string,
  art?: Ereignisart,
): Promise<boolean> {
  const { docs } = await payload.db.find<EreignisRow>({
    collection: 'ereignisse',
    where: {
      schluessel: { equals: schluessel },
      ...(art === undefined ? {} : { art: { equals: art } }),
    },
    limit: 1,
    pagination: false,
  })
  return docs.length > 0
}

type EreignisRow = {
  readonly id: string | number
  readonly folgenummer: Folgenummer
  readonly zeitpunkt: string
  readonly art: Ereignisart
  readonly schluessel: string
  readonly von: string
  readonly vonName?: string | null
  readonly bestaetigtVon?: string | null
  readonly grund?: string | null
  readonly eilfall?: boolean | null
  readonly gegenstand?: string | null
  readonly aussagen: string
}

async function tryAppend(
  payload: Payload,
  entwurf: Ereignisentwurf,
  stored: StoredAussagen,
  req: PayloadRequest | undefined,
): Promise<Result<Ereignis> | 'number-taken'> {
  const { schluessel, ...rest } = entwurf
  try {
    const placed = await inTransaction(
      payload,
      async (inner) => {
        const place = placeAfter(await newestInLog(payload, inner), entwurf)
        const data = {
          ...place,
          art: entwurf.art,
          schluessel: schluessel ?? randomUUID(),
          von: entwurf.von,
          vonName: await nameOf(payload, entwurf.von, inner),
          ...(entwurf.bestaetigtVon === undefined
            ? {}
            : {
                bestaetigtVon: entwurf.bestaetigtVon,
                bestaetigtVonName: await nameOf(payload, entwurf.bestaetigtVon, inner),
              }),
          grund: entwurf.grund,
          ...(entwurf.eilfall ? { eilfall: true } : {}),
          gegenstand: gegenstandOf(entwurf.aussagen),
          aussagen: canonicalJson(stored),
        }
        await payload.db.create({ collection: 'ereignisse', data, req: inner })
        return place
      },
      req ? { req } : {},
    )
    return success({ ...rest, ...placed })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    if (schluessel !== null && (await hasSchluessel(payload, schluessel)))
      return failed(problem('release-was-concurrent'))
    return 'number-taken'
  }
}

type Place = Pick<Ereignis, 'folgenummer' | 'zeitpunkt'>

/**
 * The next number, and an instant that never lies before the entry before: two processes and a clock that is set back
 * would otherwise give a later entry an earlier time, and change dates would run backwards (zeit.md, rule 17).
 */
function placeAfter(newest: Place | undefined, { zeitpunkt }: Ereignisentwurf): Place {
  const before = newest?.zeitpunkt ?? ''
  return {
    folgenummer: (newest?.folgenummer ?? 0) + 1,
    zeitpunkt: zeitpunkt > before ? zeitpunkt : before,
  }
}

async function newestInLog(payload: Payload, req: PayloadRequest): Promise<Place | undefined> {
  const { docs } = await payload.db.find<EreignisRow>({
    collection: 'ereignisse',
    sort: '-folgenummer',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]
}

async function nameOf(payload: Payload, id: string, req: PayloadRequest): Promise<string> {
  const user = await payload.db.findOne<{ id: string; name?: string }>({
    collection: 'users',
    where: { id: { equals: id } },
    req,
  })
  return user?.name ?? id
}

function gegenstandOf(aussagen: readonly Aussage[]): string {
  const [first] = aussagen
  if (!first) return ''
  return aussagen.length === 1
    ? nameOfAussage(first)
    : `${nameOfAussage(first)} und ${aussagen.length - 1} weitere`
}

function nameOfAussage(aussage: Aussage): string {
  switch (aussage.klasse) {
    case 'fassung':
      return `Fassung ${aussage.fassung.id}`
    case 'variante':
      return `Sprachfassung ${aussage.variante.id}`
    case 'zurueckziehung':
      return `Fassung ${aussage.zurueckziehung.fassungId}`
    case 'aussetzung':
      return `Fassung ${aussage.aussetzung.fassungId}`
    case 'zeitgrenze':
      return `Zeitgrenze ${aussage.zeitgrenze.id}`
    case 'objekt':
      return `${aussage.objekt.art} ${aussage.objekt.id}`
  }
}

async function stage(
  aussagen: readonly Aussage[],
  putInhalte: PutInhalte,
): Promise<StoredAussagen> {
  if (aussagen.length <= INLINE_LIMIT) return { aussagen }
  const stapel: Inhaltshash[] = []
  for (let start = 0; start < aussagen.length; start += STAPEL_SIZE) {
    stapel.push(...(await putInhalte([aussagen.slice(start, start + STAPEL_SIZE)])))
    await nextTurn()
  }
  return { stapel }
}

async function ereignisFrom(payload: Payload, row: EreignisRow): Promise<Ereignis> {
  const { folgenummer, zeitpunkt, art, von, grund = null, bestaetigtVon = null } = row
  const aussagen = await unstage(payload, JSON.parse(row.aussagen) as StoredAussagen)
  const zweite = bestaetigtVon === null ? {} : { bestaetigtVon }
  const eilig = row.eilfall === true ? { eilfall: true as const } : {}
  return { folgenummer, zeitpunkt, art, von, ...zweite, ...eilig, grund, aussagen }
}

async function unstage(payload: Payload, stored: StoredAussagen): Promise<readonly Aussage[]> {
  if ('aussagen' in stored) return stored.aussagen
  const inhalte = await createGetInhalte(payload)(stored.stapel)
  return stored.stapel.flatMap((hash) => inhalte.get(hash) as readonly Aussage[])
}

/** A content as the table keeps it; its JSON is made once, it is the costly part. */
function rowOf(wert: unknown): InhaltRow {
  const json = canonicalJson(wert)
  return { id: createHash('sha256').update(json).digest('hex'), wert: json }
}

type InhaltRow = { readonly id: Inhaltshash; readonly wert: string }

async function readInhalte(
  payload: Payload,
  hashes: readonly Inhaltshash[],
): Promise<ReadonlyMap<Inhaltshash, string>> {
  const found = new Map<Inhaltshash, string>()
  for (let start = 0; start < hashes.length; start += PAGE_SIZE) {
    const { docs } = await payload.db.find<InhaltRow>({
      collection: 'inhalte',
      where: { id: { in: hashes.slice(start, start + PAGE_SIZE) } },
      limit: PAGE_SIZE,
      pagination: false,
    })
    for (const { id, wert } of docs) found.set(id, wert)
    if (hashes.length > PAGE_SIZE) await nextTurn()
  }
  return found
}

async function insertInhalt(
  payload: Payload,
  row: InhaltRow,
  req: PayloadRequest | undefined,
): Promise<void> {
  try {
    await payload.db.create({ collection: 'inhalte', data: row, ...(req ? { req } : {}) })
  } catch (error) {
    // Somebody put the same content meanwhile; the hash says that it is the same.
    if (!isUniqueViolation(error)) throw error
  }
}
