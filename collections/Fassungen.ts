import type { CollectionConfig } from 'payload'
import { ZUSTAND_LABELS } from '#core/ablauf/ablauf.ts'
import {
  canDeleteEntwurf,
  canReadFassung,
  canReadFassungVersions,
  canWrite,
  canWriteEntwurf,
  nobodyField,
} from '#collections/access.ts'
import { forgetEinsichten, followEmbargoToConsultations } from '#collections/abstimmungHooks.ts'
import { fassungEndpoints } from '#collections/endpoints.ts'
import {
  forgetBeteiligungen,
  keepAblauf,
  keepEmbargo,
  followEmbargo,
} from '#collections/ablaufHooks.ts'
import { ablaufFields } from '#collections/ablaufFields.ts'
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
import { elternEndpoints } from '#collections/elternEndpoints.ts'
import {
  elternkenntnisField,
  forgetUebernahmen,
  noteElternkenntnis,
} from '#collections/elternkenntnis.ts'
import {
  hideStaleness,
  mergeMitschrift,
  mitschreibEndpoints,
  noteGesehen,
} from '#collections/mitschreiben.ts'
import { isVariante } from '#collections/isVariante.ts'
import { protokollverweis } from '#collections/protokollverweis.ts'
import { protokollHooks, redaktionOfDoc } from '#collections/protokollHooks.ts'
import { modulTabs } from '#collections/modulFields.ts'
import { sammelEndpoints } from '#collections/sammelEndpoints.ts'
import { ueberpruefungField } from '#collections/ueberpruefungField.ts'
import { ueberpruefungEndpoints } from '#collections/ueberpruefungEndpoints.ts'
import {
  aufNeuemStandField,
  noteVorlage,
  sprachfassungEndpoints,
  uebersetztAusField,
} from '#collections/sprachfassung.ts'

const { noteChange, noteDelete } = protokollHooks({
  name: 'entwurf',
  collection: 'fassungen',
  // Steps are acts with rows of their own; the rest the house keeps by itself.
  ohne: ['zustand', 'eilfall', 'folgenummer', 'bearbeitungsstand', 'verfasser', 'elternkenntnis'],
  redaktionId: redaktionOfDoc,
})

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
    delete: canDeleteEntwurf,
  },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'zustand', 'giltAb', 'ebene', 'redaktion', 'sprachlage'],
    listSearchableFields: ['titel'],
    description:
      'Die Texte mit dem Tag, ab dem sie gelten. Freigegebene Fassungen werden nie geändert, sondern abgelöst.',
    components: {
      beforeListTable: ['/src/app/components/sammel/Sammelleiste.tsx#Sammelleiste'],
      edit: {
        SaveButton: '/src/app/components/mitschreiben/Speichern.tsx#Speichern',
        beforeDocumentControls: ['/src/app/components/FassungActions.tsx#FassungActions'],
      },
    },
  },
  versions: { maxPerDoc: 20 },
  // Many texts at once are changed by acts that are checked for each of them (`sammelEndpoints.ts`).
  disableBulkEdit: true,
  defaultSort: '-updatedAt',
  endpoints: [
    ...fassungEndpoints,
    ...sprachfassungEndpoints,
    ...elternEndpoints,
    ...mitschreibEndpoints,
    ...sammelEndpoints,
    ...ueberpruefungEndpoints,
  ],
  // Nobody is locked out: see `mergeMitschrift`.
  lockDocuments: false,
  hooks: {
    beforeOperation: [noteGesehen],
    afterOperation: [hideStaleness],
    beforeValidate: [nameFassung],
    beforeChange: [
      beginAsEntwurf,
      keepReleasedFassung,
      mergeMitschrift,
      keepOwnGebiet,
      noteVorlage,
      keepAblauf,
      keepEmbargo,
      noteElternkenntnis,
    ],
    afterChange: [followEmbargo, noteChange, followEmbargoToConsultations],
    afterDelete: [forgetBeteiligungen, noteDelete, forgetEinsichten],
    beforeDelete: [keepReleasedFromDelete, forgetUebernahmen],
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
      options: codes(ZUSTAND_LABELS),
      access: { create: nobodyField, update: nobodyField },
      admin: {
        readOnly: true,
        components: { Cell: '/src/app/components/ZustandCell.tsx#ZustandCell' },
        position: 'sidebar',
        description: 'Ändert sich nur durch die Schritte oben: Abstimmung, Fachfreigabe, Freigabe.',
      },
    },
    ...ablaufFields,
    ueberpruefungField,
    protokollverweis,
    elternkenntnisField,
    {
      name: 'giltAb',
      type: 'ui',
      label: 'Gilt ab',
      admin: { components: { Cell: '/src/app/components/DayCell.tsx#DayCell' } },
    },
    {
      name: 'sprachlage',
      type: 'ui',
      label: 'Übersetzung',
      admin: {
        components: {
          Cell: '/src/app/components/sprachfassung/SprachlageCell.tsx#SprachlageCell',
        },
      },
    },
    {
      name: 'sprachfassungen',
      type: 'ui',
      label: 'Sprachfassungen',
      admin: {
        disableListColumn: true,
        components: {
          Field: '/src/app/components/sprachfassung/Sprachfassungen.tsx#Sprachfassungen',
        },
      },
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
      name: 'sperren',
      type: 'ui',
      label: 'Gesperrte Module',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/app/components/Sperrhinweis.tsx#Sperrhinweis' },
      },
    },
    {
      name: 'spalten',
      type: 'ui',
      admin: {
        disableListColumn: true,
        components: { Field: '/src/app/components/spalten/Spaltenstand.tsx#Spaltenstand' },
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
              index: true,
              admin: {
                condition: isVariante,
                description: 'Eine Sprachfassung gilt, solange ihre deutsche Fassung gilt.',
              },
            },
            {
              name: 'maschinell',
              type: 'checkbox',
              label: 'Maschinell übersetzt',
              admin: {
                condition: isVariante,
                description: 'Steht auch an jedem Modul der Schnittstelle und in der Vorschau.',
              },
            },
            uebersetztAusField,
            aufNeuemStandField,
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
