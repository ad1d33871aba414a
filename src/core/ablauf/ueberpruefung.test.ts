import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import { isErgebnis, ueberpruefungFaellig } from './ueberpruefung.ts'

describe('a released text is to be looked at again', () => {
  it.each([
    ['12 months after its release', '2026-01-15', null, 12, '2027-01-15'],
    ['after the last look at it', '2026-01-15', '2026-06-30', 12, '2027-06-30'],
    [
      'after its release where the look was at an older text',
      '2026-06-30',
      '2026-01-15',
      12,
      '2027-06-30',
    ],
    ['on the last of a shorter month', '2026-08-31', null, 6, '2027-02-28'],
    ['on 28 February for a release on 29 February', '2028-02-29', null, 12, '2029-02-28'],
    ['after 12 months where no turn is said', '2026-01-15', null, 0, '2027-01-15'],
    ['every month where the Redaktion says so', '2026-01-31', null, 1, '2026-02-28'],
  ])('%s', (_name, freigegebenAm, zuletztAm, turnusMonate, expected) => {
    const stand = {
      freigegebenAm: day(freigegebenAm),
      zuletztAm: zuletztAm === null ? null : day(zuletztAm),
      turnusMonate,
    }
    expect(ueberpruefungFaellig(stand)).toBe(expected)
  })
})

it('knows its results, and no names of objects', () => {
  expect(isErgebnis('unveraendert')).toBe(true)
  expect(isErgebnis('toString')).toBe(false)
  expect(isErgebnis(null)).toBe(false)
})
