import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cancelZeitgrenze } from '#commands/cancelZeitgrenze.ts'
import { moveZeitgrenze } from '#commands/moveZeitgrenze.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import { kopieIdOf } from '#core/log/absage.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { day } from '#core/zeit/day.ts'
import { hashInhalt } from '#store/log.ts'
import { inhalt, ersetzen } from './support/factories.ts'
import {
  addDraft,
  amt,
  furnish,
  landtext,
  signIn,
  stadttext,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'
import { readNeuigkeiten } from '../src/app/components/arbeitsliste/arbeitsstand.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let lena: Awaited<ReturnType<typeof createUser>>
let asLena: Send
let asOle: Send
let asAgent: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  lena = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
  asLena = await signIn(house, lena)
  asOle = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
  asAgent = await signIn(house, await createUser(house.payload, 'auskunft115', 'r-schwerin'))
  await addLaw('z-verlegt')
  await addText('land-verlegt', 'z-verlegt')
  await addText('schwerin-verlegt', 'z-verlegt', 'schwerin')
  await addText('rostock-verlegt', 'z-verlegt', 'rostock')
  await house.catchUp()
})

afterAll(() => house.remove())

describe('a law that is postponed from 1 January to 1 March 2027', () => {
  let folgenummer: Folgenummer

  beforeAll(async () => {
    folgenummer = await move('z-verlegt', '2027-03-01')
  })

  it('is told to each of the three Redaktionen at once', async () => {
    const rows = await rowsOf('benachrichtigungen')
    const told = rows.filter((row) => row['folgenummer'] === folgenummer)
    expect(told.map(({ id }) => id)).toEqual([
      `${folgenummer}|r-land`,
      `${folgenummer}|r-rostock`,
      `${folgenummer}|r-schwerin`,
    ])
    expect(told[2]).toMatchObject({
      titel: 'Hundegesetz: Inkrafttreten jetzt am 1. März 2027',
      ziel: '/admin/collections/zeitgrenzen/z-verlegt',
      redaktion: 'r-schwerin',
    })
    expect(told[2]?.['text']).toContain(
      '1 Fassung, bisher ab dem 1. Januar 2027, jetzt ab dem 1. März 2027: Hund anmelden (Schwerin).',
    )
  })

  it('is read by one person, and stays unread for the others of the team', async () => {
    const id = encodeURIComponent(`${folgenummer}|r-schwerin`)
    const before = await unreadOf(asLena)
    expect(before).toBeGreaterThan(0)
    expect((await asLena('post', `/api/benachrichtigungen/${id}/gelesen`)).status).toBe(200)
    // A second click changes nothing.
    expect((await asLena('post', `/api/benachrichtigungen/${id}/gelesen`)).status).toBe(200)
    expect(await unreadOf(asLena)).toBe(before - 1)
    expect(await unreadOf(asOle)).toBe(before)
    expect((await rowOf(`${folgenummer}|r-schwerin`))['gelesenVon']).toEqual([lena.user.id])
  })

  it('of another Redaktion cannot be read, nor marked as read', async () => {
    const foreign = encodeURIComponent(`${folgenummer}|r-rostock`)
    expect((await asLena('get', `/api/benachrichtigungen/${foreign}`)).status).toBe(404)
    const path = `/api/benachrichtigungen/${foreign}/gelesen`
    expect((await asLena('post', path)).status).toBe(404)
    expect((await asAgent('post', path)).status).toBe(403)
    expect((await rowOf(`${folgenummer}|r-rostock`))['gelesenVon'] ?? []).toEqual([])
  })

  it('is read by everybody of a team on their own: all at once', async () => {
    const before = await unreadOf(asOle)
    const answer = await asOle('post', '/api/benachrichtigungen/alle-gelesen')
    expect(answer.body).toEqual({ anzahl: before })
    expect(await unreadOf(asOle)).toBe(0)
    // Lena had read one of them before.
    expect(await unreadOf(asLena)).toBe(before - 1)
  })

  it('is not written, changed or deleted by anybody', async () => {
    const id = encodeURIComponent(`${folgenummer}|r-schwerin`)
    const path = `/api/benachrichtigungen/${id}`
    expect((await asLena('patch', path, { titel: 'anders' })).status).toBe(403)
    expect((await asLena('delete', path)).status).toBe(403)
    expect((await asLena('post', '/api/benachrichtigungen', { id: 'x' })).status).toBe(403)
  })
})

describe('a move that somebody saves at the desk', () => {
  it('is told when the projections catch up, as after a crash', async () => {
    const before = (await rowsOf('benachrichtigungen')).length
    await house.payload.update({
      collection: 'zeitgrenzen',
      id: 'z-verlegt',
      data: { tag: '2027-04-01' },
    })
    expect(await rowsOf('benachrichtigungen')).toHaveLength(before)
    await house.catchUp()
    expect(await rowsOf('benachrichtigungen')).toHaveLength(before + 3)
    expect(await house.catchUp()).toEqual({
      dokumente: 0,
      benachrichtigungen: 0,
      protokoll: 0,
    })
  })
})

describe('offices', () => {
  it('are told of like texts: whose they are stands in their content', async () => {
    await house.payload.create({
      collection: 'organisationseinheiten',
      data: amt('amt-neu', 'r-rostock', {
        beginn: { art: 'zeitgrenze', zeitgrenze: 'z-verlegt', versatz: 'tage', tage: 0 },
      }) as never,
    })
    const folgenummer = await move('z-verlegt', '2027-05-01')
    const row = await rowOf(`${folgenummer}|r-rostock`)
    expect(row['text']).toContain('Betroffen bei Ihnen: 1 Fassung, 1 Organisationseinheit.')
    expect(row['text']).toContain('jetzt ab dem 1. Mai 2027: Bürgeramt amt-neu.')
  })
})

describe('a law that failed', () => {
  let folgenummer: Folgenummer
  const kopie = (id: string): string => kopieIdOf(folgenummer, id, hashInhalt)

  beforeAll(async () => {
    await addLaw('z-abgesagt')
    const links = [{ uri: 'https://schwerin.example/satzung', titel: 'Satzung' }]
    await addText('schwerin-alt', 'z-abgesagt', 'schwerin', '2020-01-01')
    await addText('schwerin-neu', 'z-abgesagt', 'schwerin', null, {
      basis: 'schwerin-alt',
      inhalt: inhalt({
        kurztext: { modus: 'ersetzen', wert: { text: '<p>Der Hund zahlt mehr.</p>', links } },
        handlungsgrundlagen: ersetzen('<p>Hundesatzung</p>'),
      }),
    })
    await addText('rostock-neu', 'z-abgesagt', 'rostock')
    const result = await cancelZeitgrenze(house.ports, {
      zeitgrenzeId: 'z-abgesagt',
      grund: 'Der Landtag hat das Gesetz abgelehnt',
      von: 'system',
    })
    if (!result.ok) throw new Error(result.problems.map(({ code }) => code).join())
    folgenummer = result.value.folgenummer
  })

  it('leaves a draft of each text that waited for it, with its words and without a day', async () => {
    const copy = await documentOf(kopie('schwerin-neu'))
    expect(copy).toMatchObject({
      zustand: 'entwurf',
      redaktion: 'r-schwerin',
      leistung: 'l-hund',
      basis: 'schwerin-alt',
    })
    expect(copy['folgenummer'] ?? null).toBeNull()
    expect(copy['berichtigt'] ?? null).toBeNull()
    expect(copy['beginn']).toMatchObject({ art: 'zeitgrenze' })
    expect((copy['beginn'] as { zeitgrenze?: unknown }).zeitgrenze ?? null).toBeNull()
    const released = await documentOf('schwerin-neu')
    expect(released).toHaveProperty('zustand', 'freigegeben')
    expect(wordsOf(copy)).toEqual(wordsOf(released))
    expect(await documentOf(kopie('rostock-neu'))).toHaveProperty('redaktion', 'r-rostock')
  })

  it('tells its owner, and leads to the draft', async () => {
    const row = await rowOf(`${folgenummer}|r-schwerin`)
    expect(row).toMatchObject({
      titel: 'Hundegesetz: Inkrafttreten abgesagt',
      ziel: `/admin/collections/fassungen/${kopie('schwerin-neu')}`,
    })
    expect(row['text']).toContain('Grund: Der Landtag hat das Gesetz abgelehnt')
    expect(row['text']).toContain('Kopie als Entwurf: „Hund anmelden (Schwerin)“')
  })

  it('can be released anew by its owner under another law', async () => {
    await addLaw('z-ersatz', '2027-07-01')
    const id = kopie('rostock-neu')
    const beginn = { art: 'zeitgrenze', zeitgrenze: 'z-ersatz', versatz: 'tage', tage: 0 }
    await house.payload.update({ collection: 'fassungen', id, data: { beginn } as never })
    expect(await releaseFassung(house.ports, { id, von: 'system', grund: null })).toMatchObject({
      ok: true,
    })
  })

  it('leaves alone at a replay what the editor did with the copy', async () => {
    await house.payload.update({
      collection: 'fassungen',
      id: kopie('schwerin-neu'),
      data: { danach: 'vorgaenger' },
    })
    await house.rebuild()
    expect(await documentOf(kopie('schwerin-neu'))).toHaveProperty('danach', 'vorgaenger')
  })

  it('does not bring back a copy that the editor deleted', async () => {
    await house.payload.delete({ collection: 'fassungen', id: kopie('schwerin-neu') })
    await house.rebuild()
    const { totalDocs } = await house.payload.count({
      collection: 'fassungen',
      where: { id: { equals: kopie('schwerin-neu') } },
    })
    expect(totalDocs).toBe(0)
  })
})

describe('the notifications', () => {
  it('are rebuilt to the same, and who has read them and when they were sent stays', async () => {
    const [first] = await rowsOf('benachrichtigungen')
    const id = String(first?.['id'])
    const { db } = house.payload
    const collection = 'benachrichtigungen'
    const marks = { versendetAm: '2026-11-24T12:00:00.000Z', gelesenVon: [lena.user.id] }
    const { versendetAm, gelesenVon } = marks
    await db.updateOne({ collection, id, data: { versendetAm } })
    await db.updateOne({ collection, id, data: { gelesenVon } })
    const before = await rowsOf(collection)
    await db.updateOne({ collection, id, data: { titel: 'falsch', text: 'falsch' } })
    await db.deleteMany({ collection, where: { id: { equals: String(before.at(-1)?.['id']) } } })
    const strangers = [
      { ...first, id: '1|r-land', folgenummer: 1, redaktion: 'r-land', gelesenVon: [] },
      { ...first, id: '999|r-land', folgenummer: 999, redaktion: 'r-land', gelesenVon: [] },
    ]
    for (const data of strangers) await db.create({ collection, data })
    expect(comparable(await rowsOf(collection))).not.toEqual(comparable(before))
    await house.rebuild()
    const after = await rowsOf(collection)
    // The row that was lost is there again; who had read it, nobody remembers.
    expect(comparable(after)).toEqual(comparable(before))
    expect(after.find((row) => row['id'] === id)).toMatchObject(marks)
  })

  it('are the same after all of them were lost', async () => {
    const before = await rowsOf('benachrichtigungen')
    expect(before.length).toBeGreaterThan(5)
    const everything = { id: { exists: true } }
    await house.payload.db.deleteMany({ collection: 'benachrichtigungen', where: everything })
    await house.rebuild()
    expect(comparable(await rowsOf('benachrichtigungen'))).toEqual(comparable(before))
  })
})

describe('a Redaktion that is dissolved', () => {
  it('leaves none of its notifications behind', async () => {
    const { payload } = house
    await payload.create({
      collection: 'redaktionen',
      data: { id: 'r-alt', name: 'Altdorf', art: 'amt' },
    })
    const [row] = await rowsOf('benachrichtigungen')
    const data = { ...row, id: '1|r-alt', folgenummer: 1, redaktion: 'r-alt', gelesenVon: [] }
    await payload.db.create({ collection: 'benachrichtigungen', data })
    await payload.delete({ collection: 'redaktionen', id: 'r-alt' })
    const left = await rowsOf('benachrichtigungen')
    expect(left.filter(({ id }) => id === '1|r-alt')).toEqual([])
  })
})

describe('the news on the work list', () => {
  it('are the newest 50 that the person has not read, and the count of all', async () => {
    const nina = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
    const asNina = await signIn(house, nina)
    const before = await unreadOf(asNina)
    const [row] = await rowsOf('benachrichtigungen')
    const somebody = lena.user.id
    // All are read by somebody else; by Nina every second one, and the newest 60.
    for (let folgenummer = 10_001; folgenummer <= 10_200; folgenummer += 1) {
      const isRead = folgenummer % 2 === 0 || folgenummer > 10_140
      const gelesenVon = isRead ? [somebody, nina.user.id] : [somebody]
      const id = `${folgenummer}|r-schwerin`
      // One day brings many; the newest entry is the newest news.
      const zeitpunkt = '2028-01-01T11:00:00.000Z'
      const data = { ...row, id, folgenummer, zeitpunkt, redaktion: 'r-schwerin', gelesenVon }
      await house.payload.db.create({ collection: 'benachrichtigungen', data })
    }
    const { neuigkeiten, ungelesen } = await readNeuigkeiten(house.payload, nina.user)
    expect(ungelesen).toBe(before + 70)
    expect(await unreadOf(asNina)).toBe(before + 70)
    expect(neuigkeiten.map(({ id }) => id)).toEqual(
      Array.from({ length: 50 }, (_, index) => `${10_139 - 2 * index}|r-schwerin`),
    )
    await asNina('post', '/api/benachrichtigungen/alle-gelesen')
    expect(await unreadOf(asNina)).toBe(0)
    expect(await readNeuigkeiten(house.payload, nina.user)).toEqual({
      neuigkeiten: [],
      ungelesen: 0,
    })
  })
})

/** A law of the Land that is announced for 1 January 2027. */
async function addLaw(id: string, tag = '2027-01-01'): Promise<void> {
  await house.payload.create({ collection: 'zeitgrenzen', data: zeitgrenze(id, { tag }) as never })
}

/** A released text that begins with the law, or on a fixed day. */
async function addText(
  id: string,
  zeitgrenzeId: string,
  stadt: 'schwerin' | 'rostock' | null = null,
  tag: string | null = null,
  differences: Parameters<typeof landtext>[1] = {},
): Promise<void> {
  const beginn = tag === null ? anZeitgrenze(zeitgrenzeId) : { art: 'tag' as const, tag: day(tag) }
  const wanted = { beginn, ...differences }
  await addDraft(house, stadt === null ? landtext(id, wanted) : stadttext(id, stadt, wanted))
  const released = await releaseFassung(house.ports, { id, von: 'system', grund: null })
  if (!released.ok) throw new Error(JSON.stringify(released.problems))
}

async function move(id: string, tag: string): Promise<Folgenummer> {
  const known = (await house.ports.chronik()).zeitgrenzen.get(id)?.at(-1)?.wert
  const result = await moveZeitgrenze(house.ports, {
    zeitgrenze: { ...known, tag: day(tag) } as Zeitgrenze,
    von: 'system',
    grund: null,
  })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value.folgenummer
}

async function unreadOf(send: Send): Promise<number> {
  const { body } = await send('get', '/api/benachrichtigungen/ungelesen')
  return (body as { anzahl: number }).anzahl
}

type Row = Readonly<Record<string, unknown>>

async function rowsOf(collection: CollectionSlug): Promise<readonly Row[]> {
  const { docs } = await house.payload.db.find<Row & { id: string }>({
    collection,
    sort: 'id',
    limit: 0,
    pagination: false,
  })
  return docs
}

async function rowOf(id: string): Promise<Row> {
  const row = (await rowsOf('benachrichtigungen')).find((each) => each['id'] === id)
  if (!row) throw new Error(`no notification ${id}`)
  return row
}

function comparable(rows: readonly Row[]): readonly unknown[] {
  return rows.map(({ id, folgenummer, titel, text, ziel, zeitpunkt, redaktion }) => ({
    id,
    folgenummer,
    titel,
    text,
    ziel,
    zeitpunkt,
    redaktion,
  }))
}

async function documentOf(id: string): Promise<Row> {
  const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
  return doc as unknown as Row
}

/** What is written in a text, without its place, its time, and the ids of its rows. */
function wordsOf(doc: Row): unknown {
  const {
    id: _id,
    zustand: _z,
    folgenummer: _f,
    beginn: _b,
    createdAt: _c,
    updatedAt: _u,
    basis: _ba,
    aenderungsart: _a,
    ...words
  } = doc
  return JSON.parse(
    JSON.stringify(words, (name, value: unknown) => (name === 'id' ? undefined : value)),
  )
}
