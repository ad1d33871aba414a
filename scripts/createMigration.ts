import { getPayload } from 'payload'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'

/**
 * Writes the migration from the newest snapshot to the schema of our config:
 * `node scripts/run.mjs scripts/createMigration.ts <name> [--leer]`. It asks nothing; where drizzle-kit cannot
 * tell a renamed column from a new one, it fails, and the migration is written by hand.
 */

const DIRECTORY = path.resolve('src/migrations/sqlite')

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { leer: { type: 'boolean', default: false } },
})
const [migrationName] = positionals
if (migrationName === undefined || !/^[a-z][a-z0-9_]*$/.test(migrationName)) {
  console.error(
    'Aufruf: node scripts/run.mjs scripts/createMigration.ts <name_in_kleinbuchstaben> [--leer]',
  )
  process.exit(2)
}

process.env.PAYLOAD_SECRET ??= 'only needed to load the config, nothing is signed'
process.env.PAYLOAD_MIGRATING = 'true'
// The config imports the list, so there has to be one before the first migration.
await mkdir(DIRECTORY, { recursive: true })
await writeIndex()
const { default: config } = await import('../src/payload.config.ts')
const payload = await getPayload({ config, disableOnInit: true, disableDBConnect: true })
const before = new Set(await listMigrations())
await payload.db.createMigration({
  payload,
  migrationName,
  forceAcceptWarning: values.leer,
  // Ends the process with 0 when there is nothing to migrate.
  skipEmpty: !values.leer,
})
for (const name of await listMigrations()) {
  if (!before.has(name)) await rewrite(path.join(DIRECTORY, `${name}.ts`))
}
await writeIndex()
process.exit(0)

async function listMigrations(): Promise<string[]> {
  const files = await readdir(DIRECTORY)
  return files
    .filter((file) => file.endsWith('.ts') && file !== 'index.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort()
}

/** Payload imports types like values, which neither tsx nor esbuild can take apart. */
async function rewrite(file: string): Promise<void> {
  const source = await readFile(file, 'utf8')
  const [up = '', down = ''] = source.split('export async function down')
  const [newest, previous] = await newestSnapshots()
  const copied = [copyWhatIsThere(up, previous), copyWhatIsThere(down, newest)]
  await writeFile(
    file,
    copied
      .join('export async function down')
      .replace(
        '{ MigrateUpArgs, MigrateDownArgs, sql }',
        '{ sql, type MigrateDownArgs, type MigrateUpArgs }',
      )
      .replaceAll('{ db, payload, req }', '{ db }'),
  )
}

/** Columns by table, before the migration or after it. */
type Snapshot = Readonly<
  Record<string, { readonly columns: Readonly<Record<string, unknown>> } | undefined>
>

/** After the newest migration, and before it. */
async function newestSnapshots(): Promise<readonly [Snapshot, Snapshot]> {
  const names = (await listMigrations()).slice(-2).reverse()
  const [newest, previous] = await Promise.all(
    names.map(async (name): Promise<Snapshot> => {
      const json = await readFile(path.join(DIRECTORY, `${name}.json`), 'utf8')
      return (JSON.parse(json) as { tables: Snapshot }).tables
    }),
  )
  return [newest ?? {}, previous ?? {}]
}

/** Where a table is rebuilt, drizzle-kit also copies the columns that only the new one has. */
function copyWhatIsThere(source: string, before: Snapshot): string {
  const copy = /(INSERT INTO \\`__new_(\w+)\\`)\(([^)]*)\) SELECT [^)]*? FROM/g
  return source.replace(copy, (whole, insert: string, table: string, list: string) => {
    const known = before[table]?.columns
    if (!known) return whole
    const columns = list.split(', ').filter((name) => name.slice(1, -1) in known)
    return `${insert}(${columns.join(', ')}) SELECT ${columns.join(', ')} FROM`
  })
}

/** With file endings, so that the list also runs unbundled. */
async function writeIndex(): Promise<void> {
  const names = await listMigrations()
  const imports = names.map((name) => `import * as migration_${name} from './${name}.ts'`)
  const entries = names.map(
    (name) => `  { name: '${name}', up: migration_${name}.up, down: migration_${name}.down },`,
  )
  const lines = [
    "import type { Migration } from 'payload'",
    ...imports,
    '',
    '/** All migrations of the SQLite file, oldest first. */',
    'export const migrations = [',
    ...entries,
    '] as unknown as readonly Migration[]',
    '',
  ]
  await writeFile(path.join(DIRECTORY, 'index.ts'), lines.join('\n'))
}
