import type { CollectionConfig } from 'payload'
import { ABSTIMMUNGSZUSTAND_LABELS } from '#core/abstimmung/abstimmung.ts'
import { AUSGANG_LABELS } from '#core/abstimmung/stimmen.ts'
import { nobody } from '#collections/access.ts'
import { canReadAbstimmung } from '#collections/abstimmungAccess.ts'
import { abstimmungEndpoints } from '#collections/abstimmungEndpoints.ts'
import { codes, dayField, idField, zeitpunktField } from '#collections/fields.ts'

const frist = dayField('frist', 'Abstimmen bis', { required: true })

/**
 * Consultations: texts of one Zeitgrenze, the Redaktionen that are asked, a Frist. Written by the acts only
 * (`abstimmungEndpoints.ts`); documents of the desk, not of the log. What becomes public is the Schweigefrist, if there is
 * one, by an entry of its own.
 */
export const Abstimmungen: CollectionConfig = {
  slug: 'abstimmungen',
  typescript: { interface: 'AbstimmungDoc' },
  labels: { singular: 'Abstimmung', plural: 'Abstimmungen' },
  access: { create: nobody, read: canReadAbstimmung, update: nobody, delete: nobody },
  admin: {
    group: 'Texte',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'zustand', 'frist', 'redaktion', 'ergebnis'],
    listSearchableFields: ['titel'],
    description: 'Was Land und Kommunen miteinander besprechen, bevor es freigegeben wird.',
    components: {
      beforeListTable: ['/src/app/components/abstimmung/Eroeffnen.tsx#AbstimmungEroeffnenLink'],
      views: {
        edit: {
          root: { Component: '/src/app/components/abstimmung/Abstimmungsseite.tsx#AbstimmungView' },
        },
      },
    },
  },
  defaultSort: '-frist',
  lockDocuments: false,
  endpoints: abstimmungEndpoints,
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Worum geht es?', required: true },
    {
      name: 'zustand',
      type: 'select',
      label: 'Zustand',
      required: true,
      defaultValue: 'offen',
      index: true,
      options: codes(ABSTIMMUNGSZUSTAND_LABELS),
    },
    {
      ...frist,
      admin: {
        ...frist.admin,
        components: {
          ...frist.admin?.components,
          Cell: '/src/app/components/abstimmung/FristCell.tsx#FristCell',
        },
      },
    },
    {
      name: 'ergebnis',
      type: 'select',
      label: 'Ergebnis',
      options: codes(AUSGANG_LABELS),
    },
    {
      name: 'zeitgrenze',
      type: 'relationship',
      relationTo: 'zeitgrenzen',
      label: 'Zeitgrenze',
      index: true,
    },
    {
      name: 'fassungen',
      type: 'relationship',
      relationTo: 'fassungen',
      hasMany: true,
      required: true,
      label: 'Texte',
      admin: { disableListColumn: true },
    },
    {
      name: 'redaktion',
      type: 'relationship',
      relationTo: 'redaktionen',
      required: true,
      index: true,
      label: 'Federführung',
    },
    {
      name: 'teilnehmer',
      type: 'relationship',
      relationTo: 'redaktionen',
      hasMany: true,
      required: true,
      label: 'Beteiligte',
      admin: { disableListColumn: true },
    },
    {
      name: 'erinnerungTage',
      type: 'number',
      label: 'Erinnern … Arbeitstage vor Ablauf',
      required: true,
      defaultValue: 3,
    },
    {
      name: 'schweigefristTage',
      type: 'number',
      label: 'Schweigefrist: Arbeitstage vor dem Tag der Rechtsnorm (0: keine)',
      required: true,
      defaultValue: 0,
    },
    {
      name: 'embargo',
      type: 'checkbox',
      label: 'Embargo',
      defaultValue: false,
      index: true,
      admin: { disableListColumn: true },
    },
    { name: 'eroeffnetVonName', type: 'text', label: 'Eröffnet von', required: true },
    zeitpunktField('eroeffnetAm', 'Eröffnet am', { required: true }),
    { name: 'beendetVonName', type: 'text', label: 'Beendet von' },
    zeitpunktField('beendetAm', 'Beendet am'),
    { name: 'grund', type: 'text', label: 'Grund' },
    {
      name: 'niederschrift',
      type: 'json',
      label: 'Niederschrift',
      admin: { disableListColumn: true, disableListFilter: true },
    },
  ],
}
