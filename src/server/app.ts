import { randomUUID } from 'node:crypto'
import { Readable, Transform } from 'node:stream'
import compression from 'compression'
import express, {
  type Express,
  type NextFunction,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import { rateLimit } from 'express-rate-limit'
import helmet from 'helmet'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import type { Logger } from 'pino'
import { pinoHttp } from 'pino-http'
import { problem } from '#core/errors/problems.ts'
import { createKalenderFeed, type KalenderPorts } from '#feed/kalender.ts'
import { createLeistungenFeed } from '#feed/leistungen.ts'
import { createLieferungenFeed, type ReadDelivery } from '#feed/lieferungen.ts'
import { createNachweisFeed, type NachweisPorts } from '#feed/nachweis.ts'
import { createOpenapi, type OpenapiParts } from '#feed/openapi.ts'
import { sendProblems } from '#feed/problemJson.ts'
import { createLeistungenReader, type FeedPorts } from '#feed/readLeistungen.ts'
import { createVorschauGate } from '#feed/vorschau.ts'

/** What the web application is built from. */
export type AppParts = {
  readonly config: Promise<SanitizedConfig> | SanitizedConfig
  readonly feed: FeedPorts & KalenderPorts & NachweisPorts
  readonly readDelivery: ReadDelivery
  /** The description of the interfaces; left out, they are not described. */
  readonly openapi?: OpenapiParts
  readonly logger: Logger
  /** How many proxies stand in front of us; the address behind them is the reader's. */
  readonly proxies?: number
  /** Whether we are reached over HTTPS. */
  readonly isSecure: boolean
  /** Answers whether the database can be read. */
  readonly isReady: () => Promise<boolean>
  /** The admin (Next's handler), last of all. Without it the app is what tests talk to. */
  readonly admin?: RequestHandler
  /** True once the process has been told to stop. */
  readonly isStopping?: () => boolean
}

/** Requests a minute from one address to the public feeds. */
const PUBLIC_LIMIT = 1200
/** Tries a minute from one address to log in. */
const LOGIN_LIMIT = 60
/** Largest body that `/api` takes, bytes. */
const MAX_BODY = 20 * 1024 * 1024

/** The Express app, outermost: feeds, health, Payload's REST, and behind them the admin. */
export function createApp(parts: AppParts): Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.set('trust proxy', parts.proxies ?? 0)
  app.use(logRequests(parts.logger))
  app.use(refuseWhileStopping(parts.isStopping ?? (() => false)))
  app.use(secured(parts.isSecure))
  app.use(compression())
  app.get(
    '/healthz',
    (_req, res) => void res.set('cache-control', 'no-store').json({ status: 'ok' }),
  )
  app.get('/readyz', async (_req, res) => {
    const isReady = await parts.isReady().catch(() => false)
    res
      .status(isReady ? 200 : 503)
      .set('cache-control', 'no-store')
      .json({ status: isReady ? 'ok' : 'nicht bereit' })
  })
  app.use(
    '/export/v1',
    limited(PUBLIC_LIMIT),
    createLieferungenFeed(parts.readDelivery),
    createLeistungenFeed(createLeistungenReader(parts.feed)),
    createKalenderFeed(parts.feed),
    createNachweisFeed(parts.feed),
    notFound,
  )
  if (parts.openapi) app.use(createOpenapi(parts.openapi))
  app.use(['/api/users/login', '/api/users/forgot-password'], limited(LOGIN_LIMIT))
  app.use('/api', restApi(parts.config))
  app.get('/', (_req, res) => res.redirect(302, '/admin'))
  app.use('/vorschau', limited(PUBLIC_LIMIT), createVorschauGate())
  if (parts.admin) app.all('/{*splat}', parts.admin)
  app.use(notFound)
  app.use(onError(parts.logger))
  return app
}

/** Payload's REST without Next: one copy of its modules, so that its errors keep their fields (ADR 0004). */
function restApi(config: AppParts['config']): RequestHandler {
  return async (req, res) => {
    const limit = limitBody(req, res)
    if (limit === null) return
    const answer = await handleEndpoints({ config, request: asFetchRequest(req, res, limit) })
    if (res.headersSent) return
    res.status(answer.status)
    answer.headers.forEach((value, name) => {
      if (name !== 'set-cookie') res.setHeader(name, value)
    })
    const cookies = answer.headers.getSetCookie()
    if (cookies.length > 0) res.setHeader('set-cookie', cookies)
    if (!answer.body) {
      res.end()
      return
    }
    Readable.fromWeb(answer.body as never)
      .on('error', (error) => res.destroy(error))
      .pipe(res)
  }
}

/** Counts what arrives, whatever the headers say; too much is answered with 413 and not read any further. */
function limitBody(req: Request, res: Response): Transform | null {
  const refuse = (): void => {
    res.set('connection', 'close')
    sendProblems(res, [problem('body-is-too-large')])
  }
  if (Number(req.headers['content-length'] ?? 0) > MAX_BODY) {
    refuse()
    return null
  }
  let bytes = 0
  const limited = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length
      if (bytes <= MAX_BODY) {
        done(null, chunk)
        return
      }
      if (!res.headersSent) refuse()
      req.unpipe(limited)
      done(new Error('the body is too large'))
    },
  })
  limited.on('error', () => req.resume())
  return limited
}

function asFetchRequest(req: Request, res: Response, limit: Transform): globalThis.Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(req.headers)) {
    for (const each of Array.isArray(value) ? value : [value])
      if (each !== undefined) headers.append(name, each)
  }
  const aborted = new AbortController()
  res.on('close', () => {
    if (!res.writableFinished) aborted.abort()
  })
  const hasBody = req.method !== 'GET' && req.method !== 'HEAD'
  const url = new URL(req.originalUrl, `${req.protocol}://${req.headers.host ?? 'localhost'}`)
  return new globalThis.Request(url, {
    method: req.method,
    headers,
    signal: aborted.signal,
    ...(hasBody ? { body: Readable.toWeb(req.pipe(limit)) as never, duplex: 'half' } : {}),
  })
}

function logRequests(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    genReqId: (req, res) => {
      const given = req.headers['x-request-id']
      const id = typeof given === 'string' && /^[\w-]{1,64}$/.test(given) ? given : randomUUID()
      res.setHeader('x-request-id', id)
      return id
    },
    // Cookies and Authorization stay out of the log: only what is named here goes in. So does the token of a calendar.
    serializers: {
      req: (req: { id: unknown; method: string; url: string }) => ({
        id: req.id,
        method: req.method,
        url: req.url.replace(/([?&]token=)[^&]*/gi, '$1…'),
      }),
      res: (res: { statusCode: number }) => ({ statusCode: res.statusCode }),
    },
    customLogLevel: (_req, res, error) => (error || res.statusCode >= 500 ? 'error' : 'info'),
  }) as RequestHandler
}

/** Nothing is loaded from another host: the policy of the browser says so too. */
function secured(isSecure: boolean): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'self'"],
        'connect-src': ["'self'"],
        'font-src': ["'self'", 'data:'],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'object-src': ["'none'"],
        // Next writes the state of a page into inline scripts.
        'script-src': ["'self'", "'unsafe-inline'"],
        'style-src': ["'self'", "'unsafe-inline'"],
      },
    },
    strictTransportSecurity: isSecure,
    crossOriginEmbedderPolicy: false,
  })
}

function limited(limit: number): RequestHandler {
  return rateLimit({
    windowMs: 60_000,
    limit,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, res) => {
      sendProblems(res, [problem('too-many-requests')])
    },
  })
}

function refuseWhileStopping(isStopping: () => boolean): RequestHandler {
  return (_req, res, next) => {
    if (!isStopping()) {
      next()
      return
    }
    res.set('connection', 'close')
    sendProblems(res, [problem('is-stopping')])
  }
}

function notFound(_req: Request, res: Response): void {
  sendProblems(res, [problem('not-found')])
}

function onError(logger: Logger) {
  return (error: unknown, req: Request, res: Response, _next: NextFunction): void => {
    logger.error({ err: error, id: req.id }, 'request failed')
    // What has begun is broken off: a short answer must not look like a whole one.
    if (res.headersSent) res.destroy()
    else sendProblems(res, [problem('internal-error')])
  }
}
