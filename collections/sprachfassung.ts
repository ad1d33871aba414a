import { randomUUID } from 'node:crypto'
import type {
  CollectionBeforeChangeHook,
  Endpoint,
  FieldAccess,
  JSONField,
  Payload,
  PayloadRequest,
} from 'payload'
import { beginSprachfassung } from '#commands/beginSprachfassung.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { satz } from '#core/errors/deutsch.ts'
import { problem } from '#core/errors/problems.ts'
import { VARIANTENSPRACHEN } from '#core/fassung/fassung.ts'
import { modulLabel, type FassungInhalt, type Modulname } from '#core/fassung/module.ts'
import {
  bedarfOf,
  compareSprachfassung,
  isFertig,
  vorlageAfterSave,
  type Sprachmodul,
  type Sprachstand,
  type Uebersetzungsbedarf,
} from '#core/fassung/sprachfassung.ts'
import { wortlautOf } from '#core/fassung/wortlaut.ts'
import { releaseAs } from '#collections/ablaufEndpoints.ts'
import { hasRolle, nobodyField, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { editableFassung, readableFassung } from '#collections/editableFassung.ts'
import { ablaufstandFrom } from '#store/desk/ablauf.ts'
import { inhaltFrom } from '#store/desk/module.ts'
import { relationOf, textOf, textOrNull, textsOf, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { isProjection } from '#store/projection.ts'
import { isVariante } from '#collections/isVariante.ts'
import {
  deutscherText,
  sprachfassungPorts,
  sprachstandOf,
  vorlageOf,
} from '#store/sprachfassung.ts'

/** A German draft may have had words that were never public: who only reads released texts does not see what was translated. */
const isEditor: FieldAccess = ({ req }) =>
  hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion', 'fachressort')

/** The German words that each module of a variant was translated from; set when a translation is saved. */
export const uebersetztAusField: JSONField = {
  name: 'uebersetztAus',
  type: 'json',
  label: 'Übersetzt aus',
  access: { create: nobodyField, update: nobodyField, read: isEditor },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

/**
 * The names of the stale modules whose translation the person says to fit the German words of now. Not kept: it is taken in when
 * the variant is saved.
 */
export const aufNeuemStandField: JSONField = {
  name: 'aufNeuemStand',
  type: 'json',
  virtual: true,
  label: 'Übersetzung entspricht dem heutigen deutschen Text',
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

/**
 * Notes which German words each module of a variant was translated from (zeit.md, rule 22). A copy of another variant's words was
 * translated from what that one was.
 */
export const noteVorlage: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  context,
  req,
}) => {
  const doc = { ...(originalDoc as DeskDoc | undefined), ...data } as DeskDoc
  if (!isVariante(doc) || isProjection(context)) return data
  const module = inhaltFrom(doc)
  const deutsch = await deutscherText(req.payload, doc, req)
  const { aufNeuemStand, ...rest } = data as DeskDoc
  const bestaetigt = new Set(Array.isArray(aufNeuemStand) ? (aufNeuemStand as Modulname[]) : [])
  if (!module.ok || !deutsch) return rest
  const before = originalDoc
    ? standOf(originalDoc as DeskDoc)
    : await copiedFrom(req, doc, module.value)
  return {
    ...rest,
    uebersetztAus: vorlageAfterSave(deutsch.inhalt, before, module.value, bestaetigt),
  }
}

function standOf(doc: DeskDoc): Sprachstand | null {
  const stand = sprachstandOf(doc)
  return stand.ok ? stand.value : null
}

/** Of the modules of a new variant those that another variant of the text has in the same words, with what they were made from. */
async function copiedFrom(
  req: PayloadRequest,
  doc: DeskDoc,
  module: FassungInhalt,
): Promise<Sprachstand | null> {
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: {
      and: [
        { variantVon: { equals: relationOf(doc, 'variantVon') } },
        { sprache: { equals: doc['sprache'] } },
      ],
    },
    limit: 0,
    pagination: false,
    req,
  })
  const copied: { [name: string]: unknown } = {}
  const vorlage: { [name: string]: unknown } = {}
  for (const other of docs) {
    const stand = standOf(other)
    const source = vorlageOf(other)
    for (const name of stand && source ? (Object.keys(module) as Modulname[]) : []) {
      if (canonicalJson(stand?.module[name] ?? null) !== canonicalJson(module[name])) continue
      copied[name] = module[name]
      if (source?.[name] !== undefined) vorlage[name] = source[name]
    }
  }
  if (Object.keys(copied).length === 0) return null
  return { module: copied, vorlage }
}

/** What people do with language variants, beside the other acts on a text. */
export const sprachfassungEndpoints: Endpoint[] = [
  { path: '/:id/sprachfassung', method: 'post', handler: (req) => answer(begin(req)) },
  { path: '/:id/sprachfassungen', method: 'get', handler: (req) => answer(list(req)) },
  { path: '/:id/sprachvergleich', method: 'get', handler: (req) => answer(compare(req)) },
  {
    path: '/:id/mit-sprachfassungen-freigeben',
    method: 'post',
    handler: (req) => answer(releaseWith(req)),
  },
]

/**
 * Begins a variant of this German text. Body `{ sprache: 'en' | 'de-LS' }`; answers `{ id, uebernommen, veraltet }`, the modules
 * whose words come from an earlier variant, and those of them that are stale.
 */
async function begin(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const sprache = VARIANTENSPRACHEN.find((known) => known === body['sprache'])
  if (!sprache) return failed(problem('query-is-malformed', 'Sprache'))
  const fassungId = textOf(doc.value, 'id')
  const neu = randomUUID()
  return beginSprachfassung(
    { ...storePorts(req.payload, req), ...sprachfassungPorts(req) },
    { fassungId, sprache, neu },
  )
}

/**
 * Releases a German text and with it variants of it: one act, each an entry of its own, the German text first (zeit.md, rule 22).
 * Body `{ grund?, eilfall?, sprachfassungen: [id] }`; answers `{ folgenummer, sprachfassungen: [{ id, folgenummer, meldung }] }`. A
 * variant that is refused (`meldung` says why) stays at the desk and takes nothing back: readers have the German words until then.
 */
async function releaseWith(req: PayloadRequest): Promise<Result<object>> {
  const body = await bodyOf(req)
  const fassungId = String(req.routeParams?.['id'])
  const wunsch = { grund: textOrNull(body, 'grund'), eilfall: body['eilfall'] === true }
  const varianten = textsOf(body, 'sprachfassungen')
  const released = await releaseAs(req, fassungId, wunsch)
  if (!released.ok) return released
  const sprachfassungen: object[] = []
  for (const id of varianten) {
    const own = await isVarianteOf(req, id, fassungId)
    const result = own ? await releaseAs(req, id, wunsch) : failed(problem('fassung-is-unknown'))
    sprachfassungen.push({
      id,
      folgenummer: result.ok ? result.value.folgenummer : null,
      meldung: result.ok ? null : result.problems.map(satz).join(' '),
    })
  }
  return success({ ...released.value, sprachfassungen })
}

async function isVarianteOf(req: PayloadRequest, id: string, fassungId: string): Promise<boolean> {
  const found = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { and: [{ id: { equals: id } }, { variantVon: { equals: fassungId } }] },
    req,
  })
  return found !== null
}

/**
 * The variants of this German text that the person may see, withdrawn ones left out. Answers `{ sprachfassungen: [{ id, sprache,
 * zustand, maschinell, fehlt, veraltet, istFertig, vierAugen }] }`; `fehlt` and `veraltet` are labels of modules, `vierAugen`: the
 * person wrote it.
 */
async function list(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const { docs } = await req.payload.find({
    collection: 'fassungen',
    where: {
      and: [
        { variantVon: { equals: textOf(doc.value, 'id') } },
        { zustand: { not_equals: 'zurueckgezogen' } },
      ],
    },
    sort: 'createdAt',
    depth: 0,
    limit: 0,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const rows = docs as unknown as readonly DeskDoc[]
  const sprachfassungen: object[] = []
  for (const variante of rows) {
    const module = await comparedWith(req, variante)
    const bedarf = bedarfOf(module)
    sprachfassungen.push({
      id: textOf(variante, 'id'),
      sprache: variante['sprache'],
      zustand: variante['zustand'],
      maschinell: variante['maschinell'] === true,
      fehlt: bedarf.fehlt.map(modulLabel),
      veraltet: bedarf.veraltet.map(modulLabel),
      istFertig: isFertig(bedarf),
      vierAugen: ablaufstandFrom(variante).verfasser.includes(userOf(req)?.id ?? ''),
    })
  }
  return success({ sprachfassungen })
}

/**
 * This variant beside its German text. Answers `{ deutsch: { id, titel, istFreigegeben }, module: [{ modul, titel, lage, deutsch,
 * vorlage }] }`; `deutsch` and `vorlage` are the German words of now and those that were translated, as `Html`, or null.
 */
async function compare(req: PayloadRequest): Promise<Result<object>> {
  const doc = await readableFassung(req)
  if (!doc.ok) return doc
  const deutsch = isVariante(doc.value) ? await deutscherText(req.payload, doc.value, req) : null
  if (!deutsch) return success({ deutsch: null, module: [] })
  const stand = sprachstandOf(doc.value)
  if (!stand.ok) return stand
  const { id, titel, istFreigegeben } = deutsch
  return success({
    deutsch: { id, titel, istFreigegeben },
    module: compareSprachfassung(deutsch.inhalt, stand.value).map(shown),
  })
}

function shown({ modul, lage, deutsch, vorlage }: Sprachmodul): object {
  const words = (beitrag: Sprachmodul['deutsch']): string | null =>
    beitrag === null ? null : wortlautOf(modul, beitrag.wert as never)
  return {
    modul,
    titel: modulLabel(modul),
    lage,
    deutsch: words(deutsch),
    vorlage: lage === 'veraltet' ? words(vorlage) : null,
  }
}

/** Reads what is left to translate in a variant, past all access rules; for lists that name it already. */
export function createReadSprachlage(
  payload: Payload,
): (fassungId: string) => Promise<Uebersetzungsbedarf | null> {
  return async (fassungId) => {
    const doc = await payload.db.findOne<DeskDoc & { id: string }>({
      collection: 'fassungen',
      where: { id: { equals: fassungId } },
    })
    return doc && isVariante({ sprache: doc['sprache'] })
      ? bedarfOf(await comparedWith({ payload }, doc))
      : null
  }
}

async function comparedWith(
  req: Pick<PayloadRequest, 'payload'> & Partial<PayloadRequest>,
  variante: DeskDoc,
): Promise<readonly Sprachmodul[]> {
  const deutsch = await deutscherText(req.payload, variante)
  const stand = sprachstandOf(variante)
  return deutsch && stand.ok ? compareSprachfassung(deutsch.inhalt, stand.value) : []
}
