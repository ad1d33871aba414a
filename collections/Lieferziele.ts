import type { CollectionConfig } from 'payload'
import { canOversee, isAdministration } from '#collections/access.ts'
import { codes, idField } from '#collections/fields.ts'
import { checkLieferziel, keepUsed } from '#collections/hooks.ts'

/** Where deliveries go, and when. */
export const Lieferziele: CollectionConfig = {
  slug: 'lieferziele',
  typescript: { interface: 'LieferzielDoc' },
  labels: { singular: 'Lieferziel', plural: 'Lieferziele' },
  access: {
    create: isAdministration,
    read: canOversee,
    update: isAdministration,
    delete: isAdministration,
  },
  admin: {
    group: 'Lieferung',
    useAsTitle: 'name',
    defaultColumns: ['name', 'art', 'zeitplan', 'aktiv'],
    description: 'Wohin geliefert wird und wann.',
  },
  hooks: {
    beforeValidate: [checkLieferziel],
    beforeDelete: [keepUsed({ lieferungen: 'lieferziel' })],
  },
  fields: [
    idField,
    { name: 'name', type: 'text', label: 'Name', required: true },
    { name: 'aktiv', type: 'checkbox', label: 'Aktiv', defaultValue: true },
    {
      name: 'art',
      type: 'select',
      label: 'Art',
      required: true,
      defaultValue: 'verzeichnis',
      options: codes({ verzeichnis: 'Verzeichnis: eine Volllieferung, die ein Portal abholt' }),
    },
    {
      name: 'format',
      type: 'select',
      label: 'Format',
      required: true,
      defaultValue: 'xzufi-2.2.0',
      options: codes({ 'xzufi-2.2.0': 'XZuFi 2.2.0' }),
    },
    {
      name: 'verzeichnis',
      type: 'text',
      label: 'Verzeichnis',
      required: true,
      unique: true,
      admin: {
        description: 'Name unterhalb von „lieferungen“ im Datenverzeichnis, zum Beispiel: pvog',
      },
    },
    {
      name: 'zeitplan',
      type: 'text',
      label: 'Zeitplan',
      required: true,
      defaultValue: '5 0 * * *',
      admin: {
        description:
          'Cron-Ausdruck in deutscher Zeit (Europe/Berlin): Minute Stunde Tag Monat Wochentag. „5 0 * * *“ heißt: jede Nacht um 0:05 Uhr. Zeiten zwischen 2 und 3 Uhr sind wegen der Zeitumstellung nicht erlaubt.',
      },
    },
    {
      name: 'lieferungen',
      type: 'join',
      collection: 'lieferungen',
      on: 'lieferziel',
      label: 'Lieferungen',
      defaultSort: '-faelligAm',
    },
  ],
}
