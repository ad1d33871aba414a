import type { Payload } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clockOf } from './ports.ts'

/** The only place where an instant becomes a day: in Europe/Berlin, wherever the machine stands. */
describe('the clock', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it.each([
    ['the last instant of the year', '2026-12-31T22:59:59.999Z', '2026-12-31'],
    ['0:00 of New Year', '2026-12-31T23:00:00.000Z', '2027-01-01'],
    ['before 29 February', '2028-02-28T22:59:59.999Z', '2028-02-28'],
    ['0:00 of 29 February', '2028-02-28T23:00:00.000Z', '2028-02-29'],
    ['0:00 after 29 February', '2028-02-29T23:00:00.000Z', '2028-03-01'],
    ['before the day of summer time', '2027-03-27T22:59:59.999Z', '2027-03-27'],
    ['0:00 of the day of summer time', '2027-03-27T23:00:00.000Z', '2027-03-28'],
    ['its last instant', '2027-03-28T21:59:59.999Z', '2027-03-28'],
    ['0:00 of the day after, an hour earlier in UTC', '2027-03-28T22:00:00.000Z', '2027-03-29'],
    ['before the day of winter time', '2027-10-30T21:59:59.999Z', '2027-10-30'],
    ['0:00 of the day of winter time', '2027-10-30T22:00:00.000Z', '2027-10-31'],
    ['the hour that is shown twice', '2027-10-31T01:30:00.000Z', '2027-10-31'],
    ['its last instant, an hour later in UTC', '2027-10-31T22:59:59.999Z', '2027-10-31'],
    ['0:00 of the day after', '2027-10-31T23:00:00.000Z', '2027-11-01'],
  ])('%s: %s is %s', (_name, instant, heute) => {
    vi.useFakeTimers({ now: new Date(instant), toFake: ['Date'] })
    expect(clockOf(Object.create(null) as Payload)()).toEqual({ zeitpunkt: instant, heute })
  })
})
