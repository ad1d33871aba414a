import type { CollectionConfig } from 'payload'
import { isLandesredaktion, isSignedIn } from '#collections/access.ts'
import { codes, folgenummerField, geltungFields, idField } from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

export const EBENEN_LABELS = {
  bund: 'Bund',
  land: 'Land',
  kreis: 'Landkreis',
  amt: 'Amt',
  gemeinde: 'Gemeinde oder kreisfreie Stadt',
}

/** Areas with their dated keys, names and parents. */
export const Gebiete: CollectionConfig = {
  slug: 'gebiete',
  typescript: { interface: 'GebietDoc' },
  labels: { singular: 'Gebiet', plural: 'Gebiete' },
  access: {
    create: isLandesredaktion,
    read: isSignedIn,
    update: isLandesredaktion,
    delete: isLandesredaktion,
  },
  admin: {
    group: 'Verwaltung des Landes',
    useAsTitle: 'name',
    defaultColumns: ['name', 'ebene', 'ars', 'uebergeordnet'],
    listSearchableFields: ['name', 'ars', 'ags'],
    description: 'Bund, Land, Landkreise, Ämter und Gemeinden mit ihren amtlichen Schlüsseln.',
  },
  defaultSort: 'ars',
  hooks: loggedHooks('gebiet'),
  fields: [
    idField,
    { name: 'name', type: 'text', label: 'Name', required: true, index: true },
    {
      name: 'ebene',
      type: 'select',
      label: 'Ebene',
      required: true,
      options: codes(EBENEN_LABELS),
      index: true,
    },
    {
      name: 'ars',
      type: 'text',
      label: 'Amtlicher Regionalschlüssel (ARS)',
      required: true,
      index: true,
      admin: {
        description:
          '12 Ziffern für eine Gemeinde, 9 für ein Amt, 5 für einen Landkreis, 2 für ein Land.',
      },
    },
    {
      name: 'ags',
      type: 'text',
      label: 'Amtlicher Gemeindeschlüssel (AGS)',
      admin: { description: '8 Ziffern, nur für Gemeinden.' },
    },
    { name: 'uebergeordnet', type: 'relationship', relationTo: 'gebiete', label: 'Gehört zu' },
    ...geltungFields(),
    folgenummerField,
  ],
}
