import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { saveZeitgrenze } from '#commands/saveZeitgrenze.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { zeitgrenzeFromDesk } from '#store/desk/zeitgrenze.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { createReadEreignisse } from '#store/log.ts'
import { catchUp, rebuild } from '#store/projections.ts'
import { compile, type Program } from './support/child.ts'
import {
  addDraft,
  amt,
  anonymous,
  countEntries,
  furnish,
  landtext,
  signIn,
  stadttext,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'
import type { Answer, Order } from './support/releaseInChild.ts'

const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined
const PROJECTED = [
  'fassungen',
  'zeitgrenzen',
  ...Object.values(OBJEKT_SAMMLUNGEN),
] as CollectionSlug[]

const LOSABLE = ['fassungen', 'zeitgrenzen', 'rechtsnormen', 'organisationseinheiten'] as const

let house: TestHouse
let program: Program

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  program = await compile('releaseInChild.ts')
})

afterAll(async () => {
  await program.remove()
  await house.remove()
})

describe('Folgenummern', () => {
  it('have no gaps and no doubles under 50 releases at once from two processes', async () => {
    const ours = await addDrafts('wir', 25)
    const theirs = await addDrafts('andere', 25)
    const before = await countEntries(house)
    const child = await program.start(house)
    const [answers, ...results] = await Promise.all([
      ask(child, { ids: theirs, atOnce: 25 }),
      ...ours.map(release),
    ])
    await stop(child)
    const numbers = [...results, ...answers].map(({ folgenummer }) => folgenummer)
    expect(numbers.toSorted((left, right) => Number(left) - Number(right))).toEqual(
      Array.from({ length: 50 }, (_, index) => before + 1 + index),
    )
    await expectWholeLog()
  })

  it('are given once to a text that two processes release at once, twice each', async () => {
    await addDraft(house, landtext('doppelt', { beginn: festerTag(day('2031-01-01')) }))
    const before = await countEntries(house)
    const child = await program.start(house)
    const [answers, ...results] = await Promise.all([
      ask(child, { ids: ['doppelt', 'doppelt'], atOnce: 2 }),
      release('doppelt'),
      release('doppelt'),
    ])
    await stop(child)
    const all = [...results, ...answers]
    expect(all.filter(({ folgenummer }) => folgenummer !== null)).toHaveLength(1)
    for (const { codes } of all.filter(({ folgenummer }) => folgenummer === null)) {
      expect(['fassung-is-released', 'release-was-concurrent']).toContain(codes[0])
    }
    expect(await countEntries(house)).toBe(before + 1)
  })
})

describe('the log and its contents', () => {
  let administration: Awaited<ReturnType<typeof createUser>>
  let send: Send
  beforeAll(async () => {
    administration = await createUser(house.payload, 'administration', 'r-land')
    send = await signIn(house, administration)
  })

  it.each(['ereignisse', 'inhalte'] as const)(
    '%s: cannot be written, changed or deleted through the Local API, access rules or not',
    async (collection) => {
      const before = await rowsOf(collection)
      const [row] = before
      const id = String(row?.['id'])
      const where = { id: { exists: true } }
      const { payload } = house
      for (const person of [{}, { user: administration.user, overrideAccess: false }]) {
        const options = { collection, ...person }
        const attempts = [
          () =>
            payload.create({ ...options, data: { ...row, id: 'neu', folgenummer: 1e6 } as never }),
          () => payload.update({ ...options, id, data: { grund: 'anders', wert: '{}' } }),
          () => payload.update({ ...options, where, data: { grund: 'x', wert: '{}' } }),
          () => payload.delete({ ...options, id }),
          () => payload.delete({ ...options, where }),
          () => payload.duplicate({ ...options, id }),
        ]
        for (const attempt of attempts) await expect(attempt()).rejects.toThrow(/protokoll|dürfen/)
      }
      expect(await rowsOf(collection)).toEqual(before)
    },
  )

  it.each(['ereignisse', 'inhalte', 'projektionen', 'lieferungen'] as const)(
    '%s: cannot be written, changed or deleted through REST by the Administration',
    async (collection) => {
      const before = await rowsOf(collection)
      const id = encodeURIComponent(String(before[0]?.['id'] ?? 'x'))
      const path = `/api/${collection}`
      const all = `${path}?where[id][exists]=true`
      const answers = [
        await send('post', path, { id: 'neu', folgenummer: 1e6, wert: '{}' }),
        await send('patch', `${path}/${id}`, { grund: 'anders', wert: '{}', folgenummer: 0 }),
        await send('patch', all, { grund: 'anders', wert: '{}', folgenummer: 0 }),
        await send('delete', `${path}/${id}`),
        await send('delete', all),
        await send('post', `${path}/${id}/duplicate`),
      ]
      for (const { status } of answers) expect([403, 404, 405, 409]).toContain(status)
      expect(await rowsOf(collection)).toEqual(before)
    },
  )

  it('does not take back what was released: no version can be restored over it', async () => {
    await addDraft(house, landtext('versioniert', { beginn: festerTag(day('2032-01-01')) }))
    await house.payload.update({
      collection: 'fassungen',
      id: 'versioniert',
      data: { danach: 'vorgaenger' },
    })
    await release('versioniert')
    const { docs } = await house.payload.findVersions({
      collection: 'fassungen',
      where: { parent: { equals: 'versioniert' } },
      sort: 'createdAt',
    })
    const before = await house.payload.findByID({ collection: 'fassungen', id: 'versioniert' })
    const id = String(docs[0]?.id)
    const restored = house.payload.restoreVersion({ collection: 'fassungen', id })
    await expect(restored).rejects.toThrow('freigegeben')
    const answer = await send('post', `/api/fassungen/versions/${id}`)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    const after = await house.payload.findByID({ collection: 'fassungen', id: 'versioniert' })
    expect(after).toEqual(before)
  })

  it('answers nobody who has not signed in', async () => {
    for (const collection of ['ereignisse', 'inhalte']) {
      expect((await anonymous(house)('get', `/api/${collection}`)).status).toBe(403)
    }
  })
})

describe('a crash between the entry and its documents', () => {
  it('loses nothing: the documents catch up', async () => {
    await addDraft(house, landtext('abgestuerzt', { beginn: festerTag(day('2033-01-01')) }))
    const crashing = { ...house.ports, project: () => Promise.reject(new Error('kill -9')) }
    const auftrag = { id: 'abgestuerzt', von: 'system', grund: null }
    await expect(releaseFassung(crashing, auftrag)).rejects.toThrow('kill -9')
    const angekuendigt = { ...zeitgrenze('z-abgestuerzt', { tag: '2034-01-01' }) }
    const parsed = zeitgrenzeFromDesk(angekuendigt)
    if (!parsed.ok) throw new Error('the Zeitgrenze of the test is wrong')
    // The command alone, as if the process died before the document was written.
    await saveZeitgrenze(house.ports, {
      zeitgrenze: parsed.value,
      pult: angekuendigt,
      von: 'system',
    })

    expect(
      await house.payload.findByID({ collection: 'fassungen', id: 'abgestuerzt' }),
    ).toHaveProperty('zustand', 'entwurf')
    const edit = {
      collection: 'fassungen',
      id: 'abgestuerzt',
      data: { danach: 'vorgaenger' },
    } as const
    await expect(house.payload.update(edit)).rejects.toThrow('freigegeben')

    await catchUp(house.payload)
    const entries = await countEntries(house)
    expect(
      await house.payload.findByID({ collection: 'fassungen', id: 'abgestuerzt' }),
    ).toMatchObject({ zustand: 'freigegeben', folgenummer: entries - 1 })
    expect(
      await house.payload.findByID({ collection: 'zeitgrenzen', id: 'z-abgestuerzt', depth: 0 }),
    ).toMatchObject({ tag: '2034-01-01', rechtsnorm: 'n-hund', folgenummer: entries })
    expect(await catchUp(house.payload)).toEqual({
      dokumente: 0,
      benachrichtigungen: 0,
      protokoll: 0,
    })
  })
})

describe('the documents', () => {
  it('are rebuilt to the same after some were altered', async () => {
    await furnishForRebuild()
    await catchUp(house.payload)
    const before = await allDocuments()
    const { db } = house.payload
    const alter = (collection: CollectionSlug, id: string, data: Record<string, unknown>) =>
      db.updateOne({ collection, id, data })
    await alter('fassungen', 'wir-1', { zustand: 'entwurf', folgenummer: 1, danach: 'vorgaenger' })
    await alter('fassungen', 'zurueck', { zustand: 'freigegeben', titel: 'falsch' })
    await alter('zeitgrenzen', 'z-wandert', { tag: '1999-01-01', fundstelle: null, wortlaut: 'x' })
    await alter('organisationseinheiten', 'amt-2', { name: 'falsch', folgenummer: null })
    expect(await allDocuments()).not.toEqual(before)
    await rebuild(house.payload)
    expect(await allDocuments()).toEqual(before)
  })

  it('are rebuilt to the same after they were lost', async () => {
    const before = await allDocuments()
    const { db } = house.payload
    const released = { folgenummer: { greater_than: 0 } }
    // What nothing unlogged refers to can be lost altogether; the database itself refuses to lose the rest.
    for (const collection of LOSABLE) await db.deleteMany({ collection, where: released })
    const alter = (collection: CollectionSlug, id: string, data: Record<string, unknown>) =>
      db.updateOne({ collection, id, data })
    await alter('gebiete', 'g-rostock', { name: 'Rostöck', ars: '130039999999', folgenummer: 99 })
    await alter('leistungen', 'l-hund', { name: 'Katze', typisierung: '2' })
    expect(await allDocuments()).not.toEqual(before)

    await rebuild(house.payload)
    expect(await allDocuments()).toEqual(before)
    expect(await countEntries(house)).toBe(before.entries)
  })

  it('are rebuilt to the same when nothing was wrong', async () => {
    const before = await allDocuments()
    await rebuild(house.payload)
    expect(await allDocuments()).toEqual(before)
  })
})

describe('kill -9 while texts are released', () => {
  // FerretDB scans a whole collection for each of our queries: fewer texts there.
  const drafts = MONGODB ? 100 : 200

  it('at ten random moments: nothing acknowledged is lost, nothing is half there', async () => {
    const ids = await addDrafts('opfer', drafts)
    const acknowledged = new Map<string, number>()
    for (let round = 0; round < 10; round += 1) {
      const { fassungen } = await house.ports.chronik()
      const left = ids.filter((id) => !fassungen.has(id))
      expect(left.length).toBeGreaterThan(0)
      for (const answer of await releaseUntilKilled(left)) {
        if (answer.folgenummer !== null) acknowledged.set(answer.id, answer.folgenummer)
        // A server may still carry out what a process sent just before it died: then the text is released already.
        else expect(answer.codes.filter((code) => code !== 'fassung-is-released')).toEqual([])
      }
    }
    expect(acknowledged.size).toBeGreaterThan(0)

    await expectWholeLog()
    const { fassungen } = await house.ports.chronik()
    for (const [id, folgenummer] of acknowledged) {
      expect(fassungen.get(id)?.folgenummer).toBe(folgenummer)
    }

    await catchUp(house.payload)
    for (const id of ids) {
      const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
      const beleg = fassungen.get(id)
      expect(doc).toMatchObject({
        zustand: beleg ? 'freigegeben' : 'entwurf',
        folgenummer: beleg?.folgenummer ?? null,
      })
    }
    const next = ids.find((id) => !fassungen.has(id))
    const entries = await countEntries(house)
    if (next !== undefined) expect(await release(next)).toMatchObject({ folgenummer: entries + 1 })
  }, 240_000)
})

/** Starts a process that releases these texts, lets it live for a moment, and kills it. What it acknowledged. */
async function releaseUntilKilled(ids: readonly string[]): Promise<readonly Answer[]> {
  const child = await program.start(house)
  const exit = once(child, 'exit')
  const answers: Answer[] = []
  child.on('message', (message) => {
    if (typeof message === 'object') answers.push(message as Answer)
  })
  child.send({ ids, atOnce: 3 } satisfies Order)
  await wait(20 + Math.random() * (MONGODB ? 1500 : 400))
  child.kill('SIGKILL')
  await exit
  // What stood in the pipe when the process died was said all the same.
  await wait(20)
  return answers
}

/** Orders the child to release, and waits for all its answers. */
async function ask(child: ChildProcess, order: Order): Promise<readonly Answer[]> {
  const answers: Answer[] = []
  const done = new Promise<void>((resolve, reject) => {
    child.on('exit', (code, signal) => {
      reject(new Error(`the child ended: ${String(code ?? signal)}`))
    })
    child.on('message', (message) => {
      if (message === 'done') resolve()
      else answers.push(message as Answer)
    })
  })
  child.send(order)
  await done
  return answers
}

async function stop(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit')
  child.disconnect()
  await exit
}

async function release(id: string): Promise<Answer> {
  const result = await releaseFassung(house.ports, { id, von: 'system', grund: null })
  return result.ok
    ? { id, folgenummer: result.value.folgenummer, codes: [] }
    : { id, folgenummer: null, codes: result.problems.map(({ code }) => code) }
}

/** Drafts of the Land with days of their own, so that each may hold. */
async function addDrafts(name: string, count: number): Promise<readonly string[]> {
  const ids = Array.from({ length: count }, (_, index) => `${name}-${index + 1}`)
  for (const [index, id] of ids.entries()) {
    await addDraft(house, landtext(id, { beginn: festerTag(addDays(day('2025-01-01'), index)) }))
  }
  return ids
}

/** Every number once, the chain complete, and every content that an entry names can be read. */
async function expectWholeLog(): Promise<void> {
  const rows = await rowsOf('ereignisse')
  const numbers = rows.map(({ folgenummer }) => Number(folgenummer))
  expect(numbers.toSorted((left, right) => left - right)).toEqual(
    Array.from({ length: rows.length }, (_, index) => index + 1),
  )
  const hashes = new Set<Inhaltshash>()
  for await (const { aussagen } of createReadEreignisse(house.payload)(0)) {
    for (const hash of aussagen.flatMap(hashesOf)) hashes.add(hash)
  }
  expect((await house.ports.getInhalte([...hashes])).size).toBe(hashes.size)
}

function hashesOf(aussage: Aussage): readonly Inhaltshash[] {
  const pult = 'pult' in aussage && aussage.pult !== null ? [aussage.pult] : []
  switch (aussage.klasse) {
    case 'fassung':
      return [aussage.fassung.inhalt, ...pult]
    case 'variante':
      return [aussage.variante.inhalt, ...pult]
    case 'objekt':
      return 'inhalt' in aussage.objekt ? [aussage.objekt.inhalt, ...pult] : pult
    default:
      return pult
  }
}

/** Texts, offices and a moved Zeitgrenze, so that a rebuild has several entries per document to go through. */
async function furnishForRebuild(): Promise<void> {
  const { payload } = house
  await addDraft(
    house,
    landtext('umgebaut', {
      beginn: { art: 'zeitgrenze', zeitgrenzeId: 'z-hund', versatz: { art: 'tage', tage: 0 } },
    }),
  )
  await addDraft(house, stadttext('zurueck', 'rostock'))
  await addDraft(house, stadttext('bleibt-entwurf', 'schwerin'))
  await release('umgebaut')
  await release('zurueck')
  await withdrawFassung(house.ports, {
    zurueckziehung: {
      fassungId: 'zurueck',
      ab: null,
      folge: { art: 'vorgaenger' },
      grund: 'Irrtum',
    },
    von: 'system',
  })
  const oeffnungszeiten = [{ wochentag: '1', von: '08:00', bis: '12:00' }]
  for (const id of ['amt-1', 'amt-2']) {
    await payload.create({
      collection: 'organisationseinheiten',
      data: amt(id, 'r-schwerin', { oeffnungszeiten }) as never,
    })
  }
  await payload.update({
    collection: 'organisationseinheiten',
    id: 'amt-2',
    data: { name: 'Neues Bürgeramt' },
  })
  const geschaetzt = { stand: 'geschaetzt', tag: null, fundstelle: null, zeitraum: '2027-Q2' }
  await payload.create({
    collection: 'zeitgrenzen',
    data: zeitgrenze('z-wandert', geschaetzt) as never,
  })
  await payload.update({
    collection: 'zeitgrenzen',
    id: 'z-wandert',
    data: { stand: 'bestimmt', tag: '2027-05-01', fundstelle: 'GVOBl. 9', zeitraum: null },
  })
}

/** All documents that the log stands behind, and the drafts; without time stamps, the count of saves, and what a join shows of others. */
async function allDocuments(): Promise<Record<string, unknown> & { entries: number }> {
  const documents: Record<string, unknown> = {}
  for (const collection of PROJECTED) {
    const rows = await rowsOf(collection)
    documents[collection] = rows.map(
      ({
        createdAt: _c,
        updatedAt: _u,
        bearbeitungsstand: _b,
        zeitgrenzen: _z,
        fassungen: _f,
        ...row
      }) => filled(row),
    )
  }
  return { ...documents, entries: await countEntries(house) }
}

/** On MongoDB a field that nobody filled may be absent, null or an empty list. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filled)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([name, each]) => [name, filled(each)] as const)
  return Object.fromEntries(entries.filter(([, each]) => !isEmpty(each)))
}

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

async function rowsOf(collection: CollectionSlug): Promise<readonly Record<string, unknown>[]> {
  const { docs } = await house.payload.db.find<Record<string, unknown> & { id: string }>({
    collection,
    sort: 'id',
    limit: 0,
    pagination: false,
  })
  return docs
}
