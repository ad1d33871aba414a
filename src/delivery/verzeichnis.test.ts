import { createHash } from 'node:crypto'
import * as nodeFs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { day } from '#core/zeit/day.ts'
import type { Lieferdatei, Lieferort, Manifest } from '#ports/lieferung.ts'
import { createVerzeichnis, type FileSystem, type Verzeichnisse } from './verzeichnis.ts'

let daten: string
let base: string

beforeEach(async () => {
  daten = await nodeFs.mkdtemp(path.join(tmpdir(), 'stichtag-verzeichnis-'))
  base = path.join(daten, 'lieferungen', 'pvog')
})

afterEach(() => nodeFs.rm(daten, { recursive: true, force: true }))

describe('a delivery', () => {
  it('is seen by nobody before it is published', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    const anlieferung = await begun(ortOf(verzeichnis), 1)
    for (const file of files(1)) await anlieferung.write(file)
    expect(await verzeichnis.readDelivery('pvog', 'index.txt')).toBeNull()
    expect(await ortOf(verzeichnis).current()).toEqual({ ok: true, value: null })
    await anlieferung.discard()
    expect(await nodeFs.readdir(base)).toEqual([])
  })

  it('lies in a folder named after its pair and hash, with index and manifest', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    const ordner = await deliver(verzeichnis, 1)
    expect(ordner).toMatch(/^2027-01-01-1-[0-9a-f]{8}$/)
    expect((await nodeFs.readdir(base)).sort()).toEqual([ordner, 'aktuell'].sort())
    expect((await nodeFs.readdir(path.join(base, 'aktuell'))).sort()).toEqual([
      'XZUFI1_0001.xml',
      'XZUFI1_0002.xml',
      'index.txt',
      'manifest.json',
    ])
    expect(await ortOf(verzeichnis).current()).toEqual({
      ok: true,
      value: { manifest: manifest(1), sha256: sha256(1), ordner, isComplete: true },
    })
  })

  it('is complete for every reader at any moment of 30 switches', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    await deliver(verzeichnis, 0)
    let isOver = false
    const seen = new Set<string>()
    const read = async (): Promise<void> => {
      while (!isOver) {
        // Over HTTP, each file a request of its own.
        seen.add(await readAll((name) => verzeichnis.readDelivery('pvog', name)))
        // By path, following the link once.
        const folder = await nodeFs.realpath(path.join(base, 'aktuell'))
        await readAll((name) => nodeFs.readFile(path.join(folder, name)))
        await nextTurn()
      }
    }
    const readers = [read(), read()]
    for (let nummer = 1; nummer <= 30; nummer += 1) await deliver(verzeichnis, nummer)
    isOver = true
    await Promise.all(readers)
    expect(seen.size).toBeGreaterThan(3)
  })

  it('that died between rename and switch is taken up by the next one', async () => {
    const failing = { ...nodeFs, symlink: () => Promise.reject(errno('EIO')) }
    const broken = createVerzeichnis({ daten, fs: failing })
    const anlieferung = await begun(ortOf(broken), 1)
    for (const file of files(1)) await anlieferung.write(file)
    expect(await anlieferung.publish(manifest(1), sha256(1))).toMatchObject({ ok: false })
    const verzeichnis = createVerzeichnis({ daten })
    const ordner = await deliver(verzeichnis, 1)
    expect((await nodeFs.readdir(base)).sort()).toEqual([ordner, 'aktuell'].sort())
  })

  it('that lost a file is not complete, and delivering it again heals it', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    await deliver(verzeichnis, 1)
    await nodeFs.rm(path.join(base, 'aktuell', 'XZUFI1_0002.xml'))
    expect(await ortOf(verzeichnis).current()).toMatchObject({ value: { isComplete: false } })
    await deliver(verzeichnis, 1)
    expect(await ortOf(verzeichnis).current()).toMatchObject({ value: { isComplete: true } })
  })
})

describe('a target that cannot be written', () => {
  it.each(['ENOSPC', 'EACCES', 'EROFS'])('%s leaves the delivery before', async (code) => {
    const verzeichnis = createVerzeichnis({ daten })
    await deliver(verzeichnis, 1)
    const broken = createVerzeichnis({ daten, fs: fullAfter(1, code) })
    const anlieferung = await begun(ortOf(broken), 2)
    const [first, second] = files(2)
    expect(await anlieferung.write(first!)).toEqual({ ok: true, value: null })
    expect(await anlieferung.write(second!)).toMatchObject({
      ok: false,
      problems: [{ code: 'target-is-not-writable', angaben: { grund: code } }],
    })
    await anlieferung.discard()
    expect((await nodeFs.readdir(base)).filter((name) => name.endsWith('.neu'))).toEqual([])
    expect(await readAll((name) => verzeichnis.readDelivery('pvog', name))).toBe('1')
  })

  it('cannot be opened where a file stands in its place', async () => {
    await nodeFs.writeFile(path.join(daten, 'lieferungen'), '')
    const opened = await ortOf(createVerzeichnis({ daten })).begin(paar(1))
    expect(opened).toMatchObject({ ok: false, problems: [{ code: 'target-is-not-writable' }] })
  })
})

describe('names', () => {
  it.each(['..', '.', '', '../daten', 'a/b', '/etc', 'PVOG', 'a\0', '-a', 'a'.repeat(64), 'ä'])(
    'refuses the folder %j',
    async (name) => {
      const verzeichnis = createVerzeichnis({ daten })
      expect(verzeichnis.open(name)).toMatchObject({
        ok: false,
        problems: [{ code: 'target-is-malformed' }],
      })
      expect(await verzeichnis.readDelivery(name, 'index.txt')).toBeNull()
    },
  )

  it.each(['../manifest.json', '..', '.', '', 'a/b.xml', '/etc/passwd', '.hidden', 'a\0', 'a\\b'])(
    'finds no file %j',
    async (datei) => {
      const verzeichnis = createVerzeichnis({ daten })
      await deliver(verzeichnis, 1)
      expect(await verzeichnis.readDelivery('pvog', datei)).toBeNull()
    },
  )

  it('follows no link that leads elsewhere', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    await deliver(verzeichnis, 1)
    await nodeFs.writeFile(path.join(daten, 'index.txt'), 'secret')
    await nodeFs.rm(path.join(base, 'aktuell'))
    await nodeFs.symlink('../..', path.join(base, 'aktuell'))
    expect(await verzeichnis.readDelivery('pvog', 'index.txt')).toBeNull()
  })

  it('knows no folder that was never delivered to', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    expect(await verzeichnis.readDelivery('nichts', 'index.txt')).toBeNull()
  })
})

describe('old deliveries', () => {
  it('stay for a day, and the last five for ever', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    const ordner: string[] = []
    for (let nummer = 1; nummer <= 8; nummer += 1) ordner.push(await deliver(verzeichnis, nummer))
    expect(await foldersIn(base)).toEqual(ordner)
    await age(ordner, 25)
    ordner.push(await deliver(verzeichnis, 9))
    expect(await foldersIn(base)).toEqual(ordner.slice(4))
  })

  it('keep the one that is current, however old it is', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    const ordner: string[] = []
    for (let nummer = 1; nummer <= 8; nummer += 1) ordner.push(await deliver(verzeichnis, nummer))
    await age(ordner, 25)
    // The same bytes as the oldest: its folder is taken up again.
    await deliver(verzeichnis, 1)
    expect(await nodeFs.readlink(path.join(base, 'aktuell'))).toBe(ordner[0])
    expect(await readAll((name) => verzeichnis.readDelivery('pvog', name))).toBe('1')
  })

  it('still give their documents, but not their index', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    await deliver(verzeichnis, 1)
    await deliver(verzeichnis, 2)
    expect(String(await verzeichnis.readDelivery('pvog', 'XZUFI1_0001.xml'))).toContain('<a>1')
    expect(String(await verzeichnis.readDelivery('pvog', 'index.txt'))).toContain('XZUFI2')
  })

  it('go with what dead processes left behind, once it is stale', async () => {
    const verzeichnis = createVerzeichnis({ daten })
    await begun(ortOf(verzeichnis), 7)
    const [left = ''] = await nodeFs.readdir(base)
    await deliver(verzeichnis, 1)
    expect(await nodeFs.readdir(base)).toContain(left)
    await age([left], 2)
    await deliver(verzeichnis, 2)
    expect(await nodeFs.readdir(base)).not.toContain(left)
  })
})

async function deliver(verzeichnis: Verzeichnisse, nummer: number): Promise<string> {
  const anlieferung = await begun(ortOf(verzeichnis), nummer)
  for (const file of files(nummer)) await anlieferung.write(file)
  const published = await anlieferung.publish(manifest(nummer), sha256(nummer))
  await anlieferung.discard()
  if (!published.ok) throw new Error(JSON.stringify(published.problems))
  return published.value.ordner
}

function ortOf(verzeichnis: Verzeichnisse): Lieferort {
  const ort = verzeichnis.open('pvog')
  if (!ort.ok) throw new Error('refused: pvog')
  return ort.value
}

async function begun(ort: Lieferort, nummer: number) {
  const anlieferung = await ort.begin(paar(nummer))
  if (!anlieferung.ok) throw new Error(JSON.stringify(anlieferung.problems))
  return anlieferung.value
}

/** Reads as a receiver does: the index, then all it names. Returns which delivery it was. */
async function readAll(read: (name: string) => Promise<Buffer | null>): Promise<string> {
  const index = String(await read('index.txt'))
  const names = index.split('\n').filter(Boolean)
  expect(names).toHaveLength(2)
  const contents = new Set<string>()
  for (const name of names) {
    await nextTurn()
    const text = String(await read(name))
    expect(text).toMatch(/^<a>\d+<\/a>$/)
    contents.add(text.replace(/\D/g, ''))
  }
  expect(contents.size).toBe(1)
  return [...contents].join()
}

function files(nummer: number): readonly Lieferdatei[] {
  const names = [`XZUFI${nummer}_0001.xml`, `XZUFI${nummer}_0002.xml`]
  const eintraege = [{ klasse: 'leistung', id: 'a', sha256: '0' }]
  const documents = names.map((name) => ({ name, text: `<a>${nummer}</a>`, objekte: 1, eintraege }))
  const index = { name: 'index.txt', text: `${names.join('\n')}\n`, objekte: 0, eintraege: [] }
  return [...documents, index].map(({ text, ...kopf }) => ({
    ...kopf,
    bytes: Buffer.from(text),
    sha256: hash(text),
  }))
}

function manifest(nummer: number): Manifest {
  const dokumente = files(nummer).map(({ name, sha256: own, objekte, eintraege }) => ({
    name,
    sha256: own,
    objekte,
    eintraege,
  }))
  return { ...paar(nummer), erstellt: '2026-12-31T23:00:00.000Z', version: '1', dokumente }
}

function paar(kenntnisstand: number) {
  return { stichtag: day('2027-01-01'), kenntnisstand }
}

function sha256(nummer: number): string {
  return hash(`delivery ${nummer}`)
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** A disk on which nothing more can be written after so many files. */
function fullAfter(count: number, code: string): FileSystem {
  let written = 0
  return {
    ...nodeFs,
    open: async (file, flags, mode) => {
      const handle = await nodeFs.open(file, flags, mode)
      if (flags !== 'wx') return handle
      written += 1
      if (written > count) handle.writeFile = () => Promise.reject(errno(code))
      return handle
    },
  }
}

function errno(code: string): Error {
  return Object.assign(new Error(code), { code })
}

async function age(ordner: readonly string[], hours: number): Promise<void> {
  for (const [index, name] of ordner.entries()) {
    const changed = new Date(Date.now() - hours * 3_600_000 + index * 1000)
    await nodeFs.utimes(path.join(base, name), changed, changed)
  }
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const names = await nodeFs.readdir(folder)
  return names
    .filter((name) => name !== 'aktuell')
    .sort((left, right) => Number(left.split('-')[3]) - Number(right.split('-')[3]))
}
