import { randomUUID } from 'node:crypto'
import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import {
  ABSTIMMUNGSZUSTAND_LABELS,
  VOTEN,
  type Abstimmung,
  type Abstimmungszustand,
  type Stimme,
} from '#core/abstimmung/abstimmung.ts'
import type { Kommentar } from '#core/abstimmung/kommentar.ts'
import { isModulname } from '#core/abstimmung/lesetext.ts'
import { abstimmungspfad, type Abstimmungsnachricht } from '#core/abstimmung/nachrichten.ts'
import type { Niederschrift } from '#core/abstimmung/niederschrift.ts'
import type { Stelle } from '#core/abstimmung/stelle.ts'
import type { Ausgang } from '#core/abstimmung/stimmen.ts'
import type { FassungId, Inhaltshash } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { changeWhere } from '#store/changeWhere.ts'
import { connectionOf } from '#store/database/sqlite/connection.ts'
import { inhaltFrom } from '#store/desk/module.ts'
import { pultOf } from '#store/desk/pult.ts'
import {
  groupOf,
  numberOrNull,
  relationOf,
  relationsOf,
  textOf,
  textOrNull,
  type DeskDoc,
} from '#store/desk/read.ts'
import { hashInhalt } from '#store/log.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/** Whether a refused act leaves nothing behind by itself: SQLite rolls back, MongoDB does not. */
export function rollsBack(payload: Payload): boolean {
  return connectionOf(payload.db) !== undefined
}

/** A consultation from its document. */
export function abstimmungFrom(doc: DeskDoc): Abstimmung {
  return {
    id: textOf(doc, 'id'),
    titel: textOf(doc, 'titel'),
    zeitgrenzeId: relationOf(doc, 'zeitgrenze'),
    fassungIds: relationsOf(doc, 'fassungen'),
    redaktionId: relationOf(doc, 'redaktion') ?? '',
    teilnehmerIds: relationsOf(doc, 'teilnehmer'),
    frist: dayOf(doc, 'frist'),
    erinnerungTage: numberOrNull(doc, 'erinnerungTage') ?? 0,
    schweigefristTage: numberOrNull(doc, 'schweigefristTage') ?? 0,
    zustand: ZUSTAENDE.find((known) => known === doc['zustand']) ?? 'offen',
    embargo: doc['embargo'] === true,
    eroeffnetAm: textOf(doc, 'eroeffnetAm'),
    eroeffnetVonName: textOf(doc, 'eroeffnetVonName'),
    beendetAm: textOrNull(doc, 'beendetAm'),
    beendetVonName: textOrNull(doc, 'beendetVonName'),
    grund: textOrNull(doc, 'grund'),
  }
}

/** The record of an ended consultation; null while it is open, or while its end is being written. */
export function niederschriftFrom(doc: DeskDoc): Niederschrift | null {
  const value = doc['niederschrift']
  return typeof value === 'object' && value !== null ? (value as Niederschrift) : null
}

/** The consultation with this id, past all access rules; null: there is none. */
export async function findAbstimmung(
  req: PayloadRequest,
  id: string,
): Promise<{ readonly abstimmung: Abstimmung; readonly doc: DeskDoc } | null> {
  const doc = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'abstimmungen',
    where: { id: { equals: id } },
    req,
  })
  return doc ? { abstimmung: abstimmungFrom(doc), doc } : null
}

/** All consultations that run, past all access rules. */
export async function offeneAbstimmungen(payload: Payload): Promise<readonly Abstimmung[]> {
  const { docs } = await payload.db.find<DeskDoc & { id: string }>({
    collection: 'abstimmungen',
    where: { zustand: { equals: 'offen' } },
    sort: 'frist',
    limit: 0,
    pagination: false,
  })
  return docs.map(abstimmungFrom)
}

/** Whether a consultation about this text still runs. */
export async function isBeingConsulted(
  req: PayloadRequest,
  fassungId: FassungId,
): Promise<boolean> {
  const where = { and: [{ fassungen: { in: [fassungId] } }, { zustand: { equals: 'offen' } }] }
  return (await list(req, 'abstimmungen', where)).length > 0
}

/** A consultation as it is opened. */
export type NeueAbstimmung = Omit<Abstimmung, 'zustand' | 'beendetAm' | 'beendetVonName' | 'grund'>

/** Puts it on the desk. */
export async function createAbstimmung(req: PayloadRequest, neue: NeueAbstimmung): Promise<void> {
  const { zeitgrenzeId, fassungIds, redaktionId, teilnehmerIds, ...rest } = neue
  await req.payload.db.create({
    collection: 'abstimmungen',
    data: {
      ...rest,
      zeitgrenze: zeitgrenzeId,
      fassungen: [...fassungIds],
      redaktion: redaktionId,
      teilnehmer: [...teilnehmerIds],
      zustand: 'offen',
      createdAt: neue.eroeffnetAm,
      updatedAt: neue.eroeffnetAm,
    },
    req,
  })
}

/** Takes a consultation back that came to nothing while it was opened, with its invitations (MongoDB only). */
export async function dropAbstimmung(req: PayloadRequest, id: string): Promise<void> {
  const { db } = req.payload
  const ziel = abstimmungspfad(id)
  await db.deleteMany({ collection: 'benachrichtigungen', where: { ziel: { equals: ziel } }, req })
  await db.deleteMany({ collection: 'abstimmungen', where: { id: { equals: id } }, req })
}

/** Changes it if it still runs; false when somebody has ended it meanwhile. */
export async function changeOffene(
  req: PayloadRequest,
  id: string,
  data: Readonly<Record<string, unknown>>,
): Promise<boolean> {
  const where: Where = { and: [{ id: { equals: id } }, { zustand: { equals: 'offen' } }] }
  return changeWhere(req.payload, 'abstimmungen', where, { ...data }, req)
}

/** Adds participants; those who are there already stay. False when it does not run any more. */
export async function addTeilnehmer(
  req: PayloadRequest,
  { id, teilnehmerIds }: Abstimmung,
  neue: readonly string[],
  zeitpunkt: string,
): Promise<boolean> {
  if (!(await changeOffene(req, id, { updatedAt: zeitpunkt }))) return false
  await req.payload.db.updateOne({
    collection: 'abstimmungen',
    id,
    data: { teilnehmer: [...new Set([...teilnehmerIds, ...neue])] },
    req,
    returning: false,
  })
  return true
}

/** Takes the end of a consultation back that came to nothing (MongoDB only: SQLite rolls back). */
export async function reopenAbstimmung(req: PayloadRequest, id: string): Promise<void> {
  const data = { zustand: 'offen', beendetAm: null, beendetVonName: null, grund: null }
  await update(req, 'abstimmungen', id, data)
}

/** Writes the record. From then on it is fixed. */
export async function writeNiederschrift(
  req: PayloadRequest,
  id: string,
  niederschrift: Niederschrift,
): Promise<void> {
  const ergebnis: Ausgang = niederschrift.ausgang
  await update(req, 'abstimmungen', id, { niederschrift, ergebnis })
}

/** A text's contents at the desk and their hash; null where the document cannot be read as a text. */
export type Gelesen = { readonly inhalt: FassungInhalt; readonly stand: Inhaltshash }

/** The contents of a draft from its document. */
export function gelesenFrom(doc: DeskDoc): Gelesen | null {
  const inhalt = inhaltFrom(pultOf(doc))
  return inhalt.ok ? { inhalt: inhalt.value, stand: hashInhalt(inhalt.value) } : null
}

/** The documents of these texts, past all access rules. */
export async function readFassungDocs(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  ids: readonly FassungId[],
): Promise<ReadonlyMap<FassungId, DeskDoc>> {
  const docs = await list(req, 'fassungen', { id: { in: [...ids] } })
  return new Map(docs.map((doc) => [textOf(doc, 'id'), doc]))
}

/** Adds a vote. */
export async function createStimme(
  req: PayloadRequest,
  stimme: Stimme & { readonly abstimmungId: string; readonly von: string },
): Promise<void> {
  const { abstimmungId, fassungId, redaktionId, ...rest } = stimme
  const data = { ...rest, abstimmung: abstimmungId, fassung: fassungId, redaktion: redaktionId }
  await req.payload.db.create({ collection: 'stimmen', data, req, returning: false })
}

/** Removes a vote that came too late to enter the record (MongoDB only). */
export async function removeStimme(req: PayloadRequest, id: string): Promise<void> {
  await req.payload.db.deleteMany({ collection: 'stimmen', where: { id: { equals: id } }, req })
}

/** All votes that were ever given in a consultation. */
export async function readStimmen(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  abstimmungIds: readonly string[],
): Promise<readonly (Stimme & { readonly abstimmungId: string })[]> {
  const docs = await list(req, 'stimmen', { abstimmung: { in: [...abstimmungIds] } })
  return docs.map((doc) => ({
    id: textOf(doc, 'id'),
    abstimmungId: textOf(doc, 'abstimmung'),
    fassungId: textOf(doc, 'fassung'),
    redaktionId: textOf(doc, 'redaktion'),
    votum: VOTEN.find((known) => known === doc['votum']) ?? 'enthalten',
    grund: textOrNull(doc, 'grund'),
    stand: textOf(doc, 'stand'),
    vonName: textOf(doc, 'vonName'),
    zeitpunkt: textOf(doc, 'zeitpunkt'),
    tag: dayOf(doc, 'tag'),
  }))
}

/** Adds a remark; returns its id. */
export async function createKommentar(
  req: PayloadRequest,
  kommentar: Omit<Kommentar, 'id' | 'erledigt'> & {
    readonly abstimmungId: string
    readonly von: string
  },
): Promise<string> {
  const { abstimmungId, fassungId, redaktionId, stelle, ...rest } = kommentar
  const id = randomUUID()
  const data = {
    id,
    ...rest,
    // A field of the kind json keeps an empty value as the word null.
    ...(stelle === null ? {} : { stelle }),
    abstimmung: abstimmungId,
    fassung: fassungId,
    redaktion: redaktionId,
  }
  await req.payload.db.create({ collection: 'kommentare', data, req, returning: false })
  return id
}

/** The remarks of a consultation. */
export async function readKommentare(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  abstimmungId: string,
): Promise<readonly Kommentar[]> {
  const docs = await list(req, 'kommentare', { abstimmung: { equals: abstimmungId } })
  return docs.map((doc) => {
    const erledigtAm = textOrNull(doc, 'erledigtAm')
    const modul = doc['modul']
    return {
      id: textOf(doc, 'id'),
      fassungId: textOf(doc, 'fassung'),
      modul: isModulname(modul) ? modul : null,
      stelle: stelleFrom(doc),
      antwortAuf: textOrNull(doc, 'antwortAuf'),
      text: textOf(doc, 'text'),
      redaktionId: textOf(doc, 'redaktion'),
      redaktionName: textOf(doc, 'redaktionName'),
      vonName: textOf(doc, 'vonName'),
      zeitpunkt: textOf(doc, 'zeitpunkt'),
      erledigt:
        erledigtAm === null ? null : { am: erledigtAm, vonName: textOf(doc, 'erledigtVonName') },
    }
  })
}

/** Notes that a remark is settled, or open again. */
export async function settleKommentar(
  req: PayloadRequest,
  id: string,
  erledigt: Kommentar['erledigt'],
): Promise<void> {
  await update(req, 'kommentare', id, {
    erledigtVonName: erledigt?.vonName ?? null,
    erledigtAm: erledigt?.am ?? null,
  })
}

/** Up to which contents the account has read each of these texts. */
export async function readEinsichten(
  req: PayloadRequest,
  konto: string,
  fassungIds: readonly FassungId[],
): Promise<ReadonlyMap<FassungId, Inhaltshash>> {
  const docs = await list(req, 'einsichten', {
    id: { in: fassungIds.map((id) => `${konto}|${id}`) },
  })
  return new Map(docs.map((doc) => [textOf(doc, 'fassung'), textOf(doc, 'stand')]))
}

/** Notes what the account has read. With `nurErste` only where nothing is noted yet. */
export async function noteEinsicht(
  req: PayloadRequest,
  konto: string,
  { fassungId, stand }: { readonly fassungId: FassungId; readonly stand: Inhaltshash },
  { zeitpunkt, nurErste = false }: { readonly zeitpunkt: string; readonly nurErste?: boolean },
): Promise<void> {
  const id = `${konto}|${fassungId}`
  const collection = 'einsichten'
  const known = await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req })
  if (known !== null) {
    if (!nurErste) await update(req, collection, id, { stand, zeitpunkt })
    return
  }
  await createOnce(req, collection, { id, konto, fassung: fassungId, stand, zeitpunkt })
}

/** Keeps contents that somebody has seen, so that later ones can be compared with them. */
export async function keepTextstand(
  req: PayloadRequest,
  fassungId: FassungId,
  { inhalt, stand }: Gelesen,
): Promise<void> {
  const id = `${fassungId}|${stand}`
  const collection = 'textstaende'
  if ((await req.payload.db.findOne({ collection, where: { id: { equals: id } }, req })) !== null)
    return
  await createOnce(req, collection, { id, fassung: fassungId, inhalt })
}

/** Contents that were kept; null where they were not. */
export async function readTextstand(
  req: PayloadRequest,
  fassungId: FassungId,
  stand: Inhaltshash,
): Promise<FassungInhalt | null> {
  const [doc] = await list(req, 'textstaende', { id: { equals: `${fassungId}|${stand}` } })
  return doc ? groupOf(doc, 'inhalt') : null
}

/** What was looked at of a draft that is gone is kept no longer; votes and remarks are part of the record. */
export async function dropEinsichten(req: PayloadRequest, fassungId: FassungId): Promise<void> {
  const where: Where = { fassung: { equals: fassungId } }
  for (const collection of ['einsichten', 'textstaende'] as const)
    await req.payload.db.deleteMany({ collection, where, req })
}

/**
 * Makes consultations as confidential as their texts are now: one of them under Embargo is enough. A text that is gone leaves
 * it as it was.
 */
export async function spreadEmbargoToAbstimmungen(
  req: PayloadRequest,
  fassungId: FassungId,
): Promise<void> {
  const docs = await list(req, 'abstimmungen', { fassungen: { in: [fassungId] } })
  for (const doc of docs) {
    const { id, fassungIds, embargo } = abstimmungFrom(doc)
    const texts = [...(await readFassungDocs(req, fassungIds)).values()]
    const isUnder = texts.some((each) => each['embargo'] === true)
    if (isUnder === embargo) continue
    await update(req, 'abstimmungen', id, { embargo: isUnder })
    await req.payload.db.updateMany({
      collection: 'benachrichtigungen',
      where: { ziel: { equals: abstimmungspfad(id) } },
      data: { vertraulich: isUnder },
      req,
      returning: false,
    })
    // No part of the chain: what was said stays as it was hashed, only who may read it changes.
    await req.payload.db.updateMany({
      collection: 'protokoll',
      where: { gegenstandId: { equals: id } },
      data: { unterEmbargo: isUnder },
      req,
      returning: false,
    })
  }
}

/**
 * Puts messages before their Redaktionen (and into the mail, where one is configured); each only once, whoever says it how
 * often. Returns how many were new.
 */
export async function sendNachrichten(
  req: PayloadRequest,
  nachrichten: readonly Abstimmungsnachricht[],
  { zeitpunkt, vertraulich }: { readonly zeitpunkt: string; readonly vertraulich: boolean },
): Promise<number> {
  const collection = 'benachrichtigungen'
  const known = await list(req, collection, {
    id: { in: nachrichten.map(({ schluessel }) => schluessel) },
  })
  const there = new Set(known.map((doc) => textOf(doc, 'id')))
  let neu = 0
  for (const { schluessel, redaktionId, ...rest } of nachrichten) {
    if (there.has(schluessel)) continue
    const isNew = await createOnce(req, collection, {
      id: schluessel,
      // No entry of the log: a rebuild of the projection leaves it alone.
      folgenummer: 0,
      redaktion: redaktionId,
      zeitpunkt,
      vertraulich,
      ...rest,
    })
    if (isNew) neu += 1
  }
  return neu
}

const ZUSTAENDE = Object.keys(ABSTIMMUNGSZUSTAND_LABELS) as readonly Abstimmungszustand[]

/** A day that the house wrote itself. */
function dayOf(doc: DeskDoc, name: string): CalendarDay {
  const tag = parseCalendarDay(doc[name])
  if (!tag.ok) throw new Error(`${name} of ${textOf(doc, 'id')} is no day`)
  return tag.value
}

function stelleFrom(doc: DeskDoc): Stelle | null {
  const value = groupOf(doc, 'stelle')
  const { worte, davor, danach } = value as Partial<Stelle>
  return typeof worte === 'string' ? { worte, davor: davor ?? '', danach: danach ?? '' } : null
}

/** True when the row is new. Looked for before: on SQLite a refused insert would spoil the transaction of the act. */
async function createOnce(
  req: PayloadRequest,
  collection: CollectionSlug,
  data: Record<string, unknown>,
): Promise<boolean> {
  try {
    await req.payload.db.create({ collection, data, req, returning: false })
    return true
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    return false
  }
}

async function update(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
  data: Record<string, unknown>,
): Promise<void> {
  await req.payload.db.updateOne({ collection, id, data, req, returning: false })
}

async function list(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  collection: CollectionSlug,
  where: Where,
): Promise<readonly (DeskDoc & { readonly id: string })[]> {
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection,
    where,
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}
