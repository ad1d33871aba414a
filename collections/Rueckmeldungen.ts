import type { CollectionConfig } from 'payload'
import { isSignedIn, nobody } from '#collections/access.ts'
import { folgenummerField, geltungFields, idField, redaktionField } from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'
import { leistungField, moduleField, ortFields } from '#collections/ortFields.ts'

const { beforeDelete = [] } = loggedHooks('rueckmeldung')

/**
 * Answers of the Kommunen to Schweigefristen: "our own text stays". Given under
 * `POST /api/schweigefristen/{id}/rueckmeldung`, with one entry of the log.
 */
export const Rueckmeldungen: CollectionConfig = {
  slug: 'rueckmeldungen',
  typescript: { interface: 'RueckmeldungDoc' },
  labels: { singular: 'Rückmeldung', plural: 'Rückmeldungen' },
  access: { create: nobody, read: isSignedIn, update: nobody, delete: nobody },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'module', 'redaktion'],
    listSearchableFields: ['titel'],
    description: 'Was Kommunen innerhalb einer Schweigefrist geantwortet haben.',
  },
  hooks: { beforeDelete },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', index: true, admin: { hidden: true } },
    {
      name: 'schweigefrist',
      type: 'relationship',
      relationTo: 'schweigefristen',
      label: 'Schweigefrist',
      required: true,
      index: true,
    },
    leistungField,
    ortFields({ ebene: 'Ebene', gebiet: 'Gebiet' }),
    moduleField('Der eigene Text bleibt bei', false),
    { name: 'satz', type: 'textarea', label: 'Anmerkung' },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}
