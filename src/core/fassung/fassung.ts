import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { RechtsnormId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

export type FassungId = string
export type LeistungId = string
export type RedaktionId = string
/** SHA-256 (hex) of the canonical JSON of a content; its key in the content table. */
export type Inhaltshash = string
/** Number of an entry in the log of releases: 1, 2, 3 … without gaps. */
export type Folgenummer = number

/** `de-LS` is Leichte Sprache; it never enters XZuFi (zeit.md, rule 22). */
export const VARIANTENSPRACHEN = ['en', 'de-LS'] as const
export type Variantensprache = (typeof VARIANTENSPRACHEN)[number]
export type Sprache = 'de' | Variantensprache

/** Where a text belongs and from when to when it shall hold. */
export type Fassungskopf = {
  readonly id: FassungId
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly redaktionId: RedaktionId
  readonly beginn: Anker
  readonly ende: Anker | null
  /** What holds after the own end: nothing is offered, or the text before this one resumes (zeit.md, rule 6). */
  readonly danach: Danach
  /** The text of the same Leistung, layer and Gebiet that this one was written on top of. */
  readonly basis: FassungId | null
  /** The released text that this one corrects and takes the place of. */
  readonly berichtigt: FassungId | null
  readonly rechtsnormIds: readonly RechtsnormId[]
  /**
   * Rebased on `basis` by somebody who had both before them: it takes a day that both have (zeit.md, rule 7). Absent: it
   * was not.
   */
  readonly wiederaufgenommen?: true
}

/** What follows when a Fassung ends by its own end. */
export type Danach = 'nichts' | 'vorgaenger'

/** A text that the world may not see yet. */
export type Entwurf = Fassungskopf & { readonly inhalt: FassungInhalt }

/** A released text as the log keeps it: anchors, never dates; the words lie in the content table. */
export type Freigegeben = Fassungskopf & { readonly inhalt: Inhaltshash }

/** A language variant: a release of its own, bound to one Fassung (zeit.md, rule 22). */
export type Variante = {
  readonly id: string
  readonly fassungId: FassungId
  readonly sprache: Variantensprache
  readonly inhalt: Inhaltshash
}

/** The words of a variant: per module the text, and the hash of the German module that it was translated from. */
export type VarianteInhalt = {
  readonly module: FassungInhalt
  readonly quelle: { readonly [modul: string]: Inhaltshash }
  readonly maschinell: boolean
}

/** What a withdrawal says about the time after it (zeit.md, rule 8). */
export type Folge =
  | { readonly art: 'vorgaenger' }
  | { readonly art: 'ersetzt'; readonly durch: FassungId }
  | { readonly art: 'leistung-endet' }

/** A withdrawal: from the text's first day on (`ab` null) or from a later day. */
export type Zurueckziehung = {
  /** Id of the Fassung, or of a language variant. */
  readonly fassungId: FassungId
  readonly ab: CalendarDay | null
  readonly folge: Folge
  readonly grund: string
}

/** A released text held back by hand until it is taken up again; the newest word counts. */
export type Aussetzung = {
  readonly fassungId: FassungId
  readonly istAusgesetzt: boolean
  readonly grund: string
}
