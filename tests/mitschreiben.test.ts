import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { addDraft, furnish, landtext, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let anna: Send
let bert: Send
let rostock: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  const person = async (rolle: Parameters<typeof createUser>[1], redaktion: string) =>
    signIn(house, await createUser(house.payload, rolle, redaktion))
  anna = await person('kommunalredaktion', 'r-schwerin')
  bert = await person('kommunalredaktion', 'r-schwerin')
  rostock = await person('kommunalredaktion', 'r-rostock')
})

afterAll(() => house.remove())

describe('two editors of one text', () => {
  it('who say nothing about what they saw save as ever', async () => {
    await draft('wie-bisher')
    await save(anna, 'wie-bisher', { kurztext: richText('Eins.') })
    const { status } = await save(bert, 'wie-bisher', { kurztext: richText('Zwei.') })
    expect(status).toBe(200)
    expect(await words('wie-bisher', 'kurztext')).toBe('<p>Zwei.</p>')
    expect(await stored('wie-bisher')).toMatchObject({ bearbeitungsstand: 2 })
  })

  it('that changed different modules: both are kept, and the second is told so', async () => {
    const seen = await draft('getrennt')
    const first = await save(anna, 'getrennt', {
      ...seen,
      kurztext: richText('Anna schreibt den Kurztext.'),
    })
    expect(first.status).toBe(200)
    expect(first.headers).not.toHaveProperty(HEADER)
    const second = await save(bert, 'getrennt', {
      ...seen,
      hinweise: richText('Bert schreibt Hinweise.'),
      danach: 'vorgaenger',
    })
    expect(second.status).toBe(200)
    expect(second.headers[HEADER]).toBe('Kurztext')
    expect(await words('getrennt', 'kurztext')).toBe('<p>Anna schreibt den Kurztext.</p>')
    expect(await words('getrennt', 'hinweise')).toBe('<p>Bert schreibt Hinweise.</p>')
    expect(await stored('getrennt')).toMatchObject({ bearbeitungsstand: 2, danach: 'vorgaenger' })
  })

  it('that changed one module in the same way have no conflict', async () => {
    const seen = await draft('gleich')
    for (const person of [anna, bert]) {
      const { status } = await save(person, 'gleich', { ...seen, kurztext: richText('Dasselbe.') })
      expect(status).toBe(200)
    }
  })

  it('that changed one module differently: nothing is saved, and both texts are there', async () => {
    const seen = await draft('streit')
    await save(anna, 'streit', { ...seen, kurztext: richText('Anna.'), hinweise: richText('Neu.') })
    const { status, body } = await save(bert, 'streit', { ...seen, kurztext: richText('Bert.') })
    expect(status).toBe(409)
    expect(errorOf(body)).toMatchObject({
      message: expect.stringContaining('Kurztext'),
      data: {
        problems: [{ code: 'fassung-was-edited-meanwhile' }],
        bearbeitungsstand: 1,
        konflikte: [
          { teil: 'kurztext', titel: 'Kurztext', meins: '<p>Bert.</p>', anderes: '<p>Anna.</p>' },
        ],
      },
    })
    expect(await words('streit', 'kurztext')).toBe('<p>Anna.</p>')
    expect(await stored('streit')).toMatchObject({ bearbeitungsstand: 1 })
  })

  it('other fields are compared too: two different first days are a conflict', async () => {
    const seen = await draft('tage')
    const tag = (on: string) => ({ ...seen, beginn: { art: 'tag', tag: on } })
    expect((await save(anna, 'tage', tag('2027-02-01'))).status).toBe(200)
    const { status, body } = await save(bert, 'tage', tag('2027-03-01'))
    expect(status).toBe(409)
    expect(errorOf(body).data.konflikte).toEqual([
      { teil: 'beginn', titel: 'Gilt ab', meins: null, anderes: null },
    ])
  })

  it('links beside a module belong to it', async () => {
    const seen = await draft('links')
    const link = (modul: string) => ({ modul, uri: `https://a.example/${modul}`, titel: null })
    await save(anna, 'links', { ...seen, weblinks: [link('kurztext')] })
    expect((await save(bert, 'links', { ...seen, weblinks: [link('hinweise')] })).status).toBe(200)
    const { weblinks } = (await stored('links')) as { weblinks: readonly { modul: string }[] }
    expect(weblinks.map(({ modul }) => modul).sort()).toEqual(['hinweise', 'kurztext'])
  })

  it('whose first version is long gone lose nothing: what differs is a conflict', async () => {
    const seen = await draft('lange-her')
    for (let save_ = 0; save_ < 22; save_ += 1)
      await save(anna, 'lange-her', { teaser: richText(`Stand ${save_}.`) })
    const { status, body } = await save(bert, 'lange-her', { ...seen, hinweise: richText('Bert.') })
    expect(status).toBe(409)
    const { konflikte } = errorOf(body).data
    expect(konflikte.map(({ teil }) => teil).sort()).toEqual(['hinweise', 'teaser'])
  })
})

describe('the reconciliation', () => {
  it.each([
    ['eigen', '<p>Die Steuer beträgt 20 Euro im Jahr.</p>'],
    ['anderer', '<p>Die Steuer kostet 10 Euro.</p>'],
    ['beide', '<p>Die Steuer kostet 10 Euro. beträgt 20 Euro im Jahr.</p>'],
  ])('shows the conflict, and saves what was chosen: %s', async (wahl, expected) => {
    const id = `abgleich-${wahl}`
    await draft(id)
    await save(anna, id, { kurztext: richText('Die Steuer kostet 5 Euro.') })
    const seen = await draftOf(id)
    await save(anna, id, {
      ...seen,
      kurztext: richText('Die Steuer kostet 10 Euro.'),
      teaser: richText('Anna.'),
    })
    const daten = { ...seen, kurztext: richText('Die Steuer beträgt 20 Euro im Jahr.') }
    const asked = await bert('post', `/api/fassungen/${id}/abgleich`, { daten })
    expect(asked.body).toMatchObject({
      gespeichert: false,
      uebernommen: ['Teaser'],
      konflikte: [{ teil: 'kurztext', anderes: '<p>Die Steuer kostet 10 Euro.</p>' }],
    })
    const done = await bert('post', `/api/fassungen/${id}/abgleich`, {
      daten,
      wahl: { kurztext: wahl },
    })
    expect(done.body).toMatchObject({ gespeichert: true, konflikte: [] })
    expect(await words(id, 'kurztext')).toBe(expected)
    expect(await words(id, 'teaser')).toBe('<p>Anna.</p>')
  })

  it('without a choice for each conflict saves nothing', async () => {
    const seen = await draft('offen')
    await save(anna, 'offen', { ...seen, kurztext: richText('Anna.') })
    const daten = { ...seen, kurztext: richText('Bert.') }
    const { body } = await bert('post', '/api/fassungen/offen/abgleich', { daten, wahl: {} })
    expect(body).toMatchObject({ gespeichert: false, konflikte: [{ teil: 'kurztext' }] })
    expect(await words('offen', 'kurztext')).toBe('<p>Anna.</p>')
  })

  it('is nothing for others', async () => {
    await draft('fremd')
    await addDraft(house, landtext('landentwurf'))
    for (const [who, id] of [
      [rostock, 'fremd'],
      [anna, 'landentwurf'],
    ] as const) {
      const { status } = await who('post', `/api/fassungen/${id}/abgleich`, {
        daten: { bearbeitungsstand: 0 },
      })
      expect(status).toBe(404)
    }
  })
})

const HEADER = 'x-stichtag-zusammengefuehrt'

/** A draft of Schwerin as a form has it when it has been opened. */
async function draft(id: string): Promise<object> {
  const text = stadttext(id, 'schwerin', { inhalt: inhalt({ volltext: ersetzen('<p>Alt.</p>') }) })
  await addDraft(house, text)
  return draftOf(id)
}

async function draftOf(id: string): Promise<object> {
  const { body } = await anna('get', `/api/fassungen/${id}?depth=0`)
  return body as object
}

function save(who: Send, id: string, data: object): ReturnType<Send> {
  return who('patch', `/api/fassungen/${id}`, data)
}

function richText(text: string): object {
  return { text: htmlToLexical(`<p>${text}</p>`).state, modus: 'ersetzen' }
}

function stored(id: string): Promise<unknown> {
  return house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
}

async function words(id: string, modul: string): Promise<string> {
  const doc = (await stored(id)) as Record<string, { text?: never }>
  return lexicalToHtml(doc[modul]?.text)
}

type Refusal = {
  readonly message: string
  readonly data: { readonly konflikte: readonly { readonly teil: string }[] }
}

function errorOf(body: unknown): Refusal {
  const [error] = (body as { errors: readonly Refusal[] }).errors
  if (!error) throw new Error('no error in the answer')
  return error
}
