import { collect, failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { EBENEN, checkSchluessel, type Ebene, type Gebiet } from '#core/gebiet/gebiet.ts'
import { checkLeistungsschluessel, type Leistung } from '#core/leistung/leistung.ts'
import type { Objektart } from '#core/log/ereignis.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { Modulname } from '#core/fassung/module.ts'
import { ANGEBOTSANTWORTEN, type Angebot } from '#core/fassung/angebot.ts'
import { SPERRARTEN, type Modulsperre } from '#core/fassung/modulsperre.ts'
import type { Rueckmeldung, Schweigefrist } from '#core/fassung/schweigefrist.ts'
import type { Bekanntmachungsform, Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type {
  Formular,
  Onlinedienst,
  Organisationseinheit,
  Sondertag,
  Wochentag,
  Zustaendigkeit,
} from '#core/stelle/stelle.ts'
import { geltungszeitraum } from '#core/geltung/geltungszeitraum.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import {
  all,
  ankerOrNull,
  booleanOrNull,
  dayOrNull,
  deskAnker,
  groupOf,
  numberOrNull,
  relationOf,
  rowsOf,
  textOf,
  textOrNull,
  textsOf,
  type DeskDoc,
} from '#store/desk/read.ts'

/** The value of each kind of object. */
export type Objektwerte = {
  readonly gebiet: Gebiet
  readonly leistung: Leistung
  readonly organisationseinheit: Organisationseinheit
  readonly zustaendigkeit: Zustaendigkeit
  readonly modulsperre: Modulsperre
  readonly schweigefrist: Schweigefrist
  readonly rueckmeldung: Rueckmeldung
  readonly angebot: Angebot
  readonly onlinedienst: Onlinedienst
  readonly formular: Formular
  readonly rechtsnorm: Rechtsnorm
}

/** An object at the desk: its value, and from when to when it shall hold (`beginn` null: from the day of saving). */
export type Pultobjekt<Art extends Objektart = Objektart> = {
  readonly id: string
  readonly wert: Objektwerte[Art]
  readonly beginn: Anker | null
  readonly ende: Anker | null
}

/** A document as an object. Problems: parse problems and `interval-ends-before-it-begins`. */
export function objektFrom<Art extends Objektart>(art: Art, doc: DeskDoc): Result<Pultobjekt<Art>> {
  const parsed = all(
    READERS[art](doc),
    ankerOrNull(doc, 'beginn', 'Gilt ab'),
    ankerOrNull(doc, 'ende', 'Gilt bis'),
  )
  if (!parsed.ok) return parsed
  const [wert, beginn, ende] = parsed.value
  if (beginn?.art === 'tag' && ende?.art === 'tag') {
    const zeitraum = geltungszeitraum(beginn.tag, ende.tag, 'Gilt bis')
    if (!zeitraum.ok) return zeitraum
  }
  return success({ id: textOf(doc, 'id'), wert, beginn, ende })
}

/** An object as the desk keeps it; inverse of `objektFrom`. */
export function deskObjekt<Art extends Objektart>(
  art: Art,
  { id, wert, beginn, ende }: Pultobjekt<Art>,
): DeskDoc {
  return { ...WRITERS[art](wert), id, beginn: deskAnker(beginn), ende: deskAnker(ende) }
}

const READERS: { readonly [Art in Objektart]: (doc: DeskDoc) => Result<Objektwerte[Art]> } = {
  gebiet: (doc) => {
    const ebene = EBENEN.find((known) => known === doc['ebene']) ?? 'gemeinde'
    const gebiet = {
      id: textOf(doc, 'id'),
      ars: textOf(doc, 'ars'),
      ags: textOrNull(doc, 'ags'),
      name: textOf(doc, 'name'),
      ebene,
    }
    const checked = checkSchluessel(gebiet, 'ARS')
    return checked.ok
      ? success({ ...gebiet, uebergeordnet: relationOf(doc, 'uebergeordnet') })
      : checked
  },
  leistung: (doc) => {
    const schluessel = collect(
      textsOf(doc, 'leistungsschluessel').map((each) =>
        checkLeistungsschluessel(each, 'Leistungsschlüssel'),
      ),
    )
    if (!schluessel.ok) return schluessel
    return success({
      id: textOf(doc, 'id'),
      name: textOf(doc, 'name'),
      leistungsschluessel: schluessel.value,
      redaktionId: relationOf(doc, 'redaktion') ?? '',
      typisierung: textOrNull(doc, 'typisierung'),
      adressaten: textsOf(doc, 'adressaten'),
      lagen: textsOf(doc, 'lagen'),
      sdg: textsOf(doc, 'sdg'),
      vertrauensniveau: textOrNull(doc, 'vertrauensniveau'),
      schriftform: booleanOrNull(doc, 'schriftform'),
      einheitlicheStelle: booleanOrNull(doc, 'einheitlicheStelle'),
      rang115: numberOrNull(doc, 'rang115'),
    })
  },
  organisationseinheit: (doc) => {
    const sondertage = collect(rowsOf(doc, 'sondertage').map(readSondertag))
    if (!sondertage.ok) return sondertage
    const barrierefreiheit = groupOf(doc, 'barrierefreiheit')
    return success({
      id: textOf(doc, 'id'),
      name: textOf(doc, 'name'),
      kurzbeschreibung: textOrNull(doc, 'kurzbeschreibung'),
      uebergeordnet: relationOf(doc, 'uebergeordnet'),
      redaktionId: relationOf(doc, 'redaktion') ?? '',
      anschriften: rowsOf(doc, 'anschriften').map((row) => ({
        typ: textOf(row, 'typ') || '001',
        strasse: textOrNull(row, 'strasse'),
        hausnummer: textOrNull(row, 'hausnummer'),
        postfach: textOrNull(row, 'postfach'),
        plz: textOf(row, 'plz'),
        ort: textOf(row, 'ort'),
        zusatz: textOrNull(row, 'zusatz'),
        gebietId: relationOf(row, 'gebiet'),
      })),
      kommunikation: rowsOf(doc, 'kommunikation').map((row) => ({
        kanal: textOf(row, 'kanal'),
        kennung: textOf(row, 'kennung'),
        zusatz: textOrNull(row, 'zusatz'),
      })),
      oeffnungszeiten: rowsOf(doc, 'oeffnungszeiten').map((row) => ({
        wochentag: Number(row['wochentag']) as Wochentag,
        von: textOf(row, 'von'),
        bis: textOf(row, 'bis'),
        hinweis: textOrNull(row, 'hinweis'),
      })),
      sondertage: sondertage.value,
      zeitenHinweis: textOrNull(doc, 'zeitenHinweis'),
      barrierefreiheit: {
        rollstuhlgerecht: booleanOrNull(barrierefreiheit, 'rollstuhlgerecht'),
        aufzug: booleanOrNull(barrierefreiheit, 'aufzug'),
        hinweis: textOrNull(barrierefreiheit, 'hinweis'),
      },
      webseite: textOrNull(doc, 'webseite'),
      terminlink: textOrNull(doc, 'terminlink'),
    })
  },
  zustaendigkeit: (doc) => {
    const leistungId = relationOf(doc, 'leistung')
    const gebietId = relationOf(doc, 'gebiet')
    const stelle = stelleOf(doc)
    if (leistungId === null) return failed(problem('leistung-is-unknown', 'Leistung'))
    if (gebietId === null) return failed(problem('gebiet-is-unknown', 'Gebiet'))
    if (stelle === null) return failed(problem('stelle-is-missing', 'Stelle'))
    const rolle = textOf(doc, 'rolle') as Zustaendigkeit['rolle']
    const redaktionId = relationOf(doc, 'redaktion')
    const wert = { id: textOf(doc, 'id'), leistungId, gebietId, stelle, rolle }
    return success(redaktionId === null ? wert : { ...wert, redaktionId })
  },
  modulsperre: (doc) => {
    const ort = ortOf(doc, 'land')
    if (!ort.ok) return ort
    const art = SPERRARTEN.find((known) => known === doc['art'])
    const grund = textOrNull(doc, 'grund')
    return success({
      ...ort.value,
      module: textsOf(doc, 'module') as Modulname[],
      ...(art ? { art } : {}),
      ...(grund === null ? {} : { grund }),
    })
  },
  schweigefrist: (doc) => {
    const parsed = all(
      ortOf(doc, 'land'),
      parseCalendarDay(doc['fristende'], 'Antwort möglich bis'),
      parseCalendarDay(doc['begonnenAm'], 'Begonnen am'),
    )
    if (!parsed.ok) return parsed
    const [ort, fristende, begonnenAm] = parsed.value
    return success({
      ...ort,
      module: textsOf(doc, 'module') as Modulname[],
      abstimmungId: textOf(doc, 'abstimmung'),
      tage: numberOrNull(doc, 'tage') ?? 0,
      fristende,
      begonnenAm,
    })
  },
  rueckmeldung: (doc) => {
    const ort = ortOf(doc, 'gemeinde')
    if (!ort.ok) return ort
    return success({
      ...ort.value,
      schweigefristId: relationOf(doc, 'schweigefrist') ?? '',
      module: textsOf(doc, 'module') as Modulname[],
      satz: textOrNull(doc, 'satz'),
    })
  },
  angebot: (doc) => {
    const ort = ortOf(doc, 'gemeinde')
    if (!ort.ok) return ort
    const antwort = ANGEBOTSANTWORTEN.find((known) => known === doc['antwort']) ?? 'ungeklaert'
    const text = textOrNull(groupOf(doc, 'stattdessen'), 'text')
    const link = textOrNull(groupOf(doc, 'stattdessen'), 'link')
    return success({
      ...ort.value,
      antwort,
      satz: textOrNull(doc, 'satz'),
      stattdessen: text === null && link === null ? null : { text: text ?? '', link },
    })
  },
  onlinedienst: (doc) =>
    success({
      id: textOf(doc, 'id'),
      bezeichnung: textOf(doc, 'bezeichnung'),
      url: textOf(doc, 'url'),
      titel: textOrNull(doc, 'titel'),
      vertrauensniveau: textOrNull(doc, 'vertrauensniveau'),
      nutzerkonto: textOrNull(doc, 'nutzerkonto'),
      herkunft: textOf(doc, 'herkunft') as Onlinedienst['herkunft'],
      redaktionId: relationOf(doc, 'redaktion') ?? '',
    }),
  formular: (doc) =>
    success({
      id: textOf(doc, 'id'),
      bezeichnung: textOf(doc, 'bezeichnung'),
      url: textOrNull(doc, 'url'),
      beschreibung: textOrNull(doc, 'beschreibung'),
      redaktionId: relationOf(doc, 'redaktion') ?? '',
    }),
  rechtsnorm: (doc) => {
    const days = all(
      dayOrNull(doc, 'beschlossenAm', 'Beschlossen am'),
      dayOrNull(doc, 'verkuendetAm', 'Verkündet am'),
      dayOrNull(doc, 'vollendetAm', 'Bekanntmachung vollendet am'),
    )
    if (!days.ok) return days
    const form = BEKANNTMACHUNGSFORMEN.find((known) => known === doc['bekanntmachungsform'])
    const redaktionId = relationOf(doc, 'redaktion')
    return success({
      id: textOf(doc, 'id'),
      art: textOf(doc, 'art') as Rechtsnorm['art'],
      titel: textOf(doc, 'titel'),
      kurztitel: textOrNull(doc, 'kurztitel'),
      abkuerzung: textOrNull(doc, 'abkuerzung'),
      normgeber: textOf(doc, 'normgeber') as Rechtsnorm['normgeber'],
      gebietId: relationOf(doc, 'gebiet'),
      fundstelle: textOrNull(doc, 'fundstelle'),
      url: textOrNull(doc, 'url'),
      beschlossenAm: days.value[0],
      verkuendetAm: days.value[1],
      ...(form ? { bekanntmachung: { form, vollendetAm: days.value[2] } } : {}),
      ...(redaktionId === null ? {} : { redaktionId }),
    })
  },
}

const WRITERS: { readonly [Art in Objektart]: (wert: Objektwerte[Art]) => DeskDoc } = {
  gebiet: ({ ars, ags, name, ebene, uebergeordnet }) => ({ ars, ags, name, ebene, uebergeordnet }),
  leistung: ({ redaktionId, schriftform, einheitlicheStelle, ...rest }) => ({
    ...rest,
    redaktion: redaktionId,
    schriftform: jaNein(schriftform),
    einheitlicheStelle: jaNein(einheitlicheStelle),
  }),
  organisationseinheit: ({
    redaktionId,
    anschriften,
    oeffnungszeiten,
    barrierefreiheit,
    ...rest
  }) => ({
    ...rest,
    redaktion: redaktionId,
    anschriften: anschriften.map(({ gebietId, ...anschrift }) => ({
      ...anschrift,
      gebiet: gebietId,
    })),
    oeffnungszeiten: oeffnungszeiten.map((zeit) => ({
      ...zeit,
      wochentag: String(zeit.wochentag),
    })),
    barrierefreiheit: {
      rollstuhlgerecht: jaNein(barrierefreiheit.rollstuhlgerecht),
      aufzug: jaNein(barrierefreiheit.aufzug),
      hinweis: barrierefreiheit.hinweis,
    },
  }),
  zustaendigkeit: ({ leistungId, gebietId, stelle, rolle, redaktionId }) => ({
    leistung: leistungId,
    gebiet: gebietId,
    rolle,
    ...redaktionField(redaktionId),
    organisationseinheit: stelle.art === 'organisationseinheit' ? stelle.id : null,
    onlinedienst: stelle.art === 'onlinedienst' ? stelle.id : null,
  }),
  modulsperre: ({ module, art, grund, ...ort }) => ({
    ...deskOrt(ort),
    module,
    ...(art === undefined ? {} : { art }),
    ...(grund === undefined ? {} : { grund }),
  }),
  schweigefrist: ({ module, abstimmungId, tage, fristende, begonnenAm, ...ort }) => ({
    ...deskOrt(ort),
    module,
    abstimmung: abstimmungId,
    tage,
    fristende,
    begonnenAm,
  }),
  rueckmeldung: ({ schweigefristId, module, satz, ...ort }) => ({
    ...deskOrt(ort),
    schweigefrist: schweigefristId,
    module,
    satz,
  }),
  angebot: ({ antwort, satz, stattdessen, ...ort }) => ({
    ...deskOrt(ort),
    antwort,
    satz,
    stattdessen: { text: stattdessen?.text ?? null, link: stattdessen?.link ?? null },
  }),
  onlinedienst: ({ redaktionId, ...rest }) => ({ ...rest, redaktion: redaktionId }),
  formular: ({ redaktionId, ...rest }) => ({ ...rest, redaktion: redaktionId }),
  rechtsnorm: ({ gebietId, bekanntmachung, redaktionId, ...rest }) => ({
    ...rest,
    ...redaktionField(redaktionId),
    gebiet: gebietId,
    bekanntmachungsform: bekanntmachung?.form ?? null,
    vollendetAm: bekanntmachung?.vollendetAm ?? null,
  }),
}

const BEKANNTMACHUNGSFORMEN: readonly Bekanntmachungsform[] = [
  'bekanntmachungsblatt',
  'zeitung',
  'aushang',
  'internet',
]

/** What a layer says of a Leistung in an area, and whose it is. */
type Ort = {
  readonly id: string
  readonly leistungId: string
  readonly ebene: Ebene
  readonly gebietId: string
  readonly redaktionId: string
}

function ortOf(doc: DeskDoc, ebene: Ebene): Result<Ort> {
  const leistungId = relationOf(doc, 'leistung')
  const gebietId = relationOf(doc, 'gebiet')
  if (leistungId === null) return failed(problem('leistung-is-unknown', 'Leistung'))
  if (gebietId === null) return failed(problem('gebiet-is-unknown', 'Gebiet'))
  return success({
    id: textOf(doc, 'id'),
    leistungId,
    gebietId,
    ebene: EBENEN.find((known) => known === doc['ebene']) ?? ebene,
    redaktionId: relationOf(doc, 'redaktion') ?? '',
  })
}

function deskOrt({ leistungId, gebietId, ebene, redaktionId }: Ort | Omit<Ort, 'id'>): DeskDoc {
  return { leistung: leistungId, gebiet: gebietId, ebene, redaktion: redaktionId }
}

/** The Redaktion, where the log names it; otherwise the document keeps the one it has. */
function redaktionField(redaktionId: string | undefined): DeskDoc {
  return redaktionId === undefined ? {} : { redaktion: redaktionId }
}

function readSondertag(row: DeskDoc): Result<Sondertag> {
  const tag = parseCalendarDay(row['tag'], 'Sondertag')
  if (!tag.ok) return tag
  const zeiten = rowsOf(row, 'zeiten').map((zeit) => ({
    von: textOf(zeit, 'von'),
    bis: textOf(zeit, 'bis'),
  }))
  return success({ tag: tag.value, zeiten, anlass: textOrNull(row, 'anlass') })
}

function stelleOf(doc: DeskDoc): Zustaendigkeit['stelle'] | null {
  const organisationseinheit = relationOf(doc, 'organisationseinheit')
  if (organisationseinheit !== null)
    return { art: 'organisationseinheit', id: organisationseinheit }
  const onlinedienst = relationOf(doc, 'onlinedienst')
  return onlinedienst === null ? null : { art: 'onlinedienst', id: onlinedienst }
}

function jaNein(value: boolean | null): string | null {
  return value === null ? null : value ? 'ja' : 'nein'
}
