import type { Endpoint, PayloadRequest, Where } from 'payload'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { redaktionenOf, userOf } from '#collections/access.ts'
import { answer } from '#collections/answer.ts'
import { relationsOf, type DeskDoc } from '#store/desk/read.ts'

/** What a person does with notifications: `/api/benachrichtigungen/…`. */
export const benachrichtigungEndpoints: Endpoint[] = [
  { path: '/ungelesen', method: 'get', handler: (req) => answer(ungelesen(req)) },
  { path: '/alle-gelesen', method: 'post', handler: (req) => answer(alleGelesen(req)) },
  { path: '/:id/gelesen', method: 'post', handler: (req) => answer(gelesen(req)) },
]

/** How many notifications to the person's Redaktionen the person has not read. Answers `{ anzahl }`. */
async function ungelesen(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const redaktionen = redaktionenOf(user)
  if (redaktionen.length === 0) return success({ anzahl: 0 })
  const { own, read } = questionsOf(user.id, redaktionen)
  const countOf = async (where: Where): Promise<number> => {
    const { totalDocs } = await req.payload.count({
      collection: 'benachrichtigungen',
      where,
      overrideAccess: false,
      req,
    })
    return totalDocs
  }
  // A notification that is written or read between the two questions must not make it less than none.
  return success({ anzahl: Math.max((await countOf(own)) - (await countOf(read)), 0) })
}

/** Notes that the person has read it. Answers `{ id }`. Problems: `access-denied`, `not-found`. */
async function gelesen(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const id = String(req.routeParams?.['id'])
  const { docs } = await req.payload.find({
    collection: 'benachrichtigungen',
    where: { id: { equals: id } },
    depth: 0,
    limit: 1,
    pagination: false,
    overrideAccess: false,
    req,
  })
  const [doc] = docs
  if (!doc) return failed(problem('not-found', id))
  if (!relationsOf(doc as unknown as DeskDoc, 'gelesenVon').includes(user.id))
    await markRead(req, id, user.id)
  return success({ id })
}

/** Notes that the person has read everything to the person's Redaktionen. Answers `{ anzahl }`: how many were new. */
async function alleGelesen(req: PayloadRequest): Promise<Result<object>> {
  const user = userOf(req)
  if (!user) return failed(problem('access-denied'))
  const ids = await unreadIds(req, user.id, redaktionenOf(user))
  for (const id of ids) await markRead(req, id, user.id)
  return success({ anzahl: ids.length })
}

/**
 * What is unread is all minus what the person has read: "none of the readers is this person" is a question that SQL
 * answers wrongly for a row that somebody else has read too.
 */
function questionsOf(
  userId: string,
  redaktionen: readonly string[],
): { readonly own: Where; readonly read: Where } {
  const own: Where = { redaktion: { in: [...redaktionen] } }
  return { own, read: { and: [own, { gelesenVon: { in: [userId] } }] } }
}

async function unreadIds(
  req: PayloadRequest,
  userId: string,
  redaktionen: readonly string[],
): Promise<readonly string[]> {
  if (redaktionen.length === 0) return []
  const questions = questionsOf(userId, redaktionen)
  const idsOf = async (where: Where): Promise<readonly string[]> => {
    const { docs } = await req.payload.find({
      collection: 'benachrichtigungen',
      where,
      select: {},
      depth: 0,
      limit: 0,
      pagination: false,
      sort: '-folgenummer',
      overrideAccess: false,
      req,
    })
    return docs.map(({ id }) => id)
  }
  const read = new Set(await idsOf(questions.read))
  return (await idsOf(questions.own)).filter((id) => !read.has(id))
}

/** Added to those who have read it, so that two who read at once do not forget each other. */
async function markRead(req: PayloadRequest, id: string, userId: string): Promise<void> {
  await req.payload.db.updateOne({
    collection: 'benachrichtigungen',
    id,
    data: { gelesenVon: { $push: userId } },
    returning: false,
    req,
  })
}
