import type { CollectionConfig } from 'payload'
import { canReadOwn, nobody } from '#collections/access.ts'
import { benachrichtigungEndpoints } from '#collections/benachrichtigungEndpoints.ts'
import { redaktionField, zeitpunktField } from '#collections/fields.ts'

/** What an entry of the log means for a Redaktion. A projection of the log; who has read it is all that is kept here. */
export const Benachrichtigungen: CollectionConfig = {
  slug: 'benachrichtigungen',
  typescript: { interface: 'BenachrichtigungDoc' },
  labels: { singular: 'Benachrichtigung', plural: 'Benachrichtigungen' },
  access: { create: nobody, read: canReadOwn, update: nobody, delete: nobody },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'zeitpunkt', 'redaktion'],
    description: 'Was andere entschieden haben und Ihre Texte betrifft.',
  },
  endpoints: benachrichtigungEndpoints,
  defaultSort: '-folgenummer',
  lockDocuments: false,
  fields: [
    // `{folgenummer}|{redaktion}`: one entry says something to a Redaktion once.
    { name: 'id', type: 'text', required: true, label: 'Schlüssel', admin: { hidden: true } },
    {
      name: 'folgenummer',
      type: 'number',
      label: 'Folgenummer',
      required: true,
      index: true,
    },
    { name: 'titel', type: 'text', label: 'Betreff', required: true },
    { name: 'text', type: 'textarea', label: 'Was heißt das?', required: true },
    { name: 'ziel', type: 'text', label: 'Wo geht es weiter?', required: true },
    zeitpunktField('zeitpunkt', 'Zeitpunkt', { required: true }),
    {
      name: 'gelesenVon',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: 'Gelesen von',
    },
    zeitpunktField('versendetAm', 'Als E-Mail versendet am'),
    redaktionField,
  ],
}
