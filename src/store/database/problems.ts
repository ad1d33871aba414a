import { APIError } from 'payload'

const PROBLEMS = {
  'database-busy': {
    status: 503,
    title: 'The database did not become free for writing in time.',
  },
  'database-closed': { status: 503, title: 'The database is closed.' },
  'transaction-nested': {
    status: 500,
    title:
      'A hook or a transaction wrote without its own `req`: it would wait for itself. Pass `req`.',
  },
  'transaction-lost': {
    status: 500,
    title: 'The transaction is over; nothing of it was saved. Begin again.',
  },
  'migration-failed': { status: 500, title: 'The migration failed; the file is unchanged.' },
} as const satisfies Record<string, { status: number; title: string }>

/** What can go wrong between us and the database file, apart from SQL itself. */
type DatabaseProblem = keyof typeof PROBLEMS

/** An error that REST answers with its status; `data.code` names the problem. */
export function databaseProblem(code: DatabaseProblem, detail?: string, cause?: unknown): APIError {
  const { status, title } = PROBLEMS[code]
  const message = detail === undefined ? title : `${title} ${detail}`
  const error = new APIError(message, status, { code }, status === 503)
  if (cause !== undefined) error.cause = cause
  return error
}
