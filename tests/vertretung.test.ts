import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { zeileFrom, type ProtokollRow } from '#store/protokoll.ts'
import { addDraft, furnish, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

type Konto = Awaited<ReturnType<typeof createUser>>
type Rolle = Parameters<typeof createUser>[1]

let house: TestHouse
let fehlt: Konto
let springtEin: Konto
let leitung: Konto
let fach: Konto
let send: { readonly fehlt: Send; readonly springtEin: Send; readonly leitung: Send }

const BEGINN = '2026-12-01'
const ENDE = '2026-12-11'

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  const { payload } = house
  fehlt = await createUser(payload, 'kommunalredaktion', 'r-schwerin')
  springtEin = await createUser(payload, 'kommunalredaktion', 'r-rostock')
  leitung = await createUser(payload, 'landesredaktion', 'r-land')
  fach = await createUser(payload, 'fachressort', 'r-land')
  send = {
    fehlt: await signIn(house, fehlt),
    springtEin: await signIn(house, springtEin),
    leitung: await signIn(house, leitung),
  }
  const entered = await send.fehlt('post', '/api/vertretungen', vertretung())
  expect(entered.status, JSON.stringify(entered.body)).toBe(201)
})

afterAll(() => house.remove())

beforeEach(() => {
  house.setToday(day('2026-11-24'))
})

describe('within its days, the last one included, a deputy has the Redaktion of the represented person', () => {
  it.each([
    ['the day before', '2026-11-30', false],
    ['the first day', BEGINN, true],
    ['a day between', '2026-12-05', true],
    ['the last day', ENDE, true],
    ['the day after', '2026-12-12', false],
  ])('%s', async (_name, heute, may) => {
    const id = `f-${heute}`
    await addDraft(house, stadttext(id, 'schwerin'))
    await addDraft(house, stadttext(`eigen-${heute}`, 'rostock'))
    house.setToday(day(heute))
    expect((await send.springtEin('get', `/api/fassungen/${id}`)).status).toBe(may ? 200 : 404)
    const saved = await send.springtEin('patch', `/api/fassungen/${id}`, {
      kurztext: { modus: 'ersetzen' },
    })
    expect(saved.status).toBe(may ? 200 : 403)
    // The own Redaktion stays.
    expect((await send.springtEin('get', `/api/fassungen/eigen-${heute}`)).status).toBe(200)
  })

  it('says whom the account represents, to the person itself only', async () => {
    house.setToday(day(BEGINN))
    const { body } = await send.springtEin('get', '/api/users/me')
    const me = (body as { user: { vertretene: unknown } }).user
    expect(me.vertretene).toEqual([
      { kontoId: fehlt.user.id, name: fehlt.user.name, redaktionId: 'r-schwerin' },
    ])
    house.setToday(day('2026-12-12'))
    const later = await send.springtEin('get', '/api/users/me')
    expect((later.body as { user: { vertretene: unknown } }).user.vertretene).toEqual([])
  })
})

describe('an act in Vertretung', () => {
  it('is logged as one, with the own name; an act in the own Redaktion is not', async () => {
    house.setToday(day(BEGINN))
    await addDraft(house, stadttext('f-akt', 'schwerin'))
    await addDraft(house, stadttext('f-eigen', 'rostock'))
    for (const id of ['f-akt', 'f-eigen'])
      await send.springtEin('patch', `/api/fassungen/${id}`, { maschinell: true }).expect(200)
    expect(await lastZeile('f-akt')).toMatchObject({
      akt: 'entwurf-geaendert',
      von: springtEin.user.id,
      vonName: springtEin.user.name,
      inVertretungFuer: fehlt.user.name,
      redaktion: 'r-schwerin',
      angaben: '{"felder":["maschinell"]}',
    })
    expect(await lastZeile('f-eigen')).toMatchObject({ inVertretungFuer: null })
  })

  it('counts persons for the four eyes: who wrote it does not release it', async () => {
    house.setToday(day(BEGINN))
    await addDraft(house, stadttext('f-augen', 'schwerin'))
    await send.springtEin('patch', '/api/fassungen/f-augen', { maschinell: true }).expect(200)
    await house.payload.db.updateOne({
      collection: 'fassungen',
      id: 'f-augen',
      data: { verfasser: [springtEin.user.id] },
    })
    const refused = await send.springtEin('post', '/api/fassungen/f-augen/freigeben', {})
    expect((refused.body as { type: string }).type).toBe(
      'urn:stichtag:problem:author-may-not-release',
    )
    await addDraft(house, stadttext('f-frei', 'schwerin', { leistungId: 'l-hund' }))
    const released = await send.springtEin('post', '/api/fassungen/f-frei/freigeben', {})
    expect(released.status, JSON.stringify(released.body)).toBe(200)
    await house.catchUp()
    expect(await lastZeile('f-frei')).toMatchObject({
      akt: 'freigabe',
      von: springtEin.user.id,
      inVertretungFuer: fehlt.user.name,
    })
  })
})

describe('a Vertretung makes nobody more than they are', () => {
  const cases: readonly (readonly [Rolle, Rolle, boolean])[] = [
    ['kommunalredaktion', 'kommunalredaktion', true],
    ['landesredaktion', 'kommunalredaktion', true],
    ['kommunalredaktion', 'landesredaktion', false],
    ['kommunalredaktion', 'administration', false],
    ['landesredaktion', 'administration', false],
    ['fachressort', 'fachressort', true],
    ['landesredaktion', 'fachressort', false],
    ['kommunalredaktion', 'fachressort', false],
    ['auskunft115', 'kommunalredaktion', false],
    ['lesend', 'lesend', false],
  ]
  it.each(cases)('%s for %s', async (vertretende, vertretene, may) => {
    const [one, other] = [
      await createUser(house.payload, vertretende, 'r-land'),
      await createUser(house.payload, vertretene, 'r-land'),
    ]
    const { status, body } = await send.leitung(
      'post',
      '/api/vertretungen',
      vertretung({ vertretung: one.user.id, vertretene: other.user.id }),
    )
    expect(status, JSON.stringify(body)).toBe(may ? 201 : 422)
    if (!may) expect(JSON.stringify(body)).toContain('vertretung-exceeds-role')
  })

  it('nor when the role of the deputy sinks later', async () => {
    const sinkt = await createUser(house.payload, 'landesredaktion', 'r-land')
    const von = await createUser(house.payload, 'landesredaktion', 'r-schwerin')
    await send
      .leitung(
        'post',
        '/api/vertretungen',
        vertretung({ vertretung: sinkt.user.id, vertretene: von.user.id }),
      )
      .expect(201)
    await house.payload.update({
      collection: 'users',
      id: sinkt.user.id,
      data: { rolle: 'kommunalredaktion', redaktion: 'r-rostock' },
    })
    house.setToday(day(BEGINN))
    const asSunken = await signIn(house, sinkt)
    await addDraft(house, stadttext('f-sinkt', 'schwerin'))
    expect((await asSunken('get', '/api/fassungen/f-sinkt')).status).toBe(404)
  })
})

describe('a Vertretung is entered', () => {
  it('by who is away or who leads, by nobody else', async () => {
    const forOther = vertretung({ vertretene: springtEin.user.id, vertretung: fehlt.user.id })
    expect((await send.fehlt('post', '/api/vertretungen', forOther)).status).toBe(403)
    expect((await send.leitung('post', '/api/vertretungen', forOther)).status).toBe(201)
    const fremd = await signIn(house, fach)
    expect((await fremd('post', '/api/vertretungen', forOther)).status).toBe(403)
  })

  it.each([
    ['ends before it begins', { ende: '2026-11-30' }, 'vertretung-ends-before-it-begins'],
    ['by oneself', 'selbst', 'vertretung-of-oneself'],
  ])('not when it %s', async (_name, differences, code) => {
    const wanted =
      differences === 'selbst' ? { vertretung: fehlt.user.id } : (differences as object)
    const { status, body } = await send.fehlt('post', '/api/vertretungen', vertretung(wanted))
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(code)
  })

  it('and is ended early by deleting it; both are in the audit', async () => {
    const { body } = await send.leitung(
      'post',
      '/api/vertretungen',
      vertretung({ beginn: '2027-02-01', ende: '2027-02-05' }),
    )
    const { id, titel } = (body as { doc: { id: string; titel: string } }).doc
    expect(titel).toBe(`${springtEin.user.name} für ${fehlt.user.name}`)
    await send.leitung('delete', `/api/vertretungen/${id}`).expect(200)
    const akte = (await zeilenOf(id)).map(({ akt }) => akt)
    expect(akte).toEqual(['vertretung-eingetragen', 'vertretung-geloescht'])
  })

  it('is seen by both persons, and by nobody else of their kind', async () => {
    const dritte = await createUser(house.payload, 'kommunalredaktion', 'r-rostock')
    const asThird = await signIn(house, dritte)
    const { body } = await asThird('get', '/api/vertretungen')
    expect((body as { totalDocs: number }).totalDocs).toBe(0)
    const own = await send.springtEin('get', '/api/vertretungen')
    expect((own.body as { totalDocs: number }).totalDocs).toBeGreaterThan(0)
  })
})

function vertretung(differences: object = {}): object {
  return {
    id: randomUUID(),
    vertretene: fehlt.user.id,
    vertretung: springtEin.user.id,
    beginn: BEGINN,
    ende: ENDE,
    grund: 'Urlaub',
    ...differences,
  }
}

async function zeilenOf(gegenstandId: string) {
  const { docs } = await house.payload.db.find<ProtokollRow>({
    collection: 'protokoll',
    where: { gegenstandId: { equals: gegenstandId } },
    sort: 'nummer',
    limit: 0,
    pagination: false,
  })
  return docs.map(zeileFrom)
}

async function lastZeile(gegenstandId: string) {
  return (await zeilenOf(gegenstandId)).at(-1)
}
