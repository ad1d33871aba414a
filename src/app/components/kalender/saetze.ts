import type { Aussetzungsgrund } from '#core/fassung/reihe.ts'
import type { Wechselart } from '#core/log/kommendeTage.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { formatZeitraum } from '#core/rechtsnorm/zeitraum.ts'
import { dayNumber, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** How many texts switch, as a sentence. */
export function texteWechseln(count: number): string {
  if (count === 0) return 'Noch wechselt kein Text.'
  return count === 1 ? 'Ein Text wechselt.' : `${count} Texte wechseln.`
}

/** How many released texts wait for a Zeitgrenze, as a sentence. */
export function texteWarten(count: number): string {
  if (count === 0) return 'Noch hängt kein freigegebener Text daran.'
  return count === 1 ? 'Ein Text wartet.' : `${count} Texte warten.`
}

/** How far the day lies from today, as a sentence. */
export function fristOf(heute: CalendarDay, tag: CalendarDay): string {
  const days = dayNumber(tag) - dayNumber(heute)
  if (days === 0) return 'Heute.'
  if (days === 1) return 'Morgen.'
  if (days === -1) return 'Gestern.'
  return days > 0 ? `In ${days} Tagen.` : `Vor ${-days} Tagen.`
}

/** How sure the day of a Zeitgrenze is. */
export function standOf(zeitgrenze: Zeitgrenze): string {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return `Am ${formatDayLong(zeitgrenze.tag)}`
    case 'geplant':
      return `Geplant für den ${formatDayLong(zeitgrenze.tag)}, noch nicht verkündet`
    case 'geschaetzt':
      return `Geschätzt: ${formatZeitraum(zeitgrenze.zeitraum)}`
    case 'unbestimmt':
      return `Unbestimmt: ${zeitgrenze.bedingung}`
    case 'abgesagt':
      return `Abgesagt: ${zeitgrenze.grund}`
  }
}

/** A number with what is counted: `1 Text`, `2 Texte`; null for none. */
export function anzahl(count: number, singular: string, plural: string): string | null {
  if (count === 0) return null
  return `${count} ${count === 1 ? singular : plural}`
}

/** What is there, joined as people say it: `a, b und c`. */
export function aufzaehlung(parts: readonly (string | null)[]): string {
  const said = parts.filter((part): part is string => part !== null)
  const last = said.at(-1) ?? ''
  return said.length < 2 ? last : `${said.slice(0, -1).join(', ')} und ${last}`
}

/** What the day does to a text. */
export const TEXT_WECHSEL: Readonly<Record<Wechselart, string>> = {
  beginnt: 'gilt zum ersten Mal',
  wechselt: 'löst den bisherigen Text ab',
  endet: 'endet, danach gilt kein Text',
}

/** What the day does to an office, a Zustaendigkeit and the like. */
export const OBJEKT_WECHSEL: Readonly<Record<Wechselart, string>> = {
  beginnt: 'beginnt',
  wechselt: 'ändert sich',
  endet: 'endet',
}

/** Why a released text is held back. */
export function warumAusgesetzt(grund: Aussetzungsgrund): string {
  switch (grund.art) {
    case 'selber-tag':
      return 'ein früher freigegebener Text beginnt am selben Tag'
    case 'vor-grundlage':
      return 'er würde vor dem Text beginnen, auf dem er aufbaut'
    case 'ohne-tag':
      return 'er würde enden, bevor er beginnt'
    case 'schon-berichtigt':
      return 'der Text, den er berichtigt, ist schon berichtigt'
    case 'von-hand':
      return 'die Redaktion hat ihn angehalten'
  }
}
