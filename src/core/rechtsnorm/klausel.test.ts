import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  day,
  dayFromNumber,
  dayNumber,
  nextDay,
  type CalendarDay,
} from '#core/zeit/day.ts'
import { klauselFrom, lesarten, reckon, type Klausel } from './klausel.ts'

const on = (tag: string): { readonly bezugstag: CalendarDay } => ({ bezugstag: day(tag) })

describe('reckon', () => {
  it.each([
    ['tritt am 1. Januar 2027 in Kraft', '2027-01-01', '2027-01-01'],
    ['tritt am 29. Februar 2028 in Kraft', '2028-02-29', '2028-02-29'],
  ])('fixed day: %s', (_name, tag, expected) => {
    expect(reckon({ art: 'fester-tag', tag: day(tag) })).toBe(expected)
  })

  it.each([
    ['a Friday: the Saturday, no working day is waited for', '2026-11-27', '2026-11-28'],
    ['New Year’s Eve: 1 January', '2026-12-31', '2027-01-01'],
    ['28 February of a leap year: 29 February', '2028-02-28', '2028-02-29'],
    ['28 February of another year: 1 March', '2027-02-28', '2027-03-01'],
    ['the day before summer time', '2027-03-27', '2027-03-28'],
  ])('the day after the announcement on %s', (_name, tag, expected) => {
    expect(reckon({ art: 'tag-nach-verkuendung', ...on(tag) })).toBe(expected)
  })

  it.each([
    // BGBl. I issued on 1 March: 2 March is day 1, 15 March day 14.
    ['1 March', '2027-03-01', 14, '2027-03-15'],
    ['17 December: the last day of the year', '2026-12-17', 14, '2026-12-31'],
    ['18 December: New Year’s Day', '2026-12-18', 14, '2027-01-01'],
    ['15 February of a leap year: 29 February', '2028-02-15', 14, '2028-02-29'],
    ['15 February of another year: 1 March', '2027-02-15', 14, '2027-03-01'],
    ['a month end', '2027-01-31', 14, '2027-02-14'],
    ['another Land, a week', '2027-01-31', 7, '2027-02-07'],
  ])('Art. 82 Abs. 2 Satz 2 GG, issued on %s', (_name, tag, tage, expected) => {
    expect(reckon({ art: 'tage-nach-ausgabe', tage, ...on(tag) })).toBe(expected)
  })

  it.each([
    ['the first of a month: not that day', '2027-04-01', '2027-05-01'],
    ['the last of a month', '2027-04-30', '2027-05-01'],
    ['29 February', '2028-02-29', '2028-03-01'],
    ['31 December', '2026-12-31', '2027-01-01'],
  ])('the first of the month after %s', (_name, tag, expected) => {
    expect(reckon({ art: 'erster-des-folgemonats', ...on(tag) })).toBe(expected)
  })

  it.each([
    ['the first of a quarter: not that day', '2027-04-01', '2027-07-01'],
    ['the last of a quarter', '2027-03-31', '2027-04-01'],
    ['29 February', '2028-02-29', '2028-04-01'],
    ['31 December', '2026-12-31', '2027-01-01'],
  ])('the first of the quarter after %s', (_name, tag, expected) => {
    expect(reckon({ art: 'erster-des-folgequartals', ...on(tag) })).toBe(expected)
  })

  it.each([
    ['the Hinweisgeberschutzgesetz, BGBl. 2023 I Nr. 140', '2023-06-02', 1, '2023-07-02'],
    ['31 January: the last of February', '2027-01-31', 1, '2027-02-28'],
    ['31 January of a leap year', '2028-01-31', 1, '2028-02-29'],
    ['31 August, six months: 29 February', '2027-08-31', 6, '2028-02-29'],
    ['29 February, a year', '2028-02-29', 12, '2029-02-28'],
    ['28 February, a month: its number, not the last day', '2027-02-28', 1, '2027-03-28'],
    ['31 December, a month', '2026-12-31', 1, '2027-01-31'],
    ['1 December, a month: 1 January', '2026-12-01', 1, '2027-01-01'],
  ])('months after the announcement: %s', (_name, tag, monate, expected) => {
    expect(reckon({ art: 'monate-nach-verkuendung', monate, ...on(tag) })).toBe(expected)
  })

  it.each([
    ['31 December: 1 January is the first day without force', '2027-12-31', '2028-01-01'],
    ['28 February of a leap year', '2028-02-28', '2028-02-29'],
    ['29 February', '2028-02-29', '2028-03-01'],
    ['a month end', '2027-06-30', '2027-07-01'],
  ])('mit Ablauf des %s', (_name, tag, expected) => {
    expect(reckon({ art: 'mit-ablauf', tag: day(tag) })).toBe(expected)
  })

  it.each([
    ['31 December', '2027-12-31', '2027-12-31', '2028-01-01'],
    ['1 January', '2028-01-01', '2028-01-01', '2028-01-02'],
    ['29 February', '2028-02-29', '2028-02-29', '2028-03-01'],
    ['a month end', '2027-04-30', '2027-04-30', '2027-05-01'],
  ])('tritt am %s außer Kraft: both readings', (_name, tag, ohne, mit) => {
    expect(lesarten(day(tag)).map(reckon)).toEqual([ohne, mit])
    expect(lesarten(day(tag)).map(({ lesart }) => lesart)).toEqual([
      'erster-tag-ohne',
      'letzter-tag-mit',
    ])
  })

  it('is never before the day that the clause names, and after the one from which it counts', () => {
    fc.assert(
      fc.property(anyKlausel, (klausel) => {
        const tag = reckon(klausel)
        if ('bezugstag' in klausel) expect(tag > klausel.bezugstag).toBe(true)
        else expect(tag >= klausel.tag).toBe(true)
      }),
    )
  })

  it('is never earlier for a later announcement', () => {
    fc.assert(
      fc.property(anyKlausel, fc.integer({ min: 0, max: 800 }), (klausel, days) => {
        expect(reckon(later(klausel, days)) >= reckon(klausel)).toBe(true)
      }),
    )
  })

  it('reads "mit Ablauf des D" as the second reading of "am D außer Kraft"', () => {
    fc.assert(
      fc.property(anyDay, (tag) => {
        const [ohne, mit] = lesarten(tag)
        expect(reckon({ art: 'mit-ablauf', tag })).toBe(reckon(mit))
        expect(reckon(mit)).toBe(nextDay(reckon(ohne)))
      }),
    )
  })

  it('never passes the end of the month in which the months run out', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 120 }), (bezugstag, monate) => {
        const tag = reckon({ art: 'monate-nach-verkuendung', bezugstag, monate })
        const months = (value: string) => Number(value.slice(0, 4)) * 12 + Number(value.slice(5, 7))
        expect(months(tag)).toBe(months(bezugstag) + monate)
        expect(tag.slice(8) <= bezugstag.slice(8)).toBe(true)
      }),
    )
  })
})

describe('klauselFrom', () => {
  const nichts = { art: null, tag: null, anzahl: null, lesart: null }

  it.each([
    ['nothing chosen', nichts],
    ['a kind that nobody knows', { ...nichts, art: 'sofort', tag: '2027-01-01' }],
  ])('is no clause: %s', (_name, angaben) => {
    expect(klauselFrom(angaben)).toEqual({ ok: true, value: null })
  })

  it.each([
    ['no day', { ...nichts, art: 'fester-tag' }],
    ['30 February', { ...nichts, art: 'fester-tag', tag: '2027-02-30' }],
    ['no number of days', { ...nichts, art: 'tage-nach-ausgabe', tag: '2027-01-01' }],
    ['half a month', { ...nichts, art: 'monate-nach-verkuendung', tag: '2027-01-01', anzahl: 0.5 }],
    ['no days at all', { ...nichts, art: 'tage-nach-ausgabe', tag: '2027-01-01', anzahl: 0 }],
    ['no reading', { ...nichts, art: 'tritt-ausser-kraft', tag: '2027-12-31' }],
    [
      'a reading of our own',
      { ...nichts, art: 'tritt-ausser-kraft', tag: '2027-12-31', lesart: 'mittags' },
    ],
  ])('lacks something: %s', (_name, angaben) => {
    expect(klauselFrom(angaben)).toMatchObject({ problems: [{ code: 'clause-is-malformed' }] })
  })

  it('takes every clause', () => {
    fc.assert(
      fc.property(anyKlausel, (klausel) => {
        expect(klauselFrom(entered(klausel))).toEqual({ ok: true, value: klausel })
      }),
    )
  })
})

const anyDay = fc
  .integer({ min: dayNumber(day('1949-05-24')), max: dayNumber(day('2400-12-31')) })
  .map(dayFromNumber)
const count = fc.integer({ min: 1, max: 60 })

const anyKlausel: fc.Arbitrary<Klausel> = fc.oneof(
  fc.record({ art: fc.constantFrom('fester-tag' as const, 'mit-ablauf' as const), tag: anyDay }),
  fc.record({
    art: fc.constantFrom(
      'tag-nach-verkuendung' as const,
      'erster-des-folgemonats' as const,
      'erster-des-folgequartals' as const,
    ),
    bezugstag: anyDay,
  }),
  fc.record({ art: fc.constant('tage-nach-ausgabe' as const), bezugstag: anyDay, tage: count }),
  fc.record({
    art: fc.constant('monate-nach-verkuendung' as const),
    bezugstag: anyDay,
    monate: count,
  }),
  anyDay.chain((tag) => fc.constantFrom(...lesarten(tag))),
)

function later(klausel: Klausel, days: number): Klausel {
  return 'bezugstag' in klausel
    ? { ...klausel, bezugstag: addDays(klausel.bezugstag, days) }
    : { ...klausel, tag: addDays(klausel.tag, days) }
}

/** As an editor enters it. */
function entered(klausel: Klausel): Parameters<typeof klauselFrom>[0] {
  return {
    art: klausel.art,
    tag: 'bezugstag' in klausel ? klausel.bezugstag : klausel.tag,
    anzahl: 'tage' in klausel ? klausel.tage : 'monate' in klausel ? klausel.monate : null,
    lesart: 'lesart' in klausel ? klausel.lesart : null,
  }
}
