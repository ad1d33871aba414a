import type { Endpoint, PayloadRequest } from 'payload'
import { answerSchweigefrist, findSchweigefrist } from '#commands/answerSchweigefrist.ts'
import { readSchweigefrist } from '#commands/readSchweigefrist.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { EBENEN, type Ebene } from '#core/gebiet/gebiet.ts'
import { reiheKey } from '#core/log/chronik.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { redaktionenOf, userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { textOf, textOrNull, textsOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance, clockOf, storePorts } from '#store/ports.ts'
import { liesInRedaktion } from '#store/redaktion.ts'

/** Where a Schweigefrist stands, and what a Kommune answers: `GET …/{id}/stand`, `POST …/{id}/rueckmeldung`. */
export const schweigefristEndpoints: Endpoint[] = [
  { path: '/:id/stand', method: 'get', handler: (req) => answer(stand(req)) },
  { path: '/:id/rueckmeldung', method: 'post', handler: (req) => answer(meldeZurueck(req)) },
]

/**
 * Until when it can be answered and which texts it concerns: a Kommunalredaktion sees its own, whoever looks after the Land
 * all. Answers `{ fristende, ab, laeuft, texte: [{ fassungId, titel, ebene, gebietId, istEigener, module }] }`. Problems:
 * `access-denied`, `schweigefrist-is-unknown`.
 */
async function stand(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (!user || !MITLESEND.includes(user.rolle)) return failed(problem('access-denied'))
  const id = String(req.routeParams?.['id'])
  const found = await readSchweigefrist(storePorts(req.payload), { id })
  if (!found.ok) return found
  const own = user.rolle === 'kommunalredaktion' ? redaktionenOf(user) : []
  const isOwn = (redaktionId: string): boolean => own.includes(redaktionId)
  const { fristende, ab, laeuft, texte } = found.value
  const shown = texte.filter(
    ({ fassung }) => user.rolle !== 'kommunalredaktion' || isOwn(fassung.redaktionId),
  )
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { id: { in: shown.map(({ fassung }) => fassung.id) } },
    limit: 0,
    pagination: false,
    req,
  })
  const titles = new Map(docs.map((doc) => [doc.id, textOf(doc, 'titel')]))
  return success({
    fristende,
    ab,
    laeuft,
    texte: shown.map(({ fassung, module }) => ({
      fassungId: fassung.id,
      titel: titles.get(fassung.id) ?? fassung.id,
      ebene: fassung.ebene,
      gebietId: fassung.gebietId,
      istEigener: isOwn(fassung.redaktionId),
      module,
    })),
  })
}

const MITLESEND: readonly string[] = [
  'administration',
  'landesredaktion',
  'fachressort',
  'kommunalredaktion',
]

/**
 * "Our own text stays", for an area of one's own. Body `{ gebiet, ebene?, module?, satz? }`: without `ebene` that of the
 * area, without `module` all of the Schweigefrist; an empty list takes an earlier answer back. Answers `{ folgenummer }`.
 * Problems: `access-denied`, `gebiet-is-unknown`, `query-is-malformed` and those of `answerSchweigefrist`.
 */
async function meldeZurueck(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (user?.rolle !== 'kommunalredaktion') return failed(problem('access-denied'))
  const body = await bodyOf(req)
  const schweigefristId = String(req.routeParams?.['id'])
  const chronik = await chronikOfInstance(req.payload)()
  const frist = findSchweigefrist(chronik, schweigefristId)
  if (!frist.ok) return frist
  const gebietId = textOf(body, 'gebiet')
  const redaktionId = await ownerOf(req, redaktionenOf(user), gebietId)
  if (redaktionId === null) return failed(problem('access-denied', 'Gebiet'))
  const ebene = ebeneOf(body) ?? ebeneOfGebiet(req, chronik, gebietId)
  if (ebene === undefined) return failed(problem('gebiet-is-unknown', 'Gebiet'))
  const { leistungId } = frist.value.beleg.wert.wert
  const row = chronik.reihen.get(reiheKey({ leistungId, ebene, gebietId }))?.at(-1)
  // A Kreis writes for its Gemeinden where they have no Redaktion; it does not answer for the text of one that has.
  if (row && !redaktionenOf(user).includes(row.wert.redaktionId))
    return failed(problem('access-denied', 'Gebiet'))
  const module = moduleOf(body, frist.value.beleg.wert.wert.module)
  if (!module.ok) return module
  const ereignis = await answerSchweigefrist(storePorts(req.payload), {
    schweigefristId,
    ebene,
    gebietId,
    module: module.value,
    redaktionId,
    satz: textOrNull(body, 'satz'),
    von: user.id,
  })
  return ereignis.ok ? success({ folgenummer: ereignis.value.folgenummer }) : ereignis
}

/** The person's Redaktion to which the area belongs. */
async function ownerOf(
  req: PayloadRequest,
  redaktionen: readonly string[],
  gebietId: string,
): Promise<string | null> {
  for (const id of redaktionen) if (await liesInRedaktion(req, id, gebietId)) return id
  return null
}

function ebeneOf(body: DeskDoc): Ebene | undefined {
  return EBENEN.find((known) => known === body['ebene'])
}

function ebeneOfGebiet(
  req: PayloadRequest,
  chronik: Parameters<typeof newestPair>[0],
  gebietId: string,
): Ebene | undefined {
  const pair = newestPair(chronik, clockOf(req.payload)().heute)
  return gebieteOn(chronik, pair).byId.get(gebietId)?.ebene
}

function moduleOf(body: DeskDoc, all: readonly Modulname[]): Result<readonly Modulname[]> {
  if (body['module'] === undefined) return success(all)
  if (!Array.isArray(body['module'])) return failed(problem('query-is-malformed', 'module'))
  return success(textsOf(body, 'module') as readonly Modulname[])
}
