import { defineConfig } from 'vitest/config'
import { summaryReporter } from './scripts/summaryReporter.ts'

const rooms = '{src,collections,exporters}'

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
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${rooms}/**/*.test.ts`],
          exclude: ['**/*.int.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'integration',
          include: ['tests/**/*.test.ts', `${rooms}/**/*.int.test.ts`],
          // A migrated database, a log-in (600,000 rounds of PBKDF2) or a browser takes its time.
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
