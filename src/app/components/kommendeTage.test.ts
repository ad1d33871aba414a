import { describe, expect, it } from 'vitest'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  bestimmt,
  chronikWith,
  freigabe,
  freigegeben,
  geplant,
  verkuendung,
} from '../../../tests/support/factories.ts'
import { kommendeTage, offeneZeitgrenzen } from './kommendeTage.ts'

const HEUTE = day('2026-11-24')
const alt = freigabe(freigegeben({ id: 'alt', beginn: am('2025-01-01') }))
const neu = freigabe(freigegeben({ id: 'neu', basis: 'alt', beginn: anZeitgrenze('zeitgrenze') }))

describe('the days to come', () => {
  it('are those of a bestimmt Zeitgrenze, with the text that switches', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    const [tag, ...others] = kommendeTage(chronik, HEUTE)
    expect(tag?.tag).toBe('2027-01-01')
    expect(tag?.zeitgrenzen.map(({ id }) => id)).toEqual(['zeitgrenze'])
    expect(tag?.texte.map(({ id }) => id)).toEqual(['neu'])
    expect(others).toEqual([])
  })

  it('end when they are there: 0:00 of the day itself is past', () => {
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, neu)
    expect(kommendeTage(chronik, day('2027-01-01'))).toEqual([])
  })

  it('are in order, also those that no law makes', () => {
    const fest = freigabe(freigegeben({ id: 'fest', basis: 'alt', beginn: am('2026-12-01') }))
    const chronik = chronikWith(verkuendung(bestimmt('2027-01-01')), alt, fest)
    expect(kommendeTage(chronik, HEUTE).map(({ tag, texte }) => [tag, texte.length])).toEqual([
      ['2026-12-01', 1],
      ['2027-01-01', 0],
    ])
  })
})

describe('a Zeitgrenze that is not bestimmt', () => {
  it('is open, and counts the released texts that wait for it', () => {
    const chronik = chronikWith(verkuendung(geplant('2027-01-01')), alt, neu)
    expect(kommendeTage(chronik, HEUTE)).toEqual([])
    const [offen] = offeneZeitgrenzen(chronik)
    expect(offen?.zeitgrenze.id).toBe('zeitgrenze')
    expect(offen?.wartend).toBe(1)
  })

  it('is open no longer once it is announced', () => {
    const chronik = chronikWith(
      verkuendung(geplant('2027-01-01')),
      verkuendung(bestimmt('2027-01-01')),
    )
    expect(offeneZeitgrenzen(chronik)).toEqual([])
  })
})
