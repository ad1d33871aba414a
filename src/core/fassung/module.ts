import type { CalendarDay } from '#core/zeit/day.ts'

/** Markup within the ten tag groups that receivers accept (`domain/pvog.md` T3): p br h1–h6 b strong i em sup sub ul ol li a[href]. */
export type Html = string

/**
 * The 16 text modules of XZuFi (`urn:de:xzufi:codeliste:leistungstextmodulleika`) by our name, in the order in which a
 * citizen reads them. `plain` modules hold text without markup.
 */
export const TEXTMODULE = {
  leistungsbezeichnung: { code: '02', form: 'plain', label: 'Leistungsbezeichnung' },
  leistungsbezeichnungII: { code: '03', form: 'plain', label: 'Leistungsbezeichnung II' },
  teaser: { code: '24', form: 'html', label: 'Teaser' },
  kurztext: { code: '05', form: 'html', label: 'Kurztext' },
  volltext: { code: '06', form: 'html', label: 'Volltext' },
  voraussetzungen: { code: '09', form: 'html', label: 'Voraussetzungen' },
  unterlagen: { code: '08', form: 'html', label: 'Erforderliche Unterlagen' },
  verfahrensablauf: { code: '11', form: 'html', label: 'Verfahrensablauf' },
  handlungsgrundlagen: { code: '07', form: 'html', label: 'Handlungsgrundlagen' },
  rechtsbehelf: { code: '25', form: 'html', label: 'Rechtsbehelf' },
  formulare: { code: '14', form: 'html', label: 'Formulare' },
  weiterfuehrendeInformationen: { code: '15', form: 'html', label: 'Weiterführende Informationen' },
  hinweise: { code: '16', form: 'html', label: 'Hinweise' },
  zustaendigeStelle: { code: '22', form: 'html', label: 'Zuständige Stelle' },
  ansprechpunkt: { code: '23', form: 'html', label: 'Ansprechpunkt' },
  urheber: { code: '18', form: 'plain', label: 'Urheber' },
} as const satisfies Record<string, { code: string; form: 'plain' | 'html'; label: string }>

/** Name of a text module. */
export type Textmodulname = keyof typeof TEXTMODULE

/** The names of the text modules in reading order. */
export const TEXTMODULNAMEN = Object.keys(TEXTMODULE) as readonly Textmodulname[]

/** The structured modules and their German labels. */
export const STRUKTURMODULE = {
  frist: 'Fristen',
  kosten: 'Kosten',
  bearbeitungsdauer: 'Bearbeitungsdauer',
  begriffe: 'Begriffe im Kontext',
  fachlicheFreigabe: 'Fachliche Freigabe',
  auskunftshinweis: 'Auskunftshinweis (115)',
  dokumente: 'Dokumente',
  ursprungsportal: 'Ursprungsportal',
} as const

/** Name of a structured module. */
export type Strukturmodulname = keyof typeof STRUKTURMODULE

/** The names of the structured modules. */
export const STRUKTURMODULNAMEN = Object.keys(STRUKTURMODULE) as readonly Strukturmodulname[]

/** Name of any module. */
export type Modulname = Textmodulname | Strukturmodulname

/** The German label of a module, as editors and citizens read it. */
export function modulLabel(name: Modulname): string {
  return name in TEXTMODULE
    ? TEXTMODULE[name as Textmodulname].label
    : STRUKTURMODULE[name as Strukturmodulname]
}

/** A link beside a module (XZuFi HyperlinkErweitert). */
export type Weblink = { readonly uri: string; readonly titel: string | null }

/** Value of a text module. `text` is plain text or `Html`, as `TEXTMODULE[…].form` says. */
export type Textwert = { readonly text: Html; readonly links: readonly Weblink[] }

/** Units of XZuFi (Zeiteinheit). */
export const ZEITEINHEITEN = [
  'JAHR',
  'MONAT',
  'WOCHE',
  'TAG',
  'WERKTAG',
  'ARBEITSTAG',
  'STUNDE',
  'MINUTE',
  'SEKUNDE',
] as const
/** Unit of a duration. */
export type Zeiteinheit = (typeof ZEITEINHEITEN)[number]

/** What people call each of them in German: one, and many. */
export const ZEITEINHEIT_LABELS: Readonly<
  Record<Zeiteinheit, readonly [one: string, many: string]>
> = {
  JAHR: ['Jahr', 'Jahre'],
  MONAT: ['Monat', 'Monate'],
  WOCHE: ['Woche', 'Wochen'],
  TAG: ['Tag', 'Tage'],
  WERKTAG: ['Werktag', 'Werktage'],
  ARBEITSTAG: ['Arbeitstag', 'Arbeitstage'],
  STUNDE: ['Stunde', 'Stunden'],
  MINUTE: ['Minute', 'Minuten'],
  SEKUNDE: ['Sekunde', 'Sekunden'],
}

/** XZuFi fristauswahl: a duration (with an upper bound where `bis` is set), or days of the year or the calendar. */
export type Fristauswahl =
  | {
      readonly art: 'dauer'
      readonly dauer: number
      readonly einheit: Zeiteinheit
      readonly bis: { readonly dauer: number; readonly einheit: Zeiteinheit } | null
    }
  | { readonly art: 'stichtag'; readonly von: CalendarDay | null; readonly bis: CalendarDay | null }

/** One Frist; `typ` is a code of the list Fristtyp (001 002 003 005 006 009) or null. */
export type Frist = {
  readonly typ: string | null
  readonly auswahl: Fristauswahl | null
  readonly text: Html
}
export type Fristwert = {
  readonly fristen: readonly Frist[]
  readonly text: Html
  readonly links: readonly Weblink[]
}

/** XZuFi kostenauswahl; amounts in whole cents of a euro. */
export type Kostenauswahl =
  | { readonly art: 'fix'; readonly cent: number }
  | { readonly art: 'frei'; readonly text: string }
  | {
      readonly art: 'variabel'
      readonly vonCent: number | null
      readonly bisCent: number | null
      readonly text: string
    }

/** One position of the Kosten; `typ` is a code of the list Kostentyp (001–018) or null. */
export type Kosten = {
  readonly typ: string | null
  readonly auswahl: Kostenauswahl
  readonly text: Html
  readonly vorkasse: boolean | null
  readonly link: string | null
}
export type Kostenwert = {
  readonly kosten: readonly Kosten[]
  readonly text: Html
  readonly links: readonly Weblink[]
}

/** One Bearbeitungsdauer; `text` is plain (`domain/pvog.md` T5). */
export type Dauer = { readonly auswahl: Fristauswahl | null; readonly text: string }
export type Bearbeitungsdauerwert = {
  readonly dauern: readonly Dauer[]
  readonly text: Html
  readonly links: readonly Weblink[]
}

/** A search word; `typ` is a code 001, 002, 003, 999 or null. */
export type Begriff = { readonly begriff: string; readonly typ: string | null }
export type Begriffewert = { readonly begriffe: readonly Begriff[] }

/** Technical approval by the Fachressort. */
export type FachlicheFreigabewert = {
  readonly am: CalendarDay | null
  readonly durch: readonly string[]
}

/** For 115 agents only; never in a public feed (`domain/auskunft-115.md`). */
export type Auskunftshinweiswert = { readonly text: Html; readonly links: readonly Weblink[] }

/** A document asked for or handed out; `typ` is a code of `urn:de:fim:codeliste:dokumenttyp` or null. */
export type Dokument = {
  readonly typ: string | null
  readonly bezeichnung: string
  readonly text: Html
  readonly formularId: string | null
}
export type Dokumentewert = {
  readonly eingehend: readonly Dokument[]
  readonly ausgehend: readonly Dokument[]
  readonly text: Html
  readonly links: readonly Weblink[]
}

/** The portal that a text comes from. */
export type Ursprungsportalwert = { readonly portale: readonly Weblink[] }

/** The value type of each module. */
export type Modulwerte = { readonly [name in Textmodulname]: Textwert } & {
  readonly frist: Fristwert
  readonly kosten: Kostenwert
  readonly bearbeitungsdauer: Bearbeitungsdauerwert
  readonly begriffe: Begriffewert
  readonly fachlicheFreigabe: FachlicheFreigabewert
  readonly auskunftshinweis: Auskunftshinweiswert
  readonly dokumente: Dokumentewert
  readonly ursprungsportal: Ursprungsportalwert
}

/**
 * What one layer says of one module. A module that is absent from a Fassung is *uebernommen*: the inherited text shows
 * through.
 */
export type Modulbeitrag<T> =
  | { readonly modus: 'ersetzen'; readonly wert: T }
  | { readonly modus: 'ergaenzen'; readonly stelle: 'davor' | 'danach'; readonly wert: T }

/** The text of one Fassung: its contribution to each module. */
export type FassungInhalt = { readonly [name in Modulname]?: Modulbeitrag<Modulwerte[name]> }
