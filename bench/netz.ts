import { fork, type ChildProcess } from 'node:child_process'
import { createServer, Agent, request, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { RequestListener } from 'node:http'

/** Requests that a reader in a process of its own shall make: every path in turn, so many at a time. */
export type Leseauftrag = {
  readonly port: number
  readonly paths: readonly string[]
  readonly anfragen: number
  readonly verbindungen: number
  readonly headers?: Readonly<Record<string, string>>
}

/** What the reader saw. */
export type Lesebericht = {
  readonly anfragen: number
  readonly ms: number
  readonly bytes: number
  readonly median: number
  readonly p99: number
}

/** A reader in a process of its own, so that reading does not slow down the server. */
export type Leser = {
  readonly read: (auftrag: Leseauftrag) => Promise<Lesebericht>
  readonly stop: () => void
}

/** Serves on a free port of the loopback interface while the work goes on. */
export async function serving<T>(
  app: RequestListener,
  work: (port: number) => Promise<T>,
): Promise<T> {
  const server = createServer(app)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  try {
    return await work((server.address() as AddressInfo).port)
  } finally {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
}

/** Starts this program again in another role; its answer comes as one message. */
export function startKind(rolle: string, ...args: readonly string[]): ChildProcess {
  return fork(process.argv[1] ?? '', [rolle, ...args], {
    execArgv: [...process.execArgv, '--expose-gc'],
    stdio: 'inherit',
  })
}

/** Starts a reader. */
export function startLeser(): Leser {
  const child = startKind('leser')
  const read = (auftrag: Leseauftrag): Promise<Lesebericht> => {
    const answer = nextMessage<Lesebericht>(child)
    child.send(auftrag)
    return answer
  }
  return { read, stop: () => void child.kill() }
}

/** The next message of a process of ours; its end without one is an error. */
export function nextMessage<T>(child: ChildProcess): Promise<T> {
  return new Promise((resolve, reject) => {
    const onExit = (code: number | null): void => {
      reject(new Error(`child process ended (${code})`))
    }
    child.once('exit', onExit)
    child.once('message', (message) => {
      child.off('exit', onExit)
      resolve(message as T)
    })
  })
}

/** The role of a reader. */
export function beLeser(): void {
  process.on('message', (auftrag: Leseauftrag) => {
    void readAll(auftrag).then((bericht) => process.send?.(bericht))
  })
  process.on('disconnect', () => process.exit(0))
}

/** One request; throws unless the answer is 200. */
export async function get(
  { port, path, agent, headers = {} }: Anfrage,
  onBytes: (chunk: Buffer) => void = () => undefined,
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, headers, ...(agent ? { agent } : {}) }
    request(options, (answer) => {
      answer.on('data', onBytes)
      answer.on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve(answer)
        else reject(new Error(`${answer.statusCode} ${path}`))
      })
    })
      .on('error', reject)
      .end()
  })
}

type Anfrage = {
  readonly port: number
  readonly path: string
  readonly agent?: Agent
  readonly headers?: Readonly<Record<string, string>>
}

/** The feeds allow 1,200 requests a minute from one address: after so many we come from the next of 127.0.0.0/8. */
const PER_ADDRESS = 1000
let addresses = 0

async function readAll(auftrag: Leseauftrag): Promise<Lesebericht> {
  const times: number[] = []
  let bytes = 0
  let asked = 0
  const lane = async (): Promise<void> => {
    let agent = newAgent()
    let used = 0
    while (asked < auftrag.anfragen) {
      const path = auftrag.paths[asked % auftrag.paths.length] ?? '/'
      asked += 1
      used += 1
      const start = performance.now()
      await get({ ...auftrag, path, agent }, (chunk) => (bytes += chunk.length))
      times.push(performance.now() - start)
      if (used % PER_ADDRESS === 0) {
        agent.destroy()
        agent = newAgent()
      }
    }
    agent.destroy()
  }
  const start = performance.now()
  await Promise.all(Array.from({ length: auftrag.verbindungen }, lane))
  const ms = performance.now() - start
  times.sort((left, right) => left - right)
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? NaN
  return { anfragen: times.length, ms, bytes, median: at(0.5), p99: at(0.99) }
}

function newAgent(): Agent {
  addresses += 1
  const localAddress = `127.1.${addresses >> 8}.${addresses & 255}`
  return new Agent({ keepAlive: true, maxSockets: 1, localAddress })
}
