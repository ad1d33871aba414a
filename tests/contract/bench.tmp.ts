import { festerTag } from '#core/rechtsnorm/anker.ts'
import { day } from '#core/zeit/day.ts'
import { loadProfil } from '#exporters/xzufi/schema.ts'
import { createPruefer } from '#exporters/xzufi/validate.ts'
import { deliver } from '#exporters/xzufi/delivery.ts'
import { createWelt, fassung, text, wert, auftragAm } from './welt.ts'
import {
  LAND,
  BUND,
  gespeichertesGebiet,
  gespeicherteLeistung,
  leistung,
} from '../support/factories.ts'
import { createHash } from 'node:crypto'
const w = createWelt()
const para =
  '<p>Die Behörde prüft, ob Sie die Voraussetzungen erfüllen – dazu „gehört“ auch die <strong>Zuverlässigkeit</strong>. Bringen Sie Ihren Ausweis &amp; den Nachweis mit.</p>'
const jsons = new Map<string, Buffer>()
const N = Number(process.argv[2] ?? 2000)
w.append([gespeichertesGebiet(BUND), gespeichertesGebiet(LAND)])
for (let i = 0; i < N; i++) {
  w.append([
    gespeicherteLeistung(
      leistung({
        id: `l-${i}`,
        name: `Leistung ${i}`,
        leistungsschluessel: [`99${String(i).padStart(12, '0')}`],
      }),
    ),
    fassung(
      w,
      { id: `f-${i}`, leistungId: `l-${i}`, beginn: festerTag(day('2026-01-01')) },
      {
        leistungsbezeichnung: text(`Leistung ${i}`),
        leistungsbezeichnungII: text(`Leistung ${i} beantragen`),
        teaser: text(para),
        kurztext: text(para.repeat(4) + i),
        volltext: text(para.repeat(40) + i),
        voraussetzungen: text(para.repeat(20)),
        unterlagen: text(para.repeat(15)),
        verfahrensablauf: text(para.repeat(20)),
        handlungsgrundlagen: text(para.repeat(5)),
        rechtsbehelf: text(para.repeat(3)),
        hinweise: text(para.repeat(10)),
        formulare: text(para.repeat(4)),
        kosten: wert({
          text: para,
          kosten: [
            { typ: null, auswahl: { art: 'fix', cent: i }, text: '', vorkasse: null, link: null },
          ],
          links: [],
        }),
      },
    ),
  ])
}
for (const [k, v] of w.inhalte) jsons.set(k, Buffer.from(JSON.stringify(v)))
;(w.inhalte as Map<string, unknown>).clear()
const auftrag = {
  ...auftragAm(w, '2026-06-01'),
  getInhalte: async (hashes: readonly string[]) =>
    new Map(hashes.map((h) => [h, JSON.parse(jsons.get(h)!.toString())])),
}
const profil = await loadProfil('/work/main', 'transfer.operation')
for (const withCheck of [false, true, true]) {
  globalThis.gc?.()
  const before = process.memoryUsage()
  let peak = 0,
    peakHeap = 0,
    bytes = 0,
    lag = 0
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    lag = Math.max(lag, now - last - 5)
    last = now
    const m = process.memoryUsage()
    peak = Math.max(peak, m.rss)
    peakHeap = Math.max(peakHeap, m.heapUsed)
  }, 5)
  const p = createPruefer({ profil, amtlich: null })
  let problems = 0
  const t = performance.now()
  const h = createHash('sha256')
  let tc = 0
  for await (const f of deliver(auftrag)) {
    bytes += f.bytes.length
    h.update(f.bytes)
    const m = process.memoryUsage()
    peak = Math.max(peak, m.rss)
    peakHeap = Math.max(peakHeap, m.heapUsed + m.external)
    if (!withCheck && f.name.endsWith('_0001.xml'))
      (await import('node:fs')).writeFileSync('/tmp/doc.xml', f.bytes)
    if (withCheck && f.objekte) {
      const x = performance.now()
      problems += (await p.check(f.name, f.bytes)).length
      tc += performance.now() - x
    }
    const m2 = process.memoryUsage()
    peak = Math.max(peak, m2.rss)
  }
  const s = (performance.now() - t) / 1000
  clearInterval(timer)
  console.log({
    withCheck,
    MB: (bytes / 1e6).toFixed(1),
    s: s.toFixed(2),
    MBs: (bytes / 1e6 / s).toFixed(1),
    check: (tc / 1000).toFixed(2),
    rssBefore: (before.rss / 2 ** 20) | 0,
    rssPeakGrowthMiB: ((peak - before.rss) / 2 ** 20).toFixed(0),
    heap: ((peakHeap - before.heapUsed - before.external) / 2 ** 20).toFixed(0),
    problems,
    maxLag: lag.toFixed(0),
    sha: h.digest('hex').slice(0, 12),
  })
}
