import type { Fassungskopf, Freigegeben, VarianteInhalt } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import type { Aussage, Objektstand } from '#core/log/ereignis.ts'
import { IMMER } from '#core/log/objekt.ts'
import { anZeitgrenze, festerTag, type Anker } from '#core/rechtsnorm/anker.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { Onlinedienst, Organisationseinheit, Zustaendigkeit } from '#core/stelle/stelle.ts'
import { addDays, day, type CalendarDay } from '#core/zeit/day.ts'
import { fassungInhalt, zahl, zufall } from './texte.ts'

/** How much there is of everything. */
export type Groesse = {
  readonly gemeinden: number
  readonly verwaltungen: number
  readonly leistungen: number
  readonly fassungen: number
  readonly stellen: number
  readonly zustaendigkeiten: number
}

/** `land` is the size of Mecklenburg-Vorpommern (DESIGN, "What it must hold"). */
export const GROESSEN = {
  klein: {
    gemeinden: 24,
    verwaltungen: 6,
    leistungen: 120,
    fassungen: 300,
    stellen: 60,
    zustaendigkeiten: 3_000,
  },
  mittel: {
    gemeinden: 73,
    verwaltungen: 12,
    leistungen: 1_200,
    fassungen: 3_000,
    stellen: 600,
    zustaendigkeiten: 30_000,
  },
  land: {
    gemeinden: 724,
    verwaltungen: 116,
    leistungen: 12_000,
    fassungen: 30_000,
    stellen: 6_000,
    zustaendigkeiten: 300_000,
  },
} as const satisfies { readonly [name: string]: Groesse }

/** Name of a size. */
export type Umfang = keyof typeof GROESSEN

/** It is this day in the bench, whenever it runs. */
export const HEUTE = day('2026-11-24')
/** The day of the Zeitgrenze on which a thousand texts hang. */
export const STICHTAG = day('2027-01-01')
/** That Zeitgrenze. */
export const GROSSE_ZEITGRENZE = 'zg-0'
/** The Redaktion of everything here. */
export const REDAKTION = 'r-land'

/** A text before its words are made. */
export type Kopf = { readonly kopf: Fassungskopf; readonly inhalt: () => FassungInhalt }

/** All of a Land; words are made when they are asked for, the same every time. */
export type Datensatz = {
  readonly gebiete: readonly Gebiet[]
  readonly gemeinden: readonly Gebiet[]
  readonly leistungen: readonly Leistung[]
  /** Leistungen that the Gemeinden answer for; they come first. */
  readonly kommunale: number
  readonly rechtsnormen: readonly Rechtsnorm[]
  readonly zeitgrenzen: readonly Zeitgrenze[]
  readonly stellen: readonly Organisationseinheit[]
  readonly onlinedienste: readonly Onlinedienst[]
  readonly zustaendigkeiten: readonly Zustaendigkeit[]
  readonly fassungen: readonly Kopf[]
  /** Leistungen whose next text hangs on `GROSSE_ZEITGRENZE`. */
  readonly abhaengige: readonly Leistung[]
}

/** The Land of this size. */
export function datensatz(groesse: Groesse): Datensatz {
  const gebiete = gebieteOf(groesse)
  const gemeinden = gebiete.filter(({ ebene }) => ebene === 'gemeinde')
  const leistungen = many(groesse.leistungen, leistung)
  const kommunale = Math.min(
    leistungen.length,
    Math.floor((0.96 * groesse.zustaendigkeiten) / gemeinden.length),
  )
  const stellen = many(groesse.stellen, (index) => stelle(index, gebiete))
  const onlinedienste = many(Math.ceil(leistungen.length / 20), onlinedienst)
  const abhaengige = leistungen.slice(-Math.min(1000, Math.floor(leistungen.length * 0.84)))
  const rechtsnormen = many(ZEITGRENZEN, rechtsnorm)
  return {
    gebiete,
    gemeinden,
    leistungen,
    kommunale,
    rechtsnormen,
    zeitgrenzen: many(ZEITGRENZEN, zeitgrenze),
    stellen,
    onlinedienste,
    zustaendigkeiten: zustaendigkeitenOf(
      { gemeinden, leistungen, kommunale, stellen, onlinedienste },
      groesse.zustaendigkeiten,
    ),
    fassungen: fassungenOf({ gebiete, leistungen, kommunale, abhaengige }, groesse.fassungen),
    abhaengige,
  }
}

/** What the import says of everything that carries its value in the entry. */
export function kleineAussagen(daten: Datensatz): readonly Aussage[] {
  return [
    ...daten.zeitgrenzen.map((each): Aussage => ({
      klasse: 'zeitgrenze',
      zeitgrenze: each,
      pult: null,
    })),
    ...daten.gebiete.map((wert) => gespeichert({ art: 'gebiet', wert, ...immer(wert) })),
    ...daten.leistungen.map((wert) => gespeichert({ art: 'leistung', wert, ...immer(wert) })),
    ...daten.zustaendigkeiten.map((wert) =>
      gespeichert({ art: 'zustaendigkeit', wert, ...immer(wert) }),
    ),
  ]
}

/** What the import says of an object whose content lies in the content table. */
export function objektAussage(
  art: 'organisationseinheit' | 'onlinedienst' | 'rechtsnorm',
  { id }: { readonly id: string },
  inhalt: string,
): Aussage {
  return gespeichert({ art, inhalt, ...immer({ id }) })
}

/** What the import says of a text. */
export function fassungAussage(fassung: Freigegeben): Aussage {
  return { klasse: 'fassung', fassung, pult: null }
}

/** Every fiftieth text of the Land has an English variant. */
export function hasVariante(index: number): boolean {
  return index % 50 === 0
}

/** The words of an English variant. */
export function varianteInhalt(
  inhalt: FassungInhalt,
  hash: (wert: unknown) => string,
): VarianteInhalt {
  const names = Object.keys(inhalt) as Modulname[]
  const quelle = Object.fromEntries(names.map((name) => [name, hash(inhalt[name])]))
  return { module: inhalt, quelle, maschinell: true }
}

const ZEITGRENZEN = 60

function gebieteOf({ gemeinden, verwaltungen }: Groesse): readonly Gebiet[] {
  const aemter = Math.round(verwaltungen * 0.65)
  const amtsfreie = verwaltungen - aemter
  const kreise = Math.max(2, Math.round(verwaltungen / 19))
  const kreis = (index: number): string => `130${71 + (index % kreise)}`
  const amt = (index: number): string => `${kreis(index)}${5300 + index}`
  const land = area('13', 'land', 'g-00')
  return [
    area('00', 'bund', null),
    land,
    ...many(kreise, (index) => area(kreis(index), 'kreis', land.id)),
    ...many(aemter, (index) => area(amt(index), 'amt', `g-${kreis(index)}`)),
    ...many(amtsfreie, (index) =>
      area(`${kreis(index)}0${pad(index + 1, 3).repeat(2)}`, 'gemeinde', `g-${kreis(index)}`),
    ),
    ...many(gemeinden - amtsfreie, (index) => {
      const above = amt(index % aemter)
      return area(`${above}${pad(amtsfreie + index + 1, 3)}`, 'gemeinde', `g-${above}`)
    }),
  ]
}

function area(ars: string, ebene: Gebiet['ebene'], uebergeordnet: string | null): Gebiet {
  const ags = ebene === 'gemeinde' ? ars.slice(0, 5) + ars.slice(9) : null
  return { id: `g-${ars}`, ars, ags, name: `Gebiet ${ars}`, ebene, uebergeordnet }
}

function leistung(index: number): Leistung {
  return {
    id: `l-${pad(index, 5)}`,
    name: `Leistung ${index}`,
    leistungsschluessel: [`99${pad(index, 12)}`],
    redaktionId: REDAKTION,
    typisierung: '2/3',
    adressaten: ['001'],
    lagen: ['1010100'],
    sdg: [],
    vertrauensniveau: '20',
    schriftform: index % 2 === 0,
    einheitlicheStelle: null,
    rang115: null,
  }
}

function rechtsnorm(index: number): Rechtsnorm {
  return {
    id: `rn-${index}`,
    art: 'gesetz',
    titel: `Gesetz zur Neuordnung des Verwaltungsverfahrens Nummer ${index}`,
    kurztitel: null,
    abkuerzung: `NeuG ${index}`,
    normgeber: 'land',
    gebietId: null,
    fundstelle: `GVOBl. M-V 2026 S. ${800 + index}`,
    url: null,
    beschlossenAm: null,
    verkuendetAm: null,
  }
}

/** The first is the large one; of the others one in ten is only planned. */
function zeitgrenze(index: number): Zeitgrenze {
  const grunddaten = {
    id: `zg-${index}`,
    rechtsnormId: `rn-${index}`,
    art: 'inkrafttreten',
    wortlaut: null,
  } as const
  const tag = index === 0 ? STICHTAG : addDays(day('2026-10-01'), index * 9)
  return index % 10 === 9
    ? { ...grunddaten, stand: 'geplant', tag }
    : { ...grunddaten, stand: 'bestimmt', tag, fundstelle: `GVOBl. M-V 2026 S. ${800 + index}` }
}

function stelle(index: number, gebiete: readonly Gebiet[]): Organisationseinheit {
  const gebiet = at(gebiete, index)
  const wochentage = [1, 2, 4, 5] as const
  return {
    id: `oe-${pad(index, 4)}`,
    name: `Fachdienst ${index} in ${gebiet.name}`,
    kurzbeschreibung: null,
    uebergeordnet: null,
    redaktionId: REDAKTION,
    anschriften: [
      {
        typ: '001',
        strasse: 'Schlossstraße',
        hausnummer: String((index % 90) + 1),
        postfach: null,
        plz: String(17000 + (index % 2000)),
        ort: gebiet.name,
        zusatz: null,
        gebietId: gebiet.id,
      },
    ],
    kommunikation: [
      { kanal: '01', kennung: `stelle${index}@land.example`, zusatz: null },
      { kanal: '02', kennung: `+49 385 ${100000 + index}`, zusatz: null },
    ],
    oeffnungszeiten: wochentage.map((wochentag) => ({
      wochentag,
      von: '09:00',
      bis: '12:00',
      hinweis: null,
    })),
    sondertage: [],
    zeitenHinweis: null,
    barrierefreiheit: { rollstuhlgerecht: true, aufzug: null, hinweis: null },
    webseite: null,
    terminlink: null,
  }
}

function onlinedienst(index: number): Onlinedienst {
  return {
    id: `od-${pad(index, 4)}`,
    bezeichnung: `Onlineantrag ${index}`,
    url: `https://antrag.land.example/${index}`,
    titel: null,
    vertrauensniveau: '20',
    nutzerkonto: 'BundID',
    herkunft: 'land',
    redaktionId: REDAKTION,
  }
}

/** Nearly all Zustaendigkeiten are of everyday Leistungen, for which every Gemeinde answers itself. */
function zustaendigkeitenOf(
  {
    gemeinden,
    leistungen,
    kommunale,
    stellen,
    onlinedienste,
  }: Pick<Datensatz, 'gemeinden' | 'leistungen' | 'kommunale' | 'stellen' | 'onlinedienste'>,
  count: number,
): readonly Zustaendigkeit[] {
  const own = kommunale * gemeinden.length
  return many(count, (index) => {
    const rest = index - own
    const ofLand = rest >= 0
    const isOnline = ofLand && rest % 20 === 0
    return {
      id: `zu-${pad(index, 6)}`,
      leistungId: at(leistungen, ofLand ? kommunale + rest : Math.floor(index / gemeinden.length))
        .id,
      gebietId: ofLand ? 'g-13' : at(gemeinden, index).id,
      stelle: isOnline
        ? { art: 'onlinedienst', id: at(onlinedienste, rest / 20).id }
        : { art: 'organisationseinheit', id: at(stellen, index).id },
      rolle: 'zustaendige-stelle',
    }
  })
}

/** A text of the Land for each Leistung, its coming successors, and the texts of the municipalities. */
function fassungenOf(
  {
    gebiete,
    leistungen,
    kommunale,
    abhaengige,
  }: Pick<Datensatz, 'gebiete' | 'leistungen' | 'kommunale' | 'abhaengige'>,
  count: number,
): readonly Kopf[] {
  const kommunen = gebiete.filter(({ ebene }) => ebene !== 'bund' && ebene !== 'land')
  const weitere = leistungen.slice(0, Math.floor(leistungen.length / 6))
  const first = leistungen.map(({ id }, index) =>
    kopf(`f-${id}`, { leistungId: id, beginn: since(index) }),
  )
  const large = abhaengige.map(({ id }) =>
    kopf(`f-${id}-zg`, {
      leistungId: id,
      beginn: anZeitgrenze(GROSSE_ZEITGRENZE),
      basis: `f-${id}`,
      rechtsnormIds: ['rn-0'],
    }),
  )
  const next = weitere.map(({ id }, index) =>
    kopf(`f-${id}-neu`, {
      leistungId: id,
      beginn: index % 2 === 0 ? anZeitgrenze(`zg-${1 + (index % 59)}`) : coming(index),
      basis: `f-${id}`,
    }),
  )
  const municipal = many(count - first.length - large.length - next.length, (index) => {
    const leistungId = at(leistungen, index % kommunale).id
    const gebiet = at(kommunen, Math.floor(index / kommunale) + (index % kommunale) * 13)
    return kopf(`f-${leistungId}-${gebiet.id}`, {
      leistungId,
      ebene: gebiet.ebene,
      gebietId: gebiet.id,
      beginn: index % 10 === 0 ? festerTag(STICHTAG) : since(index),
    })
  })
  return [...first, ...large, ...next, ...municipal].map((each, index) => ({
    kopf: each,
    inhalt: () =>
      fassungInhalt(
        index + 1,
        `Leistung ${each.leistungId}`,
        each.ebene !== 'land' && index % 5 < 2 ? 'ergaenzen' : 'ersetzen',
      ),
  }))
}

function kopf(
  id: string,
  differences: Pick<Fassungskopf, 'leistungId' | 'beginn'> & Partial<Fassungskopf>,
): Fassungskopf {
  return {
    id,
    ebene: 'land',
    gebietId: 'g-13',
    redaktionId: REDAKTION,
    ende: null,
    danach: 'nichts',
    basis: null,
    berichtigt: null,
    rechtsnormIds: [],
    ...differences,
  }
}

function since(index: number): Anker {
  return festerTag(addDays(day('2024-01-01'), zahl(zufall(index), 0, 700)))
}

function coming(index: number): Anker {
  return festerTag(addDays(STICHTAG, (index % 12) * 30))
}

function immer({ id }: { readonly id: string }) {
  const beginn: Anker = festerTag(IMMER)
  return { id, beginn, ende: null }
}

function gespeichert(objekt: Objektstand): Aussage {
  return { klasse: 'objekt', objekt, pult: null }
}

/** The days around the year's end and some of the next year. */
export function andereTage(count: number): readonly CalendarDay[] {
  return many(count, (index) => addDays(day('2026-12-31'), index * 5))
}

function at<T>(list: readonly T[], index: number): T {
  return list[index % list.length] as T
}

function many<T>(count: number, make: (index: number) => T): readonly T[] {
  return Array.from({ length: count }, (_none, index) => make(index))
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
