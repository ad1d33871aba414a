import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '#src/environment.ts'

/** The secret of this installation: from the environment, or made once and kept in the data folder with mode 0600. */
export async function ensureSecret({ secret, daten }: Environment): Promise<string> {
  if (secret !== null) return secret
  await mkdir(daten, { recursive: true })
  const file = path.join(daten, 'secret')
  const known = await readFile(file, 'utf8').catch(() => '')
  if (known.trim().length >= MIN_LENGTH) return known.trim()
  // Whole or not at all: written beside it and linked, so that of two processes the second takes what the first made.
  const draft = `${file}.${process.pid}`
  const handle = await open(draft, 'w', 0o600)
  await handle.writeFile(randomBytes(48).toString('base64url'))
  await handle.sync()
  await handle.close()
  await (known === '' ? link(draft, file).catch(ignoreExisting) : rename(draft, file))
  await rm(draft, { force: true })
  return (await readFile(file, 'utf8')).trim()
}

/** What Payload's signatures need, characters. A shorter file is the rest of a crash. */
const MIN_LENGTH = 32

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}
