import { addDays, day, dayNumber, type CalendarDay } from '#core/zeit/day.ts'

/** A public holiday of the Land and its German name. */
export type Feiertag = { readonly tag: CalendarDay; readonly name: string }

/**
 * The public holidays of Mecklenburg-Vorpommern in a year, in order of days (§ 2 Feiertagsgesetz Mecklenburg-Vorpommern;
 * 8 March since 2023). Single holidays of one year that other laws made before 2023 are not in it: nothing of ours is
 * reckoned in those years.
 */
export function feiertageOf(year: number): readonly Feiertag[] {
  const easter = easterSunday(year)
  const fixed = FESTE.filter(({ seit }) => year >= seit).map(({ monatstag, name }) => ({
    tag: day(`${String(year).padStart(4, '0')}-${monatstag}`),
    name,
  }))
  const movable = BEWEGLICHE.map(({ nachOstern, name }) => ({
    tag: addDays(easter, nachOstern),
    name,
  }))
  return [...fixed, ...movable].sort((left, right) => (left.tag < right.tag ? -1 : 1))
}

/** Name of the public holiday that falls on the day in Mecklenburg-Vorpommern, or null. */
export function feiertagOn(tag: CalendarDay): string | null {
  const year = Number(tag.slice(0, 4))
  const fest = FESTE.find(({ monatstag, seit }) => year >= seit && tag.slice(5) === monatstag)
  if (fest) return fest.name
  const distance = dayNumber(tag) - dayNumber(easterSunday(year))
  return BEWEGLICHE.find(({ nachOstern }) => nachOstern === distance)?.name ?? null
}

/**
 * Whether an office works on the day: Monday to Friday without the public holidays of Mecklenburg-Vorpommern. A Saturday
 * is none: § 31 Abs. 3 VwVfG M-V and § 193 BGB treat it as a Sunday, a period never ends on it.
 */
export function isWorkingDay(tag: CalendarDay): boolean {
  return isoWeekday(tag) <= 5 && feiertagOn(tag) === null
}

/**
 * The `count`-th working day before the day: what is to be done until 10 working days before a law must be done by the end
 * of `workingDaysBefore(tag, 10)`. For 0 the day itself, working day or not.
 */
export function workingDaysBefore(tag: CalendarDay, count: number): CalendarDay {
  return step(tag, count, -1)
}

/** The `count`-th working day after the day; for 0 the day itself, working day or not. */
export function workingDaysAfter(tag: CalendarDay, count: number): CalendarDay {
  return step(tag, count, 1)
}

/** `seit`: first year in which it is a holiday. */
const FESTE = [
  { monatstag: '01-01', name: 'Neujahr', seit: 0 },
  { monatstag: '03-08', name: 'Internationaler Frauentag', seit: 2023 },
  { monatstag: '05-01', name: 'Tag der Arbeit', seit: 0 },
  { monatstag: '10-03', name: 'Tag der Deutschen Einheit', seit: 1990 },
  { monatstag: '10-31', name: 'Reformationstag', seit: 0 },
  { monatstag: '12-25', name: 'Erster Weihnachtsfeiertag', seit: 0 },
  { monatstag: '12-26', name: 'Zweiter Weihnachtsfeiertag', seit: 0 },
] as const

/** Days after Easter Sunday. */
const BEWEGLICHE = [
  { nachOstern: -2, name: 'Karfreitag' },
  { nachOstern: 1, name: 'Ostermontag' },
  { nachOstern: 39, name: 'Christi Himmelfahrt' },
  { nachOstern: 50, name: 'Pfingstmontag' },
] as const

function step(tag: CalendarDay, count: number, direction: 1 | -1): CalendarDay {
  let current = tag
  for (let left = count; left > 0;) {
    const next = addDays(current, direction)
    // The calendar of four digits has ended: there is no day beyond it.
    if (next === current) return current
    current = next
    if (isWorkingDay(current)) left -= 1
  }
  return current
}

/** 1 Monday … 7 Sunday; 1970-01-01 was a Thursday. */
function isoWeekday(tag: CalendarDay): number {
  return ((((dayNumber(tag) + 3) % 7) + 7) % 7) + 1
}

/** Easter Sunday of the Gregorian calendar (Meeus, "Astronomical Algorithms", chapter 8): whole numbers only. */
function easterSunday(year: number): CalendarDay {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const skipped = Math.floor((century + 8) / 25)
  const corrected = Math.floor((century - skipped + 1) / 3)
  const moon = (19 * golden + century - Math.floor(century / 4) - corrected + 15) % 30
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7
  const late = Math.floor((golden + 11 * moon + 22 * weekday) / 451)
  const number = moon + weekday - 7 * late + 114
  const month = String(Math.floor(number / 31)).padStart(2, '0')
  const dayOfMonth = String((number % 31) + 1).padStart(2, '0')
  return day(`${String(year).padStart(4, '0')}-${month}-${dayOfMonth}`)
}
