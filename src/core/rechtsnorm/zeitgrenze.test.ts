import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { bestimmt, geplant, geschaetzt, unbestimmt } from '../../../tests/support/factories.ts'
import {
  checkSuccession,
  effectiveTag,
  zeitgrenzeFrom,
  type ZeitgrenzeAngaben,
} from './zeitgrenze.ts'

const leer: ZeitgrenzeAngaben = {
  id: 'zeitgrenze',
  rechtsnormId: 'gesetz',
  art: 'inkrafttreten',
  wortlaut: null,
  stand: 'unbestimmt',
  tag: null,
  fundstelle: null,
  zeitraum: null,
  bedingung: null,
}
const voll = {
  tag: day('2027-01-01'),
  fundstelle: 'GVOBl. M-V 2026 S. 812',
  zeitraum: '2027-Q1',
  bedingung: 'sobald das Register bereitsteht',
}

describe('zeitgrenzeFrom', () => {
  it.each([bestimmt('2027-01-01'), geplant('2027-01-01'), geschaetzt('2027-Q1'), unbestimmt()])(
    'keeps of what was entered only what belongs to a Zeitgrenze that is $stand',
    (expected) => {
      expect(zeitgrenzeFrom({ ...leer, ...voll, stand: expected.stand })).toEqual({
        ok: true,
        value: expected,
      })
    },
  )

  it.each([
    ['bestimmt', ['zeitgrenze-lacks-day', 'zeitgrenze-lacks-fundstelle']],
    ['geplant', ['zeitgrenze-lacks-day']],
    ['geschaetzt', ['zeitgrenze-lacks-period']],
    ['unbestimmt', ['zeitgrenze-lacks-condition']],
  ] as const)('misses everything that a Zeitgrenze needs that is %s', (stand, codes) => {
    expect(codesOf(zeitgrenzeFrom({ ...leer, stand }))).toEqual(codes)
  })

  it('does not take blanks for a Fundstelle or a condition', () => {
    expect(
      codesOf(zeitgrenzeFrom({ ...leer, ...voll, stand: 'bestimmt', fundstelle: '  ' })),
    ).toEqual(['zeitgrenze-lacks-fundstelle'])
    expect(
      codesOf(zeitgrenzeFrom({ ...leer, ...voll, stand: 'unbestimmt', bedingung: '\n' })),
    ).toEqual(['zeitgrenze-lacks-condition'])
  })

  it.each(['2027', '2027-03', '2027-12', '2027-Q4'])('takes the period %s', (zeitraum) => {
    expect(zeitgrenzeFrom({ ...leer, stand: 'geschaetzt', zeitraum }).ok).toBe(true)
  })

  it.each(['', '27', '2027-13', '2027-Q5', '2027-01-01', 'Frühjahr 2027'])(
    'refuses the period %s',
    (zeitraum) => {
      expect(codesOf(zeitgrenzeFrom({ ...leer, stand: 'geschaetzt', zeitraum }))).toEqual([
        'zeitgrenze-lacks-period',
      ])
    },
  )
})

describe('effectiveTag', () => {
  it.each([
    [bestimmt('2027-01-01'), '2027-01-01'],
    [geplant('2027-01-01'), null],
    [geschaetzt('2027'), null],
    [unbestimmt(), null],
  ] as const)('of a Zeitgrenze that is $stand', (zeitgrenze, expected) => {
    expect(effectiveTag(zeitgrenze)).toBe(expected)
  })
})

describe('checkSuccession on 24 November 2026', () => {
  const heute = day('2026-11-24')

  it.each([
    ['a first announcement', undefined, bestimmt('2027-01-01')],
    ['a first announcement of a passed day, learnt late', undefined, bestimmt('2026-10-01')],
    ['the announcement of a planned day', geplant('2027-01-01'), bestimmt('2027-01-01')],
    [
      'the announcement, learnt late, of a planned day',
      geplant('2026-10-01'),
      bestimmt('2026-10-01'),
    ],
    ['a move of a coming day', bestimmt('2027-01-01'), bestimmt('2027-07-01')],
    ['a move of a coming day to today', bestimmt('2027-01-01'), bestimmt('2026-11-24')],
    ['an announcement taken back before its day', bestimmt('2026-11-25'), unbestimmt()],
    [
      'another Fundstelle of a passed day',
      bestimmt('2026-01-01'),
      { ...bestimmt('2026-01-01'), fundstelle: 'GVOBl. M-V 2025 S. 1' } as const,
    ],
  ])('allows %s', (_name, previous, next) => {
    expect(checkSuccession(previous, next, heute)).toEqual({ ok: true, value: next })
  })

  it.each([
    ['a move of yesterday', bestimmt('2026-11-23'), bestimmt('2027-01-01'), '2026-11-23'],
    [
      'a move of today, which began at 0:00',
      bestimmt('2026-11-24'),
      bestimmt('2026-11-25'),
      '2026-11-24',
    ],
    [
      'a passed day no longer announced',
      bestimmt('2026-01-01'),
      geplant('2026-01-01'),
      '2026-01-01',
    ],
    ['a passed day become unbestimmt', bestimmt('2026-01-01'), unbestimmt(), '2026-01-01'],
    [
      'a move of a coming day into the past',
      bestimmt('2027-01-01'),
      bestimmt('2026-01-01'),
      '2026-01-01',
    ],
  ])('refuses %s', (_name, previous, next, tag) => {
    expect(checkSuccession(previous, next, heute)).toEqual({
      ok: false,
      problems: [{ code: 'zeitgrenze-day-has-passed', stelle: 'Tag', angaben: { tag } }],
    })
  })
})

function codesOf(result: ReturnType<typeof zeitgrenzeFrom>): readonly string[] {
  return result.ok ? [] : result.problems.map(({ code }) => code)
}
