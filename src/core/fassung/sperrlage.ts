import type { Fassungskopf } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { sperrartOf, type Modulsperre, type Sperrart } from '#core/fassung/modulsperre.ts'
import { EBENEN, layerFits, pathTo, type Gebiete } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, objektKey, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { objektreiheAt } from '#core/log/snapshot.ts'
import type { Befund } from '#core/pruefung/befund.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A lock of a layer above that a text will meet. */
export type Sperrlage = {
  readonly sperre: Modulsperre
  readonly art: Sperrart
  /** First day on which both hold; null: the day of one of them is not bestimmt. */
  readonly ab: CalendarDay | null
}

/** Where a text belongs and from when on it shall hold. */
export type Textort = Pick<Fassungskopf, 'leistungId' | 'ebene' | 'gebietId' | 'beginn' | 'ende'>

/**
 * The locks that a text meets on one of its days, as known now; of the areas as they are today. A lock whose day is not
 * bestimmt counts: the editors should know of it before the law is announced.
 */
export function sperrenUeber(
  text: Textort,
  chronik: Chronik,
  gebiete: Gebiete,
): readonly Sperrlage[] {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const path = new Map(pathTo(gebiete, text.gebietId).map((each) => [each.id, each]))
  const ab = effectiveDay(text.beginn, lookup)
  const bis = text.ende === null ? null : effectiveDay(text.ende, lookup)
  const said = chronik.modulsperren.get(objektKey({ art: 'leistung', id: text.leistungId })) ?? []
  return [...new Set(said.map(({ wert }) => wert.id))].flatMap((id) =>
    standsOf(chronik, id).flatMap(({ sperre, ...days }): readonly Sperrlage[] => {
      const gebiet = path.get(sperre.gebietId)
      const reaches =
        sperre.leistungId === text.leistungId &&
        gebiet !== undefined &&
        layerFits(sperre.ebene, gebiet, gebiete) &&
        EBENEN.indexOf(sperre.ebene) < EBENEN.indexOf(text.ebene)
      if (!reaches) return []
      const isOver = days.bis !== null && ab !== null && days.bis <= ab
      const isAfter = days.ab !== null && bis !== null && days.ab >= bis
      if (isOver || isAfter) return []
      const first = days.ab === null || ab === null ? null : days.ab > ab ? days.ab : ab
      return [{ sperre, art: sperrartOf(sperre), ab: first }]
    }),
  )
}

/** What of a text a lock keeps from being shown: a warning for each module, never an error. */
export function pruefeSperren(
  inhalt: FassungInhalt,
  sperrlagen: readonly Sperrlage[],
): readonly Befund[] {
  return sperrlagen.flatMap(({ sperre, art, ab }) =>
    sperre.module
      .filter((name) => touches(inhalt, name, art))
      .map((modul): Befund => {
        const { grund } = sperre
        const angaben = {
          modul,
          ...(ab === null ? {} : { ab }),
          ...(grund === undefined ? {} : { grund: grund.replace(/[.!]$/, '') }),
        }
        return { schwere: 'warnung', code: 'module-is-locked', modul, angaben }
      }),
  )
}

function touches(inhalt: FassungInhalt, name: Modulname, art: Sperrart): boolean {
  const beitrag = inhalt[name]
  return beitrag !== undefined && (art === 'unveraenderlich' || beitrag.modus === 'ersetzen')
}

type Sperrstand = {
  readonly sperre: Modulsperre
  readonly ab: CalendarDay | null
  readonly bis: CalendarDay | null
}

/** The states of a lock that hold or will, and the one saved last where its day is not bestimmt. */
function standsOf(chronik: Chronik, id: string): readonly Sperrstand[] {
  const key = objektKey({ art: 'modulsperre', id })
  const stretches = objektreiheAt(chronik, key, newestFolgenummer(chronik))
  const newest = chronik.objekte.get(key)?.at(-1)
  const waits = newest !== undefined && !stretches.some(({ beleg }) => beleg === newest)
  const dated = stretches.map(({ beleg, ab, bis }) => ({ objekt: beleg.wert, ab, bis }))
  const waiting = waits && hasNoDay(chronik, newest.wert) ? [newest.wert] : []
  return [...dated, ...waiting.map((objekt) => ({ objekt, ab: null, bis: null }))].flatMap(
    ({ objekt, ab, bis }) =>
      objekt.art === 'modulsperre' ? [{ sperre: objekt.wert, ab, bis }] : [],
  )
}

/** Its law is not announced yet. One whose law failed never comes. */
function hasNoDay(chronik: Chronik, { beginn }: Pick<Textort, 'beginn'>): boolean {
  if (beginn.art === 'tag') return false
  const stand = zeitgrenzenAt(chronik, newestFolgenummer(chronik))(beginn.zeitgrenzeId)?.stand
  return stand !== undefined && stand !== 'bestimmt' && stand !== 'abgesagt'
}
