import { compareKeys } from '#core/delta/delta.ts'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * What a person has to do. The order is the rank among tasks of one day: first what is wrong for readers already, then what others
 * wait for, then what only concerns the own desk. Public codes: filters and addresses use them.
 */
export const AUFGABENARTEN = [
  'eilfall',
  'befund',
  'antrag',
  'freigabe',
  'fachfreigabe',
  'abstimmung',
  'abstimmung-beenden',
  'schweigefrist',
  'eltern',
  'entwurf',
  'sprachfassung',
  'ueberpruefung',
  'angebot',
] as const

/** Kind of a task. */
export type Aufgabenart = (typeof AUFGABENARTEN)[number]

/** What people call each kind: one of them, and many. */
export const AUFGABENART_LABELS: Readonly<
  Record<Aufgabenart, readonly [eine: string, mehrere: string]>
> = {
  eilfall: ['Eilfall ansehen', 'Eilfälle ansehen'],
  befund: ['Befund', 'Befunde'],
  antrag: ['Berichtigung bestätigen', 'Berichtigungen bestätigen'],
  freigabe: ['Freigabe', 'Freigaben'],
  fachfreigabe: ['Fachfreigabe', 'Fachfreigaben'],
  abstimmung: ['Abstimmung', 'Abstimmungen'],
  'abstimmung-beenden': ['Abstimmung beenden', 'Abstimmungen beenden'],
  schweigefrist: ['Schweigefrist', 'Schweigefristen'],
  eltern: ['Geerbter Text geändert', 'Geerbte Texte geändert'],
  entwurf: ['Entwurf', 'Entwürfe'],
  sprachfassung: ['Sprachfassung', 'Sprachfassungen'],
  ueberpruefung: ['Überprüfung', 'Überprüfungen'],
  angebot: ['Bieten wir das an?', 'Bieten wir das an?'],
}

/** One thing that a person has to do. Derived each time it is asked for, never stored. */
export type Aufgabe = {
  /** Stable while the task is the same one: kind and what it is about. */
  readonly schluessel: string
  readonly art: Aufgabenart
  /** What it is about, in a few words. */
  readonly titel: string
  /** What is to be done, as a sentence. */
  readonly satz: string
  /** Last day on which it is done in time; null: no day forces it. */
  readonly bis: CalendarDay | null
  /** Since when it has been one; null: nobody noted it. */
  readonly seit: CalendarDay | null
  /** Where it is done: a path of the admin. */
  readonly ziel: string
  readonly gegenstand: { readonly art: string; readonly id: string }
  /** The team that has to do it; null: the log does not say. */
  readonly redaktionId: RedaktionId | null
  /** Id of the account that works on it; null: nobody does yet. */
  readonly zugewiesen: string | null
  /** How many things it stands for: open answers about offers are one task. */
  readonly anzahl: number
  /** Of a finding: whether it is wrong for readers, or only not settled yet; null: it is no finding. */
  readonly schwere: 'fehler' | 'warnung' | null
}

/** A task; what is not said about it has its usual value. */
export function aufgabe(
  angaben: Pick<Aufgabe, 'art' | 'titel' | 'satz' | 'bis' | 'ziel' | 'gegenstand' | 'redaktionId'> &
    Partial<Pick<Aufgabe, 'seit' | 'zugewiesen' | 'anzahl' | 'schwere'>> & {
      readonly naeher?: string
    },
): Aufgabe {
  const { naeher, ...rest } = angaben
  const { art, gegenstand } = rest
  const parts = [art, gegenstand.art, gegenstand.id, ...(naeher === undefined ? [] : [naeher])]
  const usual = { seit: null, zugewiesen: null, anzahl: 1, schwere: null }
  return { ...usual, ...rest, schluessel: parts.join(':') }
}

/** By the day by which it must be done, overdue first, no day last; then by rank, then by name. */
export function orderAufgaben(aufgaben: readonly Aufgabe[]): readonly Aufgabe[] {
  return [...aufgaben].sort(
    (left, right) =>
      compareTage(left.bis, right.bis) ||
      AUFGABENARTEN.indexOf(left.art) - AUFGABENARTEN.indexOf(right.art) ||
      compareKeys(left.titel, right.titel) ||
      compareKeys(left.schluessel, right.schluessel),
  )
}

/** Whether its day has passed. */
export function isUeberfaellig({ bis }: Pick<Aufgabe, 'bis'>, heute: CalendarDay): boolean {
  return bis !== null && bis < heute
}

/** Which tasks of a list are shown. */
export type Aufgabenfilter = {
  /** Null: all kinds. */
  readonly art: Aufgabenart | null
  /** Only those that this account works on; null: those of everybody. */
  readonly zugewiesen: string | null
}

/** The tasks that the filter lets through, in their order. */
export function filterAufgaben(
  aufgaben: readonly Aufgabe[],
  { art, zugewiesen }: Aufgabenfilter,
): readonly Aufgabe[] {
  return aufgaben.filter(
    (each) =>
      (art === null || each.art === art) && (zugewiesen === null || each.zugewiesen === zugewiesen),
  )
}

/** How many tasks there are. */
export type Aufgabenzahlen = {
  readonly alle: number
  readonly ueberfaellig: number
  /** Due today or within the next seven days. */
  readonly dieseWoche: number
  readonly zugewiesen: number
  /** By kind, in their order; kinds without a task are left out. */
  readonly jeArt: readonly { readonly art: Aufgabenart; readonly anzahl: number }[]
}

/** Counts the tasks of an account; `bald` is the last day of "this week". */
export function countAufgaben(
  aufgaben: readonly Aufgabe[],
  {
    heute,
    bald,
    kontoId,
  }: {
    readonly heute: CalendarDay
    readonly bald: CalendarDay
    readonly kontoId: string
  },
): Aufgabenzahlen {
  const isSoon = ({ bis }: Aufgabe): boolean => bis !== null && bis >= heute && bis <= bald
  return {
    alle: aufgaben.length,
    ueberfaellig: aufgaben.filter((each) => isUeberfaellig(each, heute)).length,
    dieseWoche: aufgaben.filter(isSoon).length,
    zugewiesen: aufgaben.filter(({ zugewiesen }) => zugewiesen === kontoId).length,
    jeArt: AUFGABENARTEN.flatMap((art) => {
      const anzahl = aufgaben.filter((each) => each.art === art).length
      return anzahl === 0 ? [] : [{ art, anzahl }]
    }),
  }
}

function compareTage(left: CalendarDay | null, right: CalendarDay | null): number {
  if (left === right) return 0
  if (left === null) return 1
  if (right === null) return -1
  return left < right ? -1 : 1
}
