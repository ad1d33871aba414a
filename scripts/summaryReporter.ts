import type { Reporter, SerializedError, TestCase, TestModule } from 'vitest/node'

/** Ends a run with the one plain line that CI reads: `N passed, N failed[, N skipped]`. */
export const summaryReporter: Reporter = {
  onTestRunEnd(modules, unhandledErrors) {
    closing.line = summarize(modules, unhandledErrors)
    if (closing.isScheduled) return
    closing.isScheduled = true
    // On exit, because vitest itself still prints after its reporters have finished.
    process.once('exit', () => process.stdout.write(`${closing.line}\n`))
  },
}

const closing = { line: '', isScheduled: false }

function summarize(
  modules: readonly TestModule[],
  unhandledErrors: readonly SerializedError[],
): string {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const passed = count(tests, 'passed')
  const failed = count(tests, 'failed') + unhandledErrors.length + countBroken(modules)
  const skipped = tests.length - passed - count(tests, 'failed')
  const line = `${passed} passed, ${failed} failed`
  return skipped > 0 ? `${line}, ${skipped} skipped` : line
}

function count(tests: readonly TestCase[], state: 'passed' | 'failed'): number {
  return tests.filter((test) => test.result().state === state).length
}

/** A file that does not load, or a failing `beforeAll`, leaves no failed test behind, yet nothing was shown. */
function countBroken(modules: readonly TestModule[]): number {
  return modules
    .flatMap((module) => [module, ...module.children.allSuites()])
    .filter((suite) => suite.errors().length > 0).length
}
