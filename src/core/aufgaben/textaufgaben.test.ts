import { describe, expect, it } from 'vitest'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { bestimmt, geplant, geschaetzt } from '../../../tests/support/factories.ts'
import { solltagOf, textaufgabe, type Konto, type Pultstand } from './textaufgaben.ts'

const HEUTE = day('2026-11-24')
const NEUJAHR = { tag: day('2027-01-01'), istFest: true }

function text(differences: Partial<Pultstand> = {}): Pultstand {
  return {
    id: 'text',
    titel: 'Hund anmelden – Schwerin',
    redaktionId: 's',
    ebene: 'gemeinde',
    sprache: 'de',
    variantVon: null,
    deutschSeit: null,
    zugewiesen: null,
    ab: NEUJAHR,
    istKopie: false,
    angelegtAm: day('2026-11-01'),
    zustand: 'entwurf',
    aenderungsart: 'inhaltlich',
    verfasser: ['anna'],
    embargo: false,
    ...differences,
  }
}

function konto(differences: Partial<Konto> = {}): Konto {
  return {
    id: 'lena',
    rolle: 'kommunalredaktion',
    redaktionIds: ['s'],
    partnerIds: [],
    beteiligt: new Set(),
    ...differences,
  }
}

const land = konto({ rolle: 'landesredaktion', redaktionIds: ['l'] })
const fach = konto({ rolle: 'fachressort', redaktionIds: ['f'], beteiligt: new Set(['text']) })
const landtext = (differences: Partial<Pultstand> = {}) =>
  text({ ebene: 'land', redaktionId: 'l', ...differences })

describe('a draft', () => {
  it('must be released on the day before its first day', () => {
    expect(textaufgabe(text(), konto(), HEUTE)).toMatchObject({ art: 'entwurf', bis: '2026-12-31' })
  })

  it.each([
    ['the day before the 60 days', '2026-11-01', null],
    ['on the first of them', '2026-11-02', 'entwurf'],
  ])('%s', (_name, heute, art) => {
    expect(textaufgabe(text(), konto(), day(heute))?.art ?? null).toBe(art)
  })

  it('whose day has passed says so', () => {
    const late = text({ ab: { tag: day('2026-11-24'), istFest: true } })
    const found = textaufgabe(late, konto(), HEUTE)
    expect(found?.bis).toBe('2026-11-23')
    expect(found?.satz).toContain('und ist nicht freigegeben')
  })

  it('without a day is a task for whoever is assigned to it, and nobody else', () => {
    const assigned = text({ ab: null, zugewiesen: 'lena' })
    expect(textaufgabe(assigned, konto(), HEUTE)).toMatchObject({ bis: null, zugewiesen: 'lena' })
    expect(textaufgabe(assigned, konto({ id: 'otto' }), HEUTE)).toBeNull()
  })

  it('of a failed law wants a new day', () => {
    expect(textaufgabe(text({ ab: null, istKopie: true }), konto(), HEUTE)?.satz).toContain(
      'gescheitert',
    )
  })

  it('of a town is nothing for a neighbour', () => {
    expect(textaufgabe(text(), konto({ redaktionIds: ['r'] }), HEUTE)).toBeNull()
  })

  it('is released by another person than its author', () => {
    const satzFor = (id: string) => textaufgabe(text(), konto({ id }), HEUTE)?.satz
    expect(satzFor('anna')).toContain('eine zweite Person gibt ihn frei')
    expect(satzFor('lena')).toContain('oder geben Sie ihn frei')
  })

  it('of a Redaktion of one person is a release for its partner, under an Embargo nothing', () => {
    const partner = konto({ id: 'otto', redaktionIds: ['r'], partnerIds: ['s'] })
    expect(textaufgabe(text(), partner, HEUTE)?.art).toBe('freigabe')
    expect(textaufgabe(text({ embargo: true }), partner, HEUTE)).toBeNull()
    expect(textaufgabe(text({ verfasser: [] }), partner, HEUTE)).toBeNull()
  })

  it('of the Land goes to a consultation first, unless only its form is mended', () => {
    expect(textaufgabe(landtext(), land, HEUTE)?.satz).toContain('in die Abstimmung')
    const mended = landtext({ aenderungsart: 'redaktionell' })
    expect(textaufgabe(mended, land, HEUTE)?.satz).toContain('geben Sie ihn frei')
  })
})

describe('a text of the Land on its way', () => {
  it.each([
    ['in consultation: nothing for its Redaktion', 'in-abstimmung', land, null],
    ['in consultation: approval by the Fachressort', 'in-abstimmung', fach, 'fachfreigabe'],
    [
      'in consultation: nothing for a Fachressort that takes no part',
      'in-abstimmung',
      { ...fach, beteiligt: new Set<string>() },
      null,
    ],
    ['approved: release by who did not write it', 'fachlich-freigegeben', land, 'freigabe'],
    ['approved: nothing for its author', 'fachlich-freigegeben', { ...land, id: 'anna' }, null],
    ['approved: nothing for a town', 'fachlich-freigegeben', konto(), null],
  ] as const)('%s', (_name, zustand, who, art) => {
    expect(textaufgabe(landtext({ zustand }), who, HEUTE)?.art ?? null).toBe(art)
  })
})

describe('a language variant at the desk', () => {
  const english = text({ sprache: 'en', variantVon: 'deutsch', ab: null })

  it('is a task since readers have its German text', () => {
    expect(textaufgabe(english, konto(), HEUTE)).toBeNull()
    const found = textaufgabe({ ...english, deutschSeit: day('2026-10-01') }, konto(), HEUTE)
    expect(found).toMatchObject({ art: 'sprachfassung', bis: '2026-10-01' })
    expect(found?.satz).toContain('Bis dahin lesen alle den deutschen Text')
  })
})

describe('the day for which a text is meant', () => {
  const zeitgrenzen = new Map([
    ['fest', bestimmt('2027-01-01', 'fest')],
    ['plan', geplant('2027-03-01', 'plan')],
    ['grob', geschaetzt('2027', 'grob')],
  ])
  const lookup = (id: string) => zeitgrenzen.get(id)

  it.each([
    ['a fixed day', festerTag(day('2027-02-01')), { tag: '2027-02-01', istFest: true }],
    [
      'an announced one, a day later',
      anZeitgrenze('fest', 1),
      { tag: '2027-01-02', istFest: true },
    ],
    ['a planned one is only expected', anZeitgrenze('plan'), { tag: '2027-03-01', istFest: false }],
    ['an estimated year is no day', anZeitgrenze('grob'), null],
    ['left open', null, null],
  ])('%s', (_name, anker, expected) => {
    expect(solltagOf(anker, lookup)).toEqual(expected)
  })
})
