import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import { idOf } from '../firstDay.ts'
import { eigeneRedaktionen } from '../kalender/pultstand.ts'
import { standOf } from '../kalender/saetze.ts'
import { docsOf, type Row } from '../names.ts'
import { belongs, type Redaktionswahl } from './auswahl.ts'

/** A finding that somebody has overruled. */
export type UebergangenerBefund = {
  readonly schluessel: string
  readonly name: string
  readonly text: string
  readonly redaktionId: string | null
  readonly grund: string
  readonly vonName: string
  /** UTC, ISO 8601. */
  readonly am: string
}

/** What a list of tasks does not say of a correction that waits for a second person. */
export type OffenerAntrag = {
  readonly id: string
  /** What shall hold once it is confirmed, as a sentence. */
  readonly neu: string
}

/** News that the person has not read. */
export type Neuigkeit = {
  readonly id: string
  readonly titel: string
  readonly text: string
  readonly ziel: string
  readonly zeitpunkt: string
}

/** What stands on the page of tasks beside them. */
export type Arbeitsstand = {
  readonly uebergangen: readonly UebergangenerBefund[]
  /** By the id of the Antrag. */
  readonly antraege: ReadonlyMap<string, OffenerAntrag>
  /** The newest of the unread. */
  readonly neuigkeiten: readonly Neuigkeit[]
  /** How many are unread in all. */
  readonly ungelesen: number
}

/** What stands beside the tasks of these Redaktionen, as far as the person may see it. */
export async function readArbeitsstand(
  payload: Payload,
  user: TypedUser,
  wahl: Redaktionswahl,
): Promise<Arbeitsstand> {
  const overruled = await readOwn(payload, user, 'befunde', { zustand: { equals: 'uebergangen' } })
  return {
    uebergangen: overruled
      .map((row) => ({
        schluessel: row.id,
        name: text(row['gegenstand']),
        text: text(row['text']),
        redaktionId: idOf(row['redaktion']),
        grund: text(row['grund']),
        vonName: text(row['entschiedenVonName']),
        am: text(row['entschiedenAm']),
      }))
      .filter(({ redaktionId }) => belongs(wahl, redaktionId)),
    antraege: new Map((await readAntraege(payload, user)).map((each) => [each.id, each])),
    ...(await readNeuigkeiten(payload, user)),
  }
}

/** The corrections of others: nobody confirms the own one (zeit.md, rule 4). */
async function readAntraege(payload: Payload, user: TypedUser): Promise<readonly OffenerAntrag[]> {
  const where: Where = {
    and: [{ zustand: { equals: 'offen' } }, { von: { not_equals: user.id } }],
  }
  const rows = await readOwn(payload, user, 'antraege', where, 'gestelltAm')
  const tage = await readNeueTage(payload, rows)
  return rows.map((row) => ({
    id: row.id,
    neu: tage.get(row.id) ?? UMFANG[text(row['umfang'])] ?? '',
  }))
}

const UMFANG: Readonly<Record<string, string | undefined>> = {
  'ab-heute': 'Der berichtigte Text gilt ab dem Tag der Bestätigung.',
  'ab-erstem-tag': 'Der berichtigte Text gilt rückwirkend ab seinem ersten Tag.',
}

/**
 * The days as they would be, by request. The field is kept from REST because it is no form; whoever sees the request may
 * know what it asks for, so it is read past that rule, for these requests only.
 */
async function readNeueTage(
  payload: Payload,
  antraege: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await docsOf(
    payload,
    'antraege',
    antraege.map(({ id }) => id),
    ['art', 'angaben'],
  )
  return new Map(
    rows.flatMap((row) => {
      if (row['art'] !== 'zeitgrenze') return []
      const { zeitgrenze } = JSON.parse(text(row['angaben'])) as { zeitgrenze: Zeitgrenze }
      return [[row.id, `Neuer Tag: ${standOf(zeitgrenze)}.`] as const]
    }),
  )
}

/** Nobody reads more of them on one page. */
const NEUIGKEITEN_AT_MOST = 50

/**
 * The newest unread news for the person's own teams, and how many there are in all. Who has read it is asked by the
 * other way round, as in `benachrichtigungEndpoints`; the count says how long to look, and mostly that is not at all.
 */
export async function readNeuigkeiten(
  payload: Payload,
  user: TypedUser,
): Promise<Pick<Arbeitsstand, 'neuigkeiten' | 'ungelesen'>> {
  const redaktionen = eigeneRedaktionen(user)
  if (redaktionen.length === 0) return { neuigkeiten: [], ungelesen: 0 }
  const collection = 'benachrichtigungen'
  const asked = { collection, overrideAccess: false, user } as const
  const own: Where = { redaktion: { in: [...redaktionen] } }
  const read: Where = { and: [own, { gelesenVon: { in: [user.id] } }] }
  const unread = async (): Promise<Pick<Arbeitsstand, 'neuigkeiten' | 'ungelesen'>> => {
    const all = await payload.count({ ...asked, where: own })
    const known = await payload.count({ ...asked, where: read })
    const ungelesen = Math.max(all.totalDocs - known.totalDocs, 0)
    const wanted = Math.min(ungelesen, NEUIGKEITEN_AT_MOST)
    const found: Neuigkeit[] = []
    for (let page = 1, more = true; more && found.length < wanted; page += 1) {
      const { docs, hasNextPage } = await payload.find({
        ...asked,
        where: own,
        sort: ['-zeitpunkt', '-folgenummer', 'id'],
        depth: 0,
        limit: NEUIGKEITEN_AT_MOST,
        page,
      })
      const rows = docs as unknown as readonly (Row & { readonly id: string })[]
      found.push(...rows.filter((row) => !isReadBy(row, user.id)).map(neuigkeitOf))
      more = hasNextPage
    }
    return { neuigkeiten: found.slice(0, wanted), ungelesen }
  }
  return noneIfForbidden(unread, { neuigkeiten: [], ungelesen: 0 })
}

function isReadBy(row: Row, userId: TypedUser['id']): boolean {
  const readers = row['gelesenVon']
  return Array.isArray(readers) && readers.some((each) => idOf(each) === userId)
}

function neuigkeitOf(row: Row & { readonly id: string }): Neuigkeit {
  return {
    id: row.id,
    titel: text(row['titel']),
    text: text(row['text']),
    ziel: text(row['ziel']),
    zeitpunkt: text(row['zeitpunkt']),
  }
}

/** Payload says by an error that a person may see none. */
async function noneIfForbidden<T>(read: () => Promise<T>, none: T): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof Error && error.name === 'Forbidden') return none
    throw error
  }
}

/** All documents that the person may see; none where Payload says that it may see none. */
async function readOwn(
  payload: Payload,
  user: TypedUser,
  collection: Extract<CollectionSlug, 'befunde' | 'antraege'>,
  where: Where,
  sort = 'id',
): Promise<readonly (Row & { readonly id: string })[]> {
  return noneIfForbidden(async () => {
    const { docs } = await payload.find({
      collection,
      where,
      sort,
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
      user,
    })
    return docs as unknown as readonly (Row & { readonly id: string })[]
  }, [])
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
