import type { Access, FieldAccess, PayloadRequest, Where } from 'payload'
import type { UserDoc } from '#store/userDoc.ts'

/** What a person may do (`docs/glossar.md`: Rolle). */
export type Rolle = UserDoc['rolle']

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

/**
 * Texts: a Kommunalredaktion sees its own only; Land, Fachressort and Administration all; 115 and readers what has been
 * released.
 */
export const canReadFassung: Access = ({ req }) => {
  if (hasRolle(req, 'auskunft115', 'lesend')) return isReleased
  return ownOnly(req, 'landesredaktion', 'fachressort')
}

/** The edit history of a text is seen by whoever sees the text; Payload would show it to everybody signed in. */
export const canReadFassungVersions: Access = async (args) => {
  const condition = await canReadFassung(args)
  if (typeof condition === 'boolean') return condition
  return Object.fromEntries(
    Object.entries(condition).map(([field, rule]) => [`version.${field}`, rule]),
  )
}

/** A draft is written by its Redaktion; a released or withdrawn text by nobody. */
export const canWriteEntwurf: Access = ({ req }) => {
  const own = ownOnly(req, 'landesredaktion')
  if (own === false) return false
  return own === true ? isEntwurf : { and: [own, isEntwurf] }
}

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
 * The ids of the Redaktionen in whose name the person may write: the own one, and those for which an IT-Aufgabentraeger
 * acts. Every request brings the account with its Redaktion (`depth` in `Users.ts`), so nothing is asked here.
 */
export function redaktionenOf(user: UserDoc): readonly string[] {
  const own = redaktionIdOf(user)
  if (own === null) return []
  const { redaktion } = user
  if (typeof redaktion !== 'object' || redaktion?.art !== 'it-aufgabentraeger') return [own]
  const others = redaktion.handeltFuer ?? []
  return [own, ...others.map((each) => (typeof each === 'string' ? each : each.id))]
}

/** Whether the person has one of the roles. */
export function hasRolle(req: Pick<PayloadRequest, 'user'>, ...rollen: readonly Rolle[]): boolean {
  const user = userOf(req)
  return user !== null && rollen.includes(user.rolle)
}

const isEntwurf: Where = { zustand: { equals: 'entwurf' } }
const isReleased: Where = { zustand: { equals: 'freigegeben' } }

function ownOnly(req: PayloadRequest, ...everything: readonly Rolle[]): boolean | Where {
  if (hasRolle(req, 'administration', ...everything)) return true
  const user = userOf(req)
  if (user?.rolle !== 'kommunalredaktion') return false
  const redaktionen = redaktionenOf(user)
  return redaktionen.length > 0 && { redaktion: { in: [...redaktionen] } }
}
