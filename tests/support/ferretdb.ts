import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  // Vitest collects these names by merging interfaces; a type cannot be merged.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface ProvidedContext {
    /** Address of the MongoDB server under test, with a slash at the end. */
    mongodb: string
  }
}

/** Starts one server for the run; it ends with us, because its standard input does. */
export default async function startFerretdb(project: TestProject): Promise<() => Promise<void>> {
  const server = spawn('.cache/ferretdb/ferretdb', ['-listen', '127.0.0.1:0', '-stdin'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const [address] = await Promise.race([
    createInterface({ input: server.stdout })
      [Symbol.asyncIterator]()
      .next()
      .then(({ value }) => [value as string]),
    ended.then(() => Promise.reject(new Error('FerretDB ended at once'))),
  ])
  project.provide('mongodb', address ?? '')
  return async () => {
    server.stdin.end()
    await ended
  }
}
