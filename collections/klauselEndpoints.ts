import type { Endpoint, PayloadRequest } from 'payload'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { pathTo, type Gebiet, type GebietId } from '#core/gebiet/gebiet.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { regelFor, vorgabenFor, type Fristregel } from '#core/rechtsnorm/fristregel.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import { vorschlaegeFor } from '#core/rechtsnorm/vorschlag.ts'
import { hasRolle } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { fristregelnOf } from '#store/desk/fristregel.ts'
import { objektFrom } from '#store/desk/objekte.ts'
import { groupOf, numberOrNull, relationsOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { deskKlausel } from '#store/desk/zeitgrenze.ts'
import { clockOf, chronikOfInstance } from '#store/ports.ts'

/** The reckoner of clauses: `POST /api/zeitgrenzen/rechnen`. It saves nothing. */
export const klauselEndpoints: Endpoint[] = [
  { path: '/rechnen', method: 'post', handler: (req) => answer(rechnen(req)) },
]

/**
 * Body `{ rechtsnorm: id, klausel?: { art, tag, anzahl, lesart } }`. Answers `{ vorschlaege: [{ klausel, tag, wortlaut,
 * quelle }] }`, each `klausel` in the form in which a Zeitgrenze keeps it. Without a clause: what the table of Fristregeln
 * says for the Normgeber and the area.
 */
async function rechnen(req: PayloadRequest): Promise<Result<object>> {
  if (!hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion'))
    return failed(problem('access-denied'))
  const body = await bodyOf(req)
  const rechtsnorm = await rechtsnormOf(req, textOf(body, 'rechtsnorm'))
  if (!rechtsnorm.ok) return rechtsnorm
  const regel = await readRegel(req, rechtsnorm.value)
  if (!regel.ok) return regel
  const klausel = groupOf(body, 'klausel')
  const { art, tag, lesart } = klausel
  const angaben = { art, tag, lesart, anzahl: numberOrNull(klausel, 'anzahl') }
  const vorschlaege = vorschlaegeFor(rechtsnorm.value, regel.value, angaben)
  if (!vorschlaege.ok) return vorschlaege
  return success({
    vorschlaege: vorschlaege.value.map((each) => ({ ...each, klausel: deskKlausel(each.klausel) })),
  })
}

async function rechtsnormOf(req: PayloadRequest, id: string): Promise<Result<Rechtsnorm>> {
  const { docs } = await req.payload.find({
    collection: 'rechtsnormen',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const [doc] = docs
  if (!doc) return failed(problem('rechtsnorm-is-unknown', 'Rechtsnorm'))
  const objekt = objektFrom('rechtsnorm', doc as unknown as DeskDoc)
  return objekt.ok ? success(objekt.value.wert) : objekt
}

/** The rule that fits the Rechtsnorm: rows of the table go before those that the house brings along. */
async function readRegel(
  req: PayloadRequest,
  rechtsnorm: Rechtsnorm,
): Promise<Result<Fristregel | null>> {
  const tabelle = await fristregelnOf(req.payload)
  if (!tabelle.ok) return tabelle
  const path = await pathOf(req, rechtsnorm)
  const anfrage = {
    normgeber: rechtsnorm.normgeber,
    gebietPath: path.map(({ id }) => id),
    form: rechtsnorm.bekanntmachung?.form ?? null,
  }
  return success(regelFor([...tabelle.value, ...vorgabenFor(path)], anfrage))
}

/**
 * The areas above and including the one in which the Rechtsnorm holds, along the tree of today. Where the Rechtsnorm
 * names none, its Redaktion writes for some: what all of them have in common.
 */
async function pathOf(req: PayloadRequest, rechtsnorm: Rechtsnorm): Promise<readonly Gebiet[]> {
  const { gebietId, redaktionId } = rechtsnorm
  const ids = gebietId === null ? await gebieteOf(req, redaktionId) : [gebietId]
  const chronik = await chronikOfInstance(req.payload)()
  const gebiete = gebieteOn(chronik, newestPair(chronik, clockOf(req.payload)().heute))
  const [first = [], ...others] = ids.map((id) => pathTo(gebiete, id))
  return first.filter((gebiet) => others.every((path) => path.includes(gebiet)))
}

async function gebieteOf(
  req: PayloadRequest,
  redaktionId: string | undefined,
): Promise<readonly GebietId[]> {
  if (redaktionId === undefined) return []
  const redaktion = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'redaktionen',
    where: { id: { equals: redaktionId } },
    req,
  })
  return redaktion ? relationsOf(redaktion, 'gebiete') : []
}
