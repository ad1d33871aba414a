import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { beginSchweigefristen } from '#commands/beginSchweigefrist.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { rebuild } from '#store/projections.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import {
  addDraft,
  anonymous,
  countEntries,
  furnish,
  landtext,
  signIn,
  stadttext,
  type Send,
} from './support/furnish.ts'
import { ergaenzen, ersetzen, inhalt } from './support/factories.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const GESETZ = anZeitgrenze('z-hund')
const ARS = { schwerin: '130040000000', rostock: '130030000000' } as const
const FRIST = 'abstimmung-1.l-hund'

let house: TestHouse
let land: Send
let schwerin: Send
let rostock: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  land = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  schwerin = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
  rostock = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-rostock'))
  await release(landtext('land-alt', { inhalt: inhalt(worte('Land alt')) }))
  for (const stadt of ['schwerin', 'rostock'] as const)
    await release(stadttext(`${stadt}-text`, stadt, { inhalt: worte(stadt) }))
}, 120_000)

afterAll(() => house.remove())

describe('a Schweigefrist of the Land for its new text of 1 January 2027', () => {
  it('begins with one entry for all texts, and stands at the desk', async () => {
    const before = await countEntries(house)
    const begun = await beginSchweigefristen(house.ports, {
      abstimmungId: 'abstimmung-1',
      zeitgrenzeAnker: GESETZ,
      leistungen: [{ leistungId: 'l-hund', module: ['kurztext', 'volltext', 'kosten'] }],
      ebene: 'land',
      gebietId: 'g-mv',
      tage: 10,
      redaktionId: 'r-land',
      von: 'system',
    })
    expect(begun.ok).toBe(true)
    expect(await countEntries(house)).toBe(before + 1)
    const { body } = await schwerin('get', `/api/schweigefristen/${FRIST}?depth=0`)
    expect(body).toMatchObject({
      titel: 'Hund anmelden – Mecklenburg-Vorpommern',
      leistung: 'l-hund',
      module: ['kurztext', 'volltext'],
      tage: 10,
      fristende: '2026-12-17',
      begonnenAm: '2026-11-24',
      abstimmung: 'abstimmung-1',
      redaktion: 'r-land',
      folgenummer: before + 1,
    })
  })

  it('is written by nobody through REST', async () => {
    const path = `/api/schweigefristen/${FRIST}`
    expect((await land('patch', path, { fristende: '2026-11-25' })).status).toBe(403)
    expect((await land('delete', path)).status).toBe(403)
    expect((await schwerin('post', '/api/rueckmeldungen', { module: [] })).status).toBe(403)
  })

  it('shows each Kommunalredaktion its own text, the Land all', async () => {
    const own = await schwerin('get', `/api/schweigefristen/${FRIST}/stand`)
    expect(own.body).toMatchObject({
      fristende: '2026-12-17',
      ab: '2027-01-01',
      laeuft: true,
      texte: [
        {
          fassungId: 'schwerin-text',
          istEigener: true,
          // The Gemeinde adds to the Volltext: that stays by itself.
          module: [{ modul: 'kurztext', bleibt: false }],
        },
      ],
    })
    expect((own.body as { texte: object[] }).texte).toHaveLength(1)
    const all = await land('get', `/api/schweigefristen/${FRIST}/stand`)
    expect((all.body as { texte: object[] }).texte).toHaveLength(2)
    expect((await anonymous(house)('get', `/api/schweigefristen/${FRIST}/stand`)).status).toBe(403)
  })

  it.each([
    ['for the area of another', 'g-rostock', 'access-denied'],
    ['for the whole Land', 'g-mv', 'access-denied'],
  ])('is not answered %s', async (_name, gebiet, code) => {
    const before = await countEntries(house)
    const answer = await schwerin('post', `/api/schweigefristen/${FRIST}/rueckmeldung`, { gebiet })
    expect(answer.body).toMatchObject({ type: `urn:stichtag:problem:${code}` })
    expect(await countEntries(house)).toBe(before)
  })

  it('is not answered by the Land', async () => {
    const answer = await land('post', `/api/schweigefristen/${FRIST}/rueckmeldung`, {
      gebiet: 'g-schwerin',
    })
    expect(answer.status).toBe(403)
  })

  it('is answered on its last day by Schwerin; Rostock is silent and comes too late', async () => {
    house.setToday(day('2026-12-17'))
    const answer = await schwerin('post', `/api/schweigefristen/${FRIST}/rueckmeldung`, {
      gebiet: 'g-schwerin',
      satz: 'Bei uns gilt eine eigene Regel.',
    })
    expect(answer).toMatchObject({ status: 200, body: { folgenummer: await countEntries(house) } })
    const { docs } = (await land('get', '/api/rueckmeldungen?depth=0')).body as { docs: object[] }
    expect(docs).toMatchObject([
      {
        titel: 'Hund anmelden – Schwerin',
        gebiet: 'g-schwerin',
        ebene: 'gemeinde',
        module: ['kurztext', 'volltext'],
      },
    ])
    house.setToday(day('2026-12-18'))
    const late = await rostock('post', `/api/schweigefristen/${FRIST}/rueckmeldung`, {
      gebiet: 'g-rostock',
    })
    expect(late).toMatchObject({
      status: 409,
      body: {
        type: 'urn:stichtag:problem:schweigefrist-has-ended',
        title: expect.stringContaining('17. Dezember 2026'),
      },
    })
  })

  it('lets the new text through where nobody answered, on the day of the law, and says so', async () => {
    await release(landtext('land-neu', { beginn: GESETZ, inhalt: inhalt(worte('Land neu')) }))
    house.setToday(day('2027-01-01'))
    expect(await kurztextOn('2026-12-31', 'rostock')).toEqual(['rostock', undefined])
    expect(await kurztextOn('2027-01-01', 'rostock')).toEqual(['Land neu', true])
    expect(await kurztextOn('2027-01-01', 'schwerin')).toEqual(['schwerin', undefined])
    const { module } = await leistungOn('2027-01-01', 'rostock')
    expect(module.find(({ modul }) => modul === 'volltext')?.teile.map(({ html }) => html)).toEqual(
      ['<p>Land neu, genau.</p>', '<p>rostock, Zusatz.</p>'],
    )
    expect(await leistungOn('2027-01-01', 'rostock')).toMatchObject({ gueltigAb: '2027-01-01' })
  })

  it('stands at the desk again after a rebuild', async () => {
    const before = await docsOf()
    await rebuild(house.payload)
    expect(await docsOf()).toEqual(before)
    expect(before).toHaveLength(2)
  })
})

describe('"Bieten wir das an?"', () => {
  const angebot = {
    leistung: 'l-hund',
    ebene: 'gemeinde',
    gebiet: 'g-schwerin',
    antwort: 'nein',
    satz: 'Hunde melden Sie nicht bei uns an.',
    stattdessen: { text: 'Bitte wenden Sie sich an das Land.', link: 'https://example.org/hund' },
    redaktion: 'r-schwerin',
  }

  it('is open as long as nobody has answered', async () => {
    expect(await leistungOn('2027-01-01', 'schwerin')).not.toHaveProperty('angebot')
  })

  it.each([
    ['without a sentence', { satz: ' ' }],
    ['without where to go instead', { stattdessen: { text: '', link: null } }],
    ['with a link that leads nowhere', { stattdessen: { text: 'Zum Land', link: 'hier' } }],
    ['for another layer', { ebene: 'amt' }],
  ])('is refused %s', async (_name, change) => {
    const before = await countEntries(house)
    const answer = await schwerin('post', '/api/angebote', { ...angebot, ...change })
    expect(answer.status).toBe(422)
    expect(await countEntries(house)).toBe(before)
  })

  it('is answered by the Kommune for its own area only, and read by everybody at once', async () => {
    expect((await rostock('post', '/api/angebote', angebot)).status).toBe(403)
    const made = await schwerin('post', '/api/angebote', angebot)
    expect(made.status).toBe(201)
    const answer = await leistungOn('2027-01-01', 'schwerin')
    expect(answer).toMatchObject({
      angebot: { antwort: 'nein', satz: angebot.satz, stattdessen: angebot.stattdessen },
    })
    // The texts stay: who reads them reads the answer, too.
    expect(answer.module.length).toBeGreaterThan(0)
    expect(await leistungOn('2027-01-01', 'rostock')).not.toHaveProperty('angebot')
  })

  it('has one answer per Leistung, layer and area', async () => {
    const again = await schwerin('post', '/api/angebote', angebot)
    expect(again).toMatchObject({ status: 409 })
    expect(JSON.stringify(again.body)).toContain('schon beantwortet')
  })
})

describe('a lock', () => {
  it('needs a reason', async () => {
    const sperre = { leistung: 'l-hund', ebene: 'land', gebiet: 'g-mv', redaktion: 'r-land' }
    const refused = await land('post', '/api/modulsperren', { ...sperre, module: ['hinweise'] })
    expect(refused.status).toBe(400)
  })

  it('that leaves supplements says in the draft below what will not show', async () => {
    const made = await land('post', '/api/modulsperren', {
      leistung: 'l-hund',
      ebene: 'land',
      gebiet: 'g-mv',
      module: ['kurztext', 'volltext'],
      art: 'nur-ergaenzen',
      grund: 'Landesweit einheitlich.',
      redaktion: 'r-land',
      beginn: { art: 'tag', tag: '2027-02-01' },
    })
    expect(made.status).toBe(201)
    await addDraft(house, stadttext('entwurf', 'schwerin', { inhalt: worte('neu') }))
    const { body } = await schwerin('get', '/api/fassungen/entwurf/sperren')
    expect(body).toMatchObject({
      sperren: [
        {
          art: 'nur-ergaenzen',
          module: ['kurztext', 'volltext'],
          grund: 'Landesweit einheitlich.',
          ab: '2027-02-01',
        },
      ],
      betroffen: ['kurztext'],
    })
    expect((await rostock('get', '/api/fassungen/entwurf/sperren')).status).toBe(404)
    expect(await kurztextOn('2027-02-01', 'schwerin')).toEqual(['Land neu', undefined])
  })
})

/** A Kurztext that stands alone; below the Land a Volltext that adds. */
function worte(text: string): FassungInhalt {
  const isLand = text.startsWith('Land')
  return {
    kurztext: ersetzen(`<p>${text}</p>`),
    volltext: isLand ? ersetzen(`<p>${text}, genau.</p>`) : ergaenzen(`<p>${text}, Zusatz.</p>`),
  }
}

async function release(text: Entwurf): Promise<void> {
  await addDraft(house, text)
  const released = await releaseFassung(house.ports, { id: text.id, von: 'system', grund: null })
  if (!released.ok) throw new Error(JSON.stringify(released.problems))
}

type Antwort = {
  readonly module: readonly {
    readonly modul: string
    readonly ohneRueckmeldung?: true
    readonly teile: readonly { readonly html: string }[]
  }[]
}

async function leistungOn(stichtag: string, stadt: keyof typeof ARS): Promise<Antwort> {
  const query = `stichtag=${stichtag}&ars=${ARS[stadt]}`
  const answer = await anonymous(house)('get', `/export/v1/leistungen/l-hund?${query}`)
  return answer.body as Antwort
}

async function kurztextOn(stichtag: string, stadt: keyof typeof ARS) {
  const { module } = await leistungOn(stichtag, stadt)
  const found = module.find(({ modul }) => modul === 'kurztext')
  return [found?.teile[0]?.html.replace(/<\/?p>/g, ''), found?.ohneRueckmeldung]
}

async function docsOf(): Promise<readonly object[]> {
  const found: object[] = []
  for (const collection of ['schweigefristen', 'rueckmeldungen'] as const) {
    const { docs } = await house.payload.find({ collection, depth: 0, pagination: false })
    for (const { createdAt: _c, updatedAt: _u, ...doc } of docs) found.push(doc)
  }
  return found
}
