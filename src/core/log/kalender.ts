import { compareKeys } from '#core/delta/delta.ts'
import type { Fassungskopf, Folgenummer, RedaktionId } from '#core/fassung/fassung.ts'
import { objektKey, zeitgrenzenAt, type Beleg, type Chronik } from '#core/log/chronik.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import { reiheAt, type Zeitpaar } from '#core/log/snapshot.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeId, ZeitgrenzeLookup } from '#core/rechtsnorm/zeitgrenze.ts'
import { firstDayOf } from '#core/rechtsnorm/zeitraum.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'

/** How sure a day in the calendar is; `gestrichen`: it had one, and has none any more. */
export type Terminstand = 'bestimmt' | 'geplant' | 'geschaetzt' | 'gestrichen'

/** A released text that begins or ends by a Zeitgrenze, with the day on which it does. */
export type Terminwechsel = {
  readonly fassung: Pick<Fassungskopf, 'id' | 'leistungId' | 'ebene' | 'gebietId' | 'redaktionId'>
  readonly tag: CalendarDay
  readonly art: 'beginnt' | 'endet'
}

/** What the calendar of a Redaktion says of one Zeitgrenze. */
export type Kalendertermin = {
  /** As it stands at the Kenntnisstand. */
  readonly zeitgrenze: Zeitgrenze
  readonly stand: Terminstand
  /** The day it has, the first day of its period, or the last one it had. */
  readonly tag: CalendarDay
  /** 0 for the first entry about it, one more for each later one. */
  readonly folge: number
  /** Instants of the first entry about it, and of the last about it or what the calendar says of it; UTC. */
  readonly angelegt: string
  readonly geaendert: string
  /** The texts of the Redaktion that switch by it; all of them, where it keeps the Zeitgrenze or its Rechtsnorm. */
  readonly wechsel: readonly Terminwechsel[]
  /** The same for Zustaendigkeiten, online services and the like. */
  readonly objekte: readonly Objektstand[]
}

/** Whose calendar, on which day, as known at which Kenntnisstand. */
export type Kalenderfrage = Zeitpaar & { readonly redaktionId: RedaktionId }

/** Who keeps a saved object; null: nobody is known. What lies in the content table must have been read before. */
export type RedaktionOf = (objekt: Objektstand) => RedaktionId | null

/** Days that a calendar looks back. */
const VERGANGEN = 31
/** Days that a day which was taken back stays in it, so that every subscriber removes it. */
const GESTRICHEN = 400

/**
 * The days of the Zeitgrenzen that concern a Redaktion: something of its own hangs on them, or it keeps them or their
 * Rechtsnorm. In order of days. Unbestimmt ones have no day; a day that was taken back stays as `gestrichen` for 400
 * days after the entry that took it.
 */
export function kalenderOf(
  chronik: Chronik,
  frage: Kalenderfrage,
  redaktionOf: RedaktionOf,
): readonly Kalendertermin[] {
  const termine: Kalendertermin[] = []
  for (const id of chronik.zeitgrenzen.keys()) {
    const belege = known(chronik.zeitgrenzen.get(id), frage.kenntnisstand)
    const lage = lageOf(belege, frage.stichtag, chronik)
    if (!lage) continue
    const termin = terminOf(chronik, frage, redaktionOf, { ...lage, belege })
    if (termin) termine.push(termin)
  }
  return termine.sort(byDay)
}

/** The objects whose Redaktion and name `kalenderOf` and its readers need: Rechtsnormen, and what hangs on Zeitgrenzen. */
export function objekteOfKalender(
  chronik: Chronik,
  kenntnisstand: Folgenummer,
): readonly Objektstand[] {
  const found = new Set<Objektstand>()
  for (const id of chronik.zeitgrenzen.keys()) {
    const zeitgrenze = known(chronik.zeitgrenzen.get(id), kenntnisstand).at(-1)?.wert
    if (!zeitgrenze) continue
    const norm = rechtsnormOf(chronik, zeitgrenze, kenntnisstand)
    if (norm) found.add(norm.wert)
    for (const { wert } of anchoredObjekte(chronik, id, kenntnisstand)) found.add(wert)
  }
  return [...found]
}

/** What the log last said of a Rechtsnorm of a Zeitgrenze. */
export function rechtsnormOf(
  chronik: Chronik,
  { rechtsnormId }: Pick<Zeitgrenze, 'rechtsnormId'>,
  kenntnisstand: Folgenummer,
): Beleg<Objektstand> | undefined {
  const key = objektKey({ art: 'rechtsnorm', id: rechtsnormId })
  return known(chronik.objekte.get(key), kenntnisstand).at(-1)
}

type Lage = { readonly stand: Terminstand; readonly tag: CalendarDay }
type Zeitgrenzenlage = Lage & { readonly belege: readonly Beleg<Zeitgrenze>[] }

/** Where the Zeitgrenze stands in the calendar of the Stichtag; undefined: it does not. */
function lageOf(
  belege: readonly Beleg<Zeitgrenze>[],
  stichtag: CalendarDay,
  { zeitpunkte }: Chronik,
): Lage | undefined {
  const current = belege.at(-1)?.wert
  if (!current) return undefined
  const lage = dayOf(current)
  if (lage) return lage.tag < addDays(stichtag, -VERGANGEN) ? undefined : lage
  const last = belege.findLastIndex(({ wert }) => dayOf(wert) !== undefined)
  const before = belege[last]
  const taken = belege[last + 1]
  if (!before || !taken) return undefined
  const tag = dayOf(before.wert)?.tag
  const isRecent =
    (zeitpunkte[taken.folgenummer - 1] ?? '') >= midnightInBerlin(addDays(stichtag, -GESTRICHEN))
  return tag !== undefined && isRecent ? { stand: 'gestrichen', tag } : undefined
}

function dayOf(zeitgrenze: Zeitgrenze): Lage | undefined {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
    case 'geplant':
      return { stand: zeitgrenze.stand, tag: zeitgrenze.tag }
    case 'geschaetzt':
      return { stand: 'geschaetzt', tag: firstDayOf(zeitgrenze.zeitraum) }
    case 'unbestimmt':
    case 'abgesagt':
      return undefined
  }
}

function terminOf(
  chronik: Chronik,
  { redaktionId, kenntnisstand }: Kalenderfrage,
  redaktionOf: RedaktionOf,
  { belege, stand, tag }: Zeitgrenzenlage,
): Kalendertermin | undefined {
  const first = belege[0]
  const zeitgrenze = belege.at(-1)?.wert
  if (!first || !zeitgrenze) return undefined
  const norm = rechtsnormOf(chronik, zeitgrenze, kenntnisstand)
  const keeps =
    zeitgrenze.redaktionId === redaktionId || (norm && redaktionOf(norm.wert) === redaktionId)
  const reihen = anchoredReihen(chronik, zeitgrenze.id, kenntnisstand)
  const objekte = anchoredObjekte(chronik, zeitgrenze.id, kenntnisstand)
  const owners = [
    ...reihen.flatMap(({ fassungen }) => fassungen.map((each) => each.redaktionId)),
    ...objekte.map(({ wert }) => redaktionOf(wert)),
  ]
  if (!keeps && !owners.includes(redaktionId)) return undefined
  const isShown = (owner: RedaktionId | null): boolean => keeps === true || owner === redaktionId
  const lookup = asIfBestimmt(zeitgrenzenAt(chronik, kenntnisstand), zeitgrenze, tag)
  const wechsel = reihen
    .flatMap(({ key }) => wechselOf(chronik, key, zeitgrenze.id, { kenntnisstand, lookup }))
    .filter(({ fassung }) => isShown(fassung.redaktionId))
    .sort(byDayAndText)
  const changed = [
    ...belege.map(({ folgenummer }) => folgenummer),
    ...(norm ? [norm.folgenummer] : []),
    ...reihen.map(({ geaendert }) => geaendert),
    ...objekte.map(({ folgenummer }) => folgenummer),
    ...wechsel.flatMap(({ fassung }) => namesSince(chronik, fassung, kenntnisstand)),
  ]
  return {
    zeitgrenze,
    stand,
    tag,
    folge: belege.length - 1,
    angelegt: chronik.zeitpunkte[first.folgenummer - 1] ?? '',
    geaendert: chronik.zeitpunkte[Math.max(...changed) - 1] ?? '',
    wechsel,
    objekte: objekte
      .filter(({ isCurrent, wert }) => isCurrent && isShown(redaktionOf(wert)))
      .map(({ wert }) => wert),
  }
}

/** A row of texts that hangs on a Zeitgrenze, or did. */
type AnchoredReihe = {
  readonly key: string
  readonly fassungen: readonly Fassungskopf[]
  /** The last entry about any text of the row. */
  readonly geaendert: Folgenummer
}

function anchoredReihen(
  chronik: Chronik,
  id: ZeitgrenzeId,
  kenntnisstand: Folgenummer,
): readonly AnchoredReihe[] {
  return keysOn(chronik, id, 'reihe|').flatMap((key) => {
    const belege = known(chronik.reihen.get(key), kenntnisstand)
    const fassungen = belege.map(({ wert }) => wert).filter((each) => hangsOn(each, id))
    if (fassungen.length === 0) return []
    const later = belege.flatMap(({ wert }) => [
      ...known(chronik.zurueckziehungen.get(wert.id), kenntnisstand),
      ...known(chronik.aussetzungen.get(wert.id), kenntnisstand),
    ])
    const numbers = [...belege, ...later].map(({ folgenummer }) => folgenummer)
    return [{ key, fassungen, geaendert: Math.max(...numbers) }]
  })
}

/** Objects with a state that hangs on the Zeitgrenze; `isCurrent`: it is the one saved last, so it still does. */
function anchoredObjekte(
  chronik: Chronik,
  id: ZeitgrenzeId,
  kenntnisstand: Folgenummer,
): readonly (Beleg<Objektstand> & { readonly isCurrent: boolean })[] {
  return keysOn(chronik, id, 'objekt|').flatMap((key) => {
    const belege = known(chronik.objekte.get(key), kenntnisstand)
    const last = belege.findLast(({ wert }) => hangsOn(wert, id))
    return last ? [{ ...last, isCurrent: last === belege.at(-1) }] : []
  })
}

function keysOn({ abhaengige }: Chronik, id: ZeitgrenzeId, prefix: string): readonly string[] {
  return [...(abhaengige.get(id) ?? [])]
    .filter((key) => key.startsWith(prefix))
    .map((key) => key.slice(prefix.length))
}

function hangsOn(
  { beginn, ende }: { readonly beginn: Anker; readonly ende: Anker | null },
  id: ZeitgrenzeId,
): boolean {
  return isOn(beginn, id) || isOn(ende, id)
}

function isOn(anker: Anker | null, id: ZeitgrenzeId): boolean {
  return anker?.art === 'zeitgrenze' && anker.zeitgrenzeId === id
}

/**
 * What switches in the row by the Zeitgrenze, also while its day is only expected. A text that ends where the next one
 * begins is one switch: that of the next one.
 */
function wechselOf(
  chronik: Chronik,
  key: string,
  id: ZeitgrenzeId,
  { kenntnisstand, lookup }: { readonly kenntnisstand: Folgenummer; lookup: ZeitgrenzeLookup },
): readonly Terminwechsel[] {
  const { abschnitte } = reiheAt(chronik, key, kenntnisstand, lookup)
  const isMadeBy = (anker: Anker | null, tag: CalendarDay | null): boolean =>
    anker !== null && isOn(anker, id) && effectiveDay(anker, lookup) === tag
  const found = new Map<CalendarDay, Terminwechsel>()
  for (const { ab, bis, beleg } of abschnitte) {
    const { wert } = beleg
    if (bis !== null && isMadeBy(wert.ende, bis))
      found.set(bis, { fassung: wert, tag: bis, art: 'endet' })
    if (isMadeBy(wert.beginn, ab)) found.set(ab, { fassung: wert, tag: ab, art: 'beginnt' })
  }
  return [...found.values()]
}

function asIfBestimmt(
  lookup: ZeitgrenzeLookup,
  zeitgrenze: Zeitgrenze,
  tag: CalendarDay,
): ZeitgrenzeLookup {
  const expected: Zeitgrenze = { ...zeitgrenze, stand: 'bestimmt', tag, fundstelle: '' }
  return (id) => (id === zeitgrenze.id ? expected : lookup(id))
}

/** The entries that named the Leistung and the area of a text last. */
function namesSince(
  chronik: Chronik,
  { leistungId, gebietId }: Terminwechsel['fassung'],
  kenntnisstand: Folgenummer,
): readonly Folgenummer[] {
  return [
    objektKey({ art: 'leistung', id: leistungId }),
    objektKey({ art: 'gebiet', id: gebietId }),
  ].flatMap((key) => known(chronik.objekte.get(key), kenntnisstand).at(-1)?.folgenummer ?? [])
}

function known<T>(
  belege: readonly Beleg<T>[] | undefined,
  kenntnisstand: Folgenummer,
): readonly Beleg<T>[] {
  return belege?.filter(({ folgenummer }) => folgenummer <= kenntnisstand) ?? []
}

function byDay(left: Kalendertermin, right: Kalendertermin): number {
  return compareKeys(left.tag, right.tag) || compareKeys(left.zeitgrenze.id, right.zeitgrenze.id)
}

function byDayAndText(left: Terminwechsel, right: Terminwechsel): number {
  return compareKeys(left.tag, right.tag) || compareKeys(left.fassung.id, right.fassung.id)
}
