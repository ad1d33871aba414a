import type { Result } from '#core/ergebnis.ts'
import type { Entwurf, FassungId, Variantensprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Ereignis } from '#core/log/ereignis.ts'

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
      readonly pult: unknown
    }

/** Reads a draft from the desk and parses it. Problems: `fassung-is-unknown`, `fassung-lacks-begin`, parse problems. */
export type LoadPulttext = (id: string) => Promise<Result<Pulttext>>

/** Brings the editors' documents up to this entry; safe to repeat. Tells of large entries how far it is. */
export type ProjectEreignis = (ereignis: Ereignis, fortschritt?: Fortschritt) => Promise<void>

/** Called while long work goes on, with the number of finished items and of all items. */
export type Fortschritt = (done: number, total: number) => void
