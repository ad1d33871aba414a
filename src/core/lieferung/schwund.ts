import {
  planLieferung,
  type Leistungsobjekt,
  type Stellenobjekt,
} from '#core/lieferung/lieferung.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import { snapshotOn, type Snapshot, type Zeitpaar } from '#core/log/snapshot.ts'
import { uebersichtOf } from '#core/log/uebersicht.ts'

/** A delivery by its pair and the objects in it. */
export type Bestand = { readonly paar: Zeitpaar; readonly objekte: Iterable<Objektangabe> }

/** An object by what a receiver knows of it. */
export type Objektangabe = { readonly klasse: string; readonly id: string }

/**
 * The objects of the delivery before that the one after lacks without an explanation by the log. A portal deletes what a
 * full delivery omits, so such a loss is a fault, not news (`domain/pvog.md` D5).
 *
 * The log explains a loss when two things come together: the log as it is now still says that the object belonged into
 * the delivery before, and what it stood on then (its Leistung, its area, a text of its own layer; or the office itself)
 * no longer holds for the pair after. So a log that lost entries, an exporter that drops objects and a clock that goes
 * backwards explain nothing.
 */
export function unexplainedLosses(
  vorher: Bestand,
  nachher: Bestand,
  chronik: Chronik,
): readonly Objektangabe[] {
  const present = new Set([...nachher.objekte].map(keyOf))
  const missing = [...vorher.objekte].filter((objekt) => !present.has(keyOf(objekt)))
  if (missing.length === 0 || goesBack(vorher.paar, nachher.paar)) return missing
  const planned = plannedOn(chronik, vorher.paar)
  const after = snapshotOn(chronik, nachher.paar)
  return missing.filter((objekt) => {
    const before = planned.get(keyOf(objekt))
    return !before || stillStands(before, after)
  })
}

function plannedOn(
  chronik: Chronik,
  paar: Zeitpaar,
): ReadonlyMap<string, Leistungsobjekt | Stellenobjekt> {
  const plan = planLieferung(uebersichtOf(snapshotOn(chronik, paar)), chronik)
  const objekte = [...plan.leistungen, ...plan.organisationseinheiten, ...plan.onlinedienste]
  return new Map(objekte.map((objekt) => [keyOf(objekt), objekt]))
}

/** Whether everything that puts the object into a delivery still holds. */
function stillStands(objekt: Leistungsobjekt | Stellenobjekt, { eintraege }: Snapshot): boolean {
  if (objekt.klasse !== 'leistung') return eintraege.has(`${objekt.klasse}|${objekt.id}`)
  const { leistung, gebiet, schichten } = objekt
  const own = schichten.filter(
    ({ fassung }) => fassung.gebietId === gebiet.id && fassung.ebene !== 'bund',
  )
  return (
    eintraege.has(`leistung|${leistung.id}`) &&
    eintraege.has(`gebiet|${gebiet.id}`) &&
    own.some(({ fassung }) => eintraege.has(`fassung|${reiheKey(fassung)}`))
  )
}

function goesBack(vorher: Zeitpaar, nachher: Zeitpaar): boolean {
  return nachher.stichtag < vorher.stichtag || nachher.kenntnisstand < vorher.kenntnisstand
}

function keyOf({ klasse, id }: Objektangabe): string {
  return `${klasse}|${id}`
}
