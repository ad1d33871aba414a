import { createHash } from 'node:crypto'
import { canonicalJson } from '#core/canonicalJson.ts'
import type {
  Entwurf,
  Fassungskopf,
  Freigegeben,
  Inhaltshash,
  Variante,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulbeitrag, Textwert } from '#core/fassung/module.ts'
import type { Angebot } from '#core/fassung/angebot.ts'
import type { Modulsperre } from '#core/fassung/modulsperre.ts'
import type { Rueckmeldung, Schweigefrist } from '#core/fassung/schweigefrist.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import { chronikOf, type Chronik } from '#core/log/chronik.ts'
import type { Aussage, Ereignis, Objektkopf, Objektstand } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import { festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Zustaendigkeit } from '#core/stelle/stelle.ts'
import { day } from '#core/zeit/day.ts'

/** Values of the core for tests. Each factory is named after the state of what it makes; `with` names the differences. */

/** The key of a content in the content table, as the house computes it. */
export function hashInhalt(wert: unknown): Inhaltshash {
  return createHash('sha256').update(canonicalJson(wert)).digest('hex')
}

// Areas: Bund → Land → Kreis → Amt → Gemeinde, and a kreisfreie Stadt directly below the Land.

export const BUND = gebiet({
  id: 'bund',
  ars: '00',
  name: 'Deutschland',
  ebene: 'bund',
  uebergeordnet: null,
})
export const LAND = gebiet({
  id: 'land',
  ars: '13',
  name: 'Musterland',
  ebene: 'land',
  uebergeordnet: 'bund',
})
export const KREIS = gebiet({
  id: 'kreis',
  ars: '13076',
  name: 'Musterkreis',
  ebene: 'kreis',
  uebergeordnet: 'land',
})
export const AMT = gebiet({
  id: 'amt',
  ars: '130765654',
  name: 'Amt Muster',
  ebene: 'amt',
  uebergeordnet: 'kreis',
})
export const GEMEINDE = gebiet({
  id: 'gemeinde',
  ars: '130765654009',
  ags: '13076009',
  name: 'Musterdorf',
})
const NACHBARIN = gebiet({
  id: 'nachbarin',
  ars: '130765654010',
  ags: '13076010',
  name: 'Nachbardorf',
})
export const STADT = gebiet({
  id: 'stadt',
  ars: '130040000000',
  ags: '13004000',
  name: 'Musterstadt',
  uebergeordnet: 'land',
})
export const ALLE_GEBIETE: readonly Gebiet[] = [BUND, LAND, KREIS, AMT, GEMEINDE, NACHBARIN, STADT]

/** A Gemeinde of the Amt, unless told otherwise. */
export function gebiet(differences: Partial<Gebiet> = {}): Gebiet {
  return {
    id: 'gemeinde',
    ars: '130765654009',
    ags: null,
    name: 'Musterdorf',
    ebene: 'gemeinde',
    uebergeordnet: 'amt',
    ...differences,
  }
}

/** The Leistung that texts of these factories belong to. */
export function leistung(differences: Partial<Leistung> = {}): Leistung {
  return {
    id: 'personalausweis',
    name: 'Personalausweis',
    leistungsschluessel: ['99008005012000'],
    redaktionId: 'landesredaktion',
    typisierung: '2/3',
    adressaten: ['001'],
    lagen: [],
    sdg: [],
    vertrauensniveau: null,
    schriftform: null,
    einheitlicheStelle: null,
    rang115: null,
    ...differences,
  }
}

// Words

/** A module in which this layer's text stands alone. */
export function ersetzen(text: string): Modulbeitrag<Textwert> {
  return { modus: 'ersetzen', wert: { text, links: [] } }
}

/** A module in which this layer adds to what it inherits. */
export function ergaenzen(
  text: string,
  stelle: 'davor' | 'danach' = 'danach',
): Modulbeitrag<Textwert> {
  return { modus: 'ergaenzen', stelle, wert: { text, links: [] } }
}

/** Words that pass every check on every layer. */
export function inhalt(differences: FassungInhalt = {}): FassungInhalt {
  return {
    leistungsbezeichnung: ersetzen('Personalausweis Ausstellung'),
    leistungsbezeichnungII: ersetzen('Personalausweis beantragen'),
    kurztext: ersetzen('<p>Sie brauchen einen Personalausweis.</p>'),
    ...differences,
  }
}

// Texts

/** A draft of the Land, ready for release. */
export function entwurf(differences: Partial<Entwurf> = {}): Entwurf {
  return { ...kopf(), inhalt: inhalt(), ...differences }
}

/** A released text of the Land. Its content has the hash of `inhalt()` unless told otherwise. */
export function freigegeben(differences: Partial<Freigegeben> = {}): Freigegeben {
  return { ...kopf(), inhalt: hashInhalt(inhalt()), ...differences }
}

/** A released text that corrects another one and takes its place. */
export function berichtigung(
  von: Freigegeben,
  differences: Partial<Freigegeben> = {},
): Freigegeben {
  return { ...von, id: `${von.id}-berichtigt`, berichtigt: von.id, ...differences }
}

/** A released text that ends by itself, after which its predecessor resumes. */
export function befristet(bis: string, differences: Partial<Freigegeben> = {}): Freigegeben {
  return freigegeben({ ende: festerTag(day(bis)), danach: 'vorgaenger', ...differences })
}

/** An English translation of the text. */
export function variante(differences: Partial<Variante> = {}): Variante {
  return {
    id: 'fassung-en',
    fassungId: 'fassung',
    sprache: 'en',
    inhalt: 'hash-en',
    ...differences,
  }
}

function kopf(): Fassungskopf {
  return {
    id: 'fassung',
    leistungId: 'personalausweis',
    ebene: 'land',
    gebietId: 'land',
    redaktionId: 'landesredaktion',
    beginn: am('2027-01-01'),
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: [],
  }
}

/** An anchor on a fixed day. */
export function am(tag: string): Anker {
  return festerTag(day(tag))
}

// Rechtsnormen and Zeitgrenzen

/** A law of the Land of which nobody has said yet when it was decided or announced. */
export function rechtsnorm(differences: Partial<Rechtsnorm> = {}): Rechtsnorm {
  return {
    id: 'gesetz',
    art: 'gesetz',
    titel: 'Mustergesetz',
    kurztitel: null,
    abkuerzung: null,
    normgeber: 'land',
    gebietId: 'land',
    fundstelle: null,
    url: null,
    beschlossenAm: null,
    verkuendetAm: null,
    ...differences,
  }
}

/** An announced Zeitgrenze: the only kind that takes effect. */
export function bestimmt(tag: string, id = 'zeitgrenze'): Zeitgrenze {
  return {
    ...grunddaten(id),
    stand: 'bestimmt',
    tag: day(tag),
    fundstelle: 'GVOBl. M-V 2026 S. 812',
  }
}

/** A Zeitgrenze whose day is expected, but not announced. */
export function geplant(tag: string, id = 'zeitgrenze'): Zeitgrenze {
  return { ...grunddaten(id), stand: 'geplant', tag: day(tag) }
}

/** A Zeitgrenze of which only month, quarter or year is estimated. */
export function geschaetzt(zeitraum: string, id = 'zeitgrenze'): Zeitgrenze {
  return { ...grunddaten(id), stand: 'geschaetzt', zeitraum }
}

/** A Zeitgrenze that hangs on a condition. */
export function unbestimmt(
  id = 'zeitgrenze',
  bedingung = 'sobald das Register bereitsteht',
): Zeitgrenze {
  return { ...grunddaten(id), stand: 'unbestimmt', bedingung }
}

/** A Zeitgrenze of a law that failed. */
export function abgesagt(id = 'zeitgrenze', grund = 'vom Landtag abgelehnt'): Zeitgrenze {
  return { ...grunddaten(id), stand: 'abgesagt', grund }
}

function grunddaten(id: string): Pick<Zeitgrenze, 'id' | 'rechtsnormId' | 'art' | 'wortlaut'> {
  return { id, rechtsnormId: 'gesetz', art: 'inkrafttreten', wortlaut: null }
}

// Offices

/** The office of an area answers for the Leistung. */
function zustaendigkeit(differences: Partial<Zustaendigkeit> = {}): Zustaendigkeit {
  return {
    id: 'zustaendigkeit',
    leistungId: 'personalausweis',
    gebietId: 'land',
    stelle: { art: 'organisationseinheit', id: 'amt' },
    rolle: 'zustaendige-stelle',
    ...differences,
  }
}

// What entries of the log say

/** A text becomes public. */
export function freigabe(fassung: Freigegeben): Aussage {
  return { klasse: 'fassung', fassung, pult: null }
}

/** A language variant becomes public. */
export function freigabeVariante(differences: Partial<Variante> = {}): Aussage {
  return { klasse: 'variante', variante: variante(differences), pult: null }
}

/** A text is withdrawn, from its first day on unless `ab` names a later one; its predecessor holds on. */
export function zurueckziehung(
  fassungId: string,
  differences: Partial<Zurueckziehung> = {},
): Aussage {
  return {
    klasse: 'zurueckziehung',
    zurueckziehung: {
      fassungId,
      ab: null,
      folge: { art: 'vorgaenger' },
      grund: 'Irrtum',
      ...differences,
    },
  }
}

/** A text is held back by hand, or taken up again. */
export function aussetzung(fassungId: string, istAusgesetzt = true): Aussage {
  return { klasse: 'aussetzung', aussetzung: { fassungId, istAusgesetzt, grund: 'abwarten' } }
}

/** A Zeitgrenze is set or moved. */
export function verkuendung(zeitgrenze: Zeitgrenze): Aussage {
  return { klasse: 'zeitgrenze', zeitgrenze, pult: null }
}

/** An area is saved, from ever on unless told otherwise. */
export function gespeichertesGebiet(
  wert: Gebiet,
  beginn: Anker = festerTag(IMMER),
  ende: Anker | null = null,
): Aussage {
  return gespeichert({ ...objektkopf(wert.id), beginn, ende, art: 'gebiet', wert })
}

/** A Leistung is saved. */
export function gespeicherteLeistung(wert: Leistung = leistung()): Aussage {
  return gespeichert({ ...objektkopf(wert.id), art: 'leistung', wert })
}

/** A Zustaendigkeit is saved, from ever on unless told otherwise. */
export function gespeicherteZustaendigkeit(
  differences: Partial<Zustaendigkeit> = {},
  beginn: Anker = festerTag(IMMER),
  ende: Anker | null = null,
): Aussage {
  const wert = zustaendigkeit(differences)
  return gespeichert({ ...objektkopf(wert.id), beginn, ende, art: 'zustaendigkeit', wert })
}

/** The Land keeps modules of the Leistung to itself, from ever on unless told otherwise. */
export function gespeicherteModulsperre(
  differences: Partial<Modulsperre> = {},
  beginn: Anker = festerTag(IMMER),
  ende: Anker | null = null,
): Aussage {
  const wert: Modulsperre = {
    id: 'sperre',
    leistungId: 'personalausweis',
    ebene: 'land',
    gebietId: 'land',
    module: ['kurztext'],
    redaktionId: 'landesredaktion',
    ...differences,
  }
  return gespeichert({ ...objektkopf(wert.id), beginn, ende, art: 'modulsperre', wert })
}

/**
 * The Land began a Schweigefrist for the Kurztext: 10 working days before 1 January 2027, unless told otherwise. `beginn`
 * is where its text begins.
 */
export function gespeicherteSchweigefrist(
  differences: Partial<Schweigefrist> = {},
  beginn: Anker = am('2027-01-01'),
): Aussage {
  const wert: Schweigefrist = {
    id: 'frist',
    leistungId: 'personalausweis',
    ebene: 'land',
    gebietId: 'land',
    module: ['kurztext'],
    redaktionId: 'landesredaktion',
    abstimmungId: 'abstimmung',
    tage: 10,
    fristende: day('2026-12-17'),
    begonnenAm: day('2026-10-01'),
    ...differences,
  }
  return gespeichert({ ...objektkopf(wert.id), beginn, art: 'schweigefrist', wert })
}

/** The Gemeinde keeps its own Kurztext, said on 1 October 2026 unless told otherwise. */
export function gespeicherteRueckmeldung(
  differences: Partial<Rueckmeldung> = {},
  tag = '2026-10-01',
): Aussage {
  const wert: Rueckmeldung = {
    id: 'rueckmeldung',
    schweigefristId: 'frist',
    leistungId: 'personalausweis',
    ebene: 'gemeinde',
    gebietId: 'gemeinde',
    module: ['kurztext'],
    redaktionId: 'gemeinderedaktion',
    satz: null,
    ...differences,
  }
  const kopf = { ...objektkopf(wert.id), beginn: am(tag), gespeichertAm: day(tag) }
  return gespeichert({ ...kopf, art: 'rueckmeldung', wert })
}

/** The Amt does not offer the Leistung, from ever on unless told otherwise. */
export function gespeichertesAngebot(
  differences: Partial<Angebot> = {},
  beginn: Anker = festerTag(IMMER),
  ende: Anker | null = null,
): Aussage {
  const wert: Angebot = {
    id: 'angebot',
    leistungId: 'personalausweis',
    ebene: 'amt',
    gebietId: 'amt',
    antwort: 'nein',
    satz: 'Das bieten wir nicht an.',
    stattdessen: { text: 'Bitte gehen Sie zum Landkreis.', link: null },
    redaktionId: 'amtsredaktion',
    ...differences,
  }
  return gespeichert({ ...objektkopf(wert.id), beginn, ende, art: 'angebot', wert })
}

/** An office (or online service …) is saved, from ever on unless told otherwise. */
export function gespeicherteStelle(
  id: string,
  differences: Partial<Extract<Objektstand, { inhalt: string }>> = {},
): Aussage {
  return gespeichert({
    ...objektkopf(id),
    art: 'organisationseinheit',
    inhalt: `hash-${id}`,
    ...differences,
  })
}

/** Saved on the day of the first entry, see `ereignis`. */
function objektkopf(id: string): Objektkopf {
  return { id, beginn: festerTag(IMMER), ende: null, gespeichertAm: day('2026-10-01') }
}

/** Any object with dated states is saved. */
function gespeichert(objekt: Objektstand): Aussage {
  return { klasse: 'objekt', objekt, pult: null }
}

/** Everything that a text of these factories needs: all areas and the Leistung. One Aussage each. */
export function grundbestand(): readonly Aussage[] {
  return [...ALLE_GEBIETE.map((each) => gespeichertesGebiet(each)), gespeicherteLeistung()]
}

// The log

/** An entry. The first is appended on 1 October 2026 at noon UTC, each later one a minute after the one before. */
export function ereignis(folgenummer: number, ...aussagen: readonly Aussage[]): Ereignis {
  return {
    folgenummer,
    zeitpunkt: new Date(Date.UTC(2026, 9, 1, 12, folgenummer - 1)).toISOString(),
    art: ereignisartOf(aussagen[0]),
    von: 'lena',
    grund: null,
    aussagen,
  }
}

/** The log in which each Aussage is an entry of its own, in this order; a list of them shares one entry. */
export function chronikWith(...eintraege: readonly (Aussage | readonly Aussage[])[]): Chronik {
  return chronikOf(eintraege.map((each, index) => ereignis(index + 1, ...[each].flat())))
}

function ereignisartOf(aussage: Aussage | undefined): Ereignis['art'] {
  if (!aussage) return 'import'
  return aussage.klasse === 'fassung' || aussage.klasse === 'variante' ? 'freigabe' : aussage.klasse
}
