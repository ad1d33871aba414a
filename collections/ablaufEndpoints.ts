import type { Endpoint, PayloadRequest } from 'payload'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { isUnveroeffentlicht, nextZustand, type Aktion, type Zustand } from '#core/ablauf/ablauf.ts'
import { checkFreigabeschritt } from '#core/ablauf/freigabeschritt.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { needsSecondPerson } from '#core/fassung/berichtigen.ts'
import { userOf } from '#collections/access.ts'
import { answer, bodyOf } from '#collections/answer.ts'
import { allowedFassung, erlaubteAktionen, lageOf, type Lage } from '#collections/allowedFassung.ts'
import {
  confirmEilfall,
  eilfallVon,
  freigebendeOf,
  hasConfirmed,
  moveFassung,
} from '#store/ablauf.ts'
import { isBeingConsulted } from '#store/abstimmungen.ts'
import { relationOf, textOf, textOrNull } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { appendProtokoll } from '#store/protokoll.ts'

/** The steps of a text on its way from draft to release (`#core/ablauf/ablauf.ts`): `POST /api/fassungen/{id}/…`. */
export const ablaufEndpoints: Endpoint[] = [
  { path: '/:id/schritte', method: 'get', handler: (req) => answer(schritte(req)) },
  { path: '/:id/freigeben', method: 'post', handler: (req) => answer(freigeben(req)) },
  {
    path: '/:id/fachlich-freigeben',
    method: 'post',
    handler: (req) => answer(gehe(req, 'fachlich-freigeben')),
  },
  {
    path: '/:id/zurueckholen',
    method: 'post',
    handler: (req) => answer(gehe(req, 'zurueckholen')),
  },
  {
    path: '/:id/eilfall-bestaetigen',
    method: 'post',
    handler: (req) => answer(bestaetigeEilfall(req)),
  },
]

/** How a text is released. */
export type Freigabewunsch = { readonly grund: string | null; readonly eilfall: boolean }

/**
 * Releases the text with this id in the name of whoever asks: the one way for the button, the list and every client. Problems:
 * those of `allowedFassung` and of `releaseFassung`.
 */
export async function releaseAs(
  req: PayloadRequest,
  id: string,
  { grund, eilfall }: Freigabewunsch,
): Promise<Result<{ readonly folgenummer: number }>> {
  const checked = await releasable(req, id, { grund, eilfall })
  if (!checked.ok) return checked
  const lage = checked.value
  const von = userOf(req)?.id ?? ''
  const ereignis = await releaseFassung(storePorts(req.payload), { id, von, grund, eilfall })
  if (!ereignis.ok) return failed(...(await sayWho(req, lage, ereignis.problems)))
  // The release itself enters the audit with its entry in the log; what the log does not say stands beside it.
  if (lage.verhaeltnis === 'partner') await noteAkt(req, lage, 'freigabe-fuer-partner', grund)
  if (eilfall) await noteAkt(req, lage, 'eilfall', grund)
  return success({ folgenummer: ereignis.value.folgenummer })
}

/** Whether `releaseAs` would pass the rules of the way and of the four eyes; the words are checked by the release. */
export async function releasable(
  req: PayloadRequest,
  id: string,
  { grund, eilfall }: Freigabewunsch,
): Promise<Result<Lage>> {
  const lage = await allowedFassung(req, eilfall ? 'eilfall' : 'freigeben', id)
  if (!lage.ok) return lage
  const { ablauf, kurzerWeg } = lage.value
  const von = userOf(req)?.id ?? ''
  const checked = checkFreigabeschritt({ ablauf, kurzerWeg, von, eilfall, grund })
  return checked.ok ? lage : failed(...(await sayWho(req, lage.value, checked.problems)))
}

/** Releases the text: body `{ grund?, eilfall? }`; an Eilfall needs its reason. Answers `{ folgenummer }`. */
async function freigeben(req: PayloadRequest): Promise<Result<object>> {
  const body = userOf(req) ? await bodyOf(req) : {}
  const id = String(req.routeParams?.['id'])
  return releaseAs(req, id, {
    grund: textOrNull(body, 'grund'),
    eilfall: body['eilfall'] === true,
  })
}

/**
 * What the person may do to this text now: `{ zustand, kurzerWeg, verhaeltnis, aktionen, vierAugen, wer, berichtigung,
 * eilfallOffen }`. `vierAugen`: the person wrote it, so somebody else releases it, `wer` names some; `berichtigung`: it corrects
 * what somebody may have read, so two people say so together.
 */
async function schritte(req: PayloadRequest): Promise<Result<object>> {
  const read = await lageOf(req)
  if (!read.ok) return read
  const lage = read.value
  const { ablauf, kurzerWeg, verhaeltnis } = lage
  const vierAugen = ablauf.verfasser.includes(userOf(req)?.id ?? '')
  return success({
    zustand: ablauf.zustand,
    kurzerWeg,
    verhaeltnis,
    aktionen: erlaubteAktionen(lage),
    vierAugen,
    wer: vierAugen ? await namesOf(req, lage) : [],
    berichtigung: await needsAntrag(req, lage),
    eilfallOffen:
      lage.doc['eilfall'] === true && !(await hasConfirmed(req, textOf(lage.doc, 'id'))),
  })
}

/** A step without words of its own. */
type Gang = Extract<Aktion, 'fachlich-freigeben' | 'zurueckholen'>

/** Takes it: body `{ grund? }`; answers `{ zustand }`. */
async function gehe(req: PayloadRequest, aktion: Gang): Promise<Result<object>> {
  const body = userOf(req) ? await bodyOf(req) : {}
  return geheAs(req, aktion, String(req.routeParams?.['id']), textOrNull(body, 'grund'))
}

/**
 * The text, if whoever asks may approve it now: those who are asked about it have their say first, for after the approval nobody
 * votes any more. Problems: of `allowedFassung`, `abstimmung-is-open`.
 */
export async function approvable(req: PayloadRequest, id: string): Promise<Result<Lage>> {
  const lage = await allowedFassung(req, 'fachlich-freigeben', id)
  if (!lage.ok || !(await isBeingConsulted(req, id))) return lage
  return failed(problem('abstimmung-is-open'))
}

/** Takes a step with the text of this id in the name of whoever asks. Problems: of `allowedFassung`, `release-was-concurrent`. */
export async function geheAs(
  req: PayloadRequest,
  aktion: Gang,
  id: string,
  grund: string | null,
): Promise<Result<{ readonly zustand: Zustand }>> {
  const read = await (aktion === 'fachlich-freigeben'
    ? approvable(req, id)
    : allowedFassung(req, aktion, id))
  if (!read.ok) return read
  const lage = read.value
  const { zustand } = lage.ablauf
  const nach = nextZustand(aktion, zustand)
  if (!(await moveFassung(req, textOf(lage.doc, 'id'), zustand, nach)))
    return failed(problem('release-was-concurrent'))
  await noteAkt(req, lage, aktion, grund)
  return success({ zustand: nach })
}

/**
 * Another person has looked at a text that was released as an Eilfall. Body `{ bemerkung? }`. Problems:
 * `fassung-is-no-eilfall`, `eilfall-needs-another`, `eilfall-is-confirmed`.
 */
async function bestaetigeEilfall(req: PayloadRequest): Promise<Result<object>> {
  const read = await allowedFassung(req, 'eilfall-bestaetigen')
  if (!read.ok) return read
  const lage = read.value
  const user = userOf(req)
  const id = textOf(lage.doc, 'id')
  const releasedBy = await eilfallVon(req, id)
  if (releasedBy === null) return failed(problem('fassung-is-no-eilfall'))
  if (!user || releasedBy === user.id || lage.ablauf.verfasser.includes(user.id))
    return failed(problem('eilfall-needs-another'))
  const bemerkung = textOrNull(await bodyOf(req), 'bemerkung')
  const { heute, zeitpunkt } = storePorts(req.payload).clock()
  const isFirst = await confirmEilfall(req, {
    fassung: id,
    titel: textOf(lage.doc, 'titel'),
    redaktion: relationOf(lage.doc, 'redaktion') ?? '',
    am: heute,
    zeitpunkt,
    von: user.id,
    vonName: user.name,
    bemerkung,
  })
  if (!isFirst) return failed(problem('eilfall-is-confirmed'))
  await noteAkt(req, lage, 'eilfall-bestaetigt', bemerkung)
  return success({ id })
}

/** Whether the draft corrects what has begun: then it is asked for and confirmed, not released (zeit.md, rule 4). */
async function needsAntrag(req: PayloadRequest, { doc, ablauf }: Lage): Promise<boolean> {
  if (!isUnveroeffentlicht(ablauf.zustand) || relationOf(doc, 'berichtigt') === null) return false
  const ports = storePorts(req.payload)
  const text = await ports.loadPulttext(textOf(doc, 'id'))
  if (!text.ok || text.value.art !== 'fassung') return false
  return needsSecondPerson(text.value.entwurf, await ports.chronik(), ports.clock().heute)
}

async function namesOf(req: PayloadRequest, { doc, ablauf }: Lage): Promise<readonly string[]> {
  const redaktionId = relationOf(doc, 'redaktion')
  return redaktionId === null ? [] : freigebendeOf(req, redaktionId, ablauf.verfasser)
}

/** The four eyes name the others. */
async function sayWho(
  req: PayloadRequest,
  lage: Lage,
  problems: readonly Problem[],
): Promise<readonly Problem[]> {
  if (!problems.some(({ code }) => code === 'author-may-not-release')) return problems
  const names = await namesOf(req, lage)
  const angaben = names.length === 0 ? undefined : { wer: names.join(', ') }
  return problems.map((each) =>
    each.code === 'author-may-not-release' ? problem(each.code, each.stelle, angaben) : each,
  )
}

/** One row in the audit. */
async function noteAkt(
  req: PayloadRequest,
  { doc, ablauf }: Lage,
  akt: string,
  grund: string | null,
): Promise<void> {
  const user = userOf(req)
  await appendProtokoll(req.payload, req, {
    akt,
    gegenstand: { art: 'fassungen', id: textOf(doc, 'id'), titel: textOf(doc, 'titel') },
    redaktionId: relationOf(doc, 'redaktion'),
    von: user?.id ?? 'system',
    vonName: user?.name ?? 'system',
    grund,
    vertraulich: ablauf.embargo,
  })
}
