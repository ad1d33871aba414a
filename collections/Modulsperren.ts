import type { CollectionConfig } from 'payload'
import { SPERRART_LABELS } from '#core/fassung/modulsperre.ts'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  codes,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks, nameZustaendigkeit } from '#collections/hooks.ts'
import { checkLayer, leistungField, moduleField, ortFields } from '#collections/ortFields.ts'

const logged = loggedHooks('modulsperre')

/** Modules that a layer keeps to itself: from a day on, layers below do not replace them, or do not add to them either. */
export const Modulsperren: CollectionConfig = {
  slug: 'modulsperren',
  typescript: { interface: 'ModulsperreDoc' },
  labels: { singular: 'Modulsperre', plural: 'Modulsperren' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'ebene', 'module', 'art', 'redaktion'],
    listSearchableFields: ['titel'],
    description:
      'Module, die eine Ebene sich vorbehält: Ab dem Tag gilt ihr Text; was darunter ersetzt, ruht, und je nach Art der Sperre auch, was ergänzt.',
  },
  defaultSort: 'titel',
  hooks: {
    ...logged,
    beforeValidate: [nameZustaendigkeit],
    beforeChange: [...(logged.beforeChange ?? []), checkLayer],
  },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', index: true, admin: { hidden: true } },
    leistungField,
    ortFields({ ebene: 'Ebene, die sperrt', gebiet: 'Gilt in' }),
    moduleField('Gesperrte Module'),
    {
      name: 'art',
      type: 'select',
      label: 'Was ist gesperrt?',
      required: true,
      // Also of what was saved before there was a choice.
      defaultValue: 'unveraenderlich',
      options: codes(SPERRART_LABELS),
    },
    {
      name: 'grund',
      type: 'textarea',
      label: 'Grund',
      required: true,
      defaultValue: '',
      admin: {
        description: 'Warum die Ebenen darunter hier nichts Eigenes sagen. Sie lesen diesen Satz.',
      },
    },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
