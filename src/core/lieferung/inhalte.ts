import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Inhaltshash, Variantensprache, VarianteInhalt } from '#core/fassung/fassung.ts'
import { mergeSchichten, type MergedInhalt, type Schicht } from '#core/fassung/merge.ts'
import type { Schichteintrag, Varianteneintrag } from '#core/log/uebersicht.ts'

/** Contents by hash, as the content table gives them. */
export type Inhalte = ReadonlyMap<Inhaltshash, unknown>

/** The merged German text of the layers. */
export function mergedText(schichten: readonly Schichteintrag[], inhalte: Inhalte): MergedInhalt {
  return mergeSchichten(schichten.map((schicht) => asSchicht(schicht, inhalte)))
}

/** A merged text in a variant's language, and which modules fell back to German (zeit.md, rule 22). */
export type VariantenText = {
  readonly inhalt: MergedInhalt
  readonly fallback: ReadonlySet<Modulname>
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
      if (translation && words.quelle[name] === hash(beitrag))
        return [name, { ...beitrag, wert: translation.wert }]
      german.add(`${schicht.fassung.id}|${name}`)
      return [name, beitrag]
    })
    return { herkunft: source.herkunft, inhalt: Object.fromEntries(module) as FassungInhalt }
  })
  const inhalt = mergeSchichten(translated)
  const names = Object.keys(inhalt) as Modulname[]
  const fallback = names.filter((name) =>
    inhalt[name]?.some(({ herkunft }) => german.has(`${herkunft.fassungId}|${name}`)),
  )
  return { inhalt, fallback: new Set(fallback) }
}

function asSchicht({ fassung, gesperrt }: Schichteintrag, inhalte: Inhalte): Schicht {
  const inhalt = inhalte.get(fassung.inhalt)
  if (inhalt === undefined)
    throw new Error(`content ${fassung.inhalt} of Fassung ${fassung.id} is missing`)
  const { ebene, gebietId, id } = fassung
  const herkunft = { ebene, gebietId, fassungId: id }
  return { herkunft, inhalt: withoutLocked(inhalt as FassungInhalt, gesperrt) }
}

function withoutLocked(inhalt: FassungInhalt, gesperrt: ReadonlySet<Modulname>): FassungInhalt {
  if (gesperrt.size === 0) return inhalt
  const open = Object.entries(inhalt).filter(([name]) => !gesperrt.has(name as Modulname))
  return Object.fromEntries(open)
}
