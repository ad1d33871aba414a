import type { FassungId } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulbeitrag, Modulname, Modulwerte } from '#core/fassung/module.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'

/** Who says it. */
export type Herkunft = {
  readonly ebene: Ebene
  readonly gebietId: GebietId
  readonly fassungId: FassungId
}

/** One layer's text of one Leistung. */
export type Schicht = { readonly herkunft: Herkunft; readonly inhalt: FassungInhalt }

/** A part of a merged module with its origin. */
export type Teil<T> = { readonly herkunft: Herkunft; readonly wert: T }

/** The text as the citizen of one area reads it: per module the parts in reading order. */
export type MergedInhalt = { readonly [name in Modulname]?: readonly Teil<Modulwerte[name]>[] }

/**
 * Merges the layers of one Leistung, widest first (Bund → Land → Kreis → Amt → Gemeinde), module by module
 * (zeit.md, rule 10). *ergaenzen* where nothing is inherited yields nothing.
 */
export function mergeSchichten(schichten: readonly Schicht[]): MergedInhalt {
  const merged: Partial<Record<Modulname, readonly Teil<unknown>[]>> = {}
  for (const { herkunft, inhalt } of schichten) {
    for (const name of Object.keys(inhalt) as Modulname[]) {
      const beitrag = inhalt[name] as Modulbeitrag<unknown>
      const teile = inherit(merged[name] ?? [], beitrag, herkunft)
      if (teile.length > 0) merged[name] = teile
    }
  }
  return merged as MergedInhalt
}

/** The module after one more layer: its origin stays with each part. */
export function inherit<T>(
  geerbt: readonly Teil<T>[],
  beitrag: Modulbeitrag<T> | undefined,
  herkunft: Herkunft,
): readonly Teil<T>[] {
  if (!beitrag) return geerbt
  const eigen = { herkunft, wert: beitrag.wert }
  if (beitrag.modus === 'ersetzen') return [eigen]
  if (geerbt.length === 0) return []
  return beitrag.stelle === 'davor' ? [eigen, ...geerbt] : [...geerbt, eigen]
}
