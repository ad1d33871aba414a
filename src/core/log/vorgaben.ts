import type { Folgenummer, LeistungId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import { objektKey, type Beleg, type Chronik } from '#core/log/chronik.ts'
import type { Objektart } from '#core/log/ereignis.ts'

/** Something that was ever laid down for a Leistung beside its texts, and for which area. */
export type Vorgabe = {
  readonly art: Extract<Objektart, 'modulsperre' | 'schweigefrist' | 'rueckmeldung' | 'angebot'>
  /** As in `Chronik.objekte`. */
  readonly key: string
  readonly gebietId: GebietId
}

/**
 * What decides beside the texts how a Leistung reads: locks, periods of silence, answers to them, and whether it is
 * offered. On the day one begins or ends, the answer may change. As known at the Kenntnisstand; each once per area.
 */
export function vorgabenOf(
  chronik: Chronik,
  leistungId: LeistungId,
  kenntnisstand: Folgenummer,
): readonly Vorgabe[] {
  const leistung = objektKey({ art: 'leistung', id: leistungId })
  return [
    ...vorgaben('modulsperre', chronik.modulsperren.get(leistung), kenntnisstand),
    ...vorgaben('schweigefrist', chronik.schweigefristen.get(leistung), kenntnisstand),
    ...vorgaben('rueckmeldung', chronik.rueckmeldungen.get(leistung), kenntnisstand),
    ...vorgaben('angebot', chronik.angebote.get(leistung), kenntnisstand),
  ]
}

type Verortet = { readonly id: string; readonly gebietId: GebietId }

function vorgaben(
  art: Vorgabe['art'],
  belege: readonly Beleg<Verortet>[] | undefined,
  kenntnisstand: Folgenummer,
): readonly Vorgabe[] {
  if (!belege) return []
  const found = new Map<string, Vorgabe>()
  for (const { folgenummer, wert } of belege) {
    if (folgenummer > kenntnisstand) continue
    const { id, gebietId } = wert
    found.set(`${id}|${gebietId}`, { art, key: objektKey({ art, id }), gebietId })
  }
  return [...found.values()]
}
