import { Router } from 'express'
import { PROBLEMS } from '#core/errors/problems.ts'

/** JSON Schemas of the answers, as `exporters/json/schema` keeps them. */
export type JsonSchemas = { readonly leistung: object; readonly liste: object }

/** Where the description says that the service is, and the schemas of its answers. */
export type OpenapiParts = { readonly basisUrl: string; readonly schemas: JsonSchemas }

/** `GET /openapi.json`: every public interface as OpenAPI 3.1; `GET /docs`: the same as a page. */
export function createOpenapi(parts: OpenapiParts): Router {
  const description = describe(parts)
  const page = renderPage(description)
  return Router()
    .get('/openapi.json', (_req, res) => {
      res.set('cache-control', 'no-cache').json(description)
    })
    .get('/docs', (_req, res) => {
      res.set('cache-control', 'no-cache').type('html').send(page)
    })
}

type Parameter = {
  readonly name: string
  readonly in: 'query' | 'path'
  readonly required?: boolean
  readonly description: string
  readonly schema: object
}
type Operation = {
  readonly summary: string
  readonly description: string
  readonly parameters: readonly Parameter[]
  readonly responses: Readonly<Record<string, object>>
}
type Description = {
  readonly openapi: '3.1.0'
  readonly info: { readonly title: string; readonly version: string; readonly description: string }
  readonly paths: Readonly<Record<string, { readonly get: Operation }>>
} & Readonly<Record<string, unknown>>

function describe({ basisUrl, schemas }: OpenapiParts): Description {
  const leistungen = json('Eine Seite von Leistungen', '#/components/schemas/Liste')
  const leistung = json('Eine Leistung', '#/components/schemas/Leistung')
  return {
    openapi: '3.1.0',
    info: {
      title: 'Stichtag: öffentliche Schnittstellen',
      version: '1',
      description:
        'Dieselben Angaben von Stichtag und Kenntnisstand ergeben dieselben Bytes. Fehler sind application/problem+json (RFC 9457).',
    },
    servers: [{ url: basisUrl }],
    paths: {
      '/export/v1/leistungen': {
        get: {
          summary: 'Leistungen eines Gebiets',
          description:
            'Texte, über die Ebenen zusammengeführt, mit der Herkunft jedes Teils. Seitenweise: naechsterCursor führt weiter und hält Stichtag und Kenntnisstand fest.',
          parameters: [...TIMES, ARS, SPRACHE, CURSOR, LIMIT],
          responses: { 200: leistungen, 304: UNCHANGED, ...problems(400, 403, 404, 422, 429) },
        },
      },
      '/export/v1/leistungen/{id}': {
        get: {
          summary: 'Eine Leistung für ein Gebiet',
          description: 'Wie sie eine Bürgerin oder ein Bürger dieses Gebiets liest.',
          parameters: [path('id', 'Kennung der Leistung'), ...TIMES, ARS, SPRACHE],
          responses: { 200: leistung, 304: UNCHANGED, ...problems(400, 403, 404, 422, 429) },
        },
      },
      '/export/v1/nachweis': {
        get: {
          summary: 'Nachweis: Was sagte ein Gebiet an einem Tag über eine Leistung?',
          description:
            'damals: wie es am Abend des Tages bekannt war; heute: wie es jetzt bekannt ist; unterschiede nennt, was die beiden Antworten trennt; eintraege sind die Einträge des Freigabeprotokolls, die beides belegen; wechselAmTag sind jene, die die Antwort im Lauf des Tages selbst geändert haben. Für Administration, Landesredaktion und Fachressort (mit Anmeldung).',
          parameters: [
            required('ars', 'Amtlicher Regionalschlüssel des Gebiets'),
            required('leistung', 'Kennung der Leistung'),
            required('stichtag', 'Der Tag, nach dem gefragt wird (JJJJ-MM-TT)'),
          ],
          responses: {
            200: json('Der Nachweis', '#/components/schemas/Nachweis'),
            304: UNCHANGED,
            ...problems(400, 403, 422, 429),
          },
        },
      },
      '/export/v1/kalender.ics': {
        get: {
          summary: 'Kommende Zeitgrenzen einer Redaktion als Kalender',
          description:
            'iCalendar (RFC 5545) zum Abonnieren. Jede Zeitgrenze ist ein ganztägiger Termin mit fester UID; bestimmte sind CONFIRMED, geplante und geschätzte TENTATIVE, abgesagte 400 Tage lang CANCELLED. Die vollständige Adresse mit ihrem Token steht im Redaktionssystem bei der Redaktion.',
          parameters: [
            required('redaktion', 'Kennung der Redaktion'),
            required('token', 'Das Token der Kalenderadresse'),
          ],
          responses: { 200: CALENDAR, 304: UNCHANGED, ...problems(400, 403, 429) },
        },
      },
      '/export/v1/xzufi/{verzeichnis}/{datei}': {
        get: {
          summary: 'Volllieferung in XZuFi 2.2.0, zum Abholen',
          description:
            'index.txt nennt die Dokumente, eines je Zeile; manifest.json nennt Prüfsummen.',
          parameters: [
            path('verzeichnis', 'Name des Lieferziels'),
            path('datei', 'index.txt, manifest.json oder ein Dokument aus dem Index'),
          ],
          responses: { 200: { description: 'Die Datei' }, ...problems(404, 429) },
        },
      },
      '/healthz': { get: probe('Lebt der Prozess?') },
      '/readyz': { get: probe('Ist die Datenbank lesbar?') },
    },
    components: {
      schemas: {
        Leistung: schemas.leistung,
        Liste: schemas.liste,
        Nachweis: NACHWEIS,
        Problem: PROBLEM,
      },
    },
  }
}

const TIMES: readonly Parameter[] = [
  {
    name: 'stichtag',
    in: 'query',
    description: 'Der Tag, nach dem gefragt wird. Ohne Angabe: heute in Europe/Berlin.',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'kenntnisstand',
    in: 'query',
    description:
      'Die Folgenummer, bis zu der hingesehen wird. Ohne Angabe: die neueste. Eine ältere sehen Administration, Landesredaktion und Fachressort (mit Anmeldung).',
    schema: { type: 'integer', minimum: 0 },
  },
]
const ARS: Parameter = {
  name: 'ars',
  in: 'query',
  description:
    'Amtlicher Regionalschlüssel des Gebiets, auch mit Nullen aufgefüllt. Ohne Angabe: das Land.',
  schema: { type: 'string', pattern: '^[0-9]{2,12}$' },
}
const SPRACHE: Parameter = {
  name: 'sprache',
  in: 'query',
  description: 'Was nicht übersetzt ist, kommt deutsch und ist als fallback gekennzeichnet.',
  schema: { type: 'string', enum: ['de', 'en', 'de-LS'], default: 'de' },
}
const CURSOR: Parameter = {
  name: 'cursor',
  in: 'query',
  description: 'Aus der Seite davor.',
  schema: { type: 'string' },
}
const LIMIT: Parameter = {
  name: 'limit',
  in: 'query',
  description: 'Leistungen je Seite.',
  schema: { type: 'integer', minimum: 1, maximum: 500, default: 100 },
}
const CALENDAR = {
  description: 'Der Kalender',
  content: { 'text/calendar': { schema: { type: 'string' } } },
}
const UNCHANGED = { description: 'Sie haben diese Bytes schon (If-None-Match).' }
const LEISTUNG_OR_NULL = {
  oneOf: [{ $ref: '#/components/schemas/Leistung' }, { type: 'null' }],
}
const TEXT_OR_NULL = { type: ['string', 'null'] }
const EINTRAEGE = {
  type: 'array',
  items: {
    type: 'object',
    required: ['folgenummer', 'zeitpunkt', 'art', 'von', 'wirkung'],
    properties: {
      folgenummer: { type: 'integer' },
      zeitpunkt: { type: 'string', format: 'date-time' },
      art: { type: 'string' },
      von: { type: 'string', description: 'Name, wie er damals war.' },
      bestaetigtVon: TEXT_OR_NULL,
      eilfall: {
        type: 'boolean',
        description: 'Ohne zweite Person oder ohne Abstimmung und Fachfreigabe freigegeben.',
      },
      grund: TEXT_OR_NULL,
      gegenstand: TEXT_OR_NULL,
      wirkung: { type: 'string', description: 'Was der Eintrag bewirkt hat, als deutscher Satz.' },
    },
  },
}
const NACHWEIS = {
  type: 'object',
  required: ['frage', 'damals', 'heute', 'gleich', 'unterschiede', 'eintraege', 'wechselAmTag'],
  properties: {
    frage: {
      type: 'object',
      properties: {
        ars: { type: 'string' },
        leistung: { type: 'string' },
        stichtag: { type: 'string', format: 'date' },
      },
    },
    damals: {
      type: 'object',
      properties: {
        kenntnisstand: { type: 'integer' },
        zeitpunkt: {
          type: ['string', 'null'],
          description: 'Zeitpunkt des letzten Eintrags vor 0:00 Uhr des Folgetags (Europe/Berlin).',
        },
        leistung: LEISTUNG_OR_NULL,
      },
    },
    heute: {
      type: 'object',
      properties: { kenntnisstand: { type: 'integer' }, leistung: LEISTUNG_OR_NULL },
    },
    gleich: { type: 'boolean' },
    unterschiede: {
      type: 'array',
      items: {
        type: 'object',
        properties: { teil: { type: 'string' }, titel: { type: 'string' } },
      },
    },
    eintraege: EINTRAEGE,
    wechselAmTag: EINTRAEGE,
  },
}
const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status'],
  properties: {
    type: {
      type: 'string',
      description: 'Stabil.',
      enum: Object.keys(PROBLEMS).map((code) => `urn:stichtag:problem:${code}`),
    },
    title: { type: 'string', description: 'Deutscher Satz.' },
    status: { type: 'integer' },
    instance: { type: 'string' },
    problems: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, text: { type: 'string' } },
      },
    },
  },
}

function path(name: string, description: string): Parameter {
  return { name, in: 'path', required: true, description, schema: { type: 'string' } }
}

function required(name: string, description: string): Parameter {
  return { name, in: 'query', required: true, description, schema: { type: 'string' } }
}

function json(description: string, ref: string): object {
  return { description, content: { 'application/json': { schema: { $ref: ref } } } }
}

function problems(...statuses: readonly number[]): Readonly<Record<string, object>> {
  const schema = { $ref: '#/components/schemas/Problem' }
  const answer = { description: 'Problem', content: { 'application/problem+json': { schema } } }
  return Object.fromEntries(statuses.map((status) => [String(status), answer]))
}

function probe(summary: string): Operation {
  return {
    summary,
    description: summary,
    parameters: [],
    responses: { 200: { description: 'ja' }, 503: { description: 'nein' } },
  }
}

/** A plain page without scripts; all words are ours. */
function renderPage({ info, paths }: Description): string {
  const sections = Object.entries(paths).map(([place, { get }]) => {
    const rows = get.parameters.map(
      ({ name, in: where, description }) =>
        `<tr><th scope="row"><code>${name}</code></th><td>${where === 'path' ? 'im Pfad' : 'in der Anfrage'}</td><td>${description}</td></tr>`,
    )
    const table =
      rows.length === 0
        ? ''
        : `<table><thead><tr><th scope="col">Name</th><th scope="col">Ort</th><th scope="col">Bedeutung</th></tr></thead><tbody>${rows.join('')}</tbody></table>`
    return `<section><h2><code>GET ${place}</code></h2><p><strong>${get.summary}.</strong> ${get.description}</p>${table}</section>`
  })
  return `<!doctype html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${info.title}</title><style>${STYLE}</style></head><body><main><h1>${info.title}</h1><p>${info.description}</p><p>Maschinenlesbar: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1)</p>${sections.join('')}</main></body></html>`
}

const STYLE =
  'body{font:1rem/1.5 system-ui,sans-serif;margin:0;color:#1a1a1a;background:#fff}main{max-width:60rem;margin:auto;padding:1.5rem}code{font-size:.95em;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #bbb;padding:.4rem .6rem .4rem 0;text-align:start;vertical-align:top}a{color:#0b3d6b}h2{margin-block-start:2rem;font-size:1.15rem}'
