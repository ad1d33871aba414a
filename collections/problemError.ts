import { APIError, type CollectionConfig } from 'payload'
import { satz } from '#core/errors/deutsch.ts'
import { PROBLEMS, type Problem } from '#core/errors/problems.ts'

/** Problems as the error that Payload answers with: German sentences, the status of the first, the stable codes. */
export function problemError(...problems: readonly Problem[]): APIError {
  const [first] = problems
  const status = first ? PROBLEMS[first.code].status : 500
  const data = { problems: problems.map(({ code, stelle }) => ({ code, stelle: stelle ?? null })) }
  return new APIError(problems.map(satz).join('\n'), status, data, true)
}

type AfterErrorHook = NonNullable<NonNullable<CollectionConfig['hooks']>['afterError']>[number]

/** The admin cuts each message of a list of errors at its commas; a message beside the list it shows as it is. */
export const sayWholeSentences: AfterErrorHook = ({ error, result }) => {
  const isOurs = error instanceof APIError && 'problems' in (error.data ?? {})
  return isOurs ? { response: { ...result, message: error.message } } : undefined
}
