import { compareKeys } from '#core/delta/delta.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import { pathTo, type Gebiet, type GebietId } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { latest, type Chronik } from '#core/log/chronik.ts'
import type { Eintrag } from '#core/log/snapshot.ts'
import {
  schichtenIn,
  variantenOf,
  zustaendigkeitenIn,
  type Fassungseintrag,
  type Objekteintrag,
  type Uebersicht,
  type Varianteneintrag,
  type Wert,
} from '#core/log/uebersicht.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'

/** A text as it leaves the house: the Land's once, and one for each area whose own layer changes it (zeit.md, rule 14). */
export type Leistungsobjekt = {
  readonly klasse: 'leistung'
  /** Stable per (Leistung, Gebiet): the Leistung's own id for the Land's text. */
  readonly id: string
  readonly leistung: Leistung
  readonly gebiet: Gebiet
  /** The layers that meet in the area, widest first. */
  readonly schichten: readonly Fassungseintrag[]
  /** Variants of the layers, in the same order. */
  readonly varianten: readonly Varianteneintrag[]
  /** Latest of release, move and 0:00 of the switch, UTC (zeit.md, rule 17). */
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
  const leistungen = [...uebersicht.leistungen.values()].flatMap((leistung) =>
    leistungsobjekte(uebersicht, chronik, leistung),
  )
  const zustaendigkeiten = zustaendigkeitsobjekte(uebersicht, leistungen)
  return {
    leistungen: leistungen.sort(byId),
    organisationseinheiten: stellenobjekte(
      'organisationseinheit',
      uebersicht,
      chronik,
      zustaendigkeiten,
    ),
    onlinedienste: stellenobjekte('onlinedienst', uebersicht, chronik, zustaendigkeiten),
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

/** Latest of release, move of its first day, and 0:00 of that day, UTC (zeit.md, rule 17). */
export function changedAt(chronik: Chronik, kenntnisstand: number, eintrag: Eintrag): string {
  const released = zeitpunktOf(chronik, eintrag.folgenummer)
  return [
    released,
    movedAt(chronik, kenntnisstand, beginnOf(chronik, eintrag)),
    midnightInBerlin(eintrag.ab),
  ].reduce(later)
}

function leistungsobjekte(
  uebersicht: Uebersicht,
  chronik: Chronik,
  { wert: leistung, eintrag }: Wert<Leistung>,
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
    const { kenntnisstand } = uebersicht.snapshot
    const geaendert = [eintrag, ...schichten, ...varianten]
      .map((each) => changedAt(chronik, kenntnisstand, each))
      .reduce(later)
    return [
      {
        klasse: 'leistung',
        id: leistungsobjektId(leistung, gebiet),
        leistung,
        gebiet,
        schichten,
        varianten,
        geaendert,
      },
    ]
  })
}

/** Stable id of a delivered text per (Leistung, Gebiet). */
export function leistungsobjektId({ id }: Leistung, gebiet: Gebiet): string {
  return gebiet.ebene === 'land' ? id : `${id}.${gebiet.id}`
}

/** A Zustaendigkeit as it leaves the house, and the entry that says so. */
type Zugeordnet = { readonly objekt: Zustaendigkeitsobjekt; readonly eintrag: Objekteintrag }

/** By office: which texts it answers for, so that every reference resolves inside the delivery (`domain/pvog.md` D9). */
function zustaendigkeitsobjekte(
  uebersicht: Uebersicht,
  leistungen: readonly Leistungsobjekt[],
): ReadonlyMap<string, readonly Zugeordnet[]> {
  const byPlace = new Map(
    leistungen.map((objekt) => [placeKey(objekt.leistung.id, objekt.gebiet.id), objekt]),
  )
  const found = new Map<string, Zugeordnet[]>()
  const add = (
    { wert, eintrag }: Wert<Zustaendigkeit>,
    ziel: Leistungsobjekt,
    gebiet: Gebiet,
  ): void => {
    const key = `${wert.stelle.art}|${wert.stelle.id}`
    const id = gebiet.id === wert.gebietId ? wert.id : `${wert.id}.${gebiet.id}`
    const zugeordnet = {
      objekt: { id, leistungsobjektId: ziel.id, gebiet, rolle: wert.rolle },
      eintrag,
    }
    const existing = found.get(key)
    if (existing) existing.push(zugeordnet)
    else found.set(key, [zugeordnet])
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
  chronik: Chronik,
  zustaendigkeiten: ReadonlyMap<string, readonly Zugeordnet[]>,
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
      zustaendigkeiten: own.map(({ objekt }) => objekt).sort(byId),
      geaendert: [eintrag, ...own.map((each) => each.eintrag)]
        .map((each) => changedAt(chronik, snapshot.kenntnisstand, each))
        .reduce(later),
    })
  }
  return objekte.sort(byId)
}

function beginnOf(chronik: Chronik, eintrag: Eintrag): Anker | null {
  switch (eintrag.klasse) {
    case 'fassung':
      return eintrag.fassung.beginn
    case 'variante':
      return chronik.fassungen.get(eintrag.variante.fassungId)?.wert.beginn ?? null
    case 'objekt':
      return eintrag.objekt.beginn
  }
}

function movedAt(chronik: Chronik, kenntnisstand: number, anker: Anker | null): string {
  if (anker?.art !== 'zeitgrenze') return ''
  const beleg = latest(chronik.zeitgrenzen.get(anker.zeitgrenzeId), kenntnisstand)
  return beleg ? zeitpunktOf(chronik, beleg.folgenummer) : ''
}

function zeitpunktOf(chronik: Chronik, folgenummer: number): string {
  return chronik.zeitpunkte[folgenummer - 1] ?? ''
}

function later(left: string, right: string): string {
  return left > right ? left : right
}

function placeKey(leistungId: string, gebietId: GebietId): string {
  return `${leistungId}|${gebietId}`
}

function byId(left: { readonly id: string }, right: { readonly id: string }): number {
  return compareKeys(left.id, right.id)
}
