import { vergleicheDreiwege, vorschlagFor, waehle } from '#core/fassung/dreiwege.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { withoutDoublePosten, wertOfModul, zeichenOfModul } from '#core/fassung/modulzeichen.ts'
import { lageOf, type Modullage } from '#core/fassung/rebase.ts'

/** A document in parts that can be compared: equal strings say the same, a missing one says nothing. */
export type Stand = ReadonlyMap<string, string>

/** How the parts of two people come together; parts that are the same for both are left out. */
export type Mitschrift = ReadonlyMap<string, Exclude<Modullage, 'gleich'>>

/**
 * Two people have changed one document since one of them began. Per part: what only one changed is taken from them (`eigen`,
 * `uebernommen`), what both changed differently is a `konflikt`. `basis`: what the later one began with; null: nobody knows
 * any more, and then nothing is taken in silence.
 */
export function mitschriftOf(basis: Stand | null, anderer: Stand, eigen: Stand): Mitschrift {
  const namen = new Set([...anderer.keys(), ...eigen.keys(), ...(basis?.keys() ?? [])])
  const mitschrift = new Map<string, Exclude<Modullage, 'gleich'>>()
  for (const name of namen) {
    const [theirs, own] = [anderer.get(name) ?? '', eigen.get(name) ?? '']
    const lage = basis
      ? lageOf(basis.get(name) ?? '', theirs, own)
      : theirs === own
        ? 'gleich'
        : 'konflikt'
    if (lage !== 'gleich') mitschrift.set(name, lage)
  }
  return mitschrift
}

/** What shall stand in a part that both changed. */
export type Mitschriftwahl = 'eigen' | 'anderer' | 'beide'

/** The three states of one module; undefined: the module is inherited. */
export type Modulstaende<N extends Modulname> = {
  readonly basis: FassungInhalt[N] | undefined
  readonly anderer: FassungInhalt[N] | undefined
  readonly eigen: FassungInhalt[N] | undefined
}

/**
 * Both texts of a module in one: word by word what only one changed, and where both changed the same words, first theirs, then
 * one's own. How it stands to the inherited text is said as one's own says it.
 */
export function beideTexte<N extends Modulname>(
  modul: N,
  { basis, anderer, eigen }: Modulstaende<N>,
): FassungInhalt[N] | undefined {
  if (!anderer || !eigen) return eigen ?? anderer
  const zeichen = (beitrag: FassungInhalt[N] | undefined) =>
    beitrag ? zeichenOfModul(modul, beitrag.wert) : zeichenOfModul(modul)
  const stuecke = vergleicheDreiwege({
    basis: zeichen(basis),
    eltern: zeichen(anderer),
    eigen: zeichen(eigen),
  })
  const both = waehle(stuecke, (index) => {
    const stueck = stuecke[index]
    return (stueck && vorschlagFor(stueck)) ?? 'beide'
  })
  return { ...eigen, wert: wertOfModul(modul, withoutDoublePosten(both)) }
}
