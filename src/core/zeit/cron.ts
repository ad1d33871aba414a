import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { dayNumber, day, nextDay, previousDay, type CalendarDay } from '#core/zeit/day.ts'

/** A schedule of five fields (minute, hour, day of month, month, weekday) as crontab(5) reads them. */
export type Cron = {
  readonly minuten: readonly number[]
  readonly stunden: ReadonlySet<number>
  readonly monatstage: ReadonlySet<number>
  readonly monate: ReadonlySet<number>
  /** 0 to 6, Sunday is 0. */
  readonly wochentage: ReadonlySet<number>
  /** Both kinds of day are restricted: then one of them is enough, as in crontab(5). */
  readonly isEitherDay: boolean
}

/** After which instant (exclusive) and up to which (inclusive) to look; UTC, ISO 8601. */
export type Zeitfenster = { readonly after: string; readonly until: string }

/** Parses five fields of numbers, ranges, steps and lists. Problem: `cron-is-malformed`. */
export function parseCron(expression: string): Result<Cron> {
  const fields = expression.trim().split(/\s+/)
  const parsed = FIELDS.map((limits, index) => parseField(fields[index] ?? '', limits))
  const [minuten, stunden, monatstage, monate, wochentage] = parsed
  if (!minuten || !stunden || !monatstage || !monate || !wochentage || fields.length !== 5) {
    return failed(problem('cron-is-malformed', 'Zeitplan', { wert: expression }))
  }
  const [, , monatstagText = '', , wochentagText = ''] = fields
  return success({
    minuten: [...minuten].sort((left, right) => right - left),
    stunden,
    monatstage,
    monate,
    wochentage: new Set([...wochentage].map((weekday) => weekday % 7)),
    isEitherDay: !monatstagText.startsWith('*') && !wochentagText.startsWith('*'),
  })
}

/**
 * The newest due instant of the window, UTC, ISO 8601 with milliseconds; null when none lies in it. Due is every instant
 * at which a clock in Berlin shows a time of the schedule: what the change to summer time skips is never due, what the
 * change to winter time repeats is due twice.
 */
export function newestDue(cron: Cron, { after, until }: Zeitfenster): string | null {
  const first = Date.parse(after)
  const last = Date.parse(until)
  for (let tag = dayInBerlin(until); ; tag = previousDay(tag)) {
    const begin = Date.parse(midnightInBerlin(tag))
    const end = Date.parse(midnightInBerlin(nextDay(tag)))
    if (end <= first) return null
    if (!matchesDay(cron, tag)) continue
    const due = newestOfDay(cron, { begin, end, last })
    if (due !== null) return due > first ? new Date(due).toISOString() : null
  }
}

const FIELDS = [
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const

type Limits = readonly [number, number]

const MINUTE = 60_000
const HOUR = 60 * MINUTE

const PART = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/

function parseField(field: string, limits: Limits): ReadonlySet<number> | null {
  const parts = field.split(',').map((part) => parsePart(part, limits))
  return parts.includes(null) ? null : new Set(parts.flatMap((part) => part ?? []))
}

function parsePart(part: string, [low, high]: Limits): readonly number[] | null {
  const match = PART.exec(part)
  if (!match) return null
  const [, star, fromText, toText, stepText] = match
  const from = star ? low : Number(fromText)
  // A step without a range runs to the end: 10/15 is 10, 25, 40, 55.
  const to = star || (stepText && !toText) ? high : Number(toText ?? fromText)
  const step = Number(stepText ?? '1')
  if (from < low || to > high || from > to || step < 1) return null
  const values: number[] = []
  for (let value = from; value <= to; value += step) values.push(value)
  return values
}

function matchesDay(cron: Cron, tag: CalendarDay): boolean {
  if (!cron.monate.has(Number(tag.slice(5, 7)))) return false
  const isMonatstag = cron.monatstage.has(Number(tag.slice(8, 10)))
  // 1970-01-01 was a Thursday.
  const isWochentag = cron.wochentage.has((((dayNumber(tag) + 4) % 7) + 7) % 7)
  return cron.isEitherDay ? isMonatstag || isWochentag : isMonatstag && isWochentag
}

function newestOfDay(
  { stunden, minuten }: Cron,
  { begin, end, last }: { readonly begin: number; readonly end: number; readonly last: number },
): number | null {
  const length = (end - begin) / HOUR
  for (let hour = length - 1; hour >= 0; hour -= 1) {
    if (!stunden.has(shownHour(hour, length))) continue
    const due = minuten.map((minute) => begin + hour * HOUR + minute * MINUTE)
    const newest = due.find((instant) => instant <= last)
    if (newest !== undefined) return newest
  }
  return null
}

/** What the clock shows in the given hour of a day of 23, 24 or 25: on a short day no 2, on a long one 2 twice. */
function shownHour(hour: number, length: number): number {
  if (length === 23 && hour >= 2) return hour + 1
  if (length === 25 && hour >= 3) return hour - 1
  return hour
}

/** Berlin is one or two hours ahead: its day is the one of UTC or the next. */
function dayInBerlin(instant: string): CalendarDay {
  const utc = new Date(instant).toISOString()
  const tag = day(utc.slice(0, 10))
  return utc >= midnightInBerlin(nextDay(tag)) ? nextDay(tag) : tag
}
