import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  AUFGABENARTEN,
  aufgabe,
  countAufgaben,
  filterAufgaben,
  orderAufgaben,
  type Aufgabe,
  type Aufgabenart,
} from './aufgabe.ts'

const HEUTE = day('2026-11-24')

function task(art: Aufgabenart, id: string, bis: string | null, zugewiesen: string | null = null) {
  return aufgabe({
    art,
    titel: id,
    satz: '',
    bis: bis === null ? null : day(bis),
    ziel: '/admin',
    gegenstand: { art: 'fassung', id },
    redaktionId: 'r',
    zugewiesen,
  })
}

const ALL = [
  task('angebot', 'offers', null),
  task('entwurf', 'next year', '2026-12-31', 'lena'),
  task('entwurf', 'yesterday', '2026-11-23'),
  task('eilfall', 'today, wrong for readers', '2026-11-24'),
  task('abstimmung', 'today, others wait', '2026-11-24'),
  task('ueberpruefung', 'long ago', '2025-01-01'),
]

describe('the order of tasks', () => {
  it('is by the day by which they must be done: overdue first, no day last, on one day by rank', () => {
    expect(orderAufgaben(ALL).map(({ titel }) => titel)).toEqual([
      'long ago',
      'yesterday',
      'today, wrong for readers',
      'today, others wait',
      'next year',
      'offers',
    ])
  })

  it('does not depend on the order in which they were found', () => {
    const shuffled = fc.shuffledSubarray(ALL, { minLength: ALL.length })
    fc.assert(
      fc.property(shuffled, (some) => {
        expect(orderAufgaben(some)).toEqual(orderAufgaben(ALL))
      }),
    )
  })
})

describe('the counts', () => {
  it('tell what is overdue, due within a week, and what is mine', () => {
    const zahlen = countAufgaben(ALL, { heute: HEUTE, bald: day('2026-12-01'), kontoId: 'lena' })
    expect(zahlen).toMatchObject({ alle: 6, ueberfaellig: 2, dieseWoche: 2, zugewiesen: 1 })
    expect(zahlen.jeArt.map(({ art, anzahl }) => `${art} ${anzahl}`)).toEqual([
      'eilfall 1',
      'abstimmung 1',
      'entwurf 2',
      'ueberpruefung 1',
      'angebot 1',
    ])
  })

  it('add up, whatever there is to do', () => {
    const some = fc.array(
      fc
        .tuple(fc.constantFrom(...AUFGABENARTEN), fc.constantFrom('2026-11-01', '2026-12-24', null))
        .map(([art, bis]): Aufgabe => task(art, 'x', bis)),
    )
    fc.assert(
      fc.property(some, (aufgaben) => {
        const zahlen = countAufgaben(aufgaben, { heute: HEUTE, bald: HEUTE, kontoId: 'lena' })
        expect(zahlen.jeArt.reduce((sum, { anzahl }) => sum + anzahl, 0)).toBe(aufgaben.length)
      }),
    )
  })
})

describe('the filter', () => {
  it.each([
    ['all', null, null, 6],
    ['one kind', 'entwurf', null, 2],
    ['mine', null, 'lena', 1],
    ['mine of one kind', 'eilfall', 'lena', 0],
  ] as const)('%s', (_name, art, zugewiesen, count) => {
    expect(filterAufgaben(ALL, { art, zugewiesen })).toHaveLength(count)
  })
})
