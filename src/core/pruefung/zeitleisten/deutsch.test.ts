import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '#core/errors/deutsch.ts'
import { day } from '#core/zeit/day.ts'
import { ZEITBEFUNDE, fassungGegenstand, zeitbefund, type Zeitbefundcode } from './befunde.ts'
import { ZEITBEFUND_DEUTSCH, befundsatz } from './deutsch.ts'

const CODES = Object.keys(ZEITBEFUNDE) as Zeitbefundcode[]

/** Every value that any of the checks gives. */
const ANGABEN = {
  anzahl: 2,
  bis: '2027-02-01',
  erster: '2026-01-01',
  fruehestens: '2027-01-02',
  gebiet: 'Schwerin',
  inkraft: '2027-01-01',
  module: 'Kosten',
  rechtsnorm: 'Hundegesetz',
  stand: 'geplant',
  tag: '2027-01-01',
  texte: 3,
  vor: 'dem Beschluss',
  was: 'Das Inkrafttreten',
  weitere: 4,
}

const of = (code: Zeitbefundcode, angaben: Record<string, string | number>) =>
  befundsatz(
    zeitbefund(code, {
      gegenstand: fassungGegenstand('hund'),
      redaktionId: null,
      seit: day('2027-01-01'),
      angaben,
    }),
  )

describe('ZEITBEFUND_DEUTSCH', () => {
  it('has a sentence for every code of the register, and for no other', () => {
    expect(Object.keys(ZEITBEFUND_DEUTSCH).sort()).toEqual([...CODES].sort())
  })

  it.each(CODES)('%s: says what is wrong, since when, and asks for something', (code) => {
    const sentence = of(code, ANGABEN)
    expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/u)
    expect(sentence).toMatch(/1\. Januar 2027/)
    expect(sentence).toMatch(/[Bb]itte /)
    expect(sentence).not.toMatch(/[{}[\]]|undefined|null| {2}| [.,;:]/)
    for (const name of placeholdersOf(ZEITBEFUND_DEUTSCH[code])) {
      expect({ ...ANGABEN, seit: '' }).toHaveProperty(name)
    }
  })
})

describe('befundsatz', () => {
  it('names the end of a gap only where one is known', () => {
    expect(of('luecke', { bis: '2027-02-01' })).toMatch(
      /^Ab dem 1\. Januar 2027 bis zum 1\. Februar 2027 gilt kein Text/,
    )
    expect(of('luecke', {})).toMatch(/^Ab dem 1\. Januar 2027 gilt kein Text/)
  })

  it('counts further Gemeinden only where there are any', () => {
    expect(of('zustaendigkeit-fehlt', { gebiet: 'Schwerin' })).toContain('in Schwerin niemand')
    expect(of('zustaendigkeit-fehlt', { gebiet: 'Schwerin', weitere: 2 })).toContain(
      'in Schwerin und 2 weiteren Gemeinden niemand',
    )
  })
})
