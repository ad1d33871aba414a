import { Router, type Request } from 'express'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import { gebietByArs, type Gebiet } from '#core/gebiet/gebiet.ts'
import {
  latest,
  newestFolgenummer,
  objektKey,
  zeitgrenzenAt,
  type Chronik,
} from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import {
  eintraegeUeber,
  kenntnisstaendeOf,
  nachweisOf,
  uebersichtOfLeistung,
  type Nachweiseintrag,
  type Nachweisfrage,
} from '#core/log/nachweis.ts'
import { sayWirkung, type Nachweisnamen } from '#core/log/nachweisDeutsch.ts'
import { inhaltOf, type Uebersicht } from '#core/log/uebersicht.ts'
import { nameOfRechtsnorm, type Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import { unterschiedeOf } from '#core/vorschau/unterschiede.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import type { JsonExporter } from '#ports/json.ts'
import type { CurrentChronik, GetInhalte } from '#ports/log.ts'
import type {
  AnswerNachweis,
  Nachweis,
  Nachweisanfrage,
  Nachweiszeile,
  ReadProtokoll,
} from '#ports/nachweis.ts'
import { headersOf } from '#feed/headers.ts'
import { sendProblems } from '#feed/problemJson.ts'

/** What evidence is made from. */
export type NachweisPorts = {
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly json: JsonExporter
  readonly readProtokoll: ReadProtokoll
  /** Whether the caller may look at an older Kenntnisstand (zeit.md, rule 16). */
  readonly mayLookBack: (headers: Headers) => Promise<boolean>
}

/**
 * `GET /export/v1/nachweis?ars=&leistung=&stichtag=`: what an area said on a day about a Leistung, as it was known on the
 * evening of that day and as it is known now, with the entries that prove it. Problems: `past-needs-scope`,
 * `query-is-malformed`, `day-is-malformed`, `gebiet-is-unknown`, `leistung-is-unknown`.
 */
export function createNachweisFeed(ports: NachweisPorts): Router {
  const answer = createAnswerNachweis(ports)
  return Router().get('/nachweis', async (req, res) => {
    const anfrage = parseNachweisanfrage(req.query)
    const isAllowed = await ports.mayLookBack(headersOf(req))
    const nachweis = !isAllowed
      ? failed(problem('past-needs-scope', 'nachweis'))
      : anfrage.ok
        ? await answer(anfrage.value)
        : anfrage
    if (!nachweis.ok) {
      sendProblems(res, nachweis.problems)
      return
    }
    const { frage, heute } = nachweis.value
    const view = [
      frage.stichtag,
      heute.kenntnisstand,
      ports.json.version,
      frage.ars,
      encodeURIComponent(frage.leistung),
    ]
    res.set('etag', `"${view.join('.')}"`)
    res.set('cache-control', 'private, no-store')
    if (req.fresh) res.status(304).end()
    else res.json(presentNachweis(nachweis.value))
  })
}

/** Answers from the log: for the interface and for the page in the admin, so that both say the same. */
export function createAnswerNachweis(ports: Omit<NachweisPorts, 'mayLookBack'>): AnswerNachweis {
  return async (anfrage) => {
    const chronik = await ports.chronik()
    const kenntnisstand = newestFolgenummer(chronik)
    const { morgens, abends } = kenntnisstaendeOf(chronik, anfrage.stichtag)
    const at = memoized((stand) =>
      uebersichtOfLeistung(chronik, anfrage.leistung, {
        stichtag: anfrage.stichtag,
        kenntnisstand: stand,
      }),
    )
    const [damals, heute] = [at(abends), at(kenntnisstand)]
    const gebiet =
      gebietByArs(heute.gebiete, anfrage.ars) ?? gebietByArs(damals.gebiete, anfrage.ars)
    if (!gebiet) return failed(problem('gebiet-is-unknown', 'ars', { wert: anfrage.ars }))
    if (!chronik.objekte.has(objektKey({ art: 'leistung', id: anfrage.leistung })))
      return failed(problem('leistung-is-unknown', 'leistung', { wert: anfrage.leistung }))
    const frage = { leistungId: anfrage.leistung, gebietId: gebiet.id, stichtag: anfrage.stichtag }
    const blattOf = (uebersicht: Uebersicht) => present(ports, chronik, { uebersicht, frage })
    const [damaligesBlatt, heutigesBlatt] = [await blattOf(damals), await blattOf(heute)]
    const write = createWrite(ports, chronik, kenntnisstand)
    return success({
      frage: anfrage,
      gebiet: gebiet.name,
      damals: {
        kenntnisstand: abends,
        zeitpunkt: chronik.zeitpunkte[abends - 1] ?? null,
        leistung: damaligesBlatt,
      },
      heute: { kenntnisstand, leistung: heutigesBlatt },
      unterschiede: unterschiedeOf(damaligesBlatt, heutigesBlatt),
      eintraege: await write(nachweisOf(chronik, frage, { damals, heute })),
      wechselAmTag: await write(
        await switchesBetween(chronik, frage, { nach: morgens, bis: abends, at, blattOf }),
      ),
    })
  }
}

type Wechselfrage = {
  readonly nach: Folgenummer
  readonly bis: Folgenummer
  readonly at: (kenntnisstand: Folgenummer) => Uebersicht
  readonly blattOf: (uebersicht: Uebersicht) => Promise<Leistungsblatt | null>
}

/** The entries between two Kenntnisstaende after which the answer said something else than before. */
async function switchesBetween(
  chronik: Chronik,
  frage: Nachweisfrage,
  { nach, bis, at, blattOf }: Wechselfrage,
): Promise<readonly Nachweiseintrag[]> {
  const found: Nachweiseintrag[] = []
  for (const folgenummer of eintraegeUeber(chronik, frage.leistungId, { nach, bis })) {
    const [damals, heute] = [at(folgenummer - 1), at(folgenummer)]
    if (unterschiedeOf(await blattOf(damals), await blattOf(heute)).length === 0) continue
    const eintraege = nachweisOf(chronik, frage, { damals, heute })
    found.push(...eintraege.filter((each) => each.folgenummer === folgenummer))
  }
  return found
}

/** The JSON of one pair; null where no layer has a text for the area, or the area did not exist. */
async function present(
  { json, getInhalte }: Pick<NachweisPorts, 'json' | 'getInhalte'>,
  chronik: Chronik,
  { uebersicht, frage }: { readonly uebersicht: Uebersicht; readonly frage: Nachweisfrage },
): Promise<Leistungsblatt | null> {
  const gebiet: Gebiet | undefined = uebersicht.gebiete.byId.get(frage.gebietId)
  if (!gebiet) return null
  const { leistungId } = frage
  const anfrage = { uebersicht, chronik, leistungId, gebiet, sprache: 'de' } as const
  return json.present(anfrage, await getInhalte(json.neededInhalte(anfrage)))
}

/** Joins entries with who made them, when and why, and says what they did. */
function createWrite(
  { getInhalte, readProtokoll }: Pick<NachweisPorts, 'getInhalte' | 'readProtokoll'>,
  chronik: Chronik,
  kenntnisstand: Folgenummer,
): (eintraege: readonly Nachweiseintrag[]) => Promise<readonly Nachweiszeile[]> {
  return async (eintraege) => {
    const zeilen = await readProtokoll(eintraege.map(({ folgenummer }) => folgenummer))
    const namen = namenOf(
      chronik,
      kenntnisstand,
      await getInhalte(namedBy(chronik, kenntnisstand, eintraege)),
    )
    return eintraege.flatMap(({ folgenummer, wirkungen }) => {
      const zeile = zeilen.get(folgenummer)
      if (!zeile) return []
      const wirkung = wirkungen.map((each) => sayWirkung(each, namen)).join(' ')
      return [{ ...zeile, wirkung }]
    })
  }
}

/** The contents from which the names in the sentences come. */
function namedBy(
  chronik: Chronik,
  kenntnisstand: Folgenummer,
  eintraege: readonly Nachweiseintrag[],
): readonly Inhaltshash[] {
  const newest = (art: Objektart, id: string): Objektstand | undefined =>
    latest(chronik.objekte.get(objektKey({ art, id })), kenntnisstand)?.wert
  const named = eintraege.flatMap(({ wirkungen }) =>
    wirkungen.flatMap((wirkung): readonly (Objektstand | undefined)[] => {
      if (wirkung.art === 'zeitgrenze')
        return [newest('rechtsnorm', wirkung.zeitgrenze.rechtsnormId)]
      if (wirkung.art !== 'objekt') return []
      const { objekt } = wirkung
      if (objekt.art !== 'zustaendigkeit') return [newest(objekt.art, objekt.id)]
      return [newest(objekt.wert.stelle.art, objekt.wert.stelle.id)]
    }),
  )
  return [...new Set(named.flatMap((each) => (each ? (inhaltOf(each) ?? []) : [])))]
}

function namenOf(
  chronik: Chronik,
  kenntnisstand: Folgenummer,
  inhalte: ReadonlyMap<Inhaltshash, unknown>,
): Nachweisnamen {
  const objekt = (art: Objektart, id: string): string => {
    const stand = latest(chronik.objekte.get(objektKey({ art, id })), kenntnisstand)?.wert
    if (!stand) return id
    const hash = inhaltOf(stand)
    const wert = hash === null ? (stand as { wert?: unknown }).wert : inhalte.get(hash)
    if (stand.art === 'rechtsnorm' && wert) return nameOfRechtsnorm(wert as Rechtsnorm)
    const { name, bezeichnung } = (wert ?? {}) as { name?: string; bezeichnung?: string }
    return name ?? bezeichnung ?? id
  }
  return {
    gebiet: (id) => objekt('gebiet', id),
    rechtsnorm: (id) => objekt('rechtsnorm', id),
    objekt,
    zeitgrenze: zeitgrenzenAt(chronik, kenntnisstand),
    eintrag: (id) => chronik.fassungen.get(id)?.folgenummer,
  }
}

const KNOWN = ['ars', 'leistung', 'stichtag']

/** Parses the question; all three parts are needed. Problems: `query-is-malformed`, `day-is-malformed`. */
function parseNachweisanfrage(query: Request['query']): Result<Nachweisanfrage> {
  const unknown = Object.keys(query).find((name) => !KNOWN.includes(name))
  if (unknown !== undefined) return failed(problem('query-is-malformed', unknown, { wert: '' }))
  const { ars, leistung } = query
  if (typeof ars !== 'string' || !/^\d{2,12}$/.test(ars))
    return failed(problem('query-is-malformed', 'ars', { wert: shown(ars) }))
  if (typeof leistung !== 'string' || leistung === '')
    return failed(problem('query-is-malformed', 'leistung', { wert: shown(leistung) }))
  const stichtag = parseCalendarDay(query['stichtag'], 'stichtag')
  return stichtag.ok ? success({ ars, leistung, stichtag: stichtag.value }) : stichtag
}

function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value ?? '')).slice(0, 100)
}

/** What leaves the house. */
function presentNachweis({
  frage,
  damals,
  heute,
  unterschiede,
  eintraege,
  wechselAmTag,
}: Nachweis): object {
  return {
    frage: { ars: frage.ars, leistung: frage.leistung, stichtag: frage.stichtag },
    damals: {
      kenntnisstand: damals.kenntnisstand,
      zeitpunkt: damals.zeitpunkt,
      leistung: damals.leistung,
    },
    heute: { kenntnisstand: heute.kenntnisstand, leistung: heute.leistung },
    gleich: unterschiede.length === 0,
    unterschiede: unterschiede.map(({ teil, titel }) => ({ teil, titel })),
    eintraege: eintraege.map(presentZeile),
    wechselAmTag: wechselAmTag.map(presentZeile),
  }
}

function presentZeile(zeile: Nachweiszeile): object {
  const { folgenummer, zeitpunkt, art, von, bestaetigtVon, eilfall, grund, gegenstand, wirkung } =
    zeile
  return {
    folgenummer,
    zeitpunkt,
    art,
    von,
    bestaetigtVon,
    eilfall,
    grund,
    gegenstand,
    wirkung,
  }
}

function memoized<T>(
  compute: (kenntnisstand: Folgenummer) => T,
): (kenntnisstand: Folgenummer) => T {
  const results = new Map<Folgenummer, T>()
  return (kenntnisstand) => {
    const known = results.get(kenntnisstand)
    if (known !== undefined) return known
    const result = compute(kenntnisstand)
    results.set(kenntnisstand, result)
    return result
  }
}
