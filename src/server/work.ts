import { pino } from 'pino'
import { describeFehler, readEnvironment } from '#src/environment.ts'
import { openHouse } from '#src/wiring.ts'

const root = process.env['STICHTAG_WURZEL'] ?? process.cwd()
/** Pause between two renewals of the database's statistics, milliseconds. */
const ANALYZE_EVERY = 24 * 60 * 60 * 1000
/** Pause between two looks at the log, milliseconds. */
const POLL = 250

await main()

/** The second process: brings documents up to the log and delivers on schedule. */
async function main(): Promise<void> {
  const read = readEnvironment(process.env, root)
  if (!read.ok) {
    console.error(describeFehler(read.fehler))
    process.exit(78)
  }
  const logger = pino({ name: 'work', level: read.value.logLevel })
  const house = await openHouse(read.value)
  const zeitplan = await house.createZeitplan(logger)
  let isStopping = false
  let following: Promise<void> = Promise.resolve()
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    await Promise.all([zeitplan.stop(), following])
    await house.close()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
  // The supervisor is gone: nobody would stop us any more.
  process.on('disconnect', () => void stop())
  zeitplan.start()
  if (read.value.demo) {
    house.deliverFirst(zeitplan).catch((error: unknown) => {
      logger.error({ err: error }, 'first delivery failed')
    })
  }
  following = follow()
  setInterval(() => {
    house.analyze().catch((error: unknown) => {
      logger.error({ err: error }, 'statistics were not renewed')
    })
  }, ANALYZE_EVERY).unref()

  async function follow(): Promise<void> {
    while (!isStopping) {
      try {
        await house.catchUpDocuments()
      } catch (error) {
        logger.error({ err: error }, 'documents did not catch up')
      }
      await new Promise((resolve) => setTimeout(resolve, POLL))
    }
  }
}
