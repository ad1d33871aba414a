import { compareKeys } from '#core/delta/delta.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import { pathTo, type Gebiet, type GebietId } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { aenderungszeiten, type Aenderungszeiten } from '#core/lieferung/geaendert.ts'
import type { Chronik } from '#core/log/chronik.ts'
import {
  schichtenIn,
  variantenOf,
  zustaendigkeitenIn,
  type Schichteintrag,
  type Objekteintrag,
  type Uebersicht,
  type Varianteneintrag,
  type Wert,
} from '#core/log/uebersicht.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'

/** A text as it leaves the house: the Land's once, and one for each area whose own layer changes it (zeit.md, rule 14). */
export type Leistungsobjekt = {
  readonly klasse: 'leistung'
  /** Stable per (Leistung, Gebiet): the Leistung's own id for the Land's text. */
  readonly id: string
  readonly leistung: Leistung
  readonly gebiet: Gebiet
  /** The layers that meet in the area, widest first. */
  readonly schichten: readonly Schichteintrag[]
  /** Variants of the layers, in the same order. */
  readonly varianten: readonly Varianteneintrag[]
  /** Latest of release, withdrawal, move and 0:00 of a switch, UTC (zeit.md, rule 17). */
  readonly geaendert: string
}

/** Which office answers for which delivered text in which area. */
export type Zustaendigkeitsobjekt = {
  readonly id: string
  readonly leistungsobjektId: string
  readonly gebiet: Gebiet
  readonly rolle: Zustaendigkeit['rolle']
}

/** An office or an online service as it leaves the house. */
export type Stellenobjekt = {
  readonly klasse: 'organisationseinheit' | 'onlinedienst'
  readonly id: string
  readonly eintrag: Objekteintrag
  readonly zustaendigkeiten: readonly Zustaendigkeitsobjekt[]
  readonly geaendert: string
}

/** Everything of one delivery, in canonical order: texts, offices, online services, each by id. */
export type Lieferung = {
  readonly leistungen: readonly Leistungsobjekt[]
  readonly organisationseinheiten: readonly Stellenobjekt[]
  readonly onlinedienste: readonly Stellenobjekt[]
}

/**
 * What a full delivery of this snapshot holds. Texts of another Redaktion never leave as ours: a Leistung of which only
 * the Bund's Stammtext holds is left out (zeit.md, rule 14).
 */
export function planLieferung(uebersicht: Uebersicht, chronik: Chronik): Lieferung {
  const zeiten = aenderungszeiten(chronik, uebersicht.snapshot)
  const leistungen = [...uebersicht.leistungen.values()].flatMap(({ wert }) =>
    leistungsobjekte(uebersicht, zeiten, wert),
  )
  const zustaendigkeiten = zustaendigkeitsobjekte(uebersicht, leistungen)
  return {
    leistungen: leistungen.sort(byId),
    organisationseinheiten: stellenobjekte(
      'organisationseinheit',
      uebersicht,
      zeiten,
      zustaendigkeiten,
    ),
    onlinedienste: stellenobjekte('onlinedienst', uebersicht, zeiten, zustaendigkeiten),
  }
}

/** The hashes of all contents that an object needs. */
export function inhaltshashes(objekt: Leistungsobjekt | Stellenobjekt): readonly Inhaltshash[] {
  if (objekt.klasse === 'leistung') {
    return [
      ...objekt.schichten.map(({ fassung }) => fassung.inhalt),
      ...objekt.varianten.map(({ variante }) => variante.inhalt),
    ]
  }
  const { objekt: stand } = objekt.eintrag
  return 'inhalt' in stand ? [stand.inhalt] : []
}

function leistungsobjekte(
  uebersicht: Uebersicht,
  zeiten: Aenderungszeiten,
  leistung: Leistung,
): readonly Leistungsobjekt[] {
  const own = (uebersicht.fassungen.get(leistung.id) ?? []).filter(
    ({ fassung }) => fassung.ebene !== 'bund',
  )
  const gebietIds = [...new Set(own.map(({ fassung }) => fassung.gebietId))]
  return gebietIds.flatMap((gebietId) => {
    const gebiet = uebersicht.gebiete.byId.get(gebietId)
    if (!gebiet) return []
    const schichten = schichtenIn(uebersicht, leistung.id, gebietId)
    const varianten = schichten.flatMap((schicht) => variantenOf(uebersicht, schicht))
    return [
      {
        klasse: 'leistung',
        id: leistungsobjektId(leistung, gebiet),
        leistung,
        gebiet,
        schichten,
        varianten,
        geaendert: zeiten.ofText(leistung.id, gebietId),
      },
    ]
  })
}

/** Stable id of a delivered text per (Leistung, Gebiet). */
export function leistungsobjektId({ id }: Leistung, gebiet: Gebiet): string {
  return gebiet.ebene === 'land' ? id : `${id}.${gebiet.id}`
}

/** By office: which texts it answers for, so that every reference resolves inside the delivery (`domain/pvog.md` D9). */
function zustaendigkeitsobjekte(
  uebersicht: Uebersicht,
  leistungen: readonly Leistungsobjekt[],
): ReadonlyMap<string, readonly Zustaendigkeitsobjekt[]> {
  const byPlace = new Map(
    leistungen.map((objekt) => [placeKey(objekt.leistung.id, objekt.gebiet.id), objekt]),
  )
  const found = new Map<string, Zustaendigkeitsobjekt[]>()
  const add = ({ wert }: Wert<Zustaendigkeit>, ziel: Leistungsobjekt, gebiet: Gebiet): void => {
    const key = `${wert.stelle.art}|${wert.stelle.id}`
    const id = gebiet.id === wert.gebietId ? wert.id : `${wert.id}.${gebiet.id}`
    const objekt = { id, leistungsobjektId: ziel.id, gebiet, rolle: wert.rolle }
    const existing = found.get(key)
    if (existing) existing.push(objekt)
    else found.set(key, [objekt])
  }
  for (const zustaendigkeiten of uebersicht.zustaendigkeiten.values()) {
    for (const zustaendigkeit of zustaendigkeiten) {
      const path = pathTo(uebersicht.gebiete, zustaendigkeit.wert.gebietId)
      const ziel = path
        .map(({ id }) => byPlace.get(placeKey(zustaendigkeit.wert.leistungId, id)))
        .findLast(Boolean)
      const gebiet = path.at(-1)
      if (ziel && gebiet) add(zustaendigkeit, ziel, gebiet)
    }
  }
  for (const objekt of leistungen) {
    for (const zustaendigkeit of zustaendigkeitenIn(
      uebersicht,
      objekt.leistung.id,
      objekt.gebiet.id,
    )) {
      if (zustaendigkeit.wert.gebietId !== objekt.gebiet.id)
        add(zustaendigkeit, objekt, objekt.gebiet)
    }
  }
  return found
}

function stellenobjekte(
  klasse: Stellenobjekt['klasse'],
  { snapshot }: Uebersicht,
  zeiten: Aenderungszeiten,
  zustaendigkeiten: ReadonlyMap<string, readonly Zustaendigkeitsobjekt[]>,
): readonly Stellenobjekt[] {
  const objekte: Stellenobjekt[] = []
  for (const eintrag of snapshot.eintraege.values()) {
    if (eintrag.klasse !== 'objekt' || eintrag.objekt.art !== klasse) continue
    const { id } = eintrag.objekt
    const own = zustaendigkeiten.get(`${klasse}|${id}`) ?? []
    objekte.push({
      klasse,
      id,
      eintrag,
      zustaendigkeiten: own.toSorted(byId),
      geaendert: zeiten.ofStelle(klasse, id),
    })
  }
  return objekte.sort(byId)
}

function placeKey(leistungId: string, gebietId: GebietId): string {
  return `${leistungId}|${gebietId}`
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return compareKeys(left.id, right.id)
}
