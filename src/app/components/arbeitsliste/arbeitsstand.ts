import type { CollectionSlug, Payload, TypedUser, Where } from 'payload'
import type { Zeitgrenze, ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { INHALTSBEFUNDE } from '#core/pruefung/zeitleisten/befunde.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { readBefunde } from '#feed/readBefunde.ts'
import { readHaus } from '#feed/readHaus.ts'
import { idOf } from '../firstDay.ts'
import { eigeneRedaktionen, readEntwuerfe } from '../kalender/pultstand.ts'
import { standOf } from '../kalender/saetze.ts'
import { docsOf, type Row } from '../names.ts'
import {
  belongs,
  entwurfsaufgaben,
  offeneBefunde,
  type Entwurfsaufgabe,
  type Listenbefund,
  type Redaktionswahl,
} from './auswahl.ts'

/** A finding that somebody has overruled. */
export type UebergangenerBefund = Listenbefund & {
  readonly grund: string
  readonly vonName: string
  /** UTC, ISO 8601. */
  readonly am: string
}

/** A correction that waits for a second person. */
export type OffenerAntrag = {
  readonly id: string
  readonly gegenstand: string
  readonly grund: string
  /** What shall hold once it is confirmed, as a sentence. */
  readonly neu: string
  readonly vonName: string
  readonly gestelltAm: string
  /** The document that is to be corrected. */
  readonly ziel: string
  readonly redaktionId: string | null
}

/** News that the person has not read. */
export type Neuigkeit = {
  readonly id: string
  readonly titel: string
  readonly text: string
  readonly ziel: string
  readonly zeitpunkt: string
}

/** Everything on a work list. */
export type Arbeitsstand = {
  readonly heute: CalendarDay
  readonly befunde: readonly Listenbefund[]
  readonly uebergangen: readonly UebergangenerBefund[]
  readonly antraege: readonly OffenerAntrag[]
  readonly entwuerfe: readonly Entwurfsaufgabe[]
  /** Which Zeitgrenze failed, by the id of the draft that was made then. */
  readonly kopien: ReadonlyMap<string, ZeitgrenzeId>
  /** The newest of the unread. */
  readonly neuigkeiten: readonly Neuigkeit[]
  /** How many are unread in all. */
  readonly ungelesen: number
}

/** What is to be done now for these Redaktionen, as far as the person may see it. */
export async function readArbeitsstand(
  payload: Payload,
  user: TypedUser,
  wahl: Redaktionswahl,
): Promise<Arbeitsstand> {
  const { chronik } = await readHaus()
  const { heute, befunde, kopien } = await readBefunde()
  const stored = await readGespeicherte(payload, user)
  const uebergangen = stored
    .filter(({ row }) => row['zustand'] === 'uebergangen')
    .map(({ befund, row }) => ({
      ...befund,
      grund: text(row['grund']),
      vonName: text(row['entschiedenVonName']),
      am: text(row['entschiedenAm']),
    }))
  const open = stored.filter(({ row }) => row['zustand'] === 'offen').map(({ befund }) => befund)
  const overruled = new Set(uebergangen.map(({ schluessel }) => schluessel))
  return {
    heute,
    befunde: offeneBefunde(befunde, open, overruled, wahl),
    uebergangen: uebergangen.filter(({ redaktionId }) => belongs(wahl, redaktionId)),
    antraege: (await readAntraege(payload, user)).filter(({ redaktionId }) =>
      belongs(wahl, redaktionId),
    ),
    entwuerfe: entwurfsaufgaben(await readEntwuerfe(payload, user, chronik), kopien, heute, wahl),
    kopien,
    ...(await readNeuigkeiten(payload, user)),
  }
}

/** The stored findings that the log alone does not show: overruled ones, and those that need the words of the texts. */
async function readGespeicherte(
  payload: Payload,
  user: TypedUser,
): Promise<readonly { readonly befund: Listenbefund; readonly row: Row }[]> {
  const rows = await readOwn(payload, user, 'befunde', {
    or: [
      { zustand: { equals: 'uebergangen' } },
      { and: [{ zustand: { equals: 'offen' } }, { code: { in: [...INHALTSBEFUNDE] } }] },
    ],
  })
  return rows.flatMap((row) => {
    const seit = parseCalendarDay(row['seit'])
    if (!seit.ok) return []
    const befund: Listenbefund = {
      schluessel: row.id,
      schwere: row['schwere'] === 'fehler' ? 'fehler' : 'warnung',
      seit: seit.value,
      redaktionId: idOf(row['redaktion']),
      name: text(row['gegenstand']),
      text: text(row['text']),
      ziel: text(row['ziel']),
    }
    return [{ befund, row }]
  })
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
    gegenstand: text(row['gegenstand']),
    grund: text(row['grund']),
    neu: tage.get(row.id) ?? UMFANG[text(row['umfang'])] ?? '',
    vonName: text(row['vonName']),
    gestelltAm: text(row['gestelltAm']),
    // There one sees what it would do.
    ziel: `/admin/collections/antraege/${encodeURIComponent(row.id)}`,
    redaktionId: idOf(row['redaktion']),
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
        sort: ['-folgenummer', 'id'],
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
