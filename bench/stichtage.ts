import { diffSnapshots } from '#core/delta/delta.ts'
import { newestPair, sameEintrag, snapshotOn } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import { previousDay } from '#core/zeit/day.ts'
import { HEUTE, STICHTAG, andereTage } from './daten.ts'
import type { Haus } from './haus.ts'
import { median, medianTime, timed } from './messen.ts'
import { dauer, melde, zahlText } from './tabelle.ts'

const RUNS = 7

/** Any other Stichtag against today, both derived from the log, and the difference of two days. */
export async function messeStichtage(haus: Haus): Promise<void> {
  const chronik = await haus.ports.chronik()
  const snapshot = (stichtag: typeof HEUTE) => snapshotOn(chronik, newestPair(chronik, stichtag))
  for (let warmUp = 0; warmUp < 5; warmUp += 1) snapshot(HEUTE)
  const today: number[] = []
  const other: number[] = []
  // In turn, so that a disturbance hits both.
  for (const tag of andereTage(RUNS)) {
    today.push((await timed(() => snapshot(HEUTE))).ms)
    other.push((await timed(() => snapshot(tag))).ms)
  }
  const ratio = median(other) / median(today)
  melde(
    `Snapshot eines anderen Stichtags gegen heute (${zahlText(snapshot(HEUTE).eintraege.size, 0)} Einträge)`,
    `${dauer(median(other))} gegen ${dauer(median(today))} = ${zahlText(ratio, 2)}-fach`,
    { hoechstens: 1.5, einheit: '-fach' },
    ratio,
  )
  const indexMs = await medianTime(3, () => uebersichtOf(snapshot(HEUTE)))
  melde('Snapshot und ganze Übersicht, wie eine Lieferung sie ableitet', dauer(indexMs))
  const first = andereTage(1)[0] ?? HEUTE
  const lazy = await timed(() => uebersichtOn(chronik, newestPair(chronik, first)))
  melde('Übersicht nach Bedarf für einen neuen Tag, wie der Feed sie ableitet', dauer(lazy.ms))
  const [eve, morning] = [snapshot(previousDay(STICHTAG)), snapshot(STICHTAG)]
  const diff = () => diffSnapshots(eve.eintraege, morning.eintraege, sameEintrag)
  const diffMs = await medianTime(RUNS, diff)
  melde(`Unterschied 31.12. → 1.1. (${zahlText(diff().length, 0)} Änderungen)`, dauer(diffMs))
}
