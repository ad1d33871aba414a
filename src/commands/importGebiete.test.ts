import { describe, expect, it, vi } from 'vitest'
import { failed, success } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Gebietsliste } from '#core/gebiet/gebietsliste.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { day } from '#core/zeit/day.ts'
import type { AppendEreignis } from '#ports/log.ts'
import { ALLE_GEBIETE, am } from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { importGebiete } from './importGebiete.ts'

const HEUTE = '2026-11-24'

function liste(gueltigAb: string, ...zeilen: readonly (readonly [string, string])[]): Gebietsliste {
  return {
    ebene: 'gemeinde',
    kennung: 'urn:liste',
    version: '1',
    gueltigAb: day(gueltigAb),
    zeilen: zeilen.map(([schluessel, name], index) => ({
      schluessel,
      name,
      istOrtsteil: false,
      zeile: index,
    })),
  }
}

function bestand(ende: string | null = null): readonly Aussage[] {
  return ALLE_GEBIETE.map((wert): Aussage => ({
    klasse: 'objekt',
    objekt: {
      art: 'gebiet',
      id: wert.id,
      beginn: am('2020-01-01'),
      ende: ende === null ? null : am(ende),
      wert,
    },
    pult: null,
  }))
}

function run(house: InMemoryHouse, gelesen: Gebietsliste) {
  const ports = { ...house.ports, readGebietsliste: () => Promise.resolve(success(gelesen)) }
  return importGebiete(ports, { quelle: nothing(), von: 'kommandozeile' })
}

async function* nothing(): AsyncGenerator<Uint8Array, void, undefined> {
  yield new Uint8Array()
}

/** First days of what the entry says, by inner id. */
function begins({ appended }: InMemoryHouse): Record<string, unknown> {
  const objekte = appended.flatMap(({ aussagen }) =>
    aussagen.flatMap((aussage) => (aussage.klasse === 'objekt' ? [aussage.objekt] : [])),
  )
  return Object.fromEntries(objekte.map(({ id, beginn }) => [id, beginn]))
}

describe('importGebiete', () => {
  const dorf = ['130765654009', 'Musterdorf'] as const
  const neudorf = ['130765654011', 'Neudorf'] as const

  it('appends one entry, and then its documents follow', async () => {
    const house = inMemoryHouse({ heute: HEUTE })
    const result = await run(house, liste('2026-04-01', dorf, neudorf))
    expect(result).toMatchObject({ ok: true, value: { ereignis: { folgenummer: 1 } } })
    expect(house.appended).toHaveLength(1)
    expect(house.appended[0]).toMatchObject({
      art: 'import',
      von: 'kommandozeile',
      grund: 'Gebietsliste urn:liste',
    })
    expect(house.projected).toEqual(house.appended)
  })

  it('appends nothing when everything is known', async () => {
    const house = inMemoryHouse({ heute: HEUTE })
    await run(house, liste('2026-04-01', dorf, neudorf))
    expect(await run(house, liste('2026-04-01', dorf, neudorf))).toMatchObject({
      ok: true,
      value: { ereignis: null, abgleich: { unveraendert: 2 } },
    })
    expect(house.appended).toHaveLength(1)
  })

  it('lets new areas begin with the list, and changes of known ones today: what was shown stays', async () => {
    const house = inMemoryHouse({ heute: HEUTE, log: bestand() })
    await run(house, liste('2026-04-01', ['130765654009', 'Musterdorf (neu)'], neudorf))
    expect(begins(house)).toEqual({
      gemeinde: am(HEUTE),
      'gebiet-130765654011': am('2026-04-01'),
    })
    const yesterday = snapshotOn(house.log, newestPair(house.log, day('2026-11-23')))
    expect(yesterday.eintraege.get('gebiet|gemeinde')).toMatchObject({
      objekt: { wert: { name: 'Musterdorf' } },
    })
  })

  it('names the day of the import, so that a later list takes back what was planned', async () => {
    const house = inMemoryHouse({ heute: HEUTE, log: bestand() })
    await run(house, liste('2027-01-01', ['130765654009', 'Großdorf']))
    expect(house.appended[0]?.aussagen).toMatchObject([{ objekt: { gespeichertAm: HEUTE } }])
  })

  it('takes a list of next year for next year', async () => {
    const house = inMemoryHouse({ heute: HEUTE, log: bestand() })
    const next = liste('2027-01-01', ['130765654009', 'Großdorf'])
    await run(house, next)
    expect(begins(house)).toEqual({ gemeinde: am('2027-01-01') })
    expect(await run(house, next)).toMatchObject({ ok: true, value: { ereignis: null } })
  })

  it('leaves an area the end that somebody gave it', async () => {
    const house = inMemoryHouse({ heute: HEUTE, log: bestand('2027-01-01') })
    await run(house, liste('2026-04-01', ['130765654009', 'Musterdorf (neu)']))
    const afterwards = snapshotOn(house.log, newestPair(house.log, day('2027-01-01')))
    expect(afterwards.eintraege.has('gebiet|gemeinde')).toBe(false)
  })

  it('changes nothing when the list cannot be read', async () => {
    const house = inMemoryHouse({ heute: HEUTE })
    const refusal = failed(problem('xml-is-malformed', 'Zeile 7'))
    const ports = { ...house.ports, readGebietsliste: () => Promise.resolve(refusal) }
    expect(await importGebiete(ports, { quelle: nothing(), von: 'kommandozeile' })).toBe(refusal)
    expect([house.appended, house.projected]).toEqual([[], []])
  })

  it('says it when somebody took over the same list meanwhile', async () => {
    const house = inMemoryHouse({ heute: HEUTE })
    const refusal = failed(problem('release-was-concurrent'))
    const append = vi.fn<AppendEreignis>(() => Promise.resolve(refusal))
    expect(
      await run({ ...house, ports: { ...house.ports, append } }, liste('2026-04-01', dorf)),
    ).toBe(refusal)
    expect(append.mock.calls[0]?.[0].schluessel).toBe('import|urn:liste|0')
    expect(house.projected).toEqual([])
  })
})
