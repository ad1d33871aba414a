import type { Payload, PayloadRequest } from 'payload'
import { success, type Result } from '#core/ergebnis.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { newestCorrection, type Sprachstand } from '#core/fassung/sprachfassung.ts'
import type { CreateSprachfassung, FindBegonnene, FindVorlage } from '#ports/sprachfassung.ts'
import { deskVariante } from '#store/desk/fassung.ts'
import { inhaltFrom } from '#store/desk/module.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'

/** What commands that begin language variants need of the desk, as the person who asks may use it. */
export function sprachfassungPorts(req: PayloadRequest): {
  readonly findBegonnene: FindBegonnene
  readonly findVorlage: FindVorlage
  readonly createSprachfassung: CreateSprachfassung
} {
  return {
    findBegonnene: async (fassungId, sprache) => {
      const { docs } = await req.payload.find({
        collection: 'fassungen',
        where: {
          and: [
            { variantVon: { equals: fassungId } },
            { sprache: { equals: sprache } },
            { zustand: { not_in: ['freigegeben', 'zurueckgezogen'] } },
          ],
        },
        sort: 'createdAt',
        depth: 0,
        limit: 1,
        pagination: false,
        select: { titel: true },
        overrideAccess: false,
        req,
      })
      return docs[0]?.id ?? null
    },
    findVorlage: async (id) => {
      const where = { id: { equals: id } }
      const doc = await req.payload.db.findOne<DeskDoc & { id: string }>({
        collection: 'fassungen',
        where,
        req,
      })
      return doc ? vorlageOf(doc) : null
    },
    createSprachfassung: async ({ vorlage, ...neu }, deutsch) => {
      await req.payload.create({
        collection: 'fassungen',
        data: deskVariante(neu, deutsch) as never,
        depth: 0,
        overrideAccess: false,
        req,
      })
      // Nobody may write this field: it decides what counts as translated.
      await req.payload.db.updateOne({
        collection: 'fassungen',
        id: neu.id,
        data: { uebersetztAus: vorlage },
        returning: false,
        req,
      })
    },
  }
}

/** The words of a variant's document. Problems: those of a module that does not parse. */
export function sprachstandOf(doc: DeskDoc): Result<Sprachstand> {
  const module = inhaltFrom(doc)
  if (!module.ok) return module
  return success({ module: module.value, vorlage: vorlageOf(doc) })
}

/** The German words that the modules were translated from, as the document keeps them; null: it does not. */
export function vorlageOf(doc: DeskDoc): FassungInhalt | null {
  const stored = doc['uebersetztAus']
  return typeof stored === 'object' && stored !== null ? stored : null
}

/** A German text as it is now. */
export type DeutscherText = {
  readonly id: string
  readonly titel: string
  readonly istFreigegeben: boolean
  readonly inhalt: FassungInhalt
}

/**
 * The German text that a variant is bound to, as it is now: the draft, or what was released, with its corrections. Past all access
 * rules: whoever may see the variant. Null: there is none, or it does not parse.
 */
export async function deutscherText(
  payload: Payload,
  variante: DeskDoc,
  req?: PayloadRequest,
): Promise<DeutscherText | null> {
  const id = relationOf(variante, 'variantVon')
  if (id === null) return null
  const source = await payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { id: { equals: id } },
    ...(req ? { req } : {}),
  })
  if (!source) return null
  const { chronik, getInhalte } = storePorts(payload, req)
  const released = newestCorrection(await chronik(), id)
  const titel = textOf(source, 'titel')
  if (released) {
    const inhalt = (await getInhalte([released.inhalt])).get(released.inhalt) as FassungInhalt
    return { id: released.id, titel, istFreigegeben: true, inhalt }
  }
  const inhalt = inhaltFrom(source)
  return inhalt.ok ? { id, titel, istFreigegeben: false, inhalt: inhalt.value } : null
}
