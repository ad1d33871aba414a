import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import request from 'supertest'
import { day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'
import { anZeitgrenze, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'

let house: TestHouse
let land: Awaited<ReturnType<typeof createUser>>
/** Releases: who wrote a text does not. */
let ludwig: Awaited<ReturnType<typeof createUser>>
let schwerin: Awaited<ReturnType<typeof createUser>>

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  land = await createUser(house.payload, 'landesredaktion', 'r-land')
  ludwig = await createUser(house.payload, 'landesredaktion', 'r-land')
  schwerin = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
})

afterAll(() => house.remove())

describe('a text tied to a law', () => {
  it('is in the feed of its day and not in the feed of the day before', async () => {
    await draft('hund-1', festerTag(day('2025-01-01')), 'Alter Text')
    await draft('hund-2', anZeitgrenze('z-1'), 'Neuer Text')
    for (const id of ['hund-1', 'hund-2']) {
      const released = await as(ludwig, id, 'freigeben')
      expect(released.body).toMatchObject({ folgenummer: expect.any(Number) as number })
    }
    expect(await kurztextOn('2026-12-31')).toContain('Alter Text')
    expect(await kurztextOn('2027-01-01')).toContain('Neuer Text')
  })

  it('moves with the law, with one entry', async () => {
    const before = (await house.ports.chronik()).zeitpunkte.length
    await house.payload.update({
      collection: 'zeitgrenzen',
      id: 'z-1',
      data: { tag: '2027-07-01' },
      user: land.user,
      overrideAccess: false,
    })
    expect((await house.ports.chronik()).zeitpunkte.length).toBe(before + 1)
    expect(await kurztextOn('2027-01-01')).toContain('Alter Text')
    expect(await kurztextOn('2027-07-01')).toContain('Neuer Text')
  })
})

describe('a released text', () => {
  it('cannot be edited or deleted by any route', async () => {
    const local = house.payload.update({
      collection: 'fassungen',
      id: 'hund-1',
      data: { danach: 'vorgaenger' },
    })
    await expect(local).rejects.toThrow()
    await expect(house.payload.delete({ collection: 'fassungen', id: 'hund-1' })).rejects.toThrow()
    const token = await login(land)
    const rest = await request(house.app())
      .patch('/api/fassungen/hund-1')
      .set('authorization', `JWT ${token}`)
      .send({ danach: 'vorgaenger' })
    expect(rest.status).toBeGreaterThanOrEqual(400)
    const { docs: versions } = await house.payload.findVersions({
      collection: 'fassungen',
      where: { parent: { equals: 'hund-1' } },
    })
    const [version] = versions
    expect(version).toBeDefined()
    const restored = house.payload.restoreVersion({
      collection: 'fassungen',
      id: String(version?.id),
    })
    await expect(restored).rejects.toThrow()
    const doc = await house.payload.findByID({ collection: 'fassungen', id: 'hund-1' })
    expect(doc.zustand).toBe('freigegeben')
    expect(doc.danach).toBe('nichts')
  })

  it('is released once, however often the button is pressed', async () => {
    const again = await as(ludwig, 'hund-1', 'freigeben')
    expect(again.status).toBe(409)
    expect(again.body).toMatchObject({ type: 'urn:stichtag:problem:fassung-is-released' })
  })
})

describe('a Kommunalredaktion', () => {
  it('sees and edits only its own', async () => {
    const { docs } = await house.payload.find({
      collection: 'fassungen',
      user: schwerin.user,
      overrideAccess: false,
    })
    expect(docs).toEqual([])
    const foreign = house.payload.create({
      collection: 'fassungen',
      data: {
        ...deskFassung(entwurf('fremd', festerTag(day('2027-01-01')), 'Text')),
        redaktion: 'r-schwerin',
        gebiet: 'g-rostock',
        ebene: 'gemeinde',
      } as never,
      user: schwerin.user,
      overrideAccess: false,
    })
    await expect(foreign).rejects.toThrow()
    await house.payload.create({
      collection: 'fassungen',
      data: {
        ...deskFassung(entwurf('eigen', festerTag(day('2027-01-01')), 'Text')),
        redaktion: 'r-schwerin',
        gebiet: 'g-schwerin',
        ebene: 'gemeinde',
      } as never,
      user: schwerin.user,
      overrideAccess: false,
    })
    const own = await house.payload.find({
      collection: 'fassungen',
      user: schwerin.user,
      overrideAccess: false,
    })
    expect(own.docs.map(({ id }) => id)).toEqual(['eigen'])
    const history = await house.payload.findVersions({
      collection: 'fassungen',
      user: schwerin.user,
      overrideAccess: false,
    })
    expect([...new Set(history.docs.map(({ parent }) => parent))]).toEqual(['eigen'])
  })
})

async function furnish({ payload }: TestHouse): Promise<void> {
  const create = (collection: string, data: object) =>
    payload.create({ collection: collection as 'gebiete', data: data as never })
  const seit = { beginn: { art: 'tag', tag: '2024-01-01' }, ende: { art: 'offen' } }
  await create('gebiete', { id: 'g-bund', name: 'Bund', ebene: 'bund', ars: '00', ...seit })
  await create('gebiete', {
    id: 'g-mv',
    name: 'Mecklenburg-Vorpommern',
    ebene: 'land',
    ars: '13',
    uebergeordnet: 'g-bund',
    ...seit,
  })
  await create('gebiete', {
    id: 'g-schwerin',
    name: 'Schwerin',
    ebene: 'gemeinde',
    ars: '130040000000',
    ags: '13004000',
    uebergeordnet: 'g-mv',
    ...seit,
  })
  await create('gebiete', {
    id: 'g-rostock',
    name: 'Rostock',
    ebene: 'gemeinde',
    ars: '130030000000',
    ags: '13003000',
    uebergeordnet: 'g-mv',
    ...seit,
  })
  await create('redaktionen', { id: 'r-land', name: 'Land', art: 'land', gebiete: ['g-mv'] })
  await create('redaktionen', {
    id: 'r-schwerin',
    name: 'Schwerin',
    art: 'stadt',
    gebiete: ['g-schwerin'],
  })
  await create('rechtsnormen', {
    id: 'n-1',
    titel: 'Hundegesetz',
    art: 'gesetz',
    normgeber: 'land',
    redaktion: 'r-land',
  })
  await create('zeitgrenzen', {
    id: 'z-1',
    rechtsnorm: 'n-1',
    art: 'inkrafttreten',
    stand: 'bestimmt',
    tag: '2027-01-01',
    fundstelle: 'GVOBl. 1',
    redaktion: 'r-land',
  })
  await create('leistungen', {
    id: 'l-hund',
    name: 'Hund anmelden',
    leistungsschluessel: ['99102019060000'],
    redaktion: 'r-land',
  })
}

function entwurf(id: string, beginn: Anker, kurztext: string) {
  const text = (wert: string) => ({ modus: 'ersetzen', wert: { text: wert, links: [] } })
  const inhalt = {
    leistungsbezeichnung: text('Hundesteuer Anmeldung'),
    leistungsbezeichnungII: text('Hund anmelden'),
    kurztext: text(
      `<p>${kurztext} mit <strong>fettem</strong> Wort</p><ul><li>eins</li><li>zwei</li></ul>`,
    ),
  } as FassungInhalt
  return {
    id,
    leistungId: 'l-hund',
    ebene: 'land',
    gebietId: 'g-mv',
    redaktionId: 'r-land',
    beginn,
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: ['n-1'],
    inhalt,
  } as const
}

async function draft(id: string, beginn: Anker, kurztext: string): Promise<void> {
  await house.payload.create({
    collection: 'fassungen',
    // The short way: consultation and technical approval are matters of `ablauf.test.ts`.
    data: {
      ...deskFassung(entwurf(id, beginn, kurztext)),
      aenderungsart: 'redaktionell',
    } as never,
    user: land.user,
    overrideAccess: false,
  })
}

async function login({ email, password }: { email: string; password: string }): Promise<string> {
  const { body } = await request(house.app()).post('/api/users/login').send({ email, password })
  return (body as { token: string }).token
}

async function as(user: typeof land, id: string, act: string) {
  return request(house.app())
    .post(`/api/fassungen/${id}/${act}`)
    .set('authorization', `JWT ${await login(user)}`)
    .send({})
}

async function kurztextOn(stichtag: string): Promise<string> {
  const { body, status } = await request(house.app())
    .get('/export/v1/leistungen/l-hund')
    .query({ ars: '13', stichtag })
  expect({ status, body: status === 200 ? '' : (body as unknown) }).toEqual({
    status: 200,
    body: '',
  })
  const { module } = body as { module: { modul: string; teile: unknown }[] }
  return JSON.stringify(module.find(({ modul }) => modul === 'kurztext'))
}
