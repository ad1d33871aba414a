import { compareKeys } from '#core/delta/delta.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { LeistungId, Sprache } from '#core/fassung/fassung.ts'
import { gebietByArs, pathTo, type Gebiet } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import { schichtenIn } from '#core/log/uebersicht.ts'
import type { Leistungsblatt } from '#core/vorschau/blatt.ts'
import type { JsonExporter } from '#ports/json.ts'
import type { Clock, CurrentChronik, GetInhalte } from '#ports/log.ts'
import { readCursor, writeCursor, type Cursor } from '#feed/cursor.ts'
import type { Anfrage } from '#feed/query.ts'
import { readStand, type Stand } from '#feed/stand.ts'

/** What the JSON feed needs. */
export type FeedPorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly getInhalte: GetInhalte
  readonly json: JsonExporter
  /** Whether the caller may look at an older Kenntnisstand (zeit.md, rule 16). */
  readonly mayLookBack: (headers: Headers) => Promise<boolean>
  /** Signs cursors, so that only we can pin an older Kenntnisstand. */
  readonly secret: string
}

/** Whose Leistungen, on which day, in which language. */
export type Blick = Stand & { readonly gebiet: Gebiet; readonly sprache: Sprache }

/** What one request to the feed is answered from. */
export type Sicht = Blick & {
  readonly anfrage: Anfrage
  readonly after: string
  /** Named by the reader himself: then the answer never changes. */
  readonly isFixed: boolean
  readonly isWidened: boolean
}

/** Reads merged Leistungen: for the feed and for the pages, so that both say the same. */
export type LeistungenReader = {
  /** The version of the format. */
  readonly version: string
  /**
   * Resolves pair and area. Problems: `cursor-is-malformed`, `query-is-malformed`, `kenntnisstand-lies-ahead`,
   * `past-needs-scope`, `gebiet-is-unknown`.
   */
  readonly look: (anfrage: Anfrage, headers: () => Headers) => Promise<Result<Sicht>>
  /** The Leistungen that have a text for the area, in the order of their ids. */
  readonly idsIn: (blick: Blick) => readonly LeistungId[]
  /** Whether the Leistung has a text for the area. */
  readonly holds: (blick: Blick, id: LeistungId) => boolean
  /** These Leistungen; what has no text is not among them. Contents come from the content table unless told otherwise. */
  readonly present: (
    blick: Blick,
    ids: readonly LeistungId[],
    getInhalte?: GetInhalte,
  ) => Promise<readonly Leistungsblatt[]>
  /** One page of the list. */
  readonly presentPage: (sicht: Sicht) => Promise<object>
}

/** The reader on these ports. */
export function createLeistungenReader(ports: FeedPorts): LeistungenReader {
  return {
    version: ports.json.version,
    look: (anfrage, headers) => resolve(ports, anfrage, headers),
    idsIn,
    holds,
    present: (blick, ids, getInhalte = ports.getInhalte) =>
      presentAll({ json: ports.json, getInhalte }, blick, ids),
    presentPage: (sicht) => presentPage(ports, sicht),
  }
}

async function resolve(
  ports: FeedPorts,
  anfrage: Anfrage,
  headers: () => Headers,
): Promise<Result<Sicht>> {
  const cursor = anfrage.cursor === null ? success(null) : readCursor(anfrage.cursor, ports.secret)
  if (!cursor.ok) return cursor
  const isDouble = anfrage.stichtag !== null || anfrage.kenntnisstand !== null
  if (cursor.value !== null && isDouble) {
    return failed(problem('query-is-malformed', 'cursor', { wert: 'stichtag, kenntnisstand' }))
  }
  const chronik = await ports.chronik()
  const newest = newestFolgenummer(chronik)
  const paar = pairOf(anfrage, cursor.value, {
    stichtag: ports.clock().heute,
    kenntnisstand: newest,
  })
  if (paar.kenntnisstand > newest)
    return failed(
      problem('kenntnisstand-lies-ahead', 'kenntnisstand', {
        wert: paar.kenntnisstand,
        neuester: newest,
      }),
    )
  const looksBack = paar.kenntnisstand < newest && cursor.value === null
  if (looksBack && !(await ports.mayLookBack(headers())))
    return failed(problem('past-needs-scope', 'kenntnisstand'))
  const stand = readStand(chronik, paar)
  const gebiet = gebietOf(stand, anfrage.ars)
  if (!gebiet) return failed(problem('gebiet-is-unknown', 'ars', { wert: anfrage.ars ?? '' }))
  const isFixed =
    cursor.value !== null || (anfrage.stichtag !== null && anfrage.kenntnisstand !== null)
  return success({
    ...stand,
    anfrage,
    gebiet,
    sprache: anfrage.sprache,
    after: cursor.value?.after ?? '',
    isFixed,
    isWidened: looksBack,
  })
}

function pairOf(anfrage: Anfrage, cursor: Cursor | null, now: Zeitpaar): Zeitpaar {
  return {
    stichtag: cursor?.stichtag ?? anfrage.stichtag ?? now.stichtag,
    kenntnisstand: cursor?.kenntnisstand ?? anfrage.kenntnisstand ?? now.kenntnisstand,
  }
}

/** Without an ARS it is the Land. */
function gebietOf({ uebersicht }: Stand, ars: string | null): Gebiet | undefined {
  if (ars !== null) return gebietByArs(uebersicht.gebiete, ars)
  return [...uebersicht.gebiete.byId.values()].find(({ ebene }) => ebene === 'land')
}

function idsIn(blick: Blick): readonly LeistungId[] {
  return candidatesIn(blick).filter((id) => hasText(blick, id))
}

/** The Leistungen of which any layer that meets there ever released a text, in the order of their ids. */
function candidatesIn({ chronik, uebersicht, gebiet }: Blick): readonly LeistungId[] {
  const path = pathTo(uebersicht.gebiete, gebiet.id)
  const ids = new Set(path.flatMap(({ id }) => [...(chronik.leistungenIn.get(id) ?? [])]))
  return [...ids].sort(compareKeys)
}

function hasText({ uebersicht, gebiet }: Blick, id: LeistungId): boolean {
  return schichtenIn(uebersicht, id, gebiet.id).length > 0
}

function holds(blick: Blick, id: LeistungId): boolean {
  return blick.uebersicht.leistungen.has(id) && hasText(blick, id)
}

async function presentPage(ports: FeedPorts, sicht: Sicht): Promise<object> {
  const { uebersicht, after, anfrage } = sicht
  const { stichtag, kenntnisstand } = uebersicht.snapshot
  const ids = takeWhere(
    candidatesIn(sicht).filter((id) => id > after),
    (id) => hasText(sicht, id),
    anfrage.limit + 1,
  )
  const page = ids.slice(0, anfrage.limit)
  const last = page.at(-1)
  const hasMore = last !== undefined && ids.length > page.length
  return ports.json.presentListe({
    stichtag,
    kenntnisstand,
    eintraege: await presentAll(ports, sicht, page),
    naechsterCursor: hasMore
      ? writeCursor({ stichtag, kenntnisstand, after: last }, ports.secret)
      : null,
  })
}

/** The first so many that fit; the others are not looked at. */
function takeWhere<T>(list: readonly T[], fits: (each: T) => boolean, most: number): readonly T[] {
  const taken: T[] = []
  for (const each of list) {
    if (taken.length === most) break
    if (fits(each)) taken.push(each)
  }
  return taken
}

async function presentAll(
  { json, getInhalte }: Pick<FeedPorts, 'json' | 'getInhalte'>,
  { uebersicht, chronik, gebiet, sprache }: Blick,
  ids: readonly LeistungId[],
): Promise<readonly Leistungsblatt[]> {
  const anfragen = ids.map((leistungId) => ({ uebersicht, chronik, leistungId, gebiet, sprache }))
  const inhalte = await getInhalte([...new Set(anfragen.flatMap(json.neededInhalte))])
  return anfragen.flatMap((each) => json.present(each, inhalte) ?? [])
}
