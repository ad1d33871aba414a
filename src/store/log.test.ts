import type { Payload } from 'payload'
import { expect, it } from 'vitest'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { createCurrentChronik } from '#store/log.ts'
import { ereignis, gespeicherteLeistung } from '../../tests/support/factories.ts'

/** A database that holds nothing but the log, and counts how many readings go on at once. */
function logOnly() {
  const rows: object[] = []
  const seen = { atOnce: 0, most: 0 }
  const find = async ({ where }: { where: { folgenummer: { greater_than: number } } }) => {
    seen.atOnce += 1
    seen.most = Math.max(seen.most, seen.atOnce)
    await Promise.resolve()
    const docs = rows.slice(where.folgenummer.greater_than)
    await new Promise((resolve) => setTimeout(resolve, 1))
    seen.atOnce -= 1
    return { docs }
  }
  const append = (): void => {
    const { aussagen, ...rest } = ereignis(rows.length + 1, gespeicherteLeistung())
    rows.push({ ...rest, id: rows.length + 1, aussagen: JSON.stringify({ aussagen }) })
  }
  return { payload: { db: { find } } as unknown as Payload, append, seen }
}

it('whoever asks for the Chronik between two readings does not begin a third beside them', async () => {
  const { payload, append, seen } = logOnly()
  const chronik = createCurrentChronik(payload)
  append()
  const first = chronik()
  const second = chronik()
  append()
  // The moment at which the first reading is over and the second has not begun.
  const between = first.then(() => chronik())
  await Promise.all([first, second, between])
  expect(newestFolgenummer(await chronik())).toBe(2)
  expect(seen.most).toBe(1)
})

it('whoever asks after an append gets the entry, also while a reading goes on', async () => {
  const { payload, append } = logOnly()
  const chronik = createCurrentChronik(payload)
  const asked: Promise<void>[] = []
  for (let count = 1; count <= 50; count += 1) {
    append()
    asked.push(
      chronik().then((log) => expect(newestFolgenummer(log)).toBeGreaterThanOrEqual(count)),
    )
    if (count % 7 === 0) await Promise.resolve()
  }
  await Promise.all(asked)
})
