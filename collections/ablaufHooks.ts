import type {
  CollectionAfterChangeHook,
  CollectionAfterDeleteHook,
  CollectionBeforeChangeHook,
} from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import { problem } from '#core/errors/problems.ts'
import { redaktionenOf, userOf } from '#collections/access.ts'
import { problemError } from '#collections/problemError.ts'
import { dropBeteiligungen } from '#store/beteiligungen.ts'
import { spreadEmbargo } from '#store/embargo.ts'
import { inhaltFrom } from '#store/desk/module.ts'
import { relationOf, textsOf, type DeskDoc } from '#store/desk/read.ts'
import { isProjection } from '#store/projection.ts'

/**
 * The steps of a text are acts with rules of their own (`ABLAUF`), no fields that a client sends or that an older version brings
 * back. Who wrote is what the house saw: whoever began the draft, and whoever changed one of its words since.
 */
export const keepAblauf: CollectionBeforeChangeHook = ({
  data,
  originalDoc,
  operation,
  context,
  req,
}) => {
  if (isProjection(context)) return data
  const doc = data as DeskDoc
  const person = userOf(req)?.id
  if (operation === 'create')
    return { ...doc, verfasser: person === undefined ? [] : [person], eilfall: false }
  const before = (originalDoc ?? {}) as DeskDoc
  const verfasser = textsOf(before, 'verfasser')
  const wrote = person !== undefined && wortlautOf({ ...before, ...doc }) !== wortlautOf(before)
  return {
    ...doc,
    zustand: before['zustand'],
    eilfall: before['eilfall'] ?? false,
    verfasser: wrote ? [...new Set([...verfasser, person])] : verfasser,
    // An older version brings back words, not who may see them.
    ...(context['isRestoringVersion'] === true
      ? { embargo: before['embargo'] ?? false, aenderungsart: before['aenderungsart'] }
      : {}),
  }
}

/**
 * Whoever puts a draft under Embargo must see it afterwards: it is a Redaktion's own. A translation of an embargoed draft says
 * the same things, so it is under Embargo too.
 */
export const keepEmbargo: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  context,
  req,
}) => {
  if (isProjection(context)) return data
  const before = (originalDoc ?? {}) as DeskDoc
  const doc = { ...before, ...(data as DeskDoc) }
  const source = relationOf(doc, 'variantVon')
  const wanted = doc['embargo'] === true || (source !== null && (await isEmbargoed(req, source)))
  const user = userOf(req)
  const redaktion = relationOf(doc, 'redaktion')
  const isUnder = before['embargo'] === true
  if (user && wanted !== isUnder) {
    // Who takes part reads it; whether others may is for the draft's own Redaktion to say.
    const owner = isUnder ? relationOf(before, 'redaktion') : redaktion
    if (owner === null || !redaktionenOf(user).includes(owner))
      throw problemError(problem('access-denied', 'Embargo'))
  }
  return { ...(data as DeskDoc), embargo: wanted }
}

/** What hangs on a draft follows it under the Embargo, and out of it. */
export const followEmbargo: CollectionAfterChangeHook = async ({
  doc: saved,
  previousDoc,
  context,
  req,
}) => {
  const doc = saved as DeskDoc & { id: string }
  const embargo = doc['embargo'] === true
  const before = ((previousDoc ?? {}) as DeskDoc)['embargo'] === true
  if (!isProjection(context) && embargo !== before) await spreadEmbargo(req, doc.id, embargo)
  return doc
}

/** Nobody takes part in a draft that is gone. */
export const forgetBeteiligungen: CollectionAfterDeleteHook = ({ id, req }) =>
  dropBeteiligungen(req, String(id))

async function isEmbargoed(
  req: Parameters<CollectionBeforeChangeHook>[0]['req'],
  id: string,
): Promise<boolean> {
  const source = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { id: { equals: id } },
    req,
  })
  return source?.['embargo'] === true
}

/** The words of a text, whatever the form around them; its place and its days are no words. */
function wortlautOf(doc: DeskDoc): string {
  const inhalt = inhaltFrom(doc)
  if (inhalt.ok) return canonicalJson(inhalt.value)
  // What does not parse is compared as it stands; rather one author too many.
  return JSON.stringify(doc)
}
