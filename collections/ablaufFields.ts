import type { Field } from 'payload'
import { nobodyField } from '#collections/access.ts'
import { codes } from '#collections/fields.ts'

/**
 * What of a text is about its way to release, not about its words: none of it enters the log (`pultOf`). `verfasser`,
 * `bearbeitungsstand` and `eilfall` are set by the house only.
 */
export const ablaufFields: readonly Field[] = [
  {
    name: 'aenderungsart',
    type: 'select',
    label: 'Was ändert sich?',
    required: true,
    defaultValue: 'inhaltlich',
    options: codes({
      inhaltlich: 'Der Inhalt',
      redaktionell: 'Nur die Form (Tippfehler, Links)',
    }),
    admin: {
      position: 'sidebar',
      description:
        'Ändert sich nur die Form, braucht ein Text des Landes weder Abstimmung noch Fachfreigabe.',
    },
  },
  {
    name: 'embargo',
    type: 'checkbox',
    label: 'Embargo',
    defaultValue: false,
    index: true,
    admin: {
      position: 'sidebar',
      description:
        'Nur Ihre Redaktion und die Beteiligten der Abstimmung sehen den Entwurf, nicht einmal die Administration. Vor der Freigabe aufheben.',
    },
  },
  {
    name: 'zugewiesen',
    type: 'relationship',
    relationTo: 'users',
    label: 'Wer arbeitet daran?',
    index: true,
    admin: {
      position: 'sidebar',
      // Most people may not read accounts, but must be able to name a colleague.
      components: { Field: '/src/app/components/KontoField.tsx#KontoField' },
    },
  },
  {
    name: 'eilfall',
    type: 'checkbox',
    label: 'Als Eilfall freigegeben',
    access: { create: nobodyField, update: nobodyField },
    admin: {
      readOnly: true,
      position: 'sidebar',
      condition: (data: { eilfall?: unknown }) => data.eilfall === true,
      description:
        'Ohne zweite Person oder ohne Fachfreigabe freigegeben. Der Grund steht im Freigabeprotokoll.',
    },
  },
  {
    name: 'verfasser',
    type: 'json',
    label: 'Wer geschrieben hat',
    access: { create: nobodyField, update: nobodyField },
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  },
  {
    name: 'bearbeitungsstand',
    type: 'number',
    label: 'Bearbeitungsstand',
    defaultValue: 0,
    admin: { hidden: true, disableListColumn: true, disableListFilter: true },
  },
]
