import { describe, expect, it } from 'vitest'
import { failed, success } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import { record } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { day } from '#core/zeit/day.ts'
import type {
  AktuelleLieferung,
  Lieferdatei,
  Lieferexporter,
  Lieferinhalt,
  Lieferort,
  Manifest,
} from '#ports/lieferung.ts'
import {
  am,
  ereignis,
  freigabe,
  freigegeben,
  gespeicherteLeistung,
  grundbestand,
  hashInhalt,
  leistung,
  zurueckziehung,
} from '../../tests/support/factories.ts'
import { inMemoryHouse } from '../../tests/support/inMemoryHouse.ts'
import { runExport } from './runExport.ts'

const personalausweis = freigegeben({ beginn: am('2026-11-01') })
const reisepass = freigegeben({
  id: 'fassung-reisepass',
  leistungId: 'reisepass',
  beginn: am('2026-11-01'),
})
const LOG: readonly Aussage[] = [
  ...grundbestand(),
  gespeicherteLeistung(leistung({ id: 'reisepass' })),
  freigabe(personalausweis),
  freigabe(reisepass),
]

describe('runExport', () => {
  it('delivers what holds today, with counts and the hash of the whole', async () => {
    const house = deliveryHouse(LOG)
    expect(await house.run()).toEqual({
      ok: true,
      value: {
        ergebnis: 'geliefert',
        stichtag: '2026-11-24',
        kenntnisstand: LOG.length,
        objekte: 2,
        dokumente: 2,
        bytes: expect.any(Number) as number,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        ordner: 'ordner',
        dauerMs: 0,
      },
    })
    expect(house.delivered).toEqual(['personalausweis.xml', 'reisepass.xml', 'index.txt'])
  })

  it('delivers another day when it is asked for', async () => {
    const house = deliveryHouse([...LOG, freigabe(freigegeben({ id: 'neu', basis: 'fassung' }))])
    const result = await house.run({ stichtag: day('2027-01-01') })
    expect(result).toMatchObject({ ok: true, value: { stichtag: '2027-01-01' } })
  })

  it('delivers what was known earlier when it is asked for', async () => {
    const house = deliveryHouse(LOG)
    const kenntnisstand = LOG.length - 1
    const result = await house.run({ kenntnisstand })
    expect(result).toMatchObject({ ok: true, value: { kenntnisstand, objekte: 1 } })
  })

  it('rewrites nothing when receivers have the same bytes already', async () => {
    const house = deliveryHouse(LOG)
    await house.run()
    expect(await house.run()).toMatchObject({ value: { ergebnis: 'unveraendert', objekte: 2 } })
    expect(house.switches()).toBe(1)
  })

  it('delivers the same bytes again to a target that lost a file', async () => {
    const house = deliveryHouse(LOG)
    await house.run()
    house.damage()
    expect(await house.run()).toMatchObject({ value: { ergebnis: 'geliefert' } })
  })

  it('never delivers nothing', async () => {
    const house = deliveryHouse(grundbestand())
    expect(await house.run()).toMatchObject({ problems: [{ code: 'export-is-empty' }] })
    expect(house.switches()).toBe(0)
  })

  it('never delivers nothing, even when the exporter drops everything', async () => {
    const house = deliveryHouse(LOG)
    house.drop('personalausweis')
    house.drop('reisepass')
    expect(await house.run()).toMatchObject({ problems: [{ code: 'export-is-empty' }] })
  })

  it('delivers nothing of a delivery with an invalid document, and names all findings', async () => {
    const house = deliveryHouse(LOG)
    const wrong = (name: string): Problem => problem('export-is-invalid', name)
    house.judge({ document: wrong })
    const codes = [wrong('personalausweis.xml'), wrong('reisepass.xml')]
    expect(await house.run()).toEqual(failed(...codes))
    expect(house.switches()).toBe(0)
    expect(house.discarded()).toBe(1)
  })

  it('delivers nothing whose references lead nowhere', async () => {
    const house = deliveryHouse(LOG)
    house.judge({ whole: [problem('export-is-invalid', 'a.xml, Zeile 3')] })
    expect(await house.run()).toMatchObject({ problems: [{ code: 'export-is-invalid' }] })
    expect(house.switches()).toBe(0)
  })

  it('delivers less when the log says why', async () => {
    const house = deliveryHouse(LOG)
    await house.run()
    house.append(zurueckziehung(reisepass.id, { folge: { art: 'leistung-endet' } }))
    expect(await house.run()).toMatchObject({ ok: true, value: { objekte: 1 } })
  })

  it('holds back a delivery that lost what the log still holds', async () => {
    const house = deliveryHouse(LOG)
    await house.run()
    house.drop('reisepass')
    const angaben = { vorher: 2, nachher: 1, fehlend: 1, beispiele: 'leistung reisepass' }
    expect(await house.run()).toEqual(failed(problem('export-shrank', undefined, angaben)))
    expect(house.switches()).toBe(1)
  })

  it('lets it go when a person accepts the loss', async () => {
    const house = deliveryHouse(LOG)
    await house.run()
    house.drop('reisepass')
    expect(await house.run({ acceptsLoss: true })).toMatchObject({ value: { objekte: 1 } })
  })

  it('passes on why the target cannot be written', async () => {
    const house = deliveryHouse(LOG)
    house.refuse('reisepass.xml')
    expect(await house.run()).toMatchObject({ problems: [{ code: 'target-is-not-writable' }] })
    expect(house.discarded()).toBe(1)
  })

  it('stops before the switch when the run is no longer ours', async () => {
    const house = deliveryHouse(LOG)
    let asked = 0
    const mayGoOn = async (): Promise<void> => {
      asked += 1
      if (asked === 4) throw new Error('taken over')
    }
    await expect(house.run({ mayGoOn })).rejects.toThrow('taken over')
    expect([house.switches(), house.discarded()]).toEqual([0, 1])
  })
})

/** A house with one target in memory and an exporter that writes one document per text. */
function deliveryHouse(log: readonly Aussage[]) {
  const house = inMemoryHouse({ log })
  const dropped = new Set<string>()
  const refused = new Set<string>()
  const delivered: string[] = []
  let judged: { document?: (name: string) => Problem; whole?: readonly Problem[] } = {}
  let current: AktuelleLieferung | null = null
  let switches = 0
  let discarded = 0

  const exporter: Lieferexporter = {
    build: (inhalt) => documentsOf(inhalt, dropped),
    describe: (inhalt, dokumente): Manifest => ({
      stichtag: inhalt.stichtag,
      kenntnisstand: inhalt.kenntnisstand,
      erstellt: inhalt.zeitpunkt,
      version: '1',
      dokumente,
    }),
    createPruefer: () => ({
      check: (name) => Promise.resolve(judged.document ? [judged.document(name)] : []),
      finish: () => judged.whole ?? [],
    }),
  }
  const ort: Lieferort = {
    current: () => Promise.resolve(success(current)),
    begin: () => {
      const written: string[] = []
      return Promise.resolve(
        success({
          write: ({ name }: Lieferdatei) => {
            if (refused.has(name)) return Promise.resolve(failed(problem('target-is-not-writable')))
            written.push(name)
            return Promise.resolve(success(null))
          },
          publish: (manifest: Manifest, sha256: string) => {
            switches += 1
            delivered.splice(0, Infinity, ...written)
            current = { manifest, sha256, ordner: 'ordner', isComplete: true }
            return Promise.resolve(success({ ordner: 'ordner' }))
          },
          discard: () => {
            discarded += 1
            return Promise.resolve()
          },
        }),
      )
    },
  }
  return {
    delivered,
    switches: () => switches,
    discarded: () => discarded,
    drop: (id: string) => dropped.add(id),
    refuse: (name: string) => refused.add(name),
    judge: (by: typeof judged) => {
      judged = by
    },
    damage: () => {
      if (current) current = { ...current, isComplete: false }
    },
    append: (aussage: Aussage) => {
      record(house.log, ereignis(house.log.zeitpunkte.length + 1, aussage))
    },
    run: (differences: Partial<Parameters<typeof runExport>[1]> = {}) =>
      runExport(
        { ...house.ports, exporter },
        {
          ort,
          stichtag: null,
          kenntnisstand: null,
          mayGoOn: () => Promise.resolve(),
          acceptsLoss: false,
          ...differences,
        },
      ),
  }
}

async function* documentsOf(
  inhalt: Lieferinhalt,
  dropped: ReadonlySet<string>,
): AsyncGenerator<Lieferdatei> {
  const objekte = inhalt.lieferung.leistungen.filter(({ id }) => !dropped.has(id))
  for (const { klasse, id, schichten } of objekte) {
    const text = JSON.stringify(schichten.map(({ fassung }) => fassung.id))
    const sha256 = hashInhalt(text)
    const eintraege = [{ klasse, id, sha256 }]
    yield { name: `${id}.xml`, bytes: Buffer.from(text), sha256, objekte: 1, eintraege }
  }
  const index = objekte.map(({ id }) => `${id}.xml\n`).join('')
  const sha256 = hashInhalt(index)
  yield { name: 'index.txt', bytes: Buffer.from(index), sha256, objekte: 0, eintraege: [] }
}
