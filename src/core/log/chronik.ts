import type {
  Aussetzung,
  Fassungskopf,
  FassungId,
  Folgenummer,
  Freigegeben,
  LeistungId,
  Variante,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { Angebot } from '#core/fassung/angebot.ts'
import type { Modulsperre } from '#core/fassung/modulsperre.ts'
import type { Rueckmeldung, Schweigefrist } from '#core/fassung/schweigefrist.ts'
import type { Aussage, Ereignis, Objektart, Objektstand } from '#core/log/ereignis.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze, ZeitgrenzeId, ZeitgrenzeLookup } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'

/** A fact together with the number of the entry that made it true. */
export type Beleg<T> = { readonly folgenummer: Folgenummer; readonly wert: T }

/**
 * The log, folded once so that any (Stichtag, Kenntnisstand) is answered without reading it again. It holds keys, anchors
 * and hashes, no texts. It only grows: what stands at a Folgenummer never changes, so a reader pinned to a Kenntnisstand
 * is not disturbed by later entries.
 */
export type Chronik = {
  readonly zeitpunkte: readonly string[]
  readonly zeitgrenzen: ReadonlyMap<ZeitgrenzeId, readonly Beleg<Zeitgrenze>[]>
  /** By `reiheKey`: all releases of one Leistung, layer and Gebiet. */
  readonly reihen: ReadonlyMap<string, readonly Beleg<Freigegeben>[]>
  readonly fassungen: ReadonlyMap<FassungId, Beleg<Freigegeben>>
  /** By the id of the Fassung or of the variant. */
  readonly zurueckziehungen: ReadonlyMap<FassungId, readonly Beleg<Zurueckziehung>[]>
  readonly aussetzungen: ReadonlyMap<FassungId, readonly Beleg<Aussetzung>[]>
  readonly varianten: ReadonlyMap<FassungId, readonly Beleg<Variante>[]>
  /** By `objektKey`: all states of one object. */
  readonly objekte: ReadonlyMap<string, readonly Beleg<Objektstand>[]>
  /** By `objektKey` of a Leistung, office or online service: all that was ever said about who answers for what. */
  readonly zustaendigkeiten: ReadonlyMap<string, readonly Beleg<Zustaendigkeit>[]>
  /** By `objektKey` of a Leistung: all module locks that were ever said about it. */
  readonly modulsperren: ReadonlyMap<string, readonly Beleg<Modulsperre>[]>
  /** By `objektKey` of a Leistung: all periods of silence, the answers to them, and who offers it. */
  readonly schweigefristen: ReadonlyMap<string, readonly Beleg<Schweigefrist>[]>
  readonly rueckmeldungen: ReadonlyMap<string, readonly Beleg<Rueckmeldung>[]>
  readonly angebote: ReadonlyMap<string, readonly Beleg<Angebot>[]>
  /** The Leistungen about which any layer ever released a text for the area itself. */
  readonly leistungenIn: ReadonlyMap<GebietId, ReadonlySet<LeistungId>>
  /** `objektKey` of every area that was ever known. */
  readonly gebiete: ReadonlyMap<string, true>
  /** What hangs on a Zeitgrenze, or ever did: keys of rows of texts (`reihe|…`) and of objects (`objekt|…`). */
  readonly abhaengige: ReadonlyMap<ZeitgrenzeId, ReadonlySet<string>>
}

/** The newest Folgenummer that the Chronik holds; 0 for an empty log. */
export function newestFolgenummer(chronik: Chronik): Folgenummer {
  return chronik.zeitpunkte.length
}

/** An empty Chronik. */
export function createChronik(): Chronik {
  return {
    zeitpunkte: [],
    zeitgrenzen: new Map(),
    reihen: new Map(),
    fassungen: new Map(),
    zurueckziehungen: new Map(),
    aussetzungen: new Map(),
    varianten: new Map(),
    objekte: new Map(),
    zustaendigkeiten: new Map(),
    modulsperren: new Map(),
    schweigefristen: new Map(),
    rueckmeldungen: new Map(),
    angebote: new Map(),
    leistungenIn: new Map(),
    gebiete: new Map(),
    abhaengige: new Map(),
  }
}

/**
 * Adds the next entry in place (copying 300,000 keys per entry would not do). Throws when an entry is missing between:
 * a Chronik with a hole would answer wrongly for ever.
 */
export function record(chronik: Chronik, ereignis: Ereignis): void {
  if (ereignis.folgenummer !== newestFolgenummer(chronik) + 1) {
    throw new RangeError(
      `entry ${ereignis.folgenummer} does not follow ${newestFolgenummer(chronik)}`,
    )
  }
  ;(chronik.zeitpunkte as string[]).push(ereignis.zeitpunkt)
  for (const aussage of ereignis.aussagen)
    recordAussage(chronik, ereignis.folgenummer, aussage, IN_PLACE)
}

/** A Chronik of these entries, which begin at Folgenummer 1. */
export function chronikOf(ereignisse: Iterable<Ereignis>): Chronik {
  const chronik = createChronik()
  for (const ereignis of ereignisse) record(chronik, ereignis)
  return chronik
}

/**
 * The log as it would be with these things said next: a preview that leaves `chronik` alone. All of them bear the next
 * Folgenummer, as one entry would. Only what they touch is copied.
 */
export function whatIf(chronik: Chronik, aussagen: readonly Aussage[]): Chronik {
  const said = new Set(aussagen.map(({ klasse }) => klasse))
  const own = <V>(map: ReadonlyMap<string, V>, ...klassen: readonly Aussage['klasse'][]) =>
    klassen.some((klasse) => said.has(klasse)) ? new Map(map) : map
  const copy: Chronik = {
    zeitpunkte: [...chronik.zeitpunkte, ''],
    zeitgrenzen: own(chronik.zeitgrenzen, 'zeitgrenze'),
    reihen: own(chronik.reihen, 'fassung'),
    fassungen: own(chronik.fassungen, 'fassung'),
    zurueckziehungen: own(chronik.zurueckziehungen, 'zurueckziehung'),
    aussetzungen: own(chronik.aussetzungen, 'aussetzung'),
    varianten: own(chronik.varianten, 'variante'),
    objekte: own(chronik.objekte, 'objekt'),
    zustaendigkeiten: own(chronik.zustaendigkeiten, 'objekt'),
    modulsperren: own(chronik.modulsperren, 'objekt'),
    schweigefristen: own(chronik.schweigefristen, 'objekt'),
    rueckmeldungen: own(chronik.rueckmeldungen, 'objekt'),
    angebote: own(chronik.angebote, 'objekt'),
    leistungenIn: own(chronik.leistungenIn, 'fassung'),
    gebiete: own(chronik.gebiete, 'objekt'),
    abhaengige: own(chronik.abhaengige, 'fassung', 'objekt'),
  }
  for (const aussage of aussagen)
    recordAussage(copy, newestFolgenummer(copy), aussage, KEEPING_SHARED)
  return copy
}

/** Key of the row of texts in which one follows the other: same Leistung, layer and Gebiet. */
export function reiheKey({
  leistungId,
  ebene,
  gebietId,
}: Pick<Fassungskopf, 'leistungId' | 'ebene' | 'gebietId'>): string {
  return `${leistungId}|${ebene}|${gebietId}`
}

/** Key of an object with dated states. */
export function objektKey({ art, id }: { readonly art: Objektart; readonly id: string }): string {
  return `${art}|${id}`
}

/** Key of the Leistung that something is about. */
function leistungKey({ leistungId }: { readonly leistungId: LeistungId }): string {
  return objektKey({ art: 'leistung', id: leistungId })
}

/** All that was ever said of each Zeitgrenze, in order. */
export function verlaufOf({
  zeitgrenzen,
}: Chronik): (id: ZeitgrenzeId) => readonly Beleg<Zeitgrenze>[] {
  return (id) => zeitgrenzen.get(id) ?? []
}

/** What the log said of each Zeitgrenze at the Kenntnisstand. */
export function zeitgrenzenAt(chronik: Chronik, kenntnisstand: Folgenummer): ZeitgrenzeLookup {
  return (id) => latest(chronik.zeitgrenzen.get(id), kenntnisstand)?.wert
}

/** The last fact known at the Kenntnisstand. Facts lie in the order of their Folgenummer. */
export function latest<T>(
  belege: readonly Beleg<T>[] | undefined,
  kenntnisstand: Folgenummer,
): Beleg<T> | undefined {
  return belege?.findLast((beleg) => beleg.folgenummer <= kenntnisstand)
}

/** How a list or a set of the Chronik grows: in place, or as a copy where it is shared with another Chronik. */
type Growth = {
  readonly list: <T>(list: readonly T[] | undefined, item: T) => readonly T[]
  readonly set: (set: ReadonlySet<string> | undefined, item: string) => ReadonlySet<string>
}

const IN_PLACE: Growth = {
  list: (list, item) => {
    if (!list) return [item]
    ;(list as (typeof item)[]).push(item)
    return list
  },
  set: (set, item) => (set ? (set as Set<string>).add(item) : new Set([item])),
}

const KEEPING_SHARED: Growth = {
  list: (list = [], item) => [...list, item],
  set: (set = new Set(), item) => new Set([...set, item]),
}

function recordAussage(
  chronik: Chronik,
  folgenummer: Folgenummer,
  aussage: Aussage,
  growth: Growth,
): void {
  const add = <T>(map: ReadonlyMap<string, readonly Beleg<T>[]>, key: string, wert: T): void => {
    const list = map.get(key)
    const grown = growth.list(list, { folgenummer, wert })
    if (grown !== list) (map as Map<string, readonly Beleg<T>[]>).set(key, grown)
  }
  const note = <K>(map: ReadonlyMap<K, ReadonlySet<string>>, key: K, item: string): void => {
    const set = map.get(key)
    if (set?.has(item)) return
    const grown = growth.set(set, item)
    if (grown !== set) (map as Map<K, ReadonlySet<string>>).set(key, grown)
  }
  const depend = (key: string, ...anker: readonly (Anker | null)[]): void => {
    for (const each of anker)
      if (each?.art === 'zeitgrenze') note(chronik.abhaengige, each.zeitgrenzeId, key)
  }
  switch (aussage.klasse) {
    case 'fassung': {
      const { fassung } = aussage
      const key = reiheKey(fassung)
      add(chronik.reihen, key, fassung)
      ;(chronik.fassungen as Map<FassungId, Beleg<Freigegeben>>).set(fassung.id, {
        folgenummer,
        wert: fassung,
      })
      depend(`reihe|${key}`, fassung.beginn, fassung.ende)
      note(chronik.leistungenIn, fassung.gebietId, fassung.leistungId)
      return
    }
    case 'variante':
      add(chronik.varianten, aussage.variante.fassungId, aussage.variante)
      return
    case 'zurueckziehung':
      add(chronik.zurueckziehungen, aussage.zurueckziehung.fassungId, aussage.zurueckziehung)
      return
    case 'aussetzung':
      add(chronik.aussetzungen, aussage.aussetzung.fassungId, aussage.aussetzung)
      return
    case 'zeitgrenze':
      add(chronik.zeitgrenzen, aussage.zeitgrenze.id, aussage.zeitgrenze)
      return
    case 'objekt': {
      const { objekt } = aussage
      const key = objektKey(objekt)
      add(chronik.objekte, key, objekt)
      depend(`objekt|${key}`, objekt.beginn, objekt.ende)
      if (objekt.art === 'gebiet') (chronik.gebiete as Map<string, true>).set(key, true)
      switch (objekt.art) {
        case 'modulsperre':
          add(chronik.modulsperren, leistungKey(objekt.wert), objekt.wert)
          return
        case 'schweigefrist':
          add(chronik.schweigefristen, leistungKey(objekt.wert), objekt.wert)
          return
        case 'rueckmeldung':
          add(chronik.rueckmeldungen, leistungKey(objekt.wert), objekt.wert)
          return
        case 'angebot':
          add(chronik.angebote, leistungKey(objekt.wert), objekt.wert)
          return
        case 'zustaendigkeit':
          add(chronik.zustaendigkeiten, leistungKey(objekt.wert), objekt.wert)
          add(chronik.zustaendigkeiten, objektKey(objekt.wert.stelle), objekt.wert)
          return
        default:
      }
    }
  }
}
