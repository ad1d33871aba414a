import { PassThrough } from 'node:stream'
import { expect, it } from 'vitest'
import { createKonsole } from './konsole.ts'

function streams(isTTY: boolean) {
  const written: string[] = []
  const err = Object.assign(new PassThrough(), { isTTY, columns: 120 })
  err.on('data', (chunk: Buffer) => written.push(chunk.toString()))
  return { err, written, konsole: createKonsole(new PassThrough(), err) }
}

it('writes one plain line where nobody watches', async () => {
  const { konsole, written } = streams(false)
  const result = await konsole.withProgress('Gebiete', (fortschritt) => {
    for (let done = 1; done <= 100; done += 1) fortschritt(done, 100)
    return Promise.resolve('fertig')
  })
  expect(result).toBe('fertig')
  expect(written.join('')).toBe('Gebiete …\n')
})

it('moves a bar on a terminal, and takes it away at the end, also when the work fails', async () => {
  const { konsole, written } = streams(true)
  const work = konsole.withProgress('Gebiete', (fortschritt) => {
    fortschritt(50, 100)
    return Promise.reject(new Error('kaputt'))
  })
  await expect(work).rejects.toThrow('kaputt')
  expect(written.join('')).toContain('50 von 100')
})
