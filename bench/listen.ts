import type { CollectionSlug, Payload } from 'payload'
import { inTransaction } from '#store/database/inTransaction.ts'
import type { Datensatz } from './daten.ts'
import { appOf, type Haus } from './haus.ts'
import { median, nextTurn, timed } from './messen.ts'
import { serving, type Lesebericht, type Leser } from './netz.ts'
import { dauer, melde, zahlText } from './tabelle.ts'

const RUNDEN = 7
const ANFRAGEN = 40
const VERBINDUNGEN = 2
const PASSWORT = 'bench bench bench bench'
/** Drafts of others that the Kommune is asked about. */
const BETEILIGT = 200
/** Rows in one transaction. */
const BATCH = 500

/** What an editor opens first, and what is looked for in it. */
const LISTEN = [
  ['Liste der Fassungen', '/api/fassungen?depth=0&limit=25&sort=-updatedAt'],
  [
    '… nur Entwürfe',
    '/api/fassungen?depth=0&limit=25&sort=-updatedAt&where[zustand][equals]=entwurf',
  ],
  [
    '… gesucht nach einem Wort',
    '/api/fassungen?depth=0&limit=25&sort=-updatedAt&where[titel][like]=Gebiet',
  ],
] as const

/**
 * The list of all texts at the desk for a Kommune, which sees its own and those that it is asked about, against the one for
 * the Administration, which sees all.
 */
export async function messeListen(haus: Haus, leser: Leser, daten: Datensatz): Promise<void> {
  const { payload } = haus
  const { ms } = await timed(() => fillDesk(payload, daten))
  const { totalDocs } = await payload.count({ collection: 'fassungen' })
  melde(`${zahlText(totalDocs, 0)} Fassungen ans Pult schreiben`, dauer(ms))
  await haus.analyze()
  const alle = await signIn(payload, 'administration', KOMMUNEN[0])
  const eigene = await signIn(payload, 'kommunalredaktion', KOMMUNEN[1])
  await serving(appOf(haus), async (port) => {
    const read = (path: string, authorization: string) =>
      leser.read({
        port,
        paths: [path],
        anfragen: ANFRAGEN,
        verbindungen: VERBINDUNGEN,
        headers: { authorization },
      })
    for (const [was, path] of LISTEN) {
      const ratios: number[] = []
      const own: Lesebericht[] = []
      const all: Lesebericht[] = []
      await read(path, alle)
      await read(path, eigene)
      for (let runde = 0; runde < RUNDEN; runde += 1) {
        const [whole, part] = [await read(path, alle), await read(path, eigene)]
        all.push(whole)
        own.push(part)
        ratios.push(part.median / whole.median)
      }
      const ratio = median(ratios)
      melde(
        `${was}: Kommune gegen Administration`,
        `${dauer(medianOf(own))} gegen ${dauer(medianOf(all))} = ${zahlText(ratio, 2)}-fach`,
        { hoechstens: 1.5, einheit: '-fach' },
        ratio,
      )
    }
  })
}

/** The first has many texts, the second as many as one of a hundred Kommunen. */
const KOMMUNEN = ['r-kommune-0', 'r-kommune-1'] as const
const REDAKTIONEN = 116

/** Released texts of all Redaktionen, one in twenty a draft; short words, for a list shows none. */
async function fillDesk(payload: Payload, { fassungen }: Datensatz): Promise<void> {
  const create = (collection: CollectionSlug, rows: readonly object[]) =>
    inTransaction(payload, async (req) => {
      for (const data of rows) await payload.db.create({ collection, data: data as never, req })
    })
  const { docs } = await payload.find({ collection: 'leistungen', depth: 0, limit: 100 })
  const leistungen = docs.map(({ id }) => id)
  await create(
    'redaktionen',
    Array.from({ length: REDAKTIONEN }, (_none, index) => ({
      id: `r-kommune-${index}`,
      name: `Kommune ${index}`,
      art: 'stadt',
    })),
  )
  for (let start = 0; start < fassungen.length; start += BATCH) {
    const rows = fassungen.slice(start, start + BATCH).map(({ kopf }, offset) => {
      const index = start + offset
      const at = new Date(Date.parse('2024-01-01T00:00:00Z') + index * 60_000).toISOString()
      return {
        id: `pult-${index}`,
        titel: `${kopf.leistungId} – Gebiet ${kopf.gebietId}`,
        zustand: index % 20 === 0 ? 'entwurf' : 'freigegeben',
        leistung: leistungen[index % leistungen.length],
        ebene: 'gemeinde',
        gebiet: 'g-13',
        redaktion: `r-kommune-${index % REDAKTIONEN}`,
        sprache: 'de',
        beginn: { art: 'tag', tag: '2026-01-01' },
        ende: { art: 'offen' },
        createdAt: at,
        updatedAt: at,
      }
    })
    await create('fassungen', rows)
    await nextTurn()
  }
  await create(
    'beteiligungen',
    Array.from({ length: BETEILIGT }, (_none, index) => ({
      id: `beteiligung-${index}`,
      fassung: `pult-${index * 20}`,
      redaktion: KOMMUNEN[1],
    })),
  )
}

async function signIn(payload: Payload, rolle: string, redaktion: string): Promise<string> {
  const account = { email: `${rolle}@bench.example`, password: PASSWORT }
  await payload.create({
    collection: 'users',
    data: { id: `bench-${rolle}`, ...account, name: rolle, rolle, redaktion } as never,
  })
  const { token } = await payload.login({ collection: 'users', data: account })
  return `JWT ${token ?? ''}`
}

function medianOf(list: readonly Lesebericht[]): number {
  return median(list.map((each) => each.median))
}
