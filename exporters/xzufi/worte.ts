import { ZEITEINHEIT_LABELS } from '#core/fassung/module.ts'
import type {
  Bearbeitungsdauerwert,
  Dokument,
  Dokumentewert,
  Fristauswahl,
  Fristwert,
  Html,
  Kosten,
  Kostenauswahl,
  Kostenwert,
  Zeiteinheit,
} from '#core/fassung/module.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A language that XZuFi receivers take (`domain/pvog.md` T1). */
export type Exportsprache = 'de' | 'en'

/**
 * One HTML text of several: parts without block markup become paragraphs as soon as there is more
 * than one part.
 */
export function joinHtml(parts: readonly Html[]): Html {
  const filled = parts.map((part) => part.replaceAll('\r\n', '\n').trim()).filter(Boolean)
  if (filled.length < 2) return filled.join('')
  return filled.map((part) => (hasBlocks(part) ? part : `<p>${part}</p>`)).join('')
}

/** One plain text of several. */
export function joinPlain(parts: readonly string[]): string {
  return parts
    .map((part) => part.trim())
    .filter(Boolean)
    .join(' ')
}

/**
 * Plain text as HTML. An ampersand stays as it is where HTML does not read a character reference
 * into it: receivers that show a title without reading its HTML then show it right, too.
 */
export function htmlFromPlain(text: string): Html {
  return text
    .replace(/&(?=[#a-zA-Z])/g, '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** Deadlines in words: the text, then each Frist. */
export function describeFristen({ fristen, text }: Fristwert, sprache: Exportsprache): Html {
  const positions = fristen.map((frist) =>
    describePosition(words(frist.auswahl, sprache), frist.text),
  )
  return joinHtml([text, listOf(positions)])
}

/** Costs in words: the text, then each position with its amount. */
export function describeKosten({ kosten, text }: Kostenwert, sprache: Exportsprache): Html {
  const positions = kosten.map((each) => describePosition(costWords(each, sprache), each.text))
  return joinHtml([text, listOf(positions)])
}

/** Processing times in words: the text, then each duration. */
export function describeDauern(
  { dauern, text }: Bearbeitungsdauerwert,
  sprache: Exportsprache,
): Html {
  const positions = dauern.map((dauer) =>
    describePosition(words(dauer.auswahl, sprache), htmlFromPlain(dauer.text)),
  )
  return joinHtml([text, listOf(positions)])
}

/** Documents in words: what is handed in, what is handed out. */
export function describeDokumente(
  { eingehend, ausgehend, text }: Dokumentewert,
  sprache: Exportsprache,
): Html {
  const { einzureichen, ausgehaendigt } = WORDS[sprache]
  return joinHtml([
    text,
    documentList(einzureichen, eingehend),
    documentList(ausgehaendigt, ausgehend),
  ])
}

/** An amount of whole cents: `1.234,50 Euro`, in English `EUR 1,234.50`. */
export function formatAmount(cent: number, sprache: Exportsprache): string {
  const { thousands, decimal } = WORDS[sprache]
  const euros = String(Math.floor(cent / 100)).replace(/\B(?=(\d{3})+$)/g, thousands)
  const amount = `${euros}${decimal}${String(cent % 100).padStart(2, '0')}`
  return sprache === 'de' ? `${amount} Euro` : `EUR ${amount}`
}

/** A duration or the days of a deadline: `2 bis 4 Wochen`, `bis 31. März 2027`. */
export function formatFrist(auswahl: Fristauswahl, sprache: Exportsprache): string {
  const { to, from, until } = WORDS[sprache]
  if (auswahl.art === 'dauer') return formatDauer(auswahl, sprache)
  const von = auswahl.von === null ? null : formatDay(auswahl.von, sprache)
  const bis = auswahl.bis === null ? null : formatDay(auswahl.bis, sprache)
  if (von !== null && bis !== null) return `${von} ${to} ${bis}`
  if (von !== null) return `${from} ${von}`
  return bis === null ? '' : `${until} ${bis}`
}

type Wordlist = {
  readonly to: string
  readonly from: string
  readonly until: string
  readonly atLeast: string
  readonly atMost: string
  readonly free: string
  readonly inAdvance: string
  readonly einzureichen: string
  readonly ausgehaendigt: string
  readonly thousands: string
  readonly decimal: string
  /** One, and more than one. */
  readonly units: { readonly [einheit in Zeiteinheit]: readonly [string, string] }
}

const WORDS: { readonly [sprache in Exportsprache]: Wordlist } = {
  de: {
    to: 'bis',
    from: 'ab',
    until: 'bis',
    atLeast: 'mindestens',
    atMost: 'höchstens',
    free: 'kostenfrei',
    inAdvance: 'im Voraus zu zahlen',
    einzureichen: 'Einzureichen',
    ausgehaendigt: 'Sie erhalten',
    thousands: '.',
    decimal: ',',
    units: ZEITEINHEIT_LABELS,
  },
  en: {
    to: 'to',
    from: 'from',
    until: 'until',
    atLeast: 'at least',
    atMost: 'at most',
    free: 'free of charge',
    inAdvance: 'payable in advance',
    einzureichen: 'To be submitted',
    ausgehaendigt: 'You will receive',
    thousands: ',',
    decimal: '.',
    units: {
      JAHR: ['year', 'years'],
      MONAT: ['month', 'months'],
      WOCHE: ['week', 'weeks'],
      TAG: ['day', 'days'],
      // A Werktag counts Saturdays, an Arbeitstag does not.
      WERKTAG: ['working day (Monday to Saturday)', 'working days (Monday to Saturday)'],
      ARBEITSTAG: ['working day (Monday to Friday)', 'working days (Monday to Friday)'],
      STUNDE: ['hour', 'hours'],
      MINUTE: ['minute', 'minutes'],
      SEKUNDE: ['second', 'seconds'],
    },
  },
}

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September'],
  ...['October', 'November', 'December'],
]

function words(auswahl: Fristauswahl | null, sprache: Exportsprache): string {
  return auswahl === null ? '' : formatFrist(auswahl, sprache)
}

function costWords({ auswahl, vorkasse }: Kosten, sprache: Exportsprache): string {
  const advance = vorkasse === true ? [WORDS[sprache].inAdvance] : []
  return [chosenCost(auswahl, sprache), ...advance].filter(Boolean).join(', ')
}

function chosenCost(auswahl: Kostenauswahl, sprache: Exportsprache): string {
  const { free, to, atLeast, atMost } = WORDS[sprache]
  switch (auswahl.art) {
    case 'fix':
      return formatAmount(auswahl.cent, sprache)
    case 'frei':
      return withNote(free, auswahl.text)
    case 'variabel': {
      const von = auswahl.vonCent === null ? null : formatAmount(auswahl.vonCent, sprache)
      const bis = auswahl.bisCent === null ? null : formatAmount(auswahl.bisCent, sprache)
      if (von !== null && bis !== null) return withNote(`${von} ${to} ${bis}`, auswahl.text)
      if (von !== null) return withNote(`${atLeast} ${von}`, auswahl.text)
      return withNote(bis === null ? '' : `${atMost} ${bis}`, auswahl.text)
    }
  }
}

function withNote(text: string, note: string): string {
  const html = htmlFromPlain(note.trim())
  if (text === '' || html === '') return `${text}${html}`
  return `${text} (${html})`
}

function formatDauer(
  { dauer, einheit, bis }: Extract<Fristauswahl, { art: 'dauer' }>,
  sprache: Exportsprache,
): string {
  const { to } = WORDS[sprache]
  if (bis === null) return `${dauer} ${unit(dauer, einheit, sprache)}`
  const upper = `${bis.dauer} ${unit(bis.dauer, bis.einheit, sprache)}`
  const lower = bis.einheit === einheit ? `${dauer}` : `${dauer} ${unit(dauer, einheit, sprache)}`
  return `${lower} ${to} ${upper}`
}

function unit(count: number, einheit: Zeiteinheit, sprache: Exportsprache): string {
  return WORDS[sprache].units[einheit][count === 1 ? 0 : 1]
}

function formatDay(tag: CalendarDay, sprache: Exportsprache): string {
  if (sprache === 'de') return formatDayLong(tag)
  return `${Number(tag.slice(8, 10))} ${MONTHS[Number(tag.slice(5, 7)) - 1] ?? ''} ${Number(tag.slice(0, 4))}`
}

function documentList(heading: string, dokumente: readonly Dokument[]): Html {
  if (dokumente.length === 0) return ''
  const positions = dokumente.map(({ bezeichnung, text }) =>
    describePosition(htmlFromPlain(bezeichnung), text),
  )
  return `<p>${heading}:</p><ul>${positions.map((position) => `<li>${position}</li>`).join('')}</ul>`
}

function listOf(positions: readonly Html[]): Html {
  const filled = positions.filter(Boolean)
  const [only = ''] = filled
  if (filled.length < 2) return only === '' || hasBlocks(only) ? only : `<p>${only}</p>`
  return `<ul>${filled.map((position) => `<li>${position}</li>`).join('')}</ul>`
}

function describePosition(lead: string, text: Html): Html {
  const rest = unwrapped(text.replaceAll('\r\n', '\n').trim())
  if (lead === '' || rest === '') return `${lead}${rest}`
  return hasBlocks(rest) ? `<p>${lead}</p>${rest}` : `${lead}: ${rest}`
}

/** The inside of a text that is one paragraph and nothing else. */
function unwrapped(html: Html): Html {
  const match = /^<p>((?:(?!<\/?p>)[\s\S])*)<\/p>$/.exec(html)
  return match?.[1] ?? html
}

function hasBlocks(html: Html): boolean {
  return /<(p|ul|ol|h[1-6])>/i.test(html)
}
