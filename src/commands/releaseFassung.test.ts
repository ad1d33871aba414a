import { describe, expect, it } from 'vitest'
import type { VarianteInhalt } from '#core/fassung/fassung.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import type { Pulttext } from '#ports/pult.ts'
import {
  entwurf,
  ersetzen,
  grundbestand,
  hashInhalt,
  inhalt,
} from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { releaseFassung } from './releaseFassung.ts'

const pult = { titel: 'so liegt es auf dem Pult' }
const draft: Pulttext = { art: 'fassung', entwurf: entwurf(), pult }
const auftrag = { id: 'fassung', von: 'lena', grund: 'Gesetz verkündet' }

describe('releaseFassung', () => {
  it('appends one entry that holds the head and names the words', async () => {
    const house = houseWith({ fassung: draft })
    const result = await releaseFassung(house.ports, auftrag)
    const { inhalt: words, ...kopf } = entwurf()
    expect(house.appended).toEqual([
      {
        folgenummer: 9,
        zeitpunkt: '2026-11-24T12:00:00.000Z',
        art: 'freigabe',
        von: 'lena',
        grund: 'Gesetz verkündet',
        aussagen: [
          {
            klasse: 'fassung',
            fassung: { ...kopf, inhalt: hashInhalt(words) },
            pult: hashInhalt(pult),
          },
        ],
      },
    ])
    expect(result).toEqual({ ok: true, value: house.appended[0] })
  })

  it('puts the words and the document before the entry names them', async () => {
    const house = houseWith({ fassung: draft })
    const seen: boolean[] = []
    const append: typeof house.ports.append = (entry) => {
      seen.push(house.inhalte.has(hashInhalt(inhalt())), house.inhalte.has(hashInhalt(pult)))
      return house.ports.append(entry)
    }
    await releaseFassung({ ...house.ports, append }, auftrag)
    expect(seen).toEqual([true, true])
  })

  it('makes the text hold from its first day on', async () => {
    const house = houseWith({ fassung: draft })
    await releaseFassung(house.ports, auftrag)
    expect(textOn(house, '2026-12-31')).toBeUndefined()
    expect(textOn(house, '2027-01-01')).toMatchObject({ fassung: { id: 'fassung' } })
  })

  it('brings the documents up to the entry', async () => {
    const house = houseWith({ fassung: draft })
    await releaseFassung(house.ports, auftrag)
    expect(house.projected).toEqual(house.appended)
  })

  it('a second release is refused', async () => {
    const house = houseWith({ fassung: draft })
    await releaseFassung(house.ports, auftrag)
    expect(codesOf(await releaseFassung(house.ports, auftrag))).toEqual(['fassung-is-released'])
    expect(house.appended).toHaveLength(1)
  })

  it('of two releases at once one is true', async () => {
    const house = houseWith({ fassung: draft })
    const results = await Promise.all([
      releaseFassung(house.ports, auftrag),
      releaseFassung(house.ports, auftrag),
    ])
    expect(results.flatMap(codesOf)).toEqual(['release-was-concurrent'])
    expect(house.appended).toHaveLength(1)
    expect(house.projected).toHaveLength(1)
  })

  it.each([
    [
      'a check finds an error',
      { inhalt: inhalt({ kurztext: ersetzen('<table>1</table>') }) },
      'text-has-forbidden-tag',
    ],
    ['the Leistung is unknown', { leistungId: 'nichts' }, 'leistung-is-unknown'],
    ['the area is unknown', { gebietId: 'nirgends' }, 'gebiet-is-unknown'],
  ])('where %s, nothing happens', async (_name, differences, code) => {
    const house = houseWith({ fassung: { ...draft, entwurf: entwurf(differences) } })
    expect(codesOf(await releaseFassung(house.ports, auftrag))).toEqual([code])
    expectNothingHappened(house)
  })

  it('a correction tells its reason', async () => {
    const correction = { ...draft, entwurf: entwurf({ id: 'neu', berichtigt: 'fassung' }) }
    const house = houseWith({ fassung: draft, neu: correction })
    await releaseFassung(house.ports, auftrag)
    const without = await releaseFassung(house.ports, { id: 'neu', von: 'lena', grund: null })
    expect(codesOf(without)).toEqual(['reason-is-missing'])
    expect((await releaseFassung(house.ports, { ...auftrag, id: 'neu' })).ok).toBe(true)
  })

  it('a text that the desk does not have is unknown', async () => {
    const house = houseWith({})
    expect(codesOf(await releaseFassung(house.ports, auftrag))).toEqual(['fassung-is-unknown'])
    expectNothingHappened(house)
  })
})

describe('releaseFassung of a language variant', () => {
  const english: Extract<Pulttext, { art: 'variante' }> = {
    art: 'variante',
    id: 'fassung-en',
    fassungId: 'fassung',
    sprache: 'en',
    module: { kurztext: ersetzen('<p>You need an ID card.</p>') },
    maschinell: true,
    pult,
  }
  const englishAuftrag = { ...auftrag, id: 'fassung-en' }

  it('never precedes its Fassung', async () => {
    const house = houseWith({ 'fassung-en': english })
    expect(codesOf(await releaseFassung(house.ports, englishAuftrag))).toEqual([
      'variant-precedes-source',
    ])
    expectNothingHappened(house)
  })

  it('follows it and notes which German words it was made from', async () => {
    const house = houseWith({ fassung: draft, 'fassung-en': english })
    await releaseFassung(house.ports, auftrag)
    expect((await releaseFassung(house.ports, englishAuftrag)).ok).toBe(true)
    const aussage = house.appended[1]?.aussagen[0]
    expect(aussage).toMatchObject({
      klasse: 'variante',
      variante: { id: 'fassung-en', fassungId: 'fassung', sprache: 'en' },
    })
    const words =
      aussage?.klasse === 'variante' ? house.inhalte.get(aussage.variante.inhalt) : undefined
    expect(words).toEqual({
      module: english.module,
      quelle: {
        leistungsbezeichnung: hashInhalt(inhalt().leistungsbezeichnung),
        leistungsbezeichnungII: hashInhalt(inhalt().leistungsbezeichnungII),
        kurztext: hashInhalt(inhalt().kurztext),
      },
      maschinell: true,
    } satisfies VarianteInhalt)
  })

  it('is checked as any text', async () => {
    const wrong = { ...english, module: { kurztext: ersetzen('<u>ID card</u>') } }
    const house = houseWith({ fassung: draft, 'fassung-en': wrong })
    await releaseFassung(house.ports, auftrag)
    const result = await releaseFassung(house.ports, englishAuftrag)
    expect(result).toMatchObject({
      problems: [{ code: 'text-has-forbidden-tag', stelle: 'Modul Kurztext' }],
    })
    expect(house.appended).toHaveLength(1)
  })

  it('is released once', async () => {
    const house = houseWith({ fassung: draft, 'fassung-en': english })
    await releaseFassung(house.ports, auftrag)
    await releaseFassung(house.ports, englishAuftrag)
    expect(codesOf(await releaseFassung(house.ports, englishAuftrag))).toEqual([
      'release-was-concurrent',
    ])
    expect(house.appended).toHaveLength(2)
  })
})

function houseWith(texts: Readonly<Record<string, Pulttext>>): InMemoryHouse {
  return inMemoryHouse({ log: grundbestand(), pult: texts })
}

function textOn({ log }: InMemoryHouse, stichtag: string): unknown {
  return snapshotOn(log, newestPair(log, day(stichtag))).eintraege.get(
    'fassung|personalausweis|land|land',
  )
}

function expectNothingHappened({ appended, projected, inhalte }: InMemoryHouse): void {
  expect([appended, projected, [...inhalte]]).toEqual([[], [], []])
}

function codesOf(result: Awaited<ReturnType<typeof releaseFassung>>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
