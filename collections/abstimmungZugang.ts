import type { PayloadRequest } from 'payload'
import { mayLead, type Abstimmung } from '#core/abstimmung/abstimmung.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { redaktionenOf, userOf } from '#collections/access.ts'
import { abstimmungFrom } from '#store/abstimmungen.ts'
import type { DeskDoc } from '#store/desk/read.ts'
import { appendProtokoll } from '#store/protokoll.ts'

/** A consultation, whoever asks for it, and how they stand to it. */
export type Zugang = {
  readonly abstimmung: Abstimmung
  readonly doc: DeskDoc
  readonly konto: { readonly id: string; readonly name: string }
  readonly eigene: readonly string[]
  readonly fuehrt: boolean
  /** The participants in whose name the person votes. */
  readonly stimmtFuer: readonly string[]
}

/**
 * The consultation with this id, if the person may see it. Problems: `access-denied`, `abstimmung-is-unknown` (also for one
 * that the person must not know of).
 */
export async function zugangTo(req: PayloadRequest, id: string): Promise<Result<Zugang>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const { docs } = await req.payload.find({
    collection: 'abstimmungen',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const doc = docs[0] as unknown as DeskDoc | undefined
  if (!doc) return failed(problem('abstimmung-is-unknown'))
  const abstimmung = abstimmungFrom(doc)
  const eigene = redaktionenOf(user)
  const { redaktionId, teilnehmerIds, embargo } = abstimmung
  return success({
    abstimmung,
    doc,
    konto: { id: user.id, name: user.name },
    eigene,
    fuehrt: mayLead(user.rolle, eigene.includes(redaktionId), embargo),
    stimmtFuer: teilnehmerIds.filter((each) => eigene.includes(each)),
  })
}

/** The same, where it still runs. Problems: also `abstimmung-is-over`. */
export async function laufende(req: PayloadRequest, id: string): Promise<Result<Zugang>> {
  const zugang = await zugangTo(req, id)
  if (!zugang.ok) return zugang
  return zugang.value.abstimmung.zustand === 'offen'
    ? zugang
    : failed(problem('abstimmung-is-over'))
}

/** The same, where the person leads it. Problems: also `access-denied`. */
export async function gefuehrte(req: PayloadRequest, id: string): Promise<Result<Zugang>> {
  const zugang = await laufende(req, id)
  if (!zugang.ok) return zugang
  return zugang.value.fuehrt ? zugang : failed(problem('access-denied'))
}

/** One row in the audit about an act of a consultation. */
export async function noteAkt(
  req: PayloadRequest,
  { abstimmung, konto }: Pick<Zugang, 'abstimmung' | 'konto'>,
  akt: string,
  grund: string | null,
  angaben: object,
): Promise<void> {
  const { id, titel, redaktionId, embargo } = abstimmung
  await appendProtokoll(req.payload, req, {
    akt,
    gegenstand: { art: 'abstimmungen', id, titel },
    redaktionId,
    von: konto.id,
    vonName: konto.name,
    grund,
    angaben,
    vertraulich: embargo,
  })
}
