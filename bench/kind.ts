import { newestFolgenummer } from '#core/log/chronik.ts'
import { newestPair, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { HEUTE } from './daten.ts'
import { openHaus, type Haus } from './haus.ts'
import { buildFromDocuments, laufMitPruefung, lieferung } from './lieferung.ts'
import { MIB, memoryGrowth, timed, timedCpu } from './messen.ts'

/** What a process sees that starts on a filled database and delivers: the second start, and the deliveries. */
export type Kindbericht = {
  readonly oeffnenMs: number
  readonly chronikMs: number
  readonly snapshotMs: number
  readonly rssMib: number
  /** Growth of memory in the first delivery of the process. */
  readonly ersterMib: number
  readonly bytes: number
  readonly dokumente: number
  readonly objekte: number
  /** Built, nothing written; before each run the same from documents. */
  readonly bauen: readonly Baulauf[]
  readonly pruefenMs: number
  readonly pruefenMib: number
}

/** One delivery, and how many bytes a millisecond of the processor makes, from the log and from documents. */
export type Baulauf = {
  readonly ms: number
  readonly mib: number
  readonly proCpuMs: number
  readonly naivProCpuMs: number
}

const LAEUFE = 2

/** The role of a process like `work`: nothing else goes on in it. */
export async function beLieferant(daten: string): Promise<void> {
  const opened = await timed(() => openHaus(daten))
  const haus = opened.wert
  const chronik = await timed(haus.ports.chronik)
  if (newestFolgenummer(chronik.wert) === 0) throw new Error('the log is empty')
  const snapshot = await timed(() =>
    uebersichtOf(snapshotOn(chronik.wert, newestPair(chronik.wert, HEUTE))),
  )
  const rssMib = process.memoryUsage.rss() / MIB
  const erster = await memoryGrowth(() => baue(haus))
  const bauen: Baulauf[] = []
  for (let lauf = 0; lauf < LAEUFE; lauf += 1) bauen.push(await messeBaulauf(haus))
  const geprueft = await memoryGrowth(() => timed(() => laufMitPruefung(haus)))
  const bericht: Kindbericht = {
    oeffnenMs: opened.ms,
    chronikMs: chronik.ms,
    snapshotMs: snapshot.ms,
    rssMib,
    ...erster.wert,
    ersterMib: erster.mib,
    bauen,
    pruefenMs: geprueft.wert.ms,
    pruefenMib: geprueft.mib,
  }
  process.send?.(bericht)
  await haus.close()
}

async function messeBaulauf(haus: Haus): Promise<Baulauf> {
  const naiv = await timedCpu(() => buildFromDocuments(haus.payload))
  const gebaut = await memoryGrowth(() => timedCpu(() => baue(haus)))
  const { ms, cpuMs, wert } = gebaut.wert
  return {
    ms,
    mib: gebaut.mib,
    proCpuMs: wert.bytes / cpuMs,
    naivProCpuMs: naiv.wert / naiv.cpuMs,
  }
}

async function baue(haus: Haus) {
  let bytes = 0
  let dokumente = 0
  let objekte = 0
  for await (const datei of lieferung(haus)) {
    bytes += datei.bytes.byteLength
    if (datei.objekte > 0) dokumente += 1
    objekte += datei.objekte
  }
  return { bytes, dokumente, objekte }
}
