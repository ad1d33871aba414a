import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import {
  addDraft,
  amt,
  anonymous,
  countEntries,
  furnish,
  signIn,
  stadttext,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let land: Send
let schwerin: Send
let administration: Send

/** The first account of the house, made as somebody makes it who opens the admin for the first time. */
let first: { status: number; body: unknown }

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  first = await anonymous(house)('post', '/api/users/first-register', {
    email: 'erste@stichtag.example',
    password: 'ein langes Passwort',
    name: 'Erste Person',
    rolle: 'lesend',
  })
  administration = await signIn(house, {
    email: 'erste@stichtag.example',
    password: 'ein langes Passwort',
  })
  land = await person('landesredaktion', 'r-land')
  schwerin = await person('kommunalredaktion', 'r-schwerin')
})

afterAll(() => house.remove())

describe('the first account', () => {
  it('is of the Administration, whatever the form says', async () => {
    expect(first.status).toBe(200)
    expect((await administration('get', '/api/users/me')).body).toMatchObject({
      user: { rolle: 'administration' },
    })
  })

  it('is the only one of which this is true', async () => {
    const { body } = await administration('post', '/api/users', {
      email: 'zweite@stichtag.example',
      password: 'ein langes Passwort',
      name: 'Zweite Person',
    })
    expect(body).toMatchObject({ doc: { rolle: 'lesend' } })
  })
})

describe('words that no receiver takes', () => {
  it.each([
    ['an emoji', 'Bürgeramt 😀', 'text-is-not-string-latin'],
    ['markup', 'Amt <b>', 'text-has-forbidden-tag'],
    ['a control character', 'Amt\u0007', 'text-is-not-string-latin'],
  ])('%s does not get into the log', async (_name, name, code) => {
    const before = await countEntries(house)
    const answer = await schwerin(
      'post',
      '/api/organisationseinheiten',
      amt(randomUUID(), 'r-schwerin', { name }),
    )
    expect(answer.status).toBe(422)
    expect(problemsOf(answer.body)).toEqual([{ code, stelle: 'Name' }])
    expect(await countEntries(house)).toBe(before)
  })

  it.each([
    ['organisationseinheiten', { name: 'Amt', webseite: 'javascript:alert(1)' }],
    ['organisationseinheiten', { name: 'Amt', terminlink: 'javascript:alert(1)' }],
    ['onlinedienste', { bezeichnung: 'Dienst', url: 'javascript:alert(1)', herkunft: 'kommune' }],
    ['formulare', { bezeichnung: 'Antrag', url: 'antrag.pdf' }],
    [
      'rechtsnormen',
      { titel: 'Satzung', art: 'satzung', normgeber: 'kommune', url: 'javascript:alert(1)' },
    ],
  ])('a link in %s leads somewhere', async (collection, data) => {
    const doc = { id: randomUUID(), redaktion: 'r-schwerin', ...data }
    const answer = await schwerin('post', `/api/${collection}`, doc)
    expect(answer.status).toBe(422)
    expect(problemsOf(answer.body).map(({ code }) => code)).toEqual(['link-is-malformed'])
  })

  it('a link of a draft leads somewhere, or the field says why not', async () => {
    const draft = (uri: string) => ({
      ...deskFassung(stadttext(randomUUID(), 'schwerin')),
      weblinks: [{ modul: 'hinweise', uri }],
    })
    const answer = await schwerin('post', '/api/fassungen', draft('javascript:alert(1)'))
    expect(answer.status).toBe(400)
    expect(JSON.stringify(answer.body)).toContain('Dieser Link führt nicht überall ans Ziel')
    const good = await schwerin('post', '/api/fassungen', draft('https://schwerin.example'))
    expect(good.status).toBe(201)
  })

  it('a good office is taken', async () => {
    const data = amt(randomUUID(), 'r-schwerin', { webseite: 'https://schwerin.example' })
    expect((await schwerin('post', '/api/organisationseinheiten', data)).status).toBe(201)
  })
})

describe('a Zeitgrenze of a Kommunalredaktion', () => {
  it('does not hang on a law of the Land', async () => {
    const before = await countEntries(house)
    const data = zeitgrenze(randomUUID(), { redaktion: 'r-schwerin' })
    const answer = await schwerin('post', '/api/zeitgrenzen', data)
    expect(answer.status).toBe(403)
    expect(problemsOf(answer.body)).toEqual([{ code: 'access-denied', stelle: 'Rechtsnorm' }])
    expect(await countEntries(house)).toBe(before)
  })

  it('hangs on its own Satzung, and cannot be moved to a law of the Land', async () => {
    const rechtsnorm = randomUUID()
    const satzung = { titel: 'Hundesteuersatzung', art: 'satzung', normgeber: 'kommune' }
    const made = await schwerin('post', '/api/rechtsnormen', {
      id: rechtsnorm,
      redaktion: 'r-schwerin',
      gebiet: 'g-schwerin',
      ...satzung,
    })
    expect(made.status).toBe(201)
    const id = randomUUID()
    const data = zeitgrenze(id, { redaktion: 'r-schwerin', rechtsnorm })
    expect((await schwerin('post', '/api/zeitgrenzen', data)).status).toBe(201)
    const moved = await schwerin('patch', `/api/zeitgrenzen/${id}`, { rechtsnorm: 'n-hund' })
    expect(moved.status).toBe(403)
  })
})

describe('an IT-Aufgabentraeger', () => {
  let dienstleister: Send
  let kollege: Send

  beforeAll(async () => {
    const r = { id: 'r-it', name: 'IT', art: 'it-aufgabentraeger', handeltFuer: ['r-schwerin'] }
    await house.payload.create({ collection: 'redaktionen', data: r as never })
    dienstleister = await person('kommunalredaktion', 'r-it')
    kollege = await person('kommunalredaktion', 'r-it')
  })

  it('writes in the name of those for whom it acts, and for their areas only', async () => {
    const id = randomUUID()
    const data = deskFassung(stadttext(id, 'schwerin'))
    expect((await dienstleister('post', '/api/fassungen', data)).status).toBe(201)
    expect((await dienstleister('get', `/api/fassungen/${id}`)).status).toBe(200)
    const patched = await dienstleister('patch', `/api/fassungen/${id}`, { danach: 'vorgaenger' })
    expect(patched.status).toBe(200)
    const moved = await dienstleister('patch', `/api/fassungen/${id}`, { gebiet: 'g-rostock' })
    expect(moved.status).toBe(403)
    expect((await kollege('post', `/api/fassungen/${id}/freigeben`, {})).status).toBe(200)
  })

  it('sees nothing of others and writes nothing for them', async () => {
    const fremd = randomUUID()
    await addDraft(house, stadttext(fremd, 'rostock'))
    expect((await dienstleister('get', `/api/fassungen/${fremd}`)).status).toBe(404)
    const data = deskFassung(stadttext(randomUUID(), 'rostock'))
    expect((await dienstleister('post', '/api/fassungen', data)).status).toBe(403)
    const { body } = await dienstleister('get', '/api/fassungen/versions?limit=0&depth=0')
    const { docs } = body as { docs: { version: { redaktion: string } }[] }
    expect([...new Set(docs.map(({ version }) => version.redaktion))]).toEqual(['r-schwerin'])
  })

  it('no longer acts for a team from the moment that this is taken from it', async () => {
    const data = amt(randomUUID(), 'r-schwerin')
    expect((await dienstleister('post', '/api/organisationseinheiten', data)).status).toBe(201)
    await house.payload.update({
      collection: 'redaktionen',
      id: 'r-it',
      data: { handeltFuer: [] },
    })
    const later = amt(randomUUID(), 'r-schwerin')
    expect((await dienstleister('post', '/api/organisationseinheiten', later)).status).toBe(403)
  })
})

describe('a withdrawal', () => {
  let id: string
  let nachfolger: string

  beforeAll(async () => {
    id = await released('2030-01-01')
    nachfolger = await released('2030-02-01')
  })

  it.each([
    ['says nothing about what follows', {}, 'Folge'],
    ['misspells what follows', { folge: 'vorgänger' }, 'Folge'],
    ['says that it is replaced, but not by what', { folge: 'ersetzt' }, 'Ersetzt durch'],
  ])('that %s is refused', async (_name, folge, stelle) => {
    const before = await countEntries(house)
    const body = { grund: 'Irrtum', ...folge }
    const answer = await schwerin('post', `/api/fassungen/${id}/zurueckziehen`, body)
    expect(answer).toMatchObject({
      status: 400,
      body: { type: 'urn:stichtag:problem:query-is-malformed' },
    })
    expect((answer.body as { title: string }).title).toMatch(new RegExp(`^${stelle}: `))
    expect(await countEntries(house)).toBe(before)
  })

  it('may name the text that replaces it', async () => {
    const body = { grund: 'Irrtum', folge: 'ersetzt', durch: nachfolger }
    const answer = await schwerin('post', `/api/fassungen/${id}/zurueckziehen`, body)
    expect(answer.status).toBe(200)
    const { zurueckziehungen } = await house.ports.chronik()
    expect(JSON.stringify(zurueckziehungen.get(id))).toContain(
      JSON.stringify({ art: 'ersetzt', durch: nachfolger }),
    )
  })
})

describe('locks and preferences', () => {
  const LOCKS = '/api/payload-locked-documents'
  let lesend: Send
  let fremd: string
  let lock: string

  beforeAll(async () => {
    lesend = await person('lesend', 'r-schwerin')
    fremd = randomUUID()
    await create('organisationseinheiten', amt(fremd, 'r-rostock'))
    lock = await lockOf('organisationseinheiten', fremd, await idOf(land))
  })

  it('nobody makes a lock over REST', async () => {
    for (const send of [lesend, schwerin, land]) {
      const document = { relationTo: 'organisationseinheiten', value: fremd }
      const user = { relationTo: 'users', value: await idOf(send) }
      expect((await send('post', LOCKS, { document, user })).status).toBe(403)
    }
  })

  it('a reader sees no lock and changes none', async () => {
    expect((await lesend('get', LOCKS)).body).toMatchObject({ docs: [] })
    const user = { relationTo: 'users', value: await idOf(lesend) }
    expect((await lesend('patch', `${LOCKS}/${lock}`, { user })).status).toBe(403)
    expect((await lesend('delete', `${LOCKS}/${lock}`)).status).toBe(403)
  })

  it('a Kommunalredaktion sees it, but takes over only what it may write', async () => {
    expect((await schwerin('get', `${LOCKS}/${lock}`)).status).toBe(200)
    const user = { relationTo: 'users', value: await idOf(schwerin) }
    expect((await schwerin('patch', `${LOCKS}/${lock}`, { user })).status).toBe(403)
    expect((await schwerin('delete', `${LOCKS}/${lock}`)).status).toBe(403)
    const eigen = randomUUID()
    await create('organisationseinheiten', amt(eigen, 'r-schwerin'))
    const own = await lockOf('organisationseinheiten', eigen, await idOf(land))
    const claims = {
      document: { relationTo: 'organisationseinheiten', value: fremd },
      user: { relationTo: 'users', value: await idOf(land) },
    }
    expect((await schwerin('patch', `${LOCKS}/${own}`, claims)).status).toBe(200)
    const { body } = await schwerin('get', `${LOCKS}/${own}?depth=0`)
    expect(body).toMatchObject({ document: { value: eigen }, user })
    expect((await schwerin('delete', `${LOCKS}/${own}`)).status).toBe(200)
  })

  it('the admin still locks what somebody opens, and says who has it', async () => {
    const id = randomUUID()
    await create('organisationseinheiten', amt(id, 'r-schwerin'))
    const owner = await createUser(house.payload, 'landesredaktion', 'r-land')
    const second = await createUser(house.payload, 'kommunalredaktion', 'r-schwerin')
    expect(await openInAdmin(id, owner.user)).toMatchObject({ user: { id: owner.user.id } })
    expect(await openInAdmin(id, second.user)).toMatchObject({ isLocked: true })
    const { docs } = await house.payload.find({
      collection: 'payload-locked-documents',
      where: { 'document.value': { equals: id } },
      depth: 0,
    })
    expect(docs.map(({ user }) => user.value)).toEqual([owner.user.id])
  })

  it('preferences are kept by their key and seen by their owner only', async () => {
    const PREFERENCES = '/api/payload-preferences'
    expect((await schwerin('post', `${PREFERENCES}/nav`, { value: { open: true } })).status).toBe(
      200,
    )
    expect((await lesend('post', PREFERENCES, { key: 'nav', value: {} })).status).toBe(403)
    expect((await lesend('get', PREFERENCES)).body).toMatchObject({ docs: [] })
    expect((await lesend('get', `${PREFERENCES}/nav`)).body).toMatchObject({ value: null })
    expect((await schwerin('get', `${PREFERENCES}/nav`)).body).toMatchObject({
      value: { open: true },
    })
  })
})

describe('what is in use', () => {
  it.each([
    ['redaktionen', 'r-land', 'object-is-in-use'],
    ['redaktionen', 'r-bund', 'object-is-in-use'],
    ['lieferziele', 'ziel', 'object-is-in-use'],
    ['leistungen', 'l-hund', 'object-is-logged'],
  ])('is not deleted: %s %s', async (collection, id, code) => {
    if (id === 'r-bund') {
      await create('redaktionen', { id, name: 'Bund', art: 'bund' })
      const it = { name: 'IT', art: 'it-aufgabentraeger', handeltFuer: [id] }
      await create('redaktionen', { id: randomUUID(), ...it })
    }
    if (id === 'ziel') {
      const ziel = { name: 'Portal', verzeichnis: 'portal', zeitplan: '5 0 * * *' }
      await create('lieferziele', { id, art: 'verzeichnis', format: 'xzufi-2.2.0', ...ziel })
      const lieferung = { faelligAm: '2026-11-24T00:00:00.000Z', ergebnis: 'geliefert' }
      await create('lieferungen', { id: randomUUID(), lieferziel: id, ...lieferung })
    }
    const answer = await administration('delete', `/api/${collection}/${id}`)
    expect(answer.status).toBe(409)
    expect(problemsOf(answer.body)).toEqual([{ code, stelle: null }])
  })

  it('and what nobody names is', async () => {
    await create('redaktionen', { id: 'r-leer', name: 'Leer', art: 'amt' })
    expect((await administration('delete', '/api/redaktionen/r-leer')).status).toBe(200)
  })
})

async function person(rolle: Parameters<typeof createUser>[1], redaktion: string): Promise<Send> {
  return signIn(house, await createUser(house.payload, rolle, redaktion))
}

async function idOf(send: Send): Promise<string> {
  const { body } = await send('get', '/api/users/me')
  return (body as { user: { id: string } }).user.id
}

/** A lock as the admin's server functions set it. */
async function lockOf(
  relationTo: 'organisationseinheiten',
  value: string,
  userId: string,
): Promise<string> {
  const { id } = await house.payload.db.create({
    collection: 'payload-locked-documents',
    data: { document: { relationTo, value }, user: { relationTo: 'users', value: userId } },
  })
  return String(id)
}

/** What the admin's server function does when somebody changes a form; Payload does not export it. */
async function openInAdmin(id: string, user: object): Promise<unknown> {
  const path = '../node_modules/@payloadcms/ui/dist/utilities/handleFormStateLocking.js'
  const { handleFormStateLocking } = (await import(path)) as {
    handleFormStateLocking: (args: object) => Promise<unknown>
  }
  const req = { payload: house.payload, user }
  // Texts have no lock: two write at once, and their words are merged.
  return handleFormStateLocking({
    id,
    collectionSlug: 'organisationseinheiten',
    req,
    updateLastEdited: true,
  })
}

async function released(tag: string): Promise<string> {
  const id = randomUUID()
  await addDraft(house, stadttext(id, 'schwerin', { beginn: festerTag(day(tag)) }))
  expect((await schwerin('post', `/api/fassungen/${id}/freigeben`, {})).status).toBe(200)
  return id
}

async function create(collection: string, data: object): Promise<void> {
  await house.payload.create({ collection: collection as 'gebiete', data: data as never })
}

type Told = { readonly code: string; readonly stelle: string | null }

function problemsOf(body: unknown): readonly Told[] {
  const { errors } = body as { errors: readonly { data?: { problems: readonly Told[] } }[] }
  return errors.flatMap(({ data }) => data?.problems ?? [])
}
