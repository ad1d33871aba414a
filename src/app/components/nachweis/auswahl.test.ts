import { describe, expect, it } from 'vitest'
import { indexGebiete } from '#core/gebiet/gebiet.ts'
import {
  ALLE_GEBIETE,
  chronikWith,
  gespeicherteLeistung,
  leistung,
} from '../../../../tests/support/factories.ts'
import { findLeistung, gebietsgruppen, leistungenOf, liegtIn } from './auswahl.ts'

const gebiete = indexGebiete(ALLE_GEBIETE)

describe('the areas', () => {
  it('are grouped, the Gemeinden first, each by name; the Bund answers for no citizen', () => {
    const groups = gebietsgruppen(gebiete, null)
    expect(
      groups.map(({ titel, gebiete: there }) => [titel, there.map(({ name }) => name)]),
    ).toEqual([
      ['Gemeinden', ['Musterdorf', 'Musterstadt', 'Nachbardorf']],
      ['Ämter', ['Amt Muster']],
      ['Landkreise', ['Musterkreis']],
      ['Land', ['Musterland']],
    ])
  })

  it('are for an Amt its own and those of its Gemeinden', () => {
    const groups = gebietsgruppen(gebiete, ['amt'])
    expect(groups.flatMap(({ gebiete: there }) => there.map(({ name }) => name))).toEqual([
      'Musterdorf',
      'Nachbardorf',
      'Amt Muster',
    ])
    expect(liegtIn(gebiete, 'stadt', ['amt'])).toBe(false)
    expect(liegtIn(gebiete, 'gemeinde', [])).toBe(false)
  })
})

describe('the Leistung', () => {
  const leistungen = leistungenOf(
    chronikWith(
      gespeicherteLeistung(leistung({ id: 'l-2', name: 'Ürlaub nehmen' })),
      gespeicherteLeistung(leistung({ id: 'l-1', name: 'Hund', leistungsschluessel: ['99'] })),
      gespeicherteLeistung(leistung({ id: 'l-3', name: 'Hundesteuer alt' })),
      gespeicherteLeistung(leistung({ id: 'l-3', name: 'Hundesteuer' })),
    ),
  )

  it('is known by the name that it has now, in the order of names', () => {
    expect(leistungen.map(({ name }) => name)).toEqual(['Hund', 'Hundesteuer', 'Ürlaub nehmen'])
  })

  it.each([
    ['its id', 'l-3', 'l-3'],
    ['its Leistungsschlüssel', '99', 'l-1'],
    ['its name, though it is also a part of another one', ' hund ', 'l-1'],
    ['a part of its name, whatever the case', 'ürl', 'l-2'],
  ])('is found by %s', (_name, written, id) => {
    expect(findLeistung(leistungen, written)).toMatchObject({ art: 'eine', leistung: { id } })
  })

  it('is asked for again where several are meant, or none', () => {
    const several = findLeistung(leistungen, 'hun')
    expect(several).toMatchObject({ art: 'mehrere', anzahl: 2 })
    expect(findLeistung(leistungen, 'Fahrrad')).toEqual({ art: 'keine' })
  })
})
