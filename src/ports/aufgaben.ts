import type {
  Abstimmungsanlass,
  Antragsanlass,
  Befundanlass,
  Eilfallanlass,
} from '#core/aufgaben/anlassaufgaben.ts'
import type { Konto, Pultstand } from '#core/aufgaben/textaufgaben.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A text at the desk with its anchor; the days follow from the log. */
export type Pultzeile = Omit<Pultstand, 'ab' | 'deutschSeit' | 'istKopie'> & {
  readonly beginn: Anker | null
}

/** What the list of tasks needs to know of a team. */
export type Aufgabenredaktion = {
  readonly id: RedaktionId
  readonly name: string
  readonly istKommunal: boolean
  readonly gebietIds: readonly GebietId[]
  /** Months between two reviews of a text. */
  readonly pruefturnusMonate: number
}

/** The findings of the timelines. */
export type Befundlage = {
  readonly befunde: readonly Befundanlass[]
  /** Ids of drafts that were made because a law failed, with the Zeitgrenze that did. */
  readonly kopien: ReadonlyMap<string, ZeitgrenzeId>
}

/**
 * The desk as one account sees it, as far as tasks follow from it. `redaktionIds`: whose; null: of all that the account may see.
 */
export type Aufgabenpult = {
  readonly konto: Konto
  readonly redaktionen: () => Promise<readonly Aufgabenredaktion[]>
  /** The texts that are at the desk only: those of these teams, and those in which the account takes part. */
  readonly texte: (redaktionIds: readonly RedaktionId[] | null) => Promise<readonly Pultzeile[]>
  readonly befunde: (redaktionIds: readonly RedaktionId[] | null) => Promise<Befundlage>
  readonly antraege: (
    redaktionIds: readonly RedaktionId[] | null,
  ) => Promise<readonly Antragsanlass[]>
  readonly eilfaelle: (
    redaktionIds: readonly RedaktionId[] | null,
  ) => Promise<readonly Eilfallanlass[]>
  readonly abstimmungen: () => Promise<readonly Abstimmungsanlass[]>
  /** On which day each text of these teams was looked at last. */
  readonly ueberprueft: (
    redaktionIds: readonly RedaktionId[],
  ) => Promise<ReadonlyMap<FassungId, CalendarDay>>
  /**
   * Changes whenever a draft of these teams or a decision of theirs about a parent text does: what else the changes of inherited
   * texts follow from is the log and the day.
   */
  readonly elternstand: (redaktionIds: readonly RedaktionId[]) => Promise<string>
  /** Titles of texts; those that the desk does not know are left out. */
  readonly titel: (ids: readonly FassungId[]) => Promise<ReadonlyMap<FassungId, string>>
}
