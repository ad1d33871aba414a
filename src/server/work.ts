import { setTimeout as wait } from 'node:timers/promises'
import { pino } from 'pino'
import { describeFehler, readEnvironment } from '#src/environment.ts'
import { openHouse } from '#src/wiring.ts'

const root = process.env['STICHTAG_WURZEL'] ?? process.cwd()
/** Pause between two renewals of the database's statistics, milliseconds. */
const ANALYZE_EVERY = 24 * 60 * 60 * 1000
/** Pause between two looks at the log, milliseconds. */
const POLL = 250
/** Pause between two looks for notifications to send by e-mail, milliseconds. */
const SEND_EVERY = 5_000

await main()

/**
 * The second process: brings the projections up to the log, delivers on schedule, checks the timelines every night and
 * sends e-mail.
 */
async function main(): Promise<void> {
  const read = readEnvironment(process.env, root)
  if (!read.ok) {
    console.error(describeFehler(read.fehler))
    process.exit(78)
  }
  const logger = pino({ name: 'work', level: read.value.logLevel })
  const house = await openHouse(read.value)
  const zeitplan = await house.createZeitplan(logger)
  const nachtlauf = house.createNachtlauf(logger)
  const stopping = new AbortController()
  let isStopping = false
  let following: Promise<void> = Promise.resolve()
  let sending: Promise<void> = Promise.resolve()
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    stopping.abort()
    await Promise.all([zeitplan.stop(), nachtlauf.stop(), following, sending])
    await house.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The supervisor is gone: nobody would stop us any more.
  process.on('disconnect', () => void stop())
  zeitplan.start()
  // Whoever opens a new demo looks for its delivery first; the check of the timelines can wait for it.
  const delivered = read.value.demo
    ? house.deliverFirst(zeitplan).catch((error: unknown) => {
        logger.error({ err: error }, 'first delivery failed')
      })
    : Promise.resolve()
  void delivered.then(() => {
    if (!isStopping) nachtlauf.start()
  })
  following = follow()
  sending = send()
  setInterval(() => {
    house.analyze().catch((error: unknown) => {
      logger.error({ err: error }, 'statistics were not renewed')
    })
  }, ANALYZE_EVERY).unref()

  async function follow(): Promise<void> {
    while (!isStopping) {
      try {
        await house.catchUp()
      } catch (error) {
        logger.error({ err: error }, 'projections did not catch up')
      }
      await new Promise((resolve) => setTimeout(resolve, POLL))
    }
  }

  async function send(): Promise<void> {
    const { sendBenachrichtigungen } = house
    if (!sendBenachrichtigungen) return
    while (!isStopping) {
      try {
        await sendBenachrichtigungen(() => !isStopping)
      } catch (error) {
        logger.error({ err: error }, 'notifications were not sent')
      }
      await wait(SEND_EVERY, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
}
