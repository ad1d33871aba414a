import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '../..')

type Bundling = {
  readonly bundle: (entryPoints: readonly string[], outdir: string) => Promise<void>
  readonly NODE_OPTIONS: readonly string[]
}

/** A program compiled as the product is, to be started as a process of its own again and again. */
export type Program = {
  /** Starts it on the database of the house and waits until it says that it is ready. */
  readonly start: (house: {
    readonly environment: { readonly databaseUri: string }
    readonly payload: { readonly secret: string }
  }) => Promise<ChildProcess>
  readonly remove: () => Promise<void>
}

/** Compiles a file of this folder. */
export async function compile(file: string): Promise<Program> {
  const { bundle, NODE_OPTIONS } = (await import(path.join(ROOT, 'scripts/bundle.mjs'))) as Bundling
  // Inside node_modules, so that packages are found where they are.
  const outdir = await mkdtemp(path.join(ROOT, 'node_modules/.stichtag-'))
  await bundle([path.join(import.meta.dirname, file)], outdir)
  const script = path.join(outdir, `${path.basename(file, '.ts')}.js`)
  return {
    start: async ({ environment, payload }) => {
      const env = {
        ...process.env,
        DATABASE_URI: environment.databaseUri,
        PAYLOAD_SECRET: payload.secret,
        STICHTAG_WURZEL: ROOT,
        NODE_ENV: 'production' as const,
      }
      const child = fork(script, { execArgv: [...NODE_OPTIONS], env, stdio: 'inherit' })
      const ended = once(child, 'exit').then(([code, signal]) => {
        throw new Error(`the child ended before it was ready: ${String(code ?? signal)}`)
      })
      ended.catch(() => undefined)
      await Promise.race([once(child, 'message'), ended])
      return child
    },
    remove: () => rm(outdir, { recursive: true, force: true }),
  }
}
