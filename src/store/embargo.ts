import type { PayloadRequest } from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'

/**
 * A draft has come under Embargo or out of it: its translations, the older versions of all of them, what was asked and noted
 * about them follow. Each of these rows says by itself whether it is hidden; a condition that named the hidden drafts would
 * tell of them.
 */
export async function spreadEmbargo(
  req: PayloadRequest,
  fassungId: string,
  embargo: boolean,
): Promise<void> {
  const varianten = await variantenOf(req, fassungId)
  for (const id of varianten)
    await req.payload.db.updateOne({
      collection: 'fassungen',
      id,
      data: { embargo },
      req,
      returning: false,
    })
  for (const id of [fassungId, ...varianten]) {
    await markVersions(req, id, embargo)
    await req.payload.db.updateMany({
      collection: 'antraege',
      where: { fassung: { equals: id } },
      data: { embargo },
      req,
      returning: false,
    })
    await req.payload.db.updateMany({
      collection: 'elternentscheide',
      where: { or: [{ fassung: { equals: id } }, { entwurf: { equals: id } }] },
      data: { embargo },
      req,
      returning: false,
    })
    // No part of the chain: what was said stays as it was hashed, only who may read it changes.
    await req.payload.db.updateMany({
      collection: 'protokoll',
      where: { gegenstandId: { equals: id } },
      data: { unterEmbargo: embargo },
      req,
      returning: false,
    })
  }
}

/** Whether one of these texts is under Embargo. */
export async function anyUnderEmbargo(
  req: PayloadRequest,
  ids: readonly (string | null)[],
): Promise<boolean> {
  const known = ids.filter((id) => id !== null)
  const { totalDocs } = await req.payload.db.count({
    collection: 'fassungen',
    where: { and: [{ id: { in: known } }, { embargo: { equals: true } }] },
    req,
  })
  return totalDocs > 0
}

/** The translations at the desk. */
async function variantenOf(req: PayloadRequest, fassungId: string): Promise<readonly string[]> {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'fassungen',
    where: {
      and: [{ variantVon: { equals: fassungId } }, { zustand: { in: [...UNVEROEFFENTLICHT] } }],
    },
    select: {},
    limit: 0,
    pagination: false,
    req,
  })
  return docs.map(({ id }) => id)
}

type Version = { readonly embargo?: boolean | null }

/** Whole rows are written back: on MongoDB a part would replace the rest. There are few, see `maxPerDoc`. */
async function markVersions(
  req: PayloadRequest,
  fassungId: string,
  embargo: boolean,
): Promise<void> {
  const { docs } = await req.payload.db.findVersions<Version>({
    collection: 'fassungen',
    where: { parent: { equals: fassungId } },
    limit: 0,
    pagination: false,
    req,
  })
  for (const { id, ...row } of docs) {
    if ((row.version.embargo ?? false) === embargo) continue
    const version = { ...row.version, embargo }
    await req.payload.db.updateVersion<Version>({
      collection: 'fassungen',
      id,
      versionData: { ...row, version },
      req,
      returning: false,
    })
  }
}
