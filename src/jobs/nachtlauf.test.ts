import { beforeEach, describe, expect, it } from 'vitest'
import { day, type CalendarDay } from '#core/zeit/day.ts'
import { createNachtlauf, dueNacht, type Nachtmeldung } from './nachtlauf.ts'

describe('a run is due', () => {
  it.each([
    ['for the day before, at 0:04 in winter', '2026-12-31T23:04:59.999Z', '2026-12-31'],
    ['at 0:05 on New Year’s Day', '2026-12-31T23:05:00.000Z', '2027-01-01'],
    ['at 0:04 in summer', '2027-06-30T22:04:00.000Z', '2027-06-30'],
    ['at 0:05 in summer', '2027-06-30T22:05:00.000Z', '2027-07-01'],
    ['at 0:05 on the day of the change to summer time', '2027-03-27T23:05:00.000Z', '2027-03-28'],
    ['at 0:05 on the day of the change to winter time', '2027-10-30T22:05:00.000Z', '2027-10-31'],
    ['at 0:05 on 29 February', '2028-02-28T23:05:00.000Z', '2028-02-29'],
  ])('%s', (_name, zeitpunkt, tag) => {
    expect(dueNacht(zeitpunkt, null)).toBe(tag)
    expect(dueNacht(zeitpunkt, day(tag))).toBeNull()
    expect(dueNacht(zeitpunkt, day('2026-12-30'))).toBe(tag)
  })

  it('not again when the clock was set back', () => {
    expect(dueNacht('2026-12-31T12:00:00.000Z', day('2027-01-01'))).toBeNull()
  })
})

describe('a process', () => {
  let zeitpunkt = ''
  let last: CalendarDay | null = null
  let runs = 0
  let failing = false
  let meldungen: Nachtmeldung[] = []
  const nachtlauf = () =>
    createNachtlauf({
      clock: () => ({ zeitpunkt, heute: day(zeitpunkt.slice(0, 10)) }),
      nachtlaeufe: {
        last: () => Promise.resolve(last),
        finish: (tag) => {
          last = tag
          return Promise.resolve()
        },
      },
      pruefe: () => {
        runs += 1
        if (failing) return Promise.reject(new Error('database is away'))
        return Promise.resolve({ neu: 1, behoben: 0, offen: 1, uebergangen: 0 })
      },
      report: (meldung) => meldungen.push(meldung),
    })

  beforeEach(() => {
    zeitpunkt = '2026-11-24T12:00:00.000Z'
    last = null
    runs = 0
    failing = false
    meldungen = []
  })

  it('runs at once where no run ever was, and then once a day', async () => {
    const job = nachtlauf()
    expect([await job.tick(), await job.tick()]).toEqual([true, false])
    zeitpunkt = '2026-11-24T23:04:00.000Z'
    expect(await job.tick()).toBe(false)
    zeitpunkt = '2026-11-24T23:05:20.000Z'
    expect([await job.tick(), await job.tick()]).toEqual([true, false])
    expect([runs, last]).toEqual([2, '2026-11-25'])
  })

  it('that was off for a week makes one run good', async () => {
    last = day('2026-11-17')
    const job = nachtlauf()
    expect([await job.tick(), await job.tick()]).toEqual([true, false])
    expect([runs, last]).toEqual([1, '2026-11-24'])
    expect(meldungen).toMatchObject([{ art: 'nachtlauf', tag: '2026-11-24' }])
  })

  it('runs once when two ticks come together', async () => {
    const job = nachtlauf()
    expect(await Promise.all([job.tick(), job.tick()])).toEqual([true, true])
    expect(runs).toBe(1)
  })

  it('tries a run that failed again, after a quarter of an hour', async () => {
    failing = true
    const job = nachtlauf()
    expect(await job.tick()).toBe(false)
    expect([meldungen.map(({ art }) => art), last]).toEqual([['fehler'], null])
    failing = false
    zeitpunkt = '2026-11-24T12:14:59.000Z'
    expect([await job.tick(), runs]).toEqual([false, 1])
    zeitpunkt = '2026-11-24T12:15:00.000Z'
    expect([await job.tick(), runs]).toEqual([true, 2])
  })

  it('that stops lets the run finish and begins no other', async () => {
    const job = nachtlauf()
    const first = job.tick()
    await job.stop()
    expect(await first).toBe(true)
    expect(await job.tick()).toBe(false)
    expect(runs).toBe(1)
  })
})
