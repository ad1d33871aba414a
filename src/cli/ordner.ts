import * as fs from 'node:fs/promises'
import path from 'node:path'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type {
  AktuelleLieferung,
  Anlieferung,
  Lieferdatei,
  Lieferort,
  Manifest,
} from '#ports/lieferung.ts'

const MANIFEST = 'manifest.json'

/** What becomes of a folder that is named as target. */
export type Zielordner = 'leer' | 'lieferung' | 'fremd'

/**
 * A plain folder as target of one delivery by hand: the files lie directly in it. They are written beside it into
 * `<folder>.neu`, synced, and put in its place by renaming. For a moment between two renames there is no such folder;
 * receivers who must never see that are served by a Lieferziel, which switches a link.
 */
export function openOrdner(folder: string): Lieferort {
  return {
    current: () => guarded(() => readCurrent(folder)),
    begin: () => guarded(() => begin(folder)),
  }
}

/** Whether a delivery may take the place of what lies there: nothing, or a delivery and nothing else. */
export async function inspectOrdner(folder: string): Promise<Zielordner> {
  let names: readonly string[]
  try {
    names = await fs.readdir(folder)
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? 'leer' : 'fremd'
  }
  if (names.length === 0) return 'leer'
  const manifest = await readManifest(folder)
  if (!manifest) return 'fremd'
  const own = new Set([MANIFEST, ...manifest.dokumente.map(({ name }) => name)])
  return names.every((name) => own.has(name)) ? 'lieferung' : 'fremd'
}

async function readCurrent(folder: string): Promise<AktuelleLieferung | null> {
  const manifest = await readManifest(folder)
  if (!manifest) return null
  const present = new Set(await fs.readdir(folder))
  const isComplete = manifest.dokumente.every(({ name }) => present.has(name))
  return { manifest, sha256: manifest.sha256, ordner: folder, isComplete }
}

/** Null where there is none, or where it is not one of ours. */
async function readManifest(folder: string): Promise<(Manifest & { sha256: string }) | null> {
  try {
    const read: unknown = JSON.parse(await fs.readFile(path.join(folder, MANIFEST), 'utf8'))
    return isManifest(read) ? read : null
  } catch (error) {
    if (error instanceof SyntaxError || ['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return null
    throw error
  }
}

function isManifest(read: unknown): read is Manifest & { sha256: string } {
  const { sha256, dokumente } = (read ?? {}) as Partial<Manifest & { sha256: string }>
  return (
    typeof sha256 === 'string' &&
    Array.isArray(dokumente) &&
    dokumente.every((each) => typeof (each as { name?: unknown }).name === 'string')
  )
}

async function begin(folder: string): Promise<Anlieferung> {
  const draft = `${folder}.neu`
  const old = `${folder}.alt`
  await restore(folder, old)
  await fs.rm(draft, { recursive: true, force: true })
  await fs.mkdir(draft, { recursive: true })
  return {
    write: (datei) => guarded(() => writeDatei(draft, datei)),
    publish: (manifest, sha256) =>
      guarded(async () => {
        await writeSynced(path.join(draft, MANIFEST), JSON.stringify({ sha256, ...manifest }))
        await syncFolder(draft)
        // Looked at again: meanwhile somebody may have put something there.
        if ((await inspectOrdner(folder)) === 'fremd') throw notOurs(folder)
        await fs.rm(old, { recursive: true, force: true })
        await fs.rename(folder, old).catch(ignoreMissing)
        await fs.rename(draft, folder)
        await syncFolder(path.dirname(folder))
        await fs.rm(old, { recursive: true, force: true })
        return { ordner: folder }
      }),
    discard: () => fs.rm(draft, { recursive: true, force: true }),
  }
}

/** A process died between the two renames: the earlier delivery goes back to its place. */
async function restore(folder: string, old: string): Promise<void> {
  if ((await inspectOrdner(folder)) === 'leer' && (await inspectOrdner(old)) === 'lieferung') {
    await fs.rmdir(folder).catch(ignoreMissing)
    await fs.rename(old, folder)
  }
}

async function writeDatei(folder: string, { name, bytes }: Lieferdatei): Promise<null> {
  if (path.basename(name) !== name) throw new Error(`not a file name for a delivery: ${name}`)
  await writeSynced(path.join(folder, name), bytes)
  return null
}

async function writeSynced(file: string, content: string | Uint8Array): Promise<void> {
  const handle = await fs.open(file, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

function notOurs(folder: string): Error {
  return Object.assign(new Error(`${folder} is not a delivery`), { code: 'EEXIST', path: folder })
}

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error
}

/** Whatever the file system refuses lies with the machine and not with us. */
async function guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work())
  } catch (error) {
    if (codeOf(error) === '') throw error
    const { path: pfad = '' } = error as NodeJS.ErrnoException
    return failed(problem('target-is-not-writable', pfad, { grund: codeOf(error) }))
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
