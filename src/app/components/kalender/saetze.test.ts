import { expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { anzahl, aufzaehlung, fristOf, standOf, texteWechseln } from './saetze.ts'
import { bestimmt, geplant, geschaetzt, unbestimmt } from '../../../../tests/support/factories.ts'

it.each([
  ['the day itself', '2027-01-01', 'Heute.'],
  ['the day before', '2026-12-31', 'Morgen.'],
  ['the day after', '2027-01-02', 'Gestern.'],
  ['a week before', '2026-12-25', 'In 7 Tagen.'],
  ['a week after', '2027-01-08', 'Vor 7 Tagen.'],
])('on %s', (_name, heute, expected) => {
  expect(fristOf(day(heute), day('2027-01-01'))).toBe(expected)
})

it('says how sure a day is', () => {
  expect(standOf(bestimmt('2027-01-01'))).toBe('Am 1. Januar 2027')
  expect(standOf(geplant('2027-01-01'))).toContain('noch nicht verkündet')
  expect(standOf(geschaetzt('2027-Q4'))).toBe('Geschätzt: 4. Quartal 2027')
  expect(standOf(unbestimmt())).toBe('Unbestimmt: sobald das Register bereitsteht')
})

it('counts in words', () => {
  expect(texteWechseln(1)).toBe('Ein Text wechselt.')
  expect(aufzaehlung([anzahl(1, 'Text', 'Texte'), null, anzahl(2, 'Entwurf', 'Entwürfe')])).toBe(
    '1 Text und 2 Entwürfe',
  )
  expect(aufzaehlung(['a', 'b', 'c'])).toBe('a, b und c')
  expect(aufzaehlung([])).toBe('')
})
