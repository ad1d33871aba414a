import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { FassungId, Zurueckziehung } from '#core/fassung/fassung.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'
import { changesThePast } from '#core/log/vergangenheit.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * The legal act of withdrawal: a new entry, the released text stays in the evidence (zeit.md, rule 8). It begins today at
 * the earliest, because what was shown stays (rule 4), or takes the text back from its first day on. What follows a
 * language variant needs no choice: the one before it, or the German text (rule 22). Problems: `fassung-is-not-released`,
 * `fassung-is-withdrawn`, `withdrawal-lies-in-the-past`, `withdrawal-changes-past` (from the first day of what was shown).
 */
export function zurueckziehen(
  zurueckziehung: Zurueckziehung,
  chronik: Chronik,
  heute: CalendarDay,
): Result<Zurueckziehung> {
  const { fassungId, ab, folge } = zurueckziehung
  const released = chronik.fassungen.get(fassungId)
  if (!released && !isVariante(fassungId, chronik))
    return failed(problem('fassung-is-not-released'))
  if (chronik.zurueckziehungen.has(fassungId)) return failed(problem('fassung-is-withdrawn'))
  if (ab !== null && ab < heute)
    return failed(problem('withdrawal-lies-in-the-past', 'Ab', { tag: ab }))
  if (!released) return success({ ...zurueckziehung, folge: { art: 'vorgaenger' } })
  if (changesThePast(chronik, [{ klasse: 'zurueckziehung', zurueckziehung }], heute))
    return failed(problem('withdrawal-changes-past', 'Ab'))
  if (folge.art === 'ersetzt') {
    const successor = chronik.fassungen.get(folge.durch)
    if (
      !successor ||
      successor === released ||
      reiheKey(successor.wert) !== reiheKey(released.wert)
    ) {
      return failed(problem('fassung-is-not-released', 'Ersetzt durch'))
    }
    if (chronik.zurueckziehungen.has(folge.durch))
      return failed(problem('fassung-is-withdrawn', 'Ersetzt durch'))
  }
  return success(zurueckziehung)
}

function isVariante(id: FassungId, { varianten }: Chronik): boolean {
  return [...varianten.values()].some((belege) => belege.some(({ wert }) => wert.id === id))
}
