import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import type { Clock } from '#ports/log.ts'
import { createApp } from '#server/app.ts'
import { readEnvironment, type Environment } from '#src/environment.ts'
import type { House } from '#src/wiring.ts'
import { setClock, storePorts, type StorePorts } from '#store/ports.ts'
import { HEUTE } from './daten.ts'

/** The product on a data folder of the bench, in which it is always the same day. */
export type Haus = Omit<House, 'ports'> & {
  readonly daten: string
  readonly environment: Environment
  /** Writing ports that live by the clock of the bench. */
  readonly ports: StorePorts
}

/** A new data folder below the system's folder for temporary files. */
export async function newDaten(): Promise<string> {
  return mkdtemp(path.join(tmpdir(), 'stichtag-bench-'))
}

/** Removes it. */
export async function removeDaten(daten: string): Promise<void> {
  await rm(daten, { recursive: true, force: true })
}

/** Opens the product's own config on this folder; in a new one the schema is made first. */
export async function openHaus(daten: string): Promise<Haus> {
  await mkdir(daten, { recursive: true })
  Object.assign(process.env, {
    DATABASE_URI: `file:${path.join(daten, 'stichtag.db')}`,
    PAYLOAD_SECRET: 'a secret for the bench of more than 32 characters',
    STICHTAG_DATEN: daten,
    STICHTAG_DEMO: 'nein',
  })
  const environment = readEnvironment(process.env, process.cwd())
  if (!environment.ok) throw new Error(JSON.stringify(environment.fehler))
  const { openHouse } = await import('#src/wiring.ts')
  const { migrateDatabase } = await import('#store/database/migrateDatabase.ts')
  const house = await openHouse(environment.value)
  await migrateDatabase(house.payload)
  setClock(house.payload, clock)
  return {
    ...house,
    daten,
    environment: environment.value,
    ports: storePorts(house.payload),
    feed: { ...house.feed, clock },
  }
}

/** The web application with all that stands in front of a request in production, also the log of requests. */
export function appOf(haus: Haus): Express {
  return createApp({
    config: haus.config,
    feed: haus.feed,
    readDelivery: haus.readDelivery,
    logger: pino({ level: 'info' }, pino.destination({ dest: '/dev/null', sync: false })),
    isSecure: false,
    isReady: haus.isReady,
  })
}

const started = performance.now()
const noon = Date.parse(`${HEUTE}T11:00:00.000Z`)

const clock: Clock = () => ({
  heute: HEUTE,
  zeitpunkt: new Date(noon + Math.round(performance.now() - started)).toISOString(),
})
