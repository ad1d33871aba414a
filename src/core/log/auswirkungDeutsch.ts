import { formatZeitraum } from '#core/rechtsnorm/zeitraum.ts'
import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import type { Lage, Zeitraum } from '#core/log/auswirkung.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { previousDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** A stretch of days as people say it; `bis` is the first day without, people name the last day with. */
export function sayZeitraum({ ab, bis }: Zeitraum): string {
  if (bis === null) return `ab ${formatDayLong(ab)}`
  return previousDay(bis) === ab
    ? `nur am ${formatDayLong(ab)}`
    : `${formatDayLong(ab)} bis ${formatDayLong(previousDay(bis))}`
}

/** How something lies in time, in a few words. */
export function sayLage({ zustand, zeitraeume }: Lage): string {
  switch (zustand) {
    case 'gilt':
      return zeitraeume.map(sayZeitraum).join(' und ')
    case 'wartet':
      return 'wartet auf seinen Tag'
    case 'ausgesetzt':
      return 'ausgesetzt'
    case 'abgesagt':
      return 'abgesagt'
    case 'entfaellt':
      return 'gilt an keinem Tag'
  }
}

/** Why a text is held back. `title` names the other text. */
export function sayAussetzungsgrund(
  grund: Aussetzungsgrund,
  title: (id: string) => string,
): string {
  switch (grund.art) {
    case 'selber-tag':
      return `Er begänne am selben Tag wie ein früher freigegebener Text (${title(grund.mit)}). Bis ihn jemand neu aufsetzt, gilt der andere.`
    case 'vor-grundlage':
      return `Er begänne vor dem Text, auf dessen Grundlage er geschrieben ist (${title(grund.grundlage)}). Bis ihn jemand neu aufsetzt, gilt weiter, was vorher galt.`
    case 'ohne-tag':
      return 'Er endete, bevor er beginnt. Bitte geben Sie ihm ein anderes Ende.'
    case 'schon-berichtigt':
      return 'Er berichtigt einen Text, den schon ein anderer berichtigt hat.'
    case 'von-hand':
      return 'Jemand hat ihn ausgesetzt.'
  }
}

/** The day of a Zeitgrenze as far as it is known. */
export function sayTag(zeitgrenze: Zeitgrenze): string {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return formatDayLong(zeitgrenze.tag)
    case 'geplant':
      return `geplant für den ${formatDayLong(zeitgrenze.tag)}`
    case 'geschaetzt':
      return `geschätzt ${formatZeitraum(zeitgrenze.zeitraum)}`
    case 'unbestimmt':
      return `unbestimmt (${zeitgrenze.bedingung})`
    case 'abgesagt':
      return `abgesagt (${zeitgrenze.grund})`
  }
}
