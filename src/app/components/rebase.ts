import { pultpfad } from '#core/log/objektart.ts'
import type { Freigabevorschau, SpaetererText } from '#commands/previewRelease.ts'
import type { Fassungslage } from '#commands/readFassungslage.ts'
import type { Rebasevergleich } from '#commands/rebaseFassung.ts'
import type { Rueckfall } from '#core/fassung/rebase.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { postAct } from './postAct.ts'

/** A later text as the endpoints name it; `entwurf`: the draft that rebases it already. */
export type SpaetererEintrag = SpaetererText & {
  readonly titel: string
  readonly entwurf: string | null
}

/** Answer of `POST /api/fassungen/:id/freigabevorschau`. */
export type Freigabeantwort = Omit<Freigabevorschau, 'spaetere'> & {
  readonly spaetere: readonly SpaetererEintrag[]
  readonly satz: string | null
}

/** Answer of `GET /api/fassungen/:id/lage`. */
export type Lageantwort = Omit<Fassungslage, 'zustand' | 'spaetere'> & {
  readonly zustand: Fassungslage['zustand'] | 'entwurf'
  readonly spaetere: readonly SpaetererEintrag[]
  readonly satz: string | null
  readonly begruendung: string | null
  readonly entwurf: string | null
}

/** Answer of `GET /api/fassungen/:id/rebase`. */
export type Rebaseantwort = Rebasevergleich & { readonly titel: string | null }

/** Path of a text in the admin. */
export function fassungPath(id: string): string {
  return pultpfad({ art: 'fassung', id })
}

/** When a later text begins, in a few words. */
export function sayBegin({ ab, zustand }: SpaetererText): string {
  const begin = ab === null ? 'wartet auf seinen Tag' : `ab ${formatDayLong(ab)}`
  return zustand === 'ausgesetzt' ? `${begin}, ausgesetzt` : begin
}

/** What happens to a module of a later text. */
export const RUECKFALL: Readonly<Record<Rueckfall['lage'], string>> = {
  'faellt-zurueck': 'fällt auf die alten Worte zurück',
  pruefen: 'hat eigene Worte, bitte prüfen',
}

/** The later texts for which nobody has begun a draft yet. */
export function withoutDraft(spaetere: readonly SpaetererEintrag[]): readonly SpaetererEintrag[] {
  return spaetere.filter(({ module, entwurf }) => module.length > 0 && entwurf === null)
}

/**
 * Begins the drafts that carry a change on, one after the other: the next one stands on the draft before. The German sentence
 * of the first refusal, or null.
 */
export async function carryOn(spaetere: readonly SpaetererEintrag[]): Promise<string | null> {
  for (const { fassungId } of withoutDraft(spaetere)) {
    const answer = await postAct('fassungen', fassungId, 'neu-aufsetzen', {})
    if (!answer.ok) return answer.message
  }
  return null
}

/** How many drafts were begun, as a sentence. */
export function sayDrafts(count: number): string {
  return count === 1
    ? 'Ein Entwurf trägt die Änderung weiter.'
    : `${count} Entwürfe tragen die Änderung weiter.`
}
