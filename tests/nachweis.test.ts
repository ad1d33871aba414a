import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day, type CalendarDay } from '#core/zeit/day.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import {
  addDraft,
  amt,
  anonymous,
  furnish,
  landtext,
  signIn,
  stadttext,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const SCHWERIN = '130040000000'

let house: TestHouse
let lena: Send
let otto: Send
/** The second person. */
let ada: Send

/**
 * What happens: on 24 November the old text holds and the new one waits for 1 January. On 1 December the day moves to
 * 1 February. On 10 February an error in the new text is corrected. On 20 February the town's own hint is withdrawn from
 * that day on: what was shown stays.
 */
beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  lena = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  ada = await signIn(house, await createUser(house.payload, 'administration', 'r-land'))
  otto = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
  const create = (collection: string, data: object) =>
    house.payload.create({ collection: collection as 'gebiete', data: data as never })
  await create('organisationseinheiten', amt('o-schwerin', 'r-schwerin'))
  await create('zustaendigkeiten', {
    id: 'zu-schwerin',
    leistung: 'l-hund',
    gebiet: 'g-schwerin',
    organisationseinheit: 'o-schwerin',
    rolle: 'zustaendige-stelle',
    redaktion: 'r-schwerin',
    beginn: { art: 'tag', tag: '2025-01-01' },
  })
  await release('alt', landtext('alt', { inhalt: kosten('8 Euro') }))
  await release(
    'neu',
    landtext('neu', {
      basis: 'alt',
      beginn: anZeitgrenze('z-hund'),
      inhalt: kosten('9 Euro'),
    }),
  )
  await release(
    'stadt',
    stadttext('stadt', 'schwerin', {
      beginn: festerTag(day('2027-02-15')),
      inhalt: { hinweise: ersetzen('<p>In Schwerin nur montags.</p>') },
    }),
  )
  await on('2026-12-01', async () => {
    await house.payload.update({
      collection: 'zeitgrenzen',
      id: 'z-hund',
      data: { tag: '2027-02-01', fundstelle: 'GVOBl. M-V 2026 S. 900' },
    })
  })
  await on('2027-02-10', () =>
    correct(
      'richtig',
      landtext('richtig', {
        basis: 'alt',
        berichtigt: 'neu',
        beginn: anZeitgrenze('z-hund'),
        inhalt: kosten('10 Euro'),
      }),
      'Die Gebühr war falsch abgeschrieben.',
    ),
  )
  await on('2027-02-20', async () => {
    const body = { grund: 'Nie beschlossen.', folge: 'vorgaenger', ab: '2027-02-20' }
    await act(lena, '/api/fassungen/stadt/zurueckziehen', body)
  })
  house.setToday(day('2027-03-01'))
})

afterAll(() => house.remove())

describe('what was said', () => {
  it.each([
    ['on the day before the new law, as then', '2027-01-31', '8 Euro', '8 Euro', true],
    ['on 1 January: the law had been postponed by then', '2027-01-01', '8 Euro', '8 Euro', true],
    [
      'on the first day of the new law: the error was said',
      '2027-02-01',
      '9 Euro',
      '10 Euro',
      false,
    ],
    ['on the evening of the correction', '2027-02-10', '10 Euro', '10 Euro', true],
  ])('%s', async (_name, stichtag, damals, heute, gleich) => {
    const nachweis = await ask(stichtag)
    expect(kostenIn(nachweis.damals.leistung)).toBe(damals)
    expect(kostenIn(nachweis.heute.leistung)).toBe(heute)
    expect(nachweis.unterschiede.some(({ teil }) => teil === 'kosten')).toBe(!gleich)
  })

  it('stays said: the old promise of a day is shown as it was', async () => {
    const { damals, heute, unterschiede, gleich } = await ask('2026-11-30')
    expect([damals.leistung?.gueltigBis, heute.leistung?.gueltigBis]).toEqual([
      '2027-01-01',
      '2027-02-01',
    ])
    expect(gleich).toBe(false)
    expect(unterschiede.map(({ teil }) => teil)).toEqual(['gueltigBis', 'naechsteAenderung'])
  })

  it('stays said after a withdrawal', async () => {
    const before = await ask('2027-02-19')
    expect(modulIn(before.damals.leistung, 'hinweise')).toContain('nur montags')
    expect(modulIn(before.heute.leistung, 'hinweise')).toContain('nur montags')
    const after = await ask('2027-02-20')
    expect(modulIn(after.damals.leistung, 'hinweise')).toBeUndefined()
  })

  it('is nothing before anything was known', async () => {
    const { damals, heute } = await ask('2026-11-23')
    expect(damals).toEqual({ kenntnisstand: 0, zeitpunkt: null, leistung: null })
    expect(kostenIn(heute.leistung)).toBe('8 Euro')
  })

  it('is on a day to come what is known now', async () => {
    const { damals, heute, gleich } = await ask('2028-02-29')
    expect(damals.kenntnisstand).toBe(heute.kenntnisstand)
    expect(gleich).toBe(true)
  })

  it('is what the feed says for the same pair', async () => {
    const { damals, heute } = await ask('2027-02-01')
    const feed = async (kenntnisstand: number): Promise<unknown> => {
      const query = `ars=${SCHWERIN}&stichtag=2027-02-01&kenntnisstand=${kenntnisstand}`
      return (await lena('get', `/export/v1/leistungen/l-hund?${query}`)).body
    }
    expect(damals.leistung).toEqual(await feed(damals.kenntnisstand))
    expect(heute.leistung).toEqual(await feed(heute.kenntnisstand))
  })
})

describe('the entries that prove it', () => {
  it('name who did what when and why, in order', async () => {
    const { eintraege } = await ask('2027-02-01')
    const numbers = eintraege.map(({ folgenummer }) => folgenummer)
    expect(numbers).toEqual([...numbers].sort((left, right) => left - right))
    const correction = eintraege.find(({ art }) => art === 'berichtigung')
    expect(correction).toMatchObject({
      von: 'landesredaktion',
      bestaetigtVon: 'administration',
      grund: 'Die Gebühr war falsch abgeschrieben.',
    })
    expect(correction?.zeitpunkt).toMatch(/^2027-02-10T/)
    expect(correction?.wirkung).toMatch(/berichtigt und an seine Stelle tritt/)
  })

  it('hold the move of the Zeitgrenze with its old and its new day', async () => {
    const { eintraege } = await ask('2026-11-30')
    const moves = eintraege.filter(({ zeitpunkt }) => zeitpunkt.startsWith('2026-12-01'))
    expect(moves.map(({ wirkung }) => wirkung)).toEqual([
      'Zeitgrenze „Hundegesetz“ (Inkrafttreten) geändert. Bisher: bestimmt auf den 1. Januar 2027 (GVOBl. M-V 2026 S. 812). Jetzt: bestimmt auf den 1. Februar 2027 (GVOBl. M-V 2026 S. 900).',
    ])
  })

  it('hold the withdrawn text, its release and its withdrawal, on every day asked about', async () => {
    for (const stichtag of ['2026-11-30', '2027-02-19', '2027-02-28']) {
      const { eintraege } = await ask(stichtag)
      const words = eintraege.map(({ wirkung }) => wirkung).join('\n')
      expect(words).toContain('Text freigegeben (Ebene Gemeinde, Schwerin).')
      expect(words).toMatch(/zurückgezogen, ab dem 20\. Februar 2027/)
    }
  })

  it('hold the office that was shown', async () => {
    const { eintraege } = await ask('2027-02-01')
    const words = eintraege.map(({ wirkung }) => wirkung).join('\n')
    expect(words).toContain('Zuständigkeit „Bürgeramt o-schwerin“ als zuständige Stelle (Schwerin)')
  })

  it('say what changed the answer within the day', async () => {
    const { wechselAmTag } = await ask('2027-02-10')
    expect(wechselAmTag.map(({ art }) => art)).toEqual(['berichtigung'])
    expect((await ask('2027-02-11')).wechselAmTag).toEqual([])
    // On 24 November the house was furnished; all that came before the first text said nothing yet.
    const first = (await ask('2026-11-24')).wechselAmTag
    expect(first[0]?.wirkung).toContain('Text freigegeben (Ebene Land, Mecklenburg-Vorpommern).')
  })
})

describe('who may ask', () => {
  const path = `/export/v1/nachweis?ars=${SCHWERIN}&leistung=l-hund&stichtag=2027-02-01`

  it('is whoever may look back', async () => {
    expect((await lena('get', path)).headers['cache-control']).toBe('private, no-store')
    for (const send of [anonymous(house), otto]) {
      const { status, body } = await send('get', path)
      expect(status).toBe(403)
      expect(body).toMatchObject({ type: 'urn:stichtag:problem:past-needs-scope' })
    }
  })

  it('gets 304 for what it has', async () => {
    const { headers } = await lena('get', path)
    const again = await lena('get', path).set('if-none-match', String(headers['etag']))
    expect(again.status).toBe(304)
  })

  it.each([
    ['no day', `ars=${SCHWERIN}&leistung=l-hund`, 400, 'day-is-malformed'],
    ['a day that does not exist', `ars=13&leistung=l-hund&stichtag=2027-02-29`, 400, 'day-is'],
    ['no area', 'leistung=l-hund&stichtag=2027-02-01', 400, 'query-is-malformed'],
    ['no Leistung', `ars=13&stichtag=2027-02-01`, 400, 'query-is-malformed'],
    ['an unknown area', 'ars=99&leistung=l-hund&stichtag=2027-02-01', 422, 'gebiet-is-unknown'],
    ['an unknown Leistung', 'ars=13&leistung=x&stichtag=2027-02-01', 422, 'leistung-is-unknown'],
    ['a misspelt parameter', 'ars=13&leistung=l-hund&tag=2027-02-01', 400, 'query-is-malformed'],
  ])('is told what is wrong: %s', async (_name, query, status, code) => {
    const answer = await lena('get', `/export/v1/nachweis?${query}`)
    expect(answer.status).toBe(status)
    expect((answer.body as { type: string }).type).toContain(`urn:stichtag:problem:${code}`)
  })
})

type Blatt = {
  readonly gueltigBis: string | null
  readonly module: readonly { readonly modul: string; readonly teile: readonly unknown[] }[]
}
type Zeile = {
  readonly folgenummer: number
  readonly zeitpunkt: string
  readonly art: string
  readonly wirkung: string
}
type Antwort = {
  readonly damals: { readonly kenntnisstand: number; readonly leistung: Blatt | null }
  readonly heute: { readonly kenntnisstand: number; readonly leistung: Blatt | null }
  readonly gleich: boolean
  readonly unterschiede: readonly { readonly teil: string }[]
  readonly eintraege: readonly Zeile[]
  readonly wechselAmTag: readonly Zeile[]
}

async function ask(stichtag: string): Promise<Antwort> {
  const query = `ars=${SCHWERIN}&leistung=l-hund&stichtag=${stichtag}`
  const { status, body } = await lena('get', `/export/v1/nachweis?${query}`)
  expect({ status, body: status === 200 ? null : (body as unknown) }).toEqual({
    status: 200,
    body: null,
  })
  return body as Antwort
}

function modulIn(blatt: Blatt | null, name: string): string | undefined {
  const found = blatt?.module.find(({ modul }) => modul === name)
  return found && JSON.stringify(found.teile)
}

function kostenIn(blatt: Blatt | null): string | undefined {
  return /\d+ Euro/.exec(modulIn(blatt, 'kosten') ?? '')?.[0]
}

function kosten(words: string): Entwurf['inhalt'] {
  const wert = { text: `<p>${words}</p>`, kosten: [], links: [] }
  return inhalt({ kosten: { modus: 'ersetzen', wert } })
}

async function on(tag: string, happens: () => Promise<void>): Promise<void> {
  const heute: CalendarDay = day(tag)
  house.setToday(heute)
  await happens()
}

async function release(id: string, text: Entwurf): Promise<void> {
  await addDraft(house, text)
  await act(lena, `/api/fassungen/${id}/freigeben`, {})
}

/** Lena asks for the correction back to the first day, Ada confirms it. */
async function correct(id: string, text: Entwurf, grund: string): Promise<void> {
  await addDraft(house, text)
  const body = { grund, umfang: 'ab-erstem-tag' }
  const { antrag } = await act(lena, `/api/fassungen/${id}/berichtigen`, body)
  await act(ada, `/api/antraege/${String(antrag)}/bestaetigen`, {})
}

async function act(send: Send, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await send('post', path, body)
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body))
  return answer.body as Record<string, unknown>
}
