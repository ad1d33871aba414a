import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '#collections/access.ts'
import {
  dayField,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'
import { leistungField, moduleField, ortFields } from '#collections/ortFields.ts'
import { schweigefristEndpoints } from '#collections/schweigefristEndpoints.ts'

const { beforeDelete = [] } = loggedHooks('schweigefrist')

/**
 * Periods in which those below may keep what they put in the place of a text (zeit.md, rule 11). Begun by an Abstimmung,
 * with one entry of the log; nobody writes them here.
 */
export const Schweigefristen: CollectionConfig = {
  slug: 'schweigefristen',
  typescript: { interface: 'SchweigefristDoc' },
  labels: { singular: 'Schweigefrist', plural: 'Schweigefristen' },
  access: { create: nobody, read: isSignedIn, update: nobody, delete: nobody },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'module', 'fristende', 'redaktion'],
    listSearchableFields: ['titel'],
    description:
      'Bis zum letzten Tag der Frist kann eine Kommune sagen, dass ihr eigener Text bleibt. Schweigt sie, gilt ab dem Tag der Rechtsnorm der neue Text, nie aber bei Kosten, Satzung und Amt.',
  },
  defaultSort: '-fristende',
  hooks: { beforeDelete },
  endpoints: schweigefristEndpoints,
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', index: true, admin: { hidden: true } },
    {
      name: 'antwort',
      type: 'ui',
      label: 'Antwort',
      admin: {
        disableListColumn: true,
        components: {
          Field: '/src/app/components/SchweigefristAntwort.tsx#SchweigefristAntwort',
        },
      },
    },
    leistungField,
    ortFields({ ebene: 'Ebene, deren Text sich ändert', gebiet: 'Gilt in' }),
    moduleField('Module'),
    {
      name: 'abstimmung',
      type: 'text',
      label: 'Abstimmung',
      required: true,
      index: true,
      admin: { hidden: true },
    },
    {
      name: 'tage',
      type: 'number',
      label: 'Arbeitstage vor dem Tag der Rechtsnorm',
      required: true,
    },
    dayField('fristende', 'Antwort möglich bis', {
      required: true,
      description:
        'Wie es am Anfang gesagt wurde. Wird der Tag der Rechtsnorm hinausgeschoben, endet die Frist später; verkürzt wird sie nie.',
    }),
    dayField('begonnenAm', 'Begonnen am', { required: true }),
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
