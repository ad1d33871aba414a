import type { CollectionConfig } from 'payload'
import { canReadProtokoll } from '#collections/protokollAccess.ts'
import { nobody } from '#collections/access.ts'
import { zeitpunktField } from '#collections/fields.ts'
import { refuseLogWrites } from '#collections/hooks.ts'
import { protokollEndpoints } from '#collections/protokollEndpoints.ts'

/**
 * The audit: who did what when and why (`#core/protokoll/protokoll.ts`). Only `#store/protokoll.ts` appends to it; nobody
 * changes or deletes a row, by any route, the Local API included. Plain texts instead of relationships: what a row says must
 * not change because an account or a Redaktion goes.
 */
export const Protokoll: CollectionConfig = {
  slug: 'protokoll',
  typescript: { interface: 'ProtokollDoc' },
  labels: { singular: 'Protokollzeile', plural: 'Protokoll' },
  access: { create: nobody, read: canReadProtokoll, update: nobody, delete: nobody },
  admin: {
    group: 'Verwaltung des Landes',
    useAsTitle: 'titel',
    defaultColumns: ['zeitpunkt', 'akt', 'titel', 'vonName', 'grund', 'redaktionName'],
    listSearchableFields: ['titel', 'vonName', 'grund', 'redaktionName', 'inVertretungFuer'],
    description:
      'Wer was wann und warum getan hat. Jede Zeile trägt den Hash der vorigen; niemand kann sie ändern oder löschen.',
    components: {
      beforeListTable: ['/src/app/components/protokoll/Protokollfilter.tsx#Protokollfilter'],
    },
  },
  defaultSort: '-nummer',
  lockDocuments: false,
  timestamps: false,
  disableDuplicate: true,
  endpoints: protokollEndpoints,
  hooks: { beforeOperation: [refuseLogWrites] },
  fields: [
    {
      name: 'nummer',
      type: 'number',
      label: 'Nummer',
      required: true,
      unique: true,
      index: true,
    },
    // `ereignis|{Folgenummer}` for an entry of the log of releases: it is attested once, whoever projects it.
    {
      name: 'schluessel',
      type: 'text',
      label: 'Schlüssel',
      required: true,
      unique: true,
      index: true,
      admin: { hidden: true },
    },
    zeitpunktField('zeitpunkt', 'Zeitpunkt', { required: true, index: true }),
    {
      name: 'akt',
      type: 'text',
      label: 'Handlung',
      required: true,
      index: true,
      admin: { components: { Cell: '/src/app/components/protokoll/AktCell.tsx#AktCell' } },
    },
    { name: 'titel', type: 'text', label: 'Gegenstand' },
    {
      name: 'gegenstandArt',
      type: 'text',
      label: 'Sammlung des Gegenstands',
      required: true,
      admin: { disableListColumn: true },
    },
    {
      name: 'gegenstandId',
      type: 'text',
      label: 'Kennung des Gegenstands',
      required: true,
      index: true,
      admin: { disableListColumn: true },
    },
    {
      name: 'von',
      type: 'text',
      label: 'Von (Kennung)',
      required: true,
      index: true,
      admin: { disableListColumn: true },
    },
    { name: 'vonName', type: 'text', label: 'Von' },
    { name: 'inVertretungFuer', type: 'text', label: 'In Vertretung für' },
    { name: 'grund', type: 'text', label: 'Grund' },
    {
      name: 'redaktion',
      type: 'text',
      label: 'Redaktion (Kennung)',
      index: true,
      admin: { disableListColumn: true },
    },
    { name: 'redaktionName', type: 'text', label: 'Redaktion' },
    // Canonical JSON as text: the hash needs the same bytes on every database.
    { name: 'angaben', type: 'textarea', label: 'Angaben', admin: { disableListColumn: true } },
    { name: 'folgenummer', type: 'number', label: 'Eintrag im Freigabeprotokoll', index: true },
    {
      name: 'eintragshash',
      type: 'text',
      label: 'Hash des Eintrags',
      admin: { disableListColumn: true },
    },
    { name: 'vertraulich', type: 'checkbox', label: 'Vertraulich (Embargo)', required: true },
    // Whether its text is under Embargo now (`#store/embargo.ts`); no part of the chain.
    { name: 'unterEmbargo', type: 'checkbox', label: 'Embargo', admin: { hidden: true } },
    {
      name: 'vorher',
      type: 'text',
      label: 'Hash der vorigen Zeile',
      required: true,
      admin: { disableListColumn: true },
    },
    {
      name: 'hash',
      type: 'text',
      label: 'Hash dieser Zeile',
      required: true,
      admin: { disableListColumn: true },
    },
  ],
}
