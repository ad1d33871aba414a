import type { CollectionConfig } from 'payload'
import { isAdministration, isSignedIn } from '#collections/access.ts'
import { codes, idField } from '#collections/fields.ts'
import { dropBenachrichtigungen, keepUsed } from '#collections/hooks.ts'
import { protokollHooks } from '#collections/protokollHooks.ts'
import { protokollverweis } from '#collections/protokollverweis.ts'
import { redaktionEndpoints } from '#collections/redaktionEndpoints.ts'

const { noteChange, noteDelete } = protokollHooks({
  name: 'redaktion',
  collection: 'redaktionen',
  werte: ['name', 'art', 'gebiete', 'handeltFuer', 'partner', 'pruefturnusMonate'],
  redaktionId: ({ id }) => (typeof id === 'string' ? id : null),
})

/** Editing teams. */
export const Redaktionen: CollectionConfig = {
  slug: 'redaktionen',
  typescript: { interface: 'RedaktionDoc' },
  labels: { singular: 'Redaktion', plural: 'Redaktionen' },
  access: {
    create: isAdministration,
    read: isSignedIn,
    update: isAdministration,
    delete: isAdministration,
  },
  admin: {
    group: 'Verwaltung des Landes',
    useAsTitle: 'name',
    defaultColumns: ['name', 'art', 'gebiete'],
    description: 'Redaktionsteams und die Gebiete, für die sie schreiben.',
  },
  defaultSort: 'name',
  endpoints: redaktionEndpoints,
  hooks: {
    afterChange: [noteChange],
    afterDelete: [noteDelete],
    beforeDelete: [
      keepUsed({
        fassungen: 'redaktion',
        leistungen: 'redaktion',
        rechtsnormen: 'redaktion',
        zeitgrenzen: 'redaktion',
        organisationseinheiten: 'redaktion',
        zustaendigkeiten: 'redaktion',
        onlinedienste: 'redaktion',
        formulare: 'redaktion',
        modulsperren: 'redaktion',
        schweigefristen: 'redaktion',
        rueckmeldungen: 'redaktion',
        angebote: 'redaktion',
        abstimmungen: 'redaktion',
        users: 'redaktion',
        redaktionen: ['handeltFuer', 'partner'],
      }),
      dropBenachrichtigungen,
    ],
  },
  fields: [
    idField,
    protokollverweis,
    { name: 'name', type: 'text', label: 'Name', required: true },
    {
      name: 'art',
      type: 'select',
      label: 'Art',
      required: true,
      options: codes({
        bund: 'Bund',
        land: 'Landesredaktion',
        landkreis: 'Landkreis',
        amt: 'Amt',
        stadt: 'Stadt oder amtsfreie Gemeinde',
        hochschule: 'Hochschule',
        schule: 'Schule',
        zweckverband: 'Zweckverband',
        'it-aufgabentraeger': 'IT-Aufgabenträger',
        fachressort: 'Fachressort (Ministerium)',
      }),
    },
    {
      name: 'gebiete',
      type: 'relationship',
      relationTo: 'gebiete',
      hasMany: true,
      label: 'Gebiete',
      admin: {
        description:
          'Ein Amt schreibt auch für seine Gemeinden; sie müssen hier nicht einzeln stehen.',
      },
    },
    {
      name: 'kalenderVersion',
      type: 'number',
      label: 'Version der Kalenderadresse',
      defaultValue: 1,
      min: 1,
      admin: {
        position: 'sidebar',
        description: 'Eine höhere Zahl macht die bisherige Adresse des Kalenders ungültig.',
      },
    },
    {
      name: 'kalenderadresse',
      type: 'ui',
      admin: {
        components: { Field: '/src/app/components/Kalenderadresse.tsx#Kalenderadresse' },
        disableListColumn: true,
      },
    },
    {
      name: 'partner',
      type: 'relationship',
      relationTo: 'redaktionen',
      label: 'Partner für die vier Augen',
      index: true,
      // A Redaktion that is being made has no id yet.
      filterOptions: ({ id }) => ({ id: { not_equals: String(id) } }),
      admin: {
        description:
          'Eine Redaktion mit nur einer Person nennt hier eine andere: Deren Leute dürfen ihre Entwürfe lesen und freigeben.',
      },
    },
    {
      name: 'pruefturnusMonate',
      type: 'number',
      label: 'Texte überprüfen alle … Monate',
      defaultValue: 12,
      min: 1,
      max: 120,
    },
    {
      name: 'handeltFuer',
      type: 'relationship',
      relationTo: 'redaktionen',
      hasMany: true,
      label: 'Handelt im Auftrag von',
      admin: { condition: (_data, sibling) => sibling['art'] === 'it-aufgabentraeger' },
    },
  ],
}
