import { databaseProblem } from '../problems.ts'

type Waiter = { readonly admit: () => void }

/** Gives way to the next in line; calling it twice does nothing. */
export type Release = () => void

/** First come, first served: one holder at a time. */
export type Queue = {
  readonly enter: (deadline: number) => Promise<Release>
  /** Refuses newcomers and resolves when everyone already in line is done, or at the deadline. */
  readonly close: (deadline: number) => Promise<void>
  readonly isWaitedFor: () => boolean
}

/** A queue for the one writer. Whoever waits beyond `deadline` (`performance.now()`) is turned away. */
export function createQueue(): Queue {
  const waiting: Waiter[] = []
  let isOccupied = false
  let isClosed = false

  function leave(): void {
    const next = waiting.shift()
    if (next) next.admit()
    else isOccupied = false
  }

  function stand(deadline: number): Promise<Release> {
    if (isOccupied) return waitInLine(waiting, deadline, leave)
    isOccupied = true
    return Promise.resolve(once(leave))
  }

  function enter(deadline: number): Promise<Release> {
    return isClosed ? Promise.reject(databaseProblem('database-closed')) : stand(deadline)
  }

  async function close(deadline: number): Promise<void> {
    isClosed = true
    await stand(deadline).catch(() => undefined)
  }

  return { enter, close, isWaitedFor: () => waiting.length > 0 }
}

function waitInLine(waiting: Waiter[], deadline: number, leave: () => void): Promise<Release> {
  return new Promise((resolve, reject) => {
    const waiter: Waiter = {
      admit: () => {
        clearTimeout(timer)
        resolve(once(leave))
      },
    }
    const timer = setTimeout(
      () => {
        waiting.splice(waiting.indexOf(waiter), 1)
        reject(databaseProblem('database-busy', 'Another transaction of this process held it.'))
      },
      Math.max(0, deadline - performance.now()),
    )
    waiting.push(waiter)
  })
}

function once(action: () => void): () => void {
  let isDone = false
  return () => {
    if (isDone) return
    isDone = true
    action()
  }
}
