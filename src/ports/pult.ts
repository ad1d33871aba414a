import type { Ablaufstand } from '#core/ablauf/ablauf.ts'
import type { Result } from '#core/ergebnis.ts'
import type { Entwurf, FassungId, Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Ereignis } from '#core/log/ereignis.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'

/** A text at the editors' desk: a Fassung in German, or a language variant of one. */
export type Pulttext =
  | { readonly art: 'fassung'; readonly entwurf: Entwurf; readonly pult: unknown }
  | {
      readonly art: 'variante'
      readonly id: string
      readonly fassungId: FassungId
      readonly sprache: Variantensprache
      readonly module: FassungInhalt
      readonly maschinell: boolean
      /** Per module the German contribution that it was translated from; absent: the text as it stands now. */
      readonly vorlage?: FassungInhalt
      readonly pult: unknown
    }

/** Reads a draft from the desk and parses it. Problems: `fassung-is-unknown`, `fassung-lacks-begin`, parse problems. */
export type LoadPulttext = (id: string) => Promise<Result<PulttextImAblauf>>

/** A text at the desk, with what counts for its next step. */
export type PulttextImAblauf = Pulttext & { readonly ablauf: Ablaufstand }

/** The document of a Zeitgrenze as the desk shows it once this is true; what else stands in it stays. */
export type PultOfZeitgrenze = (zeitgrenze: Zeitgrenze) => Promise<unknown>

/** The document of a draft with this place, time and relations; its words stay. */
export type PultOfEntwurf = (entwurf: Entwurf, pult: unknown) => unknown

/** Puts a new draft on the desk in the name of whoever asks; throws where they may not. */
export type CreateEntwurf = (entwurf: Entwurf) => Promise<void>

/** The drafts that rebase this released text, as far as whoever asks may see them; the newest last. */
export type FindAufgesetzte = (berichtigt: FassungId) => Promise<readonly Entwurf[]>

/** Brings the editors' documents up to this entry; safe to repeat. Tells of large entries how far it is. */
export type ProjectEreignis = (ereignis: Ereignis, fortschritt?: Fortschritt) => Promise<void>

/** Called while long work goes on, with the number of finished items and of all items. */
export type Fortschritt = (done: number, total: number) => void
