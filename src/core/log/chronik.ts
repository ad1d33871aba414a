import type {
  Fassungskopf,
  FassungId,
  Folgenummer,
  Freigegeben,
  Variante,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import type { Aussage, Ereignis, Objektart, Objektstand } from '#core/log/ereignis.ts'
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
  readonly varianten: ReadonlyMap<FassungId, readonly Beleg<Variante>[]>
  /** By `objektKey`: all states of one object. */
  readonly objekte: ReadonlyMap<string, readonly Beleg<Objektstand>[]>
  /** By `objektKey` of a Leistung, office or online service: all that was ever said about who answers for what. */
  readonly zustaendigkeiten: ReadonlyMap<string, readonly Beleg<Zustaendigkeit>[]>
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
    varianten: new Map(),
    objekte: new Map(),
    zustaendigkeiten: new Map(),
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
  for (const aussage of ereignis.aussagen) recordAussage(chronik, ereignis.folgenummer, aussage)
}

/** A Chronik of these entries, which begin at Folgenummer 1. */
export function chronikOf(ereignisse: Iterable<Ereignis>): Chronik {
  const chronik = createChronik()
  for (const ereignis of ereignisse) record(chronik, ereignis)
  return chronik
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

function recordAussage(chronik: Chronik, folgenummer: Folgenummer, aussage: Aussage): void {
  switch (aussage.klasse) {
    case 'fassung':
      push(chronik.reihen, reiheKey(aussage.fassung), { folgenummer, wert: aussage.fassung })
      ;(chronik.fassungen as Map<FassungId, Beleg<Freigegeben>>).set(aussage.fassung.id, {
        folgenummer,
        wert: aussage.fassung,
      })
      return
    case 'variante':
      push(chronik.varianten, aussage.variante.fassungId, { folgenummer, wert: aussage.variante })
      return
    case 'zurueckziehung':
      push(chronik.zurueckziehungen, aussage.zurueckziehung.fassungId, {
        folgenummer,
        wert: aussage.zurueckziehung,
      })
      return
    case 'zeitgrenze':
      push(chronik.zeitgrenzen, aussage.zeitgrenze.id, { folgenummer, wert: aussage.zeitgrenze })
      return
    case 'objekt':
      push(chronik.objekte, objektKey(aussage.objekt), { folgenummer, wert: aussage.objekt })
      if (aussage.objekt.art === 'zustaendigkeit')
        recordZustaendigkeit(chronik, { folgenummer, wert: aussage.objekt.wert })
  }
}

function recordZustaendigkeit(chronik: Chronik, beleg: Beleg<Zustaendigkeit>): void {
  const { leistungId, stelle } = beleg.wert
  push(chronik.zustaendigkeiten, objektKey({ art: 'leistung', id: leistungId }), beleg)
  push(chronik.zustaendigkeiten, objektKey(stelle), beleg)
}

function push<T>(
  map: ReadonlyMap<string, readonly Beleg<T>[]>,
  key: string,
  beleg: Beleg<T>,
): void {
  const existing = map.get(key) as Beleg<T>[] | undefined
  if (existing) existing.push(beleg)
  else (map as Map<string, Beleg<T>[]>).set(key, [beleg])
}
