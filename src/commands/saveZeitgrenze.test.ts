import { expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  bestimmt,
  freigabe,
  freigegeben,
  geplant,
  hashInhalt,
  verkuendung,
} from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { saveZeitgrenze } from './saveZeitgrenze.ts'

const pult = { titel: 'Inkrafttreten' }
const save = (house: InMemoryHouse, zeitgrenze: ReturnType<typeof bestimmt>) =>
  saveZeitgrenze(house.ports, { zeitgrenze, pult, von: 'lena' })

it('is one entry, however many texts hang on it', async () => {
  const texts = Array.from({ length: 50 }, (_, index) =>
    freigabe(
      freigegeben({ id: `f${index}`, leistungId: `l${index}`, beginn: anZeitgrenze('zeitgrenze') }),
    ),
  )
  const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01')), ...texts] })
  expect(holding(house, '2027-01-01')).toBe(50)
  await save(house, bestimmt('2027-07-01'))
  expect(house.appended).toMatchObject([
    {
      art: 'zeitgrenze',
      aussagen: [{ zeitgrenze: { tag: '2027-07-01' }, pult: hashInhalt(pult) }],
    },
  ])
  expect(holding(house, '2027-06-30')).toBe(0)
  expect(holding(house, '2027-07-01')).toBe(50)
})

it('may be announced after it was planned', async () => {
  const house = inMemoryHouse()
  expect((await save(house, geplant('2027-01-01'))).ok).toBe(true)
  expect((await save(house, bestimmt('2027-01-01'))).ok).toBe(true)
  expect(house.appended).toHaveLength(2)
})

it('is refused for a day that has passed, and nothing happens', async () => {
  const house = inMemoryHouse({ heute: '2027-01-02', log: [verkuendung(bestimmt('2027-01-01'))] })
  expect(await save(house, bestimmt('2027-07-01'))).toMatchObject({
    problems: [{ code: 'zeitgrenze-day-has-passed' }],
  })
  expect(house.appended).toEqual([])
  expect(house.inhalte.size).toBe(0)
})

// Fails while the command counts the known states after waiting for the content table: the Chronik has grown by then, so
// the second move gets a free key although it was checked against the state before the first.
it('of two moves at once the second looks again', async () => {
  const house = inMemoryHouse({ log: [verkuendung(bestimmt('2027-01-01'))] })
  const results = await Promise.all([
    save(house, bestimmt('2027-07-01')),
    save(house, bestimmt('2027-08-01')),
  ])
  expect(results).toMatchObject([
    { ok: true },
    { ok: false, problems: [{ code: 'release-was-concurrent' }] },
  ])
  expect((await save(house, bestimmt('2027-08-01'))).ok).toBe(true)
})

function holding({ log }: InMemoryHouse, stichtag: string): number {
  return snapshotOn(log, newestPair(log, day(stichtag))).eintraege.size
}
