import type { PayloadRequest } from 'payload'
import type { Result } from '#core/ergebnis.ts'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, problem, type Problem } from '#core/errors/problems.ts'
import type { DeskDoc } from '#store/desk/read.ts'

/** The answer of an editorial act: its value as JSON, or its problems (RFC 9457) in a form that the admin shows too. */
export async function answer(work: Promise<Result<object>>): Promise<Response> {
  try {
    const result = await work
    return result.ok ? Response.json(result.value) : problemResponse(result.problems)
  } catch (error) {
    if (error instanceof MalformedBody)
      return problemResponse([problem('query-is-malformed', 'Inhalt der Anfrage')])
    throw error
  }
}

/** The body is there and is no JSON object, or does not say that it is JSON. */
class MalformedBody extends Error {}

function problemResponse(problems: readonly Problem[]): Response {
  const [first] = problems
  const status = first ? PROBLEMS[first.code].status : 500
  const message = problems.map(satz).join('\n')
  const body = {
    type: `urn:stichtag:problem:${first?.code ?? 'internal-error'}`,
    title: first ? satz(first) : message,
    status,
    problems: problems.map((each) => ({ code: each.code, text: satz(each) })),
    errors: [{ message }],
  }
  return Response.json(body, { status, headers: { 'content-type': 'application/problem+json' } })
}

/**
 * The body of a request as JSON; an empty one says nothing. Whatever else is sent is refused by `answer`: half a body must
 * not count as one that says nothing, and a form of another site cannot say that it sends JSON.
 */
export async function bodyOf(req: PayloadRequest): Promise<DeskDoc> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return {}
  if (!(req.headers.get('content-type') ?? '').startsWith('application/json'))
    throw new MalformedBody()
  const body = parsed(text)
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw new MalformedBody()
  return body as DeskDoc
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new MalformedBody()
  }
}
