import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { newestFolgenummer, reiheKey } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'
import {
  addDraft,
  anonymous,
  countEntries,
  furnish,
  landtext,
  signIn,
  stadttext,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'

/** What the Landesredaktion, a town and a second person see and do when the day of a law moves. */

let house: TestHouse
let land: Send
let zweite: Send
let schwerin: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  const create = (collection: string, data: object) =>
    house.payload.create({ collection: collection as 'gebiete', data: data as never })
  const anHund = { art: 'zeitgrenze', zeitgrenze: 'z-hund', versatz: 'tage', tage: 0 }
  await create('onlinedienste', {
    id: 'o-hund',
    bezeichnung: 'Hund online anmelden',
    url: 'https://service.example/hund',
    herkunft: 'land',
    redaktion: 'r-land',
    beginn: anHund,
  })
  await create('zustaendigkeiten', {
    id: 'zu-hund',
    leistung: 'l-hund',
    gebiet: 'g-rostock',
    rolle: 'zustaendige-stelle',
    onlinedienst: 'o-hund',
    redaktion: 'r-rostock',
    beginn: anHund,
  })
  await create('zeitgrenzen', zeitgrenze('z-ende', { art: 'ausserkrafttreten', tag: '2027-04-01' }))
  const texts = [
    landtext('t-land-alt'),
    landtext('t-land-neu', { beginn: anZeitgrenze('z-hund'), basis: 't-land-alt' }),
    // Written on top of the new text of the Land for a fixed day: a later law overtakes it.
    landtext('t-land-maerz', { beginn: festerTag(day('2027-03-01')), basis: 't-land-neu' }),
    stadttext('t-schwerin', 'schwerin', { beginn: anZeitgrenze('z-hund') }),
    stadttext('t-rostock', 'rostock', { beginn: anZeitgrenze('z-hund', 14) }),
  ]
  for (const text of texts) {
    await addDraft(house, text)
    const released = await releaseFassung(house.ports, { id: text.id, von: 'test', grund: null })
    expect(released).toMatchObject({ ok: true })
  }
  land = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  zweite = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  schwerin = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
})

afterAll(() => house.remove())

describe('the preview of a move to 1 July 2027', () => {
  const juli = { tag: '2027-07-01' }
  let bericht: Vorschaubericht

  beforeAll(async () => {
    const { status, body } = await land('post', '/api/zeitgrenzen/z-hund/vorschau', juli)
    expect(status).toBe(200)
    bericht = body as Vorschaubericht
  })

  it('names every text, Zustaendigkeit and Onlinedienst that moves, by Redaktion', () => {
    const moved = bericht.redaktionen.map(({ name, verschiebungen }) => [
      name,
      verschiebungen.map(({ id }) => id).sort(),
    ])
    expect(Object.fromEntries(moved)).toEqual({
      Land: ['o-hund', 't-land-alt', 't-land-maerz', 't-land-neu'],
      rostock: ['t-rostock', 'zu-hund'],
      schwerin: ['t-schwerin'],
    })
    expect(bericht.summe).toMatchObject({ texte: 5, objekte: 2, redaktionen: 3 })
  })

  it('says the old and the new days', () => {
    const rostock = bericht.redaktionen.find(({ name }) => name === 'rostock')
    expect(rostock?.verschiebungen.find(({ id }) => id === 't-rostock')).toMatchObject({
      titel: 'Hund anmelden',
      gebiet: 'Rostock',
      vorher: { satz: 'ab 15. Januar 2027' },
      nachher: { satz: 'ab 15. Juli 2027' },
    })
  })

  it('says which text overtakes its basis and is held back', () => {
    expect(bericht.summe).toMatchObject({ ausgesetzt: 1, luecken: 0 })
    const folgen = bericht.redaktionen.flatMap((each) => each.folgen)
    expect(folgen).toMatchObject([
      { art: 'ausgesetzt', ziel: '/admin/collections/fassungen/t-land-maerz' },
    ])
    expect(folgen[0]?.satz).toContain('auf dessen Grundlage')
  })

  it('writes nothing', async () => {
    const before = await countEntries(house)
    await land('post', '/api/zeitgrenzen/z-hund/vorschau', juli)
    expect(await countEntries(house)).toBe(before)
  })

  it('is refused where the day could not be moved at all', async () => {
    const { status, body } = await land('post', '/api/zeitgrenzen/z-hund/vorschau', {
      stand: 'bestimmt',
      fundstelle: '',
    })
    expect(status).toBe(422)
    expect(body).toMatchObject({ problems: [{ code: 'zeitgrenze-lacks-fundstelle' }] })
  })

  it.each([
    ['nobody', () => anonymous(house), 403],
    ['a town that the law does not belong to', () => schwerin, 403],
  ])('for %s', async (_name, send, status) => {
    const answer = await send()('post', '/api/zeitgrenzen/z-hund/vorschau', juli)
    expect(answer.status).toBe(status)
  })
})

describe('Verlegen', () => {
  it('is not for a town that the law does not belong to', async () => {
    const answer = await schwerin('post', '/api/zeitgrenzen/z-hund/verlegen', { tag: '2027-07-01' })
    expect(answer.status).toBe(403)
  })

  it('is one entry, and every text, feed and document follows', async () => {
    const before = await countEntries(house)
    const { status, body } = await land('post', '/api/zeitgrenzen/z-hund/verlegen', {
      tag: '2027-07-01',
      fundstelle: 'GVOBl. M-V 2026 S. 900',
      grund: 'Der Landtag hat das Inkrafttreten verschoben.',
    })
    expect(status).toBe(200)
    expect(body).toEqual({ folgenummer: before + 1 })
    expect(await countEntries(house)).toBe(before + 1)
    expect(await holding('t-land-neu')).toEqual(['2027-07-01'])
    expect(await holding('t-rostock')).toEqual(['2027-07-15'])
    const feed = await anonymous(house)(
      'get',
      '/export/v1/leistungen/l-hund?stichtag=2027-06-30&ars=130040000000',
    )
    expect(feed.body).toMatchObject({ naechsteAenderung: '2027-07-01' })
    const { docs } = await house.payload.find({
      collection: 'zeitgrenzen',
      where: { id: { equals: 'z-hund' } },
      depth: 0,
    })
    expect(docs[0]).toMatchObject({
      tag: '2027-07-01',
      fundstelle: 'GVOBl. M-V 2026 S. 900',
      titel: 'Hundegesetz: in Kraft ab 01.07.2027',
      folgenummer: before + 1,
    })
  })

  it('is not refused because of texts: what overtook its basis is ausgesetzt', async () => {
    const chronik = await house.ports.chronik()
    const key = reiheKey({ leistungId: 'l-hund', ebene: 'land', gebietId: 'g-mv' })
    const reihe = reiheAt(chronik, key, newestFolgenummer(chronik))
    expect(reihe.ausgesetzt).toEqual(['t-land-maerz'])
    expect(reihe.gruende.get('t-land-maerz')).toEqual({
      art: 'vor-grundlage',
      grundlage: 't-land-neu',
    })
  })

  it('un-sets a day too, and the texts wait', async () => {
    const answer = await land('post', '/api/zeitgrenzen/z-hund/verlegen', {
      stand: 'unbestimmt',
      bedingung: 'nach Bekanntgabe des BMI',
    })
    expect(answer.status).toBe(200)
    expect(await holding('t-schwerin')).toEqual([])
    await land('post', '/api/zeitgrenzen/z-hund/verlegen', {
      stand: 'bestimmt',
      tag: '2027-01-01',
      fundstelle: 'GVOBl. M-V 2026 S. 901',
    })
    expect(await holding('t-schwerin')).toEqual(['2027-01-01'])
  })

  it('of a day that has passed is a Berichtigung', async () => {
    house.setToday(day('2027-01-10'))
    const answer = await land('post', '/api/zeitgrenzen/z-hund/verlegen', { tag: '2027-02-01' })
    expect(answer.body).toMatchObject({ problems: [{ code: 'zeitgrenze-day-has-passed' }] })
  })
})

describe('Berichtigen of a passed day', () => {
  let antrag: string

  it('needs a reason', async () => {
    const { body } = await land('post', '/api/zeitgrenzen/z-hund/berichtigen', {
      tag: '2027-02-01',
    })
    expect(body).toMatchObject({ problems: [{ code: 'reason-is-missing' }] })
  })

  it('waits for a second person, and nothing is said meanwhile', async () => {
    const before = await countEntries(house)
    const { status, body } = await land('post', '/api/zeitgrenzen/z-hund/berichtigen', {
      tag: '2027-02-01',
      grund: 'Der Tag war falsch abgeschrieben.',
    })
    expect(status).toBe(200)
    antrag = (body as { antrag: string }).antrag
    expect(await countEntries(house)).toBe(before)
    const vorschau = await zweite('post', `/api/antraege/${antrag}/vorschau`)
    expect(vorschau.body).toMatchObject({
      vorher: '1. Januar 2027',
      nachher: '1. Februar 2027',
      istBerichtigung: true,
    })
    expect(await countEntries(house)).toBe(before)
    const own = await land('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(own.body).toMatchObject({ problems: [{ code: 'second-person-is-missing' }] })
    const foreign = await schwerin('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(foreign.body).toMatchObject({ problems: [{ code: 'antrag-is-unknown' }] })
  })

  it('changes today, and the past under the new Kenntnisstand only', async () => {
    const before = await countEntries(house)
    const { status, body } = await zweite('post', `/api/antraege/${antrag}/bestaetigen`)
    expect([status, body]).toEqual([200, { folgenummer: before + 1 }])
    expect(await holding('t-land-neu')).toEqual(['2027-02-01'])
    const chronik = await house.ports.chronik()
    const key = reiheKey({ leistungId: 'l-hund', ebene: 'land', gebietId: 'g-mv' })
    expect(reiheAt(chronik, key, before).abschnitte.at(-2)).toMatchObject({ ab: '2027-01-01' })
    const again = await zweite('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(again.body).toMatchObject({ problems: [{ code: 'antrag-is-decided' }] })
  })

  it('is written down with both names', async () => {
    const { docs } = await house.payload.db.find<Record<string, unknown>>({
      collection: 'ereignisse',
      where: { art: { equals: 'berichtigung' } },
      limit: 1,
      pagination: false,
    })
    expect(docs[0]).toMatchObject({
      vonName: 'landesredaktion',
      bestaetigtVonName: 'landesredaktion',
      grund: 'Der Tag war falsch abgeschrieben.',
    })
    expect(docs[0]?.['von']).not.toBe(docs[0]?.['bestaetigtVon'])
  })
})

describe('Berichtigen of a released text', () => {
  it('is not done by releasing', async () => {
    await addDraft(house, landtext('t-falsch', { berichtigt: 't-land-alt' }))
    const { body } = await land('post', '/api/fassungen/t-falsch/freigeben', {
      grund: 'Tippfehler',
    })
    expect(body).toMatchObject({ problems: [{ code: 'second-person-is-missing' }] })
  })

  it('from today on keeps what was shown', async () => {
    const asked = await land('post', '/api/fassungen/t-falsch/berichtigen', {
      grund: 'Tippfehler',
      umfang: 'ab-heute',
    })
    const { antrag } = asked.body as { antrag: string }
    const vorschau = await zweite('post', `/api/antraege/${antrag}/vorschau`)
    const [bericht] = (vorschau.body as Vorschaubericht).redaktionen
    expect(bericht?.verschiebungen).toMatchObject([
      { id: 't-land-alt', nachher: { satz: '1. Januar 2025 bis 9. Januar 2027' } },
      { id: 't-falsch', nachher: { satz: '10. Januar 2027 bis 31. Januar 2027' } },
    ])
    const { status } = await zweite('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(status).toBe(200)
    expect(await holding('t-land-alt')).toEqual(['2025-01-01'])
    expect(await holding('t-falsch')).toEqual(['2027-01-10'])
    const { docs } = await house.payload.find({
      collection: 'fassungen',
      where: { id: { equals: 't-falsch' } },
      depth: 0,
    })
    expect(docs[0]).toMatchObject({
      zustand: 'freigegeben',
      basis: 't-land-alt',
      berichtigt: null,
      beginn: { art: 'tag', tag: '2027-01-10' },
    })
  })

  it('back to its first day takes its place', async () => {
    await addDraft(house, landtext('t-richtig', { berichtigt: 't-land-alt' }))
    const asked = await land('post', '/api/fassungen/t-richtig/berichtigen', {
      grund: 'War von Anfang an falsch',
      umfang: 'ab-erstem-tag',
    })
    const { antrag } = asked.body as { antrag: string }
    expect((await zweite('post', `/api/antraege/${antrag}/bestaetigen`)).status).toBe(200)
    expect(await holding('t-land-alt')).toEqual([])
    expect(await holding('t-richtig')).toEqual(['2025-01-01'])
  })

  it('is not confirmed once the draft has changed', async () => {
    await addDraft(house, landtext('t-anders', { berichtigt: 't-richtig' }))
    const asked = await land('post', '/api/fassungen/t-anders/berichtigen', {
      grund: 'Noch einmal',
    })
    const { antrag } = asked.body as { antrag: string }
    await land('patch', '/api/fassungen/t-anders', { danach: 'vorgaenger' })
    const { body } = await zweite('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(body).toMatchObject({ problems: [{ code: 'antrag-is-outdated' }] })
    expect((await land('post', `/api/antraege/${antrag}/ablehnen`)).status).toBe(200)
  })
})

describe('Absagen', () => {
  beforeAll(async () => {
    await addDraft(house, landtext('t-dritter', { beginn: anZeitgrenze('z-ende') }))
    await releaseFassung(house.ports, { id: 't-dritter', von: 'test', grund: null })
  })

  it('is previewed like a move', async () => {
    const { body } = await land('post', '/api/zeitgrenzen/z-ende/vorschau', { stand: 'abgesagt' })
    expect(body).toMatchObject({ summe: { texte: 2 } })
  })

  it('is not done by saving the document', async () => {
    const { status, body } = await land('patch', '/api/zeitgrenzen/z-ende', {
      stand: 'abgesagt',
      absagegrund: 'Gescheitert',
    })
    expect(status).toBe(409)
    expect(JSON.stringify(body)).toContain('Absagen')
  })

  it('takes what hangs on it out of selection and keeps it in the evidence', async () => {
    const { status } = await land('post', '/api/zeitgrenzen/z-ende/absagen', {
      grund: 'Der Landtag hat das Gesetz abgelehnt.',
    })
    expect(status).toBe(200)
    expect(await holding('t-dritter')).toEqual([])
    const chronik = await house.ports.chronik()
    expect(chronik.fassungen.has('t-dritter')).toBe(true)
    const key = reiheKey({ leistungId: 'l-hund', ebene: 'land', gebietId: 'g-mv' })
    expect(reiheAt(chronik, key, newestFolgenummer(chronik)).abgesagt).toEqual(['t-dritter'])
  })

  it('is for good', async () => {
    const { body } = await land('post', '/api/zeitgrenzen/z-ende/verlegen', {
      stand: 'bestimmt',
      tag: '2027-09-01',
      fundstelle: 'GVOBl. M-V 2027 S. 1',
    })
    expect(body).toMatchObject({ problems: [{ code: 'zeitgrenze-is-cancelled' }] })
  })
})

describe('Aussetzen and Wiederaufnehmen', () => {
  it('holds back what has not begun, and takes it up again', async () => {
    const grund = 'Wir warten auf die Ausführungsvorschrift.'
    const held = await land('post', '/api/fassungen/t-land-neu/aussetzen', { grund })
    expect(held.status).toBe(200)
    expect(await holding('t-land-neu')).toEqual([])
    const twice = await land('post', '/api/fassungen/t-land-neu/aussetzen', { grund })
    expect(twice.body).toMatchObject({ problems: [{ code: 'fassung-is-suspended' }] })
    const again = await land('post', '/api/fassungen/t-land-neu/wiederaufnehmen', { grund })
    expect(again.status).toBe(200)
    expect(await holding('t-land-neu')).toEqual(['2027-02-01'])
  })

  it('does not hold back what has begun', async () => {
    const { body } = await land('post', '/api/fassungen/t-richtig/aussetzen', { grund: 'Zu spät' })
    expect(body).toMatchObject({ problems: [{ code: 'fassung-holds-already' }] })
  })
})

describe('what one person alone cannot do', () => {
  it('take the past of a text by saying that a draft was rebased on it', async () => {
    const text = landtext('t-schein', {
      basis: 't-richtig',
      wiederaufgenommen: true,
      beginn: festerTag(day('2025-01-01')),
    })
    const { status } = await land('post', '/api/fassungen', deskFassung(text))
    expect(status).toBe(201)
    const { docs } = await house.payload.find({
      collection: 'fassungen',
      where: { id: { equals: 't-schein' } },
      depth: 0,
    })
    expect(docs[0]).not.toMatchObject({ wiederaufgenommen: true })
  })

  it('move a law on what another person has not seen', async () => {
    await house.payload.create({
      collection: 'zeitgrenzen',
      data: zeitgrenze('z-zwei', { tag: '2028-01-01' }) as never,
    })
    const seen = await land('post', '/api/zeitgrenzen/z-zwei/vorschau', { tag: '2028-07-01' })
    const { bekannt } = seen.body as Vorschaubericht
    await zweite('post', '/api/zeitgrenzen/z-zwei/verlegen', { tag: '2028-03-01' })
    const late = { tag: '2028-07-01', bekannt }
    const { status, body } = await land('post', '/api/zeitgrenzen/z-zwei/verlegen', late)
    expect(status).toBe(409)
    expect(body).toMatchObject({ problems: [{ code: 'release-was-concurrent' }] })
  })

  it.each([
    ['nothing', {}, 'zeitgrenze-is-unchanged'],
    ['an unknown state', { stand: 'Geplant', bedingung: 'x' }, 'query-is-malformed'],
    ['failure', { stand: 'abgesagt', grund: 'x' }, 'zeitgrenze-needs-command'],
  ])('move a law by saying %s', async (_name, said, code) => {
    const before = await countEntries(house)
    const { body } = await land('post', '/api/zeitgrenzen/z-zwei/verlegen', said)
    expect(body).toMatchObject({ problems: [{ code }] })
    expect(await countEntries(house)).toBe(before)
  })

  it('move a law with half a body, or one that another site has sent', async () => {
    const before = await countEntries(house)
    const address = '/api/zeitgrenzen/z-zwei/verlegen'
    for (const [type, text] of [
      ['application/json', '{"tag":"2029-01'],
      ['text/plain', '{"tag":"2029-01-01"}'],
    ] as const) {
      const { status } = await land('post', address).set('content-type', type).send(text)
      expect(status).toBe(400)
    }
    expect(await countEntries(house)).toBe(before)
  })

  it('undo by an old request what was said meanwhile', async () => {
    house.setToday(day('2028-04-01'))
    const asked = await land('post', '/api/zeitgrenzen/z-zwei/berichtigen', {
      tag: '2028-02-01',
      grund: 'Falsch abgeschrieben',
    })
    const { antrag } = asked.body as { antrag: string }
    await land('patch', '/api/zeitgrenzen/z-zwei', { wortlaut: 'tritt am 1. März 2028 in Kraft' })
    const { body } = await zweite('post', `/api/antraege/${antrag}/bestaetigen`)
    expect(body).toMatchObject({ problems: [{ code: 'antrag-is-outdated' }] })
    const refused = await zweite('post', `/api/antraege/${antrag}/ablehnen`)
    expect(refused.status).toBe(200)
    house.setToday(day('2027-01-10'))
  })

  it('confirm and refuse at once', async () => {
    await addDraft(house, landtext('t-eilig', { berichtigt: 't-richtig' }))
    const asked = await land('post', '/api/fassungen/t-eilig/berichtigen', { grund: 'Eilig' })
    const { antrag } = asked.body as { antrag: string }
    const [confirmed, refused] = await Promise.all([
      zweite('post', `/api/antraege/${antrag}/bestaetigen`),
      land('post', `/api/antraege/${antrag}/ablehnen`),
    ])
    expect([confirmed.status, refused.status].sort()).toEqual([200, 409])
    expect((await house.ports.chronik()).fassungen.has('t-eilig')).toBe(confirmed.status === 200)
  })
})

describe('Zurueckziehen', () => {
  it('offers what could take the place of the text', async () => {
    const { body } = await land('get', '/api/fassungen/t-land-maerz/ersatz')
    const { fassungen } = body as { fassungen: { id: string; titel: string }[] }
    expect(fassungen.map(({ id }) => id)).toContain('t-land-neu')
    expect(fassungen.map(({ id }) => id)).not.toContain('t-schwerin')
    expect(fassungen.find(({ id }) => id === 't-land-neu')?.titel).toMatch(
      /^Text ab 1\. Februar 2027/,
    )
  })

  it.each(['vorgaenger', 'ersetzt', 'leistung-endet'])('names what follows: %s', async (folge) => {
    const id = `t-weg-${folge}`
    await addDraft(
      house,
      landtext(id, { beginn: festerTag(day('2028-01-01')), basis: 't-land-neu' }),
    )
    await releaseFassung(house.ports, { id, von: 'test', grund: null })
    const durch = folge === 'ersetzt' ? { durch: 't-land-neu' } : {}
    const answer = await land('post', `/api/fassungen/${id}/zurueckziehen`, {
      grund: 'Irrtum',
      folge,
      ...durch,
    })
    expect(answer.status).toBe(200)
    expect((await house.ports.chronik()).zurueckziehungen.get(id)?.at(-1)?.wert.folge.art).toBe(
      folge,
    )
  })
})

/** The days on which the text begins to hold, as known now. */
async function holding(id: string): Promise<readonly string[]> {
  const chronik = await house.ports.chronik()
  const released = chronik.fassungen.get(id)
  if (!released) return []
  const { abschnitte } = reiheAt(chronik, reiheKey(released.wert), newestFolgenummer(chronik))
  return abschnitte.filter(({ beleg }) => beleg.wert.id === id).map(({ ab }) => ab)
}
