import type { CollectionConfig } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  BEKANNTMACHUNGSFORMEN,
  codes,
  dayField,
  folgenummerField,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

const isKommunal = (data: { normgeber?: unknown }): boolean => data.normgeber === 'kommune'

/** The register of laws, ordinances and Satzungen. */
export const Rechtsnormen: CollectionConfig = {
  slug: 'rechtsnormen',
  typescript: { interface: 'RechtsnormDoc' },
  labels: { singular: 'Rechtsnorm', plural: 'Rechtsnormen' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'art', 'normgeber', 'fundstelle'],
    listSearchableFields: ['titel', 'kurztitel', 'abkuerzung'],
    description: 'Gesetze, Verordnungen und Satzungen, von denen Texte abhängen.',
  },
  defaultSort: 'titel',
  hooks: loggedHooks('rechtsnorm'),
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Titel', required: true },
    {
      type: 'row',
      fields: [
        { name: 'kurztitel', type: 'text', label: 'Kurztitel', admin: { width: '60%' } },
        { name: 'abkuerzung', type: 'text', label: 'Abkürzung', admin: { width: '40%' } },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'art',
          type: 'select',
          label: 'Art',
          required: true,
          options: codes({ gesetz: 'Gesetz', verordnung: 'Verordnung', satzung: 'Satzung' }),
          admin: { width: '50%' },
        },
        {
          name: 'normgeber',
          type: 'select',
          label: 'Normgeber',
          required: true,
          options: codes({ bund: 'Bund', land: 'Land', kommune: 'Kommune' }),
          admin: { width: '50%' },
        },
      ],
    },
    { name: 'gebiet', type: 'relationship', relationTo: 'gebiete', label: 'Gilt in' },
    {
      name: 'fundstelle',
      type: 'text',
      label: 'Fundstelle',
      admin: { description: 'Zum Beispiel: GVOBl. M-V 2026 S. 812' },
    },
    { name: 'url', type: 'text', label: 'Adresse im Netz (https://…)' },
    dayField('beschlossenAm', 'Beschlossen am'),
    dayField('verkuendetAm', 'Verkündet oder bekannt gemacht am'),
    {
      name: 'bekanntmachungsform',
      type: 'select',
      label: 'Form der Bekanntmachung',
      options: codes(BEKANNTMACHUNGSFORMEN),
      admin: {
        condition: isKommunal,
        description: 'Wie die Hauptsatzung sie festlegt.',
      },
    },
    dayField('vollendetAm', 'Bekanntmachung vollendet am', {
      condition: isKommunal,
      description: 'Bei einem Aushang: der Tag, an dem die Aushangfrist abgelaufen ist.',
    }),
    {
      name: 'zeitgrenzen',
      type: 'join',
      collection: 'zeitgrenzen',
      on: 'rechtsnorm',
      label: 'Zeitgrenzen',
    },
    redaktionField,
    folgenummerField,
  ],
}
