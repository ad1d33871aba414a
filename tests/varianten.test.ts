import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deskInhalt } from '#store/desk/module.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { addDraft, furnish, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const SCHWERIN = '130040000000'

let house: TestHouse
/** Two people of Schwerin: who writes a text does not release it. */
let anna: Send
let otto: Send
let rostock: Send
let lesend: Send

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  const person = async (rolle: Parameters<typeof createUser>[1], redaktion: string) =>
    signIn(house, await createUser(house.payload, rolle, redaktion))
  anna = await person('kommunalredaktion', 'r-schwerin')
  otto = await person('kommunalredaktion', 'r-schwerin')
  rostock = await person('kommunalredaktion', 'r-rostock')
  lesend = await person('lesend', 'r-rostock')
})
afterAll(() => house.remove())

const path = (id: string, act = '') => `/api/fassungen/${id}${act === '' ? '' : `/${act}`}`

/** A German text of Schwerin with these words, written by nobody in particular. */
async function deutsch(id: string, words: FassungInhalt, others: object = {}): Promise<void> {
  const text = stadttext(id, 'schwerin', {
    beginn: festerTag(HEUTE),
    inhalt: inhalt(words),
    ...others,
  })
  await addDraft(house, text)
}

async function begin(send: Send, id: string, sprache: Variantensprache = 'en') {
  const { status, body } = await send('post', path(id, 'sprachfassung'), { sprache })
  return { status, ...(body as { id: string; uebernommen: string[]; veraltet: string[] }) }
}

/** How each module of a variant stands, as its page says. */
async function lagen(id: string): Promise<Readonly<Record<string, string>>> {
  const { body } = await anna('get', path(id, 'sprachvergleich'))
  const { module } = body as { module: { modul: string; lage: string }[] }
  return Object.fromEntries(module.map(({ modul, lage }) => [modul, lage]))
}

/** Saves these words as the form does: only the groups that were written in. */
async function write(send: Send, id: string, words: FassungInhalt, others: object = {}) {
  const desk = deskInhalt(words)
  const data = Object.fromEntries(Object.keys(words).map((name) => [name, desk[name]]))
  const answer = await send('patch', path(id), { ...data, ...others })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
}

const ENGLISCH: FassungInhalt = {
  leistungsbezeichnung: ersetzen('Dog registration'),
  leistungsbezeichnungII: ersetzen('Register a dog'),
  kurztext: ersetzen('<p>Please register your dog.</p>'),
}

/** The feed's answer for Schwerin in a language. */
async function feed(sprache: string, tag: string = HEUTE) {
  const { body } = await request(house.app()).get(
    `/export/v1/leistungen/l-hund?ars=${SCHWERIN}&stichtag=${tag}&sprache=${sprache}`,
  )
  const answer = body as {
    name: string
    nurDeutsch: readonly string[]
    module: readonly { modul: string; fallback: boolean; maschinell: boolean }[]
  }
  const of = (name: string) => answer.module.find(({ modul }) => modul === name)
  return { ...answer, of }
}

describe('a language variant', () => {
  it('is begun by the Redaktion of its text, empty, in its place, and once', async () => {
    await deutsch('hund', {})
    expect((await begin(rostock, 'hund')).status).toBe(404)
    expect((await lesend('post', path('hund', 'sprachfassung'), { sprache: 'en' })).status).toBe(
      403,
    )
    const begun = await begin(anna, 'hund')
    expect(begun).toMatchObject({ status: 200, uebernommen: [], veraltet: [] })
    const { body } = await anna('get', `${path(begun.id)}?depth=0`)
    expect(body).toMatchObject({
      sprache: 'en',
      variantVon: 'hund',
      leistung: 'l-hund',
      gebiet: 'g-schwerin',
      redaktion: 'r-schwerin',
      zustand: 'entwurf',
    })
    expect((await begin(anna, 'hund')).status).toBe(409)
    expect((await begin(anna, begun.id)).status).toBe(422)
    expect(await lagen(begun.id)).toEqual({
      leistungsbezeichnung: 'fehlt',
      leistungsbezeichnungII: 'fehlt',
      kurztext: 'fehlt',
    })
  })

  it('keeps what it was translated from, whatever becomes of the German draft meanwhile', async () => {
    await deutsch('stand', {})
    const { id } = await begin(anna, 'stand')
    await write(anna, id, ENGLISCH)
    expect(new Set(Object.values(await lagen(id)))).toEqual(new Set(['aktuell']))
    await write(anna, 'stand', { kurztext: ersetzen('<p>Neue Worte.</p>') })
    expect(await lagen(id)).toMatchObject({ kurztext: 'veraltet', leistungsbezeichnung: 'aktuell' })
    // A typing error mended in a stale translation does not make it fresh; a person says that it fits.
    await write(anna, id, { kurztext: ersetzen('<p>Please register your dog!</p>') })
    expect(await lagen(id)).toMatchObject({ kurztext: 'veraltet' })
    await write(anna, id, {}, { aufNeuemStand: ['kurztext'] })
    expect(await lagen(id)).toMatchObject({ kurztext: 'aktuell' })
    // And it counts once.
    await write(anna, 'stand', { kurztext: ersetzen('<p>Noch neuere Worte.</p>') })
    await write(anna, id, { teaser: ersetzen('<p>Extra</p>') })
    expect(await lagen(id)).toMatchObject({ kurztext: 'veraltet', teaser: 'ueberzaehlig' })
  })

  it('cannot be told by a client what it was translated from', async () => {
    await deutsch('frech', {})
    const { id } = await begin(anna, 'frech')
    await write(anna, id, ENGLISCH, { uebersetztAus: { kurztext: ersetzen('<p>Anderes</p>') } })
    expect(await lagen(id)).toMatchObject({ kurztext: 'aktuell' })
  })

  it('that is copied was translated from what the original was', async () => {
    await deutsch('kopie', {})
    const { id } = await begin(anna, 'kopie')
    await write(anna, id, ENGLISCH)
    await write(anna, 'kopie', { kurztext: ersetzen('<p>Neue Worte.</p>') })
    const copied = await anna('post', path(id, 'duplicate'))
    const copy = (copied.body as { doc: { id: string } }).doc.id
    expect(await lagen(copy)).toMatchObject({
      kurztext: 'veraltet',
      leistungsbezeichnung: 'aktuell',
    })
  })

  it('hides the German words that were never public from who only reads', async () => {
    await deutsch('geheim', { kurztext: ersetzen('<p>Nie veröffentlicht.</p>') })
    const { id } = await begin(anna, 'geheim', 'de-LS')
    await write(anna, id, { kurztext: ersetzen('<p>Ein Hund.</p>') })
    await write(anna, 'geheim', { kurztext: ersetzen('<p>Öffentlich.</p>') })
    const released = await otto('post', path('geheim', 'mit-sprachfassungen-freigeben'), {
      sprachfassungen: [id],
    })
    expect(released.status, JSON.stringify(released.body)).toBe(200)
    const read = await lesend('get', path(id))
    expect(read.status).toBe(200)
    expect(JSON.stringify(read.body)).not.toContain('Nie veröffentlicht')
    await otto('post', path('geheim', 'zurueckziehen'), {
      grund: 'Nur ein Versuch.',
      folge: 'leistung-endet',
    })
  })
})

describe('the release of a variant', () => {
  it('never comes before that of its text', async () => {
    await deutsch('vorher', { kurztext: ersetzen('<p>Melden Sie Ihren Hund an.</p>') })
    const { id } = await begin(anna, 'vorher')
    await write(anna, id, ENGLISCH)
    const early = await otto('post', path(id, 'freigeben'), {})
    expect(early.status).toBe(409)
    expect((early.body as { type: string }).type).toContain('variant-precedes-source')
  })

  it('comes with its text: one act, the German entry first, a stale module falls back', async () => {
    const { body: listed } = await anna('get', path('vorher', 'sprachfassungen'))
    const [english] = (listed as { sprachfassungen: { id: string; istFertig: boolean }[] })
      .sprachfassungen
    expect(english?.istFertig).toBe(true)
    await write(anna, 'vorher', { kurztext: ersetzen('<p>Melden Sie Ihren Hund hier an.</p>') })
    const id = english?.id ?? ''
    // Four eyes hold for translations too: Anna wrote this one.
    const released = await otto('post', path('vorher', 'mit-sprachfassungen-freigeben'), {
      sprachfassungen: [id, 'fremd'],
    })
    expect(released.status, JSON.stringify(released.body)).toBe(200)
    const answer = released.body as {
      folgenummer: number
      sprachfassungen: { id: string; folgenummer: number | null; meldung: string | null }[]
    }
    expect(answer.sprachfassungen).toEqual([
      { id, folgenummer: answer.folgenummer + 1, meldung: null },
      { id: 'fremd', folgenummer: null, meldung: expect.any(String) },
    ])
    const en = await feed('en')
    expect(en.name).toBe('Register a dog')
    expect(en.of('leistungsbezeichnung')?.fallback).toBe(false)
    expect(en.of('kurztext')?.fallback).toBe(true)
    expect(en.nurDeutsch).toEqual([])
  })

  it('is refused to who wrote the translation, and leaves the German text released', async () => {
    await deutsch('augen', {}, { beginn: festerTag(day('2027-05-01')) })
    const { id } = await begin(anna, 'augen')
    await write(anna, id, ENGLISCH, { aufNeuemStand: ['kurztext'] })
    const { body } = await anna('post', path('augen', 'mit-sprachfassungen-freigeben'), {
      sprachfassungen: [id],
    })
    expect(body).toMatchObject({
      folgenummer: expect.any(Number),
      sprachfassungen: [{ id, folgenummer: null, meldung: expect.stringContaining('vier Augen') }],
    })
    expect((await otto('post', path(id, 'freigeben'), {})).status).toBe(200)
  })

  it('says that a machine translated, module by module', async () => {
    await deutsch('maschine', {}, { beginn: festerTag(day('2027-06-01')) })
    const { id } = await begin(anna, 'maschine', 'de-LS')
    await write(
      anna,
      id,
      { kurztext: ersetzen('<p>Sie haben einen Hund.</p>') },
      { maschinell: true, aufNeuemStand: ['kurztext'] },
    )
    await otto('post', path('maschine', 'mit-sprachfassungen-freigeben'), { sprachfassungen: [id] })
    const leicht = await feed('de-LS', '2027-06-01')
    expect(leicht.of('kurztext')).toMatchObject({ fallback: false, maschinell: true })
    expect(leicht.of('leistungsbezeichnung')).toMatchObject({ fallback: true, maschinell: false })
    expect((await feed('de', '2027-06-01')).of('kurztext')).toMatchObject({
      fallback: false,
      maschinell: false,
    })
  })
})

describe('the variant of the next text', () => {
  it('begins with the words of the one before; only what the law has changed is stale', async () => {
    await deutsch(
      'folge',
      { kurztext: ersetzen('<p>Ab 2027 online.</p>') },
      { beginn: festerTag(day('2027-07-01')), basis: null },
    )
    const begun = await begin(anna, 'folge', 'en')
    // The last text of the row with an English variant is `augen`, translated from other words of the Kurztext.
    expect(begun.uebernommen).toEqual(
      expect.arrayContaining(['leistungsbezeichnung', 'leistungsbezeichnungII', 'kurztext']),
    )
    expect(begun.veraltet).toEqual(['kurztext'])
    expect(await lagen(begun.id)).toEqual({
      leistungsbezeichnung: 'aktuell',
      leistungsbezeichnungII: 'aktuell',
      kurztext: 'veraltet',
    })
    const { body } = await anna('get', path(begun.id, 'sprachvergleich'))
    const { module } = body as { module: { modul: string; vorlage: string; deutsch: string }[] }
    expect(module.find(({ modul }) => modul === 'kurztext')).toMatchObject({
      vorlage: '<p>Sie brauchen einen Personalausweis.</p>',
      deutsch: '<p>Ab 2027 online.</p>',
    })
  })
})
