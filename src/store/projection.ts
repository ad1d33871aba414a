import type { CollectionSlug, Payload, PayloadRequest, RequestContext } from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Aussage, Objektstand } from '#core/log/ereignis.ts'
import type { ProjectEreignis } from '#ports/pult.ts'
import { analyze } from '#store/database/analyze.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { pultOf } from '#store/desk/pult.ts'
import type { DeskDoc } from '#store/desk/read.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { deskObjekt, type Objektwerte } from '#store/desk/objekte.ts'
import { deskZeitgrenze } from '#store/desk/zeitgrenze.ts'
import { createKopien } from '#store/kopien.ts'
import { createGetInhalte } from '#store/log.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/** Marks a write that brings a document up to the log. A symbol cannot be sent over REST. */
const PROJEKTION = Symbol.for('stichtag.projektion')

/** Whether a write comes from the projection; only then may a released document change. */
export function isProjection(context: RequestContext): boolean {
  return (context as Record<symbol, unknown>)[PROJEKTION] === true
}

/** Brings the editors' documents up to one entry. Documents that are already there or further are left alone. */
export function createProject(payload: Payload): ProjectEreignis {
  return async (ereignis, fortschritt) => {
    const { aussagen, folgenummer } = ereignis
    let done = 0
    for (const part of partsOf(aussagen)) {
      if (part.length > 1) await projectGebiete(payload, part, folgenummer)
      else for (const aussage of part) await projectAussage(payload, aussage, ereignis)
      done += part.length
      if (aussagen.length > 1) await nextTurn()
      fortschritt?.(done, aussagen.length)
    }
    await createKopien(payload, ereignis)
    if (aussagen.length >= MANY) await analyze(payload)
  }
}

/** Makes the documents of everything that the log holds forget which entry they are up to; drafts stay as they are. */
export async function forgetEntries(payload: Payload): Promise<void> {
  for (const collection of PROJECTED) {
    const { docs } = await payload.db.find<{ id: string }>({
      collection,
      // Drafts of texts stay; all else is what the log says, also what was saved and never logged.
      where: collection === 'fassungen' ? { folgenummer: { greater_than: 0 } } : {},
      limit: 0,
      pagination: false,
    })
    for (let start = 0; start < docs.length; start += BULK_SIZE) {
      const ids = docs.slice(start, start + BULK_SIZE).map(({ id }) => id)
      const where = { id: { in: ids } }
      await payload.db.updateMany({
        collection,
        where,
        data: { folgenummer: 0 },
        returning: false,
      })
      await nextTurn()
    }
  }
}

const PROJECTED = [
  'fassungen',
  'zeitgrenzen',
  ...Object.values(OBJEKT_SAMMLUNGEN),
] as const satisfies CollectionSlug[]

/** After so many documents the database plans its queries anew. */
const MANY = 1000

/** An import names thousands of areas; nothing but their own values goes into their documents, so they go in bulk. */
const BULK_SIZE = 50

/** The Aussagen in their order: areas that stand together in bulk, everything else one by one. */
function* partsOf(aussagen: readonly Aussage[]): Generator<readonly Aussage[], void, undefined> {
  let part: Aussage[] = []
  for (const aussage of aussagen) {
    const isBulk =
      aussage.klasse === 'objekt' && aussage.objekt.art === 'gebiet' && aussage.pult === null
    if (part.length > 0 && (!isBulk || part.length === BULK_SIZE)) {
      yield part
      part = []
    }
    if (isBulk) part.push(aussage)
    else yield [aussage]
  }
  if (part.length > 0) yield part
}

/**
 * Many areas in one transaction, straight to the database: an area has no hook that composes anything. On MongoDB another
 * process may write one of them meanwhile; then one by one is right.
 */
async function projectGebiete(
  payload: Payload,
  aussagen: readonly Aussage[],
  folgenummer: Folgenummer,
): Promise<void> {
  const objekte = aussagen.flatMap((each) => (each.klasse === 'objekt' ? [each.objekt] : []))
  const rows = await Promise.all(
    objekte.map(async (objekt) => ({ ...(await deskOf(payload, objekt)), id: objekt.id })),
  )
  try {
    await inTransaction(payload, async (req) => {
      const known = await folgenummernOf(payload, objekte, req)
      for (const row of rows) {
        const { id } = row
        const upTo = known.get(id)
        const write = {
          collection: 'gebiete',
          data: { ...row, folgenummer },
          returning: false,
          req,
        } as const
        if (upTo === undefined) await payload.db.create(write)
        else if (upTo < folgenummer) await payload.db.updateOne({ ...write, id })
      }
    })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    for (const aussage of aussagen) await projectAussage(payload, aussage, { folgenummer })
  }
}

async function folgenummernOf(
  payload: Payload,
  objekte: readonly Objektstand[],
  req: PayloadRequest,
): Promise<ReadonlyMap<string, Folgenummer>> {
  const { docs } = await payload.db.find<{ id: string; folgenummer?: number | null }>({
    collection: 'gebiete',
    where: { id: { in: objekte.map(({ id }) => id) } },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((doc) => [doc.id, doc.folgenummer ?? 0]))
}

/** What of an entry goes into each document that it concerns. */
type Projiziert = { readonly folgenummer: Folgenummer; readonly eilfall?: boolean }

async function projectAussage(
  payload: Payload,
  aussage: Aussage,
  { folgenummer, eilfall = false }: Projiziert,
): Promise<void> {
  switch (aussage.klasse) {
    case 'fassung':
      return upsert(
        payload,
        'fassungen',
        aussage.fassung.id,
        folgenummer,
        { zustand: 'freigegeben', eilfall },
        aussage.pult,
      )
    case 'variante':
      return upsert(
        payload,
        'fassungen',
        aussage.variante.id,
        folgenummer,
        { zustand: 'freigegeben', eilfall },
        aussage.pult,
      )
    case 'zurueckziehung':
      return upsert(
        payload,
        'fassungen',
        aussage.zurueckziehung.fassungId,
        folgenummer,
        { zustand: 'zurueckgezogen' },
        null,
      )
    case 'aussetzung':
      return upsert(
        payload,
        'fassungen',
        aussage.aussetzung.fassungId,
        folgenummer,
        { zustand: 'freigegeben' },
        null,
      )
    case 'zeitgrenze':
      return upsert(
        payload,
        'zeitgrenzen',
        aussage.zeitgrenze.id,
        folgenummer,
        deskZeitgrenze(aussage.zeitgrenze),
        aussage.pult,
      )
    case 'objekt':
      return upsert(
        payload,
        OBJEKT_SAMMLUNGEN[aussage.objekt.art],
        aussage.objekt.id,
        folgenummer,
        await deskOf(payload, aussage.objekt),
        aussage.pult,
      )
  }
}

/**
 * Writes straight to the database: an entry is true, so no rule for editors may keep its document from following. A
 * document that was saved and is not in the log yet (`folgenummer` empty; possible on MongoDB only) is newer than any
 * entry and is left to its editor.
 */
async function upsert(
  payload: Payload,
  collection: (typeof PROJECTED)[number],
  id: string,
  folgenummer: Folgenummer,
  own: DeskDoc,
  pult: Inhaltshash | null,
): Promise<void> {
  const words = pult === null ? {} : await readPult(payload, pult)
  await inTransaction(payload, async (req) => {
    const where = { id: { equals: id } }
    const existing = await payload.db.findOne<DeskDoc & { id: string }>({ collection, where, req })
    const state = { ...stateOf(own), folgenummer }
    if (!existing) {
      if (pult === null && !('id' in own)) return
      await payload.db.create({
        collection,
        data: { ...own, ...words, ...state, id, ...now() },
        req,
      })
      return
    }
    if (Number(existing['folgenummer'] ?? 0) >= folgenummer) return
    const isSame = canonicalJson(pultOf(existing)) === canonicalJson(words)
    const isUnlogged = collection !== 'fassungen' && (existing['folgenummer'] ?? null) === null
    if (isUnlogged && !isSame) return
    const data = isSame ? state : { ...own, ...words, ...state, updatedAt: now().updatedAt }
    await payload.db.updateOne({ collection, id, data, req, returning: false })
  })
}

/** Time stamps of a document: the database's own affair, they say nothing about the log. */
function now(): { readonly createdAt: string; readonly updatedAt: string } {
  const instant = new Date().toISOString()
  return { createdAt: instant, updatedAt: instant }
}

function stateOf(own: DeskDoc): DeskDoc {
  return Object.fromEntries(
    Object.entries(own).filter(([name]) => name === 'zustand' || name === 'eilfall'),
  )
}

async function readPult(payload: Payload, hash: Inhaltshash): Promise<DeskDoc> {
  return (await createGetInhalte(payload)([hash])).get(hash) as DeskDoc
}

async function deskOf(payload: Payload, objekt: Objektstand): Promise<DeskDoc> {
  const { art, id, beginn, ende } = objekt
  const wert = 'wert' in objekt ? objekt.wert : await readPult(payload, objekt.inhalt)
  return deskObjekt(art, { id, wert: wert as Objektwerte[typeof art], beginn, ende })
}
