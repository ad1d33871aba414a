import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalReq, type PayloadRequest } from 'payload'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allowedFassung } from '#collections/allowedFassung.ts'
import {
  AKTIONEN,
  isUnveroeffentlicht,
  mayDo,
  ROLLEN,
  VERHAELTNISSE,
  ZUSTAENDE,
  type Aktion,
  type Rolle,
  type Verhaeltnis,
  type Zustand,
} from '#core/ablauf/ablauf.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { withdrawFassung } from '#commands/withdrawFassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import { addDays, day } from '#core/zeit/day.ts'
import { addBeteiligungen } from '#store/beteiligungen.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { furnish, landtext, standsAt, stadttext } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

/**
 * Who may take which step with which text. First every cell of the table in the core, asked over every route; then the cells
 * that matter most, written by hand from what the municipalities asked for, without a look at the table.
 */
type Weg = 'kurz' | 'lang'
type Text = {
  readonly zustand: Zustand
  readonly verhaeltnis: Verhaeltnis
  readonly weg: Weg
  readonly embargo: boolean
}
type Person = Awaited<ReturnType<typeof createUser>> & { readonly token: string }
type Antwort = { readonly status: number; readonly code: string; readonly body: unknown }

let house: TestHouse
let server: Server
let tage = 0
let people: Readonly<Record<Rolle, Person>>

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  server = house.app().listen(0)
  await once(server, 'listening')
  await redaktion('r-ich', { gebiete: ['g-mv', 'g-schwerin'] })
  await redaktion('r-klein', { gebiete: ['g-schwerin'], partner: 'r-ich' })
  const made = await Promise.all(
    ROLLEN.map(async (rolle) => [rolle, await person(rolle, 'r-ich')] as const),
  )
  people = Object.fromEntries(made) as Record<Rolle, Person>
  for (const text of TEXTE) await put(text)
}, 240_000)

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await house.remove()
})

const TEXTE: readonly Text[] = [true, false].flatMap((embargo) =>
  ZUSTAENDE.filter((zustand) => !embargo || isUnveroeffentlicht(zustand)).flatMap((zustand) =>
    VERHAELTNISSE.flatMap((verhaeltnis) =>
      (['kurz', 'lang'] as const).map((weg) => ({ zustand, verhaeltnis, weg, embargo })),
    ),
  ),
)

/**
 * On MongoDB only what the database itself decides about, for the roles that see a part: FerretDB scans a whole collection for
 * each of our queries, and of all other acts the database only reads the text that they are about.
 */
const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined
const ASKED: readonly Rolle[] = MONGODB ? ['kommunalredaktion', 'fachressort'] : ROLLEN
const ACTS: readonly Aktion[] = MONGODB ? ['lesen', 'bearbeiten', 'loeschen'] : AKTIONEN

describe.each(ASKED)('every cell of the table for %s', (rolle) => {
  it.each(ACTS)(
    '%s',
    async (aktion) => {
      const wrong: string[] = []
      const req = await reqOf(people[rolle])
      for (const text of TEXTE) {
        const expected = mayDo({ rolle, aktion, kurzerWeg: text.weg === 'kurz', ...text })
        const routes: Readonly<Record<string, boolean>> = {
          function: (await allowedFassung(req, aktion, idOf(text))).ok,
          ...(await overLocalApi(aktion, text, people[rolle])),
          ...(await overRest(aktion, text, people[rolle], expected)),
        }
        for (const [route, actual] of Object.entries(routes))
          if (actual !== expected) wrong.push(`${idOf(text)} ${route}: ${actual}`)
      }
      expect(wrong).toEqual([])
    },
    120_000,
  )
})

/** Payload's Local API with the access rules on, for what Payload itself does. */
async function overLocalApi(
  aktion: Aktion,
  text: Text,
  { user }: Person,
): Promise<Readonly<Record<string, boolean>>> {
  const asPerson = { collection: 'fassungen', user, overrideAccess: false } as const
  const where = { id: { equals: idOf(text) } }
  switch (aktion) {
    case 'lesen': {
      const byId = await succeeds(house.payload.findByID({ ...asPerson, id: idOf(text) }))
      const { totalDocs } = await listed(house.payload.find({ ...asPerson, where, depth: 0 }))
      const counted = await listed(house.payload.count({ ...asPerson, where }))
      return {
        'Local findByID': byId,
        'Local find': totalDocs > 0,
        'Local count': counted.totalDocs > 0,
      }
    }
    case 'bearbeiten': {
      const data = { danach: 'vorgaenger' } as const
      return {
        'Local update': await succeeds(house.payload.update({ ...asPerson, id: idOf(text), data })),
      }
    }
    default:
      return {}
  }
}

/** REST: Payload's own verbs, and the act as an endpoint. What could be carried out is stopped by its words or undone. */
async function overRest(
  aktion: Aktion,
  text: Text,
  who: Person,
  expected: boolean,
): Promise<Readonly<Record<string, boolean>>> {
  const path = `/api/fassungen/${idOf(text)}`
  switch (aktion) {
    case 'lesen':
      return { 'GET ': (await send(who, 'GET', path)).status === 200 }
    case 'bearbeiten': {
      const patched = await send(who, 'PATCH', path, { danach: 'vorgaenger' })
      // Nobody changes many texts in one request: the acts on a selection check each text (`sammelaktion`).
      const bulk = await send(who, 'PATCH', `/api/fassungen?where[id][equals]=${idOf(text)}`, {
        danach: 'vorgaenger',
      })
      expect(bulk.status).not.toBe(200)
      return { PATCH: patched.status === 200 }
    }
    case 'loeschen': {
      const deleted = (await send(who, 'DELETE', path)).status === 200
      if (deleted) await put(text)
      return { DELETE: deleted }
    }
    case 'zur-abstimmung':
    case 'kommentieren':
    case 'abstimmen':
      // Acts of a consultation, see `abstimmung.test.ts`; they ask the same function.
      return {}
    case 'fachlich-freigeben':
    case 'zurueckholen': {
      const answer = await send(who, 'POST', `${path}/${aktion}`, {})
      if (answer.status === 200) await standsAt(house, idOf(text), text.zustand)
      return { POST: answer.status === 200 }
    }
    case 'freigeben':
    case 'eilfall': {
      const body = aktion === 'eilfall' ? { eilfall: true, grund: 'Gefahr' } : {}
      const answer = await send(who, 'POST', `${path}/freigeben`, body)
      // Its words hold a placeholder: a release that the table allows ends there.
      if (expected) expect([idOf(text), answer.code]).toEqual([idOf(text), 'text-is-placeholder'])
      return { POST: !isRefused(answer) }
    }
    default:
      // Without the reason that each of them needs.
      return { POST: !isRefused(await send(who, 'POST', `${path}/${aktion}`, {})) }
  }
}

/** What the table says when it says no; anything else an act says about the text itself. */
const REFUSALS: readonly string[] = [
  'access-denied',
  'fassung-is-unknown',
  'fassung-is-released',
  'fassung-is-withdrawn',
  'fassung-is-not-released',
  'approval-is-missing',
  'text-is-under-embargo',
  'step-is-not-allowed',
]

function isRefused({ code }: Antwort): boolean {
  return REFUSALS.includes(code)
}

describe('the cells that matter most', () => {
  /** Who they are: role, Redaktion. `klein` has one person and `schwerin` as its partner. */
  const LEUTE = {
    alex: ['administration', 'r-land'],
    lena: ['landesredaktion', 'r-land'],
    ludwig: ['landesredaktion', 'r-land'],
    samira: ['kommunalredaktion', 'r-schwerin'],
    soenke: ['kommunalredaktion', 'r-schwerin'],
    stefan: ['kommunalredaktion', 'r-stralendorf'],
    rosa: ['kommunalredaktion', 'r-rostock'],
    frauke: ['fachressort', 'r-inneres'],
    fritz: ['fachressort', 'r-umwelt'],
    anton: ['auskunft115', 'r-land'],
    liv: ['lesend', 'r-land'],
  } as const satisfies Readonly<Record<string, readonly [Rolle, string]>>
  type Wer = keyof typeof LEUTE

  /**
   * `land`: a new meaning, by Lena, Schwerin and the Fachressort Inneres take part. `form`: a typing error in a Land text, by
   * Lena. `englisch`: a translation, by Lena. The others are municipal, each by a person of its Redaktion.
   */
  type Art = 'land' | 'form' | 'englisch' | 'schwerin' | 'stralendorf' | 'rostock' | 'geheim'

  const ZELLEN: readonly (readonly [Wer, Aktion, Art, Zustand, string])[] = [
    ['lena', 'freigeben', 'land', 'entwurf', 'approval-is-missing'],
    ['ludwig', 'freigeben', 'land', 'entwurf', 'approval-is-missing'],
    ['ludwig', 'freigeben', 'land', 'in-abstimmung', 'approval-is-missing'],
    ['ludwig', 'freigeben', 'land', 'fachlich-freigegeben', 'ja'],
    ['lena', 'freigeben', 'land', 'fachlich-freigegeben', 'author-may-not-release'],
    ['alex', 'freigeben', 'land', 'fachlich-freigegeben', 'ja'],
    ['samira', 'freigeben', 'land', 'fachlich-freigegeben', 'access-denied'],
    ['frauke', 'freigeben', 'land', 'fachlich-freigegeben', 'access-denied'],
    ['anton', 'freigeben', 'land', 'fachlich-freigegeben', 'access-denied'],
    ['frauke', 'fachlich-freigeben', 'land', 'in-abstimmung', 'ja'],
    ['fritz', 'fachlich-freigeben', 'land', 'in-abstimmung', 'access-denied'],
    ['lena', 'fachlich-freigeben', 'land', 'in-abstimmung', 'access-denied'],
    ['frauke', 'fachlich-freigeben', 'land', 'entwurf', 'step-is-not-allowed'],
    ['lena', 'zurueckholen', 'land', 'fachlich-freigegeben', 'ja'],
    ['frauke', 'zurueckholen', 'land', 'in-abstimmung', 'access-denied'],
    ['samira', 'bearbeiten', 'land', 'in-abstimmung', 'nein'],
    ['samira', 'lesen', 'land', 'in-abstimmung', 'ja'],
    ['rosa', 'lesen', 'land', 'in-abstimmung', 'nein'],
    ['frauke', 'bearbeiten', 'land', 'in-abstimmung', 'nein'],
    ['lena', 'bearbeiten', 'land', 'fachlich-freigegeben', 'nein'],
    ['lena', 'bearbeiten', 'land', 'in-abstimmung', 'ja'],
    ['lena', 'eilfall', 'land', 'entwurf', 'ja'],
    ['samira', 'eilfall', 'land', 'entwurf', 'access-denied'],
    ['ludwig', 'freigeben', 'form', 'entwurf', 'ja'],
    ['lena', 'freigeben', 'form', 'entwurf', 'author-may-not-release'],
    ['ludwig', 'freigeben', 'englisch', 'entwurf', 'ja'],
    ['lena', 'freigeben', 'englisch', 'entwurf', 'author-may-not-release'],
    ['samira', 'freigeben', 'schwerin', 'entwurf', 'author-may-not-release'],
    ['soenke', 'freigeben', 'schwerin', 'entwurf', 'ja'],
    ['rosa', 'freigeben', 'schwerin', 'entwurf', 'fassung-is-unknown'],
    ['stefan', 'freigeben', 'schwerin', 'entwurf', 'fassung-is-unknown'],
    ['stefan', 'freigeben', 'stralendorf', 'entwurf', 'author-may-not-release'],
    ['samira', 'freigeben', 'stralendorf', 'entwurf', 'ja'],
    ['samira', 'bearbeiten', 'stralendorf', 'entwurf', 'nein'],
    ['samira', 'zurueckziehen', 'stralendorf', 'freigegeben', 'access-denied'],
    ['rosa', 'eilfall', 'rostock', 'entwurf', 'ja'],
    ['rosa', 'zurueckziehen', 'rostock', 'freigegeben', 'ja'],
    ['rosa', 'loeschen', 'rostock', 'in-abstimmung', 'nein'],
    ['alex', 'lesen', 'geheim', 'entwurf', 'nein'],
    ['fritz', 'lesen', 'geheim', 'entwurf', 'nein'],
    ['samira', 'lesen', 'geheim', 'in-abstimmung', 'ja'],
    ['ludwig', 'freigeben', 'geheim', 'fachlich-freigegeben', 'text-is-under-embargo'],
    ['lena', 'eilfall', 'geheim', 'entwurf', 'text-is-under-embargo'],
    ['liv', 'lesen', 'land', 'fachlich-freigegeben', 'nein'],
    ['liv', 'lesen', 'land', 'freigegeben', 'ja'],
  ]

  let leute: Readonly<Record<Wer, Person>>

  beforeAll(async () => {
    for (const id of ['r-inneres', 'r-umwelt']) await redaktion(id, { art: 'fachressort' })
    await redaktion('r-stralendorf', { gebiete: ['g-schwerin'], partner: 'r-schwerin' })
    const made = await Promise.all(
      Object.entries(LEUTE).map(async ([wer, [rolle, id]]) => [wer, await person(rolle, id)]),
    )
    leute = Object.fromEntries(made as [Wer, Person][]) as Record<Wer, Person>
    // The Administration of another house than the Landesredaktion: what is under Embargo is not its own.
    const fern = await person('administration', 'r-umwelt')
    leute = { ...leute, alex: fern }
  }, 60_000)

  it.each(ZELLEN)('%s: %s (%s, %s): %s', async (wer, aktion, art, zustand, expected) => {
    const id = await write(art, zustand)
    const said = await attempt(leute[wer], aktion, id)
    expect(said).toBe(expected)
  })

  it('are at least 40', () => {
    expect(ZELLEN.length).toBeGreaterThanOrEqual(40)
  })

  /** A fresh text in this state, written by whom the table above says. */
  async function write(art: Art, zustand: Zustand): Promise<string> {
    tage += 1
    const id = `zelle-${tage}`
    const beginn = festerTag(addDays(day('2028-01-01'), tage))
    const [text, verfasser] =
      art === 'schwerin' || art === 'rostock'
        ? [stadttext(id, art, { beginn }), art === 'rostock' ? 'rosa' : 'samira']
        : art === 'stralendorf'
          ? [stadttext(id, 'schwerin', { beginn, redaktionId: 'r-stralendorf' }), 'stefan']
          : [landtext(id, { beginn }), 'lena']
    const source = art === 'englisch' ? await released(`${id}-deutsch`, beginn) : null
    await place(deskFassung(text), {
      aenderungsart: art === 'form' ? 'redaktionell' : 'inhaltlich',
      embargo: art === 'geheim',
      verfasser: [leute[verfasser as Wer].user.id],
      ...(source === null ? {} : { sprache: 'en', variantVon: source }),
    })
    if (art === 'land' || art === 'geheim') {
      const req = await createLocalReq({}, house.payload)
      await addBeteiligungen(req, [id], ['r-schwerin', 'r-inneres'], null)
    }
    await reach(id, zustand)
    return id
  }

  /** `ja`, or the code of the problem; `nein` where Payload itself refuses. */
  async function attempt(who: Person, aktion: Aktion, id: string): Promise<string> {
    const path = `/api/fassungen/${id}`
    switch (aktion) {
      case 'lesen':
        return (await send(who, 'GET', path)).status === 200 ? 'ja' : 'nein'
      case 'bearbeiten':
        return (await send(who, 'PATCH', path, { danach: 'vorgaenger' })).status === 200
          ? 'ja'
          : 'nein'
      case 'loeschen':
        return (await send(who, 'DELETE', path)).status === 200 ? 'ja' : 'nein'
      case 'eilfall':
        return said(
          await send(who, 'POST', `${path}/freigeben`, {
            eilfall: true,
            grund: 'Gefahr im Verzug',
          }),
        )
      default:
        return said(
          await send(who, 'POST', `${path}/${aktion}`, {
            grund: 'Irrtum',
            folge: 'leistung-endet',
          }),
        )
    }
  }

  function said({ status, code, body }: Antwort): string {
    if (status === 200) return 'ja'
    return code === '' ? JSON.stringify(body) : code
  }
})

describe('four eyes', () => {
  let samira: Person
  let soenke: Person
  let partnerin: Person

  beforeAll(async () => {
    samira = await person('kommunalredaktion', 'r-schwerin', 'Samira Schröder')
    soenke = await person('kommunalredaktion', 'r-schwerin', 'Sönke Siewert')
    partnerin = await person('kommunalredaktion', 'r-ich', 'Petra Partner')
  })

  it('whoever begins a draft has written it, whatever the request says', async () => {
    const id = await begin(samira, { verfasser: [], zustand: 'freigegeben', eilfall: true })
    expect(await stored(id)).toMatchObject({
      verfasser: [samira.user.id],
      zustand: 'entwurf',
      eilfall: false,
    })
    const answer = await send(samira, 'POST', `/api/fassungen/${id}/freigeben`, {})
    expect(answer).toMatchObject({ status: 409, code: 'author-may-not-release' })
    const { title } = answer.body as { title: string }
    expect(title).toContain('Sönke Siewert')
    expect(title).not.toContain('Samira Schröder')
  })

  it('whoever changes a word has written too; a day or a field of the form are no words', async () => {
    const id = await begin(samira)
    const path = `/api/fassungen/${id}`
    tage += 1
    const day2 = { art: 'tag', tag: addDays(day('2031-01-01'), tage) }
    expect((await send(soenke, 'PATCH', path, { beginn: day2, danach: 'nichts' })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ verfasser: [samira.user.id] })
    const { kurztext } = deskFassung(
      stadttext(id, 'schwerin', { inhalt: inhalt({ kurztext: ersetzen('<p>Neu.</p>') }) }),
    )
    expect((await send(soenke, 'PATCH', path, { kurztext, verfasser: [] })).status).toBe(200)
    expect(await stored(id)).toMatchObject({ verfasser: [samira.user.id, soenke.user.id] })
    expect(await send(soenke, 'POST', `${path}/freigeben`, {})).toMatchObject({
      code: 'author-may-not-release',
    })
  })

  it('an older version brings back words, but neither a state nor who wrote', async () => {
    const id = await begin(samira)
    const path = `/api/fassungen/${id}`
    const { kurztext } = deskFassung(
      stadttext(id, 'schwerin', { inhalt: inhalt({ kurztext: ersetzen('<p>Zweitens.</p>') }) }),
    )
    await standsAt(house, id, 'in-abstimmung')
    expect((await send(soenke, 'PATCH', path, { kurztext })).status).toBe(200)
    await standsAt(house, id, 'entwurf')
    const versions = await send(
      samira,
      'GET',
      `/api/fassungen/versions?where[parent][equals]=${id}`,
    )
    const { docs } = versions.body as { docs: { id: string; version: { zustand: string } }[] }
    expect(docs.map(({ version }) => version.zustand)).toEqual(['in-abstimmung', 'entwurf'])
    for (const version of docs) {
      const restored = await send(samira, 'POST', `/api/fassungen/versions/${version.id}`)
      expect(restored.status).toBe(200)
      expect(await stored(id)).toMatchObject({
        zustand: 'entwurf',
        verfasser: [samira.user.id, soenke.user.id],
      })
    }
  })

  it('the people of the partner release what the only person has written, and the audit says so', async () => {
    const stefan = await person('kommunalredaktion', 'r-klein', 'Stefan Stuhr')
    const id = await begin(stefan, { redaktion: 'r-klein' })
    const alone = await send(stefan, 'POST', `/api/fassungen/${id}/freigeben`, {})
    expect((alone.body as { title: string }).title).toContain('Petra Partner')
    const answer = await send(partnerin, 'POST', `/api/fassungen/${id}/freigeben`, {})
    expect(answer.status).toBe(200)
    const { docs } = await house.payload.find({
      collection: 'protokoll',
      where: {
        and: [{ gegenstandId: { equals: id } }, { akt: { equals: 'freigabe-fuer-partner' } }],
      },
    })
    expect(docs).toMatchObject([{ von: partnerin.user.id, redaktion: 'r-klein' }])
  })

  it('the page is told what the person may do, and by whom it goes on', async () => {
    const id = await begin(samira)
    const own = await send(samira, 'GET', `/api/fassungen/${id}/schritte`)
    expect(own.body).toMatchObject({ zustand: 'entwurf', kurzerWeg: true, vierAugen: true })
    expect((own.body as { wer: string[] }).wer).toContain('Sönke Siewert')
    const other = await send(soenke, 'GET', `/api/fassungen/${id}/schritte`)
    expect(other.body).toMatchObject({ vierAugen: false, wer: [] })
    expect((other.body as { aktionen: string[] }).aktionen).toContain('freigeben')
  })
})

describe('an Eilfall', () => {
  it('needs a reason, is marked in the log and on the text, and waits for another person', async () => {
    const rosa = await person('kommunalredaktion', 'r-rostock', 'Rosa Rau')
    const rolf = await person('kommunalredaktion', 'r-rostock', 'Rolf Rink')
    const id = await begin(rosa, { redaktion: 'r-rostock', gebiet: 'g-rostock' })
    const path = `/api/fassungen/${id}`
    const refused = await send(rosa, 'POST', `${path}/freigeben`, { eilfall: true })
    expect(refused).toMatchObject({ status: 422, code: 'reason-is-missing' })
    const answer = await send(rosa, 'POST', `${path}/freigeben`, { eilfall: true, grund: 'Flut' })
    expect(answer.status).toBe(200)
    const { folgenummer } = answer.body as { folgenummer: number }
    const chronik = await house.ports.chronik()
    expect(chronik.fassungen.get(id)?.folgenummer).toBe(folgenummer)
    const entry = await house.payload.db.findOne<{ id: string }>({
      collection: 'ereignisse',
      where: { folgenummer: { equals: folgenummer } },
    })
    expect(entry).toMatchObject({ eilfall: true, grund: 'Flut', von: rosa.user.id })
    expect(await stored(id)).toMatchObject({ zustand: 'freigegeben', eilfall: true })

    expect((await send(rolf, 'GET', `${path}/schritte`)).body).toMatchObject({ eilfallOffen: true })
    const self = await send(rosa, 'POST', `${path}/eilfall-bestaetigen`, {})
    expect(self).toMatchObject({ status: 409, code: 'eilfall-needs-another' })
    expect((await send(rolf, 'POST', `${path}/eilfall-bestaetigen`, {})).status).toBe(200)
    expect(await send(rolf, 'POST', `${path}/eilfall-bestaetigen`, {})).toMatchObject({
      status: 409,
      code: 'eilfall-is-confirmed',
    })
    expect((await send(rolf, 'GET', `${path}/schritte`)).body).toMatchObject({
      eilfallOffen: false,
    })
  })

  it('an ordinary release is none, and nobody confirms it', async () => {
    const rosa = await person('kommunalredaktion', 'r-rostock')
    const id = await released('ordentlich', festerTag(day('2032-01-01')))
    expect(await stored(id)).toMatchObject({ eilfall: false })
    const ludwig = await person('landesredaktion', 'r-land')
    expect(
      await send(ludwig, 'POST', `/api/fassungen/${id}/eilfall-bestaetigen`, {}),
    ).toMatchObject({ status: 409, code: 'fassung-is-no-eilfall' })
    expect((await send(rosa, 'POST', `/api/fassungen/${id}/eilfall-bestaetigen`, {})).status).toBe(
      404,
    )
  })
})

describe('two people at once', () => {
  it('one of two approvals is the first', async () => {
    const frauke = await person('fachressort', 'r-ich')
    const text: Text = {
      zustand: 'in-abstimmung',
      verhaeltnis: 'beteiligt',
      weg: 'lang',
      embargo: false,
    }
    const path = `/api/fassungen/${idOf(text)}/fachlich-freigeben`
    const both = await Promise.all([1, 2].map(() => send(frauke, 'POST', path, {})))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await standsAt(house, idOf(text), text.zustand)
  })
})

/** Puts a text of the matrix on the desk, or back on it. */
async function put(text: Text): Promise<void> {
  const { zustand, verhaeltnis, weg, embargo } = text
  tage += 1
  const id = idOf(text)
  const redaktionId =
    verhaeltnis === 'eigen' ? 'r-ich' : verhaeltnis === 'partner' ? 'r-klein' : 'r-rostock'
  // A draft whose words no check lets through: the table is asked first.
  const worte: FassungInhalt = isUnveroeffentlicht(zustand)
    ? inhalt({ kurztext: ersetzen('<p>-</p>') })
    : inhalt({})
  const beginn = festerTag(addDays(day('2027-06-01'), tage))
  const entwurf =
    weg === 'kurz'
      ? stadttext(id, 'schwerin', { redaktionId, beginn, inhalt: worte })
      : landtext(id, { redaktionId, beginn, inhalt: worte })
  await place(deskFassung(entwurf), { aenderungsart: 'inhaltlich', embargo })
  if (verhaeltnis === 'beteiligt')
    await addBeteiligungen(await createLocalReq({}, house.payload), [id], ['r-ich'], null)
  await reach(id, zustand)
}

function idOf({ zustand, verhaeltnis, weg, embargo }: Text): string {
  return `m-${embargo ? 'embargo' : 'offen'}-${weg}-${verhaeltnis}-${zustand}`
}

/** Past all hooks: nobody has written it. */
async function place(desk: object, rest: object): Promise<void> {
  const data = { ...desk, ...rest, zustand: 'entwurf', titel: 'Text' }
  await house.payload.db.create({ collection: 'fassungen', data, returning: false })
}

/** Brings a text to its state: the log decides about the two last ones. */
async function reach(id: string, zustand: Zustand): Promise<void> {
  if (isUnveroeffentlicht(zustand)) return standsAt(house, id, zustand)
  await standsAt(house, id, 'fachlich-freigegeben')
  const freigabe = await releaseFassung(house.ports, { id, von: 'system', grund: null })
  if (!freigabe.ok) throw new Error(JSON.stringify(freigabe.problems))
  if (zustand === 'freigegeben') return
  const withdrawn = await withdrawFassung(house.ports, {
    zurueckziehung: { fassungId: id, ab: null, folge: { art: 'leistung-endet' }, grund: 'Irrtum' },
    von: 'system',
  })
  if (!withdrawn.ok) throw new Error(JSON.stringify(withdrawn.problems))
}

/** A released Land text. */
async function released(id: string, beginn: ReturnType<typeof festerTag>): Promise<string> {
  await place(deskFassung(landtext(id, { beginn })), {
    aenderungsart: 'inhaltlich',
    embargo: false,
  })
  await reach(id, 'freigegeben')
  return id
}

/** A draft as a person begins one over REST. */
async function begin(who: Person, rest: object = {}): Promise<string> {
  tage += 1
  const id = `entwurf-${tage}`
  const beginn = festerTag(addDays(day('2029-01-01'), tage))
  const data = { ...deskFassung(stadttext(id, 'schwerin', { beginn })), ...rest }
  const { status, body } = await send(who, 'POST', '/api/fassungen', data)
  expect([status, body]).toEqual([201, body])
  return id
}

async function stored(id: string): Promise<unknown> {
  return house.payload.db.findOne<{ id: string }>({
    collection: 'fassungen',
    where: { id: { equals: id } },
  })
}

async function redaktion(id: string, rest: object): Promise<void> {
  const data = { id, name: id, art: 'amt', ...rest }
  await house.payload.create({ collection: 'redaktionen', data: data as never })
}

async function person(rolle: Rolle, redaktionId: string, name?: string): Promise<Person> {
  const made = await createUser(house.payload, rolle, redaktionId)
  const { id } = made.user
  if (name !== undefined)
    await house.payload.update({ collection: 'users', id, data: { name }, overrideAccess: true })
  const { email, password } = made
  const { body } = await send(null, 'POST', '/api/users/login', { email, password })
  // With its Redaktion, as a request brings it.
  const user = await house.payload.findByID({ collection: 'users', id, depth: 1 })
  return {
    ...made,
    user: { ...user, collection: 'users' },
    token: (body as { token: string }).token,
  }
}

async function reqOf({ user }: Person): Promise<PayloadRequest> {
  return createLocalReq({ user }, house.payload)
}

/** One server for thousands of questions. */
async function send(
  who: Person | null,
  method: string,
  path: string,
  body?: object,
): Promise<Antwort> {
  const { port } = server.address() as AddressInfo
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(who === null ? {} : { authorization: `JWT ${who.token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const said = (await answer.json().catch(() => ({}))) as {
    problems?: readonly { code: string }[]
  }
  return { status: answer.status, code: said.problems?.[0]?.code ?? '', body: said }
}

async function succeeds(work: Promise<unknown>): Promise<boolean> {
  return work.then(
    () => true,
    () => false,
  )
}

/** A list that nobody may see at all is refused; then it shows nothing. */
async function listed(
  work: Promise<{ readonly totalDocs: number }>,
): Promise<{ readonly totalDocs: number }> {
  return work.catch(() => ({ totalDocs: 0 }))
}
