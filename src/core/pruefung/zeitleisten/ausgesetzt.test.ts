import { expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import {
  am,
  berichtigung,
  bestimmt,
  freigabe,
  freigegeben,
  verkuendung,
} from '../../../../tests/support/factories.ts'
import { pruefstoff } from '../../../../tests/support/pruefstoff.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { pruefeAusgesetzte } from './ausgesetzt.ts'
import { pruefstandOf } from './stand.ts'

function found(...aussagen: readonly Aussage[]) {
  return pruefeAusgesetzte(pruefstandOf(pruefstoff('2026-11-24', aussagen))).map(
    ({ code, gegenstand, seit, schwere }) => `${code} ${gegenstand.id} ${seit} ${schwere}`,
  )
}

const januar = freigegeben({ id: 'januar', beginn: am('2027-01-01') })

it('two texts that begin on New Year’s Day contend for it', () => {
  const second = freigegeben({ id: 'zweiter', beginn: am('2027-01-01') })
  expect(found(freigabe(januar), freigabe(second))).toEqual([
    'ueberschneidung zweiter 2027-01-01 fehler',
  ])
})

it('a text on the day after does not', () => {
  const next = freigegeben({ id: 'zweiter', beginn: am('2027-01-02') })
  expect(found(freigabe(januar), freigabe(next))).toEqual([])
})

it('a text that a move has brought before its basis', () => {
  const later = freigegeben({ id: 'spaeter', beginn: anZeitgrenze('z'), basis: 'januar' })
  const log = [freigabe(januar), freigabe(later), verkuendung(bestimmt('2026-12-31', 'z'))]
  expect(found(...log)).toEqual(['ausgesetzt-vor-grundlage spaeter 2026-12-31 fehler'])
})

it('a text whose end a move has brought to its first day', () => {
  const short = freigegeben({ id: 'kurz', beginn: am('2027-01-01'), ende: anZeitgrenze('z') })
  const log = [freigabe(short), verkuendung(bestimmt('2027-01-01', 'z'))]
  expect(found(...log)).toEqual(['ausgesetzt-ohne-tag kurz 2027-01-01 fehler'])
})

it('a second correction of the same text', () => {
  const log = [
    freigabe(januar),
    freigabe(berichtigung(januar, { id: 'erste' })),
    freigabe(berichtigung(januar, { id: 'zweite' })),
  ]
  expect(found(...log)).toEqual(['ausgesetzt-schon-berichtigt zweite 2027-01-01 fehler'])
})

it('a text held back by hand, since the day of the act', () => {
  const held: Aussage = {
    klasse: 'aussetzung',
    aussetzung: { fassungId: 'januar', istAusgesetzt: true, grund: 'Klage' },
  }
  const freed: Aussage = {
    klasse: 'aussetzung',
    aussetzung: { fassungId: 'januar', istAusgesetzt: false, grund: 'Klage abgewiesen' },
  }
  // Entries of the factories are of 1 October 2026.
  expect(found(freigabe(januar), held)).toEqual(['ausgesetzt-von-hand januar 2026-10-01 warnung'])
  expect(found(freigabe(januar), held, freed)).toEqual([])
})
