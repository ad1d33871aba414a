import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, problem, type Problem } from '#core/errors/problems.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import type { Folge, Zurueckziehung } from '#core/fassung/fassung.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { hasRolle, userOf } from '#collections/access.ts'
import { textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { pultOf } from '#store/projection.ts'

/** The editorial acts on a text, beside Payload's own REST: `POST /api/fassungen/{id}/…`. */
export const fassungEndpoints: Endpoint[] = [
  { path: '/:id/freigeben', method: 'post', handler: (req) => answer(freigeben(req)) },
  { path: '/:id/zurueckziehen', method: 'post', handler: (req) => answer(zurueckziehen(req)) },
  { path: '/:id/folgefassung', method: 'post', handler: (req) => answer(folgefassung(req)) },
]

/** Releases the text. Answers `{ folgenummer }`. */
async function freigeben(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const auftrag = {
    id: textOf(doc.value, 'id'),
    von: userOf(req)?.id ?? '',
    grund: textOrNull(body, 'grund'),
  }
  const ereignis = await releaseFassung(storePorts(req.payload), auftrag)
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/**
 * Withdraws the text: body `{ grund, folge: 'vorgaenger' | 'leistung-endet' | 'ersetzt', durch?, ab?: 'YYYY-MM-DD' }`;
 * `durch` is the id of the text that replaces it.
 */
async function zurueckziehen(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const zurueckziehung = readZurueckziehung(textOf(doc.value, 'id'), await bodyOf(req))
  if (!zurueckziehung.ok) return zurueckziehung
  const ereignis = await withdrawFassung(storePorts(req.payload), {
    zurueckziehung: zurueckziehung.value,
    von: userOf(req)?.id ?? '',
  })
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/** Begins a new draft on top of a released text. Answers `{ id }` of the draft. */
async function folgefassung(req: PayloadRequest): Promise<Result<object>> {
  const doc = await editableFassung(req)
  if (!doc.ok) return doc
  const id = randomUUID()
  const basis = textOf(doc.value, 'id')
  const data = {
    ...withoutRowIds(pultOf(doc.value)),
    id,
    basis,
    berichtigt: null,
    wiederaufgenommen: false,
    beginn: { art: 'zeitgrenze' },
    ende: { art: 'offen' },
  }
  await req.payload.create({
    collection: 'fassungen',
    data: data as never,
    req,
    overrideAccess: false,
  })
  return success({ id })
}

/** The text, if the person may write texts of its Redaktion. */
async function editableFassung(req: PayloadRequest): Promise<Result<DeskDoc>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion'))
    return failed(problem('access-denied'))
  const { docs } = await req.payload.find({
    collection: 'fassungen',
    where: { id: { equals: String(req.routeParams?.['id']) } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const [doc] = docs
  return doc ? success(doc as unknown as DeskDoc) : failed(problem('fassung-is-unknown'))
}

function readZurueckziehung(fassungId: string, body: DeskDoc): Result<Zurueckziehung> {
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const read = readFolge(body)
  if (!read.ok) return read
  const folge = read.value
  const wanted = textOrNull(body, 'ab')
  if (wanted === null) return success({ fassungId, ab: null, folge, grund })
  const ab = parseCalendarDay(wanted, 'Ab')
  return ab.ok ? success({ fassungId, ab: ab.value, folge, grund }) : ab
}

/** A withdrawal that does not say what follows is none (zeit.md, rule 8): nothing is guessed. */
function readFolge(body: DeskDoc): Result<Folge> {
  const art = textOf(body, 'folge')
  switch (art) {
    case 'vorgaenger':
    case 'leistung-endet':
      return success({ art })
    case 'ersetzt': {
      const durch = textOrNull(body, 'durch')
      return durch === null
        ? failed(problem('query-is-malformed', 'Ersetzt durch'))
        : success({ art, durch })
    }
    default:
      return failed(problem('query-is-malformed', 'Folge', art === '' ? {} : { wert: art }))
  }
}

async function bodyOf(req: PayloadRequest): Promise<DeskDoc> {
  try {
    const body: unknown = await req.json?.()
    return typeof body === 'object' && body !== null ? (body as DeskDoc) : {}
  } catch {
    return {}
  }
}

/** Rows of a copy are rows of their own. */
function withoutRowIds(doc: DeskDoc): DeskDoc {
  return Object.fromEntries(
    Object.entries(doc).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map(withoutRowId) : withoutNested(value),
    ]),
  )
}

function withoutNested(value: unknown): unknown {
  const isGroup = typeof value === 'object' && value !== null && !('root' in value)
  return isGroup ? withoutRowIds(value as DeskDoc) : value
}

function withoutRowId(row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  const { id: _id, ...rest } = row as DeskDoc
  return withoutRowIds(rest)
}

async function answer(work: Promise<Result<object>>): Promise<Response> {
  const result = await work
  return result.ok ? Response.json(result.value) : problemResponse(result.problems)
}

function problemResponse(problems: readonly Problem[]): Response {
  const [first] = problems
  const status = first ? PROBLEMS[first.code].status : 500
  const message = problems.map(satz).join('\n')
  const body = {
    type: `urn:stichtag:problem:${first?.code ?? 'internal-error'}`,
    title: first ? satz(first) : message,
    status,
    problems: problems.map((each) => ({ code: each.code, text: satz(each) })),
    errors: [{ message }],
  }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}
