import Link from 'next/link'
import type { ReactNode } from 'react'
import {
  AUFGABENART_LABELS,
  countAufgaben,
  isUeberfaellig,
  type Aufgabe,
} from '#core/aufgaben/aufgabe.ts'
import { addDays, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import { readAufgabenOf } from '#feed/readAufgaben.ts'
import { aufgabenpfad, hasArbeitsliste } from './arbeitsliste/auswahl.ts'

/** The others are one click away. */
const SHOWN = 3

/** What the person has to do, in numbers, and what is most urgent of it. */
export async function Aufgabenblick({
  user,
}: {
  readonly user: { readonly id: string; readonly rolle?: unknown } | undefined
}) {
  if (!user || !hasArbeitsliste(user.rolle)) return null
  const liste = await readAufgabenOf(user.id)
  if (!liste) return null
  const { aufgaben, heute } = liste
  const zahlen = countAufgaben(aufgaben, { heute, bald: addDays(heute, 7), kontoId: user.id })
  const counts = [
    ['überfällig', zahlen.ueberfaellig, aufgabenpfad({})],
    ['bis in einer Woche', zahlen.dieseWoche, aufgabenpfad({})],
    ['mir zugewiesen', zahlen.zugewiesen, aufgabenpfad({ mir: true })],
    ['insgesamt', zahlen.alle, aufgabenpfad({})],
  ] as const
  return (
    <section aria-labelledby="aufgabenblick" className="stichtag-blick">
      <h2 id="aufgabenblick">Meine Aufgaben</h2>
      {aufgaben.length === 0 ? (
        <p>Nichts zu tun.</p>
      ) : (
        <>
          <ul className="stichtag-arbeit__inhalt">
            {counts.map(([label, count, href]) => (
              <li key={label}>
                <Link href={href} prefetch={false}>
                  <strong>{count}</strong> {label}
                </Link>
              </li>
            ))}
          </ul>
          <ol className="stichtag-blick__liste">
            {aufgaben.slice(0, SHOWN).map((each) => (
              <li key={each.schluessel}>
                <Link href={each.ziel} prefetch={false}>
                  {each.titel}
                </Link>{' '}
                <small>{sayDay(each, heute)}</small>
              </li>
            ))}
          </ol>
          <p>
            <Link href={aufgabenpfad({})} prefetch={false}>
              Alle Aufgaben
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

function sayDay(aufgabe: Aufgabe, heute: CalendarDay): ReactNode {
  const { art, bis } = aufgabe
  const kind = AUFGABENART_LABELS[art][0]
  if (bis === null) return kind
  return `${kind}, ${isUeberfaellig(aufgabe, heute) ? 'überfällig seit' : 'bis'} ${formatDayLong(bis)}`
}
