import type { CollectionSlug, Payload } from 'payload'
import { canonicalJson } from '#core/canonicalJson.ts'
import type { Inhaltshash } from '#core/fassung/fassung.ts'
import { OBJEKT_SAMMLUNGEN } from '#core/log/objektart.ts'
import type { Aussage, Ereignis } from '#core/log/ereignis.ts'
import type { ProjectEreignis } from '#ports/pult.ts'
import { relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'
import { hashInhalt } from '#store/log.ts'
import { appendZeile } from '#store/protokoll.ts'

/**
 * Attests an entry of the log of releases in the audit: one row, however often and by however many processes it is
 * projected. The row bears the hash of the entry as it is stored, so that a changed entry is found too.
 */
export function createProjectProtokoll(payload: Payload): ProjectEreignis {
  return async (ereignis) => {
    const { folgenummer } = ereignis
    const row = await payload.db.findOne<EintragRow>({
      collection: 'ereignisse',
      where: { folgenummer: { equals: folgenummer } },
    })
    if (!row) throw new Error(`entry ${folgenummer} is not committed yet`)
    const gegenstand = await gegenstandOf(payload, ereignis)
    await appendZeile(payload, undefined, eintragKey(folgenummer), {
      zeitpunkt: ereignis.zeitpunkt,
      akt: ereignis.art,
      von: ereignis.von,
      vonName: typeof row['vonName'] === 'string' ? row['vonName'] : ereignis.von,
      ...gegenstand,
      grund: ereignis.grund === '' ? null : ereignis.grund,
      angaben: angabenOf(ereignis, row),
      folgenummer,
      eintragshash: hashOfEintrag(row),
    })
  }
}

/** The key of the row that attests an entry. */
function eintragKey(folgenummer: number): string {
  return `ereignis|${folgenummer}`
}

/** A row of the log as the database keeps it. */
export type EintragRow = Readonly<Record<string, unknown>> & { readonly id: string | number }

/**
 * The hash of an entry as it is stored. What no database keeps the same (its own id, time stamps, empty fields) does not
 * count; so a column that the log gets later leaves the older hashes as they are.
 */
export function hashOfEintrag(row: EintragRow): Inhaltshash {
  const kept = Object.entries(row).filter(
    ([name, value]) =>
      !OF_THE_DATABASE.has(name) &&
      value !== null &&
      value !== undefined &&
      value !== '' &&
      value !== false,
  )
  return hashInhalt(Object.fromEntries(kept))
}

const OF_THE_DATABASE: ReadonlySet<string> = new Set(['id', '_id', '__v', 'createdAt', 'updatedAt'])

type Gegenstand = {
  readonly gegenstandArt: CollectionSlug
  readonly gegenstandId: string
  readonly titel: string
  readonly redaktion: string | null
  readonly vertraulich: boolean
}

/** What the entry is about, as the desk knows it now; of several things the first. */
async function gegenstandOf(payload: Payload, { aussagen }: Ereignis): Promise<Gegenstand> {
  const [first] = aussagen
  if (!first) {
    const nothing = { gegenstandArt: 'ereignisse', gegenstandId: '', titel: '' } as const
    return { ...nothing, redaktion: null, vertraulich: false }
  }
  const { collection, id, redaktionId } = placeOf(first)
  const doc = await payload.db.findOne<DeskDoc & { id: string }>({
    collection,
    where: { id: { equals: id } },
  })
  const name = doc ? nameOf(doc) : ''
  const others = aussagen.length > 1 ? ` und ${aussagen.length - 1} weitere` : ''
  return {
    gegenstandArt: collection,
    gegenstandId: id,
    titel: `${name === '' ? id : name}${others}`,
    redaktion: redaktionId ?? (doc ? relationOf(doc, 'redaktion') : null),
    vertraulich: doc?.['embargo'] === true,
  }
}

type Place = {
  readonly collection: CollectionSlug
  readonly id: string
  readonly redaktionId: string | null
}

function placeOf(aussage: Aussage): Place {
  const collection = 'fassungen'
  switch (aussage.klasse) {
    case 'fassung':
      return { collection, id: aussage.fassung.id, redaktionId: aussage.fassung.redaktionId }
    case 'variante':
      return { collection, id: aussage.variante.id, redaktionId: null }
    case 'zurueckziehung':
      return { collection, id: aussage.zurueckziehung.fassungId, redaktionId: null }
    case 'aussetzung':
      return { collection, id: aussage.aussetzung.fassungId, redaktionId: null }
    case 'zeitgrenze':
      return {
        collection: 'zeitgrenzen',
        id: aussage.zeitgrenze.id,
        redaktionId: aussage.zeitgrenze.redaktionId ?? null,
      }
    case 'objekt':
      return {
        collection: OBJEKT_SAMMLUNGEN[aussage.objekt.art],
        id: aussage.objekt.id,
        redaktionId: null,
      }
  }
}

/** What of an entry is worth knowing besides: the second person, the day of a law. */
function angabenOf(ereignis: Ereignis, row: EintragRow): string | null {
  const { bestaetigtVon, aussagen } = ereignis
  const [first] = aussagen
  const zeitgrenze = first?.klasse === 'zeitgrenze' ? first.zeitgrenze : null
  const angaben = {
    ...(bestaetigtVon === undefined
      ? {}
      : { bestaetigtVon, bestaetigtVonName: row['bestaetigtVonName'] ?? bestaetigtVon }),
    ...(ereignis.eilfall ? { eilfall: true } : {}),
    ...(zeitgrenze === null ? {} : { stand: zeitgrenze.stand }),
    ...(zeitgrenze !== null && 'tag' in zeitgrenze ? { tag: zeitgrenze.tag } : {}),
    ...(aussagen.length > 1 ? { anzahl: aussagen.length } : {}),
  }
  return Object.keys(angaben).length === 0 ? null : canonicalJson(angaben)
}

function nameOf(doc: DeskDoc): string {
  return textOf(doc, 'titel') || textOf(doc, 'name')
}
