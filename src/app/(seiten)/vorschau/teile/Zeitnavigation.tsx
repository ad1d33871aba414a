import type { ReactNode } from 'react'
import type { Nachbartage } from '#core/vorschau/ansicht.ts'
import { adresse, type Ziel } from '#core/vorschau/eingabe.ts'
import { nextDay, previousDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDay } from '#core/zeit/deutsch.ts'

/** Goes to the days around: the day before and after, and the next days on which a text changes. */
export function Zeitnavigation({
  leistungId,
  ziel,
  stichtag,
  heute,
  nachbartage: { davor, danach },
}: {
  readonly leistungId: string | null
  readonly ziel: Ziel
  readonly stichtag: CalendarDay
  readonly heute: CalendarDay
  readonly nachbartage: Nachbartage
}): ReactNode {
  const zu = (tag: CalendarDay): string => adresse(leistungId, { ...ziel, stichtag: tag })
  return (
    <nav aria-label="Andere Tage" className="zeit">
      <ul>
        {davor === null ? null : (
          <li>
            <a href={zu(davor)}>Wechsel davor ({formatDay(davor)})</a>
          </li>
        )}
        <li>
          <a href={zu(previousDay(stichtag))} rel="prev">
            Einen Tag früher
          </a>
        </li>
        {stichtag === heute ? null : (
          <li>
            <a href={zu(heute)}>Heute ({formatDay(heute)})</a>
          </li>
        )}
        <li>
          <a href={zu(nextDay(stichtag))} rel="next">
            Einen Tag später
          </a>
        </li>
        {danach === null ? null : (
          <li>
            <a href={zu(danach)}>Nächster Wechsel ({formatDay(danach)})</a>
          </li>
        )}
      </ul>
    </nav>
  )
}
