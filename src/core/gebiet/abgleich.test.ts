import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  ALLE_GEBIETE,
  AMT,
  BUND,
  KREIS,
  LAND,
  STADT,
  gebiet,
} from '../../../tests/support/factories.ts'
import { reconcileGebiete, type Abgleich, type Gebietsbestand } from './abgleich.ts'
import { checkSchluessel, indexGebiete, pathTo, type Gebiet } from './gebiet.ts'
import type { Gebietsliste, Listenebene } from './gebietsliste.ts'

type Zeile = readonly [schluessel: string, name: string, istOrtsteil?: boolean]

function liste(ebene: Listenebene, ...zeilen: readonly Zeile[]): Gebietsliste {
  return {
    ebene,
    kennung: `urn:${ebene}`,
    version: '2026-04-30',
    gueltigAb: day('2026-04-01'),
    zeilen: zeilen.map(([schluessel, name, istOrtsteil = false], index) => ({
      schluessel,
      name,
      istOrtsteil,
      zeile: index + 1,
    })),
  }
}

function bestand(...gebiete: readonly Gebiet[]): Gebietsbestand {
  return {
    gebiete: indexGebiete(gebiete),
    bekannt: new Map(gebiete.map((each) => [each.id, each])),
  }
}

/** The areas after a list was taken over. */
function after({ neu, geaendert }: Abgleich, before: Gebietsbestand): Gebietsbestand {
  const changed = new Map([...neu, ...geaendert].map((each) => [each.id, each]))
  const kept = [...before.gebiete.byId.values()].filter(({ id }) => !changed.has(id))
  return bestand(...kept, ...changed.values())
}

/** From the widest area to the one with this ARS, by name. */
function pathNames({ gebiete }: Gebietsbestand, ars: string): readonly string[] {
  return pathTo(gebiete, gebiete.byArs.get(ars)?.id ?? '').map(({ name }) => name)
}

const MECKLENBURG = liste(
  'gemeinde',
  ['130009999998', 'gemeindefreies Gebiet M-V'],
  ['130040000000', 'Schwerin, Landeshauptstadt'],
  ['130765654009', 'Musterdorf'],
  ['130765654010', 'Nachbardorf'],
  ['130760060060', 'Amtsfreistadt'],
  ['130769999999', 'Musterforst'],
)

describe('a list of Gemeinden over an empty house', () => {
  const nothing = bestand()
  const abgleich = reconcileGebiete(MECKLENBURG, nothing)
  const result = after(abgleich, nothing)

  it('makes the areas above them too, parents first', () => {
    expect(abgleich.neu.map(({ id }) => id)).toEqual([
      'gebiet-00',
      'gebiet-13',
      'gebiet-13076',
      'gebiet-130009999998',
      'gebiet-130040000000',
      'gebiet-130765654009',
      'gebiet-130765654010',
      'gebiet-130760060060',
      'gebiet-130769999999',
    ])
  })

  it.each([
    ['a Gemeinde whose Amt is not known', '130765654009', ['Kreis 13076', 'Musterdorf']],
    ['an amtsfreie Gemeinde', '130760060060', ['Kreis 13076', 'Amtsfreistadt']],
    ['a forest outside of Gemeinden', '130769999999', ['Kreis 13076', 'Musterforst']],
    ['a kreisfreie Stadt', '130040000000', ['Schwerin, Landeshauptstadt']],
    ['what lies in no Kreis', '130009999998', ['gemeindefreies Gebiet M-V']],
  ])('puts %s in its place', (_name, ars, expected) => {
    expect(pathNames(result, ars)).toEqual([
      'Bundesrepublik Deutschland',
      'Mecklenburg-Vorpommern',
      ...expected,
    ])
  })

  it('gives every area keys that fit', () => {
    expect(abgleich.neu.map((each) => checkSchluessel(each).ok)).not.toContain(false)
    expect(result.gebiete.byArs.get('130765654009')?.ags).toBe('13076009')
    expect(result.gebiete.byArs.get('13076')?.ags).toBeNull()
  })
})

describe('the districts of city states', () => {
  const staedte = liste(
    'gemeinde',
    ['020000000000', 'Hamburg, Freie und Hansestadt'],
    ['021010101101', 'Hamburg-Altstadt, OT 101', true],
    ['040110000000', 'Bremen, Stadt'],
    ['040110111111', 'Altstadt', true],
    ['040120000000', 'Bremerhaven, Stadt'],
    ['110000000000', 'Berlin, Stadt'],
    ['110010001001', 'Mitte', true],
  )
  const abgleich = reconcileGebiete(staedte, bestand())
  const result = after(abgleich, bestand())

  it.each([
    [
      'Hamburg',
      '021010101101',
      ['Hamburg', 'Hamburg, Freie und Hansestadt', 'Hamburg-Altstadt, OT 101'],
    ],
    ['Bremen', '040110111111', ['Bremen', 'Bremen, Stadt', 'Altstadt']],
    ['Berlin', '110010001001', ['Berlin', 'Berlin, Stadt', 'Mitte']],
    ['Bremerhaven, which has none,', '040120000000', ['Bremen', 'Bremerhaven, Stadt']],
  ])('of %s hang on their city', (_name, ars, expected) => {
    expect(pathNames(result, ars).slice(1)).toEqual(expected)
  })

  it('make no Kreis of their own', () => {
    expect(abgleich.neu.filter(({ ebene }) => ebene === 'kreis')).toEqual([])
  })

  it('are passed over in the list of Kreise', () => {
    const kreise = liste('kreis', ['02101', 'Hamburg-Altstadt', true], ['13076', 'Musterkreis'])
    const { neu, uebersprungen } = reconcileGebiete(kreise, bestand())
    expect(neu.map(({ ars }) => ars)).toEqual(['00', '13', '13076'])
    expect(uebersprungen.map(({ schluessel }) => schluessel)).toEqual(['02101'])
  })
})

describe('areas that exist already', () => {
  const before = bestand(...ALLE_GEBIETE)

  it('keep their inner ids, their Amt and everything above', () => {
    const { neu, geaendert, unveraendert } = reconcileGebiete(MECKLENBURG, before)
    expect(neu.map(({ ars }) => ars)).toEqual(['130009999998', '130760060060', '130769999999'])
    expect(geaendert).toEqual([{ ...STADT, name: 'Schwerin, Landeshauptstadt' }])
    expect(unveraendert).toBe(2)
    expect(neu.map(({ uebergeordnet }) => uebergeordnet)).toEqual([LAND.id, KREIS.id, KREIS.id])
  })

  it('move to their Amt as soon as it is known', () => {
    const dorf = gebiet({ ags: '13076009', uebergeordnet: KREIS.id })
    const one = liste('gemeinde', ['130765654009', 'Musterdorf'])
    const withAmt = bestand(BUND, LAND, KREIS, AMT, dorf)
    expect(reconcileGebiete(one, withAmt).geaendert).toEqual([{ ...dorf, uebergeordnet: AMT.id }])
  })

  it('stay where somebody put them below what the key says', () => {
    const dorf = gebiet({ ars: '130760060060', ags: '13076060', uebergeordnet: AMT.id })
    const zweites = gebiet({
      id: 'b',
      ars: '130760061061',
      ags: '13076061',
      uebergeordnet: LAND.id,
    })
    const two = liste('gemeinde', ['130760060060', 'Musterdorf'], ['130760061061', 'Musterdorf'])
    const { geaendert, unveraendert } = reconcileGebiete(
      two,
      bestand(BUND, LAND, KREIS, AMT, dorf, zweites),
    )
    expect(unveraendert).toBe(1)
    expect(geaendert).toEqual([{ ...zweites, uebergeordnet: KREIS.id }])
  })

  it('are not deleted when the list no longer names them', () => {
    const { neu, geaendert, entfallen } = reconcileGebiete(
      liste('gemeinde', ['130765654009', 'Musterdorf']),
      before,
    )
    expect([...neu, ...geaendert]).toEqual([])
    expect(entfallen.map(({ id }) => id)).toEqual(['nachbarin', 'stadt'])
  })

  it('come back under the inner id that they had', () => {
    const one = liste('gemeinde', ['130765654009', 'Musterdorf'])
    const ended: Gebietsbestand = {
      gebiete: indexGebiete([BUND, LAND, KREIS, AMT]),
      bekannt: before.bekannt,
    }
    expect(reconcileGebiete(one, ended).neu.map(({ id }) => id)).toEqual(['gemeinde'])
  })

  it('never share an inner id, whatever key they had once', () => {
    const renamed = gebiet({ id: 'gebiet-130765654009', ars: '130765654011', ags: '13076011' })
    const one = liste('gemeinde', ['130765654009', 'Musterdorf'], ['130765654011', 'Musterdorf'])
    const { neu } = reconcileGebiete(one, bestand(BUND, LAND, KREIS, AMT, renamed))
    expect(neu.map(({ id }) => id)).toEqual(['gebiet-130765654009-2'])
  })
})

describe('the lists of Kreise and Länder', () => {
  const kreise = liste(
    'kreis',
    ['13004', 'Schwerin, Landeshauptstadt'],
    ['13076', 'Ludwigslust-Parchim'],
  )
  const laender = liste('land', ['13', 'Mecklenburg-Vorpommern'])

  it('name what the list of Gemeinden derived', () => {
    const gemeinden = after(reconcileGebiete(MECKLENBURG, bestand()), bestand())
    const { neu, geaendert, uebersprungen } = reconcileGebiete(kreise, gemeinden)
    expect(neu).toEqual([])
    expect(geaendert.map(({ id, name }) => [id, name])).toEqual([
      ['gebiet-13076', 'Ludwigslust-Parchim'],
    ])
    expect(uebersprungen.map(({ schluessel }) => schluessel)).toEqual(['13004'])
    expect(reconcileGebiete(laender, gemeinden)).toMatchObject({
      neu: [],
      geaendert: [],
      unveraendert: 1,
    })
  })

  it('may come first; a kreisfreie Stadt then becomes a Gemeinde and stays the same area', () => {
    const first = after(reconcileGebiete(kreise, bestand()), bestand())
    const abgleich = reconcileGebiete(MECKLENBURG, first)
    expect(abgleich.geaendert).toEqual([
      {
        id: 'gebiet-13004',
        ars: '130040000000',
        ags: '13004000',
        name: 'Schwerin, Landeshauptstadt',
        ebene: 'gemeinde',
        uebergeordnet: 'gebiet-13',
      },
    ])
    const both = after(abgleich, first)
    expect(pathNames(both, '130765654009').slice(2)).toEqual(['Ludwigslust-Parchim', 'Musterdorf'])
    expect(reconcileGebiete(kreise, both)).toMatchObject({ neu: [], geaendert: [] })
  })
})

describe('laws', () => {
  const ars = fc
    .tuple(
      fc.constantFrom('02', '04', '13'),
      fc.nat({ max: 2 }),
      fc.nat({ max: 3 }),
      fc.nat({ max: 3 }),
    )
    .map(([land, kreis, verband, gemeinde]) =>
      verband === 3
        ? `${land}00${kreis}0000000`
        : `${land}07${kreis}${verband === 0 ? `0${pad(gemeinde)}` : `5${pad(verband)}`}${pad(gemeinde)}`,
    )
  const zeile = fc.record({
    schluessel: ars,
    name: fc.constantFrom('A', 'B'),
    istOrtsteil: fc.boolean(),
  })
  const gemeindeliste = fc
    .uniqueArray(zeile, { selector: ({ schluessel }) => schluessel, minLength: 1 })
    .map((zeilen): Gebietsliste => ({
      ...liste('gemeinde'),
      zeilen: zeilen.map((each) => ({ ...each, zeile: 1 })),
    }))

  function pad(number: number): string {
    return String(number).padStart(3, '0')
  }

  it('a list that was taken over changes nothing the next time', () => {
    fc.assert(
      fc.property(gemeindeliste, gemeindeliste, (first, second) => {
        const one = after(
          reconcileGebiete(first, bestand(...ALLE_GEBIETE)),
          bestand(...ALLE_GEBIETE),
        )
        const two = after(reconcileGebiete(second, one), one)
        expect(reconcileGebiete(second, two)).toMatchObject({ neu: [], geaendert: [] })
      }),
    )
  })

  it('every area hangs on the Bund, and no ARS occurs twice', () => {
    fc.assert(
      fc.property(gemeindeliste, (each) => {
        const { gebiete } = after(reconcileGebiete(each, bestand()), bestand())
        expect(gebiete.byArs.size).toBe(gebiete.byId.size)
        for (const id of gebiete.byId.keys()) expect(pathTo(gebiete, id)[0]?.ebene).toBe('bund')
      }),
    )
  })

  it('parents stand before their children', () => {
    fc.assert(
      fc.property(gemeindeliste, (each) => {
        const ids = reconcileGebiete(each, bestand()).neu.map(({ id }) => id)
        for (const { id, uebergeordnet } of reconcileGebiete(each, bestand()).neu) {
          if (uebergeordnet !== null)
            expect(ids.indexOf(uebergeordnet)).toBeLessThan(ids.indexOf(id))
        }
      }),
    )
  })
})
