import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FassungInhalt, Modulbeitrag, Textwert } from '#core/fassung/module.ts'
import { EBENEN, type Ebene } from '#core/gebiet/gebiet.ts'
import { ergaenzen, ersetzen } from '../../../tests/support/factories.ts'
import { inherit, mergeSchichten, type Herkunft, type Schicht } from './merge.ts'

const land = (inhalt: FassungInhalt): Schicht => schicht('land', inhalt)
const gemeinde = (inhalt: FassungInhalt): Schicht => schicht('gemeinde', inhalt)

const anyBeitrag: fc.Arbitrary<Modulbeitrag<Textwert>> = fc.oneof(
  fc.string().map((text) => ersetzen(text)),
  fc
    .tuple(fc.string(), fc.constantFrom('davor' as const, 'danach' as const))
    .map(([text, stelle]) => ergaenzen(text, stelle)),
)
const anyInhalt: fc.Arbitrary<FassungInhalt> = fc.record(
  { kurztext: anyBeitrag, volltext: anyBeitrag, hinweise: anyBeitrag },
  { requiredKeys: [] },
)
const anySchichten: fc.Arbitrary<readonly Schicht[]> = fc
  .uniqueArray(fc.constantFrom(...EBENEN))
  .chain((ebenen) =>
    fc.tuple(...ebenen.map((ebene) => anyInhalt.map((inhalt) => schicht(ebene, inhalt)))),
  )

describe('mergeSchichten', () => {
  it('uebernehmen: a module that the municipality leaves out is the Land’s', () => {
    expect(read(land({ kurztext: ersetzen('Land') }), gemeinde({}))).toEqual({
      kurztext: ['land: Land'],
    })
  })

  it('ersetzen: the municipality’s text stands alone', () => {
    expect(
      read(land({ kurztext: ersetzen('Land') }), gemeinde({ kurztext: ersetzen('Ort') })),
    ).toEqual({
      kurztext: ['gemeinde: Ort'],
    })
  })

  it('ergaenzen danach: both, each with its origin', () => {
    expect(
      read(land({ kurztext: ersetzen('Land') }), gemeinde({ kurztext: ergaenzen('Ort') })),
    ).toEqual({
      kurztext: ['land: Land', 'gemeinde: Ort'],
    })
  })

  it('ergaenzen davor: the municipality speaks first', () => {
    expect(
      read(land({ kurztext: ersetzen('Land') }), gemeinde({ kurztext: ergaenzen('Ort', 'davor') })),
    ).toEqual({
      kurztext: ['gemeinde: Ort', 'land: Land'],
    })
  })

  it('ergaenzen where nothing is inherited yields nothing, not even the module', () => {
    expect(mergeSchichten([land({}), gemeinde({ kurztext: ergaenzen('Ort') })])).toEqual({})
  })

  it('ersetzen where nothing is inherited yields the text', () => {
    expect(read(gemeinde({ hinweise: ersetzen('Ort') }))).toEqual({ hinweise: ['gemeinde: Ort'] })
  })

  it('supplements of several layers stand around the text of the Land', () => {
    const all = [
      land({ kurztext: ersetzen('Land') }),
      schicht('kreis', { kurztext: ergaenzen('Kreis') }),
      schicht('amt', { kurztext: ergaenzen('Amt', 'davor') }),
      gemeinde({ kurztext: ergaenzen('Ort') }),
    ]
    expect(read(...all)).toEqual({
      kurztext: ['amt: Amt', 'land: Land', 'kreis: Kreis', 'gemeinde: Ort'],
    })
  })

  it('a layer below a replacement adds to the replacement', () => {
    const all = [
      land({ kurztext: ersetzen('Land') }),
      schicht('kreis', { kurztext: ersetzen('Kreis') }),
      gemeinde({ kurztext: ergaenzen('Ort') }),
    ]
    expect(read(...all)).toEqual({ kurztext: ['kreis: Kreis', 'gemeinde: Ort'] })
  })

  it('each module goes its own way', () => {
    const all = [
      land({ kurztext: ersetzen('Land'), volltext: ersetzen('Land') }),
      gemeinde({ volltext: ersetzen('Ort'), hinweise: ersetzen('Ort') }),
    ]
    expect(read(...all)).toEqual({
      kurztext: ['land: Land'],
      volltext: ['gemeinde: Ort'],
      hinweise: ['gemeinde: Ort'],
    })
  })

  it('of nothing is nothing', () => {
    expect(mergeSchichten([])).toEqual({})
  })
})

describe('every merge', () => {
  it('is not changed by an empty layer, wherever it stands', () => {
    fc.assert(
      fc.property(anySchichten, fc.nat(), (schichten, where) => {
        const index = where % (schichten.length + 1)
        const withEmpty = [
          ...schichten.slice(0, index),
          schicht('amt', {}),
          ...schichten.slice(index),
        ]
        expect(mergeSchichten(withEmpty)).toEqual(mergeSchichten(schichten))
      }),
    )
  })

  it('yields exactly one part where the last layer replaces', () => {
    fc.assert(
      fc.property(anySchichten, fc.string(), (schichten, text) => {
        const last = gemeinde({ kurztext: ersetzen(text) })
        expect(mergeSchichten([...schichten, last]).kurztext).toEqual([
          { herkunft: last.herkunft, wert: { text, links: [] } },
        ])
      }),
    )
  })

  it('has no module without parts, and each part is a layer’s own words', () => {
    fc.assert(
      fc.property(anySchichten, (schichten) => {
        for (const [name, teile] of Object.entries(mergeSchichten(schichten))) {
          expect(teile.length).toBeGreaterThan(0)
          for (const { herkunft, wert } of teile) {
            const layer = schichten.find((each) => each.herkunft === herkunft)
            expect(layer?.inhalt[name as 'kurztext']?.wert).toBe(wert)
          }
        }
      }),
    )
  })

  it('leaves what it was given as it was', () => {
    fc.assert(
      fc.property(anySchichten, (schichten) => {
        const before = structuredClone(schichten)
        mergeSchichten(schichten)
        expect(schichten).toEqual(before)
      }),
    )
  })
})

it('inherit gives back what it inherits where the layer says nothing', () => {
  const geerbt = [{ herkunft: herkunft('land'), wert: 'Land' }]
  expect(inherit(geerbt, undefined, herkunft('gemeinde'))).toBe(geerbt)
})

function schicht(ebene: Ebene, inhalt: FassungInhalt): Schicht {
  return { herkunft: herkunft(ebene), inhalt }
}

function herkunft(ebene: Ebene): Herkunft {
  return { ebene, gebietId: ebene, fassungId: `${ebene}-text` }
}

function read(...schichten: readonly Schicht[]): Readonly<Record<string, readonly string[]>> {
  const merged = Object.entries(mergeSchichten(schichten))
  return Object.fromEntries(
    merged.map(([name, teile]) => [
      name,
      teile.map((teil) => `${teil.herkunft.ebene}: ${(teil.wert as Textwert).text}`),
    ]),
  )
}
