import { createHmac, timingSafeEqual } from 'node:crypto'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'

/** Place in a paged list: paging pins its pair, so a list never mixes two states (zeit.md, rule 15). */
export type Cursor = Zeitpaar & { readonly after: string }

/** Cursor as the reader holds it: opaque, safe in URLs, signed, because it pins a Kenntnisstand that grows old. */
export function writeCursor({ stichtag, kenntnisstand, after }: Cursor, secret: string): string {
  const body = Buffer.from(JSON.stringify([stichtag, kenntnisstand, after])).toString('base64url')
  return `${body}_${signature(body, secret)}`
}

/** Reads a cursor of ours. Problem: `cursor-is-malformed`. */
export function readCursor(text: string, secret: string): Result<Cursor> {
  const body = text.slice(0, -SIGNATURE_LENGTH - 1)
  const given = text.slice(-SIGNATURE_LENGTH)
  const expected = signature(body, secret)
  if (
    given.length !== expected.length ||
    !timingSafeEqual(Buffer.from(given), Buffer.from(expected))
  ) {
    return failed(problem('cursor-is-malformed', 'cursor'))
  }
  const [stichtag, kenntnisstand, after] = JSON.parse(
    Buffer.from(body, 'base64url').toString('utf8'),
  ) as [unknown, number, string]
  const day = parseCalendarDay(stichtag)
  return day.ok
    ? success({ stichtag: day.value, kenntnisstand, after })
    : failed(problem('cursor-is-malformed', 'cursor'))
}

const SIGNATURE_LENGTH = 32

function signature(body: string, secret: string): string {
  return createHmac('sha256', secret)
    .update(`cursor ${body}`)
    .digest('hex')
    .slice(0, SIGNATURE_LENGTH)
}
