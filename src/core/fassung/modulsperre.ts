import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'

/**
 * How far a lock goes: below it the module is *unveraenderlich*, or it may be supplemented but not replaced
 * (*nur-ergaenzen*).
 */
export const SPERRARTEN = ['unveraenderlich', 'nur-ergaenzen'] as const
export type Sperrart = (typeof SPERRARTEN)[number]

/** What people call each kind of lock. */
export const SPERRART_LABELS: Readonly<Record<Sperrart, string>> = {
  unveraenderlich: 'Unveränderlich: Darunter wird weder ergänzt noch ersetzt',
  'nur-ergaenzen': 'Nur ergänzen: Darunter darf ergänzt, aber nicht ersetzt werden',
}

/**
 * A parent layer locks modules of a Leistung: from its first day on, layers below its own do not replace them, and where
 * it is *unveraenderlich* do not add to them either (zeit.md, rule 10).
 */
export type Modulsperre = {
  readonly id: string
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly module: readonly Modulname[]
  /** Absent in entries of before there was a choice: *unveraenderlich*. */
  readonly art?: Sperrart
  /** Why, for those below; absent in entries of before it was asked for. */
  readonly grund?: string
  readonly redaktionId: RedaktionId
}

/** How far the lock goes, also of one that was saved before there was a choice. */
export function sperrartOf({ art }: Pick<Modulsperre, 'art'>): Sperrart {
  return art ?? 'unveraenderlich'
}
