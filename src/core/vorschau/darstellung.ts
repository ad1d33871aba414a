import { ZEITEINHEIT_LABELS } from '#core/fassung/module.ts'
import type { Fristauswahl, Kostenauswahl, Weblink, Zeiteinheit } from '#core/fassung/module.ts'
import type { Rolle, Wochentag } from '#core/stelle/stelle.ts'
import type {
  Blattangebot,
  Blattdokument,
  Blattherkunft,
  Blattmodul,
  Blattstelle,
  Blattteil,
  Leistungsblatt,
} from '#core/vorschau/blatt.ts'
import {
  element,
  link,
  parseMarkup,
  parsePlain,
  textknoten,
  type Knoten,
} from '#core/vorschau/markup.ts'
import { formatDay } from '#core/zeit/deutsch.ts'

/** A section of a shown Leistung: one module, or who answers for it, or its legal basis. */
export type Blattabschnitt = {
  /** Stable over all days; also the anchor on the page. */
  readonly schluessel: string
  readonly titel: string
  /** In German, because the language asked for has no fresh text. */
  readonly fallback: boolean
  /** A part of it was translated by a machine. */
  readonly maschinell: boolean
  /** Taken over because somebody was silent in a Schweigefrist. */
  readonly ohneRueckmeldung?: true
  /** Says something about the text instead of telling the citizen what to do. */
  readonly istAngabe: boolean
  readonly teile: readonly Abschnittsteil[]
}

/** One part of it, with who says it; null where it comes from no text. */
export type Abschnittsteil = {
  readonly herkunft: Blattherkunft | null
  readonly knoten: readonly Knoten[]
}

/** The sections of a Leistung in the order in which a citizen reads them. */
export function abschnitteOf(blatt: Leistungsblatt): readonly Blattabschnitt[] {
  const german = blatt.sprache !== 'de'
  const module = blatt.module.map(ofModul).filter(({ teile }) => teile.length > 0)
  return [
    ...ofAngebot(blatt.angebot, german),
    ...module.filter(({ istAngabe }) => !istAngabe),
    ...ohneText('onlinedienste', 'Online erledigen', blatt.onlinedienste.map(dienst), german),
    ...ROLLEN.flatMap(({ rolle, titel }) =>
      ohneText(
        `stellen-${rolle}`,
        titel,
        blatt.zustaendigkeiten
          .filter((each) => each.rolle === rolle)
          .map(({ stelle }) => ofStelle(stelle)),
        german,
      ),
    ),
    ...ohneText('rechtsgrundlagen', 'Rechtsgrundlagen', blatt.rechtsgrundlagen.map(norm), german),
    ...module.filter(({ istAngabe }) => istAngabe),
  ]
}

const ROLLEN: readonly { readonly rolle: Rolle; readonly titel: string }[] = [
  { rolle: 'zustaendige-stelle', titel: 'Wer ist zuständig?' },
  { rolle: 'antragsannahme', titel: 'Wo stellen Sie den Antrag?' },
  { rolle: 'ansprechpunkt', titel: 'Wer hilft Ihnen weiter?' },
]

/** Modules about the text itself. */
const ANGABEN: ReadonlySet<string> = new Set([
  'leistungsbezeichnung',
  'leistungsbezeichnungII',
  'urheber',
  'begriffe',
  'fachlicheFreigabe',
  'ursprungsportal',
])

function ohneText(
  schluessel: string,
  titel: string,
  teile: readonly (readonly Knoten[])[],
  fallback: boolean,
): readonly Blattabschnitt[] {
  if (teile.length === 0) return []
  return [
    {
      schluessel,
      titel,
      fallback,
      maschinell: false,
      istAngabe: false,
      teile: teile.map((knoten) => ({ herkunft: null, knoten })),
    },
  ]
}

/** Who does not offer it says so first; who does need not say so. */
function ofAngebot(
  angebot: Blattangebot | undefined,
  fallback: boolean,
): readonly Blattabschnitt[] {
  if (!angebot) return []
  const { antwort, satz = '', stattdessen } = angebot
  const teile = [
    words(satz),
    words(stattdessen?.text ?? ''),
    stattdessen?.link ? link(stattdessen.link, textknoten(stattdessen.link)) : [],
  ].filter((part) => part.length > 0)
  const titel = antwort === 'nein' ? 'Das bieten wir nicht an' : 'Das bieten wir an'
  return ohneText('angebot', titel, teile, fallback)
}

function ofModul(blattmodul: Blattmodul): Blattabschnitt {
  const { modul, titel, fallback, maschinell, teile } = blattmodul
  return {
    ...(blattmodul.ohneRueckmeldung ? { ohneRueckmeldung: true } : {}),
    schluessel: modul,
    titel,
    fallback,
    maschinell,
    istAngabe: ANGABEN.has(modul),
    teile: teile
      .map((teil) => ({ herkunft: teil.herkunft, knoten: ofTeil(teil) }))
      .filter(({ knoten }) => knoten.length > 0),
  }
}

function ofTeil(teil: Blattteil): readonly Knoten[] {
  const rows = [
    ...(teil.fristen ?? []).map(({ angabe, html }) => row(zeit(angabe), html)),
    ...(teil.kosten ?? []).map(kostenzeile),
    ...(teil.dauern ?? []).map(({ angabe, text }) =>
      joined([words(zeit(angabe)), words(text)].filter((part) => part.length > 0)),
    ),
    ...(teil.begriffe ?? []).map(({ begriff }) => words(begriff)),
    ...(teil.portale ?? []).map(weblink),
    ...(teil.links ?? []).map(weblink),
  ]
  return [
    ...(teil.html === undefined ? [] : parseMarkup(teil.html)),
    ...(teil.text === undefined ? [] : parsePlain(teil.text)),
    ...documents('Das brauchen Sie', teil.eingehend ?? []),
    ...documents('Das bekommen Sie', teil.ausgehend ?? []),
    ...freigabe(teil),
    ...listOf(rows),
  ]
}

function kostenzeile({
  betrag,
  html,
  vorkasse,
  link: href,
}: NonNullable<Blattteil['kosten']>[number]): readonly Knoten[] {
  return joined(
    [
      row(geld(betrag), html),
      vorkasse === true ? words('im Voraus zu zahlen') : [],
      href === null ? [] : link(href, textknoten('weitere Angaben')),
    ].filter((part) => part.length > 0),
  )
}

function freigabe({ am, durch }: Blattteil): readonly Knoten[] {
  const sentences = [
    ...(am === undefined || am === null ? [] : [`Geprüft am ${formatDay(am)}`]),
    ...(durch === undefined || durch.length === 0 ? [] : [`durch ${durch.join(', ')}`]),
  ]
  return sentences.length === 0 ? [] : [element('p', textknoten(sentences.join(' ')))]
}

function documents(titel: string, dokumente: readonly Blattdokument[]): readonly Knoten[] {
  if (dokumente.length === 0) return []
  return [
    element('p', element('strong', textknoten(titel))),
    ...listOf(dokumente.map(({ bezeichnung, html }) => row(bezeichnung, html))),
  ]
}

/** A short statement in bold with what explains it. */
function row(statement: string, html: string): readonly Knoten[] {
  const strong = statement === '' ? [] : [element('strong', textknoten(statement))]
  return joined([strong, inline(html)].filter((part) => part.length > 0))
}

/** Paragraphs would tear a row apart; one paragraph alone is its words. */
function inline(html: string): readonly Knoten[] {
  const knoten = parseMarkup(html)
  const [only] = knoten
  return knoten.length === 1 && only?.art === 'element' && only.tag === 'p' ? only.kinder : knoten
}

function joined(parts: readonly (readonly Knoten[])[]): readonly Knoten[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [textknoten(': '), ...part]))
}

function listOf(rows: readonly (readonly Knoten[])[]): readonly Knoten[] {
  const filled = rows.filter((each) => each.length > 0)
  return filled.length === 0 ? [] : [element('ul', ...filled.map((each) => element('li', ...each)))]
}

function words(text: string): readonly Knoten[] {
  return text.trim() === '' ? [] : [textknoten(text)]
}

function weblink({ uri, titel }: Weblink): readonly Knoten[] {
  return link(uri, textknoten(titel ?? uri))
}

// Amounts and durations

/** An amount as people read it. */
export function geld(betrag: Kostenauswahl): string {
  switch (betrag.art) {
    case 'fix':
      return euro(betrag.cent)
    case 'frei':
      return betrag.text === '' ? 'kostenfrei' : betrag.text
    case 'variabel': {
      const { vonCent, bisCent, text } = betrag
      const range = [
        ...(vonCent === null ? [] : [`ab ${euro(vonCent)}`]),
        ...(bisCent === null ? [] : [`bis ${euro(bisCent)}`]),
      ].join(' ')
      return [range, text].filter(Boolean).join(', ')
    }
  }
}

function euro(cent: number): string {
  const whole = String(Math.floor(cent / 100)).replace(/\B(?=(\d{3})+$)/g, '.')
  return `${whole},${String(cent % 100).padStart(2, '0')} Euro`
}

/** A duration or a day as people read it; '' where only words are given. */
export function zeit(auswahl: Fristauswahl | null): string {
  if (auswahl === null) return ''
  if (auswahl.art === 'stichtag') {
    return [
      ...(auswahl.von === null ? [] : [`ab ${formatDay(auswahl.von)}`]),
      ...(auswahl.bis === null ? [] : [`bis ${formatDay(auswahl.bis)}`]),
    ].join(' ')
  }
  const { dauer, einheit, bis } = auswahl
  if (bis === null) return `${dauer} ${einheitName(einheit, dauer)}`
  const from = bis.einheit === einheit ? String(dauer) : `${dauer} ${einheitName(einheit, dauer)}`
  return `${from} bis ${bis.dauer} ${einheitName(bis.einheit, bis.dauer)}`
}

function einheitName(einheit: Zeiteinheit, anzahl: number): string {
  const [one, many] = ZEITEINHEIT_LABELS[einheit]
  return anzahl === 1 ? one : many
}

// Offices, services and laws

function ofStelle(stelle: Blattstelle): readonly Knoten[] {
  return [
    element('p', element('strong', textknoten(stelle.name))),
    ...parsePlain(stelle.kurzbeschreibung ?? ''),
    ...stelle.anschriften.map((each) => element('p', textknoten(anschrift(each)))),
    ...listOf([
      ...stelle.kommunikation.map(erreichbar),
      ...(stelle.webseite === null
        ? []
        : [link(stelle.webseite, textknoten('Webseite der Stelle'))]),
      ...(stelle.terminlink === null
        ? []
        : [link(stelle.terminlink, textknoten('Termin vereinbaren'))]),
    ]),
    ...zeiten(stelle),
    ...barrierefrei(stelle),
  ]
}

function anschrift({
  strasse,
  hausnummer,
  postfach,
  plz,
  ort,
  zusatz,
}: Blattstelle['anschriften'][number]): string {
  const street = [strasse, hausnummer].filter(Boolean).join(' ')
  const box = postfach === null ? '' : `Postfach ${postfach}`
  return [zusatz ?? '', street, box, `${plz} ${ort}`].filter(Boolean).join(', ')
}

function erreichbar({
  kanal,
  kennung,
  zusatz,
}: Blattstelle['kommunikation'][number]): readonly Knoten[] {
  const { name, schema } = KANAELE[kanal] ?? { name: '', schema: null }
  const target =
    schema === null ? [] : link(schema + kennung.replace(/\s/g, ''), textknoten(kennung))
  return [
    ...words(name === '' ? '' : `${name}: `),
    ...(target.length > 0 ? target : [textknoten(kennung)]),
    ...words(zusatz === null || zusatz === '' ? '' : ` (${zusatz})`),
  ]
}

/** Codes of `urn:de:xoev:codeliste:erreichbarkeit`. */
const KANAELE: Readonly<
  Record<string, { readonly name: string; readonly schema: 'mailto:' | 'tel:' | '' | null }>
> = {
  '01': { name: 'E-Mail', schema: 'mailto:' },
  '02': { name: 'Telefon', schema: 'tel:' },
  '03': { name: 'Mobil', schema: 'tel:' },
  '04': { name: 'Fax', schema: null },
  '08': { name: 'De-Mail', schema: 'mailto:' },
  '09': { name: 'Web', schema: '' },
}

const TAGE: Readonly<Record<Wochentag, string>> = {
  1: 'Montag',
  2: 'Dienstag',
  3: 'Mittwoch',
  4: 'Donnerstag',
  5: 'Freitag',
  6: 'Samstag',
  7: 'Sonntag',
}

function zeiten({ oeffnungszeiten, sondertage, zeitenHinweis }: Blattstelle): readonly Knoten[] {
  const byDay = new Map<string, string[]>()
  for (const { wochentag, von, bis, hinweis } of oeffnungszeiten) {
    const hours = `${von}–${bis} Uhr${hinweis === null || hinweis === '' ? '' : ` (${hinweis})`}`
    byDay.set(TAGE[wochentag], [...(byDay.get(TAGE[wochentag]) ?? []), hours])
  }
  const rows = [
    ...[...byDay].map(([tag, hours]) => words(`${tag}: ${hours.join(' und ')}`)),
    ...sondertage.map(({ tag, zeiten: open, anlass }) =>
      words(
        `${formatDay(tag)}${anlass === null || anlass === '' ? '' : ` (${anlass})`}: ${
          open.length === 0
            ? 'geschlossen'
            : open.map(({ von, bis }) => `${von}–${bis} Uhr`).join(' und ')
        }`,
      ),
    ),
  ]
  return [
    ...(rows.length === 0 ? [] : [element('p', element('strong', textknoten('Öffnungszeiten')))]),
    ...listOf(rows),
    ...parsePlain(zeitenHinweis ?? ''),
  ]
}

function barrierefrei({
  barrierefreiheit: { rollstuhlgerecht, aufzug, hinweis },
}: Blattstelle): readonly Knoten[] {
  const said = [
    ...(rollstuhlgerecht === null
      ? []
      : [rollstuhlgerecht ? 'rollstuhlgerecht' : 'nicht rollstuhlgerecht']),
    ...(aufzug === null ? [] : [aufzug ? 'mit Aufzug' : 'ohne Aufzug']),
    ...(hinweis === null || hinweis === '' ? [] : [hinweis]),
  ]
  return said.length === 0 ? [] : [element('p', textknoten(`Zugang: ${said.join(', ')}`))]
}

function dienst({
  bezeichnung,
  url,
  titel,
  nutzerkonto,
}: Leistungsblatt['onlinedienste'][number]): readonly Knoten[] {
  const account = nutzerkonto === null || nutzerkonto === '' ? '' : ` (Anmeldung: ${nutzerkonto})`
  return [element('p', ...link(url, textknoten(titel ?? bezeichnung)), ...words(account))]
}

function norm({
  titel,
  kurztitel,
  abkuerzung,
  fundstelle,
  url,
}: Leistungsblatt['rechtsgrundlagen'][number]): readonly Knoten[] {
  const name = [titel, abkuerzung ?? kurztitel].filter((each) => each !== null && each !== '')
  const title = name.length > 1 ? `${titel} – ${name[1] ?? ''}` : titel
  const source = fundstelle === null || fundstelle === '' ? '' : `, ${fundstelle}`
  return [
    element(
      'p',
      ...(url === null ? [textknoten(title)] : link(url, textknoten(title))),
      ...words(source),
    ),
  ]
}
