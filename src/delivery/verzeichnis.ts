import { randomUUID } from 'node:crypto'
import * as nodeFs from 'node:fs/promises'
import path from 'node:path'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { checkLieferzielAngaben } from '#core/lieferung/lieferziel.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import type {
  AktuelleLieferung,
  Anlieferung,
  Lieferdatei,
  Lieferort,
  Manifest,
  OpenLieferort,
} from '#ports/lieferung.ts'

/** What is used of Node's file system; tests let it fail. */
export type FileSystem = Pick<
  typeof nodeFs,
  'lstat' | 'mkdir' | 'open' | 'readFile' | 'readdir' | 'readlink' | 'rename' | 'rm' | 'symlink'
>

export type VerzeichnisOptions = {
  /** The data folder; deliveries lie in `lieferungen/<name>` below it. */
  readonly daten: string
  readonly fs?: FileSystem
  /** Milliseconds since 1970, to tell how old a folder is. */
  readonly now?: () => number
}

/** The bytes of a file of the current delivery or of an older one that is still kept; null: no such file. */
export type ReadDelivery = (verzeichnis: string, datei: string) => Promise<Buffer | null>

/** The folders of one data folder. */
export type Verzeichnisse = {
  readonly open: OpenLieferort
  readonly readDelivery: ReadDelivery
}

/**
 * Deliveries as folders. `aktuell` is a link to the one that receivers are given; it is replaced in one rename, so a
 * reader sees the whole delivery before or the whole one after. Whoever reads by path and not through `readDelivery`
 * follows the link once and then reads in that folder.
 */
export function createVerzeichnis({
  daten,
  fs = nodeFs,
  now = Date.now,
}: VerzeichnisOptions): Verzeichnisse {
  const root = path.join(daten, 'lieferungen')
  return {
    open: (name) => {
      const checked = checkName(name)
      if (!checked.ok) return checked
      return success(lieferort({ fs, now, base: path.join(root, name) }))
    },
    readDelivery: async (name, datei) => {
      if (!checkName(name).ok || !FILE.test(datei)) return null
      return readFrom({ fs, now, base: path.join(root, name) }, datei)
    },
  }
}

const CURRENT = 'aktuell'
const MANIFEST = 'manifest.json'
const INDEX = 'index.txt'

/** `<stichtag>-<kenntnisstand>-<hash8>` */
const FOLDER = /^\d{4}-\d{2}-\d{2}-\d+-[0-9a-f]{8}$/
/** On its way, or left behind by a process that died. */
const UNFINISHED = '.neu'
const FILE = /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/

const KEPT_DELIVERIES = 5
const HOUR = 3_600_000
const KEPT_FOR = 24 * HOUR
/** A running delivery writes a file now and then, which makes its folder younger. */
const STALE_AFTER = HOUR

type Place = { readonly fs: FileSystem; readonly now: () => number; readonly base: string }

/** The schedule does not matter here; the rule for names is the one of the form. */
function checkName(name: string): Result<unknown> {
  return checkLieferzielAngaben({ zeitplan: '0 0 * * *', verzeichnis: name })
}

function lieferort(place: Place): Lieferort {
  return {
    current: () => guarded(() => readCurrent(place)),
    begin: (paar) => guarded(() => begin(place, paar)),
  }
}

// Reading

async function readCurrent(place: Place): Promise<AktuelleLieferung | null> {
  const ordner = await currentFolder(place)
  const bytes = ordner === null ? null : await readOrNull(place, ordner, MANIFEST)
  if (ordner === null || bytes === null) return null
  const { sha256, ...manifest } = JSON.parse(bytes.toString()) as Manifest & { sha256: string }
  return { manifest, sha256, ordner, isComplete: await isComplete(place, ordner, manifest) }
}

async function readFrom(place: Place, datei: string): Promise<Buffer | null> {
  const current = await currentFolder(place)
  if (current === null) return null
  const bytes = await readOrNull(place, current, datei)
  // A reader who has the index of yesterday still finds its documents, but no index of yesterday.
  if (bytes !== null || datei === INDEX || datei === MANIFEST) return bytes
  for (const { name } of await deliveries(place)) {
    const older = await readOrNull(place, name, datei)
    if (older !== null) return older
  }
  return null
}

async function currentFolder({ fs, base }: Place): Promise<string | null> {
  const target = await orNull(fs.readlink(path.join(base, CURRENT)))
  return target !== null && FOLDER.test(target) ? target : null
}

function readOrNull({ fs, base }: Place, folder: string, datei: string): Promise<Buffer | null> {
  return orNull(fs.readFile(path.join(base, folder, datei)))
}

async function isComplete(
  { fs, base }: Place,
  folder: string,
  { dokumente }: Pick<Manifest, 'dokumente'>,
): Promise<boolean> {
  const present = new Set(await fs.readdir(path.join(base, folder)))
  return dokumente.every(({ name }) => present.has(name))
}

/** The deliveries that are kept, the newest first. */
async function deliveries(place: Place) {
  const entries = await listEntries(place)
  return entries
    .filter(({ name, isDirectory }) => isDirectory && FOLDER.test(name))
    .sort((left, right) => right.changed - left.changed)
}

async function listEntries({ fs, base }: Place) {
  const names = (await orNull(fs.readdir(base))) ?? []
  const entries = names.map(async (name) => {
    const stats = await orNull(fs.lstat(path.join(base, name)))
    return stats ? [{ name, isDirectory: stats.isDirectory(), changed: stats.mtimeMs }] : []
  })
  return (await Promise.all(entries)).flat()
}

// Writing

async function begin(place: Place, { stichtag, kenntnisstand }: Zeitpaar): Promise<Anlieferung> {
  const { fs, base } = place
  const pair = `${stichtag}-${kenntnisstand}`
  // The hash of the whole is known only at the end; until then chance keeps two processes apart.
  const draft = path.join(base, `${pair}-${randomUUID().slice(0, 8)}.neu`)
  await fs.mkdir(draft, { recursive: true })
  let isPublished = false
  return {
    write: (datei) => guarded(() => writeDatei(fs, draft, datei)),
    publish: (manifest, sha256) =>
      guarded(async () => {
        await writeSynced(fs, path.join(draft, MANIFEST), JSON.stringify({ sha256, ...manifest }))
        await syncFolder(fs, draft)
        const ordner = `${pair}-${sha256.slice(0, 8)}`
        await settle(place, draft, ordner, manifest)
        await pointTo(place, ordner)
        isPublished = true
        // What lies too long costs only space; the next delivery tries again.
        await removeOld(place, ordner).catch(() => undefined)
        return { ordner }
      }),
    discard: async () => {
      // It is stale in an hour and goes with the next delivery.
      if (!isPublished) await fs.rm(draft, { recursive: true, force: true }).catch(() => undefined)
    },
  }
}

async function writeDatei(fs: FileSystem, folder: string, datei: Lieferdatei): Promise<null> {
  if (!FILE.test(datei.name)) throw new Error(`not a file name for a delivery: ${datei.name}`)
  await writeSynced(fs, path.join(folder, datei.name), datei.bytes)
  return null
}

/** Gives the finished folder its name. A process may have died between this and the switch: then it is there already. */
async function settle(place: Place, draft: string, ordner: string, manifest: Manifest) {
  const { fs, base } = place
  const final = path.join(base, ordner)
  const isThere = (await orNull(fs.lstat(final))) !== null
  if (isThere && (await isComplete(place, ordner, manifest))) {
    await fs.rm(draft, { recursive: true, force: true })
    return
  }
  if (isThere) await fs.rename(final, `${draft}-beschaedigt.neu`)
  await fs.rename(draft, final)
  await syncFolder(fs, base)
}

async function pointTo({ fs, base }: Place, ordner: string): Promise<void> {
  const link = path.join(base, `${CURRENT}-${randomUUID().slice(0, 8)}.neu`)
  await fs.symlink(ordner, link)
  await fs.rename(link, path.join(base, CURRENT))
  await syncFolder(fs, base)
  await syncFolder(fs, path.dirname(base))
}

async function removeOld(place: Place, current: string): Promise<void> {
  const { fs, base, now } = place
  const old = (await deliveries(place))
    .slice(KEPT_DELIVERIES)
    .filter(({ name, changed }) => name !== current && now() - changed > KEPT_FOR)
  const unfinished = (await listEntries(place)).filter(
    ({ name, changed }) => name.endsWith(UNFINISHED) && now() - changed > STALE_AFTER,
  )
  for (const { name } of [...old, ...unfinished]) {
    await fs.rm(path.join(base, name), { recursive: true, force: true })
  }
}

async function writeSynced(
  fs: FileSystem,
  file: string,
  content: string | Uint8Array,
): Promise<void> {
  const handle = await fs.open(file, 'wx')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function syncFolder(fs: FileSystem, folder: string): Promise<void> {
  const handle = await fs.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

// Errors

/** Reasons that lie with the machine and not with us. */
const NOT_WRITABLE = ['EACCES', 'EDQUOT', 'EIO', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']
const NOT_THERE = ['EISDIR', 'ENOENT', 'ENOTDIR']

async function guarded<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return success(await work())
  } catch (error) {
    const { code = '', path: file = '' } = error as NodeJS.ErrnoException
    if (!NOT_WRITABLE.includes(code)) throw error
    return failed(problem('target-is-not-writable', undefined, { grund: code, pfad: file }))
  }
}

async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (NOT_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
