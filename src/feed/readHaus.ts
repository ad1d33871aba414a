import type { Chronik } from '#core/log/chronik.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What pages of the admin read: the log as it is now, and which day it is. */
export type HausReader = () => Promise<{ readonly chronik: Chronik; readonly heute: CalendarDay }>

/**
 * Next compiles copies of our modules for the admin. What the process knows must be one thing all the same, so the reader
 * lies on `globalThis`; the wiring puts it there.
 */
const KEY = Symbol.for('stichtag.haus')
const shared = globalThis as unknown as Record<symbol, HausReader | undefined>

/** Lets pages read from this house. */
export function provideHaus(reader: HausReader): void {
  shared[KEY] = reader
}

/** Reads the house that this process opened. */
export const readHaus: HausReader = () => {
  const reader = shared[KEY]
  if (!reader) throw new Error('no house has been opened in this process')
  return reader()
}
