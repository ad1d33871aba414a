import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import { userOf } from '#collections/access.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { isProjection } from '#store/projection.ts'
import { appendProtokoll } from '#store/protokoll.ts'

/** How documents of a collection are told to the audit. */
export type Protokollart = {
  /** The acts are `{name}-{angelegt}`, `{name}-geaendert`, `{name}-geloescht`. */
  readonly name: string
  /** How people call the making of one; left out: `angelegt`. */
  readonly angelegt?: string
  readonly collection: CollectionSlug
  /** Fields that change by acts with a row of their own, or by the house itself. */
  readonly ohne?: readonly string[]
  /** Fields of which the values are told too, before and after; of all others only the name. */
  readonly werte?: readonly string[]
  readonly redaktionId: (doc: DeskDoc) => string | null
}

/** Hooks by which every saving and deleting by a person or a program of ours leaves one row, in the same transaction. */
export function protokollHooks(art: Protokollart): {
  readonly noteChange: CollectionAfterChangeHook
  readonly noteDelete: CollectionAfterDeleteHook
} {
  return {
    noteChange: async ({ doc: saved, previousDoc, operation, context, req }) => {
      const doc = saved as DeskDoc
      if (isProjection(context)) return saved as unknown
      if (operation === 'create') {
        await note(req, art, art.angelegt ?? 'angelegt', doc, valuesOf(art, doc))
        return saved as unknown
      }
      const before = (previousDoc ?? {}) as DeskDoc
      const felder = changedFields(before, doc, art.ohne ?? [])
      if (passwordChanges.delete(req)) felder.push('passwort')
      if (felder.length === 0) return saved as unknown
      const werte = (art.werte ?? []).filter((field) => felder.includes(field))
      await note(req, art, 'geaendert', doc, {
        felder,
        ...(werte.length === 0
          ? {}
          : {
              vorher: pick(before, werte),
              nachher: pick(doc, werte),
            }),
      })
      return saved as unknown
    },
    noteDelete: async ({ doc, context, req }) => {
      if (!isProjection(context)) await note(req, art, 'geloescht', doc as DeskDoc)
    },
  }
}

/** A password leaves no trace in the document; that it was changed is worth a row. */
export const rememberPassword: CollectionBeforeChangeHook = ({ data, operation, req }) => {
  const { password } = data as { readonly password?: unknown }
  if (operation === 'update' && typeof password === 'string' && password !== '')
    passwordChanges.add(req)
  return data as unknown
}

const passwordChanges = new WeakSet<PayloadRequest>()

async function note(
  req: PayloadRequest,
  { name, collection, redaktionId }: Protokollart,
  what: string,
  doc: DeskDoc,
  angaben?: object,
): Promise<void> {
  const user = userOf(req)
  await appendProtokoll(req.payload, req, {
    akt: `${name}-${what}`,
    gegenstand: {
      art: collection,
      id: textOf(doc, 'id'),
      titel: textOf(doc, 'titel') || textOf(doc, 'name'),
    },
    redaktionId: redaktionId(doc),
    von: user?.id ?? 'system',
    vonName: user?.name ?? 'system',
    grund: null,
    ...(angaben && Object.keys(angaben).length > 0 ? { angaben } : {}),
    vertraulich: doc['embargo'] === true,
  })
}

/** Set by the house with every saving. */
const OF_THE_HOUSE = [
  'id',
  'titel',
  'createdAt',
  'updatedAt',
  'sessions',
  'collection',
  '_strategy',
]

function changedFields(before: DeskDoc, after: DeskDoc, ohne: readonly string[]): string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names]
    .filter((name) => !OF_THE_HOUSE.includes(name) && !ohne.includes(name))
    .filter((name) => comparable(before[name]) !== comparable(after[name]))
    .sort()
}

function pick(doc: DeskDoc, fields: readonly string[]): object {
  return Object.fromEntries(fields.map((field) => [field, idOr(doc[field]) ?? null]))
}

function valuesOf({ werte = [] }: Protokollart, doc: DeskDoc): object {
  return werte.length === 0 ? {} : { nachher: pick(doc, werte) }
}

/** Equal for what is equal to people: populated or not, empty or absent. */
function comparable(value: unknown): string {
  return canonicalJson(withoutEmpty(value) ?? null)
}

function withoutEmpty(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined
  if (Array.isArray(value)) {
    const members = value.map(withoutEmpty).filter((each) => each !== undefined)
    return members.length === 0 ? undefined : members
  }
  if (typeof value !== 'object') return value
  const id = idOr(value)
  if (typeof id === 'string' && 'createdAt' in value) return id
  const members = Object.entries(value)
    .map(([name, each]) => [name, withoutEmpty(each)] as const)
    .filter(([, each]) => each !== undefined)
  return members.length === 0 ? undefined : Object.fromEntries(members)
}

function idOr(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(idOr)
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

/** The Redaktion to which a document belongs by its field. */
export const redaktionOfDoc = (doc: DeskDoc): string | null => relationOf(doc, 'redaktion')
