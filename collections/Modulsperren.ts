import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { problem } from '#core/errors/problems.ts'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  modulLabel,
  type Modulname,
} from '#core/fassung/module.ts'
import { EBENEN, layerFits } from '#core/gebiet/gebiet.ts'
import { gebieteOn, newestPair } from '#core/log/snapshot.ts'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  folgenummerField,
  geltungFields,
  codes,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { EBENEN_LABELS } from '#collections/Gebiete.ts'
import { loggedHooks } from '#collections/hooks.ts'
import { problemError } from '#collections/problemError.ts'
import { relationOf, type DeskDoc } from '#store/desk/read.ts'
import { chronikOfInstance, clockOf } from '#store/ports.ts'

const MODULNAMEN: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

const logged = loggedHooks('modulsperre')

/** A layer locks for its own areas: a town cannot lock what the Land says. */
const checkLayer: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const doc = { ...originalDoc, ...data } as DeskDoc
  const chronik = await chronikOfInstance(req.payload)()
  const gebiete = gebieteOn(chronik, newestPair(chronik, clockOf(req.payload)().heute))
  const gebiet = gebiete.byId.get(relationOf(doc, 'gebiet') ?? '')
  const ebene = EBENEN.find((known) => known === doc['ebene'])
  if (gebiet && ebene && !layerFits(ebene, gebiet, gebiete))
    throw problemError(problem('ebene-does-not-fit', 'Ebene', { ebene, gebiet: gebiet.name }))
  return data
}

/** Modules that a layer keeps to itself: from a day on, layers below neither add to them nor replace them. */
export const Modulsperren: CollectionConfig = {
  slug: 'modulsperren',
  typescript: { interface: 'ModulsperreDoc' },
  labels: { singular: 'Modulsperre', plural: 'Modulsperren' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Texte',
    useAsTitle: 'id',
    defaultColumns: ['leistung', 'ebene', 'gebiet', 'module', 'redaktion'],
    description:
      'Module, die eine Ebene sich vorbehält: Ab dem Tag gilt nur ihr Text, Ergänzungen darunter ruhen.',
  },
  hooks: { ...logged, beforeChange: [...(logged.beforeChange ?? []), checkLayer] },
  fields: [
    idField,
    {
      name: 'leistung',
      type: 'relationship',
      relationTo: 'leistungen',
      label: 'Leistung',
      required: true,
      index: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'ebene',
          type: 'select',
          label: 'Ebene, die sperrt',
          required: true,
          defaultValue: 'land',
          options: codes(EBENEN_LABELS),
          admin: { width: '50%' },
        },
        {
          name: 'gebiet',
          type: 'relationship',
          relationTo: 'gebiete',
          label: 'Gilt in',
          required: true,
          admin: { width: '50%' },
        },
      ],
    },
    {
      name: 'module',
      type: 'select',
      hasMany: true,
      required: true,
      label: 'Gesperrte Module',
      options: MODULNAMEN.map((value) => ({ value, label: modulLabel(value) })),
    },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
