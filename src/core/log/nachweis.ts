import { angebotIn } from '#core/fassung/angebot.ts'
import type {
  Aussetzung,
  Folgenummer,
  Freigegeben,
  LeistungId,
  Variante,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import { EBENEN, pathTo, type GebietId } from '#core/gebiet/gebiet.ts'
import { objektKey, reiheKey, type Beleg, type Chronik } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import { snapshotOn, type Ausschnitt, type Zeitpaar } from '#core/log/snapshot.ts'
import {
  modulsperrenIn,
  rueckmeldungenOf,
  schichtenIn,
  schweigefristenIn,
  uebersichtOf,
  zustaendigkeitenIn,
  type Uebersicht,
} from '#core/log/uebersicht.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { nextDay, type CalendarDay } from '#core/zeit/day.ts'

/** What did this area say on this day about this Leistung? */
export type Nachweisfrage = {
  readonly leistungId: LeistungId
  readonly gebietId: GebietId
  readonly stichtag: CalendarDay
}

/** What one fact of an entry did to the answer. */
export type Wirkung =
  | { readonly art: 'freigabe'; readonly fassung: Freigegeben }
  | { readonly art: 'variante'; readonly variante: Variante; readonly fassung: Freigegeben }
  /** Of the text, or of one of its language variants. */
  | {
      readonly art: 'zurueckziehung'
      readonly zurueckziehung: Zurueckziehung
      readonly fassung: Freigegeben
      readonly variante: Variante | null
    }
  | { readonly art: 'aussetzung'; readonly aussetzung: Aussetzung; readonly fassung: Freigegeben }
  /** `vorher` is what the log said of it before; null: nothing. */
  | {
      readonly art: 'zeitgrenze'
      readonly vorher: Zeitgrenze | null
      readonly zeitgrenze: Zeitgrenze
    }
  | { readonly art: 'objekt'; readonly objekt: Objektstand; readonly istErster: boolean }

/** An entry of the log that proves the answer, with all that it did to it. */
export type Nachweiseintrag = {
  readonly folgenummer: Folgenummer
  readonly wirkungen: readonly Wirkung[]
}

/**
 * The Kenntnisstand of an instant: the last entry before it. What was known on the evening of a day is that of the next
 * midnight in Berlin. No entry has an earlier instant than the one before it, so the log is searched by halves.
 */
export function kenntnisstandBefore({ zeitpunkte }: Chronik, instant: string): Folgenummer {
  let low = 0
  let high = zeitpunkte.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((zeitpunkte[middle] ?? '') < instant) low = middle + 1
    else high = middle
  }
  return low
}

/** The Kenntnisstand at 0:00 of the day and at its end, in Berlin; between them lies what was entered during it. */
export function kenntnisstaendeOf(
  chronik: Chronik,
  tag: CalendarDay,
): { readonly morgens: Folgenummer; readonly abends: Folgenummer } {
  return {
    morgens: kenntnisstandBefore(chronik, midnightInBerlin(tag)),
    abends: kenntnisstandBefore(chronik, midnightInBerlin(nextDay(tag))),
  }
}

/**
 * The entries that prove what was and is said, in order: all that was ever released in the rows of texts that meet in the
 * area, language variants too, corrected, withdrawn or held back; the Zeitgrenzen that their anchors name, with each move; and the states of
 * Leistung, areas, Rechtsnormen, Zustaendigkeiten and offices that the two answers show, with those saved between them.
 * Nothing that was released is left out, also when it never showed. `damals` and `heute` are of the same Stichtag, `heute`
 * is of the later Kenntnisstand.
 */
export function nachweisOf(
  chronik: Chronik,
  frage: Nachweisfrage,
  { damals, heute }: { readonly damals: Uebersicht; readonly heute: Uebersicht },
): readonly Nachweiseintrag[] {
  const kenntnisstand = heute.snapshot.kenntnisstand
  const known = <T>(belege: readonly Beleg<T>[] | undefined): readonly Beleg<T>[] =>
    belege?.filter(({ folgenummer }) => folgenummer <= kenntnisstand) ?? []
  const fassungen = reihenOf(frage, damals, heute).flatMap((key) => known(chronik.reihen.get(key)))
  const objekte = objektstaendeOf(chronik, frage, { damals, heute })
  const zeitgrenzen = new Set(
    [...fassungen, ...objekte].flatMap(({ wert: { beginn, ende } }) => zeitgrenzenOf(beginn, ende)),
  )
  const eintraege = new Map<Folgenummer, Wirkung[]>()
  const add = (folgenummer: Folgenummer, wirkung: Wirkung): void => {
    const before = eintraege.get(folgenummer)
    if (before) before.push(wirkung)
    else eintraege.set(folgenummer, [wirkung])
  }
  for (const id of zeitgrenzen) {
    const belege = known(chronik.zeitgrenzen.get(id))
    belege.forEach(({ folgenummer, wert }, index) => {
      add(folgenummer, {
        art: 'zeitgrenze',
        vorher: belege[index - 1]?.wert ?? null,
        zeitgrenze: wert,
      })
    })
  }
  for (const { folgenummer, wert: objekt, istErster } of objekte)
    add(folgenummer, { art: 'objekt', objekt, istErster })
  for (const { folgenummer, wert: fassung } of fassungen) {
    add(folgenummer, { art: 'freigabe', fassung })
    const varianten = known(chronik.varianten.get(fassung.id))
    for (const each of varianten)
      add(each.folgenummer, { art: 'variante', variante: each.wert, fassung })
    for (const variante of [null, ...varianten.map(({ wert }) => wert)]) {
      const id = variante?.id ?? fassung.id
      for (const { folgenummer: number, wert } of known(chronik.zurueckziehungen.get(id)))
        add(number, { art: 'zurueckziehung', zurueckziehung: wert, fassung, variante })
    }
    for (const each of known(chronik.aussetzungen.get(fassung.id)))
      add(each.folgenummer, { art: 'aussetzung', aussetzung: each.wert, fassung })
  }
  return [...eintraege]
    .map(([folgenummer, wirkungen]) => ({ folgenummer, wirkungen }))
    .sort((left, right) => left.folgenummer - right.folgenummer)
}

/**
 * What holds for one Leistung at the pair, and nothing else: enough to answer for any area, at a fraction of the cost of a
 * whole snapshot.
 */
export function uebersichtOfLeistung(
  chronik: Chronik,
  leistungId: LeistungId,
  paar: Zeitpaar,
): Uebersicht {
  return uebersichtOf(snapshotOn(chronik, paar, ausschnittOf(chronik, leistungId)))
}

/** The entries after `nach` and up to `bis` that say anything which an answer about the Leistung could rest on, in order. */
export function eintraegeUeber(
  chronik: Chronik,
  leistungId: LeistungId,
  { nach, bis }: { readonly nach: Folgenummer; readonly bis: Folgenummer },
): readonly Folgenummer[] {
  const wanted = ausschnittOf(chronik, leistungId)
  const found = new Set<Folgenummer>()
  const zeitgrenzen = new Set<ZeitgrenzeId>()
  const add = (belege: readonly Beleg<unknown>[] | undefined): void => {
    for (const { folgenummer } of belege ?? [])
      if (folgenummer > nach && folgenummer <= bis) found.add(folgenummer)
  }
  const addAnchored = (belege: readonly Beleg<Verankert>[]): void => {
    add(belege)
    for (const { wert } of belege)
      for (const id of zeitgrenzenOf(wert.beginn, wert.ende)) zeitgrenzen.add(id)
  }
  for (const [key, belege] of chronik.objekte) if (wanted.objekt(key)) addAnchored(belege)
  for (const [key, belege] of chronik.reihen) {
    if (!wanted.reihe(key)) continue
    addAnchored(belege)
    for (const { wert } of belege) {
      const varianten = chronik.varianten.get(wert.id) ?? []
      add(varianten)
      add(chronik.aussetzungen.get(wert.id))
      for (const id of [wert.id, ...varianten.map((each) => each.wert.id)])
        add(chronik.zurueckziehungen.get(id))
    }
  }
  for (const id of zeitgrenzen) add(chronik.zeitgrenzen.get(id))
  return [...found].sort((left, right) => left - right)
}

type Verankert = { readonly beginn: Anker; readonly ende: Anker | null }

function ausschnittOf(chronik: Chronik, leistungId: LeistungId): Ausschnitt {
  const leistung = objektKey({ art: 'leistung', id: leistungId })
  const wanted = new Set([leistung])
  for (const { wert } of chronik.zustaendigkeiten.get(leistung) ?? []) {
    wanted.add(objektKey({ art: 'zustaendigkeit', id: wert.id }))
    wanted.add(objektKey(wert.stelle))
  }
  return {
    objekt: (key) => wanted.has(key) || ALWAYS.some((art) => key.startsWith(art)),
    reihe: (key) => key.startsWith(`${leistungId}|`),
  }
}

/** Kinds of objects of which every Leistung may need any. */
const ALWAYS = [
  'gebiet|',
  'rechtsnorm|',
  'modulsperre|',
  'schweigefrist|',
  'rueckmeldung|',
  'angebot|',
]

/** The rows of texts that meet in the area, along the trees of areas of both answers. */
function reihenOf(
  { leistungId, gebietId }: Nachweisfrage,
  ...uebersichten: readonly Uebersicht[]
): readonly string[] {
  const gebiete = uebersichten.flatMap((each) => pathTo(each.gebiete, gebietId).map(({ id }) => id))
  return [...new Set([...gebiete, gebietId])].flatMap((id) =>
    EBENEN.map((ebene) => reiheKey({ leistungId, ebene, gebietId: id })),
  )
}

type Objektbeleg = Beleg<Objektstand> & { readonly istErster: boolean }

/** Per object that an answer shows: the states that hold in the two, and all that was saved between them. */
function objektstaendeOf(
  chronik: Chronik,
  frage: Nachweisfrage,
  { damals, heute }: { readonly damals: Uebersicht; readonly heute: Uebersicht },
): readonly Objektbeleg[] {
  const keys = new Set([damals, heute].flatMap((each) => shownKeys(each, frage)))
  return [...keys].flatMap((key) => {
    const holding = [damals, heute].map(({ snapshot }) => snapshot.eintraege.get(key)?.folgenummer)
    const [since, until] = [damals.snapshot.kenntnisstand, heute.snapshot.kenntnisstand]
    return (chronik.objekte.get(key) ?? []).flatMap((beleg, index): readonly Objektbeleg[] => {
      const { folgenummer } = beleg
      const isBetween = folgenummer > since && folgenummer <= until
      return isBetween || holding.includes(folgenummer)
        ? [{ ...beleg, istErster: index === 0 }]
        : []
    })
  })
}

function shownKeys(uebersicht: Uebersicht, { leistungId, gebietId }: Nachweisfrage) {
  const schichten = schichtenIn(uebersicht, leistungId, gebietId)
  const normen = schichten.flatMap(({ fassung }) => fassung.rechtsnormIds)
  const zustaendig = zustaendigkeitenIn(uebersicht, leistungId, gebietId)
  const { angebot } = angebotIn(uebersicht, leistungId, gebietId)
  const keysOf = (art: Objektart, ids: readonly string[]): readonly string[] =>
    ids.map((id) => objektKey({ art, id }))
  return [
    ...keysOf('leistung', [leistungId]),
    ...keysOf(
      'gebiet',
      pathTo(uebersicht.gebiete, gebietId).map(({ id }) => id),
    ),
    ...keysOf('rechtsnorm', normen),
    ...keysOf(
      'zustaendigkeit',
      zustaendig.map(({ wert }) => wert.id),
    ),
    ...zustaendig.map(({ wert }) => objektKey(wert.stelle)),
    ...keysOf(
      'modulsperre',
      modulsperrenIn(uebersicht, leistungId, gebietId).map(({ wert }) => wert.id),
    ),
    ...keysOf(
      'schweigefrist',
      schweigefristenIn(uebersicht, leistungId, gebietId).map(({ wert }) => wert.id),
    ),
    ...keysOf(
      'rueckmeldung',
      schichten.flatMap(({ fassung }) =>
        rueckmeldungenOf(uebersicht, fassung).map(({ wert }) => wert.id),
      ),
    ),
    ...keysOf('angebot', angebot ? [angebot.wert.id] : []),
  ]
}

function zeitgrenzenOf(...anker: readonly (Anker | null)[]): readonly ZeitgrenzeId[] {
  return anker.flatMap((each) => (each?.art === 'zeitgrenze' ? [each.zeitgrenzeId] : []))
}
