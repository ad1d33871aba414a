import type { LeistungId } from '#core/fassung/fassung.ts'
import type { Modulsperre } from '#core/fassung/modulsperre.ts'
import { EBENEN } from '#core/gebiet/gebiet.ts'
import { objektKey, reiheKey, type Beleg, type Chronik } from '#core/log/chronik.ts'
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
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'

/**
 * The same as `uebersichtOf(snapshotOn(chronik, paar))`, derived only as far as somebody asks: one Leistung on a day that
 * nobody has asked for costs that Leistung, not the stock. Walking over a map derives everything.
 */
export function uebersichtOn(chronik: Chronik, paar: Zeitpaar): Uebersicht {
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
  const gebiete = gebieteOn(chronik, paar)
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
      (id) => filled(zustaendigkeitenOf(chronik, id, objekt)),
      () => all().zustaendigkeiten,
    ),
    modulsperren: new LazyMap(
      (id) => filled(modulsperrenOf(chronik, id, objekt)),
      () => all().modulsperren,
    ),
    objekte: (art, id) => objekt(objektKey({ art, id })),
  }
}

type LookUp = (key: string) => Objekteintrag | undefined

function zustaendigkeitenOf(
  chronik: Chronik,
  leistungId: LeistungId,
  objekt: LookUp,
): readonly Wert<Zustaendigkeit>[] {
  const known = chronik.zustaendigkeiten.get(objektKey({ art: 'leistung', id: leistungId }))
  return idsOf(known).flatMap((id) => {
    const eintrag = objekt(objektKey({ art: 'zustaendigkeit', id }))
    if (eintrag?.objekt.art !== 'zustaendigkeit') return []
    const { wert } = eintrag.objekt
    // It may once have been about another Leistung.
    return wert.leistungId === leistungId ? [{ wert, eintrag }] : []
  })
}

function modulsperrenOf(
  chronik: Chronik,
  leistungId: LeistungId,
  objekt: LookUp,
): readonly Wert<Modulsperre>[] {
  const known = chronik.modulsperren.get(objektKey({ art: 'leistung', id: leistungId }))
  return idsOf(known).flatMap((id) => {
    const eintrag = objekt(objektKey({ art: 'modulsperre', id }))
    if (eintrag?.objekt.art !== 'modulsperre') return []
    const { wert } = eintrag.objekt
    return wert.leistungId === leistungId ? [{ wert, eintrag }] : []
  })
}

function idsOf(belege: readonly Beleg<{ readonly id: string }>[] = []): readonly string[] {
  return [...new Set(belege.map(({ wert }) => wert.id))]
}

function filled<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}
