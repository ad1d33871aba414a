import { describe, expect, it } from 'vitest'
import type { Aussage } from '#core/log/ereignis.ts'
import { anZeitgrenze } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import {
  am,
  berichtigung,
  chronikWith,
  freigabe,
  freigegeben,
  unbestimmt,
  verkuendung,
  zurueckziehung,
} from '../../../tests/support/factories.ts'
import { inPlaceOf, isBuiltOn, spaetereOf, standsOn, vorgaengerOf } from './spaetere.ts'

const HEUTE = day('2026-11-24')
const alt = freigegeben({ id: 'alt', beginn: am('2026-01-01') })
const januar = freigegeben({ id: 'januar', beginn: am('2027-01-01'), basis: 'alt' })
const april = freigegeben({ id: 'april', beginn: am('2027-04-01'), basis: 'alt' })
const juli = freigegeben({ id: 'juli', beginn: am('2027-07-01'), basis: 'april' })

describe('spaetereOf', () => {
  const laterThanJanuar = (...aussagen: readonly Aussage[]) =>
    spaetereOf(chronikWith(freigabe(alt), ...aussagen), januar, HEUTE).map(
      ({ beleg, lage }) => `${beleg.wert.id} ${lage.zustand}`,
    )

  it('those that begin later, in the order of their days', () => {
    expect(laterThanJanuar(freigabe(juli), freigabe(april))).toEqual(['april gilt', 'juli gilt'])
  })

  it.each([
    ['the day before', '2026-12-31', []],
    ['the same day', '2027-01-01', []],
    ['the day after', '2027-01-02', ['april gilt']],
  ])('a text that begins on %s', (_name, tag, expected) => {
    expect(laterThanJanuar(freigabe({ ...april, beginn: am(tag) }))).toEqual(expected)
  })

  it('those whose day is not bestimmt', () => {
    const waits = freigegeben({ id: 'wartet', beginn: anZeitgrenze('z') })
    expect(laterThanJanuar(verkuendung(unbestimmt('z')), freigabe(waits))).toEqual([
      'wartet wartet',
    ])
  })

  it('those that are ausgesetzt, but not where they would begin before', () => {
    const second = freigegeben({ id: 'zweiter', beginn: am('2027-04-01') })
    const before = freigegeben({ id: 'davor', beginn: am('2026-12-01'), basis: 'april' })
    expect(laterThanJanuar(freigabe(april), freigabe(second), freigabe(before))).toEqual([
      'april gilt',
      'zweiter ausgesetzt',
    ])
  })

  it('not what was withdrawn, corrected or abgesagt', () => {
    const failed = freigegeben({ id: 'gescheitert', beginn: anZeitgrenze('z') })
    const abgesagt = { ...unbestimmt('z'), stand: 'abgesagt' as const, grund: 'Ablehnung' }
    expect(
      laterThanJanuar(
        freigabe(april),
        zurueckziehung('april'),
        freigabe(juli),
        freigabe(berichtigung(juli)),
        verkuendung(unbestimmt('z')),
        freigabe(failed),
        verkuendung(abgesagt),
      ),
    ).toEqual(['juli-berichtigt gilt'])
  })

  it('a text that ends by itself has nothing to do with what begins on that day or later', () => {
    const chronik = chronikWith(freigabe(alt), freigabe(april), freigabe(juli))
    const until = (tag: string) =>
      spaetereOf(chronik, { ...januar, ende: am(tag) }, HEUTE).map(({ beleg }) => beleg.wert.id)
    expect(until('2027-04-01')).toEqual([])
    expect(until('2027-04-02')).toEqual(['april'])
  })

  it('a later text that is over today is no longer of interest', () => {
    const chronik = chronikWith(freigabe(alt), freigabe(januar), freigabe(april))
    const early = { ...januar, id: 'früher', beginn: am('2026-06-01') }
    const on = (heute: string) =>
      spaetereOf(chronik, early, day(heute)).map(({ beleg }) => beleg.wert.id)
    expect(on('2027-03-31')).toEqual(['januar', 'april'])
    expect(on('2027-04-01')).toEqual(['april'])
  })
})

describe('standsOn', () => {
  it('one that holds stands on what holds before it', () => {
    const chronik = chronikWith(freigabe(alt), freigabe(april), freigabe(januar))
    expect(standsOn(chronik, april)).toBe('januar')
    expect(standsOn(chronik, januar)).toBe('alt')
    expect(standsOn(chronik, alt)).toBeNull()
  })

  it('one without a day stands on the last', () => {
    const waits = freigegeben({ id: 'wartet', beginn: anZeitgrenze('z'), basis: 'alt' })
    const chronik = chronikWith(
      verkuendung(unbestimmt('z')),
      freigabe(alt),
      freigabe(waits),
      freigabe(april),
    )
    expect(standsOn(chronik, waits)).toBe('april')
  })

  it('one that is ausgesetzt stands on what has its day, or held on it', () => {
    const zweiter = freigegeben({ id: 'zweiter', beginn: am('2027-04-01'), basis: 'alt' })
    const ueberholt = freigegeben({ id: 'überholt', beginn: am('2027-02-01'), basis: 'april' })
    const chronik = chronikWith(
      freigabe(alt),
      freigabe(januar),
      freigabe(april),
      freigabe(zweiter),
      freigabe(ueberholt),
    )
    expect(standsOn(chronik, zweiter)).toBe('april')
    expect(standsOn(chronik, ueberholt)).toBe('januar')
  })

  it('one that was rebased on a text of the same day stands on that', () => {
    const zweiter = freigegeben({ id: 'zweiter', beginn: am('2027-04-01'), basis: 'alt' })
    const neu = berichtigung(zweiter, { id: 'neu', basis: 'april', wiederaufgenommen: true })
    const chronik = chronikWith(freigabe(alt), freigabe(april), freigabe(zweiter), freigabe(neu))
    expect(standsOn(chronik, neu)).toBe('april')
  })
})

describe('vorgaengerOf', () => {
  it('a new text changes what it was written on top of, a correction what it corrects', () => {
    const correction = berichtigung(april)
    const chronik = chronikWith(freigabe(alt), freigabe(april), freigabe(correction))
    expect(vorgaengerOf(chronik, april)).toBe('alt')
    expect(vorgaengerOf(chronik, correction)).toBe('april')
  })

  it('a text that is taken up again changes what it now stands on', () => {
    const zweiter = freigegeben({ id: 'zweiter', beginn: am('2027-04-01'), basis: 'alt' })
    const neu = berichtigung(zweiter, { id: 'neu', basis: 'april', wiederaufgenommen: true })
    const chronik = chronikWith(freigabe(alt), freigabe(april), freigabe(zweiter), freigabe(neu))
    expect(vorgaengerOf(chronik, neu)).toBe('april')
  })
})

describe('inPlaceOf and isBuiltOn', () => {
  const correction = berichtigung(januar)
  const chronik = chronikWith(
    freigabe(alt),
    freigabe(januar),
    freigabe(april),
    freigabe(juli),
    freigabe(correction),
  )

  it('a correction stands in the place, from its own entry on', () => {
    expect(inPlaceOf(chronik, 'januar')).toBe('januar-berichtigt')
    expect(inPlaceOf(chronik, 'januar', 4)).toBe('januar')
  })

  it('a text knows what it was written on top of, through others too', () => {
    expect(isBuiltOn(chronik, juli, 'april')).toBe(true)
    expect(isBuiltOn(chronik, juli, 'alt')).toBe(true)
    expect(isBuiltOn(chronik, juli, 'januar')).toBe(false)
  })

  it('written on top of nothing it knows what was there', () => {
    const frei = freigegeben({ id: 'frei', beginn: am('2028-01-01') })
    const more = chronikWith(freigabe(alt), freigabe(frei), freigabe(januar))
    expect(isBuiltOn(more, frei, 'alt')).toBe(true)
    expect(isBuiltOn(more, frei, 'januar')).toBe(false)
  })

  it('a rebased one knows the correction that stood there when it was released', () => {
    const neu = berichtigung(april, { id: 'neu', basis: 'januar', wiederaufgenommen: true })
    const more = chronikWith(
      freigabe(alt),
      freigabe(januar),
      freigabe(april),
      freigabe(correction),
      freigabe(neu),
    )
    expect(isBuiltOn(more, neu, 'januar-berichtigt')).toBe(true)
  })
})
