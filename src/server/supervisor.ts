import { fork, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeFehler, readEnvironment, type Environment } from '#src/environment.ts'
import { ensureSecret } from '#server/secret.ts'

const dist = path.dirname(fileURLToPath(import.meta.url))

/** How long the processes have to finish what they are doing, milliseconds. */
const STOP_WITHIN = 9_500
/** A process that ends by itself is started again, but not in a tight loop. */
const RESTART_AFTER = 1_000

/** Checks the environment before anything is built; prints what is wrong and returns null. */
export function checkEnvironment(root: string): Environment | null {
  const environment = readEnvironment(process.env, root)
  if (environment.ok) return environment.value
  console.error(describeFehler(environment.fehler))
  return null
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
  let isStopping = false
  const start = (name: string): ChildProcess => {
    const child = fork(path.join(dist, `${name}.js`), {
      env,
      execArgv: [...nodeOptions],
      stdio: 'inherit',
    })
    running.set(name, child)
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
  const web = start('web')
  const isWorkNeeded = environment.rollen.includes('zeitplan')
  web.on('message', (message) => {
    // Only when the database is migrated and filled may a second process work on it.
    if (message === 'bereit' && isWorkNeeded && !running.has('work') && !isStopping) start('work')
  })
}
