import type { Endpoint, PayloadRequest } from 'payload'
import { previewCorrection } from '#commands/previewCorrection.ts'
import { previewMove } from '#commands/previewMove.ts'
import { correctZeitgrenze } from '#commands/correctZeitgrenze.ts'
import { correctFassung } from '#commands/releaseFassung.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { hasRolle, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { antragFrom, decideAntrag, type Antrag } from '#store/antraege.ts'
import { reportAuswirkung } from '#store/auswirkung.ts'
import { textOf } from '#store/desk/read.ts'
import { hasSchluessel } from '#store/log.ts'
import { clockOf, storePorts } from '#store/ports.ts'

/** The decision about a correction, by a second person: `POST /api/antraege/{id}/…`. */
export const antragEndpoints: Endpoint[] = [
  { path: '/:id/vorschau', method: 'post', handler: (req) => answer(vorschau(req)) },
  { path: '/:id/bestaetigen', method: 'post', handler: (req) => answer(bestaetige(req)) },
  { path: '/:id/ablehnen', method: 'post', handler: (req) => answer(lehneAb(req)) },
]

/** What the correction would do, without doing it: the same derivation as Verlegen shows. */
async function vorschau(req: PayloadRequest): Promise<Result<object>> {
  const antrag = await openAntrag(req)
  if (!antrag.ok) return antrag
  const ports = storePorts(req.payload)
  const { gegenstand } = antrag.value
  if (gegenstand.art === 'zeitgrenze') {
    const preview = await previewMove(ports, gegenstand.zeitgrenze)
    if (!preview.ok) return preview
    return success(await reportAuswirkung(req.payload, preview.value.chronik, preview.value))
  }
  const preview = await previewCorrection(ports, gegenstand.fassungId, gegenstand.umfang)
  if (!preview.ok) return preview
  return success(await reportAuswirkung(req.payload, preview.value.chronik, preview.value))
}

/** Confirms and carries out. Answers `{ folgenummer }`; null where it had been carried out before. */
async function bestaetige(req: PayloadRequest): Promise<Result<object>> {
  const antrag = await openAntrag(req)
  if (!antrag.ok) return antrag
  const user = userOf(req)
  if (!user || user.id === antrag.value.von) return failed(problem('second-person-is-missing'))
  return oneByOne(antrag.value.id, async () => {
    const still = await openAntrag(req)
    if (!still.ok) return still
    // A process that died between the entry and this note has carried it out already.
    const isDone = await isCarriedOut(req, antrag.value)
    const ereignis = isDone ? null : await carryOut(req, antrag.value, user.id)
    if (ereignis?.ok === false) return ereignis
    await decide(req, antrag.value.id, 'bestaetigt')
    return success({ folgenummer: ereignis?.value.folgenummer ?? null })
  })
}

/** Two decisions of this process about one request, one after the other; of two processes the log's key decides. */
async function oneByOne<T>(id: string, work: () => Promise<T>): Promise<T> {
  const before = queues.get(id) ?? Promise.resolve()
  const mine = before.then(work)
  const settled = mine.catch(() => undefined)
  queues.set(id, settled)
  try {
    return await mine
  } finally {
    if (queues.get(id) === settled) queues.delete(id)
  }
}

const queues = new Map<string, Promise<unknown>>()

/** Refuses; whoever asked may withdraw the request the same way. */
async function lehneAb(req: PayloadRequest): Promise<Result<object>> {
  const antrag = await openAntrag(req)
  if (!antrag.ok) return antrag
  await bodyOf(req)
  return oneByOne(antrag.value.id, async () => {
    // What the log holds cannot be refused any more.
    if (await isCarriedOut(req, antrag.value)) return failed(problem('antrag-is-decided'))
    return (await decide(req, antrag.value.id, 'abgelehnt'))
      ? success({ id: antrag.value.id })
      : failed(problem('antrag-is-decided'))
  })
}

async function carryOut(
  req: PayloadRequest,
  { gegenstand, grund, von }: Antrag,
  bestaetigtVon: string,
): Promise<Result<Ereignis>> {
  const ports = storePorts(req.payload)
  const augen = { grund, von, bestaetigtVon }
  if (gegenstand.art === 'zeitgrenze')
    return correctZeitgrenze(ports, {
      zeitgrenze: gegenstand.zeitgrenze,
      bekannt: gegenstand.bekannt,
      ...augen,
    })
  const { fassungId, umfang, pult } = gegenstand
  const text = await ports.loadPulttext(fassungId)
  if (!text.ok) return text
  if (ports.hash(text.value.pult) !== pult) return failed(problem('antrag-is-outdated'))
  return correctFassung(ports, { id: fassungId, umfang, ...augen })
}

async function isCarriedOut(req: PayloadRequest, { gegenstand }: Antrag): Promise<boolean> {
  if (gegenstand.art === 'fassung')
    return hasSchluessel(req.payload, `freigabe|${gegenstand.fassungId}`, 'berichtigung')
  const chronik = await storePorts(req.payload).chronik()
  const known = chronik.zeitgrenzen.get(gegenstand.zeitgrenze.id)?.at(-1)
  return (
    known !== undefined &&
    known.folgenummer > gegenstand.bekannt &&
    canonicalJson(known.wert) === canonicalJson(gegenstand.zeitgrenze)
  )
}

/** The open request, for the Redaktion that it belongs to and for whoever looks after the whole Land. */
async function openAntrag(req: PayloadRequest): Promise<Result<Antrag>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion', 'fachressort'))
    return failed(problem('access-denied'))
  const id = String(req.routeParams?.['id'])
  const { totalDocs } = await req.payload.find({
    collection: 'antraege',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    overrideAccess: false,
    req,
  })
  // Asked once more past the access of fields: what shall be said is nobody's to read.
  const doc =
    totalDocs === 0
      ? null
      : await req.payload.db.findOne<{ id: string }>({
          collection: 'antraege',
          where: { id: { equals: id } },
        })
  if (!doc || textOf(doc, 'id') === '') return failed(problem('antrag-is-unknown'))
  const antrag = antragFrom(doc)
  return antrag.zustand === 'offen' ? success(antrag) : failed(problem('antrag-is-decided'))
}

async function decide(
  req: PayloadRequest,
  id: string,
  zustand: 'bestaetigt' | 'abgelehnt',
): Promise<boolean> {
  const { zeitpunkt } = clockOf(req.payload)()
  return decideAntrag(req.payload, id, { zustand, vonName: userOf(req)?.name ?? '', zeitpunkt })
}
