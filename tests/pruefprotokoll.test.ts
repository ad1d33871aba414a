import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pruefeProtokoll } from '#commands/pruefeProtokoll.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { day } from '#core/zeit/day.ts'
import { inTransaction } from '#store/database/inTransaction.ts'
import { appendProtokoll, zeileFrom, type ProtokollRow } from '#store/protokoll.ts'
import { protokollPorts } from '#store/protokollPruefung.ts'
import { hashInhalt } from '#store/log.ts'
import { rebuild } from '#store/projections.ts'
import { addDraft, countEntries, furnish, stadttext } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined
const ROWS = 'protokoll' as const

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  await house.catchUp()
})

afterAll(() => house.remove())

describe('the audit', () => {
  it('attests every entry of the log once, with its hash, and is intact', async () => {
    const entries = await countEntries(house)
    const attesting = (await zeilen()).filter(({ folgenummer }) => folgenummer !== null)
    expect(attesting.map(({ folgenummer }) => folgenummer)).toEqual(upTo(entries))
    expect(await pruefe()).toMatchObject({ bruch: null, zeilen: (await zeilen()).length })
  })

  it('keeps who, what, when, why, and the name of the Redaktion of that day', async () => {
    await act('Erster Grund', { akt: 'zugewiesen', redaktionId: 'r-schwerin' })
    const zeile = (await zeilen()).at(-1)
    expect(zeile).toMatchObject({
      akt: 'zugewiesen',
      von: 'p-1',
      vonName: 'Petra Probe',
      gegenstandArt: 'fassungen',
      gegenstandId: 'f-1',
      titel: 'Hund anmelden',
      redaktion: 'r-schwerin',
      redaktionName: 'schwerin',
      grund: 'Erster Grund',
      angaben: '{"a":1,"b":["x"]}',
      inVertretungFuer: null,
      vertraulich: false,
    })
    expect(zeile?.zeitpunkt.slice(0, 10)).toBe('2026-11-24')
  })

  it('is written with the act or not at all', async () => {
    const before = await zeilen()
    const failing = inTransaction(house.payload, async (req) => {
      await appendProtokoll(house.payload, req, eintrag('wird nie wahr'))
      throw new Error('the act failed')
    })
    await expect(failing).rejects.toThrow('the act failed')
    // MongoDB runs without transactions (docs/adr/0005): what was inserted stays.
    expect((await zeilen()).length).toBe(before.length + (MONGODB ? 1 : 0))
    expect((await pruefe()).bruch).toBeNull()
  })

  it('has no gaps and no doubles under 50 writers at once, some of them in transactions', async () => {
    const before = (await zeilen()).length
    await Promise.all(
      upTo(50).map((nummer) =>
        nummer % 2 === 0
          ? act(`gleichzeitig ${nummer}`)
          : inTransaction(house.payload, (req) =>
              appendProtokoll(house.payload, req, eintrag(`gleichzeitig ${nummer}`)),
            ),
      ),
    )
    const after = await zeilen()
    expect(after.map(({ nummer }) => nummer)).toEqual(upTo(before + 50))
    const said = new Set(after.slice(before).map(({ grund }) => grund))
    expect(said.size).toBe(50)
    expect((await pruefe()).bruch).toBeNull()
  })

  it('is not thrown away when the projections are made anew', async () => {
    const before = await zeilen()
    await rebuild(house.payload)
    expect(await zeilen()).toEqual(before)
  })

  it('attests a release with its text, its team and its reason', async () => {
    await addDraft(house, stadttext('f-frei', 'schwerin'))
    const { user } = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
    const released = await releaseFassung(house.ports, {
      id: 'f-frei',
      von: user.id,
      grund: 'Satzung geändert',
    })
    expect(released.ok).toBe(true)
    await house.catchUp()
    expect(
      (await zeilen()).filter(({ gegenstandId }) => gegenstandId === 'f-frei').at(-1),
    ).toMatchObject({
      akt: 'freigabe',
      von: user.id,
      redaktion: 'r-schwerin',
      grund: 'Satzung geändert',
      titel: 'Hund anmelden – Schwerin',
    })
  })

  it.each([
    ['create', () => house.payload.create({ collection: ROWS, data: {} as never })],
    [
      'update',
      () =>
        house.payload.update({
          collection: ROWS,
          where: { nummer: { equals: 1 } },
          data: { grund: 'anders' },
        }),
    ],
    ['delete', () => house.payload.delete({ collection: ROWS, where: { nummer: { equals: 1 } } })],
  ])('refuses to %s, by the Local API without access rules too', async (_name, change) => {
    const before = await zeilen()
    await expect(change()).rejects.toThrow()
    expect(await zeilen()).toEqual(before)
  })
})

describe('tampering straight in the database is found', () => {
  it('a changed text', async () => {
    await expectBruch(5, { grund: 'ganz anders' }, { art: 'zeile-geaendert', nummer: 5 })
  })

  it('another person', async () => {
    await expectBruch(6, { vonName: 'Jemand anderes' }, { art: 'zeile-geaendert', nummer: 6 })
  })

  it('a row that was made public or secret', async () => {
    await expectBruch(6, { vertraulich: true }, { art: 'zeile-geaendert', nummer: 6 })
  })

  it('a row that was changed and hashed anew, at the row after it', async () => {
    const { hash: _hash, ...zeile } = await zeileAt(5)
    const forged = { ...zeile, grund: 'ganz anders' }
    await expectBruch(
      5,
      { grund: forged.grund, hash: hashInhalt(forged) },
      { art: 'anschluss-fehlt', nummer: 6 },
    )
  })

  it('two rows that changed places', async () => {
    const [five, six] = [await rowAt(5), await rowAt(6)]
    const place = async (row: ProtokollRow, nummer: number): Promise<void> => {
      await tamper(row, { nummer })
    }
    await place(five, 1_000_000)
    await place(six, 5)
    await place(five, 6)
    expect((await pruefe()).bruch).toEqual({ art: 'zeile-geaendert', nummer: 5 })
    await place(five, 1_000_000)
    await place(six, 6)
    await place(five, 5)
    expect((await pruefe()).bruch).toBeNull()
  })

  it('a deleted row in the middle', async () => {
    const row = await rowAt(7)
    await remove(row)
    expect((await pruefe()).bruch).toEqual({ art: 'zeile-fehlt', nummer: 7, bis: 7 })
    await putBack(row)
  })

  it('deleted rows at the end, and their numbers are not given again', async () => {
    const newest = await zeileAtEnd()
    const rows = [await rowAt(newest.nummer - 1), await rowAt(newest.nummer)]
    for (const row of rows) await remove(row)
    const cut = { art: 'zeile-fehlt', nummer: newest.nummer - 1, bis: newest.nummer }
    expect((await pruefe()).bruch).toEqual(cut)
    await act('danach')
    expect((await zeileAtEnd()).nummer).toBe(newest.nummer + 1)
    expect((await pruefe()).bruch).toEqual(cut)
    await remove(await rowAt(newest.nummer + 1))
    for (const row of rows) await putBack(row)
    await act('wieder heil')
    // The row behind the gap is lost for good; its number stays a gap.
    expect((await pruefe()).bruch).toMatchObject({ nummer: newest.nummer + 1 })
    await houseAnew()
  })

  it('a chain that was written anew from end to end, by a row noted outside', async () => {
    const end = await zeileAtEnd()
    const notiz = { nummer: end.nummer, hash: end.hash }
    expect((await pruefe(notiz)).bruch).toBeNull()
    const other = { ...notiz, hash: 'f'.repeat(64) }
    expect((await pruefe(other)).bruch).toEqual({ art: 'anders-als-notiert', nummer: end.nummer })
    const later = { ...notiz, nummer: end.nummer + 1 }
    expect((await pruefe(later)).bruch).toMatchObject({ art: 'zeile-fehlt' })
  })

  it('a changed entry of the log', async () => {
    const row = await eintragAt(3)
    await house.payload.db.updateOne({
      collection: 'ereignisse',
      id: row.id,
      data: { grund: 'nachgetragen' },
    })
    const found = (await pruefe()).bruch
    await house.payload.db.updateOne({
      collection: 'ereignisse',
      id: row.id,
      data: { grund: row['grund'] ?? null },
    })
    expect(found).toMatchObject({ art: 'eintrag-geaendert', folgenummer: 3 })
    expect((await pruefe()).bruch).toBeNull()
  })

  it('an entry that no row attests: its row and its place in the chain were forged away', async () => {
    const zeile = (await zeilen()).find(({ folgenummer }) => folgenummer === 4)
    if (!zeile) throw new Error('entry 4 is not attested')
    await expectBruch(
      zeile.nummer,
      { folgenummer: null },
      { art: 'zeile-geaendert', nummer: zeile.nummer },
    )
  })

  it('a changed content', async () => {
    const inhalt = await house.payload.db.findOne<{ id: string; wert: string }>({
      collection: 'inhalte',
      where: { id: { exists: true } },
    })
    if (!inhalt) throw new Error('no content to change')
    const write = (wert: string) =>
      house.payload.db.updateOne({ collection: 'inhalte', id: inhalt.id, data: { wert } })
    await write(`${inhalt.wert} `)
    const found = (await pruefe()).bruch
    await write(inhalt.wert)
    expect(found).toMatchObject({ art: 'inhalt-geaendert', inhalt: inhalt.id })
  })
})

function eintrag(grund: string, rest: object = {}): Parameters<typeof appendProtokoll>[2] {
  return {
    akt: 'entwurf-geaendert',
    gegenstand: { art: 'fassungen', id: 'f-1', titel: 'Hund anmelden' },
    redaktionId: null,
    von: 'p-1',
    vonName: 'Petra Probe',
    grund,
    angaben: { b: ['x'], a: 1 },
    ...rest,
  }
}

function act(grund: string, rest: object = {}): Promise<void> {
  return appendProtokoll(house.payload, undefined, eintrag(grund, rest))
}

function pruefe(notiz: { nummer: number; hash: string } | null = null) {
  return pruefeProtokoll(protokollPorts(house.payload), { notiz })
}

async function zeilen() {
  const { docs } = await house.payload.db.find<ProtokollRow>({
    collection: ROWS,
    sort: 'nummer',
    limit: 0,
    pagination: false,
  })
  return docs.map(zeileFrom)
}

async function zeileAtEnd() {
  const last = (await zeilen()).at(-1)
  if (!last) throw new Error('the audit is empty')
  return last
}

async function rowAt(nummer: number): Promise<ProtokollRow> {
  const where = { nummer: { equals: nummer } }
  const row = await house.payload.db.findOne<ProtokollRow>({ collection: ROWS, where })
  if (!row) throw new Error(`row ${nummer} is missing`)
  return row
}

async function zeileAt(nummer: number) {
  return zeileFrom(await rowAt(nummer))
}

async function eintragAt(folgenummer: number) {
  const row = await house.payload.db.findOne<ProtokollRow>({
    collection: 'ereignisse',
    where: { folgenummer: { equals: folgenummer } },
  })
  if (!row) throw new Error(`entry ${folgenummer} is missing`)
  return row
}

async function tamper(row: ProtokollRow, data: object): Promise<void> {
  await house.payload.db.updateOne({ collection: ROWS, id: row.id, data: data as never })
}

async function remove(row: ProtokollRow): Promise<void> {
  await house.payload.db.deleteMany({ collection: ROWS, where: { id: { equals: row.id } } })
}

async function putBack({ id: _id, ...row }: ProtokollRow): Promise<void> {
  await house.payload.db.create({ collection: ROWS, data: row })
}

/** Changes one row, looks what the check says, and puts it back. */
async function expectBruch(nummer: number, data: object, bruch: object): Promise<void> {
  const row = await rowAt(nummer)
  await tamper(row, data)
  const found = (await pruefe()).bruch
  const before = Object.fromEntries(Object.keys(data).map((name) => [name, row[name] ?? null]))
  await tamper(row, before)
  expect(found).toEqual(bruch)
  expect((await pruefe()).bruch).toBeNull()
}

/** Another house: this one's chain is broken for good. */
async function houseAnew(): Promise<void> {
  await house.payload.db.deleteMany({ collection: ROWS, where: { nummer: { greater_than: 0 } } })
  await house.payload.db.deleteMany({
    collection: 'projektionen',
    where: { id: { in: ['protokoll', 'protokoll-laenge'] } },
  })
  await house.catchUp()
  for (const nummer of upTo(5)) await act(`neu ${nummer}`)
  expect((await pruefe()).bruch).toBeNull()
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => index + 1)
}
