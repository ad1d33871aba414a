import type { Endpoint, PayloadRequest } from 'payload'
import type { Entscheidung } from '#core/abstimmung/stimmen.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { erledige, kommentiere, merkeEinsicht, stimmeAb } from '#collections/abstimmungBeitragen.ts'
import { eroeffneAbstimmung } from '#collections/abstimmungEroeffnen.ts'
import {
  addBeteiligte,
  beende,
  brichAb,
  erinnere,
  legeWiederVor,
  setFrist,
} from '#collections/abstimmungFuehren.ts'
import { readAbstimmungsseite } from '#collections/abstimmungLesen.ts'
import {
  groupOf,
  numberOrNull,
  rowsOf,
  textOf,
  textOrNull,
  textsOf,
  type DeskDoc,
} from '#store/desk/read.ts'

/**
 * The acts of a consultation: `POST /api/abstimmungen/eroeffnen`, `POST /api/abstimmungen/{id}/…`, and all that one person
 * may read of it: `GET /api/abstimmungen/{id}/stand?text=`.
 */
export const abstimmungEndpoints: Endpoint[] = [
  {
    path: '/eroeffnen',
    method: 'post',
    handler: (req) => act(req, (body) => eroeffneAbstimmung(req, wunschFrom(body))),
  },
  { path: '/:id/stand', method: 'get', handler: (req) => answer(stand(req)) },
  {
    path: '/:id/teilnehmer',
    method: 'post',
    handler: (req) =>
      act(req, (body) => addBeteiligte(req, idOf(req), textsOf(body, 'teilnehmer'))),
  },
  {
    path: '/:id/frist',
    method: 'post',
    handler: (req) =>
      act(req, (body) => setFrist(req, idOf(req), body['frist'], textOrNull(body, 'grund'))),
  },
  {
    path: '/:id/erinnern',
    method: 'post',
    handler: (req) => act(req, () => erinnere(req, idOf(req))),
  },
  {
    path: '/:id/wieder-vorlegen',
    method: 'post',
    handler: (req) => act(req, (body) => legeWiederVor(req, idOf(req), textOf(body, 'fassung'))),
  },
  {
    path: '/:id/beenden',
    method: 'post',
    handler: (req) => act(req, (body) => beende(req, idOf(req), entscheidungenFrom(body))),
  },
  {
    path: '/:id/abbrechen',
    method: 'post',
    handler: (req) => act(req, (body) => brichAb(req, idOf(req), textOrNull(body, 'grund'))),
  },
  {
    path: '/:id/abstimmen',
    method: 'post',
    handler: (req) => act(req, (body) => stimmeAb(req, idOf(req), body)),
  },
  {
    path: '/:id/kommentieren',
    method: 'post',
    handler: (req) => act(req, (body) => kommentiere(req, idOf(req), body)),
  },
  {
    path: '/:id/kommentar-erledigt',
    method: 'post',
    handler: (req) => act(req, (body) => erledige(req, idOf(req), textOf(body, 'kommentar'), true)),
  },
  {
    path: '/:id/kommentar-offen',
    method: 'post',
    handler: (req) =>
      act(req, (body) => erledige(req, idOf(req), textOf(body, 'kommentar'), false)),
  },
  {
    path: '/:id/gesehen',
    method: 'post',
    handler: (req) => act(req, (body) => merkeEinsicht(req, idOf(req), body)),
  },
]

/** Nobody's body is read who has not signed in. */
async function act(
  req: PayloadRequest,
  work: (body: DeskDoc) => Promise<Result<object>>,
): Promise<Response> {
  if (!userOf(req)) return answer(Promise.resolve(failed(problem('access-denied'))))
  return answer(bodyOf(req).then(work))
}

function idOf(req: PayloadRequest): string {
  return String(req.routeParams?.['id'])
}

/** Everything that the page shows; with `?text=` that text to read. */
async function stand(req: PayloadRequest): Promise<Result<object>> {
  const wanted = req.query['text']
  const seite = await readAbstimmungsseite(
    req,
    idOf(req),
    typeof wanted === 'string' ? wanted : null,
  )
  return seite.ok ? success(seite.value) : seite
}

/** Body of `eroeffnen`: `{ titel?, fassungen, teilnehmer, frist, erinnerungTage?, schweigefristTage?, schweigemodule? }`. */
function wunschFrom(body: DeskDoc): Parameters<typeof eroeffneAbstimmung>[1] {
  const module = groupOf(body, 'schweigemodule')
  return {
    titel: textOf(body, 'titel'),
    fassungIds: textsOf(body, 'fassungen'),
    teilnehmerIds: textsOf(body, 'teilnehmer'),
    frist: body['frist'],
    erinnerungTage: numberOrNull(body, 'erinnerungTage') ?? 3,
    schweigefristTage: numberOrNull(body, 'schweigefristTage') ?? 0,
    schweigemodule: Object.fromEntries(
      Object.keys(module).map((fassungId) => [fassungId, textsOf(module, fassungId)]),
    ),
  }
}

/** Body of `beenden`: `{ entscheidungen: [{ fassung, weiter: 'fachfreigabe' | 'entwurf', grund? }] }`. */
function entscheidungenFrom(body: DeskDoc): readonly Entscheidung[] {
  const rows = rowsOf(body, 'entscheidungen')
  return [...rows.keys()].flatMap((index): readonly Entscheidung[] => {
    // Nothing that somebody sends is believed to be an object.
    const row = groupOf({ row: rows[index] }, 'row')
    const weiter = row['weiter']
    if (weiter !== 'fachfreigabe' && weiter !== 'entwurf') return []
    return [{ fassungId: textOf(row, 'fassung'), weiter, grund: textOrNull(row, 'grund') }]
  })
}
