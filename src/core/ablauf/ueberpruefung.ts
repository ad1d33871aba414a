import { addMonths, type CalendarDay } from '#core/zeit/day.ts'

/** Months between two reviews where a Redaktion says nothing else. */
export const PRUEFTURNUS_MONATE = 12

/** What somebody found who looked at a released text. */
export type Ueberpruefungsergebnis = 'unveraendert' | 'aenderung-noetig' | 'entfaellt'

/** The results as people choose them. */
export const ERGEBNIS_LABELS: Readonly<Record<Ueberpruefungsergebnis, string>> = {
  unveraendert: 'Stimmt noch, bleibt unverändert',
  'aenderung-noetig': 'Muss geändert werden',
  entfaellt: 'Wird nicht mehr gebraucht',
}

/** Whether something is one of the results. */
export function isErgebnis(value: unknown): value is Ueberpruefungsergebnis {
  return typeof value === 'string' && Object.hasOwn(ERGEBNIS_LABELS, value)
}

/**
 * The day on which a released text is to be looked at again: so many months after somebody looked at it last, or after its
 * release where nobody did since. A release is a look too: who writes a text anew has read it.
 */
export function ueberpruefungFaellig(stand: {
  readonly freigegebenAm: CalendarDay
  readonly zuletztAm: CalendarDay | null
  readonly turnusMonate: number
}): CalendarDay {
  const { freigegebenAm, zuletztAm, turnusMonate } = stand
  const seit = zuletztAm !== null && zuletztAm > freigegebenAm ? zuletztAm : freigegebenAm
  return addMonths(seit, turnusMonate >= 1 ? Math.trunc(turnusMonate) : PRUEFTURNUS_MONATE)
}
