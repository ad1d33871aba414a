import { build } from 'esbuild'
import { createHash } from 'node:crypto'
import { readFile, readdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** Root of the project. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')

/**
 * How every process of ours is started. Lexical's files for Node wait for an import at their top level; Node 20 now and
 * then never finishes such a circle of modules (measured: 5 of 8 starts ended with exit code 13). The condition
 * `production` takes the files without that wait.
 */
export const NODE_OPTIONS = ['--conditions=production', '--enable-source-maps']

/**
 * Compiles TypeScript entries to ES modules in `outdir`. Packages stay where they are: one copy of Payload serves us and
 * Next, or its errors would not know each other (`domain/payload.md` section 2).
 */
export async function bundle(entryPoints, outdir) {
  await build({
    absWorkingDir: root,
    bundle: true,
    entryPoints,
    entryNames: '[name]',
    format: 'esm',
    jsx: 'automatic',
    logLevel: 'warning',
    outdir,
    packages: 'external',
    platform: 'node',
    sourcemap: true,
    splitting: true,
    target: 'node20',
    // Our own subpaths begin with # and are files of ours, not packages.
    plugins: [{ name: 'subpaths', setup: resolveSubpaths }],
  })
}

/** SHA-256 over names and contents of everything that goes into a build. */
export async function hashSources() {
  const hash = createHash('sha256')
  for (const name of SOURCES) {
    for (const file of (await listFiles(path.join(root, name))).sort()) {
      hash
        .update(path.relative(root, file))
        .update('\0')
        .update(await readFile(file))
        .update('\0')
    }
  }
  return hash.digest('hex')
}

const SOURCES = [
  'src',
  'collections',
  'exporters',
  'seed',
  'scripts',
  'package-lock.json',
  'next.config.mjs',
  'tsconfig.json',
  'tsconfig.build.json',
]

async function listFiles(place) {
  const info = await stat(place).catch(() => null)
  if (!info) return []
  if (info.isFile()) return /\.test\.tsx?$/.test(place) ? [] : [place]
  const names = await readdir(place)
  return (await Promise.all(names.map((name) => listFiles(path.join(place, name))))).flat()
}

async function resolveSubpaths(plugin) {
  const { imports } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'))
  const rooms = Object.entries(imports).map(([key, value]) => [
    key.slice(0, -1),
    value.slice(0, -1),
  ])
  plugin.onResolve({ filter: /^#/ }, ({ path: wanted }) => {
    const room = rooms.find(([prefix]) => wanted.startsWith(prefix))
    return room ? { path: path.join(root, room[1], wanted.slice(room[0].length)) } : undefined
  })
}
