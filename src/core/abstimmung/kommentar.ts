import type { Stelle } from '#core/abstimmung/stelle.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'

/** A remark on a text of a consultation: on the whole of it, a module, or a passage; or an answer to another remark. */
export type Kommentar = {
  readonly id: string
  readonly fassungId: FassungId
  /** Null: on the text as a whole. */
  readonly modul: Modulname | null
  /** Null: on the module as a whole. */
  readonly stelle: Stelle | null
  /** The remark that this one answers; answers are not answered in turn. */
  readonly antwortAuf: string | null
  readonly text: string
  readonly redaktionId: RedaktionId
  readonly redaktionName: string
  readonly vonName: string
  /** ISO 8601, UTC. */
  readonly zeitpunkt: string
  /** Who has settled it and when; null: it is open. */
  readonly erledigt: { readonly vonName: string; readonly am: string } | null
}

/** A remark with its answers, oldest first. */
export type Gespraech = Kommentar & { readonly antworten: readonly Kommentar[] }

/** Remarks with their answers, in the order of their time. */
export function gespraecheOf(kommentare: readonly Kommentar[]): readonly Gespraech[] {
  const inOrder = [...kommentare].sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
  return inOrder
    .filter(({ antwortAuf }) => antwortAuf === null)
    .map((each) => ({
      ...each,
      antworten: inOrder.filter(({ antwortAuf }) => antwortAuf === each.id),
    }))
}

function keyOf({ zeitpunkt, id }: Kommentar): string {
  return `${zeitpunkt}|${id}`
}
