import type { CollectionConfig } from 'payload'
import { nobody } from '#collections/access.ts'
import { canReadBenachrichtigung } from '#collections/abstimmungAccess.ts'
import { benachrichtigungEndpoints } from '#collections/benachrichtigungEndpoints.ts'
import { redaktionField, zeitpunktField } from '#collections/fields.ts'

/**
 * What concerns a Redaktion. Most say what an entry of the log means for it: a projection, of which only who has read it is kept
 * here. Those about consultations belong to no entry (Folgenummer 0) and are written with their act.
 */
export const Benachrichtigungen: CollectionConfig = {
  slug: 'benachrichtigungen',
  typescript: { interface: 'BenachrichtigungDoc' },
  labels: { singular: 'Benachrichtigung', plural: 'Benachrichtigungen' },
  access: { create: nobody, read: canReadBenachrichtigung, update: nobody, delete: nobody },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'zeitpunkt', 'redaktion'],
    description: 'Was andere entschieden haben und Ihre Texte betrifft.',
  },
  endpoints: benachrichtigungEndpoints,
  defaultSort: '-zeitpunkt',
  lockDocuments: false,
  fields: [
    // `{folgenummer}|{redaktion}`: one entry says something to a Redaktion once. `abstimmung|…`: so does an act.
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
    zeitpunktField('zeitpunkt', 'Zeitpunkt', { required: true, index: true }),
    {
      name: 'gelesenVon',
      type: 'relationship',
      relationTo: 'users',
      hasMany: true,
      label: 'Gelesen von',
    },
    zeitpunktField('versendetAm', 'Als E-Mail versendet am'),
    {
      name: 'vertraulich',
      type: 'checkbox',
      label: 'Vertraulich',
      defaultValue: false,
      admin: { hidden: true, disableListColumn: true, disableListFilter: true },
    },
    redaktionField,
  ],
}
