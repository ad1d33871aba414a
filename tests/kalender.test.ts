import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import request from 'supertest'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { createApp } from '#server/app.ts'
import { addDraft, anonymous, furnish, landtext, signIn, stadttext } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  await release('land', landtext('land', { beginn: anZeitgrenze('z-hund') }))
  await release('stadt', stadttext('stadt', 'schwerin', { beginn: anZeitgrenze('z-hund') }))
})

afterAll(() => house.remove())

describe('the address of the calendar', () => {
  it('is told to members and the Administration, to nobody else', async () => {
    const status = async (rolle: 'kommunalredaktion' | 'administration', redaktion: string) => {
      const send = await signIn(house, await createUser(house.payload, rolle, redaktion))
      return (await send('get', '/api/redaktionen/r-schwerin/kalender')).status
    }
    expect(await status('kommunalredaktion', 'r-schwerin')).toBe(200)
    expect(await status('administration', 'r-land')).toBe(200)
    expect(await status('kommunalredaktion', 'r-rostock')).toBe(403)
    const stranger = await anonymous(house)('get', '/api/redaktionen/r-schwerin/kalender')
    expect(stranger.status).toBe(403)
    expect(stranger.type).toBe('application/problem+json')
  })

  it('lets whoever has it read the calendar without an account', async () => {
    const answer = await kalender(await addressOf('r-schwerin'))
    expect(answer.status).toBe(200)
    expect(summaries(answer.text)).toEqual(['Hundegesetz tritt in Kraft – 1 Text wechselt'])
  })

  it.each([
    ['no token', '/export/v1/kalender.ics?redaktion=r-schwerin', 403, 'access-denied'],
    ['a wrong token', '/export/v1/kalender.ics?redaktion=r-schwerin&token=x', 403, 'access-denied'],
    ['an unknown Redaktion', '/export/v1/kalender.ics?redaktion=r-x&token=x', 403, 'access-denied'],
    ['no Redaktion', '/export/v1/kalender.ics?token=x', 400, 'query-is-malformed'],
    ['two tokens', '/export/v1/kalender.ics?redaktion=r-schwerin&token=x&token=y', 403, 'access'],
    ['a misspelt parameter', '/export/v1/kalender.ics?redaktoin=r-x', 400, 'query-is-malformed'],
  ])('refuses %s', async (_name, path, status, code) => {
    const answer = await anonymous(house)('get', path)
    expect(answer.status).toBe(status)
    expect(answer.type).toBe('application/problem+json')
    expect((answer.body as { type: string }).type).toContain(`urn:stichtag:problem:${code}`)
  })

  it('opens no other calendar', async () => {
    const other = (await addressOf('r-schwerin')).replace('r-schwerin', 'r-rostock')
    expect((await kalender(other)).status).toBe(403)
  })
})

describe('the log of requests', () => {
  it('names the calendar that was asked for, but not its token', async () => {
    const lines: string[] = []
    const app = createApp({
      config: house.config,
      feed: house.feed,
      readDelivery: house.readDelivery,
      logger: pino({ level: 'info' }, { write: (line: string) => lines.push(line) }),
      isSecure: false,
      isReady: house.isReady,
    })
    const { pathname, search, searchParams } = new URL(await addressOf('r-schwerin'))
    expect((await request(app).get(pathname + search)).status).toBe(200)
    expect(lines.join('')).toContain('/export/v1/kalender.ics?redaktion=r-schwerin')
    expect(lines.join('')).not.toContain(searchParams.get('token'))
  })
})

describe('a subscribed calendar', () => {
  it('answers 304 to whoever has these bytes, also on the next day', async () => {
    const url = await addressOf('r-land')
    const { headers } = await kalender(url)
    expect(headers['cache-control']).toBe('private, no-store')
    const etag = String(headers['etag'])
    expect((await kalender(url, etag)).status).toBe(304)
    house.setToday(day('2026-11-25'))
    expect((await kalender(url, etag)).status).toBe(304)
    house.setToday(HEUTE)
  })

  it('tells the keeper of the law of the texts of all', async () => {
    const { text } = await kalender(await addressOf('r-land'))
    expect(summaries(text)).toEqual(['Hundegesetz tritt in Kraft – 2 Texte wechseln'])
  })

  it('follows a move', async () => {
    const url = await addressOf('r-schwerin')
    const before = await kalender(url)
    await house.payload.update({
      collection: 'zeitgrenzen',
      id: 'z-hund',
      data: { tag: '2027-04-01' },
    })
    const after = await kalender(url, String(before.headers['etag']))
    expect(after.status).toBe(200)
    expect(before.text).toContain('DTSTART;VALUE=DATE:20270101')
    expect(after.text).toContain('DTSTART;VALUE=DATE:20270401')
    expect([before.text, after.text].map(lineOf('SEQUENCE'))).toEqual(['0', '1'])
    expect(lineOf('UID')(after.text)).toBe(lineOf('UID')(before.text))
  })

  it('loses a day that is open again, as a cancelled event', async () => {
    const data = { stand: 'unbestimmt', bedingung: 'nach Bekanntgabe', tag: null } as const
    await house.payload.update({ collection: 'zeitgrenzen', id: 'z-hund', data })
    const { text } = await kalender(await addressOf('r-schwerin'))
    expect(lineOf('STATUS')(text)).toBe('CANCELLED')
    expect(summaries(text)).toEqual(['Ohne festen Tag: Hundegesetz tritt in Kraft'])
  })

  it('ends for the old address when its version is raised', async () => {
    const url = await addressOf('r-rostock')
    expect((await kalender(url)).status).toBe(200)
    await house.payload.update({
      collection: 'redaktionen',
      id: 'r-rostock',
      data: { kalenderVersion: 2 },
    })
    expect((await kalender(url)).status).toBe(403)
    const renewed = await addressOf('r-rostock')
    expect(renewed).not.toBe(url)
    expect((await kalender(renewed)).status).toBe(200)
  })
})

describe('/openapi.json', () => {
  it('describes the calendar', async () => {
    const { body } = await anonymous(house)('get', '/openapi.json')
    expect((body as { paths: object }).paths).toHaveProperty(['/export/v1/kalender.ics'])
  })
})

async function release(id: string, text: Parameters<typeof addDraft>[1]): Promise<void> {
  await addDraft(house, text)
  const { email, password } = await createUser(house.payload, 'administration', 'r-land')
  const send = await signIn(house, { email, password })
  const { status, body } = await send('post', `/api/fassungen/${id}/freigeben`, {})
  if (status !== 200) throw new Error(JSON.stringify(body))
}

async function addressOf(redaktion: string): Promise<string> {
  const user = await createUser(house.payload, 'kommunalredaktion', redaktion)
  const send = await signIn(house, user)
  const { body } = await send('get', `/api/redaktionen/${redaktion}/kalender`)
  return (body as { url: string }).url
}

function kalender(url: string, etag?: string) {
  const { pathname, search } = new URL(url)
  const sent = request(house.app()).get(pathname + search)
  return (etag === undefined ? sent : sent.set('if-none-match', etag)).buffer(true)
}

function summaries(text: string): readonly string[] {
  return [...text.replaceAll('\r\n ', '').matchAll(/^SUMMARY:(.*)\r$/gm)].map(([, line]) =>
    String(line),
  )
}

function lineOf(name: string): (text: string) => string | undefined {
  return (text) => new RegExp(`^${name}:(.*)\r$`, 'm').exec(text)?.[1]
}
