import type { Freigegeben } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { abschnittOn } from '#core/fassung/reihe.ts'
import {
  ersterTagAt,
  fristendeAt,
  schweigemodule,
  type Schweigefrist,
  type Schweigefriststand,
} from '#core/fassung/schweigefrist.ts'
import { EBENEN, pathTo, type Gebiete } from '#core/gebiet/gebiet.ts'
import {
  newestFolgenummer,
  objektKey,
  reiheKey,
  verlaufOf,
  type Beleg,
  type Chronik,
} from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { nextDay, type CalendarDay } from '#core/zeit/day.ts'

/** Where a Schweigefrist stands now, and the texts that it concerns. */
export type Schweigelage = {
  readonly frist: Schweigefrist
  /** Last day to answer as known now. */
  readonly fristende: CalendarDay
  /** First day on which silence counts; null: its law has no day, or failed. */
  readonly ab: CalendarDay | null
  readonly texte: readonly BetroffenerText[]
}

/** A text below whose *ersetzen* silence would end. Which modules, only its words say (`betroffeneModule`). */
export type BetroffenerText = {
  readonly fassung: Freigegeben
  /** The modules of which its row has said that they stay. */
  readonly behalten: ReadonlySet<Modulname>
}

/**
 * The texts below the layer of a Schweigefrist that were there before it began and that would hold on its day: of the areas
 * as they are today. What was released after it began is an answer already (zeit.md, rule 11).
 */
export function schweigelageOf(
  chronik: Chronik,
  beleg: Beleg<Schweigefriststand>,
  gebiete: Gebiete,
): Schweigelage {
  const frist = beleg.wert.wert
  const kenntnisstand = newestFolgenummer(chronik)
  const fristende = fristendeAt(beleg, verlaufOf(chronik), kenntnisstand)
  const ab = ersterTagAt(beleg, verlaufOf(chronik), kenntnisstand)
  const below = EBENEN.slice(EBENEN.indexOf(frist.ebene) + 1)
  const texte: BetroffenerText[] = []
  for (const { id: gebietId } of gebiete.byId.values()) {
    if (!chronik.leistungenIn.get(gebietId)?.has(frist.leistungId)) continue
    if (!pathTo(gebiete, gebietId).some(({ id }) => id === frist.gebietId)) continue
    for (const ebene of below) {
      const key = reiheKey({ leistungId: frist.leistungId, ebene, gebietId })
      if (!chronik.reihen.has(key)) continue
      const reihe = reiheAt(chronik, key, kenntnisstand)
      const found = abschnittOn(reihe, ab ?? nextDay(fristende))?.beleg
      if (!found || found.folgenummer > beleg.folgenummer) continue
      texte.push({ fassung: found.wert, behalten: keptBy(chronik, frist, found.wert) })
    }
  }
  return { frist, fristende, ab, texte }
}

/** The modules in which the text replaces what the layer of the Schweigefrist changes, and whether they stay. */
export function betroffeneModule(
  { module }: Schweigefrist,
  { behalten }: BetroffenerText,
  inhalt: FassungInhalt,
): readonly { readonly modul: Modulname; readonly bleibt: boolean }[] {
  return schweigemodule(module)
    .filter((modul) => inhalt[modul]?.modus === 'ersetzen')
    .map((modul) => ({ modul, bleibt: behalten.has(modul) }))
}

/** The last answer of a row counts. */
function keptBy(
  { rueckmeldungen }: Chronik,
  { id, leistungId }: Schweigefrist,
  { ebene, gebietId }: Freigegeben,
): ReadonlySet<Modulname> {
  const said = rueckmeldungen.get(objektKey({ art: 'leistung', id: leistungId })) ?? []
  const last = said.findLast(
    ({ wert }) => wert.schweigefristId === id && wert.ebene === ebene && wert.gebietId === gebietId,
  )
  return new Set(last?.wert.module)
}
