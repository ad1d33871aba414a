import { randomUUID } from 'node:crypto'
import type {
  ArrayField,
  Field,
  GroupField,
  NumberField,
  RelationshipField,
  TextField,
} from 'payload'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { satz } from '#core/errors/deutsch.ts'
import { problem } from '#core/errors/problems.ts'
import { leadsSomewhere } from '#core/pruefung/links.ts'
import { nobodyField, redaktionIdOf, userOf } from '#collections/access.ts'

/** Own text id, so that an object has the same id on every database and in the log. */
export const idField: TextField = {
  name: 'id',
  type: 'text',
  required: true,
  defaultValue: () => randomUUID(),
  admin: { hidden: true },
  label: 'Kennung',
}

/** Number of the log entry that this document was last brought up to. Set by the projection. */
export const folgenummerField: NumberField = {
  name: 'folgenummer',
  type: 'number',
  label: 'Folgenummer',
  index: true,
  access: { create: nobodyField, update: nobodyField },
  admin: {
    readOnly: true,
    position: 'sidebar',
    condition: (data) => typeof data['folgenummer'] === 'number',
    description: 'Nummer des letzten Eintrags im Freigabeprotokoll zu diesem Dokument.',
  },
}

/** The team that answers for the document. Filled with the writer's own. */
export const redaktionField: RelationshipField = {
  name: 'redaktion',
  type: 'relationship',
  relationTo: 'redaktionen',
  label: 'Redaktion',
  required: true,
  index: true,
  defaultValue: ({ user }: { user?: unknown }) => {
    const person = userOf({ user } as never)
    return person ? redaktionIdOf(person) : undefined
  },
  admin: {
    position: 'sidebar',
    description: 'Das Redaktionsteam, das dieses Dokument verantwortet.',
  },
}

const DAY_FIELD = '/src/app/components/DayField.tsx#DayField'

/** A calendar day as text `YYYY-MM-DD`, written `TT.MM.JJJJ` or picked from a calendar. */
export function dayField(
  name: string,
  label: string,
  options: {
    readonly required?: boolean
    readonly description?: string
    readonly condition?: NonNullable<Field['admin']>['condition']
    /** Another component than the usual one. */
    readonly field?: string
  } = {},
): TextField {
  const { required = false, description, condition, field = DAY_FIELD } = options
  return {
    name,
    type: 'text',
    label,
    required,
    maxLength: 10,
    validate: (value: unknown) => {
      if (value === null || value === undefined || value === '') {
        return required ? 'Bitte geben Sie einen Tag an.' : true
      }
      const tag = parseCalendarDay(value)
      return tag.ok || tag.problems.map(satz).join(' ')
    },
    admin: {
      components: {
        Field: field,
        Cell: '/src/app/components/DayTextCell.tsx#DayTextCell',
      },
      ...(description === undefined ? {} : { description }),
      ...(condition === undefined ? {} : { condition }),
    },
  }
}

type AnkerOptions = {
  readonly optional: boolean
  readonly description: string
  readonly defaultArt: 'tag' | 'zeitgrenze' | 'offen'
}

/** Where something begins or ends: a fixed day or a Zeitgrenze with an offset (`#core/rechtsnorm/anker.ts`). */
export function ankerField(
  name: 'beginn' | 'ende',
  label: string,
  options: AnkerOptions,
): GroupField {
  const { optional, description, defaultArt } = options
  const isZeitgrenze = (_data: unknown, sibling: { art?: string }) => sibling.art === 'zeitgrenze'
  const isTag = (_data: unknown, sibling: { art?: string }) => sibling.art === 'tag'
  return {
    name,
    type: 'group',
    label,
    admin: { description },
    fields: [
      {
        name: 'art',
        type: 'select',
        label: 'Woran hängt der Tag?',
        required: true,
        defaultValue: defaultArt,
        options: [
          ...(optional
            ? [{ value: 'offen', label: name === 'ende' ? 'Kein eigenes Ende' : 'Ab heute' }]
            : []),
          { value: 'zeitgrenze', label: 'An einer Zeitgrenze (Gesetz, Verordnung, Satzung)' },
          { value: 'tag', label: 'An einem festen Tag' },
        ],
      },
      dayField('tag', 'Tag', { condition: isTag }),
      {
        name: 'zeitgrenze',
        type: 'relationship',
        relationTo: 'zeitgrenzen',
        label: 'Zeitgrenze',
        admin: {
          condition: isZeitgrenze,
          // What is coming stands above what is past.
          sortOptions: '-tag',
          description: 'Verschiebt sich der Tag der Rechtsnorm, verschiebt sich dieser Tag mit.',
        },
      },
      {
        type: 'row',
        admin: { condition: isZeitgrenze },
        fields: [
          {
            name: 'versatz',
            type: 'select',
            label: 'Versatz',
            defaultValue: 'tage',
            options: [
              { value: 'tage', label: 'Tage nach der Zeitgrenze' },
              { value: 'erster-des-folgemonats', label: 'Erster des Folgemonats' },
            ],
            admin: { condition: isZeitgrenze, width: '60%' },
          },
          {
            name: 'tage',
            type: 'number',
            label: 'Anzahl Tage',
            defaultValue: 0,
            admin: {
              condition: (data, sibling: { art?: string; versatz?: string }) =>
                isZeitgrenze(data, sibling) && sibling.versatz !== 'erster-des-folgemonats',
              width: '40%',
            },
          },
        ],
      },
    ],
  }
}

/** The clause of a source from which a day is reckoned (`#core/rechtsnorm/klausel.ts`). */
export const klauselField: GroupField = {
  name: 'klausel',
  type: 'group',
  label: 'Klausel',
  admin: {
    description: 'Wie die Rechtsnorm ihren Tag bestimmt. Die gewählte Lesart bleibt stehen.',
  },
  fields: [
    {
      name: 'art',
      type: 'select',
      label: 'Welche Klausel?',
      options: codes({
        'fester-tag': 'Fester Tag („tritt am … in Kraft“)',
        'tag-nach-verkuendung': 'Am Tag nach der Verkündung oder Bekanntmachung',
        'tage-nach-ausgabe': 'Am n-ten Tag nach Ablauf des Ausgabetages',
        'erster-des-folgemonats': 'Am Ersten des folgenden Monats',
        'erster-des-folgequartals': 'Am Ersten des folgenden Quartals',
        'monate-nach-verkuendung': 'n Monate nach der Verkündung',
        'mit-ablauf': 'Mit Ablauf des … (letzter Tag in Kraft)',
        'tritt-ausser-kraft': 'Tritt am … außer Kraft (Lesart wählen)',
      }),
    },
    dayField('tag', 'Tag, von dem die Klausel rechnet', { condition: hasKlausel }),
    {
      name: 'anzahl',
      type: 'number',
      label: 'Anzahl (Tage oder Monate)',
      min: 1,
      admin: {
        condition: (_data, sibling: { art?: string }) =>
          sibling.art === 'tage-nach-ausgabe' || sibling.art === 'monate-nach-verkuendung',
      },
    },
    {
      name: 'lesart',
      type: 'select',
      label: 'Wie ist der Tag zu lesen?',
      options: codes({
        'erster-tag-ohne': 'Der genannte Tag ist der erste ohne Geltung',
        'letzter-tag-mit': 'Der genannte Tag ist der letzte mit Geltung',
      }),
      admin: {
        condition: (_data, sibling: { art?: string }) => sibling.art === 'tritt-ausser-kraft',
      },
    },
  ],
}

function hasKlausel(_data: unknown, sibling: { art?: string | null }): boolean {
  return typeof sibling.art === 'string'
}

/** An instant as a machine wrote it (ISO 8601, UTC), shown in German time; nobody may change it. */
export function zeitpunktField(
  name: string,
  label: string,
  options: { readonly required?: boolean; readonly index?: boolean } = {},
): TextField {
  return {
    name,
    type: 'text',
    label,
    ...options,
    admin: {
      components: {
        Field: '/src/app/components/ZeitpunktField.tsx#ZeitpunktField',
        Cell: '/src/app/components/ZeitpunktCell.tsx#ZeitpunktCell',
      },
    },
  }
}

/** From when to when a saved state of an object holds. */
export function geltungFields(): readonly [GroupField, GroupField] {
  return [
    ankerField('beginn', 'Gilt ab', {
      optional: true,
      defaultArt: 'offen',
      description: 'Ab diesem Tag gelten die Angaben. Bis dahin bleibt stehen, was vorher galt.',
    }),
    ankerField('ende', 'Gilt bis', {
      optional: true,
      defaultArt: 'offen',
      description: 'Der erste Tag, an dem die Angaben nicht mehr gelten.',
    }),
  ]
}

/**
 * How the rows of a repeated group are called: after the fields that say which one it is, codes by their labels. Then
 * they can be folded, and a long form stays readable.
 */
export function rowLabel(
  singular: string,
  felder: readonly string[],
  namen: Readonly<Record<string, string>> = {},
): NonNullable<NonNullable<ArrayField['admin']>['components']> {
  const path = '/src/app/components/RowLabel.tsx#RowLabel'
  return { RowLabel: { path, clientProps: { singular, felder, namen } } }
}

/** Address and title of links; `extra` fields come first. */
export function weblinksField(
  name: string,
  label: string,
  extra: readonly Field[] = [],
): ArrayField {
  return {
    name,
    type: 'array',
    label,
    labels: { singular: 'Link', plural: 'Links' },
    admin: { components: rowLabel('Link', ['titel', 'uri']) },
    fields: [
      ...extra,
      {
        name: 'uri',
        type: 'text',
        label: 'Adresse (https://…)',
        required: true,
        validate: checkLink,
      },
      { name: 'titel', type: 'text', label: 'Titel' },
    ],
  }
}

/** The rule of the release, said at once beside the field. */
function checkLink(value: unknown): string | true {
  const uri = typeof value === 'string' ? value.trim() : ''
  if (uri === '') return 'Bitte geben Sie eine Adresse an.'
  return leadsSomewhere(uri) || satz(problem('link-is-malformed', undefined, { wert: uri }))
}

/** How a Hauptsatzung may fix the announcement of Satzungen. */
export const BEKANNTMACHUNGSFORMEN = {
  bekanntmachungsblatt: 'Bekanntmachungsblatt (Amtsblatt)',
  zeitung: 'Zeitung',
  aushang: 'Aushang',
  internet: 'Internet',
}

/** Options of a select from a list of codes with labels. */
export function codes(
  labels: Readonly<Record<string, string>>,
): { value: string; label: string }[] {
  return Object.entries(labels).map(([value, label]) => ({ value, label }))
}
