import type {
  FassungId,
  Folgenummer,
  Freigegeben,
  Inhaltshash,
  Variante,
} from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Aussage, Ereignis, Objektstand } from '#core/log/ereignis.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { workingDaysBefore } from '#core/zeit/arbeitstage.ts'
import { addDays, firstOfFollowingMonth, type CalendarDay } from '#core/zeit/day.ts'

/**
 * The reference model: what holds on a day, read off a plain list of everything that was said, in the most naive reading
 * of zeit.md (rules 1, 4 to 8, 10 to 12, 22). It goes from day to day, searches whole lists again and again and shares nothing with
 * `src/core/log` and `src/core/fassung` but the types; only the arithmetic of days is the product's. Slow on purpose.
 */

/** Who holds under one key of a snapshot. */
export type Modellantwort = {
  readonly klasse: Extract<Aussage['klasse'], 'fassung' | 'variante' | 'objekt'>
  readonly id: string
  readonly folgenummer: Folgenummer
  /** The Fassung for which a variant stands. */
  readonly giltFuer?: FassungId
}

/** The same with the days around: `ab` the first day of holding, `bis` the first without; null: for ever. */
export type Modelleintrag = Modellantwort & {
  readonly ab: CalendarDay
  readonly bis: CalendarDay | null
}

/** For each of the days, what holds under which key. */
export type Modelltage = ReadonlyMap<CalendarDay, ReadonlyMap<string, Modelleintrag>>

/**
 * What holds on each of the days, as known at the Kenntnisstand. The days must begin before everything that is said and end
 * after it, and follow each other where something happens.
 */
export function modellOf(
  ereignisse: readonly Ereignis[],
  kenntnisstand: Folgenummer,
  tage: readonly CalendarDay[],
): Modelltage {
  const wissen = wissenAt(ereignisse, kenntnisstand)
  const answers = new Map<string, readonly (Modellantwort | null)[]>()
  for (const { wert } of wissen.fassungen) {
    const reihe = reiheOf(wert)
    if (answers.has(`fassung|${reihe}`)) continue
    const texte = textOnEachDay(wissen, reihe, tage)
    answers.set(`fassung|${reihe}`, texte.map(asFassung))
    for (const sprache of ['en', 'de-LS'] as const) {
      answers.set(
        `variante|${reihe}|${sprache}`,
        tage.map((tag, index) => varianteOn(wissen, texte[index] ?? null, sprache, tag)),
      )
    }
  }
  for (const { wert } of wissen.objekte) {
    const key = `${wert.art}|${wert.id}`
    if (answers.has(key)) continue
    answers.set(key, objektOnEachDay(wissen, key, tage))
  }
  return withDays(answers, tage)
}

// What is known

type Gesagt<T> = { readonly folgenummer: Folgenummer; readonly wert: T }

/** Everything that was said up to the Kenntnisstand, in order. */
type Wissen = {
  readonly fassungen: readonly Gesagt<Freigegeben>[]
  readonly varianten: readonly Gesagt<Variante>[]
  readonly objekte: readonly Gesagt<Objektstand>[]
  readonly aussagen: readonly Aussage[]
  readonly zeitgrenzen: readonly Gesagt<Zeitgrenze>[]
}

function wissenAt(ereignisse: readonly Ereignis[], kenntnisstand: Folgenummer): Wissen {
  const known = ereignisse.filter(({ folgenummer }) => folgenummer <= kenntnisstand)
  const said = known.flatMap(({ folgenummer, aussagen }) =>
    aussagen.map((aussage) => ({ folgenummer, aussage })),
  )
  return {
    fassungen: said.flatMap(({ folgenummer, aussage }) =>
      aussage.klasse === 'fassung' ? [{ folgenummer, wert: aussage.fassung }] : [],
    ),
    varianten: said.flatMap(({ folgenummer, aussage }) =>
      aussage.klasse === 'variante' ? [{ folgenummer, wert: aussage.variante }] : [],
    ),
    objekte: said.flatMap(({ folgenummer, aussage }) =>
      aussage.klasse === 'objekt' ? [{ folgenummer, wert: aussage.objekt }] : [],
    ),
    aussagen: said.map(({ aussage }) => aussage),
    zeitgrenzen: said.flatMap(({ folgenummer, aussage }) =>
      aussage.klasse === 'zeitgrenze' ? [{ folgenummer, wert: aussage.zeitgrenze }] : [],
    ),
  }
}

/** Of each Zeitgrenze the last word counts. */
function zeitgrenzeOf({ aussagen }: Wissen, id: string): Zeitgrenze | undefined {
  const said = aussagen.flatMap((aussage) =>
    aussage.klasse === 'zeitgrenze' && aussage.zeitgrenze.id === id ? [aussage.zeitgrenze] : [],
  )
  return said.at(-1)
}

/** Rule 8: the law failed. */
function isCancelled(wissen: Wissen, anker: Anker): boolean {
  return (
    anker.art === 'zeitgrenze' && zeitgrenzeOf(wissen, anker.zeitgrenzeId)?.stand === 'abgesagt'
  )
}

/** Rule 1: only what is bestimmt takes effect. */
function tagOf(wissen: Wissen, anker: Anker | null): CalendarDay | null {
  if (anker === null) return null
  if (anker.art === 'tag') return anker.tag
  const zeitgrenze = zeitgrenzeOf(wissen, anker.zeitgrenzeId)
  if (zeitgrenze?.stand !== 'bestimmt') return null
  return anker.versatz.art === 'tage'
    ? addDays(zeitgrenze.tag, anker.versatz.tage)
    : firstOfFollowingMonth(zeitgrenze.tag)
}

/** The last word about the withdrawal of a text or variant. */
function zurueckziehungOf({ aussagen }: Wissen, id: string) {
  const said = aussagen.flatMap((aussage) =>
    aussage.klasse === 'zurueckziehung' && aussage.zurueckziehung.fassungId === id
      ? [aussage.zurueckziehung]
      : [],
  )
  return said.at(-1)
}

/** Whether somebody holds the text back: the last word counts. */
function isHeldBack({ aussagen }: Wissen, id: FassungId): boolean {
  const said = aussagen.flatMap((aussage) =>
    aussage.klasse === 'aussetzung' && aussage.aussetzung.fassungId === id
      ? [aussage.aussetzung.istAusgesetzt]
      : [],
  )
  return said.at(-1) ?? false
}

// Texts

function reiheOf({ leistungId, ebene, gebietId }: Freigegeben): string {
  return `${leistungId}|${ebene}|${gebietId}`
}

/**
 * A pile of papers on a desk, day by day: on its first day a text is laid on top, on the day of its end it is taken away.
 * What lies on top holds. Unless a text says that the one below resumes, the pile goes away with it (rule 6).
 */
function textOnEachDay(
  wissen: Wissen,
  reihe: string,
  tage: readonly CalendarDay[],
): (Gesagt<Freigegeben> | null)[] {
  const row = wissen.fassungen.filter(({ wert }) => reiheOf(wert) === reihe)
  const { plaetze } = judge(wissen, row)
  let pile: Platz[] = []
  return tage.map((tag) => {
    for (let top = pile.at(-1); top?.ende && top.ende <= tag; top = pile.at(-1)) {
      pile = top.danach === 'vorgaenger' ? pile.slice(0, -1) : []
    }
    const today = plaetze.filter(({ ab }) => ab === tag)
    if (today.some(({ urteil }) => urteil === 'beendet-leistung')) pile = []
    const below = today.filter(({ urteil }) => urteil === 'darunter').reverse()
    pile = [...pile, ...below, ...today.filter(({ urteil }) => urteil === 'haelt')]
    return pile.at(-1)?.text ?? null
  })
}

/** A place in the row: one text, or a text and the corrections that took its place one after the other. */
type Platz = {
  readonly texte: readonly Gesagt<Freigegeben>[]
  /** The last of them: it speaks. */
  readonly text: Gesagt<Freigegeben>
  readonly ab: CalendarDay | null
  readonly ende: CalendarDay | null
  readonly danach: 'nichts' | 'vorgaenger'
  readonly isRevoked: boolean
  /** Revoked is only a correction, and what it corrects shall hold on. */
  readonly isUndone: boolean
  urteil: Urteil
}

/** What becomes of a text: it holds from its day on, or why it does not. */
export type Urteil =
  | 'haelt'
  /** It begins on the day of a text that was rebased on it, and lies below. */
  | 'darunter'
  | 'wartet'
  | 'abgesagt'
  | 'ausgesetzt'
  | 'zurueckgezogen'
  /** A correction was taken back; what it corrects holds on. */
  | 'ungeschehen'
  | 'beendet-leistung'

/** What becomes of each text of a row that no other one has taken the place of. */
export function urteileOf(
  ereignisse: readonly Ereignis[],
  kenntnisstand: Folgenummer,
  reihe: string,
): ReadonlyMap<FassungId, Urteil> {
  const wissen = wissenAt(ereignisse, kenntnisstand)
  const row = wissen.fassungen.filter(({ wert }) => reiheOf(wert) === reihe)
  const { plaetze, vain } = judge(wissen, row)
  return new Map([...plaetze, ...vain].map(({ text, urteil }) => [text.wert.id, urteil]))
}

/**
 * Who holds at all. A correction that is ausgesetzt or was itself taken back corrects nothing: then it is left
 * out, the last released first, and all others are judged again.
 */
function judge(
  wissen: Wissen,
  texte: readonly Gesagt<Freigegeben>[],
): { readonly plaetze: readonly Platz[]; readonly vain: readonly Platz[] } {
  const plaetze = plaetzeOf(wissen, texte)
  for (const [index, platz] of plaetze.entries()) {
    platz.urteil = urteilOn(wissen, platz, plaetze.slice(0, index), plaetze, texte)
  }
  const out = plaetze
    .filter((platz) => platz.texte.length > 1 && isInVain(wissen, platz))
    .sort((left, right) => left.text.folgenummer - right.text.folgenummer)
    .at(-1)
  if (!out) return { plaetze, vain: [] }
  const rest = judge(
    wissen,
    texte.filter((text) => text !== out.text),
  )
  return { ...rest, vain: [...rest.vain, out] }
}

/**
 * A correction that is held back or was itself taken back corrects nothing; nor does one whose law failed, unless what it
 * corrects failed with the law.
 */
function isInVain(wissen: Wissen, { urteil, isRevoked, text, texte }: Platz): boolean {
  if (urteil === 'ausgesetzt' || urteil === 'ungeschehen') return true
  if (!isRevoked && isHeldBack(wissen, text.wert.id)) return true
  const [last, ...earlier] = texte.map(({ wert }) => isCancelled(wissen, wert.beginn)).reverse()
  return last === true && earlier.includes(false)
}

/** In the order of release. A correction stands where the corrected text stood, unless it begins on another day. */
function plaetzeOf(wissen: Wissen, texte: readonly Gesagt<Freigegeben>[]): readonly Platz[] {
  const chains: Gesagt<Freigegeben>[][] = []
  for (const text of texte) {
    const corrected = chains.find((chain) => chain.at(-1)?.wert.id === text.wert.berichtigt)
    if (corrected) corrected.push(text)
    else chains.push([text])
  }
  const turn = (chain: readonly Gesagt<Freigegeben>[]): Folgenummer => {
    const tag = tagOf(wissen, chain.at(-1)?.wert.beginn ?? null)
    let first = chain.length - 1
    while (first > 0 && tagOf(wissen, chain[first - 1]?.wert.beginn ?? null) === tag) first -= 1
    return chain[first]?.folgenummer ?? 0
  }
  return chains
    .sort((left, right) => turn(left) - turn(right))
    .map((chain) => asPlatz(wissen, chain))
}

/** Rule 8: a withdrawal of the corrected text counts for its correction as well. */
function asPlatz(wissen: Wissen, texte: readonly Gesagt<Freigegeben>[]): Platz {
  const text = texte.at(-1) as Gesagt<Freigegeben>
  const ab = tagOf(wissen, text.wert.beginn)
  const ownEnd = tagOf(wissen, text.wert.ende)
  const base = { texte, text, ab, urteil: 'haelt' as const, isRevoked: false, isUndone: false }
  const all = texte.map(({ wert }) => zurueckziehungOf(wissen, wert.id))
  // Of two the earlier one counts; of two for the same day that of the later text.
  const [withdrawn] = all
    .filter((each) => each !== undefined)
    .reverse()
    .sort(
      (left, right) => Number((left.ab ?? '') > (right.ab ?? '')) || -Number(left.ab !== right.ab),
    )
  if (!withdrawn) return { ...base, ende: ownEnd, danach: text.wert.danach }
  const danach = withdrawn.folge.art === 'leistung-endet' ? 'nichts' : 'vorgaenger'
  if (withdrawn.ab === null || ab === null || withdrawn.ab <= ab)
    return {
      ...base,
      ende: ownEnd,
      danach,
      isRevoked: true,
      isUndone: withdrawn.folge.art === 'vorgaenger' && withdrawn !== all[0],
    }
  // It has ended before: that end has said what follows.
  if (ownEnd !== null && ownEnd < withdrawn.ab)
    return { ...base, ende: ownEnd, danach: text.wert.danach }
  return { ...base, ende: withdrawn.ab, danach }
}

/** Rule 7: nothing is guessed. `before` are the places whose turn came earlier. */
function urteilOn(
  wissen: Wissen,
  platz: Platz,
  before: readonly Platz[],
  plaetze: readonly Platz[],
  texte: readonly Gesagt<Freigegeben>[],
): Platz['urteil'] {
  const { id, basis, berichtigt } = platz.text.wert
  const { ab, ende } = platz
  if (platz.isUndone) return 'ungeschehen'
  if (platz.isRevoked) return platz.danach === 'nichts' ? 'beendet-leistung' : 'zurueckgezogen'
  if (ab === null && isCancelled(wissen, platz.text.wert.beginn)) return 'abgesagt'
  if (isHeldBack(wissen, id)) return 'ausgesetzt'
  if (ab === null) return 'wartet'
  const isCorrectedAlready = texte.some(({ wert }) => wert.id === berichtigt)
  if (platz.texte.length === 1 && isCorrectedAlready) return 'ausgesetzt'
  if (ende !== null && ende <= ab) return 'ausgesetzt'
  const includes = (other: Platz, each: FassungId): boolean =>
    other.texte.some(({ wert }) => wert.id === each)
  const under = plaetze.find((other) => basis !== null && includes(other, basis))
  if (under && under !== platz && !under.isRevoked && (under.ab === null || ab < under.ab))
    return 'ausgesetzt'
  const isRebasedOn = ({ text }: Platz, other: Platz): boolean => {
    const { basis: below, wiederaufgenommen: again } = text.wert
    return again === true && below !== null && includes(other, below)
  }
  const onTheDay = before.filter(
    (other) => other.ab === ab && (other.urteil === 'haelt' || other.urteil === 'darunter'),
  )
  if (onTheDay.some((other) => isRebasedOn(other, platz))) return 'darunter'
  const holder = before.findLast((other) => other.urteil === 'haelt' && other.ab === ab)
  if (!holder) return 'haelt'
  return isRebasedOn(platz, holder) ? 'haelt' : 'ausgesetzt'
}

// Language variants

/**
 * Rule 22: the variant released last for the text, then those of the texts that it corrects; a withdrawn one leaves its
 * place to the one before from that day on.
 */
function varianteOn(
  wissen: Wissen,
  text: Gesagt<Freigegeben> | null,
  sprache: Variante['sprache'],
  tag: CalendarDay,
): Modellantwort | null {
  for (let current = text; current;) {
    const { id, berichtigt } = current.wert
    const own = wissen.varianten.filter(
      ({ wert }) => wert.fassungId === id && wert.sprache === sprache,
    )
    const found = own.findLast(({ wert }) => {
      const withdrawn = zurueckziehungOf(wissen, wert.id)
      return !withdrawn || (withdrawn.ab !== null && tag < withdrawn.ab)
    })
    if (found) {
      const giltFuer = text?.wert.id ?? ''
      return { klasse: 'variante', id: found.wert.id, folgenummer: found.folgenummer, giltFuer }
    }
    current = wissen.fassungen.find(({ wert }) => wert.id === berichtigt) ?? null
  }
  return null
}

// Objects

/**
 * Rule 12: the state saved last whose day has come. A save takes back what was still to come on its day; what had begun by
 * then keeps its days, and a state whose day lies before such a beginning follows on the day of its saving.
 */
function objektOnEachDay(
  wissen: Wissen,
  key: string,
  tage: readonly CalendarDay[],
): readonly (Modellantwort | null)[] {
  const staende: { stand: Gesagt<Objektstand>; ab: CalendarDay | null }[] = []
  for (const stand of wissen.objekte) {
    if (`${stand.wert.art}|${stand.wert.id}` !== key) continue
    const ab = laterOf(tagOf(wissen, stand.wert.beginn), freiAb(wissen, stand))
    const saved = stand.wert.gespeichertAm ?? ab
    if (saved === null) continue
    for (const earlier of staende) if (earlier.ab !== null && earlier.ab > saved) earlier.ab = null
    const begun = staende.some((earlier) => earlier.ab !== null && ab !== null && earlier.ab > ab)
    staende.push({ stand, ab: begun ? saved : ab })
  }
  return tage.map((tag) => {
    const current = staende.findLast(({ ab }) => ab !== null && ab <= tag)?.stand
    if (!current) return null
    const ende = tagOf(wissen, current.wert.ende)
    if (ende !== null && ende <= tag) return null
    return { klasse: 'objekt', id: current.wert.id, folgenummer: current.folgenummer }
  })
}

// Layers and silence

/** Rule 11: nobody has to be silent any more on the day after the last one on which anybody was told to answer. */
function freiAb(wissen: Wissen, stand: Gesagt<Objektstand>): CalendarDay | null {
  return stand.wert.art === 'schweigefrist' ? addDays(schweigeendeOf(wissen, stand), 1) : null
}

/** Every day that was named since the period began was an end that people heard of; the last of them counts. */
function schweigeendeOf(
  { zeitgrenzen }: Wissen,
  { folgenummer, wert: { beginn, ...objekt } }: Gesagt<Objektstand>,
): CalendarDay {
  if (objekt.art !== 'schweigefrist') throw new Error(`${objekt.art} is no Schweigefrist`)
  const { tage, fristende } = objekt.wert
  const since = zeitgrenzen.filter(
    (said) =>
      said.folgenummer > folgenummer &&
      beginn.art === 'zeitgrenze' &&
      said.wert.id === beginn.zeitgrenzeId,
  )
  const ends = since.flatMap(({ wert }) =>
    'tag' in wert ? [workingDaysBefore(wert.tag, tage)] : [],
  )
  return [fristende, ...ends].sort().at(-1) ?? fristende
}

function laterOf(left: CalendarDay | null, right: CalendarDay | null): CalendarDay | null {
  if (left === null || right === null) return left
  return left > right ? left : right
}

/** A module as the citizen reads it: the texts of its parts, and whether it was taken over by silence. */
export type Lesart = { readonly texte: readonly FassungId[]; readonly ohneRueckmeldung: boolean }
export type Modellmodul = 'kurztext' | 'kosten'

/**
 * What the citizen of the Gemeinde reads in the two modules of the histories, from what holds on the day: the text of the
 * Land, and what the Gemeinde puts beside it or in its place, as far as locks (rule 10) and silence (rule 11) leave it.
 */
export function lesartenOf(
  ereignisse: readonly Ereignis[],
  kenntnisstand: Folgenummer,
  eintraege: ReadonlyMap<string, Modelleintrag>,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): { readonly [modul in Modellmodul]: Lesart } {
  const wissen = wissenAt(ereignisse, kenntnisstand)
  const held = (key: string): Gesagt<Freigegeben> | undefined => {
    const eintrag = eintraege.get(`fassung|personalausweis|${key}`)
    return wissen.fassungen.find(({ wert }) => wert.id === eintrag?.id)
  }
  const land = held('land|land')
  const ort = held('gemeinde|gemeinde')
  const effective = [...eintraege].flatMap(([key, { folgenummer }]) =>
    wissen.objekte.filter(
      (each) => `${each.wert.art}|${each.wert.id}` === key && each.folgenummer === folgenummer,
    ),
  )
  const read = (modul: Modellmodul): Lesart => {
    const saidBy = (text: Gesagt<Freigegeben> | undefined) =>
      text ? (inhalte.get(text.wert.inhalt) as FassungInhalt)[modul] : undefined
    const above = land && saidBy(land)?.modus === 'ersetzen' ? [land.wert.id] : []
    const inherited = { texte: above, ohneRueckmeldung: false }
    const own = saidBy(ort)
    if (!ort || !own) return inherited
    const sperren = effective.flatMap(({ wert }) =>
      wert.art === 'modulsperre' && wert.wert.module.includes(modul) ? [wert.wert] : [],
    )
    if (sperren.some(({ art }) => art !== 'nur-ergaenzen')) return inherited
    if (own.modus === 'ergaenzen')
      return { ...inherited, texte: above.length === 0 ? [] : [...above, ort.wert.id] }
    if (sperren.length > 0) return inherited
    const silenced = effective.some((frist) => isSilencedBy(wissen, frist, modul, { land, ort }))
    return silenced
      ? { ...inherited, ohneRueckmeldung: true }
      : { texte: [ort.wert.id], ohneRueckmeldung: false }
  }
  return { kurztext: read('kurztext'), kosten: read('kosten') }
}

function isSilencedBy(
  wissen: Wissen,
  frist: Gesagt<Objektstand>,
  modul: Modellmodul,
  {
    land,
    ort,
  }: { readonly land: Gesagt<Freigegeben> | undefined; readonly ort: Gesagt<Freigegeben> },
): boolean {
  const { wert: objekt, folgenummer } = frist
  // A fee is never anybody else's.
  if (objekt.art !== 'schweigefrist' || modul === 'kosten') return false
  if (!objekt.wert.module.includes(modul)) return false
  // The text that silence would let in has to be there.
  if (!land) return false
  const sameLaw = zeitgrenzeIdOf(land.wert.beginn) === zeitgrenzeIdOf(objekt.beginn)
  if (land.folgenummer < folgenummer && !sameLaw) return false
  if (ort.folgenummer > folgenummer) return false
  const inTime = wissen.objekte.flatMap(({ wert }) =>
    wert.art === 'rueckmeldung' &&
    wert.wert.schweigefristId === objekt.id &&
    (wert.gespeichertAm ?? '') <= schweigeendeOf(wissen, frist)
      ? [wert.wert]
      : [],
  )
  return !(inTime.at(-1)?.module.includes(modul) ?? false)
}

/** Every Schweigefrist of the histories hangs on a Zeitgrenze. */
function zeitgrenzeIdOf(anker: Anker): string {
  return anker.art === 'zeitgrenze' ? anker.zeitgrenzeId : ''
}

// From days to intervals

function asFassung(text: Gesagt<Freigegeben> | null): Modellantwort | null {
  return text && { klasse: 'fassung', id: text.wert.id, folgenummer: text.folgenummer }
}

/** From the first day to the last on which the same one holds without a break. */
function withDays(
  answers: ReadonlyMap<string, readonly (Modellantwort | null)[]>,
  tage: readonly CalendarDay[],
): Modelltage {
  const result = new Map(tage.map((tag) => [tag, new Map<string, Modelleintrag>()]))
  for (const [key, perDay] of answers) {
    let from = 0
    while (from < tage.length) {
      let until = from + 1
      while (until < tage.length && isSame(perDay[from], perDay[until])) until += 1
      const answer = perDay[from]
      const [ab, bis] = [tage[from], tage[until] ?? null]
      if (answer && ab !== undefined) {
        for (const tag of tage.slice(from, until)) result.get(tag)?.set(key, { ...answer, ab, bis })
      }
      from = until
    }
  }
  return result
}

function isSame(left: Modellantwort | null | undefined, right: Modellantwort | null | undefined) {
  return (
    left?.id === right?.id &&
    left?.folgenummer === right?.folgenummer &&
    left?.giltFuer === right?.giltFuer
  )
}
