import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect } from 'vitest'

/** Root of the project. */
export const ROOT = path.resolve(import.meta.dirname, '../..')

/**
 * Curated examples are part of a contract: what we write today equals them. To change the contract on purpose, run the
 * tests once with `BEISPIELE_SCHREIBEN=1`, read the difference, and name it in the exporter's `CHANGELOG.md`.
 */
export async function expectXmlExample(file: string, actual: string): Promise<void> {
  if (isRewriting()) await writeFile(path.join(ROOT, file), actual)
  expect(actual).toBe(await readFile(path.join(ROOT, file), 'utf8'))
}

/** The same for JSON, which is stored with white space for people. The order of keys counts. */
export async function expectJsonExample(file: string, actual: string): Promise<void> {
  const readable = `${JSON.stringify(JSON.parse(actual), null, 2)}\n`
  if (isRewriting()) await writeFile(path.join(ROOT, file), readable)
  const stored: unknown = JSON.parse(await readFile(path.join(ROOT, file), 'utf8'))
  expect(actual).toBe(JSON.stringify(stored))
}

function isRewriting(): boolean {
  return process.env['BEISPIELE_SCHREIBEN'] === '1'
}
