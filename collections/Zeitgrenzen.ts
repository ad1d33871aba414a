import type { CollectionConfig } from 'payload'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import {
  codes,
  dayField,
  folgenummerField,
  idField,
  klauselField,
  redaktionField,
} from '#collections/fields.ts'
import { klauselEndpoints } from '#collections/klauselEndpoints.ts'
import { zeitgrenzeEndpoints } from '#collections/zeitgrenzeEndpoints.ts'
import { keepLogged, nameZeitgrenze, zeitgrenzeHooks } from '#collections/hooks.ts'

const isStand =
  (...staende: readonly string[]) =>
  (data: { stand?: unknown }): boolean =>
    staende.includes(String(data.stand))

const isTeil = (data: { art?: unknown }): boolean => data.art === 'teilinkrafttreten'

/** Once the log holds the Zeitgrenze, its day changes by Verlegen: there one sees what follows. */
const logged = (kind: 'Select' | 'Text' | 'Day'): string =>
  `/src/app/components/LoggedFields.tsx#Logged${kind}`

/** Days on which a Rechtsnorm enters into force or ends. */
export const Zeitgrenzen: CollectionConfig = {
  slug: 'zeitgrenzen',
  typescript: { interface: 'ZeitgrenzeDoc' },
  labels: { singular: 'Zeitgrenze', plural: 'Zeitgrenzen' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'stand', 'tag', 'rechtsnorm'],
    listSearchableFields: ['titel', 'bedingung', 'fundstelle'],
    description:
      'Der Tag, an dem eine Rechtsnorm in Kraft tritt oder endet. Alle Texte, die daran hängen, folgen ihm.',
    components: {
      edit: {
        beforeDocumentControls: ['/src/app/components/ZeitgrenzeActions.tsx#ZeitgrenzeActions'],
      },
    },
  },
  defaultSort: 'tag',
  endpoints: [...klauselEndpoints, ...zeitgrenzeEndpoints],
  hooks: { ...zeitgrenzeHooks, beforeValidate: [nameZeitgrenze], beforeDelete: [keepLogged] },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', admin: { hidden: true } },
    {
      name: 'rechtsnorm',
      type: 'relationship',
      relationTo: 'rechtsnormen',
      label: 'Rechtsnorm',
      required: true,
      index: true,
    },
    {
      type: 'row',
      fields: [
        {
          name: 'art',
          type: 'select',
          label: 'Was geschieht?',
          required: true,
          defaultValue: 'inkrafttreten',
          options: codes({
            inkrafttreten: 'Inkrafttreten',
            ausserkrafttreten: 'Außerkrafttreten',
            teilinkrafttreten: 'Teilweises Inkrafttreten',
          }),
          admin: { width: '50%' },
        },
        {
          name: 'stand',
          type: 'select',
          label: 'Wie sicher ist der Tag?',
          required: true,
          defaultValue: 'geplant',
          options: codes({
            bestimmt: 'Bestimmt: verkündet, der Tag steht fest',
            geplant: 'Geplant: ein Tag ist vorgesehen, noch nicht verkündet',
            geschaetzt: 'Geschätzt: nur Monat, Quartal oder Jahr',
            unbestimmt: 'Unbestimmt: hängt an einer Bedingung',
            abgesagt: 'Abgesagt: die Rechtsnorm ist gescheitert',
          }),
          admin: {
            width: '50%',
            description: 'Nur ein bestimmter Tag wird wirksam.',
            components: { Field: logged('Select') },
          },
        },
      ],
    },
    dayField('tag', 'Tag', {
      condition: isStand('bestimmt', 'geplant'),
      field: logged('Day'),
    }),
    {
      name: 'fundstelle',
      type: 'text',
      label: 'Fundstelle der Verkündung',
      admin: {
        condition: isStand('bestimmt'),
        components: { Field: logged('Text') },
        description: 'Zum Beispiel: GVOBl. M-V 2026 S. 812',
      },
    },
    {
      name: 'zeitraum',
      type: 'text',
      label: 'Zeitraum',
      admin: {
        condition: isStand('geschaetzt'),
        components: { Field: logged('Text') },
        description: 'Monat 2027-03, Quartal 2027-Q2 oder Jahr 2027',
      },
    },
    {
      name: 'bedingung',
      type: 'text',
      label: 'Bedingung',
      admin: {
        condition: isStand('unbestimmt'),
        components: { Field: logged('Text') },
        description: 'Zum Beispiel: nach Bekanntgabe des BMI im Bundesgesetzblatt',
      },
    },
    {
      name: 'absagegrund',
      type: 'textarea',
      label: 'Warum ist die Rechtsnorm gescheitert?',
      admin: { condition: isStand('abgesagt') },
    },
    {
      name: 'teile',
      type: 'text',
      label: 'Betroffene Vorschriften',
      admin: {
        condition: isTeil,
        description: 'Zum Beispiel: §§ 3 bis 5. Leer: die ganze Rechtsnorm.',
      },
    },
    {
      name: 'gebiete',
      type: 'relationship',
      relationTo: 'gebiete',
      hasMany: true,
      label: 'Nur in diesen Gebieten',
      admin: { condition: isTeil, description: 'Leer: überall, wo die Rechtsnorm gilt.' },
    },
    klauselField,
    {
      name: 'klauselrechner',
      type: 'ui',
      label: 'Klauselrechner',
      admin: {
        components: { Field: '/src/app/components/Klauselrechner.tsx#Klauselrechner' },
        disableListColumn: true,
      },
    },
    {
      name: 'rueckwirkend',
      type: 'text',
      label: 'Rückwirkend aufgrund von',
      admin: {
        condition: isStand('bestimmt', 'geplant'),
        description: 'Nur wenn der Tag vor der Verkündung liegt: die Vorschrift, die das erlaubt.',
      },
    },
    {
      name: 'wortlaut',
      type: 'textarea',
      label: 'Wortlaut der Quelle',
      admin: { description: 'Wie die Rechtsnorm selbst ihren Tag bestimmt.' },
    },
    redaktionField,
    folgenummerField,
  ],
}
