import { canonicalJson } from '#core/canonicalJson.ts'
import type {
  FassungId,
  Freigegeben,
  Inhaltshash,
  Variante,
  VarianteInhalt,
  Variantensprache,
} from '#core/fassung/fassung.ts'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  type FassungInhalt,
  type Modulbeitrag,
  type Modulname,
} from '#core/fassung/module.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'

/** What people call each language. */
export const SPRACHE_LABELS: Readonly<Record<Variantensprache, string>> = {
  en: 'Englisch',
  'de-LS': 'Leichte Sprache',
}

/**
 * How one module of a language variant stands to the German one: `fehlt` not translated, `veraltet` translated from other German
 * words than those of now, `ueberzaehlig` without any German words, so that nobody is shown it.
 */
export type Modullage = 'aktuell' | 'veraltet' | 'fehlt' | 'ueberzaehlig'

/** One module of a language variant beside the German one. */
export type Sprachmodul = {
  readonly modul: Modulname
  readonly lage: Modullage
  /** The German contribution as it is now. */
  readonly deutsch: Modulbeitrag<unknown> | null
  /** The German contribution that the translation was made from; null where nobody noted it. */
  readonly vorlage: Modulbeitrag<unknown> | null
  readonly uebersetzung: Modulbeitrag<unknown> | null
}

/**
 * The words of a variant at the desk: its modules, and per module the German contribution that it was translated from (`vorlage`;
 * null: from the text as it stands now, which is what documents from before this was noted say).
 */
export type Sprachstand = {
  readonly module: FassungInhalt
  readonly vorlage: FassungInhalt | null
}

/** Modules that say names, days and addresses only: nobody waits for their translation. They are still marked as German. */
const OHNE_UEBERSETZUNG: ReadonlySet<Modulname> = new Set([
  'auskunftshinweis',
  'fachlicheFreigabe',
  'urheber',
  'ursprungsportal',
  'begriffe',
])

const MODULNAMEN: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

/**
 * A variant module by module beside the German text of now, in reading order (zeit.md, rule 22). Words are compared, never
 * timestamps: a German text that was changed and changed back makes nothing stale.
 */
export function compareSprachfassung(
  deutsch: FassungInhalt,
  { module, vorlage }: Sprachstand,
): readonly Sprachmodul[] {
  return MODULNAMEN.flatMap((modul) => {
    const german = beitragOf(deutsch, modul)
    const uebersetzung = beitragOf(module, modul)
    if (german === null && uebersetzung === null) return []
    const source = vorlage === null ? german : beitragOf(vorlage, modul)
    const lage = lageOf(german, uebersetzung, source)
    return [{ modul, lage, deutsch: german, vorlage: source, uebersetzung }]
  })
}

/** The modules of a variant that a translator has to look at: those not translated, and those that are stale. */
export type Uebersetzungsbedarf = {
  readonly fehlt: readonly Modulname[]
  readonly veraltet: readonly Modulname[]
}

/** What is left to translate; nothing: the variant is finished. */
export function bedarfOf(module: readonly Sprachmodul[]): Uebersetzungsbedarf {
  const those = (lage: Modullage): readonly Modulname[] =>
    module.filter((each) => each.lage === lage).map(({ modul }) => modul)
  return {
    fehlt: those('fehlt').filter((modul) => !OHNE_UEBERSETZUNG.has(modul)),
    veraltet: those('veraltet'),
  }
}

/** Whether nothing is left to translate. */
export function isFertig({ fehlt, veraltet }: Uebersetzungsbedarf): boolean {
  return fehlt.length + veraltet.length === 0
}

/** The stale modules of a released variant, by the hashes that it keeps of its German source. */
export function veralteteModule(
  deutsch: FassungInhalt,
  { module, quelle }: VarianteInhalt,
  hash: (wert: unknown) => Inhaltshash,
): readonly Modulname[] {
  return MODULNAMEN.filter((modul) => {
    const german = deutsch[modul]
    return german !== undefined && module[modul] !== undefined && quelle[modul] !== hash(german)
  })
}

/**
 * What a translation was made from, after it has been saved. Whoever writes a module for the first time has the German words of
 * now beside it. Later changes keep what it was made from, as a typing error mended in a stale translation does not make it
 * fresh: that the translation fits the German words of now, somebody must say (`bestaetigt`).
 */
export function vorlageAfterSave(
  deutsch: FassungInhalt,
  before: Sprachstand | null,
  module: FassungInhalt,
  bestaetigt: ReadonlySet<Modulname> = new Set(),
): FassungInhalt {
  const known = before?.vorlage ?? (before === null ? {} : only(deutsch, before.module))
  return entriesOf(module, (modul) => {
    const isNew = before?.module[modul] === undefined
    return beitragOf(isNew || bestaetigt.has(modul) ? deutsch : known, modul)
  })
}

/**
 * The hash of the German module that each module of a variant was made from, as its release keeps it. What is translated and was
 * never compared with German words counts as stale.
 */
export function quelleOf(
  deutsch: FassungInhalt,
  { module, vorlage }: Sprachstand,
  hash: (wert: unknown) => Inhaltshash,
): Readonly<Record<string, Inhaltshash>> {
  return Object.fromEntries(
    MODULNAMEN.filter((modul) => deutsch[modul] !== undefined).map((modul) => {
      const isNoted = vorlage !== null && module[modul] !== undefined
      return [modul, hash((isNoted ? vorlage[modul] : deutsch[modul]) ?? null)]
    }),
  )
}

/**
 * The words with which a new variant begins when an earlier text of the row has one: all of its modules that the German text
 * still has, each with the German words that it was made from. So only what the law has changed is stale.
 */
export function carryOver(
  deutsch: FassungInhalt,
  frueher: {
    readonly deutsch: FassungInhalt
    readonly variante: VarianteInhalt
    /** What the desk still knows of the German words of stale modules. */
    readonly vorlage: FassungInhalt | null
  },
  hash: (wert: unknown) => Inhaltshash,
): Sprachstand {
  const { module, quelle } = frueher.variante
  const kept = only(module, deutsch)
  const vorlage = entriesOf(kept, (modul) => {
    const sources = [frueher.deutsch, frueher.vorlage ?? {}].map((each) => beitragOf(each, modul))
    return sources.find((each) => each !== null && quelle[modul] === hash(each)) ?? null
  })
  return { module: kept, vorlage }
}

/** The released text that stands in the place of this one now: itself, or the newest correction of it. */
export function newestCorrection(chronik: Chronik, fassungId: FassungId): Freigegeben | undefined {
  let current = chronik.fassungen.get(fassungId)?.wert
  const seen = new Set<FassungId>()
  while (current && !seen.has(current.id)) {
    seen.add(current.id)
    const { id } = current
    const row = chronik.reihen.get(reiheKey(current)) ?? []
    const next = row.findLast(({ wert }) => wert.berichtigt === id && !isRevoked(chronik, wert.id))
    if (!next) break
    current = next.wert
  }
  return current
}

/** The variant of a text in a language that was released last and is not withdrawn. */
export function newestVariante(
  chronik: Chronik,
  fassungId: FassungId,
  sprache: Variantensprache,
): Variante | undefined {
  return chronik.varianten
    .get(fassungId)
    ?.findLast(({ wert }) => wert.sprache === sprache && !chronik.zurueckziehungen.has(wert.id))
    ?.wert
}

function isRevoked(chronik: Chronik, id: FassungId): boolean {
  return (chronik.zurueckziehungen.get(id) ?? []).some(({ wert }) => wert.ab === null)
}

function lageOf(
  deutsch: Modulbeitrag<unknown> | null,
  uebersetzung: Modulbeitrag<unknown> | null,
  vorlage: Modulbeitrag<unknown> | null,
): Modullage {
  if (deutsch === null) return 'ueberzaehlig'
  if (uebersetzung === null) return 'fehlt'
  if (vorlage === null) return 'veraltet'
  return canonicalJson(vorlage) === canonicalJson(deutsch) ? 'aktuell' : 'veraltet'
}

function beitragOf(inhalt: FassungInhalt, modul: Modulname): Modulbeitrag<unknown> | null {
  return inhalt[modul] ?? null
}

function only(inhalt: FassungInhalt, names: FassungInhalt): FassungInhalt {
  return entriesOf(names, (modul) => beitragOf(inhalt, modul))
}

function entriesOf(
  names: FassungInhalt,
  pick: (modul: Modulname) => Modulbeitrag<unknown> | null,
): FassungInhalt {
  const entries = (Object.keys(names) as Modulname[]).flatMap((modul) => {
    const picked = pick(modul)
    return picked === null ? [] : [[modul, picked] as const]
  })
  return Object.fromEntries(entries)
}
