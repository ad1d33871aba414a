import { ANGEBOTSANTWORT_LABELS } from '#core/fassung/angebot.ts'
import { modulLabel, type Modulname } from '#core/fassung/module.ts'
import { OBJEKT_LABELS } from '#core/log/objektart.ts'
import type {
  FassungId,
  Folgenummer,
  Freigegeben,
  Variantensprache,
  Zurueckziehung,
} from '#core/fassung/fassung.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import { sayTag } from '#core/log/auswirkungDeutsch.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import type { Wirkung } from '#core/log/nachweis.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { RechtsnormId, Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Rolle, Zustaendigkeit } from '#core/stelle/stelle.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** What people call the things that the log knows by id. */
export type Nachweisnamen = {
  readonly gebiet: (id: GebietId) => string
  readonly rechtsnorm: (id: RechtsnormId) => string
  /** An office, a service or any other object. */
  readonly objekt: (art: Objektart, id: string) => string
  /** What the log last said of a Zeitgrenze. */
  readonly zeitgrenze: (id: ZeitgrenzeId) => Zeitgrenze | undefined
  /** The entry that released the text. */
  readonly eintrag: (id: FassungId) => Folgenummer | undefined
}

/** What a fact of the log did to an answer, as a sentence or two. */
export function sayWirkung(wirkung: Wirkung, namen: Nachweisnamen): string {
  switch (wirkung.art) {
    case 'freigabe':
      return sayFreigabe(wirkung.fassung, namen)
    case 'variante':
      return `${SPRACHE[wirkung.variante.sprache]} zum ${textOf(wirkung.fassung, namen)} freigegeben.`
    case 'zurueckziehung':
      return wirkung.variante === null
        ? sayZurueckziehung(wirkung.zurueckziehung, wirkung.fassung, namen)
        : `${SPRACHE[wirkung.variante.sprache]} zum ${textOf(wirkung.fassung, namen)} zurückgezogen, ${sayAb(wirkung.zurueckziehung)}.`
    case 'aussetzung':
      return wirkung.aussetzung.istAusgesetzt
        ? `${textOf(wirkung.fassung, namen)} ausgesetzt: Er gilt nicht, bis ihn jemand wieder aufnimmt.`
        : `${textOf(wirkung.fassung, namen)} wieder aufgenommen.`
    case 'zeitgrenze':
      return sayZeitgrenze(wirkung.vorher, wirkung.zeitgrenze, namen)
    case 'objekt':
      return sayObjekt(wirkung.objekt, wirkung.istErster, namen)
  }
}

const EBENE: Readonly<Record<Ebene, string>> = {
  bund: 'Bund',
  land: 'Land',
  kreis: 'Kreis',
  amt: 'Amt',
  gemeinde: 'Gemeinde',
}

function sayFreigabe(fassung: Freigegeben, namen: Nachweisnamen): string {
  const { ebene, gebietId, beginn, ende, berichtigt, wiederaufgenommen } = fassung
  const wo = `Ebene ${EBENE[ebene]}, ${namen.gebiet(gebietId)}`
  const was =
    berichtigt === null
      ? `Text freigegeben (${wo}).`
      : `Text freigegeben (${wo}), der den Text aus Eintrag ${namen.eintrag(berichtigt) ?? '?'} berichtigt und an seine Stelle tritt.`
  const end = ende === null ? '' : ` und endet ${sayAnker(ende, namen)}`
  const again =
    wiederaufgenommen === true ? ' Er ist auf den Text neu aufgesetzt, der den Tag schon hat.' : ''
  return `${was} Er beginnt ${sayAnker(beginn, namen)}${end}.${again}`
}

function textOf({ id, ebene, gebietId }: Freigegeben, namen: Nachweisnamen): string {
  return `Text aus Eintrag ${namen.eintrag(id) ?? '?'} (Ebene ${EBENE[ebene]}, ${namen.gebiet(gebietId)})`
}

function sayZurueckziehung(
  { ab, folge }: Zurueckziehung,
  fassung: Freigegeben,
  namen: Nachweisnamen,
): string {
  const was = `${textOf(fassung, namen)} zurückgezogen, ${sayAb({ ab })}.`
  switch (folge.art) {
    case 'vorgaenger':
      return `${was} Es gilt wieder, was vorher galt.`
    case 'ersetzt':
      return `${was} An seine Stelle tritt der Text aus Eintrag ${namen.eintrag(folge.durch) ?? '?'}.`
    case 'leistung-endet':
      return `${was} Die Leistung wird dann nicht mehr angeboten.`
  }
}

function sayAb({ ab }: Pick<Zurueckziehung, 'ab'>): string {
  return ab === null ? 'vom ersten Tag an' : `ab dem ${formatDayLong(ab)}`
}

const SPRACHE: Readonly<Record<Variantensprache, string>> = {
  en: 'Englische Fassung',
  'de-LS': 'Fassung in Leichter Sprache',
}

function sayAnker(anker: Anker, namen: Nachweisnamen): string {
  if (anker.art === 'tag') return `am ${formatDayLong(anker.tag)}`
  const zeitgrenze = namen.zeitgrenze(anker.zeitgrenzeId)
  const name = zeitgrenze ? nameOf(zeitgrenze, namen) : `Zeitgrenze ${anker.zeitgrenzeId}`
  const { versatz } = anker
  if (versatz.art === 'erster-des-folgemonats') return `am Ersten des Monats nach der ${name}`
  if (versatz.tage === 0) return `mit der ${name}`
  const tage = Math.abs(versatz.tage) === 1 ? 'einen Tag' : `${Math.abs(versatz.tage)} Tage`
  return `${tage} ${versatz.tage < 0 ? 'vor' : 'nach'} der ${name}`
}

const GESCHEHEN: Readonly<Record<Zeitgrenze['art'], string>> = {
  inkrafttreten: 'Inkrafttreten',
  ausserkrafttreten: 'Außerkrafttreten',
  teilinkrafttreten: 'teilweises Inkrafttreten',
}

function nameOf({ rechtsnormId, art, teile }: Zeitgrenze, namen: Nachweisnamen): string {
  const part = teile === undefined ? '' : `, ${teile}`
  return `Zeitgrenze „${namen.rechtsnorm(rechtsnormId)}“ (${GESCHEHEN[art]}${part})`
}

function sayZeitgrenze(
  vorher: Zeitgrenze | null,
  zeitgrenze: Zeitgrenze,
  namen: Nachweisnamen,
): string {
  const name = nameOf(zeitgrenze, namen)
  const jetzt = sayStand(zeitgrenze)
  if (vorher === null) return `${name} eingetragen: ${jetzt}.`
  const bisher = sayStand(vorher)
  if (bisher === jetzt) return `${name} neu gespeichert; der Tag bleibt: ${jetzt}.`
  if (zeitgrenze.stand === 'abgesagt')
    return `${name} abgesagt: ${zeitgrenze.grund.replace(/[.!]$/, '')}. Bisher: ${bisher}.`
  return `${name} geändert. Bisher: ${bisher}. Jetzt: ${jetzt}.`
}

function sayStand(zeitgrenze: Zeitgrenze): string {
  return zeitgrenze.stand === 'bestimmt'
    ? `bestimmt auf den ${sayTag(zeitgrenze)} (${zeitgrenze.fundstelle})`
    : sayTag(zeitgrenze)
}

const ROLLE: Readonly<Record<Rolle, string>> = {
  'zustaendige-stelle': 'zuständige Stelle',
  ansprechpunkt: 'Ansprechpunkt',
  antragsannahme: 'Annahme des Antrags',
}

function sayObjekt(objekt: Objektstand, istErster: boolean, namen: Nachweisnamen): string {
  const verb = istErster ? 'zum ersten Mal gespeichert' : 'gespeichert'
  return `${nameOfObjekt(objekt, namen)} ${verb}${sayDays(objekt, namen)}.`
}

function nameOfObjekt(objekt: Objektstand, namen: Nachweisnamen): string {
  switch (objekt.art) {
    case 'schweigefrist':
      return `Schweigefrist für ${moduleOf(objekt.wert.module)} (Ebene ${EBENE[objekt.wert.ebene]}, ${namen.gebiet(objekt.wert.gebietId)}; Antwort möglich bis zum ${formatDayLong(objekt.wert.fristende)}, oder länger, wenn der Tag hinausgeschoben wird)`
    case 'rueckmeldung':
      return `Rückmeldung zur Schweigefrist (Ebene ${EBENE[objekt.wert.ebene]}, ${namen.gebiet(objekt.wert.gebietId)}): Der eigene Text bleibt bei ${moduleOf(objekt.wert.module)},`
    case 'angebot':
      return `Antwort auf „Bieten wir das an?“ (${namen.gebiet(objekt.wert.gebietId)}): ${ANGEBOTSANTWORT_LABELS[objekt.wert.antwort]},`
    case 'zustaendigkeit':
      return nameOfZustaendigkeit(objekt.wert, namen)
    default:
      return `${OBJEKT_LABELS[objekt.art]} „${namen.objekt(objekt.art, objekt.id)}“`
  }
}

function moduleOf(module: readonly Modulname[]): string {
  return module.length === 0
    ? 'keinem Modul'
    : module.map((each) => `„${modulLabel(each)}“`).join(', ')
}

function nameOfZustaendigkeit(
  { stelle, rolle, gebietId }: Zustaendigkeit,
  namen: Nachweisnamen,
): string {
  const wer = namen.objekt(stelle.art, stelle.id)
  return `Zuständigkeit „${wer}“ als ${ROLLE[rolle]} (${namen.gebiet(gebietId)})`
}

/** Master data has no days of its own. */
function sayDays({ beginn, ende }: Objektstand, namen: Nachweisnamen): string {
  const begin =
    beginn.art === 'tag' && beginn.tag === IMMER ? '' : `, beginnt ${sayAnker(beginn, namen)}`
  return ende === null ? begin : `${begin}, endet ${sayAnker(ende, namen)}`
}
