import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { readdir, readFile } from 'node:fs/promises'
import type { Migration, Payload } from 'payload'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  closePayload,
  migrationOf,
  openPayload,
  temporaryDatabase,
} from '../../../tests/support/temporaryDatabase.ts'
import type { TemporaryDatabase } from '../../../tests/support/temporaryDatabase.ts'
import { operationsOf } from './fixtures/operations.ts'
import { testConfig } from './fixtures/testConfig.ts'
import { losingRows, migrateDatabase } from './migrateDatabase.ts'

let database: TemporaryDatabase
let payload: Payload
beforeEach(async () => {
  database = await temporaryDatabase({ configure: testConfig })
  payload = database.payload
  for (const titel of ['Wohnsitz', 'Ausweis', 'Hund']) {
    const data = { titel, links: [{ ziel: 'a' }, { ziel: 'b' }] }
    await operationsOf(payload).create({ collection: 'leistungen', data })
  }
})
afterEach(() => database.remove())

/** As drizzle-kit writes it, down to the PRAGMAs that mean nothing inside a transaction. */
const rebuildParent = [
  'PRAGMA foreign_keys=OFF',
  'CREATE TABLE `__new_leistungen` (`id` text PRIMARY KEY NOT NULL, `text` text, `nummer` numeric, `eintrag_id` text, `updated_at` text, `created_at` text, `_status` text, `neu` text)',
  'INSERT INTO `__new_leistungen` (id, text, nummer, eintrag_id, updated_at, created_at, _status) SELECT id, text, nummer, eintrag_id, updated_at, created_at, _status FROM `leistungen`',
  'DROP TABLE `leistungen`',
  'ALTER TABLE `__new_leistungen` RENAME TO `leistungen`',
  'PRAGMA foreign_keys=ON',
]

function execute(sql: string) {
  return (payload.db as unknown as SQLiteAdapter).client.execute(sql)
}

/** Everything in the file: schema and rows. */
async function dump(): Promise<unknown[]> {
  const schema = await execute('SELECT name, sql FROM sqlite_master ORDER BY name')
  const tables = await execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
  const contents: unknown[] = [...schema.rows.map((row) => ({ ...row }))]
  for (const name of tables.rows.map((row) => row[0] as string)) {
    const { rows } = await execute(`SELECT * FROM "${name}"`)
    contents.push(name, ...rows.map((row) => ({ ...row })))
  }
  return contents
}

async function copies(): Promise<string[]> {
  const names = await readdir(database.directory)
  return names.filter((name) => name.includes('.before-migration-'))
}

async function expectRefused(migrations: readonly Migration[], message: string): Promise<void> {
  const before = await dump()
  const bytes = await readFile(database.file)
  await expect(migrateDatabase(payload, migrations)).rejects.toThrow(message)
  expect(await dump()).toEqual(before)
  expect((await readFile(database.file)).equals(bytes)).toBe(true)
  await operationsOf(payload).create({ collection: 'leistungen', data: { titel: 'Weiter' } })
}

describe('a migration', () => {
  it('may rebuild a parent table without losing its children', async () => {
    const applied = await migrateDatabase(payload, [migrationOf('1_rebuild', rebuildParent)])
    expect(applied).toEqual(['1_rebuild'])
    const { docs } = await operationsOf(payload).find({ collection: 'leistungen' })
    expect(docs.map(({ links }) => links?.length)).toEqual([2, 2, 2])
  })

  it('leaves foreign keys switched on', async () => {
    await migrateDatabase(payload, [migrationOf('1_rebuild', rebuildParent)])
    const orphan = operationsOf(payload).create({
      collection: 'leistungen',
      data: { titel: 'Waise', eintrag: 'nobody' },
    })
    await expect(orphan).rejects.toThrow()
  })

  it('may write documents through Payload with its req', async () => {
    const up = async (args: unknown) => {
      const { req } = args as { req: never }
      await operationsOf(payload).create({ collection: 'eintraege', data: { folgenummer: 1 }, req })
    }
    await migrateDatabase(payload, [{ name: '1_entry', up, down: () => Promise.resolve() }])
    expect((await operationsOf(payload).count({ collection: 'eintraege' })).totalDocs).toBe(1)
  })

  it('is recorded and runs once', async () => {
    const migrations = [migrationOf('1_a', ['CREATE TABLE a (id TEXT)'])]
    expect(await migrateDatabase(payload, migrations)).toEqual(['1_a'])
    expect(await migrateDatabase(payload, migrations)).toEqual([])
    const more = [...migrations, migrationOf('2_b', ['CREATE TABLE b (id TEXT)'])]
    expect(await migrateDatabase(payload, more)).toEqual(['2_b'])
    const { docs } = await operationsOf(payload).find({
      collection: 'payload-migrations',
      sort: 'name',
    })
    expect(docs.map(({ name, batch }) => [name, batch])).toEqual([
      ['00000000_000000_config', 1],
      ['1_a', 2],
      ['2_b', 3],
    ])
  })

  it('that loses rows is refused', async () => {
    const loses = migrationOf('2_loses', ['DELETE FROM leistungen_links WHERE _order = 2'])
    const fine = migrationOf('1_fine', ['CREATE TABLE fine (id TEXT)'])
    await expectRefused([fine, loses], 'leistungen_links: 6 rows before, 3 after')
  })

  it('that drops a filled table is refused', async () => {
    await expectRefused(
      [migrationOf('1_drops', ['DROP TABLE leistungen_links_locales'])],
      'leistungen_links_locales: 6 rows before, gone after',
    )
  })

  it('may lose the rows it declares', async () => {
    const { up, ...rest } = migrationOf('1_loses', ['DELETE FROM leistungen_links_locales'])
    const declared = { ...rest, up: losingRows(['leistungen_links_locales'], up) }
    expect(await migrateDatabase(payload, [declared])).toEqual(['1_loses'])
  })

  it('that leaves rows pointing to nothing is refused', async () => {
    const orphan = "UPDATE leistungen_links SET _parent_id = 'nobody'"
    await expectRefused([migrationOf('1_orphan', [orphan])], 'leistungen_links → leistungen')
  })

  it('that fails undoes the ones before it', async () => {
    const fine = migrationOf('1_fine', ['CREATE TABLE fine (id TEXT)'])
    await expectRefused([fine, migrationOf('2_wrong', ['SELECT nonsense'])], '2_wrong')
  })
})

describe('the copy', () => {
  it('is the whole file as it was before, and the last three are kept', async () => {
    expect(await copies()).toEqual([])
    for (const name of ['a', 'b', 'c', 'd']) {
      await migrateDatabase(payload, [migrationOf(name, [`CREATE TABLE ${name} (id TEXT)`])])
    }
    const kept = await copies()
    expect(kept).toHaveLength(3)
    const uri = `file:${database.directory}/${kept.sort()[0] ?? ''}`
    const copy = await openPayload({ configure: testConfig, uri, key: 'copy' })
    expect((await operationsOf(copy).count({ collection: 'leistungen' })).totalDocs).toBe(3)
    const { client } = copy.db as unknown as SQLiteAdapter
    const { rows } = await client.execute(
      "SELECT name FROM sqlite_master WHERE name IN ('a', 'b', 'c', 'd')",
    )
    expect(rows.map(({ name }) => name)).toEqual(['a'])
    await closePayload(copy, 'copy')
  })

  it('is not made when there is nothing to do', async () => {
    await migrateDatabase(payload, [])
    expect(await copies()).toEqual([])
  })
})

describe('a locales table', () => {
  it('has an index on its parent alone', async () => {
    const { rows } = await execute(
      "SELECT name FROM sqlite_master WHERE type = 'index' AND name LIKE '%_locales_parent_idx' ORDER BY name",
    )
    expect(rows.map(({ name }) => name)).toEqual([
      '_leistungen_v_locales_parent_idx',
      '_leistungen_v_version_links_locales_parent_idx',
      'leistungen_links_locales_parent_idx',
      'leistungen_locales_parent_idx',
    ])
  })
})
