import { AsyncLocalStorage } from 'node:async_hooks'
import type { RequestHandler, Response } from 'express'
import { problem, PROBLEMS, type Problem } from '#core/errors/problems.ts'
import { VARIANTENSPRACHEN, type LeistungId, type Sprache } from '#core/fassung/fassung.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { quelleOf } from '#core/fassung/sprachfassung.ts'
import { gebietByArs, pathTo, type Gebiet, type Gebiete } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer, objektKey, type Chronik } from '#core/log/chronik.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { uebersichtOn } from '#core/log/uebersichtOn.ts'
import {
  annahmenOf,
  asIfFrom,
  texteOhneTag,
  wartendeTexte,
  type Annahmen,
  type Unveroeffentlicht,
} from '#core/vorschau/annahmen.ts'
import { ansichtOf, ebenenOf, nachbartage, type Ansicht } from '#core/vorschau/ansicht.ts'
import {
  eingabeFrom,
  findOrte,
  folded,
  type Eingabe,
  type Parameter,
} from '#core/vorschau/eingabe.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import type { Clock, CurrentChronik, GetInhalte, HashInhalt } from '#ports/log.ts'
import type { Pulttext } from '#ports/pult.ts'
import type { OpenPult, Pultblick } from '#ports/vorschau.ts'
import { byName, keptWechseltage, nameOf, sortedByName } from '#feed/bestand.ts'
import { headersOf } from '#feed/headers.ts'
import type { Blick, LeistungenReader } from '#feed/readLeistungen.ts'
import type {
  Leistungsseite,
  Liste,
  Listenzeile,
  Rahmen,
  Tagesansicht,
  VorschauReader,
  ZeileOhneTag,
} from '#feed/readVorschau.ts'
import { readStand } from '#feed/stand.ts'

/** What the preview is made from: the reader of the feed, and the desk for those who may see it. */
export type VorschauPorts = {
  readonly leistungen: LeistungenReader
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  readonly openPult: OpenPult
}

/** Rows of the list on one page. */
const ZEILEN_JE_SEITE = 100

/** The preview: what the feed says of a day, and for who has signed in and asks for it, what drafts would make of it. */
export function createVorschau(ports: VorschauPorts): VorschauReader {
  return {
    liste: async (parameter, headers) => {
      const lage = await explore(ports, parameter, headers, null)
      const liste = lage.blick ? await listOf(ports, lage, lage.blick) : null
      answerWith(lage.rahmen.probleme)
      return { rahmen: lage.rahmen, liste }
    },
    leistung: async (id, parameter, headers) => {
      const lage = await explore(ports, parameter, headers, id)
      const leistung = lage.blick ? await leistungOf(ports, lage, lage.blick, id) : null
      const isThere = leistung?.tage.some(({ ansicht }) => ansicht !== null) ?? true
      answerWith([...lage.rahmen.probleme, ...(isThere ? [] : [problem('not-found')])])
      return { rahmen: lage.rahmen, leistung }
    },
  }
}

// How a page gets its HTTP status

const antworten = new AsyncLocalStorage<Response>()

/**
 * Stands before the pages of the preview. A page of Next cannot choose its HTTP status, so the reader sets it on the
 * answer of the request that it is called in. What may hold drafts is kept by no cache.
 */
export function createVorschauGate(): RequestHandler {
  return (req, res, next) => {
    const isPersonal = hasSession(headersOf(req))
    res.set('cache-control', isPersonal ? 'private, no-store' : 'no-cache')
    antworten.run(res, next)
  }
}

function answerWith([first]: readonly Problem[]): void {
  const res = antworten.getStore()
  if (res && first && !res.headersSent) res.status(PROBLEMS[first.code].status)
}

function hasSession(headers: Headers): boolean {
  return headers.has('authorization') || /(^|;\s*)payload-token=/.test(headers.get('cookie') ?? '')
}

// What was asked, and by whom

type Lage = {
  readonly rahmen: Rahmen
  /** Null where the entry must be mended first. */
  readonly blick: Blick | null
  readonly vergleich: CalendarDay | null
  /** Null: the public alone. */
  readonly unveroeffentlicht: Unveroeffentlicht | null
  readonly annahmen: Annahmen
  /** The area and all above it. */
  readonly gebietIds: ReadonlySet<string>
}

async function explore(
  ports: VorschauPorts,
  parameter: Parameter,
  headers: Headers,
  leistungId: LeistungId | null,
): Promise<Lage> {
  const eingabe = eingabeFrom(parameter)
  const { heute } = ports.clock()
  const stichtag = dayFrom(eingabe.stichtag, 'Stichtag')
  const vergleich = dayFrom(eingabe.vergleich, 'Vergleichstag')
  const sprache = spracheFrom(eingabe.sprache)
  const tag = stichtag.tag ?? heute
  const sicht = await ports.leistungen.look(
    {
      ars: null,
      stichtag: tag,
      kenntnisstand: null,
      sprache: sprache.sprache,
      limit: ZEILEN_JE_SEITE,
      cursor: null,
    },
    () => headers,
  )
  const chronik = sicht.ok ? sicht.value.chronik : await ports.chronik()
  const gebiete = sicht.ok
    ? sicht.value.uebersicht.gebiete
    : gebieteOn(chronik, newestPair(chronik, tag))
  const ort = ortFrom(eingabe, gebiete)
  const gebiet = ort.gebiet ?? (ort.probleme.length === 0 && sicht.ok ? sicht.value.gebiet : null)
  const pult = hasSession(headers) ? await ports.openPult(headers) : null
  const probleme = [
    ...stichtag.probleme,
    ...vergleich.probleme,
    ...sprache.probleme,
    ...ort.probleme,
    // Before the first area: there is nothing to show, and nothing wrong with the place.
    ...(gebiet === null && ort.probleme.length === 0 ? [problem('gebiet-is-unknown', 'Ort')] : []),
  ]
  const gebietIds = new Set(gebiet ? pathTo(gebiete, gebiet.id).map(({ id }) => id) : [])
  const mitEntwuerfen = eingabe.entwuerfe && pult !== null
  const isReady = gebiet !== null && probleme.length === 0 && sicht.ok
  const unveroeffentlicht =
    mitEntwuerfen && isReady ? await readPult(ports, chronik, pult, gebietIds, leistungId) : null
  return {
    rahmen: {
      eingabe,
      heute,
      stichtag: tag,
      gebiet,
      sprache: sprache.sprache,
      kenntnisstand: newestFolgenummer(chronik),
      gemeinden: gemeindenOf(gebiete, chronik, heute),
      probleme,
      vorschlaege: ort.vorschlaege,
      istAngemeldet: pult !== null,
      mitEntwuerfen,
    },
    blick: isReady ? { ...sicht.value, gebiet } : null,
    vergleich: vergleich.tag,
    unveroeffentlicht,
    annahmen: unveroeffentlicht
      ? assume(chronik, heute, unveroeffentlicht, eingabe.mit, tag)
      : nothingAssumed(chronik),
    gebietIds,
  }
}

function nothingAssumed(chronik: Chronik): Annahmen {
  return { chronik, inhalte: new Map(), vorbehalteOf: () => [] }
}

function assume(
  chronik: Chronik,
  heute: CalendarDay,
  unveroeffentlicht: Unveroeffentlicht,
  mit: string | null,
  stichtag: CalendarDay,
): Annahmen {
  const annahmen = annahmenOf(chronik, heute, unveroeffentlicht)
  const { entwuerfe, ohneBeginn, wartende } = unveroeffentlicht
  const draft = [...entwuerfe, ...ohneBeginn].find(({ id }) => id === mit)
  const released = mit !== null && wartende.has(mit) ? chronik.fassungen.get(mit)?.wert : undefined
  const text = draft ?? released
  return text ? asIfFrom(annahmen, text, stichtag) : annahmen
}

async function readPult(
  { getInhalte, hash }: VorschauPorts,
  chronik: Chronik,
  pult: Pultblick,
  gebietIds: ReadonlySet<string>,
  leistungId: LeistungId | null,
): Promise<Unveroeffentlicht> {
  const antwort = await pult({
    gebietIds: [...gebietIds],
    leistungId,
    freigegebene: wartendeTexte(chronik, gebietIds, leistungId),
  })
  const entwuerfe = antwort.entwuerfe.flatMap(entwurfOf)
  const varianten = antwort.entwuerfe.flatMap((text) => (text.art === 'variante' ? [text] : []))
  const sources = varianten.flatMap(({ fassungId }) => chronik.fassungen.get(fassungId) ?? [])
  const inhalte = await getInhalte(sources.map(({ wert }) => wert.inhalt))
  return {
    entwuerfe,
    ohneBeginn: antwort.ohneBeginn.flatMap(entwurfOf),
    wartende: new Set(antwort.freigegebene),
    varianten: varianten.flatMap(({ id, fassungId, sprache, module, maschinell, vorlage }) => {
      const released = chronik.fassungen.get(fassungId)?.wert
      const source = released
        ? (inhalte.get(released.inhalt) as FassungInhalt)
        : entwuerfe.find((each) => each.id === fassungId)?.inhalt
      if (!source) return []
      const quelle = quelleOf(source, { module, vorlage: vorlage ?? null }, hash)
      return [{ id, fassungId, sprache, inhalt: { module, quelle, maschinell } }]
    }),
  }
}

function entwurfOf(text: Pulttext) {
  return text.art === 'fassung' ? [text.entwurf] : []
}

type Day = { readonly tag: CalendarDay | null; readonly probleme: readonly Problem[] }

function dayFrom(text: string | null, stelle: string): Day {
  if (text === null) return { tag: null, probleme: [] }
  const parsed = parseCalendarDay(text, stelle)
  return parsed.ok ? { tag: parsed.value, probleme: [] } : { tag: null, probleme: parsed.problems }
}

function spracheFrom(text: string | null): {
  readonly sprache: Sprache
  readonly probleme: readonly Problem[]
} {
  const known = (['de', ...VARIANTENSPRACHEN] as const).find((each) => each === (text ?? 'de'))
  return known
    ? { sprache: known, probleme: [] }
    : { sprache: 'de', probleme: [problem('query-is-malformed', 'Sprache', { wert: text ?? '' })] }
}

type Ort = {
  readonly gebiet: Gebiet | null
  readonly probleme: readonly Problem[]
  readonly vorschlaege: readonly Gebiet[]
}

/** The ARS wins over a name; neither of them: no place is asked for. */
function ortFrom({ ars, ort }: Eingabe, gebiete: Gebiete): Ort {
  const wrong = (vorschlaege: readonly Gebiet[]): Ort => ({
    gebiet: null,
    probleme: [problem('gebiet-is-unknown', 'Ort', { wert: ars ?? ort ?? '' })],
    vorschlaege: byName(vorschlaege).slice(0, MAX_VORSCHLAEGE),
  })
  if (ars !== null) {
    const gebiet = /^\d{2,12}$/.test(ars) ? gebietByArs(gebiete, ars) : undefined
    return gebiet ? { gebiet, probleme: [], vorschlaege: [] } : wrong([])
  }
  if (ort === null) return { gebiet: null, probleme: [], vorschlaege: [] }
  const found = findOrte(gebiete, ort)
  const [only] = found
  return only && found.length === 1 ? { gebiet: only, probleme: [], vorschlaege: [] } : wrong(found)
}

const MAX_VORSCHLAEGE = 30

/** The Gemeinden of the day; on a day before all areas those of today, so that there is something to choose from. */
function gemeindenOf(gebiete: Gebiete, chronik: Chronik, heute: CalendarDay): readonly Gebiet[] {
  const current = gebiete.byId.size > 0 ? gebiete : gebieteOn(chronik, newestPair(chronik, heute))
  return byName([...current.byId.values()].filter(({ ebene }) => ebene === 'gemeinde'))
}

// The list

async function listOf(ports: VorschauPorts, lage: Lage, blick: Blick): Promise<Liste> {
  const { rahmen, annahmen, gebietIds } = lage
  const { stichtag, eingabe } = rahmen
  const assumed = under(annahmen, blick, stichtag)
  const public_ = ports.leistungen.idsIn(blick)
  const all = assumed === blick ? public_ : [...public_, ...ports.leistungen.idsIn(assumed)]
  const wanted = folded(eingabe.q ?? '')
  // No assumption renames a Leistung, so the names are those of the log.
  const found = sortedByName(blick.chronik, new Set(all)).filter(({ gesucht }) =>
    gesucht.includes(wanted),
  )
  const seiten = Math.max(Math.ceil(found.length / ZEILEN_JE_SEITE), 1)
  const seite = Math.min(eingabe.seite, seiten)
  const ids = found
    .slice((seite - 1) * ZEILEN_JE_SEITE, seite * ZEILEN_JE_SEITE)
    .map(({ id }) => id)
  const ansichten = await ansichtenOf(ports, lage, blick, assumed, ids)
  return {
    zeilen: ids.flatMap((id) => ansichten.get(id) ?? []).map(zeileOf),
    anzahl: found.length,
    seiten,
    nachbartage: nachbartage(
      annahmen.chronik,
      gebietIds,
      null,
      stichtag,
      keptWechseltage(annahmen.chronik),
    ),
    ohneTag: ohneTagOf(lage, blick),
  }
}

function zeileOf({ ansicht, entfaellt }: Gefunden): Listenzeile {
  const { id, name, giltAb, aendertSichAm, vorbehalte, istVorlaeufig } = ansicht
  return {
    id,
    name,
    giltAb,
    aendertSichAm,
    ebenen: ebenenOf(ansicht),
    vorbehalte,
    istVorlaeufig,
    entfaellt,
  }
}

/** What is shown of a Leistung; of one that is gone under the assumptions, what is public. */
type Gefunden = { readonly ansicht: Ansicht; readonly entfaellt: boolean }

async function ansichtenOf(
  { leistungen, getInhalte }: VorschauPorts,
  { annahmen, unveroeffentlicht }: Lage,
  blick: Blick,
  assumed: Blick,
  ids: readonly LeistungId[],
): Promise<ReadonlyMap<LeistungId, Gefunden>> {
  const oeffentlich = byId(await leistungen.present(blick, ids))
  const shown = unveroeffentlicht
    ? byId(await leistungen.present(assumed, ids, withDrafts(getInhalte, annahmen)))
    : oeffentlich
  return new Map(
    ids.flatMap((id): readonly [LeistungId, Gefunden][] => {
      const blatt = shown.get(id)
      const public_ = oeffentlich.get(id) ?? null
      if (blatt)
        return [
          [id, { ansicht: ansichtOf(blatt, public_, annahmen.vorbehalteOf), entfaellt: false }],
        ]
      return public_
        ? [[id, { ansicht: ansichtOf(public_, public_, () => []), entfaellt: true }]]
        : []
    }),
  )
}

function byId<T extends { readonly id: string }>(all: readonly T[]): ReadonlyMap<string, T> {
  return new Map(all.map((each) => [each.id, each]))
}

/** The same area and language under the assumptions. */
function under({ chronik }: Annahmen, blick: Blick, stichtag: CalendarDay): Blick {
  if (chronik === blick.chronik) return blick
  const paar = { stichtag, kenntnisstand: newestFolgenummer(chronik) }
  return { ...blick, chronik, uebersicht: uebersichtOn(chronik, paar) }
}

function withDrafts(getInhalte: GetInhalte, { inhalte }: Annahmen): GetInhalte {
  return async (hashes) => {
    const released = await getInhalte(hashes.filter((hash) => !inhalte.has(hash)))
    return new Map([...released, ...inhalte])
  }
}

function ohneTagOf(
  { annahmen, unveroeffentlicht, gebietIds }: Lage,
  { uebersicht }: Blick,
): readonly ZeileOhneTag[] {
  if (!unveroeffentlicht) return []
  return byName(
    texteOhneTag(annahmen, unveroeffentlicht, gebietIds).map((text) => ({
      ...text,
      name: nameOf(annahmen.chronik, text.leistungId),
      gebiet: uebersicht.gebiete.byId.get(text.gebietId)?.name ?? '',
    })),
  )
}

// One Leistung

async function leistungOf(
  ports: VorschauPorts,
  lage: Lage,
  blick: Blick,
  id: LeistungId,
): Promise<Leistungsseite | null> {
  const { annahmen, rahmen, vergleich, gebietIds } = lage
  const isKnown = annahmen.chronik.objekte.has(objektKey({ art: 'leistung', id }))
  if (!isKnown) {
    answerWith([problem('not-found')])
    return null
  }
  const first = await tagesansicht(ports, lage, blick, id, rahmen.stichtag)
  const second = vergleich === null ? [] : [await tagesansicht(ports, lage, blick, id, vergleich)]
  return {
    id,
    name: first.ansicht?.name ?? second[0]?.ansicht?.name ?? nameOf(annahmen.chronik, id),
    tage: [first, ...second],
    nachbartage: nachbartage(annahmen.chronik, gebietIds, id, rahmen.stichtag),
    ohneTag: ohneTagOf(lage, blick).filter(({ leistungId }) => leistungId === id),
  }
}

/** The area keeps its inner id on every day; a day on which it is not there shows nothing (zeit.md, rule 13). */
async function tagesansicht(
  ports: VorschauPorts,
  lage: Lage,
  blick: Blick,
  id: LeistungId,
  tag: CalendarDay,
): Promise<Tagesansicht> {
  const { kenntnisstand, stichtag } = blick.uebersicht.snapshot
  const there =
    tag === stichtag
      ? blick
      : { ...blick, ...readStand(blick.chronik, { stichtag: tag, kenntnisstand }) }
  const gebiet = there.uebersicht.gebiete.byId.get(blick.gebiet.id)
  if (!gebiet) return { tag, ansicht: null, entfaellt: false }
  const onDay = { ...there, gebiet }
  const found = await ansichtenOf(ports, lage, onDay, under(lage.annahmen, onDay, tag), [id])
  const { ansicht = null, entfaellt = false } = found.get(id) ?? {}
  return { tag, ansicht: entfaellt ? null : ansicht, entfaellt }
}
