import type { CollectionAfterChangeHook, CollectionAfterDeleteHook } from 'payload'
import { dropEinsichten, spreadEmbargoToAbstimmungen } from '#store/abstimmungen.ts'
import { isProjection } from '#store/projection.ts'

/** A consultation is as confidential as its texts: it follows them under the Embargo and out of it. */
export const followEmbargoToConsultations: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  context,
  req,
}) => {
  const saved = doc as { readonly id: string; readonly embargo?: unknown }
  const before = (previousDoc ?? {}) as { readonly embargo?: unknown }
  const isChanged = (saved.embargo === true) !== (before.embargo === true)
  if (operation === 'update' && isChanged && !isProjection(context))
    await spreadEmbargoToAbstimmungen(req, saved.id)
  return saved
}

/** What was looked at of a draft that is gone is kept no longer. */
export const forgetEinsichten: CollectionAfterDeleteHook = ({ id, req }) =>
  dropEinsichten(req, String(id))
