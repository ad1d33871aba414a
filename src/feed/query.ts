import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { VARIANTENSPRACHEN, type Folgenummer, type Sprache } from '#core/fassung/fassung.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'

/** What a request to the JSON feed asks for; null where it leaves something open. */
export type Anfrage = {
  readonly ars: string | null
  readonly stichtag: CalendarDay | null
  readonly kenntnisstand: Folgenummer | null
  readonly sprache: Sprache
  readonly limit: number
  readonly cursor: string | null
}

type Query = Readonly<Record<string, unknown>>

const MAX_LIMIT = 500

/**
 * Parses the query. Unknown parameters are refused: a misspelt filter must not answer with everything. Problems:
 * `query-is-malformed`, `day-is-malformed`.
 */
export function parseAnfrage(query: Query): Result<Anfrage> {
  const unknown = Object.keys(query).find((name) => !KNOWN.has(name))
  if (unknown !== undefined)
    return failed(problem('query-is-malformed', unknown, { wert: shown(query[unknown]) }))
  const ars = textParameter(query, 'ars', /^\d{2,12}$/)
  const kenntnisstand = numberParameter(query, 'kenntnisstand', 0, Number.MAX_SAFE_INTEGER)
  const limit = numberParameter(query, 'limit', 1, MAX_LIMIT)
  const cursor = textParameter(query, 'cursor', /^[\w-]{1,600}$/)
  const stichtag = dayParameter(query)
  const sprache = spracheParameter(query)
  for (const each of [ars, kenntnisstand, limit, cursor, stichtag, sprache])
    if (!each.ok) return each
  if (!ars.ok || !kenntnisstand.ok || !limit.ok || !cursor.ok || !stichtag.ok || !sprache.ok)
    return failed()
  return success({
    ars: ars.value,
    kenntnisstand: kenntnisstand.value,
    limit: limit.value ?? 100,
    cursor: cursor.value,
    stichtag: stichtag.value,
    sprache: sprache.value,
  })
}

const KNOWN = new Set(['ars', 'stichtag', 'kenntnisstand', 'sprache', 'cursor', 'limit'])

function textParameter(query: Query, name: string, pattern: RegExp): Result<string | null> {
  const value = query[name]
  if (value === undefined) return success(null)
  return typeof value === 'string' && pattern.test(value)
    ? success(value)
    : failed(problem('query-is-malformed', name, { wert: shown(value) }))
}

function numberParameter(
  query: Query,
  name: string,
  low: number,
  high: number,
): Result<number | null> {
  const text = textParameter(query, name, /^\d{1,15}$/)
  if (!text.ok || text.value === null) return text.ok ? success(null) : text
  const value = Number(text.value)
  return value >= low && value <= high
    ? success(value)
    : failed(problem('query-is-malformed', name, { wert: text.value }))
}

function dayParameter(query: Query): Result<CalendarDay | null> {
  return query['stichtag'] === undefined
    ? success(null)
    : parseCalendarDay(query['stichtag'], 'stichtag')
}

function spracheParameter(query: Query): Result<Sprache> {
  const value = query['sprache'] ?? 'de'
  const known = (['de', ...VARIANTENSPRACHEN] as const).find((sprache) => sprache === value)
  return known
    ? success(known)
    : failed(problem('query-is-malformed', 'sprache', { wert: shown(value) }))
}

/** A value of the query as a message may repeat it. */
function shown(value: unknown): string {
  return (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 100)
}
