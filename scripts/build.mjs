import { spawn } from 'node:child_process'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { bundle, hashSources, NODE_OPTIONS, root } from './bundle.mjs'

const dist = path.join(root, 'dist')
const ENTRIES = [
  'src/server/supervisor.ts',
  'src/server/web.ts',
  'src/server/work.ts',
  'src/cli/main.ts',
]

/** Compiles the server when its sources changed since the last time. Returns whether the admin must be built too. */
export async function buildServer() {
  const hash = await hashSources()
  if ((await read('server')) !== hash) {
    await rm(dist, { recursive: true, force: true })
    await bundle(ENTRIES, dist)
    await write('server', hash)
  }
  return {
    hash,
    isAdminCurrent:
      (await readFile(path.join(root, '.next/stichtag-hash'), 'utf8').catch(() => '')) === hash,
  }
}

/** Builds the admin (Next) for production. */
export async function buildAdmin(hash) {
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    STICHTAG_WURZEL: root,
  }
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [...NODE_OPTIONS, next, 'build'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const output = []
  child.stdout.on('data', (chunk) => output.push(chunk))
  child.stderr.on('data', (chunk) => output.push(chunk))
  const code = await new Promise((resolve) => child.on('exit', resolve))
  if (code !== 0) {
    console.error(Buffer.concat(output).toString())
    throw new Error('Die Verwaltungsoberfläche ließ sich nicht bauen.')
  }
  await writeFile(path.join(root, '.next/stichtag-hash'), hash)
}

async function read(name) {
  return readFile(path.join(dist, `.${name}-hash`), 'utf8').catch(() => '')
}

async function write(name, hash) {
  await mkdir(dist, { recursive: true })
  await writeFile(path.join(dist, `.${name}-hash`), hash)
}

if (process.argv[1]?.endsWith('build.mjs')) {
  const { hash, isAdminCurrent } = await buildServer()
  if (!isAdminCurrent) await buildAdmin(hash)
}
