import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  vergleicheDreiwege,
  vorschlagFor,
  waehle,
  type Stueck,
  type Wahl,
} from '#core/fassung/dreiwege.ts'
import { modulLabel } from '#core/fassung/module.ts'
import type { FassungInhalt, Modulbeitrag, Modulname, Modulwerte } from '#core/fassung/module.ts'
import {
  saysNothing,
  wertOfModul,
  withoutDoublePosten,
  zeichenOfModul,
  type Modulzeichen,
} from '#core/fassung/modulzeichen.ts'

/** What a text says of a module, and what it inherits there: before the change, and from its day on. */
export type Vergleichsstoff = {
  readonly modul: Modulname
  readonly eigen: NonNullable<FassungInhalt[Modulname]>
  readonly basis: readonly Modulzeichen[]
  readonly neu: readonly Modulzeichen[]
}

/**
 * The stretches in which the old and the new inherited text and the own one differ. A supplement has no words of the inherited text:
 * there the two inherited ones are compared, and all that is new comes by itself.
 */
export function vergleicheEltern({
  modul,
  eigen,
  basis,
  neu,
}: Vergleichsstoff): readonly Stueck<Modulzeichen>[] {
  const own = eigen.modus === 'ergaenzen' ? basis : zeichenOf(modul, eigen)
  return vergleicheDreiwege({ basis, eltern: neu, eigen: own })
}

/** What is taken over: all, which is to inherit again; or what is chosen per stretch, by its number. */
export type Uebernahme = 'alles' | { readonly [nummer: number]: Wahl }

/**
 * The module after a takeover; null: it is inherited from now on, because all was taken, or because nothing of one's own is left.
 * What is not chosen is as `vorschlagFor` proposes. Problem: `choice-is-missing` where both sides changed something, and for
 * a supplement, in which there is nothing to choose.
 */
export function uebernimm(
  stoff: Vergleichsstoff,
  uebernahme: Uebernahme,
): Result<NonNullable<FassungInhalt[Modulname]> | null> {
  const { modul, eigen, neu } = stoff
  if (uebernahme === 'alles') return success(null)
  const stuecke = vergleicheEltern(stoff)
  const open = stuecke.some(
    (stueck, nummer) => uebernahme[nummer] === undefined && vorschlagFor(stueck) === null,
  )
  if (open || eigen.modus === 'ergaenzen')
    return failed(problem('choice-is-missing', `Modul ${modulLabel(modul)}`))
  const chosen = waehle(stuecke, (nummer) => {
    const stueck = stuecke[nummer]
    return uebernahme[nummer] ?? (stueck && vorschlagFor(stueck)) ?? 'eigen'
  })
  const zeichen = withoutDoublePosten(chosen)
  if (saysNothing(zeichen) || isSame(zeichen, neu)) return success(null)
  return success({ ...eigen, wert: wertOfModul(modul, zeichen) } as typeof eigen)
}

function zeichenOf(
  modul: Modulname,
  beitrag: NonNullable<FassungInhalt[Modulname]>,
): readonly Modulzeichen[] {
  return zeichenOfModul(modul, (beitrag as Modulbeitrag<Modulwerte[Modulname]>).wert)
}

function isSame(left: readonly Modulzeichen[], right: readonly Modulzeichen[]): boolean {
  return (
    left.length === right.length &&
    left.every(({ schluessel }, index) => schluessel === right[index]?.schluessel)
  )
}
