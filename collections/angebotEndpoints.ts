import { randomUUID } from 'node:crypto'
import type { Endpoint, PayloadRequest } from 'payload'
import { angebotszeilen, filterZeilen, fortschrittOf } from '#core/aufgaben/angebotsstand.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { ANGEBOTSANTWORTEN, type Angebotsantwort } from '#core/fassung/angebot.ts'
import type { LeistungId } from '#core/fassung/fassung.ts'
import { pathTo, type Gebiet } from '#core/gebiet/gebiet.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import {
  groupOf,
  relationsOf,
  textOf,
  textOrNull,
  textsOf,
  type DeskDoc,
} from '#store/desk/read.ts'
import { chronikOfInstance, clockOf } from '#store/ports.ts'

/** Answers to "Bieten wir das an?", beside Payload's own REST: `POST /api/angebote/antworten`. */
export const angebotEndpoints: Endpoint[] = [
  { path: '/antworten', method: 'post', handler: (req) => answer(antworten(req)) },
]

/** Each answer is an entry of the log: so many at once, then the client asks again. */
const AT_ONCE = 200

type Antwort = {
  readonly antwort: Angebotsantwort
  readonly satz: string | null
  readonly stattdessen: { readonly text: string | null; readonly link: string | null }
}

/**
 * Says of one or many Leistungen whether an area offers them; each is saved as the form saves it, one entry of the log. Body `{
 * gebiet, leistungen: [id] | alle: { q, antwort }, antwort: 'ja' | 'nein' | 'ungeklaert', satz?, stattdessen?: { text, link } }`;
 * `alle` names those that a list with this filter shows. Answers `{ ergebnisse: [{ leistungId, meldung }], weitere, fortschritt: {
 * gesamt, geklaert } }`: `meldung` is null where it was saved, `weitere` are the ids that wait for the next request. Problems:
 * `access-denied`, `gebiet-is-unknown`, `query-is-malformed`; of `nein` without words `angebot-lacks-sentence` and
 * `angebot-lacks-alternative`, for each.
 */
async function antworten(req: PayloadRequest): Promise<Result<object>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion'))
    return failed(problem('access-denied'))
  const body = await bodyOf(req)
  const antwort = antwortFrom(body)
  if (!antwort.ok) return antwort
  const ort = await ortFrom(req, textOf(body, 'gebiet'))
  if (!ort.ok) return ort
  const { gebiet } = ort.value
  const wanted = Array.isArray(body['leistungen'])
    ? textsOf(body, 'leistungen')
    : await filtered(req, gebiet, groupOf(body, 'alle'))
  const known = await savedIn(req, gebiet)
  const ergebnisse: { leistungId: LeistungId; meldung: string | null }[] = []
  for (const leistungId of wanted.slice(0, AT_ONCE)) {
    const id = known.get(leistungId)
    const meldung = await save(req, ort.value, leistungId, id, antwort.value)
    ergebnisse.push({ leistungId, meldung })
  }
  const zeilen = await zeilenIn(req, gebiet)
  return success({
    ergebnisse,
    weitere: wanted.slice(AT_ONCE),
    fortschritt: fortschrittOf(zeilen),
  })
}

function antwortFrom(body: DeskDoc): Result<Antwort> {
  const antwort = ANGEBOTSANTWORTEN.find((known) => known === body['antwort'])
  if (!antwort) return failed(problem('query-is-malformed', 'antwort'))
  const stattdessen = groupOf(body, 'stattdessen')
  return success({
    antwort,
    satz: textOrNull(body, 'satz'),
    stattdessen: { text: textOrNull(stattdessen, 'text'), link: textOrNull(stattdessen, 'link') },
  })
}

/** An area for which the person answers, and in whose name. */
type Ort = { readonly gebiet: Gebiet; readonly redaktionId: string }

/** A Kommunalredaktion answers for its own areas and those in them; who looks after the Land for all. */
async function ortFrom(req: PayloadRequest, gebietId: string): Promise<Result<Ort>> {
  const chronik = await chronikOfInstance(req.payload)()
  const gebiete = gebieteOn(chronik, newestPair(chronik, clockOf(req.payload)().heute))
  const gebiet = gebiete.byId.get(gebietId)
  if (!gebiet) return failed(problem('gebiet-is-unknown', 'Gebiet', { wert: gebietId }))
  const path = pathTo(gebiete, gebietId).map(({ id }) => id)
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection: 'redaktionen',
    limit: 0,
    pagination: false,
    req,
  })
  // The team of the area itself before that of the Amt around it.
  const [owner] = docs
    .filter((doc) => isMine(req, doc))
    .flatMap((doc) => {
      const depths = relationsOf(doc, 'gebiete').map((id) => path.indexOf(id))
      const depth = Math.max(-1, ...depths)
      return depth < 0 ? [] : [{ id: doc.id, depth }]
    })
    .sort((left, right) => right.depth - left.depth)
  return owner
    ? success({ gebiet, redaktionId: owner.id })
    : failed(problem('access-denied', 'Gebiet'))
}

function isMine(req: PayloadRequest, doc: { readonly id: string }): boolean {
  if (hasRolle(req, 'administration', 'landesredaktion')) return true
  const user = userOf(req)
  return user !== null && redaktionenOf(user).includes(doc.id)
}

async function zeilenIn(req: PayloadRequest, gebiet: Gebiet) {
  const chronik = await chronikOfInstance(req.payload)()
  const pair = newestPair(chronik, clockOf(req.payload)().heute)
  return angebotszeilen(chronik, uebersichtOn(chronik, pair), gebiet.id)
}

async function filtered(
  req: PayloadRequest,
  gebiet: Gebiet,
  filter: DeskDoc,
): Promise<readonly LeistungId[]> {
  const antwort = ANGEBOTSANTWORTEN.find((known) => known === filter['antwort']) ?? null
  const zeilen = filterZeilen(await zeilenIn(req, gebiet), { q: textOf(filter, 'q'), antwort })
  return zeilen.map(({ leistungId }) => leistungId)
}

/** The documents of answers for the area itself, by Leistung. */
async function savedIn(
  req: PayloadRequest,
  { id, ebene }: Gebiet,
): Promise<ReadonlyMap<LeistungId, string>> {
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection: 'angebote',
    where: { and: [{ gebiet: { equals: id } }, { ebene: { equals: ebene } }] },
    limit: 0,
    pagination: false,
    req,
  })
  return new Map(docs.map((doc) => [textOf(doc, 'leistung'), doc.id]))
}

/** Null where it was saved; otherwise why not, in German. */
async function save(
  req: PayloadRequest,
  { gebiet, redaktionId }: Ort,
  leistungId: LeistungId,
  id: string | undefined,
  { antwort, satz, stattdessen }: Antwort,
): Promise<string | null> {
  const data = { antwort, satz, stattdessen: { ...stattdessen } }
  const rest = { collection: 'angebote', depth: 0, overrideAccess: false, req } as const
  try {
    if (id === undefined) {
      const place = {
        id: randomUUID(),
        leistung: leistungId,
        ebene: gebiet.ebene,
        gebiet: gebiet.id,
        redaktion: redaktionId,
      }
      await req.payload.create({ ...rest, data: { ...place, ...data } as never })
    } else await req.payload.update({ ...rest, id, data })
    return null
  } catch (error) {
    // What Payload refuses, it says in a sentence; a fault of ours goes on.
    const { status, message } = error as { readonly status?: unknown; readonly message?: string }
    if (typeof status !== 'number' || status >= 500) throw error
    return message ?? 'Das hat nicht geklappt.'
  }
}
