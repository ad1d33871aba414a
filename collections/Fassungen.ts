import type { CollectionConfig } from 'payload'
import {
  canReadFassung,
  canReadFassungVersions,
  canWrite,
  canWriteEntwurf,
  nobodyField,
} from '#collections/access.ts'
import { fassungEndpoints } from '#collections/endpoints.ts'
import { EBENEN_LABELS } from '#collections/Gebiete.ts'
import {
  ankerField,
  codes,
  folgenummerField,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import {
  beginAsEntwurf,
  keepOwnGebiet,
  keepReleasedFassung,
  keepReleasedFromDelete,
  nameFassung,
} from '#collections/hooks.ts'
import { modulTabs } from '#collections/modulFields.ts'

const isVariante = (data: { sprache?: unknown }): boolean =>
  data.sprache === 'en' || data.sprache === 'de-LS'
const isStammfassung = (data: { sprache?: unknown }): boolean => !isVariante(data)

/** Texts: of one Leistung, by one layer, for one Gebiet, from one day on; and their language variants. */
export const Fassungen: CollectionConfig = {
  slug: 'fassungen',
  typescript: { interface: 'FassungDoc' },
  labels: { singular: 'Fassung', plural: 'Fassungen' },
  access: {
    create: canWrite,
    read: canReadFassung,
    readVersions: canReadFassungVersions,
    update: canWriteEntwurf,
    delete: canWriteEntwurf,
  },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'zustand', 'giltAb', 'ebene', 'redaktion'],
    listSearchableFields: ['titel'],
    description:
      'Die Texte mit dem Tag, ab dem sie gelten. Freigegebene Fassungen werden nie geändert, sondern abgelöst.',
    components: {
      edit: { beforeDocumentControls: ['/src/app/components/FassungActions.tsx#FassungActions'] },
    },
  },
  versions: { maxPerDoc: 20 },
  defaultSort: '-updatedAt',
  endpoints: fassungEndpoints,
  hooks: {
    beforeValidate: [nameFassung],
    beforeChange: [beginAsEntwurf, keepReleasedFassung, keepOwnGebiet],
    beforeDelete: [keepReleasedFromDelete],
  },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Titel', index: true, admin: { hidden: true } },
    {
      name: 'zustand',
      type: 'select',
      label: 'Zustand',
      required: true,
      defaultValue: 'entwurf',
      index: true,
      options: codes({
        entwurf: 'Entwurf',
        freigegeben: 'Freigegeben',
        zurueckgezogen: 'Zurückgezogen',
      }),
      access: { create: nobodyField, update: nobodyField },
      admin: {
        readOnly: true,
        position: 'sidebar',
        description: 'Ändert sich nur durch Freigeben oder Zurückziehen.',
      },
    },
    {
      name: 'giltAb',
      type: 'ui',
      label: 'Gilt ab',
      admin: { components: { Cell: '/src/app/components/DayCell.tsx#DayCell' } },
    },
    {
      name: 'lage',
      type: 'ui',
      label: 'Lage',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/app/components/FassungLage.tsx#FassungLage' },
      },
    },
    {
      type: 'tabs',
      tabs: [
        {
          label: 'Ort und Zeit',
          fields: [
            {
              name: 'leistung',
              type: 'relationship',
              relationTo: 'leistungen',
              label: 'Leistung',
              required: true,
              index: true,
            },
            {
              type: 'row',
              fields: [
                {
                  name: 'ebene',
                  type: 'select',
                  label: 'Ebene',
                  required: true,
                  index: true,
                  options: codes(EBENEN_LABELS),
                  admin: { width: '50%' },
                },
                {
                  name: 'gebiet',
                  type: 'relationship',
                  relationTo: 'gebiete',
                  label: 'Gebiet',
                  required: true,
                  index: true,
                  admin: { width: '50%' },
                },
              ],
            },
            {
              name: 'sprache',
              type: 'select',
              label: 'Sprache',
              required: true,
              defaultValue: 'de',
              options: codes({ de: 'Deutsch', en: 'Englisch', 'de-LS': 'Leichte Sprache' }),
            },
            {
              name: 'variantVon',
              type: 'relationship',
              relationTo: 'fassungen',
              label: 'Sprachfassung von',
              admin: {
                condition: isVariante,
                description: 'Eine Sprachfassung gilt, solange ihre deutsche Fassung gilt.',
              },
            },
            {
              name: 'maschinell',
              type: 'checkbox',
              label: 'Maschinell übersetzt',
              admin: { condition: isVariante },
            },
            ankerField('beginn', 'Gilt ab', {
              optional: false,
              defaultArt: 'zeitgrenze',
              description: 'Ab diesem Tag um 0:00 Uhr zeigen alle Schnittstellen den Text.',
            }),
            ankerField('ende', 'Gilt bis', {
              optional: true,
              defaultArt: 'offen',
              description: 'Ohne eigenes Ende gilt der Text, bis ein späterer ihn ablöst.',
            }),
            {
              name: 'danach',
              type: 'select',
              label: 'Was gilt danach?',
              defaultValue: 'nichts',
              options: codes({
                nichts: 'Die Leistung wird nicht mehr angeboten',
                vorgaenger: 'Der vorherige Text lebt wieder auf',
              }),
              admin: {
                condition: (data: { ende?: { art?: string } }) =>
                  data.ende?.art !== undefined && data.ende.art !== 'offen',
              },
            },
            {
              name: 'basis',
              type: 'relationship',
              relationTo: 'fassungen',
              label: 'Geschrieben auf Grundlage von',
              admin: { condition: isStammfassung },
              filterOptions: ({ data }) => ({
                leistung: { equals: (data as { leistung?: unknown }).leistung },
                zustand: { equals: 'freigegeben' },
              }),
            },
            {
              name: 'berichtigt',
              type: 'relationship',
              relationTo: 'fassungen',
              label: 'Berichtigt die Fassung',
              admin: {
                condition: isStammfassung,
                description: 'Nur wenn diese Fassung an die Stelle einer fehlerhaften tritt.',
              },
              filterOptions: ({ data }) => ({
                leistung: { equals: (data as { leistung?: unknown }).leistung },
                zustand: { equals: 'freigegeben' },
              }),
            },
            {
              name: 'wiederaufgenommen',
              type: 'checkbox',
              label: 'Auf die Grundlage neu aufgesetzt',
              // Set by `neu-aufgesetzt` only: it takes a day from another text.
              access: { create: nobodyField, update: nobodyField },
              admin: { hidden: true },
            },
            {
              name: 'rechtsnormen',
              type: 'relationship',
              relationTo: 'rechtsnormen',
              hasMany: true,
              label: 'Rechtsgrundlagen',
            },
          ],
        },
        ...modulTabs,
      ],
    },
    redaktionField,
    folgenummerField,
  ],
}
