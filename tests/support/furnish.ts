import request from 'supertest'
import type { Zustand } from '#core/ablauf/ablauf.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { entwurf } from './factories.ts'
import type { TestHouse } from './house.ts'

/** The towns of the furnished house, each with its area `g-…` and its team `r-…`. */
export type Stadt = 'schwerin' | 'rostock'

/**
 * A Land (`g-mv`, `r-land`) with two towns and their teams, one law (`n-hund`) that enters into force on 2027-01-01
 * (`z-hund`), and one Leistung (`l-hund`): 8 entries in the log. Saved as an Administration saves it.
 */
export async function furnish({ payload }: Pick<TestHouse, 'payload'>): Promise<void> {
  const create = (collection: string, data: object) =>
    payload.create({ collection: collection as 'gebiete', data: data as never })
  const gebiet = (id: string, name: string, others: object) =>
    create('gebiete', { id, name, beginn: { art: 'tag', tag: '2024-01-01' }, ...others })
  await gebiet('g-bund', 'Bund', { ebene: 'bund', ars: '00' })
  await gebiet('g-mv', 'Mecklenburg-Vorpommern', {
    ebene: 'land',
    ars: '13',
    uebergeordnet: 'g-bund',
  })
  await gebiet('g-schwerin', 'Schwerin', {
    ebene: 'gemeinde',
    ars: '130040000000',
    ags: '13004000',
    uebergeordnet: 'g-mv',
  })
  await gebiet('g-rostock', 'Rostock', {
    ebene: 'gemeinde',
    ars: '130030000000',
    ags: '13003000',
    uebergeordnet: 'g-mv',
  })
  await create('redaktionen', { id: 'r-land', name: 'Land', art: 'land', gebiete: ['g-mv'] })
  for (const stadt of ['schwerin', 'rostock'] satisfies Stadt[]) {
    const gebiete = [`g-${stadt}`]
    await create('redaktionen', { id: `r-${stadt}`, name: stadt, art: 'stadt', gebiete })
  }
  await create('rechtsnormen', {
    id: 'n-hund',
    titel: 'Hundegesetz',
    art: 'gesetz',
    normgeber: 'land',
    redaktion: 'r-land',
  })
  await create('zeitgrenzen', zeitgrenze('z-hund'))
  await create('leistungen', {
    id: 'l-hund',
    name: 'Hund anmelden',
    leistungsschluessel: ['99102019060000'],
    redaktion: 'r-land',
  })
}

/** A Zeitgrenze of the Land as the desk keeps it: announced for 2027-01-01 unless told otherwise. */
export function zeitgrenze(id: string, differences: object = {}): object {
  return {
    id,
    rechtsnorm: 'n-hund',
    art: 'inkrafttreten',
    stand: 'bestimmt',
    tag: '2027-01-01',
    fundstelle: 'GVOBl. M-V 2026 S. 812',
    redaktion: 'r-land',
    ...differences,
  }
}

/** An office of a team as the desk keeps it. */
export function amt(id: string, redaktion: string, differences: object = {}): object {
  return { id, name: `Bürgeramt ${id}`, redaktion, ...differences }
}

/** A draft of the Land for the furnished house. */
export function landtext(id: string, differences: Partial<Entwurf> = {}): Entwurf {
  return entwurf({
    id,
    leistungId: 'l-hund',
    gebietId: 'g-mv',
    redaktionId: 'r-land',
    beginn: festerTag(day('2025-01-01')),
    ...differences,
  })
}

/** A draft of a town for the furnished house. */
export function stadttext(id: string, stadt: Stadt, differences: Partial<Entwurf> = {}): Entwurf {
  return landtext(id, {
    ebene: 'gemeinde',
    gebietId: `g-${stadt}`,
    redaktionId: `r-${stadt}`,
    ...differences,
  })
}

/**
 * Puts a draft on the desk, past all access rules. Nobody wrote it, and it goes the short way to its release unless told
 * otherwise (`aenderungsart`, `embargo` …).
 */
export async function addDraft(
  { payload }: Pick<TestHouse, 'payload'>,
  text: Entwurf,
  ablauf: object = {},
) {
  const data = { ...deskFassung(text), aenderungsart: 'redaktionell', ...ablauf }
  return payload.create({ collection: 'fassungen', data: data as never })
}

/** Moves a draft past the rules: a test about something else begins where it needs to. */
export async function standsAt(
  { payload }: Pick<TestHouse, 'payload'>,
  id: string,
  zustand: Zustand,
): Promise<void> {
  await payload.db.updateOne({ collection: 'fassungen', id, data: { zustand }, returning: false })
}

/** The number of entries in the log. */
export async function countEntries({ ports }: TestHouse): Promise<number> {
  return newestFolgenummer(await ports.chronik())
}

export type Verb = 'get' | 'post' | 'patch' | 'delete'
/** Sends a request as one person (or as nobody). */
export type Send = (verb: Verb, path: string, body?: object) => request.Test

/** How a person talks to REST: signs in once, then sends. */
export async function signIn(
  house: TestHouse,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Send> {
  const { body } = await anonymous(house)('post', '/api/users/login', { email, password })
  const { token } = body as { token?: string }
  if (token === undefined) throw new Error(`${email} cannot sign in`)
  return (verb, path, data) =>
    anonymous(house)(verb, path, data).set('authorization', `JWT ${token}`)
}

/** How somebody who has not signed in talks to REST. */
export function anonymous(house: TestHouse): Send {
  const app = house.app()
  return (verb, path, data) => {
    const sent = request(app)[verb](path)
    return data === undefined ? sent : sent.send(data)
  }
}
