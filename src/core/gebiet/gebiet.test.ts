import { describe, expect, it } from 'vitest'
import {
  ALLE_GEBIETE,
  AMT,
  GEMEINDE,
  KREIS,
  LAND,
  STADT,
  gebiet,
} from '../../../tests/support/factories.ts'
import {
  agsFromArs,
  checkSchluessel,
  gebietByArs,
  indexGebiete,
  paddedArs,
  pathTo,
} from './gebiet.ts'

const gebiete = indexGebiete(ALLE_GEBIETE)

describe('pathTo', () => {
  it.each([
    ['a Gemeinde of an Amt', 'gemeinde', ['bund', 'land', 'kreis', 'amt', 'gemeinde']],
    ['a kreisfreie Stadt', 'stadt', ['bund', 'land', 'stadt']],
    ['the Land', 'land', ['bund', 'land']],
    ['an unknown area', 'nirgends', []],
  ])('leads from the widest to %s', (_name, id, expected) => {
    expect(pathTo(gebiete, id).map((each) => each.id)).toEqual(expected)
  })

  it('begins at an area whose parent is unknown', () => {
    const some = indexGebiete([AMT, GEMEINDE])
    expect(pathTo(some, 'gemeinde').map((each) => each.id)).toEqual(['amt', 'gemeinde'])
  })

  it('cuts a circle where it closes', () => {
    const circle = indexGebiete([
      gebiet({ id: 'a', uebergeordnet: 'b' }),
      gebiet({ id: 'b', uebergeordnet: 'c' }),
      gebiet({ id: 'c', uebergeordnet: 'b' }),
    ])
    expect(pathTo(circle, 'a').map((each) => each.id)).toEqual(['c', 'b', 'a'])
  })
})

describe('gebietByArs', () => {
  it.each([
    ['its own key', '130765654009', GEMEINDE],
    ['a Land padded to 12 digits', '130000000000', LAND],
    ['a Kreis padded to 12 digits', '130760000000', KREIS],
    ['an Amt padded to 12 digits', '130765654000', AMT],
    ['a kreisfreie Stadt, whose own key ends with zeros', '130040000000', STADT],
    ['a Kreis by its 5 digits', '13076', KREIS],
  ])('finds an area by %s', (_name, ars, expected) => {
    expect(gebietByArs(gebiete, ars)).toBe(expected)
  })

  it.each(['', '99', '139999999999', '1307'])('finds nothing by %s', (ars) => {
    expect(gebietByArs(gebiete, ars)).toBeUndefined()
  })

  it.each(ALLE_GEBIETE.map((each) => [each.name, each] as const))(
    'finds %s by its padded key',
    (_name, each) => {
      expect(paddedArs(each.ars)).toHaveLength(12)
      expect(gebietByArs(gebiete, paddedArs(each.ars))).toBe(each)
    },
  )
})

describe('checkSchluessel', () => {
  it.each(ALLE_GEBIETE.map((each) => [each.name, each] as const))(
    'takes the keys of %s',
    (_name, each) => {
      expect(checkSchluessel(each)).toEqual({ ok: true, value: each.ars })
    },
  )

  it.each([
    ['too few digits', '13076565400'],
    ['too many', '1307656540090'],
    ['a letter', '13076565400A'],
    ['a blank', '13076565400 '],
    ['nothing', ''],
  ])('refuses an ARS with %s', (_name, ars) => {
    expect(checkSchluessel({ ars, ags: null, ebene: 'gemeinde' }, 'Zeile 17')).toEqual({
      ok: false,
      problems: [{ code: 'ars-is-malformed', stelle: 'Zeile 17', angaben: { wert: ars } }],
    })
  })

  it('refuses the right form on the wrong layer', () => {
    expect(checkSchluessel({ ars: '13076', ags: null, ebene: 'gemeinde' }).ok).toBe(false)
  })

  it('refuses an AGS of another Gemeinde', () => {
    const result = checkSchluessel({ ars: '130765654009', ags: '13076010', ebene: 'gemeinde' })
    expect(result).toMatchObject({ ok: false, problems: [{ code: 'ags-does-not-fit' }] })
  })
})

it.each([
  ['130765654009', '13076009'],
  ['130040000000', '13004000'],
  ['051130000000', '05113000'],
])('the AGS of %s is %s', (ars, ags) => {
  expect(agsFromArs(ars)).toBe(ags)
})
