import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { AMT, BUND, GEMEINDE, KREIS, LAND, STADT } from '../../../tests/support/factories.ts'
import { reckon } from './klausel.ts'
import {
  klauselOf,
  regelFor,
  vorgabenFor,
  type Fristregel,
  type Regelanfrage,
} from './fristregel.ts'

const PATH = [BUND, LAND, KREIS, AMT, GEMEINDE]

describe('regelFor', () => {
  it.each([
    ['of the Gemeinde before that of its Amt', ['gemeinde', 'amt', 'land'], 'gemeinde'],
    ['of the Amt before that of the Land', ['land', 'amt'], 'amt'],
    ['of the Land, not of another town', ['stadt', 'land'], 'land'],
    ['without an area, where no area fits', [null, 'stadt'], null],
    ['of an area before that without one', [null, 'land'], 'land'],
  ])('is the rule %s', (_name, gebiete, expected) => {
    const found = regelFor(
      gebiete.map((gebietId) => regel({ gebietId })),
      anfrage(),
    )
    expect(found).toEqual(regel({ gebietId: expected }))
  })

  it('of two alike the first: rows of the table go before what the house brings along', () => {
    const own = regel({ quelle: 'Hauptsatzung' })
    expect(regelFor([own, ...vorgabenFor(PATH)], anfrage())).toBe(own)
  })

  it('is none of another Normgeber', () => {
    expect(regelFor([regel({ normgeber: 'bund' })], anfrage())).toBeNull()
  })

  it('is that of the form of announcement, of the same area, and never of another form', () => {
    const aushang = regel({ gebietId: 'amt', bekanntmachungsform: 'aushang', aushangtage: 14 })
    const blatt = regel({ gebietId: 'amt', bekanntmachungsform: 'bekanntmachungsblatt' })
    const weiter = regel({ gebietId: 'land' })
    const regeln = [weiter, regel({ gebietId: 'amt' }), blatt, aushang]
    expect(regelFor(regeln, anfrage({ form: 'aushang' }))).toBe(aushang)
    expect(regelFor(regeln, anfrage({ form: 'bekanntmachungsblatt' }))).toBe(blatt)
    expect(regelFor([weiter, blatt], anfrage({ form: 'aushang' }))).toBe(weiter)
    expect(regelFor([weiter, blatt], anfrage({ form: null }))).toBe(blatt)
  })

  it('is none of an area where nobody has said in which one the Rechtsnorm holds', () => {
    expect(regelFor([regel({ gebietId: 'land' })], anfrage({ gebietPath: [] }))).toBeNull()
  })
})

describe('vorgabenFor', () => {
  it.each([
    ['Art. 82 Abs. 2 Satz 2 GG', 'bund', '2026-12-18', '2027-01-01'],
    ['Art. 58 Verf M-V', 'land', '2028-02-15', '2028-02-29'],
    ['§ 5 Abs. 4 KV M-V', 'kommune', '2026-12-31', '2027-01-01'],
  ] as const)('%s', (quelle, normgeber, bezugstag, expected) => {
    const found = regelFor(vorgabenFor(PATH), anfrage({ normgeber }))
    expect(found?.quelle).toBe(quelle)
    expect(found && reckon(klauselOf(found, day(bezugstag)))).toBe(expected)
  })

  it('knows only the Bund in another Land, and where nobody has said in which Land', () => {
    const elsewhere = [BUND, { ...LAND, id: 'brandenburg', ars: '12' }, STADT]
    for (const path of [elsewhere, [], [BUND]]) {
      expect(vorgabenFor(path).map(({ normgeber }) => normgeber)).toEqual(['bund'])
    }
  })
})

function regel(differences: Partial<Fristregel> = {}): Fristregel {
  return {
    normgeber: 'kommune',
    gebietId: null,
    klausel: { art: 'tag-nach-verkuendung' },
    bekanntmachungsform: null,
    aushangtage: null,
    quelle: 'Test',
    ...differences,
  }
}

function anfrage(differences: Partial<Regelanfrage> = {}): Regelanfrage {
  return {
    normgeber: 'kommune',
    gebietPath: PATH.map(({ id }) => id),
    form: null,
    ...differences,
  }
}
