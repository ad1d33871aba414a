import { createServer, type Server } from 'node:http'
import { parse } from 'node:url'
import type { RequestHandler } from 'express'
import next from 'next'
import { pino } from 'pino'
import { createApp } from '#server/app.ts'
import { describeFehler, readEnvironment } from '#src/environment.ts'
import { openHouse, prepareDatabase, DEMO_ZUGANG } from '#src/wiring.ts'

const root = process.env['STICHTAG_WURZEL'] ?? process.cwd()
/** How long running requests may go on after SIGTERM, milliseconds. */
const FINISH_WITHIN = 8_000

await main()

async function main(): Promise<void> {
  const read = readEnvironment(process.env, root)
  if (!read.ok) {
    console.error(describeFehler(read.fehler))
    process.exit(78)
  }
  const environment = read.value
  const logger = pino({ name: 'web', level: environment.logLevel })
  const house = await openHouse(environment)
  const { hasSeeded } = await prepareDatabase(house, environment, (done, total) => {
    if (done === total || done % 50 === 0) logger.info({ done, total }, 'Demo wird angelegt')
  })
  let isStopping = false
  const server = createServer()
  const admin = environment.rollen.includes('redaktion')
    ? await openAdmin(server, environment.port)
    : undefined
  const app = createApp({
    config: house.config,
    feed: house.feed,
    readDelivery: house.readDelivery,
    openapi: house.openapi,
    logger,
    proxies: environment.proxies,
    isSecure: environment.basisUrl.startsWith('https:'),
    isReady: house.isReady,
    isStopping: () => isStopping,
    ...(admin ? { admin } : {}),
  })
  server.on('request', app)
  server.listen(environment.port, () => {
    announce(environment.basisUrl, environment.demo, hasSeeded)
    process.send?.('bereit')
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const hint =
      error.code === 'EADDRINUSE'
        ? `PORT: Der Port ${environment.port} ist schon vergeben. Wählen Sie einen anderen.`
        : error.message
    console.error(hint)
    process.exit(78)
  })
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await closeServer(server)
    await house.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The supervisor is gone: nobody would stop us any more, and the port would stay taken.
  process.on('disconnect', () => void stop())
}

async function openAdmin(httpServer: Server, port: number): Promise<RequestHandler> {
  const admin = next({ dev: false, dir: root, httpServer, hostname: 'localhost', port })
  await admin.prepare()
  const handle = admin.getRequestHandler()
  return (req, res) => handle(req, res, parse(req.url, true))
}

/** No new requests, running ones finish; after a while the rest is cut off. */
function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => {
      server.closeAllConnections()
    }, FINISH_WITHIN)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function announce(address: string, isDemo: boolean, hasSeeded: boolean): void {
  const lines = ['', `  Stichtag läuft: ${address}/admin`]
  if (isDemo)
    lines.push(
      '',
      '  Demo-Zugänge (Passwort für alle: ' + DEMO_ZUGANG.passwort + ')',
      ...DEMO_ZUGANG.konten.map((konto) => `    ${konto}`),
    )
  if (hasSeeded)
    lines.push('', '  Die Datenbank war leer; die Demo für Mecklenburg-Vorpommern ist angelegt.')
  console.log([...lines, ''].join('\n'))
}
