import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  closePayload,
  openPayload,
  temporaryDatabase,
} from '../../../tests/support/temporaryDatabase.ts'
import type { TemporaryDatabase } from '../../../tests/support/temporaryDatabase.ts'
import { appendEntry } from './fixtures/appendEntry.ts'
import { operationsOf } from './fixtures/operations.ts'
import { slowMigrations } from './fixtures/slowMigrations.ts'
import { testConfig } from './fixtures/testConfig.ts'
import { migrateDatabase } from './migrateDatabase.ts'

let database: TemporaryDatabase
beforeEach(async () => {
  database = await temporaryDatabase({ configure: testConfig })
})
afterEach(() => database.remove())

/** Starts a fixture as a process of its own and waits until it stands ready. */
async function startChild(fixture: string, ...args: string[]): Promise<ChildProcess> {
  const file = path.join(import.meta.dirname, 'fixtures', fixture)
  const child = fork(file, [database.uri, ...args], { execArgv: ['--import', 'tsx'] })
  await once(child, 'message')
  return child
}

function collectMessages<T>(child: ChildProcess): T[] {
  const messages: T[] = []
  child.on('message', (message) => messages.push(message as T))
  return messages
}

function count(length: number): number[] {
  return Array.from({ length }, (_, index) => index + 1)
}

it('numbers the entries of two processes without a gap or a repetition', async () => {
  const child = await startChild('appendInChild.ts', '50')
  const theirs = collectMessages<number>(child)
  const exit = once(child, 'exit')
  child.send('go')
  const ours = await Promise.all(count(50).map(() => appendEntry(database.payload, 'parent')))
  expect(await exit).toEqual([0, null])
  expect([...ours, ...theirs].sort((a, b) => a - b)).toEqual(count(100))
  expect(theirs).toHaveLength(50)
})

it('lets another process write while this one writes without a pause', async () => {
  const child = await startChild('appendInChild.ts', '0')
  const theirs = collectMessages<string>(child)
  child.send('go')
  const writeOn = async (source: number) => {
    while (theirs.length < 5) await appendEntry(database.payload, `parent ${source}`)
  }
  await Promise.all(count(8).map(writeOn))
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(theirs.length).toBeGreaterThanOrEqual(5)
})

it('opens complete after a kill -9 in the middle of writing', async () => {
  const child = await startChild('appendInChild.ts', '0')
  const confirmed = collectMessages<string>(child)
  child.send('go')
  await expect.poll(() => confirmed.length, { timeout: 30_000 }).toBeGreaterThan(40)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const payload = await openPayload({ configure: testConfig, uri: database.uri, key: 'after' })
  const { client } = payload.db as unknown as SQLiteAdapter
  expect((await client.execute('PRAGMA integrity_check')).rows[0]).toHaveProperty(
    'integrity_check',
    'ok',
  )
  const { docs } = await operationsOf(payload).find({ collection: 'leistungen', pagination: false })
  expect(docs.map(({ titel }) => titel)).toEqual(expect.arrayContaining(confirmed))
  const versions = await operationsOf(payload).countVersions({ collection: 'leistungen' })
  expect(versions.totalDocs).toBe(docs.length)
  expect(docs.every(({ links }) => links?.length === 1)).toBe(true)

  const next = await appendEntry(payload, 'after')
  const { totalDocs } = await operationsOf(payload).count({ collection: 'eintraege' })
  expect(next).toBe(totalDocs)
  await closePayload(payload, 'after')
})

it('migrates once when two processes migrate at the same time', async () => {
  const child = await startChild('migrateInChild.ts')
  const theirs = collectMessages<string[]>(child)
  const exit = once(child, 'exit')
  child.send('go')
  const ours = await migrateDatabase(database.payload, slowMigrations)
  expect(await exit).toEqual([0, null])
  expect([...ours, ...(theirs[0] ?? [])]).toEqual(slowMigrations.map(({ name }) => name))
})
