import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { addDays, day } from '#core/zeit/day.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { pruefeZeitleisten } from '#commands/pruefeZeitleisten.ts'
import { ergaenzen } from './support/factories.ts'
import type { landtext } from './support/furnish.ts'
import { addDraft, furnish, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')

let house: TestHouse
let land: Send
let schwerin: Send
let rostock: Send
let fachressort: Send

/** What the stored findings say, by key. */
async function stored(): Promise<Readonly<Record<string, string>>> {
  const { docs } = await house.payload.find({
    collection: 'befunde',
    limit: 0,
    pagination: false,
    sort: 'id',
  })
  return Object.fromEntries(docs.map(({ id, zustand }) => [id, zustand]))
}

async function release(...texte: readonly ReturnType<typeof landtext>[]): Promise<void> {
  for (const text of texte) {
    await addDraft(house, text)
    const released = await releaseFassung(house.ports, { id: text.id, von: 'lena', grund: null })
    if (!released.ok) throw new Error(JSON.stringify(released.problems))
  }
}

/** Checks everything and saves what is found, as the night does. */
async function check() {
  const { heute, zeitpunkt } = house.ports.clock()
  const found = await pruefeZeitleisten(house.pruefung, { heute, mitWorten: true })
  return house.pruefung.befunde.save(found, zeitpunkt)
}

const LUECKE = 'luecke:fassung:s-alt:2027-01-01'
const FEHLT = 'zustaendigkeit-fehlt:fassung:s-neu'
const path = (schluessel: string, act: string) =>
  `/api/befunde/${encodeURIComponent(schluessel)}/${act}`

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  land = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  schwerin = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
  rostock = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-rostock'))
  fachressort = await signIn(house, await createUser(house.payload, 'fachressort', 'r-land'))
  // Schwerin's text ends on New Year's Day, the next one begins a month later and has an office by then.
  await release(
    stadttext('s-alt', 'schwerin', { ende: festerTag(day('2027-01-01')) }),
    stadttext('s-neu', 'schwerin', { beginn: festerTag(day('2027-02-01')) }),
  )
})
afterAll(() => house.remove())

describe('the nightly run', () => {
  it('stores what it finds, in words, for the team that mends it', async () => {
    const nachtlauf = house.createNachtlauf(pino({ level: 'silent' }))
    expect(await nachtlauf.tick()).toBe(true)
    expect(await stored()).toMatchObject({ [LUECKE]: 'offen', [FEHLT]: 'offen' })
    const doc = await house.payload.findByID({ collection: 'befunde', id: LUECKE, depth: 0 })
    expect(doc).toMatchObject({
      code: 'luecke',
      schwere: 'fehler',
      gegenstand: 'Hund anmelden – Schwerin',
      text: expect.stringMatching(/^Ab dem 1\. Januar 2027 bis zum 1\. Februar 2027/) as string,
      seit: '2027-01-01',
      ziel: '/admin/collections/fassungen/s-alt',
      redaktion: 'r-schwerin',
    })
  })

  it('runs once a day; a process that was off for a week makes one run good', async () => {
    const fresh = () => house.createNachtlauf(pino({ level: 'silent' }))
    expect(await fresh().tick()).toBe(false)
    house.setToday(addDays(HEUTE, 7))
    const nachtlauf = fresh()
    expect([await nachtlauf.tick(), await nachtlauf.tick(), await fresh().tick()]).toEqual([
      true,
      false,
      false,
    ])
    house.setToday(HEUTE)
  })
})

describe('a check that is saved', () => {
  it('again changes nothing', async () => {
    await check()
    const before = await house.payload.findByID({ collection: 'befunde', id: LUECKE, depth: 0 })
    expect(await check()).toMatchObject({ neu: 0, behoben: 0 })
    const after = await house.payload.findByID({ collection: 'befunde', id: LUECKE, depth: 0 })
    expect(after.updatedAt).toBe(before.updatedAt)
  })

  it('closes what is mended, and opens it again when it returns', async () => {
    await house.payload.create({
      collection: 'organisationseinheiten',
      data: { id: 'amt-schwerin', name: 'Bürgeramt', redaktion: 'r-schwerin' } as never,
    })
    await house.payload.create({
      collection: 'zustaendigkeiten',
      data: {
        id: 'z-schwerin',
        leistung: 'l-hund',
        gebiet: 'g-schwerin',
        organisationseinheit: 'amt-schwerin',
        rolle: 'zustaendige-stelle',
        redaktion: 'r-schwerin',
      } as never,
    })
    expect(await check()).toMatchObject({ neu: 0 })
    expect(await stored()).toMatchObject({ [FEHLT]: 'behoben', [LUECKE]: 'offen' })
    await house.payload.update({
      collection: 'zustaendigkeiten',
      id: 'z-schwerin',
      data: { ende: { art: 'tag', tag: '2026-12-31' } } as never,
    })
    await check()
    expect(await stored()).toMatchObject({ [FEHLT]: 'offen' })
  })

  it('finds what only the words show', async () => {
    const inhalt = { hinweise: ergaenzen('<p>Auch samstags.</p>') }
    await release(stadttext('s-rostock', 'rostock', { inhalt }))
    await check()
    expect(await stored()).toMatchObject({
      'ergaenzung-ohne-grundlage:fassung:s-rostock': 'offen',
    })
  })
})

describe('a finding is overruled', () => {
  const grund = 'Im Januar ist das Amt geschlossen.'

  it.each([
    ['without a reason', () => schwerin('post', path(LUECKE, 'uebergehen'), { grund: ' ' }), 422],
    ['by another town', () => rostock('post', path(LUECKE, 'uebergehen'), { grund }), 404],
    ['by a ministry', () => fachressort('post', path(LUECKE, 'uebergehen'), { grund }), 403],
    ['that is none', () => land('post', path('luecke:x', 'uebergehen'), { grund }), 404],
    ['that is not overruled, back', () => land('post', path(LUECKE, 'wieder-oeffnen')), 409],
  ])('%s: refused', async (_name, send, status) => {
    expect((await send()).status).toBe(status)
    expect(await stored()).toMatchObject({ [LUECKE]: 'offen' })
  })

  it('by its own team, with reason, name and instant', async () => {
    const answer = await schwerin('post', path(LUECKE, 'uebergehen'), { grund })
    expect([answer.status, answer.body]).toEqual([
      200,
      { schluessel: LUECKE, zustand: 'uebergangen' },
    ])
    const doc = await house.payload.findByID({ collection: 'befunde', id: LUECKE, depth: 0 })
    expect(doc).toMatchObject({ grund, entschiedenVonName: 'kommunalredaktion' })
    expect(doc.entschiedenAm).toMatch(/^2026-11-24T/)
  })

  it('and stays so from night to night', async () => {
    expect(await check()).toMatchObject({ neu: 0, uebergangen: 1 })
    expect(await stored()).toMatchObject({ [LUECKE]: 'uebergangen' })
    expect(await house.pruefung.befunde.overruled()).toEqual(new Set([LUECKE]))
    const again = await schwerin('post', path(LUECKE, 'uebergehen'), { grund })
    expect(again.status).toBe(409)
  })

  it('and opened again by the Landesredaktion', async () => {
    expect((await land('post', path(LUECKE, 'wieder-oeffnen'))).status).toBe(200)
    const doc = await house.payload.findByID({ collection: 'befunde', id: LUECKE, depth: 0 })
    expect(doc).toMatchObject({ zustand: 'offen', grund: null, entschiedenVonName: null })
  })

  it('before any night has stored it', async () => {
    await release(
      stadttext('r-alt', 'rostock', {
        beginn: festerTag(day('2027-03-01')),
        ende: festerTag(day('2027-04-01')),
        danach: 'nichts',
        basis: 's-rostock',
      }),
      stadttext('r-neu', 'rostock', { beginn: festerTag(day('2027-05-01')) }),
    )
    const key = 'luecke:fassung:r-alt:2027-04-01'
    expect(await stored()).not.toHaveProperty([key])
    expect((await rostock('post', path(key, 'uebergehen'), { grund })).status).toBe(200)
    expect(await stored()).toMatchObject({ [key]: 'uebergangen' })
  })
})

describe('findings over REST', () => {
  it('are seen by their team and by the Land, and written by nobody', async () => {
    const keys = async (send: Send) => {
      const { body } = await send('get', '/api/befunde?limit=100&depth=0')
      return (body as { docs: { redaktion: string }[] }).docs.map(({ redaktion }) => redaktion)
    }
    expect(new Set(await keys(schwerin))).toEqual(new Set(['r-schwerin']))
    expect(new Set(await keys(land))).toEqual(new Set(['r-schwerin', 'r-rostock']))
    const patch = await land('patch', `/api/befunde/${encodeURIComponent(LUECKE)}`, {
      zustand: 'behoben',
    })
    expect(patch.status).toBe(403)
  })
})
