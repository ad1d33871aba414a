import { getPayload } from 'payload'
import config from '#src/payload.config.ts'
import { releaseFassung } from '#commands/releaseFassung.ts'
import { storePorts } from '#store/ports.ts'

/** What the parent sends: texts to release, so many at a time. */
export type Order = { readonly ids: readonly string[]; readonly atOnce: number }
/** What it is told of each: the Folgenummer, or the codes of the problems. */
export type Answer = {
  readonly id: string
  readonly folgenummer: number | null
  readonly codes: readonly string[]
}

/** A second process of the house: releases texts and says of each that it is done, only after it is done. */
const payload = await getPayload({ config, disableOnInit: true })
const ports = storePorts(payload)

process.on('message', (order: Order) => {
  void work(order).then(() => process.send?.('done'))
})
process.on('disconnect', () => process.exit(0))
process.send?.('ready')

async function work({ ids, atOnce }: Order): Promise<void> {
  const waiting = [...ids]
  const lanes = Array.from({ length: atOnce }, async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) await release(id)
  })
  await Promise.all(lanes)
}

async function release(id: string): Promise<void> {
  const result = await releaseFassung(ports, { id, von: 'kind', grund: null })
  const answer: Answer = {
    id,
    folgenummer: result.ok ? result.value.folgenummer : null,
    codes: result.ok ? [] : result.problems.map(({ code }) => code),
  }
  process.send?.(answer)
}
