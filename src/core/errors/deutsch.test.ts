import { describe, expect, it } from 'vitest'
import { freigeben } from '#core/fassung/freigeben.ts'
import { checkSchluessel, indexGebiete } from '#core/gebiet/gebiet.ts'
import { checkLeistungsschluessel } from '#core/leistung/leistung.ts'
import { checkLieferzielAngaben } from '#core/lieferung/lieferziel.ts'
import { checkSuccession } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Result } from '#core/ergebnis.ts'
import { day, parseCalendarDay } from '#core/zeit/day.ts'
import {
  ALLE_GEBIETE,
  am,
  bestimmt,
  chronikWith,
  entwurf,
  ersetzen,
  grundbestand,
  inhalt,
} from '../../../tests/support/factories.ts'
import { DEUTSCH, placeholdersOf, satz } from './deutsch.ts'
import { PROBLEMS, problem, type Problem, type ProblemCode } from './problems.ts'

const CODES = Object.keys(PROBLEMS) as ProblemCode[]

describe('DEUTSCH', () => {
  it('has a sentence for every code of the register, and for no other', () => {
    expect(Object.keys(DEUTSCH).sort()).toEqual([...CODES].sort())
  })

  it.each(CODES)('%s: a whole sentence without any value', (code) => {
    const sentence = satz(problem(code))
    expect(sentence).toMatch(/^[A-ZÄÖÜ].*\.$/u)
    expect(sentence).not.toMatch(/[{}[\]]|undefined|null| {2}| [.,;:]/)
  })

  it.each(CODES)('%s: asks politely for something', (code) => {
    expect(satz(problem(code))).toMatch(/[Bb]itte /)
  })
})

describe('satz', () => {
  it('puts the place in front', () => {
    expect(satz(problem('amount-is-malformed', 'Modul Kosten'))).toMatch(
      /^Modul Kosten: Der Betrag/,
    )
  })

  it('fills in values and says days as people say them', () => {
    const sentence = satz(
      problem('interval-ends-before-it-begins', 'Gilt bis', {
        ab: '2027-01-01',
        bis: '2026-03-09',
      }),
    )
    expect(sentence).toContain(
      'Gilt bis: Das Ende (9. März 2026) liegt nicht nach dem Beginn (1. Januar 2027).',
    )
  })

  it('leaves a day that does not exist as it was written', () => {
    expect(satz(problem('day-is-malformed', undefined, { wert: '2026-02-30' }))).toContain(
      '„2026-02-30“',
    )
  })

  it('shows a value with brackets and braces as it is', () => {
    const sentence = satz(problem('link-is-malformed', undefined, { wert: '[x] {wert} $&' }))
    expect(sentence).toContain('„[x] {wert} $&“')
  })
})

describe('the values that the core gives', () => {
  const chronik = chronikWith(...grundbestand())
  const heute = day('2026-11-24')
  const failures: readonly (readonly [string, Result<unknown>])[] = [
    ['a day', parseCalendarDay('morgen')],
    ['an ARS', checkSchluessel({ ars: '1', ags: null, ebene: 'kreis' })],
    ['an AGS', checkSchluessel({ ars: '130765654009', ags: '13000000', ebene: 'gemeinde' })],
    ['a Leistungsschluessel', checkLeistungsschluessel('1')],
    ['a Lieferziel', checkLieferzielAngaben({ zeitplan: 'nachts', verzeichnis: '../etc' })],
    ['a Zeitgrenze', checkSuccession(bestimmt('2026-01-01'), bestimmt('2027-01-01'), heute)],
    [
      'a text',
      freigeben(
        entwurf({
          ebene: 'kreis',
          beginn: am('2027-01-01'),
          ende: am('2026-01-01'),
          inhalt: inhalt({
            kurztext: ersetzen('<table>\u2610</table><a href="seite.html">x</a>'),
            hinweise: ersetzen('<p>-</p>'),
          }),
        }),
        chronik,
        indexGebiete(ALLE_GEBIETE),
      ),
    ],
  ]
  const problems: readonly Problem[] = failures.flatMap(([, result]) =>
    result.ok ? [] : result.problems,
  )

  it('come from failures', () => {
    expect(failures.filter(([, result]) => result.ok).map(([name]) => name)).toEqual([])
  })

  it.each(problems.map((each) => [each.code, each] as const))(
    '%s: its sentence knows no other',
    (code, each) => {
      const known = Object.keys(each.angaben ?? {})
      expect(placeholdersOf(DEUTSCH[code]).filter((name) => !known.includes(name))).toEqual([])
      for (const name of placeholdersOf(DEUTSCH[code])) {
        const value = String(each.angaben?.[name])
        if (!/^\d{4}-\d{2}-\d{2}$/.test(value)) expect(satz(each)).toContain(value)
      }
    },
  )
})
