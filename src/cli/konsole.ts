import cliProgress from 'cli-progress'
import type { Fortschritt } from '#ports/pult.ts'

/** Where the command line speaks: results to one stream, everything else to the other. */
export type Konsole = {
  readonly say: (line: string) => void
  readonly complain: (line: string) => void
  /** Shows how far something is while it runs. */
  readonly withProgress: <T>(
    label: string,
    work: (fortschritt: Fortschritt) => Promise<T>,
  ) => Promise<T>
}

/** Speaks to these streams. Only a terminal gets a moving bar, a log file one line. */
export function createKonsole(
  out: NodeJS.WritableStream,
  err: NodeJS.WritableStream & { readonly isTTY?: boolean },
): Konsole {
  const complain = (line: string): void => void err.write(`${line}\n`)
  return {
    say: (line) => void out.write(`${line}\n`),
    complain,
    withProgress: async (label, work) => {
      if (err.isTTY !== true) {
        complain(`${label} …`)
        return work(() => undefined)
      }
      const bar = new cliProgress.SingleBar({
        format: `${label} [{bar}] {percentage} % | {value} von {total}`,
        stream: err,
        barCompleteChar: '█',
        barIncompleteChar: '░',
        hideCursor: true,
        clearOnComplete: true,
      })
      try {
        return await work((done, total) => {
          if (bar.isActive) bar.setTotal(total)
          else bar.start(total, done)
          bar.update(done)
        })
      } finally {
        if (bar.isActive) bar.stop()
      }
    },
  }
}
