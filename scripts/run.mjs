import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'
import { bundle, NODE_OPTIONS, root } from './bundle.mjs'

/** Runs one TypeScript file: `node scripts/run.mjs FILE [arguments]`. */
const [file, ...args] = process.argv.slice(2)
if (file === undefined) {
  console.error('Aufruf: node scripts/run.mjs DATEI.ts [Argumente]')
  process.exit(2)
}
const outdir = await mkdtemp(path.join(root, 'node_modules/.stichtag-'))
try {
  await bundle([path.resolve(file)], outdir)
  const script = path.join(outdir, `${path.basename(file, '.ts')}.js`)
  const env = { ...process.env, STICHTAG_WURZEL: root }
  const child = spawn(process.execPath, [...NODE_OPTIONS, ...process.execArgv, script, ...args], {
    stdio: 'inherit',
    env,
  })
  process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
} finally {
  await rm(outdir, { recursive: true, force: true })
}
