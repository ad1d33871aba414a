import type { FassungId, Fassungskopf, Freigegeben } from '#core/fassung/fassung.ts'
import { abschnittOn, type Reihe } from '#core/fassung/reihe.ts'
import { lageIn, type Lage } from '#core/log/auswirkung.ts'
import {
  newestFolgenummer,
  reiheKey,
  zeitgrenzenAt,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A released text that follows another one in its row; `ab` null: its day is not bestimmt. */
export type Spaetere = {
  readonly beleg: Beleg<Freigegeben>
  readonly ab: CalendarDay | null
  readonly lage: Lage
}

/**
 * The released texts that come after this one: those which begin later and are not over on `heute`, those whose day is not
 * bestimmt, and those ausgesetzt that would begin on its day or later. Not: what was withdrawn, corrected or abgesagt, and what
 * begins only after this text has ended by itself. While its own day is not bestimmt, nothing dated is known to come later.
 */
export function spaetereOf(
  chronik: Chronik,
  kopf: Pick<
    Fassungskopf,
    'id' | 'berichtigt' | 'leistungId' | 'ebene' | 'gebietId' | 'beginn' | 'ende'
  >,
  heute: CalendarDay,
): readonly Spaetere[] {
  const dayOf = daysIn(chronik)
  const reihe = rowOf(chronik, kopf)
  const [ab, ende] = [dayOf(kopf.beginn), dayOf(kopf.ende)]
  return (chronik.reihen.get(reiheKey(kopf)) ?? [])
    .filter(({ wert }) => wert.id !== kopf.id && wert.id !== kopf.berichtigt)
    .filter(({ wert }) => !isCorrected(chronik, wert))
    .map((beleg) => ({
      beleg,
      ab: dayOf(beleg.wert.beginn),
      lage: lageIn(reihe, beleg.wert.id),
    }))
    .filter((each) => follows(each, ab, heute) && !isAfter(each.ab, ende))
    .sort(byDay)
}

/**
 * The released text that this released one stands on now: for an ausgesetzt one that which has its day, or held on it; for
 * one that holds that which holds before it; for one without a day the last one. Null: nothing lies below it.
 */
export function standsOn(chronik: Chronik, fassung: Freigegeben): FassungId | null {
  const reihe = rowOf(chronik, fassung)
  const dayOf = daysIn(chronik)
  const ab = dayOf(fassung.beginn)
  const { grund, zeitraeume } = lageIn(reihe, fassung.id)
  if (grund?.art === 'selber-tag') return grund.mit
  if (ab === null) return lastOf(reihe, ({ beleg }) => beleg.wert.id !== fassung.id)
  const first = zeitraeume[0]?.ab
  if (grund || first === undefined) {
    const holding = abschnittOn(reihe, ab)?.beleg.wert.id
    return holding ?? lastOf(reihe, (each) => each.ab < ab)
  }
  const under = fassung.basis === null ? null : inPlaceOf(chronik, fassung.basis)
  const begins = under === null ? undefined : chronik.fassungen.get(under)?.wert.beginn
  if (fassung.wiederaufgenommen && begins && dayOf(begins) === ab) return under
  return lastOf(reihe, (each) => each.ab < first)
}

/**
 * What held in place of a released text before its release: what it corrects, or else what it was written on top of. What
 * it takes up again (an ausgesetzt one) held nowhere. Null: nothing.
 */
export function vorgaengerOf(chronik: Chronik, fassung: Freigegeben): FassungId | null {
  const released = chronik.fassungen.get(fassung.id)?.folgenummer ?? newestFolgenummer(chronik) + 1
  const { berichtigt, basis } = fassung
  if (berichtigt !== null) {
    const before = reiheAt(chronik, reiheKey(fassung), released - 1)
    if (lageIn(before, berichtigt).zustand !== 'ausgesetzt') return berichtigt
  }
  return basis ?? standsOn(chronik, fassung)
}

/** The text that stands where this one was released: itself, or the last correction that is not held back. */
export function inPlaceOf(
  chronik: Chronik,
  id: FassungId,
  kenntnisstand = newestFolgenummer(chronik),
): FassungId {
  const released = chronik.fassungen.get(id)
  if (!released) return id
  const key = reiheKey(released.wert)
  const { ausgesetzt } = reiheAt(chronik, key, kenntnisstand)
  let place = id
  for (const { folgenummer, wert } of chronik.reihen.get(key) ?? []) {
    if (folgenummer > kenntnisstand) break
    if (wert.berichtigt === place && !ausgesetzt.includes(wert.id)) place = wert.id
  }
  return place
}

/** Whether another released text corrects this one, held back or not: who rebases must rebase that one. */
export function isCorrected(chronik: Chronik, fassung: Freigegeben): boolean {
  const row = chronik.reihen.get(reiheKey(fassung)) ?? []
  return row.some(({ wert }) => wert.berichtigt === fassung.id)
}

/**
 * Whether a released text was written in the knowledge of the earlier one: on top of it, on top of one that was, or later and
 * on top of nothing that is named.
 */
export function isBuiltOn(chronik: Chronik, fassung: Freigegeben, frueher: FassungId): boolean {
  const earlier = chronik.fassungen.get(frueher)
  const seen = new Set<FassungId>()
  for (let current = chronik.fassungen.get(fassung.id); current && !seen.has(current.wert.id);) {
    const { id, basis, wiederaufgenommen } = current.wert
    if (basis === null) return earlier !== undefined && earlier.folgenummer < current.folgenummer
    // A rebased text carries the words of whatever stood there when it was released.
    const below = wiederaufgenommen ? inPlaceOf(chronik, basis, current.folgenummer) : basis
    if (below === frueher) return true
    seen.add(id)
    current = chronik.fassungen.get(below)
  }
  return false
}

function rowOf(chronik: Chronik, kopf: Parameters<typeof reiheKey>[0]): Reihe {
  return reiheAt(chronik, reiheKey(kopf), newestFolgenummer(chronik))
}

function daysIn(chronik: Chronik): (anker: Anker | null) => CalendarDay | null {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  return (anker) => (anker === null ? null : effectiveDay(anker, lookup))
}

function follows(
  { ab, lage: { zustand, zeitraeume } }: Spaetere,
  after: CalendarDay | null,
  heute: CalendarDay,
): boolean {
  if (zustand === 'wartet') return true
  if (zustand === 'ausgesetzt') return ab === null || (after !== null && ab >= after)
  const isOver = zeitraeume.every(({ bis }) => bis !== null && bis <= heute)
  return zustand === 'gilt' && after !== null && ab !== null && ab > after && !isOver
}

function isAfter(ab: CalendarDay | null, ende: CalendarDay | null): boolean {
  return ab !== null && ende !== null && ende <= ab
}

/** Those without a day come last. */
function byDay(left: Spaetere, right: Spaetere): number {
  if (left.ab === right.ab) return left.beleg.folgenummer - right.beleg.folgenummer
  if (left.ab === null || right.ab === null) return left.ab === null ? 1 : -1
  return left.ab < right.ab ? -1 : 1
}

function lastOf(
  { abschnitte }: Reihe,
  fits: (abschnitt: Reihe['abschnitte'][number]) => boolean,
): FassungId | null {
  return abschnitte.findLast(fits)?.beleg.wert.id ?? null
}
