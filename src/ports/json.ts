import type { Inhaltshash, LeistungId, Sprache } from '#core/fassung/fassung.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Inhalte } from '#core/lieferung/inhalte.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import type { Uebersicht } from '#core/log/uebersicht.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'

/** One merged Leistung that is asked for. */
export type JsonAnfrage = {
  readonly uebersicht: Uebersicht
  readonly chronik: Chronik
  readonly leistungId: LeistungId
  readonly gebiet: Gebiet
  readonly sprache: Sprache
}

/** One page of a list; without `naechsterCursor` it is the last. */
export type JsonSeite = Zeitpaar & {
  readonly eintraege: readonly object[]
  readonly naechsterCursor: string | null
}

/** Presents merged Leistungen for one area as JSON. */
export type JsonExporter = {
  /** Part of every ETag: a new version may give other bytes for the same pair. */
  readonly version: string
  /** Contents to load before presenting. */
  readonly neededInhalte: (anfrage: JsonAnfrage) => readonly Inhaltshash[]
  /** The JSON value, members in canonical order; null where no text holds for the area. */
  readonly present: (anfrage: JsonAnfrage, inhalte: Inhalte) => Leistungsblatt | null
  /** The JSON value of one page of a list. */
  readonly presentListe: (seite: JsonSeite) => object
}
