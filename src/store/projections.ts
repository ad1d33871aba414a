import type { Payload } from 'payload'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { Fortschritt, ProjectEreignis } from '#ports/pult.ts'
import { createProjectBenachrichtigungen, removeBeyond } from '#store/benachrichtigungen.ts'
import { chronikOfInstance } from '#store/chronik.ts'
import { readCursor, writeCursor } from '#store/cursor.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { createReadEreignisse } from '#store/log.ts'
import { createProject, forgetEntries } from '#store/projection.ts'
import { createProjectProtokoll } from '#store/protokollEintraege.ts'

/** What follows from the log and is kept, each with a cursor of its own. Bytes and search are derived when asked. */
export type Projektionsname = 'dokumente' | 'benachrichtigungen' | 'protokoll'

/** One projection of the log: can be thrown away and made anew. */
export type Projektion = {
  /** Its row in `projektionen`. */
  readonly name: Projektionsname
  /** Brings it up to one entry; safe to repeat. */
  readonly project: ProjectEreignis
  /** Makes it as if it had seen no entry yet; what people added stays. */
  readonly reset: () => Promise<void>
}

/** The projections of a house, in the order in which they follow an entry. */
export function projektionenOf(payload: Payload): readonly Projektion[] {
  return [
    { name: 'dokumente', project: createProject(payload), reset: () => forgetEntries(payload) },
    {
      name: 'benachrichtigungen',
      project: createProjectBenachrichtigungen(payload),
      // Each entry puts its own right; only those beyond the log have none.
      reset: async () =>
        removeBeyond(payload, newestFolgenummer(await chronikOfInstance(payload)())),
    },
    {
      name: 'protokoll',
      project: createProjectProtokoll(payload),
      // The audit is no projection that can be thrown away: from the first entry on, what it lacks is added.
      reset: () => Promise.resolve(),
    },
  ]
}

/** How many entries each projection has followed. */
export type Projektionszahlen = Readonly<Record<Projektionsname, number>>

/**
 * Brings projections from where they are to the newest entry: after a crash between an entry and its projections, or after
 * an entry of another process. An entry that cannot be projected is reported and passed over: what is public is read
 * from the log, and one document must not hold up the others.
 */
export async function catchUp(
  payload: Payload,
  fortschritt?: Fortschritt,
): Promise<Projektionszahlen> {
  const zahlen = { dokumente: 0, benachrichtigungen: 0, protokoll: 0 }
  let done = 0
  for (const projektion of projektionenOf(payload)) {
    const { name } = projektion
    for await (const ereignis of createReadEreignisse(payload)(await readCursor(payload, name))) {
      await projectPatiently(payload, projektion, ereignis)
      await writeCursor(payload, name, ereignis.folgenummer)
      zahlen[name] += 1
      done += 1
      fortschritt?.(done, done)
    }
  }
  return zahlen
}

/** Makes projections anew from the first entry on. */
export async function rebuild(
  payload: Payload,
  fortschritt?: Fortschritt,
): Promise<Projektionszahlen> {
  for (const { name, reset } of projektionenOf(payload)) {
    await writeCursor(payload, name, 0)
    await reset()
  }
  return catchUp(payload, fortschritt)
}

/**
 * Projects an entry that has just been appended. It never fails: the act is true by now, and what could not be written
 * the catching up writes.
 */
export function createProjectSafely(
  payload: Payload,
  projektionen: readonly Projektion[] = projektionenOf(payload),
): ProjectEreignis {
  return async (ereignis, fortschritt) => {
    for (const { name, project } of projektionen) {
      try {
        await project(ereignis, fortschritt)
      } catch (err) {
        const { folgenummer } = ereignis
        payload.logger.error({ err, folgenummer, name, msg: 'a projection follows later' })
      }
    }
  }
}

/** Several processes may project the same entry at once; the one that comes second finds the work done. */
async function projectPatiently(
  payload: Payload,
  { name, project }: Projektion,
  ereignis: Ereignis,
): Promise<void> {
  try {
    await project(ereignis).catch(async () => {
      await nextTurn()
      await project(ereignis)
    })
  } catch (err) {
    const { folgenummer } = ereignis
    payload.logger.error({ err, folgenummer, name, msg: 'a projection did not follow an entry' })
  }
}
