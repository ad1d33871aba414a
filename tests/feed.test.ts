import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { day } from '#core/zeit/day.ts'
import { seedDemo } from '#seed/run.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const SCHWERIN = '130040000000'

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await seedDemo(house.payload, HEUTE)
})

afterAll(() => house.remove())

describe('one Leistung for one area', () => {
  it('merges the layers and says who says what', async () => {
    const { body } = await feed('/leistung-hundesteuer', { ars: SCHWERIN })
    const kosten = (body as Leistung).module.find(({ modul }) => modul === 'kosten')
    expect(kosten?.teile.map(({ herkunft }) => herkunft.ebene)).toEqual(['gemeinde'])
    const land = await feed('/leistung-hundesteuer', { ars: '13' })
    const inherited = (land.body as Leistung).module.find(({ modul }) => modul === 'kosten')
    expect(inherited?.teile.map(({ herkunft }) => herkunft.ebene)).toEqual(['land'])
  })

  it('never holds what is for the 115 only', async () => {
    const { text } = await feed('', { ars: SCHWERIN, limit: '500' })
    expect(text).not.toContain('auskunftshinweis')
  })

  it('says honestly which modules are not translated', async () => {
    const { body } = await feed('/leistung-personalausweis', { ars: '13', sprache: 'en' })
    const module = (body as Leistung).module
    expect(module.some(({ fallback }) => !fallback)).toBe(true)
    expect((body as Leistung).sprache).toBe('en')
  })

  it('is 404 where there is none', async () => {
    const { status, body } = await feed('/gibt-es-nicht', { ars: '13' })
    expect(status).toBe(404)
    expect(body).toMatchObject({ type: 'urn:stichtag:problem:not-found' })
  })
})

describe('caching', () => {
  it('answers 304 to whoever has these bytes, until something is released', async () => {
    const first = await feed('', { ars: '13', limit: '2' })
    expect(first.headers['cache-control']).toBe('no-cache')
    const etag = first.headers['etag'] ?? ''
    const again = await feed('', { ars: '13', limit: '2' }, { 'if-none-match': etag })
    expect(again.status).toBe(304)
    house.setToday(day('2027-01-01'))
    const tomorrow = await feed('', { ars: '13', limit: '2' }, { 'if-none-match': etag })
    house.setToday(HEUTE)
    expect(tomorrow.status).toBe(200)
    expect(tomorrow.headers['etag']).not.toBe(etag)
  })

  it('is for ever where the URL names both times, and gives the same bytes', async () => {
    const kenntnisstand = String((await house.ports.chronik()).zeitpunkte.length)
    const query = { ars: SCHWERIN, stichtag: '2027-01-01', kenntnisstand, limit: '500' }
    const first = await feed('', query)
    expect(first.headers['cache-control']).toContain('immutable')
    const second = await feed('', query)
    expect(second.text).toBe(first.text)
  })
})

describe('paging', () => {
  it('goes to the end, each once, and stays with its pair though something is released meanwhile', async () => {
    const ids: string[] = []
    const stand = new Set<number>()
    let cursor: string | null = null
    do {
      const { body } = await feed('', { ars: SCHWERIN, limit: '7', ...(cursor ? { cursor } : {}) })
      const page = body as {
        eintraege: { id: string }[]
        kenntnisstand: number
        naechsterCursor: string | null
      }
      ids.push(...page.eintraege.map(({ id }) => id))
      stand.add(page.kenntnisstand)
      cursor = page.naechsterCursor
      if (ids.length === 7)
        await house.payload.update({
          collection: 'formulare',
          id: await anyFormular(),
          data: { beschreibung: 'neu' },
        })
    } while (cursor !== null)
    const whole = await feed('', { ars: SCHWERIN, limit: '500' })
    expect(ids).toEqual(
      (whole.body as { eintraege: { id: string }[] }).eintraege.map(({ id }) => id),
    )
    expect(new Set(ids).size).toBe(ids.length)
    expect(stand.size).toBe(1)
  })
})

describe('an older Kenntnisstand', () => {
  it('needs a scope, and is then for nobody else', async () => {
    const denied = await feed('', { ars: '13', kenntnisstand: '5' })
    expect(denied.status).toBe(403)
    expect(denied.body).toMatchObject({ type: 'urn:stichtag:problem:past-needs-scope' })
    const { email, password } = await createUser(house.payload, 'landesredaktion', 'redaktion-mv')
    const { body } = await request(house.app()).post('/api/users/login').send({ email, password })
    const allowed = await feed(
      '',
      { ars: '13', kenntnisstand: '100' },
      { authorization: `JWT ${(body as { token: string }).token}` },
    )
    expect(allowed.status).toBe(200)
    expect(allowed.headers['cache-control']).toBe('private, no-store')
  })
})

type Leistung = {
  readonly sprache: string
  readonly module: readonly {
    readonly modul: string
    readonly fallback: boolean
    readonly teile: readonly { readonly herkunft: { readonly ebene: string } }[]
  }[]
}

function feed(path: string, query: Record<string, string>, headers: Record<string, string> = {}) {
  return request(house.app()).get(`/export/v1/leistungen${path}`).query(query).set(headers)
}

async function anyFormular(): Promise<string> {
  const { docs } = await house.payload.find({ collection: 'formulare', limit: 1 })
  return docs[0]?.id ?? ''
}
