import { spawn } from 'node:child_process'
import { access, mkdir, mkdtemp, readFile, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { bundle, hashSources, NODE_OPTIONS, root } from './bundle.mjs'
import { loadEnvFile } from './env.mjs'

// `npm run stichtag -- <Befehl>`: compiles the command line when its sources changed, runs it, ends with its exit code.
const dist = path.join(root, 'dist')
const cache = path.join(root, '.cache/cli')

loadEnvFile()
const script = await buildCli()
const env = { ...process.env, NODE_ENV: 'production', STICHTAG_WURZEL: root }
const child = spawn(process.execPath, [...NODE_OPTIONS, script, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env,
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 2)))

/** The compiled command line: the one that `npm start` built, or one of its own. */
async function buildCli() {
  const hash = await hashSources()
  const built = path.join(dist, 'main.js')
  const serverHash = await readFile(path.join(dist, '.server-hash'), 'utf8').catch(() => '')
  if (serverHash === hash && (await exists(built))) return built
  // Not into dist: a server that runs from there still loads its parts.
  const own = path.join(cache, hash.slice(0, 16))
  if (!(await exists(own))) await bundleInto(own)
  return path.join(own, 'main.js')
}

async function bundleInto(own) {
  await mkdir(cache, { recursive: true })
  const before = await readdir(cache)
  const draft = await mkdtemp(path.join(cache, 'neu-'))
  await bundle(['src/cli/main.ts'], draft)
  // Two calls at once: whoever comes second takes what the first one made.
  await rename(draft, own).catch(() => rm(draft, { recursive: true, force: true }))
  for (const name of before) {
    if (!name.startsWith('neu-')) await rm(path.join(cache, name), { recursive: true, force: true })
  }
}

async function exists(file) {
  return access(file).then(
    () => true,
    () => false,
  )
}
