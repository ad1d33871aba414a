import { Router, type Request, type Response } from 'express'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { compareKeys } from '#core/delta/delta.ts'
import { gebietByArs, type Gebiet } from '#core/gebiet/gebiet.ts'
import { newestFolgenummer } from '#core/log/chronik.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import { schichtenIn } from '#core/log/uebersicht.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { nextDay } from '#core/zeit/day.ts'
import type { Clock, CurrentChronik, GetInhalte } from '#ports/log.ts'
import type { JsonExporter } from '#ports/json.ts'
import { readCursor, writeCursor, type Cursor } from '#feed/cursor.ts'
import { sendProblems } from '#feed/problemJson.ts'
import { parseAnfrage, type Anfrage } from '#feed/query.ts'
import { createReadStand, type Stand } from '#feed/stand.ts'

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

/** What one request is answered from. */
type Sicht = Stand & {
  readonly anfrage: Anfrage
  readonly gebiet: Gebiet
  readonly after: string
  /** Named by the reader himself: then the answer never changes. */
  readonly isFixed: boolean
  readonly isWidened: boolean
}

/** `GET /export/v1/leistungen` and `/{id}`: texts merged over the layers for one area, on any day. */
export function createLeistungenFeed(ports: FeedPorts): Router {
  const readStand = createReadStand()
  const look = (req: Request): Promise<Result<Sicht>> => resolve(ports, readStand, req)
  const answer =
    (exists: (sicht: Sicht, req: Request) => boolean, present: Present) =>
    async (req: Request, res: Response): Promise<void> => {
      const sicht = await look(req)
      if (!sicht.ok) {
        sendProblems(res, sicht.problems)
        return
      }
      if (!exists(sicht.value, req)) {
        sendProblems(res, [problem('not-found', 'Leistung')])
        return
      }
      if (isFresh(ports, sicht.value, req, res)) res.status(304).end()
      else res.json(await present(sicht.value, req))
    }
  const holds = ({ uebersicht, gebiet }: Sicht, id: string): boolean =>
    uebersicht.leistungen.has(id) && schichtenIn(uebersicht, id, gebiet.id).length > 0
  return Router()
    .get(
      '/leistungen',
      answer(
        () => true,
        (sicht) => presentPage(ports, sicht),
      ),
    )
    .get(
      '/leistungen/:id',
      answer(
        (sicht, req) => holds(sicht, String(req.params['id'])),
        async (sicht, req) => {
          const [leistung] = await presentAll(ports, sicht, [String(req.params['id'])])
          return leistung ?? {}
        },
      ),
    )
}

type Present = (sicht: Sicht, req: Request) => Promise<object>

async function resolve(
  ports: FeedPorts,
  readStand: ReturnType<typeof createReadStand>,
  req: Request,
): Promise<Result<Sicht>> {
  const anfrage = parseAnfrage(req.query)
  if (!anfrage.ok) return anfrage
  const cursor =
    anfrage.value.cursor === null ? success(null) : readCursor(anfrage.value.cursor, ports.secret)
  if (!cursor.ok) return cursor
  const isDouble = anfrage.value.stichtag !== null || anfrage.value.kenntnisstand !== null
  if (cursor.value !== null && isDouble) {
    return failed(problem('query-is-malformed', 'cursor', { wert: 'stichtag, kenntnisstand' }))
  }
  const chronik = await ports.chronik()
  const newest = newestFolgenummer(chronik)
  const paar = pairOf(anfrage.value, cursor.value, {
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
  if (looksBack && !(await ports.mayLookBack(headersOf(req))))
    return failed(problem('past-needs-scope', 'kenntnisstand'))
  const stand = readStand(chronik, paar)
  const gebiet = gebietOf(stand, anfrage.value.ars)
  if (!gebiet) return failed(problem('gebiet-is-unknown', 'ars', { wert: anfrage.value.ars ?? '' }))
  const isFixed =
    cursor.value !== null ||
    (anfrage.value.stichtag !== null && anfrage.value.kenntnisstand !== null)
  return success({
    ...stand,
    anfrage: anfrage.value,
    gebiet,
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

async function presentPage(ports: FeedPorts, sicht: Sicht): Promise<object> {
  const { uebersicht, gebiet, after, anfrage } = sicht
  const { stichtag, kenntnisstand } = uebersicht.snapshot
  const ids = [...uebersicht.fassungen.keys()]
    .filter((id) => id > after && schichtenIn(uebersicht, id, gebiet.id).length > 0)
    .sort(compareKeys)
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

async function presentAll(
  ports: FeedPorts,
  sicht: Sicht,
  ids: readonly string[],
): Promise<readonly object[]> {
  const { uebersicht, chronik, gebiet, anfrage } = sicht
  const anfragen = ids.map((leistungId) => ({
    uebersicht,
    chronik,
    leistungId,
    gebiet,
    sprache: anfrage.sprache,
  }))
  const inhalte = await ports.getInhalte([...new Set(anfragen.flatMap(ports.json.neededInhalte))])
  return anfragen.flatMap((each) => ports.json.present(each, inhalte) ?? [])
}

/** Sets ETag and caching (DESIGN, Interfaces); true when the reader already has these bytes. */
function isFresh(
  ports: FeedPorts,
  { uebersicht, anfrage, gebiet, after, isFixed, isWidened }: Sicht,
  req: Request,
  res: Response,
): boolean {
  const { stichtag, kenntnisstand } = uebersicht.snapshot
  const view = [
    stichtag,
    kenntnisstand,
    ports.json.version,
    gebiet.id,
    anfrage.sprache,
    anfrage.limit,
    encodeURIComponent(after),
  ]
  res.set('etag', `"${view.join('.')}"`)
  res.set(
    'cache-control',
    isWidened ? 'private, no-store' : isFixed ? 'public, max-age=31536000, immutable' : 'no-cache',
  )
  // Tells a cache in front of us when the day ends that it was asked for without naming it.
  if (anfrage.stichtag === null && !isFixed)
    res.set('x-stichtag-wechselt', midnightInBerlin(nextDay(stichtag)))
  res.set('x-stichtag', stichtag)
  res.set('x-kenntnisstand', String(kenntnisstand))
  return req.fresh
}

function headersOf(req: Request): Headers {
  return new Headers(
    Object.entries(req.headers).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value] as [string, string]] : [],
    ),
  )
}
