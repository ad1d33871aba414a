import type { Payload } from 'payload'
import type { FassungId, Folgenummer, Freigegeben } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { abgesagteTexte, failedIn, type AbgesagterText } from '#core/log/absage.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { chronikOfInstance } from '#store/chronik.ts'
import { hasCursor, writeCursor } from '#store/cursor.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { pultOf } from '#store/desk/pult.ts'
import { groupOf, relationOf, type DeskDoc } from '#store/desk/read.ts'
import { createGetInhalte, createReadEreignisse, hashInhalt } from '#store/log.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/**
 * Makes a draft of every released text that waits for a law which fails with this entry (zeit.md, rule 8). Once: what an
 * editor did with the copy, deleting it included, is not undone by a replay, because the entry is remembered as done.
 */
export async function createKopien(payload: Payload, ereignis: Ereignis): Promise<void> {
  const { folgenummer } = ereignis
  const done = `absage|${folgenummer}`
  if (!ereignis.aussagen.some(isAbsage) || (await hasCursor(payload, done))) return
  const chronik = await chronikOfInstance(payload)()
  if (newestFolgenummer(chronik) < folgenummer)
    throw new Error(`entry ${folgenummer} is not committed yet`)
  const zeitgrenzen = failedIn(ereignis, chronik)
  for (const text of abgesagteTexte(ereignis, chronik, hashInhalt)) {
    const beleg = chronik.fassungen.get(text.gegenstand.id)
    if (!beleg) continue
    const pult = await releasedPult(payload, beleg.folgenummer, beleg.wert)
    await createKopie(payload, kopieOf(pult, text, zeitgrenzen))
  }
  await writeCursor(payload, done, folgenummer)
}

function isAbsage(aussage: Ereignis['aussagen'][number]): boolean {
  return aussage.klasse === 'zeitgrenze' && aussage.zeitgrenze.stand === 'abgesagt'
}

/** The document as it was when the text was released; where none was kept, one from its words. */
async function releasedPult(
  payload: Payload,
  folgenummer: Folgenummer,
  fassung: Freigegeben,
): Promise<DeskDoc> {
  const getInhalte = createGetInhalte(payload)
  const hash = await pultHashOf(payload, folgenummer, fassung.id)
  if (hash !== null) return (await getInhalte([hash])).get(hash) as DeskDoc
  const inhalt = (await getInhalte([fassung.inhalt])).get(fassung.inhalt) as FassungInhalt
  return deskFassung({ ...fassung, inhalt })
}

async function pultHashOf(
  payload: Payload,
  folgenummer: Folgenummer,
  id: FassungId,
): Promise<string | null> {
  for await (const { aussagen } of createReadEreignisse(payload)(folgenummer - 1)) {
    for (const aussage of aussagen)
      if (aussage.klasse === 'fassung' && aussage.fassung.id === id) return aussage.pult
    return null
  }
  return null
}

/** The words of the text without a day: somebody must say what they are for now. */
function kopieOf(pult: DeskDoc, { kopieId }: AbgesagterText, failed: readonly string[]): DeskDoc {
  const ende = relationOf(groupOf(pult, 'ende'), 'zeitgrenze')
  const copy = {
    ...pultOf(pult),
    berichtigt: null,
    wiederaufgenommen: false,
    beginn: { art: 'zeitgrenze' },
    ...(ende !== null && failed.includes(ende) ? { ende: { art: 'offen' } } : {}),
  }
  return { ...withOwnRowIds(copy, kopieId), ...NEU, id: kopieId, folgenummer: null }
}

/** A draft that nobody has written yet; what it changes is for somebody to say. */
const NEU = {
  zustand: 'entwurf',
  aenderungsart: 'inhaltlich',
  verfasser: [],
  embargo: false,
  eilfall: false,
} as const

/** Rows of a copy are rows of their own; their ids follow from the copy, so that it is the same whoever makes it. */
function withOwnRowIds(doc: DeskDoc, kopieId: FassungId): DeskDoc {
  return Object.fromEntries(
    Object.entries(doc).map(([name, value]) => [name, ownRowIds(value, kopieId)]),
  )
}

function ownRowIds(value: unknown, kopieId: FassungId): unknown {
  if (Array.isArray(value)) return value.map((row: unknown) => ownRowId(row, kopieId))
  const isGroup = typeof value === 'object' && value !== null && !('root' in value)
  return isGroup ? withOwnRowIds(value as DeskDoc, kopieId) : value
}

function ownRowId(row: unknown, kopieId: FassungId): unknown {
  if (typeof row !== 'object' || row === null) return row
  const { id, ...rest } = row as DeskDoc
  const own = withOwnRowIds(rest, kopieId)
  // As long as an id of MongoDB, which is what Payload gives rows on every database.
  return typeof id === 'string' ? { ...own, id: hashInhalt([kopieId, id]).slice(0, 24) } : own
}

async function createKopie(payload: Payload, copy: DeskDoc): Promise<void> {
  const instant = new Date().toISOString()
  const data = { ...copy, createdAt: instant, updatedAt: instant }
  try {
    await inTransaction(payload, (req) =>
      payload.db.create({ collection: 'fassungen', data, req, returning: false }),
    )
  } catch (error) {
    // It is there: another process made it, or we did before we were interrupted.
    if (!isUniqueViolation(error)) throw error
    const there = await payload.db.findOne<{ id: string }>({
      collection: 'fassungen',
      where: { id: { equals: String(copy['id']) } },
    })
    if (!there) throw error
  }
}
