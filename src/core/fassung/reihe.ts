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

/** Days after a text on which none holds. */
export type Pause = {
  /** The text that held last. */
  readonly nach: FassungId
  readonly ab: CalendarDay
  /** First day on which a text holds again; null: none is known. */
  readonly bis: CalendarDay | null
  /** What has said that nothing is offered then: the text's own end, or a withdrawal that ends the service. */
  readonly gesagt: 'ende' | 'zurueckziehung' | null
}

/** The texts of one Leistung, layer and Gebiet, laid out over the days. */
export type Reihe = {
  /** In order of days, without overlap; a gap is a gap. */
  readonly abschnitte: readonly Abschnitt[]
  /** The gaps between them and after the last, in order of days. */
  readonly pausen: readonly Pause[]
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
  const undated = glieder.filter((glied) => !hasBegin(glied))
  const { holding, suspended } = suspend(dated, glieder)
  const vain = lastReleased([
    ...[...suspended.map(({ glied }) => glied), ...undated.filter(({ isHeld }) => isHeld)].filter(
      ({ places }) => places.length > 1,
    ),
    ...glieder.filter(({ isUndone }) => isUndone),
    ...undated.filter((glied) => isCancelled(glied, stoff) && outlivesIt(glied, stoff)),
  ])
  if (vain) return layOutWithout(stoff, vain, suspended)
  return { ...stretch(holding), ...asideOf(suspended, undated, stoff) }
}

/**
 * A correction that is held back or was itself taken back corrects nothing: the text whose place it would have taken holds
 * on. (One that waits for its day has taken the place: two people have said that the text does not begin before.)
 */
function layOutWithout(
  stoff: Reihenstoff,
  vain: DatedGlied,
  suspended: readonly Suspended[],
): Reihe {
  const belege = stoff.belege.filter((beleg) => beleg !== vain.beleg)
  const reihe = layOut({ ...stoff, belege })
  const own = asideOf(
    suspended.filter(({ glied }) => glied === vain),
    hasBegin(vain) ? [] : [vain],
    stoff,
  )
  return {
    ...reihe,
    ausgesetzt: [...reihe.ausgesetzt, ...own.ausgesetzt],
    gruende: new Map([...reihe.gruende, ...own.gruende]),
    wartend: [...reihe.wartend, ...own.wartend],
    abgesagt: [...reihe.abgesagt, ...own.abgesagt],
  }
}

/** Released, but not to be seen on any day, and why. */
function asideOf(
  suspended: readonly Suspended[],
  undated: readonly DatedGlied[],
  stoff: Reihenstoff,
): Pick<Reihe, 'ausgesetzt' | 'gruende' | 'wartend' | 'abgesagt'> {
  const [abgesagt, waiting] = partition(
    undated.filter(({ revoked }) => !revoked),
    (glied) => isCancelled(glied, stoff),
  )
  const [held, wartend] = partition(waiting, ({ isHeld }) => isHeld)
  return {
    ausgesetzt: [...suspended.map(({ glied }) => glied), ...held].map(idOf),
    gruende: new Map([
      ...suspended.map(({ glied, grund }) => [idOf(glied), grund] as const),
      ...held.map((glied) => [idOf(glied), VON_HAND] as const),
    ]),
    wartend: wartend.map(idOf),
    abgesagt: abgesagt.map(idOf),
  }
}

/**
 * Whether nobody has said that nothing is offered then (zeit.md, rule 6): between two texts an own end has not said it, a
 * withdrawal that ends the service has.
 */
export function isLuecke({ gesagt, bis }: Pause): boolean {
  return gesagt === null || (gesagt === 'ende' && bis !== null)
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
  /** A withdrawal has said that the service ends with it. */
  readonly endsService: boolean
  /** Withdrawn from its first day: it never holds, at most it keeps its predecessor from holding on. */
  readonly revoked: boolean
  /** Revoked is only the correction, not the text that it corrects, and that one shall hold on. */
  readonly isUndone: boolean
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
  const withdrawals = glied.places.map(zurueckziehung)
  const withdrawn = earliest(withdrawals)
  const after: Danach = withdrawn?.folge.art === 'leistung-endet' ? 'nichts' : 'vorgaenger'
  const isHeld = istAusgesetzt(idOf(glied))
  const no = { endsService: false, revoked: false, isUndone: false }
  const days = { ...glied, ab, ende: ownEnd, danach, ...no, isHeld }
  if (!withdrawn) return days
  const endsService = after === 'nichts'
  // Withdrawn it waits no more: otherwise an un-set day would let it hold back what was written on top of it.
  if (withdrawn.ab === null || ab === null || withdrawn.ab <= ab) {
    const isUndone = withdrawn.folge.art === 'vorgaenger' && withdrawals.lastIndexOf(withdrawn) > 0
    return { ...days, ende: ab, danach: after, endsService, revoked: true, isUndone, isHeld: false }
  }
  // Withdrawn for a day on which it no longer holds by its own end: that end has said what follows.
  const isMoot = ownEnd !== null && ownEnd < withdrawn.ab
  if (isMoot) return days
  return { ...days, ende: earlierEnd(ownEnd, withdrawn.ab), danach: after, endsService }
}

/** Of several withdrawals of one place the earliest: a later one must not bring back what was withdrawn already. */
function earliest(
  withdrawals: readonly (Zurueckziehung | undefined)[],
): Zurueckziehung | undefined {
  const known = withdrawals.filter((each) => each !== undefined)
  return known.reduceRight<Zurueckziehung | undefined>((first, each) => {
    if (!first) return each
    if (first.ab === null) return first
    return each.ab === null || each.ab < first.ab ? each : first
  }, undefined)
}

/** A law that fails takes the correction with it that hung on it, not the text that it corrects (rule 8). */
function outlivesIt({ places }: Glied, stoff: Reihenstoff): boolean {
  const earlier = stoff.belege.filter(({ wert }) => places.slice(0, -1).includes(wert.id))
  return earlier.some((beleg) => !isCancelled({ beleg }, stoff))
}

function isCancelled({ beleg }: Pick<Glied, 'beleg'>, { zeitgrenze }: Reihenstoff): boolean {
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

function lastReleased<T extends Glied>(glieder: readonly T[]): T | undefined {
  return glieder.toSorted((left, right) => left.beleg.folgenummer - right.beleg.folgenummer).at(-1)
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
  /** Who has the day: on top the last, below it those that it was rebased on. */
  const piles = new Map<CalendarDay, readonly BegunGlied[]>()
  for (const glied of dated) {
    if (glied.revoked) {
      // It never holds. Unless the service ends with it, the row is as if it had never been released.
      if (glied.danach === 'nichts') holding.push(glied)
      continue
    }
    const pile = piles.get(glied.ab) ?? []
    const grund = whySuspended(glied, pile.at(-1), all)
    if (grund?.art === 'selber-tag' && pile.some((other) => isRebasedOn(other, glied))) {
      // It came onto the day of a text that was rebased on it: it lies below and has no day of its own, as was decided.
      const below = { ...glied, rang: (pile[0]?.rang ?? glied.rang) - BELOW }
      piles.set(glied.ab, [below, ...pile])
      holding.push(below)
    } else if (grund) suspended.push({ glied, grund })
    else {
      piles.set(glied.ab, [...pile, glied])
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
  const { basis } = glied.beleg.wert
  if (basis !== null && overtakesBasis(glied, basis, all))
    return { art: 'vor-grundlage', grundlage: basis }
  return holder && !isRebasedOn(glied, holder) ? { art: 'selber-tag', mit: idOf(holder) } : null
}

function isRebasedOn({ beleg }: Glied, { places }: Glied): boolean {
  const { basis, wiederaufgenommen } = beleg.wert
  return wiederaufgenommen === true && basis !== null && places.includes(basis)
}

/** Less than the distance of two Folgenummern, and room for as many as were ever rebased onto one day. */
const BELOW = 2 ** -20

function overtakesBasis(glied: BegunGlied, basis: FassungId, all: readonly DatedGlied[]): boolean {
  const under = all.find(({ places }) => places.includes(basis))
  if (!under || under.revoked || under === glied) return false
  return under.ab === null || glied.ab < under.ab
}

/** Rule 6: a text ends at its own end or where its successor starts; a befristet one may let its predecessor resume. */
function stretch(holding: readonly BegunGlied[]): Pick<Reihe, 'abschnitte' | 'pausen'> {
  const ordered = [...holding].sort(byDayThenRevoked)
  const abschnitte: Abschnitt[] = []
  const pausen: Pause[] = []
  let halter: Halter | null = null
  for (const [index, glied] of ordered.entries()) {
    halter = { glied, before: holderOn(halter, glied.ab) }
    const filled = fill(halter, glied.ab, ordered[index + 1]?.ab ?? null)
    const open = pausen.at(-1)
    if (open?.bis === null && filled.abschnitte[0])
      pausen.splice(-1, 1, { ...open, bis: filled.abschnitte[0].ab })
    abschnitte.push(...filled.abschnitte)
    const last = abschnitte.at(-1)
    // What is withdrawn within a pause does not begin another.
    if (last && last.bis !== null && last.bis === filled.stille?.ab)
      pausen.push({ nach: last.beleg.wert.id, ...filled.stille, bis: null })
  }
  return { abschnitte, pausen }
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

/** Days filled by one holder and those before it; `stille`: from when nobody holds, if so before `until`. */
type Gefuellt = {
  readonly abschnitte: readonly Abschnitt[]
  readonly stille: Pick<Pause, 'ab' | 'gesagt'> | null
}

function fill(halter: Halter, from: CalendarDay, until: CalendarDay | null): Gefuellt {
  const abschnitte: Abschnitt[] = []
  let current: Halter | null = halter
  let last = halter.glied
  let ab = from
  while (current && (until === null || ab < until)) {
    const bis = earlierEnd(current.glied.ende, until)
    if (bis === null || ab < bis) {
      abschnitte.push({ beleg: current.glied.beleg, ab, bis })
      last = current.glied
    }
    if (bis === null) return { abschnitte, stille: null }
    if (bis > ab) ab = bis
    current = current.glied.danach === 'vorgaenger' ? current.before : null
  }
  const isSilent = until === null || ab < until
  return { abschnitte, stille: isSilent ? { ab, gesagt: gesagtBy(last) } : null }
}

function gesagtBy({ danach, endsService }: DatedGlied): Pause['gesagt'] {
  if (danach === 'vorgaenger') return null
  return endsService ? 'zurueckziehung' : 'ende'
}
