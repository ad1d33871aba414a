import type { ArrayField, Field, GroupField, RichTextField, Tab, UIField } from 'payload'
import type { ZEITEINHEITEN } from '#core/fassung/module.ts'
import { STRUKTURMODULE, TEXTMODULE, type Textmodulname } from '#core/fassung/module.ts'
import { codes, dayField, rowLabel, weblinksField } from '#collections/fields.ts'
import { textEditor } from '#collections/editor.ts'
import { isVariante } from '#collections/isVariante.ts'

const MODI = [
  { value: 'ersetzen', label: 'Ersetzen: nur dieser Text gilt' },
  { value: 'ergaenzen-danach', label: 'Ergänzen: nach dem geerbten Text' },
  { value: 'ergaenzen-davor', label: 'Ergänzen: vor dem geerbten Text' },
]

const ZEITEINHEITENNAMEN = {
  JAHR: 'Jahre',
  MONAT: 'Monate',
  WOCHE: 'Wochen',
  TAG: 'Tage',
  WERKTAG: 'Werktage',
  ARBEITSTAG: 'Arbeitstage',
  STUNDE: 'Stunden',
  MINUTE: 'Minuten',
  SEKUNDE: 'Sekunden',
} satisfies Record<(typeof ZEITEINHEITEN)[number], string>
const EINHEITEN = codes(ZEITEINHEITENNAMEN)

const KOSTENARTEN = { fix: 'Fester Betrag', variabel: 'Von … bis …', frei: 'Kostenfrei' }

const modus: Field = {
  name: 'modus',
  type: 'select',
  label: 'Verhältnis zum geerbten Text',
  required: true,
  defaultValue: 'ersetzen',
  options: MODI,
  // A translation only gives the words: replace or supplement is said in German.
  admin: { condition: (data) => data['ebene'] !== 'bund' && !isVariante(data) },
}

/** The tabs in which the modules of a Fassung are written. */
export const modulTabs: Tab[] = [
  {
    label: 'Was ist das?',
    fields: textmodule(
      'leistungsbezeichnung',
      'leistungsbezeichnungII',
      'teaser',
      'kurztext',
      'volltext',
    ),
  },
  {
    label: 'Voraussetzungen und Ablauf',
    fields: [...textmodule('voraussetzungen', 'unterlagen', 'verfahrensablauf'), dokumente()],
  },
  { label: 'Kosten und Fristen', fields: [kosten(), frist(), bearbeitungsdauer()] },
  {
    label: 'Recht',
    fields: [...textmodule('handlungsgrundlagen', 'rechtsbehelf'), fachlicheFreigabe()],
  },
  {
    label: 'Weiteres',
    fields: [
      ...textmodule(
        'formulare',
        'weiterfuehrendeInformationen',
        'hinweise',
        'zustaendigeStelle',
        'ansprechpunkt',
        'urheber',
      ),
      begriffe(),
      auskunftshinweis(),
      ursprungsportal(),
      weblinksField('weblinks', 'Links zu den Modulen', [
        {
          name: 'modul',
          type: 'select',
          label: 'Gehört zum Modul',
          required: true,
          defaultValue: 'weiterfuehrendeInformationen',
          options: [
            ...Object.entries(TEXTMODULE).map(([value, { label }]) => ({ value, label })),
            ...codes(STRUKTURMODULE),
          ],
        },
      ]),
    ],
  },
]

function textmodule(...names: readonly Textmodulname[]): GroupField[] {
  return names.map((name) =>
    modul(name, TEXTMODULE[name].label, [textOf(name)], `XZuFi-Textmodul ${TEXTMODULE[name].code}`),
  )
}

function textOf(name: Textmodulname): Field {
  if (TEXTMODULE[name].form === 'html') return richText('text', 'Text')
  return { name: 'text', type: 'text', label: 'Text', maxLength: 500 }
}

function modul(
  name: string,
  label: string,
  fields: readonly Field[],
  description: string,
): GroupField {
  return {
    name,
    type: 'group',
    label,
    admin: { description: `${description}. Leer heißt: Der geerbte Text gilt.` },
    fields: [
      spalte(name, 'Geerbt'),
      sprachvorlage(name),
      ...fields,
      modus,
      spalte(name, 'Ergebnis'),
    ],
  }
}

/** Beside the field: what the module inherits, or what the citizen reads. */
function spalte(modulname: string, art: 'Geerbt' | 'Ergebnis'): UIField {
  const clientProps = { modul: modulname }
  const Field = { path: `/src/app/components/spalten/${art}.tsx#${art}`, clientProps }
  return {
    name: `${modulname}${art}`,
    type: 'ui',
    admin: {
      disableListColumn: true,
      condition: (data) => data['ebene'] !== 'bund' && !isVariante(data),
      components: { Field },
    },
  }
}

/** The German words beside the field in which they are translated. */
function sprachvorlage(modulname: string): UIField {
  const clientProps = { modul: modulname }
  const Field = {
    path: '/src/app/components/sprachfassung/Sprachvorlage.tsx#Sprachvorlage',
    clientProps,
  }
  return {
    name: `${modulname}Vorlage`,
    type: 'ui',
    admin: { disableListColumn: true, condition: isVariante, components: { Field } },
  }
}

function richText(name: string, label: string): RichTextField {
  return { name, type: 'richText', label, editor: textEditor }
}

function frist(): GroupField {
  const fristen: ArrayField = {
    name: 'fristen',
    type: 'array',
    label: 'Fristen',
    labels: { singular: 'Frist', plural: 'Fristen' },
    admin: {
      components: rowLabel('Frist', ['dauer', 'einheit', 'von', 'bis'], ZEITEINHEITENNAMEN),
    },
    fields: [
      {
        name: 'typ',
        type: 'select',
        label: 'Art der Frist',
        options: codes({
          '001': 'Antragsfrist (001)',
          '002': 'Widerspruchsfrist (002)',
          '003': 'Geltungsdauer (003)',
          '005': 'Fristtyp 005',
          '006': 'Fristtyp 006',
          '009': 'Fristtyp 009',
        }),
      },
      ...zeitauswahl(),
      richText('text', 'Erläuterung'),
    ],
  }
  return modul(
    'frist',
    STRUKTURMODULE.frist,
    [fristen, richText('text', 'Text')],
    'Welche Fristen gelten',
  )
}

function bearbeitungsdauer(): GroupField {
  const dauern: ArrayField = {
    name: 'dauern',
    type: 'array',
    label: 'Dauern',
    labels: { singular: 'Dauer', plural: 'Dauern' },
    admin: { components: rowLabel('Dauer', ['dauer', 'einheit', 'text'], ZEITEINHEITENNAMEN) },
    fields: [...zeitauswahl(), { name: 'text', type: 'text', label: 'Erläuterung' }],
  }
  return modul(
    'bearbeitungsdauer',
    STRUKTURMODULE.bearbeitungsdauer,
    [dauern, richText('text', 'Text')],
    'Wie lange die Bearbeitung dauert',
  )
}

function zeitauswahl(): Field[] {
  const isDauer = (_data: unknown, sibling: { art?: string }) => sibling.art === 'dauer'
  const isStichtag = (_data: unknown, sibling: { art?: string }) => sibling.art === 'stichtag'
  return [
    {
      name: 'art',
      type: 'select',
      label: 'Angabe',
      required: true,
      defaultValue: 'dauer',
      options: codes({ dauer: 'Dauer', stichtag: 'Tag oder Zeitraum', text: 'Nur Erläuterung' }),
    },
    {
      type: 'row',
      admin: { condition: isDauer },
      fields: [
        { name: 'dauer', type: 'number', label: 'Dauer', min: 1, admin: { width: '25%' } },
        {
          name: 'einheit',
          type: 'select',
          label: 'Einheit',
          options: EINHEITEN,
          admin: { width: '25%' },
        },
        {
          name: 'bisDauer',
          type: 'number',
          label: 'bis höchstens',
          min: 1,
          admin: { width: '25%' },
        },
        {
          name: 'bisEinheit',
          type: 'select',
          label: 'Einheit',
          options: EINHEITEN,
          admin: { width: '25%' },
        },
      ],
    },
    dayField('von', 'von', { condition: isStichtag }),
    dayField('bis', 'bis', { condition: isStichtag }),
  ]
}

function kosten(): GroupField {
  const isFix = (_data: unknown, sibling: { art?: string }) => sibling.art === 'fix'
  const isVariabel = (_data: unknown, sibling: { art?: string }) => sibling.art === 'variabel'
  const positionen: ArrayField = {
    name: 'kosten',
    type: 'array',
    label: 'Positionen',
    labels: { singular: 'Position', plural: 'Positionen' },
    admin: { components: rowLabel('Position', ['art', 'betrag', 'hinweis'], KOSTENARTEN) },
    fields: [
      {
        name: 'art',
        type: 'select',
        label: 'Art',
        required: true,
        defaultValue: 'fix',
        options: codes(KOSTENARTEN),
      },
      { name: 'typ', type: 'text', label: 'Kostentyp (Code 001–018)', maxLength: 3 },
      {
        name: 'betrag',
        type: 'number',
        label: 'Betrag in Euro',
        min: 0,
        admin: { condition: isFix, step: 0.01 },
      },
      {
        type: 'row',
        admin: { condition: isVariabel },
        fields: [
          {
            name: 'von',
            type: 'number',
            label: 'von Euro',
            min: 0,
            admin: { step: 0.01, width: '50%' },
          },
          {
            name: 'bis',
            type: 'number',
            label: 'bis Euro',
            min: 0,
            admin: { step: 0.01, width: '50%' },
          },
        ],
      },
      { name: 'hinweis', type: 'text', label: 'Wovon der Betrag abhängt, warum kostenfrei' },
      {
        name: 'vorkasse',
        type: 'select',
        label: 'Vorkasse',
        options: codes({ ja: 'ja', nein: 'nein' }),
      },
      { name: 'link', type: 'text', label: 'Link zur Gebührenordnung' },
      richText('text', 'Erläuterung'),
    ],
  }
  return modul(
    'kosten',
    STRUKTURMODULE.kosten,
    [positionen, richText('text', 'Text')],
    'Was es kostet',
  )
}

function begriffe(): GroupField {
  const liste: ArrayField = {
    name: 'begriffe',
    type: 'array',
    label: 'Begriffe',
    labels: { singular: 'Begriff', plural: 'Begriffe' },
    admin: { components: rowLabel('Begriff', ['begriff']), initCollapsed: true },
    fields: [
      { name: 'begriff', type: 'text', label: 'Begriff', required: true },
      {
        name: 'typ',
        type: 'select',
        label: 'Typ',
        options: codes({
          '001': 'Typ 001',
          '002': 'Typ 002',
          '003': 'Typ 003',
          '999': 'Sonstiger (999)',
        }),
      },
    ],
  }
  return modul('begriffe', STRUKTURMODULE.begriffe, [liste], 'Wörter, unter denen Menschen suchen')
}

function fachlicheFreigabe(): GroupField {
  return modul(
    'fachlicheFreigabe',
    STRUKTURMODULE.fachlicheFreigabe,
    [
      dayField('am', 'Fachlich freigegeben am'),
      { name: 'durch', type: 'text', label: 'Fachlich freigegeben durch', hasMany: true },
    ],
    'Freigabe durch das Fachressort',
  )
}

function auskunftshinweis(): GroupField {
  return modul(
    'auskunftshinweis',
    STRUKTURMODULE.auskunftshinweis,
    [richText('text', 'Text')],
    'Nur für die 115, nie in einer öffentlichen Schnittstelle',
  )
}

function dokumente(): GroupField {
  const liste = (name: string, label: string): ArrayField => ({
    name,
    type: 'array',
    label,
    labels: { singular: 'Dokument', plural: 'Dokumente' },
    admin: { components: rowLabel('Dokument', ['bezeichnung']) },
    fields: [
      { name: 'bezeichnung', type: 'text', label: 'Bezeichnung', required: true },
      { name: 'typ', type: 'text', label: 'Dokumenttyp (Code 001–028, 999)', maxLength: 3 },
      { name: 'formular', type: 'relationship', relationTo: 'formulare', label: 'Formular' },
      richText('text', 'Erläuterung'),
    ],
  })
  return modul(
    'dokumente',
    STRUKTURMODULE.dokumente,
    [
      liste('eingehend', 'Was Sie einreichen'),
      liste('ausgehend', 'Was Sie bekommen'),
      richText('text', 'Text'),
    ],
    'Dokumente, die eingereicht oder ausgestellt werden',
  )
}

function ursprungsportal(): GroupField {
  return modul(
    'ursprungsportal',
    STRUKTURMODULE.ursprungsportal,
    [weblinksField('portale', 'Portale')],
    'Woher der Text stammt',
  )
}
