import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import type { Fassungskopf } from '#core/fassung/fassung.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A text that is another one from the day on, begins or ends. */
export type Textwechsel = Pick<Fassungskopf, 'id' | 'leistungId' | 'gebietId'>

/** A day to come, with what makes it one. */
export type KommenderTag = {
  readonly tag: CalendarDay
  readonly zeitgrenzen: readonly Zeitgrenze[]
  readonly texte: readonly Textwechsel[]
}

/**
 * The days after `heute` on which a Rechtsnorm takes effect or a text switches, in order. Each row of texts is laid out
 * once, so the cost follows the stock and not the number of days.
 */
export function kommendeTage(chronik: Chronik, heute: CalendarDay): readonly KommenderTag[] {
  const tage = new Map<CalendarDay, { zeitgrenzen: Zeitgrenze[]; texte: Textwechsel[] }>()
  const onDay = (tag: CalendarDay) => {
    const known = tage.get(tag) ?? { zeitgrenzen: [], texte: [] }
    tage.set(tag, known)
    return known
  }
  for (const zeitgrenze of currentZeitgrenzen(chronik)) {
    if (zeitgrenze.stand === 'bestimmt' && zeitgrenze.tag > heute)
      onDay(zeitgrenze.tag).zeitgrenzen.push(zeitgrenze)
  }
  for (const key of chronik.reihen.keys()) {
    for (const [tag, text] of switches(chronik, key)) if (tag > heute) onDay(tag).texte.push(text)
  }
  return [...tage]
    .map(([tag, rest]) => ({ tag, ...rest }))
    .sort((left, right) => (left.tag < right.tag ? -1 : 1))
}

/** The Zeitgrenzen that are not bestimmt yet, as they stand now, and how many released texts wait for each. */
export function offeneZeitgrenzen(
  chronik: Chronik,
): readonly { readonly zeitgrenze: Zeitgrenze; readonly wartend: number }[] {
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const waiting = [...chronik.fassungen.values()].flatMap(({ wert: { beginn } }) =>
    effectiveDay(beginn, lookup) === null && beginn.art === 'zeitgrenze'
      ? [beginn.zeitgrenzeId]
      : [],
  )
  return currentZeitgrenzen(chronik)
    .filter(({ stand }) => stand !== 'bestimmt' && stand !== 'abgesagt')
    .map((zeitgrenze) => ({
      zeitgrenze,
      wartend: waiting.filter((id) => id === zeitgrenze.id).length,
    }))
}

function currentZeitgrenzen(chronik: Chronik): readonly Zeitgrenze[] {
  return [...chronik.zeitgrenzen.values()].flatMap((belege) => belege.at(-1)?.wert ?? [])
}

/** The days on which a row begins, changes or ends, each with the text that says what it is about. */
function switches(chronik: Chronik, key: string): ReadonlyMap<CalendarDay, Textwechsel> {
  const found = new Map<CalendarDay, Textwechsel>()
  for (const { ab, bis, beleg } of reiheAt(chronik, key, newestFolgenummer(chronik)).abschnitte) {
    if (bis !== null) found.set(bis, beleg.wert)
    found.set(ab, beleg.wert)
  }
  return found
}
