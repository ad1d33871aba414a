import type { Endpoint, PayloadRequest } from 'payload'
import { cancelZeitgrenze } from '#commands/cancelZeitgrenze.ts'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { previewCancel, previewMove } from '#commands/previewMove.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { touchesThePast, verlegen } from '#core/rechtsnorm/verlegen.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { hasRolle, redaktionenOf, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { createAntrag } from '#store/antraege.ts'
import { reportAuswirkung } from '#store/auswirkung.ts'
import { numberOrNull, relationOf, textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'
import { STAENDE, deskZeitgrenze, zeitgrenzeFromDesk } from '#store/desk/zeitgrenze.ts'
import { clockOf, storePorts } from '#store/ports.ts'

/**
 * The editorial acts on the day of a law: `POST /api/zeitgrenzen/{id}/…`. The body of `vorschau`, `verlegen` and
 * `berichtigen` names what changes, in the fields of the document: `{ stand, tag, fundstelle, zeitraum, bedingung, … }`.
 */
export const zeitgrenzeEndpoints: Endpoint[] = [
  { path: '/:id/vorschau', method: 'post', handler: (req) => answer(vorschau(req)) },
  { path: '/:id/verlegen', method: 'post', handler: (req) => answer(verlege(req)) },
  { path: '/:id/absagen', method: 'post', handler: (req) => answer(sageAb(req)) },
  { path: '/:id/berichtigen', method: 'post', handler: (req) => answer(berichtige(req)) },
]

/**
 * What the move would do, for whoever may move it and for the Fachressort: it names texts of others that wait. What the
 * move (or with `{ stand: 'abgesagt' }` the failure of the law) would do. Nothing is written.
 */
async function vorschau(req: PayloadRequest): Promise<Result<object>> {
  const doc = hasRolle(req, 'fachressort') ? await visibleZeitgrenze(req) : await ownZeitgrenze(req)
  if (!doc.ok) return doc
  const ports = storePorts(req.payload)
  const body = await bodyOf(req)
  const preview =
    body['stand'] === 'abgesagt'
      ? await previewCancel(ports, textOf(doc.value, 'id'))
      : await wantedZeitgrenze(req, doc.value, body).then((wanted) =>
          wanted.ok ? previewMove(ports, wanted.value) : wanted,
        )
  if (!preview.ok) return preview
  return success(await reportAuswirkung(req.payload, preview.value.chronik, preview.value))
}

/** Answers `{ folgenummer }`. */
async function verlege(req: PayloadRequest): Promise<Result<object>> {
  const doc = await ownZeitgrenze(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const wanted = await wantedZeitgrenze(req, doc.value, body)
  if (!wanted.ok) return wanted
  const auftrag = {
    zeitgrenze: wanted.value,
    von: vonOf(req),
    grund: textOrNull(body, 'grund'),
    ...bekanntOf(body),
  }
  const ereignis = await moveZeitgrenze(storePorts(req.payload), auftrag)
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/** The law failed. Body `{ grund }`; answers `{ folgenummer }`. */
async function sageAb(req: PayloadRequest): Promise<Result<object>> {
  const doc = await ownZeitgrenze(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const auftrag = {
    zeitgrenzeId: textOf(doc.value, 'id'),
    grund: textOf(body, 'grund'),
    von: vonOf(req),
    ...bekanntOf(body),
  }
  const ereignis = await cancelZeitgrenze(storePorts(req.payload), auftrag)
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/** A passed day was wrong: asks for a second person. Body with `grund`; answers `{ antrag }`. */
async function berichtige(req: PayloadRequest): Promise<Result<object>> {
  const doc = await ownZeitgrenze(req)
  if (!doc.ok) return doc
  const body = await bodyOf(req)
  const wanted = await wantedZeitgrenze(req, doc.value, body)
  if (!wanted.ok) return wanted
  const grund = textOrNull(body, 'grund')
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const { heute, zeitpunkt } = clockOf(req.payload)()
  const chronik = await storePorts(req.payload).chronik()
  const known = chronik.zeitgrenzen.get(wanted.value.id)?.at(-1)
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  if (known.wert.stand === 'abgesagt') return failed(problem('zeitgrenze-is-cancelled'))
  if (!touchesThePast(chronik, wanted.value, heute)) {
    const moved = verlegen(chronik, wanted.value, heute)
    return moved.ok ? failed(problem('zeitgrenze-day-has-not-passed')) : moved
  }
  const antrag = await createAntrag(
    req.payload,
    {
      gegenstand: {
        art: 'zeitgrenze',
        zeitgrenze: wanted.value,
        bekannt: known.folgenummer,
      },
      grund,
      von: vonOf(req),
      vonName: userOf(req)?.name ?? '',
      redaktionId: relationOf(doc.value, 'redaktion') ?? '',
      titel: textOf(doc.value, 'titel'),
    },
    zeitpunkt,
  )
  return success({ antrag })
}

/**
 * The Zeitgrenze as it would be: what the log says, with what the body names. Problems: those of `zeitgrenzeFrom`,
 * `query-is-malformed` for a `stand` that there is not.
 */
async function wantedZeitgrenze(
  req: PayloadRequest,
  doc: DeskDoc,
  body: DeskDoc,
): Promise<Result<Zeitgrenze>> {
  const known = await knownZeitgrenze(req, textOf(doc, 'id'))
  if (!known) return failed(problem('zeitgrenze-is-unknown'))
  const stand = body['stand'] ?? known.stand
  if (!STAENDE.includes(stand as never))
    return failed(problem('query-is-malformed', 'Stand', { wert: textOf(body, 'stand') }))
  const changed = Object.fromEntries(Object.entries(body).filter(([name]) => MOVABLE.has(name)))
  const absagegrund = stand === 'abgesagt' ? { absagegrund: textOf(body, 'grund') } : {}
  // The document may lag behind the log, or be ahead of what was ever saved.
  return zeitgrenzeFromDesk({
    redaktion: doc['redaktion'],
    ...deskZeitgrenze(known),
    ...changed,
    ...absagegrund,
  })
}

/** What Verlegen may change. Which Rechtsnorm it is and whose it is, stays. */
const MOVABLE: ReadonlySet<string> = new Set([
  'stand',
  'tag',
  'fundstelle',
  'zeitraum',
  'bedingung',
  'klausel',
  'wortlaut',
  'rueckwirkend',
])

function bekanntOf(body: DeskDoc): { readonly bekannt?: number } {
  const bekannt = numberOrNull(body, 'bekannt')
  return bekannt === null ? {} : { bekannt }
}

async function knownZeitgrenze(req: PayloadRequest, id: string): Promise<Zeitgrenze | undefined> {
  const chronik = await storePorts(req.payload).chronik()
  return chronik.zeitgrenzen.get(id)?.at(-1)?.wert
}

/** The Zeitgrenze, for everybody who has signed in to write. */
async function visibleZeitgrenze(req: PayloadRequest): Promise<Result<DeskDoc>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion', 'fachressort'))
    return failed(problem('access-denied'))
  const doc = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'zeitgrenzen',
    where: { id: { equals: String(req.routeParams?.['id']) } },
  })
  return doc ? success(doc) : failed(problem('zeitgrenze-is-unknown'))
}

/** The Zeitgrenze, if the person may move it: the Land every one, a Kommune those of its own Satzungen. */
async function ownZeitgrenze(req: PayloadRequest): Promise<Result<DeskDoc>> {
  const doc = await visibleZeitgrenze(req)
  if (!doc.ok || hasRolle(req, 'administration', 'landesredaktion')) return doc
  const user = userOf(req)
  const redaktion = relationOf(doc.value, 'redaktion')
  const isOwn =
    user?.rolle === 'kommunalredaktion' &&
    redaktion !== null &&
    redaktionenOf(user).includes(redaktion)
  return isOwn ? doc : failed(problem('access-denied'))
}

function vonOf(req: PayloadRequest): string {
  return userOf(req)?.id ?? 'system'
}
