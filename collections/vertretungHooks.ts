import type {
  CollectionBeforeChangeHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { darfVertreten } from '#core/ablauf/vertretung.ts'
import { problem } from '#core/errors/problems.ts'
import { hasRolle, userOf } from '#collections/access.ts'
import { problemError } from '#collections/problemError.ts'
import { protokollHooks } from '#collections/protokollHooks.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { readKonto, type Konto } from '#store/konto.ts'

/** Says in one line who acts for whom. */
const nameVertretung: CollectionBeforeValidateHook = async ({ data, originalDoc, req }) => {
  if (!data) return data
  const doc = { ...originalDoc, ...data } as DeskDoc
  const { vertretene, vertretung } = await personsOf(req, doc)
  const titel =
    vertretene && vertretung ? `${vertretung.name} für ${vertretene.name}` : 'Vertretung'
  return { ...data, titel }
}

/** A Vertretung makes nobody more than they are, and is entered by whoever is away or by who leads. */
const checkVertretung: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const doc = { ...originalDoc, ...data } as DeskDoc
  if (textOf(doc, 'ende') < textOf(doc, 'beginn'))
    throw problemError(problem('vertretung-ends-before-it-begins', 'Letzter Tag'))
  const { vertretene, vertretung } = await personsOf(req, doc)
  if (!vertretene || !vertretung) throw problemError(problem('not-found', 'Konto'))
  if (vertretene.id === vertretung.id)
    throw problemError(problem('vertretung-of-oneself', 'Wer vertritt?'))
  if (!darfVertreten({ vertretung: vertretung.rolle, vertretene: vertretene.rolle }))
    throw problemError(problem('vertretung-exceeds-role', 'Wer vertritt?'))
  const user = userOf(req)
  // Our own programs say themselves who acts for whom.
  if (user && user.id !== vertretene.id && !hasRolle(req, 'administration', 'landesredaktion'))
    throw problemError(problem('access-denied', 'Wer fehlt?'))
  // Nobody takes the place of somebody else by themselves: it opens drafts under Embargo and the other's vote.
  if (user?.id === vertretung.id) throw problemError(problem('access-denied', 'Wer vertritt?'))
  return data
}

const { noteChange, noteDelete } = protokollHooks({
  name: 'vertretung',
  angelegt: 'eingetragen',
  collection: 'vertretungen',
  werte: ['vertretene', 'vertretung', 'beginn', 'ende', 'grund'],
  redaktionId: () => null,
})

/** Hooks of the collection `vertretungen`. */
export const vertretungHooks: NonNullable<CollectionConfig['hooks']> = {
  beforeValidate: [nameVertretung],
  beforeChange: [checkVertretung],
  afterChange: [noteChange],
  afterDelete: [noteDelete],
}

async function personsOf(
  req: PayloadRequest,
  doc: DeskDoc,
): Promise<{ readonly vertretene: Konto | null; readonly vertretung: Konto | null }> {
  const read = async (field: string): Promise<Konto | null> => {
    const id = relationOf(doc, field)
    return id === null ? null : readKonto(req.payload, id, req)
  }
  return { vertretene: await read('vertretene'), vertretung: await read('vertretung') }
}
