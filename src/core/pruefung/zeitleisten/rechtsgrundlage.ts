import type { Freigegeben } from '#core/fassung/fassung.ts'
import { latest } from '#core/log/chronik.ts'
import { pathTo } from '#core/gebiet/gebiet.ts'
import { effectiveTag, type RechtsnormId, type Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { fassungGegenstand, zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import {
  later,
  offeneAbschnitte,
  rechtsnormName,
  reihenOf,
  type Pruefstand,
  type Zeitpruefung,
} from '#core/pruefung/zeitleisten/stand.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * A text that holds before a law that it names enters into force. A law of which the register knows no Inkrafttreten is
 * taken as in force; a Teilinkrafttreten that reaches the area counts, for the text may rest on that part.
 */
export const pruefeTextOhneRecht: Zeitpruefung = (stand) =>
  [...reihenOf(stand)].flatMap(({ reihe }) =>
    offeneAbschnitte(reihe, stand.heute).flatMap(({ ab, beleg: { wert } }) =>
      lawsOf(stand, wert).flatMap((rechtsnormId) => {
        const inKraft = inKraftAb(stand, rechtsnormId, wert, ab)
        if (inKraft === 'immer' || (inKraft !== null && inKraft <= later(ab, stand.heute)))
          return []
        return [
          zeitbefund('text-ohne-recht', {
            gegenstand: fassungGegenstand(wert.id),
            redaktionId: wert.redaktionId,
            seit: ab,
            naeher: rechtsnormId,
            angaben: {
              rechtsnorm: rechtsnormName(stand, rechtsnormId),
              ...(inKraft === null ? {} : { inkraft: inKraft }),
            },
          }),
        ]
      }),
    ),
  )

/** The laws that the text names, and the one on whose day it hangs. */
function lawsOf(
  { chronik, kenntnisstand }: Pruefstand,
  { rechtsnormIds, beginn }: Freigegeben,
): readonly RechtsnormId[] {
  if (beginn.art !== 'zeitgrenze') return rechtsnormIds
  const zeitgrenze = latest(chronik.zeitgrenzen.get(beginn.zeitgrenzeId), kenntnisstand)?.wert
  // A text may as well begin when a law ends.
  if (!zeitgrenze || zeitgrenze.art === 'ausserkrafttreten') return rechtsnormIds
  return [...new Set([...rechtsnormIds, zeitgrenze.rechtsnormId])]
}

/** A text that holds on although all laws that it names have ended. */
export const pruefeRechtAusserKraft: Zeitpruefung = (stand) =>
  [...reihenOf(stand)].flatMap(({ reihe }) =>
    offeneAbschnitte(reihe, stand.heute).flatMap(({ ab, bis, beleg: { wert } }) => {
      const enden = wert.rechtsnormIds.map((id) => ausserKraftAb(stand, id))
      if (enden.length === 0 || enden.includes(null)) return []
      const ende = enden.filter((tag) => tag !== null).reduce(later)
      if (bis !== null && bis <= ende) return []
      return [
        zeitbefund('recht-ausser-kraft', {
          gegenstand: fassungGegenstand(wert.id),
          redaktionId: wert.redaktionId,
          seit: later(ab, ende),
          angaben: {
            rechtsnorm: wert.rechtsnormIds.map((id) => rechtsnormName(stand, id)).join(', '),
          },
        }),
      ]
    }),
  )

/** First day of the law for the text's area; null: not bestimmt yet. */
function inKraftAb(
  stand: Pruefstand,
  id: RechtsnormId,
  text: Freigegeben,
  tag: CalendarDay,
): CalendarDay | null | 'immer' {
  const zeitgrenzen = stand.zeitgrenzenOf(id)
  if (!zeitgrenzen.some(({ art }) => art === 'inkrafttreten')) return 'immer'
  const tage = zeitgrenzen
    .filter((each) => each.art === 'inkrafttreten' || reaches(stand, each, text, tag))
    .flatMap((each) => effectiveTag(each) ?? [])
  return tage.length === 0 ? null : tage.reduce((left, right) => (left < right ? left : right))
}

/** Whether a Teilinkrafttreten reaches the area of a text: it names none, or one that the area is or lies in. */
export function reaches(
  stand: Pruefstand,
  { art, gebietIds }: Zeitgrenze,
  { gebietId }: Pick<Freigegeben, 'gebietId'>,
  tag: CalendarDay,
): boolean {
  if (art !== 'teilinkrafttreten') return false
  if (gebietIds === undefined || gebietIds.includes(gebietId)) return true
  return pathTo(stand.gebiete(tag), gebietId).some(({ id }) => gebietIds.includes(id))
}

/** First day without force, as announced; null: it has not ended, or a later day brings it back. */
function ausserKraftAb(stand: Pruefstand, id: RechtsnormId): CalendarDay | null {
  const zeitgrenzen = stand.zeitgrenzenOf(id)
  const tage = (arten: readonly Zeitgrenze['art'][]): readonly CalendarDay[] =>
    zeitgrenzen.filter(({ art }) => arten.includes(art)).flatMap((each) => effectiveTag(each) ?? [])
  const enden = tage(['ausserkrafttreten'])
  if (enden.length === 0) return null
  const ende = enden.reduce(later)
  return tage(['inkrafttreten', 'teilinkrafttreten']).some((tag) => tag >= ende) ? null : ende
}
