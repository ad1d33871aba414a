import type { Response } from 'express'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, type Problem } from '#core/errors/problems.ts'

/** Answers with `application/problem+json` (RFC 9457): stable `type`, German `title`, all problems of the request. */
export function sendProblems(res: Response, problems: readonly Problem[]): void {
  const [first = { code: 'internal-error' }] = problems
  const { status } = PROBLEMS[first.code]
  res
    .status(status)
    .type('application/problem+json')
    .set('cache-control', 'no-store')
    .send(
      JSON.stringify({
        type: `urn:stichtag:problem:${first.code}`,
        title: satz(first),
        status,
        instance: res.req.originalUrl,
        problems: problems.map((problem) => ({ code: problem.code, text: satz(problem) })),
      }),
    )
}
