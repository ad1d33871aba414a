import type { Folge, Lage } from '#core/log/auswirkung.ts'
import type { Objektart } from '#core/log/ereignis.ts'

/** What an act would do, said for people: by Redaktion, with names and German sentences. The JSON of `…/vorschau`. */
export type Vorschaubericht = {
  readonly vorher: string | null
  /** Null: the act is not about the day of a law. */
  readonly nachher: string | null
  /** The act touches a day that has passed: a second person confirms it. */
  readonly istBerichtigung: boolean
  /** The entry that last spoke of the Zeitgrenze; to be sent along when the act is confirmed. */
  readonly bekannt: number | null
  readonly summe: {
    readonly texte: number
    readonly objekte: number
    readonly redaktionen: number
    readonly luecken: number
    readonly ausgesetzt: number
  }
  readonly redaktionen: readonly Redaktionsbericht[]
}

/** What it does to one Redaktion; `id` null where the log does not say whose it is. */
export type Redaktionsbericht = {
  readonly id: string | null
  readonly name: string
  readonly verschiebungen: readonly Verschiebungsbericht[]
  readonly folgen: readonly Folgenbericht[]
}

/** A text or an object that moves. */
export type Verschiebungsbericht = {
  readonly art: 'fassung' | Objektart
  readonly id: string
  readonly titel: string
  readonly gebiet: string | null
  readonly vorher: Lagebericht
  readonly nachher: Lagebericht
  /** Path of the document in the admin. */
  readonly ziel: string
}

/** A consequence that somebody must look at. */
export type Folgenbericht = {
  readonly art: Folge['art']
  readonly titel: string
  readonly satz: string
  /** Path in the admin where it is mended. */
  readonly ziel: string
}

/** Where something lies in time, and the words for it. */
export type Lagebericht = Pick<Lage, 'zustand' | 'zeitraeume'> & { readonly satz: string }
