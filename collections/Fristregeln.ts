import type { CollectionConfig } from 'payload'
import { isCount } from '#core/rechtsnorm/klausel.ts'
import { isLandesredaktion, isSignedIn } from '#collections/access.ts'
import { BEKANNTMACHUNGSFORMEN, codes, idField } from '#collections/fields.ts'

const ANZAHL = 'Bitte geben Sie eine ganze Zahl größer als 0 an.'

/** What the reckoner could not read is refused when it is saved. */
const checkAnzahl = (value: unknown, { data }: { readonly data: object }): string | true =>
  !isCounting((data as { klausel?: unknown }).klausel) || isWholeNumber(value) || ANZAHL

/** How long an Aushang hangs may be left open; then the day of its completion is entered with each Satzung. */
const checkAushangtage = (value: unknown): string | true =>
  value === null || value === undefined || isWholeNumber(value) || ANZAHL

function isCounting(klausel: unknown): boolean {
  return klausel === 'tage-nach-ausgabe' || klausel === 'monate-nach-verkuendung'
}

function isWholeNumber(value: unknown): boolean {
  return typeof value === 'number' && isCount(value)
}

/**
 * When a law that names no day enters into force, per Normgeber (zeit.md, rule 2). The reckoner proposes from these
 * rules; what was chosen stands in the Zeitgrenze.
 */
export const Fristregeln: CollectionConfig = {
  slug: 'fristregeln',
  typescript: { interface: 'FristregelDoc' },
  labels: { singular: 'Fristregel', plural: 'Fristregeln' },
  access: {
    create: isLandesredaktion,
    read: isSignedIn,
    update: isLandesredaktion,
    delete: isLandesredaktion,
  },
  admin: {
    group: 'Recht und Zeit',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'normgeber', 'gebiet', 'klausel', 'quelle'],
    description:
      'Wann eine Rechtsnorm in Kraft tritt, die selbst keinen Tag nennt: je Normgeber, mit Quelle.',
  },
  defaultSort: 'titel',
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', required: true },
    {
      type: 'row',
      fields: [
        {
          name: 'normgeber',
          type: 'select',
          label: 'Normgeber',
          required: true,
          options: codes({ bund: 'Bund', land: 'Land', kommune: 'Kommune' }),
          admin: { width: '50%' },
        },
        {
          name: 'gebiet',
          type: 'relationship',
          relationTo: 'gebiete',
          label: 'Nur für dieses Gebiet',
          admin: { width: '50%', description: 'Leer: für alle dieses Normgebers.' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'klausel',
          type: 'select',
          label: 'Ohne eigene Angabe tritt sie in Kraft',
          required: true,
          options: codes({
            'tag-nach-verkuendung': 'Am Tag nach der Verkündung oder Bekanntmachung',
            'tage-nach-ausgabe': 'Am n-ten Tag nach Ablauf des Ausgabetages',
            'erster-des-folgemonats': 'Am Ersten des folgenden Monats',
            'erster-des-folgequartals': 'Am Ersten des folgenden Quartals',
            'monate-nach-verkuendung': 'n Monate nach der Verkündung',
          }),
          admin: { width: '60%' },
        },
        {
          name: 'anzahl',
          type: 'number',
          label: 'Anzahl (Tage oder Monate)',
          min: 1,
          validate: checkAnzahl,
          admin: {
            width: '40%',
            condition: (data) => isCounting(data['klausel']),
          },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        {
          name: 'bekanntmachungsform',
          type: 'select',
          label: 'Form der Bekanntmachung',
          options: codes(BEKANNTMACHUNGSFORMEN),
          admin: { width: '60%', description: 'Wie die Hauptsatzung sie festlegt.' },
        },
        {
          name: 'aushangtage',
          type: 'number',
          label: 'Dauer des Aushangs (Tage)',
          min: 1,
          validate: checkAushangtage,
          admin: {
            width: '40%',
            condition: (data) => data['bekanntmachungsform'] === 'aushang',
          },
        },
      ],
    },
    {
      name: 'quelle',
      type: 'text',
      label: 'Quelle',
      required: true,
      admin: { description: 'Zum Beispiel: Art. 82 Abs. 2 Satz 2 GG' },
    },
  ],
}
