import type { Payload, TypedUser, Where } from 'payload'
import { UNVEROEFFENTLICHT } from '#core/ablauf/ablauf.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import { newestFolgenummer, zeitgrenzenAt, type Chronik } from '#core/log/chronik.ts'
import type { Objektart, Objektstand } from '#core/log/ereignis.ts'
import { effectiveDay, type Anker } from '#core/rechtsnorm/anker.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import { ankerOf, idOf } from '../firstDay.ts'
import { docsOf, type Row } from '../names.ts'

/** A draft as far as the calendar needs it: where it belongs, and the days that it wants. */
export type Entwurf = {
  readonly id: string
  readonly titel: string
  readonly redaktionId: string | null
  /** The text that it is a translation of; null: it is a German text. */
  readonly variantVon: string | null
  readonly beginn: Anker | null
  readonly ende: Anker | null
  /** Its days as its Zeitgrenzen stand now; null: not bestimmt, or left open. */
  readonly ab: CalendarDay | null
  readonly bis: CalendarDay | null
}

const ENTWURF_FIELDS = {
  titel: true,
  redaktion: true,
  variantVon: true,
  beginn: true,
  ende: true,
} as const

/** The drafts that the person may see. */
export async function readEntwuerfe(
  payload: Payload,
  user: TypedUser,
  chronik: Chronik,
): Promise<readonly Entwurf[]> {
  const rows = await readFassungen(
    payload,
    user,
    { zustand: { in: [...UNVEROEFFENTLICHT] } },
    ENTWURF_FIELDS,
  )
  const lookup = zeitgrenzenAt(chronik, newestFolgenummer(chronik))
  const dayOf = (anker: Anker | null) => (anker === null ? null : effectiveDay(anker, lookup))
  return rows.map((row) => {
    const beginn = ankerOf(row['beginn'], 'Gilt ab')
    const ende = ankerOf(row['ende'], 'Gilt bis')
    return {
      id: row.id,
      titel: textOr(row['titel'], 'Neue Fassung'),
      redaktionId: idOf(row['redaktion']),
      variantVon: idOf(row['variantVon']),
      beginn,
      ende,
      ab: dayOf(beginn),
      bis: dayOf(ende),
    }
  })
}

/** Which of these texts the person may open. */
export async function readableFassungen(
  payload: Payload,
  user: TypedUser,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const readable = new Set<string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = { id: { in: ids.slice(from, from + AT_ONCE) } }
    const rows = await readFassungen(payload, user, some, { zustand: true })
    for (const { id } of rows) readable.add(id)
  }
  return readable
}

const AT_ONCE = 500

async function readFassungen(
  payload: Payload,
  user: TypedUser,
  where: Where,
  select: Readonly<Record<string, true>>,
): Promise<readonly (Row & { readonly id: string })[]> {
  try {
    const { docs } = await payload.find({
      collection: 'fassungen',
      where,
      select,
      sort: 'titel',
      depth: 0,
      limit: 0,
      pagination: false,
      overrideAccess: false,
      user,
    })
    return docs as unknown as readonly (Row & { readonly id: string })[]
  } catch (error) {
    // A Kommunalredaktion without a Redaktion may see none; Payload says so by an error.
    if (error instanceof Error && error.name === 'Forbidden') return []
    throw error
  }
}

/** What the desk calls an object, and whose it is. */
export type Objektname = {
  readonly titel: string
  readonly redaktionId: string | null
  readonly collection: (typeof OBJEKT_SAMMLUNGEN)[Objektart]
}

/** A saved state of an object and the entry that saved it. */
export type Objektbeleg = { readonly objekt: Objektstand; readonly folgenummer: number }

/** Where the desk keeps the name of each kind; what has none is called after its Leistung. */
const NAME_FIELDS: Readonly<Record<Objektart, string>> = {
  gebiet: 'name',
  leistung: 'name',
  organisationseinheit: 'name',
  zustaendigkeit: 'titel',
  modulsperre: 'leistung',
  schweigefrist: 'leistung',
  rueckmeldung: 'leistung',
  angebot: 'titel',
  onlinedienst: 'bezeichnung',
  formular: 'bezeichnung',
  rechtsnorm: 'titel',
}

/** What a saved state was called does not change with later entries, so it is asked for once. */
const known = new Map<string, Objektname>()
const KNOWN_AT_MOST = 50_000

/** Names and owners of saved objects, which all who have signed in may see. */
export async function readObjektnamen(
  payload: Payload,
  belege: readonly Objektbeleg[],
): Promise<(beleg: Objektbeleg) => Objektname> {
  if (known.size > KNOWN_AT_MOST) known.clear()
  const missing = belege.filter((beleg) => !known.has(keyOf(beleg)))
  for (const art of new Set(missing.map(({ objekt }) => objekt.art))) {
    const wanted = missing.filter(({ objekt }) => objekt.art === art)
    const collection = OBJEKT_SAMMLUNGEN[art]
    const field = NAME_FIELDS[art]
    const ids = wanted.map(({ objekt }) => objekt.id)
    const fields = art === 'gebiet' ? [field] : [field, 'redaktion']
    const rows = new Map(
      (await docsOf(payload, collection, ids, fields)).map((row) => [row.id, row]),
    )
    const names = field === 'leistung' ? await leistungNames(payload, [...rows.values()]) : null
    for (const beleg of wanted) {
      const row = rows.get(beleg.objekt.id)
      const name =
        names?.get(idOf(row?.['leistung']) ?? '') ?? textOr(row?.[field], beleg.objekt.id)
      const redaktionId = idOf(row?.['redaktion'])
      known.set(keyOf(beleg), { titel: name, redaktionId, collection })
    }
  }
  return (beleg) =>
    known.get(keyOf(beleg)) ?? {
      titel: beleg.objekt.id,
      redaktionId: null,
      collection: OBJEKT_SAMMLUNGEN[beleg.objekt.art],
    }
}

async function leistungNames(
  payload: Payload,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.flatMap((row) => idOf(row['leistung']) ?? [])
  const docs = await docsOf(payload, 'leistungen', ids, ['name'])
  return new Map(docs.map(({ id, name }) => [id, textOr(name, id)]))
}

function keyOf({ objekt: { art, id }, folgenummer }: Objektbeleg): string {
  return `${art}|${id}|${folgenummer}`
}

function textOr(value: unknown, otherwise: string): string {
  return typeof value === 'string' && value !== '' ? value : otherwise
}

/** The Redaktionen in whose name the person writes: the own one, and those for which an IT-Aufgabentraeger acts. */
export function eigeneRedaktionen(user: TypedUser): readonly string[] {
  const redaktion = (user as { readonly redaktion?: unknown }).redaktion
  const own = idOf(redaktion)
  if (own === null) return []
  const { art, handeltFuer } = (typeof redaktion === 'object' ? redaktion : {}) as {
    readonly art?: string
    readonly handeltFuer?: readonly unknown[] | null
  }
  if (art !== 'it-aufgabentraeger') return [own]
  return [own, ...(handeltFuer ?? []).flatMap((each) => idOf(each) ?? [])]
}
