import { spawn } from 'node:child_process'
import { createReadStream, existsSync } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { importGebiete, type Importergebnis } from '#commands/importGebiete.ts'
import { satz } from '#core/errors/deutsch.ts'
import type { Result } from '#core/ergebnis.ts'
import { pathTo } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { day } from '#core/zeit/day.ts'
import { readGenericode } from '#imports/genericode.ts'
import { bytesOf, genericode, type Zeile } from './support/genericode.ts'
import { openTestHouse, type TestHouse } from './support/house.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const DATEN = path.join(root, '../shared/data/codelisten')
const GEMEINDEN = path.join(DATEN, 'Regionalschluessel_2026-04-30.xml')
const HEUTE = day('2026-11-24')

const MONGODB = process.env['STICHTAG_TEST_MONGODB'] !== undefined

let house: TestHouse

beforeAll(async () => {
  house = await openTestHouse(HEUTE)
})
afterAll(() => house.remove())

function take(quelle: AsyncIterable<Uint8Array>): Promise<Result<Importergebnis>> {
  const ports = { ...house.ports, readGebietsliste: readGenericode }
  return importGebiete(ports, { quelle, von: 'kommandozeile' })
}

async function gebieteToday() {
  const chronik = await house.ports.chronik()
  return uebersichtOf(snapshotOn(chronik, newestPair(chronik, HEUTE))).gebiete
}

/** All documents of areas without what the database stamps on them. */
async function documents(): Promise<readonly unknown[]> {
  const { docs } = await house.payload.db.find<Record<string, unknown>>({
    collection: 'gebiete',
    limit: 0,
    pagination: false,
    sort: 'id',
  })
  return docs.map(({ createdAt: _created, updatedAt: _updated, ...doc }) => doc)
}

async function folgenummer(): Promise<number> {
  return newestFolgenummer(await house.ports.chronik())
}

// The test server for MongoDB's protocol takes minutes for 11,538 single inserts; it gets the smaller list below.
describe.skipIf(MONGODB || !existsSync(GEMEINDEN))(
  'the official lists (../shared/data; skipped where it is absent)',
  () => {
    it('comes in whole with one entry: 11,227 rows and what lies above them', async () => {
      const result = await take(createReadStream(GEMEINDEN))
      expect(result).toMatchObject({ ok: true, value: { ereignis: { folgenummer: 1 } } })
      const { byArs, byId } = await gebieteToday()
      const laengen = [...byArs.keys()].map((ars) => ars.length)
      expect(laengen.filter((length) => length === 12)).toHaveLength(11_227)
      expect(laengen.filter((length) => length === 5)).toHaveLength(294)
      expect(laengen.filter((length) => length === 2)).toHaveLength(17)
      expect(await documents()).toHaveLength(byId.size)
    })

    it.each([
      ['130715151008', ['Mecklenburg-Vorpommern', 'Kreis 13071']],
      ['130040000000', ['Mecklenburg-Vorpommern']],
      ['110010001001', ['Berlin', 'Berlin, Stadt']],
      ['021010101101', ['Hamburg', 'Hamburg, Freie und Hansestadt']],
      ['040110111111', ['Bremen', 'Bremen, Stadt']],
      ['130009999999', ['Mecklenburg-Vorpommern']],
    ])('puts %s in its place', async (ars, expected) => {
      const gebiete = await gebieteToday()
      const names = pathTo(gebiete, `gebiet-${ars}`).map(({ name }) => name)
      expect(names.slice(0, -1)).toEqual(['Bundesrepublik Deutschland', ...expected])
    })

    it('comes again without doubles and without an entry', async () => {
      const before = await documents()
      const result = await take(createReadStream(GEMEINDEN))
      expect(result).toMatchObject({
        ok: true,
        value: { ereignis: null, abgleich: { unveraendert: 11_227 } },
      })
      expect(await folgenummer()).toBe(1)
      expect(await documents()).toEqual(before)
    })

    it('gets its Kreise named by their own list', async () => {
      const kreise = await take(createReadStream(path.join(DATEN, 'Kreis_2026-01-31.xml')))
      expect(kreise).toMatchObject({ ok: true, value: { ereignis: { folgenummer: 2 } } })
      expect((await gebieteToday()).byArs.get('13076')?.name).toBe('Ludwigslust-Parchim')
      const laender = await take(createReadStream(path.join(DATEN, 'Bundesland_2010-04-01.xml')))
      expect(laender).toMatchObject({ ok: true, value: { ereignis: null } })
      expect(await take(createReadStream(GEMEINDEN))).toMatchObject({ value: { ereignis: null } })
    })

    it('takes half a file for none', async () => {
      const bytes = await readFile(GEMEINDEN)
      const before = await documents()
      const result = await take(bytesOf(bytes.subarray(0, bytes.length / 2), 65_536))
      expect(result.ok ? [] : result.problems.map(satz)).toEqual([
        expect.stringMatching(
          /^Zeile \d+: Die XML-Datei ist nicht wohlgeformt oder bricht zu früh ab\./,
        ),
      ])
      expect(await folgenummer()).toBe(2)
      expect(await documents()).toEqual(before)
    })

    it(
      'gives the same documents when they are rebuilt from the log',
      { timeout: 300_000 },
      async () => {
        const before = await documents()
        await house.rebuild()
        expect(await documents()).toEqual(before)
      },
    )
  },
)

describe('a list of 600 Gemeinden, more than an entry holds in one piece', () => {
  const zeilen = Array.from({ length: 600 }, (_, index): Zeile => {
    const nummer = String(index).padStart(3, '0')
    return [`130775999${nummer}`, `Beispieldorf ${nummer}`]
  })

  it('comes in with one entry, again without doubles, and is renamed with one entry', async () => {
    const before = await folgenummer()
    expect(await take(bytesOf(genericode(zeilen)))).toMatchObject({
      ok: true,
      value: { ereignis: { folgenummer: before + 1 } },
    })
    const documentsThen = await documents()
    expect(await take(bytesOf(genericode(zeilen)))).toMatchObject({ value: { ereignis: null } })
    expect(await documents()).toEqual(documentsThen)

    const renamed = zeilen.map(([ars, name]): Zeile => [ars, name.replace('dorf', 'stadt')])
    expect(await take(bytesOf(genericode(renamed)))).toMatchObject({
      value: { ereignis: { folgenummer: before + 2 }, abgleich: { unveraendert: 0 } },
    })
    expect(await folgenummer()).toBe(before + 2)
    expect(await documents()).toHaveLength(documentsThen.length)
    const doc = await house.payload.findByID({ collection: 'gebiete', id: 'gebiet-130775999007' })
    expect(doc).toMatchObject({ name: 'Beispielstadt 007', uebergeordnet: { id: 'gebiet-13077' } })
  })
})

describe('bad input', () => {
  const gut = genericode([
    ['130765654009', 'Musterdorf'],
    ['130765654010', 'Nachbardorf'],
  ])

  it.each([
    [
      'a wrong key',
      gut.replace('130765654010', '13076565401'),
      'Zeile 24: Ein Schlüssel der Liste passt nicht: „13076565401“. Es wurde nichts übernommen.',
    ],
    ['a broken file', gut.replace('</Row>', ''), 'Zeile 27: Die XML-Datei ist nicht wohlgeformt'],
    [
      'half a file',
      gut.slice(0, gut.length / 2),
      'Die XML-Datei ist nicht wohlgeformt oder bricht',
    ],
    ['another list', genericode([], { uri: 'urn:x' }), 'Die Datei ist keine Gebietsliste'],
  ])('%s: a clear sentence, nothing changed', async (_name, text, sentence) => {
    const before = { log: await folgenummer(), documents: await documents() }
    const result = await take(bytesOf(text))
    expect(result.ok ? '' : result.problems.map(satz).join('\n')).toContain(sentence)
    expect({ log: await folgenummer(), documents: await documents() }).toEqual(before)
  })
})

describe.skipIf(MONGODB)('npm run stichtag', () => {
  let daten: string

  beforeAll(async () => {
    daten = await mkdtemp(path.join(tmpdir(), 'stichtag-cli-'))
  })
  afterAll(() => rm(daten, { recursive: true, force: true }))

  /** Runs the command line as a process of its own, with data of its own. */
  function cli(
    ...args: readonly string[]
  ): Promise<{ code: number | null; out: string; err: string }> {
    const {
      DATABASE_URI: _uri,
      PAYLOAD_SECRET: _secret,
      NODE_OPTIONS: _options,
      ...rest
    } = process.env
    const child = spawn(process.execPath, [path.join(root, 'scripts/stichtag.mjs'), ...args], {
      env: { ...rest, STICHTAG_DATEN: daten, INIT_CWD: daten, DATABASE_URI: `file:${daten}/s.db` },
    })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    return new Promise((resolve) => {
      child.on('close', (code) => {
        resolve({ code, out, err })
      })
    })
  }

  it('0: taken over, and the second time nothing to do', async () => {
    await writeFile(path.join(daten, 'liste.xml'), genericode([['130040000000', 'Schwerin']]))
    const first = await cli('import', 'gebiete', 'liste.xml')
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('3 neu') as string })
    // No terminal: a line instead of a bar.
    expect(first.err).toBe('Gebiete werden übernommen …\n')
    const second = await cli('import', 'gebiete', 'liste.xml')
    expect(second).toMatchObject({
      code: 0,
      out: expect.stringContaining('Es wurde nichts geändert.') as string,
    })
  })

  it('1: the list has findings', async () => {
    await writeFile(path.join(daten, 'falsch.xml'), genericode([['13', 'Falschdorf']]))
    const { code, err } = await cli('import', 'gebiete', 'falsch.xml')
    expect(code).toBe(1)
    expect(err).toContain('Zeile 20: Ein Schlüssel der Liste passt nicht: „13“.')
  })

  it('2: a wrong call', async () => {
    expect(await cli('import', 'gebiete', 'fehlt.xml')).toMatchObject({ code: 2 })
    expect(await cli('export', 'xzufi', '--ziel', daten)).toMatchObject({
      code: 2,
      err: expect.stringContaining('enthält keine frühere Lieferung') as string,
    })
  })

  it(
    'fills an empty database and writes the deliveries of two days',
    { timeout: 120_000 },
    async () => {
      // The list taken over above is no empty database any more.
      expect(await cli('seed')).toMatchObject({ code: 2 })
      await rm(path.join(daten, 's.db'))
      expect(await cli('seed')).toMatchObject({ code: 0 })
      const files: string[] = []
      for (const stichtag of ['2026-12-31', '2027-01-01']) {
        const ziel = path.join(daten, 'ziel')
        const written = await cli('export', 'xzufi', '--stichtag', stichtag, '--ziel', ziel)
        expect(written).toMatchObject({ code: 0, out: expect.stringContaining(ziel) as string })
        const [name = ''] = (await readFile(path.join(ziel, 'index.txt'), 'utf8')).split('\n')
        files.push(name, await readFile(path.join(ziel, name), 'utf8'))
        expect((await readdir(ziel)).sort()).toEqual([name, 'index.txt', 'manifest.json'])
      }
      expect(files[0]).not.toBe(files[2])
      expect(files[1]).not.toBe(files[3])
    },
  )
})
