import { elternschichten, lockedAgainst, type Ort } from '#core/fassung/elternstand.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import { inherit, type Herkunft, type MergedInhalt, type Teil } from '#core/fassung/merge.ts'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  type FassungInhalt,
  type Html,
  type Modulbeitrag,
  type Modulname,
} from '#core/fassung/module.ts'
import { sperrartOf, type Sperrart } from '#core/fassung/modulsperre.ts'
import { fristendeAt, isSchweigefrist } from '#core/fassung/schweigefrist.ts'
import { wortlautOf } from '#core/fassung/wortlaut.ts'
import { EBENEN, type Ebene } from '#core/gebiet/gebiet.ts'
import { mergedText, type Inhalte } from '#core/lieferung/inhalte.ts'
import { newestFolgenummer, objektKey, verlaufOf, type Chronik } from '#core/log/chronik.ts'
import { modulsperrenIn, schichtenIn, type Uebersicht } from '#core/log/uebersicht.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A part of a column: its words, and who says them. */
export type Spaltenteil = {
  readonly herkunft: Herkunft
  readonly istEigen: boolean
  readonly html: Html
}

/** Why the own words of a module are not what the citizen reads. */
export type Wirkung =
  /** They are read. */
  | 'gilt'
  /** A layer above keeps the module to itself. */
  | 'gesperrt'
  /** A layer above lets it be supplemented only. */
  | 'nur-ergaenzen'
  /** Nobody answered in a Schweigefrist. */
  | 'ohne-rueckmeldung'
  /** A supplement to nothing (zeit.md, rule 10). */
  | 'ohne-grundlage'

/** One module in three columns: what is inherited, how one's own words count, and what the citizen reads. */
export type Modulspalten = {
  readonly modul: Modulname
  readonly geerbt: readonly Spaltenteil[]
  /** Null: the text says nothing of its own here. */
  readonly wirkung: Wirkung | null
  readonly ergebnis: readonly Spaltenteil[]
  readonly sperre: {
    readonly art: Sperrart
    readonly grund: string | null
    readonly ebene: Ebene
  } | null
}

/** The text whose columns are asked for; `eigen` may be what somebody is writing this moment. */
export type Spaltentext = Ort & { readonly fassungId: FassungId; readonly eigen: FassungInhalt }

/** All modules in which something is inherited, written or locked, in reading order, on the day of the Uebersicht. */
export function spaltenOf(
  uebersicht: Uebersicht,
  text: Spaltentext,
  inhalte: Inhalte,
): readonly Modulspalten[] {
  const geerbt = mergedText(elternschichten(uebersicht, text), inhalte)
  const rules = rulesFor(uebersicht, text)
  return [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN].flatMap((modul): readonly Modulspalten[] => {
    const own = text.eigen[modul] as Modulbeitrag<unknown> | undefined
    const teile: readonly Teil<unknown>[] = geerbt[modul] ?? []
    const sperre = rules.sperre(modul)
    if (teile.length === 0 && !own && sperre === null) return []
    const { fassungId, ebene, gebietId } = text
    const herkunft = { ebene, gebietId, fassungId }
    const wirkung = own ? wirkungOf(own, modul, teile, rules) : null
    const result = inherit(teile, wirkung === 'gilt' ? own : undefined, herkunft)
    const shown = (list: readonly Teil<unknown>[]): readonly Spaltenteil[] =>
      list.map((teil) => ({
        herkunft: teil.herkunft,
        istEigen: teil.herkunft === herkunft,
        html: wortlautOf(modul, teil.wert as never),
      }))
    return [{ modul, geerbt: shown(teile), wirkung, ergebnis: shown(result), sperre }]
  })
}

/**
 * Until when a Kommune may still say that it keeps its own words of a module: the nearest last day of the Schweigefristen that
 * reach the text and have not ended.
 */
export function laufendeFristen(
  chronik: Chronik,
  { gebiete }: Uebersicht,
  ort: Ort,
  heute: CalendarDay,
): ReadonlyMap<Modulname, CalendarDay> {
  const found = new Map<Modulname, CalendarDay>()
  const leistung = objektKey({ art: 'leistung', id: ort.leistungId })
  const jetzt = newestFolgenummer(chronik)
  for (const { wert: frist } of chronik.schweigefristen.get(leistung) ?? []) {
    const beleg = chronik.objekte.get(objektKey({ art: 'schweigefrist', id: frist.id }))?.at(-1)
    const reaches = gebiete.byId.has(frist.gebietId) && isAbove(frist.ebene, ort.ebene)
    if (!beleg || !isSchweigefrist(beleg) || !reaches) continue
    const ende = fristendeAt(beleg, verlaufOf(chronik), jetzt)
    if (ende < heute) continue
    for (const modul of frist.module) {
      const known = found.get(modul)
      if (known === undefined || ende < known) found.set(modul, ende)
    }
  }
  return found
}

function isAbove(upper: Ebene, lower: Ebene): boolean {
  return EBENEN.indexOf(upper) < EBENEN.indexOf(lower)
}

type Rules = {
  readonly gesperrt: ReadonlySet<Modulname>
  readonly nurErgaenzen: ReadonlySet<Modulname>
  readonly ohneRueckmeldung: ReadonlySet<Modulname>
  readonly sperre: (modul: Modulname) => Modulspalten['sperre']
}

function rulesFor(uebersicht: Uebersicht, text: Spaltentext): Rules {
  const sperren = modulsperrenIn(uebersicht, text.leistungId, text.gebietId)
    .map(({ wert }) => wert)
    .filter(({ ebene }) => isAbove(ebene, text.ebene))
  const soft = sperren.filter((each) => sperrartOf(each) === 'nur-ergaenzen')
  const released = schichtenIn(uebersicht, text.leistungId, text.gebietId).find(
    ({ fassung }) => fassung.id === text.fassungId,
  )
  return {
    gesperrt: lockedAgainst(uebersicht, text),
    nurErgaenzen: new Set(soft.flatMap(({ module }) => module)),
    // What is not released yet will be an answer to every Schweigefrist that runs.
    ohneRueckmeldung: released?.ohneRueckmeldung ?? new Set(),
    sperre: (modul) => {
      const here = sperren.filter(({ module }) => module.includes(modul))
      const hardest = here.find((each) => sperrartOf(each) === 'unveraenderlich') ?? here[0]
      if (!hardest) return null
      return { art: sperrartOf(hardest), grund: hardest.grund ?? null, ebene: hardest.ebene }
    },
  }
}

function wirkungOf(
  own: Modulbeitrag<unknown>,
  modul: Modulname,
  geerbt: NonNullable<MergedInhalt[Modulname]> | readonly Teil<unknown>[],
  rules: Rules,
): Wirkung {
  if (rules.gesperrt.has(modul)) return 'gesperrt'
  if (own.modus === 'ergaenzen') return geerbt.length === 0 ? 'ohne-grundlage' : 'gilt'
  if (rules.nurErgaenzen.has(modul)) return 'nur-ergaenzen'
  return rules.ohneRueckmeldung.has(modul) ? 'ohne-rueckmeldung' : 'gilt'
}
