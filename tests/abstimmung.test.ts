import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pino } from 'pino'
import { addDays, day } from '#core/zeit/day.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import type { Abstimmungsseite } from '#core/abstimmung/seite.ts'
import { findStelle } from '#core/abstimmung/stelle.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { addDraft, countEntries, furnish, landtext, signIn, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const FRIST = '2026-12-10'

let house: TestHouse
let land: Send
let schwerin: Send
let schwerin2: Send
let rostock: Send
let fach: Send
let fremdesLand: Send
let administration: Send

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  const { payload } = house
  const redaktion = (id: string, art: string) =>
    payload.create({
      collection: 'redaktionen',
      data: { id, name: id, art, gebiete: [] } as never,
    })
  await redaktion('r-fach', 'fachressort')
  await redaktion('r-anderes-land', 'land')
  const as = async (rolle: Parameters<typeof createUser>[1], wo: string): Promise<Send> =>
    signIn(house, await createUser(payload, rolle, wo))
  land = await as('landesredaktion', 'r-land')
  schwerin = await as('kommunalredaktion', 'r-schwerin')
  schwerin2 = await as('kommunalredaktion', 'r-schwerin')
  rostock = await as('kommunalredaktion', 'r-rostock')
  fach = await as('fachressort', 'r-fach')
  fremdesLand = await as('landesredaktion', 'r-anderes-land')
  administration = await as('administration', 'r-anderes-land')
})
afterAll(() => house.remove())

let count = 0

/** A draft of the Land that hangs on the law's day. */
async function draft(differences: Partial<Entwurf> = {}): Promise<string> {
  count += 1
  const id = `entwurf-${count}`
  await addDraft(house, landtext(id, { beginn: anZeitgrenze('z-hund'), ...differences }))
  return id
}

async function open(
  texte: readonly string[],
  differences: object = {},
  who: Send = land,
): Promise<string> {
  const answer = await who('post', '/api/abstimmungen/eroeffnen', {
    titel: 'Neues Hundegesetz',
    fassungen: texte,
    teilnehmer: ['r-schwerin', 'r-rostock', 'r-fach'],
    frist: FRIST,
    erinnerungTage: 3,
    ...differences,
  })
  expect(answer.body, JSON.stringify(answer.body)).toMatchObject({
    id: expect.any(String) as string,
  })
  return (answer.body as { id: string }).id
}

async function page(who: Send, id: string, text = ''): Promise<Abstimmungsseite> {
  const answer = await who('get', `/api/abstimmungen/${id}/stand?text=${text}`)
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body as Abstimmungsseite
}

async function standOf(who: Send, id: string, text: string): Promise<string> {
  const { texte } = await page(who, id, text)
  return texte.find(({ fassungId }) => fassungId === text)?.stand ?? ''
}

async function vote(who: Send, id: string, text: string, body: object) {
  const stand = await standOf(who, id, text)
  return who('post', `/api/abstimmungen/${id}/abstimmen`, { fassung: text, stand, ...body })
}

async function zustandOf(id: string): Promise<string> {
  const doc = await house.payload.findByID({ collection: 'fassungen', id, depth: 0 })
  return doc.zustand
}

async function rewrite(id: string, kurztext: string): Promise<void> {
  const { deskInhalt } = await import('#store/desk/module.ts')
  await house.payload.update({
    collection: 'fassungen',
    id,
    data: deskInhalt(inhalt({ kurztext: ersetzen(kurztext) })),
  })
}

describe('opening', () => {
  it('moves the texts, lets the participants read them and invites each once', async () => {
    const [a, b] = [await draft(), await draft()]
    expect((await schwerin('get', `/api/fassungen/${a}`)).status).toBe(404)
    const before = await countEntries(house)
    const id = await open([a, b])
    expect([await zustandOf(a), await zustandOf(b)]).toEqual(['in-abstimmung', 'in-abstimmung'])
    expect((await schwerin('get', `/api/fassungen/${a}`)).status).toBe(200)
    // Silence was not asked for, so the world hears nothing.
    expect(await countEntries(house)).toBe(before)
    const { docs } = await house.payload.find({
      collection: 'benachrichtigungen',
      where: { ziel: { equals: `/admin/collections/abstimmungen/${id}` } },
      sort: 'id',
      depth: 0,
    })
    expect(docs.map(({ redaktion }) => redaktion)).toEqual(['r-fach', 'r-rostock', 'r-schwerin'])
    const seite = await page(schwerin, id)
    expect(seite).toMatchObject({
      ich: { fuehrt: false, stimmtFuer: [{ redaktionId: 'r-schwerin' }] },
      fuehrend: { redaktionId: 'r-land' },
      ergebnis: { ausgang: 'ohne-stimme' },
    })
    expect(seite.schuldner.map(({ redaktionId }) => redaktionId)).toEqual([
      'r-schwerin',
      'r-rostock',
      'r-fach',
    ])
  })

  it('is all or nothing: one text that is not a draft keeps the others where they are', async () => {
    const [a, b] = [await draft(), await draft()]
    await open([b])
    const answer = await land('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [a, b],
      teilnehmer: ['r-schwerin'],
      frist: FRIST,
    })
    expect(answer.status).toBe(409)
    expect(answer.body).toMatchObject({ problems: [{ code: 'step-is-not-allowed' }] })
    expect(await zustandOf(a)).toBe('entwurf')
  })

  it.each([
    ['without a text', { fassungen: [] }, 'abstimmung-lacks-texts'],
    ['without a participant', { teilnehmer: ['r-land'] }, 'abstimmung-lacks-participants'],
    ['with a Frist of yesterday', { frist: '2026-11-23' }, 'abstimmung-deadline-has-passed'],
    ['with a Frist that is no day', { frist: '2026-02-30' }, 'day-is-malformed'],
  ])('%s is refused', async (_name, differences, code) => {
    const text = await draft()
    const answer = await land('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [text],
      teilnehmer: ['r-schwerin'],
      frist: FRIST,
      ...differences,
    })
    expect(answer.body).toMatchObject({ problems: [{ code }] })
    expect(await zustandOf(text)).toBe('entwurf')
  })

  it('with texts of two days is refused', async () => {
    const [a, b] = [await draft(), await draft({ beginn: { art: 'tag', tag: day('2027-03-01') } })]
    const answer = await land('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [a, b],
      teilnehmer: ['r-schwerin'],
      frist: FRIST,
    })
    expect(answer.body).toMatchObject({ problems: [{ code: 'abstimmung-needs-one-day' }] })
  })

  it('by somebody who must not see the text says no more than that there is none', async () => {
    const text = await draft()
    const answer = await schwerin('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [text],
      teilnehmer: ['r-rostock'],
      frist: FRIST,
    })
    expect(answer.body).toMatchObject({ problems: [{ code: 'fassung-is-unknown' }] })
    const body = { fassungen: [text], teilnehmer: ['r-rostock'], frist: FRIST }
    expect((await fach('post', '/api/abstimmungen/eroeffnen', body)).status).toBe(403)
  })

  it('by two people at once happens once', async () => {
    const text = await draft()
    const body = { fassungen: [text], teilnehmer: ['r-schwerin'], frist: FRIST }
    const answers = await Promise.all([
      land('post', '/api/abstimmungen/eroeffnen', body),
      land('post', '/api/abstimmungen/eroeffnen', body),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409])
    const { totalDocs } = await house.payload.count({
      collection: 'abstimmungen',
      where: { fassungen: { in: [text] } },
    })
    expect(totalDocs).toBe(1)
    expect(await zustandOf(text)).toBe('in-abstimmung')
  })

  it('with a Schweigefrist is one entry for all texts, never about fees', async () => {
    await house.payload.create({
      collection: 'leistungen',
      data: {
        id: 'l-katze',
        name: 'Katze anmelden',
        leistungsschluessel: ['99102019060001'],
        redaktion: 'r-land',
      },
    })
    const kosten = {
      modus: 'ersetzen',
      wert: { kosten: [], text: '<p>5 Euro</p>', links: [] },
    } as const
    const a = await draft({ inhalt: inhalt({ kosten }) })
    const b = await draft({ leistungId: 'l-katze' })
    const before = await countEntries(house)
    const id = await open([a, b], {
      schweigefristTage: 10,
      schweigemodule: { [a]: ['kurztext', 'kosten'] },
    })
    expect(await countEntries(house)).toBe(before + 1)
    const chronik = await house.ports.chronik()
    const fristen = ['l-hund', 'l-katze'].map(
      (leistung) => chronik.objekte.get(`schweigefrist|${id}.${leistung}`)?.at(-1)?.wert,
    )
    expect(fristen).toMatchObject([
      { wert: { module: ['kurztext'], fristende: '2026-12-17' } },
      { wert: { module: ['leistungsbezeichnung', 'leistungsbezeichnungII', 'kurztext'] } },
    ])
    // Broken off, silence ends nothing any more: one more entry.
    expect(
      (await land('post', `/api/abstimmungen/${id}/abbrechen`, { grund: 'vertagt' })).body,
    ).toEqual({ folgenummer: before + 2 })
    const after = await house.ports.chronik()
    expect(after.objekte.get(`schweigefrist|${id}.l-hund`)?.at(-1)?.wert).toMatchObject({
      wert: { module: [] },
    })
  })

  it('with a Schweigefrist that cannot be kept leaves nothing behind', async () => {
    const text = await draft()
    const before = await countEntries(house)
    const answer = await land('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [text],
      teilnehmer: ['r-schwerin'],
      frist: FRIST,
      schweigefristTage: 60,
    })
    expect(answer.body).toMatchObject({ problems: [{ code: 'schweigefrist-is-too-short' }] })
    expect([await zustandOf(text), await countEntries(house)]).toEqual(['entwurf', before])
    expect((await schwerin('get', `/api/fassungen/${text}`)).status).toBe(404)
  })
})

describe('votes', () => {
  it('the newest of a Redaktion counts, an objection needs its reason', async () => {
    const text = await draft()
    const id = await open([text])
    const without = await vote(schwerin, id, text, { votum: 'ablehnen' })
    expect(without.body).toMatchObject({ problems: [{ code: 'reason-is-missing' }] })
    expect((await vote(schwerin, id, text, { votum: 'ablehnen', grund: 'zu lang' })).status).toBe(
      200,
    )
    expect((await page(land, id)).ergebnis.ausgang).toBe('einwaende')
    expect((await vote(schwerin2, id, text, { votum: 'zustimmen' })).status).toBe(200)
    const { ergebnis, schuldner } = await page(land, id)
    expect(ergebnis).toMatchObject({
      ausgang: 'ohne-einwand',
      texte: [{ zustimmungen: 1, ablehnungen: 0, ohneStimme: 2 }],
    })
    expect(schuldner.map(({ redaktionId }) => redaktionId)).toEqual(['r-rostock', 'r-fach'])
  })

  it('of two people of one Redaktion at once are both kept, and one counts', async () => {
    const text = await draft()
    const id = await open([text])
    const stand = await standOf(schwerin, id, text)
    const path = `/api/abstimmungen/${id}/abstimmen`
    const answers = await Promise.all([
      schwerin('post', path, { fassung: text, stand, votum: 'zustimmen' }),
      schwerin2('post', path, { fassung: text, stand, votum: 'enthalten' }),
      rostock('post', path, { fassung: text, stand, votum: 'ablehnen', grund: 'nein' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    const { totalDocs } = await house.payload.count({
      collection: 'stimmen',
      where: { abstimmung: { equals: id } },
    })
    expect(totalDocs).toBe(3)
    const { ergebnis } = await page(land, id)
    expect(ergebnis.texte[0]).toMatchObject({ ablehnungen: 1, ohneStimme: 1 })
  })

  it('on what has changed since it was read is refused; one given before is marked', async () => {
    const text = await draft()
    const id = await open([text])
    const old = await standOf(schwerin, id, text)
    expect((await vote(schwerin, id, text, { votum: 'zustimmen' })).status).toBe(200)
    await rewrite(text, '<p>Ganz neu.</p>')
    const path = `/api/abstimmungen/${id}/abstimmen`
    const late = await rostock('post', path, { fassung: text, stand: old, votum: 'zustimmen' })
    expect(late.body).toMatchObject({ problems: [{ code: 'text-has-changed' }] })
    const seite = await page(schwerin, id, text)
    expect(seite.text?.stimmen).toMatchObject([{ votum: 'zustimmen', aufFrueheremStand: true }])
    expect(seite.schuldner.find(({ redaktionId }) => redaktionId === 'r-schwerin')).toMatchObject({
      ohneStimme: 0,
      aufFrueheremStand: 1,
    })
  })

  it('the day after the Frist still counts and is marked; after the end it is refused', async () => {
    const text = await draft()
    const id = await open([text])
    house.setToday(addDays(day(FRIST), 1))
    expect((await vote(schwerin, id, text, { votum: 'zustimmen' })).status).toBe(200)
    expect((await page(land, id, text)).text?.stimmen).toMatchObject([{ verspaetet: true }])
    const entscheidungen = [{ fassung: text, weiter: 'fachfreigabe' }]
    const ended = await land('post', `/api/abstimmungen/${id}/beenden`, { entscheidungen })
    expect(ended.status).toBe(200)
    const stand = await standOf(rostock, id, text)
    const path = `/api/abstimmungen/${id}/abstimmen`
    const late = await rostock('post', path, { fassung: text, stand, votum: 'zustimmen' })
    expect(late.body).toMatchObject({ problems: [{ code: 'abstimmung-is-over' }] })
    house.setToday(HEUTE)
  })

  it('are given by participants only, each in its own name', async () => {
    const text = await draft()
    const id = await open([text], { teilnehmer: ['r-schwerin'] })
    const stand = await standOf(schwerin, id, text)
    const path = `/api/abstimmungen/${id}/abstimmen`
    const body = { fassung: text, stand, votum: 'zustimmen' }
    expect((await land('post', path, body)).status).toBe(403)
    expect((await rostock('post', path, body)).status).toBe(404)
    expect((await fach('post', path, body)).status).toBe(403)
    expect((await schwerin('post', path, { ...body, redaktion: 'r-rostock' })).status).toBe(403)
  })

  it('cannot be written past the act by any route', async () => {
    for (const collection of ['stimmen', 'kommentare', 'einsichten', 'textstaende'])
      for (const who of [administration, land, schwerin]) {
        expect((await who('get', `/api/${collection}`)).status).toBe(403)
        expect((await who('post', `/api/${collection}`, { id: 'x' })).status).toBe(403)
      }
    expect((await land('post', '/api/abstimmungen', { titel: 'x' })).status).toBe(403)
  })
})

describe('comments', () => {
  it('on a passage are found again after a change, and said to be gone when the words are', async () => {
    const kurztext = ersetzen('<p>Der Hund ist klein. Der Hund ist gross.</p>')
    const text = await draft({ inhalt: inhalt({ kurztext }) })
    const id = await open([text])
    const path = `/api/abstimmungen/${id}/kommentieren`
    const wrong = await schwerin('post', path, {
      fassung: text,
      modul: 'kurztext',
      worte: 'Die Katze',
      text: 'welche?',
    })
    expect(wrong.body).toMatchObject({ problems: [{ code: 'passage-is-not-found' }] })
    const made = await schwerin('post', path, {
      fassung: text,
      modul: 'kurztext',
      worte: 'Der Hund',
      davor: 'klein. ',
      text: 'Welcher Hund?',
    })
    expect(made.status).toBe(200)
    const { id: kommentar } = made.body as { id: string }
    const answer = await land('post', path, { antwortAuf: kommentar, text: 'Der zweite.' })
    expect(answer.status).toBe(200)
    const [gespraech] = (await page(rostock, id, text)).text?.gespraeche ?? []
    expect(gespraech).toMatchObject({
      redaktionId: 'r-schwerin',
      stelle: { worte: 'Der Hund', davor: 'Der Hund ist klein. ' },
      antworten: [{ text: 'Der zweite.', redaktionId: 'r-land' }],
    })
    const changed = 'Am Anfang neu. Der Hund ist klein. Der Hund ist gross.'
    const stelle = gespraech?.stelle ?? { worte: '', davor: '', danach: '' }
    expect(findStelle(changed, stelle)).toEqual({ von: 35, bis: 43 })
    expect(findStelle('Kein Tier.', stelle)).toBeNull()
  })

  it('are settled by whoever leads or wrote them', async () => {
    const text = await draft()
    const id = await open([text])
    const made = await schwerin('post', `/api/abstimmungen/${id}/kommentieren`, {
      fassung: text,
      text: 'Bitte kürzer.',
    })
    const { id: kommentar } = made.body as { id: string }
    const done = `/api/abstimmungen/${id}/kommentar-erledigt`
    expect((await rostock('post', done, { kommentar })).status).toBe(403)
    expect((await land('post', done, { kommentar })).status).toBe(200)
    expect((await page(land, id, text)).text?.gespraeche[0]?.erledigt).toMatchObject({
      vonName: 'landesredaktion',
    })
    expect((await page(land, id, text)).texte[0]?.offeneKommentare).toBe(0)
  })
})

describe('what has changed since somebody last looked', () => {
  it('is kept per account: the words of then beside those of now', async () => {
    const text = await draft()
    const id = await open([text])
    const path = `/api/abstimmungen/${id}/gesehen`
    expect((await page(schwerin, id, text)).texte[0]?.geaendert).toBeNull()
    const stand = await standOf(schwerin, id, text)
    await schwerin('post', path, { fassung: text, stand, erstmals: true })
    expect((await page(schwerin, id, text)).texte[0]?.geaendert).toBe(false)
    await rewrite(text, '<p>Jetzt steht hier etwas anderes.</p>')
    const seite = await page(schwerin, id, text)
    expect(seite.texte[0]?.geaendert).toBe(true)
    expect(seite.text?.zuletzt).toMatchObject(inhalt())
    expect(seite.text?.inhalt.kurztext?.wert.text).toContain('etwas anderes')
    // A second visit does not forget what the first one saw.
    const now = seite.texte[0]?.stand ?? ''
    await schwerin('post', path, { fassung: text, stand: now, erstmals: true })
    expect((await page(schwerin, id, text)).texte[0]?.geaendert).toBe(true)
    await schwerin('post', path, { fassung: text, stand: now })
    expect((await page(schwerin, id, text)).texte[0]?.geaendert).toBe(false)
    expect((await page(schwerin2, id, text)).texte[0]?.geaendert).toBeNull()
  })
})

describe('reminders', () => {
  const remindersOf = async (id: string): Promise<readonly string[]> => {
    const { docs } = await house.payload.find({
      collection: 'benachrichtigungen',
      where: { ziel: { equals: `/admin/collections/abstimmungen/${id}` } },
      limit: 0,
      pagination: false,
      depth: 0,
    })
    return docs
      .filter(({ titel }) => titel.startsWith('Erinnerung'))
      .map(({ redaktion }) => String(redaktion))
      .sort()
  }
  const night = async (tag: string): Promise<void> => {
    house.setToday(day(tag))
    await house.createNachtlauf(pino({ level: 'silent' })).tick()
  }

  it('go once to those who owe a vote, from three working days before the Frist on', async () => {
    const text = await draft()
    const id = await open([text])
    await vote(schwerin, id, text, { votum: 'zustimmen' })
    // Thursday 10 December: three working days before is Monday the 7th.
    await night('2026-12-06')
    expect(await remindersOf(id)).toEqual([])
    // Nobody was awake on Monday: Tuesday makes it good.
    await night('2026-12-08')
    expect(await remindersOf(id)).toEqual(['r-fach', 'r-rostock'])
    await night('2026-12-09')
    expect(await remindersOf(id)).toEqual(['r-fach', 'r-rostock'])
    // A Frist that is put off is reminded of again.
    const put = await land('post', `/api/abstimmungen/${id}/frist`, { frist: '2026-12-14' })
    expect(put.status).toBe(200)
    await night('2026-12-11')
    expect(await remindersOf(id)).toEqual(['r-fach', 'r-fach', 'r-rostock', 'r-rostock'])
    house.setToday(HEUTE)
  })

  it('by hand go to each once a day', async () => {
    const text = await draft()
    const id = await open([text])
    const path = `/api/abstimmungen/${id}/erinnern`
    expect((await land('post', path)).body).toEqual({ erinnert: 3 })
    expect((await land('post', path)).body).toEqual({ erinnert: 0 })
    expect((await schwerin('post', path)).status).toBe(403)
  })

  it('survive a rebuild of what follows from the log', async () => {
    const text = await draft()
    const id = await open([text])
    const where = { ziel: { equals: `/admin/collections/abstimmungen/${id}` } }
    await house.rebuild()
    const { totalDocs } = await house.payload.count({ collection: 'benachrichtigungen', where })
    expect(totalDocs).toBe(3)
  })
})

describe('the end', () => {
  it('fixes outcome and record; each text goes where the leading Redaktion says', async () => {
    const [a, b] = [await draft(), await draft()]
    const id = await open([a, b])
    await vote(schwerin, id, a, { votum: 'ablehnen', grund: 'Die Frist fehlt.' })
    await vote(rostock, id, b, { votum: 'zustimmen' })
    await schwerin('post', `/api/abstimmungen/${id}/kommentieren`, { fassung: a, text: 'Frist?' })
    const path = `/api/abstimmungen/${id}/beenden`
    const missing = await land('post', path, {
      entscheidungen: [{ fassung: a, weiter: 'entwurf' }],
    })
    expect(missing.body).toMatchObject({
      problems: [{ code: 'reason-is-missing' }, { code: 'decision-is-missing' }],
    })
    const entscheidungen = [
      { fassung: a, weiter: 'entwurf', grund: 'Wird ergänzt.' },
      { fassung: b, weiter: 'fachfreigabe' },
    ]
    expect((await schwerin('post', path, { entscheidungen })).status).toBe(403)
    expect((await land('post', path, { entscheidungen })).body).toEqual({ ausgang: 'einwaende' })
    expect([await zustandOf(a), await zustandOf(b)]).toEqual(['entwurf', 'in-abstimmung'])
    const { niederschrift } = await page(schwerin, id)
    expect(niederschrift).toMatchObject({
      titel: 'Neues Hundegesetz',
      fuehrend: { redaktionId: 'r-land', name: 'Land' },
      ausgang: 'einwaende',
      abgebrochenWeil: null,
      texte: [
        {
          fassungId: a,
          ausgang: 'einwaende',
          stimmen: [{ redaktionId: 'r-schwerin', votum: 'ablehnen', grund: 'Die Frist fehlt.' }],
          geschwiegen: [{ redaktionId: 'r-rostock' }, { redaktionId: 'r-fach' }],
          kommentare: [{ text: 'Frist?' }],
          entscheidung: { weiter: 'entwurf', grund: 'Wird ergänzt.' },
        },
        { fassungId: b, ausgang: 'ohne-einwand', entscheidung: { weiter: 'fachfreigabe' } },
      ],
    })
    // Written once: what happens to the text afterwards does not change it.
    await rewrite(a, '<p>Anders.</p>')
    expect((await page(schwerin, id)).niederschrift).toEqual(niederschrift)
    // The Fachressort may take the next step.
    const approved = await fach('post', `/api/fassungen/${b}/fachlich-freigeben`)
    expect(approved.status, JSON.stringify(approved.body)).toBe(200)
  })

  it('of two people at once happens once, and holds every vote that was accepted', async () => {
    const text = await draft()
    const id = await open([text])
    const stand = await standOf(schwerin, id, text)
    const entscheidungen = [{ fassung: text, weiter: 'entwurf', grund: 'Schluss.' }]
    const end = () => land('post', `/api/abstimmungen/${id}/beenden`, { entscheidungen })
    const path = `/api/abstimmungen/${id}/abstimmen`
    const body = { fassung: text, stand, votum: 'zustimmen' }
    const [first, second, ...votes] = await Promise.all([
      end(),
      end(),
      schwerin('post', path, body),
      rostock('post', path, body),
      fach('post', path, body),
    ])
    expect([first.status, second.status].sort()).toEqual([200, 409])
    const { niederschrift } = await page(land, id)
    const accepted = votes.filter(({ status }) => status === 200)
    expect(niederschrift?.texte[0]?.stimmen).toHaveLength(accepted.length)
  })

  it('broken off: the texts are drafts again, and nobody else reads them any more', async () => {
    const text = await draft()
    const id = await open([text])
    const path = `/api/abstimmungen/${id}/abbrechen`
    expect((await land('post', path, {})).body).toMatchObject({
      problems: [{ code: 'reason-is-missing' }],
    })
    expect((await land('post', path, { grund: 'Landtag vertagt.' })).status).toBe(200)
    expect(await zustandOf(text)).toBe('entwurf')
    expect((await schwerin('get', `/api/fassungen/${text}`)).status).toBe(404)
    expect((await page(schwerin, id)).niederschrift).toMatchObject({
      abgebrochenWeil: 'Landtag vertagt.',
    })
  })

  it('a text taken back meanwhile can be put before the participants again', async () => {
    const text = await draft()
    const id = await open([text])
    await land('post', `/api/fassungen/${text}/zurueckholen`)
    expect(await zustandOf(text)).toBe('entwurf')
    // Nobody owes a vote on what nobody can vote on.
    expect((await page(land, id)).schuldner).toEqual([])
    const path = `/api/abstimmungen/${id}/wieder-vorlegen`
    expect((await land('post', path, { fassung: text })).body).toEqual({ zustand: 'in-abstimmung' })
    expect((await page(land, id)).schuldner).toHaveLength(3)
  })

  it('a Redaktion that is asked later reads and votes', async () => {
    const text = await draft()
    const id = await open([text], { teilnehmer: ['r-schwerin'] })
    expect((await rostock('get', `/api/abstimmungen/${id}`)).status).toBe(404)
    const path = `/api/abstimmungen/${id}/teilnehmer`
    expect((await land('post', path, { teilnehmer: ['r-rostock', 'r-schwerin'] })).body).toEqual({
      neu: 1,
    })
    expect((await vote(rostock, id, text, { votum: 'enthalten' })).status).toBe(200)
  })
})

describe('a consultation under Embargo', () => {
  const WORT = 'Quaxelgesetz'

  async function embargoed(): Promise<{ readonly id: string; readonly text: string }> {
    const text = await draft()
    await house.payload.db.updateOne({
      collection: 'fassungen',
      id: text,
      data: { embargo: true },
    })
    const id = await open([text], { titel: WORT, teilnehmer: ['r-schwerin'] })
    return { id, text }
  }

  it('is there for its leader and its participants only, title, votes and mail included', async () => {
    const { id, text } = await embargoed()
    expect((await vote(schwerin, id, text, { votum: 'zustimmen' })).status).toBe(200)
    expect((await page(land, id)).abstimmung.titel).toBe(WORT)
    for (const who of [rostock, fach, fremdesLand, administration]) {
      expect((await who('get', `/api/abstimmungen/${id}`)).status).toBe(404)
      expect((await who('get', `/api/abstimmungen/${id}/stand`)).status).toBe(404)
      const list = await who('get', `/api/abstimmungen?where[titel][equals]=${WORT}`)
      expect(list.body).toMatchObject({ totalDocs: 0 })
      const counted = await who('get', `/api/abstimmungen/count?where[titel][equals]=${WORT}`)
      expect(counted.body).toEqual({ totalDocs: 0 })
      const news = await who('get', '/api/benachrichtigungen?limit=0')
      expect(JSON.stringify(news.body)).not.toContain(id)
      const audit = await who('get', '/api/protokoll?limit=0')
      expect(JSON.stringify(audit.body)).not.toContain(WORT)
      for (const act of ['beenden', 'abbrechen', 'erinnern', 'kommentieren', 'abstimmen'])
        expect((await who('post', `/api/abstimmungen/${id}/${act}`, { grund: 'x' })).status).toBe(
          404,
        )
    }
    // A mail lies open: not even to a participant does it name the law.
    const news = await schwerin('get', '/api/benachrichtigungen?limit=0')
    expect(JSON.stringify(news.body)).toContain(id)
    expect(JSON.stringify(news.body)).not.toContain(WORT)
  })

  it('has no Schweigefrist, which would be public', async () => {
    const text = await draft()
    await house.payload.db.updateOne({ collection: 'fassungen', id: text, data: { embargo: true } })
    const answer = await land('post', '/api/abstimmungen/eroeffnen', {
      fassungen: [text],
      teilnehmer: ['r-schwerin'],
      frist: FRIST,
      schweigefristTage: 5,
    })
    expect(answer.body).toMatchObject({ problems: [{ code: 'embargo-forbids-schweigefrist' }] })
  })

  it('opens itself to the Land when the Embargo on its texts is lifted', async () => {
    const { id, text } = await embargoed()
    expect((await fremdesLand('get', `/api/abstimmungen/${id}`)).status).toBe(404)
    const lifted = await land('patch', `/api/fassungen/${text}`, { embargo: false })
    expect(lifted.status, JSON.stringify(lifted.body)).toBe(200)
    expect((await fremdesLand('get', `/api/abstimmungen/${id}`)).status).toBe(200)
    expect((await rostock('get', `/api/abstimmungen/${id}`)).status).toBe(404)
  })
})

it('every act is in the audit, with who and why', async () => {
  const text = await draft()
  const id = await open([text])
  await vote(schwerin, id, text, { votum: 'ablehnen', grund: 'zu früh' })
  await land('post', `/api/abstimmungen/${id}/abbrechen`, { grund: 'erledigt' })
  const { docs } = await house.payload.find({
    collection: 'protokoll',
    where: { gegenstandId: { equals: id } },
    sort: 'nummer',
    depth: 0,
  })
  expect(docs.map(({ akt, grund }) => [akt, grund ?? null])).toEqual([
    ['abstimmung-eroeffnet', null],
    ['abstimmung-stimme', 'zu früh'],
    ['abstimmung-abgebrochen', 'erledigt'],
  ])
})

describe('whoever has not signed in', () => {
  it('learns nothing', async () => {
    const { anonymous } = await import('./support/furnish.ts')
    const nobody = anonymous(house)
    const text = await draft()
    const id = await open([text])
    expect((await nobody('get', `/api/abstimmungen/${id}`)).status).toBe(403)
    expect((await nobody('get', `/api/abstimmungen/${id}/stand`)).status).toBe(403)
    expect((await nobody('post', `/api/abstimmungen/${id}/abstimmen`, {})).status).toBe(403)
  })
})
