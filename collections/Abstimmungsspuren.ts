import type { CollectionConfig, Field } from 'payload'
import { VOTEN } from '#core/abstimmung/abstimmung.ts'
import { nobody } from '#collections/access.ts'
import { idField } from '#collections/fields.ts'

/*
 * What people say in a consultation and what they have looked at. Nobody reads these rows as such: they speak of drafts,
 * some of them under Embargo. The page of the consultation hands them out (`abstimmungLesen.ts`). Ids are plain: no
 * population, and a draft that is deleted takes no vote with it.
 */

const hidden = {
  access: { create: nobody, read: nobody, update: nobody, delete: nobody },
  admin: { hidden: true, useAsTitle: 'id' },
  lockDocuments: false,
  timestamps: false,
} as const satisfies Partial<CollectionConfig>

/** Remarks on texts of consultations, their modules and passages, and the answers to them. */
export const Kommentare: CollectionConfig = {
  ...hidden,
  slug: 'kommentare',
  typescript: { interface: 'KommentarDoc' },
  labels: { singular: 'Kommentar', plural: 'Kommentare' },
  fields: [
    idField,
    indexed('abstimmung', 'Abstimmung'),
    indexed('fassung', 'Fassung'),
    { name: 'modul', type: 'text', label: 'Modul' },
    { name: 'stelle', type: 'json', label: 'Stelle' },
    { name: 'antwortAuf', type: 'text', label: 'Antwort auf' },
    { name: 'text', type: 'textarea', label: 'Kommentar', required: true },
    ...whoAndWhen(),
    { name: 'redaktionName', type: 'text', label: 'Name der Redaktion', required: true },
    { name: 'erledigtVonName', type: 'text', label: 'Erledigt von' },
    { name: 'erledigtAm', type: 'text', label: 'Erledigt am' },
  ],
}

/** Votes. Only ever added: of one Redaktion on one text the newest counts. */
export const Stimmen: CollectionConfig = {
  ...hidden,
  slug: 'stimmen',
  typescript: { interface: 'StimmeDoc' },
  labels: { singular: 'Stimme', plural: 'Stimmen' },
  fields: [
    idField,
    indexed('abstimmung', 'Abstimmung'),
    indexed('fassung', 'Fassung'),
    {
      name: 'votum',
      type: 'select',
      label: 'Votum',
      required: true,
      options: [...VOTEN],
    },
    { name: 'grund', type: 'textarea', label: 'Grund' },
    { name: 'stand', type: 'text', label: 'Stand des Textes', required: true },
    ...whoAndWhen(),
    { name: 'tag', type: 'text', label: 'Tag', required: true },
  ],
}

/** Up to which contents an account has read a text: id `{account}|{text}`. */
export const Einsichten: CollectionConfig = {
  ...hidden,
  slug: 'einsichten',
  typescript: { interface: 'EinsichtDoc' },
  labels: { singular: 'Einsicht', plural: 'Einsichten' },
  fields: [
    idField,
    indexed('konto', 'Konto'),
    indexed('fassung', 'Fassung'),
    { name: 'stand', type: 'text', label: 'Stand des Textes', required: true },
    { name: 'zeitpunkt', type: 'text', label: 'Zeitpunkt', required: true },
  ],
}

/** Contents of drafts that somebody has looked at or voted on, each once: id `{text}|{hash}`. */
export const Textstaende: CollectionConfig = {
  ...hidden,
  slug: 'textstaende',
  typescript: { interface: 'TextstandDoc' },
  labels: { singular: 'Textstand', plural: 'Textstände' },
  fields: [
    idField,
    indexed('fassung', 'Fassung'),
    { name: 'inhalt', type: 'json', label: 'Inhalt', required: true },
  ],
}

function indexed(name: string, label: string): Field {
  return { name, type: 'text', label, required: true, index: true }
}

function whoAndWhen(): readonly Field[] {
  return [
    indexed('redaktion', 'Redaktion'),
    { name: 'von', type: 'text', label: 'Konto', required: true },
    { name: 'vonName', type: 'text', label: 'Name', required: true },
    { name: 'zeitpunkt', type: 'text', label: 'Zeitpunkt', required: true },
  ]
}
