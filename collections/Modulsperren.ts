import type { CollectionConfig } from 'payload'
import {
  STRUKTURMODULNAMEN,
  TEXTMODULNAMEN,
  modulLabel,
  type Modulname,
} from '#core/fassung/module.ts'
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

const MODULNAMEN: readonly Modulname[] = [...TEXTMODULNAMEN, ...STRUKTURMODULNAMEN]

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
  hooks: loggedHooks('modulsperre'),
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
