import { expect, it } from 'vitest'
import { checkLeistungsschluessel } from './leistung.ts'

it('takes 14 digits that begin with 99', () => {
  expect(checkLeistungsschluessel('99008005012000')).toEqual({ ok: true, value: '99008005012000' })
})

it.each([
  '',
  '9900800501200',
  '990080050120000',
  '10008005012000',
  '99 008 005 012 000',
  'L100001_12345',
])('refuses %s', (schluessel) => {
  expect(checkLeistungsschluessel(schluessel, 'Leistungsschlüssel')).toEqual({
    ok: false,
    problems: [
      {
        code: 'leistungsschluessel-is-malformed',
        stelle: 'Leistungsschlüssel',
        angaben: { wert: schluessel },
      },
    ],
  })
})
