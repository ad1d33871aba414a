import type { CollectionConfig } from 'payload'
import { nobody } from '#collections/access.ts'
import { refuseLogWrites } from '#collections/hooks.ts'

/** The content table: texts by the SHA-256 of their canonical JSON. Only `#store/log.ts` writes it. */
export const Inhalte: CollectionConfig = {
  slug: 'inhalte',
  typescript: { interface: 'InhaltDoc' },
  labels: { singular: 'Inhalt', plural: 'Inhalte' },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true },
  lockDocuments: false,
  timestamps: false,
  hooks: { beforeOperation: [refuseLogWrites] },
  fields: [
    { name: 'id', type: 'text', required: true, label: 'SHA-256' },
    { name: 'wert', type: 'textarea', required: true, label: 'Inhalt (kanonisches JSON)' },
  ],
}
