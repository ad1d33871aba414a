import { randomUUID } from 'node:crypto'
import type { Payload } from 'payload'
import { changeWhere } from '#store/changeWhere.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import type { Umfang } from '#core/fassung/berichtigen.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'

/** What a correction is about. */
export type Antragsgegenstand =
  | {
      readonly art: 'fassung'
      readonly fassungId: string
      readonly umfang: Umfang
      /** Hash of the draft as it was asked for: what is confirmed is what was seen. */
      readonly pult: Inhaltshash
    }
  | {
      readonly art: 'zeitgrenze'
      readonly zeitgrenze: Zeitgrenze
      /** The entry that spoke of it when it was asked for: what came in between must not be undone. */
      readonly bekannt: Folgenummer
    }

/** A correction that waits for a second person, or has been decided. */
export type Antrag = {
  readonly id: string
  readonly gegenstand: Antragsgegenstand
  readonly grund: string
  /** Id of who asks for it. */
  readonly von: string
  readonly redaktionId: string
  readonly zustand: 'offen' | 'bestaetigt' | 'abgelehnt'
}

/** A request as it is made; `titel` says what it is about. */
export type NeuerAntrag = Omit<Antrag, 'id' | 'zustand'> & {
  readonly titel: string
  readonly vonName: string
}

/** Puts the request on the desk; returns its id. */
export async function createAntrag(
  payload: Payload,
  antrag: NeuerAntrag,
  zeitpunkt: string,
): Promise<string> {
  const { gegenstand, grund, von, vonName, redaktionId, titel } = antrag
  const id = randomUUID()
  const about =
    gegenstand.art === 'fassung'
      ? {
          fassung: gegenstand.fassungId,
          umfang: gegenstand.umfang,
          angaben: gegenstand.pult,
        }
      : {
          zeitgrenze: gegenstand.zeitgrenze.id,
          angaben: canonicalJson({
            zeitgrenze: gegenstand.zeitgrenze,
            bekannt: gegenstand.bekannt,
          }),
          umfang: 'ab-erstem-tag',
        }
  const data = {
    id,
    art: gegenstand.art,
    ...about,
    gegenstand: titel,
    grund,
    von,
    vonName,
    gestelltAm: zeitpunkt,
    zustand: 'offen',
    redaktion: redaktionId,
    createdAt: zeitpunkt,
    updatedAt: zeitpunkt,
  }
  await payload.db.create({ collection: 'antraege', data })
  return id
}

/** The request from its document. */
export function antragFrom(doc: DeskDoc): Antrag {
  const gegenstand: Antragsgegenstand =
    doc['art'] === 'fassung'
      ? {
          art: 'fassung',
          fassungId: relationOf(doc, 'fassung') ?? '',
          umfang: doc['umfang'] === 'ab-heute' ? 'ab-heute' : 'ab-erstem-tag',
          pult: textOf(doc, 'angaben'),
        }
      : {
          art: 'zeitgrenze',
          ...(JSON.parse(textOf(doc, 'angaben')) as {
            zeitgrenze: Zeitgrenze
            bekannt: Folgenummer
          }),
        }
  const zustand = doc['zustand']
  return {
    id: textOf(doc, 'id'),
    gegenstand,
    grund: textOf(doc, 'grund'),
    von: textOf(doc, 'von'),
    redaktionId: relationOf(doc, 'redaktion') ?? '',
    zustand: zustand === 'bestaetigt' || zustand === 'abgelehnt' ? zustand : 'offen',
  }
}

/** Notes how a request was decided; false when somebody else has decided it meanwhile. */
export async function decideAntrag(
  payload: Payload,
  id: string,
  entscheidung: {
    readonly zustand: 'bestaetigt' | 'abgelehnt'
    readonly vonName: string
    readonly zeitpunkt: string
  },
): Promise<boolean> {
  const { zustand, vonName, zeitpunkt } = entscheidung
  return changeWhere(
    payload,
    'antraege',
    { and: [{ id: { equals: id } }, { zustand: { equals: 'offen' } }] },
    { zustand, entschiedenVonName: vonName, entschiedenAm: zeitpunkt, updatedAt: zeitpunkt },
  )
}
