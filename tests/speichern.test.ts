import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { rebuild } from '#store/projections.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { amt, countEntries, furnish, stadttext } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined
// FerretDB scans a whole collection for each of our queries: fewer saves there.
const SAVES = MONGODB ? 60 : 300

let house: TestHouse
let schwerin: { collection: 'users' } & Awaited<ReturnType<typeof createUser>>['user']

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  schwerin = (await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')).user
})

afterEach(() => {
  vi.restoreAllMocks()
})

afterAll(() => house.remove())

describe(`${SAVES} saves at once`, () => {
  it('all succeed, and each text has one document and a version for each save that says the same', async () => {
    const half = SAVES / 2
    const known = names('bestand', half)
    const added = names('neu', half)
    for (const [index, id] of known.entries()) await create(textOf(id, index))

    const results = await Promise.allSettled([
      ...known.map((id, index) => update(id, `Geändert ${index}`)),
      ...added.map((id, index) => create(textOf(id, index))),
    ])
    const failures = results.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as Error).message] : [],
    )
    expect(failures).toEqual([])

    const documents = await allOf('fassungen')
    expect(documents.map(({ id }) => id).sort()).toEqual([...known, ...added].sort())
    const versions = await allVersions()
    for (const { createdAt: _c, updatedAt: _u, ...document } of documents) {
      const own = versions.filter(({ parent }) => parent === document.id)
      const isUpdated = known.includes(document.id)
      expect([document.id, own.length]).toEqual([document.id, isUpdated ? 2 : 1])
      const newest = own.at(-1)?.version
      expect(pick(newest)).toEqual(pick(document))
      expect(pick(document)).toMatchObject(
        isUpdated
          ? { urheber: { text: `Geändert ${known.indexOf(document.id)}` } }
          : { zustand: 'entwurf' },
      )
    }
  }, 120_000)
})

describe('an office', () => {
  it.each([
    [
      'a day that does not exist',
      { sondertage: [{ tag: '2026-02-30', zeiten: [] }] },
      /Kalendertag/,
    ],
    [
      'a weekday that does not exist',
      { oeffnungszeiten: [{ wochentag: '8', von: '08:00', bis: '12:00' }] },
      /nicht korrekt/,
    ],
    ['no name', { name: '' }, /Name: Hier fehlt ein Text/],
    [
      'an end before its beginning',
      { beginn: tag('2027-02-01'), ende: tag('2027-01-01') },
      /Zeitraum/,
    ],
  ])('with %s leaves neither document nor entry', async (_name, wrong, sentence) => {
    const before = await countEntries(house)
    await expect(saveAmt('amt-falsch', wrong)).rejects.toSatisfy((error: Error) =>
      sentence.test(JSON.stringify([error.message, (error as { data?: unknown }).data])),
    )
    expect(await countEntries(house)).toBe(before)
    expect(await find('amt-falsch')).toBeNull()
  })

  it('of which the entry fails is not half there', async () => {
    const before = await countEntries(house)
    breakLog()
    await expect(saveAmt('amt-halb', {})).rejects.toThrow('disk is full')
    vi.restoreAllMocks()
    expect(await countEntries(house)).toBe(before)
    const found = await find('amt-halb')
    // MongoDB has no transaction over both: the document stays and says that no entry stands behind it.
    if (MONGODB) expect(found).toMatchObject({ folgenummer: null })
    else expect(found).toBeNull()
  })

  it('keeps what the log says when the entry of a change fails', async () => {
    await saveAmt('amt-alt', { name: 'Alt' })
    const before = await countEntries(house)
    breakLog()
    const change = house.payload.update({
      collection: 'organisationseinheiten',
      id: 'amt-alt',
      data: { name: 'Neu' },
      user: schwerin,
      overrideAccess: false,
    })
    await expect(change).rejects.toThrow('disk is full')
    vi.restoreAllMocks()
    expect(await countEntries(house)).toBe(before)
    // On MongoDB the document is ahead of the log, and says so, until the documents are rebuilt from it.
    if (MONGODB) await rebuild(house.payload)
    expect(await find('amt-alt')).toMatchObject({ name: 'Alt', folgenummer: before })
  })
})

/** Lets every append fail as if the disk were full. */
function breakLog(): void {
  const create = house.payload.db.create.bind(house.payload.db)
  vi.spyOn(house.payload.db, 'create').mockImplementation((args) =>
    args.collection === 'ereignisse'
      ? Promise.reject(new Error('disk is full'))
      : (create(args) as never),
  )
}

function saveAmt(id: string, differences: object) {
  return house.payload.create({
    collection: 'organisationseinheiten',
    data: amt(id, 'r-schwerin', differences) as never,
    user: schwerin,
    overrideAccess: false,
  })
}

function find(id: string) {
  return house.payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection: 'organisationseinheiten',
    where: { id: { equals: id } },
  })
}

function tag(value: string): object {
  return { art: 'tag', tag: value }
}

function names(prefix: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${prefix}-${index}`)
}

function textOf(id: string, index: number): Entwurf {
  return stadttext(id, 'schwerin', {
    beginn: festerTag(addDays(day('2025-01-01'), index)),
    inhalt: inhalt({
      kurztext: ersetzen(`<p>Text <strong>${index}</strong> von ${id}</p><ul><li>eins</li></ul>`),
      begriffe: {
        modus: 'ersetzen',
        wert: { begriffe: [{ begriff: `Hund ${index}`, typ: null }] },
      },
    }),
  })
}

function create(text: Entwurf) {
  return house.payload.create({
    collection: 'fassungen',
    data: deskFassung(text) as never,
    user: schwerin,
    overrideAccess: false,
  })
}

function update(id: string, urheber: string) {
  return house.payload.update({
    collection: 'fassungen',
    id,
    data: { urheber: { text: urheber, modus: 'ersetzen' } },
    user: schwerin,
    overrideAccess: false,
  })
}

async function allOf(collection: 'fassungen') {
  const { docs } = await house.payload.find({ collection, pagination: false, depth: 0 })
  return docs
}

async function allVersions() {
  const { docs } = await house.payload.db.findVersions<Record<string, unknown> & { id: string }>({
    collection: 'fassungen',
    sort: 'createdAt',
    limit: 0,
    pagination: false,
  })
  return docs
}

/** What a save of these tests writes, row ids aside. */
function pick(document: object | undefined): object {
  const { zustand, beginn, kurztext, urheber, begriffe, redaktion, gebiet } = (document ??
    {}) as Record<string, unknown>
  const { begriffe: rows = [] } = (begriffe ?? {}) as { begriffe?: { begriff: string }[] }
  const words = rows.map(({ begriff }) => begriff)
  return { zustand, beginn, kurztext, urheber, words, redaktion, gebiet }
}
