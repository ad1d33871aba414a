import type { FassungId } from '#core/fassung/fassung.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { latest } from '#core/log/chronik.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import {
  fassungGegenstand,
  zeitbefund,
  type Zeitbefundcode,
} from '#core/pruefung/zeitleisten/befunde.ts'
import {
  fassungOf,
  reihenOf,
  tagOf,
  type Pruefstand,
  type Zeitpruefung,
} from '#core/pruefung/zeitleisten/stand.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Released texts that are held back until somebody rebases or withdraws them (zeit.md, rule 7). */
export const pruefeAusgesetzte: Zeitpruefung = (stand) =>
  [...reihenOf(stand)].flatMap(({ reihe }) =>
    [...reihe.gruende].map(([id, grund]) =>
      zeitbefund(CODES[grund.art], {
        gegenstand: fassungGegenstand(id),
        redaktionId: fassungOf(stand, id).redaktionId,
        seit: seitOf(stand, id, grund),
      }),
    ),
  )

const CODES: Readonly<Record<Aussetzungsgrund['art'], Zeitbefundcode>> = {
  'selber-tag': 'ueberschneidung',
  'vor-grundlage': 'ausgesetzt-vor-grundlage',
  'ohne-tag': 'ausgesetzt-ohne-tag',
  'schon-berichtigt': 'ausgesetzt-schon-berichtigt',
  'von-hand': 'ausgesetzt-von-hand',
}

/** The day on which the text should have begun; one that is held by hand is missed from the act on. */
function seitOf(stand: Pruefstand, id: FassungId, { art }: Aussetzungsgrund): CalendarDay {
  const { chronik, kenntnisstand, zeitgrenze } = stand
  const aussetzung = latest(chronik.aussetzungen.get(id), kenntnisstand)
  if (art === 'von-hand' && aussetzung) return tagOf(stand, aussetzung.folgenummer)
  return effectiveDay(fassungOf(stand, id).beginn, zeitgrenze) ?? stand.heute
}
