import type { FassungId, LeistungId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { Pulttext } from '#ports/pult.ts'

/** Which texts of the desk are looked for. */
export type Pultfrage = {
  readonly gebietIds: readonly GebietId[]
  /** Null: of every Leistung. */
  readonly leistungId: LeistungId | null
  /** Released texts that are looked for beside the drafts. */
  readonly freigegebene: readonly FassungId[]
}

/** The texts that the person may see. */
export type Pultantwort = {
  readonly entwuerfe: readonly Pulttext[]
  /** Drafts that do not say when they begin; their first day is none of theirs. */
  readonly ohneBeginn: readonly Pulttext[]
  /** Of the released texts asked for, the ids of those that the person may see. */
  readonly freigegebene: readonly FassungId[]
}

/** The desk as one person sees it. */
export type Pultblick = (frage: Pultfrage) => Promise<Pultantwort>

/** The desk for whoever sent a request with these headers; null where nobody has signed in. */
export type OpenPult = (headers: Headers) => Promise<Pultblick | null>
