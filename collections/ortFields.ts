import type { CollectionBeforeChangeHook, CollectionSlug, Field, SelectField } from 'payload'
import { problem } from '#core/errors/problems.ts'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  modulLabel,
  type Modulname,
} from '#core/fassung/module.ts'
import { EBENEN, layerFits, type Ebene } from '#core/gebiet/gebiet.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { codes } from '#collections/fields.ts'
import { EBENEN_LABELS } from '#collections/Gebiete.ts'
import { problemError } from '#collections/problemError.ts'
import { relationOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance, clockOf } from '#store/ports.ts'

const MODULNAMEN: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

/** Which Leistung something is about. */
export const leistungField: Field = {
  name: 'leistung',
  type: 'relationship',
  relationTo: 'leistungen',
  label: 'Leistung',
  required: true,
  index: true,
}

/** For which area a layer says it. */
export function ortFields(
  labels: { readonly ebene: string; readonly gebiet: string },
  ebenen: readonly Ebene[] = EBENEN,
  defaultValue: Ebene = 'land',
): Field {
  const options = codes(EBENEN_LABELS).filter(({ value }) => ebenen.includes(value as Ebene))
  return {
    type: 'row',
    fields: [
      {
        name: 'ebene',
        type: 'select',
        label: labels.ebene,
        required: true,
        defaultValue,
        options,
        admin: { width: '50%' },
      },
      {
        name: 'gebiet',
        type: 'relationship',
        relationTo: 'gebiete',
        label: labels.gebiet,
        required: true,
        index: true,
        admin: { width: '50%' },
      },
    ],
  }
}

/** Which modules it is about; none is possible where somebody takes an answer back. */
export function moduleField(label: string, required = true): SelectField {
  return {
    name: 'module',
    type: 'select',
    hasMany: true,
    required,
    label,
    options: MODULNAMEN.map((value) => ({ value, label: modulLabel(value) })),
  }
}

/** A layer speaks for its own areas: a town cannot lock what the Land says, nor answer for it. */
export const checkLayer: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const doc = { ...originalDoc, ...data } as DeskDoc
  const chronik = await chronikOfInstance(req.payload)()
  const gebiete = gebieteOn(chronik, newestPair(chronik, clockOf(req.payload)().heute))
  const gebiet = gebiete.byId.get(relationOf(doc, 'gebiet') ?? '')
  const ebene = EBENEN.find((known) => known === doc['ebene'])
  if (gebiet && ebene && !layerFits(ebene, gebiet, gebiete))
    throw problemError(problem('ebene-does-not-fit', 'Ebene', { ebene, gebiet: gebiet.name }))
  return data
}

/** Refuses a second document about the same Leistung, layer and area in the collection. */
export function keepSingle(
  collection: CollectionSlug,
  code: 'angebot-is-answered',
): CollectionBeforeChangeHook {
  return async ({ data, originalDoc, req }) => {
    const doc = { ...originalDoc, ...data } as DeskDoc
    const { totalDocs } = await req.payload.db.count({
      collection,
      where: {
        and: [
          { leistung: { equals: relationOf(doc, 'leistung') } },
          { ebene: { equals: doc['ebene'] } },
          { gebiet: { equals: relationOf(doc, 'gebiet') } },
          { id: { not_equals: doc['id'] } },
        ],
      },
      req,
    })
    if (totalDocs > 0) throw problemError(problem(code, 'Leistung'))
    return data
  }
}
