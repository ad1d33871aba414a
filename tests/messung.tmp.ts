import { createReadStream } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { readGenericode } from '#imports/genericode.ts'
import { importGebiete } from '#commands/importGebiete.ts'
process.env['PAYLOAD_SECRET'] = 'x'.repeat(40)
const dir = await mkdtemp('/tmp/mess-')
process.env['DATABASE_URI'] = `file:${dir}/s.db`
const { default: config } = await import('#src/payload.config.ts')
const { getPayload } = await import('payload')
const { migrateDatabase } = await import('#store/database/migrateDatabase.ts')
const { storePorts } = await import('#store/ports.ts')
const payload = await getPayload({ config, disableOnInit: true })
await migrateDatabase(payload)
const D = '/work/shared/data/codelisten/'
const ports = { ...storePorts(payload), readGebietsliste: readGenericode }
for (const file of (process.argv[2] ?? 'Regionalschluessel_2026-04-30.xml').split(',')) {
  let t = performance.now()
  const lap = (name: string) => {
    const n = performance.now()
    console.log(name.padEnd(12), Math.round(n - t), 'ms')
    t = n
  }
  const l = await readGenericode(createReadStream(D + file))
  lap('parse')
  console.log(l.ok ? [l.value.zeilen.length, l.value.kennung, l.value.gueltigAb] : l)
  let maxLag = 0,
    last = performance.now()
  const timer = setInterval(() => {
    const n = performance.now()
    maxLag = Math.max(maxLag, n - last)
    last = n
  }, 5)
  let first = 0
  const r = await importGebiete(
    {
      ...ports,
      project: async (e, f) => {
        lap('append')
        await ports.project(e, f)
        lap('project')
      },
    },
    {
      quelle: createReadStream(D + file),
      von: 'system',
      fortschritt: () => {
        first++
      },
    },
  )
  lap('rest')
  clearInterval(timer)
  if (!r.ok) console.log(r)
  else {
    const { neu, geaendert, unveraendert, entfallen, uebersprungen } = r.value.abgleich
    console.log(file, {
      neu: neu.length,
      geaendert: geaendert.length,
      unveraendert,
      entfallen: entfallen.length,
      uebersprungen: uebersprungen.length,
      n: r.value.ereignis?.folgenummer,
      first,
      maxLag: Math.round(maxLag),
    })
    const docs = await payload.count({ collection: 'gebiete' })
    console.log(docs, Math.round(process.memoryUsage().rss / 1e6), 'MB')
  }
}
await payload.destroy()
process.exit(0)
