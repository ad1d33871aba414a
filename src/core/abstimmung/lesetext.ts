import {
  modulLabel,
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  type FassungInhalt,
  type Modulbeitrag,
  type Modulname,
} from '#core/fassung/module.ts'
import { wortlautOf } from '#core/fassung/wortlaut.ts'
import type { Ansichtsabschnitt } from '#core/vorschau/ansicht.ts'
import { parseMarkup, textOf, type Knoten } from '#core/vorschau/markup.ts'

/** How a draft's module stands to what it inherits. */
export type Lesemodus = 'ersetzen' | 'ergaenzen-davor' | 'ergaenzen-danach'

/** A module of a draft to be read; `schluessel` is the name of the module. */
export type Leseabschnitt = Ansichtsabschnitt & { readonly modus: Lesemodus }

/** The modules of a draft in the order in which a citizen reads them, as `vergleiche` takes them. */
export function leseabschnitte(inhalt: FassungInhalt): readonly Leseabschnitt[] {
  return MODULE.flatMap((modul) => {
    const beitrag = beitragOf(inhalt, modul)
    if (!beitrag) return []
    const teile = [{ herkunft: null, knoten: knotenOf(modul, beitrag), vorbehalte: [] }]
    const modus: Lesemodus =
      beitrag.modus === 'ersetzen' ? 'ersetzen' : `ergaenzen-${beitrag.stelle}`
    return [
      {
        schluessel: modul,
        titel: modulLabel(modul),
        fallback: false,
        maschinell: false,
        istAngabe: false,
        weichtAb: false,
        teile,
        modus,
      },
    ]
  })
}

/** The words of a module of a draft, in which passages are looked for; '' where it says nothing. */
export function lesetext(inhalt: FassungInhalt, modul: Modulname): string {
  const beitrag = beitragOf(inhalt, modul)
  return beitrag ? textOf(knotenOf(modul, beitrag)) : ''
}

/** Whether this is the name of a module. */
export function isModulname(name: unknown): name is Modulname {
  return MODULE.some((each) => each === name)
}

const MODULE: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

type Beitrag = Modulbeitrag<Parameters<typeof wortlautOf>[1]>

function beitragOf(inhalt: FassungInhalt, modul: Modulname): Beitrag | undefined {
  return inhalt[modul]
}

function knotenOf(modul: Modulname, { wert }: Beitrag): readonly Knoten[] {
  return parseMarkup(wortlautOf(modul, wert))
}
