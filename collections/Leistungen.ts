import type { CollectionConfig } from 'payload'
import { checkLeistungsschluessel } from '#core/leistung/leistung.ts'
import { satz } from '#core/errors/deutsch.ts'
import { isLandesredaktion, isSignedIn } from '#collections/access.ts'
import { codes, folgenummerField, idField, redaktionField } from '#collections/fields.ts'
import { loggedHooks } from '#collections/hooks.ts'

const JA_NEIN = codes({ ja: 'ja', nein: 'nein' })

/** The catalogue of public services. */
export const Leistungen: CollectionConfig = {
  slug: 'leistungen',
  typescript: { interface: 'LeistungDoc' },
  labels: { singular: 'Leistung', plural: 'Leistungen' },
  access: {
    create: isLandesredaktion,
    read: isSignedIn,
    update: isLandesredaktion,
    delete: isLandesredaktion,
  },
  admin: {
    group: 'Texte',
    useAsTitle: 'name',
    defaultColumns: ['name', 'leistungsschluessel', 'redaktion'],
    listSearchableFields: ['name'],
    description: 'Der Katalog: Was bleibt, während die Texte sich ändern.',
    components: {
      views: {
        edit: {
          zeitband: {
            Component: '/src/app/components/zeitband/Zeitband.tsx#Zeitband',
            path: '/zeitband',
            tab: { label: 'Zeitband', href: '/zeitband', order: 200 },
          },
        },
      },
    },
  },
  defaultSort: 'name',
  hooks: loggedHooks('leistung'),
  fields: [
    idField,
    { name: 'name', type: 'text', label: 'Arbeitstitel', required: true, index: true },
    {
      name: 'leistungsschluessel',
      type: 'text',
      hasMany: true,
      label: 'Leistungsschlüssel',
      admin: { description: '14 Ziffern, beginnend mit 99.' },
      validate: (value: unknown) => {
        const keys = Array.isArray(value) ? (value as unknown[]) : []
        const problems = keys.flatMap((key) => {
          const checked = checkLeistungsschluessel(String(key))
          return checked.ok ? [] : checked.problems
        })
        return problems.length === 0 || problems.map(satz).join(' ')
      },
    },
    {
      name: 'adressaten',
      type: 'select',
      hasMany: true,
      label: 'Für wen?',
      options: codes({
        '001': 'Bürgerinnen und Bürger',
        '002': 'Unternehmen',
        '003': 'Verwaltung',
      }),
    },
    {
      name: 'typisierung',
      type: 'text',
      label: 'Typisierung',
      admin: { description: 'LeiKa-Typ, zum Beispiel 2/3.' },
    },
    { name: 'lagen', type: 'text', hasMany: true, label: 'Lagen (Codes der Liste pvlagen)' },
    { name: 'sdg', type: 'text', hasMany: true, label: 'SDG-Informationsbereiche (Codes)' },
    {
      name: 'vertrauensniveau',
      type: 'select',
      label: 'Vertrauensniveau',
      options: codes({
        '00': '00',
        '10': '10 basis',
        '15': '15',
        '20': '20 substanziell',
        '30': '30 hoch',
        '40': '40 sehr hoch',
      }),
    },
    { name: 'schriftform', type: 'select', label: 'Schriftform erforderlich', options: JA_NEIN },
    {
      name: 'einheitlicheStelle',
      type: 'select',
      label: 'Über die Einheitliche Stelle möglich',
      options: JA_NEIN,
    },
    { name: 'rang115', type: 'number', label: 'Rang im 115-Katalog', min: 1 },
    {
      name: 'fassungen',
      type: 'join',
      collection: 'fassungen',
      on: 'leistung',
      label: 'Fassungen',
    },
    redaktionField,
    folgenummerField,
  ],
}
