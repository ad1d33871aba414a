import type { MergedInhalt, Teil } from '#core/fassung/merge.ts'
import {
  TEXTMODULE,
  TEXTMODULNAMEN,
  type Begriff,
  type Html,
  type Modulname,
  type Modulwerte,
  type Textmodulname,
  type Weblink,
} from '#core/fassung/module.ts'
import { compareKeys } from '#core/delta/delta.ts'
import type { Gebiet, Gebiete } from '#core/gebiet/gebiet.ts'
import { mergedText, variantenText, type Inhalte } from '#core/lieferung/inhalte.ts'
import type {
  Leistungsobjekt,
  Stellenobjekt,
  Zustaendigkeitsobjekt,
} from '#core/lieferung/lieferung.ts'
import type { Anschrift, Onlinedienst, Organisationseinheit } from '#core/stelle/stelle.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { HashInhalt } from '#ports/log.ts'
import { XZUFI_VERSION, type XzufiSettings } from './settings.ts'
import {
  describeDauern,
  describeDokumente,
  describeFristen,
  describeKosten,
  htmlFromPlain,
  joinHtml,
  joinPlain,
  type Exportsprache,
} from './worte.ts'

/**
 * One XML element: its text, or its parts by name, in the order in which they are written. `@name` is
 * an attribute, `#text` the text beside attributes. What is undefined or an empty list is not
 * written. An element with a part `code` is an XÖV code: its `code` and `name` have no namespace.
 */
export type Wire = string | WireParts
/** The parts of an element. */
export type WireParts = {
  readonly [name: string]: Wire | readonly Wire[] | undefined
}

/** The texts that an object needs, and how contents are hashed. */
export type Texte = { readonly inhalte: Inhalte; readonly hash: HashInhalt }

/** The namespace of XZuFi 2.2.0. */
export const XZUFI_NAMESPACE = 'http://xoev.de/schemata/xzufi/2_2_0'

/** A delivery's head: attributes of the root and `nachrichtenkopf`. `erstellt` is a UTC instant, ISO 8601. */
export function presentKopf(
  { nachrichtUuid, erstellt }: { readonly nachrichtUuid: string; readonly erstellt: string },
  { produktbezeichnung, hersteller }: XzufiSettings,
): WireParts {
  return {
    '@produktbezeichnung': produktbezeichnung,
    '@produkthersteller': hersteller,
    '@xzufiVersion': XZUFI_VERSION,
    nachrichtenkopf: { nachrichtUUID: nachrichtUuid, erstelltDatumZeit: erstellt },
  }
}

/**
 * `leistung`: parts and order of `domain/xzufi.md` 4.1, as far as their spelling is certain
 * (`README.md` lists what is left out). English stands beside German where the English text of a
 * module is fresh; Leichte Sprache and the hints for 115 agents never leave here.
 */
export function presentLeistung(
  objekt: Leistungsobjekt,
  texte: Texte,
  settings: XzufiSettings,
): WireParts {
  const { leistung, gebiet, geaendert } = objekt
  const lesarten = lesartenOf(objekt, texte)
  return {
    id: identifikator(objekt.id, settings),
    referenzLeiKa: leistung.leistungsschluessel.map((key) => code('leistungsschluessel', key)),
    modulText: TEXTMODULNAMEN.flatMap((name) => modulText(name, lesarten, leistung.name)),
    modulFrist: described('frist', lesarten, describeFristen),
    modulKosten: described('kosten', lesarten, describeKosten),
    modulBearbeitungsdauer: described('bearbeitungsdauer', lesarten, describeDauern),
    modulBegriffImKontext: modulBegriffImKontext(lesarten),
    modulFachlicheFreigabe: modulFachlicheFreigabe(lesarten),
    modulDokument: described('dokumente', lesarten, describeDokumente),
    modulUrsprungsportal: modulUrsprungsportal(lesarten),
    typisierung: codes('typisierung', leistung.typisierung),
    vertrauensniveau: codes('vertrauensniveau', leistung.vertrauensniveau),
    leistungsadressat: leistung.adressaten.map((each) => code('leistungsadressat', each)),
    kennzeichenSchriftformerfordernis: flag(leistung.schriftform),
    klassifizierung: leistung.lagen.map((each) => code('pvlagen', each)),
    informationsbereichSDG: leistung.sdg.map((each) => code('sdg', each)),
    gueltigkeitGebietID: gebietId(gebiet),
    kennzeichenEA: flag(leistung.einheitlicheStelle),
    versionsinformation: { geaendertDatumZeit: geaendert },
    sprachversion: lesarten.map(({ sprache }) => ({ languageCode: sprache })),
    gueltigkeit: { beginn: beginnOfDay(heldSince(objekt)) },
  }
}

/**
 * `organisationseinheit` with its Zustaendigkeiten inline, one per text with all its areas. Opening
 * hours, channels and accessibility are left out: no source shows their elements (`README.md`).
 */
export function presentOrganisationseinheit(
  objekt: Stellenobjekt,
  { name, anschriften }: Organisationseinheit,
  gebiete: Gebiete,
  settings: XzufiSettings,
): WireParts {
  return {
    id: identifikator(objekt.id, settings),
    name: { name: localized('de', name) },
    anschrift: anschriften.map((each) => presentAnschrift(each, gebiete, settings)),
    zustaendigkeit: presentZustaendigkeiten(objekt.zustaendigkeiten, settings),
  }
}

/** `onlinedienst`. Which areas and texts it serves has no confirmed place inside it (`README.md`). */
export function presentOnlinedienst(
  objekt: Stellenobjekt,
  { bezeichnung, url, titel, vertrauensniveau }: Onlinedienst,
  settings: XzufiSettings,
): WireParts {
  return {
    id: identifikator(objekt.id, settings),
    bezeichnung: localized('de', bezeichnung),
    link: {
      '@languageCode': 'de',
      typ: code('onlinedienstlinktyp', '01'),
      link: url,
      titel: titel ?? undefined,
    },
    vertrauensniveau: codes('vertrauensniveau', vertrauensniveau),
    sprachversion: { languageCode: 'de' },
  }
}

/** One language of a text: the modules that it may speak for. */
type Lesart = { readonly sprache: Exportsprache; readonly inhalt: MergedInhalt }

/**
 * Code lists. A version is named where it was seen; where the schema fixes list or version, what is
 * not written counts as right, and what is written wrong is an error.
 */
const LISTS = {
  textmodul: {
    '@listURI': 'urn:de:xzufi:codeliste:leistungstextmodulleika',
    '@listVersionID': '20240216',
  },
  leistungsschluessel: { '@listURI': 'urn:de:fim:leika:leistung' },
  typisierung: { '@listURI': 'urn:de:fim:leika:typisierung' },
  vertrauensniveau: { '@listURI': 'urn:xoev-de:fim:codeliste:vertrauensniveau' },
  pvlagen: { '@listURI': 'urn:xoev-de:fim:codeliste:pvlagen' },
  sdg: {
    '@listURI': 'urn:xoev-de:fim:codeliste:sdginformationsbereich',
    '@listVersionID': '4',
  },
  onlinedienstlinktyp: { '@listURI': 'urn:xoev-de:fim:codeliste:onlinedienstlinktyp' },
  anschrifttyp: {
    '@listURI': 'urn:xoev-de:fim:codeliste:xzufi.anschrifttyp',
    '@listVersionID': '2.0',
  },
  bundesland: { '@listURI': 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:bundesland' },
  gemeindeschluessel: { '@listURI': 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:ags' },
  regionalschluessel: { '@listURI': 'urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs' },
  // No source names the URIs of these two.
  leistungsadressat: {},
  begriffstyp: {},
} as const satisfies { readonly [list: string]: WireParts }

function lesartenOf(
  { schichten, varianten }: Leistungsobjekt,
  { inhalte, hash }: Texte,
): readonly Lesart[] {
  const german: Lesart = { sprache: 'de', inhalt: mergedText(schichten, inhalte) }
  if (!varianten.some(({ variante }) => variante.sprache === 'en')) return [german]
  const { inhalt, fallback } = variantenText(schichten, varianten, 'en', inhalte, hash)
  const fresh = Object.entries(inhalt).filter(([name]) => !fallback.has(name as Modulname))
  return fresh.length === 0
    ? [german]
    : [german, { sprache: 'en', inhalt: Object.fromEntries(fresh) }]
}

/**
 * The order inside a `modulText` is not settled: one reader of real deliveries has `inhalt` before
 * `leikaTextmodul`, the FIM model the other way round. We write the reader's order, here only.
 * Every leistung needs text module 02 (`domain/pvog.md` T9). Where only a Kommune has written, without it, the working
 * title of the Leistung stands in: one missing name must not stop the delivery of everything else.
 */
function modulText(
  name: Textmodulname,
  lesarten: readonly Lesart[],
  arbeitstitel: string,
): readonly WireParts[] {
  const written = lesarten.flatMap(({ sprache, inhalt: text }) =>
    localizedUnlessEmpty(sprache, joinedText(name, text[name] ?? [])),
  )
  const inhalt =
    name === 'leistungsbezeichnung' && written.length === 0
      ? localizedUnlessEmpty('de', htmlFromPlain(arbeitstitel))
      : written
  const links = weiterfuehrendeLinks(name, lesarten)
  if (inhalt.length === 0 && links.length === 0) return []
  const leikaTextmodul = code('textmodul', TEXTMODULE[name].code)
  return [{ inhalt, leikaTextmodul, weiterfuehrenderLink: links }]
}

function joinedText(name: Textmodulname, teile: readonly Teil<Modulwerte[Textmodulname]>[]): Html {
  const texts = teile.map(({ wert }) => wert.text)
  return TEXTMODULE[name].form === 'html' ? joinHtml(texts) : htmlFromPlain(joinPlain(texts))
}

/** Modules whose items have no confirmed elements say them in words. */
type DescribedModul = 'frist' | 'kosten' | 'bearbeitungsdauer' | 'dokumente'

function described<N extends DescribedModul>(
  name: N,
  lesarten: readonly Lesart[],
  describe: (wert: Modulwerte[N], sprache: Exportsprache) => Html,
): WireParts | undefined {
  const beschreibung = lesarten.flatMap(({ sprache, inhalt }) =>
    localizedUnlessEmpty(
      sprache,
      joinHtml(werteOf(name, inhalt).map((wert) => describe(wert, sprache))),
    ),
  )
  const links = weiterfuehrendeLinks(name, lesarten)
  if (beschreibung.length === 0 && links.length === 0) return undefined
  return { beschreibung, weiterfuehrenderLink: links }
}

function weiterfuehrendeLinks(
  name: Textmodulname | DescribedModul,
  lesarten: readonly Lesart[],
): readonly WireParts[] {
  return lesarten.flatMap(({ sprache, inhalt }) => {
    const links = werteOf(name, inhalt).flatMap((wert): readonly Weblink[] => [
      ...wert.links,
      ...('kosten' in wert ? wert.kosten.flatMap(({ link }) => costLink(link)) : []),
    ])
    return uniqueBy(links, ({ uri }) => uri).map(({ uri, titel }) => ({
      '@languageCode': sprache,
      uri,
      titel: titel ?? undefined,
    }))
  })
}

function costLink(link: string | null): readonly Weblink[] {
  return link === null || link === '' ? [] : [{ uri: link, titel: null }]
}

function modulBegriffImKontext(lesarten: readonly Lesart[]): WireParts | undefined {
  const begriffImKontext = lesarten.flatMap(({ sprache, inhalt }) => {
    const begriffe = werteOf('begriffe', inhalt).flatMap(
      (wert): readonly Begriff[] => wert.begriffe,
    )
    return uniqueBy(begriffe, ({ begriff }) => begriff).map(({ begriff, typ }) => ({
      begriff: localized(sprache, begriff),
      typ: codes('begriffstyp', typ),
    }))
  })
  return begriffImKontext.length === 0 ? undefined : { begriffImKontext }
}

/** Several layers were approved each on its day: the last one approved the whole. */
function modulFachlicheFreigabe([german]: readonly Lesart[]): WireParts | undefined {
  const werte = german ? werteOf('fachlicheFreigabe', german.inhalt) : []
  const days = werte.flatMap(({ am }) => (am === null ? [] : [am])).sort(compareKeys)
  const durch = [...new Set(werte.flatMap((wert) => wert.durch))]
  if (days.length === 0 && durch.length === 0) return undefined
  return {
    fachlichFreigegebenAm: days.at(-1),
    fachlichFreigegebenDurch: durch.map((each) => localized('de', each)),
  }
}

function modulUrsprungsportal(lesarten: readonly Lesart[]): readonly WireParts[] {
  return lesarten.flatMap(({ sprache, inhalt }) => {
    const portale = werteOf('ursprungsportal', inhalt).flatMap((wert) => wert.portale)
    return uniqueBy(portale, ({ uri }) => uri).map(({ uri, titel }) => ({
      '@languageCode': sprache,
      uri,
      titel: titel ?? undefined,
    }))
  })
}

function presentAnschrift(
  { typ, strasse, hausnummer, plz, postfach, ort, zusatz, gebietId: id }: Anschrift,
  gebiete: Gebiete,
  { anschrift }: XzufiSettings,
): WireParts {
  const gebiet = id === null ? undefined : gebiete.byId.get(id)
  const kodierung = gebiet && verwaltungspolitischeKodierung(gebiet)
  if (anschrift === 'gesichert') return { ort, verwaltungspolitischeKodierung: kodierung }
  return {
    typ: code('anschrifttyp', typ),
    strasse: strasse ?? undefined,
    hausnummer: hausnummer ?? undefined,
    postleitzahl: plz,
    postfach: postfach ?? undefined,
    ort,
    zusatz: zusatz ?? undefined,
    verwaltungspolitischeKodierung: kodierung,
  }
}

/** The official list holds keys of Gemeinden only (`domain/pvog.md` K8). */
function verwaltungspolitischeKodierung({ ars, ags }: Gebiet): WireParts | undefined {
  const land = ars.slice(0, 2)
  if (land === '00') return undefined
  return {
    bundesland: code('bundesland', land),
    gemeindeschluessel: codes('gemeindeschluessel', ags),
    regionalschluessel: codes('regionalschluessel', ars.length === 12 ? ars : null),
  }
}

function presentZustaendigkeiten(
  zustaendigkeiten: readonly Zustaendigkeitsobjekt[],
  settings: XzufiSettings,
): readonly WireParts[] {
  const areas = new Map<string, Map<string, Gebiet>>()
  for (const { leistungsobjektId, gebiet } of zustaendigkeiten) {
    const known = areas.get(leistungsobjektId) ?? new Map<string, Gebiet>()
    areas.set(leistungsobjektId, known.set(gebiet.ars, gebiet))
  }
  return [...areas]
    .sort(([left], [right]) => compareKeys(left, right))
    .map(([id, gebiete]) => ({
      leistungID: identifikator(id, settings),
      gebietID: [...gebiete.values()]
        .sort((left, right) => compareKeys(left.ars, right.ars))
        .map(gebietId),
    }))
}

function identifikator(id: string, { agencyId }: XzufiSettings): WireParts {
  return { '@schemeAgencyID': agencyId, '#text': id }
}

function gebietId({ ars }: Gebiet): WireParts {
  return { '@schemeID': LISTS.regionalschluessel['@listURI'], '#text': ars }
}

function code(list: keyof typeof LISTS, value: string): WireParts {
  return { ...LISTS[list], code: value }
}

function codes(list: keyof typeof LISTS, value: string | null): WireParts | undefined {
  return value === null || value === '' ? undefined : code(list, value)
}

function flag(value: boolean | null): string | undefined {
  return value === null ? undefined : String(value)
}

function localized(sprache: Exportsprache, text: string): WireParts {
  return { '@languageCode': sprache, '#text': text }
}

function localizedUnlessEmpty(sprache: Exportsprache, text: string): readonly WireParts[] {
  return text === '' ? [] : [localized(sprache, text)]
}

function werteOf<N extends Modulname>(name: N, inhalt: MergedInhalt): readonly Modulwerte[N][] {
  const teile = inhalt[name]
  return (teile ?? []).map(({ wert }) => wert)
}

/** The first day on which all layers hold as they stand here. */
function heldSince({ schichten }: Leistungsobjekt): CalendarDay {
  const [first, ...others] = schichten.map(({ ab }) => ab)
  if (first === undefined) throw new Error('a Leistungsobjekt has at least one layer')
  return others.reduce((left, right) => (left > right ? left : right), first)
}

/**
 * 0:00 of the day in Europe/Berlin with its offset: an exact instant whose first ten characters are
 * the legal day, for readers that cut there.
 */
function beginnOfDay(tag: CalendarDay): string {
  return `${tag}T00:00:00${midnightInBerlin(tag).includes('T22:') ? '+02:00' : '+01:00'}`
}

/** The first of each key. */
function uniqueBy<T>(values: readonly T[], keyOf: (value: T) => string): readonly T[] {
  const seen = new Set<string>()
  return values.filter((value) => seen.size < seen.add(keyOf(value)).size)
}
