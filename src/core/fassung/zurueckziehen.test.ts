import { describe, expect, it } from 'vitest'
import type { Folge, Zurueckziehung } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { day } from '#core/zeit/day.ts'
import {
  chronikWith,
  freigabe,
  freigabeVariante,
  freigegeben,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { zurueckziehen } from './zurueckziehen.ts'

const HEUTE = day('2026-11-24')
const released = freigabe(freigegeben({ id: 'alt' }))
const successor = freigabe(freigegeben({ id: 'neu' }))

describe('zurueckziehen', () => {
  it.each<Folge>([
    { art: 'vorgaenger' },
    { art: 'leistung-endet' },
    { art: 'ersetzt', durch: 'neu' },
  ])('takes what follows: $art', (folge) => {
    expect(refusals(folge, released, successor)).toEqual([])
  })

  it('refuses a draft', () => {
    expect(refusals({ art: 'vorgaenger' })).toEqual([{ code: 'fassung-is-not-released' }])
  })

  it('refuses a second withdrawal', () => {
    expect(refusals({ art: 'vorgaenger' }, released, zurueckziehung('alt'))).toEqual([
      { code: 'fassung-is-withdrawn' },
    ])
  })

  it.each([
    ['a draft', []],
    [
      'a text of another area',
      [freigabe(freigegeben({ id: 'neu', ebene: 'kreis', gebietId: 'kreis' }))],
    ],
    ['a text of another Leistung', [freigabe(freigegeben({ id: 'neu', leistungId: 'andere' }))]],
  ])('refuses to be replaced by %s', (_name, log) => {
    expect(refusals({ art: 'ersetzt', durch: 'neu' }, released, ...log)).toEqual([
      { code: 'fassung-is-not-released', stelle: 'Ersetzt durch' },
    ])
  })

  it('refuses to be replaced by itself', () => {
    expect(refusals({ art: 'ersetzt', durch: 'alt' }, released)).toEqual([
      { code: 'fassung-is-not-released', stelle: 'Ersetzt durch' },
    ])
  })

  it('refuses to be replaced by what was withdrawn', () => {
    expect(
      refusals({ art: 'ersetzt', durch: 'neu' }, released, successor, zurueckziehung('neu')),
    ).toEqual([{ code: 'fassung-is-withdrawn', stelle: 'Ersetzt durch' }])
  })
})

describe('its first day', () => {
  it.each([
    ['today', '2026-11-24', []],
    ['the day before', '2026-11-23', ['withdrawal-lies-in-the-past']],
    ['a day before the text begins, but not in the past', '2026-12-01', []],
    ['a day long past', '2020-01-01', ['withdrawal-lies-in-the-past']],
    ['that of the text', null, []],
  ])('%s', (_name, ab, expected) => {
    const result = zurueckziehen(
      wish({ ab: ab === null ? null : day(ab) }),
      chronikWith(released),
      HEUTE,
    )
    expect(result.ok ? [] : result.problems.map(({ code }) => code)).toEqual(expected)
  })
})

describe('of a language variant', () => {
  const english = freigabeVariante({ id: 'alt-en', fassungId: 'alt' })

  it('needs no choice of what follows: the variant before, or German', () => {
    const wanted = wish({ fassungId: 'alt-en', folge: { art: 'leistung-endet' } })
    expect(zurueckziehen(wanted, chronikWith(released, english), HEUTE)).toEqual({
      ok: true,
      value: { ...wanted, folge: { art: 'vorgaenger' } },
    })
  })

  it('is refused twice, and for a draft', () => {
    const wanted = wish({ fassungId: 'alt-en' })
    const twice = chronikWith(released, english, zurueckziehung('alt-en'))
    expect(zurueckziehen(wanted, twice, HEUTE)).toMatchObject({
      problems: [{ code: 'fassung-is-withdrawn' }],
    })
    expect(zurueckziehen(wanted, chronikWith(released), HEUTE)).toMatchObject({
      problems: [{ code: 'fassung-is-not-released' }],
    })
  })
})

function wish(differences: Partial<Zurueckziehung> = {}): Zurueckziehung {
  return {
    fassungId: 'alt',
    ab: day('2027-03-01'),
    folge: { art: 'vorgaenger' },
    grund: 'Irrtum',
    ...differences,
  }
}

function refusals(folge: Folge, ...log: readonly Aussage[]) {
  const wanted = wish({ folge })
  const result = zurueckziehen(wanted, chronikWith(...log), HEUTE)
  if (result.ok) expect(result.value).toEqual(wanted)
  return result.ok ? [] : result.problems
}
