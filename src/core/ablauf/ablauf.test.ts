import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  ABLAUF,
  AKTIONEN,
  ROLLEN,
  UNVEROEFFENTLICHT,
  VERHAELTNISSE,
  ZUSTAENDE,
  everMayDo,
  isKurzerWeg,
  mayDo,
  nextZustand,
  verhaeltnisOf,
  type Schritt,
} from './ablauf.ts'

const anySchritt: fc.Arbitrary<Schritt> = fc.record({
  rolle: fc.constantFrom(...ROLLEN),
  aktion: fc.constantFrom(...AKTIONEN),
  zustand: fc.constantFrom(...ZUSTAENDE),
  verhaeltnis: fc.constantFrom(...VERHAELTNISSE),
  embargo: fc.boolean(),
  kurzerWeg: fc.boolean(),
})

describe('the table', () => {
  it('speaks of every act, and of each only once for the same cell', () => {
    expect(new Set(ABLAUF.map(({ aktion }) => aktion))).toEqual(new Set(AKTIONEN))
    const cells = ABLAUF.flatMap((regel) =>
      regel.rollen.flatMap((rolle) =>
        regel.zustaende.flatMap((zustand) =>
          regel.verhaeltnisse.flatMap((verhaeltnis) =>
            regel.wege.map((weg) => [regel.aktion, rolle, zustand, verhaeltnis, weg].join('|')),
          ),
        ),
      ),
    )
    expect(cells.length).toBe(new Set(cells).size)
  })

  it('allows foreign texts only together with all others: the condition of a list relies on it', () => {
    for (const { verhaeltnisse } of ABLAUF) {
      if (verhaeltnisse.includes('fremd'))
        expect([...verhaeltnisse].sort()).toEqual([...VERHAELTNISSE].sort())
    }
  })

  it('has one state after each act, whoever does it', () => {
    for (const aktion of AKTIONEN) {
      const after = new Set(ABLAUF.filter((each) => each.aktion === aktion).map(({ nach }) => nach))
      expect([aktion, after.size]).toEqual([aktion, 1])
    }
  })

  it('lets nobody do to a text what they cannot see', () => {
    fc.assert(
      fc.property(anySchritt, (schritt) => {
        if (mayDo(schritt)) expect(mayDo({ ...schritt, aktion: 'lesen' })).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('hides an embargoed text from everybody but its own and the involved Redaktionen', () => {
    fc.assert(
      fc.property(anySchritt, (schritt) => {
        const allowed = mayDo({ ...schritt, embargo: true })
        if (['fremd', 'partner'].includes(schritt.verhaeltnis)) expect(allowed).toBe(false)
        if (allowed) expect(mayDo({ ...schritt, embargo: false })).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })

  it('releases nothing under Embargo, not even in a hurry', () => {
    for (const aktion of ['freigeben', 'eilfall', 'berichtigen'] as const)
      for (const rolle of ROLLEN)
        for (const zustand of ZUSTAENDE)
          for (const verhaeltnis of VERHAELTNISSE)
            for (const kurzerWeg of [true, false])
              expect(mayDo({ aktion, rolle, zustand, verhaeltnis, kurzerWeg, embargo: true })).toBe(
                false,
              )
  })

  it('changes no word of what has been released', () => {
    fc.assert(
      fc.property(anySchritt, (schritt) => {
        if (UNVEROEFFENTLICHT.some((each) => each === schritt.zustand)) return
        for (const aktion of ['bearbeiten', 'loeschen', 'freigeben', 'eilfall'] as const)
          expect(mayDo({ ...schritt, aktion })).toBe(false)
      }),
    )
  })

  it('knows a way back from every state before the release', () => {
    expect(nextZustand('zur-abstimmung', 'entwurf')).toBe('in-abstimmung')
    expect(nextZustand('fachlich-freigeben', 'in-abstimmung')).toBe('fachlich-freigegeben')
    expect(nextZustand('zurueckholen', 'in-abstimmung')).toBe('entwurf')
    expect(nextZustand('zurueckholen', 'fachlich-freigegeben')).toBe('entwurf')
    expect(nextZustand('freigeben', 'fachlich-freigegeben')).toBe('freigegeben')
    expect(nextZustand('eilfall', 'in-abstimmung')).toBe('freigegeben')
    expect(nextZustand('zurueckziehen', 'freigegeben')).toBe('zurueckgezogen')
    expect(nextZustand('bearbeiten', 'in-abstimmung')).toBe('in-abstimmung')
  })
})

describe('everMayDo', () => {
  it('is what some state or way allows, an Embargo aside', () => {
    const text = { verhaeltnis: 'fremd', embargo: true } as const
    expect(everMayDo({ ...text, rolle: 'landesredaktion', aktion: 'freigeben' })).toBe(true)
    expect(everMayDo({ ...text, rolle: 'kommunalredaktion', aktion: 'freigeben' })).toBe(false)
    expect(everMayDo({ ...text, rolle: 'fachressort', aktion: 'bearbeiten' })).toBe(false)
  })
})

describe('the way of a text', () => {
  it.each([
    ['a Land text with a new meaning', 'land', 'de', 'inhaltlich', false],
    ['a text of the Bund with a new meaning', 'bund', 'de', 'inhaltlich', false],
    ['a Land text mended in form', 'land', 'de', 'redaktionell', true],
    ['a supplement of a Kreis', 'kreis', 'de', 'inhaltlich', true],
    ['a supplement of an Amt', 'amt', 'de', 'inhaltlich', true],
    ['a supplement of a Gemeinde', 'gemeinde', 'de', 'inhaltlich', true],
    ['a translation of a Land text', 'land', 'en', 'inhaltlich', true],
    ['a Land text in Leichte Sprache', 'land', 'de-LS', 'inhaltlich', true],
  ] as const)('of %s', (_name, ebene, sprache, aenderungsart, expected) => {
    expect(isKurzerWeg({ ebene, sprache, aenderungsart })).toBe(expected)
  })
})

describe('how a person stands to a text', () => {
  const nothing = { eigen: false, partner: false, beteiligt: false }
  it.each([
    [
      'the own Redaktion before all else',
      { eigen: true, partner: true, beteiligt: true },
      false,
      'eigen',
    ],
    ['the partner', { ...nothing, partner: true }, false, 'partner'],
    [
      'a partner that also takes part',
      { ...nothing, partner: true, beteiligt: true },
      false,
      'partner',
    ],
    ['a participant', { ...nothing, beteiligt: true }, false, 'beteiligt'],
    ['nobody of these', nothing, false, 'fremd'],
    ['a partner under Embargo', { ...nothing, partner: true }, true, 'partner'],
    [
      'a partner that takes part, under Embargo',
      { ...nothing, partner: true, beteiligt: true },
      true,
      'beteiligt',
    ],
  ] as const)('%s', (_name, beziehung, embargo, expected) => {
    expect(verhaeltnisOf(beziehung, embargo)).toBe(expected)
  })
})
