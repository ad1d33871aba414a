import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEMO_PASSWORT } from '#seed/demo/benutzer.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { entwurf, ersetzen, inhalt } from '../support/factories.ts'
import { startServer, type RunningServer } from '../support/server.ts'

/**
 * The pages of the running product, as a browser gets them. A draft of Schwerin is under Embargo; nobody else finds its word or
 * its id on any page that lists, draws, counts, compares or opens texts. Its own people find it on the same pages.
 */
const WORT = 'Quastenflosserabgabe'
const GEHEIM = 'f-geheim-3e7a'
const LEISTUNG = 'leistung-reisepass'
const ZEITGRENZE = 'zg-vereinfachung-januar'

const SEITEN: readonly string[] = [
  '/admin',
  '/admin/arbeitsliste',
  '/admin/aufgaben',
  '/admin/stichtagskalender',
  '/admin/nachweis',
  '/admin/angebote-klaeren',
  '/admin/abstimmung-eroeffnen',
  `/admin/abstimmung-eroeffnen?fassung=${GEHEIM}`,
  `/admin/abstimmung-eroeffnen?zeitgrenze=${ZEITGRENZE}`,
  '/admin/collections/abstimmungen',
  '/admin/collections/fassungen?limit=100',
  `/admin/collections/fassungen?limit=100&search=${WORT}`,
  '/admin/collections/fassungen?limit=100&where[embargo][equals]=true',
  `/admin/collections/fassungen/${GEHEIM}`,
  `/admin/collections/fassungen/${GEHEIM}/versions`,
  '/admin/collections/protokoll?limit=100',
  '/admin/collections/benachrichtigungen?limit=100',
  '/admin/collections/antraege',
  '/admin/collections/ereignisse?limit=100',
  `/admin/collections/leistungen/${LEISTUNG}`,
  `/admin/collections/leistungen/${LEISTUNG}/zeitband`,
  `/admin/collections/leistungen/${LEISTUNG}/zeitband?gebiet=gebiet-schwerin`,
  `/admin/collections/zeitgrenzen/${ZEITGRENZE}`,
  '/vorschau?ars=130040000000',
  `/vorschau/${LEISTUNG}?ars=130040000000`,
  '/api/protokoll/export.csv',
  '/api/users/aufgaben',
]

const AUSSEN = [
  'administration',
  'landesredaktion',
  'stralendorf',
  'fachressort',
  '115',
  'lesend',
  null,
] as const

let server: RunningServer
/** Texts under their day, as the calendar draws them. */
let tag = ''

beforeAll(async () => {
  server = await startServer()
  const cookie = await cookieOf('schwerin')
  const zeitgrenze = await get(cookie, `/api/zeitgrenzen/${ZEITGRENZE}?depth=0`)
  tag = (JSON.parse(zeitgrenze.text) as { tag: string }).tag
  const text = entwurf({
    id: GEHEIM,
    leistungId: LEISTUNG,
    ebene: 'gemeinde',
    gebietId: 'gebiet-schwerin',
    redaktionId: 'redaktion-schwerin',
    beginn: anZeitgrenze(ZEITGRENZE),
    inhalt: inhalt({
      kurztext: ersetzen(`<p>Die ${WORT} kommt.</p>`),
      volltext: ersetzen(`<p>Die ${WORT} kommt bald.</p>`),
    }),
  })
  const made = await fetch(`${server.url}/api/fassungen`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie, origin: server.url },
    body: JSON.stringify({ ...deskFassung(text), embargo: true }),
  })
  if (made.status !== 201) throw new Error(await made.text())
}, 240_000)

afterAll(() => server.remove())

describe.each(AUSSEN)('the pages as %s', (name) => {
  it('tell nothing of the draft', async () => {
    const cookie = name === null ? '' : await cookieOf(name)
    const told: string[] = []
    for (const path of pages()) {
      const { text } = await get(cookie, path)
      // What was asked for stands in the page again.
      const said = text.replaceAll(`search=${WORT}`, '').replaceAll(`"search":"${WORT}"`, '')
      if (said.includes(`Die ${WORT}`)) told.push(`${path}: the word`)
      if (!path.includes(GEHEIM) && said.includes(GEHEIM)) told.push(`${path}: the id`)
    }
    expect(told).toEqual([])
  }, 240_000)
})

describe('the pages as its own people', () => {
  it('tell of it, so the walk can fail', async () => {
    const cookie = await cookieOf('schwerin2')
    const found: string[] = []
    for (const path of pages()) {
      const { status, text } = await get(cookie, path)
      expect([path, status < 500]).toEqual([path, true])
      if (text.includes(GEHEIM)) found.push(path)
    }
    expect(found).toContain('/admin/collections/fassungen?limit=100')
    expect(found).toContain('/admin/collections/fassungen?limit=100&where[embargo][equals]=true')
    expect(found).toContain(`/admin/stichtagskalender/${tag}`)
    expect(found).toContain('/api/protokoll/export.csv')
    for (const path of [
      `/admin/collections/fassungen/${GEHEIM}`,
      `/vorschau/${LEISTUNG}?ars=130040000000&stichtag=${tag}&entwuerfe=1`,
    ])
      expect([path, (await get(cookie, path)).text.includes(WORT)]).toEqual([path, true])
  }, 240_000)
})

function pages(): readonly string[] {
  return [
    ...SEITEN,
    `/admin/stichtagskalender/${tag}`,
    `/vorschau/${LEISTUNG}?ars=130040000000&stichtag=${tag}&entwuerfe=1`,
    `/vorschau?ars=130040000000&stichtag=${tag}&entwuerfe=1`,
  ]
}

async function cookieOf(name: string): Promise<string> {
  const answer = await fetch(`${server.url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email: `${name}@stichtag.example`, password: DEMO_PASSWORT }),
  })
  const { token } = (await answer.json()) as { token?: string }
  if (token === undefined) throw new Error(`${name} cannot sign in: ${answer.status}`)
  return `payload-token=${token}`
}

async function get(
  cookie: string,
  path: string,
): Promise<{ readonly status: number; readonly text: string }> {
  const headers = cookie === '' ? {} : { cookie }
  const answer = await fetch(`${server.url}${path}`, { headers })
  return { status: answer.status, text: await answer.text() }
}
