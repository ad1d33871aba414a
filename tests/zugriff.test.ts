import { randomUUID } from 'node:crypto'
import type { CollectionSlug } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { collections } from '#collections/index.ts'
import type { Rolle } from '#collections/access.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { deskFassung, deskVariante } from '#store/desk/fassung.ts'
import { appendProtokoll } from '#store/protokoll.ts'
import { inhalt } from './support/factories.ts'
import {
  addDraft,
  amt,
  anonymous,
  countEntries,
  furnish,
  landtext,
  signIn,
  stadttext,
  zeitgrenze,
  type Send,
  type Stadt,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

/**
 * Who may do what, by collection and role. A cell names create, read, update and delete, each by one letter for what is
 * the person's own and one for what is another's:
 *
 *     j  yes
 *     -  no
 *     p  no, because the log holds it for ever (whoever has the right to delete is told so)
 *
 * `own` is what belongs to the person's Redaktion; of accounts the own account. Where nothing has an owner, both letters
 * are the same.
 */
const MATRIX = `
                         administration  landesredaktion  kommunalredaktion  fachressort  auskunft115  lesend
fassungen (Entwurf)      jj jj jj jj     jj jj jj jj      j- j- j- j-        -- jj -- --  -- -- -- --  -- -- -- --
fassungen (freigegeben)  -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- jj -- --  -- jj -- --
leistungen               jj jj jj pp     jj jj jj pp      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
modulsperren             jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
schweigefristen          -- jj -- --     -- jj -- --      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
rueckmeldungen           -- jj -- --     -- jj -- --      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
abstimmungen             -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
kommentare               -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
stimmen                  -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
einsichten               -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
textstaende              -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
elternentscheide         -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
ueberpruefungen          -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
beteiligungen            -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
rechtsnormen             jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
zeitgrenzen              jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
fristregeln              jj jj jj jj     jj jj jj jj      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
antraege                 -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
befunde                  -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
benachrichtigungen       -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
organisationseinheiten   jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
zustaendigkeiten         jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
angebote                 jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
onlinedienste            jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
formulare                jj jj jj pp     jj jj jj pp      j- jj j- p-        -- jj -- --  -- jj -- --  -- jj -- --
lieferziele              jj jj jj jj     -- jj -- --      -- -- -- --        -- jj -- --  -- -- -- --  -- -- -- --
lieferungen              -- jj -- --     -- jj -- --      -- -- -- --        -- jj -- --  -- -- -- --  -- -- -- --
ereignisse               -- jj -- --     -- jj -- --      -- -- -- --        -- jj -- --  -- -- -- --  -- -- -- --
gebiete                  jj jj jj pp     jj jj jj pp      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
redaktionen              jj jj jj jj     -- jj -- --      -- jj -- --        -- jj -- --  -- jj -- --  -- jj -- --
users                    jj jj jj jj     -- j- j- --      -- j- j- --        -- j- j- --  -- j- j- --  -- j- j- --
vertretungen             jj jj jj jj     jj jj jj jj      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
protokoll                -- jj -- --     -- jj -- --      -- j- -- --        -- jj -- --  -- -- -- --  -- -- -- --
inhalte                  -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
projektionen             -- -- -- --     -- -- -- --      -- -- -- --        -- -- -- --  -- -- -- --  -- -- -- --
`

const ROLLEN = [
  'administration',
  'landesredaktion',
  'kommunalredaktion',
  'fachressort',
  'auskunft115',
  'lesend',
] as const satisfies readonly Rolle[]

/** What a consultation leaves behind, with all that any of its collections needs. */
const SPUR = {
  abstimmung: 'a',
  fassung: 'f',
  konto: 'x',
  text: 'x',
  redaktionName: 'x',
  von: 'x',
  vonName: 'x',
  votum: 'zustimmen',
  stand: 'x',
  tag: '2026-11-24',
  zeitpunkt: '2026-11-24T00:00:00.000Z',
  inhalt: {},
}

type Person = Awaited<ReturnType<typeof createUser>>
type Operation = 'create' | 'read' | 'update' | 'delete'
const OPERATIONS: readonly Operation[] = ['create', 'read', 'update', 'delete']

let house: TestHouse
let people: Record<Rolle, Person>
let schwerin: Send
let lieferziele = 0
let tage = 0
let leistungen = 0
/** Released texts: one of each town will do, because nobody can change or delete it. */
const released = new Map<Stadt, string>()

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  await house.payload.create({
    collection: 'onlinedienste',
    data: {
      id: 'o-hund',
      bezeichnung: 'Hund online anmelden',
      url: 'https://service.example/hund',
      herkunft: 'land',
      redaktion: 'r-land',
    } as never,
  })
  await house.payload.create({
    collection: 'lieferziele',
    data: {
      id: 'ziel',
      name: 'Portal',
      verzeichnis: 'portal',
      art: 'verzeichnis',
      format: 'xzufi-2.2.0',
      zeitplan: '5 0 * * *',
    },
  })
  for (const stadt of ['schwerin', 'rostock'] satisfies Stadt[]) {
    const satzung = { ...data('rechtsnormen', stadt), id: `n-${stadt}` }
    await house.payload.create({ collection: 'rechtsnormen', data: satzung as never })
  }
  const frist = { ...data('schweigefristen', 'schwerin'), id: 'frist' }
  await house.payload.create({ collection: 'schweigefristen', data: frist as never })
  // As many as the row `angebote` asks for: made and present, in two towns.
  for (let n = 1; n <= ROLLEN.length * OPERATIONS.length * 2; n += 1)
    await house.payload.create({
      collection: 'leistungen',
      data: { id: `l-${n}`, name: `Leistung ${n}`, redaktion: 'r-land' },
    })
  await addDraft(house, stadttext('f-abgestimmt', 'rostock'))
  for (const stadt of ['schwerin', 'rostock'] satisfies Stadt[])
    for (const zahl of [1, 2])
      await house.payload.create({
        collection: 'users',
        data: {
          ...data('users', stadt),
          id: `u-${stadt}-${zahl}`,
          rolle: 'kommunalredaktion',
        } as never,
      })
  const made = await Promise.all(
    ROLLEN.map(async (rolle) => {
      // All are of Schwerin, so that own and foreign mean the same for everybody.
      return [rolle, await createUser(house.payload, rolle, 'r-schwerin')] as const
    }),
  )
  people = Object.fromEntries(made) as Record<Rolle, Person>
  schwerin = await signIn(house, people.kommunalredaktion)
})

afterAll(() => house.remove())

describe('the access rules', () => {
  it('are said for every collection', () => {
    const named = new Set(rows().map(({ collection }) => collection))
    // Payload adds its own to the list; nobody sees those but through Payload.
    const ours = collections.map(({ slug }) => slug).filter((slug) => !slug.startsWith('payload-'))
    expect([...named].sort()).toEqual(ours.sort())
  })

  it.each(rows().map((row) => [row.name, row] as const))(
    '%s',
    async (_name, row) => {
      const found: Record<string, string> = {}
      for (const rolle of ROLLEN) {
        const letters = []
        for (const operation of OPERATIONS) {
          const own = await attempt(row, operation, 'schwerin', people[rolle])
          const foreign = await attempt(row, operation, 'rostock', people[rolle])
          letters.push(`${own}${foreign}`)
        }
        found[rolle] = letters.join(' ')
      }
      expect(found).toEqual(row.cells)
    },
    120_000,
  )
})

describe('somebody who has not signed in', () => {
  it("gets nothing from any collection, Payload's own included", async () => {
    const send = anonymous(house)
    for (const { slug, versions } of house.payload.config.collections) {
      const { docs } = await house.payload.db.find<{ id: string }>({ collection: slug, limit: 1 })
      const id = encodeURIComponent(docs[0]?.id ?? 'x')
      const path = `/api/${slug}`
      const where = '?where[id][exists]=true'
      const answers = {
        find: await send('get', path),
        read: await send('get', `${path}/${id}`),
        count: await send('get', `${path}/count`),
        ...(versions
          ? {
              versions: await send('get', `${path}/versions`),
              version: await send('get', `${path}/versions/${id}`),
              restore: await send('post', `${path}/versions/${id}`),
            }
          : {}),
        create: await send('post', path, { id: 'neu', name: 'Neu' }),
        update: await send('patch', `${path}/${id}`, { name: 'Neu' }),
        updateAll: await send('patch', `${path}${where}`, { name: 'Neu' }),
        delete: await send('delete', `${path}/${id}`),
        deleteAll: await send('delete', `${path}${where}`),
        duplicate: await send('post', `${path}/${id}/duplicate`),
      }
      for (const [operation, { status, body }] of Object.entries(answers)) {
        const told = { slug, operation, status, body: body as unknown }
        // Preferences of nobody: Payload says 200 and `value: null`.
        const isNothing =
          slug === 'payload-preferences' && (body as { value?: null }).value === null
        if (!isNothing) {
          const refused = expect.toBeOneOf([401, 403, 404, 405, 501]) as number
          expect(told).toEqual({ ...told, status: refused })
        }
        expect(body).not.toHaveProperty('docs')
        expect(body).not.toHaveProperty('totalDocs')
      }
    }
  })

  it('cannot act on a text, nor make the first account again', async () => {
    await addDraft(house, landtext('unberuehrt'))
    const send = anonymous(house)
    const before = await countEntries(house)
    for (const act of ['freigeben', 'zurueckziehen', 'folgefassung']) {
      const answer = await send('post', `/api/fassungen/unberuehrt/${act}`, { grund: 'x' })
      expect(answer.status).toBe(403)
    }
    const first = {
      email: 'neu@stichtag.example',
      password: 'x',
      name: 'x',
      rolle: 'administration',
    }
    expect((await send('post', '/api/users/first-register', first)).status).toBe(403)
    expect(await countEntries(house)).toBe(before)
  })
})

describe('GraphQL', () => {
  it.each([
    ['get', '/api/graphql'],
    ['post', '/api/graphql'],
    ['get', '/api/graphql-playground'],
  ] as const)('%s %s is not there, not even for the Administration', async (verb, path) => {
    const body = verb === 'post' ? { query: '{ __schema { types { name } } }' } : undefined
    const administration = await signIn(house, people.administration)
    expect((await anonymous(house)(verb, path, body)).status).toBe(404)
    expect((await administration(verb, path, body)).status).toBe(404)
  })
})

describe('a Kommunalredaktion', () => {
  it.each(['freigeben', 'zurueckziehen', 'folgefassung'])(
    'cannot do this to a text of another: %s',
    async (act) => {
      const fremd = randomUUID()
      await addDraft(house, stadttext(fremd, 'rostock'))
      if (act !== 'freigeben') await release(fremd)
      const before = await countEntries(house)
      const folge = { grund: 'Irrtum', folge: 'vorgaenger' }
      const answer = await schwerin('post', `/api/fassungen/${fremd}/${act}`, folge)
      expect(answer.status).toBe(404)
      expect(answer.body).toMatchObject({ type: 'urn:stichtag:problem:fassung-is-unknown' })
      expect(await countEntries(house)).toBe(before)
    },
  )

  it('can do all three with its own', async () => {
    const eigen = randomUUID()
    await addDraft(house, stadttext(eigen, 'schwerin', { beginn: festerTag(day('2030-01-01')) }))
    const released = await schwerin('post', `/api/fassungen/${eigen}/freigeben`, {})
    expect(released).toMatchObject({
      status: 200,
      body: { folgenummer: await countEntries(house) },
    })
    const next = await schwerin('post', `/api/fassungen/${eigen}/folgefassung`, {})
    const { id } = next.body as { id: string }
    expect(await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })).toMatchObject({
      zustand: 'entwurf',
      basis: eigen,
      redaktion: 'r-schwerin',
      folgenummer: null,
    })
    const folge = { grund: 'Irrtum', folge: 'vorgaenger' }
    const gone = await schwerin('post', `/api/fassungen/${eigen}/zurueckziehen`, folge)
    expect(gone.status).toBe(200)
  })

  it('cannot say through REST that a text is released', async () => {
    const id = randomUUID()
    const claims = { zustand: 'freigegeben', folgenummer: 1 }
    const made = await schwerin('post', '/api/fassungen', {
      ...deskFassung(stadttext(id, 'schwerin')),
      ...claims,
    })
    expect(made.status).toBe(201)
    expect((await schwerin('patch', `/api/fassungen/${id}`, claims)).status).toBe(200)
    expect(await house.payload.findByID({ collection: 'fassungen', id })).toMatchObject({
      zustand: 'entwurf',
      folgenummer: null,
    })
  })

  it('cannot give a text away, nor write for another area', async () => {
    const id = randomUUID()
    await addDraft(house, stadttext(id, 'schwerin'))
    for (const change of [
      { redaktion: 'r-rostock' },
      { gebiet: 'g-rostock' },
      { gebiet: 'g-mv', ebene: 'land' },
    ]) {
      expect((await schwerin('patch', `/api/fassungen/${id}`, change)).status).toBe(403)
    }
    const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
    expect(doc).toMatchObject({ redaktion: 'r-schwerin', gebiet: 'g-schwerin', ebene: 'gemeinde' })
  })

  it('cannot release a translation of a text that is not its own', async () => {
    const fremd = randomUUID()
    const text = landtext(fremd, { beginn: festerTag(day('2029-01-01')) })
    await addDraft(house, text)
    await release(fremd)
    const before = await countEntries(house)
    const id = randomUUID()
    const english = { id, sprache: 'en', module: inhalt(), maschinell: false } as const
    const made = await schwerin('post', '/api/fassungen', {
      ...deskVariante(english, text),
      ebene: 'gemeinde',
      gebiet: 'g-schwerin',
      redaktion: 'r-schwerin',
    })
    expect(made.status).toBe(403)
    expect((await schwerin('post', `/api/fassungen/${id}/freigeben`, {})).status).toBe(404)
    expect(await countEntries(house)).toBe(before)
  })

  it('does not see earlier versions of texts that are not its own', async () => {
    const fremd = randomUUID()
    const eigen = randomUUID()
    await addDraft(house, stadttext(fremd, 'rostock'))
    await addDraft(house, stadttext(eigen, 'schwerin'))
    const { body } = await schwerin('get', '/api/fassungen/versions?limit=0&depth=0')
    const { docs } = body as { docs: { parent: string; version: { redaktion: string } }[] }
    expect(docs.some(({ parent }) => parent === eigen)).toBe(true)
    expect([...new Set(docs.map(({ version }) => version.redaktion))]).toEqual(['r-schwerin'])
    const foreign = await house.payload.findVersions({
      collection: 'fassungen',
      where: { parent: { equals: fremd } },
    })
    const version = await schwerin('get', `/api/fassungen/versions/${String(foreign.docs[0]?.id)}`)
    expect(version.status).toBe(403)
  })

  it('cannot change its own role or team, nor make an account', async () => {
    const { id } = people.kommunalredaktion.user
    const claims = { rolle: 'administration', redaktion: 'r-land', name: 'Umbenannt' }
    const answer = await schwerin('patch', `/api/users/${id}`, claims)
    expect(answer.status).toBe(200)
    expect(await house.payload.findByID({ collection: 'users', id, depth: 0 })).toMatchObject({
      rolle: 'kommunalredaktion',
      redaktion: 'r-schwerin',
      name: 'Umbenannt',
    })
    expect((await schwerin('post', '/api/users', data('users', 'schwerin'))).status).toBe(403)
  })
})

describe('readers', () => {
  it.each(['auskunft115', 'lesend'] as const)(
    '%s: see no draft, not even among versions',
    async (rolle) => {
      await addDraft(house, stadttext(randomUUID(), 'schwerin'))
      const send = await signIn(house, people[rolle])
      const { body } = await send('get', '/api/fassungen/versions?limit=0&depth=0')
      const { docs } = body as { docs: { version: { zustand: string } }[] }
      expect(docs.filter(({ version }) => version.zustand === 'entwurf')).toEqual([])
    },
  )

  it.each(['fachressort', 'auskunft115', 'lesend'] as const)(
    '%s: cannot act on a text',
    async (rolle) => {
      const id = randomUUID()
      await addDraft(house, stadttext(id, 'schwerin'))
      const before = await countEntries(house)
      const send = await signIn(house, people[rolle])
      for (const act of ['freigeben', 'zurueckziehen', 'folgefassung']) {
        const answer = await send('post', `/api/fassungen/${id}/${act}`, { grund: 'x' })
        expect(answer).toMatchObject({
          status: 403,
          body: { type: 'urn:stichtag:problem:access-denied' },
        })
      }
      expect(await countEntries(house)).toBe(before)
    },
  )
})

type Row = {
  readonly name: string
  readonly collection: CollectionSlug
  readonly isReleased: boolean
  readonly cells: Readonly<Record<string, string>>
}

function rows(): readonly Row[] {
  const lines = MATRIX.split('\n').filter((line) => line.trim() !== '')
  return lines.slice(1).map((line) => {
    const [name = '', ...cells] = line.split(/ {2,}/)
    return {
      name,
      collection: name.split(' ')[0] as CollectionSlug,
      isReleased: name.includes('freigegeben'),
      cells: Object.fromEntries(ROLLEN.map((rolle, index) => [rolle, cells[index]?.trim() ?? ''])),
    }
  })
}

/** Tries it and says by a letter of the matrix what came of it. */
async function attempt(
  row: Row,
  operation: Operation,
  stadt: Stadt,
  person: Person,
): Promise<string> {
  const isOwnAccount = row.collection === 'users' && stadt === 'schwerin' && operation !== 'create'
  // A person of the same role, because the account may be gone afterwards.
  const { user } = isOwnAccount
    ? await createUser(house.payload, person.user.rolle, 'r-schwerin')
    : person
  const { payload } = house
  const as = { collection: row.collection, user, overrideAccess: false } as const
  if (operation === 'create') {
    const state = row.isReleased ? { zustand: 'freigegeben', folgenummer: 1 } : {}
    const made = payload.create({
      ...as,
      data: { ...data(row.collection, stadt), ...state } as never,
    })
    const letter = await outcome(made)
    return row.isReleased && letter === 'j' ? stateOf(await made) : letter
  }
  const id = isOwnAccount ? user.id : await present(row, stadt)
  switch (operation) {
    case 'read':
      return outcome(payload.findByID({ ...as, id }))
    case 'update':
      return outcome(payload.update({ ...as, id, data: change(row.collection) }))
    case 'delete':
      return outcome(payload.delete({ ...as, id }))
  }
}

/** Whoever begins with a released text has made a draft. */
function stateOf(doc: unknown): string {
  const { zustand, folgenummer } = doc as { zustand: string; folgenummer?: number | null }
  return zustand === 'entwurf' && (folgenummer ?? null) === null ? '-' : 'j'
}

async function outcome(attempted: Promise<unknown>): Promise<string> {
  try {
    await attempted
    return 'j'
  } catch (error) {
    const { status, message } = error as { status?: number; message: string }
    if (status === 409 && /Freigabeprotokoll|veröffentlicht/.test(message)) return 'p'
    if (status === 403 || status === 404 || status === 405) return '-'
    throw error
  }
}

/** A document of the town that is there, whoever asks: made past the rules. */
async function present({ collection, isReleased }: Row, stadt: Stadt): Promise<string> {
  const { payload } = house
  if (collection === 'protokoll') return noteInAudit(stadt)
  if (['ereignisse', 'inhalte', 'projektionen', 'lieferungen'].includes(collection)) {
    const { docs } = await payload.db.find<{ id: string }>({ collection, limit: 1 })
    const [known] = docs
    if (known) return known.id
    const { id } = await payload.db.create({ collection, data: data(collection, stadt) as never })
    return String(id)
  }
  const known = released.get(stadt)
  if (isReleased && known !== undefined) return known
  const { id } = await payload.create({ collection, data: data(collection, stadt) as never })
  if (isReleased) {
    await release(id)
    released.set(stadt, id)
  }
  return id
}

/** A row of the audit about a text of the town; nobody but the house itself appends one. */
async function noteInAudit(stadt: Stadt): Promise<string> {
  const gegenstandId = randomUUID()
  await appendProtokoll(house.payload, undefined, {
    akt: 'zugewiesen',
    gegenstand: { art: 'fassungen', id: gegenstandId, titel: 'Text' },
    redaktionId: `r-${stadt}`,
    von: 'system',
    vonName: 'system',
    grund: null,
  })
  const row = await house.payload.db.findOne<{ id: string }>({
    collection: 'protokoll',
    where: { gegenstandId: { equals: gegenstandId } },
  })
  return row?.id ?? ''
}

async function release(id: string): Promise<void> {
  const result = await releaseFassung(house.ports, { id, von: 'system', grund: null })
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
}

/** A new document of the town's Redaktion. */
function data(collection: CollectionSlug, stadt: Stadt): object {
  const id = randomUUID()
  const redaktion = `r-${stadt}`
  const gebiet = `g-${stadt}`
  switch (collection) {
    case 'fassungen': {
      // Each on a day of its own: two texts of one row on one day would hold each other back.
      tage += 1
      return deskFassung(
        stadttext(id, stadt, { beginn: festerTag(addDays(day('2025-01-01'), tage)) }),
      )
    }
    case 'leistungen':
      return { id, name: 'Katze anmelden', redaktion }
    case 'rechtsnormen':
      return { id, titel: 'Satzung', art: 'satzung', normgeber: 'kommune', gebiet, redaktion }
    case 'zeitgrenzen':
      return zeitgrenze(id, { redaktion, rechtsnorm: `n-${stadt}` })
    case 'organisationseinheiten':
      return amt(id, redaktion)
    case 'zustaendigkeiten':
      return {
        id,
        leistung: 'l-hund',
        gebiet,
        rolle: 'zustaendige-stelle',
        onlinedienst: 'o-hund',
        redaktion,
      }
    case 'onlinedienste':
      return {
        id,
        bezeichnung: 'Online',
        url: 'https://example.org',
        herkunft: 'kommune',
        redaktion,
      }
    case 'formulare':
      return { id, bezeichnung: 'Antrag', redaktion }
    case 'modulsperren':
      return {
        id,
        leistung: 'l-hund',
        ebene: 'gemeinde',
        gebiet,
        module: ['kurztext'],
        grund: 'Das bleibt, wie es ist.',
        redaktion,
      }
    case 'schweigefristen':
      return {
        id,
        leistung: 'l-hund',
        ebene: 'gemeinde',
        gebiet,
        module: ['kurztext'],
        abstimmung: 'a',
        tage: 10,
        fristende: '2026-12-17',
        begonnenAm: '2026-11-24',
        redaktion,
      }
    case 'rueckmeldungen':
      return {
        id,
        schweigefrist: 'frist',
        leistung: 'l-hund',
        ebene: 'gemeinde',
        gebiet,
        redaktion,
      }
    case 'angebote':
      return { id, leistung: nextLeistung(), ebene: 'gemeinde', gebiet, antwort: 'ja', redaktion }
    case 'fristregeln':
      return {
        id,
        titel: 'Hauptsatzung',
        normgeber: 'kommune',
        klausel: 'tag-nach-verkuendung',
        quelle: '§ 5 KV M-V',
      }
    case 'antraege':
      return {
        id,
        gegenstand: 'Text',
        art: 'fassung',
        grund: 'falsch',
        von: 'x',
        gestelltAm: '2026-11-24T00:00:00.000Z',
        redaktion,
      }
    case 'befunde':
      return {
        id,
        code: 'luecke',
        schwere: 'fehler',
        gegenstand: 'Text',
        text: 'Es fehlt ein Text.',
        ziel: '/admin',
        gefundenAm: '2026-11-24T00:00:00.000Z',
        redaktion,
      }
    case 'abstimmungen':
      return {
        id,
        titel: 'Text',
        fassungen: ['f-abgestimmt'],
        redaktion,
        teilnehmer: [redaktion],
        frist: '2026-12-10',
        eroeffnetVonName: 'x',
        eroeffnetAm: '2026-11-24T00:00:00.000Z',
      }
    case 'kommentare':
    case 'stimmen':
    case 'einsichten':
    case 'textstaende':
      return { id, ...SPUR, redaktion }
    case 'elternentscheide':
      return {
        id,
        reihe: 'l-hund|gemeinde|g-schwerin',
        modul: 'kurztext',
        entscheidung: 'abgelehnt',
        am: '2026-11-24T00:00:00.000Z',
        basis: 'x',
        neu: 'y',
        redaktion,
      }
    case 'ueberpruefungen':
      return {
        id,
        fassung: 'f-abgestimmt',
        redaktion,
        art: 'turnus',
        am: '2026-11-24',
        zeitpunkt: '2026-11-24T00:00:00.000Z',
        von: 'x',
        ergebnis: 'unveraendert',
      }
    case 'beteiligungen':
      return { id, fassung: id, redaktion }
    case 'vertretungen':
      return {
        id,
        vertretene: `u-${stadt}-1`,
        vertretung: `u-${stadt}-2`,
        beginn: '2026-12-01',
        ende: '2026-12-31',
      }
    case 'benachrichtigungen':
      return {
        id,
        folgenummer: 1,
        titel: 'Verlegt',
        text: 'Ein Tag hat sich geändert.',
        ziel: '/admin',
        zeitpunkt: '2026-11-24T00:00:00.000Z',
        redaktion,
      }
    case 'lieferziele': {
      lieferziele += 1
      return { id, name: 'Portal', verzeichnis: `portal-${lieferziele}`, zeitplan: '5 0 * * *' }
    }
    case 'gebiete':
      return {
        id,
        name: 'Dorf',
        ebene: 'gemeinde',
        ars: `13076${String(1000 + (tage += 1))}001`,
        uebergeordnet: 'g-mv',
      }
    case 'redaktionen':
      return { id, name: 'Team', art: 'amt' }
    case 'users':
      return { id, email: `${id}@stichtag.example`, password: id, name: 'Neu', rolle: 'lesend' }
    case 'lieferungen':
      return {
        id,
        faelligAm: '2026-11-24T00:00:00.000Z',
        ergebnis: 'geliefert',
        lieferziel: 'ziel',
      }
    default:
      return { id, folgenummer: 1, wert: '{}' }
  }
}

/** Each Leistung has one answer per area, so each answer is about another one. */
function nextLeistung(): string {
  leistungen += 1
  return `l-${leistungen}`
}

/** A harmless change. */
function change(collection: CollectionSlug): object {
  switch (collection) {
    case 'fassungen':
      return { danach: 'vorgaenger' }
    case 'rechtsnormen':
      return { kurztitel: 'Kurz' }
    case 'zeitgrenzen':
      return { wortlaut: 'Tritt am 1. Januar 2027 in Kraft.' }
    case 'zustaendigkeiten':
      return { rolle: 'ansprechpunkt' }
    case 'onlinedienste':
    case 'formulare':
      return { bezeichnung: 'Neu' }
    case 'modulsperren':
    case 'schweigefristen':
    case 'rueckmeldungen':
      return { module: ['volltext'] }
    case 'angebote':
      return { satz: 'Gern.' }
    case 'fristregeln':
      return { quelle: '§ 6 KV M-V' }
    case 'antraege':
    case 'ereignisse':
      return { grund: 'anders' }
    case 'befunde':
      return { zustand: 'behoben' }
    case 'abstimmungen':
      return { titel: 'Neu' }
    case 'elternentscheide':
    case 'vertretungen':
    case 'protokoll':
      return { grund: 'Neu' }
    case 'ueberpruefungen':
      return { bemerkung: 'Neu' }
    case 'kommentare':
    case 'stimmen':
    case 'einsichten':
    case 'textstaende':
      return SPUR
    case 'beteiligungen':
      return { abstimmung: 'a' }
    case 'benachrichtigungen':
      return { titel: 'Neu' }
    case 'lieferungen':
      return { fehler: 'keiner' }
    case 'inhalte':
      return { wert: '{}' }
    case 'projektionen':
      return { folgenummer: 0 }
    default:
      return { name: 'Neu' }
  }
}
