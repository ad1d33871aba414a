import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** The product as a user starts it, on a free port and a data folder of its own. */
export type RunningServer = {
  readonly url: string
  readonly daten: string
  readonly output: () => string
  /** Sends SIGTERM; the exit code and how long it took, milliseconds. */
  readonly stop: () => Promise<{ readonly code: number | null; readonly after: number }>
  readonly remove: () => Promise<void>
}

/** Starts `npm start` without npm; resolves when it is ready. Throws with its output when it ends before. */
export async function startServer(
  options: { readonly daten?: string; readonly env?: Record<string, string> } = {},
): Promise<RunningServer> {
  const daten = options.daten ?? (await mkdtemp(path.join(tmpdir(), 'stichtag-')))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    DATABASE_URI: '',
    PAYLOAD_SECRET: '',
    STICHTAG_LOG: 'warn',
    ...options.env,
    PORT: String(port),
    STICHTAG_DATEN: daten,
  }
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const output = (): string => Buffer.concat(chunks).toString()
  await untilReady(url, child, output)
  return {
    url,
    daten,
    output,
    stop: () => stop(child),
    remove: async () => {
      if (child.exitCode === null) await stop(child)
      await rm(daten, { recursive: true, force: true })
    },
  }
}

/** Runs `npm start` without npm where it is expected to refuse; exit code and output. */
export async function tryToStart(
  env: Record<string, string>,
): Promise<{ readonly code: number | null; readonly output: string }> {
  const child = spawn(process.execPath, ['scripts/start.mjs'], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { code, output: Buffer.concat(chunks).toString() }
}

async function untilReady(url: string, child: ChildProcess, output: () => string): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt += 1) {
    if (child.exitCode !== null) throw new Error(`the server ended:\n${output()}`)
    const isReady = await fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  child.kill('SIGKILL')
  throw new Error(`the server did not become ready:\n${output()}`)
}

async function stop(child: ChildProcess): Promise<{ code: number | null; after: number }> {
  const startedAt = performance.now()
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  return { code: await code, after: performance.now() - startedAt }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  await new Promise((resolve) => probe.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('no free port')
  return address.port
}
