import { pultpfad } from '#core/log/objektart.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * The register of what can be wrong with the timelines. Codes are public (stored findings, command line, work list):
 * never rename one, only retire it. A `fehler` is or will be wrong for readers, a `warnung` is not settled yet. `title` is
 * a sentence for developers; the German one stands in `deutsch.ts`.
 */
export const ZEITBEFUNDE = {
  luecke: { schwere: 'fehler', title: 'Nothing is offered for some days, and nobody has said so.' },
  ueberschneidung: { schwere: 'fehler', title: 'Two released texts contend for one day.' },
  'staende-fallen-zusammen': {
    schwere: 'warnung',
    title:
      'Two saved states that followed each other now begin on one day, or the other way round.',
  },
  'ausgesetzt-vor-grundlage': {
    schwere: 'fehler',
    title: 'A text is held back because it would begin before the text it was written on top of.',
  },
  'ausgesetzt-ohne-tag': {
    schwere: 'fehler',
    title: 'A text is held back because it would end before it begins.',
  },
  'ausgesetzt-schon-berichtigt': {
    schwere: 'fehler',
    title: 'A correction is held back because another one came first.',
  },
  'ausgesetzt-von-hand': { schwere: 'warnung', title: 'Somebody holds a released text back.' },
  'text-ohne-recht': {
    schwere: 'fehler',
    title: 'A text holds before the law that it names enters into force.',
  },
  'recht-ausser-kraft': {
    schwere: 'fehler',
    title: 'A text holds on although all laws that it names have ended.',
  },
  'anker-lange-offen': {
    schwere: 'warnung',
    title: 'A Zeitgrenze with released texts has not been bestimmt for more than a year.',
  },
  'planung-verstrichen': {
    schwere: 'warnung',
    title: 'A planned or estimated day has passed without an announcement.',
  },
  'anker-abgesagt': {
    schwere: 'warnung',
    title: 'A released text or an object hangs on a law that failed.',
  },
  'teilinkrafttreten-ausserhalb': {
    schwere: 'fehler',
    title: 'A text hangs on a Teilinkrafttreten that does not reach its area.',
  },
  'daten-ungeordnet': {
    schwere: 'warnung',
    title: 'Decision, announcement and entry into force do not follow one another.',
  },
  'zustaendigkeit-fehlt': {
    schwere: 'fehler',
    title: 'On a day on which a text holds nobody answers for the Leistung.',
  },
  'uebersetzung-veraltet': {
    schwere: 'warnung',
    title: 'A translation is older than the German words it was made from.',
  },
  'ergaenzung-ohne-grundlage': {
    schwere: 'fehler',
    title: 'A text supplements a module that no layer above it has.',
  },
} as const satisfies Record<string, { schwere: Zeitbefund['schwere']; title: string }>

/** Stable public code of a finding of the timelines. */
export type Zeitbefundcode = keyof typeof ZEITBEFUNDE

/** Codes of the checks that read the words of the texts; all others are derived from the log alone. */
export const INHALTSBEFUNDE: ReadonlySet<Zeitbefundcode> = new Set([
  'uebersetzung-veraltet',
  'ergaenzung-ohne-grundlage',
] as const)

/** What a finding is about: a text or language variant, a Zeitgrenze, or an object with dated states. */
export type Befundgegenstand = {
  readonly art: 'fassung' | 'zeitgrenze' | Objektart
  readonly id: string
}

/** Something that is or will be wrong with a timeline: what, since when, who mends it, and where. */
export type Zeitbefund = {
  /** The same finding has the same key from night to night: code, object, and a day where it needs one. */
  readonly schluessel: string
  readonly code: Zeitbefundcode
  readonly schwere: 'fehler' | 'warnung'
  /** First day on which it is wrong; it may be still to come. */
  readonly seit: CalendarDay
  /** Who mends it; null: the log does not say. */
  readonly redaktionId: RedaktionId | null
  readonly gegenstand: Befundgegenstand
  /** Where it is mended: a path of the admin. */
  readonly ziel: string
  /** Values for the placeholders of the German sentence, beside `seit`. */
  readonly angaben: Readonly<Record<string, string | number>>
}

/** A finding in words: what it is about, and its German sentence. */
export type BenannterBefund = Zeitbefund & { readonly name: string; readonly text: string }

/** What a check says of one finding; key, Schwere and place follow from it. */
export type Fund = {
  readonly gegenstand: Befundgegenstand
  readonly redaktionId: RedaktionId | null
  readonly seit: CalendarDay
  readonly angaben?: Zeitbefund['angaben']
  /** What tells it from other findings of this code about the same thing, e.g. the day of a gap. */
  readonly naeher?: string
  /** Where it is mended, if not in the document it is about. */
  readonly ziel?: string
}

/** A finding as a value. */
export function zeitbefund(code: Zeitbefundcode, fund: Fund): Zeitbefund {
  const { gegenstand, redaktionId, seit, angaben = {}, naeher } = fund
  const parts = [code, gegenstand.art, gegenstand.id, ...(naeher === undefined ? [] : [naeher])]
  return {
    schluessel: parts.join(':'),
    code,
    schwere: ZEITBEFUNDE[code].schwere,
    seit,
    redaktionId,
    gegenstand,
    ziel: fund.ziel ?? pultpfad(gegenstand),
    angaben,
  }
}

/** A text as what a finding is about. */
export function fassungGegenstand(id: FassungId): Befundgegenstand {
  return { art: 'fassung', id }
}

type Rang = Pick<Zeitbefund, 'schwere' | 'seit' | 'schluessel'>

/** Worst first: a `fehler` before a `warnung`, then by day. */
export function byUrgency(left: Rang, right: Rang): number {
  if (left.schwere !== right.schwere) return left.schwere === 'fehler' ? -1 : 1
  if (left.seit !== right.seit) return left.seit < right.seit ? -1 : 1
  return left.schluessel < right.schluessel ? -1 : 1
}
