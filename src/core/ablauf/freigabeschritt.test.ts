import { describe, expect, it } from 'vitest'
import type { Ablaufstand } from './ablauf.ts'
import { checkFreigabeschritt, isStep, refusalOf, type Freigabeschritt } from './freigabeschritt.ts'

const REIF: Ablaufstand = {
  zustand: 'fachlich-freigegeben',
  aenderungsart: 'inhaltlich',
  verfasser: ['lena'],
  embargo: false,
}

function codes(
  ablauf: Partial<Ablaufstand>,
  schritt: Partial<Omit<Freigabeschritt, 'ablauf'>> = {},
): readonly string[] {
  const checked = checkFreigabeschritt({
    ablauf: { ...REIF, ...ablauf },
    kurzerWeg: false,
    von: 'ludwig',
    eilfall: false,
    grund: null,
    ...schritt,
  })
  return checked.ok ? [] : checked.problems.map(({ code }) => code)
}

describe('the last step before a text is public', () => {
  it('is taken by somebody who did not write it, when the ministry has approved it', () => {
    expect(codes({})).toEqual([])
  })

  it('is not taken by one of those who wrote it', () => {
    expect(codes({ verfasser: ['ludwig', 'lena'] })).toEqual(['author-may-not-release'])
  })

  it.each(['entwurf', 'in-abstimmung'] as const)(
    'needs the approval that a Land text with a new meaning lacks as %s',
    (zustand) => {
      expect(codes({ zustand })).toEqual(['approval-is-missing'])
    },
  )

  it('needs none on the short way, but a running consultation is waited for', () => {
    expect(codes({ zustand: 'entwurf' }, { kurzerWeg: true })).toEqual([])
    expect(codes({ zustand: 'fachlich-freigegeben' }, { kurzerWeg: true })).toEqual([])
    expect(codes({ zustand: 'in-abstimmung' }, { kurzerWeg: true })).toEqual([
      'step-is-not-allowed',
    ])
  })

  it('needs four eyes on the short way too', () => {
    expect(codes({ zustand: 'entwurf' }, { kurzerWeg: true, von: 'lena' })).toEqual([
      'author-may-not-release',
    ])
  })

  it('waits for the end of an Embargo', () => {
    expect(codes({ embargo: true })).toEqual(['text-is-under-embargo'])
    expect(codes({ embargo: true }, { eilfall: true, grund: 'Gefahr' })).toEqual([
      'text-is-under-embargo',
    ])
  })

  it('is left to the log for a text that the log holds', () => {
    expect(codes({ zustand: 'freigegeben' })).toEqual([])
    expect(codes({ zustand: 'zurueckgezogen', embargo: true })).toEqual([])
  })
})

describe('an Eilfall', () => {
  it.each(['entwurf', 'in-abstimmung', 'fachlich-freigegeben'] as const)(
    'overrides the way and the four eyes as %s',
    (zustand) => {
      expect(codes({ zustand }, { eilfall: true, grund: 'Gefahr', von: 'lena' })).toEqual([])
    },
  )

  it('says why', () => {
    expect(codes({ zustand: 'entwurf' }, { eilfall: true })).toEqual(['reason-is-missing'])
  })
})

describe('why a step is not the next one', () => {
  it.each([
    ['freigeben', 'entwurf', false, 'approval-is-missing'],
    ['freigeben', 'in-abstimmung', true, 'step-is-not-allowed'],
    ['freigeben', 'freigegeben', true, 'fassung-is-released'],
    ['freigeben', 'zurueckgezogen', true, 'fassung-is-withdrawn'],
    ['zurueckziehen', 'entwurf', true, 'fassung-is-not-released'],
    ['zurueckziehen', 'zurueckgezogen', true, 'fassung-is-withdrawn'],
    ['fachlich-freigeben', 'entwurf', false, 'step-is-not-allowed'],
    ['zurueckholen', 'entwurf', false, 'step-is-not-allowed'],
    ['eilfall-bestaetigen', 'entwurf', false, 'fassung-is-not-released'],
  ] as const)('%s of a text that is %s', (aktion, zustand, kurzerWeg, code) => {
    expect(isStep(aktion, zustand, kurzerWeg)).toBe(false)
    expect(refusalOf(aktion, zustand, kurzerWeg).code).toBe(code)
  })
})
