import { describe, expect, it } from 'vitest'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import { GEMEINDE, am, hashInhalt } from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { asObjektwert, saveObjekt, type SaveObjektAuftrag } from './saveObjekt.ts'

const buero = { name: 'Bürgerbüro' }
const pult = { titel: 'Bürgerbüro' }
const auftrag: SaveObjektAuftrag = {
  art: 'organisationseinheit',
  id: 'buero',
  wert: buero,
  beginn: null,
  ende: null,
  pult,
  von: 'lena',
}

describe('saveObjekt', () => {
  it('makes an office public from today on: one entry that names its content', async () => {
    const house = inMemoryHouse({ heute: '2026-11-24' })
    await saveObjekt(house.ports, auftrag)
    expect(house.appended).toMatchObject([
      {
        art: 'objekt',
        von: 'lena',
        aussagen: [
          {
            klasse: 'objekt',
            objekt: {
              id: 'buero',
              art: 'organisationseinheit',
              beginn: am('2026-11-24'),
              ende: null,
              gespeichertAm: '2026-11-24',
              inhalt: hashInhalt(buero),
            },
            pult: hashInhalt(pult),
          },
        ],
      },
    ])
    expect(house.inhalte.get(hashInhalt(buero))).toEqual(buero)
    expect(holds(house, '2026-11-23')).toBe(false)
    expect(holds(house, '2026-11-24')).toBe(true)
  })

  it('saved again for a past day leaves what was shown until today', async () => {
    const house = inMemoryHouse({ heute: '2026-11-24' })
    await saveObjekt(house.ports, { ...auftrag, beginn: am('2026-01-01') })
    await saveObjekt(house.ports, {
      ...auftrag,
      beginn: am('2026-01-01'),
      wert: { name: 'Bürgeramt' },
    })
    const yesterday = snapshotOn(house.log, newestPair(house.log, day('2026-11-23'))).eintraege
    expect(yesterday.get('organisationseinheit|buero')).toMatchObject({
      objekt: { inhalt: hashInhalt(buero) },
    })
  })

  it('moves what was planned: the desk shows the new day, and so do the feeds', async () => {
    const house = inMemoryHouse({ heute: '2026-11-24' })
    await saveObjekt(house.ports, { ...auftrag, beginn: am('2027-01-01') })
    await saveObjekt(house.ports, { ...auftrag, beginn: am('2027-02-01') })
    expect(holds(house, '2027-01-31')).toBe(false)
    expect(holds(house, '2027-02-01')).toBe(true)
  })
})

describe('asObjektwert', () => {
  it('keeps small values in the entry and names the content of long ones', () => {
    expect(asObjektwert('gebiet', GEMEINDE, 'hash')).toEqual({ art: 'gebiet', wert: GEMEINDE })
    expect(asObjektwert('organisationseinheit', buero, 'hash')).toEqual({
      art: 'organisationseinheit',
      inhalt: 'hash',
    })
  })
})

function holds({ log }: InMemoryHouse, stichtag: string): boolean {
  return snapshotOn(log, newestPair(log, day(stichtag))).eintraege.has('organisationseinheit|buero')
}
