import { randomUUID } from 'node:crypto'
import {
  createLocalReq,
  type Field,
  type FlattenedField,
  type SanitizedCollectionConfig,
} from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Rolle } from '#core/ablauf/ablauf.ts'
import { SAMMELAKTE } from '#core/ablauf/sammelaktion.ts'
import { TEXTMODULE, TEXTMODULNAMEN, type FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { addBeteiligungen } from '#store/beteiligungen.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { ersetzen } from './support/factories.ts'
import { anonymous, furnish, landtext, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

/**
 * A draft of an unannounced law is under Embargo. Its title, every module and its translation hold a word that occurs nowhere
 * else, its id is known to nobody. Every route is walked as everybody who neither wrote it nor takes part: none of them
 * finds the word or the id, and no count changes by it. Then the same walk as those who may: it finds both, so it can fail.
 */
const WORT = 'Quastenflosserabgabe'
const GEHEIM = 'f-geheim-7c1e'
const VARIANTE = 'f-geheim-7c1e-en'
const TEILNEHMER = 'r-teil'

/** Everybody in a Redaktion that has nothing to do with the draft. */
const AUSSEN: readonly (readonly [string, Rolle, string])[] = [
  ['the Administration', 'administration', 'r-fern'],
  ['another Landesredaktion', 'landesredaktion', 'r-fern'],
  ['a Kommunalredaktion', 'kommunalredaktion', 'r-rostock'],
  ['the partner for the four eyes', 'kommunalredaktion', 'r-partner'],
  ['another Fachressort', 'fachressort', 'r-fern'],
  ['a 115 agent of the same Redaktion', 'auskunft115', 'r-schwerin'],
  ['a reader of the same Redaktion', 'lesend', 'r-schwerin'],
]

let house: TestHouse
let senders: ReadonlyMap<string, Send>
let lena: Send
let teilnehmerin: Send
let abstimmung = ''
let before: ReadonlyMap<string, ReadonlyMap<string, number>>

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  await redaktion('r-fern', 'Fern', 'land')
  await redaktion('r-partner', 'Partner', 'amt')
  await redaktion(TEILNEHMER, 'Teil', 'amt')
  await redaktion('r-werft', 'Werft', 'stadt', { partner: 'r-partner', gebiete: ['g-schwerin'] })
  senders = new Map(
    await Promise.all(
      AUSSEN.map(async ([name, rolle, id]) => [name, await person(rolle, id)] as const),
    ),
  )
  lena = await person('kommunalredaktion', 'r-werft')
  teilnehmerin = await person('kommunalredaktion', TEILNEHMER)
  // An open text of each kind, so that no list is empty for want of anything to show.
  await house.payload.create({
    collection: 'fassungen',
    data: deskFassung(stadttext('f-offen', 'rostock')) as never,
  })
  before = await countsOfAll()
  await writeSecret()
}, 120_000)

afterAll(() => house.remove())

describe.each(AUSSEN.map(([name]) => name).concat('somebody who has not signed in'))(
  'to %s',
  (name) => {
    const send: Send = (...sent) => (senders.get(name) ?? anonymous(house))(...sent)

    it('no list, count, version, search or sort of any collection tells of it', async () => {
      for await (const { path, text } of walkCollections(send)) expectNothing(path, text)
    }, 120_000)

    it('no count is another than before the draft was written', async () => {
      const now = await countsAs(send)
      expect(Object.fromEntries(now)).toEqual(Object.fromEntries(before.get(name) ?? []))
    })

    it('each act on it answers as for a text that does not exist', async () => {
      const secrets = { fassungen: GEHEIM, abstimmungen: abstimmung }
      for (const { collection, verb, path, body } of acts()) {
        const ask = async (id: string) => {
          const about = JSON.parse(JSON.stringify(body ?? {}).replaceAll(':id', id)) as object
          const { status, text } = await send(
            verb,
            path.replace(':id', id),
            verb === 'get' ? undefined : about,
          )
          return { path, status, text: text.replaceAll(id, 'x') }
        }
        const secret = await ask(secrets[collection])
        expectNothing(path, secret.text)
        expect(secret).toEqual(await ask('f-unbekannt'))
      }
    }, 60_000)

    it('no feed, page for machines or list of tasks tells of it', async () => {
      for (const path of FEEDS) expectNothing(path, saidOf(await send('get', path)))
    }, 60_000)

    it('no error says it', async () => {
      const wrong = [
        await send('post', '/api/fassungen', { id: GEHEIM }),
        await send('post', '/api/fassungen', {
          ...deskFassung(landtext(randomUUID())),
          variantVon: GEHEIM,
          sprache: 'en',
        }),
        await send('post', '/api/fassungen', {
          ...deskFassung(landtext(randomUUID())),
          basis: GEHEIM,
        }),
        await send('patch', `/api/fassungen/${GEHEIM}`, { danach: 'vorgaenger' }),
        await send('patch', `/api/fassungen?where[titel][contains]=${WORT}`, { danach: 'nichts' }),
        await send('delete', `/api/fassungen/${GEHEIM}`),
        await send('delete', '/api/redaktionen/r-werft'),
        await send('get', `/api/fassungen?where[titel][falsch]=${WORT}`),
      ]
      for (const answer of wrong) expectNothing('error', saidOf(answer))
      const { docs } = await house.payload.find({ collection: 'fassungen', limit: 0 })
      // What somebody created above is not there: it would have named the secret, or taken its id.
      expect(docs.filter(({ variantVon }) => idOf(variantVon) === GEHEIM)).toHaveLength(1)
    })
  },
)

describe.each([
  ['those whose draft it is', () => lena],
  ['those who take part', () => teilnehmerin],
] as const)('to %s', (_name, sender) => {
  it('it is there with its words: the walk can fail', async () => {
    const send = sender()
    const found = new Set<string>()
    for await (const { path, text } of walkCollections(send))
      if (text.includes(WORT)) found.add(path.split('?')[0] ?? '')
    expect(found).toContain('/api/fassungen')
    expect(found).toContain('/api/fassungen/versions')
    expect(found).toContain(`/api/fassungen/${GEHEIM}`)
    expect(found).toContain('/api/abstimmungen')
    expect((await send('get', `/api/abstimmungen/${abstimmung}/stand`)).text).toContain(WORT)
    const { body } = await send('get', `/api/fassungen/count?where[titel][contains]=${WORT}`)
    expect(body).toEqual({ totalDocs: 2 })
    expect((await send('get', `/api/fassungen/${GEHEIM}/schritte`)).status).toBe(200)
  }, 60_000)
})

describe('what is written while the Embargo holds', () => {
  it('an older version without the Embargo stays hidden too', async () => {
    const id = 'f-spaeter-geheim'
    const data = deskFassung(stadttext(id, 'schwerin', { redaktionId: 'r-werft', inhalt: worte() }))
    expect((await lena('post', '/api/fassungen', data)).status).toBe(201)
    const fern = senders.get('the Administration')
    if (!fern) throw new Error('nobody')
    expect((await fern('get', `/api/fassungen/${id}`)).status).toBe(200)
    expect((await lena('patch', `/api/fassungen/${id}`, { embargo: true })).status).toBe(200)
    expect((await fern('get', `/api/fassungen/${id}`)).status).toBe(404)
    const { text } = await fern('get', '/api/fassungen/versions?limit=0')
    expectNothing('versions', text)
    expect(
      (await lena('get', `/api/fassungen/versions?where[parent][equals]=${id}`)).text,
    ).toContain(WORT)
  })

  it('only its own Redaktion puts a draft under it, and whoever does still sees it', async () => {
    const fern = senders.get('another Landesredaktion')
    if (!fern) throw new Error('nobody')
    const { status } = await fern('patch', '/api/fassungen/f-offen', { embargo: true })
    expect(status).toBe(403)
    expect((await fern('get', '/api/fassungen/f-offen')).status).toBe(200)
  })

  it('it is not released, not in a hurry and not as a correction, until it is lifted', async () => {
    for (const body of [{}, { eilfall: true, grund: 'Gefahr' }]) {
      const answer = await lena('post', '/api/fassungen/f-spaeter-geheim/freigeben', body)
      expect(answer.status).toBe(409)
      expect(answer.body).toMatchObject({ type: 'urn:stichtag:problem:text-is-under-embargo' })
    }
    const lifted = await lena('patch', `/api/fassungen/${GEHEIM}`, { embargo: false })
    expect(lifted.status).toBe(200)
    const fern = senders.get('the Administration')
    expect((await fern?.('get', `/api/fassungen/${GEHEIM}`))?.status).toBe(200)
    expect((await fern?.('get', `/api/fassungen/${VARIANTE}`))?.status).toBe(200)
  })
})

async function writeSecret(): Promise<void> {
  const text = stadttext(GEHEIM, 'schwerin', {
    redaktionId: 'r-werft',
    beginn: anZeitgrenze('z-hund'),
    inhalt: worte(),
  })
  const written = await lena('post', '/api/fassungen', { ...deskFassung(text), embargo: true })
  expect(written.status).toBe(201)
  const variante = {
    ...deskFassung({ ...text, id: VARIANTE }),
    sprache: 'en',
    variantVon: GEHEIM,
  }
  expect((await lena('post', '/api/fassungen', variante)).status).toBe(201)
  // A second version, written by a person, and a title that nobody else could have.
  expect((await lena('patch', `/api/fassungen/${GEHEIM}`, { danach: 'vorgaenger' })).status).toBe(
    200,
  )
  for (const id of [GEHEIM, VARIANTE]) {
    const data = { titel: `${WORT} – Schwerin` }
    await house.payload.db.updateOne({ collection: 'fassungen', id, data, returning: false })
  }
  const req = await createLocalReq({}, house.payload)
  await addBeteiligungen(req, [VARIANTE], [TEILNEHMER], null)
  await consult()
}

/** A consultation about it, with its own title, a comment on a passage, and an objection. */
async function consult(): Promise<void> {
  const opened = await lena('post', '/api/abstimmungen/eroeffnen', {
    titel: `Wegen der ${WORT}`,
    fassungen: [GEHEIM],
    teilnehmer: [TEILNEHMER],
    frist: '2026-12-10',
  })
  expect([opened.status, opened.body]).toEqual([200, opened.body])
  abstimmung = (opened.body as { id: string }).id
  const path = `/api/abstimmungen/${abstimmung}`
  const page = await teilnehmerin('get', `${path}/stand?text=${GEHEIM}`)
  const { texte } = page.body as { texte: { fassungId: string; stand: string }[] }
  const stand = texte.find(({ fassungId }) => fassungId === GEHEIM)?.stand
  const said = [
    await teilnehmerin('post', `${path}/kommentieren`, {
      fassung: GEHEIM,
      modul: 'kurztext',
      text: `Was ist die ${WORT}?`,
    }),
    await teilnehmerin('post', `${path}/abstimmen`, {
      fassung: GEHEIM,
      votum: 'ablehnen',
      grund: `Die ${WORT} ist zu hoch.`,
      stand,
    }),
    await teilnehmerin('post', `${path}/gesehen`, { fassung: GEHEIM, stand }),
  ]
  for (const { status, body } of said) expect([status, body]).toEqual([200, body as unknown])
}

/** The word in every module that is text. */
function worte(): FassungInhalt {
  return Object.fromEntries(
    TEXTMODULNAMEN.map((name) => [
      name,
      TEXTMODULE[name].form === 'html'
        ? ersetzen(`<p>Die ${WORT} kommt.</p>`)
        : { modus: 'ersetzen', wert: { text: `Die ${WORT} kommt.`, links: [] } },
    ]),
  )
}

function expectNothing(path: string, text: string): void {
  // Not the whole answer: a failure must say where, not print it.
  expect({ path, word: text.toLowerCase().includes(WORT.toLowerCase()) }).toEqual({
    path,
    word: false,
  })
  expect({ path, id: text.includes(GEHEIM) }).toEqual({ path, id: false })
  expect({ path, id: abstimmung !== '' && text.includes(abstimmung) }).toEqual({ path, id: false })
}

/** Every way in which Payload's REST answers about stored documents. */
async function* walkCollections(
  send: Send,
): AsyncGenerator<{ readonly path: string; readonly text: string }> {
  for (const path of collectionPaths()) {
    yield { path, text: saidOf(await send('get', path)) }
  }
}

/** What an answer says. One that refuses may repeat the question, and the question holds the word and the id. */
function saidOf({ status, text }: { readonly status: number; readonly text: string }): string {
  return status < 400 ? text : text.replaceAll(WORT, '').replaceAll(GEHEIM, '')
}

function collectionPaths(): readonly string[] {
  return house.payload.config.collections.flatMap((collection) => {
    const path = `/api/${collection.slug}`
    return [
      ...[0, 1, 2, 3].map((depth) => `${path}?limit=0&depth=${depth}`),
      `${path}?limit=0&depth=0&select[titel]=true`,
      `${path}?limit=0&depth=0&joins[fassungen][limit]=0`,
      `${path}/count`,
      `${path}/access/${GEHEIM}`,
      ...(collection.versions
        ? [
            `${path}/versions?limit=0&depth=1`,
            `${path}/versions?limit=0&where[version.titel][contains]=${WORT}`,
          ]
        : []),
      ...textPaths(collection).flatMap((field) => [
        `${path}?limit=0&depth=0&where[${field}][contains]=${WORT}`,
        `${path}?limit=0&depth=0&where[${field}][like]=${WORT.slice(0, 8)}`,
        `${path}?limit=0&depth=0&sort=${field}`,
      ]),
      ...(collection.slug === 'fassungen'
        ? [`${path}/${GEHEIM}`, `${path}/${GEHEIM}?depth=2`, `${path}/${VARIANTE}`]
        : []),
    ]
  })
}

/** The paths by which a query of this collection could reach the title or the words of a text. */
function textPaths({ slug, flattenedFields }: SanitizedCollectionConfig): readonly string[] {
  const own = slug === 'fassungen' ? WORDS : []
  const through = reaching(flattenedFields).flatMap((prefix) =>
    WORDS.map((field) => `${prefix}.${field}`),
  )
  return [...own, ...through]
}

const WORDS = ['titel', 'kurztext.text', 'leistungsbezeichnung.text', 'id']

/** Paths of relationships and joins that end in a text, one step away or two. */
function reaching(fields: readonly (FlattenedField | Field)[], steps = 2): readonly string[] {
  return fields.flatMap((field) => {
    if (!('name' in field) || typeof field.name !== 'string') return []
    const { name } = field
    if (field.type === 'group' && 'flattenedFields' in field)
      return reaching(field.flattenedFields, steps).map((path) => `${name}.${path}`)
    const target =
      field.type === 'relationship'
        ? field.relationTo
        : field.type === 'join'
          ? field.collection
          : ''
    const targets: readonly string[] = Array.isArray(target) ? target : [target]
    const here = targets.includes('fassungen') ? [name] : []
    const next = house.payload.config.collections.find(({ slug }) => slug === targets[0])
    const further =
      steps > 1 && next
        ? reaching(next.flattenedFields, steps - 1).map((path) => `${name}.${path}`)
        : []
    return [...here, ...further]
  })
}

/** How many documents each list says there are, by person and path. */
async function countsOfAll(): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const all = new Map<string, ReadonlyMap<string, number>>()
  for (const [name, send] of senders) all.set(name, await countsAs(send))
  all.set('somebody who has not signed in', await countsAs(anonymous(house)))
  return all
}

async function countsAs(send: Send): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>()
  for (const { slug, versions } of house.payload.config.collections) {
    // Payload keeps its own sessions and preferences there; they tell of people, not of texts.
    if (slug.startsWith('payload-')) continue
    for (const path of [`/api/${slug}`, ...(versions ? [`/api/${slug}/versions`] : [])]) {
      const { body } = await send('get', `${path}?limit=1&depth=0`)
      counts.set(path, (body as { totalDocs?: number }).totalDocs ?? -1)
    }
  }
  const { body } = await send('get', '/api/leistungen/l-hund?depth=0&joins[fassungen][count]=true')
  counts.set('join', (body as { fassungen?: { totalDocs?: number } }).fassungen?.totalDocs ?? -1)
  return counts
}

/** All acts of texts and consultations, each with the verb that it answers to; `:id` stands for what they are about. */
function acts(): readonly {
  readonly collection: 'fassungen' | 'abstimmungen'
  readonly verb: 'get' | 'post'
  readonly path: string
  readonly body?: object
}[] {
  const single = (['fassungen', 'abstimmungen'] as const).flatMap((collection) => {
    const { endpoints } = house.payload.collections[collection].config
    return (endpoints === false ? [] : endpoints).flatMap(({ path, method }) =>
      path.startsWith('/:id') && (method === 'get' || method === 'post')
        ? [{ collection, verb: method, path: `/api/${collection}${path}`, body: BODY } as const]
        : [],
    )
  })
  const many = Object.keys(SAMMELAKTE).map((akt) => ({
    collection: 'fassungen' as const,
    verb: 'post' as const,
    path: '/api/fassungen/sammelaktion',
    body: { ...BODY, akt, ids: [':id'], probe: true },
  }))
  const opening = {
    collection: 'fassungen',
    verb: 'post',
    path: '/api/abstimmungen/eroeffnen',
    body: { fassungen: [':id'], teilnehmer: ['r-fern'], frist: '2026-12-10' },
  } as const
  return [...single, ...many, opening]
}

/** Something for each act that needs something. */
const BODY = {
  grund: 'x',
  folge: 'vorgaenger',
  modul: 'kurztext',
  wahl: 'alles',
  art: 'turnus',
  fassung: ':id',
  text: 'x',
  votum: 'zustimmen',
  teilnehmer: ['r-fern'],
  frist: '2026-12-10',
  beginn: { art: 'tag', tag: '2027-01-01' },
}

const FEEDS = [
  '/export/v1/leistungen?ars=130040000000',
  '/export/v1/leistungen?ars=130040000000&stichtag=2027-01-01',
  '/export/v1/leistungen/l-hund?ars=130040000000&stichtag=2027-01-01',
  '/export/v1/leistungen/l-hund?ars=130040000000&sprache=en',
  '/export/v1/nachweis?ars=130040000000&leistung=l-hund&stichtag=2027-01-01',
  '/export/v1/kalender.ics?redaktion=r-werft',
  '/export/v1/xzufi/x/index.txt',
  '/openapi.json',
  '/docs',
  '/healthz',
  '/readyz',
  '/metrics',
  `/suche?q=${WORT}`,
  '/api/protokoll/export.csv',
  '/api/users/me',
  '/api/access',
  '/api/aufgaben',
  '/api/users/kollegen',
  '/api/benachrichtigungen/ungelesen',
]

function idOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

async function redaktion(id: string, name: string, art: string, rest: object = {}): Promise<void> {
  await house.payload.create({
    collection: 'redaktionen',
    data: { id, name, art, ...rest } as never,
  })
}

async function person(rolle: Rolle, redaktionId: string): Promise<Send> {
  return signIn(house, await createUser(house.payload, rolle, redaktionId))
}
