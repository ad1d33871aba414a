import { describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import {
  am,
  aussetzung,
  chronikWith,
  entwurf,
  freigabe,
  freigegeben,
} from '../../../tests/support/factories.ts'
import { asBerichtigung, needsSecondPerson, resumes } from './berichtigen.ts'

const heute = day('2027-03-01')
const draft = entwurf({ id: 'neu', berichtigt: 'alt' })
const since = (beginn: string, ende: string | null = null) =>
  chronikWith(
    freigabe(freigegeben({ id: 'alt', beginn: am(beginn), ende: ende === null ? null : am(ende) })),
  )

describe('on 1 March 2027 a second person', () => {
  it.each([
    ['for a text that began yesterday', '2027-02-28', null, true],
    ['for a text that began today', '2027-03-01', null, true],
    ['for a text that has ended', '2027-01-01', '2027-02-01', true],
    ['not for one that begins tomorrow', '2027-03-02', null, false],
  ])('is needed %s', (_name, beginn, ende, expected) => {
    const sameDay = { ...draft, beginn: am(beginn) }
    expect(needsSecondPerson(sameDay, since(beginn, ende), heute)).toBe(expected)
  })

  it('is not needed for a text that corrects nothing', () => {
    expect(needsSecondPerson(entwurf(), since('2027-01-01'), heute)).toBe(false)
  })
})

describe('on 1 March 2027 a text rebased on another', () => {
  const rebased = (beginn: string) =>
    entwurf({ id: 'neu', basis: 'alt', wiederaufgenommen: true, beginn: am(beginn) })

  it.each([
    ['that takes a passed day from it needs a second person', '2027-02-01', true],
    ['that takes today from it needs one', '2027-03-01', true],
    ['that takes a coming day from it needs none', '2027-03-02', false],
  ])('%s', (_name, beginn, expected) => {
    expect(needsSecondPerson(rebased(beginn), since(beginn), heute)).toBe(expected)
  })

  it('in the place of one that is held back and whose day has passed needs a second person', () => {
    const log = chronikWith(
      freigabe(freigegeben({ id: 'alt', beginn: am('2027-02-01') })),
      aussetzung('alt'),
    )
    const draftOf = entwurf({ id: 'neu', berichtigt: 'alt', beginn: am('2027-02-01') })
    expect(needsSecondPerson(draftOf, log, heute)).toBe(true)
  })
})

describe('on 1 March 2027 a correction', () => {
  it('from today on follows the text and leaves its past alone', () => {
    expect(asBerichtigung(draft, 'ab-heute', since('2027-01-01'), heute)).toEqual({
      ok: true,
      value: { ...draft, beginn: am('2027-03-01'), basis: 'alt', berichtigt: null },
    })
  })

  it.each([
    ['back to the first day', 'ab-erstem-tag', '2027-01-01'],
    ['of a text that began today', 'ab-heute', '2027-03-01'],
    ['of a text that is still to come', 'ab-heute', '2027-03-02'],
  ] as const)('%s takes its place', (_name, umfang, beginn) => {
    expect(asBerichtigung(draft, umfang, since(beginn), heute)).toEqual({ ok: true, value: draft })
  })

  it.each([
    [
      'of a text that no longer holds',
      since('2027-01-01', '2027-02-01'),
      'correction-needs-holding-text',
    ],
    ['of what was never released', chronikWith(), 'fassung-is-not-released'],
  ])('from today on is refused %s', (_name, chronik, code) => {
    const result = asBerichtigung(draft, 'ab-heute', chronik, heute)
    expect(result).toMatchObject({ ok: false, problems: [{ code }] })
  })
})

it('a text in the place of one that is held back takes it up again', () => {
  const alt = freigabe(freigegeben({ id: 'alt', beginn: am('2027-07-01') }))
  expect(resumes(draft, chronikWith(alt, aussetzung('alt')))).toBe(true)
  expect(resumes(draft, chronikWith(alt))).toBe(false)
})
