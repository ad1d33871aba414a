import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { addDraft, countEntries, furnish, landtext, signIn, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const LEISTUNGEN = ['l-hund', 'l-pass', 'l-ufer'] as const

let house: TestHouse
let schwerin: Send
let rostock: Send
let amt: Send
let land: Send
let lesend: Send

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  const { payload } = house
  const create = (collection: string, data: object) =>
    payload.create({ collection: collection as 'gebiete', data: data as never })
  const beginn = { art: 'tag', tag: '2024-01-01' }
  await create('gebiete', {
    id: 'g-kreis',
    name: 'Kreis',
    ebene: 'kreis',
    ars: '13076',
    uebergeordnet: 'g-mv',
    beginn,
  })
  await create('gebiete', {
    id: 'g-amt',
    name: 'Amt',
    ebene: 'amt',
    ars: '130765654',
    uebergeordnet: 'g-kreis',
    beginn,
  })
  await create('gebiete', {
    id: 'g-dorf',
    name: 'Dorf',
    ebene: 'gemeinde',
    ars: '130765654009',
    ags: '13076009',
    uebergeordnet: 'g-amt',
    beginn,
  })
  await create('redaktionen', { id: 'r-amt', name: 'Amt', art: 'amt', gebiete: ['g-amt'] })
  for (const [id, name] of [
    ['l-pass', 'Reisepass'],
    ['l-ufer', 'Uferwege'],
  ] as const)
    await create('leistungen', { id, name, leistungsschluessel: [], redaktion: 'r-land' })
  for (const leistungId of LEISTUNGEN) {
    const text = landtext(`text-${leistungId}`, { leistungId, beginn: festerTag(HEUTE) })
    await addDraft(house, text)
    const released = await releaseFassung(house.ports, { id: text.id, von: 'lena', grund: null })
    if (!released.ok) throw new Error(JSON.stringify(released.problems))
  }
  const person = async (rolle: Parameters<typeof createUser>[1], redaktion: string) =>
    signIn(house, await createUser(payload, rolle, redaktion))
  schwerin = await person('kommunalredaktion', 'r-schwerin')
  rostock = await person('kommunalredaktion', 'r-rostock')
  amt = await person('kommunalredaktion', 'r-amt')
  land = await person('landesredaktion', 'r-land')
  lesend = await person('lesend', 'r-schwerin')
})
afterAll(() => house.remove())

const PATH = '/api/angebote/antworten'
const NEIN = { antwort: 'nein', satz: 'Einen Reisepass stellen wir nicht aus.' }
const STATT = { stattdessen: { text: 'Gehen Sie zum Amt.', link: null } }

/** The answers of an area as they are saved, by Leistung. */
async function saved(gebiet: string): Promise<Readonly<Record<string, unknown>>> {
  const { docs } = await house.payload.find({
    collection: 'angebote',
    where: { gebiet: { equals: gebiet } },
    depth: 0,
    limit: 0,
    pagination: false,
  })
  return Object.fromEntries(docs.map(({ leistung, antwort }) => [leistung as string, antwort]))
}

describe('an answer', () => {
  it('is one entry of the log, in the name of the Redaktion of the area', async () => {
    const before = await countEntries(house)
    const { status, body } = await schwerin('post', PATH, {
      gebiet: 'g-schwerin',
      leistungen: ['l-hund'],
      antwort: 'ja',
    })
    expect(status).toBe(200)
    expect(body).toEqual({
      ergebnisse: [{ leistungId: 'l-hund', meldung: null }],
      weitere: [],
      fortschritt: { gesamt: 3, geklaert: 1 },
    })
    expect(await countEntries(house)).toBe(before + 1)
    const chronik = await house.ports.chronik()
    expect(chronik.angebote.get('leistung|l-hund')?.at(-1)?.wert).toMatchObject({
      antwort: 'ja',
      ebene: 'gemeinde',
      gebietId: 'g-schwerin',
      redaktionId: 'r-schwerin',
    })
  })

  it('of "nein" needs its sentence and where to go instead', async () => {
    const ask = async (body: object) => {
      const answer = await schwerin('post', PATH, {
        gebiet: 'g-schwerin',
        leistungen: ['l-pass'],
        ...body,
      })
      return (answer.body as { ergebnisse: { meldung: string | null }[] }).ergebnisse[0]?.meldung
    }
    expect(await ask({ antwort: 'nein' })).toContain('Satz')
    expect(await ask(NEIN)).not.toBeNull()
    expect(await saved('g-schwerin')).toEqual({ 'l-hund': 'ja' })
    expect(await ask({ ...NEIN, ...STATT })).toBeNull()
    expect(await saved('g-schwerin')).toEqual({ 'l-hund': 'ja', 'l-pass': 'nein' })
  })

  it('is given again in the same document', async () => {
    await schwerin('post', PATH, {
      gebiet: 'g-schwerin',
      leistungen: ['l-pass'],
      antwort: 'ja',
    })
    expect(await saved('g-schwerin')).toEqual({ 'l-hund': 'ja', 'l-pass': 'ja' })
    const { docs } = await house.payload.find({
      collection: 'angebote',
      where: { leistung: { equals: 'l-pass' } },
    })
    expect(docs).toHaveLength(1)
  })

  it('is given by an Amt for all its Gemeinden, and otherwise for one of them', async () => {
    const all = { alle: { q: '', antwort: 'ungeklaert' }, antwort: 'ja' }
    expect((await amt('post', PATH, { gebiet: 'g-amt', ...all })).body).toMatchObject({
      fortschritt: { gesamt: 3, geklaert: 3 },
    })
    const dorf = { gebiet: 'g-dorf', leistungen: ['l-ufer'], ...NEIN, ...STATT }
    expect((await amt('post', PATH, dorf)).body).toMatchObject({
      ergebnisse: [{ leistungId: 'l-ufer', meldung: null }],
      fortschritt: { gesamt: 3, geklaert: 3 },
    })
    expect(await saved('g-dorf')).toEqual({ 'l-ufer': 'nein' })
  })

  it('is given for many that a filter finds', async () => {
    const { body } = await rostock('post', PATH, {
      gebiet: 'g-rostock',
      alle: { q: 'u', antwort: 'ungeklaert' },
      antwort: 'ja',
    })
    const { ergebnisse } = body as { ergebnisse: { leistungId: string }[] }
    // „Hund anmelden“ and „Uferwege“.
    expect(ergebnisse.map(({ leistungId }) => leistungId)).toEqual(['l-hund', 'l-ufer'])
  })

  it.each([
    ['of a neighbour', () => rostock, 'g-schwerin', 403],
    ['of an Amt for a town', () => amt, 'g-schwerin', 403],
    ['of who only reads', () => lesend, 'g-schwerin', 403],
    ['for an area that nobody knows', () => schwerin, 'g-mond', 422],
  ])('%s is refused', async (_name, who, gebiet, status) => {
    const before = await countEntries(house)
    const body = { gebiet, leistungen: ['l-ufer'], antwort: 'ja' }
    expect((await who()('post', PATH, body)).status).toBe(status)
    expect(await countEntries(house)).toBe(before)
  })

  it('of the Land is in the name of the town', async () => {
    await land('post', PATH, { gebiet: 'g-schwerin', leistungen: ['l-ufer'], antwort: 'ja' })
    const { docs } = await house.payload.find({
      collection: 'angebote',
      where: { and: [{ leistung: { equals: 'l-ufer' } }, { gebiet: { equals: 'g-schwerin' } }] },
      depth: 0,
    })
    expect(docs[0]).toMatchObject({ redaktion: 'r-schwerin', antwort: 'ja' })
  })

  it('closes the task when all are given', async () => {
    const tasks = async (send: Send) => {
      const { body } = await send('get', '/api/users/aufgaben?art=angebot')
      return (body as { aufgaben: { anzahl: number }[] }).aufgaben.map(({ anzahl }) => anzahl)
    }
    expect(await tasks(schwerin)).toEqual([])
    expect(await tasks(rostock)).toEqual([1])
  })
})
