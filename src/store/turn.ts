import type { Payload, PayloadRequest } from 'payload'

/** Does work when it is its turn; the request says in which transaction. */
export type Turn = <T>(
  payload: Payload,
  req: PayloadRequest | undefined,
  work: () => Promise<T>,
) => Promise<T>

/**
 * One append of this process after the other. Inside a transaction the database's own queue does that already, and
 * waiting for somebody who waits for the transaction would never end.
 */
export function createTurn(): Turn {
  const queues = new WeakMap<Payload, Promise<unknown>>()
  return async (payload, req, work) => {
    if (await req?.transactionID) return work()
    const before = queues.get(payload) ?? Promise.resolve()
    const mine = before.then(work)
    queues.set(
      payload,
      mine.catch(() => undefined),
    )
    return mine
  }
}
