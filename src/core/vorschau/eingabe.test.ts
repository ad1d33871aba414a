import { describe, expect, it } from 'vitest'
import { indexGebiete, type Gebiet } from '#core/gebiet/gebiet.ts'
import { adresse, eingabeFrom, findOrte, groupByLetter, ortsname } from '#core/vorschau/eingabe.ts'

describe('what was entered', () => {
  it('is read with blanks taken away, and once where it is there twice', () => {
    expect(
      eingabeFrom({ stichtag: ' 2027-01-01 ', ars: ['13', '14'], q: '', seite: '3', fremd: 'x' }),
    ).toMatchObject({ stichtag: '2027-01-01', ars: '13', q: null, seite: 3, entwuerfe: false })
  })

  it.each(['0', '-1', '1.5', 'zwei', '1e99'])('is the first page for %s', (seite) => {
    expect(eingabeFrom({ seite }).seite).toBe(1)
  })

  it('asks for drafts with 1 only', () => {
    expect(eingabeFrom({ entwuerfe: '1' }).entwuerfe).toBe(true)
    expect(eingabeFrom({ entwuerfe: 'ja' }).entwuerfe).toBe(false)
  })
})

describe('an address', () => {
  it('says what is asked and nothing else, always in the same order', () => {
    expect(adresse(null, {})).toBe('/vorschau')
    expect(
      adresse('l/1', { ars: '13', stichtag: '2027-01-01', entwuerfe: true, q: 'a&b', mit: null }),
    ).toBe('/vorschau/l%2F1?stichtag=2027-01-01&ars=13&q=a%26b&entwuerfe=1')
    expect(adresse(null, { entwuerfe: false, q: '' })).toBe('/vorschau')
  })
})

describe('a place', () => {
  it.each([
    ['its name as the list has it', ortsname(gebiet('Neustadt', '130010000001')), ['130010000001']],
    ['its key', '130010000002', ['130010000002']],
    ['a padded key of an Amt', '130020001000', ['130020001']],
    ['a name that two have', 'neustadt', ['130010000001', '130010000002']],
    ['the beginning of a name', 'Güst', ['130010000003']],
    ['the beginning, written without umlaut', 'guest', ['130010000003']],
    ['a word inside of the name', 'Schwerin', ['130040000000']],
    ['nothing that exists', 'Xanten', []],
    ['a key that does not exist', '(990000000000)', []],
  ])('is found by %s', (_name, ort, found) => {
    expect(findOrte(GEBIETE, ort).map(({ ars }) => ars)).toEqual(found)
  })
})

describe('a long list', () => {
  it('stands under its letters, umlauts with their vowels', () => {
    const names = ['Abfall', 'Ämter', 'Öffnung', '115 anrufen']
    const groups = groupByLetter(names.map((name) => ({ name })))
    expect(groups.map(({ buchstabe, zeilen }) => [buchstabe, zeilen.length])).toEqual([
      ['A', 2],
      ['O', 1],
      ['#', 1],
    ])
  })
})

const GEBIETE = indexGebiete([
  gebiet('Neustadt', '130010000001'),
  gebiet('Neustadt', '130010000002'),
  gebiet('Güstrow', '130010000003'),
  gebiet('Landeshauptstadt Schwerin', '130040000000'),
  { ...gebiet('Amt Muster', '130020001'), ebene: 'amt' },
])

function gebiet(name: string, ars: string): Gebiet {
  return { id: ars, ars, ags: null, name, ebene: 'gemeinde', uebergeordnet: null }
}
