import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readElternhinweise, type Elternhinweis } from '#commands/readElternhinweise.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { inhaltFrom } from '#store/desk/module.ts'
import type { DeskDoc } from '#store/desk/read.ts'
import { elternPorts } from '#store/eltern.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { ergaenzen, ersetzen, inhalt } from './support/factories.ts'
import {
  addDraft,
  anonymous,
  furnish,
  landtext,
  signIn,
  stadttext,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let land: Send
let schwerin: Send
let rostock: Send
let agentin: Send

const ALT = '<p>Die Steuer kostet 100 Euro im Jahr und ist am 1. Juli fällig.</p>'
const NEU = '<p>Die Steuer kostet 120 Euro im Jahr und ist am 1. Mai fällig.</p>'
const EIGEN = '<p>Die Hundesteuer kostet 100 Euro im Jahr und ist am 1. Juni fällig.</p>'

const landworte = (text: string, more: FassungInhalt = {}): FassungInhalt =>
  inhalt({ volltext: ersetzen(text), hinweise: ersetzen('<p>Vom Land.</p>'), ...more })

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  const person = async (rolle: Parameters<typeof createUser>[1], redaktion: string) =>
    signIn(house, await createUser(house.payload, rolle, redaktion))
  land = await person('landesredaktion', 'r-land')
  schwerin = await person('kommunalredaktion', 'r-schwerin')
  rostock = await person('kommunalredaktion', 'r-rostock')
  agentin = await person('auskunft115', 'r-land')
  await addReleased(landtext('land-alt', { inhalt: landworte(ALT) }))
  for (const stadt of ['schwerin', 'rostock'] as const) {
    await addReleased(
      stadttext(`stadt-${stadt}`, stadt, {
        inhalt: {
          volltext: ersetzen(EIGEN),
          hinweise: ergaenzen('<p>Von der Stadt.</p>'),
        },
      }),
    )
  }
  await addDraft(
    house,
    stadttext('entwurf-schwerin', 'schwerin', {
      basis: 'stadt-schwerin',
      beginn: festerTag(day('2027-02-01')),
      inhalt: { volltext: ersetzen(EIGEN), teaser: ersetzen('<p>Neu ab Februar.</p>') },
    }),
  )
})

afterAll(() => house.remove())

describe('before the Land changes anything', () => {
  it('there is nothing to decide', async () => {
    expect(await hinweise('r-schwerin', 'r-rostock')).toEqual([])
  })

  it('the columns show inherited, own and result with who says what', async () => {
    const { status, body } = await schwerin('get', '/api/fassungen/stadt-schwerin/schichten')
    expect(status).toBe(200)
    expect(spalte(body, 'volltext')).toMatchObject({
      titel: 'Volltext',
      geerbt: [{ von: 'Land', ebene: 'land', istEigen: false, html: ALT }],
      ergebnis: [{ von: 'Schwerin', istEigen: true, html: EIGEN }],
      wirkung: 'gilt',
      sperre: null,
      hinweis: null,
    })
    expect(spalte(body, 'hinweise')).toMatchObject({
      ergebnis: [
        { von: 'Land', istEigen: false, html: '<p>Vom Land.</p>' },
        { von: 'Schwerin', istEigen: true, html: '<p>Von der Stadt.</p>' },
      ],
    })
    expect(spalte(body, 'kurztext')).toMatchObject({ wirkung: null, ergebnis: [{ von: 'Land' }] })
  })

  it('the result follows what is being written, and nothing is saved', async () => {
    const { body } = await schwerin('post', '/api/fassungen/entwurf-schwerin/ergebnis', {
      hinweise: { text: htmlToLexical('<p>Gerade getippt.</p>').state, modus: 'ergaenzen-davor' },
    })
    expect(spalte(body, 'hinweise')).toMatchObject({
      ergebnis: [{ html: '<p>Gerade getippt.</p>' }, { html: '<p>Vom Land.</p>' }],
    })
    expect((await stored('entwurf-schwerin')).ok).toBe(true)
    expect(await beitraege('entwurf-schwerin')).not.toHaveProperty('hinweise')
  })

  it('a text that is not saved yet has columns too, one of the Bund has none', async () => {
    const form = { leistung: 'l-hund', gebiet: 'g-rostock', ebene: 'gemeinde', sprache: 'de' }
    const { body } = await rostock('post', '/api/fassungen/ergebnis', form)
    expect(spalte(body, 'volltext')).toMatchObject({ geerbt: [{ von: 'Land' }], wirkung: null })
    const bund = await rostock('post', '/api/fassungen/ergebnis', { ...form, ebene: 'bund' })
    expect(bund.body).toEqual({ stichtag: null, module: null })
  })
})

describe('the Land releases a text for 1 January 2027', () => {
  beforeAll(async () => {
    await addReleased(
      landtext('land-neu', {
        basis: 'land-alt',
        beginn: anZeitgrenze('z-hund'),
        // Saved anew in other markup: the same words are no change.
        inhalt: landworte(NEU, { hinweise: ersetzen('<p>Vom  Land. </p>') }),
      }),
    )
  })

  it('marks the module whose words really differ, at each text, with the day of the parent', async () => {
    const found = await hinweise('r-schwerin', 'r-rostock')
    expect(found.map(({ fassungId, modul, ab }) => [fassungId, modul, ab]).sort()).toEqual([
      ['stadt-rostock', 'volltext', '2027-01-01'],
      ['stadt-schwerin', 'volltext', '2027-01-01'],
    ])
  })

  it('the column of the day before has the old words, that of the day the new ones', async () => {
    const on = async (tag: string) =>
      spalte(
        (await schwerin('get', `/api/fassungen/stadt-schwerin/schichten?stichtag=${tag}`)).body,
        'volltext',
      )
    expect(await on('2026-12-31')).toMatchObject({
      geerbt: [{ html: ALT }],
      hinweis: { ab: '2027-01-01', tag: '1. Januar 2027' },
    })
    expect(await on('2027-01-01')).toMatchObject({ geerbt: [{ html: NEU }] })
  })

  it('is compared word by word', async () => {
    const { modus, stuecke } = await vergleich(rostock, 'stadt-rostock')
    expect(modus).toBe('ersetzen')
    expect(stuecke.map(({ nummer: _n, davor: _d, danach: _a, ...rest }) => rest)).toEqual([
      {
        art: 'nur-eigen',
        vorschlag: 'eigen',
        basis: '<p>Steuer</p>',
        eltern: '<p>Steuer</p>',
        eigen: '<p>Hundesteuer</p>',
      },
      {
        art: 'nur-eltern',
        vorschlag: 'eltern',
        basis: '<p>100</p>',
        eltern: '<p>120</p>',
        eigen: '<p>100</p>',
      },
      {
        art: 'konflikt',
        vorschlag: null,
        basis: '<p>Juli</p>',
        eltern: '<p>Mai</p>',
        eigen: '<p>Juni</p>',
      },
    ])
    expect(stuecke[1]).toMatchObject({ davor: 'kostet', danach: 'Euro im Jahr und ist am 1.' })
  })

  it('a conflict without a choice is not taken over, and a stale comparison neither', async () => {
    const { basis, neu, eigen } = await vergleich(rostock, 'stadt-rostock')
    const take = (body: object) => rostock('post', '/api/fassungen/stadt-rostock/uebernehmen', body)
    const open = await take({ modul: 'volltext', wahl: {}, basis, neu, eigen })
    expect([open.status, codesOf(open.body)]).toEqual([422, ['choice-is-missing']])
    const stale = await take({ modul: 'volltext', wahl: 'alles', basis, neu, eigen: 'anders' })
    expect([stale.status, codesOf(stale.body)]).toEqual([409, ['parent-change-is-outdated']])
    const none = await take({ modul: 'hinweise', wahl: 'alles' })
    expect([none.status, codesOf(none.body)]).toEqual([404, ['parent-change-is-unknown']])
    expect(await hinweise('r-rostock')).toHaveLength(1)
  })

  it('taken over from a released text, a draft begins with the law, and the change is never shown again', async () => {
    const { basis, neu, eigen, stuecke } = await vergleich(rostock, 'stadt-rostock')
    const conflict = stuecke.find(({ art }) => art === 'konflikt')?.nummer ?? -1
    const { status, body } = await rostock('post', '/api/fassungen/stadt-rostock/uebernehmen', {
      modul: 'volltext',
      wahl: { [conflict]: 'eigen' },
      basis,
      neu,
      eigen,
    })
    expect(status).toBe(200)
    const { id } = body as { id: string }
    expect(await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })).toMatchObject({
      zustand: 'entwurf',
      basis: 'stadt-rostock',
      redaktion: 'r-rostock',
      beginn: { art: 'zeitgrenze', zeitgrenze: 'z-hund', tage: 0 },
    })
    expect(await beitraege(id)).toEqual({
      volltext: ersetzen(
        '<p>Die Hundesteuer kostet 120 Euro im Jahr und ist am 1. Juni fällig.</p>',
      ),
      hinweise: ergaenzen('<p>Von der Stadt.</p>'),
    })
    expect(await hinweise('r-rostock')).toEqual([])
    expect((await rostock('get', '/api/fassungen/stadt-rostock/eltern')).body).toEqual({
      module: [],
    })
    expect(await entscheide('stadt-rostock')).toMatchObject([
      { modul: 'volltext', entscheidung: 'uebernommen', entwurf: id, vonName: 'kommunalredaktion' },
    ])
  })

  it('of a draft that is deleted nothing was taken over: the change is shown again', async () => {
    const { docs } = await house.payload.find({
      collection: 'fassungen',
      where: { basis: { equals: 'stadt-rostock' } },
    })
    const { status } = await rostock('delete', `/api/fassungen/${String(docs[0]?.id)}`)
    expect(status).toBe(200)
    expect(await hinweise('r-rostock')).toMatchObject([{ fassungId: 'stadt-rostock' }])
  })

  it('left aside with a reason, it is never shown again; without one it stays', async () => {
    const refuse = (body: object) =>
      rostock('post', '/api/fassungen/stadt-rostock/eltern-abgelehnt', body)
    const without = await refuse({ modul: 'volltext' })
    expect([without.status, codesOf(without.body)]).toEqual([422, ['reason-is-missing']])
    expect((await refuse({ modul: 'volltext', grund: 'Unsere Satzung gilt.' })).status).toBe(200)
    expect(await hinweise('r-rostock')).toEqual([])
    expect((await refuse({ modul: 'volltext', grund: 'Noch einmal.' })).status).toBe(404)
    expect(await entscheide('stadt-rostock')).toMatchObject([
      { entscheidung: 'abgelehnt', grund: 'Unsere Satzung gilt.' },
    ])
    const { docs } = await house.payload.find({
      collection: 'protokoll' as 'fassungen',
      where: { akt: { equals: 'elterntext-abgelehnt' } },
    })
    expect(docs).toMatchObject([
      { gegenstandId: 'stadt-rostock', grund: 'Unsere Satzung gilt.', redaktion: 'r-rostock' },
    ])
  })

  it('all of it, taken into a draft, is to inherit', async () => {
    const { basis, neu, eigen } = await vergleich(schwerin, 'entwurf-schwerin')
    const { status, body } = await schwerin('post', '/api/fassungen/entwurf-schwerin/uebernehmen', {
      modul: 'volltext',
      wahl: 'alles',
      basis,
      neu,
      eigen,
    })
    expect([status, body]).toEqual([200, { id: 'entwurf-schwerin' }])
    expect(await beitraege('entwurf-schwerin')).toEqual({
      teaser: ersetzen('<p>Neu ab Februar.</p>'),
    })
    const columns = await schwerin('get', '/api/fassungen/entwurf-schwerin/schichten')
    expect(spalte(columns.body, 'volltext')).toMatchObject({
      ergebnis: [{ von: 'Land', html: NEU }],
      wirkung: null,
    })
    // The released text of the same row has met the same change.
    expect(await hinweise('r-schwerin')).toEqual([])
  })
})

describe('a change after a decision', () => {
  it('is a change of its own, with the refused words as its base', async () => {
    await addReleased(
      landtext('land-april', {
        basis: 'land-neu',
        beginn: festerTag(day('2027-04-01')),
        inhalt: landworte('<p>Die Steuer kostet 150 Euro im Jahr und ist am 1. Mai fällig.</p>'),
      }),
    )
    expect(await hinweise('r-rostock')).toMatchObject([{ modul: 'volltext', ab: '2027-04-01' }])
    const { stuecke } = await vergleich(rostock, 'stadt-rostock')
    expect(stuecke.find(({ eltern }) => eltern === '<p>150</p>')).toMatchObject({
      basis: '<p>120</p>',
    })
  })

  it('a text written in knowledge of it does not hear of it', async () => {
    await addReleased(
      stadttext('rostock-april', 'rostock', {
        basis: null,
        beginn: festerTag(day('2027-04-01')),
        inhalt: { volltext: ersetzen('<p>Alles neu.</p>') },
      }),
    )
    expect(await hinweise('r-rostock')).toEqual([])
  })

  it('where the module is newly written, against what is known then; where it was there, as before', async () => {
    await addReleased(
      landtext('land-mai', {
        basis: 'land-april',
        beginn: festerTag(day('2027-05-01')),
        inhalt: landworte('<p>Ab Mai.</p>', { hinweise: ersetzen('<p>Im Mai.</p>') }),
      }),
    )
    const before = await hinweise('r-rostock')
    expect(before).toMatchObject([{ fassungId: 'rostock-april', modul: 'volltext' }])
    const { status, body } = await rostock('post', '/api/fassungen/rostock-april/folgefassung', {})
    expect(status).toBe(200)
    const { id } = body as { id: string }
    const words = { text: htmlToLexical('<p>Von uns.</p>').state, modus: 'ersetzen' }
    await rostock('patch', `/api/fassungen/${id}`, {
      hinweise: words,
      volltext: { text: htmlToLexical('<p>Alles neu!</p>').state, modus: 'ersetzen' },
      beginn: { art: 'tag', tag: '2027-04-15' },
    })
    expect(await hinweise('r-rostock')).toMatchObject([
      { fassungId: id, modul: 'volltext', ab: '2027-05-01' },
      { fassungId: id, modul: 'hinweise', ab: '2027-05-01' },
    ])
  })
})

describe('who may', () => {
  beforeAll(async () => {
    await addDraft(house, landtext('land-entwurf', { inhalt: landworte('<p>Geheim.</p>') }))
    await addDraft(house, stadttext('rostock-geheim', 'rostock'))
  })

  it.each([
    ['get', 'land-entwurf/schichten'],
    ['get', 'rostock-geheim/schichten'],
    ['get', 'rostock-geheim/eltern'],
    ['post', 'rostock-geheim/ergebnis'],
    ['post', 'rostock-geheim/uebernehmen'],
    ['post', 'rostock-geheim/eltern-abgelehnt'],
    ['post', 'stadt-rostock/uebernehmen'],
  ] as const)('a town gets nothing of others: %s %s', async (verb, path) => {
    const { status } = await schwerin(
      verb,
      `/api/fassungen/${path}`,
      verb === 'get' ? undefined : {},
    )
    expect(status).toBe(404)
  })

  it('drafts of the Land are in no column', async () => {
    const { text } = await schwerin('get', '/api/fassungen/stadt-schwerin/schichten')
    expect(text).not.toContain('Geheim')
  })

  it('who only reads sees the columns of a released text, and decides nothing', async () => {
    expect((await agentin('get', '/api/fassungen/stadt-rostock/schichten')).status).toBe(200)
    for (const act of ['uebernehmen', 'eltern-abgelehnt'])
      expect((await agentin('post', `/api/fassungen/stadt-rostock/${act}`, {})).status).toBe(403)
    expect((await agentin('post', '/api/fassungen/ergebnis', {})).status).toBe(403)
  })

  it('a stranger gets nothing, and nobody writes decisions by REST', async () => {
    const stranger = anonymous(house)
    expect((await stranger('get', '/api/fassungen/stadt-rostock/schichten')).status).toBe(403)
    expect((await stranger('post', '/api/fassungen/ergebnis', {})).status).toBe(403)
    expect((await land('post', '/api/elternentscheide', { id: 'x' })).status).toBe(403)
    const { body } = await schwerin('get', '/api/elternentscheide')
    const { docs } = body as { docs: readonly { redaktion: unknown }[] }
    expect(JSON.stringify(docs.map(({ redaktion }) => redaktion))).not.toContain('r-rostock')
  })
})

async function addReleased(text: Entwurf): Promise<void> {
  await addDraft(house, text)
  const released = await releaseFassung(house.ports, { id: text.id, von: 'system', grund: null })
  if (!released.ok) throw new Error(JSON.stringify(released.problems))
}

async function hinweise(...redaktionIds: readonly string[]): Promise<readonly Elternhinweis[]> {
  const req = { payload: house.payload } as never
  return readElternhinweise({ ...house.ports, ...elternPorts(req) }, { redaktionIds })
}

type Stueck = {
  readonly nummer: number
  readonly art: string
  readonly eltern: string
  readonly davor: string
  readonly danach: string
}
type Vergleich = {
  readonly modul: string
  readonly modus: string
  readonly basis: string
  readonly neu: string
  readonly eigen: string
  readonly stuecke: readonly Stueck[]
}

async function vergleich(who: Send, id: string, modul = 'volltext'): Promise<Vergleich> {
  const { status, body } = await who('get', `/api/fassungen/${id}/eltern`)
  expect(status).toBe(200)
  const found = (body as { module: readonly Vergleich[] }).module.find(
    (each) => each.modul === modul,
  )
  if (!found) throw new Error(`${id} has nothing to decide about ${modul}`)
  return found
}

function spalte(body: unknown, modul: string): unknown {
  const { module } = body as { module: readonly { modul: string }[] }
  return module.find((each) => each.modul === modul)
}

async function stored(id: string) {
  const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
  return inhaltFrom(doc as unknown as DeskDoc)
}

async function beitraege(id: string): Promise<FassungInhalt> {
  const read = await stored(id)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

async function entscheide(fassung: string): Promise<readonly unknown[]> {
  const { docs } = await house.payload.find({
    collection: 'elternentscheide',
    where: { fassung: { equals: fassung } },
    depth: 0,
  })
  return docs
}

function codesOf(body: unknown): readonly string[] {
  const { problems = [] } = body as { problems?: readonly { code: string }[] }
  return problems.map(({ code }) => code)
}
