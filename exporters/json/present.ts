import { compareKeys } from '#core/delta/delta.ts'
import { angebotIn, type Angebotslage } from '#core/fassung/angebot.ts'
import type { Inhaltshash, LeistungId, Sprache } from '#core/fassung/fassung.ts'
import type { Herkunft, MergedInhalt, Teil } from '#core/fassung/merge.ts'
import {
  TEXTMODULE,
  modulLabel,
  type Dokument,
  type Fristauswahl,
  type Kostenauswahl,
  type Modulname,
  type Modulwerte,
  type Textmodulname,
  type Textwert,
  type Weblink,
} from '#core/fassung/module.ts'
import { paddedArs, type Gebiet, type Gebiete } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import {
  mergedText,
  ohneRueckmeldungIn,
  variantenText,
  type Inhalte,
  type VariantenText,
} from '#core/lieferung/inhalte.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import {
  inhaltOf,
  schichtenIn,
  variantenOf,
  zustaendigkeitenIn,
  type Schichteintrag,
  type Objekteintrag,
  type Uebersicht,
  type Varianteneintrag,
  type Wert,
} from '#core/log/uebersicht.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Onlinedienst, Organisationseinheit, Zustaendigkeit } from '#core/stelle/stelle.ts'
import type { HashInhalt } from '#ports/log.ts'
import { zeitenOf } from './zeiten.ts'

/** Which Leistung, for which area, in which language, on the day of the Uebersicht. */
export type Leistungsfrage = {
  readonly uebersicht: Uebersicht
  readonly leistungId: LeistungId
  readonly gebiet: Gebiet
  readonly sprache: Sprache
}

/** What `presentLeistung` needs beside the question: the log, and the contents of `neededInhalte`. */
export type Leistungsstoff = {
  readonly chronik: Chronik
  readonly inhalte: Inhalte
  readonly hash: HashInhalt
}

/** The hashes of all contents that the answer needs, each once: load them first. */
export function neededInhalte(frage: Leistungsfrage): readonly Inhaltshash[] {
  const { schichten, varianten, rechtsnormen, stellen } = shownIn(frage)
  const objekte = [...rechtsnormen, ...stellen.map(({ eintrag }) => eintrag)]
  return [
    ...new Set([
      ...schichten.map(({ fassung }) => fassung.inhalt),
      ...varianten.map(({ variante }) => variante.inhalt),
      ...objekte.flatMap(({ objekt }) => inhaltOf(objekt) ?? []),
    ]),
  ]
}

/**
 * JSON v1 of one Leistung as the citizen of one area reads it (`schema/leistung.schema.json`), keys in
 * canonical order. A module without a fresh text in the language is there in German, marked as
 * `fallback` (zeit.md, rule 22). The hints for 115 agents are never in it. Null: on that day no layer
 * has a text for the area.
 */
export function presentLeistung(frage: Leistungsfrage, stoff: Leistungsstoff) {
  const { uebersicht, leistungId, gebiet, sprache } = frage
  const { snapshot } = uebersicht
  const shown = shownIn(frage)
  const { leistung, schichten, varianten, zustaendigkeiten, stellen, rechtsnormen } = shown
  const { angebot } = shown
  if (!leistung || schichten.length === 0) return null
  const eintraege = [
    leistung.eintrag,
    ...schichten,
    ...varianten,
    ...zustaendigkeiten.map(({ eintrag }) => eintrag),
    ...stellen.map(({ eintrag }) => eintrag),
    ...(angebot.angebot ? [angebot.angebot.eintrag] : []),
  ]
  const zeiten = zeitenOf(uebersicht, stoff.chronik, leistungId, gebiet, eintraege)
  const text = textIn(sprache, shown, stoff)
  const uebernommen = ohneRueckmeldungIn(schichten, stoff.inhalte)
  return {
    id: leistungId,
    leistungsschluessel: leistung.wert.leistungsschluessel,
    name: nameOf(text.inhalt, leistung.wert),
    sprache,
    nurDeutsch: sprache === 'de' ? [] : germanOnly(shown, text),
    stichtag: snapshot.stichtag,
    kenntnisstand: snapshot.kenntnisstand,
    gebiet: presentGebiet(gebiet),
    gueltigAb: zeiten.gueltigAb,
    gueltigBis: zeiten.gueltigBis,
    naechsteAenderung: zeiten.naechsteAenderung,
    geaendert: zeiten.geaendert,
    ...presentAngebot(angebot),
    module: MODULFOLGE.flatMap((name) =>
      presentModul(name, text, uebersicht.gebiete, uebernommen.has(name)),
    ),
    rechtsgrundlagen: rechtsnormen.map((eintrag) =>
      presentRechtsnorm(contentOf(eintrag, stoff.inhalte) as Rechtsnorm),
    ),
    zustaendigkeiten: stellen
      .filter(({ zustaendigkeit }) => zustaendigkeit.stelle.art === 'organisationseinheit')
      .map(({ zustaendigkeit, eintrag }) => ({
        rolle: zustaendigkeit.rolle,
        stelle: presentStelle(contentOf(eintrag, stoff.inhalte) as Organisationseinheit),
      })),
    onlinedienste: stellen
      .filter(({ zustaendigkeit }) => zustaendigkeit.stelle.art === 'onlinedienst')
      .map(({ eintrag }) => presentOnlinedienst(contentOf(eintrag, stoff.inhalte) as Onlinedienst)),
  }
}

/** JSON v1 of one Leistung. */
export type LeistungV1 = NonNullable<ReturnType<typeof presentLeistung>>

/** One page of a list (`schema/liste.schema.json`); without `naechsterCursor` it is the last. */
export function presentListe({
  eintraege,
  naechsterCursor,
  stichtag,
  kenntnisstand,
}: Zeitpaar & {
  readonly eintraege: readonly LeistungV1[]
  readonly naechsterCursor: string | null
}) {
  return { stichtag, kenntnisstand, eintraege, naechsterCursor }
}

/** JSON v1 of one page of a list. */
export type ListeV1 = ReturnType<typeof presentListe>

/** Modules that anybody may read. */
type PublicModul = Exclude<Modulname, 'auskunftshinweis'>

/** In the order in which a citizen reads them. */
const MODULFOLGE = [
  'leistungsbezeichnung',
  'leistungsbezeichnungII',
  'teaser',
  'kurztext',
  'volltext',
  'voraussetzungen',
  'unterlagen',
  'dokumente',
  'kosten',
  'verfahrensablauf',
  'frist',
  'bearbeitungsdauer',
  'handlungsgrundlagen',
  'rechtsbehelf',
  'formulare',
  'weiterfuehrendeInformationen',
  'hinweise',
  'zustaendigeStelle',
  'ansprechpunkt',
  'urheber',
  'begriffe',
  'fachlicheFreigabe',
  'ursprungsportal',
] as const satisfies readonly PublicModul[]

/** A Zustaendigkeit with the entry of what it names. */
type Stelle = { readonly zustaendigkeit: Zustaendigkeit; readonly eintrag: Objekteintrag }

type Shown = {
  readonly leistung: Wert<Leistung> | undefined
  readonly schichten: readonly Schichteintrag[]
  readonly varianten: readonly Varianteneintrag[]
  readonly zustaendigkeiten: readonly Wert<Zustaendigkeit>[]
  readonly stellen: readonly Stelle[]
  readonly rechtsnormen: readonly Objekteintrag[]
  readonly angebot: Angebotslage
}

function shownIn({ uebersicht, leistungId, gebiet, sprache }: Leistungsfrage): Shown {
  const schichten = schichtenIn(uebersicht, leistungId, gebiet.id)
  const zustaendigkeiten = zustaendigkeitenIn(uebersicht, leistungId, gebiet.id)
  const rechtsnormIds = new Set(schichten.flatMap(({ fassung }) => fassung.rechtsnormIds))
  return {
    leistung: uebersicht.leistungen.get(leistungId),
    schichten,
    varianten: schichten
      .flatMap((schicht) => variantenOf(uebersicht, schicht))
      .filter(({ variante }) => variante.sprache === sprache),
    zustaendigkeiten,
    stellen: stellenOf(uebersicht, zustaendigkeiten),
    rechtsnormen: [...rechtsnormIds].flatMap((id) => uebersicht.objekte('rechtsnorm', id) ?? []),
    angebot: angebotIn(uebersicht, leistungId, gebiet.id),
  }
}

/** Each office or service once per role; one that does not exist on that day is not shown. */
function stellenOf(
  { objekte }: Uebersicht,
  zustaendigkeiten: readonly Wert<Zustaendigkeit>[],
): readonly Stelle[] {
  const found = new Map<string, Stelle>()
  for (const { wert } of zustaendigkeiten) {
    const { art, id } = wert.stelle
    const eintrag = objekte(art, id)
    if (eintrag)
      found.set(`${ROLLEN.indexOf(wert.rolle)}|${art}|${id}`, { zustaendigkeit: wert, eintrag })
  }
  return [...found].sort(([left], [right]) => compareKeys(left, right)).map(([, stelle]) => stelle)
}

/** In the order in which a citizen needs them. */
const ROLLEN: readonly Zustaendigkeit['rolle'][] = [
  'zustaendige-stelle',
  'antragsannahme',
  'ansprechpunkt',
]

function textIn(
  sprache: Sprache,
  { schichten, varianten }: Shown,
  { inhalte, hash }: Leistungsstoff,
): VariantenText {
  if (sprache === 'de')
    return { inhalt: mergedText(schichten, inhalte), fallback: new Set(), maschinell: new Set() }
  return variantenText(schichten, varianten, sprache, inhalte, hash)
}

/** What beside the modules is there in German only, whatever was asked for: nothing is German in silence (zeit.md, rule 22). */
function germanOnly(
  { rechtsnormen, stellen, angebot }: Shown,
  { inhalt, fallback }: VariantenText,
): readonly string[] {
  const source = NAMENSMODULE.find((modul) => joined(inhalt[modul]) !== '')
  const arts = new Set(stellen.map(({ zustaendigkeit }) => zustaendigkeit.stelle.art))
  return [
    ...(source === undefined || fallback.has(source) ? ['name'] : []),
    ...('angebot' in presentAngebot(angebot) ? ['angebot'] : []),
    ...(rechtsnormen.length > 0 ? ['rechtsgrundlagen'] : []),
    ...(arts.has('organisationseinheit') ? ['zustaendigkeiten'] : []),
    ...(arts.has('onlinedienst') ? ['onlinedienste'] : []),
  ]
}

/** Where the name comes from, the best one first. */
const NAMENSMODULE = ['leistungsbezeichnungII', 'leistungsbezeichnung'] as const

/** Text module 03 reads best, 02 is official (`domain/pvog.md` T8). */
function nameOf(inhalt: MergedInhalt, leistung: Leistung): string {
  return NAMENSMODULE.map((modul) => joined(inhalt[modul])).find(Boolean) ?? leistung.name
}

function joined(teile: readonly Teil<Textwert>[] = []): string {
  return teile
    .map(({ wert }) => wert.text.trim())
    .filter(Boolean)
    .join(' ')
}

function presentGebiet({ ars, ags, name, ebene }: Gebiet) {
  return { ars: paddedArs(ars), ags, name, ebene }
}

function presentModul(
  name: PublicModul,
  { inhalt, fallback, maschinell }: VariantenText,
  gebiete: Gebiete,
  ohneRueckmeldung: boolean,
) {
  const teile: readonly Teil<Modulwerte[PublicModul]>[] = inhalt[name] ?? []
  if (teile.length === 0) return []
  return [
    {
      modul: name,
      code: isTextmodul(name) ? TEXTMODULE[name].code : null,
      titel: modulLabel(name),
      fallback: fallback.has(name),
      maschinell: maschinell.has(name),
      ...(ohneRueckmeldung ? { ohneRueckmeldung: true as const } : {}),
      teile: teile.map(({ herkunft, wert }) => ({
        herkunft: presentHerkunft(herkunft, gebiete),
        ...presentWert(name, wert),
      })),
    },
  ]
}

/** Only what somebody has answered; that it is open concerns the editors. */
function presentAngebot({ antwort, angebot }: Angebotslage): { readonly angebot?: AngebotV1 } {
  if (!angebot || antwort === 'ungeklaert') return {}
  const { satz, stattdessen } = angebot.wert
  return {
    angebot: {
      antwort,
      ...(satz === null ? {} : { satz }),
      ...(antwort === 'ja' || stattdessen === null
        ? {}
        : { stattdessen: { text: stattdessen.text, link: stattdessen.link } }),
    },
  }
}

type AngebotV1 = {
  readonly antwort: 'ja' | 'nein'
  readonly satz?: string
  readonly stattdessen?: { readonly text: string; readonly link: string | null }
}

function presentHerkunft({ ebene, gebietId, fassungId }: Herkunft, gebiete: Gebiete) {
  const gebiet = gebiete.byId.get(gebietId)
  return {
    ebene,
    gebiet: gebiet?.name ?? null,
    ars: gebiet ? paddedArs(gebiet.ars) : null,
    fassungId,
  }
}

function presentWert(name: PublicModul, wert: Modulwerte[PublicModul]): object {
  if (isTextmodul(name)) return presentText(name, wert as Textwert)
  // A name and its value belong together, which TypeScript cannot follow through a union.
  const present: (wert: never) => object = STRUKTUR[name]
  return present(wert as never)
}

function presentText(name: Textmodulname, { text, links }: Textwert) {
  const words = TEXTMODULE[name].form === 'html' ? { html: text } : { text }
  return { ...words, links: links.map(presentLink) }
}

type PublicStrukturmodul = Exclude<PublicModul, Textmodulname>

/** How each structured module is presented. */
const STRUKTUR = {
  frist: ({ text, fristen, links }) => ({
    html: text,
    fristen: fristen.map(({ typ, auswahl, text: html }) => ({
      typ,
      angabe: presentFristauswahl(auswahl),
      html,
    })),
    links: links.map(presentLink),
  }),
  kosten: ({ text, kosten, links }) => ({
    html: text,
    kosten: kosten.map(({ typ, auswahl, text: html, vorkasse, link }) => ({
      typ,
      betrag: presentKostenauswahl(auswahl),
      html,
      vorkasse,
      link,
    })),
    links: links.map(presentLink),
  }),
  bearbeitungsdauer: ({ text, dauern, links }) => ({
    html: text,
    dauern: dauern.map(({ auswahl, text: plain }) => ({
      angabe: presentFristauswahl(auswahl),
      text: plain,
    })),
    links: links.map(presentLink),
  }),
  dokumente: ({ text, eingehend, ausgehend, links }) => ({
    html: text,
    eingehend: eingehend.map(presentDokument),
    ausgehend: ausgehend.map(presentDokument),
    links: links.map(presentLink),
  }),
  begriffe: ({ begriffe }) => ({
    begriffe: begriffe.map(({ begriff, typ }) => ({ begriff, typ })),
  }),
  fachlicheFreigabe: ({ am, durch }) => ({ am, durch }),
  ursprungsportal: ({ portale }) => ({ portale: portale.map(presentLink) }),
} as const satisfies { readonly [N in PublicStrukturmodul]: (wert: Modulwerte[N]) => object }

function presentFristauswahl(auswahl: Fristauswahl | null) {
  if (auswahl === null) return null
  if (auswahl.art === 'stichtag') return { art: auswahl.art, von: auswahl.von, bis: auswahl.bis }
  const { art, dauer, einheit, bis } = auswahl
  return { art, dauer, einheit, bis: bis && { dauer: bis.dauer, einheit: bis.einheit } }
}

function presentKostenauswahl(auswahl: Kostenauswahl) {
  switch (auswahl.art) {
    case 'fix':
      return { art: auswahl.art, cent: auswahl.cent }
    case 'frei':
      return { art: auswahl.art, text: auswahl.text }
    case 'variabel': {
      const { art, vonCent, bisCent, text } = auswahl
      return { art, vonCent, bisCent, text }
    }
  }
}

function presentDokument({ typ, bezeichnung, text, formularId }: Dokument) {
  return { typ, bezeichnung, html: text, formularId }
}

function presentLink({ uri, titel }: Weblink) {
  return { uri, titel }
}

function presentRechtsnorm(norm: Rechtsnorm) {
  const { id, art, titel, kurztitel, abkuerzung, normgeber, fundstelle, url } = norm
  return { id, art, titel, kurztitel, abkuerzung, normgeber, fundstelle, url }
}

function presentStelle(stelle: Organisationseinheit) {
  const { rollstuhlgerecht, aufzug, hinweis } = stelle.barrierefreiheit
  return {
    id: stelle.id,
    name: stelle.name,
    kurzbeschreibung: stelle.kurzbeschreibung,
    anschriften: stelle.anschriften.map(
      ({ typ, strasse, hausnummer, postfach, plz, ort, zusatz }) => ({
        typ,
        strasse,
        hausnummer,
        postfach,
        plz,
        ort,
        zusatz,
      }),
    ),
    kommunikation: stelle.kommunikation.map(({ kanal, kennung, zusatz }) => ({
      kanal,
      kennung,
      zusatz,
    })),
    oeffnungszeiten: stelle.oeffnungszeiten.map(({ wochentag, von, bis, hinweis: zeile }) => ({
      wochentag,
      von,
      bis,
      hinweis: zeile,
    })),
    sondertage: stelle.sondertage.map(({ tag, zeiten, anlass }) => ({
      tag,
      zeiten: zeiten.map(({ von, bis }) => ({ von, bis })),
      anlass,
    })),
    zeitenHinweis: stelle.zeitenHinweis,
    barrierefreiheit: { rollstuhlgerecht, aufzug, hinweis },
    webseite: stelle.webseite,
    terminlink: stelle.terminlink,
  }
}

function presentOnlinedienst(dienst: Onlinedienst) {
  const { id, bezeichnung, url, titel, vertrauensniveau, nutzerkonto, herkunft } = dienst
  return { id, bezeichnung, url, titel, vertrauensniveau, nutzerkonto, herkunft }
}

function contentOf({ objekt }: Objekteintrag, inhalte: Inhalte): unknown {
  const inhalt = inhalte.get(inhaltOf(objekt) ?? '')
  if (inhalt === undefined) throw new Error(`content of ${objekt.art} ${objekt.id} is missing`)
  return inhalt
}

function isTextmodul(name: Modulname): name is Textmodulname {
  return name in TEXTMODULE
}
