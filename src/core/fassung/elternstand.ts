import type {
  FassungId,
  Fassungskopf,
  Folgenummer,
  Inhaltshash,
  LeistungId,
} from '#core/fassung/fassung.ts'
import type { MergedInhalt } from '#core/fassung/merge.ts'
import type { Modulname, Modulwerte } from '#core/fassung/module.ts'
import { sperrartOf } from '#core/fassung/modulsperre.ts'
import { wertOfModul, zeichenOfModul, type Modulzeichen } from '#core/fassung/modulzeichen.ts'
import type { Abschnitt } from '#core/fassung/reihe.ts'
import { EBENEN, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import { mergedText, type Inhalte } from '#core/lieferung/inhalte.ts'
import {
  newestFolgenummer,
  objektKey,
  reiheKey,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Objektart, Objektkopf } from '#core/log/ereignis.ts'
import { LazyMap } from '#core/log/lazyMap.ts'
import { gebieteAbove, objektreiheAt, reiheAt, type Zeitpaar } from '#core/log/snapshot.ts'
import {
  modulsperrenIn,
  schichtenIn,
  type Schichteintrag,
  type Uebersicht,
} from '#core/log/uebersicht.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Where a text stands: what lies above it follows from this. */
export type Ort = {
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
}

/** Half-open days on which a text holds or shall hold. */
export type Tage = Pick<Abschnitt, 'ab' | 'bis'>

/** A text that was written on top of what it inherits: released, or a draft with the days that it is meant for. */
export type Elterntext = Ort & {
  readonly fassungId: FassungId
  /** In order, without overlap; the first of them is the day against which it was written. */
  readonly tage: readonly Tage[]
  /** Where it begins: with a law it is written for the day of that law, whichever that comes to be. */
  readonly beginn: Anker | null
  readonly kenntnis: Elternkenntnis
}

/** What was known of the layers above when a text began to say something about a module; `sonst`: about all others. */
export type Elternkenntnis = {
  readonly sonst: Folgenummer
  readonly module: { readonly [modul in Modulname]?: Folgenummer }
}

/** "Parent changed": from `ab` on the inherited text of a module is another than the one that was written against. */
export type Elternaenderung = {
  readonly modul: Modulname
  readonly ab: CalendarDay
  /** Hash of the canonical inherited value before, and from that day on. */
  readonly basis: Inhaltshash
  readonly neu: Inhaltshash
}

/** A change with the tokens of both sides. */
export type Elternaenderungsworte = Elternaenderung & {
  readonly worte: {
    readonly basis: readonly Modulzeichen[]
    readonly neu: readonly Modulzeichen[]
  }
}

/** Whether somebody has decided about a change of what this row of texts inherits: then it is never shown again. */
export type IstEntschieden = (aenderung: Omit<Elternaenderung, 'ab'>) => boolean

/**
 * The layers above a text that have changed since it was written: what `aenderungenIn` needs the words of. `tage`: today (or the
 * first day) and each coming day on which something above it changes, as known now; from when on it has been so.
 */
export type Elternlage = {
  readonly text: Elterntext
  readonly basen: ReadonlyMap<Folgenummer, readonly Schichteintrag[]>
  readonly tage: readonly {
    readonly ab: CalendarDay
    readonly schichten: readonly Schichteintrag[]
    /** Locked against the text from above: it has nothing to say there. */
    readonly gesperrt: ReadonlySet<Modulname>
  }[]
}

/** The light picture of one Leistung above one area, on one day. */
export function uebersichtAbove(chronik: Chronik, gebietId: GebietId, paar: Zeitpaar): Uebersicht {
  return uebersichtOn(chronik, paar, gebieteAbove(chronik, gebietId, paar))
}

/** The layers above a text that meet in its area, widest first: all that it inherits. */
export function elternschichten(uebersicht: Uebersicht, ort: Ort): readonly Schichteintrag[] {
  return schichtenIn(uebersicht, ort.leistungId, ort.gebietId).filter(
    ({ fassung }) =>
      EBENEN.indexOf(fassung.ebene) < EBENEN.indexOf(ort.ebene) && !isSamePlace(fassung, ort),
  )
}

/**
 * Whether anything above the text has changed, or will on a day that is bestimmt; null: nothing has. It compares hashes of
 * contributions, no words; where no entry since has touched what lies above, it does not even derive them.
 */
export function elternlageOf(
  chronik: Chronik,
  text: Elterntext,
  heute: CalendarDay,
  bewegung: Bewegung = bewegungOf(chronik),
): Elternlage | null {
  const [first] = text.tage
  const staende = [...new Set([text.kenntnis.sonst, ...Object.values(text.kenntnis.module)])]
  if (!first) return null
  const jetzt = newestFolgenummer(chronik)
  const above = bewegung.above(text.gebietId, first.ab)
  const moves = keysAbove(chronik, text, above).map(bewegung.of)
  const last = moves.reduce((latest, { touched }) => Math.max(latest, touched), 0)
  const wechsel = [...new Set(moves.flatMap(({ tage }) => tage))].sort()
  if (last <= Math.min(...staende) && !wechsel.some((tag) => tag > first.ab)) return null

  const basen = new Map(
    staende.map((kenntnisstand) => {
      const paar = { stichtag: first.ab, kenntnisstand }
      const then = withOwnLaw(chronik, text.beginn)
      return [kenntnisstand, elternschichten(uebersichtAbove(then, text.gebietId, paar), text)]
    }),
  )
  const tage = daysToLookAt(text.tage, wechsel, heute).map((stichtag) => {
    const uebersicht = uebersichtAbove(chronik, text.gebietId, { stichtag, kenntnisstand: jetzt })
    const schichten = elternschichten(uebersicht, text)
    return { ab: stichtag, schichten, gesperrt: lockedAgainst(uebersicht, text) }
  })
  const shown = sinceWhen(tage, heute)
  const signaturen = new Set([...basen.values(), ...shown.map((each) => each.schichten)].map(sign))
  return signaturen.size < 2 ? null : { text, basen, tage: shown }
}

/**
 * The log as if the day of this law had always been the one that is known now: a text that hangs on it was written on top of
 * those that come with it, so announcing or moving the law changes nothing of what it inherits.
 */
function withOwnLaw(chronik: Chronik, beginn: Anker | null): Chronik {
  if (beginn?.art !== 'zeitgrenze') return chronik
  const { zeitgrenzen } = chronik
  const last = zeitgrenzen.get(beginn.zeitgrenzeId)?.at(-1)
  if (!last) return chronik
  const always = [{ ...last, folgenummer: 0 }]
  return {
    ...chronik,
    zeitgrenzen: new LazyMap(
      (id) => (id === beginn.zeitgrenzeId ? always : zeitgrenzen.get(id)),
      () => new Map(zeitgrenzen).set(beginn.zeitgrenzeId, always),
    ),
  }
}

/** The contents that `aenderungenIn` needs. */
export function inhalteOfLage({ basen, tage }: Elternlage): readonly Inhaltshash[] {
  const schichten = [...[...basen.values()].flat(), ...tage.flatMap((each) => each.schichten)]
  return [...new Set(schichten.map(({ fassung }) => fassung.inhalt))]
}

/** What is needed to say which words have changed. */
export type Aenderungsfrage = {
  /** The modules that the text supplements or replaces. */
  readonly module: readonly Modulname[]
  readonly inhalte: Inhalte
  readonly hash: (wert: unknown) => Inhaltshash
  readonly istEntschieden: IstEntschieden
}

/**
 * The modules whose inherited words really differ from those that the text was written against, each with the first such
 * change that nobody has decided about. What was decided is the base of the next change; words that come back as they were are
 * no change.
 */
export function aenderungenIn(
  { text, basen, tage }: Elternlage,
  { module, inhalte, hash, istEntschieden }: Aenderungsfrage,
): readonly Elternaenderungsworte[] {
  const merged = new Map<readonly Schichteintrag[], MergedInhalt>()
  const inheritedIn = (schichten: readonly Schichteintrag[], modul: Modulname): Geerbt => {
    const known = merged.get(schichten) ?? mergedText(schichten, inhalte)
    merged.set(schichten, known)
    return { hash: hash(geerbterWert(known, modul)), zeichen: geerbteZeichen(known, modul) }
  }
  return module.flatMap((modul): readonly Elternaenderungsworte[] => {
    const { sonst, module: je } = text.kenntnis
    const geschrieben = inheritedIn(basen.get(je[modul] ?? sonst) ?? [], modul)
    let basis = geschrieben
    for (const { ab, schichten, gesperrt } of tage) {
      if (gesperrt.has(modul)) continue
      const neu = inheritedIn(schichten, modul)
      if (neu.hash === geschrieben.hash) basis = geschrieben
      if (neu.hash === basis.hash) continue
      const aenderung = { modul, basis: basis.hash, neu: neu.hash }
      if (!istEntschieden(aenderung))
        return [{ ...aenderung, ab, worte: { basis: basis.zeichen, neu: neu.zeichen } }]
      basis = neu
    }
    return []
  })
}

type Geerbt = { readonly hash: Inhaltshash; readonly zeichen: readonly Modulzeichen[] }

/** Names a decision: one for each change of what a row of texts inherits, whichever text of the row it was about. */
export function elternschluessel(
  ort: Ort,
  { modul, basis, neu }: Omit<Elternaenderung, 'ab'>,
): string {
  return [reiheKey(ort), modul, basis, neu].join('|')
}

/** The tokens of an inherited module, its parts one after the other. */
function geerbteZeichen(merged: MergedInhalt, modul: Modulname): readonly Modulzeichen[] {
  const werte = (merged[modul] ?? []).map(({ wert }) => wert)
  return zeichenOfModul(modul, ...werte)
}

/** The inherited value of a module in canonical form; null where nothing is inherited. */
function geerbterWert(merged: MergedInhalt, modul: Modulname): Modulwerte[Modulname] | null {
  const zeichen = geerbteZeichen(merged, modul)
  return zeichen.length === 0 ? null : wertOfModul(modul, zeichen)
}

/** The modules that a layer above the text locks altogether, on the day of the Uebersicht. */
export function lockedAgainst(uebersicht: Uebersicht, ort: Ort): ReadonlySet<Modulname> {
  const sperren = modulsperrenIn(uebersicht, ort.leistungId, ort.gebietId).filter(
    ({ wert }) =>
      EBENEN.indexOf(wert.ebene) < EBENEN.indexOf(ort.ebene) &&
      sperrartOf(wert) === 'unveraenderlich',
  )
  return new Set(sperren.flatMap(({ wert }) => wert.module))
}

function isSamePlace(left: Ort, right: Ort): boolean {
  return left.ebene === right.ebene && left.gebietId === right.gebietId
}

/** When something moved: the last entry about it, and the days on which it begins or ends. */
type Regung = { readonly touched: Folgenummer; readonly tage: readonly CalendarDay[] }

/** What moves above texts, looked up once for all texts that lie below it. Keys as in `Chronik.abhaengige`. */
export type Bewegung = {
  readonly of: (key: string) => Regung
  readonly above: (gebietId: GebietId, stichtag: CalendarDay) => readonly GebietId[]
}

/** Hand one to all calls about the same Chronik. */
export function bewegungOf(chronik: Chronik): Bewegung {
  const kenntnisstand = newestFolgenummer(chronik)
  const regungen = new Map<string, Regung>()
  const paths = new Map<string, readonly GebietId[]>()
  return {
    of: (key) => {
      const known = regungen.get(key) ?? regungOf(chronik, key, kenntnisstand)
      regungen.set(key, known)
      return known
    },
    above: (gebietId, stichtag) => {
      const key = `${gebietId}|${stichtag}`
      const known = paths.get(key) ?? [
        ...gebieteAbove(chronik, gebietId, { stichtag, kenntnisstand }).byId.keys(),
      ]
      paths.set(key, known)
      return known
    },
  }
}

/** What can change the layers above: rows of texts, and objects. */
function keysAbove(chronik: Chronik, ort: Ort, gebiete: readonly GebietId[]): readonly string[] {
  const { leistungId } = ort
  const leistung = objektKey({ art: 'leistung', id: leistungId })
  const named = (
    art: Objektart,
    belege: readonly { readonly wert: { readonly id: string } }[] = [],
  ): readonly string[] =>
    [...new Set(belege.map(({ wert }) => wert.id))].map((id) => `objekt|${objektKey({ art, id })}`)
  return [
    ...gebiete
      .flatMap((gebietId) => EBENEN.map((ebene) => ({ leistungId, ebene, gebietId })))
      .filter((each) => !isSamePlace(each, ort))
      .map(reiheKey)
      .filter((key) => chronik.reihen.has(key))
      .map((key) => `reihe|${key}`),
    ...gebiete.map((id) => `objekt|${objektKey({ art: 'gebiet', id })}`),
    ...named('modulsperre', chronik.modulsperren.get(leistung)),
    ...named('schweigefrist', chronik.schweigefristen.get(leistung)),
    ...named('rueckmeldung', chronik.rueckmeldungen.get(leistung)),
  ]
}

function regungOf(chronik: Chronik, key: string, kenntnisstand: Folgenummer): Regung {
  const rest = key.slice(key.indexOf('|') + 1)
  const isReihe = key.startsWith('reihe|')
  const belege: readonly Beleg<Fassungskopf | Objektkopf>[] =
    (isReihe ? chronik.reihen.get(rest) : chronik.objekte.get(rest)) ?? []
  const abschnitte: readonly Tage[] = isReihe
    ? reiheAt(chronik, rest, kenntnisstand).abschnitte
    : objektreiheAt(chronik, rest, kenntnisstand)
  return {
    touched: Math.max(0, ...belege.map((beleg) => lastWordOn(chronik, beleg))),
    tage: abschnitte.flatMap(({ ab, bis }) => (bis === null ? [ab] : [ab, bis])),
  }
}

/** The last entry about a text or a saved state: its own, of its withdrawal, of the laws on which its days hang. */
function lastWordOn(
  chronik: Chronik,
  { folgenummer, wert: { id, beginn, ende } }: Beleg<Fassungskopf | Objektkopf>,
): Folgenummer {
  const last = (belege: readonly Beleg<unknown>[] | undefined): Folgenummer =>
    belege?.at(-1)?.folgenummer ?? 0
  const ofAnker = (anker: Anker | null): Folgenummer =>
    anker?.art === 'zeitgrenze' ? last(chronik.zeitgrenzen.get(anker.zeitgrenzeId)) : 0
  return Math.max(
    folgenummer,
    last(chronik.zurueckziehungen.get(id)),
    last(chronik.aussetzungen.get(id)),
    ofAnker(beginn),
    ofAnker(ende),
  )
}

/** The first day of the text and all days of change on which it holds, past ones included. */
function daysToLookAt(
  tage: readonly Tage[],
  wechsel: readonly CalendarDay[],
  heute: CalendarDay,
): readonly CalendarDay[] {
  const holds = (tag: CalendarDay): boolean =>
    tage.some(({ ab, bis }) => ab <= tag && (bis === null || tag < bis))
  const first = tage[0]?.ab ?? heute
  const days = [first, ...wechsel.filter((tag) => tag > first && holds(tag))]
  // A text that no longer holds has nothing to follow.
  const isOver = !tage.some(({ bis }) => bis === null || bis > heute)
  return isOver ? [] : days
}

/** What holds today, since it has been so; then the days to come. */
function sinceWhen<
  T extends { readonly ab: CalendarDay; readonly schichten: readonly Schichteintrag[] },
>(tage: readonly T[], heute: CalendarDay): readonly T[] {
  const now = tage.findLastIndex(({ ab }) => ab <= heute)
  const current = tage[now]
  if (!current) return tage
  let since = now
  while (since > 0 && sign(tage[since - 1]?.schichten ?? []) === sign(current.schichten)) since -= 1
  return [{ ...current, ab: tage[since]?.ab ?? current.ab }, ...tage.slice(now + 1)]
}

/** Equal where the same contributions meet in the same way. */
function sign(schichten: readonly Schichteintrag[]): string {
  const list = (set: ReadonlySet<Modulname>): string => [...set].sort().join('+')
  return schichten
    .map(({ fassung, gesperrt, nurErgaenzen, ohneRueckmeldung }) =>
      [fassung.inhalt, list(gesperrt), list(nurErgaenzen), list(ohneRueckmeldung)].join('|'),
    )
    .join('\n')
}
