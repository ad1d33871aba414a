import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Entwurf } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { newestFolgenummer, reiheKey } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import {
  addDraft,
  anonymous,
  furnish,
  landtext,
  signIn,
  stadttext,
  standsAt,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let land: Send
/** Releases: who wrote a text does not. */
let lotte: Send
let schwerin: Send
let agentin: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  land = await person('landesredaktion', 'r-land')
  lotte = await person('landesredaktion', 'r-land')
  schwerin = await person('kommunalredaktion', 'r-schwerin')
  agentin = await person('auskunft115', 'r-land')
})

afterAll(() => house.remove())

describe('releasing an earlier text while later ones wait', () => {
  const alt = text('alt', '2026-01-01', null, {})
  const april = text('april', '2027-04-01', 'alt', { volltext: ersetzen('<p>Ab April.</p>') })
  const juli = text('juli', '2027-07-01', 'april', {
    volltext: ersetzen('<p>Ab April.</p>'),
    hinweise: ersetzen('<p>Nur im Sommer.</p>'),
  })
  const januar = text('januar', '2027-01-01', 'alt', {
    kurztext: ersetzen('<p>Die Anmeldung kostet <strong>10 Euro</strong>.</p>'),
    hinweise: ersetzen('<p>Online geht es schneller.</p>'),
  })
  const drafts: string[] = []

  beforeAll(async () => {
    for (const each of [alt, april, juli]) await addReleased(each)
    await addDraft(house, januar)
  })

  it('the preview names them with their titles and modules, and changes nothing', async () => {
    const { status, body } = await land('post', '/api/fassungen/januar/freigabevorschau', {})
    expect(status).toBe(200)
    expect(body).toEqual({
      spaetere: [
        {
          fassungId: 'april',
          titel: 'Hund anmelden – Mecklenburg-Vorpommern',
          ab: '2027-04-01',
          zustand: 'gilt',
          module: [
            { modul: 'kurztext', lage: 'faellt-zurueck' },
            { modul: 'hinweise', lage: 'faellt-zurueck' },
          ],
          entwurf: null,
        },
        {
          fassungId: 'juli',
          titel: 'Hund anmelden – Mecklenburg-Vorpommern',
          ab: '2027-07-01',
          zustand: 'gilt',
          module: [
            { modul: 'kurztext', lage: 'faellt-zurueck' },
            { modul: 'hinweise', lage: 'pruefen' },
          ],
          entwurf: null,
        },
      ],
      selberTag: null,
      vorGrundlage: false,
      ausgesetzt: null,
      satz: null,
    })
    expect(await feed('2027-04-01')).not.toContain('10 Euro')
  })

  it('released without more, the later ones fall back, and the text says so', async () => {
    await release('januar')
    expect(await feed('2027-03-31')).toContain('10 Euro')
    expect(await feed('2027-04-01')).not.toContain('10 Euro')
    const { body } = await land('get', '/api/fassungen/januar/lage')
    expect(body).toMatchObject({ zustand: 'gilt', hatBegonnen: false, satz: null })
    expect(laterOnes(body)).toEqual(['april', 'juli'])
  })

  it('carried on through the chain, every later day has both', async () => {
    for (const id of ['april', 'juli']) {
      const { status, body } = await land('post', `/api/fassungen/${id}/neu-aufsetzen`, {})
      expect(status).toBe(200)
      drafts.push((body as { id: string }).id)
    }
    const [aprilNeu = '', juliNeu = ''] = drafts
    expect(await stored(juliNeu)).toMatchObject({
      zustand: 'entwurf',
      titel: 'Hund anmelden – Mecklenburg-Vorpommern',
      redaktion: 'r-land',
      berichtigt: 'juli',
      basis: 'april',
      wiederaufgenommen: true,
      beginn: { art: 'tag', tag: '2027-07-01' },
    })
    await release(aprilNeu)
    await release(juliNeu)
    for (const tag of ['2027-01-01', '2027-04-01', '2027-07-01']) {
      expect(await feed(tag)).toContain('10 Euro')
    }
    expect(await feed('2027-04-01')).toContain('Ab April.')
    expect(await feed('2027-07-01')).toContain('Nur im Sommer.')
    expect(await feed('2026-12-31')).not.toContain('10 Euro')
    expect(await suspended()).toEqual([])
    for (const id of ['januar', aprilNeu]) {
      expect(laterOnes((await land('get', `/api/fassungen/${id}/lage`)).body)).toEqual([])
    }
  })

  it('the conflict of the draft is shown with the words of both', async () => {
    const { status, body } = await land('get', `/api/fassungen/${drafts[1]}/rebase`)
    expect(status).toBe(200)
    const { module } = body as { module: readonly { lage: string }[] }
    expect(module.filter(({ lage }) => lage === 'konflikt')).toEqual([
      {
        modul: 'hinweise',
        lage: 'konflikt',
        neueBasis: ersetzen('<p>Online geht es schneller.</p>'),
        eigen: ersetzen('<p>Nur im Sommer.</p>'),
        istEntschieden: false,
      },
    ])
  })

  it('a draft that rebases nothing has no such answer, and one that is corrected is not rebased again', async () => {
    expect((await land('get', '/api/fassungen/alt/rebase')).status).toBe(404)
    const again = await land('post', '/api/fassungen/april/neu-aufsetzen', {})
    expect(again.status).toBe(409)
    expect(codesOf(again.body)).toEqual(['fassung-is-corrected'])
  })
})

describe('an ausgesetzt text', () => {
  const row = { leistungId: 'l-hund', ebene: 'gemeinde', gebietId: 'g-rostock' } as const

  beforeAll(async () => {
    for (const [id, tag] of [
      ['z-eins', '2027-02-01'],
      ['z-zwei', '2027-03-01'],
    ]) {
      const data = zeitgrenze(id ?? '', { tag })
      await house.payload.create({ collection: 'zeitgrenzen', data: data as never })
    }
    const stadt = (id: string, rest: Partial<Entwurf>) => stadttext(id, 'rostock', rest)
    const words = (more: FassungInhalt) => inhalt({ volltext: ersetzen('<p>Immer.</p>'), ...more })
    await addReleased(stadt('erster', { inhalt: words({}) }))
    await addReleased(
      stadt('zweiter', {
        beginn: anZeitgrenze('z-eins'),
        basis: 'erster',
        inhalt: words({ hinweise: ersetzen('<p>Das erste Gesetz.</p>') }),
      }),
    )
    await addReleased(
      stadt('dritter', {
        beginn: anZeitgrenze('z-zwei'),
        basis: 'zweiter',
        inhalt: words({
          hinweise: ersetzen('<p>Das erste Gesetz.</p>'),
          kurztext: ersetzen('<p>Das zweite Gesetz.</p>'),
        }),
      }),
    )
  })

  it('that a move has brought before its basis says why, and is rebased on what holds there', async () => {
    await move('z-zwei', '2027-01-15')
    expect(await suspended(row)).toEqual(['dritter'])
    const { body } = await land('get', '/api/fassungen/dritter/lage')
    expect(body).toMatchObject({
      zustand: 'ausgesetzt',
      grund: { art: 'vor-grundlage', grundlage: 'zweiter' },
      abschnitte: [],
      entwurf: null,
    })
    expect((body as { satz: string }).satz).toContain(
      '(Hund anmelden – Rostock, ab 1. Februar 2027)',
    )
    const neu = await rebase('dritter')
    expect(neu.auf).toBe('erster')
    expect((await land('get', '/api/fassungen/dritter/lage')).body).toMatchObject({
      entwurf: neu.id,
    })
    const { folgenummer } = await release(neu.id)
    expect(await suspended(row)).toEqual([])
    const text = await feed('2027-01-15', '130030000000')
    expect(text).toContain('Das zweite Gesetz.')
    expect(text).not.toContain('Das erste Gesetz.')
    const { docs } = await house.payload.find({
      collection: 'ereignisse',
      where: { folgenummer: { equals: folgenummer } },
    })
    expect(docs[0]).toMatchObject({ art: 'wiederaufnahme' })
  })

  it('of the same day as another is put on top of it and takes the day', async () => {
    const twin = stadttext('zwilling', 'rostock', {
      beginn: festerTag(day('2027-02-01')),
      basis: 'erster',
      inhalt: inhalt({
        volltext: ersetzen('<p>Immer.</p>'),
        teaser: ersetzen('<p>Jetzt neu.</p>'),
      }),
    })
    await addDraft(house, twin)
    const preview = await land('post', '/api/fassungen/zwilling/freigabevorschau', {})
    expect(preview.body).toMatchObject({ selberTag: 'zweiter', spaetere: [] })
    expect((preview.body as { satz: string }).satz).toContain('am selben Tag')
    await release('zwilling')
    expect(await feed('2027-02-01', '130030000000')).not.toContain('Jetzt neu.')
    const { id, auf } = await rebase('zwilling')
    expect(auf).toBe('zweiter')
    await release(id)
    const text = await feed('2027-02-01', '130030000000')
    expect(text).toContain('Jetzt neu.')
    expect(text).toContain('Das erste Gesetz.')
    expect(await suspended(row)).toEqual([])
  })

  it('by hand tells who asked for it why, and is taken up again', async () => {
    await addReleased(text('hand', '2028-01-01', null, {}))
    const held = await land('post', '/api/fassungen/hand/aussetzen', { grund: 'Noch in Klärung.' })
    expect(held.status).toBe(200)
    expect((await land('get', '/api/fassungen/hand/lage')).body).toMatchObject({
      zustand: 'ausgesetzt',
      grund: { art: 'von-hand' },
      begruendung: 'Noch in Klärung.',
    })
    const resumed = await land('post', '/api/fassungen/hand/wiederaufnehmen', { grund: 'Geklärt.' })
    expect(resumed.status).toBe(200)
    expect((await land('get', '/api/fassungen/hand/lage')).body).toMatchObject({
      zustand: 'gilt',
      begruendung: null,
    })
  })
})

describe('who may', () => {
  beforeAll(async () => {
    await addReleased(stadttext('eigen', 'schwerin'))
    await addDraft(house, stadttext('entwurf-eigen', 'schwerin', { basis: 'eigen' }))
    await addDraft(house, stadttext('entwurf-rostock', 'rostock'))
    await addDraft(house, text('entwurf-land', '2029-01-01', null, {}))
  })

  it.each([
    ['post', 'entwurf-land/freigabevorschau'],
    ['post', 'entwurf-rostock/freigabevorschau'],
    ['post', 'januar/neu-aufsetzen'],
    ['post', 'erster/neu-aufsetzen'],
    ['get', 'entwurf-land/lage'],
    ['get', 'entwurf-rostock/lage'],
    ['get', 'entwurf-rostock/rebase'],
  ] as const)('a town gets nothing of others: %s %s', async (verb, path) => {
    const { status, body } = await schwerin(verb, `/api/fassungen/${path}`)
    expect(status).toBe(404)
    expect(codesOf(body)).toEqual(['fassung-is-unknown'])
  })

  it('a town rebases its own texts, in its own name', async () => {
    const path = '/api/fassungen/entwurf-eigen/freigabevorschau'
    expect((await schwerin('post', path, {})).status).toBe(200)
    const { status, body } = await schwerin('post', '/api/fassungen/eigen/neu-aufsetzen', {})
    expect(status).toBe(200)
    expect(await stored((body as { id: string }).id)).toMatchObject({ redaktion: 'r-schwerin' })
  })

  it('who only reads sees how a released text lies, but neither drafts nor previews', async () => {
    await rebase('hand')
    const { status, body } = await agentin('get', '/api/fassungen/hand/lage')
    expect(status).toBe(200)
    expect(body).toMatchObject({ zustand: 'gilt', entwurf: null })
    expect((await agentin('post', '/api/fassungen/hand/neu-aufsetzen', {})).status).toBe(403)
    expect((await agentin('get', '/api/fassungen/entwurf-land/lage')).status).toBe(404)
    expect((await agentin('post', '/api/fassungen/hand/freigabevorschau', {})).status).toBe(403)
  })

  it('a stranger gets nothing', async () => {
    for (const act of ['freigabevorschau', 'neu-aufsetzen']) {
      const { status } = await anonymous(house)('post', `/api/fassungen/hand/${act}`, {})
      expect(status).toBe(403)
    }
    for (const act of ['lage', 'rebase']) {
      const { status } = await anonymous(house)('get', `/api/fassungen/hand/${act}`)
      expect(status).toBe(403)
    }
  })
})

function text(id: string, tag: string, basis: string | null, words: FassungInhalt): Entwurf {
  return landtext(id, { beginn: festerTag(day(tag)), basis, inhalt: inhalt(words) })
}

/** Only a released text may be named as a basis. */
async function addReleased(each: Entwurf): Promise<void> {
  await addDraft(house, each)
  await release(each.id)
}

/** Approved, and released by somebody who did not write it: the way there is a matter of `ablauf.test.ts`. */
async function release(id: string): Promise<{ folgenummer: number }> {
  await standsAt(house, id, 'fachlich-freigegeben')
  const grund = 'Gesetz'
  const { status, body } = await lotte('post', `/api/fassungen/${id}/freigeben`, { grund })
  expect(body).toMatchObject({ folgenummer: expect.any(Number) })
  expect(status).toBe(200)
  return body as { folgenummer: number }
}

async function rebase(id: string): Promise<{ id: string; auf: string | null }> {
  const { status, body } = await land('post', `/api/fassungen/${id}/neu-aufsetzen`, {})
  expect(status).toBe(200)
  return body as { id: string; auf: string | null }
}

/** Saves the day of a Zeitgrenze, as the desk does. */
async function move(id: string, tag: string): Promise<void> {
  await house.payload.update({ collection: 'zeitgrenzen', id, data: { tag } })
}

async function feed(stichtag: string, ars = '13'): Promise<string> {
  const { text: answer } = await anonymous(house)(
    'get',
    `/export/v1/leistungen/l-hund?stichtag=${stichtag}&ars=${ars}`,
  )
  return answer
}

async function suspended(
  row: Pick<Entwurf, 'leistungId' | 'ebene' | 'gebietId'> = landtext('irgendeiner'),
): Promise<readonly string[]> {
  const chronik = await house.ports.chronik()
  return reiheAt(chronik, reiheKey(row), newestFolgenummer(chronik)).ausgesetzt
}

function stored(id: string): Promise<unknown> {
  return house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
}

function laterOnes(body: unknown): readonly string[] {
  const { spaetere } = body as { spaetere: readonly { fassungId: string }[] }
  return spaetere.map(({ fassungId }) => fassungId)
}

function codesOf(body: unknown): readonly string[] {
  const { problems = [] } = body as { problems?: readonly { code: string }[] }
  return problems.map(({ code }) => code)
}

async function person(rolle: Parameters<typeof createUser>[1], redaktion: string): Promise<Send> {
  return signIn(house, await createUser(house.payload, rolle, redaktion))
}
