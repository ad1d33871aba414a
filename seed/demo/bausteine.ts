import type { Entwurf, Variantensprache } from '#core/fassung/fassung.ts'
import type {
  Auskunftshinweiswert,
  Bearbeitungsdauerwert,
  Begriffewert,
  Dokument,
  Dokumentewert,
  FachlicheFreigabewert,
  FassungInhalt,
  Fristwert,
  Html,
  Kosten,
  Kostenwert,
  Modulwerte,
  Strukturmodulname,
  Textmodulname,
  Zeiteinheit,
} from '#core/fassung/module.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A text of the demo and whether it has been released. */
export type DemoFassung = Entwurf & { readonly released: boolean }

/** A language variant of the demo. */
export type DemoVariante = {
  readonly id: string
  readonly fassungId: string
  readonly sprache: Variantensprache
  readonly module: FassungInhalt
  readonly released: boolean
}

/** One Leistung with all its texts; a text stands behind the one that it was written on top of. */
export type Demoleistung = {
  readonly leistung: Leistung
  readonly fassungen: readonly DemoFassung[]
  readonly varianten: readonly DemoVariante[]
}

// Master record and head of a text

/** A Leistung with the defaults of an everyday one. */
export function stammdaten(
  angaben: Pick<Leistung, 'id' | 'name' | 'leistungsschluessel' | 'rang115'> & Partial<Leistung>,
): Leistung {
  return {
    redaktionId: 'redaktion-mv',
    typisierung: '2/3',
    adressaten: ['001'],
    lagen: [],
    sdg: [],
    vertrauensniveau: null,
    schriftform: false,
    einheitlicheStelle: false,
    ...angaben,
  }
}

/**
 * A Leistungsschlüssel for a Leistung whose real one we do not know. The group 900 is not assigned in the catalogue, so
 * nobody can take it for a real key; `verrichtung` is the catalogue's code (001 Erteilung, 012 Ausstellung …).
 */
export function demoSchluessel(objekt: number, verrichtung: string): readonly string[] {
  return [`99900${String(objekt).padStart(3, '0')}${verrichtung}000`]
}

type Kopfangaben = Pick<DemoFassung, 'id' | 'leistungId' | 'beginn' | 'inhalt'> &
  Partial<DemoFassung>
type Ort = Pick<DemoFassung, 'ebene' | 'gebietId' | 'redaktionId'>

/** Where the texts of the demo are written. */
export const ORTE = {
  land: { ebene: 'land', gebietId: 'gebiet-mv', redaktionId: 'redaktion-mv' },
  schwerin: {
    ebene: 'gemeinde',
    gebietId: 'gebiet-schwerin',
    redaktionId: 'redaktion-schwerin',
  },
  rostock: { ebene: 'gemeinde', gebietId: 'gebiet-rostock', redaktionId: 'redaktion-rostock' },
  ludwigslustParchim: {
    ebene: 'kreis',
    gebietId: 'gebiet-ludwigslust-parchim',
    redaktionId: 'redaktion-ludwigslust-parchim',
  },
  landkreisRostock: {
    ebene: 'kreis',
    gebietId: 'gebiet-landkreis-rostock',
    redaktionId: 'redaktion-landkreis-rostock',
  },
  amtStralendorf: {
    ebene: 'amt',
    gebietId: 'gebiet-amt-stralendorf',
    redaktionId: 'redaktion-amt-stralendorf',
  },
  amtWarnowWest: {
    ebene: 'amt',
    gebietId: 'gebiet-amt-warnow-west',
    redaktionId: 'redaktion-amt-warnow-west',
  },
  pampow: {
    ebene: 'gemeinde',
    gebietId: 'gebiet-pampow',
    redaktionId: 'redaktion-amt-stralendorf',
  },
} as const satisfies Record<string, Ort>

/** A released text without an end of its own, unless `angaben` say otherwise. */
export function fassung(ort: Ort, angaben: Kopfangaben): DemoFassung {
  return {
    ...ort,
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: [],
    released: true,
    ...angaben,
  }
}

/** A released text of the Land. */
export function landtext(angaben: Kopfangaben): DemoFassung {
  return fassung(ORTE.land, angaben)
}

// Modules

/** What an author writes: text modules as a string, structured modules as they are. */
type Angaben = { readonly [name in Textmodulname]?: string } & {
  readonly [name in Strukturmodulname]?: Modulwerte[name]
}

/** Modules that stand alone or take the place of what is inherited. */
export function ersetzen(angaben: Angaben): FassungInhalt {
  return mapModules(angaben, (wert) => ({ modus: 'ersetzen', wert }))
}

/** A Land text: every module that an author need not think about is filled. */
export function landmodule(angaben: Angaben): FassungInhalt {
  return ersetzen({
    rechtsbehelf: WIDERSPRUCH,
    formulare: p('Sie brauchen kein Formular. Die Behörde nimmt Ihren Antrag auf.'),
    ansprechpunkt: ANSPRECHPUNKT_115,
    urheber: URHEBER,
    ursprungsportal: MV_PORTAL,
    ...angaben,
  })
}

/** Modules that follow what is inherited. */
export function danach(angaben: Angaben): FassungInhalt {
  return mapModules(angaben, (wert) => ({ modus: 'ergaenzen', stelle: 'danach', wert }))
}

/** Modules that go before what is inherited. */
export function davor(angaben: Angaben): FassungInhalt {
  return mapModules(angaben, (wert) => ({ modus: 'ergaenzen', stelle: 'davor', wert }))
}

function mapModules(angaben: Angaben, beitrag: (wert: unknown) => unknown): FassungInhalt {
  const entries = Object.entries(angaben).map(([name, wert]) => [
    name,
    beitrag(typeof wert === 'string' ? { text: wert, links: [] } : wert),
  ])
  return Object.fromEntries(entries) as FassungInhalt
}

// HTML within the ten tag groups

/** Paragraphs. */
export function p(...absaetze: readonly string[]): Html {
  return absaetze.map((absatz) => `<p>${absatz}</p>`).join('')
}

/** A bulleted list. */
export function ul(...punkte: readonly string[]): Html {
  return `<ul>${punkte.map((punkt) => `<li>${punkt}</li>`).join('')}</ul>`
}

/** Numbered steps. */
export function ol(...schritte: readonly string[]): Html {
  return `<ol>${schritte.map((schritt) => `<li>${schritt}</li>`).join('')}</ol>`
}

/** A heading between paragraphs. */
export function h3(text: string): Html {
  return `<h3>${text}</h3>`
}

/** A link. */
export function a(uri: string, text: string): Html {
  return `<a href="${uri}">${text}</a>`
}

/** A link to a federal law. */
export function bundesrecht(kennung: string, text: string): Html {
  return a(`https://www.gesetze-im-internet.de/${kennung}/`, text)
}

/** A link to the law of the Land; its pages have no short addresses of their own. */
export function landrecht(text: string): Html {
  return a('https://www.landesrecht-mv.de/', text)
}

// Structured modules

/** Kosten as a whole. */
export function kosten(positionen: readonly Kosten[], text: Html = ''): Kostenwert {
  return { kosten: positionen, text, links: [] }
}

/** A fixed amount. */
export function betrag(cent: number, text: string): Kosten {
  return position({ art: 'fix', cent }, p(text))
}

/** An amount between two bounds; `grund` says on what it depends. */
export function spanne(
  vonCent: number | null,
  bisCent: number | null,
  grund: string,
  text = '',
): Kosten {
  return position({ art: 'variabel', vonCent, bisCent, text: grund }, text === '' ? '' : p(text))
}

/** Free of charge. */
export function kostenfrei(text: string): Kosten {
  return position({ art: 'frei', text }, '')
}

function position(auswahl: Kosten['auswahl'], text: Html): Kosten {
  return { typ: null, auswahl, text, vorkasse: null, link: null }
}

/** One Frist of a fixed duration. */
export function frist(dauer: number, einheit: Zeiteinheit, text: string): Fristwert {
  const auswahl = { art: 'dauer', dauer, einheit, bis: null } as const
  return { fristen: [{ typ: null, auswahl, text: p(text) }], text: '', links: [] }
}

/** A Frist that no number describes, or that there is none. */
export function fristText(text: string): Fristwert {
  return { fristen: [], text: p(text), links: [] }
}

/** How long it takes, from `von` to `bis`. */
export function dauer(
  von: number,
  bis: number | null,
  einheit: Zeiteinheit,
  text = '',
): Bearbeitungsdauerwert {
  const auswahl = {
    art: 'dauer',
    dauer: von,
    einheit,
    bis: bis === null ? null : { dauer: bis, einheit },
  } as const
  return { dauern: [{ auswahl, text }], text: '', links: [] }
}

/** It is done while you wait. */
export function sofort(text: string): Bearbeitungsdauerwert {
  return { dauern: [{ auswahl: null, text }], text: '', links: [] }
}

/** The words that people really use. */
export function begriffe(...worte: readonly string[]): Begriffewert {
  return { begriffe: worte.map((begriff) => ({ begriff, typ: null })) }
}

/** Technical approval by an (invented) Fachressort. */
export function freigegebenDurch(fachressort: string, am: CalendarDay): FachlicheFreigabewert {
  return { am, durch: [`Fachressort ${fachressort} (Demo)`] }
}

/** What only the agents of the hotline read. */
export function hinweis115(...absaetze: readonly string[]): Auskunftshinweiswert {
  return { text: p(...absaetze), links: [] }
}

/** A document asked for or handed out. */
export function dokument(
  bezeichnung: string,
  text: string,
  formularId: string | null = null,
): Dokument {
  return { typ: null, bezeichnung, text: p(text), formularId }
}

/** Documents that come in and go out. */
export function dokumente(
  eingehend: readonly Dokument[],
  ausgehend: readonly Dokument[],
): Dokumentewert {
  return { eingehend, ausgehend, text: '', links: [] }
}

// Sentences that many texts share

/** Author of all Land texts; says in every delivery that this is no real text. */
const URHEBER = 'Landesredaktion Mecklenburg-Vorpommern (Demo-Inhalt, keine amtliche Auskunft)'

/** The portal that the Land texts are written for. */
const MV_PORTAL = {
  portale: [{ uri: 'https://www.mv-serviceportal.de/', titel: 'MV-Serviceportal' }],
}

/** The usual way to object. */
const WIDERSPRUCH = p(
  'Gegen den Bescheid können Sie innerhalb eines Monats Widerspruch einlegen. Wo und in welcher Form, steht am Ende des Bescheids.',
)

/** Where the Amt answers for its Gemeinden. */
export const ZUSTAENDIG_AMT = p(
  'Zuständig ist Ihre Amtsverwaltung. In amtsfreien Gemeinden ist es die Gemeindeverwaltung, in Schwerin und Rostock die Stadtverwaltung.',
)

/** Where the Landkreis answers. */
export const ZUSTAENDIG_KREIS = p(
  'Zuständig ist Ihr Landkreis. In Schwerin und Rostock ist es die Stadtverwaltung.',
)

/** Whom to ask first. */
const ANSPRECHPUNKT_115 = p(
  `Fragen beantwortet auch die Behördennummer ${a('tel:115', '115')}, montags bis freitags von 8 bis 18 Uhr.`,
)
