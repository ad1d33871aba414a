import { kopieIdOf } from '#core/log/absage.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'

/**
 * The ids that drafts bear which were made because a law failed (zeit.md, rule 8), each with the Zeitgrenze that failed.
 * Whether a draft of this id is still there only the desk knows. `hash` is SHA-256 (hex), as of contents.
 */
export function kopienOf(
  chronik: Chronik,
  hash: (wert: unknown) => string,
): ReadonlyMap<string, ZeitgrenzeId> {
  const kopien = new Map<string, ZeitgrenzeId>()
  for (const [id, belege] of chronik.zeitgrenzen) {
    const absage = belege.find(({ wert }) => wert.stand === 'abgesagt')
    if (!absage) continue
    for (const key of chronik.abhaengige.get(id) ?? []) {
      const reihe = key.startsWith('reihe|') ? chronik.reihen.get(key.slice('reihe|'.length)) : []
      for (const { wert } of reihe ?? [])
        kopien.set(kopieIdOf(absage.folgenummer, wert.id, hash), id)
    }
  }
  return kopien
}
