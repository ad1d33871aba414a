import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import {
  ABLAUF,
  isAllowedUnderEmbargo,
  ZUSTAENDE,
  verhaeltnisOf,
  type Aktion,
  type Regel,
  type Rolle,
  type Verhaeltnis,
} from '#core/ablauf/ablauf.ts'
import { beteiligteFassungen, partnerschaften as partnerschaftenOf } from '#store/beteiligungen.ts'
import type { UserDoc } from '#store/userDoc.ts'

export type { Rolle } from '#core/ablauf/ablauf.ts'

/** Everybody who has signed in. */
export const isSignedIn: Access = ({ req }) => userOf(req) !== null

/** Keeps accounts, teams, targets. */
export const isAdministration: Access = ({ req }) => hasRolle(req, 'administration')

/** Keeps the Land's texts, the areas and the catalogue of Leistungen. */
export const isLandesredaktion: Access = ({ req }) =>
  hasRolle(req, 'administration', 'landesredaktion')

/** Whoever looks after the whole Land: the log, targets and deliveries. */
export const canOversee: Access = ({ req }) =>
  hasRolle(req, 'administration', 'landesredaktion', 'fachressort')

/** Whoever writes: the Landesredaktion and every Kommunalredaktion. */
export const canWrite: Access = ({ req }) =>
  hasRolle(req, 'administration', 'landesredaktion', 'kommunalredaktion')

/** The Land writes everything, a Kommunalredaktion what is its own. */
export const canWriteOwn: Access = ({ req }) => ownOnly(req, 'landesredaktion')

/** What belongs to a Redaktion is read by it, and by whoever looks after the whole Land. */
export const canReadOwn: Access = ({ req }) => ownOnly(req, 'landesredaktion', 'fachressort')

/** What is noted about a text belongs to its Redaktion; nobody else sees it while the text is under Embargo. */
export const canReadWithoutEmbargo: Access = ({ req }) => {
  const readable = ownOnly(req, 'landesredaktion', 'fachressort')
  const user = userOf(req)
  if (readable !== true || !user) return readable
  const own = redaktionenOf(user)
  return own.length === 0
    ? WITHOUT_EMBARGO
    : { or: [WITHOUT_EMBARGO, { redaktion: { in: [...own] } }] }
}

/** The texts that a person may read (`ABLAUF`, lesen). */
export const canReadFassung: Access = ({ req }) => fassungenFor(req, 'lesen')

/**
 * The edit history of a text is seen by whoever sees the text; Payload would show it to everybody signed in. Every version says
 * whether its text is under Embargo now (`spreadEmbargo`): a list of hidden texts would tell of them, because Payload shows
 * everybody the conditions that hold for them.
 */
export const canReadFassungVersions: Access = async ({ req }) => {
  const where = await fassungenFor(req, 'lesen')
  return typeof where === 'boolean' ? where : ofVersion(where)
}

/** The drafts that a person may write (`ABLAUF`, bearbeiten); a released or withdrawn text is written by nobody. */
export const canWriteEntwurf: Access = ({ req }) => fassungenFor(req, 'bearbeiten')

/** The drafts that a person may delete (`ABLAUF`, loeschen). */
export const canDeleteEntwurf: Access = ({ req }) => fassungenFor(req, 'loeschen')

/** A person sees and mends the own account; the Administration all. */
export const isSelfOrAdministration: Access = ({ req }) => {
  const user = userOf(req)
  if (!user) return false
  return user.rolle === 'administration' || { id: { equals: user.id } }
}

/** Nobody, by any route: what the log keeps is changed by the log only. */
export const nobody: Access = () => false

/** Fields that a projection or the Administration sets, never an editor. */
export const nobodyField: FieldAccess = () => false

/** Fields of an account that only the Administration may change. */
export const isAdministrationField: FieldAccess = ({ req }) => hasRolle(req, 'administration')

/** The signed-in person, or null. */
export function userOf({ user }: Pick<PayloadRequest, 'user'>): UserDoc | null {
  return user ?? null
}

/** The id of the person's Redaktion, or null. */
export function redaktionIdOf(user: UserDoc): string | null {
  const { redaktion } = user
  if (redaktion === null || redaktion === undefined) return null
  return typeof redaktion === 'string' ? redaktion : redaktion.id
}

/**
 * The ids of the Redaktionen in whose name the person may write: the own one, those for which an IT-Aufgabentraeger acts, and
 * those of the people whom the person represents today. Every request brings the account with all of that (`depth` in
 * `Users.ts`, `vertretene.ts`), so nothing is asked here.
 */
export function redaktionenOf(user: UserDoc): readonly string[] {
  const vertretene = vertreteneRedaktionen(user)
  const own = redaktionIdOf(user)
  if (own === null) return vertretene
  const { redaktion } = user
  const others =
    typeof redaktion === 'object' && redaktion?.art === 'it-aufgabentraeger'
      ? (redaktion.handeltFuer ?? []).map((each) => (typeof each === 'string' ? each : each.id))
      : []
  return [...new Set([own, ...others, ...vertretene])]
}

/** Payload knows no shape for what is derived; nothing about it is believed. */
function vertreteneRedaktionen({ vertretene }: UserDoc): readonly string[] {
  if (!Array.isArray(vertretene)) return []
  return vertretene.flatMap((each: unknown) => {
    const id = (each as { readonly redaktionId?: unknown } | null)?.redaktionId
    return typeof id === 'string' ? [id] : []
  })
}

/** Whether the person has one of the roles. */
export function hasRolle(req: Pick<PayloadRequest, 'user'>, ...rollen: readonly Rolle[]): boolean {
  const user = userOf(req)
  return user !== null && rollen.includes(user.rolle)
}

/** How the person stands to a text, by their Redaktion. */
export async function verhaeltnisTo(
  req: PayloadRequest,
  text: { readonly id: string; readonly redaktionId: string | null; readonly embargo: boolean },
): Promise<Verhaeltnis> {
  const { eigene, partnerschaften, beteiligte } = await beziehungenOf(req)
  const beziehung = {
    eigen: text.redaktionId !== null && eigene.includes(text.redaktionId),
    partner: text.redaktionId !== null && partnerschaften.includes(text.redaktionId),
    beteiligt: beteiligte.includes(text.id),
  }
  return verhaeltnisOf(beziehung, text.embargo)
}

/** The condition for the texts with which the person may do this, derived from the one table (`ABLAUF`). */
export async function fassungenFor(req: PayloadRequest, aktion: Aktion): Promise<boolean | Where> {
  const user = userOf(req)
  if (!user) return false
  const regeln = ABLAUF.filter((each) => each.aktion === aktion && each.rollen.includes(user.rolle))
  if (regeln.length === 0) return false
  const beziehungen = await beziehungenOf(req)
  const conditions = regeln
    .map((regel) => whereOfRegel(regel, beziehungen))
    .filter((where) => where !== null)
  return conditions.length > 0 && anyOf(conditions)
}

type Beziehungen = {
  /** Ids of Redaktionen. */
  readonly eigene: readonly string[]
  /** Ids of the Redaktionen that named one of them as partner. */
  readonly partnerschaften: readonly string[]
  /** Ids of texts. */
  readonly beteiligte: readonly string[]
}

async function beziehungenOf(req: PayloadRequest): Promise<Beziehungen> {
  const user = userOf(req)
  const eigene = user ? redaktionenOf(user) : []
  return {
    eigene,
    partnerschaften: await partnerschaftenOf(req, eigene),
    beteiligte: await beteiligteFassungen(req, eigene),
  }
}

const WITHOUT_EMBARGO: Where = { embargo: { not_equals: true } }

/** Null where the person has no Redaktion by which the line could hold. */
function whereOfRegel(regel: Regel, beziehungen: Beziehungen): Where | null {
  const { verhaeltnisse, zustaende } = regel
  const relation = whereOfVerhaeltnisse(regel.aktion, verhaeltnisse, beziehungen)
  if (relation === null) return null
  if (zustaende.length === ZUSTAENDE.length) return relation
  return { and: [{ zustand: { in: [...zustaende] } }, relation] }
}

function whereOfVerhaeltnisse(
  aktion: Aktion,
  verhaeltnisse: readonly Verhaeltnis[],
  { eigene, partnerschaften, beteiligte }: Beziehungen,
): Where | null {
  // Whoever acts on foreign texts acts on all of them; only an Embargo asks how they stand to the text.
  const fremd = verhaeltnisse.includes('fremd')
  const conditions: readonly Where[] = [
    ...(fremd ? [WITHOUT_EMBARGO] : []),
    ...(verhaeltnisse.includes('eigen') && eigene.length > 0
      ? [{ redaktion: { in: [...eigene] } }]
      : []),
    ...(!fremd && verhaeltnisse.includes('partner') && partnerschaften.length > 0
      ? [{ and: [{ redaktion: { in: [...partnerschaften] } }, WITHOUT_EMBARGO] }]
      : []),
    ...(verhaeltnisse.includes('beteiligt') &&
    isAllowedUnderEmbargo(aktion, 'beteiligt') &&
    beteiligte.length > 0
      ? [{ id: { in: [...beteiligte] } }]
      : []),
  ]
  return conditions.length === 0 ? null : anyOf(conditions)
}

function anyOf(conditions: readonly Where[]): Where {
  const [first] = conditions
  return conditions.length === 1 && first ? first : { or: [...conditions] }
}

/** A condition on a text as one on its versions. */
function ofVersion(where: Where): Where {
  return Object.fromEntries(
    Object.entries(where).map(([field, rule]) => {
      if (field === 'and' || field === 'or') return [field, (rule as Where[]).map(ofVersion)]
      return [field === 'id' ? 'parent' : `version.${field}`, rule]
    }),
  )
}

function ownOnly(req: PayloadRequest, ...everything: readonly Rolle[]): boolean | Where {
  if (hasRolle(req, 'administration', ...everything)) return true
  const user = userOf(req)
  if (user?.rolle !== 'kommunalredaktion') return false
  const redaktionen = redaktionenOf(user)
  return redaktionen.length > 0 && { redaktion: { in: [...redaktionen] } }
}
