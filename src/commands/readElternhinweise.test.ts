import { describe, expect, it } from 'vitest'
import { readElternhinweise, type ElternPorts } from '#commands/readElternhinweise.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import type { Elternentwurf } from '#ports/eltern.ts'
import {
  am,
  ersetzen,
  freigabe,
  freigegeben,
  gespeichertesGebiet,
  gebiet,
  grundbestand,
  hashInhalt,
} from '../../tests/support/factories.ts'
import { inMemoryHouse, type InMemoryHouse } from '../../tests/support/inMemoryHouse.ts'

const EIGEN: FassungInhalt = { volltext: ersetzen('<p>Von hier.</p>') }

describe('the changes that a Redaktion has to decide about', () => {
  it('are those of its own texts, by day, and of one row once', async () => {
    const house = houseWith([
      text('land', 'land', 'land', '2025-01-01', '<p>alt</p>'),
      text('amt', 'amt', 'amt', '2026-01-01', '<p>vom Amt</p>', 'amt'),
      text('ort', 'gemeinde', 'gemeinde', '2026-01-01'),
      text('land-neu', 'land', 'land', '2027-01-01', '<p>neu</p>'),
    ])
    const found = await hinweise(house, ['kommune', 'amt'])
    expect(found.map(({ fassungId, ab, redaktionId }) => [fassungId, ab, redaktionId])).toEqual([
      // What the Amt replaces does not come through to its Gemeinde.
      ['amt', '2027-01-01', 'amt'],
    ])
    expect(await hinweise(house, ['land'])).toEqual([])
    expect(await hinweise(house, [])).toEqual([])
  })

  it('a draft that meets the same change on the same day stands for its row', async () => {
    const house = houseWith([
      text('land', 'land', 'land', '2025-01-01', '<p>alt</p>'),
      text('ort', 'gemeinde', 'gemeinde', '2026-01-01'),
      text('land-neu', 'land', 'land', '2027-01-01', '<p>neu</p>'),
    ])
    const draft = entwurf('ort-entwurf', '2026-12-01')
    expect(await hinweise(house, ['kommune'], [draft])).toMatchObject([
      { fassungId: 'ort-entwurf', ab: '2027-01-01', istEntwurf: true },
    ])
    // One that begins after the change leaves it to the text that holds on that day.
    const later = entwurf('ort-spaeter', '2027-03-01')
    expect(await hinweise(house, ['kommune'], [later])).toMatchObject([
      { fassungId: 'ort', ab: '2027-01-01', istEntwurf: false },
    ])
  })

  it('cost what has changed, not what there is: 3,000 texts, of which the Land changed what 100 stand on', async () => {
    const COUNT = 3000
    const orte = Array.from({ length: 100 }, (_, at) => `ort-${at}`)
    const house = houseWith([
      ...orte.map((id) => gespeichertesGebiet(gebiet({ id, uebergeordnet: 'land', ars: id }))),
      ...each(COUNT / 100, (at) =>
        text(`land-${at}`, 'land', 'land', '2025-01-01', '<p>alt</p>', 'land', `l-${at}`),
      ),
      ...each(COUNT, (at) =>
        text(`t-${at}`, 'gemeinde', `ort-${at % 100}`, '2026-01-01', undefined, 'kommune', lOf(at)),
      ),
      text('land-neu', 'land', 'land', '2027-01-01', '<p>neu</p>', 'land', 'l-7'),
    ])
    let loaded = 0
    const before = performance.now()
    const found = await hinweise(house, ['kommune'], [], (hashes) => {
      loaded += hashes
    })
    expect(performance.now() - before).toBeLessThan(3000)
    expect(found).toHaveLength(100)
    // The two texts of the Land, and the words that all these texts share.
    expect(loaded).toBe(3)
  })
})

const lOf = (at: number): string => `l-${Math.floor(at / 100)}`

function each<T>(count: number, make: (at: number) => T): readonly T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}

function houseWith(aussagen: readonly Aussage[]): InMemoryHouse {
  return inMemoryHouse({ log: [...grundbestand(), ...aussagen] })
}

const INHALTE = new Map<string, FassungInhalt>()

function text(
  id: string,
  ebene: 'land' | 'amt' | 'gemeinde',
  gebietId: string,
  tag: string,
  html = '<p>Von hier.</p>',
  redaktionId = ebene === 'land' ? 'land' : 'kommune',
  leistungId = 'personalausweis',
): Aussage {
  const inhalt: FassungInhalt = { volltext: ersetzen(html) }
  INHALTE.set(hashInhalt(inhalt), inhalt)
  return freigabe(
    freigegeben({
      id,
      ebene,
      gebietId,
      redaktionId,
      leistungId,
      beginn: am(tag),
      inhalt: hashInhalt(inhalt),
    }),
  )
}

function entwurf(fassungId: string, tag: string): Elternentwurf {
  return {
    fassungId,
    leistungId: 'personalausweis',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    redaktionId: 'kommune',
    beginn: am(tag),
    ende: null,
    inhalt: EIGEN,
    // Begun before the Land said anything new.
    kenntnis: { sonst: 1, module: { volltext: grundbestand().length + 1 } },
  }
}

async function hinweise(
  { ports }: InMemoryHouse,
  redaktionIds: readonly string[],
  drafts: readonly Elternentwurf[] = [],
  onLoad: (hashes: number) => void = () => undefined,
) {
  const eltern: ElternPorts = {
    ...ports,
    getInhalte: (hashes) => {
      onLoad(hashes.length)
      return Promise.resolve(new Map(hashes.map((hash) => [hash, INHALTE.get(hash)])))
    },
    findElternentwuerfe: () => Promise.resolve(drafts),
    findElternkenntnis: () => Promise.resolve(new Map()),
    findElternentscheide: () => Promise.resolve(new Set()),
  }
  return readElternhinweise(eltern, { redaktionIds })
}
