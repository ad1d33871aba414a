import { existsSync } from 'node:fs'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { summaryReporter } from './scripts/summaryReporter.ts'

const rooms = '{src,collections,exporters,seed}'
// A migrated database, a log-in (600,000 rounds of PBKDF2) or a browser takes its time.
const patient = { testTimeout: 60_000, hookTimeout: 240_000 }
/** Files that need the product as it is delivered: built, started, looked at in a browser. */
const product = 'tests/produkt/**/*.test.ts'

const unit: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'unit',
    include: [`${rooms}/**/*.test.ts`],
    exclude: ['**/*.int.test.ts'],
    // Properties on a machine that does other things besides.
    testTimeout: 30_000,
  },
}

const integration: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'integration',
    include: ['tests/**/*.test.ts', `${rooms}/**/*.int.test.ts`],
    exclude: [product],
    ...patient,
  },
}

/** The same files once more, on a server that speaks MongoDB's protocol (docs/adr/0005). */
const mongodb: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'mongodb',
    include: ['tests/*.test.ts'],
    globalSetup: ['tests/support/ferretdb.ts'],
    setupFiles: ['tests/support/useMongodb.ts'],
    ...patient,
    testTimeout: 180_000,
  },
}

const produkt: TestProjectConfiguration = {
  extends: true,
  test: {
    name: 'produkt',
    include: [product],
    globalSetup: ['tests/support/build.ts'],
    // One server and one browser at a time.
    fileParallelism: false,
    ...patient,
    testTimeout: 120_000,
  },
}

export default defineConfig({
  test: {
    environment: 'node',
    // One process per file: Payload keeps its instance on `global`.
    pool: 'forks',
    maxWorkers: 2,
    // Without it Lexical's modules now and then never finish loading, see scripts/bundle.mjs.
    execArgv: ['--conditions=production'],
    teardownTimeout: 20_000,
    reporters: ['default', summaryReporter],
    projects: [
      unit,
      integration,
      ...whereFound(
        '.cache/ferretdb/ferretdb',
        'MongoDB server (bash tests/support/ferretdb/build.sh)',
        mongodb,
      ),
      ...whereFound('/usr/bin/chromium', 'Chromium (apt-get install chromium)', produkt),
    ],
  },
})

/** Leaves a project out, with one line, where the machine lacks what it needs; in CI that is an error. */
function whereFound(
  file: string,
  what: string,
  project: TestProjectConfiguration,
): TestProjectConfiguration[] {
  if (existsSync(file)) return [project]
  if (process.env['CI']) throw new Error(`missing for the tests: ${what}`)
  console.log(`skipped: tests that need ${what}`)
  return []
}
