import type { CollectionConfig } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  codes,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

/** Services that can be used online. */
export const Onlinedienste: CollectionConfig = {
  slug: 'onlinedienste',
  typescript: { interface: 'OnlinedienstDoc' },
  labels: { singular: 'Onlinedienst', plural: 'Onlinedienste' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Stellen',
    useAsTitle: 'bezeichnung',
    defaultColumns: ['bezeichnung', 'herkunft', 'vertrauensniveau'],
    description: 'Dienste, mit denen sich eine Leistung online erledigen lässt.',
  },
  defaultSort: 'bezeichnung',
  hooks: loggedHooks('onlinedienst'),
  fields: [
    idField,
    { name: 'bezeichnung', type: 'text', label: 'Bezeichnung', required: true },
    { name: 'url', type: 'text', label: 'Adresse (https://…)', required: true },
    { name: 'titel', type: 'text', label: 'Titel des Links' },
    {
      name: 'vertrauensniveau',
      type: 'select',
      label: 'Vertrauensniveau',
      options: codes({
        '00': '00',
        '10': '10 basis',
        '15': '15',
        '20': '20 substanziell',
        '30': '30 hoch',
        '40': '40 sehr hoch',
      }),
    },
    {
      name: 'nutzerkonto',
      type: 'text',
      label: 'Nutzerkonto',
      admin: { description: 'Zum Beispiel: BundID' },
    },
    {
      name: 'herkunft',
      type: 'select',
      label: 'Herkunft',
      required: true,
      options: codes({ land: 'Land', kommune: 'Kommune', efa: 'Einer für Alle (EfA)' }),
    },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
