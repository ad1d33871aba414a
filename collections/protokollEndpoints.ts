import type { Endpoint, PayloadRequest, Where } from 'payload'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { BYTE_ORDER_MARK, csvLine } from '#core/protokoll/csv.ts'
import type { Protokollzeile } from '#core/protokoll/protokoll.ts'
import { aktLabel } from '#core/protokoll/protokollDeutsch.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { nextDay, parseCalendarDay } from '#core/zeit/day.ts'
import { hasRolle } from '#collections/access.ts'
import { answer } from '#collections/answer.ts'
import { textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { zeileFrom, type ProtokollRow } from '#store/protokoll.ts'

/** What the audit can be asked beside Payload's own REST. */
export const protokollEndpoints: Endpoint[] = [
  { path: '/export.csv', method: 'get', handler: (req) => exportCsv(req) },
]

/** Rows read at a time. */
const PAGE_SIZE = 500

const SPALTEN = [
  'Nummer',
  'Zeitpunkt (UTC)',
  'Handlung',
  'Gegenstand',
  'Sammlung',
  'Kennung',
  'Von',
  'Konto',
  'In Vertretung für',
  'Redaktion',
  'Grund',
  'Angaben',
  'Eintrag im Freigabeprotokoll',
  'Hash der vorigen Zeile',
  'Hash',
] as const

/**
 * The rows that the person may read, oldest first, as CSV. Filters: `von` and `bis` (days, the last one included), `person`
 * (id of an account), `akt`, `gegenstand` (id), `redaktion` (id), `suche` (words), and `where` as Payload's lists have it. It is
 * written page by page, so that no length of the audit fills the memory; an error in the middle breaks the connection.
 */
async function exportCsv(req: PayloadRequest): Promise<Response> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'fachressort', 'kommunalredaktion'))
    return answer(Promise.resolve(failed(problem('access-denied'))))
  const wanted = whereOf(req)
  if (!wanted.ok) return answer(Promise.resolve(wanted))
  // The first page before the answer begins: a filter that cannot be asked is answered with a sentence, not with half a file.
  const first = await readPage(req, wanted.value, 0)
  return new Response(streamOf(linesFrom(req, wanted.value, first)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="protokoll.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}

async function* linesFrom(
  req: PayloadRequest,
  where: Where,
  first: readonly Protokollzeile[],
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + csvLine(SPALTEN)
  for (let page = first; page.length > 0;) {
    yield page.map((zeile) => csvLine(cellsOf(zeile))).join('')
    if (page.length < PAGE_SIZE) return
    await nextTurn()
    page = await readPage(req, where, page.at(-1)?.nummer ?? 0)
  }
}

async function readPage(
  req: PayloadRequest,
  where: Where,
  after: number,
): Promise<readonly Protokollzeile[]> {
  const { docs } = await req.payload.find({
    collection: 'protokoll',
    where: { and: [{ nummer: { greater_than: after } }, where] },
    sort: 'nummer',
    limit: PAGE_SIZE,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return docs.map((doc) => zeileFrom(doc as unknown as ProtokollRow))
}

function cellsOf(zeile: Protokollzeile): readonly (string | number | null)[] {
  return [
    zeile.nummer,
    zeile.zeitpunkt,
    aktLabel(zeile.akt),
    zeile.titel,
    zeile.gegenstandArt,
    zeile.gegenstandId,
    zeile.vonName,
    zeile.von,
    zeile.inVertretungFuer,
    zeile.redaktionName ?? zeile.redaktion,
    zeile.grund,
    zeile.angaben,
    zeile.folgenummer,
    zeile.vorher,
    zeile.hash,
  ]
}

/** The filters of the address as a condition. Problem: `day-is-malformed`. */
function whereOf(req: PayloadRequest): Result<Where> {
  const query = req.query as DeskDoc
  const conditions: Where[] = []
  for (const [name, field] of Object.entries(EXACTLY)) {
    const value = textOrNull(query, name)
    if (value !== null) conditions.push({ [field]: { equals: value } })
  }
  const von = textOrNull(query, 'von')
  const bis = textOrNull(query, 'bis')
  if (von !== null) {
    const tag = parseCalendarDay(von, 'von')
    if (!tag.ok) return tag
    conditions.push({ zeitpunkt: { greater_than_equal: midnightInBerlin(tag.value) } })
  }
  if (bis !== null) {
    const tag = parseCalendarDay(bis, 'bis')
    if (!tag.ok) return tag
    conditions.push({ zeitpunkt: { less_than: midnightInBerlin(nextDay(tag.value)) } })
  }
  const suche = textOrNull(query, 'suche') ?? textOrNull(query, 'search')
  if (suche !== null)
    conditions.push({ or: SEARCHED.map((field) => ({ [field]: { like: suche } })) })
  if (typeof query['where'] === 'object' && query['where'] !== null)
    conditions.push(query['where'] as Where)
  return success({ and: conditions })
}

const EXACTLY = {
  person: 'von',
  akt: 'akt',
  gegenstand: 'gegenstandId',
  redaktion: 'redaktion',
} as const

const SEARCHED = ['titel', 'vonName', 'grund', 'redaktionName', 'inVertretungFuer'] as const

function streamOf(lines: AsyncGenerator<string, void, undefined>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await lines.next()
      if (done === true) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await lines.return()
    },
  })
}
