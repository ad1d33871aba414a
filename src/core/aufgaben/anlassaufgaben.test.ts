import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  abstimmungsaufgaben,
  befundaufgabe,
  eilfallaufgabe,
  elternaufgabe,
  ueberpruefungsaufgabe,
  type Abstimmungsanlass,
} from './anlassaufgaben.ts'

const HEUTE = day('2026-11-24')

describe('by when it must be done', () => {
  const befund = {
    schluessel: 'luecke:fassung:x',
    code: 'luecke',
    schwere: 'fehler',
    seit: day('2027-01-01'),
    redaktionId: 's',
    name: 'Hund anmelden',
    text: 'Lücke',
    ziel: '/admin',
  } as const

  it('a finding: before it shows', () => {
    expect(befundaufgabe(befund)).toMatchObject({ art: 'befund', bis: '2026-12-31' })
  })

  it('a stale translation is work for whoever translates', () => {
    expect(befundaufgabe({ ...befund, code: 'uebersetzung-veraltet' }).art).toBe('sprachfassung')
  })

  it('another inherited text: before its day', () => {
    const anlass = {
      fassungId: 'x',
      titel: 'Hund anmelden',
      redaktionId: 's',
      module: ['kurztext', 'kosten'],
      ab: day('2027-01-01'),
    } as const
    const found = elternaufgabe(anlass)
    expect(found.bis).toBe('2026-12-31')
    expect(found.satz).toContain('Kurztext, Kosten')
  })

  it('a review: by its day; an Eilfall: on the day of its release', () => {
    const text = { fassungId: 'x', titel: 'Hund anmelden', redaktionId: 's' }
    expect(ueberpruefungsaufgabe({ ...text, faelligAm: HEUTE }).bis).toBe(HEUTE)
    expect(eilfallaufgabe({ ...text, seit: day('2026-11-20') }).bis).toBe('2026-11-20')
  })
})

describe('a consultation', () => {
  const open: Abstimmungsanlass = {
    id: 'a',
    titel: 'Hundegesetz',
    frist: day('2026-11-23'),
    begonnenAm: day('2026-11-01'),
    leitungId: 'l',
    offeneStimmen: [],
  }
  const kinds = (differences: Partial<Abstimmungsanlass>, eigene: readonly string[]) =>
    abstimmungsaufgaben({ ...open, ...differences }, eigene, HEUTE).map(({ art }) => art)

  it.each([
    ['on its last day: nothing to end', '2026-11-24', []],
    ['the day after: to be ended by who leads it', '2026-11-23', ['abstimmung-beenden']],
  ])('%s', (_name, frist, expected) => {
    expect(kinds({ frist: day(frist) }, ['l'])).toEqual(expected)
  })

  it('wants the vote of each Redaktion that owes one, also after its last day', () => {
    expect(kinds({ offeneStimmen: ['s'] }, ['s'])).toEqual(['abstimmung'])
    expect(kinds({ offeneStimmen: ['s', 'r'] }, ['s', 'r'])).toEqual(['abstimmung', 'abstimmung'])
  })
})
