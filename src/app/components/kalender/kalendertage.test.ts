import { describe, expect, it } from 'vitest'
import { kommendeTage } from '#core/log/kommendeTage.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  gespeicherteStelle,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import {
  auszugOf,
  countOf,
  entwuerfeAn,
  kalendertage,
  nurVon,
  ohneVerdeckte,
  redaktionenOf,
} from './kalendertage.ts'
import type { Entwurf } from './pultstand.ts'

const HEUTE = day('2026-11-24')
const JANUAR = day('2027-01-01')

function entwurf(differences: Partial<Entwurf> = {}): Entwurf {
  return {
    id: 'entwurf',
    titel: 'Entwurf',
    redaktionId: 'schwerin',
    variantVon: null,
    beginn: am(JANUAR),
    ende: null,
    ab: JANUAR,
    bis: null,
    ...differences,
  }
}

const gruppen = kommendeTage(
  chronikWith(
    verkuendung(bestimmt('2027-01-01')),
    freigabe(freigegeben({ id: 'neu', beginn: anZeitgrenze('zeitgrenze') })),
    gespeicherteStelle('amt', { beginn: am('2027-02-01') }),
  ),
  HEUTE,
)

describe('the days of the calendar', () => {
  it('have a day of their own for a draft that nothing released stands on', () => {
    const tage = kalendertage(gruppen, [entwurf({ ab: day('2027-05-01') })], HEUTE)
    expect(tage.map(({ tag, entwuerfe }) => [tag, entwuerfe.length])).toEqual([
      ['2027-01-01', 0],
      ['2027-02-01', 0],
      ['2027-05-01', 1],
    ])
  })

  it('leave out a draft for a day that is there or past', () => {
    expect(kalendertage([], [entwurf({ ab: HEUTE })], HEUTE)).toEqual([])
  })

  it('show a translation on the day of the text that it translates', () => {
    const translation = entwurf({ variantVon: 'neu', beginn: null, ab: null })
    expect(kalendertage(gruppen, [translation], HEUTE)[0]?.entwuerfe).toEqual([translation])
  })
})

describe('only what is one’s own', () => {
  const ownerOf = () => 'schwerin'

  it('drops the days of others', () => {
    const tage = kalendertage(gruppen, [], HEUTE)
    expect(tage.map((tag) => nurVon(tag, ['schwerin'], ownerOf)?.tag)).toEqual([
      undefined,
      '2027-02-01',
    ])
  })

  it('names the laws that move something of one’s own, and no others', () => {
    const tage = kalendertage(gruppen, [entwurf()], HEUTE)
    const [land] = tage.map((tag) => nurVon(tag, ['landesredaktion'], ownerOf))
    const [stadt] = tage.map((tag) => nurVon(tag, ['schwerin'], ownerOf))
    expect(land?.zeitgrenzen.map(({ id }) => id)).toEqual(['zeitgrenze'])
    expect(stadt?.zeitgrenzen).toEqual([])
  })

  it('keeps a day on which only an own draft waits, without the texts of others', () => {
    const [tag] = kalendertage(gruppen, [entwurf()], HEUTE)
    expect(tag && redaktionenOf(tag, ownerOf)).toEqual(['landesredaktion', 'schwerin'])
    expect(tag && nurVon(tag, ['schwerin'], ownerOf)).toMatchObject({
      texte: [],
      entwuerfe: [{ id: 'entwurf' }],
    })
  })
})

it('drafts that hang on a Zeitgrenze are found while it has no day', () => {
  const waiting = entwurf({ beginn: anZeitgrenze('zeitgrenze'), ab: null })
  expect(entwuerfeAn([waiting, entwurf()], 'zeitgrenze')).toEqual([waiting])
})

it('a long day is shown in part: of each Redaktion some, what needs somebody first, and how many in all', () => {
  const many = kommendeTage(
    chronikWith(
      ...['a', 'b', 'c'].map((id) =>
        freigabe(freigegeben({ id, leistungId: id, beginn: am('2027-01-01') })),
      ),
    ),
    HEUTE,
  )
  const drafts = [entwurf(), entwurf({ id: 'land', redaktionId: 'landesredaktion' })]
  const [tag] = kalendertage(many, drafts, HEUTE)
  const auszug = tag && auszugOf(tag, () => null, 2)
  expect(auszug?.anzahlen).toEqual(
    new Map([
      ['schwerin', 1],
      ['landesredaktion', 4],
    ]),
  )
  expect(auszug?.tag.entwuerfe.map(({ id }) => id)).toEqual(['entwurf', 'land'])
  expect(auszug?.tag.texte.map(({ fassung }) => fassung.id)).toEqual(['a'])
  expect(tag && countOf(tag)).toBe(5)
})

describe('a suspended text', () => {
  const ausgesetzt = ['eigener', 'fremder'].map((id) => ({
    fassung: freigegeben({ id }),
    grund: { art: 'von-hand' as const },
    folgenummer: 3,
  }))

  it('of others is no more than counted', () => {
    const [erster] = kalendertage(gruppen, [], HEUTE)
    if (!erster) throw new Error('no such day')
    const { tag, verdeckt } = ohneVerdeckte({ ...erster, ausgesetzt }, new Set(['eigener']))
    expect(tag.ausgesetzt.map(({ fassung }) => fassung.id)).toEqual(['eigener'])
    expect(tag.texte).toBe(erster.texte)
    expect(verdeckt).toBe(1)
  })
})
