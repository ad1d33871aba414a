import type { Statements } from './writer.ts'

/** How many rows each table has. */
export type RowCounts = ReadonlyMap<string, number>

/** Counts the rows of all tables of the file. */
export async function countRows({ execute }: Pick<Statements, 'execute'>): Promise<RowCounts> {
  const { rows } = await execute(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
  )
  const counts = new Map<string, number>()
  for (const name of rows.map((row) => row.name as string)) {
    const counted = await execute(`SELECT count(*) AS count FROM ${quote(name)}`)
    counts.set(name, Number(counted.rows[0]?.count))
  }
  return counts
}

/** The tables that lost rows, or went away with rows in them, as sentences. */
export function describeLosses(
  before: RowCounts,
  after: RowCounts,
  declared: readonly string[],
): string[] {
  return [...before]
    .filter(([table, rows]) => rows > (after.get(table) ?? 0) && !declared.includes(table))
    .map(([table, rows]) => `${table}: ${rows} rows before, ${after.get(table) ?? 'gone'} after`)
}

function quote(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`
}
