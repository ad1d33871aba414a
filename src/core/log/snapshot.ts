import { abschnittOn, layOut, type Reihe } from '#core/fassung/reihe.ts'
import type { FassungId, Folgenummer, Freigegeben, Variante } from '#core/fassung/fassung.ts'
import { earlierEnd } from '#core/geltung/geltungszeitraum.ts'
import {
  latest,
  newestFolgenummer,
  zeitgrenzenAt,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import { indexGebiete, type Gebiet, type Gebiete } from '#core/gebiet/gebiet.ts'
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

/**
 * What holds on the Stichtag, as known at the Kenntnisstand: the first law of the house. A pure function of the log; two
 * calls with the same pair give equal snapshots, today and in three years.
 */
export function snapshotOn(chronik: Chronik, { stichtag, kenntnisstand }: Zeitpaar): Snapshot {
  const zeitgrenze = zeitgrenzenAt(chronik, kenntnisstand)
  const eintraege = new Map<string, Eintrag>()
  for (const [key, belege] of chronik.objekte) {
    const eintrag = objektOn(belege, stichtag, kenntnisstand, zeitgrenze)
    if (eintrag) eintraege.set(key, eintrag)
  }
  for (const key of chronik.reihen.keys()) {
    const eintrag = fassungOn(chronik, key, { stichtag, kenntnisstand })
    if (!eintrag) continue
    eintraege.set(`fassung|${key}`, eintrag)
    for (const variante of variantenOf(chronik, eintrag, kenntnisstand)) {
      eintraege.set(`variante|${key}|${variante.variante.sprache}`, variante)
    }
  }
  return { stichtag, kenntnisstand, eintraege }
}

/** The areas of a day, without deriving anything else. */
export function gebieteOn(chronik: Chronik, { stichtag, kenntnisstand }: Zeitpaar): Gebiete {
  const zeitgrenze = zeitgrenzenAt(chronik, kenntnisstand)
  const gebiete: Gebiet[] = []
  for (const [key, belege] of chronik.objekte) {
    if (!key.startsWith('gebiet|')) continue
    const eintrag = objektOn(belege, stichtag, kenntnisstand, zeitgrenze)
    if (eintrag?.objekt.art === 'gebiet') gebiete.push(eintrag.objekt.wert)
  }
  return indexGebiete(gebiete)
}

/** The texts of one row, laid out over the days as known at the Kenntnisstand. */
export function reiheAt(chronik: Chronik, key: string, kenntnisstand: Folgenummer): Reihe {
  const belege = chronik.reihen.get(key) ?? []
  return layOut({
    belege: belege.filter(({ folgenummer }) => folgenummer <= kenntnisstand),
    zurueckziehung: (id) => latest(chronik.zurueckziehungen.get(id), kenntnisstand)?.wert,
    zeitgrenze: zeitgrenzenAt(chronik, kenntnisstand),
  })
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

function variantenOf(
  chronik: Chronik,
  { fassung, ab, bis }: Extract<Eintrag, { klasse: 'fassung' }>,
  kenntnisstand: Folgenummer,
): readonly Extract<Eintrag, { klasse: 'variante' }>[] {
  const belege = correctedBy(chronik, fassung).flatMap((id) => chronik.varianten.get(id) ?? [])
  const known = belege.filter(({ folgenummer }) => folgenummer <= kenntnisstand)
  const newest = new Map(known.map((beleg) => [beleg.wert.sprache, beleg]))
  return [...newest.values()].map(({ wert, folgenummer }) => ({
    klasse: 'variante',
    variante: wert,
    giltFuer: fassung.id,
    folgenummer,
    ab,
    bis,
  }))
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

/** The state with the latest first day counts; saved again for the same day, the later entry counts. */
function objektOn(
  belege: readonly Beleg<Objektstand>[],
  stichtag: CalendarDay,
  kenntnisstand: Folgenummer,
  zeitgrenze: ZeitgrenzeLookup,
): Extract<Eintrag, { klasse: 'objekt' }> | undefined {
  let current: { beleg: Beleg<Objektstand>; ab: CalendarDay } | undefined
  let next: CalendarDay | null = null
  for (const beleg of belege) {
    if (beleg.folgenummer > kenntnisstand) break
    const ab = effectiveDay(beleg.wert.beginn, zeitgrenze)
    if (ab === null) continue
    if (ab > stichtag) next = earlierEnd(next, ab)
    else if (!current || ab >= current.ab) current = { beleg, ab }
  }
  if (!current) return undefined
  const { beleg, ab } = current
  const ende = beleg.wert.ende === null ? null : effectiveDay(beleg.wert.ende, zeitgrenze)
  if (ende !== null && ende <= stichtag) return undefined
  return {
    klasse: 'objekt',
    objekt: beleg.wert,
    folgenummer: beleg.folgenummer,
    ab,
    bis: earlierEnd(ende, next),
  }
}
