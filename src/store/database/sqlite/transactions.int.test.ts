import type { SQLiteAdapter } from '@payloadcms/db-sqlite'
import { handleEndpoints } from 'payload'
import type { CollectionAfterChangeHook, Payload } from 'payload'
import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { temporaryDatabase } from '../../../../tests/support/temporaryDatabase.ts'
import type { TemporaryDatabase } from '../../../../tests/support/temporaryDatabase.ts'
import { analyze } from '../analyze.ts'
import { operationsOf } from '../fixtures/operations.ts'
import type { Operations, TestDoc } from '../fixtures/operations.ts'
import { afterChange, testConfig } from '../fixtures/testConfig.ts'
import { inTransaction } from '../inTransaction.ts'
import { nextTurn } from '../nextTurn.ts'
import { connectionOf } from './connection.ts'

let database: TemporaryDatabase
let payload: Payload
let cms: Operations
beforeAll(async () => {
  database = await temporaryDatabase({ configure: testConfig })
  payload = database.payload
  cms = operationsOf(payload)
})
afterAll(() => database.remove())
afterEach(() => {
  delete afterChange.act
})

const problem = (code: string) => expect.objectContaining({ data: { code } }) as Error

function createLeistung(data: object, req?: object): Promise<TestDoc> {
  return cms.create({ collection: 'leistungen', data, ...(req && { req }) })
}

async function countOf(collection: string, titel: string): Promise<number> {
  const where = { titel: { like: titel } }
  return (await cms.count({ collection, where })).totalDocs
}

async function countVersions(titel: string): Promise<number> {
  const where = { 'version.titel': { like: titel } }
  return (await cms.countVersions({ collection: 'leistungen', where })).totalDocs
}

/** What is left of a title in documents and versions. */
async function remainsOf(titel: string): Promise<number> {
  return (await countOf('leistungen', titel)) + (await countVersions(titel))
}

async function rowsOf(table: string): Promise<number> {
  const { client } = payload.db as unknown as SQLiteAdapter
  const { rows } = await client.execute(`SELECT count(*) AS count FROM ${table}`)
  return Number(rows[0]?.count)
}

/** Reads until told to stop and returns how often; a failing read fails the test. */
function readMeanwhile(): () => Promise<number> {
  const reader = { isStopped: false }
  const reading = (async () => {
    let reads = 0
    for (; !reader.isStopped; reads += 1) {
      await cms.find({ collection: 'leistungen', limit: 5 })
      await nextTurn()
    }
    return reads
  })()
  return () => {
    reader.isStopped = true
    return reading
  }
}

describe('many writers at once', () => {
  it('saves 270 of 300 documents with their versions and nothing of the 30 whose hook fails', async () => {
    afterChange.act = ({ doc }: { doc: TestDoc }) => {
      if (doc.titel?.endsWith('0')) throw new Error('refused by the hook')
      return doc
    }
    const stopReading = readMeanwhile()
    const results = await Promise.allSettled(
      Array.from({ length: 300 }, (_, index) =>
        createLeistung({ titel: `Anlage ${index}`, nummer: index, links: [{ ziel: 'a' }] }),
      ),
    )
    expect(await stopReading()).toBeGreaterThan(0)

    const failures = results.filter((result) => result.status === 'rejected')
    expect(failures.map(({ reason }) => (reason as Error).message)).toEqual(
      Array.from({ length: 30 }, () => 'refused by the hook'),
    )
    expect(await countOf('leistungen', 'Anlage')).toBe(270)
    expect(await countVersions('Anlage')).toBe(270)
    expect(await rowsOf('leistungen_links')).toBe(270)
    expect(await rowsOf('_leistungen_v_version_links')).toBe(270)
  })

  it('updates 300 documents at once, each with its version', async () => {
    const { docs } = await cms.find({ collection: 'leistungen', limit: 300, pagination: false })
    const jobs = [...docs, ...docs.slice(0, 30)].map(({ id }, index) =>
      cms.update({ collection: 'leistungen', id, data: { text: `Text ${index}` } }),
    )
    const stopReading = readMeanwhile()
    await Promise.all(jobs)
    await stopReading()
    expect(jobs).toHaveLength(300)
    for (const { id } of docs) {
      const where = { parent: { equals: id } }
      const versions = await cms.findVersions({ collection: 'leistungen', where })
      const expected = docs.findIndex((doc) => doc.id === id) < 30 ? 3 : 2
      expect(versions.totalDocs).toBe(expected)
      expect(versions.docs[0]?.version).toHaveProperty('text', expect.stringMatching(/^Text/))
    }
  })

  it('gives bare writes of the adapter a transaction of their own', async () => {
    const create = (folgenummer: number) =>
      cms.db.create({
        collection: 'eintraege',
        data: { id: randomUUID(), folgenummer, quelle: 'bare' },
      })
    await Promise.all([create(901), create(902), create(903)])
    await expect(create(903)).rejects.toHaveProperty('name', 'ValidationError')
    const where = { quelle: { equals: 'bare' } }
    expect((await cms.count({ collection: 'eintraege', where })).totalDocs).toBe(3)
  })
})

describe('inTransaction', () => {
  it('shows its own writes to its reads, and to nobody else before the commit', async () => {
    await inTransaction(payload, async (req) => {
      const { id } = await createLeistung({ titel: 'Innen' }, req)
      const found = await cms.findByID({ collection: 'leistungen', id, req })
      expect(found).toHaveProperty('titel', 'Innen')
      expect(await remainsOf('Innen')).toBe(0)
    })
    expect(await remainsOf('Innen')).toBe(2)
  })

  it('undoes everything when the work fails', async () => {
    const work = inTransaction(payload, async (req) => {
      await createLeistung({ titel: 'Halb' }, req)
      throw new Error('second thoughts')
    })
    await expect(work).rejects.toThrow('second thoughts')
    expect(await remainsOf('Halb')).toBe(0)
  })

  it('joins the transaction of the request it is given', async () => {
    afterChange.act = async ({ doc, req }) => {
      delete afterChange.act
      await inTransaction(payload, (inner) => createLeistung({ titel: 'Mit-Kind' }, inner), { req })
      throw new Error(`not ${String((doc as TestDoc).titel)}`)
    }
    await expect(createLeistung({ titel: 'Mit' })).rejects.toThrow('not Mit')
    expect(await remainsOf('Mit')).toBe(0)
  })

  it('keeps a late statement of a failed transaction out of the next one', async () => {
    let leak: () => Promise<unknown> = () => Promise.resolve()
    const work = inTransaction(payload, async (req) => {
      const { db } = connectionOf(payload.db)?.session(req.transactionID) ?? {}
      leak = async () => db?.run("UPDATE leistungen SET text = 'leaked'")
      await createLeistung({ titel: 'Erster' }, req)
      throw new Error('failed early')
    })
    await expect(work).rejects.toThrow('failed early')
    await inTransaction(payload, async () => {
      await expect(leak()).rejects.toHaveProperty('cause', problem('transaction-lost'))
    })
    const where = { text: { equals: 'leaked' } }
    expect((await cms.count({ collection: 'leistungen', where })).totalDocs).toBe(0)
  })
})

describe('a forgotten req', () => {
  it.each<[string, () => Promise<unknown>]>([
    ['an operation', () => createLeistung({ titel: 'Vergessen-Kind' })],
    ['a bare write', () => cms.db.updateMany({ collection: 'leistungen', data: {}, where: {} })],
    ['a transaction', () => inTransaction(payload, () => Promise.resolve())],
  ])('is refused at once: %s in a hook', async (_name, act) => {
    afterChange.act = async () => {
      delete afterChange.act
      await act()
    }
    await expect(createLeistung({ titel: 'Vergessen' })).rejects.toEqual(
      problem('transaction-nested'),
    )
    expect(await remainsOf('Vergessen')).toBe(0)
  })

  it('is refused at once in the hook of a field', async () => {
    afterChange.actOnField = () => {
      delete afterChange.actOnField
      return createLeistung({ titel: 'Feld-Kind' })
    }
    await expect(createLeistung({ titel: 'Feld' })).rejects.toEqual(problem('transaction-nested'))
    expect(await remainsOf('Feld')).toBe(0)
  })

  it('is refused inside inTransaction', async () => {
    const work = inTransaction(payload, () => createLeistung({ titel: 'Vergessen' }))
    await expect(work).rejects.toEqual(problem('transaction-nested'))
  })

  it('is no fault once the hook is through', async () => {
    let later: Promise<unknown> = Promise.resolve()
    const act: CollectionAfterChangeHook = () => {
      delete afterChange.act
      later = nextTurn().then(() => createLeistung({ titel: 'Danach-Kind' }))
    }
    afterChange.act = act
    await createLeistung({ titel: 'Danach' })
    await later
    expect(await countOf('leistungen', 'Danach')).toBe(2)
  })
})

describe('a lost transaction', () => {
  it('is reported when a hook swallows the error that undid it', async () => {
    await createLeistung({ titel: 'Vorhanden', nummer: 5000 })
    afterChange.act = async ({ req }) => {
      delete afterChange.act
      await createLeistung({ titel: 'Doppelt', nummer: 5000 }, req).catch(() => undefined)
    }
    await expect(createLeistung({ titel: 'Verloren' })).rejects.toEqual(problem('transaction-lost'))
    expect(await remainsOf('Verloren')).toBe(0)
  })

  it('is reported by a bulk update that lost it half way', async () => {
    for (const titel of ['Reihe 1', 'Reihe 2', 'Reihe 3']) await createLeistung({ titel })
    afterChange.act = async ({ req, doc }) => {
      if ((doc as TestDoc).titel !== 'Reihe 2') return
      await createLeistung({ titel: 'Doppelt', nummer: 5000 }, req).catch(() => undefined)
    }
    const update = cms.update({
      collection: 'leistungen',
      where: { titel: { like: 'Reihe' } },
      data: { text: 'bulk' },
    })
    await expect(update).rejects.toEqual(problem('transaction-lost'))
    const where = { text: { equals: 'bulk' } }
    expect((await cms.count({ collection: 'leistungen', where })).totalDocs).toBe(0)
  })

  it('is reported when COMMIT itself fails', async () => {
    afterChange.act = async ({ req, doc }) => {
      const { db } = connectionOf(payload.db)?.session(req.transactionID) ?? {}
      await db?.run('PRAGMA defer_foreign_keys = ON')
      await db?.run(
        "INSERT INTO leistungen_links (_order, _parent_id, id) VALUES (1, 'nobody', 'orphan')",
      )
      return doc as unknown
    }
    await expect(createLeistung({ titel: 'Bruch' })).rejects.toThrow('FOREIGN KEY')
    delete afterChange.act
    expect(await remainsOf('Bruch')).toBe(0)
    await createLeistung({ titel: 'Weiter' })
    expect(await remainsOf('Weiter')).toBe(2)
  })

  it('is given up when it runs no statement for too long', async () => {
    const session = await connectionOf(payload.db)?.begin({ idleLimitMs: 100 })
    await createLeistung({ titel: 'Geduld' })
    expect(session?.transaction.state()).toBe('rolledBack')
    await expect(session?.transaction.commit()).rejects.toEqual(problem('transaction-lost'))
  })
})

describe('the reading connection', () => {
  it('refuses to write', async () => {
    const { drizzle } = payload.db as unknown as SQLiteAdapter
    await expect(drizzle.run('DELETE FROM leistungen')).rejects.toHaveProperty(
      'cause.code',
      'SQLITE_READONLY',
    )
  })

  it('learns of new statistics', async () => {
    await analyze(payload)
    const plan = await rowsOf('sqlite_stat1')
    expect(plan).toBeGreaterThan(0)
  })

  it('turns a writer away that waited too long', async () => {
    await inTransaction(payload, async () => {
      const queued = connectionOf(payload.db)?.scopes.exit(() =>
        connectionOf(payload.db)?.begin({ limitMs: 20 }),
      )
      await expect(queued).rejects.toEqual(problem('database-busy'))
    })
  })
})

describe('own text ids', () => {
  async function post(data: object): Promise<{ status: number; body: { doc?: TestDoc } }> {
    const request = new Request('http://localhost/api/leistungen', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(data),
    })
    const answer = await handleEndpoints({ config: payload.config, request })
    return { status: answer.status, body: (await answer.json()) as { doc?: TestDoc } }
  }

  it('are made on create, and taken when given, through the Local API', async () => {
    const made = await createLeistung({ titel: 'Ohne' })
    expect(made.id).toMatch(/^[0-9a-f-]{36}$/)
    const given = await createLeistung({ id: 'eigene', titel: 'Mit eigener' })
    expect(given.id).toBe('eigene')
    const versions = await cms.findVersions({
      collection: 'leistungen',
      where: { parent: { equals: 'eigene' } },
    })
    expect(versions.totalDocs).toBe(1)
  })

  it('are made and taken through REST, and a repeated one is refused', async () => {
    const made = await post({ titel: 'REST' })
    expect(made).toHaveProperty('body.doc.id', expect.stringMatching(/^[0-9a-f-]{36}$/))
    expect(await post({ id: 'rest-eigene', titel: 'REST' })).toHaveProperty('status', 201)
    expect(await post({ id: 'rest-eigene', titel: 'REST' })).toHaveProperty('status', 400)
    expect(await remainsOf('REST')).toBe(4)
  })
})

describe('log-in', () => {
  const email = 'redaktion@example.org'

  it('counts failed attempts, though Payload writes them without a request', async () => {
    const data = { email, password: 'richtig-und-lang' }
    const { id } = await cms.create({ collection: 'personen', data })
    const attempt = () => cms.login({ collection: 'personen', data: { email, password: 'falsch' } })
    const attempts = await Promise.allSettled([attempt(), attempt(), attempt()])
    expect(attempts.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
    const person = await cms.findByID({ collection: 'personen', id, showHiddenFields: true })
    expect(person).toHaveProperty('loginAttempts', 3)
    await cms.login({ collection: 'personen', data })
  })

  it('hands out a reset token, though Payload reserves the address beside its transaction', async () => {
    payload.sendEmail = () => Promise.resolve()
    const token = await cms.forgotPassword({ collection: 'personen', data: { email } })
    expect(token).toMatch(/^[0-9a-f]{40}$/)
  })
})

describe('a closed database', () => {
  it('refuses to write and opens again, as after a change of the config in development', async () => {
    await payload.db.destroy?.()
    await expect(payload.db.beginTransaction()).rejects.toEqual(problem('database-closed'))
    await payload.db.init?.()
    await payload.db.connect?.({ hotReload: true })
    await createLeistung({ titel: 'Wieder offen' })
    expect(await remainsOf('Wieder offen')).toBe(2)
  })
})
