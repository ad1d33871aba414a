import { canonicalJson } from '#core/canonicalJson.ts'
import type { FassungId, LeistungId } from '#core/fassung/fassung.ts'
import { EBENEN, type Ebene, type GebietId } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, reiheKey, type Chronik } from '#core/log/chronik.ts'
import { objektreiheAt, reiheAt } from '#core/log/snapshot.ts'
import { vorgabenOf } from '#core/log/vorgaben.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import type { Vorbehalt } from '#core/vorschau/annahmen.ts'
import {
  abschnitteOf,
  type Abschnittsteil,
  type Blattabschnitt,
} from '#core/vorschau/darstellung.ts'
import { textOf } from '#core/vorschau/markup.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A day with whether it is public; null: none is known. */
export type Tagesangabe = {
  readonly tag: CalendarDay | null
  readonly istVorlaeufig: boolean
}

/** One Leistung on one day as a page shows it. */
export type Ansicht = {
  readonly id: LeistungId
  readonly name: string
  readonly leistungsschluessel: readonly string[]
  readonly sprache: Leistungsblatt['sprache']
  readonly giltAb: Tagesangabe
  readonly aendertSichAm: Tagesangabe
  readonly abschnitte: readonly Ansichtsabschnitt[]
  /** All that keeps it from being public, each once; empty when it is. */
  readonly vorbehalte: readonly Vorbehalt[]
  /** Whether anything of it is not public. */
  readonly istVorlaeufig: boolean
}

/** A section with what keeps it from being public. */
export type Ansichtsabschnitt = Omit<Blattabschnitt, 'teile'> & {
  readonly teile: readonly Ansichtsteil[]
  /** Other than in public, though no part of it says why: a text or an office ends or comes in on an expected day. */
  readonly weichtAb: boolean
}

/** A part with what keeps it from being public. */
export type Ansichtsteil = Abschnittsteil & { readonly vorbehalte: readonly Vorbehalt[] }

/** Shows a Leistung as it reads under assumptions, beside what is public on that day (null: nothing). */
export function ansichtOf(
  blatt: Leistungsblatt,
  oeffentlich: Leistungsblatt | null,
  vorbehalteOf: (id: FassungId) => readonly Vorbehalt[],
): Ansicht {
  const shown = abschnitteOf(blatt)
  // Mostly what is shown is what is public; then it is parsed once.
  const public_ = oeffentlich === blatt ? shown : oeffentlich ? abschnitteOf(oeffentlich) : []
  const before = new Map(public_.map((each) => [each.schluessel, wordsOf(each)]))
  const abschnitte = shown.map((each): Ansichtsabschnitt => {
    const teile = each.teile.map((teil) => ({
      ...teil,
      vorbehalte: teil.herkunft === null ? [] : vorbehalteOf(teil.herkunft.fassungId),
    }))
    const isExplained = teile.some(({ vorbehalte }) => vorbehalte.length > 0)
    return {
      ...each,
      teile,
      weichtAb: !isExplained && before.get(each.schluessel) !== wordsOf(each),
    }
  })
  const giltAb = angabe(blatt.gueltigAb, oeffentlich?.gueltigAb)
  const aendertSichAm = angabe(blatt.naechsteAenderung, oeffentlich?.naechsteAenderung)
  const vorbehalte = distinct(
    abschnitte.flatMap(({ teile }) => teile.flatMap((teil) => teil.vorbehalte)),
  )
  return {
    id: blatt.id,
    name: blatt.name,
    leistungsschluessel: blatt.leistungsschluessel,
    sprache: blatt.sprache,
    giltAb,
    aendertSichAm,
    abschnitte,
    vorbehalte,
    istVorlaeufig:
      vorbehalte.length > 0 ||
      giltAb.istVorlaeufig ||
      aendertSichAm.istVorlaeufig ||
      abschnitte.some(({ weichtAb }) => weichtAb) ||
      before.size !== abschnitte.length,
  }
}

/** The layers that have their say in it, widest first. */
export function ebenenOf({ abschnitte }: Pick<Ansicht, 'abschnitte'>): readonly Ebene[] {
  const found = new Set(
    abschnitte.flatMap(({ teile }) => teile.flatMap(({ herkunft }) => herkunft?.ebene ?? [])),
  )
  return EBENEN.filter((ebene) => found.has(ebene))
}

/** The nearest days before and after the Stichtag on which a text begins or ends. */
export type Nachbartage = {
  readonly davor: CalendarDay | null
  readonly danach: CalendarDay | null
}

/**
 * The days next to the Stichtag on which a text of these areas begins or ends, of one Leistung or of all. Only what the
 * Chronik knows as bestimmt and released counts (zeit.md, rule 16). `tageIn` may hand over the days of a whole area that
 * somebody has derived before.
 */
export function nachbartage(
  chronik: Chronik,
  gebietIds: ReadonlySet<GebietId>,
  leistungId: LeistungId | null,
  stichtag: CalendarDay,
  tageIn: (gebietId: GebietId) => readonly CalendarDay[] = (id) => wechseltageIn(chronik, id),
): Nachbartage {
  const tage = [...gebietIds].flatMap((gebietId) =>
    leistungId === null ? tageIn(gebietId) : daysOf(chronik, leistungId, gebietId),
  )
  let davor: CalendarDay | null = null
  let danach: CalendarDay | null = null
  for (const tag of tage) {
    if (tag < stichtag && (davor === null || tag > davor)) davor = tag
    if (tag > stichtag && (danach === null || tag < danach)) danach = tag
  }
  return { davor, danach }
}

/** All days on which a text for the area itself begins or ends, each once, in no order: as the Chronik stands now. */
export function wechseltageIn(chronik: Chronik, gebietId: GebietId): readonly CalendarDay[] {
  const leistungen = [...(chronik.leistungenIn.get(gebietId) ?? [])]
  return [...new Set(leistungen.flatMap((leistungId) => daysOf(chronik, leistungId, gebietId)))]
}

/** Days of the texts, and of what decides beside them how the Leistung reads in the area. */
function daysOf(
  chronik: Chronik,
  leistungId: LeistungId,
  gebietId: GebietId,
): readonly CalendarDay[] {
  const kenntnisstand = newestFolgenummer(chronik)
  const stretches = [
    ...keysOf(chronik, leistungId, gebietId).flatMap(
      (key) => reiheAt(chronik, key, kenntnisstand).abschnitte,
    ),
    ...vorgabenOf(chronik, leistungId, kenntnisstand)
      .filter((each) => each.gebietId === gebietId && each.art !== 'rueckmeldung')
      .flatMap(({ key }) => objektreiheAt(chronik, key, kenntnisstand)),
  ]
  return [...new Set(stretches.flatMap(({ ab, bis }) => (bis === null ? [ab] : [ab, bis])))]
}

function keysOf(chronik: Chronik, leistungId: LeistungId, gebietId: GebietId): readonly string[] {
  return EBENEN.map((ebene) => reiheKey({ leistungId, ebene, gebietId })).filter((key) =>
    chronik.reihen.has(key),
  )
}

function angabe(tag: CalendarDay | null, oeffentlich: CalendarDay | null | undefined): Tagesangabe {
  return { tag, istVorlaeufig: tag !== oeffentlich }
}

function wordsOf({ titel, teile }: Blattabschnitt): string {
  return [titel, ...teile.map(({ knoten }) => textOf(knoten))].join('\u0000')
}

function distinct(vorbehalte: readonly Vorbehalt[]): readonly Vorbehalt[] {
  return [...new Map(vorbehalte.map((each) => [canonicalJson(each), each])).values()]
}
