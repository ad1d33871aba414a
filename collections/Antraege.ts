import type { CollectionConfig } from 'payload'
import { canReadWithoutEmbargo, nobody, nobodyField } from '#collections/access.ts'
import { antragEndpoints } from '#collections/antragEndpoints.ts'
import { codes, idField, redaktionField, zeitpunktField } from '#collections/fields.ts'

/**
 * Corrections that wait for a second person (zeit.md, rule 4). Written by the commands only; the decision appends the
 * entry.
 */
export const Antraege: CollectionConfig = {
  slug: 'antraege',
  typescript: { interface: 'AntragDoc' },
  labels: { singular: 'Antrag auf Berichtigung', plural: 'Anträge auf Berichtigung' },
  access: { create: nobody, read: canReadWithoutEmbargo, update: nobody, delete: nobody },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'gegenstand',
    defaultColumns: ['gegenstand', 'zustand', 'vonName', 'gestelltAm'],
    description: 'Berichtigungen, die eine zweite Person bestätigt.',
    components: {
      edit: { beforeDocumentControls: ['/src/app/components/AntragActions.tsx#AntragActions'] },
    },
  },
  defaultSort: '-gestelltAm',
  lockDocuments: false,
  endpoints: antragEndpoints,
  fields: [
    idField,
    {
      name: 'vorschau',
      type: 'ui',
      admin: { components: { Field: '/src/app/components/AntragActions.tsx#AntragVorschau' } },
    },
    { name: 'gegenstand', type: 'text', label: 'Worum geht es?', required: true },
    {
      name: 'art',
      type: 'select',
      label: 'Art',
      required: true,
      options: codes({ fassung: 'Text', zeitgrenze: 'Tag einer Rechtsnorm' }),
    },
    { name: 'fassung', type: 'relationship', relationTo: 'fassungen', label: 'Text' },
    { name: 'zeitgrenze', type: 'relationship', relationTo: 'zeitgrenzen', label: 'Zeitgrenze' },
    {
      name: 'umfang',
      type: 'select',
      label: 'Ab wann?',
      options: codes({
        'ab-heute': 'Ab dem Tag der Bestätigung',
        'ab-erstem-tag': 'Zurück bis zum ersten Tag',
      }),
    },
    // The new Zeitgrenze as canonical JSON.
    {
      name: 'angaben',
      type: 'textarea',
      label: 'Angaben',
      access: { read: nobodyField },
      admin: { hidden: true },
    },
    { name: 'grund', type: 'textarea', label: 'Grund', required: true },
    { name: 'von', type: 'text', label: 'Von (Kennung)', required: true, admin: { hidden: true } },
    { name: 'vonName', type: 'text', label: 'Von' },
    zeitpunktField('gestelltAm', 'Gestellt am', { required: true }),
    {
      name: 'zustand',
      type: 'select',
      label: 'Zustand',
      required: true,
      defaultValue: 'offen',
      index: true,
      options: codes({ offen: 'Offen', bestaetigt: 'Bestätigt', abgelehnt: 'Abgelehnt' }),
    },
    { name: 'entschiedenVonName', type: 'text', label: 'Entschieden von' },
    zeitpunktField('entschiedenAm', 'Entschieden am'),
    // Whether its text is under Embargo now (`#store/embargo.ts`).
    { name: 'embargo', type: 'checkbox', label: 'Embargo', admin: { hidden: true } },
    redaktionField,
  ],
}
