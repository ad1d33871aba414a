import { releaseFassung } from '#commands/releaseFassung.ts'
import { appOf, type Haus } from './haus.ts'
import { inParallel, timed } from './messen.ts'
import { get, serving } from './netz.ts'
import { dauer, melde, zahlText } from './tabelle.ts'
import { until } from './zeitgrenze.ts'

const PARALLEL = 10
/** Each way stops after so long: on a slow machine a rate of fewer releases will do. */
const BUDGET_MS = 30_000

/** Releases of real drafts from the desk, one after the other and ten at a time; and how soon the feed has one. */
export async function messeFreigaben(haus: Haus, ids: readonly string[]): Promise<void> {
  const [first = '', ...others] = ids
  const half = Math.floor(others.length / 2)
  const release = async (id: string): Promise<number> => {
    const released = await releaseFassung(haus.ports, { id, von: 'bench', grund: null })
    if (!released.ok) throw new Error(JSON.stringify(released.problems))
    return released.value.folgenummer
  }
  await serving(appOf(haus), async (port) => {
    const path = '/export/v1/leistungen?ars=13&limit=1'
    await get({ port, path })
    const start = performance.now()
    const folgenummer = await release(first)
    const released = performance.now() - start
    const seen = await until(start, async () => {
      const { headers } = await get({ port, path })
      return Number(headers['x-kenntnisstand']) >= folgenummer
    })
    melde('Eine Freigabe (prüfen, anhängen, Dokument nachziehen)', dauer(released))
    melde('… bis der Feed sie zeigt', dauer(seen), { hoechstens: 1000, einheit: 'ms' }, seen)
  })
  const oneByOne = await within(others.slice(0, half), 1, release)
  melde('Freigaben nacheinander', oneByOne)
  const together = await within(others.slice(half), PARALLEL, release)
  melde(`Freigaben, ${PARALLEL} gleichzeitig`, together)
}

async function within(
  ids: readonly string[],
  width: number,
  release: (id: string) => Promise<number>,
): Promise<string> {
  let done = 0
  const started = performance.now()
  const { ms } = await timed(() =>
    inParallel(ids, width, async (id) => {
      if (performance.now() - started > BUDGET_MS) return
      await release(id)
      done += 1
    }),
  )
  return `${zahlText((done / ms) * 1000, 1)} je Sekunde (${done})`
}
