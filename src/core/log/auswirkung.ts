import { canonicalJson } from '#core/canonicalJson.ts'
import type { FassungId, Folgenummer, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import { isLuecke, type Aussetzungsgrund, type Reihe } from '#core/fassung/reihe.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import { objektreiheAt, reiheAt, type Objektabschnitt } from '#core/log/snapshot.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** The log as it is known at one Kenntnisstand. */
export type Sicht = { readonly chronik: Chronik; readonly kenntnisstand: Folgenummer }

/** Days from `ab` on, without `bis`; null: no end is known. */
export type Zeitraum = { readonly ab: CalendarDay; readonly bis: CalendarDay | null }

/**
 * How a released text or an object lies in time. `gilt` has days; `wartet` has none, because its day is not bestimmt;
 * `entfaellt` never holds: withdrawn, corrected, or another one takes all its days.
 */
export type Lage = {
  readonly zustand: 'gilt' | 'wartet' | 'ausgesetzt' | 'abgesagt' | 'entfaellt'
  readonly zeitraeume: readonly Zeitraum[]
  /** Why it is ausgesetzt; otherwise null. */
  readonly grund: Aussetzungsgrund | null
}

/** What is moved: a text, or an object with dated states. Null where the log does not say it in the entry. */
export type Gegenstand =
  | {
      readonly art: 'fassung'
      readonly id: FassungId
      readonly leistungId: LeistungId
      readonly ebene: Ebene
      readonly gebietId: GebietId
      readonly redaktionId: RedaktionId
    }
  | {
      readonly art: Objektart
      readonly id: string
      readonly leistungId: LeistungId | null
      readonly gebietId: GebietId | null
      readonly redaktionId: RedaktionId | null
      /** Key of the content that names it; null where the value lies in the entry. */
      readonly inhalt: string | null
    }

/** A text or an object whose days or state change. */
export type Verschiebung = {
  readonly gegenstand: Gegenstand
  readonly vorher: Lage
  readonly nachher: Lage
}

/** What an act leads to that somebody must look at (zeit.md, rules 6 and 7). */
export type Folge =
  /** From `ab` until `bis` nothing is offered any more, and nobody has said so. */
  | ({ readonly art: 'luecke'; readonly nach: Gegenstand } & Zeitraum)
  | { readonly art: 'ausgesetzt'; readonly wer: Gegenstand; readonly grund: Aussetzungsgrund }

/** What an act does to the texts and objects that it reaches. */
export type Auswirkung = {
  readonly verschiebungen: readonly Verschiebung[]
  readonly folgen: readonly Folge[]
}

/**
 * What lies between two views of the log, for the rows and objects of `keys` (as in `Chronik.abhaengige`): everything that
 * moves, with old and new days, and each new consequence. Language variants follow their Fassung and are not named.
 */
export function auswirkungOf(vorher: Sicht, nachher: Sicht, keys: Iterable<string>): Auswirkung {
  const verschiebungen: Verschiebung[] = []
  const folgen: Folge[] = []
  for (const each of keys) {
    const key = each.slice(each.indexOf('|') + 1)
    const [old, now] = each.startsWith('reihe|')
      ? [fassungenOf(vorher, key), fassungenOf(nachher, key)]
      : [objektOf(vorher, key), objektOf(nachher, key)]
    verschiebungen.push(...movedBetween(old.lagen, now.lagen))
    folgen.push(...newIn(now.folgen, old.folgen))
  }
  return { verschiebungen, folgen }
}

type Gelegtes = {
  readonly lagen: ReadonlyMap<string, { readonly gegenstand: Gegenstand; readonly lage: Lage }>
  readonly folgen: readonly Folge[]
}

function fassungenOf({ chronik, kenntnisstand }: Sicht, key: string): Gelegtes {
  const reihe = reiheAt(chronik, key, kenntnisstand)
  const lagen = new Map<string, { readonly gegenstand: Gegenstand; readonly lage: Lage }>()
  for (const { folgenummer, wert } of chronik.reihen.get(key) ?? []) {
    if (folgenummer > kenntnisstand) continue
    const { id, leistungId, ebene, gebietId, redaktionId } = wert
    const gegenstand = { art: 'fassung', id, leistungId, ebene, gebietId, redaktionId } as const
    lagen.set(id, { gegenstand, lage: lageIn(reihe, id) })
  }
  const named = (id: FassungId): Gegenstand | undefined => lagen.get(id)?.gegenstand
  return { lagen, folgen: [...gapsIn(reihe, named), ...suspendedIn(reihe, named)] }
}

/** Where the text lies in its row. */
export function lageIn(reihe: Reihe, id: FassungId): Lage {
  const grund = reihe.gruende.get(id) ?? null
  const zeitraeume = reihe.abschnitte
    .filter(({ beleg }) => beleg.wert.id === id)
    .map(({ ab, bis }) => ({ ab, bis }))
  if (grund) return { zustand: 'ausgesetzt', zeitraeume, grund }
  if (zeitraeume.length > 0) return { zustand: 'gilt', zeitraeume, grund }
  if (reihe.wartend.includes(id)) return { zustand: 'wartet', zeitraeume, grund }
  return { zustand: reihe.abgesagt.includes(id) ? 'abgesagt' : 'entfaellt', zeitraeume, grund }
}

type Named = (id: FassungId) => Gegenstand | undefined

/** Days without a text of which nobody has said that nothing is offered. */
function gapsIn(reihe: Reihe, named: Named): readonly Folge[] {
  return reihe.pausen.filter(isLuecke).flatMap(({ nach: id, ab, bis }) => {
    const nach = named(id)
    return nach ? [{ art: 'luecke', nach, ab, bis }] : []
  })
}

function suspendedIn({ gruende }: Reihe, named: Named): readonly Folge[] {
  return [...gruende].flatMap(([id, grund]) => {
    const wer = named(id)
    return wer ? [{ art: 'ausgesetzt', wer, grund }] : []
  })
}

function objektOf({ chronik, kenntnisstand }: Sicht, key: string): Gelegtes {
  const known = (chronik.objekte.get(key) ?? []).filter(
    ({ folgenummer }) => folgenummer <= kenntnisstand,
  )
  const newest = known.at(-1)
  if (!newest) return { lagen: new Map(), folgen: [] }
  const abschnitte = objektreiheAt(chronik, key, kenntnisstand)
  const gegenstand = gegenstandOf(newest.wert)
  const zustand = abschnitte.length > 0 ? 'gilt' : 'wartet'
  const lage: Lage = { zustand, zeitraeume: zeitraeumeOf(abschnitte), grund: null }
  const folgen = abschnitte.flatMap(({ bis }, index): readonly Folge[] => {
    const next = abschnitte[index + 1]
    if (bis === null || !next || bis >= next.ab) return []
    return [{ art: 'luecke', nach: gegenstand, ab: bis, bis: next.ab }]
  })
  return { lagen: new Map([[key, { gegenstand, lage }]]), folgen }
}

function zeitraeumeOf(abschnitte: readonly Objektabschnitt[]): readonly Zeitraum[] {
  return abschnitte.map(({ ab, bis }) => ({ ab, bis }))
}

/** What a saved state is about. */
export function gegenstandOf(objekt: Objektstand): Gegenstand {
  const { art, id } = objekt
  if (!('wert' in objekt)) {
    return { art, id, leistungId: null, gebietId: null, redaktionId: null, inhalt: objekt.inhalt }
  }
  const { wert } = objekt
  return {
    art,
    id,
    leistungId: 'leistungId' in wert ? wert.leistungId : null,
    gebietId: 'gebietId' in wert ? wert.gebietId : null,
    redaktionId: ('redaktionId' in wert ? wert.redaktionId : null) ?? null,
    inhalt: null,
  }
}

function movedBetween(old: Gelegtes['lagen'], now: Gelegtes['lagen']): readonly Verschiebung[] {
  return [...now].flatMap(([id, { gegenstand, lage }]) => {
    const vorher = old.get(id)?.lage ?? UNBEKANNT
    return canonicalJson(vorher) === canonicalJson(lage)
      ? []
      : [{ gegenstand, vorher, nachher: lage }]
  })
}

/** A text that was not known before. */
const UNBEKANNT: Lage = { zustand: 'entfaellt', zeitraeume: [], grund: null }

function newIn(now: readonly Folge[], old: readonly Folge[]): readonly Folge[] {
  const known = new Set(old.map(canonicalJson))
  return now.filter((each) => !known.has(canonicalJson(each)))
}
