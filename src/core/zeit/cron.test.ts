import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newestDue, parseCron, type Cron } from './cron.ts'

/** What a clock in Berlin shows, as the machine's time zone table says. */
const BERLIN = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Berlin',
  dateStyle: 'short',
  timeStyle: 'short',
})
const MINUTE = 60_000

describe('newestDue', () => {
  it.each([
    ['at the due minute itself', '5 0 * * *', '2026-11-23T23:05:00.000Z', '2026-11-23T23:05'],
    ['just before it', '5 0 * * *', '2026-11-23T23:04:59.999Z', '2026-11-22T23:05'],
    ['hours later', '5 0 * * *', '2026-11-24T18:00:00.000Z', '2026-11-23T23:05'],
    ['in summer', '30 3 * * *', '2026-07-01T12:00:00.000Z', '2026-07-01T01:30'],
    ['after New Year’s Eve', '0 0 1 1 *', '2027-01-01T00:00:00.000Z', '2026-12-31T23:00'],
    ['a second before New Year', '0 0 1 1 *', '2026-12-31T22:59:59.000Z', '2025-12-31T23:00'],
    ['on 29 February', '0 6 29 2 *', '2028-02-29T09:00:00.000Z', '2028-02-29T05:00'],
    ['long after 29 February', '0 6 29 2 *', '2031-05-01T00:00:00.000Z', '2028-02-29T05:00'],
    ['the day before summer time', '30 3 * * *', '2027-03-27T12:00:00.000Z', '2027-03-27T02:30'],
    ['the day of summer time', '30 3 * * *', '2027-03-28T12:00:00.000Z', '2027-03-28T01:30'],
    [
      'an hour that summer time skips',
      '30 2 * * *',
      '2027-03-28T12:00:00.000Z',
      '2027-03-27T01:30',
    ],
    ['before the clocks go back', '5 0 * * *', '2026-10-25T00:00:00.000Z', '2026-10-24T22:05'],
    ['after the clocks went back', '30 3 * * *', '2026-10-25T12:00:00.000Z', '2026-10-25T02:30'],
    ['the hour shown first', '30 2 * * *', '2026-10-25T00:45:00.000Z', '2026-10-25T00:30'],
    ['the hour shown again', '30 2 * * *', '2026-10-25T01:45:00.000Z', '2026-10-25T01:30'],
    ['the day after', '5 0 * * *', '2026-10-26T12:00:00.000Z', '2026-10-25T23:05'],
    ['quarters of an hour', '*/15 6-18 * * *', '2026-11-24T10:44:00.000Z', '2026-11-24T10:30'],
    ['quarters from a minute on', '10/15 * * * *', '2026-11-24T10:39:00.000Z', '2026-11-24T10:25'],
    ['on workdays, asked on Sunday', '0 6 * * 1-5', '2026-11-29T12:00:00.000Z', '2026-11-27T05:00'],
    ['on Sunday as 7', '0 6 * * 7', '2026-11-30T12:00:00.000Z', '2026-11-29T05:00'],
    [
      'the 1st or a Monday, as crontab',
      '0 6 1 * 1',
      '2026-12-02T12:00:00.000Z',
      '2026-12-01T05:00',
    ],
  ])('%s: %s', (_name, expression, until, expected) => {
    const due = newestDue(cron(expression), { after: '2020-01-01T00:00:00.000Z', until })
    expect(due).toBe(`${expected}:00.000Z`)
  })

  it('leaves out the instant after which it looks', () => {
    const window = { after: '2026-11-23T23:05:00.000Z', until: '2026-11-24T22:00:00.000Z' }
    expect(newestDue(cron('5 0 * * *'), window)).toBeNull()
  })

  it('finds nothing on a day that never comes', () => {
    const window = { after: '1996-01-01T00:00:00.000Z', until: '2040-01-01T00:00:00.000Z' }
    expect(newestDue(cron('0 6 30 2 *'), window)).toBeNull()
  })

  it('agrees with looking at a clock in Berlin minute by minute', () => {
    const from = Date.parse('2026-10-24T00:00:00.000Z') / MINUTE
    const changes = [0, Date.parse('2027-03-27T00:00:00.000Z') / MINUTE - from]
    fc.assert(
      fc.property(
        fc.constantFrom(...changes),
        fc.integer({ min: 0, max: 4 * 1440 }),
        fc.integer({ min: 0, max: 59 }),
        fc.constantFrom('*', '2', '1-3', '*/5', '3', '0'),
        fc.constantFrom('* *', '25-28 *', '* 0', '25 1'),
        (change, offset, minute, hours, days) => {
          const [dayOfMonth = '*', weekday = '*'] = days.split(' ')
          const until = (from + change + offset) * MINUTE
          const after = until - 1440 * MINUTE
          const schedule = cron(`${minute} ${hours} ${dayOfMonth} * ${weekday}`)
          const due = newestDue(schedule, { after: iso(after), until: iso(until) })
          expect(due).toBe(searched(schedule, after, until))
        },
      ),
    )
  })
})

describe('parseCron', () => {
  it.each(['', '* * * *', '* * * * * *', '60 * * * *', '* 24 * * *', '* * 0 * *', '5-1 * * * *'])(
    'refuses "%s"',
    (expression) => {
      expect(parseCron(expression)).toMatchObject({
        ok: false,
        problems: [{ code: 'cron-is-malformed' }],
      })
    },
  )

  it.each(['*/0 * * * *', '@daily', '1,,2 * * * *', '* * * JAN *', '-1 * * * *', '1e1 * * * *'])(
    'refuses "%s"',
    (expression) => {
      expect(parseCron(expression).ok).toBe(false)
    },
  )
})

function searched(schedule: Cron, after: number, until: number): string | null {
  for (let instant = until; instant > after; instant -= MINUTE) {
    const shown = BERLIN.format(new Date(instant))
    const [date = '', time = ''] = shown.split(' ')
    const [hour = '', minute = ''] = time.split(':')
    const isMonatstag = schedule.monatstage.has(Number(date.slice(8)))
    const isWochentag = schedule.wochentage.has(new Date(`${date}T00:00:00Z`).getUTCDay())
    const isDay = schedule.isEitherDay ? isMonatstag || isWochentag : isMonatstag && isWochentag
    const isTime =
      schedule.stunden.has(Number(hour)) && schedule.minuten.includes(Number(minute)) && isDay
    if (isTime) return iso(instant)
  }
  return null
}

function cron(expression: string): Cron {
  const parsed = parseCron(expression)
  if (!parsed.ok) throw new Error(`refused: ${expression}`)
  return parsed.value
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}
