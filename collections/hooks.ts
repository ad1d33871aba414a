import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  CollectionSlug,
  PayloadRequest,
} from 'payload'
import { saveObjekt } from '#commands/saveObjekt.ts'
import { saveZeitgrenze } from '#commands/saveZeitgrenze.ts'
import type { Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import { objektKey } from '#core/log/chronik.ts'
import { checkMove } from '#core/rechtsnorm/verlegen.ts'
import { checkLieferzielAngaben } from '#core/lieferung/lieferziel.ts'
import { redaktionenOf, userOf } from '#collections/access.ts'
import { problemError } from '#collections/problemError.ts'
import { pruefeObjekt } from '#core/pruefung/pruefeObjekt.ts'
import { objektFrom } from '#store/desk/objekte.ts'
import { pultOf } from '#store/desk/pult.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { titleOfZeitgrenze, zeitgrenzeFromDesk } from '#store/desk/zeitgrenze.ts'
import { hasSchluessel } from '#store/log.ts'
import { clockOf, chronikOfInstance, storePorts } from '#store/ports.ts'
import { isProjection } from '#store/projection.ts'
import { liesInRedaktion } from '#store/redaktion.ts'

type Hooks = NonNullable<CollectionConfig['hooks']>

/** Hooks of a collection whose documents are public from their day on: saving one appends one entry to the log. */
export function loggedHooks(art: Objektart): Hooks {
  return {
    beforeChange: [keepOwnGebiet, checkObjekt(art)],
    afterChange: [logObjekt(art)],
    beforeDelete: [keepLoggedObjekt(art)],
  }
}

/** Hooks of the collection `zeitgrenzen`. */
export const zeitgrenzeHooks: Hooks = {
  beforeChange: [keepOwnGebiet, keepOwnRechtsnorm, checkZeitgrenze],
  afterChange: [logZeitgrenze],
}

/** The log holds Zeitgrenzen for ever: texts hang on them. */
export const keepLogged: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const chronik = await chronikOfInstance(req.payload)()
  if (chronik.zeitgrenzen.has(String(id))) throw problemError(problem('zeitgrenze-in-use'))
}

/** A released Fassung is never edited, by any route; a correction is a new release. The log decides, not the document. */
export const keepReleasedFassung: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  context,
  req,
}) => {
  const { id } = (originalDoc ?? {}) as { id?: string }
  if (id === undefined || isProjection(context)) return data
  if (await hasSchluessel(req.payload, `freigabe|${id}`))
    throw problemError(problem('fassung-is-released'))
  return data
}

/** What was released stays at the desk too. */
export const keepReleasedFromDelete: CollectionBeforeDeleteHook = async ({ id, req }) => {
  if (await hasSchluessel(req.payload, `freigabe|${String(id)}`))
    throw problemError(problem('fassung-is-released'))
}

/** A new text is a draft, whoever sends what; a copy of a released one too. */
export const beginAsEntwurf: CollectionBeforeChangeHook = ({ data, operation, context }) => {
  if (operation !== 'create' || isProjection(context)) return data
  return { ...data, zustand: 'entwurf', folgenummer: null }
}

/**
 * Who opens an empty house must be able to let the others in. Payload lets somebody without an account make the first
 * one, and no other; the command line and the demo say themselves who is who.
 */
export const letFirstRule: CollectionBeforeValidateHook = async ({ data, operation, req }) => {
  if (operation !== 'create' || req.user || req.payloadAPI === 'local') return data
  const { totalDocs } = await req.payload.db.count({ collection: 'users', req })
  return totalDocs === 0 ? { ...data, rolle: 'administration' } : data
}

/** What others name stays; without this the database refuses without a word, or leaves them without it. */
export function keepUsed(
  users: Readonly<Partial<Record<CollectionSlug, string | readonly string[]>>>,
): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const named = Object.entries(users).flatMap(([slug, fields]) =>
      (typeof fields === 'string' ? [fields] : fields).map((field) => [slug, field] as const),
    )
    for (const [slug, field] of named) {
      const collection = slug as CollectionSlug
      const where = { [field]: { in: [id] } }
      const { totalDocs } = await req.payload.db.count({ collection, where, req })
      if (totalDocs === 0) continue
      const { plural } = req.payload.collections[collection].config.labels
      const sammlung = typeof plural === 'string' ? plural : slug
      throw problemError(problem('object-is-in-use', undefined, { sammlung }))
    }
  }
}

/** Nobody reads any more what was said to a Redaktion that is dissolved; a rebuild does not say it again. */
export const dropBenachrichtigungen: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const where = { redaktion: { equals: id } }
  await req.payload.db.deleteMany({ collection: 'benachrichtigungen', where, req })
}

/** A Kommunalredaktion writes for its own area and in its own name, or in that of a team for which it acts. */
export async function keepOwnGebiet({
  data,
  context,
  req,
}: Parameters<CollectionBeforeChangeHook>[0]): Promise<unknown> {
  const user = userOf(req)
  if (user?.rolle !== 'kommunalredaktion' || isProjection(context)) return data
  const redaktion = relationOf(data, 'redaktion')
  const gebiet = relationOf(data, 'gebiet')
  const isForeign =
    redaktion === null ||
    !redaktionenOf(user).includes(redaktion) ||
    (data['normgeber'] !== undefined && data['normgeber'] !== 'kommune') ||
    (gebiet !== null && !(await liesInRedaktion(req, redaktion, gebiet))) ||
    (await translatesForeign(req, redaktion, data as DeskDoc))
  if (isForeign) throw problemError(problem('access-denied'))
  return data
}

/** The title of a text in lists: what it is and where. */
export const nameFassung: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const doc = { ...originalDoc, ...data } as DeskDoc
  const parts = [
    await nameOf(req, 'leistungen', doc, 'leistung'),
    await nameOf(req, 'gebiete', doc, 'gebiet'),
    SPRACHEN[textOf(doc, 'sprache')],
  ]
  return { ...data, titel: parts.filter(Boolean).join(' – ') || 'Neue Fassung' }
}

/** The title of a Zustaendigkeit in lists. */
export const nameZustaendigkeit: CollectionBeforeValidateHook = async ({
  data,
  originalDoc,
  req,
}) => {
  if (!data) return data
  const doc = { ...originalDoc, ...data } as DeskDoc
  const parts = [
    await nameOf(req, 'leistungen', doc, 'leistung'),
    await nameOf(req, 'gebiete', doc, 'gebiet'),
  ]
  return { ...data, titel: parts.filter(Boolean).join(' – ') }
}

/** The title of a Zeitgrenze in lists: the Rechtsnorm, what happens and when. */
export const nameZeitgrenze: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const doc = { ...originalDoc, ...data } as DeskDoc
  const rechtsnorm = (await nameOf(req, 'rechtsnormen', doc, 'rechtsnorm')) ?? 'Rechtsnorm'
  return { ...data, titel: titleOfZeitgrenze(doc, rechtsnorm) }
}

/** A delivery target that could never work is refused when it is saved. */
export const checkLieferziel: CollectionBeforeValidateHook = ({ data, originalDoc }) => {
  const doc = { ...originalDoc, ...data } as DeskDoc
  const checked = checkLieferzielAngaben({
    zeitplan: textOf(doc, 'zeitplan'),
    verzeichnis: textOf(doc, 'verzeichnis'),
  })
  if (!checked.ok) throw problemError(...checked.problems)
  return data
}

/** The log and its contents are written by `#store/log.ts` only, which does not come this way. */
export const refuseLogWrites: CollectionBeforeOperationHook = (hook) => {
  const { operation }: { readonly operation: string } = hook
  if (!READING.has(operation)) {
    throw problemError(problem('log-is-append-only'))
  }
  return hook.args
}

// Payload itself still calls a listing `read`; its types do not name every operation.
const READING: ReadonlySet<string> = new Set([
  'read',
  'find',
  'findByID',
  'findDistinct',
  'count',
  'countVersions',
])

/** A translation is shown wherever its text is shown: only the Redaktion of the text may write it. */
async function translatesForeign(
  req: PayloadRequest,
  redaktion: string,
  data: DeskDoc,
): Promise<boolean> {
  const id = relationOf(data, 'variantVon')
  if (id === null) return false
  const source = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { id: { equals: id } },
    req,
  })
  return source === null || relationOf(source, 'redaktion') !== redaktion
}

/** The day of a law moves every text that hangs on it: a Kommunalredaktion sets only those of its own Satzungen. */
async function keepOwnRechtsnorm({
  data,
  context,
  req,
}: Parameters<CollectionBeforeChangeHook>[0]): Promise<unknown> {
  const user = userOf(req)
  const id = relationOf(data, 'rechtsnorm')
  if (user?.rolle !== 'kommunalredaktion' || isProjection(context) || id === null) return data
  const rechtsnorm = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'rechtsnormen',
    where: { id: { equals: id } },
    req,
  })
  const redaktion = rechtsnorm && relationOf(rechtsnorm, 'redaktion')
  if (redaktion === null || !redaktionenOf(user).includes(redaktion))
    throw problemError(problem('access-denied', 'Rechtsnorm'))
  return data
}

function checkObjekt(art: Objektart): CollectionBeforeChangeHook {
  return ({ data, context }) => {
    if (isProjection(context)) return data
    const { wert } = orThrow(objektFrom(art, data))
    const problems = pruefeObjekt(wert)
    if (problems.length > 0) throw problemError(...problems)
    // Until the entry stands in the log, the document says that it does not.
    return { ...data, folgenummer: null }
  }
}

function logObjekt(art: Objektart): CollectionAfterChangeHook {
  return async ({ doc: saved, collection, context, req }) => {
    const doc = saved as { readonly id: string }
    if (isProjection(context)) return doc
    const pult = pultOf(await reread(req, collection.slug, doc.id))
    const { id, wert, beginn, ende } = orThrow(objektFrom(art, pult))
    const ereignis = orThrow(
      await saveObjekt(storePorts(req.payload, req), {
        art,
        id,
        wert,
        beginn,
        ende,
        pult,
        von: vonOf(req),
      }),
    )
    return stamp(req, collection.slug, doc, ereignis.folgenummer)
  }
}

function keepLoggedObjekt(art: Objektart): CollectionBeforeDeleteHook {
  return async ({ id, req }) => {
    const chronik = await chronikOfInstance(req.payload)()
    if (chronik.objekte.has(objektKey({ art, id: String(id) })))
      throw problemError(problem('object-is-logged'))
  }
}

async function checkZeitgrenze({
  data,
  context,
  req,
}: Parameters<CollectionBeforeChangeHook>[0]): Promise<unknown> {
  if (isProjection(context)) return data
  const zeitgrenze = orThrow(zeitgrenzeFromDesk(data))
  const chronik = await chronikOfInstance(req.payload)()
  const previous = chronik.zeitgrenzen.get(zeitgrenze.id)?.at(-1)?.wert
  if (zeitgrenze.stand === 'abgesagt' && previous?.stand !== 'abgesagt')
    throw problemError(problem('zeitgrenze-needs-command', 'Stand'))
  orThrow(checkMove(chronik, zeitgrenze, clockOf(req.payload)().heute))
  return { ...data, folgenummer: null }
}

async function logZeitgrenze({
  doc,
  context,
  req,
}: Parameters<CollectionAfterChangeHook>[0]): Promise<unknown> {
  if (isProjection(context)) return doc
  const pult = pultOf(await reread(req, 'zeitgrenzen', (doc as { id: string }).id))
  const zeitgrenze = orThrow(zeitgrenzeFromDesk(pult))
  const ereignis = orThrow(
    await saveZeitgrenze(storePorts(req.payload, req), { zeitgrenze, pult, von: vonOf(req) }),
  )
  return stamp(req, 'zeitgrenzen', doc as object, ereignis.folgenummer)
}

/** The document as the database now has it, relations as ids: exactly what a rebuild will write again. */
async function reread(
  req: PayloadRequest,
  collection: CollectionSlug,
  id: string,
): Promise<DeskDoc> {
  const doc = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  if (!doc) throw new Error(`${collection} ${id} vanished while it was saved`)
  return doc
}

/** Notes in the document which entry it is up to. Straight to the database: this write is no editorial act. */
async function stamp(
  req: PayloadRequest,
  collection: CollectionSlug,
  doc: { id?: unknown },
  folgenummer: number,
): Promise<unknown> {
  await req.payload.db.updateOne({ collection, id: String(doc.id), data: { folgenummer }, req })
  return { ...doc, folgenummer }
}

function orThrow<T>(result: Result<T>): T {
  if (!result.ok) throw problemError(...result.problems)
  return result.value
}

function vonOf(req: PayloadRequest): string {
  return userOf(req)?.id ?? 'system'
}

async function nameOf(
  req: PayloadRequest,
  collection: 'leistungen' | 'gebiete' | 'rechtsnormen',
  doc: DeskDoc,
  field: string,
): Promise<string | undefined> {
  const id = relationOf(doc, field)
  if (id === null) return undefined
  const related = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection,
    where: { id: { equals: id } },
    req,
  })
  return related
    ? textOf(related, 'abkuerzung') ||
        textOf(related, 'kurztitel') ||
        textOf(related, 'name') ||
        textOf(related, 'titel')
    : undefined
}

const SPRACHEN: Readonly<Record<string, string | undefined>> = {
  en: 'Englisch',
  'de-LS': 'Leichte Sprache',
}
