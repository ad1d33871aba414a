import type { LeistungId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { Modulsperre } from '#core/fassung/modulsperre.ts'
import {
  EBENEN,
  indexGebiete,
  layerFits,
  pathTo,
  type Ebene,
  type Gebiet,
  type Gebiete,
  type GebietId,
} from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { reiheKey } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import type { Eintrag, Snapshot } from '#core/log/snapshot.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'

/** Entry of a snapshot that is a text. */
export type Fassungseintrag = Extract<Eintrag, { klasse: 'fassung' }>
/** A text as one layer of a merged one: of the modules that a layer above locks, nothing comes from it (rule 10). */
export type Schichteintrag = Fassungseintrag & { readonly gesperrt: ReadonlySet<Modulname> }
/** Entry of a snapshot that is a language variant. */
export type Varianteneintrag = Extract<Eintrag, { klasse: 'variante' }>
/** Entry of a snapshot that is an object with dated states. */
export type Objekteintrag = Extract<Eintrag, { klasse: 'objekt' }>
/** A value that lies in the entry itself, with the entry around it. */
export type Wert<T> = { readonly wert: T; readonly eintrag: Objekteintrag }

/** A snapshot with the ways through it that readers need. */
export type Uebersicht = {
  readonly snapshot: Snapshot
  readonly gebiete: Gebiete
  readonly leistungen: ReadonlyMap<LeistungId, Wert<Leistung>>
  readonly fassungen: ReadonlyMap<LeistungId, readonly Fassungseintrag[]>
  readonly zustaendigkeiten: ReadonlyMap<LeistungId, readonly Wert<Zustaendigkeit>[]>
  readonly modulsperren: ReadonlyMap<LeistungId, readonly Wert<Modulsperre>[]>
  /** Offices, online services, forms and Rechtsnormen, whose content lies in the content table. */
  readonly objekte: (art: Objektart, id: string) => Objekteintrag | undefined
}

/** Indexes a snapshot once. */
export function uebersichtOf(snapshot: Snapshot): Uebersicht {
  const gebiete: Gebiet[] = []
  const leistungen = new Map<LeistungId, Wert<Leistung>>()
  const fassungen = new Map<LeistungId, Fassungseintrag[]>()
  const zustaendigkeiten = new Map<LeistungId, Wert<Zustaendigkeit>[]>()
  const modulsperren = new Map<LeistungId, Wert<Modulsperre>[]>()
  for (const eintrag of snapshot.eintraege.values()) {
    if (eintrag.klasse === 'fassung') append(fassungen, eintrag.fassung.leistungId, eintrag)
    if (eintrag.klasse !== 'objekt') continue
    const { objekt } = eintrag
    if (objekt.art === 'gebiet') gebiete.push(objekt.wert)
    if (objekt.art === 'leistung') leistungen.set(objekt.id, { wert: objekt.wert, eintrag })
    if (objekt.art === 'modulsperre')
      append(modulsperren, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
    if (objekt.art === 'zustaendigkeit')
      append(zustaendigkeiten, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
  }
  const objekte = (art: Objektart, id: string): Objekteintrag | undefined =>
    snapshot.eintraege.get(`${art}|${id}`) as Objekteintrag | undefined
  return {
    snapshot,
    gebiete: indexGebiete(gebiete),
    leistungen,
    fassungen,
    zustaendigkeiten,
    modulsperren,
    objekte,
  }
}

/** The texts of all layers that meet in one area, widest first (zeit.md, rule 10). */
export function schichtenIn(
  uebersicht: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Schichteintrag[] {
  const { snapshot, gebiete } = uebersicht
  const sperren = modulsperrenIn(uebersicht, leistungId, gebietId)
  return pathTo(gebiete, gebietId).flatMap((gebiet) =>
    EBENEN.flatMap((ebene) => {
      const key = reiheKey({ leistungId, ebene, gebietId: gebiet.id })
      const eintrag = snapshot.eintraege.get(`fassung|${key}`) as Fassungseintrag | undefined
      return eintrag ? [{ ...eintrag, gesperrt: lockedFor(ebene, sperren) }] : []
    }),
  )
}

/** The module locks of a Leistung that reach an area. */
export function modulsperrenIn(
  { modulsperren, gebiete }: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Wert<Modulsperre>[] {
  const all = modulsperren.get(leistungId)
  if (!all) return []
  const path = new Map(pathTo(gebiete, gebietId).map((gebiet) => [gebiet.id, gebiet]))
  return all.filter(({ wert }) => {
    const gebiet = path.get(wert.gebietId)
    // A town that calls itself the Bund locks nothing of the Land.
    return gebiet !== undefined && layerFits(wert.ebene, gebiet, gebiete)
  })
}

function lockedFor(ebene: Ebene, sperren: readonly Wert<Modulsperre>[]): ReadonlySet<Modulname> {
  const above = sperren.filter(({ wert }) => EBENEN.indexOf(wert.ebene) < EBENEN.indexOf(ebene))
  return above.length === 0 ? UNGESPERRT : new Set(above.flatMap(({ wert }) => wert.module))
}

const UNGESPERRT: ReadonlySet<Modulname> = new Set()

/** The variants of a text that holds. */
export function variantenOf(
  { snapshot }: Uebersicht,
  { fassung }: Fassungseintrag,
): readonly Varianteneintrag[] {
  return ['en', 'de-LS'].flatMap((sprache) => {
    const eintrag = snapshot.eintraege.get(`variante|${reiheKey(fassung)}|${sprache}`)
    return eintrag?.klasse === 'variante' ? [eintrag] : []
  })
}

/**
 * Who answers for a Leistung in an area: per role the entries of the most specific area that has any (zeit.md, rule 12).
 * Offices and online services each by themselves: a town's counter does not take the Land's online service away.
 */
export function zustaendigkeitenIn(
  { zustaendigkeiten, gebiete }: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Wert<Zustaendigkeit>[] {
  const depth = new Map(pathTo(gebiete, gebietId).map(({ id }, index) => [id, index]))
  const there = (zustaendigkeiten.get(leistungId) ?? []).filter(({ wert }) =>
    depth.has(wert.gebietId),
  )
  const deepest = new Map<string, number>()
  for (const { wert } of there) {
    const key = `${wert.rolle}|${wert.stelle.art}`
    deepest.set(key, Math.max(deepest.get(key) ?? -1, depth.get(wert.gebietId) ?? -1))
  }
  return there.filter(
    ({ wert }) => depth.get(wert.gebietId) === deepest.get(`${wert.rolle}|${wert.stelle.art}`),
  )
}

/** What an entry of the content table is needed for: the hash of an object whose content lies there. */
export function inhaltOf(objekt: Objektstand): string | null {
  return 'inhalt' in objekt ? objekt.inhalt : null
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const existing = map.get(key)
  if (existing) existing.push(value)
  else map.set(key, [value])
}
