import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { root } from './bundle.mjs'

/**
 * The long forms: 10,000 random histories, and 200 killed processes on SQLite and, where it has been built, on the
 * MongoDB server. `npm run test:lang`; more arguments go to Vitest.
 */
const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const projects = existsSync(path.join(root, '.cache/ferretdb/ferretdb'))
  ? ['--project', 'integration', '--project', 'mongodb']
  : ['--project', 'integration']
const own = process.argv.slice(2)
const files = own.length > 0 ? own : ['tests/modell', 'tests/absturz.test.ts']
const child = spawn(process.execPath, [vitest, 'run', ...projects, ...files], {
  stdio: 'inherit',
  env: { ...process.env, STICHTAG_LANG: '1' },
})
process.exitCode = await new Promise((resolve) => child.on('exit', (code) => resolve(code ?? 1)))
