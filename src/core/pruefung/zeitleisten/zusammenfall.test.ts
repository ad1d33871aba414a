import { expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  gespeicherteStelle,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { pruefstandOf } from './stand.ts'
import { pruefeZusammenfall } from './zusammenfall.ts'

function found(...aussagen: readonly Aussage[]) {
  const objektinhalte = new Map([
    ['hash-zweiter', { name: 'Bürgeramt', redaktionId: 'r-schwerin' }],
  ])
  return pruefeZusammenfall(pruefstandOf(pruefstoff('2027-03-01', aussagen, { objektinhalte })))
}

// The first state had begun on New Year's Day when the second was saved for 1 April.
const first = gespeicherteStelle('amt', {
  beginn: anZeitgrenze('z'),
  gespeichertAm: day('2026-10-01'),
})
const second = gespeicherteStelle('amt', {
  beginn: am('2027-04-01'),
  gespeichertAm: day('2027-02-01'),
  inhalt: 'hash-zweiter',
})

it('two states of an office follow one another', () => {
  expect(found(verkuendung(bestimmt('2027-01-01', 'z')), first, second)).toEqual([])
})

it('are brought to one day by a correction of the law’s day', () => {
  const moved = verkuendung(bestimmt('2027-04-01', 'z'))
  expect(found(verkuendung(bestimmt('2027-01-01', 'z')), first, second, moved)).toMatchObject([
    {
      gegenstand: { art: 'organisationseinheit', id: 'amt' },
      seit: '2027-04-01',
      redaktionId: 'r-schwerin',
    },
  ])
})

it('a state that takes back one which was still to come is meant so', () => {
  const takesBack = gespeicherteStelle('amt', {
    beginn: anZeitgrenze('z'),
    gespeichertAm: day('2026-11-01'),
  })
  expect(found(verkuendung(bestimmt('2027-01-01', 'z')), first, takesBack)).toEqual([])
})
