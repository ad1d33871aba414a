import type { LeistungId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { Angebot } from '#core/fassung/angebot.ts'
import { sperrartOf, type Modulsperre, type Sperrart } from '#core/fassung/modulsperre.ts'
import {
  SELBSTVERWALTUNGSMODULE,
  type Rueckmeldung,
  type Schweigefrist,
} from '#core/fassung/schweigefrist.ts'
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
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'

/** Entry of a snapshot that is a text. */
export type Fassungseintrag = Extract<Eintrag, { klasse: 'fassung' }>
/** A text as one layer of a merged one, with what the layers above leave of it (zeit.md, rules 10 and 11). */
export type Schichteintrag = Fassungseintrag & {
  /** Nothing of these modules comes from it: a layer above locks them. */
  readonly gesperrt: ReadonlySet<Modulname>
  /** A layer above locks these against *ersetzen*; what supplements them stays. */
  readonly nurErgaenzen: ReadonlySet<Modulname>
  /** Its *ersetzen* of these ended by silence in a Schweigefrist; what supplements them stays. */
  readonly ohneRueckmeldung: ReadonlySet<Modulname>
}
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
  /** Those that have taken effect by the Stichtag. */
  readonly schweigefristen: ReadonlyMap<LeistungId, readonly Wert<Schweigefrist>[]>
  readonly rueckmeldungen: ReadonlyMap<LeistungId, readonly Wert<Rueckmeldung>[]>
  readonly angebote: ReadonlyMap<LeistungId, readonly Wert<Angebot>[]>
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
  const schweigefristen = new Map<LeistungId, Wert<Schweigefrist>[]>()
  const rueckmeldungen = new Map<LeistungId, Wert<Rueckmeldung>[]>()
  const angebote = new Map<LeistungId, Wert<Angebot>[]>()
  for (const eintrag of snapshot.eintraege.values()) {
    if (eintrag.klasse === 'fassung') append(fassungen, eintrag.fassung.leistungId, eintrag)
    if (eintrag.klasse !== 'objekt') continue
    const { objekt } = eintrag
    switch (objekt.art) {
      case 'gebiet':
        gebiete.push(objekt.wert)
        break
      case 'leistung':
        leistungen.set(objekt.id, { wert: objekt.wert, eintrag })
        break
      case 'modulsperre':
        append(modulsperren, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
        break
      case 'schweigefrist':
        append(schweigefristen, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
        break
      case 'rueckmeldung':
        append(rueckmeldungen, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
        break
      case 'angebot':
        append(angebote, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
        break
      case 'zustaendigkeit':
        append(zustaendigkeiten, objekt.wert.leistungId, { wert: objekt.wert, eintrag })
        break
      default:
    }
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
    schweigefristen,
    rueckmeldungen,
    angebote,
    objekte,
  }
}

/** The texts of all layers that meet in one area, widest first (zeit.md, rules 10 and 11). */
export function schichtenIn(
  uebersicht: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Schichteintrag[] {
  const { snapshot, gebiete } = uebersicht
  const sperren = modulsperrenIn(uebersicht, leistungId, gebietId)
  const fristen = schweigefristenIn(uebersicht, leistungId, gebietId)
  return pathTo(gebiete, gebietId).flatMap((gebiet) =>
    EBENEN.flatMap((ebene) => {
      const key = reiheKey({ leistungId, ebene, gebietId: gebiet.id })
      const eintrag = snapshot.eintraege.get(`fassung|${key}`) as Fassungseintrag | undefined
      if (!eintrag) return []
      return [
        {
          ...eintrag,
          gesperrt: lockedFor(ebene, sperren, 'unveraenderlich'),
          nurErgaenzen: lockedFor(ebene, sperren, 'nur-ergaenzen'),
          ohneRueckmeldung: silencedIn(uebersicht, eintrag, fristen),
        },
      ]
    }),
  )
}

/** The module locks of a Leistung that reach an area. */
export function modulsperrenIn(
  { modulsperren, gebiete }: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Wert<Modulsperre>[] {
  return reaching(modulsperren.get(leistungId), gebiete, gebietId)
}

/**
 * The Schweigefristen of a Leistung that have ended and reach an area. One whose text never came does nothing: silence
 * lets a new text show through, it does not bring back an old one.
 */
export function schweigefristenIn(
  { schweigefristen, gebiete, snapshot }: Uebersicht,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly Wert<Schweigefrist>[] {
  return reaching(schweigefristen.get(leistungId), gebiete, gebietId).filter(
    ({ wert, eintrag }) => {
      const text = snapshot.eintraege.get(`fassung|${reiheKey(wert)}`)
      if (text?.klasse !== 'fassung') return false
      return (
        text.folgenummer > eintrag.folgenummer ||
        sameZeitgrenze(text.fassung.beginn, eintrag.objekt.beginn)
      )
    },
  )
}

/** The answers of one row of texts to Schweigefristen, as known on the day. */
export function rueckmeldungenOf(
  { rueckmeldungen }: Uebersicht,
  { leistungId, ebene, gebietId }: Fassungseintrag['fassung'],
): readonly Wert<Rueckmeldung>[] {
  return (rueckmeldungen.get(leistungId) ?? []).filter(
    ({ wert }) => wert.ebene === ebene && wert.gebietId === gebietId,
  )
}

function reaching<T extends { readonly ebene: Ebene; readonly gebietId: GebietId }>(
  all: readonly Wert<T>[] | undefined,
  gebiete: Gebiete,
  gebietId: GebietId,
): readonly Wert<T>[] {
  if (!all) return []
  const path = new Map(pathTo(gebiete, gebietId).map((gebiet) => [gebiet.id, gebiet]))
  return all.filter(({ wert }) => {
    const gebiet = path.get(wert.gebietId)
    // A town that calls itself the Bund locks nothing of the Land.
    return gebiet !== undefined && layerFits(wert.ebene, gebiet, gebiete)
  })
}

function lockedFor(
  ebene: Ebene,
  sperren: readonly Wert<Modulsperre>[],
  art: Sperrart,
): ReadonlySet<Modulname> {
  const above = sperren.filter(({ wert }) => isAbove(wert.ebene, ebene) && sperrartOf(wert) === art)
  return above.length === 0 ? UNGESPERRT : new Set(above.flatMap(({ wert }) => wert.module))
}

/** What the silence of a row has ended. A text released after a period began is an answer to it, and so is a Rueckmeldung. */
function silencedIn(
  uebersicht: Uebersicht,
  text: Fassungseintrag,
  fristen: readonly Wert<Schweigefrist>[],
): ReadonlySet<Modulname> {
  const unanswered = fristen.filter(
    ({ wert, eintrag }) =>
      isAbove(wert.ebene, text.fassung.ebene) && text.folgenummer < eintrag.folgenummer,
  )
  if (unanswered.length === 0) return UNGESPERRT
  const kept = new Set(
    rueckmeldungenOf(uebersicht, text.fassung).flatMap(({ wert }) =>
      wert.module.map((name) => `${wert.schweigefristId}|${name}`),
    ),
  )
  return new Set(
    unanswered.flatMap(({ wert }) =>
      wert.module.filter(
        (name) => !SELBSTVERWALTUNGSMODULE.has(name) && !kept.has(`${wert.id}|${name}`),
      ),
    ),
  )
}

function isAbove(upper: Ebene, lower: Ebene): boolean {
  return EBENEN.indexOf(upper) < EBENEN.indexOf(lower)
}

function sameZeitgrenze(left: Anker, right: Anker): boolean {
  return (
    left.art === 'zeitgrenze' &&
    right.art === 'zeitgrenze' &&
    left.zeitgrenzeId === right.zeitgrenzeId
  )
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
