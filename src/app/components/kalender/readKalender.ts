import { newestFolgenummer, type Chronik } from '#core/log/chronik.ts'
import {
  kommendeTage,
  offeneZeitgrenzen,
  type Freigabegruppe,
  type OffeneZeitgrenze,
} from '#core/log/kommendeTage.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { readHaus } from '#feed/readHaus.ts'

/** What is coming, as the log says now. */
export type Kalender = {
  readonly chronik: Chronik
  readonly heute: CalendarDay
  readonly tage: readonly Freigabegruppe[]
  readonly offen: readonly OffeneZeitgrenze[]
}

type Derived = Pick<Kalender, 'heute' | 'tage' | 'offen'> & { readonly folgenummer: number }

/** The stock is gone through once per entry of the log and day, however many people look. */
const derived = new WeakMap<Chronik, Derived>()

/** Reads the coming days and what has none yet. */
export async function readKalender(): Promise<Kalender> {
  const { chronik, heute } = await readHaus()
  const folgenummer = newestFolgenummer(chronik)
  const known = derived.get(chronik)
  if (known?.folgenummer === folgenummer && known.heute === heute) return { chronik, ...known }
  const fresh = {
    folgenummer,
    heute,
    tage: kommendeTage(chronik, heute),
    offen: offeneZeitgrenzen(chronik),
  }
  derived.set(chronik, fresh)
  return { chronik, ...fresh }
}
