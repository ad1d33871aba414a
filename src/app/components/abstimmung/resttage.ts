import { dayNumber, type CalendarDay } from '#core/zeit/day.ts'

/** How long a Frist still runs, as people say it. */
export function resttage(heute: CalendarDay, frist: CalendarDay): string {
  const left = dayNumber(frist) - dayNumber(heute)
  if (left < -1) return `seit ${-left} Tagen vorbei`
  if (left === -1) return 'gestern abgelaufen'
  if (left === 0) return 'bis heute'
  return left === 1 ? 'noch 1 Tag' : `noch ${left} Tage`
}
