import type { CollectionConfig } from 'payload'
import { dayField, idField } from '#collections/fields.ts'
import { canReadVertretung, canWriteVertretung } from '#collections/vertretungAccess.ts'
import { vertretungHooks } from '#collections/vertretungHooks.ts'

// Most people may not read accounts, but must be able to name a colleague.
const KONTO_FIELD = '/src/app/components/KontoField.tsx#KontoField'

/**
 * Who acts for whom while somebody is away. Within its days the deputy has the Redaktion of the represented person beside
 * the own one (`redaktionenOf`); the end is derived from the day, nothing has to run.
 */
export const Vertretungen: CollectionConfig = {
  slug: 'vertretungen',
  typescript: { interface: 'VertretungDoc' },
  labels: { singular: 'Vertretung', plural: 'Vertretungen' },
  access: {
    create: canWriteVertretung,
    read: canReadVertretung,
    update: canWriteVertretung,
    delete: canWriteVertretung,
  },
  admin: {
    group: 'Verwaltung des Landes',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'beginn', 'ende', 'grund'],
    description:
      'Wer für wen handelt, solange jemand fehlt. Die Vertretung endet von selbst mit ihrem letzten Tag.',
  },
  defaultSort: '-ende',
  hooks: vertretungHooks,
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Vertretung', admin: { hidden: true } },
    {
      name: 'vertretene',
      type: 'relationship',
      relationTo: 'users',
      label: 'Wer fehlt?',
      required: true,
      index: true,
      defaultValue: ({ user }: { user?: { id?: unknown } | null }) => user?.id,
      admin: { components: { Field: KONTO_FIELD } },
    },
    {
      name: 'vertretung',
      type: 'relationship',
      relationTo: 'users',
      label: 'Wer vertritt?',
      required: true,
      index: true,
      admin: {
        components: { Field: KONTO_FIELD },
        description:
          'Handelt im Namen der Redaktion der fehlenden Person. Wer einen Text geschrieben hat, gibt ihn auch in Vertretung nicht frei.',
      },
    },
    dayField('beginn', 'Erster Tag', { required: true }),
    dayField('ende', 'Letzter Tag', {
      required: true,
      description: 'Am Tag danach ist die Vertretung von selbst vorbei.',
    }),
    { name: 'grund', type: 'text', label: 'Grund' },
  ],
}
