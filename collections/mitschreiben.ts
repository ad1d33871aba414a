import {
  APIError,
  type CollectionAfterOperationHook,
  type CollectionBeforeChangeHook,
  type CollectionBeforeOperationHook,
  type Endpoint,
  type PayloadRequest,
} from 'payload'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, problem } from '#core/errors/problems.ts'
import { success, failed, type Result } from '#core/ergebnis.ts'
import type { Mitschriftwahl } from '#core/fassung/mitschreiben.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { groupOf, numberOrNull, textOf, type DeskDoc } from '#store/desk/read.ts'
import { bearbeitungsstandOf, schreibeZusammen } from '#store/mitschrift.ts'
import { isProjection } from '#store/projection.ts'

/** Two people at one text: the acts beside Payload's own saving. */
export const mitschreibEndpoints: Endpoint[] = [
  { path: '/:id/abgleich', method: 'post', handler: (req) => answer(abgleich(req)) },
]

/** Which state of which text a request has seen; Payload fills the field in before our other hooks can ask. */
const GESEHEN = 'stichtagGesehen'
type Gesehen = { readonly id: string; readonly stand: number }
/** Header of an answer that names the parts that came from somebody else, URI-encoded, parted by commas. */
const HEADER = 'x-stichtag-zusammengefuehrt'

/** Remembers the `bearbeitungsstand` that a request sends with one text. Without it, it is saved as it is sent. */
export const noteGesehen: CollectionBeforeOperationHook = (hook) => {
  const {
    args,
    operation,
    req,
  }: Pick<typeof hook, 'args' | 'req'> & { readonly operation: string } = hook
  if (!operation.startsWith('update')) return args
  const { id, data } = args as { readonly id?: string | number; readonly data?: DeskDoc }
  const stand = data ? numberOrNull(data, 'bearbeitungsstand') : null
  req.context[GESEHEN] =
    id !== undefined && stand !== null ? ({ id: String(id), stand } satisfies Gesehen) : null
  return args
}

/**
 * Payload's admin asks at the first key whether the stored text is newer than the one on the screen, and if so shows nothing but a
 * button that throws away what is being written. Here saving brings both together, so that question is not answered.
 */
export const hideStaleness: CollectionAfterOperationHook = (hook) => {
  const { operation, result }: { readonly operation: string; readonly result: unknown } = hook
  const { select, req } = hook.args as {
    readonly select?: object
    readonly req?: Pick<PayloadRequest, 'payloadAPI'>
  }
  const isQuestion =
    operation === 'findByID' &&
    req?.payloadAPI === 'local' &&
    Object.keys(select ?? {}).join() === 'updatedAt'
  return isQuestion ? { ...(result as object), updatedAt: undefined } : result
}

/**
 * Nobody is locked out of a text that somebody else has open. Whoever saves second and says what they saw saves per module: what
 * only one of the two changed is kept; where both changed the same module, nothing is saved and the answer
 * (`fassung-was-edited-meanwhile`, 409) holds both texts in `errors[0].data.konflikte`.
 */
export const mergeMitschrift: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  context,
  req,
}) => {
  if (isProjection(context)) return data
  if (operation === 'create' || !originalDoc) return { ...(data as DeskDoc), bearbeitungsstand: 0 }
  const stored = originalDoc as DeskDoc
  const stand = bearbeitungsstandOf(stored)
  const next = { bearbeitungsstand: stand + 1 }
  const gesehen = req.context[GESEHEN] as Gesehen | null | undefined
  if (!gesehen || gesehen.id !== stored['id'] || gesehen.stand === stand)
    return { ...(data as DeskDoc), ...next }
  const merged = await schreibeZusammen(req, {
    stored,
    sent: data as DeskDoc,
    gesehen: gesehen.stand,
  })
  if (merged.konflikte.length > 0) throw conflict(stand, merged.konflikte)
  if (merged.uebernommen.length > 0) {
    req.responseHeaders ??= new Headers()
    req.responseHeaders.set(HEADER, merged.uebernommen.map(encodeURIComponent).join(','))
  }
  return { ...merged.data, ...next }
}

/**
 * Before or instead of saving: body `{ daten, wahl? }`, `daten` the fields of the form with their `bearbeitungsstand`. Without
 * `wahl` answers `{ konflikte, uebernommen }` and saves nothing; with `wahl` (`{ [teil]: 'eigen' | 'anderer' | 'beide' }`)
 * it saves, unless something is still open.
 */
async function abgleich(req: PayloadRequest): Promise<Result<object>> {
  const lage = await allowedFassung(req, 'bearbeiten')
  if (!lage.ok) return lage
  const stored = lage.value.doc
  const body = await bodyOf(req)
  const { createdAt: _c, updatedAt: _u, ...daten } = groupOf(body, 'daten')
  const gesehen = numberOrNull(daten, 'bearbeitungsstand')
  if (gesehen === null) return failed(problem('query-is-malformed', 'bearbeitungsstand'))
  const wahl = wahlFrom(body)
  const { data, konflikte, uebernommen } = await schreibeZusammen(
    req,
    { stored, sent: daten, gesehen },
    wahl ?? {},
  )
  if (wahl === null || konflikte.length > 0)
    return success({ konflikte, uebernommen, gespeichert: false })
  await req.payload.update({
    collection: 'fassungen',
    id: textOf(stored, 'id'),
    data: { ...data, bearbeitungsstand: bearbeitungsstandOf(stored) },
    overrideAccess: false,
    req,
  })
  return success({ konflikte, uebernommen, gespeichert: true })
}

function wahlFrom(body: DeskDoc): Readonly<Record<string, Mitschriftwahl>> | null {
  const wahl = body['wahl']
  if (typeof wahl !== 'object' || wahl === null) return null
  const known: readonly unknown[] = ['eigen', 'anderer', 'beide']
  return Object.fromEntries(
    Object.entries(wahl).filter((entry): entry is [string, Mitschriftwahl] =>
      known.includes(entry[1]),
    ),
  )
}

function conflict(stand: number, konflikte: readonly { readonly titel: string }[]): APIError {
  const found = problem('fassung-was-edited-meanwhile', undefined, {
    teile: konflikte.map(({ titel }) => titel).join(', '),
  })
  const problems = [{ code: found.code, stelle: null }]
  const { status } = PROBLEMS[found.code]
  return new APIError(satz(found), status, { problems, konflikte, bearbeitungsstand: stand }, true)
}
