import type { CollectionConfig } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import { folgenummerField, geltungFields, idField, redaktionField } from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

/** Forms to download or to fill in. */
export const Formulare: CollectionConfig = {
  slug: 'formulare',
  typescript: { interface: 'FormularDoc' },
  labels: { singular: 'Formular', plural: 'Formulare' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Stellen',
    useAsTitle: 'bezeichnung',
    description: 'Formulare, auf die Texte verweisen.',
  },
  defaultSort: 'bezeichnung',
  hooks: loggedHooks('formular'),
  fields: [
    idField,
    { name: 'bezeichnung', type: 'text', label: 'Bezeichnung', required: true },
    { name: 'url', type: 'text', label: 'Adresse (https://…)' },
    { name: 'beschreibung', type: 'textarea', label: 'Beschreibung' },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
