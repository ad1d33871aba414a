import type { CollectionConfig } from 'payload'
import { nobody } from '#collections/access.ts'
import { idField } from '#collections/fields.ts'

/**
 * Which Redaktion may read a draft that is not its own, and comment and vote on it. Written by `#store/beteiligungen.ts`
 * only, asked by the access rules; nobody reads it as such: it would tell of drafts under Embargo.
 */
export const Beteiligungen: CollectionConfig = {
  slug: 'beteiligungen',
  typescript: { interface: 'BeteiligungDoc' },
  labels: { singular: 'Beteiligung', plural: 'Beteiligungen' },
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true, useAsTitle: 'id' },
  lockDocuments: false,
  timestamps: false,
  fields: [
    idField,
    // Plain ids, no relationships: no population, no foreign key that a deleted draft would break.
    { name: 'fassung', type: 'text', label: 'Fassung', required: true, index: true },
    { name: 'redaktion', type: 'text', label: 'Redaktion', required: true, index: true },
    { name: 'abstimmung', type: 'text', label: 'Abstimmung', index: true },
  ],
}
