import type { PayloadRequest } from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'
import type { FassungId, Inhaltshash, RedaktionId } from '#core/fassung/fassung.ts'
import { anyUnderEmbargo } from '#store/embargo.ts'
import { elternschluessel, type Elternkenntnis, type Ort } from '#core/fassung/elternstand.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { wertOfModul } from '#core/fassung/modulzeichen.ts'
import { EBENEN } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, reiheKey } from '#core/log/chronik.ts'
import type {
  Elternentwurf,
  FindElternentscheide,
  FindElternentwuerfe,
  FindElternkenntnis,
} from '#ports/eltern.ts'
import { deskInhalt, inhaltFrom } from '#store/desk/module.ts'
import { MODULNAMEN, modulstand } from '#store/desk/modulstand.ts'
import { ankerOrNull, relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance } from '#store/ports.ts'

/** An `in` with more than these is too long for a statement of SQLite. */
const AT_ONCE = 500

/** What the desk knows of texts and what they inherit; past all access rules, for readers that ask about given Redaktionen. */
export function elternPorts(req: PayloadRequest): {
  readonly findElternentwuerfe: FindElternentwuerfe
  readonly findElternkenntnis: FindElternkenntnis
  readonly findElternentscheide: FindElternentscheide
} {
  return {
    findElternentwuerfe: async (redaktionIds) => {
      if (redaktionIds.length === 0) return []
      const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
        collection: 'fassungen',
        where: {
          and: [
            { redaktion: { in: [...redaktionIds] } },
            { zustand: { in: [...UNVEROEFFENTLICHT] } },
            { ebene: { not_equals: 'bund' } },
            { sprache: { equals: 'de' } },
          ],
        },
        limit: 0,
        pagination: false,
        req,
      })
      const jetzt = newestFolgenummer(await chronikOfInstance(req.payload)())
      return docs.flatMap((doc) => elternentwurfFrom(doc, jetzt) ?? [])
    },
    findElternkenntnis: async (fassungIds) => {
      const rows = await inChunks(fassungIds, async (ids) => {
        const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
          collection: 'fassungen',
          where: { id: { in: [...ids] } },
          select: { elternkenntnis: true },
          limit: 0,
          pagination: false,
          req,
        })
        return docs
      })
      return new Map(rows.map((row) => [row.id, kenntnisFrom(row)]))
    },
    findElternentscheide: async (reihen) => {
      const rows = await inChunks(reihen, async (some) => {
        const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
          collection: 'elternentscheide',
          where: { reihe: { in: [...some] } },
          limit: 0,
          pagination: false,
          req,
        })
        return docs
      })
      return new Set(rows.map((row) => textOf(row, 'id')))
    },
  }
}

/**
 * A desk document as a draft that stands on what it inherits; null where it is none: a language variant, a text of the Bund,
 * one that does not say where it belongs or does not parse. `jetzt`: what is known of the layers above where nothing is noted.
 */
export function elternentwurfFrom(doc: DeskDoc, jetzt: number): Elternentwurf | null {
  const ort = ortOf(doc)
  const inhalt = inhaltFrom(doc)
  if (ort === null || !inhalt.ok) return null
  const beginn = ankerOrNull(doc, 'beginn', '')
  const ende = ankerOrNull(doc, 'ende', '')
  return {
    ...ort,
    fassungId: textOf(doc, 'id'),
    redaktionId: relationOf(doc, 'redaktion') ?? '',
    // Half an anchor is none yet.
    beginn: beginn.ok ? beginn.value : null,
    ende: ende.ok ? ende.value : null,
    inhalt: inhalt.value,
    kenntnis: { sonst: jetzt, module: kenntnisFrom(doc) },
  }
}

/** Where a German text below the Bund belongs; null where it does not say so. */
export function ortOf(doc: DeskDoc): Ort | null {
  const leistungId = relationOf(doc, 'leistung')
  const gebietId = relationOf(doc, 'gebiet')
  const ebene = EBENEN.find((known) => known === doc['ebene'])
  const isGerman = (textOf(doc, 'sprache') || 'de') === 'de'
  if (leistungId === null || gebietId === null || !isGerman) return null
  return ebene === undefined || ebene === 'bund' ? null : { leistungId, gebietId, ebene }
}

/**
 * Against what each module of a document is written: a module that says something for the first time, against what is known now;
 * all others as before. `vorher` is the document before, or the one that a new one is written on top of; `sonst` what
 * counts for its modules of which nothing is noted.
 */
export function nextElternkenntnis(
  doc: DeskDoc,
  vorher: { readonly doc: DeskDoc; readonly sonst: number } | null,
  jetzt: number,
): Elternkenntnis['module'] {
  const known = vorher ? kenntnisFrom(vorher.doc) : {}
  const entries = MODULNAMEN.filter((modul) => modulstand(doc, modul) !== '').map((modul) => {
    const isNew = !vorher || modulstand(vorher.doc, modul) === ''
    return [modul, isNew ? jetzt : (known[modul] ?? vorher.sonst)] as const
  })
  return Object.fromEntries(entries)
}

/** A module in which nothing is written, as the desk keeps it: every field of it empty. */
export function leeresModul(modul: Modulname): DeskDoc {
  const leer = wertOfModul(modul, [])
  return deskInhalt({ [modul]: { modus: 'ersetzen', wert: leer } })
}

/** What somebody decided about a changed parent. */
export type Elternentscheid = {
  readonly ort: Ort
  readonly fassungId: FassungId
  readonly redaktionId: RedaktionId
  readonly modul: Modulname
  readonly basis: Inhaltshash
  readonly neu: Inhaltshash
  readonly entscheidung: 'uebernommen' | 'abgelehnt'
  readonly grund: string | null
  readonly von: string
  readonly vonName: string
  readonly am: string
  /** The draft in which it was taken over. */
  readonly entwurf: FassungId | null
}

/** Notes a decision; false where somebody had decided before. */
export async function recordElternentscheid(
  req: PayloadRequest,
  { ort, fassungId, redaktionId, entwurf, ...rest }: Elternentscheid,
): Promise<boolean> {
  const id = elternschluessel(ort, rest)
  // Looked for first: on SQLite a refused insert would spoil the transaction of the act.
  const where = { id: { equals: id } }
  if (await req.payload.db.findOne({ collection: 'elternentscheide', where, req })) return false
  await req.payload.db.create({
    collection: 'elternentscheide',
    data: {
      id,
      reihe: reiheKey(ort),
      fassung: fassungId,
      redaktion: redaktionId,
      entwurf,
      embargo: await anyUnderEmbargo(req, [fassungId, entwurf]),
      ...rest,
    },
    req,
  })
  return true
}

/** What was taken over into a draft that is gone was not taken over: the change is shown again. */
export async function dropElternentscheide(req: PayloadRequest, entwurf: FassungId): Promise<void> {
  const where = { entwurf: { equals: entwurf } }
  await req.payload.db.deleteMany({ collection: 'elternentscheide', where, req })
}

function kenntnisFrom(doc: DeskDoc): Elternkenntnis['module'] {
  const noted = doc['elternkenntnis']
  if (typeof noted !== 'object' || noted === null) return {}
  return Object.fromEntries(
    Object.entries(noted).filter((entry): entry is [string, number] => {
      return typeof entry[1] === 'number'
    }),
  )
}

async function inChunks<T, R>(
  items: readonly T[],
  find: (some: readonly T[]) => Promise<readonly R[]>,
): Promise<readonly R[]> {
  const found: R[] = []
  for (let from = 0; from < items.length; from += AT_ONCE)
    found.push(...(await find(items.slice(from, from + AT_ONCE))))
  return found
}
