import type { Entwurf, FassungId, Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Sprachstand } from '#core/fassung/sprachfassung.ts'

/** A language variant that is to be begun. */
export type NeueSprachfassung = Sprachstand & {
  readonly id: string
  readonly sprache: Variantensprache
  readonly maschinell: boolean
}

/** Puts a new variant of this German text on the desk in the name of whoever asks; throws where they may not. */
export type CreateSprachfassung = (neu: NeueSprachfassung, deutsch: Entwurf) => Promise<void>

/** The id of an unreleased variant of the text in this language, as far as whoever asks may see it; null: there is none. */
export type FindBegonnene = (
  fassungId: FassungId,
  sprache: Variantensprache,
) => Promise<string | null>

/** The German words that a variant's document says it was translated from; null: it does not, or is gone. */
export type FindVorlage = (varianteId: string) => Promise<FassungInhalt | null>
