import type { CollectionConfig } from 'payload'
import { nobody } from '#collections/access.ts'

/** How far each projection of the log has come. Written by the projections only. */
export const Projektionen: CollectionConfig = {
  slug: 'projektionen',
  typescript: { interface: 'ProjektionDoc' },
  labels: { singular: 'Projektion', plural: 'Projektionen' },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  lockDocuments: false,
  fields: [
    { name: 'id', type: 'text', required: true, label: 'Name' },
    { name: 'folgenummer', type: 'number', required: true, label: 'Folgenummer' },
  ],
}
