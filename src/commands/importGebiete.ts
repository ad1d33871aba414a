import { success, type Result } from '#core/ergebnis.ts'
import { reconcileGebiete, type Abgleich } from '#core/gebiet/abgleich.ts'
import type { Gebiet, GebietId } from '#core/gebiet/gebiet.ts'
import type { Gebietsliste } from '#core/gebiet/gebietsliste.ts'
import { newestFolgenummer, objektKey, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import { beginnOnSave } from '#core/log/objekt.ts'
import { newestPair, snapshotOn, type Snapshot } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { ReadGebietsliste } from '#ports/gebietsliste.ts'
import type { AppendEreignis, Clock, CurrentChronik } from '#ports/log.ts'
import type { Fortschritt, ProjectEreignis } from '#ports/pult.ts'

/** What the command needs from the house. */
export type ImportPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
  readonly readGebietsliste: ReadGebietsliste
}

/** Which list, who takes it over, and whom to tell how far it is. */
export type ImportAuftrag = {
  readonly quelle: AsyncIterable<Uint8Array>
  readonly von: string
  readonly fortschritt?: Fortschritt
}

/** What an import did. `ereignis` null: everything was known already. */
export type Importergebnis = {
  readonly liste: Gebietsliste
  readonly abgleich: Abgleich
  readonly ereignis: Ereignis | null
}

/**
 * Takes over an official list of areas: reads it whole, compares it with the areas that exist, appends one entry, brings
 * the documents up to it. Problems: those of the list, `release-was-concurrent`; then nothing has changed.
 *
 * The list is compared with the areas of the day from which it can hold: the first day of the list, but not before today,
 * because what was shown of known areas stays (zeit.md, rule 4). What the log never heard of begins with the list, so
 * that a Stichtag between the list's first day and the import finds it.
 */
export async function importGebiete(
  ports: ImportPorts,
  { quelle, von, fortschritt }: ImportAuftrag,
): Promise<Result<Importergebnis>> {
  const gelesen = await ports.readGebietsliste(quelle)
  if (!gelesen.ok) return gelesen
  const liste = gelesen.value
  const { zeitpunkt, heute } = ports.clock()
  const chronik = await ports.chronik()
  const snapshot = snapshotOn(chronik, newestPair(chronik, later(liste.gueltigAb, heute)))
  const { gebiete } = uebersichtOf(snapshot)
  const abgleich = reconcileGebiete(liste, { gebiete, bekannt: newestGebiete(chronik) })
  const changed = [...abgleich.neu, ...abgleich.geaendert]
  if (changed.length === 0) return success({ liste, abgleich, ereignis: null })

  const ereignis = await ports.append({
    zeitpunkt,
    art: 'import',
    von,
    grund: `Gebietsliste ${liste.kennung}`,
    // Two imports of one list that looked at the same log would say everything twice.
    schluessel: `import|${liste.kennung}|${newestFolgenummer(chronik)}`,
    aussagen: changed.map((gebiet) => aussageOf(gebiet, liste.gueltigAb, chronik, snapshot, heute)),
  })
  if (!ereignis.ok) return ereignis
  await ports.project(ereignis.value, fortschritt)
  return success({ liste, abgleich, ereignis: ereignis.value })
}

/** A changed area keeps the end that somebody gave it: a new name does not bring it back to life. */
function aussageOf(
  wert: Gebiet,
  gueltigAb: CalendarDay,
  chronik: Chronik,
  { eintraege }: Snapshot,
  heute: CalendarDay,
): Aussage {
  const { id } = wert
  const beginn = beginnOnSave({ art: 'gebiet', id, beginn: festerTag(gueltigAb) }, chronik, heute)
  const current = eintraege.get(objektKey({ art: 'gebiet', id }))
  const ende = current?.klasse === 'objekt' ? current.objekt.ende : null
  const objekt = { art: 'gebiet', id, beginn, ende, gespeichertAm: heute, wert } as const
  return { klasse: 'objekt', objekt, pult: null }
}

function newestGebiete(chronik: Chronik): ReadonlyMap<GebietId, Gebiet> {
  const newest = new Map<GebietId, Gebiet>()
  for (const belege of chronik.objekte.values()) {
    const objekt = belege.at(-1)?.wert
    if (objekt?.art === 'gebiet') newest.set(objekt.id, objekt.wert)
  }
  return newest
}

function later(left: CalendarDay, right: CalendarDay): CalendarDay {
  return left > right ? left : right
}
