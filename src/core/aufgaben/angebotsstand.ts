import { aufgabe, type Aufgabe } from '#core/aufgaben/aufgabe.ts'
import { compareKeys } from '#core/delta/delta.ts'
import { angebotIn, type Angebotsantwort, type Angebotslage } from '#core/fassung/angebot.ts'
import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import { pathTo, type Gebiet, type GebietId } from '#core/gebiet/gebiet.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import type { Uebersicht } from '#core/log/uebersicht.ts'

/** Page on which a Kommune says what it offers. */
export const ANGEBOTSSEITE = '/admin/angebote-klaeren'

/** A Leistung that reaches an area by a text of Bund or Land, and what is known about its offer there. */
export type Angebotszeile = Angebotslage & {
  readonly leistungId: LeistungId
  readonly name: string
}

/**
 * "Bieten wir das an?": each Leistung of which Bund or Land has a text that holds in the area on the day of the Uebersicht, by
 * name. What only the area itself writes needs no question: it offers it.
 */
export function angebotszeilen(
  chronik: Chronik,
  uebersicht: Uebersicht,
  gebietId: GebietId,
): readonly Angebotszeile[] {
  const above = pathTo(uebersicht.gebiete, gebietId).filter(isWide)
  const candidates = new Set(above.flatMap(({ id }) => [...(chronik.leistungenIn.get(id) ?? [])]))
  return [...candidates]
    .filter((leistungId) => holdsAbove(uebersicht, leistungId, above))
    .flatMap((leistungId): readonly Angebotszeile[] => {
      const leistung = uebersicht.leistungen.get(leistungId)
      if (!leistung) return []
      const lage = angebotIn(uebersicht, leistungId, gebietId)
      return [{ leistungId, name: leistung.wert.name, ...lage }]
    })
    .sort(
      (left, right) =>
        compareKeys(folded(left.name), folded(right.name)) ||
        compareKeys(left.leistungId, right.leistungId),
    )
}

/** Which rows of the page are shown. */
export type Angebotsfilter = {
  /** Part of a name; '' for all. */
  readonly q: string
  /** Null: any. */
  readonly antwort: Angebotsantwort | null
}

/** The rows that the filter lets through, in their order. */
export function filterZeilen(
  zeilen: readonly Angebotszeile[],
  { q, antwort }: Angebotsfilter,
): readonly Angebotszeile[] {
  const wanted = folded(q.trim())
  return zeilen.filter(
    (zeile) =>
      (antwort === null || zeile.antwort === antwort) && folded(zeile.name).includes(wanted),
  )
}

/** How far an area is with its answers. */
export type Angebotsfortschritt = { readonly gesamt: number; readonly geklaert: number }

/** Counts the answers. */
export function fortschrittOf(zeilen: readonly Angebotslage[]): Angebotsfortschritt {
  const geklaert = zeilen.filter(({ antwort }) => antwort !== 'ungeklaert').length
  return { gesamt: zeilen.length, geklaert }
}

/** One task for all open answers of an area; null where all are given. No day forces them. */
export function angebotsaufgabe(
  gebiet: Gebiet,
  redaktionId: RedaktionId,
  { gesamt, geklaert }: Angebotsfortschritt,
): Aufgabe | null {
  const offen = gesamt - geklaert
  if (offen === 0) return null
  const was = offen === 1 ? 'Eine Leistung ist' : `${offen} Leistungen sind`
  return aufgabe({
    art: 'angebot',
    titel: `Bieten wir das an? ${gebiet.name}`,
    satz: `${was} noch ungeklärt (${geklaert} von ${gesamt} geklärt). Sagen Sie, was ${gebiet.name} anbietet.`,
    bis: null,
    ziel: `${ANGEBOTSSEITE}?gebiet=${encodeURIComponent(gebiet.id)}&antwort=ungeklaert`,
    gegenstand: { art: 'gebiet', id: gebiet.id },
    redaktionId,
    anzahl: offen,
  })
}

function isWide({ ebene }: Gebiet): boolean {
  return ebene === 'bund' || ebene === 'land'
}

function holdsAbove(
  { snapshot }: Uebersicht,
  leistungId: LeistungId,
  above: readonly Gebiet[],
): boolean {
  return above.some(({ id, ebene }) =>
    snapshot.eintraege.has(`fassung|${reiheKey({ leistungId, ebene, gebietId: id })}`),
  )
}

function folded(name: string): string {
  return name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss')
}
