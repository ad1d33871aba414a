import type { CollectionConfig } from 'payload'
import { modulLabel } from '#core/fassung/module.ts'
import { canReadWithoutEmbargo, nobody } from '#collections/access.ts'
import { codes, redaktionField, zeitpunktField } from '#collections/fields.ts'
import { MODULNAMEN } from '#store/desk/modulstand.ts'

/**
 * What Redaktionen decided about changes of the texts that theirs stand on: taken over, or not and why. Each change is decided once
 * (`id` is `elternschluessel`) and then never shown again. Written by `elternEndpoints.ts` only.
 */
export const Elternentscheide: CollectionConfig = {
  slug: 'elternentscheide',
  typescript: { interface: 'ElternentscheidDoc' },
  labels: { singular: 'Entscheidung zum Elterntext', plural: 'Entscheidungen zu Elterntexten' },
  access: { create: nobody, read: canReadWithoutEmbargo, update: nobody, delete: nobody },
  admin: {
    group: 'Texte',
    useAsTitle: 'modul',
    defaultColumns: ['fassung', 'modul', 'entscheidung', 'vonName', 'am', 'grund'],
    description:
      'Was Redaktionen entschieden haben, als sich der Text über ihrem geändert hat: übernommen, oder warum nicht.',
  },
  defaultSort: '-am',
  lockDocuments: false,
  fields: [
    { name: 'id', type: 'text', required: true, label: 'Schlüssel', admin: { hidden: true } },
    {
      name: 'reihe',
      type: 'text',
      label: 'Reihe',
      required: true,
      index: true,
      admin: { hidden: true },
    },
    {
      name: 'fassung',
      type: 'relationship',
      relationTo: 'fassungen',
      label: 'Text',
      index: true,
    },
    {
      name: 'modul',
      type: 'select',
      label: 'Modul',
      required: true,
      options: codes(Object.fromEntries(MODULNAMEN.map((name) => [name, modulLabel(name)]))),
    },
    {
      name: 'entscheidung',
      type: 'select',
      label: 'Entscheidung',
      required: true,
      options: codes({ uebernommen: 'Übernommen', abgelehnt: 'Nicht übernommen' }),
    },
    { name: 'grund', type: 'textarea', label: 'Grund' },
    {
      name: 'entwurf',
      type: 'relationship',
      relationTo: 'fassungen',
      label: 'Übernommen in den Entwurf',
      index: true,
    },
    { name: 'vonName', type: 'text', label: 'Entschieden von' },
    zeitpunktField('am', 'Entschieden am', { required: true }),
    { name: 'von', type: 'text', label: 'Konto', admin: { hidden: true } },
    { name: 'basis', type: 'text', label: 'Hash vorher', required: true, admin: { hidden: true } },
    { name: 'neu', type: 'text', label: 'Hash danach', required: true, admin: { hidden: true } },
    // Whether its text or its draft is under Embargo now (`#store/embargo.ts`).
    { name: 'embargo', type: 'checkbox', label: 'Embargo', admin: { hidden: true } },
    redaktionField,
  ],
}
