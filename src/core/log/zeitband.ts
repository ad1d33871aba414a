import type { Folgenummer, Freigegeben, LeistungId, Variante } from '#core/fassung/fassung.ts'
import type { Abschnitt, Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { EBENEN, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import type { Geltungszeitraum } from '#core/geltung/geltungszeitraum.ts'
import { latest, zeitgrenzenAt, type Beleg, type Chronik } from '#core/log/chronik.ts'
import { reiheAt, variantenAt, type Zeitpaar } from '#core/log/snapshot.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'
import { skalaOf, type Skala } from '#core/zeit/skala.ts'

/** Where a stretch of days lies as seen from the Stichtag. */
export type Zeitlage = 'vergangen' | 'gegenwaertig' | 'kuenftig'

/** Days on which one Fassung holds. */
export type Bandabschnitt = Abschnitt & { readonly art: 'text'; readonly lage: Zeitlage }

/** Days on which none holds: between two, or (`am-ende`) after an end that nothing follows. */
export type Luecke = Geltungszeitraum & {
  readonly art: 'luecke'
  readonly wo: 'zwischen' | 'am-ende'
  readonly lage: Zeitlage
}

/** Days on which a language variant can be read. */
export type Variantenstrecke = Geltungszeitraum & {
  readonly variante: Variante
  readonly folgenummer: Folgenummer
}

/** A text that is held back, on the days that it wants (zeit.md, rule 7); without `ab` it has none yet. */
export type Ausgesetzter = {
  readonly beleg: Beleg<Freigegeben>
  readonly grund: Aussetzungsgrund
  readonly ab: CalendarDay | null
  readonly bis: CalendarDay | null
}

/** The timeline of one row of texts: what held, holds and will hold in one layer and area. */
export type Zeitband = {
  readonly key: string
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  /** In order, without a hole: from the first day on, each day lies in exactly one of them. */
  readonly strecken: readonly (Bandabschnitt | Luecke)[]
  readonly ausgesetzt: readonly Ausgesetzter[]
  /** Released, their first day is not bestimmt yet. */
  readonly wartend: readonly Beleg<Freigegeben>[]
  /** Released for a law that failed. */
  readonly abgesagt: readonly Beleg<Freigegeben>[]
  /** In the order of days, per language. */
  readonly varianten: readonly Variantenstrecke[]
}

/** The timelines of all rows of a Leistung, the widest layer first. */
export function zeitbaenderOf(
  chronik: Chronik,
  leistungId: LeistungId,
  pair: Zeitpaar,
): readonly Zeitband[] {
  const keys = [...chronik.reihen].flatMap(([key, belege]) =>
    belege[0]?.wert.leistungId === leistungId ? [key] : [],
  )
  return keys
    .flatMap((key) => zeitbandOf(chronik, key, pair) ?? [])
    .sort((left, right) => EBENEN.indexOf(left.ebene) - EBENEN.indexOf(right.ebene))
}

/** The timeline of one row, past and future as seen from the Stichtag; null where nothing was known of it. */
export function zeitbandOf(chronik: Chronik, key: string, pair: Zeitpaar): Zeitband | null {
  const { stichtag, kenntnisstand } = pair
  const belege = (chronik.reihen.get(key) ?? []).filter(
    ({ folgenummer }) => folgenummer <= kenntnisstand,
  )
  const [first] = belege
  if (!first) return null
  const reihe = reiheAt(chronik, key, kenntnisstand)
  const lookup = zeitgrenzenAt(chronik, kenntnisstand)
  const named = (ids: readonly string[]) => belege.filter(({ wert }) => ids.includes(wert.id))
  const { leistungId, ebene, gebietId } = first.wert
  return {
    key,
    leistungId,
    ebene,
    gebietId,
    strecken: withGaps(reihe.abschnitte, stichtag),
    ausgesetzt: belege.flatMap((beleg) => {
      const grund = reihe.gruende.get(beleg.wert.id)
      if (!grund) return []
      const { beginn, ende } = beleg.wert
      const bis = ende === null ? null : effectiveDay(ende, lookup)
      return [{ beleg, grund, ab: effectiveDay(beginn, lookup), bis }]
    }),
    wartend: named(reihe.wartend),
    abgesagt: named(reihe.abgesagt),
    varianten: variantenstrecken(chronik, key, reihe.abschnitte, kenntnisstand),
  }
}

function withGaps(
  abschnitte: readonly Abschnitt[],
  stichtag: CalendarDay,
): readonly (Bandabschnitt | Luecke)[] {
  return abschnitte.flatMap((abschnitt, index): readonly (Bandabschnitt | Luecke)[] => {
    const text: Bandabschnitt = {
      ...abschnitt,
      art: 'text',
      lage: zeitlageOf(abschnitt, stichtag),
    }
    const ab = abschnitt.bis
    const bis = abschnitte[index + 1]?.ab ?? null
    if (ab === null || ab === bis) return [text]
    const wo = bis === null ? 'am-ende' : 'zwischen'
    return [text, { art: 'luecke', wo, ab, bis, lage: zeitlageOf({ ab, bis }, stichtag) }]
  })
}

function zeitlageOf({ ab, bis }: Geltungszeitraum, stichtag: CalendarDay): Zeitlage {
  if (ab > stichtag) return 'kuenftig'
  return bis !== null && bis <= stichtag ? 'vergangen' : 'gegenwaertig'
}

/** Variants change only where their text does, or on the day from which one is withdrawn. */
function variantenstrecken(
  chronik: Chronik,
  key: string,
  abschnitte: readonly Abschnitt[],
  kenntnisstand: Folgenummer,
): readonly Variantenstrecke[] {
  const withdrawals = withdrawnVarianten(chronik, key, kenntnisstand)
  const found = abschnitte.flatMap(({ ab, bis }) => {
    const days = [ab, ...withdrawals.filter((tag) => tag > ab && (bis === null || tag < bis))]
    return days.flatMap((tag, index) =>
      variantenAt(chronik, key, { stichtag: tag, kenntnisstand }).map(
        ({ variante, folgenummer }) => ({
          variante,
          folgenummer,
          ab: tag,
          bis: days[index + 1] ?? bis,
        }),
      ),
    )
  })
  return found
    .reduce<Variantenstrecke[]>(joinTouching, [])
    .sort((left, right) => left.variante.sprache.localeCompare(right.variante.sprache))
}

function joinTouching(joined: Variantenstrecke[], next: Variantenstrecke): Variantenstrecke[] {
  const index = joined.findLastIndex(({ variante }) => variante.id === next.variante.id)
  const last = joined[index]
  if (last?.bis !== next.ab) return [...joined, next]
  return joined.with(index, { ...last, bis: next.bis })
}

function withdrawnVarianten(
  chronik: Chronik,
  key: string,
  kenntnisstand: Folgenummer,
): readonly CalendarDay[] {
  const days = (chronik.reihen.get(key) ?? [])
    .flatMap(({ wert }) => chronik.varianten.get(wert.id) ?? [])
    .flatMap(
      ({ wert }) => latest(chronik.zurueckziehungen.get(wert.id), kenntnisstand)?.wert.ab ?? [],
    )
  return [...new Set(days)].sort()
}

/** A stretch as it is drawn: from `von` to `bis` of the width, 0 to 1, in a lane of its own kind. */
export type Strecke<T> = {
  readonly was: T
  readonly von: number
  readonly bis: number
  /** Lane, 0 first: stretches of one lane never overlap. */
  readonly spur: number
  /** Whether it goes on beyond the edge of the picture. */
  readonly beginntDavor: boolean
  readonly gehtWeiter: boolean
}

/** One row as it is drawn. */
export type Bandbild = {
  readonly band: Zeitband
  readonly strecken: readonly Strecke<Bandabschnitt | Luecke>[]
  readonly ausgesetzt: readonly Strecke<Ausgesetzter>[]
  /** One lane per language. */
  readonly varianten: readonly Strecke<Variantenstrecke>[]
}

/** Places a row on a scale of days; what lies outside of it altogether is left to the list beside. */
export function placeBand(band: Zeitband, skala: Skala): Bandbild {
  const sprachen = [...new Set(band.varianten.map(({ variante }) => variante.sprache))]
  const ausgesetzt = band.ausgesetzt.flatMap((was) => {
    if (was.ab === null) return []
    return place(
      was,
      { ab: was.ab, bis: was.bis !== null && was.bis > was.ab ? was.bis : null },
      skala,
    )
  })
  return {
    band,
    strecken: band.strecken.flatMap((was) => place(was, was, skala)),
    ausgesetzt: intoLanes(ausgesetzt),
    varianten: band.varianten.flatMap((was) =>
      place(was, was, skala).map((strecke) => ({
        ...strecke,
        spur: sprachen.indexOf(was.variante.sprache),
      })),
    ),
  }
}

function place<T>(was: T, { ab, bis }: Geltungszeitraum, skala: Skala): readonly Strecke<T>[] {
  if (ab >= skala.bis || (bis !== null && bis <= skala.ab)) return []
  return [
    {
      was,
      von: skala.positionOf(ab),
      bis: bis === null ? 1 : skala.positionOf(bis),
      spur: 0,
      beginntDavor: ab < skala.ab,
      gehtWeiter: bis === null || bis > skala.bis,
    },
  ]
}

/** Each into the first lane in which it overlaps nothing. */
function intoLanes<T>(strecken: readonly Strecke<T>[]): readonly Strecke<T>[] {
  const ends: number[] = []
  return [...strecken]
    .sort((left, right) => left.von - right.von)
    .map((strecke) => {
      const free = ends.findIndex((end) => end <= strecke.von)
      const spur = free === -1 ? ends.length : free
      ends[spur] = strecke.bis
      return { ...strecke, spur }
    })
}

/** How far the picture looks back and ahead, days. */
const BACK = 730
const AHEAD = 5 * 365
const MARGIN = 90

/** The days that a picture of these rows shows: two years back at most, and all that is planned for five years. */
export function rahmenOf(baender: readonly Zeitband[], heute: CalendarDay): Skala {
  const days = baender.flatMap(({ strecken, ausgesetzt }) =>
    [...strecken, ...ausgesetzt].flatMap(({ ab, bis }) => [ab, bis]).filter((tag) => tag !== null),
  )
  const first = days.reduce((left, right) => (right < left ? right : left), addDays(heute, -MARGIN))
  const last = days.reduce((left, right) => (right > left ? right : left), heute)
  const ab = latestDay(addDays(heute, -BACK), first)
  const bis = latestDay(addDays(heute, 365), addDays(last, MARGIN))
  const furthest = addDays(heute, AHEAD)
  return skalaOf(ab, bis < furthest ? bis : furthest)
}

function latestDay(left: CalendarDay, right: CalendarDay): CalendarDay {
  return left > right ? left : right
}
