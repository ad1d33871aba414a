import type { LeistungId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import { latest, newestFolgenummer, objektKey, type Chronik } from '#core/log/chronik.ts'
import { wechseltageIn } from '#core/vorschau/ansicht.ts'
import { folded } from '#core/vorschau/eingabe.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A Leistung with its name as people read it, and as they look for it. */
export type Benannt = { readonly id: LeistungId; readonly name: string; readonly gesucht: string }

/** Areas whose days are kept; the Bund and the Land are on the path of all, and stay. */
const KEPT_GEBIETE = 50

type Bestand = {
  readonly folgenummer: number
  readonly tage: Map<GebietId, readonly CalendarDay[]>
  namen: readonly Benannt[] | null
}

/** What anonymous lists need of the whole stock is derived once per entry of the log, however many people look. */
const derived = new WeakMap<Chronik, Bestand>()

function bestandOf(chronik: Chronik): Bestand {
  const folgenummer = newestFolgenummer(chronik)
  const known = derived.get(chronik)
  if (known?.folgenummer === folgenummer) return known
  const fresh: Bestand = { folgenummer, tage: new Map(), namen: null }
  derived.set(chronik, fresh)
  return fresh
}

/** The same as `wechseltageIn`, kept for the areas asked for last. */
export function keptWechseltage(chronik: Chronik): (id: GebietId) => readonly CalendarDay[] {
  const { tage } = bestandOf(chronik)
  return (id) => {
    const known = tage.get(id) ?? wechseltageIn(chronik, id)
    tage.delete(id)
    tage.set(id, known)
    const [oldest] = tage.keys()
    if (tage.size > KEPT_GEBIETE && oldest !== undefined) tage.delete(oldest)
    return known
  }
}

/** These Leistungen by name, also those without a text so far; only the others are sorted anew. */
export function sortedByName(chronik: Chronik, ids: ReadonlySet<LeistungId>): readonly Benannt[] {
  const bestand = bestandOf(chronik)
  bestand.namen ??= byName(
    [...new Set([...chronik.leistungenIn.values()].flatMap((each) => [...each]))].map((id) =>
      benannt(chronik, id),
    ),
  )
  const listed = bestand.namen.filter(({ id }) => ids.has(id))
  if (listed.length === ids.size) return listed
  const known = new Set(listed.map(({ id }) => id))
  const rest = [...ids].filter((id) => !known.has(id)).map((id) => benannt(chronik, id))
  return byName([...listed, ...rest])
}

/** What a Leistung is called, also on a day on which it is not offered. */
export function nameOf(chronik: Chronik, id: LeistungId): string {
  const belege = chronik.objekte.get(objektKey({ art: 'leistung', id }))
  const objekt = latest(belege, newestFolgenummer(chronik))?.wert
  return objekt?.art === 'leistung' ? objekt.wert.name : id
}

function benannt(chronik: Chronik, id: LeistungId): Benannt {
  const name = nameOf(chronik, id)
  return { id, name, gesucht: folded(name) }
}

const DEUTSCH = new Intl.Collator('de')

/** In the order of a German dictionary. */
export function byName<T extends { readonly name: string }>(all: readonly T[]): readonly T[] {
  return [...all].sort((left, right) => DEUTSCH.compare(left.name, right.name))
}
