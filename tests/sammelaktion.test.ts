import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { SAMMELGRENZE, type Sammelergebnis } from '#core/ablauf/sammelaktion.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  addDraft,
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

type Konto = Awaited<ReturnType<typeof createUser>>

let house: TestHouse
let schwerin: Konto
let land: Konto
let send: { readonly schwerin: Send; readonly land: Send; readonly leser: Send }

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  await house.payload.create({ collection: 'zeitgrenzen', data: zeitgrenze('z-andere') as never })
  schwerin = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
  land = await createUser(house.payload, 'landesredaktion', 'r-land')
  const leser = await createUser(house.payload, 'lesend', 'r-schwerin')
  send = {
    schwerin: await signIn(house, schwerin),
    land: await signIn(house, land),
    leser: await signIn(house, leser),
  }
  for (let index = 0; index < 6; index += 1)
    await house.payload.create({
      collection: 'leistungen',
      data: { id: `l-${index}`, name: `Leistung ${index}`, redaktion: 'r-land' },
    })
})

afterAll(() => house.remove())

/** A draft of a town for its own Leistung, so that nothing collides. */
async function drafts(prefix: string, count: number, stadt: 'schwerin' | 'rostock' = 'schwerin') {
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const id = `${prefix}-${index}`
    await addDraft(house, stadttext(id, stadt, { leistungId: `l-${index}` }))
    ids.push(id)
  }
  return ids
}

async function act(who: Send, body: object, status = 200): Promise<Sammelergebnis> {
  const answer = await who('post', '/api/fassungen/sammelaktion', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(status)
  return answer.body as Sammelergebnis
}

async function fassung(id: string): Promise<Readonly<Record<string, unknown>>> {
  const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
  return doc as unknown as Readonly<Record<string, unknown>>
}

describe('releasing a selection', () => {
  it('previews per text, changes nothing, and then does what it said', async () => {
    const own = await drafts('frei', 2)
    const [foreign] = await drafts('fremd', 1, 'rostock')
    await addDraft(house, stadttext('selbst', 'schwerin', { leistungId: 'l-2' }))
    await house.payload.db.updateOne({
      collection: 'fassungen',
      id: 'selbst',
      data: { verfasser: [schwerin.user.id] },
    })
    const ids = [own[0], foreign, 'selbst', 'gibt-es-nicht', own[1]]
    const before = await countEntries(house)
    const body = { akt: 'freigeben', ids, grund: 'Haushalt 2027' }

    const probe = await act(send.schwerin, { ...body, probe: true })
    expect(probe.ergebnisse.map(({ geht, codes }) => [geht, ...codes])).toEqual([
      [true],
      [false, 'fassung-is-unknown'],
      [false, 'author-may-not-release'],
      [false, 'fassung-is-unknown'],
      [true],
    ])
    expect(probe.zahlen).toEqual({ geht: 2, gehtNicht: 3 })
    expect(probe.ergebnisse[0]?.text).toBe('Wird freigegeben.')
    // A text out of sight has no title.
    expect(probe.ergebnisse[1]?.titel).toBe('')
    expect(await countEntries(house)).toBe(before)
    expect((await fassung(own[0] ?? ''))['zustand']).toBe('entwurf')

    const done = await act(send.schwerin, { ...body, probe: false })
    expect(done.ergebnisse.map(({ geht }) => geht)).toEqual(
      probe.ergebnisse.map(({ geht }) => geht),
    )
    // Each release is an entry of its own.
    expect(done.ergebnisse.map(({ folgenummer }) => folgenummer)).toEqual([
      before + 1,
      undefined,
      undefined,
      undefined,
      before + 2,
    ])
    expect(await countEntries(house)).toBe(before + 2)
    expect((await fassung(own[1] ?? ''))['zustand']).toBe('freigegeben')
    expect((await fassung('selbst'))['zustand']).toBe('entwurf')
  })

  it('a text whose turn it is not does not keep the others, in the preview too', async () => {
    const [good] = await drafts('gut', 1)
    await addDraft(house, landtext('lang', { leistungId: 'l-4' }), { aenderungsart: 'inhaltlich' })
    const body = { akt: 'freigeben', ids: ['lang', good] }
    for (const probe of [true, false]) {
      const { ergebnisse } = await act(send.land, { ...body, probe })
      expect(ergebnisse.map(({ geht, codes }) => [geht, ...codes])).toEqual([
        // A Land text with a new meaning needs its technical approval first.
        [false, 'approval-is-missing'],
        [true],
      ])
    }
  })

  it('only looks when it is not told to act', async () => {
    const [id] = await drafts('vorsicht', 1)
    const before = await countEntries(house)
    const { probe } = await act(send.land, { akt: 'freigeben', ids: [id] })
    expect(probe).toBe(true)
    expect(await countEntries(house)).toBe(before)
  })
})

describe('setting the day of a selection', () => {
  it('sets it on drafts, not on released texts', async () => {
    const ids = await drafts('tag', 2)
    await addDraft(house, stadttext('schon', 'schwerin', { leistungId: 'l-5' }))
    await send.land('post', '/api/fassungen/schon/freigeben', {}).expect(200)
    await house.catchUp()
    const body = {
      akt: 'anker-setzen',
      ids: [...ids, 'schon'],
      beginn: { art: 'zeitgrenze', zeitgrenze: 'z-hund', versatz: 'tage', tage: 0 },
    }
    const probe = await act(send.schwerin, { ...body, probe: true })
    expect(probe.ergebnisse[0]?.text).toBe('Gilt ab 1. Januar 2027.')
    expect((await fassung('tag-0'))['beginn']).toMatchObject({ art: 'tag' })
    const { ergebnisse } = await act(send.schwerin, { ...body, probe: false })
    expect(ergebnisse.map(({ geht, codes }) => [geht, ...codes])).toEqual([
      [true],
      [true],
      [false, 'fassung-is-released'],
    ])
    for (const id of ids)
      expect((await fassung(id))['beginn']).toMatchObject({
        art: 'zeitgrenze',
        zeitgrenze: 'z-hund',
      })
  })

  it.each([
    ['no day', { art: 'tag' }, 'anchor-is-malformed'],
    ['a day that does not exist', { art: 'tag', tag: '2027-02-30' }, 'day-is-malformed'],
    ['a law that nobody knows', { art: 'zeitgrenze', zeitgrenze: 'z-x' }, 'zeitgrenze-is-unknown'],
  ])('refuses %s for all', async (_name, beginn, code) => {
    const body = { akt: 'anker-setzen', ids: ['tag-0'], beginn, probe: true }
    const answer = await send.schwerin('post', '/api/fassungen/sammelaktion', body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect((answer.body as { type: string }).type).toBe(`urn:stichtag:problem:${code}`)
  })
})

describe('assigning a selection', () => {
  it('to somebody of the Redaktion; to nobody; not to somebody who does not see it', async () => {
    const ids = await drafts('zuw', 2)
    const konto = schwerin.user.id
    await act(send.schwerin, { akt: 'zuweisen', ids, konto, probe: false })
    for (const id of ids) expect((await fassung(id))['zugewiesen']).toBe(konto)
    const rostock = await createUser(house.payload, 'kommunalredaktion', 'r-rostock')
    const wrong = { akt: 'zuweisen', ids, konto: rostock.user.id, probe: false }
    const { ergebnisse } = await act(send.land, wrong)
    expect(ergebnisse.map(({ codes }) => codes)).toEqual([
      ['assignee-does-not-see'],
      ['assignee-does-not-see'],
    ])
    await act(send.schwerin, { akt: 'zuweisen', ids, konto: null, probe: false })
    expect((await fassung(ids[0] ?? ''))['zugewiesen'] ?? null).toBeNull()
  })
})

describe('giving a selection into consultation', () => {
  it('makes one consultation per day, and leaves out what cannot go', async () => {
    const texts = [
      landtext('abst-0', { leistungId: 'l-0', beginn: anZeitgrenze('z-hund') }),
      landtext('abst-1', { leistungId: 'l-1', beginn: anZeitgrenze('z-hund') }),
      landtext('abst-2', { leistungId: 'l-2', beginn: festerTag(day('2027-04-01')) }),
    ]
    for (const text of texts) await addDraft(house, text)
    const body = {
      akt: 'zur-abstimmung',
      ids: [...texts.map(({ id }) => id), 'schon'],
      teilnehmerIds: ['r-schwerin', 'r-rostock'],
      frist: '2026-12-10',
    }
    const probe = await act(send.land, { ...body, probe: true })
    expect(probe.ergebnisse.map(({ geht }) => geht)).toEqual([true, true, true, false])
    expect(probe.ergebnisse[0]?.text).toContain('mit einem weiteren Text')
    expect((await fassung('abst-0'))['zustand']).toBe('entwurf')
    const { ergebnisse } = await act(send.land, { ...body, probe: false })
    const [first, second, third, last] = ergebnisse
    expect(first?.abstimmung).toBeDefined()
    expect(second?.abstimmung).toBe(first?.abstimmung)
    expect(third?.abstimmung).not.toBe(first?.abstimmung)
    expect(last?.geht).toBe(false)
    for (const { id } of texts) expect((await fassung(id))['zustand']).toBe('in-abstimmung')
  })
})

describe('a review of a released text', () => {
  it('is kept with who, when and what they found; a draft, a reader and half an answer are refused', async () => {
    const review = (who: Send, id: string, body: object) =>
      who('post', `/api/fassungen/${id}/ueberprueft`, body)
    const found = { ergebnis: 'unveraendert', bemerkung: 'Am Schalter gegengelesen.' }
    const done = await review(send.schwerin, 'schon', found)
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    const { id } = done.body as { id: string }
    const row = await house.payload.findByID({ collection: 'ueberpruefungen', id })
    expect(row).toMatchObject({
      ...found,
      art: 'turnus',
      fassung: 'schon',
      redaktion: 'r-schwerin',
      am: '2026-11-24',
      von: schwerin.user.id,
    })
    const { docs } = await house.payload.find({
      collection: 'protokoll',
      where: { and: [{ akt: { equals: 'ueberprueft' } }, { gegenstandId: { equals: 'schon' } }] },
    })
    expect(docs).toHaveLength(1)
    expect((await review(send.schwerin, 'schon', { ergebnis: 'toString' })).status).toBe(422)
    expect((await review(send.schwerin, 'tag-0', found)).status).toBe(409)
    expect((await review(send.leser, 'schon', found)).status).toBe(403)
  })
})

describe('a bulk act is refused', () => {
  it('without a selection, with too large a one, for an act that is none', async () => {
    const tooMany = Array.from({ length: SAMMELGRENZE + 1 }, (_, index) => `x-${index}`)
    await act(send.land, { akt: 'freigeben', ids: [], probe: true }, 400)
    await act(send.land, { akt: 'freigeben', ids: tooMany, probe: true }, 413)
    await act(send.land, { akt: 'loeschen', ids: ['tag-0'], probe: true }, 400)
    await act(send.land, { akt: 'toString', ids: ['tag-0'], probe: true }, 400)
  })

  it('to readers and to nobody', async () => {
    const body = { akt: 'freigeben', ids: ['tag-0'], probe: true }
    await act(send.leser, body, 403)
    await act(anonymous(house), body, 403)
  })
})
