import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import {
  anhaengen,
  LEERE_KETTE,
  type Kettenende,
  type Protokollzeile,
  type Zeilenentwurf,
} from '#core/protokoll/protokoll.ts'
import { dayInBerlin } from '#core/zeit/berlin.ts'
import { clockOf } from '#store/clock.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { pause } from '#store/database/nextTurn.ts'
import { readKonto } from '#store/konto.ts'
import { hashInhalt } from '#store/log.ts'
import { createTurn } from '#store/turn.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'
import { vertreteneOf } from '#store/vertretungen.ts'

const MAX_ATTEMPTS = 200

const inTurn = createTurn()

/** The row of `projektionen` that remembers how long the chain is: rows cut off at its end would leave no gap. */
const KETTENLAENGE = 'protokoll-laenge'

/** What an act tells the audit. */
export type Protokolleintrag = {
  /** What was done, in the words of the house: `entwurf-geaendert`, `abstimmung-begonnen` (`protokollDeutsch.ts`). */
  readonly akt: string
  /** The document: its collection, its id, its title as people see it now. */
  readonly gegenstand: {
    readonly art: CollectionSlug
    readonly id: string
    readonly titel: string
  }
  /** The Redaktion to which it belongs; null for things of nobody. Its members may read the row. */
  readonly redaktionId: string | null
  /** Id of the account or machine, and its name. */
  readonly von: string
  readonly vonName: string
  readonly grund: string | null
  /** What else is worth knowing. No texts: the audit cannot forget them. */
  readonly angaben?: unknown
  /** About a text under embargo: only those involved read the row. */
  readonly vertraulich?: boolean
}

/**
 * Appends one row to the audit. With the `req` of an open transaction it is written with the act or not at all (SQLite); on
 * MongoDB it is a single insert after the act. Numbers have no gaps and no doubles, whoever writes at the same time.
 */
export async function appendProtokoll(
  payload: Payload,
  req: PayloadRequest | undefined,
  eintrag: Protokolleintrag,
): Promise<void> {
  const { akt, gegenstand, redaktionId, von, vonName, angaben, vertraulich = false } = eintrag
  const { zeitpunkt } = clockOf(payload)()
  await appendZeile(payload, req, `akt|${randomUUID()}`, {
    zeitpunkt,
    akt,
    von,
    vonName,
    gegenstandArt: gegenstand.art,
    gegenstandId: gegenstand.id,
    titel: gegenstand.titel,
    redaktion: redaktionId,
    grund: textOrNothing(eintrag.grund),
    angaben: angaben === undefined || angaben === null ? null : canonicalJson(angaben),
    folgenummer: null,
    eintragshash: null,
    vertraulich,
  })
}

/** A row before it knows its place and what the house can add by itself. */
export type Zeilenangaben = Omit<Zeilenentwurf, 'inVertretungFuer' | 'redaktionName'>

/** Appends a row once: one whose key is taken is there already. */
export async function appendZeile(
  payload: Payload,
  req: PayloadRequest | undefined,
  schluessel: string,
  angaben: Zeilenangaben,
): Promise<void> {
  await inTurn(payload, req, () => tryUntilPlaced(payload, req, schluessel, angaben))
}

async function tryUntilPlaced(
  payload: Payload,
  req: PayloadRequest | undefined,
  schluessel: string,
  angaben: Zeilenangaben,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
    try {
      await inTransaction(
        payload,
        async (inner) => {
          if (await isThere(payload, schluessel, inner)) return
          const entwurf = await completed(payload, inner, angaben)
          await insert(payload, inner, schluessel, entwurf)
        },
        req ? { req } : {},
      )
      return
    } catch (error) {
      if (!isUniqueViolation(error)) throw error
      // Somebody else took the number (MongoDB) or wrote the same row.
      await pause(Math.random() * Math.min(50, 2 * (attempt + 1)))
    }
  }
  throw new Error('the audit stayed contended')
}

/** How many rows the chain has ever had; null where it never had one. */
export async function readKettenlaenge(
  payload: Payload,
  req?: PayloadRequest,
): Promise<number | null> {
  const row = await payload.db.findOne<{ id: string; folgenummer: number }>({
    collection: 'projektionen',
    where: { id: { equals: KETTENLAENGE } },
    ...(req ? { req } : {}),
  })
  return row?.folgenummer ?? null
}

/** A row as a database keeps it; some keep an empty field as nothing, some as an empty text. */
export type ProtokollRow = Readonly<Record<string, unknown>> & { readonly id: string | number }

/** The row as it was hashed. */
export function zeileFrom(row: ProtokollRow): Protokollzeile {
  return {
    nummer: Number(row['nummer']),
    zeitpunkt: text(row['zeitpunkt']),
    akt: text(row['akt']),
    von: text(row['von']),
    vonName: text(row['vonName']),
    inVertretungFuer: textOrNothing(row['inVertretungFuer']),
    gegenstandArt: text(row['gegenstandArt']),
    gegenstandId: text(row['gegenstandId']),
    titel: text(row['titel']),
    redaktion: textOrNothing(row['redaktion']),
    redaktionName: textOrNothing(row['redaktionName']),
    grund: textOrNothing(row['grund']),
    angaben: textOrNothing(row['angaben']),
    folgenummer: typeof row['folgenummer'] === 'number' ? row['folgenummer'] : null,
    eintragshash: textOrNothing(row['eintragshash']),
    // SQLite gives numbers to whoever asks it directly.
    vertraulich: row['vertraulich'] === true || row['vertraulich'] === 1,
    vorher: text(row['vorher']),
    hash: text(row['hash']),
  }
}

async function insert(
  payload: Payload,
  req: PayloadRequest,
  schluessel: string,
  entwurf: Zeilenentwurf,
): Promise<void> {
  const laenge = await readKettenlaenge(payload, req)
  const ende = await newestZeile(payload, req)
  // Rows that somebody cut off at the end must leave a gap for ever, so their numbers are not given again.
  const nummer = Math.max(ende.nummer, laenge ?? 0)
  const zeile = anhaengen({ ...ende, nummer }, entwurf, hashInhalt)
  await payload.db.create({
    collection: 'protokoll',
    data: { ...zeile, schluessel },
    req,
    returning: false,
  })
  await rememberLaenge(payload, req, laenge, zeile.nummer)
}

async function newestZeile(payload: Payload, req: PayloadRequest): Promise<Kettenende> {
  const { docs } = await payload.db.find<ProtokollRow>({
    collection: 'protokoll',
    sort: '-nummer',
    limit: 1,
    pagination: false,
    req,
  })
  const [newest] = docs
  return newest ? zeileFrom(newest) : LEERE_KETTE
}

async function isThere(
  payload: Payload,
  schluessel: string,
  req: PayloadRequest,
): Promise<boolean> {
  const where = { schluessel: { equals: schluessel } }
  return (await payload.db.findOne({ collection: 'protokoll', where, req })) !== null
}

/** The number only grows: on MongoDB a writer that came first may remember last. */
async function rememberLaenge(
  payload: Payload,
  req: PayloadRequest,
  before: number | null,
  nummer: number,
): Promise<void> {
  const collection = 'projektionen'
  if (before !== null) {
    const isShorter = { folgenummer: { less_than: nummer } }
    await payload.db.updateMany({
      collection,
      where: { and: [{ id: { equals: KETTENLAENGE } }, isShorter] },
      data: { folgenummer: nummer },
      returning: false,
      req,
    })
    return
  }
  const data = { id: KETTENLAENGE, folgenummer: nummer }
  try {
    await payload.db.create({ collection, data, req, returning: false })
  } catch (error) {
    // Another process wrote the first row at the same moment (MongoDB); the next row remembers.
    if (!isUniqueViolation(error)) throw error
  }
}

async function completed(
  payload: Payload,
  req: PayloadRequest,
  angaben: Zeilenangaben,
): Promise<Zeilenentwurf> {
  const { redaktion, von, zeitpunkt } = angaben
  const doc =
    redaktion === null
      ? null
      : await payload.db.findOne<{ id: string; name?: string }>({
          collection: 'redaktionen',
          where: { id: { equals: redaktion } },
          req,
        })
  const vertretene = await vertreteneOf(payload, von, dayInBerlin(zeitpunkt), req)
  const ownRedaktion = vertretene.some((each) => each.redaktionId === redaktion)
    ? ((await readKonto(payload, von, req))?.redaktion ?? null)
    : null
  // What somebody may do anyway is not done for another.
  const fuer =
    ownRedaktion === redaktion
      ? undefined
      : vertretene.find((each) => each.redaktionId === redaktion)
  return {
    ...angaben,
    redaktionName: textOrNothing(doc?.name),
    inVertretungFuer: fuer?.name ?? null,
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function textOrNothing(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
