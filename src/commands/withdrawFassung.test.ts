import { expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import {
  freigabe,
  freigabeVariante,
  freigegeben,
  grundbestand,
} from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { withdrawFassung } from './withdrawFassung.ts'

const zurueckziehung = {
  fassungId: 'fassung',
  ab: day('2027-03-01'),
  folge: { art: 'leistung-endet' },
  grund: 'Das Gesetz ist gescheitert',
} as const
const auftrag = { zurueckziehung, von: 'lena' }
const GERMAN = 'fassung|personalausweis|land|land'
const ENGLISH = 'variante|personalausweis|land|land|en'

it('appends one entry; the text ends on the day and its release stays in the log', async () => {
  const house = houseWithText()
  const result = await withdrawFassung(house.ports, auftrag)
  expect(result).toEqual({ ok: true, value: house.appended[0] })
  expect(house.appended).toMatchObject([
    {
      art: 'zurueckziehung',
      von: 'lena',
      grund: zurueckziehung.grund,
      aussagen: [{ zurueckziehung }],
    },
  ])
  expect(house.projected).toEqual(house.appended)
  expect(holds(house, '2027-02-28')).toBe(true)
  expect(holds(house, '2027-03-01')).toBe(false)
  expect(house.log.fassungen.has('fassung')).toBe(true)
})

it('twice, one after the other and at once, is once', async () => {
  const house = houseWithText()
  const [first, second] = await Promise.all([
    withdrawFassung(house.ports, auftrag),
    withdrawFassung(house.ports, auftrag),
  ])
  expect([first.ok, second.ok]).toEqual([true, false])
  expect(await withdrawFassung(house.ports, auftrag)).toMatchObject({
    problems: [{ code: 'fassung-is-withdrawn' }],
  })
  expect(house.appended).toHaveLength(1)
})

it('never reaches back before today', async () => {
  const house = houseWithText()
  const past = { ...zurueckziehung, ab: day('2026-11-23') }
  expect(await withdrawFassung(house.ports, { ...auftrag, zurueckziehung: past })).toMatchObject({
    problems: [{ code: 'withdrawal-lies-in-the-past', stelle: 'Ab', angaben: { tag: past.ab } }],
  })
  expect(house.appended).toEqual([])
})

it('of a language variant leaves the German text', async () => {
  const house = inMemoryHouse({
    log: [...grundbestand(), freigabe(freigegeben()), freigabeVariante()],
  })
  const variant = { ...zurueckziehung, fassungId: 'fassung-en' }
  expect((await withdrawFassung(house.ports, { ...auftrag, zurueckziehung: variant })).ok).toBe(
    true,
  )
  expect(holds(house, '2027-02-28', ENGLISH)).toBe(true)
  expect(holds(house, '2027-03-01', ENGLISH)).toBe(false)
  expect(holds(house, '2027-03-01')).toBe(true)
})

it('of a draft is refused', async () => {
  const house = inMemoryHouse({ log: grundbestand() })
  expect(await withdrawFassung(house.ports, auftrag)).toMatchObject({
    problems: [{ code: 'fassung-is-not-released' }],
  })
  expect(house.appended).toEqual([])
  expect(house.projected).toEqual([])
})

function houseWithText(): InMemoryHouse {
  return inMemoryHouse({ log: [...grundbestand(), freigabe(freigegeben())] })
}

function holds({ log }: InMemoryHouse, stichtag: string, key = GERMAN): boolean {
  return snapshotOn(log, newestPair(log, day(stichtag))).eintraege.has(key)
}
