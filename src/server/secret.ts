import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Environment } from '#src/environment.ts'

/** The secret of this installation: from the environment, or made once and kept in the data folder with mode 0600. */
export async function ensureSecret({ secret, daten }: Environment): Promise<string> {
  if (secret !== null) return secret
  await mkdir(daten, { recursive: true })
  const file = path.join(daten, 'secret')
  try {
    const handle = await open(file, 'wx', 0o600)
    await handle.writeFile(randomBytes(48).toString('base64url'))
    await handle.sync()
    await handle.close()
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return (await readFile(file, 'utf8')).trim()
}
