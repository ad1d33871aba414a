import type { LeistungId } from '#core/fassung/fassung.ts'
import { EBENEN, type Gebiete } from '#core/gebiet/gebiet.ts'
import { objektKey, reiheKey, type Beleg, type Chronik } from '#core/log/chronik.ts'
import type { Objektwert } from '#core/log/ereignis.ts'
import { LazyMap } from '#core/log/lazyMap.ts'
import {
  eintragOn,
  gebieteOn,
  snapshotOn,
  type Eintrag,
  type Zeitpaar,
} from '#core/log/snapshot.ts'
import {
  uebersichtOf,
  type Fassungseintrag,
  type Objekteintrag,
  type Uebersicht,
  type Wert,
} from '#core/log/uebersicht.ts'

/**
 * The same as `uebersichtOf(snapshotOn(chronik, paar))`, derived only as far as somebody asks: one Leistung on a day that
 * nobody has asked for costs that Leistung, not the stock. Walking over a map derives everything. Whoever asks about few
 * areas only may hand these over, see `gebieteAbove`.
 */
export function uebersichtOn(
  chronik: Chronik,
  paar: Zeitpaar,
  gebiete: Gebiete = gebieteOn(chronik, paar),
): Uebersicht {
  let whole: Uebersicht | undefined
  const all = (): Uebersicht => (whole ??= uebersichtOf(snapshotOn(chronik, paar)))
  const eintraege = new LazyMap<string, Eintrag>(
    (key) => eintragOn(chronik, key, paar),
    () => all().snapshot.eintraege,
  )
  const objekt = (key: string): Objekteintrag | undefined => {
    const eintrag = eintraege.get(key)
    return eintrag?.klasse === 'objekt' ? eintrag : undefined
  }
  return {
    snapshot: { ...paar, eintraege },
    gebiete,
    leistungen: new LazyMap(
      (id) => {
        const eintrag = objekt(objektKey({ art: 'leistung', id }))
        return eintrag?.objekt.art === 'leistung'
          ? { wert: eintrag.objekt.wert, eintrag }
          : undefined
      },
      () => all().leistungen,
    ),
    fassungen: new LazyMap(
      (leistungId) =>
        filled(
          [...gebiete.byId.keys()].flatMap((gebietId) =>
            EBENEN.flatMap((ebene) => {
              const key = `fassung|${reiheKey({ leistungId, ebene, gebietId })}`
              return (eintraege.get(key) as Fassungseintrag | undefined) ?? []
            }),
          ),
        ),
      () => all().fassungen,
    ),
    zustaendigkeiten: new LazyMap(
      (id) => about('zustaendigkeit', chronik.zustaendigkeiten, id, objekt),
      () => all().zustaendigkeiten,
    ),
    modulsperren: new LazyMap(
      (id) => about('modulsperre', chronik.modulsperren, id, objekt),
      () => all().modulsperren,
    ),
    schweigefristen: new LazyMap(
      (id) => about('schweigefrist', chronik.schweigefristen, id, objekt),
      () => all().schweigefristen,
    ),
    rueckmeldungen: new LazyMap(
      (id) => about('rueckmeldung', chronik.rueckmeldungen, id, objekt),
      () => all().rueckmeldungen,
    ),
    angebote: new LazyMap(
      (id) => about('angebot', chronik.angebote, id, objekt),
      () => all().angebote,
    ),
    objekte: (art, id) => objekt(objektKey({ art, id })),
  }
}

type LookUp = (key: string) => Objekteintrag | undefined

/** Kinds of objects that are about one Leistung, and their values. */
type Werte = {
  readonly [Art in Objektwert['art']]: Extract<Objektwert, { readonly art: Art }> extends {
    readonly wert: infer T extends { readonly leistungId: LeistungId }
  }
    ? T
    : never
}

/** The objects of a kind that are about a Leistung on the day; undefined where there are none. */
function about<Art extends keyof Werte>(
  art: Art,
  said: ReadonlyMap<string, readonly Beleg<Werte[Art]>[]>,
  leistungId: LeistungId,
  objekt: LookUp,
): readonly Wert<Werte[Art]>[] | undefined {
  const known = said.get(objektKey({ art: 'leistung', id: leistungId }))
  return filled(
    idsOf(known as readonly Beleg<{ readonly id: string }>[] | undefined).flatMap((id) => {
      const eintrag = objekt(objektKey({ art, id }))
      if (eintrag?.objekt.art !== art) return []
      const { wert } = eintrag.objekt as unknown as { readonly wert: Werte[Art] }
      // It may once have been about another Leistung.
      return wert.leistungId === leistungId ? [{ wert, eintrag }] : []
    }),
  )
}

function idsOf(belege: readonly Beleg<{ readonly id: string }>[] = []): readonly string[] {
  return [...new Set(belege.map(({ wert }) => wert.id))]
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}
