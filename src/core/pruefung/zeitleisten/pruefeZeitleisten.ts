import { byUrgency, type Zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { pruefeAusgesetzte } from '#core/pruefung/zeitleisten/ausgesetzt.ts'
import { pruefeDatenfolge } from '#core/pruefung/zeitleisten/datenfolge.ts'
import { pruefeLuecken } from '#core/pruefung/zeitleisten/luecke.ts'
import {
  pruefeRechtAusserKraft,
  pruefeTextOhneRecht,
} from '#core/pruefung/zeitleisten/rechtsgrundlage.ts'
import {
  pruefstandOf,
  reihenByLeistung,
  type Leistungspruefung,
  type Pruefreihe,
  type Pruefstand,
  type Pruefstoff,
  type Zeitpruefung,
} from '#core/pruefung/zeitleisten/stand.ts'
import { pruefeWorte, type Worte } from '#core/pruefung/zeitleisten/worte.ts'
import {
  pruefeAbgesagte,
  pruefeLangeOffene,
  pruefeTeilinkrafttreten,
  pruefeVerstrichene,
} from '#core/pruefung/zeitleisten/zeitgrenzen.ts'
import { pruefeZusammenfall } from '#core/pruefung/zeitleisten/zusammenfall.ts'
import { pruefeZustaendigkeiten } from '#core/pruefung/zeitleisten/zustaendigkeit.ts'

/** All checks that need the log alone; a new one is a file in this folder, a code in `befunde.ts` and a line here. */
export const ZEITPRUEFUNGEN: readonly Zeitpruefung[] = [
  pruefeLuecken,
  pruefeAusgesetzte,
  pruefeZusammenfall,
  pruefeTextOhneRecht,
  pruefeRechtAusserKraft,
  pruefeLangeOffene,
  pruefeVerstrichene,
  pruefeAbgesagte,
  pruefeTeilinkrafttreten,
  pruefeDatenfolge,
]

/** All checks that go Leistung by Leistung: they take longest, so others may have their turn in between. */
const LEISTUNGSPRUEFUNGEN: readonly Leistungspruefung[] = [pruefeZustaendigkeiten]

/** Everything that is or will be wrong with the timelines, worst first; with `worte` also what only the words show. */
export function pruefeZeitleisten(stoff: Pruefstoff, worte?: Worte): readonly Zeitbefund[] {
  const stand = pruefstandOf(stoff)
  const leistungen = [...reihenByLeistung(stand).values()]
  return inOrder([
    ...ZEITPRUEFUNGEN.flatMap((pruefung) => pruefung(stand)),
    ...leistungen.flatMap((reihen) => pruefeLeistung(stand, reihen, worte)),
  ])
}

/** What is wrong with the texts of one Leistung, beside what `ZEITPRUEFUNGEN` find. */
export function pruefeLeistung(
  stand: Pruefstand,
  reihen: readonly Pruefreihe[],
  worte?: Worte,
): readonly Zeitbefund[] {
  return [
    ...LEISTUNGSPRUEFUNGEN.flatMap((pruefung) => pruefung(stand, reihen)),
    ...(worte ? pruefeWorte(stand, reihen, worte) : []),
  ]
}

/** Worst first, each finding once: a text that resumes may be found in both of its stretches. */
export function inOrder(befunde: readonly Zeitbefund[]): readonly Zeitbefund[] {
  const found = new Map<string, Zeitbefund>()
  for (const each of befunde.toSorted(byUrgency)) {
    if (!found.has(each.schluessel)) found.set(each.schluessel, each)
  }
  return [...found.values()]
}
