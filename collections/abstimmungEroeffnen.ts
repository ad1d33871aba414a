import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import {
  beginSchweigefristen,
  planSchweigefristen,
  type SchweigefristAuftrag,
} from '#commands/beginSchweigefrist.ts'
import {
  geaenderteModule,
  gemeinsamesOf,
  schweigemoduleOf,
  type Gemeinsames,
} from '#core/abstimmung/abstimmung.ts'
import { einladungen } from '#core/abstimmung/nachrichten.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { redaktionIdOf, redaktionenOf, userOf } from '#collections/access.ts'
import { allowedFassung, type Lage } from '#collections/allowedFassung.ts'
import { moveFassung } from '#store/ablauf.ts'
import {
  createAbstimmung,
  dropAbstimmung,
  rollsBack,
  sendNachrichten,
  type NeueAbstimmung,
} from '#store/abstimmungen.ts'
import { addBeteiligungen, removeBeteiligungen } from '#store/beteiligungen.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { pulttextFrom } from '#store/desk/fassung.ts'
import { pultOf } from '#store/desk/pult.ts'
import { textOf, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { appendProtokoll } from '#store/protokoll.ts'

/** What shall be consulted about, with whom and until when; nothing of it is believed. */
export type Abstimmungswunsch = {
  /** '' : after the law's day. */
  readonly titel: string
  readonly fassungIds: readonly string[]
  readonly teilnehmerIds: readonly string[]
  /** Last day to vote, `YYYY-MM-DD`. */
  readonly frist: unknown
  readonly erinnerungTage: number
  /** Working days before the law's day; 0: no Schweigefrist. */
  readonly schweigefristTage: number
  /** Per text the modules for which silence shall count; a text that is absent: those that it changes. */
  readonly schweigemodule: Readonly<Record<string, readonly string[]>>
}

/** A consultation that could be opened. */
export type Abstimmungsplan = {
  readonly neue: NeueAbstimmung
  readonly lagen: readonly Lage[]
  readonly schweigefrist: SchweigefristAuftrag | null
}

/** An act that must leave nothing behind; carries its problems out of the transaction. */
class Refused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('refused')
    this.problems = problems
  }
}

/**
 * Opens a consultation: the texts go to *in Abstimmung*, the participants may read them and are invited, and a Schweigefrist
 * begins with one entry for all of them. All or nothing. Answers id and Folgenummer (null without a Schweigefrist). Problems:
 * those of `planAbstimmung`, `release-was-concurrent`.
 */
export async function eroeffneAbstimmung(
  req: PayloadRequest,
  wunsch: Abstimmungswunsch,
): Promise<Result<{ readonly id: string; readonly folgenummer: number | null }>> {
  const plan = await planAbstimmung(req, wunsch)
  if (!plan.ok) return plan
  const done = await allOrNothing(req, plan.value)
  if (!done.ok) return done
  const ereignis = done.value
  if (ereignis) await storePorts(req.payload).project(ereignis)
  return success({ id: plan.value.neue.id, folgenummer: ereignis?.folgenummer ?? null })
}

/**
 * Whether these texts may be consulted about now, by whom asks; nothing is written. Problems: those of `allowedFassung` for
 * each text (with its title), `abstimmung-lacks-texts`, `abstimmung-needs-german-text`, `abstimmung-needs-one-day`,
 * `abstimmung-needs-one-layer`, `abstimmung-lacks-participants`, `abstimmung-deadline-has-passed`,
 * `embargo-forbids-schweigefrist`, those of `beginSchweigefristen`, `day-is-malformed`, `query-is-malformed`.
 */
export async function planAbstimmung(
  req: PayloadRequest,
  wunsch: Abstimmungswunsch,
): Promise<Result<Abstimmungsplan>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const { heute, zeitpunkt } = storePorts(req.payload).clock()
  const gelesen = await readTexte(req, [...new Set(wunsch.fassungIds)])
  if (!gelesen.ok) return gelesen
  const { lagen, entwuerfe } = gelesen.value
  const mitSchweigefrist = wunsch.schweigefristTage > 0
  const gemeinsames = gemeinsamesOf(entwuerfe, mitSchweigefrist)
  if (!gemeinsames.ok) return gemeinsames
  const frist = parseCalendarDay(wunsch.frist, 'Abstimmen bis')
  if (!frist.ok) return frist
  if (frist.value < heute)
    return failed(
      problem('abstimmung-deadline-has-passed', 'Abstimmen bis', { frist: frist.value }),
    )
  if (!isCount(wunsch.erinnerungTage) || !isCount(wunsch.schweigefristTage))
    return failed(problem('query-is-malformed', 'Arbeitstage'))
  const redaktionId = leaderOf(redaktionenOf(user), redaktionIdOf(user), entwuerfe)
  const teilnehmerIds = await existing(
    req,
    wunsch.teilnehmerIds.filter((id) => id !== redaktionId),
  )
  if (!teilnehmerIds.ok) return teilnehmerIds
  const embargo = lagen.some(({ ablauf }) => ablauf.embargo)
  if (embargo && mitSchweigefrist)
    return failed(problem('embargo-forbids-schweigefrist', 'Schweigefrist'))
  const id = randomUUID()
  const schweigefrist = mitSchweigefrist
    ? await planSchweigen(
        req,
        wunsch,
        { id, redaktionId, von: user.id },
        entwuerfe,
        gemeinsames.value,
      )
    : success(null)
  if (!schweigefrist.ok) return schweigefrist
  return success({
    lagen,
    schweigefrist: schweigefrist.value,
    neue: {
      id,
      titel: wunsch.titel || (await titleOf(req, gemeinsames.value, lagen)),
      zeitgrenzeId: gemeinsames.value.zeitgrenzeId,
      fassungIds: entwuerfe.map((each) => each.id),
      redaktionId,
      teilnehmerIds: teilnehmerIds.value,
      frist: frist.value,
      erinnerungTage: wunsch.erinnerungTage,
      schweigefristTage: wunsch.schweigefristTage,
      embargo,
      eroeffnetAm: zeitpunkt,
      eroeffnetVonName: user.name,
    },
  })
}

/** The modules of each text that are new against the text it was written on top of (`basis`), from the log. */
export async function readGeaenderteModule(
  req: PayloadRequest,
  entwuerfe: readonly Entwurf[],
): Promise<ReadonlyMap<string, readonly Modulname[]>> {
  const basis = await readBasis(req, entwuerfe)
  return new Map(
    entwuerfe.map((text) => [text.id, geaenderteModule(basis.get(text.id) ?? null, text.inhalt)]),
  )
}

/** The released contents that each text was written on top of, by the id of the text. */
export async function readBasis(
  req: PayloadRequest,
  entwuerfe: readonly Pick<Entwurf, 'id' | 'basis'>[],
): Promise<ReadonlyMap<string, FassungInhalt>> {
  const ports = storePorts(req.payload)
  const chronik = await ports.chronik()
  const hashes = entwuerfe.flatMap(({ id, basis }) => {
    const released = basis === null ? undefined : chronik.fassungen.get(basis)
    return released ? [[id, released.wert.inhalt] as const] : []
  })
  const inhalte = await ports.getInhalte(hashes.map(([, hash]) => hash))
  return new Map(hashes.map(([id, hash]) => [id, inhalte.get(hash) as FassungInhalt]))
}

async function allOrNothing(
  req: PayloadRequest,
  plan: Abstimmungsplan,
): Promise<Result<Ereignis | null>> {
  const spur: Spur = { moved: [], ereignis: null }
  try {
    await inTransaction(req.payload, (inner) => write(inner, plan, spur), { req })
    return success(spur.ereignis)
  } catch (error) {
    // What the log says is said; then the rest stays too.
    if (!rollsBack(req.payload) && spur.ereignis === null) await undo(req, plan.neue.id, spur.moved)
    if (error instanceof Refused) return failed(...error.problems)
    throw error
  }
}

/** What has been done so far. */
type Spur = { readonly moved: string[]; ereignis: Ereignis | null }

/** The entry of the log comes late: on MongoDB it is the one thing that nobody can take back. */
async function write(
  req: PayloadRequest,
  { neue, lagen, schweigefrist }: Abstimmungsplan,
  spur: Spur,
): Promise<void> {
  const { id, fassungIds, teilnehmerIds, embargo, eroeffnetAm, redaktionId } = neue
  await createAbstimmung(req, neue)
  for (const { doc } of lagen) {
    const fassungId = textOf(doc, 'id')
    if (!(await moveFassung(req, fassungId, 'entwurf', 'in-abstimmung')))
      throw new Refused([problem('release-was-concurrent', textOf(doc, 'titel'))])
    spur.moved.push(fassungId)
  }
  await addBeteiligungen(req, fassungIds, teilnehmerIds, id)
  await sendNachrichten(req, einladungen(neue, teilnehmerIds), {
    zeitpunkt: eroeffnetAm,
    vertraulich: embargo,
  })
  spur.ereignis = schweigefrist === null ? null : await begin(req, schweigefrist)
  const user = userOf(req)
  await appendProtokoll(req.payload, req, {
    akt: 'abstimmung-eroeffnet',
    gegenstand: { art: 'abstimmungen', id, titel: neue.titel },
    redaktionId,
    von: user?.id ?? 'system',
    vonName: user?.name ?? 'system',
    grund: null,
    angaben: {
      fassungIds,
      teilnehmerIds,
      frist: neue.frist,
      schweigefrist: neue.schweigefristTage,
    },
    vertraulich: embargo,
  })
}

async function begin(req: PayloadRequest, auftrag: SchweigefristAuftrag): Promise<Ereignis> {
  // Projected when it stands: inside of the transaction nobody sees it yet.
  const ports = { ...storePorts(req.payload, req), project: () => Promise.resolve() }
  const ereignis = await beginSchweigefristen(ports, auftrag)
  if (!ereignis.ok) throw new Refused(ereignis.problems)
  return ereignis.value
}

async function undo(req: PayloadRequest, id: string, moved: readonly string[]): Promise<void> {
  for (const fassungId of moved) await moveFassung(req, fassungId, 'in-abstimmung', 'entwurf')
  await removeBeteiligungen(req, id)
  await dropAbstimmung(req, id)
}

async function readTexte(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Result<{ readonly lagen: readonly Lage[]; readonly entwuerfe: readonly Entwurf[] }>> {
  const lagen: Lage[] = []
  const entwuerfe: Entwurf[] = []
  const problems: Problem[] = []
  for (const id of ids) {
    const lage = await allowedFassung(req, 'zur-abstimmung', id)
    const text = lage.ok ? germanFrom(lage.value.doc) : lage
    if (lage.ok && text.ok) {
      lagen.push(lage.value)
      entwuerfe.push(text.value)
    } else if (!text.ok) {
      const titel = lage.ok ? textOf(lage.value.doc, 'titel') : ''
      problems.push(
        ...text.problems.map((each) => (titel === '' ? each : { ...each, stelle: titel })),
      )
    }
  }
  return problems.length > 0 ? failed(...problems) : success({ lagen, entwuerfe })
}

function germanFrom(doc: DeskDoc): Result<Entwurf> {
  const text = pulttextFrom(pultOf(doc))
  if (!text.ok) return text
  return text.value.art === 'fassung'
    ? success(text.value.entwurf)
    : failed(problem('abstimmung-needs-german-text'))
}

/** The texts' own Redaktion, where the person writes for it; else the person's. */
function leaderOf(
  eigene: readonly string[],
  own: string | null,
  entwuerfe: readonly Entwurf[],
): string {
  const theirs = entwuerfe.map(({ redaktionId }) => redaktionId)
  return theirs.find((id) => eigene.includes(id)) ?? own ?? theirs[0] ?? ''
}

async function existing(
  req: PayloadRequest,
  ids: readonly string[],
): Promise<Result<readonly string[]>> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'redaktionen',
    where: { id: { in: [...ids] } },
    limit: 0,
    pagination: false,
    req,
  })
  const there = new Set(docs.map(({ id }) => id))
  const known = [...new Set(ids)].filter((id) => there.has(id))
  return known.length === 0
    ? failed(problem('abstimmung-lacks-participants', 'Beteiligte'))
    : success(known)
}

async function planSchweigen(
  req: PayloadRequest,
  { schweigefristTage, schweigemodule }: Abstimmungswunsch,
  wer: { readonly id: string; readonly redaktionId: string; readonly von: string },
  entwuerfe: readonly Entwurf[],
  { beginn, ebene, gebietId }: Gemeinsames,
): Promise<Result<SchweigefristAuftrag>> {
  const ports = storePorts(req.payload)
  const changed = await readGeaenderteModule(req, entwuerfe)
  const auftrag: SchweigefristAuftrag = {
    abstimmungId: wer.id,
    zeitgrenzeAnker: beginn,
    leistungen: entwuerfe.map(({ id, leistungId }) => ({
      leistungId,
      module: schweigemoduleOf(changed.get(id) ?? [], schweigemodule[id] ?? null),
    })),
    ebene,
    gebietId,
    tage: schweigefristTage,
    redaktionId: wer.redaktionId,
    von: wer.von,
  }
  const planned = planSchweigefristen(await ports.chronik(), auftrag, ports.clock().heute)
  return planned.ok ? success(auftrag) : planned
}

/** After the law's day; without one, after the first text. */
async function titleOf(
  req: PayloadRequest,
  { zeitgrenzeId }: Gemeinsames,
  lagen: readonly Lage[],
): Promise<string> {
  const doc =
    zeitgrenzeId === null
      ? null
      : await req.payload.db.findOne<DeskDoc & { id: string }>({
          collection: 'zeitgrenzen',
          where: { id: { equals: zeitgrenzeId } },
          req,
        })
  return (doc && textOf(doc, 'titel')) || textOf(lagen[0]?.doc ?? {}, 'titel') || 'Abstimmung'
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value <= 250
}
