import type { CollectionConfig, Field } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  codes,
  dayField,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
  rowLabel,
} from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

const UHRZEIT = /^([01]\d|2[0-3]):[0-5]\d$/
const JA_NEIN = codes({ ja: 'ja', nein: 'nein' })
const ANSCHRIFTEN = {
  '001': 'Hausanschrift',
  '002': 'Besucheranschrift',
  '003': 'Postfach',
  '004': 'Großempfängerpostfach',
  '005': 'Lieferanschrift',
  '006': 'Postanschrift',
}
const KANAELE = {
  '01': 'E-Mail',
  '02': 'Telefon Festnetz',
  '03': 'Telefon mobil',
  '04': 'Fax',
  '05': 'Instant Messenger',
  '06': 'Pager',
  '07': 'Sonstiges',
  '08': 'De-Mail',
  '09': 'Web',
}
const WOCHENTAGE = {
  '1': 'Montag',
  '2': 'Dienstag',
  '3': 'Mittwoch',
  '4': 'Donnerstag',
  '5': 'Freitag',
  '6': 'Samstag',
  '7': 'Sonntag',
}

function uhrzeit(name: string, label: string): Field {
  return {
    name,
    type: 'text',
    label,
    required: true,
    admin: { width: '30%', placeholder: '08:00' },
    validate: (value: unknown) =>
      (typeof value === 'string' && UHRZEIT.test(value)) ||
      'Bitte geben Sie eine Uhrzeit wie 08:00 an.',
  }
}

/** Offices with addresses, channels, opening hours and accessibility. */
export const Organisationseinheiten: CollectionConfig = {
  slug: 'organisationseinheiten',
  typescript: { interface: 'OrganisationseinheitDoc' },
  labels: { singular: 'Organisationseinheit', plural: 'Organisationseinheiten' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Stellen',
    useAsTitle: 'name',
    defaultColumns: ['name', 'redaktion', 'updatedAt'],
    listSearchableFields: ['name'],
    description: 'Behörden und Ämter: wo sie sind, wann sie offen haben, wie man sie erreicht.',
  },
  defaultSort: 'name',
  hooks: loggedHooks('organisationseinheit'),
  fields: [
    idField,
    { name: 'name', type: 'text', label: 'Name', required: true, index: true },
    { name: 'kurzbeschreibung', type: 'textarea', label: 'Kurzbeschreibung' },
    {
      name: 'uebergeordnet',
      type: 'relationship',
      relationTo: 'organisationseinheiten',
      label: 'Gehört zu',
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Anschriften und Kontakt',
          fields: [
            {
              name: 'anschriften',
              type: 'array',
              label: 'Anschriften',
              labels: { singular: 'Anschrift', plural: 'Anschriften' },
              admin: { components: rowLabel('Anschrift', ['typ', 'strasse', 'ort'], ANSCHRIFTEN) },
              fields: [
                {
                  name: 'typ',
                  type: 'select',
                  label: 'Art',
                  required: true,
                  defaultValue: '001',
                  options: codes(ANSCHRIFTEN),
                },
                {
                  type: 'row',
                  fields: [
                    { name: 'strasse', type: 'text', label: 'Straße', admin: { width: '75%' } },
                    {
                      name: 'hausnummer',
                      type: 'text',
                      label: 'Hausnummer',
                      admin: { width: '25%' },
                    },
                  ],
                },
                { name: 'postfach', type: 'text', label: 'Postfach' },
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'plz',
                      type: 'text',
                      label: 'Postleitzahl',
                      required: true,
                      maxLength: 5,
                      admin: { width: '30%' },
                    },
                    {
                      name: 'ort',
                      type: 'text',
                      label: 'Ort',
                      required: true,
                      admin: { width: '70%' },
                    },
                  ],
                },
                { name: 'zusatz', type: 'text', label: 'Zusatz (Raum, Etage)' },
                { name: 'gebiet', type: 'relationship', relationTo: 'gebiete', label: 'Liegt in' },
              ],
            },
            {
              name: 'kommunikation',
              type: 'array',
              label: 'Erreichbarkeit',
              labels: { singular: 'Kanal', plural: 'Kanäle' },
              admin: { components: rowLabel('Kanal', ['kanal', 'kennung'], KANAELE) },
              fields: [
                {
                  name: 'kanal',
                  type: 'select',
                  label: 'Kanal',
                  required: true,
                  options: codes(KANAELE),
                },
                { name: 'kennung', type: 'text', label: 'Nummer oder Adresse', required: true },
                { name: 'zusatz', type: 'text', label: 'Hinweis' },
              ],
            },
            { name: 'webseite', type: 'text', label: 'Webseite' },
            { name: 'terminlink', type: 'text', label: 'Link zur Terminvergabe' },
          ],
        },
        {
          label: 'Öffnungszeiten',
          fields: [
            {
              name: 'oeffnungszeiten',
              type: 'array',
              label: 'Regelmäßige Zeiten',
              labels: { singular: 'Öffnungszeit', plural: 'Öffnungszeiten' },
              admin: {
                components: rowLabel('Öffnungszeit', ['wochentag', 'von', 'bis'], WOCHENTAGE),
                initCollapsed: true,
              },
              fields: [
                {
                  type: 'row',
                  fields: [
                    {
                      name: 'wochentag',
                      type: 'select',
                      label: 'Wochentag',
                      required: true,
                      options: codes(WOCHENTAGE),
                      admin: { width: '40%' },
                    },
                    uhrzeit('von', 'von'),
                    uhrzeit('bis', 'bis'),
                  ],
                },
                { name: 'hinweis', type: 'text', label: 'Hinweis' },
              ],
            },
            {
              name: 'sondertage',
              type: 'array',
              label: 'Sondertage',
              labels: { singular: 'Sondertag', plural: 'Sondertage' },
              admin: {
                components: rowLabel('Sondertag', ['tag', 'anlass']),
                description:
                  'Tage, an denen die regelmäßigen Zeiten nicht gelten. Ohne Zeiten heißt: geschlossen.',
              },
              fields: [
                dayField('tag', 'Tag', { required: true }),
                { name: 'anlass', type: 'text', label: 'Anlass' },
                {
                  name: 'zeiten',
                  type: 'array',
                  label: 'Geöffnet',
                  labels: { singular: 'Zeit', plural: 'Zeiten' },
                  fields: [{ type: 'row', fields: [uhrzeit('von', 'von'), uhrzeit('bis', 'bis')] }],
                },
              ],
            },
            { name: 'zeitenHinweis', type: 'textarea', label: 'Hinweis zu den Zeiten' },
          ],
        },
        {
          label: 'Barrierefreiheit',
          fields: [
            {
              name: 'barrierefreiheit',
              type: 'group',
              label: 'Barrierefreiheit',
              fields: [
                {
                  name: 'rollstuhlgerecht',
                  type: 'select',
                  label: 'Rollstuhlgerecht',
                  options: JA_NEIN,
                },
                { name: 'aufzug', type: 'select', label: 'Aufzug vorhanden', options: JA_NEIN },
                { name: 'hinweis', type: 'textarea', label: 'Hinweis' },
              ],
            },
          ],
        },
        { label: 'Geltung', fields: [...geltungFields()] },
      ],
    },
    redaktionField,
    folgenummerField,
  ],
}
