import type { CalendarDay } from '#core/zeit/day.ts'

/** Which areas an official list holds. */
export type Listenebene = 'land' | 'kreis' | 'gemeinde'

/** One area of an official list. */
export type Listenzeile = {
  /** Official key: 2 digits for a Land, 5 for a Kreis, 12 for a Gemeinde. */
  readonly schluessel: string
  readonly name: string
  /** A part of Hamburg, Bremen or Berlin: a row of the list, but neither a Kreis nor a Gemeinde. */
  readonly istOrtsteil: boolean
  /** Line of the file. */
  readonly zeile: number
}

/** An official list of areas, as the Statistisches Bundesamt publishes it. */
export type Gebietsliste = {
  readonly ebene: Listenebene
  /** CanonicalVersionUri: this version of this list, worldwide. */
  readonly kennung: string
  readonly version: string
  /** First day on which the list holds. */
  readonly gueltigAb: CalendarDay
  readonly zeilen: readonly Listenzeile[]
}

/** The Länder by their key, the first two digits of every area's key. Their number has not changed since 1990. */
export const LAENDER: ReadonlyMap<string, string> = new Map([
  ['01', 'Schleswig-Holstein'],
  ['02', 'Hamburg'],
  ['03', 'Niedersachsen'],
  ['04', 'Bremen'],
  ['05', 'Nordrhein-Westfalen'],
  ['06', 'Hessen'],
  ['07', 'Rheinland-Pfalz'],
  ['08', 'Baden-Württemberg'],
  ['09', 'Bayern'],
  ['10', 'Saarland'],
  ['11', 'Berlin'],
  ['12', 'Brandenburg'],
  ['13', 'Mecklenburg-Vorpommern'],
  ['14', 'Sachsen'],
  ['15', 'Sachsen-Anhalt'],
  ['16', 'Thüringen'],
])

/** Whether a key has the form of its list and begins with a Land that there is. */
export function isListenschluessel(ebene: Listenebene, schluessel: string): boolean {
  return (
    /^\d+$/.test(schluessel) &&
    schluessel.length === LENGTH[ebene] &&
    LAENDER.has(schluessel.slice(0, 2))
  )
}

const LENGTH: Readonly<Record<Listenebene, number>> = { land: 2, kreis: 5, gemeinde: 12 }
