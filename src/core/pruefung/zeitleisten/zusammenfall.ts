import { zeitgrenzenAt, type Beleg } from '#core/log/chronik.ts'
import type { Objektstand } from '#core/log/ereignis.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { zeitbefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { objektschluessel, redaktionOfObjekt } from '#core/pruefung/zeitleisten/objekte.ts'
import type { Pruefstand, Zeitpruefung } from '#core/pruefung/zeitleisten/stand.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Two saved states of an object of which one followed the other when it was saved, and which a move has brought to one
 * day, or into the other order: the one saved later then holds from the start, and the other is never seen.
 */
export const pruefeZusammenfall: Zeitpruefung = (stand) =>
  objektschluessel(stand).flatMap((key) => {
    const belege = (stand.chronik.objekte.get(key) ?? []).filter(
      ({ folgenummer }) => folgenummer <= stand.kenntnisstand,
    )
    const [earlier, last] = belege.slice(-2)
    const tag = earlier && last ? sharedDay(stand, earlier, last) : null
    if (!last || tag === null) return []
    const { art, id } = last.wert
    return [
      zeitbefund('staende-fallen-zusammen', {
        gegenstand: { art, id },
        redaktionId: redaktionOfObjekt(stand, last.wert),
        seit: tag,
        naeher: tag,
      }),
    ]
  })

/** The day on which the later state takes the earlier one's place; null where they follow one another. */
function sharedDay(
  { chronik, zeitgrenze }: Pruefstand,
  earlier: Beleg<Objektstand>,
  last: Beleg<Objektstand>,
): CalendarDay | null {
  const knownThen = zeitgrenzenAt(chronik, last.folgenummer)
  const [then, thenLast] = [earlier, last].map(({ wert }) => effectiveDay(wert.beginn, knownThen))
  const [now, nowLast] = [earlier, last].map(({ wert }) => effectiveDay(wert.beginn, zeitgrenze))
  if (!then || !thenLast || !now || !nowLast) return null
  // What was still to come when the later one was saved has been taken back on purpose (docs/glossar.md, Objektstand).
  const hadBegun = then <= (last.wert.gespeichertAm ?? then)
  return hadBegun && then < thenLast && nowLast <= now ? nowLast : null
}
