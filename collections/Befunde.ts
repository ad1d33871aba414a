import type { CollectionConfig } from 'payload'
import { canReadOwn, nobody } from '#collections/access.ts'
import { befundEndpoints } from '#collections/befundEndpoints.ts'
import { codes, dayField, redaktionField, zeitpunktField } from '#collections/fields.ts'

/** Findings of the check of the timelines. Written by the nightly run and `pruefe`; overruled with a reason. */
export const Befunde: CollectionConfig = {
  slug: 'befunde',
  typescript: { interface: 'BefundDoc' },
  labels: { singular: 'Befund', plural: 'Befunde' },
  access: { create: nobody, read: canReadOwn, update: nobody, delete: nobody },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'gegenstand',
    defaultColumns: ['gegenstand', 'schwere', 'seit', 'zustand', 'redaktion'],
    listSearchableFields: ['gegenstand', 'text'],
    description: 'Was an den Zeitleisten nicht stimmt: seit wann, wer es mendet und wo.',
  },
  defaultSort: 'seit',
  lockDocuments: false,
  endpoints: befundEndpoints,
  fields: [
    // The key of the finding: the same finding keeps its row from night to night.
    { name: 'id', type: 'text', required: true, label: 'Schlüssel', admin: { hidden: true } },
    { name: 'code', type: 'text', label: 'Code', required: true, index: true },
    {
      name: 'schwere',
      type: 'select',
      label: 'Schwere',
      required: true,
      options: codes({ fehler: 'Fehler', warnung: 'Warnung' }),
    },
    { name: 'gegenstand', type: 'text', label: 'Worum geht es?', required: true },
    { name: 'text', type: 'textarea', label: 'Was ist falsch?', required: true },
    dayField('seit', 'Seit'),
    { name: 'ziel', type: 'text', label: 'Wo wird es behoben?', required: true },
    {
      name: 'zustand',
      type: 'select',
      label: 'Zustand',
      required: true,
      defaultValue: 'offen',
      index: true,
      options: codes({ offen: 'Offen', behoben: 'Behoben', uebergangen: 'Mit Grund übergangen' }),
    },
    zeitpunktField('gefundenAm', 'Gefunden am', { required: true }),
    { name: 'grund', type: 'textarea', label: 'Grund des Übergehens' },
    { name: 'entschiedenVonName', type: 'text', label: 'Übergangen von' },
    zeitpunktField('entschiedenAm', 'Übergangen am'),
    { ...redaktionField, required: false },
  ],
}
