import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { appendProtokoll, zeileFrom, type ProtokollRow } from '#store/protokoll.ts'
import { addBeteiligungen } from '#store/beteiligungen.ts'
import { createLocalReq } from 'payload'
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

type Konto = Awaited<ReturnType<typeof createUser>>

let house: TestHouse
const konten = {} as Record<
  'admin' | 'land' | 'fach' | 'schwerin' | 'rostock' | 'agent' | 'leser',
  Konto & { readonly send: Send }
>

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  const add = async (
    name: keyof typeof konten,
    rolle: Parameters<typeof createUser>[1],
    redaktion: string,
  ): Promise<void> => {
    const konto = await createUser(house.payload, rolle, redaktion)
    konten[name] = { ...konto, send: await signIn(house, konto) }
  }
  await house.payload.create({
    collection: 'redaktionen',
    data: { id: 'r-admin', name: 'Betrieb', art: 'land' },
  })
  await add('admin', 'administration', 'r-admin')
  await add('land', 'landesredaktion', 'r-land')
  await add('fach', 'fachressort', 'r-admin')
  await add('schwerin', 'kommunalredaktion', 'r-schwerin')
  await add('rostock', 'kommunalredaktion', 'r-rostock')
  await add('agent', 'auskunft115', 'r-schwerin')
  await add('leser', 'lesend', 'r-schwerin')
  await addDraft(house, stadttext('f-schwerin', 'schwerin'))
  await addDraft(house, stadttext('f-rostock', 'rostock'))
  await konten.schwerin.send('patch', '/api/fassungen/f-schwerin', { maschinell: true }).expect(200)
  await konten.rostock.send('patch', '/api/fassungen/f-rostock', { maschinell: true }).expect(200)
  await house.catchUp()
}, 120_000)

afterAll(() => house.remove())

describe('saving leaves a row', () => {
  it('for a draft: made, changed (which modules), deleted', async () => {
    const { send, user } = konten.schwerin
    await addDraft(house, stadttext('f-weg', 'schwerin'))
    await send('patch', '/api/fassungen/f-weg', {
      kurztext: { modus: 'ergaenzen-danach' },
      ende: { art: 'tag', tag: '2029-01-01' },
    }).expect(200)
    // Saved without a change: nothing was done.
    await send('patch', '/api/fassungen/f-weg', {
      kurztext: { modus: 'ergaenzen-danach' },
    }).expect(200)
    await send('delete', '/api/fassungen/f-weg').expect(200)
    const zeilen = await zeilenOf('f-weg')
    expect(zeilen.map(({ akt, von }) => [akt, von])).toEqual([
      ['entwurf-angelegt', 'system'],
      ['entwurf-geaendert', user.id],
      ['entwurf-geloescht', user.id],
    ])
    expect(zeilen[1]?.angaben).toBe('{"felder":["ende","kurztext"]}')
    expect(zeilen[1]?.titel).toBe('Hund anmelden – Schwerin')
  })

  it('for an account: role and Redaktion with their values, a new password without', async () => {
    const neu = await createUser(house.payload, 'lesend', 'r-schwerin')
    const { send, user } = konten.admin
    const url = `/api/users/${neu.user.id}`
    await send('patch', url, { rolle: 'kommunalredaktion', redaktion: 'r-rostock' }).expect(200)
    await send('patch', url, { password: 'ein ganz neues Kennwort' }).expect(200)
    await send('delete', url).expect(200)
    const zeilen = await zeilenOf(neu.user.id)
    expect(zeilen.map(({ akt }) => akt)).toEqual([
      'konto-angelegt',
      'konto-geaendert',
      'konto-geaendert',
      'konto-geloescht',
    ])
    expect(JSON.parse(zeilen[1]?.angaben ?? '')).toEqual({
      felder: ['redaktion', 'rolle'],
      vorher: { rolle: 'lesend', redaktion: 'r-schwerin' },
      nachher: { rolle: 'kommunalredaktion', redaktion: 'r-rostock' },
    })
    expect(zeilen[2]?.angaben).toBe('{"felder":["passwort"]}')
    expect(zeilen[1]?.von).toBe(user.id)
    expect(JSON.stringify(zeilen)).not.toContain('ganz neues Kennwort')
    expect(JSON.stringify(zeilen)).not.toContain(neu.email)
  })

  it('not for signing in', async () => {
    const before = await zeilenOf(konten.schwerin.user.id)
    await signIn(house, konten.schwerin)
    expect(await zeilenOf(konten.schwerin.user.id)).toEqual(before)
  })

  it('for a Redaktion', async () => {
    const { send } = konten.admin
    await send('patch', '/api/redaktionen/r-admin', { pruefturnusMonate: 24 }).expect(200)
    expect((await zeilenOf('r-admin')).at(-1)).toMatchObject({
      akt: 'redaktion-geaendert',
      angaben:
        '{"felder":["pruefturnusMonate"],"nachher":{"pruefturnusMonate":24},"vorher":{"pruefturnusMonate":12}}',
    })
  })
})

describe('the audit is read', () => {
  it('in full by whoever looks after the whole Land', async () => {
    const all = (await zeilen()).length
    for (const who of ['admin', 'land', 'fach'] as const)
      expect((await listFor(who)).totalDocs, who).toBe(all)
  })

  it('by a Kommunalredaktion: rows of its Redaktion and own acts, nothing else', async () => {
    const { docs } = await listFor('schwerin')
    const { id } = konten.schwerin.user
    expect(docs.length).toBeGreaterThan(0)
    expect(docs.every(({ redaktion, von }) => redaktion === 'r-schwerin' || von === id)).toBe(true)
    expect(docs.some(({ gegenstandId }) => gegenstandId === 'f-schwerin')).toBe(true)
  })

  it.each(['agent', 'leser'] as const)('not by %s, nor by nobody', async (who) => {
    expect((await konten[who].send('get', '/api/protokoll')).status).toBe(403)
    expect((await konten[who].send('get', '/api/protokoll/export.csv')).status).toBe(403)
    expect((await anonymous(house)('get', '/api/protokoll')).status).toBe(403)
    expect((await anonymous(house)('get', '/api/protokoll/export.csv')).status).toBe(403)
  })

  it('about an embargoed draft only by its Redaktion and those who take part, also what was said before', async () => {
    await addDraft(house, landtext('f-geheim', { leistungId: 'l-hund' }))
    await konten.land.send('patch', '/api/fassungen/f-geheim', { embargo: true }).expect(200)
    const req = await createLocalReq({}, house.payload)
    await addBeteiligungen(req, ['f-geheim'], ['r-admin'], null)
    const seenBy = async (who: keyof typeof konten): Promise<number> => {
      const { docs } = await listFor(who, '&where[gegenstandId][equals]=f-geheim')
      return docs.length
    }
    expect(await seenBy('land')).toBe(2)
    // The Betrieb takes part now; without that it sees nothing.
    expect(await seenBy('admin')).toBe(2)
    await house.payload.db.deleteMany({
      collection: 'beteiligungen',
      where: { fassung: { equals: 'f-geheim' } },
    })
    expect(await seenBy('admin')).toBe(0)
    expect(await seenBy('fach')).toBe(0)
    expect(await seenBy('schwerin')).toBe(0)
    const csv = await konten.admin.send('get', '/api/protokoll/export.csv')
    expect(csv.text).not.toContain('f-geheim')
  })

  it.each(['post', 'patch', 'delete'] as const)('and %s is refused to everybody', async (verb) => {
    const before = await zeilen()
    const path = verb === 'post' ? '/api/protokoll' : '/api/protokoll?where[nummer][equals]=1'
    for (const who of ['admin', 'land', 'schwerin'] as const) {
      const { status } = await konten[who].send(verb, path, { grund: 'anders' })
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    }
    expect(await zeilen()).toEqual(before)
  })
})

describe('the export as CSV', () => {
  it('has UTF-8 with its mark, semicolons, a head, one line per readable row', async () => {
    const answer = await konten.land.send('get', '/api/protokoll/export.csv')
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(answer.headers['cache-control']).toBe('private, no-store')
    const lines = answer.text.split('\r\n')
    expect(answer.text.startsWith('\uFEFF"Nummer";"Zeitpunkt (UTC)";"Handlung"')).toBe(true)
    expect(lines.length - 2).toBe((await listFor('land')).totalDocs)
    expect(answer.text).toContain('"Entwurf geändert"')
  })

  it('shows a Kommunalredaktion what its list shows', async () => {
    const { text } = await konten.schwerin.send('get', '/api/protokoll/export.csv')
    expect(text.split('\r\n').length - 2).toBe((await listFor('schwerin')).totalDocs)
    expect(text).not.toContain('f-rostock')
  })

  it('is filtered per object, person, act, days and words', async () => {
    const linesOf = async (query: string): Promise<readonly string[]> => {
      const { text } = await konten.land.send('get', `/api/protokoll/export.csv?${query}`)
      return text.split('\r\n').slice(1, -1)
    }
    const { id } = konten.rostock.user
    expect(await linesOf('gegenstand=f-rostock')).toHaveLength(2)
    expect(await linesOf(`gegenstand=f-rostock&person=${id}`)).toHaveLength(1)
    expect(await linesOf('gegenstand=f-rostock&akt=entwurf-angelegt')).toHaveLength(1)
    expect(await linesOf('gegenstand=f-rostock&von=2026-11-24&bis=2026-11-24')).toHaveLength(2)
    expect(await linesOf('gegenstand=f-rostock&bis=2026-11-23')).toHaveLength(0)
    expect(await linesOf('gegenstand=f-rostock&von=2026-11-25')).toHaveLength(0)
    expect(await linesOf('gegenstand=f-rostock&suche=rostock')).toHaveLength(2)
    expect(await linesOf('where[gegenstandId][equals]=f-rostock')).toHaveLength(2)
    const wrong = await konten.land.send('get', '/api/protokoll/export.csv?von=2026-02-30')
    expect(wrong.status).toBe(400)
  })

  it('runs no formula on the machine of the auditor', async () => {
    await appendProtokoll(house.payload, undefined, {
      akt: 'entwurf-geaendert',
      gegenstand: { art: 'fassungen', id: 'f-formel', titel: '=HYPERLINK("http://boese")' },
      redaktionId: 'r-land',
      von: 'p',
      vonName: '@SUM(A1)',
      grund: '+49 385 "1"',
    })
    const { text } = await konten.land.send('get', '/api/protokoll/export.csv?gegenstand=f-formel')
    expect(text).toContain('"\'=HYPERLINK(""http://boese"")"')
    expect(text).toContain('"\'@SUM(A1)"')
    expect(text).toContain('"\'+49 385 ""1"""')
  })

  it('comes in pages: 1,200 rows are all there, in their order', async () => {
    // Past the chain, which another test checks: 1,200 appends take a test server for MongoDB minutes.
    for (let index = 0; index < 1200; index += 1)
      await house.payload.db.create({
        collection: 'protokoll',
        data: {
          nummer: 100_000 + index,
          schluessel: `viele|${index}`,
          zeitpunkt: '2026-11-24T12:00:00.000Z',
          akt: 'entwurf-geaendert',
          gegenstandArt: 'fassungen',
          gegenstandId: 'f-viele',
          titel: 'Viele',
          von: 'p',
          vonName: 'P',
          vertraulich: false,
          vorher: '',
          hash: '',
        },
      })
    const { text } = await konten.land.send('get', '/api/protokoll/export.csv?gegenstand=f-viele')
    const nummern = text
      .split('\r\n')
      .slice(1, -1)
      .map((line) => Number(/^"(\d+)"/.exec(line)?.[1]))
    expect(nummern).toHaveLength(1200)
    expect(nummern).toEqual([...nummern].sort((left, right) => left - right))
  })
})

type Zeile = {
  readonly redaktion?: string
  readonly von: string
  readonly gegenstandId: string
}

async function listFor(who: keyof typeof konten, more = '') {
  const { body } = await konten[who].send('get', `/api/protokoll?limit=5000${more}`)
  return body as { readonly totalDocs: number; readonly docs: readonly Zeile[] }
}

async function zeilen() {
  const { docs } = await house.payload.db.find<ProtokollRow>({
    collection: 'protokoll',
    sort: 'nummer',
    limit: 0,
    pagination: false,
  })
  return docs.map(zeileFrom)
}

async function zeilenOf(gegenstandId: string) {
  return (await zeilen()).filter((zeile) => zeile.gegenstandId === gegenstandId)
}
