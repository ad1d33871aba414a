import { EBENEN, pathTo, type Gebiet } from '#core/gebiet/gebiet.ts'
import { earlierEnd } from '#core/geltung/geltungszeitraum.ts'
import type { LeistungId } from '#core/fassung/fassung.ts'
import { aenderungszeiten } from '#core/lieferung/geaendert.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import { objektreiheAt, reiheAt, type Eintrag } from '#core/log/snapshot.ts'
import type { Uebersicht } from '#core/log/uebersicht.ts'
import { vorgabenOf } from '#core/log/vorgaben.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** The days and instants of a merged text. */
export type Zeiten = {
  /** First day on which the text reads as it does on the Stichtag. */
  readonly gueltigAb: CalendarDay
  /** First day on which it no longer does: a layer ends, follows or comes in. Null: none is known. */
  readonly gueltigBis: CalendarDay | null
  /** First day on which anything that is shown changes, an office included. */
  readonly naechsteAenderung: CalendarDay | null
  /** Latest of release, withdrawal, move and 0:00 of a switch of anything behind it; UTC (zeit.md, rule 17). */
  readonly geaendert: string
}

/**
 * When the merged text of an area began and ends, over the boundaries of all layers that meet there:
 * a layer that begins next month ends today's text, too. Only what is bestimmt and released counts
 * (zeit.md, rule 16). `shown` are the entries that the answer is made of.
 */
export function zeitenOf(
  { snapshot, gebiete }: Uebersicht,
  chronik: Chronik,
  leistungId: LeistungId,
  gebiet: Gebiet,
  shown: readonly Eintrag[],
): Zeiten {
  const { stichtag, kenntnisstand } = snapshot
  const path = pathTo(gebiete, gebiet.id).map(({ id }) => id)
  const boundaries = path.flatMap((id) =>
    EBENEN.flatMap((ebene) => {
      const { abschnitte } = reiheAt(
        chronik,
        reiheKey({ leistungId, ebene, gebietId: id }),
        kenntnisstand,
      )
      return abschnitte.flatMap(({ ab, bis }) => (bis === null ? [ab] : [ab, bis]))
    }),
  )
  // On the day a lock, a period of silence or an answer begins or ends, the text may read differently.
  for (const { key, gebietId } of vorgabenOf(chronik, leistungId, kenntnisstand)) {
    if (!path.includes(gebietId)) continue
    for (const { ab, bis } of objektreiheAt(chronik, key, kenntnisstand))
      boundaries.push(ab, ...(bis === null ? [] : [bis]))
  }
  const [first, ...others] = boundaries.filter((tag) => tag <= stichtag)
  if (first === undefined) throw new RangeError(`no text of ${leistungId} holds in ${gebiet.id}`)
  const gueltigAb = others.reduce((left, right) => (left > right ? left : right), first)
  const gueltigBis = boundaries.filter((tag) => tag > stichtag).reduce(earlierEnd, null)
  return {
    gueltigAb,
    gueltigBis,
    naechsteAenderung: shown.map(({ bis }) => bis).reduce(earlierEnd, gueltigBis),
    geaendert: aenderungszeiten(chronik, snapshot).ofAuskunft(leistungId, gebiet.id),
  }
}
