import { canonicalJson } from '#core/canonicalJson.ts'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  type FassungInhalt,
  type Modulname,
} from '#core/fassung/module.ts'

/**
 * How a module comes out of a rebase. `gleich`: nobody changed it, or both in the same way; `eigen`: only the text itself
 * did; `uebernommen`: only the new basis did; `konflikt`: both did, differently.
 */
export type Modullage = 'gleich' | 'eigen' | 'uebernommen' | 'konflikt'

/** A text after its rebase; `module` in reading order, those included that are no longer there. */
export type Aufgesetzt = {
  readonly inhalt: FassungInhalt
  readonly module: readonly { readonly modul: Modulname; readonly lage: Modullage }[]
}

/** The words of a text and of what it stands on; null: nothing. */
export type Rebasestoff = {
  /** What the text was written on top of. */
  readonly alteBasis: FassungInhalt | null
  /** What it stands on now. */
  readonly neueBasis: FassungInhalt | null
  readonly eigen: FassungInhalt
}

/**
 * Rebases a text per module (zeit.md, rule 7): what only the new basis changed is taken over, what only the text changed
 * stays. Where both did, nothing is guessed: its own words stay and the module is a `konflikt` for people to decide. A
 * module that is absent says something too: it is inherited.
 */
export function rebase({ alteBasis, neueBasis, eigen }: Rebasestoff): Aufgesetzt {
  const [alt, neu] = [alteBasis ?? {}, neueBasis ?? {}]
  const module = namesIn(alt, neu, eigen).map((modul) => ({
    modul,
    lage: lageOf(alt[modul], neu[modul], eigen[modul]),
  }))
  const entries = module.flatMap(({ modul, lage }) => {
    const beitrag = lage === 'uebernommen' ? neu[modul] : eigen[modul]
    return beitrag === undefined ? [] : [[modul, beitrag] as const]
  })
  return { inhalt: Object.fromEntries(entries), module }
}

/**
 * A module in which a later text undoes what an earlier one changed: `faellt-zurueck`, where it still has the words of
 * before; `pruefen`, where it has words of its own.
 */
export type Rueckfall = {
  readonly modul: Modulname
  readonly lage: 'faellt-zurueck' | 'pruefen'
}

/** Where the later text would fall back behind the earlier one, in reading order. `basis`: what held before the earlier. */
export function rueckfall({
  basis,
  frueher,
  spaeter,
}: {
  readonly basis: FassungInhalt | null
  readonly frueher: FassungInhalt
  readonly spaeter: FassungInhalt
}): readonly Rueckfall[] {
  const alt = basis ?? {}
  return namesIn(alt, frueher, spaeter).flatMap((modul): readonly Rueckfall[] => {
    if (isSame(frueher[modul], alt[modul]) || isSame(spaeter[modul], frueher[modul])) return []
    return [{ modul, lage: isSame(spaeter[modul], alt[modul]) ? 'faellt-zurueck' : 'pruefen' }]
  })
}

/** Whether two layers' contributions to a module say the same, absent ones included. */
export function isSame(left: unknown, right: unknown): boolean {
  if (left === undefined || right === undefined) return left === right
  return canonicalJson(left) === canonicalJson(right)
}

/** How one part comes out of a rebase: what it said before, what the new basis says, what the text itself says. */
export function lageOf(alt: unknown, neu: unknown, eigen: unknown): Modullage {
  if (isSame(neu, eigen)) return 'gleich'
  if (isSame(alt, neu)) return 'eigen'
  return isSame(alt, eigen) ? 'uebernommen' : 'konflikt'
}

const LESEREIHE: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

function namesIn(...inhalte: readonly FassungInhalt[]): readonly Modulname[] {
  return LESEREIHE.filter((name) => inhalte.some((inhalt) => inhalt[name] !== undefined))
}
