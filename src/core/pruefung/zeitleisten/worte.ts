import type { Inhaltshash, VarianteInhalt } from '#core/fassung/fassung.ts'
import { mergeSchichten, type Schicht } from '#core/fassung/merge.ts'
import { modulLabel, type FassungInhalt, type Modulname } from '#core/fassung/module.ts'
import { abschnittOn, type Abschnitt, type Reihe } from '#core/fassung/reihe.ts'
import { EBENEN, pathTo } from '#core/gebiet/gebiet.ts'
import type { Inhalte } from '#core/lieferung/inhalte.ts'
import { reiheKey } from '#core/log/chronik.ts'
import { IMMER } from '#core/log/objekt.ts'
import { variantenAt } from '#core/log/snapshot.ts'
import {
  fassungGegenstand,
  zeitbefund,
  type Zeitbefund,
} from '#core/pruefung/zeitleisten/befunde.ts'
import {
  later,
  offeneAbschnitte,
  tagOf,
  type Pruefreihe,
  type Pruefstand,
} from '#core/pruefung/zeitleisten/stand.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** The words that some checks read, and how a module is hashed. */
export type Worte = {
  readonly inhalte: Inhalte
  readonly hash: (wert: unknown) => Inhaltshash
}

/** The contents that `pruefeWorte` needs for the rows of one Leistung, all of them. */
export function neededWorte(
  stand: Pruefstand,
  reihen: readonly Pruefreihe[],
): readonly Inhaltshash[] {
  return reihen.flatMap(({ key, reihe }) =>
    offeneAbschnitte(reihe, stand.heute).flatMap((abschnitt) => [
      abschnitt.beleg.wert.inhalt,
      ...variantenOf(stand, key, abschnitt).map(({ variante }) => variante.inhalt),
    ]),
  )
}

/** The checks that read the words, for the rows of one Leistung, all of them. Contents that are missing are passed over. */
export function pruefeWorte(
  stand: Pruefstand,
  reihen: readonly Pruefreihe[],
  worte: Worte,
): readonly Zeitbefund[] {
  return reihen.flatMap((reihe) =>
    offeneAbschnitte(reihe.reihe, stand.heute).flatMap((abschnitt) => [
      ...pruefeUebersetzungen(stand, reihe, abschnitt, worte),
      ...pruefeErgaenzungen(stand, reihe, abschnitt, worte),
    ]),
  )
}

/** A language variant of which a module was made from other German words than hold now (zeit.md, rule 22). */
function pruefeUebersetzungen(
  stand: Pruefstand,
  { key }: Pruefreihe,
  abschnitt: Abschnitt,
  { inhalte, hash }: Worte,
): readonly Zeitbefund[] {
  const { wert, folgenummer } = abschnitt.beleg
  const german = inhalte.get(wert.inhalt) as FassungInhalt | undefined
  if (!german) return []
  return variantenOf(stand, key, abschnitt).flatMap(({ variante }) => {
    const words = inhalte.get(variante.inhalt) as VarianteInhalt | undefined
    const stale = Object.entries(words?.quelle ?? {})
      .filter(([name, quelle]) => {
        const beitrag = german[name as Modulname]
        return beitrag === undefined || hash(beitrag) !== quelle
      })
      .map(([name]) => modulLabel(name as Modulname))
    if (stale.length === 0) return []
    return [
      zeitbefund('uebersetzung-veraltet', {
        gegenstand: fassungGegenstand(variante.id),
        redaktionId: wert.redaktionId,
        seit: later(abschnitt.ab, tagOf(stand, folgenummer)),
        naeher: wert.id,
        angaben: { module: stale.join(', ') },
      }),
    ]
  })
}

function variantenOf(
  { chronik, kenntnisstand, heute }: Pruefstand,
  key: string,
  { ab }: Abschnitt,
) {
  return variantenAt(chronik, key, { stichtag: later(ab, heute), kenntnisstand })
}

/**
 * A text that supplements a module which no layer above it has on the day: it yields nothing (zeit.md, rule 10). Looked at
 * on its first day, or today, and on each later day on which a layer above changes.
 */
function pruefeErgaenzungen(
  stand: Pruefstand,
  { kopf }: Pruefreihe,
  abschnitt: Abschnitt,
  { inhalte }: Worte,
): readonly Zeitbefund[] {
  const { wert } = abschnitt.beleg
  const own = (inhalte.get(wert.inhalt) ?? {}) as FassungInhalt
  const supplements = (Object.keys(own) as Modulname[]).filter(
    (name) => own[name]?.modus === 'ergaenzen',
  )
  if (supplements.length === 0) return []
  const first = later(abschnitt.ab, stand.heute)
  for (const tag of [first, ...changesAbove(stand, kopf, abschnitt, first)]) {
    const merged = mergeSchichten(schichtenAbove(stand, kopf, tag, inhalte))
    const groundless = supplements.filter((name) => merged[name] === undefined)
    if (groundless.length === 0) continue
    return [
      zeitbefund('ergaenzung-ohne-grundlage', {
        gegenstand: fassungGegenstand(wert.id),
        redaktionId: wert.redaktionId,
        seit: tag > stand.heute ? tag : later(abschnitt.ab, lastEndAbove(stand, kopf)),
        angaben: { module: groundless.map(modulLabel).join(', ') },
      }),
    ]
  }
  return []
}

/** The rows of the layers above one, widest first, along the area tree of the day. */
function rowsAbove(
  stand: Pruefstand,
  { leistungId, ebene, gebietId }: Pruefreihe['kopf'],
  tag: CalendarDay,
): readonly Reihe[] {
  const keys = pathTo(stand.gebiete(tag), gebietId).flatMap((gebiet) =>
    EBENEN.map((each) => reiheKey({ leistungId, ebene: each, gebietId: gebiet.id })),
  )
  const own = keys.indexOf(reiheKey({ leistungId, ebene, gebietId }))
  return keys.slice(0, Math.max(own, 0)).flatMap((key) => stand.reihen.get(key) ?? [])
}

function schichtenAbove(
  stand: Pruefstand,
  kopf: Pruefreihe['kopf'],
  tag: CalendarDay,
  inhalte: Inhalte,
): readonly Schicht[] {
  return rowsAbove(stand, kopf, tag).flatMap((reihe) => {
    const fassung = abschnittOn(reihe, tag)?.beleg.wert
    if (!fassung) return []
    const { ebene, gebietId, id } = fassung
    const inhalt = (inhalte.get(fassung.inhalt) ?? {}) as FassungInhalt
    return [{ herkunft: { ebene, gebietId, fassungId: id }, inhalt }]
  })
}

/** The days within a stretch on which a text above begins, changes or ends. */
function changesAbove(
  stand: Pruefstand,
  kopf: Pruefreihe['kopf'],
  { bis }: Abschnitt,
  after: CalendarDay,
): readonly CalendarDay[] {
  const tage = rowsAbove(stand, kopf, after).flatMap(({ abschnitte }) =>
    abschnitte.flatMap((each) => [each.ab, ...(each.bis === null ? [] : [each.bis])]),
  )
  return [...new Set(tage)].filter((tag) => tag > after && (bis === null || tag < bis)).sort()
}

/** The last day up to now on which a text above ended or changed; the first of all days where none has. */
function lastEndAbove(stand: Pruefstand, kopf: Pruefreihe['kopf']): CalendarDay {
  return rowsAbove(stand, kopf, stand.heute)
    .flatMap(({ abschnitte }) => abschnitte.flatMap(({ bis }) => bis ?? []))
    .filter((bis) => bis <= stand.heute)
    .reduce(later, IMMER)
}
