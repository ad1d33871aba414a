import { describe, expect, it } from 'vitest'
import { record } from '#core/log/chronik.ts'
import { wechseltageIn } from '#core/vorschau/ansicht.ts'
import { keptWechseltage, sortedByName } from '#feed/bestand.ts'
import { am, chronikWith, ereignis, freigabe, freigegeben } from '../../tests/support/factories.ts'

const alt = freigabe(freigegeben({ id: 'alt', beginn: am('2025-01-01') }))
const neu = freigabe(freigegeben({ id: 'neu', basis: 'alt', beginn: am('2027-01-01') }))

describe('the days on which a text of an area changes', () => {
  it('are derived once', () => {
    const chronik = chronikWith(alt)
    const first = keptWechseltage(chronik)('land')
    expect(first).toEqual(['2025-01-01'])
    expect(keptWechseltage(chronik)('land')).toBe(first)
  })

  it('are derived anew when 1 January 2027 is released', () => {
    const chronik = chronikWith(alt)
    expect(keptWechseltage(chronik)('land')).toEqual(['2025-01-01'])
    record(chronik, ereignis(2, neu))
    expect([...keptWechseltage(chronik)('land')].sort()).toEqual(['2025-01-01', '2027-01-01'])
  })

  it('are the same when many other areas have been asked for since', () => {
    const chronik = chronikWith(alt, neu)
    const tageIn = keptWechseltage(chronik)
    tageIn('land')
    for (let other = 0; other < 200; other += 1) expect(tageIn(`gemeinde-${other}`)).toEqual([])
    expect(tageIn('land')).toEqual(wechseltageIn(chronik, 'land'))
  })
})

describe('the names of Leistungen', () => {
  it('are sorted as in a dictionary, also of one without a released text', () => {
    const chronik = chronikWith(
      ...['zebra', 'Ähre', 'Apfel'].map((leistungId) =>
        freigabe(freigegeben({ id: `f-${leistungId}`, leistungId })),
      ),
    )
    const names = (...ids: readonly string[]) =>
      sortedByName(chronik, new Set(ids)).map(({ name }) => name)
    expect(names('zebra', 'Ähre', 'Apfel')).toEqual(['Ähre', 'Apfel', 'zebra'])
    expect(names('zebra', 'Kiste', 'Apfel')).toEqual(['Apfel', 'Kiste', 'zebra'])
    expect(sortedByName(chronik, new Set(['Ähre']))).toMatchObject([{ gesucht: 'aehre' }])
  })
})
