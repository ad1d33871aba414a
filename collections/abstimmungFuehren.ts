import type { PayloadRequest } from 'payload'
import { withdrawSchweigefristen } from '#commands/withdrawSchweigefrist.ts'
import { nextZustand } from '#core/ablauf/ablauf.ts'
import type { Abstimmung } from '#core/abstimmung/abstimmung.ts'
import {
  einladungen,
  erinnerungenVonHand,
  schlussnachrichten,
} from '#core/abstimmung/nachrichten.ts'
import { niederschriftOf, type Niederschrift } from '#core/abstimmung/niederschrift.ts'
import {
  checkEntscheidungen,
  ergebnisOf,
  geltendeStimmen,
  schuldnerOf,
  type Entscheidung,
  type GeltendeStimme,
} from '#core/abstimmung/stimmen.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { allowedFassung } from '#collections/allowedFassung.ts'
import { gefuehrte, noteAkt, zugangTo, type Zugang } from '#collections/abstimmungZugang.ts'
import { moveFassung } from '#store/ablauf.ts'
import {
  addTeilnehmer,
  changeOffene,
  findAbstimmung,
  gelesenFrom,
  niederschriftFrom,
  readFassungDocs,
  readKommentare,
  readStimmen,
  reopenAbstimmung,
  rollsBack,
  sendNachrichten,
  writeNiederschrift,
} from '#store/abstimmungen.ts'
import { addBeteiligungen, removeBeteiligungen } from '#store/beteiligungen.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { ablaufstandFrom } from '#store/desk/ablauf.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { storePorts } from '#store/ports.ts'
import { namesOfRedaktionen } from '#store/redaktionsnamen.ts'

/** Asks further Redaktionen. Answers `{ neu }`: how many. Problems: those of `gefuehrte`, `abstimmung-lacks-participants`. */
export async function addBeteiligte(
  req: PayloadRequest,
  id: string,
  wanted: readonly string[],
): Promise<Result<object>> {
  const zugang = await gefuehrte(req, id)
  if (!zugang.ok) return zugang
  const { abstimmung } = zugang.value
  const names = await namesOfRedaktionen(req, wanted)
  const neue = [...names.keys()].filter(
    (each) => each !== abstimmung.redaktionId && !abstimmung.teilnehmerIds.includes(each),
  )
  if (neue.length === 0) return failed(problem('abstimmung-lacks-participants', 'Beteiligte'))
  const { zeitpunkt } = storePorts(req.payload).clock()
  return inTransaction(
    req.payload,
    async (inner) => {
      const now = await findAbstimmung(inner, id)
      if (!now || !(await addTeilnehmer(inner, now.abstimmung, neue, zeitpunkt)))
        return failed(problem('abstimmung-is-over'))
      await addBeteiligungen(inner, abstimmung.fassungIds, neue, id)
      await sendNachrichten(inner, einladungen(abstimmung, neue), {
        zeitpunkt,
        vertraulich: abstimmung.embargo,
      })
      await noteAkt(inner, zugang.value, 'abstimmung-beteiligte', null, { neu: neue })
      return success({ neu: neue.length })
    },
    { req },
  )
}

/**
 * Puts the Frist on another day, today at the earliest. Answers `{ frist }`. Problems: those of `gefuehrte`,
 * `day-is-malformed`, `abstimmung-deadline-has-passed`.
 */
export async function setFrist(
  req: PayloadRequest,
  id: string,
  wanted: unknown,
  grund: string | null,
): Promise<Result<object>> {
  const zugang = await gefuehrte(req, id)
  if (!zugang.ok) return zugang
  const frist = parseCalendarDay(wanted, 'Abstimmen bis')
  if (!frist.ok) return frist
  const { heute, zeitpunkt } = storePorts(req.payload).clock()
  if (frist.value < heute)
    return failed(
      problem('abstimmung-deadline-has-passed', 'Abstimmen bis', { frist: frist.value }),
    )
  return inTransaction(
    req.payload,
    async (inner) => {
      if (!(await changeOffene(inner, id, { frist: frist.value, updatedAt: zeitpunkt })))
        return failed(problem('abstimmung-is-over'))
      const { abstimmung } = zugang.value
      const angaben = { vorher: abstimmung.frist, nachher: frist.value }
      await noteAkt(inner, zugang.value, 'abstimmung-frist', grund, angaben)
      return success({ frist: frist.value })
    },
    { req },
  )
}

/** Reminds everybody who owes a vote, at most once a day each. Answers `{ erinnert }`. Problems: those of `gefuehrte`. */
export async function erinnere(req: PayloadRequest, id: string): Promise<Result<object>> {
  const zugang = await gefuehrte(req, id)
  if (!zugang.ok) return zugang
  const { abstimmung } = zugang.value
  const { heute, zeitpunkt } = storePorts(req.payload).clock()
  const lage = await readStimmlage(req, abstimmung)
  const nachrichten = erinnerungenVonHand(abstimmung, lage.schuldner, heute)
  return inTransaction(
    req.payload,
    async (inner) => {
      const vertraulich = abstimmung.embargo
      const erinnert = await sendNachrichten(inner, nachrichten, { zeitpunkt, vertraulich })
      if (erinnert > 0)
        await noteAkt(inner, zugang.value, 'abstimmung-erinnert', null, { erinnert })
      return success({ erinnert })
    },
    { req },
  )
}

/**
 * Puts a text that was taken back to its Entwurf before the participants again. Answers `{ zustand }`. Problems: those of
 * `gefuehrte` and `allowedFassung`, `fassung-is-unknown`, `release-was-concurrent`.
 */
export async function legeWiederVor(
  req: PayloadRequest,
  id: string,
  fassungId: string,
): Promise<Result<object>> {
  const zugang = await gefuehrte(req, id)
  if (!zugang.ok) return zugang
  if (!zugang.value.abstimmung.fassungIds.includes(fassungId))
    return failed(problem('fassung-is-unknown'))
  const lage = await allowedFassung(req, 'zur-abstimmung', fassungId)
  if (!lage.ok) return lage
  const { zustand } = lage.value.ablauf
  const nach = nextZustand('zur-abstimmung', zustand)
  return inTransaction(
    req.payload,
    async (inner) => {
      if (!(await moveFassung(inner, fassungId, zustand, nach)))
        return failed(problem('release-was-concurrent'))
      const titel = textOf(lage.value.doc, 'titel')
      await noteAkt(inner, zugang.value, 'abstimmung-wieder-vorgelegt', null, { fassungId, titel })
      return success({ zustand: nach })
    },
    { req },
  )
}

/**
 * Ends the consultation: outcome and record are fixed, and each text goes where the leading Redaktion says. Answers
 * `{ ausgang }`. Problems: those of `gefuehrte`, `decision-is-missing`, `reason-is-missing`.
 */
export async function beende(
  req: PayloadRequest,
  id: string,
  entscheidungen: readonly Entscheidung[],
): Promise<Result<object>> {
  const zugang = await gefuehrteOderHalbe(req, id, 'beendet')
  if (!zugang.ok) return zugang
  const { abstimmung } = zugang.value
  // Asked before anything is written; asked again of the votes that are there when nobody can add one any more.
  const early = await decide(req, abstimmung, entscheidungen)
  if (!early.ok) return early
  const ended = await ende(
    req,
    zugang.value,
    { zustand: 'beendet', grund: null },
    async (inner) => {
      const decided = await decide(inner, abstimmung, entscheidungen)
      if (!decided.ok) return decided
      const { lage, byText } = decided.value
      const niederschrift = await record(inner, zugang.value, lage, byText, null)
      for (const { fassungId, weiter } of byText.values()) {
        if (weiter === 'entwurf') await sendBack(inner, lage.docs.get(fassungId))
      }
      return success(niederschrift)
    },
  )
  if (!ended.ok) return ended
  return success({ ausgang: ended.value.ausgang })
}

/**
 * Breaks the consultation off: the texts go back to their Entwurf, nobody but their own Redaktion reads them any more, and a
 * Schweigefrist ends without effect. Answers `{ folgenummer }`. Problems: those of `gefuehrte`, `reason-is-missing`.
 */
export async function brichAb(
  req: PayloadRequest,
  id: string,
  grund: string | null,
): Promise<Result<object>> {
  const zugang = await gefuehrteOderHalbe(req, id, 'abgebrochen')
  if (!zugang.ok) return zugang
  if (grund === null) return failed(problem('reason-is-missing', 'Grund'))
  const { abstimmung, konto } = zugang.value
  let ereignis: Ereignis | null = null
  const ended = await ende(req, zugang.value, { zustand: 'abgebrochen', grund }, async (inner) => {
    const lage = await readStimmlage(inner, abstimmung)
    const niederschrift = await record(inner, zugang.value, lage, new Map(), grund)
    for (const doc of lage.docs.values()) await sendBack(inner, doc)
    await removeBeteiligungen(inner, id)
    const ports = { ...storePorts(req.payload, inner), project: () => Promise.resolve() }
    const withdrawn = await withdrawSchweigefristen(ports, {
      abstimmungId: id,
      leistungIds: [...lage.docs.values()].flatMap((doc) => relationOf(doc, 'leistung') ?? []),
      grund: `Abstimmung abgebrochen: ${grund}`,
      von: konto.id,
    })
    if (!withdrawn.ok) return withdrawn
    ereignis = withdrawn.value
    return success(niederschrift)
  })
  if (!ended.ok) return ended
  const entry = ereignis as Ereignis | null
  if (entry) await storePorts(req.payload).project(entry)
  return success({ folgenummer: entry?.folgenummer ?? null })
}

/** The votes as they stand, with the documents of the texts. */
export type Stimmlage = {
  readonly docs: ReadonlyMap<FassungId, DeskDoc>
  readonly staende: ReadonlyMap<FassungId, string | null>
  readonly geltende: readonly GeltendeStimme[]
  readonly schuldner: ReturnType<typeof schuldnerOf>
}

/** Reads the votes of one consultation, past all access rules. Nobody owes a vote on a text that is not in consultation. */
export async function readStimmlage(
  req: Parameters<typeof readStimmen>[0],
  abstimmung: Abstimmung,
): Promise<Stimmlage> {
  const docs = await readFassungDocs(req, abstimmung.fassungIds)
  const staende = new Map(
    abstimmung.fassungIds.map((fassungId) => {
      const doc = docs.get(fassungId)
      return [fassungId, doc ? (gelesenFrom(doc)?.stand ?? null) : null] as const
    }),
  )
  const stimmen = await readStimmen(req, [abstimmung.id])
  const geltende = geltendeStimmen(
    abstimmung,
    stimmen,
    [...staende].map(([fassungId, stand]) => ({ fassungId, stand })),
  )
  const offene = abstimmung.fassungIds.filter((id) => docs.get(id)?.['zustand'] === 'in-abstimmung')
  return {
    docs,
    staende,
    geltende,
    schuldner: schuldnerOf(abstimmung.teilnehmerIds, offene, geltende),
  }
}

type Ende = { readonly zustand: 'beendet' | 'abgebrochen'; readonly grund: string | null }

/** Carries its problems out of the transaction. */
class Refused extends Error {
  readonly problems: readonly Problem[]
  constructor(problems: readonly Problem[]) {
    super('refused')
    this.problems = problems
  }
}

/**
 * First nobody can vote any more, then what was said is counted and written down: so every vote is in the record or has been
 * refused. A process that dies in between (MongoDB) leaves a consultation without a record; the act may be repeated.
 */
async function ende(
  req: PayloadRequest,
  zugang: Zugang,
  { zustand, grund }: Ende,
  conclude: (inner: PayloadRequest) => Promise<Result<Niederschrift>>,
): Promise<Result<Niederschrift>> {
  const { abstimmung, konto } = zugang
  const { zeitpunkt } = storePorts(req.payload).clock()
  const isHalf = abstimmung.zustand !== 'offen'
  try {
    const niederschrift = await inTransaction(
      req.payload,
      async (inner) => {
        const data = { zustand, grund, beendetAm: zeitpunkt, beendetVonName: konto.name }
        const claimed =
          isHalf || (await changeOffene(inner, abstimmung.id, { ...data, updatedAt: zeitpunkt }))
        if (!claimed) throw new Refused([problem('abstimmung-is-over')])
        const concluded = await conclude(inner)
        if (!concluded.ok) {
          if (!rollsBack(req.payload)) await reopenAbstimmung(inner, abstimmung.id)
          throw new Refused(concluded.problems)
        }
        await writeNiederschrift(inner, abstimmung.id, concluded.value)
        await tellEnd(inner, zugang, concluded.value, { zustand, grund })
        return concluded.value
      },
      { req },
    )
    return success(niederschrift)
  } catch (error) {
    if (error instanceof Refused) return failed(...error.problems)
    throw error
  }
}

async function tellEnd(
  req: PayloadRequest,
  zugang: Zugang,
  { ausgang, beendetAm }: Niederschrift,
  { zustand, grund }: Ende,
): Promise<void> {
  const { abstimmung } = zugang
  const nachrichten = schlussnachrichten(
    abstimmung,
    abstimmung.teilnehmerIds,
    grund === null ? { ausgang } : { abgebrochenWeil: grund },
  )
  const vertraulich = abstimmung.embargo
  await sendNachrichten(req, nachrichten, { zeitpunkt: beendetAm, vertraulich })
  await noteAkt(req, zugang, `abstimmung-${zustand}`, grund, { ausgang })
}

type Entschieden = {
  readonly lage: Stimmlage
  readonly byText: ReadonlyMap<FassungId, Entscheidung>
}

async function decide(
  req: PayloadRequest,
  abstimmung: Abstimmung,
  entscheidungen: readonly Entscheidung[],
): Promise<Result<Entschieden>> {
  const lage = await readStimmlage(req, abstimmung)
  const ergebnis = ergebnisOf(abstimmung, lage.geltende)
  const checked = checkEntscheidungen(ergebnis, entscheidungen, titelIn(lage.docs))
  return checked.ok ? success({ lage, byText: checked.value }) : checked
}

async function record(
  req: PayloadRequest,
  { abstimmung, konto }: Zugang,
  { docs, staende, geltende }: Stimmlage,
  entscheidungen: ReadonlyMap<FassungId, Entscheidung>,
  abgebrochenWeil: string | null,
): Promise<Niederschrift> {
  const { zeitpunkt } = storePorts(req.payload).clock()
  const { redaktionId, teilnehmerIds } = abstimmung
  const names = await namesOfRedaktionen(req, [redaktionId, ...teilnehmerIds])
  const kommentare = await readKommentare(req, abstimmung.id)
  return niederschriftOf({
    abstimmung,
    ergebnis: ergebnisOf(abstimmung, geltende),
    geltende,
    kommentare,
    entscheidungen,
    staende,
    nameOf: (id) => names.get(id) ?? 'Redaktion',
    titelOf: titelIn(docs),
    beendetAm: zeitpunkt,
    beendetVonName: konto.name,
    abgebrochenWeil,
  })
}

/** A text that has moved on meanwhile (an Eilfall) or is a draft already stays where it is. */
async function sendBack(req: PayloadRequest, doc: DeskDoc | undefined): Promise<void> {
  if (!doc) return
  const { zustand } = ablaufstandFrom(doc)
  const nach = nextZustand('zurueckholen', zustand)
  if (nach !== zustand) await moveFassung(req, textOf(doc, 'id'), zustand, nach)
}

/** A consultation that runs, or one whose end was begun by a process that died before its record was written. */
async function gefuehrteOderHalbe(
  req: PayloadRequest,
  id: string,
  ende: Ende['zustand'],
): Promise<Result<Zugang>> {
  const zugang = await zugangTo(req, id)
  if (!zugang.ok) return zugang
  const { abstimmung, doc, fuehrt } = zugang.value
  if (!fuehrt) return failed(problem('access-denied'))
  const isHalf = abstimmung.zustand === ende && niederschriftFrom(doc) === null
  return abstimmung.zustand === 'offen' || isHalf ? zugang : failed(problem('abstimmung-is-over'))
}

function titelIn(docs: ReadonlyMap<FassungId, DeskDoc>): (id: FassungId) => string {
  return (id) => textOf(docs.get(id) ?? {}, 'titel') || 'Text'
}
