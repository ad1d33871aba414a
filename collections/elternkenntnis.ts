import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  JSONField,
  PayloadRequest,
} from 'payload'
import { newestFolgenummer } from '#core/log/chronik.ts'
import { nobodyField } from '#collections/access.ts'
import { dropElternentscheide, nextElternkenntnis } from '#store/eltern.ts'
import { numberOrNull, relationOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance } from '#store/ports.ts'
import { isProjection } from '#store/projection.ts'

/** Per module the Folgenummer up to which the layers above were known when its words were begun; set by the house only. */
export const elternkenntnisField: JSONField = {
  name: 'elternkenntnis',
  type: 'json',
  label: 'Geschrieben in Kenntnis von',
  access: { create: nobodyField, update: nobodyField },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

/**
 * Notes against what the modules of a text are written, so that a later change above them is noticed (`elternstand.ts`). A text that
 * goes on from a released one, or corrects one, inherits what was noted there: the change is not forgotten by copying.
 */
export const noteElternkenntnis: CollectionBeforeChangeHook = async ({
  data,
  originalDoc,
  operation,
  context,
  req,
}) => {
  if (isProjection(context)) return data
  // Payload hands an empty document over where there was none.
  const before = operation === 'create' ? undefined : (originalDoc as DeskDoc | undefined)
  const doc = { ...before, ...(data as DeskDoc) }
  const jetzt = newestFolgenummer(await chronikOfInstance(req.payload)())
  const vorher = before ? { doc: before, sonst: jetzt } : await groundOf(req, doc)
  return { ...(data as DeskDoc), elternkenntnis: nextElternkenntnis(doc, vorher, jetzt) }
}

/** What was taken over into a draft that is deleted is to be decided again. Before: afterwards nothing names the draft any more. */
export const forgetUebernahmen: CollectionBeforeDeleteHook = ({ id, req }) =>
  dropElternentscheide(req, String(id))

async function groundOf(
  req: PayloadRequest,
  doc: DeskDoc,
): Promise<{ readonly doc: DeskDoc; readonly sonst: number } | null> {
  const id = relationOf(doc, 'berichtigt') ?? relationOf(doc, 'basis')
  if (id === null) return null
  const ground = await req.payload.db.findOne<DeskDoc & { id: string }>({
    collection: 'fassungen',
    where: { id: { equals: id } },
    req,
  })
  const sonst = ground && numberOrNull(ground, 'folgenummer')
  return ground && sonst !== null ? { doc: ground, sonst } : null
}
