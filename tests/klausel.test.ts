import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { latest, newestFolgenummer } from '#core/log/chronik.ts'
import { day } from '#core/zeit/day.ts'
import { rebuild } from '#store/projections.ts'
import { anonymous, furnish, signIn, zeitgrenze, type Send } from './support/furnish.ts'
import { createUser, openTestHouse, type TestHouse } from './support/house.ts'

let house: TestHouse
let land: Send
let schwerin: Send

beforeAll(async () => {
  house = await openTestHouse(day('2026-11-24'))
  await furnish(house)
  land = await signIn(house, await createUser(house.payload, 'landesredaktion', 'r-land'))
  schwerin = await signIn(house, await createUser(house.payload, 'kommunalredaktion', 'r-schwerin'))
  const bund = { art: 'gesetz', normgeber: 'bund', redaktion: 'r-land' }
  await norm('n-bund', { ...bund, gebiet: 'g-bund', verkuendetAm: '2026-12-18' })
  await norm('n-land', { ...bund, normgeber: 'land', verkuendetAm: '2028-02-15' })
  await norm('n-satzung', {
    art: 'satzung',
    normgeber: 'kommune',
    gebiet: 'g-schwerin',
    redaktion: 'r-schwerin',
    beschlossenAm: '2026-11-30',
    verkuendetAm: '2026-12-31',
  })
  await norm('n-angekuendigt', { ...bund, gebiet: 'g-bund' })
})

afterAll(() => house.remove())

describe('the reckoner, where a Rechtsnorm names no day itself', () => {
  it.each([
    [
      'Bund: the 14th day after the end of 18 December is New Year’s Day',
      'n-bund',
      {
        klausel: { art: 'tage-nach-ausgabe', tag: '2026-12-18', anzahl: 14, lesart: null },
        tag: '2027-01-01',
        wortlaut: 'Am 14. Tag nach Ablauf des Ausgabetages',
        quelle: 'Art. 82 Abs. 2 Satz 2 GG. Ausgegeben am 18. Dezember 2026.',
      },
    ],
    [
      'Land, whose Redaktion says in which one: 29 February',
      'n-land',
      {
        klausel: { art: 'tage-nach-ausgabe', tag: '2028-02-15', anzahl: 14, lesart: null },
        tag: '2028-02-29',
        wortlaut: 'Am 14. Tag nach Ablauf des Ausgabetages',
        quelle: 'Art. 58 Verf M-V. Ausgegeben am 15. Februar 2028.',
      },
    ],
    [
      'Kommune: the day after New Year’s Eve',
      'n-satzung',
      {
        klausel: { art: 'tag-nach-verkuendung', tag: '2026-12-31', anzahl: null, lesart: null },
        tag: '2027-01-01',
        wortlaut: 'Am Tag nach der Bekanntmachung',
        quelle: '§ 5 Abs. 4 KV M-V. Bekannt gemacht am 31. Dezember 2026.',
      },
    ],
  ])('%s', async (_name, rechtsnorm, expected) => {
    const { status, body } = await rechne(land, { rechtsnorm })
    expect({ status, body }).toEqual({ status: 200, body: { vorschlaege: [expected] } })
  })

  it('takes a row of the table before what the house brings along, and the Kommune before the Land', async () => {
    const regel = { normgeber: 'kommune', gebiet: 'g-mv', quelle: 'Landesregel' }
    await addRegel('mv', { ...regel, klausel: 'monate-nach-verkuendung', anzahl: 2 })
    expect(await rechne(schwerin, { rechtsnorm: 'n-satzung' })).toMatchObject({
      body: { vorschlaege: [{ tag: '2027-02-28', wortlaut: '2 Monate nach der Bekanntmachung' }] },
    })
    await addRegel('schwerin', {
      ...regel,
      gebiet: 'g-schwerin',
      klausel: 'tag-nach-verkuendung',
      bekanntmachungsform: 'aushang',
      aushangtage: 14,
      quelle: 'Hauptsatzung',
    })
    // Hung up on 31 December, complete with the end of 14 January.
    expect(await rechne(schwerin, { rechtsnorm: 'n-satzung' })).toMatchObject({
      body: {
        vorschlaege: [
          {
            tag: '2027-01-15',
            klausel: { tag: '2027-01-14' },
            quelle: expect.stringContaining('vollendet mit Ablauf des 14. Januar 2027') as string,
          },
        ],
      },
    })
  })

  it('counts from the completion that an editor has recorded', async () => {
    await house.payload.update({
      collection: 'rechtsnormen',
      id: 'n-satzung',
      data: { bekanntmachungsform: 'aushang', vollendetAm: '2027-01-20' },
    })
    expect(await rechne(schwerin, { rechtsnorm: 'n-satzung' })).toMatchObject({
      body: { vorschlaege: [{ tag: '2027-01-21' }] },
    })
  })

  it('does not take a rule whose number is missing', async () => {
    const broken = { normgeber: 'bund', klausel: 'tage-nach-ausgabe', quelle: 'Test' }
    await expect(addRegel('ohne-zahl', broken)).rejects.toThrow()
    await expect(addRegel('halber-tag', { ...broken, anzahl: 0.5 })).rejects.toThrow()
  })
})

describe('the reckoner, asked about a clause', () => {
  it('offers both readings of "tritt am 31. Dezember 2027 außer Kraft"', async () => {
    const klausel = { art: 'tritt-ausser-kraft', tag: '2027-12-31' }
    const { body } = await rechne(land, { rechtsnorm: 'n-bund', klausel })
    expect(body).toMatchObject({
      vorschlaege: [
        { tag: '2027-12-31', klausel: { ...klausel, lesart: 'erster-tag-ohne' } },
        { tag: '2028-01-01', klausel: { ...klausel, lesart: 'letzter-tag-mit' } },
      ],
    })
  })

  it('counts from the announcement where no other day is named', async () => {
    const klausel = { art: 'erster-des-folgequartals' }
    expect(await rechne(land, { rechtsnorm: 'n-bund', klausel })).toMatchObject({
      body: { vorschlaege: [{ tag: '2027-01-01', klausel: { tag: '2026-12-18' } }] },
    })
  })

  it.each([
    ['of a Rechtsnorm that does not exist', { rechtsnorm: 'n-x' }, 422, 'rechtsnorm-is-unknown'],
    ['of none', {}, 422, 'rechtsnorm-is-unknown'],
    ['before its announcement', { rechtsnorm: 'n-angekuendigt' }, 422, 'announcement-is-missing'],
    [
      'without the number of months',
      { rechtsnorm: 'n-bund', klausel: { art: 'monate-nach-verkuendung' } },
      422,
      'clause-is-malformed',
    ],
  ])('refuses in German what it cannot reckon: %s', async (_name, body, status, code) => {
    const answer = await rechne(land, body)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({
      type: `urn:stichtag:problem:${code}`,
      errors: [{ message: expect.stringContaining('Bitte') as string }],
    })
  })

  it('is there for editors only', async () => {
    const lesend = await signIn(house, await createUser(house.payload, 'lesend', 'r-land'))
    for (const send of [anonymous(house), lesend]) {
      expect(await rechne(send, { rechtsnorm: 'n-bund' })).toMatchObject({
        status: 403,
        body: { type: 'urn:stichtag:problem:access-denied' },
      })
    }
  })
})

describe('the reading that was chosen', () => {
  it('stands in the log beside the wording, and in the document that is rebuilt from it', async () => {
    const asked = { art: 'tritt-ausser-kraft', tag: '2027-12-31' }
    const { body } = await rechne(land, { rechtsnorm: 'n-bund', klausel: asked })
    const [, chosen] = (body as { vorschlaege: { tag: string; klausel: object }[] }).vorschlaege
    const wortlaut = 'Dieses Gesetz tritt am 31. Dezember 2027 außer Kraft.'
    const saved = await land('post', '/api/zeitgrenzen', {
      ...zeitgrenze('z-ende', { rechtsnorm: 'n-bund', art: 'ausserkrafttreten', wortlaut }),
      tag: chosen?.tag,
      klausel: chosen?.klausel,
    })
    expect(saved.status).toBe(201)

    const chronik = await house.ports.chronik()
    const logged = latest(chronik.zeitgrenzen.get('z-ende'), newestFolgenummer(chronik))?.wert
    const klausel = { ...asked, lesart: 'letzter-tag-mit' }
    expect(logged).toMatchObject({ tag: '2028-01-01', wortlaut, klausel })

    const empty = { art: null, tag: null, anzahl: null, lesart: null }
    await house.payload.db.updateOne({
      collection: 'zeitgrenzen',
      id: 'z-ende',
      data: { tag: '2027-12-31', wortlaut: null, klausel: empty },
    })
    await rebuild(house.payload)
    const doc = await house.payload.findByID({ collection: 'zeitgrenzen', id: 'z-ende', depth: 0 })
    expect(doc).toMatchObject({ tag: '2028-01-01', wortlaut, klausel })
  })

  it('is the editor’s: a day that the clause does not say is saved all the same', async () => {
    const klausel = { art: 'tag-nach-verkuendung', tag: '2026-12-18' }
    const doc = zeitgrenze('z-anders', { rechtsnorm: 'n-bund', klausel, tag: '2027-02-01' })
    expect((await land('post', '/api/zeitgrenzen', doc)).status).toBe(201)
  })

  it('has to be chosen', async () => {
    const klausel = { art: 'tritt-ausser-kraft', tag: '2027-12-31' }
    const doc = zeitgrenze('z-offen', { rechtsnorm: 'n-bund', art: 'ausserkrafttreten', klausel })
    const { status, body } = await land('post', '/api/zeitgrenzen', doc)
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain('clause-is-malformed')
  })
})

function rechne(send: Send, body: object) {
  return send('post', '/api/zeitgrenzen/rechnen', body)
}

async function norm(id: string, data: object): Promise<void> {
  await house.payload.create({
    collection: 'rechtsnormen',
    data: { id, titel: id, ...data } as never,
  })
}

async function addRegel(id: string, data: object): Promise<void> {
  await house.payload.create({
    collection: 'fristregeln',
    data: { id, titel: id, ...data } as never,
    depth: 0,
  })
}
