import { isolateObjectProperty, ValidationError } from 'payload'
import type { PayloadRequest } from 'payload'
import { databaseProblem } from '../problems.ts'
import type { Connection, Session } from './connection.ts'
import { identityOf, sessionOf } from './hooks.ts'

type WriteArgs = { readonly req?: Partial<PayloadRequest> }
type Write = (args: WriteArgs) => Promise<unknown>

/** The operations of a database adapter that write. */
const WRITES = [
  'create',
  'createGlobal',
  'createGlobalVersion',
  'createVersion',
  'deleteMany',
  'deleteOne',
  'deleteVersions',
  'updateGlobal',
  'updateGlobalVersion',
  'updateJobs',
  'updateMany',
  'updateOne',
  'updateVersion',
  'upsert',
] as const

/** Sends every write through the writer: those without a transaction get one of their own. */
export function routeWrites(adapter: object, connection: Connection): void {
  const operations = adapter as Record<(typeof WRITES)[number], Write>
  for (const name of WRITES) {
    const write = withReadableErrors(operations[name].bind(adapter))
    operations[name] = (args) => throughWriter(connection, write, args)
  }
}

/** Payload explains a repeated unique value to the caller, but not a repeated id. */
function withReadableErrors(write: Write): Write {
  return async (args) => {
    try {
      return await write(args)
    } catch (error) {
      if (!isRepeatedId(error)) throw error
      throw new ValidationError({ errors: [{ message: 'Value must be unique', path: 'id' }] })
    }
  }
}

function isRepeatedId(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Error && 'code' in cause && cause.code === 'SQLITE_CONSTRAINT_PRIMARYKEY'
}

async function throughWriter(connection: Connection, write: Write, args: WriteArgs) {
  const transactionID = await args.req?.transactionID
  if (transactionID) {
    if (!connection.session(transactionID)) throw databaseProblem('transaction-lost')
    sessionOf(args.req)
    return write(args)
  }
  const joined = sessionOfRequest(connection, args.req)
  return joined ? write(within(args, joined)) : alone(connection, write, args)
}

/** A write that left its `transactionID` out on purpose, while its request has one open. */
function sessionOfRequest(connection: Connection, req: WriteArgs['req']): Session | undefined {
  const identity = identityOf(req)
  const transaction = identity && connection.requests.get(identity)
  if (transaction?.state() === 'rolledBack') throw databaseProblem('transaction-lost')
  return connection.session(transaction?.id)
}

async function alone(connection: Connection, write: Write, args: WriteArgs): Promise<unknown> {
  const session = await connection.begin()
  try {
    const result = await write(within(args, session))
    await session.transaction.commit()
    return result
  } finally {
    await session.transaction.rollback()
  }
}

function within(args: WriteArgs, { transaction }: Session): WriteArgs {
  const req = isolateObjectProperty(args.req ?? {}, 'transactionID')
  req.transactionID = transaction.id
  return { ...args, req }
}
