import { describe, expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  bestimmt,
  freigabe,
  freigegeben,
  geplant,
  verkuendung,
} from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { cancelZeitgrenze } from './cancelZeitgrenze.ts'
import { correctZeitgrenze } from './correctZeitgrenze.ts'
import { moveZeitgrenze } from './moveZeitgrenze.ts'
import { previewCancel, previewMove } from './previewMove.ts'

const text = freigabe(freigegeben({ beginn: anZeitgrenze('zeitgrenze') }))
const von = 'lena'

describe('moveZeitgrenze on 24 November 2026', () => {
  it('is one entry with its reason, and the text follows', async () => {
    const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01')), text] })
    const zeitgrenze = bestimmt('2027-07-01')
    const moved = await moveZeitgrenze(house.ports, { zeitgrenze, von, grund: 'verschoben' })
    expect(moved).toEqual({ ok: true, value: house.appended[0] })
    expect(house.appended).toMatchObject([
      { art: 'zeitgrenze', von, grund: 'verschoben', aussagen: [{ zeitgrenze }] },
    ])
    expect(house.projected).toEqual(house.appended)
    expect(holds(house, '2027-06-30')).toBe(false)
    expect(holds(house, '2027-07-01')).toBe(true)
  })

  it('of two people at once lets one through', async () => {
    const house = inMemoryHouse({ log: [verkuendung(geplant('2027-01-01')), text] })
    const results = await Promise.all(
      ['2027-07-01', '2027-08-01'].map((tag) =>
        moveZeitgrenze(house.ports, { zeitgrenze: bestimmt(tag), von, grund: null }),
      ),
    )
    expect(results.map(({ ok }) => ok)).toEqual([true, false])
    expect(house.appended).toHaveLength(1)
  })

  it('appends nothing where it is refused', async () => {
    const house = inMemoryHouse({ log: [verkuendung(bestimmt('2026-11-24')), text] })
    const zeitgrenze = bestimmt('2027-07-01')
    const refused = await moveZeitgrenze(house.ports, { zeitgrenze, von, grund: null })
    expect(refused).toMatchObject({ problems: [{ code: 'zeitgrenze-day-has-passed' }] })
    expect(house.appended).toEqual([])
  })
})

describe('the preview', () => {
  it('is what the move then does, and says nothing', async () => {
    const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01')), text] })
    const preview = await previewMove(house.ports, bestimmt('2027-07-01'))
    expect(preview).toMatchObject({
      value: {
        istBerichtigung: false,
        verschiebungen: [
          { gegenstand: { id: 'fassung' }, nachher: { zeitraeume: [{ ab: '2027-07-01' }] } },
        ],
      },
    })
    expect(house.appended).toEqual([])
    expect(holds(house, '2027-01-01')).toBe(true)
  })

  it('of a passed day says that it is a Berichtigung', async () => {
    const house = inMemoryHouse({ log: [verkuendung(bestimmt('2026-11-01')), text] })
    const preview = await previewMove(house.ports, bestimmt('2026-12-01'))
    expect(preview).toMatchObject({ value: { istBerichtigung: true } })
  })

  it('of a failure says what is no longer selected', async () => {
    const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01')), text] })
    expect(await previewCancel(house.ports, 'zeitgrenze')).toMatchObject({
      value: { verschiebungen: [{ nachher: { zustand: 'abgesagt' } }] },
    })
  })
})

it('cancelZeitgrenze is one entry, and its texts are no longer selected', async () => {
  const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01')), text] })
  await cancelZeitgrenze(house.ports, { zeitgrenzeId: 'zeitgrenze', grund: 'abgelehnt', von })
  expect(house.appended).toMatchObject([{ art: 'absage', grund: 'abgelehnt' }])
  expect(holds(house, '2027-01-01')).toBe(false)
  expect(house.log.fassungen.has('fassung')).toBe(true)
})

it('correctZeitgrenze is one entry with both people, and the past stays what it was', async () => {
  const house = inMemoryHouse({ log: [verkuendung(bestimmt('2026-11-01')), text] })
  const augen = { von, bestaetigtVon: 'olaf', grund: 'falsch abgeschrieben' }
  await correctZeitgrenze(house.ports, { zeitgrenze: bestimmt('2026-12-01'), ...augen })
  expect(house.appended).toMatchObject([{ art: 'berichtigung', ...augen }])
  expect(holds(house, '2026-11-24')).toBe(false)
  const before = snapshotOn(house.log, { stichtag: day('2026-11-24'), kenntnisstand: 2 })
  expect(before.eintraege.size).toBe(1)
})

function holds({ log }: InMemoryHouse, tag: string): boolean {
  return snapshotOn(log, newestPair(log, day(tag))).eintraege.size > 0
}
