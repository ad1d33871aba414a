import { describe, expect, it } from 'vitest'
import type { Folge } from '#core/fassung/fassung.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { day } from '#core/zeit/day.ts'
import {
  chronikWith,
  freigabe,
  freigegeben,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { zurueckziehen } from './zurueckziehen.ts'

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

function refusals(folge: Folge, ...log: readonly Aussage[]) {
  const wanted = { fassungId: 'alt', ab: day('2027-03-01'), folge, grund: 'Irrtum' }
  const result = zurueckziehen(wanted, chronikWith(...log))
  if (result.ok) expect(result.value).toEqual(wanted)
  return result.ok ? [] : result.problems
}
