import { ABLAUF, type Aktion, type Rolle } from '#core/ablauf/ablauf.ts'

/** What can be done to many texts at once. */
export const SAMMELAKTE = {
  zuweisen: 'Zuweisen',
  'anker-setzen': 'Tag setzen',
  'zur-abstimmung': 'Zur Abstimmung geben',
  'fachlich-freigeben': 'Fachlich freigeben',
  freigeben: 'Freigeben',
} as const

/** One of them. */
export type Sammelakt = keyof typeof SAMMELAKTE

/** Whether something names one of them. */
export function isSammelakt(value: unknown): value is Sammelakt {
  return typeof value === 'string' && Object.hasOwn(SAMMELAKTE, value)
}

/** More at once nobody looks through; each is checked and written by itself. */
export const SAMMELGRENZE = 100

/** What came of one text, or would come of it (`probe`). */
export type Einzelergebnis = {
  readonly id: string
  /** Its title; '' for a text that the person may not see. */
  readonly titel: string
  /** Whether it worked, or would work. */
  readonly geht: boolean
  /** One German sentence: what came of it, or why not. */
  readonly text: string
  /** Stable codes of what stands in the way. */
  readonly codes: readonly string[]
  /** The entry of the log that a release made. */
  readonly folgenummer?: number
  /** The consultation that was opened for it. */
  readonly abstimmung?: string
}

/** The answer of a bulk act: one result per text, in the order in which they were asked for. */
export type Sammelergebnis = {
  readonly akt: Sammelakt
  /** Nothing has been changed: this is what would happen. */
  readonly probe: boolean
  readonly ergebnisse: readonly Einzelergebnis[]
  readonly zahlen: { readonly geht: number; readonly gehtNicht: number }
}

/** Counts the results. */
export function sammelergebnis(
  akt: Sammelakt,
  probe: boolean,
  ergebnisse: readonly Einzelergebnis[],
): Sammelergebnis {
  const geht = ergebnisse.filter((each) => each.geht).length
  return { akt, probe, ergebnisse, zahlen: { geht, gehtNicht: ergebnisse.length - geht } }
}

/** Whether a role writes texts at all; only those assign them and are assigned to them. */
export function schreibt(rolle: Rolle): boolean {
  return ABLAUF.some((regel) => regel.aktion === 'bearbeiten' && regel.rollen.includes(rolle))
}

/** The bulk acts of a role, in the order of the way: those that the table lets it do to any text at all. */
export function sammelakteOf(rolle: Rolle): readonly Sammelakt[] {
  return (Object.keys(SAMMELAKTE) as Sammelakt[]).filter((akt) =>
    ABLAUF.some((regel) => regel.aktion === AKTIONEN_DER_AKTE[akt] && regel.rollen.includes(rolle)),
  )
}

/** What each bulk act is to the table, for one text. */
const AKTIONEN_DER_AKTE: Readonly<Record<Sammelakt, Aktion>> = {
  zuweisen: 'bearbeiten',
  'anker-setzen': 'bearbeiten',
  'zur-abstimmung': 'zur-abstimmung',
  'fachlich-freigeben': 'fachlich-freigeben',
  freigeben: 'freigeben',
}
