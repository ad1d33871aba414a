import request from 'supertest'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { releaseFassung } from '#commands/releaseFassung.ts'
import type { Entwurf } from '#core/fassung/fassung.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import { abschnitteOf } from '#core/vorschau/darstellung.ts'
import { textOf } from '#core/vorschau/markup.ts'
import { day } from '#core/zeit/day.ts'
import {
  readVorschau,
  type Leistungsseite,
  type Liste,
  type Tagesansicht,
} from '#feed/readVorschau.ts'
import { deskFassung, deskVariante } from '#store/desk/fassung.ts'
import { ersetzen, inhalt } from './support/factories.ts'
import { addDraft, furnish, landtext, stadttext, zeitgrenze } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

const HEUTE = day('2026-11-24')
const SCHWERIN = '130040000000'
const ROSTOCK = '130030000000'

let house: TestHouse
let land: Headers
let schwerin: Headers
let rostock: Headers
let auskunft: Headers
const anonymous = new Headers()

/** What each text says, so that it can be found again. */
const worte = (text: string) =>
  inhalt({
    leistungsbezeichnungII: ersetzen('Hund anmelden'),
    kurztext: ersetzen(`<p>${text}</p>`),
  })

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
  await furnish(house)
  const create = (id: string, differences: object) =>
    house.payload.create({
      collection: 'zeitgrenzen',
      data: zeitgrenze(id, { fundstelle: null, tag: null, ...differences }) as never,
    })
  await create('z-geplant', { stand: 'geplant', tag: '2027-04-01' })
  await create('z-geschaetzt', { stand: 'geschaetzt', zeitraum: '2027-Q3' })
  await create('z-offen', { stand: 'unbestimmt', bedingung: 'Nach Bekanntgabe des BMI' })
  await release(landtext('f-land', { inhalt: worte('Landestext seit 2025.') }))
  await release(
    landtext('f-land-januar', {
      beginn: anZeitgrenze('z-hund'),
      basis: 'f-land',
      inhalt: worte('Landestext ab Januar.'),
    }),
  )
  await release(
    landtext('f-land-geplant', {
      beginn: anZeitgrenze('z-geplant'),
      inhalt: worte('Freigegeben, wartet auf April.'),
    }),
  )
  await addDraft(
    house,
    landtext('f-land-entwurf', {
      beginn: anZeitgrenze('z-geschaetzt'),
      inhalt: worte('Entwurf des Landes, drittes Quartal.'),
    }),
  )
  await addDraft(
    house,
    stadttext('f-schwerin-entwurf', 'schwerin', {
      beginn: festerTag(day('2027-02-01')),
      inhalt: worte('Entwurf aus Schwerin.'),
    }),
  )
  await addDraft(
    house,
    stadttext('f-schwerin-offen', 'schwerin', {
      beginn: anZeitgrenze('z-offen'),
      inhalt: worte('Schwerin wartet auf das BMI.'),
    }),
  )
  await addDraft(
    house,
    stadttext('f-rostock-entwurf', 'rostock', {
      beginn: festerTag(day('2027-02-01')),
      inhalt: worte('Entwurf aus Rostock.'),
    }),
  )
  land = await session('landesredaktion', 'r-land')
  schwerin = await session('kommunalredaktion', 'r-schwerin')
  rostock = await session('kommunalredaktion', 'r-rostock')
  auskunft = await session('auskunft115', 'r-land')
})

afterAll(() => house.remove())

describe('the public', () => {
  it.each([
    ['today, the Land', { stichtag: '2026-11-24', ars: '13' }],
    ['the day of Inkrafttreten, a town', { stichtag: '2027-01-01', ars: SCHWERIN }],
    ['the day before, in English', { stichtag: '2026-12-31', ars: SCHWERIN, sprache: 'en' }],
  ])('reads what the feed says: %s', async (_name, query) => {
    const { body } = await request(house.app()).get('/export/v1/leistungen/l-hund').query(query)
    const blatt = body as Leistungsblatt
    const { ansicht } = await first(query, anonymous)
    expect(ansicht).toMatchObject({
      name: blatt.name,
      giltAb: { tag: blatt.gueltigAb, istVorlaeufig: false },
      aendertSichAm: { tag: blatt.naechsteAenderung, istVorlaeufig: false },
      vorbehalte: [],
      istVorlaeufig: false,
    })
    expect(
      ansicht?.abschnitte.map(({ teile }) => teile.map(({ knoten }) => textOf(knoten))),
    ).toEqual(abschnitteOf(blatt).map(({ teile }) => teile.map(({ knoten }) => textOf(knoten))))
  })

  it('finds the same Leistungen in the list as in the feed', async () => {
    const query = { stichtag: '2027-01-01', ars: SCHWERIN }
    const { body } = await request(house.app()).get('/export/v1/leistungen').query(query)
    const { zeilen } = await liste(query, anonymous)
    expect(zeilen.map(({ id }) => id)).toEqual(
      (body as { eintraege: readonly { id: string }[] }).eintraege.map(({ id }) => id),
    )
    expect(zeilen).toMatchObject([{ name: 'Hund anmelden', ebenen: ['land'] }])
  })

  it.each([
    ['nobody', () => anonymous],
    ['somebody with a made-up session', () => new Headers({ cookie: 'payload-token=abc' })],
  ])('%s who asks for drafts gets none', async (_name, headers) => {
    for (const stichtag of ['2026-11-24', '2027-02-01', '2027-04-01', '2027-07-01']) {
      const query = { stichtag, ars: SCHWERIN, entwuerfe: '1', mit: 'f-schwerin-offen' }
      const answers = [
        await readVorschau().liste(query, headers()),
        await readVorschau().leistung('l-hund', query, headers()),
      ]
      // What was asked is repeated, and says nothing new.
      const whole = JSON.stringify(answers, (key, value: unknown) =>
        key === 'eingabe' ? undefined : value,
      )
      expect(whole).not.toMatch(/Entwurf|wartet auf|f-schwerin|f-rostock|f-land-(entwurf|geplant)/)
      expect(whole).toContain('"mitEntwuerfen":false')
    }
  })
})

describe('an editor who asks for drafts', () => {
  it('does not get them without asking', async () => {
    const { ansicht } = await first({ stichtag: '2027-02-01', ars: SCHWERIN }, schwerin)
    expect(kurztext(ansicht)).toBe('Landestext ab Januar.')
  })

  it('sees the own draft from its first day on, marked', async () => {
    const before = await first({ stichtag: '2027-01-31', ars: SCHWERIN, entwuerfe: '1' }, schwerin)
    expect(kurztext(before.ansicht)).toBe('Landestext ab Januar.')
    expect(before.ansicht?.aendertSichAm).toEqual({ tag: '2027-02-01', istVorlaeufig: true })
    const { ansicht } = await first(
      { stichtag: '2027-02-01', ars: SCHWERIN, entwuerfe: '1' },
      schwerin,
    )
    expect(kurztext(ansicht)).toBe('Entwurf aus Schwerin.')
    expect(ansicht?.vorbehalte).toEqual([{ art: 'entwurf' }])
    expect(ansicht?.giltAb).toEqual({ tag: '2027-02-01', istVorlaeufig: true })
  })

  it('sees no draft of another Kommune and none of the Land', async () => {
    const there = await first({ stichtag: '2027-02-01', ars: SCHWERIN, entwuerfe: '1' }, rostock)
    expect(kurztext(there.ansicht)).toBe('Landestext ab Januar.')
    expect(there.ansicht?.istVorlaeufig).toBe(false)
    const inJuly = await first({ stichtag: '2027-07-01', ars: '13', entwuerfe: '1' }, schwerin)
    expect(kurztext(inJuly.ansicht)).toBe('Landestext ab Januar.')
    expect(
      JSON.stringify(await leistung({ ars: ROSTOCK, entwuerfe: '1' }, schwerin)),
    ).not.toContain('f-rostock')
  })

  it('sees a geplante day as bestimmt, where the text is one that may be seen', async () => {
    const query = { stichtag: '2027-04-01', ars: '13', entwuerfe: '1' }
    const { ansicht } = await first(query, land)
    expect(kurztext(ansicht)).toBe('Freigegeben, wartet auf April.')
    expect(ansicht?.vorbehalte).toEqual([{ art: 'geplant', tag: '2027-04-01' }])
    expect(kurztext((await first(query, schwerin)).ansicht)).toBe('Landestext ab Januar.')
    expect(kurztext((await first({ ...query, stichtag: '2027-03-31' }, land)).ansicht)).toBe(
      'Landestext ab Januar.',
    )
  })

  it('sees a geschaetzte day on the first day of its period', async () => {
    const { ansicht } = await first({ stichtag: '2027-07-01', ars: '13', entwuerfe: '1' }, land)
    expect(kurztext(ansicht)).toBe('Entwurf des Landes, drittes Quartal.')
    expect(ansicht?.vorbehalte).toEqual([
      { art: 'entwurf' },
      { art: 'geschaetzt', zeitraum: '2027-Q3' },
    ])
    const eve = await first({ stichtag: '2027-06-30', ars: '13', entwuerfe: '1' }, land)
    expect(kurztext(eve.ansicht)).toBe('Freigegeben, wartet auf April.')
  })

  it('sees released texts only, as a 115 agent', async () => {
    const inApril = await first({ stichtag: '2027-04-01', ars: '13', entwuerfe: '1' }, auskunft)
    expect(kurztext(inApril.ansicht)).toBe('Freigegeben, wartet auf April.')
    const inJuly = await first({ stichtag: '2027-07-01', ars: '13', entwuerfe: '1' }, auskunft)
    expect(kurztext(inJuly.ansicht)).toBe('Freigegeben, wartet auf April.')
  })

  it('never sees what is for the 115 only', async () => {
    const text = landtext('f-land-115', {
      beginn: festerTag(day('2028-01-01')),
      inhalt: { ...worte('Mit Hinweis.'), ...HINWEIS },
    })
    await addDraft(house, text)
    const query = { stichtag: '2028-01-01', ars: '13', entwuerfe: '1' }
    for (const headers of [land, auskunft, anonymous])
      expect(JSON.stringify(await leistung(query, headers))).not.toContain('Geheim')
    expect(kurztext((await first(query, land)).ansicht)).toBe('Mit Hinweis.')
    await house.payload.delete({ collection: 'fassungen', id: 'f-land-115' })
  })

  it('changes nothing by looking', async () => {
    const before = await house.ports.chronik()
    const entries = before.zeitpunkte.length
    await first({ stichtag: '2027-07-01', ars: SCHWERIN, entwuerfe: '1' }, land)
    expect((await house.ports.chronik()).zeitpunkte.length).toBe(entries)
    expect(before.fassungen.has('f-land-entwurf')).toBe(false)
    expect((await liste({ stichtag: '2027-07-01', ars: '13' }, anonymous)).zeilen).toMatchObject([
      { istVorlaeufig: false },
    ])
  })
})

describe('the lane of texts without a day', () => {
  it('holds the own unbestimmte texts with what they wait for, and opens them on the Stichtag', async () => {
    const query = { stichtag: '2027-01-01', ars: SCHWERIN, entwuerfe: '1' }
    const { ohneTag } = await liste(query, schwerin)
    expect(ohneTag).toMatchObject([
      {
        id: 'f-schwerin-offen',
        name: 'Hund anmelden',
        gebiet: 'Schwerin',
        istEntwurf: true,
        grund: { art: 'unbestimmt', bedingung: 'Nach Bekanntgabe des BMI' },
      },
    ])
    expect(kurztext((await first(query, schwerin)).ansicht)).toBe('Landestext ab Januar.')
    const opened = await first({ ...query, mit: 'f-schwerin-offen' }, schwerin)
    expect(kurztext(opened.ansicht)).toBe('Schwerin wartet auf das BMI.')
    expect(opened.ansicht?.vorbehalte).toEqual([{ art: 'entwurf' }, { art: 'ohne-tag' }])
    expect(kurztext((await first({ ...query, mit: 'f-schwerin-offen' }, rostock)).ansicht)).toBe(
      'Landestext ab Januar.',
    )
    expect((await liste(query, rostock)).ohneTag).toEqual([])
  })

  it('opens a text also on a day on which another one begins', async () => {
    const opened = await first(
      { stichtag: '2027-02-01', ars: SCHWERIN, entwuerfe: '1', mit: 'f-schwerin-offen' },
      schwerin,
    )
    expect(kurztext(opened.ansicht)).toBe('Schwerin wartet auf das BMI.')
  })

  it('holds a draft that does not say when it begins', async () => {
    const text = stadttext('f-rostock-ohne', 'rostock', { inhalt: worte('Ohne Beginn.') })
    const data = { ...deskFassung(text), beginn: { art: 'zeitgrenze' } }
    await house.payload.create({ collection: 'fassungen', data: data as never })
    const query = { stichtag: '2026-12-01', ars: ROSTOCK, entwuerfe: '1' }
    expect((await liste(query, rostock)).ohneTag).toMatchObject([
      { id: 'f-rostock-ohne', grund: { art: 'ohne-beginn' } },
    ])
    expect(kurztext((await first({ ...query, mit: 'f-rostock-ohne' }, rostock)).ansicht)).toBe(
      'Ohne Beginn.',
    )
  })

  it('holds an expected day that has passed without announcement', async () => {
    house.setToday(day('2027-04-02'))
    const query = { stichtag: '2027-04-02', ars: '13', entwuerfe: '1' }
    expect(kurztext((await first(query, land)).ansicht)).toBe('Landestext ab Januar.')
    expect((await liste(query, land)).ohneTag).toMatchObject([
      { id: 'f-land-geplant', istEntwurf: false, grund: { art: 'verstrichen' } },
    ])
    house.setToday(HEUTE)
  })
})

describe('a draft of a language variant', () => {
  it('is shown in its language, for who may see it', async () => {
    await house.payload.create({
      collection: 'fassungen',
      data: deskVariante(
        {
          id: 'v-land-en',
          sprache: 'en',
          module: inhalt({ kurztext: ersetzen('<p>State text since 2025.</p>') }),
          maschinell: false,
        },
        landtext('f-land', { inhalt: worte('') }),
      ) as never,
    })
    const query = { stichtag: '2026-11-24', ars: '13', sprache: 'en', entwuerfe: '1' }
    expect(kurztext((await first(query, land)).ansicht)).toBe('State text since 2025.')
    expect(kurztext((await first(query, schwerin)).ansicht)).toBe('Landestext seit 2025.')
  })
})

describe('two days side by side', () => {
  it('reads both from the same Kenntnisstand', async () => {
    const query = { stichtag: '2026-12-31', vergleich: '2027-01-01', ars: SCHWERIN }
    const { tage, nachbartage } = await leistung(query, anonymous)
    expect(tage.map(({ tag, ansicht }) => [tag, kurztext(ansicht)])).toEqual([
      ['2026-12-31', 'Landestext seit 2025.'],
      ['2027-01-01', 'Landestext ab Januar.'],
    ])
    expect(nachbartage).toEqual({ davor: '2025-01-01', danach: '2027-01-01' })
  })

  it('says of a day before the first text that there is none', async () => {
    const { tage } = await leistung({ stichtag: '2024-12-31', ars: '13' }, anonymous)
    expect(tage).toMatchObject([{ ansicht: null, entfaellt: false }])
  })
})

describe('a wrong entry', () => {
  it.each([
    ['a day that does not exist', { stichtag: '2027-02-30' }, 'day-is-malformed', HEUTE],
    ['a second day that does not exist', { vergleich: 'morgen' }, 'day-is-malformed', HEUTE],
    ['an unknown ARS', { ars: '990000000000' }, 'gebiet-is-unknown', HEUTE],
    [
      'an ARS that is none',
      { ars: '13a', stichtag: '2027-01-01' },
      'gebiet-is-unknown',
      '2027-01-01',
    ],
    ['an unknown language', { sprache: 'fr' }, 'query-is-malformed', HEUTE],
    ['a day before the first area', { stichtag: '1900-01-01' }, 'gebiet-is-unknown', '1900-01-01'],
  ])('%s is said, and what was right of it stays', async (_name, query, code, stichtag) => {
    const { rahmen, liste: none } = await readVorschau().liste(query, anonymous)
    expect(rahmen.probleme).toMatchObject([{ code }])
    expect(rahmen.stichtag).toBe(stichtag)
    expect(rahmen.gemeinden.map(({ name }) => name)).toEqual(['Rostock', 'Schwerin'])
    expect(none).toBeNull()
  })

  it('offers the places that a name may mean', async () => {
    const { rahmen } = await readVorschau().liste({ ort: 'R' }, anonymous)
    expect(rahmen.gebiet?.name).toBe('Rostock')
    const several = await readVorschau().liste({ ort: 'Meck' }, anonymous)
    expect(several.rahmen.gebiet?.id).toBe('g-mv')
    const none = await readVorschau().liste({ ort: 'Xanten' }, anonymous)
    expect(none.rahmen).toMatchObject({ gebiet: null, vorschlaege: [] })
  })

  it('knows no Leistung of that name', async () => {
    const { rahmen, leistung: none } = await readVorschau().leistung('nein', {}, anonymous)
    expect(rahmen.probleme).toEqual([])
    expect(none).toBeNull()
  })
})

const HINWEIS = {
  auskunftshinweis: {
    modus: 'ersetzen' as const,
    wert: { text: '<p>Geheim für die 115.</p>', links: [] },
  },
}

type Query = Readonly<Record<string, string>>

async function liste(query: Query, headers: Headers): Promise<Liste> {
  const { rahmen, liste: found } = await readVorschau().liste(query, headers)
  if (!found) throw new Error(JSON.stringify(rahmen.probleme))
  return found
}

async function leistung(query: Query, headers: Headers): Promise<Leistungsseite> {
  const answer = await readVorschau().leistung('l-hund', query, headers)
  if (!answer.leistung) throw new Error(JSON.stringify(answer.rahmen.probleme))
  return answer.leistung
}

async function first(query: Query, headers: Headers): Promise<Tagesansicht> {
  return (await leistung(query, headers)).tage[0]
}

function kurztext(ansicht: Tagesansicht['ansicht']): string | undefined {
  const teile = ansicht?.abschnitte.find(({ schluessel }) => schluessel === 'kurztext')?.teile
  return teile
    ?.map(({ knoten }) => textOf(knoten))
    .join('')
    .trim()
}

async function release(text: Entwurf): Promise<void> {
  await addDraft(house, text)
  const released = await releaseFassung(house.ports, { id: text.id, von: 'system', grund: null })
  if (!released.ok) throw new Error(JSON.stringify(released.problems))
}

/** What the browser of somebody who has signed in sends. */
async function session(
  rolle: 'landesredaktion' | 'kommunalredaktion' | 'auskunft115',
  redaktion: string,
): Promise<Headers> {
  const { email, password } = await createUser(house.payload, rolle, redaktion)
  const answer = await request(house.app()).post('/api/users/login').send({ email, password })
  const [cookie = ''] = (answer.headers['set-cookie'] as unknown as string[]).map(
    (each) => each.split(';')[0] ?? '',
  )
  return new Headers({ cookie })
}
