import { Router, type Request, type Response } from 'express'
import { problem } from '#core/errors/problems.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import { nextDay } from '#core/zeit/day.ts'
import { headersOf } from '#feed/headers.ts'
import { sendProblems } from '#feed/problemJson.ts'
import { parseAnfrage } from '#feed/query.ts'
import type { LeistungenReader, Sicht } from '#feed/readLeistungen.ts'

/** `GET /export/v1/leistungen` and `/{id}`: texts merged over the layers for one area, on any day. */
export function createLeistungenFeed(reader: LeistungenReader): Router {
  const answer =
    (exists: (sicht: Sicht, req: Request) => boolean, present: Present) =>
    async (req: Request, res: Response): Promise<void> => {
      const anfrage = parseAnfrage(req.query)
      const sicht = anfrage.ok ? await reader.look(anfrage.value, () => headersOf(req)) : anfrage
      if (!sicht.ok) {
        sendProblems(res, sicht.problems)
        return
      }
      if (!exists(sicht.value, req)) {
        sendProblems(res, [problem('not-found', 'Leistung')])
        return
      }
      if (isFresh(reader.version, sicht.value, req, res)) res.status(304).end()
      else res.json(await present(sicht.value, req))
    }
  return Router()
    .get(
      '/leistungen',
      answer(
        () => true,
        (sicht) => reader.presentPage(sicht),
      ),
    )
    .get(
      '/leistungen/:id',
      answer(
        (sicht, req) => reader.holds(sicht, String(req.params['id'])),
        async (sicht, req) => {
          const [leistung] = await reader.present(sicht, [String(req.params['id'])])
          return leistung ?? {}
        },
      ),
    )
}

type Present = (sicht: Sicht, req: Request) => Promise<object>

/** Sets ETag and caching (DESIGN, Interfaces); true when the reader already has these bytes. */
function isFresh(
  version: string,
  { uebersicht, anfrage, gebiet, after, isFixed, isWidened }: Sicht,
  req: Request,
  res: Response,
): boolean {
  const { stichtag, kenntnisstand } = uebersicht.snapshot
  const view = [
    stichtag,
    kenntnisstand,
    version,
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
