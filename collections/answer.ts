import type { PayloadRequest } from 'payload'
import type { Result } from '#core/ergebnis.ts'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, type Problem } from '#core/errors/problems.ts'
import type { DeskDoc } from '#store/desk/read.ts'

/** The answer of an editorial act: its value as JSON, or its problems (RFC 9457) in a form that the admin shows too. */
export async function answer(work: Promise<Result<object>>): Promise<Response> {
  const result = await work
  return result.ok ? Response.json(result.value) : problemResponse(result.problems)
}

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

/** The body of a request as JSON; what is none says nothing. */
export async function bodyOf(req: PayloadRequest): Promise<DeskDoc> {
  try {
    const body: unknown = await req.json?.()
    return typeof body === 'object' && body !== null ? (body as DeskDoc) : {}
  } catch {
    return {}
  }
}
