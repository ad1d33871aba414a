import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { ANGEBOTSANTWORT_LABELS, pruefeAngebot } from '#core/fassung/angebot.ts'
import { canWrite, canWriteOwn, isSignedIn } from '#collections/access.ts'
import { angebotEndpoints } from '#collections/angebotEndpoints.ts'
import {
  codes,
  folgenummerField,
  geltungFields,
  idField,
  redaktionField,
} from '#collections/fields.ts'
import { loggedHooks, nameZustaendigkeit } from '#collections/hooks.ts'
import { checkLayer, keepSingle, leistungField, ortFields } from '#collections/ortFields.ts'
import { problemError } from '#collections/problemError.ts'
import { objektFrom } from '#store/desk/objekte.ts'
import type { DeskDoc } from '#store/desk/read.ts'

const logged = loggedHooks('angebot')

/** Whether a Kommune offers a Leistung: "Bieten wir das an?" Without an answer it is open, which is a task. */
export const Angebote: CollectionConfig = {
  slug: 'angebote',
  typescript: { interface: 'AngebotDoc' },
  labels: { singular: 'Angebot', plural: 'Bieten wir das an?' },
  access: { create: canWrite, read: isSignedIn, update: canWriteOwn, delete: canWriteOwn },
  admin: {
    group: 'Stellen',
    useAsTitle: 'titel',
    defaultColumns: ['titel', 'antwort', 'redaktion'],
    listSearchableFields: ['titel'],
    description:
      'Ob eine Kommune eine Leistung anbietet. Das engste Gebiet geht vor: Ein Amt antwortet für seine Gemeinden, eine von ihnen kann anders antworten.',
  },
  defaultSort: 'titel',
  endpoints: angebotEndpoints,
  hooks: {
    ...logged,
    beforeValidate: [nameZustaendigkeit],
    beforeChange: [
      ...(logged.beforeChange ?? []),
      checkLayer,
      keepSingle('angebote', 'angebot-is-answered'),
      checkAngebot,
    ],
  },
  fields: [
    idField,
    { name: 'titel', type: 'text', label: 'Bezeichnung', index: true, admin: { hidden: true } },
    leistungField,
    ortFields(
      { ebene: 'Wer antwortet?', gebiet: 'Für welches Gebiet?' },
      ['kreis', 'amt', 'gemeinde'],
      'gemeinde',
    ),
    {
      name: 'antwort',
      type: 'select',
      label: 'Bieten wir das an?',
      required: true,
      defaultValue: 'ungeklaert',
      index: true,
      options: codes(ANGEBOTSANTWORT_LABELS),
    },
    {
      name: 'satz',
      type: 'textarea',
      label: 'Satz für die Bürgerinnen und Bürger',
      admin: {
        description:
          'Nötig, wenn Sie die Leistung nicht anbieten, zum Beispiel: „Einen Fischereischein stellen wir nicht selbst aus.“',
      },
    },
    {
      name: 'stattdessen',
      type: 'group',
      label: 'Wohin stattdessen?',
      admin: { condition: (data) => data['antwort'] !== 'ja' },
      fields: [
        {
          name: 'text',
          type: 'textarea',
          label: 'Wohin kann man sich wenden?',
          admin: { description: 'Nötig, wenn Sie die Leistung nicht anbieten.' },
        },
        { name: 'link', type: 'text', label: 'Link dorthin (https://…)' },
      ],
    },
    ...geltungFields(),
    redaktionField,
    folgenummerField,
  ],
}

/** Who does not offer something says so, and where to go instead. */
function checkAngebot({
  data,
  originalDoc,
}: Parameters<CollectionBeforeChangeHook>[0]): Promise<unknown> {
  const angebot = objektFrom('angebot', { ...originalDoc, ...data } as DeskDoc)
  const problems = angebot.ok ? pruefeAngebot(angebot.value.wert) : angebot.problems
  if (problems.length > 0) throw problemError(...problems)
  return Promise.resolve(data)
}
