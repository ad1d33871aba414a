/**
 * Whether the error of a database or of Payload's adapter means "this unique key is taken": SQLite (SQLITE_CONSTRAINT),
 * MongoDB (E11000), and Payload's ValidationError into which both adapters turn them.
 */
export function isUniqueViolation(error: unknown): boolean {
  for (let current = error; current instanceof Error; current = current.cause) {
    if (current.name === 'ValidationError') return true
    const { code } = current as { code?: unknown }
    if (code === 11000 || String(code).startsWith('SQLITE_CONSTRAINT')) return true
    if (/UNIQUE constraint failed|E11000/.test(current.message)) return true
  }
  return false
}
