import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { FassungId } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import { lageIn, type Lage, type Zeitraum } from '#core/log/auswirkung.ts'
import { newestFolgenummer, reiheKey, zeitgrenzenAt } from '#core/log/chronik.ts'
import { reiheAt } from '#core/log/snapshot.ts'
import { effectiveDay } from '#core/rechtsnorm/anker.ts'
import { rueckfaelleBehind, type SpaetererText } from '#commands/previewRelease.ts'
import type { Clock, CurrentChronik, GetInhalte } from '#ports/log.ts'

/** How a released text lies in its row today. */
export type Fassungslage = {
  readonly zustand: Lage['zustand']
  /** Why it is ausgesetzt; otherwise null. */
  readonly grund: Aussetzungsgrund | null
  readonly abschnitte: readonly Zeitraum[]
  /** Whether its first day has come: then it is no longer held back by hand. */
  readonly hatBegonnen: boolean
  /** Texts that come after it and fall back behind it; the others are left out. */
  readonly spaetere: readonly SpaetererText[]
}

/** Reads how a released text lies. Problem: `fassung-is-not-released`. */
export async function readFassungslage(
  ports: {
    readonly clock: Clock
    readonly chronik: CurrentChronik
    readonly getInhalte: GetInhalte
  },
  { id }: { readonly id: FassungId },
): Promise<Result<Fassungslage>> {
  const { heute } = ports.clock()
  const chronik = await ports.chronik()
  const fassung = chronik.fassungen.get(id)?.wert
  if (!fassung) return failed(problem('fassung-is-not-released'))
  const kenntnisstand = newestFolgenummer(chronik)
  const { zustand, grund, zeitraeume } = lageIn(
    reiheAt(chronik, reiheKey(fassung), kenntnisstand),
    id,
  )
  const ab = effectiveDay(fassung.beginn, zeitgrenzenAt(chronik, kenntnisstand))
  const inhalt = (await ports.getInhalte([fassung.inhalt])).get(fassung.inhalt) as FassungInhalt
  const spaetere =
    zustand === 'gilt' ? await rueckfaelleBehind(ports, chronik, { fassung, inhalt, heute }) : []
  return success({
    zustand,
    grund,
    abschnitte: zeitraeume,
    hatBegonnen: ab !== null && ab <= heute,
    spaetere: spaetere.filter(({ module }) => module.length > 0),
  })
}
