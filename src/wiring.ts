import { createHash, randomUUID } from 'node:crypto'
import { getPayload, type Payload, type SanitizedConfig } from 'payload'
import type { Fortschritt } from '#ports/pult.ts'
import type { JsonExporter } from '#ports/json.ts'
import {
  neededInhalte,
  presentLeistung,
  presentListe,
  type LeistungV1,
} from '#exporters/json/present.ts'
import type { FeedPorts } from '#feed/leistungen.ts'
import type { ReadDelivery } from '#feed/lieferungen.ts'
import { createPolledChronik } from '#feed/stand.ts'
import { hasRolle } from '#collections/access.ts'
import { migrations } from '#src/migrations/sqlite/index.ts'
import { analyze } from '#store/database/analyze.ts'
import { migrateDatabase } from '#store/database/migrateDatabase.ts'
import { hashInhalt } from '#store/log.ts'
import { clockOf, storePorts, type StorePorts } from '#store/ports.ts'
import { catchUpDocuments } from '#store/projection.ts'
import type { Environment } from '#src/environment.ts'
import { BENUTZER, DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { isEmpty, seedDemo } from '#seed/run.ts'

/** Everything that a process of ours works with. */
export type House = {
  readonly config: Promise<SanitizedConfig>
  readonly payload: Payload
  readonly ports: StorePorts
  readonly feed: FeedPorts
  readonly readDelivery: ReadDelivery
  readonly isReady: () => Promise<boolean>
  readonly catchUpDocuments: (fortschritt?: Fortschritt) => Promise<number>
  readonly close: () => Promise<void>
}

/** How to get into the demo. */
export const DEMO_ZUGANG = {
  passwort: DEMO_PASSWORT,
  konten: BENUTZER.map(({ email, name, rolle }) => `${email} (${name}, ${rolle})`),
}

/** Opens the database and puts the rooms together. The environment must hold DATABASE_URI and PAYLOAD_SECRET by now. */
export async function openHouse(_environment: Environment): Promise<House> {
  const { default: config } = await import('#src/payload.config.ts')
  const payload = await getPayload({ config, disableOnInit: true })
  const ports = storePorts(payload)
  return {
    config,
    payload,
    ports,
    feed: feedPorts(payload, ports),
    readDelivery: () => Promise.resolve(null),
    isReady: async () =>
      (await payload.db.find({ collection: 'ereignisse', limit: 1, pagination: false })).docs
        .length >= 0,
    catchUpDocuments: (fortschritt) => catchUpDocuments(payload, fortschritt),
    close: () => payload.destroy(),
  }
}

/** Migrates, seeds an empty database with the demo, and brings the documents up to the log. */
export async function prepareDatabase(
  { payload, catchUpDocuments: catchUp }: House,
  { demo }: Pick<Environment, 'demo'>,
  fortschritt: Fortschritt,
): Promise<{ readonly hasSeeded: boolean }> {
  await migrateDatabase(payload, migrations)
  await catchUp()
  if (!demo || !(await isEmpty(payload))) return { hasSeeded: false }
  await seedDemo(payload, clockOf(payload)().heute, fortschritt)
  await catchUp()
  await analyze(payload)
  return { hasSeeded: true }
}

/** JSON v1 for the feed. */
export const jsonExporter: JsonExporter = {
  version: '1',
  neededInhalte,
  present: (anfrage, inhalte) =>
    presentLeistung(anfrage, { chronik: anfrage.chronik, inhalte, hash: hashInhalt }),
  presentListe: ({ eintraege, ...rest }) =>
    presentListe({ ...rest, eintraege: eintraege as LeistungV1[] }),
}

function feedPorts(payload: Payload, ports: StorePorts): FeedPorts {
  return {
    clock: ports.clock,
    chronik: createPolledChronik(ports.chronik).read,
    getInhalte: ports.getInhalte,
    json: jsonExporter,
    mayLookBack: async (headers) => {
      const { user } = await payload.auth({ headers })
      return hasRolle({ user: user as never }, 'administration', 'landesredaktion', 'fachressort')
    },
    secret: createHash('sha256').update(`feed ${payload.secret}`).digest('hex'),
  }
}

/** Name of this process among those that share a database. */
export const processName = `${process.pid}-${randomUUID().slice(0, 8)}`
