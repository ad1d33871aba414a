import type { LeistungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Modulname } from '#core/fassung/module.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'

/**
 * A parent layer locks modules of a Leistung: from its first day on, layers below its own neither add to them nor replace
 * them (zeit.md, rule 10).
 */
export type Modulsperre = {
  readonly id: string
  readonly leistungId: LeistungId
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly module: readonly Modulname[]
  readonly redaktionId: RedaktionId
}
