import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { deskFassung } from '#store/desk/fassung.ts'
import {
  addDraft,
  amt,
  anonymous,
  countEntries,
  furnish,
  landtext,
  signIn,
  zeitgrenze,
  type Send,
} from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

/** Nothing that is wrong gets in: a stable code, a German sentence that helps, and nothing has changed. */

let house: TestHouse
let nobody: Send
let land: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  // Two Leistungen with texts, so that a list has a second page.
  await house.payload.create({
    collection: 'leistungen',
    data: { id: 'l-katze', name: 'Katze anmelden', redaktion: 'r-land' },
  })
  const person = await createUser(house.payload, 'landesredaktion', 'r-land')
  nobody = anonymous(house)
  land = await signIn(house, person)
  for (const leistungId of ['l-hund', 'l-katze']) {
    await addDraft(house, landtext(`text-${leistungId}`, { leistungId }))
    await land('post', `/api/fassungen/text-${leistungId}/freigeben`, {}).expect(200)
  }
})

afterAll(() => house.remove())

describe('a feed that is asked wrongly', () => {
  const path = '/export/v1/leistungen'

  it.each([
    ['a day that does not exist', '?stichtag=2026-02-30', 400, 'day-is-malformed', '„2026-02-30“'],
    ['a day with a time', '?stichtag=2027-01-01T00:00', 400, 'day-is-malformed', 'JJJJ-MM-TT'],
    ['a German date', '?stichtag=01.01.2027', 400, 'day-is-malformed', '„01.01.2027“'],
    ['an empty day', '?stichtag=', 400, 'day-is-malformed', 'Kalendertag'],
    [
      'two days',
      '?stichtag=2027-01-01&stichtag=2027-01-02',
      400,
      'day-is-malformed',
      'Kalendertag',
    ],
    ['an unknown parameter', '?tag=2027-01-01', 400, 'query-is-malformed', 'tag: '],
    ['a misspelt filter', '?arss=13', 400, 'query-is-malformed', 'arss: '],
    ['an ARS with letters', '?ars=MV', 400, 'query-is-malformed', '„MV“'],
    ['an ARS that nobody has', '?ars=990000000000', 422, 'gebiet-is-unknown', 'ars: '],
    ['an ARS too long', '?ars=1300400000000', 400, 'query-is-malformed', 'ars: '],
    ['a language that we do not have', '?sprache=fr', 400, 'query-is-malformed', '„fr“'],
    ['no row at all', '?limit=0', 400, 'query-is-malformed', 'limit: '],
    ['too many rows', '?limit=501', 400, 'query-is-malformed', '„501“'],
    ['half a row', '?limit=1.5', 400, 'query-is-malformed', '„1.5“'],
    ['a negative Kenntnisstand', '?kenntnisstand=-1', 400, 'query-is-malformed', '„-1“'],
    ['a cursor that is none', '?cursor=abc', 400, 'cursor-is-malformed', 'Cursor'],
    ['a cursor with strange signs', '?cursor=%22%3B', 400, 'query-is-malformed', 'cursor: '],
    [
      'a Kenntnisstand to come',
      '?kenntnisstand=999999',
      404,
      'kenntnisstand-lies-ahead',
      'neueste',
    ],
    [
      'an older Kenntnisstand without the right',
      '?kenntnisstand=3',
      403,
      'past-needs-scope',
      'Berechtigung',
    ],
  ])('%s', async (_name, query, status, code, words) => {
    const before = await state()
    const answer = await nobody('get', `${path}${query}`)
    expectProblem(answer, status, code, words)
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/)
    expect(answer.headers['cache-control']).toBe('no-store')
    expect(await state()).toEqual(before)
  })

  it.each([
    [
      'one Leistung on a day that does not exist',
      'l-hund?stichtag=2026-02-30',
      400,
      'day-is-malformed',
    ],
    ['a Leistung that there is not', 'l-maus', 404, 'not-found'],
    ['a Leistung before its text', 'l-hund?stichtag=2024-12-31', 404, 'not-found'],
  ])('%s', async (_name, rest, status, code) => {
    expectProblem(await nobody('get', `${path}/${rest}`), status, code, '')
  })

  it('a cursor that somebody changed', async () => {
    const { body } = await nobody('get', `${path}?limit=1`)
    const { naechsterCursor: cursor } = body as { naechsterCursor: string }
    await nobody('get', `${path}?cursor=${cursor}`).expect(200)
    const [inner, signature] = split(cursor)
    const older = JSON.parse(Buffer.from(inner, 'base64url').toString()) as unknown[]
    older[1] = 1
    const forged = Buffer.from(JSON.stringify(older)).toString('base64url')
    for (const wrong of [
      `${forged}_${signature}`,
      `${inner}_${'0'.repeat(32)}`,
      `${inner}_${signature.slice(1)}`,
      cursor.slice(1),
      signature,
    ]) {
      expectProblem(await nobody('get', `${path}?cursor=${wrong}`), 400, 'cursor-is-malformed', '')
    }
  })

  it('an older Kenntnisstand is shown to whoever may see it, and kept by no cache', async () => {
    const answer = await land('get', `${path}?kenntnisstand=3`)
    expect(answer.status).toBe(200)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })
})

describe('a Zeitgrenze', () => {
  it.each([
    [
      'on a day that does not exist',
      { tag: '2026-02-30' },
      400,
      'Das ist kein Kalendertag: „2026-02-30“',
    ],
    ['on a German date', { tag: '01.01.27' }, 400, 'Das ist kein Kalendertag'],
    ['announced without its day', { tag: null }, 422, 'braucht ihren Tag'],
    ['announced without its Fundstelle', { fundstelle: null }, 422, 'Fundstelle'],
    [
      'estimated for a month that does not exist',
      { stand: 'geschaetzt', zeitraum: '2027-13' },
      422,
      'Zeitraum',
    ],
    ['undetermined without a condition', { stand: 'unbestimmt' }, 422, 'Bedingung'],
    ['of no Rechtsnorm', { rechtsnorm: null }, 422, 'Rechtsnorm: '],
  ])('%s is not saved', async (_name, wrong, status, words) => {
    const before = await state()
    const made = await land('post', '/api/zeitgrenzen', zeitgrenze('z-falsch', wrong))
    expectRefusal(made, status, words)
    const changed = await land('patch', '/api/zeitgrenzen/z-hund', wrong)
    expectRefusal(changed, status, words)
    expect(await state()).toEqual(before)
  })

  it('cannot be moved into the past', async () => {
    const before = await state()
    const moved = await land('patch', '/api/zeitgrenzen/z-hund', { tag: '2026-11-01' })
    expectRefusal(moved, 409, 'vergangen')
    expect(moved.body).toMatchObject({
      errors: [{ data: { problems: [{ code: 'zeitgrenze-day-has-passed' }] } }],
    })
    expect(await state()).toEqual(before)
  })
})

describe('a text', () => {
  it.each([
    [
      'from a day that does not exist',
      { beginn: { art: 'tag', tag: '2026-02-30' } },
      400,
      '„2026-02-30“',
    ],
    [
      'until a day that does not exist',
      { ende: { art: 'tag', tag: '2027-13-01' } },
      400,
      '„2027-13-01“',
    ],
    ['of a layer that there is not', { ebene: 'bezirk' }, 400, 'inkorrekte Auswahl'],
    ['on top of a text of another Leistung', { basis: 'text-l-katze' }, 400, 'Grundlage'],
  ])('%s is not saved', async (_name, wrong, status, words) => {
    const before = await state()
    const desk = { ...deskFassung(landtext('text-falsch')), ...wrong }
    expectRefusal(await land('post', '/api/fassungen', desk), status, words)
    expect(await state()).toEqual(before)
  })

  const ending = (ende: string) => ({
    beginn: festerTag(day('2028-01-01')),
    ende: festerTag(day(ende)),
  })
  it.each([
    [
      'that ends before it begins',
      ending('2027-12-31'),
      'interval-ends-before-it-begins',
      '31. Dezember 2027',
    ],
    [
      'that ends on the day it begins',
      ending('2028-01-01'),
      'interval-ends-before-it-begins',
      'mindestens einen Tag',
    ],
    [
      'that ends with a law before it begins with one',
      { beginn: anZeitgrenze('z-hund', 10), ende: anZeitgrenze('z-hund') },
      'interval-ends-before-it-begins',
      '11. Januar 2027',
    ],
    [
      'of a layer that the area has not',
      { ebene: 'gemeinde' as const },
      'ebene-does-not-fit',
      'Mecklenburg-Vorpommern',
    ],
  ])('%s stays a draft', async (name, wrong, code, words) => {
    const id = `entwurf ${name}`.replaceAll(' ', '-')
    await addDraft(house, landtext(id, wrong))
    const before = await state()
    const answer = await land('post', `/api/fassungen/${id}/freigeben`, {})
    expectProblem(answer, 422, code, words)
    expect(await state()).toEqual(before)
    expect(await house.payload.findByID({ collection: 'fassungen', id })).toMatchObject({
      zustand: 'entwurf',
      folgenummer: null,
    })
  })

  it.each([
    ['without a reason', {}, 422, 'reason-is-missing', 'Begründung'],
    [
      'from a day that does not exist',
      { grund: 'Irrtum', folge: 'vorgaenger', ab: '2026-02-30' },
      400,
      'day-is-malformed',
      '„2026-02-30“',
    ],
  ])('cannot be withdrawn %s', async (_name, body, status, code, words) => {
    const before = await state()
    const answer = await land('post', '/api/fassungen/text-l-hund/zurueckziehen', body)
    expectProblem(answer, status, code, words)
    expect(await state()).toEqual(before)
  })
})

describe('an object', () => {
  const tag = (value: string) => ({ art: 'tag', tag: value })
  it.each([
    [
      'organisationseinheiten',
      'that ends before it begins',
      { beginn: tag('2027-02-01'), ende: tag('2027-01-01') },
      422,
      'interval-ends-before-it-begins',
    ],
    [
      'organisationseinheiten',
      'from no day at all',
      { beginn: { art: 'tag' } },
      422,
      'anchor-is-malformed',
    ],
    [
      'organisationseinheiten',
      'on no Zeitgrenze at all',
      { beginn: { art: 'zeitgrenze' } },
      422,
      'anchor-is-malformed',
    ],
    [
      'gebiete',
      'with a key of another layer',
      { name: 'X', ebene: 'gemeinde', ars: '13076' },
      422,
      'ars-is-malformed',
    ],
    [
      'gebiete',
      'with an AGS that does not fit',
      { name: 'X', ebene: 'gemeinde', ars: '130765654009', ags: '13000000' },
      422,
      'ags-does-not-fit',
    ],
    [
      'leistungen',
      'with a wrong key',
      { name: 'X', leistungsschluessel: ['990010010010'] },
      422,
      'leistungsschluessel-is-malformed',
    ],
    [
      'zustaendigkeiten',
      'without an office',
      { leistung: 'l-hund', gebiet: 'g-mv' },
      422,
      'stelle-is-missing',
    ],
  ])('of %s %s is not saved', async (collection, _name, wrong, status, code) => {
    const before = await state()
    const answer = await land('post', `/api/${collection}`, {
      ...amt('falsch', 'r-land'),
      ...wrong,
    })
    expectRefusal(answer, status, 'Bitte ')
    expect(answer.body).toMatchObject({ errors: [{ data: { problems: [{ code }] } }] })
    expect(await state()).toEqual(before)
  })
})

type Answer = {
  readonly status: number
  readonly body: unknown
  readonly headers: Record<string, string>
}

/** A problem of ours: RFC 9457 with a stable type and a sentence that asks for something. */
function expectProblem(
  { status, body }: Answer,
  expected: number,
  code: string,
  words: string,
): void {
  expect(body).toMatchObject({ type: `urn:stichtag:problem:${code}`, status: expected })
  expect(status).toBe(expected)
  const { title, problems } = body as { title: string; problems: { code: string; text: string }[] }
  expect(title).toContain(words)
  expect(title).toMatch(/[Bb]itte .*\.$/)
  expect(problems[0]).toEqual({ code, text: title })
}

/** What Payload's own REST says: a sentence per field, or the sentence of our problem. */
function expectRefusal({ status, body }: Answer, expected: number, words: string): void {
  expect({ status, body }).toEqual({ status: expected, body })
  expect(JSON.stringify(body)).toContain(words)
}

/** Everything that may not change when something is refused: the log and the documents. */
async function state(): Promise<object> {
  const counts: Record<string, number> = { log: await countEntries(house) }
  for (const collection of [
    'fassungen',
    'zeitgrenzen',
    'leistungen',
    'gebiete',
    'organisationseinheiten',
    'zustaendigkeiten',
    'inhalte',
  ] as const) {
    counts[collection] = (await house.payload.db.count({ collection })).totalDocs
  }
  const { updatedAt, ...law } = await house.payload.findByID({
    collection: 'zeitgrenzen',
    id: 'z-hund',
    depth: 0,
  })
  return { counts, law, updatedAt }
}

function split(cursor: string): readonly [string, string] {
  const at = cursor.lastIndexOf('_')
  return [cursor.slice(0, at), cursor.slice(at + 1)]
}
