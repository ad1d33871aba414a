import {
  createLocalReq,
  type CollectionSlug,
  type Payload,
  type PayloadRequest,
  type Where,
} from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'
import { PRUEFTURNUS_MONATE } from '#core/ablauf/ueberpruefung.ts'
import { geltendeStimmen, schuldnerOf } from '#core/abstimmung/stimmen.ts'
import type {
  Abstimmungsanlass,
  Befundanlass,
  Eilfallanlass,
} from '#core/aufgaben/anlassaufgaben.ts'
import type { FassungId, RedaktionId, Sprache } from '#core/fassung/fassung.ts'
import { EBENEN } from '#core/gebiet/gebiet.ts'
import { INHALTSBEFUNDE, type Zeitbefundcode } from '#core/pruefung/zeitleisten/befunde.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import { dayInBerlin } from '#core/zeit/berlin.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import type { Aufgabenpult, Aufgabenredaktion, Befundlage, Pultzeile } from '#ports/aufgaben.ts'
import { abstimmungFrom, gelesenFrom, readFassungDocs, readStimmen } from '#store/abstimmungen.ts'
import { beteiligteFassungen, partnerschaften } from '#store/beteiligungen.ts'
import { sharedWeakMap } from '#store/chronik.ts'
import { ablaufstandFrom } from '#store/desk/ablauf.ts'
import {
  ankerOrNull,
  numberOrNull,
  relationOf,
  relationsOf,
  textOf,
  type DeskDoc,
} from '#store/desk/read.ts'
import type { UserDoc } from '#store/userDoc.ts'

/** The findings that the log alone shows, as they stand now, with the drafts of failed laws. */
export type Befundquelle = () => Promise<{
  readonly befunde: readonly Befundanlass[]
  readonly kopien: ReadonlyMap<string, ZeitgrenzeId>
}>

const quellen = sharedWeakMap<Befundquelle>('stichtag.befundquellen')

/** Lets the tasks of this instance show the findings of now; without it they show those of last night. */
export function provideBefundquelle(payload: Payload, quelle: Befundquelle): void {
  quellen.set(payload, quelle)
}

/** The account with its Redaktion, as every request brings it; null: there is none with this id. */
export async function accountWith(payload: Payload, id: string): Promise<UserDoc | null> {
  const { docs } = await payload.find({
    collection: 'users',
    where: { id: { equals: id } },
    depth: 1,
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}

/** A request of this account, for work that no request brought. */
export function requestOf(payload: Payload, user: UserDoc): Promise<PayloadRequest> {
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

/** The desk as the account of this request sees it; `redaktionIds` are those in whose name it writes. */
export async function aufgabenpult(
  req: PayloadRequest,
  user: UserDoc,
  redaktionIds: readonly RedaktionId[],
): Promise<Aufgabenpult> {
  const partnerIds = await partnerschaften(req, redaktionIds)
  const beteiligt = new Set(await beteiligteFassungen(req, redaktionIds))
  const konto = { id: user.id, rolle: user.rolle, redaktionIds, partnerIds, beteiligt }
  return {
    konto,
    redaktionen: () => readRedaktionen(req),
    texte: async (wanted) => {
      const teams = wanted === null ? null : [...new Set([...wanted, ...partnerIds])]
      return readTexte(req, teams, [...beteiligt])
    },
    befunde: (wanted) => readBefunde(req, wanted),
    antraege: (wanted) => readAntraege(req, user.id, wanted),
    eilfaelle: (wanted) =>
      readEilfaelle(req, user.id, wanted === null ? null : [...wanted, ...partnerIds]),
    abstimmungen: () => readAbstimmungen(req),
    ueberprueft: (wanted) => readUeberprueft(req, wanted),
    elternstand: (wanted) => readElternstand(req, wanted),
    titel: (ids) => readTitel(req, ids),
  }
}

const KOMMUNAL: readonly unknown[] = ['landkreis', 'amt', 'stadt']

async function readRedaktionen(req: PayloadRequest): Promise<readonly Aufgabenredaktion[]> {
  const docs = await list(req, 'redaktionen', {})
  return docs.map((doc) => ({
    id: textOf(doc, 'id'),
    name: textOf(doc, 'name'),
    istKommunal: KOMMUNAL.includes(doc['art']),
    gebietIds: relationsOf(doc, 'gebiete'),
    pruefturnusMonate: numberOrNull(doc, 'pruefturnusMonate') ?? PRUEFTURNUS_MONATE,
  }))
}

const TEXT_FIELDS = {
  titel: true,
  redaktion: true,
  ebene: true,
  sprache: true,
  variantVon: true,
  zugewiesen: true,
  beginn: true,
  zustand: true,
  aenderungsart: true,
  verfasser: true,
  embargo: true,
  createdAt: true,
} as const

async function readTexte(
  req: PayloadRequest,
  redaktionIds: readonly RedaktionId[] | null,
  beteiligt: readonly FassungId[],
): Promise<readonly Pultzeile[]> {
  const unreleased: Where = { zustand: { in: [...UNVEROEFFENTLICHT] } }
  const rows =
    redaktionIds === null
      ? await visible(req, 'fassungen', unreleased, TEXT_FIELDS)
      : [
          ...(redaktionIds.length === 0
            ? []
            : await visible(
                req,
                'fassungen',
                { and: [unreleased, { redaktion: { in: [...redaktionIds] } }] },
                TEXT_FIELDS,
              )),
          ...(await inParts(beteiligt, (ids) =>
            visible(req, 'fassungen', { and: [unreleased, { id: { in: [...ids] } }] }, TEXT_FIELDS),
          )),
        ]
  return [...new Map(rows.map((doc) => [textOf(doc, 'id'), doc])).values()].map(zeileOf)
}

function zeileOf(doc: DeskDoc): Pultzeile {
  const beginn = ankerOrNull(doc, 'beginn', 'Gilt ab')
  return {
    ...ablaufstandFrom(doc),
    id: textOf(doc, 'id'),
    titel: textOf(doc, 'titel') || 'Neue Fassung',
    redaktionId: relationOf(doc, 'redaktion'),
    ebene: EBENEN.find((known) => known === doc['ebene']) ?? 'land',
    sprache: (textOf(doc, 'sprache') || 'de') as Sprache,
    variantVon: relationOf(doc, 'variantVon'),
    zugewiesen: relationOf(doc, 'zugewiesen'),
    beginn: beginn.ok ? beginn.value : null,
    angelegtAm: dayOfInstant(doc['createdAt']),
  }
}

/** The findings of now, and of the stored ones those that only the nightly run finds; not the overruled. */
async function readBefunde(
  req: PayloadRequest,
  redaktionIds: readonly RedaktionId[] | null,
): Promise<Befundlage> {
  const quelle = quellen.get(req.payload)
  const now = await quelle?.()
  const stored = await visible(req, 'befunde', {
    zustand: { in: ['offen', 'uebergangen'] },
  })
  const overruled = new Set(
    stored.filter((doc) => doc['zustand'] === 'uebergangen').map((doc) => textOf(doc, 'id')),
  )
  const kept = stored.filter(
    (doc) =>
      doc['zustand'] === 'offen' && (!now || INHALTSBEFUNDE.has(doc['code'] as Zeitbefundcode)),
  )
  const all = [...kept.flatMap(befundOf), ...(now?.befunde ?? [])]
  const found = new Map(all.map((befund) => [befund.schluessel, befund]))
  return {
    befunde: [...found.values()].filter(
      ({ schluessel, redaktionId }) =>
        !overruled.has(schluessel) && belongs(redaktionIds, redaktionId),
    ),
    kopien: now?.kopien ?? new Map(),
  }
}

function befundOf(doc: DeskDoc): readonly Befundanlass[] {
  const seit = parseCalendarDay(doc['seit'])
  if (!seit.ok) return []
  return [
    {
      schluessel: textOf(doc, 'id'),
      code: textOf(doc, 'code') as Zeitbefundcode,
      schwere: doc['schwere'] === 'fehler' ? 'fehler' : 'warnung',
      seit: seit.value,
      redaktionId: relationOf(doc, 'redaktion'),
      name: textOf(doc, 'gegenstand'),
      text: textOf(doc, 'text'),
      ziel: textOf(doc, 'ziel'),
    },
  ]
}

/** The corrections of others: nobody confirms the own one (zeit.md, rule 4). */
async function readAntraege(
  req: PayloadRequest,
  kontoId: string,
  redaktionIds: readonly RedaktionId[] | null,
): ReturnType<Aufgabenpult['antraege']> {
  if (!WRITERS.includes(req.user?.rolle)) return []
  const docs = await visible(req, 'antraege', {
    and: [{ zustand: { equals: 'offen' } }, { von: { not_equals: kontoId } }],
  })
  return docs
    .map((doc) => ({
      id: textOf(doc, 'id'),
      gegenstand: textOf(doc, 'gegenstand'),
      grund: textOf(doc, 'grund'),
      vonName: textOf(doc, 'vonName'),
      gestelltAm: dayOfInstant(doc['gestelltAm']),
      redaktionId: relationOf(doc, 'redaktion'),
    }))
    .filter(({ redaktionId }) => belongs(redaktionIds, redaktionId))
}

const WRITERS: readonly unknown[] = ['administration', 'landesredaktion', 'kommunalredaktion']

/** What was released as an Eilfall by others and nobody has looked at since. */
async function readEilfaelle(
  req: PayloadRequest,
  kontoId: string,
  redaktionIds: readonly RedaktionId[] | null,
): Promise<readonly Eilfallanlass[]> {
  if (!WRITERS.includes(req.user?.rolle)) return []
  const conditions: Where[] = [
    { eilfall: { equals: true } },
    { zustand: { in: ['freigegeben', 'zurueckgezogen'] } },
    ...(redaktionIds === null ? [] : [{ redaktion: { in: [...redaktionIds] } }]),
  ]
  const select = { titel: true, redaktion: true, verfasser: true } as const
  const texts = await visible(req, 'fassungen', { and: conditions }, select)
  if (texts.length === 0) return []
  const ids = texts.map((doc) => textOf(doc, 'id'))
  const confirmed = new Set(
    (
      await inParts(ids, (some) =>
        list(req, 'ueberpruefungen', { id: { in: some.map((id) => `eilfall|${id}`) } }),
      )
    ).map((doc) => textOf(doc, 'fassung')),
  )
  const releases = new Map(
    (
      await inParts(ids, (some) =>
        list(req, 'ereignisse', { schluessel: { in: some.map((id) => `freigabe|${id}`) } }),
      )
    ).map((doc) => [textOf(doc, 'schluessel').replace(/^freigabe\|/, ''), doc]),
  )
  return texts.flatMap((doc): readonly Eilfallanlass[] => {
    const fassungId = textOf(doc, 'id')
    const release = releases.get(fassungId)
    const isOwn =
      (release && textOf(release, 'von') === kontoId) ||
      ablaufstandFrom(doc).verfasser.includes(kontoId)
    if (isOwn || confirmed.has(fassungId)) return []
    return [
      {
        fassungId,
        titel: textOf(doc, 'titel'),
        redaktionId: relationOf(doc, 'redaktion'),
        seit: dayOfInstant(release?.['zeitpunkt']),
      },
    ]
  })
}

async function readAbstimmungen(req: PayloadRequest): Promise<readonly Abstimmungsanlass[]> {
  const docs = await visible(req, 'abstimmungen', { zustand: { equals: 'offen' } })
  if (docs.length === 0) return []
  const abstimmungen = docs.map(abstimmungFrom)
  const stimmen = await readStimmen(
    req,
    abstimmungen.map(({ id }) => id),
  )
  const texte = await readFassungDocs(
    req,
    abstimmungen.flatMap(({ fassungIds }) => fassungIds),
  )
  return abstimmungen.map((abstimmung) => {
    const { id, titel, frist, redaktionId, teilnehmerIds, fassungIds, eroeffnetAm } = abstimmung
    const staende = fassungIds.map((fassungId) => {
      const doc = texte.get(fassungId)
      return { fassungId, stand: doc ? (gelesenFrom(doc)?.stand ?? null) : null }
    })
    const given = stimmen.filter(({ abstimmungId }) => abstimmungId === id)
    const offene = fassungIds.filter(
      (fassungId) => texte.get(fassungId)?.['zustand'] === 'in-abstimmung',
    )
    const schuldner = schuldnerOf(
      teilnehmerIds,
      offene,
      geltendeStimmen(abstimmung, given, staende),
    )
    return {
      id,
      titel,
      frist,
      begonnenAm: dayOfInstant(eroeffnetAm),
      leitungId: redaktionId,
      offeneStimmen: schuldner.map((each) => each.redaktionId),
    }
  })
}

async function readUeberprueft(
  req: PayloadRequest,
  redaktionIds: readonly RedaktionId[],
): Promise<ReadonlyMap<FassungId, CalendarDay>> {
  const rows = await inParts(redaktionIds, (ids) =>
    list(req, 'ueberpruefungen', { redaktion: { in: [...ids] } }),
  )
  const last = new Map<FassungId, CalendarDay>()
  for (const row of rows) {
    const am = parseCalendarDay(row['am'])
    const fassung = textOf(row, 'fassung')
    const known = last.get(fassung)
    if (am.ok && (known === undefined || known < am.value)) last.set(fassung, am.value)
  }
  return last
}

/** How many there are of each and when the last one was written. */
async function readElternstand(
  req: PayloadRequest,
  redaktionIds: readonly RedaktionId[],
): Promise<string> {
  const own: Where = { redaktion: { in: [...redaktionIds] } }
  const drafts: Where = { and: [own, { zustand: { in: [...UNVEROEFFENTLICHT] } }] }
  const marks = [
    await newestOf(req, 'fassungen', drafts, 'updatedAt'),
    await newestOf(req, 'elternentscheide', own, 'am'),
  ]
  return marks.join('|')
}

async function newestOf(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  field: string,
): Promise<string> {
  const { docs, totalDocs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection,
    where,
    sort: `-${field}`,
    limit: 1,
    select: { [field]: true },
    req,
  })
  const value = docs[0]?.[field]
  const instant = value instanceof Date ? value.toISOString() : value
  return `${totalDocs} ${typeof instant === 'string' ? instant : ''}`
}

async function readTitel(
  req: PayloadRequest,
  ids: readonly FassungId[],
): Promise<ReadonlyMap<FassungId, string>> {
  const rows = await inParts([...new Set(ids)], (some) =>
    visible(req, 'fassungen', { id: { in: [...some] } }, { titel: true }),
  )
  return new Map(rows.map((doc) => [textOf(doc, 'id'), textOf(doc, 'titel')]))
}

function belongs(wanted: readonly RedaktionId[] | null, redaktionId: RedaktionId | null): boolean {
  return wanted === null || (redaktionId !== null && wanted.includes(redaktionId))
}

/** What the account may see of a collection; nothing where Payload says by an error that it may see none. */
async function visible(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
  select?: Readonly<Record<string, true>>,
): Promise<readonly DeskDoc[]> {
  try {
    const { docs } = await req.payload.find({
      collection,
      where,
      ...(select ? { select } : {}),
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
      req,
    })
    return docs as unknown as readonly DeskDoc[]
  } catch (error) {
    if (error instanceof Error && error.name === 'Forbidden') return []
    throw error
  }
}

async function list(
  req: PayloadRequest,
  collection: CollectionSlug,
  where: Where,
): Promise<readonly DeskDoc[]> {
  const { docs } = await req.payload.db.find<DeskDoc & { id: string }>({
    collection,
    where,
    limit: 0,
    pagination: false,
    req,
  })
  return docs
}

/** An `in` with more than these is too long for a statement of SQLite. */
const AT_ONCE = 500

async function inParts(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly DeskDoc[]>,
): Promise<readonly DeskDoc[]> {
  const found: DeskDoc[] = []
  for (let from = 0; from < ids.length; from += AT_ONCE)
    found.push(...(await read(ids.slice(from, from + AT_ONCE))))
  return found
}

function dayOfInstant(value: unknown): CalendarDay | null {
  const instant = value instanceof Date ? value.toISOString() : value
  return typeof instant === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(instant)
    ? dayInBerlin(instant)
    : null
}
