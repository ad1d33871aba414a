import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Result } from '#core/ergebnis.ts'
import { day } from '#core/zeit/day.ts'
import type { Manifest } from '#ports/lieferung.ts'
import { inspectOrdner, openOrdner } from './ordner.ts'

const PAAR = { stichtag: day('2027-01-01'), kenntnisstand: 7 }
let parent: string
let ziel: string

beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'stichtag-ordner-'))
  ziel = path.join(parent, 'ziel')
})
afterEach(() => rm(parent, { recursive: true, force: true }))

function manifest(...names: readonly string[]): Manifest {
  const dokumente = names.map((name) => ({ name, sha256: 'x', objekte: 1, eintraege: [] }))
  return { ...PAAR, erstellt: '2026-12-31T23:00:00.000Z', version: '1', dokumente }
}

async function deliver(...names: readonly string[]): Promise<Result<unknown>> {
  const anlieferung = await openOrdner(ziel).begin(PAAR)
  if (!anlieferung.ok) return anlieferung
  for (const [index, name] of names.entries()) {
    const bytes = new TextEncoder().encode(`${name} ${index}`)
    await anlieferung.value.write({ name, bytes, sha256: 'x', objekte: 1, eintraege: [] })
  }
  return anlieferung.value.publish(manifest(...names), names.join())
}

describe('openOrdner', () => {
  it('puts a delivery into a folder that does not exist yet', async () => {
    expect(await deliver('a.xml', 'index.txt')).toEqual({ ok: true, value: { ordner: ziel } })
    expect(await readdir(ziel)).toEqual(['a.xml', 'index.txt', 'manifest.json'])
    expect(await readdir(parent)).toEqual(['ziel'])
    expect(await openOrdner(ziel).current()).toMatchObject({
      ok: true,
      value: {
        sha256: 'a.xml,index.txt',
        isComplete: true,
        manifest: manifest('a.xml', 'index.txt'),
      },
    })
  })

  it('replaces an earlier delivery as a whole', async () => {
    await deliver('a.xml', 'b.xml')
    await deliver('c.xml')
    expect(await readdir(ziel)).toEqual(['c.xml', 'manifest.json'])
    expect(await readdir(parent)).toEqual(['ziel'])
  })

  it('leaves what is there while a delivery is on its way, and when it is dropped', async () => {
    await deliver('a.xml')
    const anlieferung = await openOrdner(ziel).begin(PAAR)
    expect(await readdir(ziel)).toEqual(['a.xml', 'manifest.json'])
    if (anlieferung.ok) await anlieferung.value.discard()
    expect(await readdir(parent)).toEqual(['ziel'])
  })

  it('takes away nothing that appeared there meanwhile', async () => {
    const anlieferung = await openOrdner(ziel).begin(PAAR)
    await mkdir(ziel)
    await writeFile(path.join(ziel, 'dissertation.txt'), 'unersetzlich')
    expect(anlieferung.ok && (await anlieferung.value.publish(manifest(), ''))).toMatchObject({
      ok: false,
      problems: [{ code: 'target-is-not-writable' }],
    })
    expect(await readFile(path.join(ziel, 'dissertation.txt'), 'utf8')).toBe('unersetzlich')
  })

  it('brings the earlier delivery back after a crash between the two renames', async () => {
    await deliver('a.xml')
    await rename(ziel, `${ziel}.alt`)
    await openOrdner(ziel).begin(PAAR)
    expect(await readdir(ziel)).toEqual(['a.xml', 'manifest.json'])
  })

  it('says that a place cannot be written', async () => {
    await writeFile(ziel, 'a file')
    expect(await openOrdner(path.join(ziel, 'darunter')).begin(PAAR)).toMatchObject({
      ok: false,
      problems: [{ code: 'target-is-not-writable' }],
    })
  })
})

describe('inspectOrdner', () => {
  it('tells nothing, a delivery, and everything else apart', async () => {
    expect(await inspectOrdner(ziel)).toBe('leer')
    await mkdir(ziel)
    expect(await inspectOrdner(ziel)).toBe('leer')
    await deliver('a.xml')
    expect(await inspectOrdner(ziel)).toBe('lieferung')
    await writeFile(path.join(ziel, 'notiz.txt'), 'meine')
    expect(await inspectOrdner(ziel)).toBe('fremd')
    expect(await inspectOrdner(path.join(ziel, 'notiz.txt'))).toBe('fremd')
  })

  it.each(['{', 'null', '{"sha256":"x","dokumente":[{}]}'])(
    'takes a manifest like %s for none',
    async (text) => {
      await mkdir(ziel)
      await writeFile(path.join(ziel, 'manifest.json'), text)
      expect(await inspectOrdner(ziel)).toBe('fremd')
    },
  )
})
