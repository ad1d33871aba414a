import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Express } from 'express'
import { pino } from 'pino'
import type { Payload } from 'payload'
import type { CalendarDay } from '#core/zeit/day.ts'
import { readEnvironment, type Environment } from '#src/environment.ts'
import { createApp } from '#server/app.ts'
import { setClock } from '#store/ports.ts'
import type { House } from '#src/wiring.ts'

/** The whole house on a database of its own, with a clock that the test sets. */
export type TestHouse = House & {
  readonly environment: Environment
  readonly daten: string
  readonly app: () => Express
  /** Lets it be noon (UTC) of this day. */
  readonly setToday: (heute: CalendarDay) => void
  readonly remove: () => Promise<void>
}

/**
 * Opens the product's own config on a new SQLite file, or on the MongoDB server under test when `STICHTAG_TEST_MONGODB`
 * names one. One per test file: Payload keeps its instance on `global`.
 */
export async function openTestHouse(heute: CalendarDay): Promise<TestHouse> {
  const daten = await mkdtemp(path.join(tmpdir(), 'stichtag-'))
  process.env['DATABASE_URI'] = databaseUri(daten)
  process.env['PAYLOAD_SECRET'] = 'a secret for tests of more than 32 characters'
  process.env['STICHTAG_DATEN'] = daten
  process.env['STICHTAG_LOG'] = 'silent'
  const environment = readEnvironment(process.env, process.cwd())
  if (!environment.ok) throw new Error(JSON.stringify(environment.fehler))
  const { openHouse } = await import('#src/wiring.ts')
  const { migrateDatabase } = await import('#store/database/migrateDatabase.ts')
  const house = await openHouse(environment.value)
  await migrateDatabase(house.payload)
  const setToday = (tag: CalendarDay): void => {
    setClock(house.payload, () => ({ heute: tag, zeitpunkt: nextInstant(tag) }))
  }
  setToday(heute)
  return {
    ...house,
    environment: environment.value,
    daten,
    app: () => testApp(house),
    setToday,
    remove: async () => {
      await house.close()
      await rm(daten, { recursive: true, force: true })
    },
  }
}

/** Creates an account and returns it as `user` for the Local API with access rules on. */
export async function createUser(
  payload: Payload,
  rolle:
    | 'administration'
    | 'landesredaktion'
    | 'kommunalredaktion'
    | 'fachressort'
    | 'auskunft115'
    | 'lesend',
  redaktion: string,
) {
  const email = `${rolle}-${randomUUID().slice(0, 8)}@stichtag.example`
  const password = randomUUID()
  const user = await payload.create({
    collection: 'users',
    data: { id: randomUUID(), email, password, name: rolle, rolle, redaktion },
    overrideAccess: true,
  })
  return { user: { ...user, collection: 'users' as const }, email, password }
}

let ticks = 0

/** Instants of tests rise within a day, so that an order can be seen in them. */
function nextInstant(tag: CalendarDay): string {
  ticks += 1
  const seconds = ticks % 36_000
  const at = new Date(Date.parse(`${tag}T11:00:00.000Z`) + seconds * 1000)
  return at.toISOString()
}

function databaseUri(daten: string): string {
  const server = process.env['STICHTAG_TEST_MONGODB']
  return server
    ? `${server}stichtag-${randomUUID().slice(0, 8)}`
    : `file:${path.join(daten, 'stichtag.db')}`
}

function testApp(house: House): Express {
  return createApp({
    config: house.config,
    feed: { ...house.feed, chronik: house.ports.chronik },
    readDelivery: house.readDelivery,
    openapi: house.openapi,
    logger: pino({ level: 'silent' }),
    isSecure: false,
    isReady: house.isReady,
  })
}
