import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type {
  Freigegeben,
  Inhaltshash,
  Variantensprache,
  VarianteInhalt,
} from '#core/fassung/fassung.ts'
import { mergeSchichten, type MergedInhalt, type Schicht } from '#core/fassung/merge.ts'
import type { Schichteintrag, Varianteneintrag } from '#core/log/uebersicht.ts'

/** Contents by hash, as the content table gives them. */
export type Inhalte = ReadonlyMap<Inhaltshash, unknown>

/** The merged German text of the layers. */
export function mergedText(schichten: readonly Schichteintrag[], inhalte: Inhalte): MergedInhalt {
  return mergeSchichten(schichten.map((schicht) => asSchicht(schicht, inhalte)))
}

/**
 * The modules that show the wider text only because somebody was silent in a Schweigefrist (zeit.md, rule 11):
 * "uebernommen ohne Rueckmeldung". Where a narrower layer replaces the text anyway, nothing was taken over.
 */
export function ohneRueckmeldungIn(
  schichten: readonly Schichteintrag[],
  inhalte: Inhalte,
): ReadonlySet<Modulname> {
  const found = new Set<Modulname>()
  for (const schicht of schichten) {
    const { gesperrt, nurErgaenzen, ohneRueckmeldung } = schicht
    const words = wordsOf(schicht.fassung, inhalte)
    for (const [each, { modus }] of Object.entries(words)) {
      const name = each as Modulname
      if (modus !== 'ersetzen' || gesperrt.has(name) || nurErgaenzen.has(name)) continue
      if (ohneRueckmeldung.has(name)) found.add(name)
      else found.delete(name)
    }
  }
  return found
}

/** A merged text in a variant's language, and which modules fell back to German (zeit.md, rule 22). */
export type VariantenText = {
  readonly inhalt: MergedInhalt
  readonly fallback: ReadonlySet<Modulname>
  /** Modules with a part that a machine translated; people may have looked at it, but it says so. */
  readonly maschinell: ReadonlySet<Modulname>
}

/**
 * The merged text in a language: each layer's module in that language where a variant has it and it is not stale (its
 * German source is unchanged), otherwise the German one. A module counts as fallback as soon as one of its parts is German.
 */
export function variantenText(
  schichten: readonly Schichteintrag[],
  varianten: readonly Varianteneintrag[],
  sprache: Variantensprache,
  inhalte: Inhalte,
  hash: (wert: unknown) => Inhaltshash,
): VariantenText {
  const german = new Set<string>()
  const machine = new Set<string>()
  const translated = schichten.map((schicht): Schicht => {
    const source = asSchicht(schicht, inhalte)
    const variante = varianten.find(
      ({ variante: { sprache: own }, giltFuer }) =>
        giltFuer === schicht.fassung.id && own === sprache,
    )
    const words = variante ? (inhalte.get(variante.variante.inhalt) as VarianteInhalt) : undefined
    const module = Object.entries(source.inhalt).map(([name, beitrag]) => {
      const translation = words?.module[name as Modulname]
      // Replace or supplement: that is said in German, a translation only gives the words.
      if (translation && words.quelle[name] === hash(beitrag)) {
        if (words.maschinell) machine.add(`${schicht.fassung.id}|${name}`)
        return [name, { ...beitrag, wert: translation.wert }]
      }
      german.add(`${schicht.fassung.id}|${name}`)
      return [name, beitrag]
    })
    return { herkunft: source.herkunft, inhalt: Object.fromEntries(module) as FassungInhalt }
  })
  const inhalt = mergeSchichten(translated)
  const names = Object.keys(inhalt) as Modulname[]
  const withPartIn = (parts: ReadonlySet<string>): ReadonlySet<Modulname> =>
    new Set(
      names.filter((name) =>
        inhalt[name]?.some(({ herkunft }) => parts.has(`${herkunft.fassungId}|${name}`)),
      ),
    )
  return { inhalt, fallback: withPartIn(german), maschinell: withPartIn(machine) }
}

function asSchicht(schicht: Schichteintrag, inhalte: Inhalte): Schicht {
  const { fassung } = schicht
  const inhalt = wordsOf(fassung, inhalte)
  const { ebene, gebietId, id } = fassung
  const herkunft = { ebene, gebietId, fassungId: id }
  return { herkunft, inhalt: left(inhalt, schicht) }
}

function wordsOf({ id, inhalt: hash }: Freigegeben, inhalte: Inhalte): FassungInhalt {
  const inhalt = inhalte.get(hash)
  if (inhalt === undefined) throw new Error(`content ${hash} of Fassung ${id} is missing`)
  return inhalt as FassungInhalt
}

/** What the layers above leave of a text: locked modules go, of others only the *ersetzen* does. */
function left(inhalt: FassungInhalt, schicht: Schichteintrag): FassungInhalt {
  const { gesperrt, nurErgaenzen, ohneRueckmeldung } = schicht
  if (gesperrt.size + nurErgaenzen.size + ohneRueckmeldung.size === 0) return inhalt
  const open = Object.entries(inhalt).filter(([each, { modus }]) => {
    const name = each as Modulname
    if (gesperrt.has(name)) return false
    return modus === 'ergaenzen' || !(nurErgaenzen.has(name) || ohneRueckmeldung.has(name))
  })
  return Object.fromEntries(open)
}
