import type { CollectionConfig } from 'payload'
import { EREIGNIS_LABELS } from '#core/log/objektart.ts'
import { canOversee, nobody, nobodyField } from '#collections/access.ts'
import { codes, zeitpunktField } from '#collections/fields.ts'
import { refuseLogWrites } from '#collections/hooks.ts'

/** The append-only log of releases. Only `#store/log.ts` writes it. */
export const Ereignisse: CollectionConfig = {
  slug: 'ereignisse',
  typescript: { interface: 'EreignisDoc' },
  labels: { singular: 'Protokolleintrag', plural: 'Freigabeprotokoll' },
  access: { create: nobody, read: canOversee, update: nobody, delete: nobody },
  admin: {
    group: 'Lieferung',
    useAsTitle: 'folgenummer',
    defaultColumns: ['folgenummer', 'art', 'gegenstand', 'vonName', 'zeitpunkt', 'eilfall'],
    description: 'Jede Handlung, die die Welt sehen darf, genau einmal und für immer.',
  },
  defaultSort: '-folgenummer',
  lockDocuments: false,
  hooks: { beforeOperation: [refuseLogWrites] },
  fields: [
    {
      name: 'folgenummer',
      type: 'number',
      label: 'Folgenummer',
      required: true,
      unique: true,
      index: true,
    },
    zeitpunktField('zeitpunkt', 'Zeitpunkt', { required: true }),
    {
      name: 'art',
      type: 'select',
      label: 'Art',
      required: true,
      index: true,
      options: codes(EREIGNIS_LABELS),
    },
    {
      name: 'schluessel',
      type: 'text',
      label: 'Schlüssel',
      unique: true,
      index: true,
      admin: { hidden: true },
    },
    { name: 'gegenstand', type: 'text', label: 'Gegenstand' },
    { name: 'von', type: 'text', label: 'Von (Kennung)', required: true, admin: { hidden: true } },
    { name: 'vonName', type: 'text', label: 'Von' },
    {
      name: 'bestaetigtVon',
      type: 'text',
      label: 'Bestätigt von (Kennung)',
      admin: { hidden: true },
    },
    { name: 'bestaetigtVonName', type: 'text', label: 'Bestätigt von' },
    { name: 'grund', type: 'text', label: 'Grund' },
    { name: 'eilfall', type: 'checkbox', label: 'Eilfall' },
    // Canonical JSON as text: the same bytes on every database, and a MongoDB server may refuse some keys of JSON fields.
    {
      name: 'aussagen',
      type: 'textarea',
      label: 'Aussagen',
      access: { read: nobodyField },
      admin: { hidden: true },
    },
  ],
}
