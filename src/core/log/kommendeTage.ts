import type { Folgenummer, Freigegeben, Variante, Variantensprache } from '#core/fassung/fassung.ts'
import { abschnittOn, type Abschnitt, type Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { ersterTagAt } from '#core/fassung/schweigefrist.ts'
import { lageIn, type Lage } from '#core/log/auswirkung.ts'
import {
  latest,
  newestFolgenummer,
  reiheKey,
  verlaufOf,
  zeitgrenzenAt,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import {
  newestPair,
  objektreiheAt,
  reiheAt,
  variantenAt,
  type Objektabschnitt,
} from '#core/log/snapshot.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import {
  effectiveTag,
  type Zeitgrenze,
  type ZeitgrenzeId,
  type ZeitgrenzeLookup,
} from '#core/rechtsnorm/zeitgrenze.ts'
import { previousDay, type CalendarDay } from '#core/zeit/day.ts'

/** What the day brings: the first text of its place, another one in the place of one, or none any more. */
export type Wechselart = 'beginnt' | 'wechselt' | 'endet'

/** Why it is this day and no other. */
export type Wechselgrund =
  | { readonly art: 'zeitgrenze'; readonly zeitgrenzeId: ZeitgrenzeId }
  | { readonly art: 'fester-tag' }
  | { readonly art: 'zurueckziehung' }

type Wechsel = {
  readonly wechsel: Wechselart
  readonly grund: Wechselgrund
  /** The entry that released what begins, or what ends. */
  readonly folgenummer: Folgenummer
}

/** A text that begins on the day, or that ends without another one. */
export type Textwechsel = Wechsel & {
  readonly fassung: Freigegeben
  /** Languages in which it can be read from the day on. */
  readonly sprachen: readonly Variantensprache[]
}

/** A language in which the same text can be read otherwise, or no longer. */
export type Variantenwechsel = Wechsel & {
  readonly variante: Variante
  readonly fassung: Freigegeben
}

/** A saved state of an object that begins on the day, or that ends without another one. */
export type Objektwechsel = Wechsel & { readonly objekt: Objektstand }

/** A released text that would begin on the day, but is held back (zeit.md, rule 7). */
export type Ausgesetzt = {
  readonly fassung: Freigegeben
  readonly folgenummer: Folgenummer
  readonly grund: Aussetzungsgrund
}

/** All that switches on one day, with what makes it one: the group of texts that the law releases together. */
export type Freigabegruppe = {
  readonly tag: CalendarDay
  /** Announced for this very day. */
  readonly zeitgrenzen: readonly Zeitgrenze[]
  readonly texte: readonly Textwechsel[]
  readonly varianten: readonly Variantenwechsel[]
  readonly objekte: readonly Objektwechsel[]
  readonly ausgesetzt: readonly Ausgesetzt[]
}

/**
 * The days after `heute` on which a Rechtsnorm takes effect or something switches, in order. Only rows that have a day to
 * come are laid out, so the cost follows what is planned and not the stock.
 */
export function kommendeTage(chronik: Chronik, heute: CalendarDay): readonly Freigabegruppe[] {
  return [...collect(chronik, (tag) => tag > heute).values()].sort((left, right) =>
    left.tag < right.tag ? -1 : 1,
  )
}

/** What switches or switched on any one day, as known now. */
export function freigabegruppeOn(chronik: Chronik, stichtag: CalendarDay): Freigabegruppe {
  return collect(chronik, (tag) => tag === stichtag).get(stichtag) ?? emptyGruppe(stichtag)
}

/** A released text that hangs on a Zeitgrenze, with where it lies now. */
export type AnhaengenderText = {
  /** Whether it begins or ends there. */
  readonly wechsel: 'beginnt' | 'endet'
  readonly fassung: Freigegeben
  readonly folgenummer: Folgenummer
  readonly lage: Lage
}

/** A saved state of an object that hangs on a Zeitgrenze. */
export type AnhaengendesObjekt = {
  readonly wechsel: 'beginnt' | 'endet'
  readonly objekt: Objektstand
  readonly folgenummer: Folgenummer
}

/** All that hangs on one Zeitgrenze now: what was withdrawn, corrected or saved anew no longer does. */
export type Anhang = {
  readonly texte: readonly AnhaengenderText[]
  readonly objekte: readonly AnhaengendesObjekt[]
}

/** What hangs on the Zeitgrenze now, whether its day is bestimmt or not. */
export function anhangOf(chronik: Chronik, zeitgrenzeId: ZeitgrenzeId): Anhang {
  const texte: AnhaengenderText[] = []
  const objekte: AnhaengendesObjekt[] = []
  for (const each of chronik.abhaengige.get(zeitgrenzeId) ?? []) {
    const key = each.slice(each.indexOf('|') + 1)
    if (each.startsWith('reihe|')) texte.push(...hangingTexts(chronik, key, zeitgrenzeId))
    else objekte.push(...hangingStates(chronik, key, zeitgrenzeId))
  }
  return { texte, objekte }
}

/** A Zeitgrenze that is not bestimmt yet, with what waits for it. */
export type OffeneZeitgrenze = { readonly zeitgrenze: Zeitgrenze; readonly anhang: Anhang }

/** The Zeitgrenzen that are not bestimmt yet, as they stand now. */
export function offeneZeitgrenzen(chronik: Chronik): readonly OffeneZeitgrenze[] {
  return currentZeitgrenzen(chronik)
    .filter(({ stand }) => stand !== 'bestimmt' && stand !== 'abgesagt')
    .map((zeitgrenze) => ({ zeitgrenze, anhang: anhangOf(chronik, zeitgrenze.id) }))
}

type Sammlung = {
  readonly tag: CalendarDay
  readonly zeitgrenzen: Zeitgrenze[]
  readonly texte: Textwechsel[]
  readonly varianten: Variantenwechsel[]
  readonly objekte: Objektwechsel[]
  readonly ausgesetzt: Ausgesetzt[]
}
type Wanted = (tag: CalendarDay) => boolean

function emptyGruppe(tag: CalendarDay): Sammlung {
  return { tag, zeitgrenzen: [], texte: [], varianten: [], objekte: [], ausgesetzt: [] }
}

function collect(chronik: Chronik, isWanted: Wanted): ReadonlyMap<CalendarDay, Freigabegruppe> {
  const gruppen = new Map<CalendarDay, Sammlung>()
  const onDay = (tag: CalendarDay): Sammlung => {
    const known = gruppen.get(tag) ?? emptyGruppe(tag)
    gruppen.set(tag, known)
    return known
  }
  for (const zeitgrenze of currentZeitgrenzen(chronik)) {
    const tag = effectiveTag(zeitgrenze)
    if (tag !== null && isWanted(tag)) onDay(tag).zeitgrenzen.push(zeitgrenze)
  }
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  // Hundreds of thousands of anchors are asked, most of them fixed days long past.
  const falls = (anker: Anker | null): boolean => {
    if (anker === null) return false
    if (anker.art === 'tag') return isWanted(anker.tag)
    const tag = effectiveDay(anker, lookup)
    return tag !== null && isWanted(tag)
  }
  const isSavedOn = ({ wert: { gespeichertAm } }: Beleg<Objektstand>): boolean =>
    gespeichertAm !== undefined && isWanted(gespeichertAm)
  // A period of silence may take effect later than its anchor says.
  const isDelayed = (beleg: Beleg<Objektstand>): boolean => {
    if (beleg.wert.art !== 'schweigefrist') return false
    const tag = ersterTagAt(beleg, verlaufOf(chronik), newestFolgenummer(chronik))
    return tag !== null && isWanted(tag)
  }
  for (const [key, belege] of chronik.reihen) {
    const isConcerned = belege.some(
      ({ wert: { id, beginn, ende } }) =>
        falls(beginn) ||
        falls(ende) ||
        chronik.zurueckziehungen.get(id)?.some(({ wert }) => wert.ab !== null && isWanted(wert.ab)),
    )
    if (isConcerned) collectRow(chronik, key, { lookup, isWanted, onDay })
  }
  for (const [key, belege] of chronik.objekte) {
    const isConcerned = belege.some(
      (beleg) =>
        falls(beleg.wert.beginn) || falls(beleg.wert.ende) || isSavedOn(beleg) || isDelayed(beleg),
    )
    if (isConcerned) collectObjekt(chronik, key, { lookup, isWanted, onDay })
  }
  collectVarianten(chronik, { lookup, isWanted, onDay })
  return gruppen
}

type Collecting = {
  readonly lookup: ZeitgrenzeLookup
  readonly isWanted: Wanted
  readonly onDay: (tag: CalendarDay) => Sammlung
}

function collectRow(chronik: Chronik, key: string, { lookup, isWanted, onDay }: Collecting): void {
  const reihe = reiheAt(chronik, key, newestFolgenummer(chronik))
  for (const { tag, wechsel, stretch, before } of boundaries(reihe.abschnitte)) {
    if (!isWanted(tag)) continue
    const { wert: fassung, folgenummer } = stretch.beleg
    const sprachen = hasVarianten(chronik, key)
      ? variantenAt(chronik, key, newestPair(chronik, tag)).map(({ variante }) => variante.sprache)
      : []
    const grund = whyThen({ tag, wechsel, stretch, before }, lookup)
    onDay(tag).texte.push({ wechsel, grund, folgenummer, fassung, sprachen })
  }
  for (const { wert: fassung, folgenummer } of chronik.reihen.get(key) ?? []) {
    const grund = reihe.gruende.get(fassung.id)
    const tag = grund ? effectiveDay(fassung.beginn, lookup) : null
    if (grund && tag !== null && isWanted(tag))
      onDay(tag).ausgesetzt.push({ fassung, folgenummer, grund })
  }
}

/** Most rows have none, and need not be laid out again to find that out. */
function hasVarianten({ reihen, varianten }: Chronik, key: string): boolean {
  return reihen.get(key)?.some(({ wert }) => varianten.has(wert.id)) ?? false
}

function collectObjekt(
  chronik: Chronik,
  key: string,
  { lookup, isWanted, onDay }: Collecting,
): void {
  const abschnitte = objektreiheAt(chronik, key, newestFolgenummer(chronik))
  for (const { tag, wechsel, stretch, before } of boundaries(abschnitte)) {
    if (!isWanted(tag)) continue
    const { wert: objekt, folgenummer } = stretch.beleg
    const grund = whyThen({ tag, wechsel, stretch, before }, lookup)
    onDay(tag).objekte.push({ wechsel, grund, folgenummer, objekt })
  }
}

/** A language that is withdrawn from a day on while its text holds on: gone, or read as it was before. */
function collectVarianten(chronik: Chronik, { isWanted, onDay }: Collecting): void {
  const kenntnisstand = newestFolgenummer(chronik)
  const ending = new Set<string>()
  for (const [id, belege] of chronik.zurueckziehungen) {
    const ab = latest(belege, kenntnisstand)?.wert.ab ?? null
    if (ab !== null && isWanted(ab) && !chronik.fassungen.has(id)) ending.add(id)
  }
  if (ending.size === 0) return
  for (const variante of [...chronik.varianten.values()].flat()) {
    if (!ending.has(variante.wert.id)) continue
    const tag = latest(chronik.zurueckziehungen.get(variante.wert.id), kenntnisstand)?.wert.ab
    const of = chronik.fassungen.get(variante.wert.fassungId)
    if (!tag || !of) continue
    const found = changeOfVariante(chronik, reiheKey(of.wert), variante, tag)
    if (found) onDay(tag).varianten.push(found)
  }
}

function changeOfVariante(
  chronik: Chronik,
  key: string,
  { wert: variante, folgenummer }: Beleg<Variante>,
  tag: CalendarDay,
): Variantenwechsel | null {
  const on = (stichtag: CalendarDay) =>
    variantenAt(chronik, key, newestPair(chronik, stichtag)).find(
      (each) => each.variante.sprache === variante.sprache,
    )
  if (on(previousDay(tag))?.variante.id !== variante.id) return null
  const grund: Wechselgrund = { art: 'zurueckziehung' }
  const abschnitt = abschnittOn(reiheAt(chronik, key, newestFolgenummer(chronik)), tag)
  // Where its text ends with it, the text says so.
  if (!abschnitt || abschnitt.ab === tag) return null
  const fassung = abschnitt.beleg.wert
  const next = on(tag)
  return next
    ? {
        wechsel: 'wechselt',
        grund,
        folgenummer: next.folgenummer,
        variante: next.variante,
        fassung,
      }
    : { wechsel: 'endet', grund, folgenummer, variante, fassung }
}

type Stretch = Abschnitt | Objektabschnitt
type Boundary<T extends Stretch> = {
  readonly tag: CalendarDay
  readonly wechsel: Wechselart
  /** What begins, or what ends without another one. */
  readonly stretch: T
  /** What held until the day, where something begins in its place. */
  readonly before: T | undefined
}

function boundaries<T extends Stretch>(stretches: readonly T[]): readonly Boundary<T>[] {
  return stretches.flatMap((stretch, index) => {
    const before = stretches[index - 1]
    const follows = before?.bis === stretch.ab
    const begin: Boundary<T> = {
      tag: stretch.ab,
      wechsel: follows ? 'wechselt' : 'beginnt',
      stretch,
      before: follows ? before : undefined,
    }
    const { bis } = stretch
    if (bis === null || stretches[index + 1]?.ab === bis) return [begin]
    return [begin, { tag: bis, wechsel: 'endet', stretch, before: undefined }]
  })
}

/** The anchor that falls on the day: the begin of what begins, the end of what ended. Otherwise somebody withdrew. */
function whyThen(
  { tag, wechsel, stretch, before }: Boundary<Stretch>,
  lookup: ZeitgrenzeLookup,
): Wechselgrund {
  const ending = wechsel === 'endet' ? stretch : before
  const candidates = [
    ...(wechsel === 'endet' ? [] : [stretch.beleg.wert.beginn]),
    ...(ending ? [ending.beleg.wert.ende] : []),
  ]
  const anker = candidates.find((each) => each !== null && effectiveDay(each, lookup) === tag)
  if (anker?.art === 'zeitgrenze') return { art: 'zeitgrenze', zeitgrenzeId: anker.zeitgrenzeId }
  if (anker) return { art: 'fester-tag' }
  // A state that was saved late begins on the day of its saving.
  return 'basis' in stretch.beleg.wert ? { art: 'zurueckziehung' } : { art: 'fester-tag' }
}

function hangingTexts(
  chronik: Chronik,
  key: string,
  zeitgrenzeId: ZeitgrenzeId,
): readonly AnhaengenderText[] {
  const reihe = reiheAt(chronik, key, newestFolgenummer(chronik))
  return (chronik.reihen.get(key) ?? []).flatMap(({ wert: fassung, folgenummer }) => {
    const lage = lageIn(reihe, fassung.id)
    if (lage.zustand === 'entfaellt') return []
    return hangingSides(fassung, zeitgrenzeId).map((wechsel) => ({
      wechsel,
      fassung,
      folgenummer,
      lage,
    }))
  })
}

/** The states that hold or will, and the one saved last, which may wait. */
function hangingStates(
  chronik: Chronik,
  key: string,
  zeitgrenzeId: ZeitgrenzeId,
): readonly AnhaengendesObjekt[] {
  const newest = latest(chronik.objekte.get(key), newestFolgenummer(chronik))
  const held = objektreiheAt(chronik, key, newestFolgenummer(chronik)).map(({ beleg }) => beleg)
  return [...new Set([...held, ...(newest ? [newest] : [])])].flatMap(
    ({ wert: objekt, folgenummer }) =>
      hangingSides(objekt, zeitgrenzeId).map((wechsel) => ({ wechsel, objekt, folgenummer })),
  )
}

function hangingSides(
  { beginn, ende }: { readonly beginn: Anker; readonly ende: Anker | null },
  zeitgrenzeId: ZeitgrenzeId,
): readonly ('beginnt' | 'endet')[] {
  const hangs = (anker: Anker | null): boolean =>
    anker?.art === 'zeitgrenze' && anker.zeitgrenzeId === zeitgrenzeId
  return [
    ...(hangs(beginn) ? (['beginnt'] as const) : []),
    ...(hangs(ende) ? (['endet'] as const) : []),
  ]
}

function currentZeitgrenzen(chronik: Chronik): readonly Zeitgrenze[] {
  return [...chronik.zeitgrenzen.values()].flatMap((belege) => belege.at(-1)?.wert ?? [])
}
