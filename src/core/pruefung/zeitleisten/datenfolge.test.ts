import { expect, it } from 'vitest'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { day } from '#core/zeit/day.ts'
import { bestimmt, verkuendung } from '../../../../tests/support/factories.ts'
import { pruefstoff, rechtsnorm } from '../../../../tests/support/pruefstoff.ts'
import { pruefeDatenfolge } from './datenfolge.ts'
import { befundsatz } from './deutsch.ts'
import { pruefstandOf } from './stand.ts'

const found = (norm: Partial<Rechtsnorm>, ...zeitgrenzen: readonly Zeitgrenze[]) =>
  pruefeDatenfolge(
    pruefstandOf(
      pruefstoff('2026-11-24', zeitgrenzen.map(verkuendung), {
        rechtsnormen: new Map([['gesetz', rechtsnorm(norm)]]),
      }),
    ),
  )

it('a law in force on New Year’s Day that was announced on 2 January', () => {
  const befunde = found({ verkuendetAm: day('2027-01-02') }, bestimmt('2027-01-01'))
  expect(befunde).toMatchObject([
    {
      schluessel:
        'daten-ungeordnet:zeitgrenze:zeitgrenze:inkrafttreten-vor-bekanntmachung|2027-01-01|2027-01-02',
    },
  ])
  expect(befunde.map(befundsatz)).toEqual([
    'Das Inkrafttreten (1. Januar 2027) liegt vor der Verkündung (2. Januar 2027). Bitte berichtigen Sie einen der Tage, oder nennen Sie an der Zeitgrenze die Rechtsgrundlage der Rückwirkung.',
  ])
})

it('is none on the same day, and none with a legal basis', () => {
  expect(found({ verkuendetAm: day('2027-01-01') }, bestimmt('2027-01-01'))).toEqual([])
  const retroactive = { ...bestimmt('2027-01-01'), rueckwirkend: '§ 2 Abs. 5 KAG M-V' }
  expect(found({ verkuendetAm: day('2027-02-01') }, retroactive)).toEqual([])
})

it('a Satzung announced before its decision is said once, of the Satzung', () => {
  const norm = { art: 'satzung', beschlossenAm: day('2026-11-30'), verkuendetAm: day('2026-11-01') }
  const befunde = found(
    norm as Partial<Rechtsnorm>,
    bestimmt('2027-01-01'),
    bestimmt('2027-02-01', 'z2'),
  )
  expect(befunde).toMatchObject([
    {
      gegenstand: { art: 'rechtsnorm', id: 'gesetz' },
      seit: '2026-11-01',
      ziel: '/admin/collections/rechtsnormen/gesetz',
    },
  ])
})
