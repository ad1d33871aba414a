import type { Payload } from 'payload'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import type { Clock } from '#ports/log.ts'
import { sharedWeakMap } from '#store/chronik.ts'

/** Lets a Payload instance live by another clock (tests, simulations). */
export function setClock(payload: Payload, clock: Clock): void {
  clocks.set(payload, clock)
}

/** The clock of a Payload instance. */
export function clockOf(payload: Payload): Clock {
  return clocks.get(payload) ?? systemClock
}

/** The machine's clock: now as an instant, and the day it is in Europe/Berlin. */
const systemClock: Clock = () => {
  const now = new Date()
  return { zeitpunkt: now.toISOString(), heute: dayInBerlin(now) }
}

const clocks = sharedWeakMap<Clock>('stichtag.clocks')

function dayInBerlin(instant: Date): CalendarDay {
  const parsed = parseCalendarDay(BERLIN.format(instant))
  if (!parsed.ok) throw new Error('this machine does not know Europe/Berlin')
  return parsed.value
}

// The Swedish way to write a date is ISO 8601.
const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })
