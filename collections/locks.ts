import type {
  Access,
  CollectionBeforeChangeHook,
  CollectionSlug,
  PayloadRequest,
  SanitizedConfig,
} from 'payload'
import { canWrite, nobody, userOf } from '#collections/access.ts'
import { refuseForeignSearch } from '#collections/fremdsuche.ts'

/**
 * Payload adds two collections of its own and lets everybody who has signed in write to them. Here each keeps to what is
 * one's own. The admin sets locks and preferences past these rules, but it asks for locks with them.
 */
export async function keepToOwn(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const { slug, access, hooks } of config.collections) {
    hooks.beforeOperation.unshift(refuseForeignSearch)
    if (slug === 'payload-locked-documents') {
      Object.assign(access, {
        create: nobody,
        read: canReadLock,
        update: canTakeOver,
        delete: isOwnLock,
      })
      hooks.beforeChange.push(takeOverInOwnName)
    }
    if (slug === 'payload-preferences') access.create = nobody
  }
  return config
}

const isOwnLock: Access = ({ req }) => {
  const user = userOf(req)
  return user !== null && { 'user.value': { equals: user.id } }
}

/** Whoever writes must see that somebody else is writing. */
const canReadLock: Access = (args) => canWrite(args) === true || isOwnLock(args)

/** "Übernehmen" in the admin: whoever may write a document may take over its lock. */
const canTakeOver: Access = async (args) => {
  const { req, id } = args
  if (id === undefined || userOf(req) === null) return isOwnLock(args)
  const lock = await req.payload.db.findOne<Lock>({
    collection: 'payload-locked-documents',
    where: { id: { equals: id } },
    req,
  })
  return lock?.document ? mayWrite(req, lock.document) : false
}

/** A lock never changes its document, and nobody locks in the name of somebody else. */
const takeOverInOwnName: CollectionBeforeChangeHook<Lock> = ({ data, originalDoc, req }) => {
  const user = userOf(req)
  if (user === null || originalDoc === undefined) return data
  const { document, globalSlug } = originalDoc
  return { ...data, document, globalSlug, user: { relationTo: 'users', value: user.id } }
}

type Lock = {
  readonly id: string | number
  readonly document?: { readonly relationTo: CollectionSlug; readonly value: string }
  readonly globalSlug?: string
}

async function mayWrite(
  req: PayloadRequest,
  { relationTo, value }: NonNullable<Lock['document']>,
): Promise<boolean> {
  const { access } = req.payload.collections[relationTo].config
  const rule = await access.update({ req, id: value })
  if (typeof rule === 'boolean') return rule
  const where = { and: [{ id: { equals: value } }, rule] }
  const { totalDocs } = await req.payload.db.count({ collection: relationTo, where, req })
  return totalDocs > 0
}
