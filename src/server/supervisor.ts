import { fork, type ChildProcess } from 'node:child_process'
import { accessSync, constants, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  describeFehler,
  readEnvironment,
  type Environment,
  type Konfigurationsfehler,
} from '#src/environment.ts'
import { ensureSecret } from '#server/secret.ts'

const dist = path.dirname(fileURLToPath(import.meta.url))

/** How long the processes have to finish what they are doing, milliseconds. */
const STOP_WITHIN = 9_500
/** A process that ends by itself is started again, but not in a tight loop. */
const RESTART_AFTER = 1_000

/** Checks the environment before anything is built; prints what is wrong and returns null. */
export function checkEnvironment(root: string): Environment | null {
  const read = readEnvironment(process.env, root)
  const fehler = read.ok ? checkFolders(read.value) : read.fehler
  if (read.ok && fehler.length === 0) return read.value
  console.error(describeFehler(fehler))
  return null
}

/** What the environment names must be there before a process starts that would only fail again and again. */
function checkFolders({ daten, xzufiXsd }: Environment): readonly Konfigurationsfehler[] {
  const fehler: Konfigurationsfehler[] = []
  try {
    mkdirSync(daten, { recursive: true })
    accessSync(daten, constants.W_OK)
  } catch {
    fehler.push({
      variable: 'STICHTAG_DATEN',
      hinweis: `In „${daten}“ lässt sich nichts anlegen. Nennen Sie ein Verzeichnis, in das Stichtag schreiben darf.`,
    })
  }
  if (xzufiXsd !== null && !holdsSchema(xzufiXsd)) {
    fehler.push({
      variable: 'STICHTAG_XZUFI_XSD',
      hinweis: `In „${xzufiXsd}“ liegt keine Schemadatei (.xsd). Nennen Sie den Ordner mit dem amtlichen Schema, oder lassen Sie die Angabe weg.`,
    })
  }
  return fehler
}

function holdsSchema(folder: string): boolean {
  try {
    return readdirSync(folder, { recursive: true }).some((name) => String(name).endsWith('.xsd'))
  } catch {
    return false
  }
}

/**
 * Runs the two processes: *web* (admin, API, feeds) and *work* (schedule, catching up). Two, because the SQLite driver
 * blocks its event loop. SIGTERM and SIGINT stop both; exit code 0 when both ended in time.
 */
export async function supervise(
  environment: Environment,
  nodeOptions: readonly string[],
  root: string,
): Promise<void> {
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    STICHTAG_WURZEL: root,
    STICHTAG_DATEN: environment.daten,
    DATABASE_URI: environment.databaseUri,
    PAYLOAD_SECRET: await ensureSecret(environment),
  }
  const running = new Map<string, ChildProcess>()
  const isWorkNeeded = environment.rollen.includes('zeitplan')
  let isStopping = false
  const start = (name: string): ChildProcess => {
    const child = fork(path.join(dist, `${name}.js`), {
      env,
      execArgv: [...nodeOptions],
      stdio: 'inherit',
    })
    running.set(name, child)
    // Only when the database is migrated and filled may a second process work on it.
    child.on('message', (message) => {
      if (message === 'bereit' && isWorkNeeded && !running.has('work') && !isStopping) start('work')
    })
    child.on('exit', (code) => {
      running.delete(name)
      if (isStopping) return
      // 78 (EX_CONFIG): it said what is wrong, starting again would not help.
      if (code === 78) void stop(1)
      else setTimeout(() => !isStopping && start(name), RESTART_AFTER)
    })
    return child
  }
  const stop = async (exitCode: number): Promise<void> => {
    if (isStopping) return
    isStopping = true
    const ended = [...running.values()].map(
      (child) => new Promise((resolve) => child.once('exit', resolve)),
    )
    for (const child of running.values()) child.kill('SIGTERM')
    const deadline = setTimeout(() => {
      for (const child of running.values()) child.kill('SIGKILL')
    }, STOP_WITHIN)
    await Promise.all(ended)
    clearTimeout(deadline)
    process.exit(exitCode)
  }
  process.on('SIGTERM', () => void stop(0))
  process.on('SIGINT', () => void stop(0))
  start('web')
}
