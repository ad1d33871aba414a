import { spawn } from 'node:child_process'
import path from 'node:path'
import { root } from './bundle.mjs'

/** The long form of the random histories: `npm run test:lang`. More arguments go to Vitest. */
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const args = ['run', '--project', 'integration', 'tests/modell', ...process.argv.slice(2)]
const child = spawn(process.execPath, [vitest, ...args], {
  stdio: 'inherit',
  env: { ...process.env, STICHTAG_LANG: '1' },
})
process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
