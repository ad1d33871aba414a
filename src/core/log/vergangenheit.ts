import { canonicalJson } from '#core/canonicalJson.ts'
import { newestFolgenummer, reiheKey, whatIf, type Chronik } from '#core/log/chronik.ts'
import type { Aussage } from '#core/log/ereignis.ts'
import { objektreiheAt, reiheAt } from '#core/log/snapshot.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Whether saying these things would change the answer for days before `heute`: what somebody may have read already
 * (zeit.md, rule 4). Looks at the rows of texts and the objects that they reach.
 */
export function changesThePast(
  chronik: Chronik,
  aussagen: readonly Aussage[],
  heute: CalendarDay,
): boolean {
  const after = whatIf(chronik, aussagen)
  return aussagen
    .flatMap((aussage) => reachedBy(chronik, aussage))
    .some(
      (key) =>
        canonicalJson(pastOf(chronik, key, heute)) !== canonicalJson(pastOf(after, key, heute)),
    )
}

/** Keys as in `Chronik.abhaengige`. */
function reachedBy(chronik: Chronik, aussage: Aussage): readonly string[] {
  switch (aussage.klasse) {
    case 'fassung':
      return [`reihe|${reiheKey(aussage.fassung)}`]
    case 'zurueckziehung':
      return rowOf(chronik, aussage.zurueckziehung.fassungId)
    case 'aussetzung':
      return rowOf(chronik, aussage.aussetzung.fassungId)
    case 'zeitgrenze':
      return [...(chronik.abhaengige.get(aussage.zeitgrenze.id) ?? [])]
    case 'variante':
    case 'objekt':
      return []
  }
}

function rowOf(chronik: Chronik, fassungId: string): readonly string[] {
  const released = chronik.fassungen.get(fassungId)
  return released ? [`reihe|${reiheKey(released.wert)}`] : []
}

/** Who held on which days before `heute`. */
function pastOf(chronik: Chronik, key: string, heute: CalendarDay): readonly unknown[] {
  const kenntnisstand = newestFolgenummer(chronik)
  const rest = key.slice(key.indexOf('|') + 1)
  const stretches = key.startsWith('reihe|')
    ? reiheAt(chronik, rest, kenntnisstand).abschnitte.map(({ beleg, ...days }) => ({
        wer: beleg.wert.id,
        ...days,
      }))
    : objektreiheAt(chronik, rest, kenntnisstand).map(({ beleg, ...days }) => ({
        wer: beleg.folgenummer,
        ...days,
      }))
  return stretches
    .filter(({ ab }) => ab < heute)
    .map(({ wer, ab, bis }) => [wer, ab, bis !== null && bis < heute ? bis : heute])
}
