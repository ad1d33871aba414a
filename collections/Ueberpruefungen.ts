import type { CollectionConfig } from 'payload'
import { canReadOwn, nobody } from '#collections/access.ts'
import { codes, dayField, idField, zeitpunktField } from '#collections/fields.ts'
import { ERGEBNIS_LABELS } from '#core/ablauf/ueberpruefung.ts'

/**
 * That somebody has looked at a released text, and when it is to be looked at again follows (`#core/ablauf/ueberpruefung.ts`).
 * Written by `POST /api/fassungen/{id}/ueberprueft` only.
 */
export const Ueberpruefungen: CollectionConfig = {
  slug: 'ueberpruefungen',
  typescript: { interface: 'UeberpruefungDoc' },
  labels: { singular: 'Überprüfung', plural: 'Überprüfungen' },
  access: { create: nobody, read: canReadOwn, update: nobody, delete: nobody },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'art', 'am', 'vonName', 'ergebnis', 'bemerkung'],
    description: 'Wann freigegebene Texte zuletzt überprüft wurden und von wem.',
  },
  defaultSort: '-am',
  lockDocuments: false,
  timestamps: false,
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Text' },
    // Plain ids: the row stays what it was, and no list has to join.
    { name: 'fassung', type: 'text', label: 'Text (Kennung)', required: true, index: true },
    { name: 'redaktion', type: 'text', label: 'Redaktion (Kennung)', required: true, index: true },
    {
      name: 'art',
      type: 'select',
      label: 'Anlass',
      required: true,
      options: codes({ turnus: 'Turnus', eilfall: 'Eilfall' }),
    },
    dayField('am', 'Am', { required: true }),
    zeitpunktField('zeitpunkt', 'Zeitpunkt', { required: true }),
    { name: 'von', type: 'text', label: 'Von (Kennung)', required: true, admin: { hidden: true } },
    { name: 'vonName', type: 'text', label: 'Von' },
    {
      name: 'ergebnis',
      type: 'select',
      label: 'Ergebnis',
      required: true,
      options: codes(ERGEBNIS_LABELS),
    },
    { name: 'bemerkung', type: 'textarea', label: 'Bemerkung' },
  ],
}
