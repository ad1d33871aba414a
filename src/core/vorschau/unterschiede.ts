import { canonicalJson } from '#core/canonicalJson.ts'
import type { Blattmodul, Leistungsblatt } from '#core/vorschau/blatt.ts'

/** A part of an answer that two answers do not have in common: its name in the JSON, and what people call it. */
export type Unterschied = { readonly teil: string; readonly titel: string }

/**
 * Where two answers about one Leistung, area and day say something else, in reading order; null is an answer without a
 * text. A correction with the same words says the same, and so does what was only saved anew: the id of the text behind
 * a part, the Kenntnisstand and the instant of the last change are no words of the answer.
 */
export function unterschiedeOf(
  left: Leistungsblatt | null,
  right: Leistungsblatt | null,
): readonly Unterschied[] {
  if (left === null || right === null)
    return left === right ? [] : [{ teil: 'leistung', titel: 'Ob es einen Text gibt' }]
  const module = titlesOf(left.module, right.module).filter(
    ({ teil }) => !isSame(wordsOf(left, teil), wordsOf(right, teil)),
  )
  const differ = ({ teil }: { readonly teil: keyof Leistungsblatt }): boolean =>
    !isSame(left[teil], right[teil])
  return [...KOPF.filter(differ), ...module, ...FUSS.filter(differ)]
}

type Angabe = { readonly teil: keyof Leistungsblatt; readonly titel: string }

/** What stands above the modules. */
const KOPF: readonly Angabe[] = [
  { teil: 'name', titel: 'Name der Leistung' },
  { teil: 'leistungsschluessel', titel: 'Leistungsschlüssel' },
  { teil: 'gebiet', titel: 'Name und Schlüssel des Gebiets' },
  { teil: 'gueltigAb', titel: 'Gilt ab' },
  { teil: 'gueltigBis', titel: 'Gilt bis' },
  { teil: 'naechsteAenderung', titel: 'Ändert sich am' },
  { teil: 'angebot', titel: 'Ob die Leistung angeboten wird' },
]
/** What stands below them. */
const FUSS: readonly Angabe[] = [
  { teil: 'zustaendigkeiten', titel: 'Zuständige Stellen' },
  { teil: 'onlinedienste', titel: 'Onlinedienste' },
  { teil: 'rechtsgrundlagen', titel: 'Rechtsgrundlagen' },
]

function titlesOf(...lists: readonly (readonly Blattmodul[])[]): readonly Unterschied[] {
  const titles = new Map(lists.flat().map(({ modul, titel }) => [modul, titel]))
  return [...titles].map(([teil, titel]) => ({ teil, titel }))
}

function wordsOf({ module }: Leistungsblatt, name: string): unknown {
  const found = module.find(({ modul }) => modul === name)
  return (
    found && {
      fallback: found.fallback,
      maschinell: found.maschinell,
      ohneRueckmeldung: found.ohneRueckmeldung ?? false,
      teile: found.teile.map(({ herkunft: { ebene, gebiet, ars }, ...rest }) => ({
        ...rest,
        herkunft: { ebene, gebiet, ars },
      })),
    }
  )
}

function isSame(left: unknown, right: unknown): boolean {
  return canonicalJson(left ?? null) === canonicalJson(right ?? null)
}
