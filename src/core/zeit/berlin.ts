import { addDays, day, dayNumber, nextDay, type CalendarDay } from '#core/zeit/day.ts'

/**
 * 0:00 of the day in Europe/Berlin as a UTC instant, ISO 8601 with milliseconds. Summer time from the last Sunday of
 * March to the last Sunday of October (Directive 2000/84/EC); the clocks change after 0:00, so the day of the change
 * still begins with the old offset. Days before 1996 follow the same rule, which is enough for change dates.
 */
export function midnightInBerlin(stichtag: CalendarDay): string {
  const eve = addDays(stichtag, -1)
  return isSummerMidnight(stichtag) ? `${eve}T22:00:00.000Z` : `${eve}T23:00:00.000Z`
}

/** The day that a UTC instant (ISO 8601 with milliseconds) belongs to in Europe/Berlin; throws for anything else. */
export function dayInBerlin(instant: string): CalendarDay {
  const inUtc = day(instant.slice(0, 10))
  const tomorrow = nextDay(inUtc)
  return instant < midnightInBerlin(tomorrow) ? inUtc : tomorrow
}

function isSummerMidnight(stichtag: CalendarDay): boolean {
  const year = stichtag.slice(0, 4)
  return (
    stichtag > lastSundayOf(day(`${year}-03-31`)) && stichtag <= lastSundayOf(day(`${year}-10-31`))
  )
}

/** The last Sunday on or before the day; 1970-01-01 was a Thursday. */
function lastSundayOf(last: CalendarDay): CalendarDay {
  const sinceSunday = (((dayNumber(last) + 4) % 7) + 7) % 7
  return addDays(last, -sinceSunday)
}
