import type {
  Danach,
  FassungId,
  Folgenummer,
  Freigegeben,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import { earlierEnd } from '#core/geltung/geltungszeitraum.ts'
import type { Beleg } from '#core/log/chronik.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { ZeitgrenzeLookup } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A stretch of days on which one Fassung holds. */
export type Abschnitt = {
  readonly beleg: Beleg<Freigegeben>
  readonly ab: CalendarDay
  readonly bis: CalendarDay | null
}

/** The texts of one Leistung, layer and Gebiet, laid out over the days. */
export type Reihe = {
  /** In order of days, without overlap; a gap is a gap. */
  readonly abschnitte: readonly Abschnitt[]
  /** Held back until somebody rebases them (zeit.md, rule 7). */
  readonly ausgesetzt: readonly FassungId[]
  /** Why each of them is. */
  readonly gruende: ReadonlyMap<FassungId, Aussetzungsgrund>
  /** Released, but their first day is not bestimmt yet. */
  readonly wartend: readonly FassungId[]
  /** Released for a law that failed: they are no longer selected (zeit.md, rule 8). */
  readonly abgesagt: readonly FassungId[]
}

/** Why a released text is held back. */
export type Aussetzungsgrund =
  /** Another one, released earlier, begins on the same day. */
  | { readonly art: 'selber-tag'; readonly mit: FassungId }
  /** It would begin before the text that it was written on top of. */
  | { readonly art: 'vor-grundlage'; readonly grundlage: FassungId }
  /** It would end before it begins. */
  | { readonly art: 'ohne-tag' }
  /** It corrects what another text has corrected already. */
  | { readonly art: 'schon-berichtigt' }
  /** Somebody holds it back. */
  | { readonly art: 'von-hand' }

/** What is known at one Kenntnisstand about the texts of a row. */
export type Reihenstoff = {
  readonly belege: readonly Beleg<Freigegeben>[]
  readonly zurueckziehung: (id: FassungId) => Zurueckziehung | undefined
  /** Whether the text is held back by hand. */
  readonly istAusgesetzt: (id: FassungId) => boolean
  readonly zeitgrenze: ZeitgrenzeLookup
}

/**
 * Lays the releases of one row out over the days: zeit.md, rules 5 to 8. Pure and total; a row that does not fit together
 * yields `ausgesetzt`, never an exception.
 */
export function layOut(stoff: Reihenstoff): Reihe {
  const glieder = replaceCorrected(stoff).map((glied) => withDays(glied, stoff))
  const dated = glieder.filter(hasBegin)
  const { holding, suspended } = suspend(dated, glieder)
  const correction = lastReleased(
    suspended.filter(({ glied }) => glied.places.length > 1),
    ({ glied }) => glied,
  )
  if (correction) return layOutWithout(stoff, correction)
  const undated = glieder.filter((glied) => !hasBegin(glied) && !glied.revoked)
  const [abgesagt, waiting] = partition(undated, (glied) => isCancelled(glied, stoff))
  const [held, wartend] = partition(waiting, ({ isHeld }) => isHeld)
  return {
    abschnitte: stretch(holding),
    ausgesetzt: [...suspended.map(({ glied }) => glied), ...held].map(idOf),
    gruende: new Map([
      ...suspended.map(({ glied, grund }) => [idOf(glied), grund] as const),
      ...held.map((glied) => [idOf(glied), VON_HAND] as const),
    ]),
    wartend: wartend.map(idOf),
    abgesagt: abgesagt.map(idOf),
  }
}

/** A correction that is held back corrects nothing: the text whose place it would have taken holds on. */
function layOutWithout(stoff: Reihenstoff, { glied, grund }: Suspended): Reihe {
  const belege = stoff.belege.filter((beleg) => beleg !== glied.beleg)
  const reihe = layOut({ ...stoff, belege })
  return {
    ...reihe,
    ausgesetzt: [...reihe.ausgesetzt, idOf(glied)],
    gruende: new Map([...reihe.gruende, [idOf(glied), grund]]),
  }
}

/** The Abschnitt that holds on the day. */
export function abschnittOn(reihe: Reihe, stichtag: CalendarDay): Abschnitt | undefined {
  return reihe.abschnitte.find(({ ab, bis }) => ab <= stichtag && (bis === null || stichtag < bis))
}

/** `rang` decides who came first: a correction that keeps the day stands in the place of what it corrects. */
type Glied = {
  readonly beleg: Beleg<Freigegeben>
  readonly rang: Folgenummer
  /** All texts whose place it has taken, and itself. */
  readonly places: readonly FassungId[]
  /** It corrects a text whose place another correction had taken already. */
  readonly tooLate: boolean
}
type DatedGlied = Glied & {
  readonly ab: CalendarDay | null
  readonly ende: CalendarDay | null
  readonly danach: Danach
  /** Withdrawn from its first day: it never holds, at most it keeps its predecessor from holding on. */
  readonly revoked: boolean
  /** Held back by hand. */
  readonly isHeld: boolean
}
type BegunGlied = DatedGlied & { readonly ab: CalendarDay }
type Suspended = { readonly glied: BegunGlied; readonly grund: Aussetzungsgrund }

const VON_HAND: Aussetzungsgrund = { art: 'von-hand' }

function replaceCorrected({ belege, zeitgrenze }: Reihenstoff): readonly Glied[] {
  const glieder = new Map<FassungId, Glied>()
  const keepsDay = (left: Beleg<Freigegeben>, right: Beleg<Freigegeben>): boolean =>
    effectiveDay(left.wert.beginn, zeitgrenze) === effectiveDay(right.wert.beginn, zeitgrenze)
  for (const beleg of belege) {
    const { id, berichtigt } = beleg.wert
    const corrected = berichtigt === null ? undefined : glieder.get(berichtigt)
    const tooLate = berichtigt !== null && !corrected && standsIn(glieder.values(), berichtigt)
    if (corrected) glieder.delete(corrected.beleg.wert.id)
    glieder.set(id, {
      beleg,
      rang: corrected && keepsDay(beleg, corrected.beleg) ? corrected.rang : beleg.folgenummer,
      places: [...(corrected?.places ?? []), id],
      tooLate,
    })
  }
  return [...glieder.values()].sort((left, right) => left.rang - right.rang)
}

function standsIn(glieder: Iterable<Glied>, place: FassungId): boolean {
  return [...glieder].some(({ places }) => places.includes(place))
}

function withDays(
  glied: Glied,
  { zurueckziehung, zeitgrenze, istAusgesetzt }: Reihenstoff,
): DatedGlied {
  const { beginn, ende, danach } = glied.beleg.wert
  const ab = effectiveDay(beginn, zeitgrenze)
  const ownEnd = ende === null ? null : effectiveDay(ende, zeitgrenze)
  const withdrawn = glied.places.map(zurueckziehung).findLast((each) => each !== undefined)
  const after: Danach = withdrawn?.folge.art === 'leistung-endet' ? 'nichts' : 'vorgaenger'
  const isHeld = istAusgesetzt(idOf(glied))
  if (!withdrawn) return { ...glied, ab, ende: ownEnd, danach, revoked: false, isHeld }
  if (withdrawn.ab === null || (ab !== null && withdrawn.ab <= ab)) {
    return { ...glied, ab, ende: ab, danach: after, revoked: true, isHeld: false }
  }
  // Withdrawn for a day on which it no longer holds by its own end: that end has said what follows.
  const isMoot = ownEnd !== null && ownEnd < withdrawn.ab
  return {
    ...glied,
    ab,
    ende: earlierEnd(ownEnd, withdrawn.ab),
    danach: isMoot ? danach : after,
    revoked: false,
    isHeld,
  }
}

function isCancelled({ beleg }: Glied, { zeitgrenze }: Reihenstoff): boolean {
  const { beginn } = beleg.wert
  return beginn.art === 'zeitgrenze' && zeitgrenze(beginn.zeitgrenzeId)?.stand === 'abgesagt'
}

function partition<T>(list: readonly T[], belongs: (each: T) => boolean): readonly [T[], T[]] {
  const inside: T[] = []
  const outside: T[] = []
  for (const each of list) (belongs(each) ? inside : outside).push(each)
  return [inside, outside]
}

function idOf({ beleg }: Glied): FassungId {
  return beleg.wert.id
}

function lastReleased<T>(list: readonly T[], gliedOf: (each: T) => Glied): T | undefined {
  const number = (each: T): Folgenummer => gliedOf(each).beleg.folgenummer
  return list.toSorted((left, right) => number(left) - number(right)).at(-1)
}

function hasBegin(glied: DatedGlied): glied is BegunGlied {
  return glied.ab !== null
}

/**
 * Rule 7: the first released keeps its day. Held back is a text that starts before the one it was written on top of, that
 * a move made end before it begins, that corrects what another has corrected already, or that somebody holds back. Once
 * somebody has rebased it on the one that has the day, it takes the day from it: there is nothing left to guess.
 */
function suspend(
  dated: readonly BegunGlied[],
  all: readonly DatedGlied[],
): { readonly holding: readonly BegunGlied[]; readonly suspended: readonly Suspended[] } {
  const holding: BegunGlied[] = []
  const suspended: Suspended[] = []
  const taken = new Map<CalendarDay, BegunGlied>()
  for (const glied of dated) {
    if (glied.revoked) {
      // It never holds. Unless the service ends with it, the row is as if it had never been released.
      if (glied.danach === 'nichts') holding.push(glied)
      continue
    }
    const grund = whySuspended(glied, taken.get(glied.ab), all)
    if (grund) suspended.push({ glied, grund })
    else {
      taken.set(glied.ab, glied)
      holding.push(glied)
    }
  }
  return { holding, suspended }
}

function whySuspended(
  glied: BegunGlied,
  holder: BegunGlied | undefined,
  all: readonly DatedGlied[],
): Aussetzungsgrund | null {
  if (glied.isHeld) return VON_HAND
  if (glied.tooLate) return { art: 'schon-berichtigt' }
  if (glied.ende !== null && glied.ende <= glied.ab) return { art: 'ohne-tag' }
  const { basis, wiederaufgenommen } = glied.beleg.wert
  if (basis !== null && overtakesBasis(glied, basis, all))
    return { art: 'vor-grundlage', grundlage: basis }
  const isOnTop = wiederaufgenommen && basis !== null && holder?.places.includes(basis)
  return holder && !isOnTop ? { art: 'selber-tag', mit: idOf(holder) } : null
}

function overtakesBasis(glied: BegunGlied, basis: FassungId, all: readonly DatedGlied[]): boolean {
  const under = all.find(({ places }) => places.includes(basis))
  if (!under || under.revoked || under === glied) return false
  return under.ab === null || glied.ab < under.ab
}

/** Rule 6: a text ends at its own end or where its successor starts; a befristet one may let its predecessor resume. */
function stretch(holding: readonly BegunGlied[]): readonly Abschnitt[] {
  const ordered = [...holding].sort(byDayThenRevoked)
  const abschnitte: Abschnitt[] = []
  let halter: Halter | null = null
  for (const [index, glied] of ordered.entries()) {
    halter = { glied, before: holderOn(halter, glied.ab) }
    abschnitte.push(...fill(halter, glied.ab, ordered[index + 1]?.ab ?? null))
  }
  return abschnitte
}

type Halter = { readonly glied: BegunGlied; readonly before: Halter | null }

function byDayThenRevoked(left: BegunGlied, right: BegunGlied): number {
  if (left.ab !== right.ab) return left.ab < right.ab ? -1 : 1
  if (left.revoked !== right.revoked) return left.revoked ? -1 : 1
  return left.rang - right.rang
}

function holderOn(halter: Halter | null, tag: CalendarDay): Halter | null {
  let current = halter
  while (current) {
    const { ende, danach } = current.glied
    if (ende === null || ende > tag) return current
    current = danach === 'vorgaenger' ? current.before : null
  }
  return null
}

function fill(halter: Halter, from: CalendarDay, until: CalendarDay | null): readonly Abschnitt[] {
  const abschnitte: Abschnitt[] = []
  let current: Halter | null = halter
  let ab = from
  while (current && (until === null || ab < until)) {
    const bis = earlierEnd(current.glied.ende, until)
    if (bis === null || ab < bis) abschnitte.push({ beleg: current.glied.beleg, ab, bis })
    if (bis === null) return abschnitte
    if (bis > ab) ab = bis
    current = current.glied.danach === 'vorgaenger' ? current.before : null
  }
  return abschnitte
}
