import { createClient } from '@libsql/client'
import { open, readdir, rm } from 'node:fs/promises'
import path from 'node:path'

const KEPT_COPIES = 3
const MARK = '.before-migration-'

/**
 * Copies the database beside itself, as it was last committed, and keeps the newest three copies.
 * VACUUM INTO gives one complete file; copying bytes would miss what still stands in the WAL.
 */
export async function copyDatabase(file: string): Promise<string> {
  const copy = `${file}${MARK}${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  const client = createClient({ url: `file:${file}` })
  try {
    await client.execute({ sql: 'VACUUM INTO ?', args: [copy] })
  } finally {
    client.close()
  }
  await flush(copy)
  await removeOldCopies(file)
  return copy
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeOldCopies(file: string): Promise<void> {
  const directory = path.dirname(file)
  const prefix = path.basename(file) + MARK
  const copies = (await readdir(directory)).filter((name) => name.startsWith(prefix)).sort()
  for (const name of copies.slice(0, -KEPT_COPIES)) await rm(path.join(directory, name))
}
