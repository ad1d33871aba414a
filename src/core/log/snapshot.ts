import { abschnittOn, layOut, type Reihe } from '#core/fassung/reihe.ts'
import type {
  FassungId,
  Folgenummer,
  Freigegeben,
  Variante,
  Variantensprache,
} from '#core/fassung/fassung.ts'
import { ersterTagAt, type Zeitgrenzenverlauf } from '#core/fassung/schweigefrist.ts'
import { earlierEnd } from '#core/geltung/geltungszeitraum.ts'
import {
  latest,
  newestFolgenummer,
  verlaufOf,
  zeitgrenzenAt,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import { indexGebiete, type Gebiet, type GebietId, type Gebiete } from '#core/gebiet/gebiet.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { ZeitgrenzeLookup } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** The day asked about, and up to which entry of the log we look (zeit.md, rule 15). */
export type Zeitpaar = { readonly stichtag: CalendarDay; readonly kenntnisstand: Folgenummer }

type Geltend = {
  /** The entry that made it true. */
  readonly folgenummer: Folgenummer
  /** First day on which it holds as it stands here. */
  readonly ab: CalendarDay
  /** First day on which it no longer does; null: no change is known. */
  readonly bis: CalendarDay | null
}

/** One thing that holds on the Stichtag. */
export type Eintrag =
  | (Geltend & { readonly klasse: 'fassung'; readonly fassung: Freigegeben })
  /** `giltFuer` is the Fassung that holds: the one the variant was made for, or a correction of it. */
  | (Geltend & {
      readonly klasse: 'variante'
      readonly variante: Variante
      readonly giltFuer: FassungId
    })
  | (Geltend & { readonly klasse: 'objekt'; readonly objekt: Objektstand })

/** Everything that holds on the Stichtag, as known at the Kenntnisstand. Keys are stable over all days. */
export type Snapshot = Zeitpaar & { readonly eintraege: ReadonlyMap<string, Eintrag> }

/** Which objects (by `objektKey`) and rows of texts (by `reiheKey`) a snapshot is asked for. */
export type Ausschnitt = {
  readonly objekt: (key: string) => boolean
  readonly reihe: (key: string) => boolean
}

const ALLES: Ausschnitt = { objekt: () => true, reihe: () => true }

/**
 * What holds on the Stichtag, as known at the Kenntnisstand: the first law of the house. A pure function of the log; two
 * calls with the same pair give equal snapshots, today and in three years.
 */
export function snapshotOn(
  chronik: Chronik,
  { stichtag, kenntnisstand }: Zeitpaar,
  wanted: Ausschnitt = ALLES,
): Snapshot {
  const wissen = wissenAt(chronik, kenntnisstand)
  const eintraege = new Map<string, Eintrag>()
  for (const [key, belege] of chronik.objekte) {
    if (!wanted.objekt(key)) continue
    const eintrag = objektOn(belege, stichtag, wissen)
    if (eintrag) eintraege.set(key, eintrag)
  }
  for (const key of chronik.reihen.keys()) {
    if (!wanted.reihe(key)) continue
    const eintrag = fassungOn(chronik, key, { stichtag, kenntnisstand })
    if (!eintrag) continue
    eintraege.set(`fassung|${key}`, eintrag)
    for (const variante of variantenOf(chronik, eintrag, { stichtag, kenntnisstand })) {
      eintraege.set(`variante|${key}|${variante.variante.sprache}`, variante)
    }
  }
  return { stichtag, kenntnisstand, eintraege }
}

/** What a single key of the snapshot holds, without deriving the others. */
export function eintragOn(chronik: Chronik, key: string, paar: Zeitpaar): Eintrag | undefined {
  const rest = key.slice(key.indexOf('|') + 1)
  if (key.startsWith('fassung|')) return fassungOn(chronik, rest, paar)
  if (key.startsWith('variante|')) {
    const at = rest.lastIndexOf('|')
    const fassung = fassungOn(chronik, rest.slice(0, at), paar)
    const varianten = fassung ? variantenOf(chronik, fassung, paar) : []
    return varianten.find(({ variante }) => variante.sprache === rest.slice(at + 1))
  }
  const { stichtag, kenntnisstand } = paar
  const belege = chronik.objekte.get(key)
  return belege && objektOn(belege, stichtag, wissenAt(chronik, kenntnisstand))
}

/** The areas of a day, without deriving anything else. */
export function gebieteOn(chronik: Chronik, { stichtag, kenntnisstand }: Zeitpaar): Gebiete {
  const wissen = wissenAt(chronik, kenntnisstand)
  const gebiete: Gebiet[] = []
  for (const key of chronik.gebiete.keys()) {
    const belege = chronik.objekte.get(key) ?? []
    const eintrag = objektOn(belege, stichtag, wissen)
    if (eintrag?.objekt.art === 'gebiet') gebiete.push(eintrag.objekt.wert)
  }
  return indexGebiete(gebiete)
}

/** Only the area and those above it, in the time of a look-up per area. */
export function gebieteAbove(chronik: Chronik, gebietId: GebietId, paar: Zeitpaar): Gebiete {
  const found = new Map<GebietId, Gebiet>()
  for (let id: GebietId | null = gebietId; id !== null && !found.has(id);) {
    const eintrag = eintragOn(chronik, `gebiet|${id}`, paar)
    if (eintrag?.klasse !== 'objekt' || eintrag.objekt.art !== 'gebiet') break
    found.set(id, eintrag.objekt.wert)
    id = eintrag.objekt.wert.uebergeordnet
  }
  return indexGebiete(found.values())
}

/**
 * The texts of one row, laid out over the days as known at the Kenntnisstand; with another `zeitgrenze`, as if that were
 * known of the Zeitgrenzen.
 */
export function reiheAt(
  chronik: Chronik,
  key: string,
  kenntnisstand: Folgenummer,
  zeitgrenze: ZeitgrenzeLookup = zeitgrenzenAt(chronik, kenntnisstand),
): Reihe {
  const belege = chronik.reihen.get(key) ?? []
  return layOut({
    belege: belege.filter(({ folgenummer }) => folgenummer <= kenntnisstand),
    zurueckziehung: (id) => latest(chronik.zurueckziehungen.get(id), kenntnisstand)?.wert,
    istAusgesetzt: (id) =>
      latest(chronik.aussetzungen.get(id), kenntnisstand)?.wert.istAusgesetzt ?? false,
    zeitgrenze,
  })
}

/** A stretch of days on which one saved state of an object holds. */
export type Objektabschnitt = {
  readonly beleg: Beleg<Objektstand>
  readonly ab: CalendarDay
  readonly bis: CalendarDay | null
}

/** The saved states of one object, laid out over the days as known at the Kenntnisstand. */
export function objektreiheAt(
  chronik: Chronik,
  key: string,
  kenntnisstand: Folgenummer,
): readonly Objektabschnitt[] {
  const wissen = wissenAt(chronik, kenntnisstand)
  const staende = staendeAt(chronik.objekte.get(key) ?? [], wissen)
  return staende.flatMap(({ beleg, ab }, index) => {
    const { ende } = beleg.wert
    const own = ende === null ? null : effectiveDay(ende, wissen.zeitgrenze)
    const bis = earlierEnd(own, staende[index + 1]?.ab ?? null)
    return bis !== null && bis <= ab ? [] : [{ beleg, ab, bis }]
  })
}

/** The language variants that hold in a row of texts on the day. */
export function variantenAt(
  chronik: Chronik,
  key: string,
  pair: Zeitpaar,
): readonly Extract<Eintrag, { klasse: 'variante' }>[] {
  const eintrag = fassungOn(chronik, key, pair)
  return eintrag ? variantenOf(chronik, eintrag, pair) : []
}

/** The Zeitpaar of a day with all that is known now. */
export function newestPair(chronik: Chronik, stichtag: CalendarDay): Zeitpaar {
  return { stichtag, kenntnisstand: newestFolgenummer(chronik) }
}

/** Whether two entries of the same key say the same. */
export function sameEintrag(left: Eintrag, right: Eintrag): boolean {
  return (
    left.folgenummer === right.folgenummer &&
    left.ab === right.ab &&
    left.bis === right.bis &&
    sourceId(left) === sourceId(right)
  )
}

function sourceId(eintrag: Eintrag): string {
  switch (eintrag.klasse) {
    case 'fassung':
      return eintrag.fassung.id
    case 'variante':
      return `${eintrag.variante.id}|${eintrag.giltFuer}`
    case 'objekt':
      return eintrag.objekt.id
  }
}

function fassungOn(
  chronik: Chronik,
  key: string,
  { stichtag, kenntnisstand }: Zeitpaar,
): Extract<Eintrag, { klasse: 'fassung' }> | undefined {
  const abschnitt = abschnittOn(reiheAt(chronik, key, kenntnisstand), stichtag)
  if (!abschnitt) return undefined
  const { beleg, ab, bis } = abschnitt
  return { klasse: 'fassung', fassung: beleg.wert, folgenummer: beleg.folgenummer, ab, bis }
}

/** Per language the variant released last; withdrawn, it leaves its place to the one before from that day on. */
function variantenOf(
  chronik: Chronik,
  { fassung, ab, bis }: Extract<Eintrag, { klasse: 'fassung' }>,
  { stichtag, kenntnisstand }: Zeitpaar,
): readonly Extract<Eintrag, { klasse: 'variante' }>[] {
  const belege = correctedBy(chronik, fassung).flatMap((id) => chronik.varianten.get(id) ?? [])
  const found = new Map<Variantensprache, Extract<Eintrag, { klasse: 'variante' }>>()
  const begins = new Map<Variantensprache, CalendarDay>()
  for (const { wert, folgenummer } of belege.toReversed()) {
    if (folgenummer > kenntnisstand || found.has(wert.sprache)) continue
    const seit = begins.get(wert.sprache) ?? ab
    const withdrawn = latest(chronik.zurueckziehungen.get(wert.id), kenntnisstand)?.wert
    if (!withdrawn || (withdrawn.ab !== null && stichtag < withdrawn.ab)) {
      const until = earlierEnd(bis, withdrawn?.ab ?? null)
      const rest = { variante: wert, giltFuer: fassung.id, folgenummer, ab: seit, bis: until }
      found.set(wert.sprache, { klasse: 'variante', ...rest })
    } else if (withdrawn.ab !== null && withdrawn.ab > seit) {
      begins.set(wert.sprache, withdrawn.ab)
    }
  }
  return [...found.values()].reverse()
}

/** A correction keeps the variants of what it corrects; modules whose German words it changed are stale (rule 22). */
function correctedBy(chronik: Chronik, fassung: Freigegeben): readonly FassungId[] {
  const chain: FassungId[] = []
  for (let current: Freigegeben | undefined = fassung; current;) {
    chain.unshift(current.id)
    current =
      current.berichtigt === null ? undefined : chronik.fassungen.get(current.berichtigt)?.wert
  }
  return chain
}

/** What is known of the days of the law: the last word about each Zeitgrenze, and all words before it. */
type Zeitwissen = {
  readonly kenntnisstand: Folgenummer
  readonly zeitgrenze: ZeitgrenzeLookup
  readonly verlauf: Zeitgrenzenverlauf
}

function wissenAt(chronik: Chronik, kenntnisstand: Folgenummer): Zeitwissen {
  return {
    kenntnisstand,
    zeitgrenze: zeitgrenzenAt(chronik, kenntnisstand),
    verlauf: verlaufOf(chronik),
  }
}

function objektOn(
  belege: readonly Beleg<Objektstand>[],
  stichtag: CalendarDay,
  wissen: Zeitwissen,
): Extract<Eintrag, { klasse: 'objekt' }> | undefined {
  const staende = staendeAt(belege, wissen)
  const index = staende.findLastIndex(({ ab }) => ab <= stichtag)
  const current = staende[index]
  if (!current) return undefined
  const { beleg, ab } = current
  const ende = beleg.wert.ende === null ? null : effectiveDay(beleg.wert.ende, wissen.zeitgrenze)
  if (ende !== null && ende <= stichtag) return undefined
  return {
    klasse: 'objekt',
    objekt: beleg.wert,
    folgenummer: beleg.folgenummer,
    ab,
    bis: earlierEnd(ende, staende[index + 1]?.ab ?? null),
  }
}

type DatedStand = { readonly beleg: Beleg<Objektstand>; readonly ab: CalendarDay }

/**
 * The states of one object that take effect, in the order of saving and of days. A state takes back all earlier ones that
 * were still to come when it was saved, also while its own day is not bestimmt. What had begun by then keeps its days:
 * a state whose day lies before such a beginning (a law of which we learned late) follows on the day of its saving.
 */
function staendeAt(
  belege: readonly Beleg<Objektstand>[],
  { kenntnisstand, verlauf }: Zeitwissen,
): readonly DatedStand[] {
  const staende: DatedStand[] = []
  for (const beleg of belege) {
    if (beleg.folgenummer > kenntnisstand) break
    const ab = ersterTagAt(beleg, verlauf, kenntnisstand)
    const saved = beleg.wert.gespeichertAm ?? ab
    if (saved === null) continue
    let last = staende.at(-1)
    for (; last && last.ab > saved; last = staende.at(-1)) staende.pop()
    if (ab !== null) staende.push({ beleg, ab: last && last.ab > ab ? saved : ab })
  }
  return staende
}
