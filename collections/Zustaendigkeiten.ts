import type { CollectionConfig } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  codes,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks, nameZustaendigkeit } from '#collections/hooks.ts'

const logged = loggedHooks('zustaendigkeit')

/** Which office answers for a Leistung in a Gebiet. */
export const Zustaendigkeiten: CollectionConfig = {
  slug: 'zustaendigkeiten',
  typescript: { interface: 'ZustaendigkeitDoc' },
  labels: { singular: 'Zuständigkeit', plural: 'Zuständigkeiten' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Stellen',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'rolle', 'redaktion'],
    listSearchableFields: ['titel'],
    description:
      'Wer in welchem Gebiet für welche Leistung zuständig ist. Das engste Gebiet geht vor.',
  },
  defaultSort: 'titel',
  hooks: { ...logged, beforeValidate: [nameZustaendigkeit] },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', index: true, admin: { hidden: true } },
    {
      name: 'leistung',
      type: 'relationship',
      relationTo: 'leistungen',
      label: 'Leistung',
      required: true,
      index: true,
    },
    {
      name: 'gebiet',
      type: 'relationship',
      relationTo: 'gebiete',
      label: 'Gebiet',
      required: true,
      index: true,
    },
    {
      name: 'rolle',
      type: 'select',
      label: 'Rolle',
      required: true,
      defaultValue: 'zustaendige-stelle',
      options: codes({
        'zustaendige-stelle': 'Zuständige Stelle',
        ansprechpunkt: 'Ansprechpunkt',
        antragsannahme: 'Nimmt Anträge an',
      }),
    },
    {
      name: 'organisationseinheit',
      type: 'relationship',
      relationTo: 'organisationseinheiten',
      label: 'Organisationseinheit',
      index: true,
    },
    {
      name: 'onlinedienst',
      type: 'relationship',
      relationTo: 'onlinedienste',
      label: 'oder Onlinedienst',
    },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
