import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Aufgabe } from '#core/aufgaben/aufgabe.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { addDraft, furnish, landtext, signIn, stadttext, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')

let house: TestHouse
let anna: Send
let otto: Send
let rostock: Send
let land: Send
let fach: Send
let lesend: Send
let ottoId: string

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  await house.payload.create({
    collection: 'redaktionen',
    data: { id: 'r-fach', name: 'Ministerium', art: 'fachressort' },
  })
  const person = async (rolle: Parameters<typeof createUser>[1], redaktion: string) =>
    createUser(house.payload, rolle, redaktion)
  anna = await signIn(house, await person('kommunalredaktion', 'r-schwerin'))
  const second = await person('kommunalredaktion', 'r-schwerin')
  ottoId = second.user.id
  otto = await signIn(house, second)
  rostock = await signIn(house, await person('kommunalredaktion', 'r-rostock'))
  land = await signIn(house, await person('landesredaktion', 'r-land'))
  fach = await signIn(house, await person('fachressort', 'r-fach'))
  lesend = await signIn(house, await person('lesend', 'r-rostock'))
})
afterAll(() => house.remove())

type Antwort = {
  readonly heute: string
  readonly zahlen: { readonly alle: number; readonly ueberfaellig: number }
  readonly aufgaben: readonly Aufgabe[]
}

async function liste(send: Send, query = ''): Promise<Antwort> {
  const { status, body } = await send('get', `/api/users/aufgaben${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Antwort
}

/** What is to be done, as `art id (day)`. */
async function said(send: Send, query = ''): Promise<readonly string[]> {
  const { aufgaben } = await liste(send, query)
  return aufgaben.map(
    ({ art, gegenstand, bis }) => `${art} ${gegenstand.id} (${bis ?? 'kein Tag'})`,
  )
}

async function release(text: ReturnType<typeof landtext>): Promise<void> {
  await addDraft(house, text)
  const released = await releaseFassung(house.ports, { id: text.id, von: 'lena', grund: null })
  if (!released.ok) throw new Error(JSON.stringify(released.problems))
}

async function draft(send: Send, text: ReturnType<typeof landtext>, others: object = {}) {
  const answer = await send('post', '/api/fassungen', { ...deskFassung(text), ...others })
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
}

describe('the tasks of a Kommunalredaktion', () => {
  it('are none at first, and one for all offers once the Land has a text', async () => {
    expect(await said(anna)).toEqual([])
    await release(landtext('l-text', { inhalt: inhalt() }))
    // The text of the Land has no office, which is a finding of the Land and not of a town.
    expect((await said(anna)).filter((each) => !each.startsWith('befund'))).toEqual([
      'angebot g-schwerin (kein Tag)',
    ])
  })

  it('are its drafts before their day, not those of the neighbour, with what the account may do', async () => {
    await draft(anna, stadttext('s-neujahr', 'schwerin', { beginn: festerTag(day('2027-01-01')) }))
    await draft(
      rostock,
      stadttext('r-neujahr', 'rostock', { beginn: festerTag(day('2027-01-01')) }),
    )
    await draft(anna, stadttext('s-fern', 'schwerin', { beginn: festerTag(day('2028-01-01')) }))
    expect(await said(anna, '?art=entwurf')).toEqual(['entwurf s-neujahr (2026-12-31)'])
    const [written] = (await liste(anna, '?art=entwurf')).aufgaben
    const [read] = (await liste(otto, '?art=entwurf')).aufgaben
    expect(written?.satz).toContain('eine zweite Person gibt ihn frei')
    expect(read?.satz).toContain('oder geben Sie ihn frei')
  })

  it('are also those without a day, for whoever is assigned to them', async () => {
    const assigned = await anna('patch', '/api/fassungen/s-fern', { zugewiesen: ottoId })
    expect(assigned.status).toBe(200)
    expect(await said(otto, '?zugewiesen=mir')).toEqual(['entwurf s-fern (2027-12-31)'])
    expect(await said(anna, '?zugewiesen=mir')).toEqual([])
  })

  it('follow the day: overdue first, and gone when the draft is released', async () => {
    house.setToday(day('2027-01-01'))
    const { aufgaben, zahlen } = await liste(otto)
    expect(aufgaben[0]?.gegenstand.id).toBe('s-neujahr')
    expect(zahlen.ueberfaellig).toBeGreaterThan(0)
    house.setToday(HEUTE)
    expect((await otto('post', '/api/fassungen/s-neujahr/freigeben', {})).status).toBe(200)
    expect(await said(anna, '?art=entwurf')).toEqual([])
  })

  it('say what it inherits when the Land changes a module that it has words of its own for', async () => {
    await release(
      landtext('l-neu', {
        beginn: festerTag(day('2027-03-01')),
        basis: 'l-text',
        inhalt: inhalt({ kurztext: ersetzen('<p>Das Land sagt es neu.</p>') }),
      }),
    )
    expect(await said(anna, '?art=eltern')).toEqual(['eltern s-neujahr (2027-02-28)'])
    // Its neighbour has a draft with words of its own; the Land inherits from nobody here.
    expect(await said(rostock, '?art=eltern')).toEqual(['eltern r-neujahr (2027-02-28)'])
    expect(await said(land, '?art=eltern')).toEqual([])
  })

  it('are a review twelve months after the release', async () => {
    house.setToday(addDays(day('2027-11-24'), -1))
    expect(await said(anna, '?art=ueberpruefung')).toEqual([])
    house.setToday(day('2027-11-24'))
    expect(await said(anna, '?art=ueberpruefung')).toEqual(['ueberpruefung s-neujahr (2027-11-24)'])
    house.setToday(HEUTE)
  })
})

describe('an Eilfall', () => {
  it('is looked at by another person, by nobody else and once', async () => {
    await draft(anna, stadttext('s-eil', 'schwerin', { beginn: festerTag(day('2027-05-01')) }))
    const done = await anna('post', '/api/fassungen/s-eil/freigeben', {
      eilfall: true,
      grund: 'Der Text ist falsch und gilt heute.',
    })
    expect(done.status, JSON.stringify(done.body)).toBe(200)
    expect(await said(otto, '?art=eilfall')).toEqual([`eilfall s-eil (${HEUTE})`])
    expect(await said(anna, '?art=eilfall')).toEqual([])
    expect(await said(rostock, '?art=eilfall')).toEqual([])
    expect((await otto('post', '/api/fassungen/s-eil/eilfall-bestaetigen', {})).status).toBe(200)
    expect(await said(otto, '?art=eilfall')).toEqual([])
  })
})

describe('a correction that waits', () => {
  it('is a task for the others of the Redaktion, not for who asked', async () => {
    const corrected = await anna('post', '/api/zeitgrenzen/z-hund/berichtigen', {})
    // A town corrects no law of the Land.
    expect(corrected.status).toBe(403)
    house.setToday(day('2027-02-01'))
    const answer = await land('post', '/api/zeitgrenzen/z-hund/berichtigen', {
      tag: '2027-01-15',
      grund: 'Im Gesetzblatt steht ein anderer Tag.',
    })
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    expect(await said(land, '?art=antrag')).toEqual([])
    const other = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
    const [antrag] = (await liste(other, '?art=antrag')).aufgaben
    expect(antrag).toMatchObject({ bis: '2027-02-01', redaktionId: 'r-land' })
    expect(antrag?.satz).toContain('Im Gesetzblatt steht ein anderer Tag.')
    house.setToday(HEUTE)
  })
})

describe('the text of the Land', () => {
  it('goes to consultation, and never to a Fachressort that takes no part', async () => {
    await draft(land, landtext('l-jahr', { beginn: festerTag(day('2027-01-01')) }))
    const [task] = (await liste(land, '?art=entwurf')).aufgaben
    expect(task?.satz).toContain('in die Abstimmung')
    expect(await said(fach)).toEqual([])
  })

  it('under Embargo is a task of its own Redaktion only', async () => {
    await draft(land, landtext('l-embargo', { beginn: festerTag(day('2027-01-01')) }), {
      embargo: true,
    })
    expect(await said(land, '?art=entwurf')).toContain('entwurf l-embargo (2026-12-31)')
    const admin = await signIn(
      house,
      await createUser(house.payload, 'administration', 'r-schwerin'),
    )
    const { body } = await admin('get', '/api/users/aufgaben?redaktion=alle')
    expect(JSON.stringify(body)).not.toContain('l-embargo')
    expect(JSON.stringify(body)).toContain('l-jahr')
  })
})

describe('the list of tasks', () => {
  it('is the own one for a Kommunalredaktion, whatever it asks for', async () => {
    expect((await anna('get', '/api/users/aufgaben?redaktion=alle')).status).toBe(403)
    expect((await anna('get', '/api/users/aufgaben?redaktion=r-rostock')).status).toBe(403)
    expect(await said(land, '?redaktion=r-rostock&art=entwurf')).toEqual([
      'entwurf r-neujahr (2026-12-31)',
    ])
  })

  it('is empty for who only reads, and nobody’s without an account', async () => {
    expect(await said(lesend)).toEqual([])
    const { default: request } = await import('supertest')
    expect((await request(house.app()).get('/api/users/aufgaben')).status).toBe(403)
  })

  it('refuses a kind that nobody knows, and counts without listing', async () => {
    expect((await anna('get', '/api/users/aufgaben?art=kaffee')).status).toBe(400)
    const { body } = await anna('get', '/api/users/aufgaben?nur=zahlen')
    expect(Object.keys(body as object)).toEqual(['heute', 'zahlen'])
  })

  it('is in the order of the days', async () => {
    const days = (await liste(land, '?redaktion=alle')).aufgaben.map(({ bis }) => bis ?? '9999')
    expect(days.length).toBeGreaterThan(3)
    expect(days).toEqual([...days].sort())
  })
})

describe('a consultation', () => {
  it('is a vote for each Redaktion that takes part, and ends for who leads it', async () => {
    await draft(land, landtext('l-abst', { beginn: festerTag(day('2027-09-01')) }))
    const opened = await land('post', '/api/abstimmungen/eroeffnen', {
      titel: 'Hundegesetz',
      fassungen: ['l-abst'],
      teilnehmer: ['r-schwerin', 'r-fach'],
      frist: '2026-12-15',
    })
    expect(opened.status, JSON.stringify(opened.body)).toBe(200)
    const days = async (send: Send, art: string) =>
      (await liste(send, `?art=${art}`)).aufgaben.map(({ bis }) => bis)
    expect(await days(anna, 'abstimmung')).toEqual(['2026-12-15'])
    expect(await days(fach, 'abstimmung')).toEqual(['2026-12-15'])
    expect(await days(fach, 'fachfreigabe')).toEqual(['2027-08-31'])
    expect(await days(rostock, 'abstimmung')).toEqual([])
    expect(await days(land, 'abstimmung-beenden')).toEqual([])
    house.setToday(day('2026-12-16'))
    expect(await days(land, 'abstimmung-beenden')).toEqual(['2026-12-15'])
    house.setToday(HEUTE)
  })
})
