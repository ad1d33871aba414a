import { createLocalReq, isolateObjectProperty } from 'payload'
import type { Payload, PayloadRequest } from 'payload'
import { connectionOf } from './sqlite/connection.ts'
import { runInScope } from './sqlite/scope.ts'

export type TransactionOptions = {
  /** The request of the caller; if it has a transaction, the work joins it. */
  readonly req?: Partial<PayloadRequest>
}

/**
 * Does `work` in one transaction where the database has them; every operation inside must be
 * given the `req`. MongoDB runs it plainly, so nothing may depend on a rollback.
 */
export async function inTransaction<T>(
  payload: Payload,
  work: (req: PayloadRequest) => Promise<T>,
  { req: parent }: TransactionOptions = {},
): Promise<T> {
  const connection = connectionOf(payload.db)
  const joined = connection?.session(await parent?.transactionID)
  const own = parent ? isolateObjectProperty(parent, 'transactionID') : {}
  const req = await createLocalReq({ req: own }, payload)
  if (!connection) return work(req)
  if (joined) return runInScope(connection.scopes, joined.transaction, () => work(req))

  const { transaction } = await connection.begin()
  req.transactionID = transaction.id
  try {
    const result = await runInScope(connection.scopes, transaction, () => work(req))
    await transaction.commit()
    return result
  } finally {
    await transaction.rollback()
  }
}
