import { describe, expect, it } from 'vitest'
import { exportAddress, listAddress, protokollOf, wahlFrom } from './filter.ts'

const WAHL = {
  akt: 'freigabe',
  von: '2026-12-31',
  bis: '2026-12-31',
  person: 'Müller',
  gegenstand: 'f 1',
}

function queryOf(address: string): URLSearchParams {
  return new URL(address, 'http://localhost').searchParams
}

describe('the filter of the audit', () => {
  it('asks for a day from 0:00 to 24:00 in Berlin', () => {
    const query = queryOf(listAddress({ ...WAHL, akt: '', person: '', gegenstand: '' }, ''))
    expect(query.get('where[or][0][and][0][zeitpunkt][greater_than_equal]')).toBe(
      '2026-12-30T23:00:00.000Z',
    )
    expect(query.get('where[or][0][and][1][zeitpunkt][less_than]')).toBe('2026-12-31T23:00:00.000Z')
  })

  it('comes back from its own address', () => {
    expect(wahlFrom(queryOf(listAddress(WAHL, 'Hund')))).toEqual(WAHL)
  })

  it('leaves out what is not asked for, and half a day', () => {
    const nothing = { akt: '', von: '2026-02-30', bis: '', person: '', gegenstand: '' }
    expect([...queryOf(listAddress(nothing, '')).keys()]).toEqual(['von'])
  })

  it('exports what the list shows', () => {
    const list = queryOf(listAddress(WAHL, 'Hund'))
    const csv = queryOf(exportAddress(list))
    expect(csv.get('search')).toBe('Hund')
    expect(csv.get('where[or][0][and][0][akt][equals]')).toBe('freigabe')
    // Its own words would be asked a second time, and `von` means a day there.
    expect(csv.has('von')).toBe(false)
    expect(exportAddress(new URLSearchParams())).toBe('/api/protokoll/export.csv')
  })

  it('leads to the rows of one document', () => {
    const query = queryOf(protokollOf('f-1'))
    expect(query.get('where[or][0][and][0][gegenstandId][equals]')).toBe('f-1')
  })
})
