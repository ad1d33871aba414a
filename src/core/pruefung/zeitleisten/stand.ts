import type { Folgenummer, Freigegeben, LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Abschnitt, Reihe } from '#core/fassung/reihe.ts'
import { indexGebiete, type Gebiet, type Gebiete } from '#core/gebiet/gebiet.ts'
import { zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { objektreiheAt, reiheAt, type Objektabschnitt } from '#core/log/snapshot.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { nameOfRechtsnorm, type Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type {
  RechtsnormId,
  Zeitgrenze,
  ZeitgrenzeId,
  ZeitgrenzeLookup,
} from '#core/rechtsnorm/zeitgrenze.ts'
import type { Zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { dayInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What the checks of the timelines are given. */
export type Pruefstoff = {
  readonly chronik: Chronik
  /** The day of the check; what is over by then is no finding any more. */
  readonly heute: CalendarDay
  readonly kenntnisstand: Folgenummer
  readonly rechtsnormen: ReadonlyMap<RechtsnormId, Rechtsnorm>
  /** Contents of objects whose value does not lie in the log, by hash: their name and who keeps them. */
  readonly objektinhalte: ReadonlyMap<string, unknown>
}

/** What all checks share, derived once. */
export type Pruefstand = Pruefstoff & {
  readonly zeitgrenze: ZeitgrenzeLookup
  /** By `reiheKey`. */
  readonly reihen: ReadonlyMap<string, Reihe>
  /** All Zeitgrenzen as they stand now. */
  readonly zeitgrenzen: readonly Zeitgrenze[]
  readonly zeitgrenzenOf: (id: RechtsnormId) => readonly Zeitgrenze[]
  /** The areas of a day. */
  readonly gebiete: (tag: CalendarDay) => Gebiete
}

/** One check of the timelines. It never throws. */
export type Zeitpruefung = (stand: Pruefstand) => readonly Zeitbefund[]

/** One check of all rows of texts of one Leistung. It never throws. */
export type Leistungspruefung = (
  stand: Pruefstand,
  reihen: readonly Pruefreihe[],
) => readonly Zeitbefund[]

/** These rows, laid out as known at the Kenntnisstand. */
export function layOutReihen(
  { chronik, kenntnisstand }: Pick<Pruefstoff, 'chronik' | 'kenntnisstand'>,
  keys: Iterable<string>,
): ReadonlyMap<string, Reihe> {
  const zeitgrenze = zeitgrenzenAt(chronik, kenntnisstand)
  return new Map([...keys].map((key) => [key, reiheAt(chronik, key, kenntnisstand, zeitgrenze)]))
}

/** Lays everything out that the checks look at; `reihen`: all rows, where that has been done already. */
export function pruefstandOf(
  stoff: Pruefstoff,
  reihen: ReadonlyMap<string, Reihe> = layOutReihen(stoff, stoff.chronik.reihen.keys()),
): Pruefstand {
  const { chronik, kenntnisstand } = stoff
  const zeitgrenze = zeitgrenzenAt(chronik, kenntnisstand)
  const zeitgrenzen = [...chronik.zeitgrenzen.keys()].flatMap((id) => zeitgrenze(id) ?? [])
  const byRechtsnorm = grouped(zeitgrenzen, ({ rechtsnormId }) => rechtsnormId)
  return {
    ...stoff,
    zeitgrenze,
    reihen,
    zeitgrenzen,
    zeitgrenzenOf: (id) => byRechtsnorm.get(id) ?? [],
    gebiete: gebieteBy(chronik, kenntnisstand),
  }
}

/** A row of texts with its key; `kopf` says which Leistung, layer and Gebiet it is. */
export type Pruefreihe = {
  readonly key: string
  readonly kopf: Pick<Freigegeben, 'leistungId' | 'ebene' | 'gebietId'>
  readonly reihe: Reihe
}

/** All rows that the log held at the Kenntnisstand. */
export function* reihenOf({ chronik, reihen, kenntnisstand }: Pruefstand): Generator<Pruefreihe> {
  for (const [key, reihe] of reihen) {
    const [first] = chronik.reihen.get(key) ?? []
    if (first && first.folgenummer <= kenntnisstand) yield { key, kopf: first.wert, reihe }
  }
}

/** The stretches of a row that are not over yet. */
export function offeneAbschnitte({ abschnitte }: Reihe, heute: CalendarDay): readonly Abschnitt[] {
  return abschnitte.filter(({ bis }) => bis === null || bis > heute)
}

/** The released text of this id. Every id in a row is one. */
export function fassungOf({ chronik }: Pruefstand, id: string): Freigegeben {
  const beleg = chronik.fassungen.get(id)
  if (!beleg) throw new RangeError(`the log holds no Fassung ${id}`)
  return beleg.wert
}

/** The released texts that hang on a Zeitgrenze with their first day or their end, and are not withdrawn or corrected. */
export function haengendeTexte(stand: Pruefstand, id: ZeitgrenzeId): readonly Freigegeben[] {
  const keys = [...(stand.chronik.abhaengige.get(id) ?? [])]
  return keys.flatMap((key) => {
    const reihe = key.startsWith('reihe|')
      ? stand.reihen.get(key.slice('reihe|'.length))
      : undefined
    if (!reihe) return []
    const ids = new Set([
      ...offeneAbschnitte(reihe, stand.heute).map(({ beleg }) => beleg.wert.id),
      ...reihe.wartend,
      ...reihe.ausgesetzt,
      ...reihe.abgesagt,
    ])
    return [...ids]
      .map((fassungId) => fassungOf(stand, fassungId))
      .filter(({ beginn, ende }) =>
        [beginn, ende].some((anker) => anker?.art === 'zeitgrenze' && anker.zeitgrenzeId === id),
      )
  })
}

/** The first day of a text; today while it has none. */
export function ersterTag({ zeitgrenze, heute }: Pruefstand, { beginn }: Freigegeben): CalendarDay {
  return effectiveDay(beginn, zeitgrenze) ?? heute
}

/** Who keeps a Zeitgrenze: its own team, or that of its Rechtsnorm. */
export function redaktionOfZeitgrenze(
  { rechtsnormen }: Pruefstand,
  { redaktionId, rechtsnormId }: Zeitgrenze,
): RedaktionId | null {
  return redaktionId ?? rechtsnormen.get(rechtsnormId)?.redaktionId ?? null
}

/** What people call a Rechtsnorm. */
export function rechtsnormName(
  { rechtsnormen }: Pick<Pruefstand, 'rechtsnormen'>,
  id: RechtsnormId,
): string {
  const norm = rechtsnormen.get(id)
  return norm ? nameOfRechtsnorm(norm) : 'Rechtsnorm'
}

/** The day on which an entry was appended; today for one that is only thought of (`whatIf`). */
export function tagOf({ chronik, heute }: Pruefstand, folgenummer: Folgenummer): CalendarDay {
  const zeitpunkt = chronik.zeitpunkte[folgenummer - 1]
  return zeitpunkt ? dayInBerlin(zeitpunkt) : heute
}

/** The later of two days. */
export function later(left: CalendarDay, right: CalendarDay): CalendarDay {
  return left < right ? right : left
}

/** The rows of each Leistung. */
export function reihenByLeistung(stand: Pruefstand): ReadonlyMap<LeistungId, Pruefreihe[]> {
  return grouped([...reihenOf(stand)], ({ kopf }) => kopf.leistungId)
}

function grouped<K, V>(values: readonly V[], keyOf: (value: V) => K): ReadonlyMap<K, V[]> {
  const groups = new Map<K, V[]>()
  for (const value of values) {
    const key = keyOf(value)
    const group = groups.get(key)
    if (group) group.push(value)
    else groups.set(key, [value])
  }
  return groups
}

/** Areas by day: laid out once, put together for each day that is asked for. */
function gebieteBy(chronik: Chronik, kenntnisstand: Folgenummer): Pruefstand['gebiete'] {
  const known = new Map<CalendarDay, Gebiete>()
  let laidOut: readonly (readonly Objektabschnitt[])[] | undefined
  return (tag) => {
    laidOut ??= [...chronik.objekte.keys()]
      .filter((key) => key.startsWith('gebiet|'))
      .map((key) => objektreiheAt(chronik, key, kenntnisstand))
    const found = known.get(tag) ?? indexGebiete(laidOut.flatMap((reihe) => gebietOn(reihe, tag)))
    known.set(tag, found)
    return found
  }
}

function gebietOn(reihe: readonly Objektabschnitt[], tag: CalendarDay): readonly Gebiet[] {
  const objekt = abschnittOf(reihe, tag)?.beleg.wert
  return objekt?.art === 'gebiet' ? [objekt.wert] : []
}

/** The state of an object that holds on the day. */
export function abschnittOf(
  reihe: readonly Objektabschnitt[],
  tag: CalendarDay,
): Objektabschnitt | undefined {
  return reihe.find(({ ab, bis }) => ab <= tag && (bis === null || tag < bis))
}
