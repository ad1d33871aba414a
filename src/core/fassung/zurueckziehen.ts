import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Zurueckziehung } from '#core/fassung/fassung.ts'
import { reiheKey, type Chronik } from '#core/log/chronik.ts'

/**
 * The legal act of withdrawal: a new entry, the released text stays in the evidence (zeit.md, rule 8). Problems:
 * `fassung-is-not-released`, `fassung-is-withdrawn`.
 */
export function zurueckziehen(
  zurueckziehung: Zurueckziehung,
  chronik: Chronik,
): Result<Zurueckziehung> {
  const { fassungId, folge } = zurueckziehung
  const released = chronik.fassungen.get(fassungId)
  if (!released) return failed(problem('fassung-is-not-released'))
  if (chronik.zurueckziehungen.has(fassungId)) return failed(problem('fassung-is-withdrawn'))
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
