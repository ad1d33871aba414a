import { createHash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { uuidOf } from '#core/uuid.ts'
import type { Gebiete } from '#core/gebiet/gebiet.ts'
import {
  inhaltshashes,
  type Leistungsobjekt,
  type Lieferung,
  type Stellenobjekt,
} from '#core/lieferung/lieferung.ts'
import type { Inhalte } from '#core/lieferung/inhalte.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'
import type { Onlinedienst, Organisationseinheit } from '#core/stelle/stelle.ts'
import { midnightInBerlin } from '#core/zeit/berlin.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Dateikopf, Manifest, Manifesteintrag } from '#ports/lieferung.ts'
import type { GetInhalte, HashInhalt } from '#ports/log.ts'
import {
  presentKopf,
  presentLeistung,
  presentOnlinedienst,
  presentOrganisationseinheit,
  type Texte,
} from './present.ts'
import { serializeDokument, serializeObjekt } from './serialize.ts'
import type { XzufiSettings } from './settings.ts'

/** The most objects that one document holds (`domain/features.md`; the PVOG names no limit). */
const OBJECTS_PER_DOCUMENT = 500

/** Contents are loaded, presented and dropped in batches of this size. */
const BATCH = 50

/** Anything that a delivery holds. */
export type Objekt = Leistungsobjekt | Stellenobjekt

/** One object as it leaves: the bytes of its `schreibe`, and their SHA-256 (hex). */
export type Kompilat = {
  readonly klasse: Objekt['klasse']
  readonly id: string
  readonly sha256: string
  readonly bytes: Buffer
}

/** Objects to bytes, in the same order. Whoever keeps compiled bytes puts his own in front of `compileWith`. */
export type Compile = (objekte: readonly Objekt[]) => Promise<readonly Kompilat[]>

/** One file of a delivery; `index.txt` has no objects. */
export type Dokument = {
  readonly name: string
  readonly bytes: Buffer
  readonly sha256: string
  /** Number of objects. */
  readonly objekte: number
  readonly eintraege: readonly Manifesteintrag[]
}

/** What a full delivery is made of. */
export type Lieferauftrag = Zeitpaar & {
  readonly lieferung: Lieferung
  /** The areas of the Stichtag (`uebersicht.gebiete`). */
  readonly gebiete: Gebiete
  /** `erstelltDatumZeit`, see `erstelltAt`. */
  readonly erstellt: string
  readonly settings: XzufiSettings
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  /** What narrowed the delivery (part of the message ids); nothing for the whole. */
  readonly filter?: string
  /** Instead of compiling everything anew. */
  readonly compile?: Compile
}

/**
 * The files of a full delivery, one after the other: documents of at most 500 objects, then
 * `index.txt`, last, so that a reader who finds it finds all it names. The same order gives the same
 * bytes: ids and times derive from the pair (zeit.md, rule 17). Only one document is in memory at a
 * time. A delivery without objects consists of an empty `index.txt`, at which a receiver stops; it is
 * for the caller not to send it (`export-is-empty`).
 */
export async function* deliver(auftrag: Lieferauftrag): AsyncGenerator<Dokument, void, undefined> {
  const compile = auftrag.compile ?? compileWith(auftrag)
  const { leistungen, organisationseinheiten, onlinedienste } = auftrag.lieferung
  const objekte: readonly Objekt[] = [...leistungen, ...organisationseinheiten, ...onlinedienste]
  const names: string[] = []
  for (const part of chunks(objekte, OBJECTS_PER_DOCUMENT)) {
    const nummer = names.length + 1
    const name = documentName(auftrag, nummer)
    names.push(name)
    yield dokument(name, await compileInBatches(part, compile), auftrag, nummer)
  }
  yield indexFile(names)
}

/** The manifest of a delivery from the files that were sent. */
export function manifestOf(
  {
    stichtag,
    kenntnisstand,
    erstellt,
    settings,
  }: Pick<Lieferauftrag, 'stichtag' | 'kenntnisstand' | 'erstellt' | 'settings'>,
  dokumente: readonly Dateikopf[],
): Manifest {
  return {
    stichtag,
    kenntnisstand,
    erstellt,
    version: settings.version,
    dokumente: dokumente.map(({ name, sha256, objekte, eintraege }) => ({
      name,
      sha256,
      objekte,
      eintraege,
    })),
  }
}

/**
 * When a delivery counts as made: the later of the newest entry that it knows and 0:00 of its
 * Stichtag, never the clock (zeit.md, rule 17). UTC instants, ISO 8601 with milliseconds.
 */
export function erstelltAt(zeitpunktOfKenntnisstand: string, stichtag: CalendarDay): string {
  const midnight = midnightInBerlin(stichtag)
  return zeitpunktOfKenntnisstand > midnight ? zeitpunktOfKenntnisstand : midnight
}

/** Compiles objects from their contents. A missing content throws: a hole is no text. */
export function compileWith({
  gebiete,
  settings,
  getInhalte,
  hash,
}: Pick<Lieferauftrag, 'gebiete' | 'settings' | 'getInhalte' | 'hash'>): Compile {
  return async (objekte) => {
    const inhalte = await getInhalte([...new Set(objekte.flatMap(inhaltshashes))])
    return objekte.map((objekt) => compileObjekt(objekt, { inhalte, hash }, gebiete, settings))
  }
}

function compileObjekt(
  objekt: Objekt,
  texte: Texte,
  gebiete: Gebiete,
  settings: XzufiSettings,
): Kompilat {
  const bytes = bytesOf(objekt, texte, gebiete, settings)
  return { klasse: objekt.klasse, id: objekt.id, sha256: sha256(bytes), bytes }
}

function bytesOf(objekt: Objekt, texte: Texte, gebiete: Gebiete, settings: XzufiSettings): Buffer {
  switch (objekt.klasse) {
    case 'leistung':
      return serializeObjekt('leistung', presentLeistung(objekt, texte, settings))
    case 'organisationseinheit': {
      const office = contentOf(objekt, texte.inhalte) as Organisationseinheit
      const parts = presentOrganisationseinheit(objekt, office, gebiete, settings)
      return serializeObjekt('organisationseinheit', parts)
    }
    case 'onlinedienst': {
      const service = contentOf(objekt, texte.inhalte) as Onlinedienst
      return serializeObjekt('onlinedienst', presentOnlinedienst(objekt, service, settings))
    }
  }
}

function contentOf(objekt: Stellenobjekt, inhalte: Inhalte): unknown {
  const [hash = ''] = inhaltshashes(objekt)
  const inhalt = inhalte.get(hash)
  if (inhalt === undefined)
    throw new Error(`content ${hash} of ${objekt.klasse} ${objekt.id} is missing`)
  return inhalt
}

/** Gives the event loop a turn between batches: others are served meanwhile. */
async function compileInBatches(
  objekte: readonly Objekt[],
  compile: Compile,
): Promise<readonly Kompilat[]> {
  const compiled: Kompilat[] = []
  for (const batch of chunks(objekte, BATCH)) {
    compiled.push(...(await compile(batch)))
    await nextTurn()
  }
  return compiled
}

function dokument(
  name: string,
  kompilate: readonly Kompilat[],
  auftrag: Lieferauftrag,
  nummer: number,
): Dokument {
  const { erstellt, settings } = auftrag
  const kopf = presentKopf({ nachrichtUuid: messageId(auftrag, nummer), erstellt }, settings)
  const bytes = serializeDokument(
    settings.wurzel,
    kopf,
    kompilate.map((each) => each.bytes),
  )
  const eintraege = kompilate.map(({ klasse, id, sha256: hash }) => ({ klasse, id, sha256: hash }))
  return { name, bytes, sha256: sha256(bytes), objekte: eintraege.length, eintraege }
}

function indexFile(names: readonly string[]): Dokument {
  const bytes = Buffer.from(names.map((name) => `${name}\n`).join(''))
  return { name: 'index.txt', bytes, sha256: sha256(bytes), objekte: 0, eintraege: [] }
}

function documentName({ stichtag, kenntnisstand }: Zeitpaar, nummer: number): string {
  const pair = `${stichtag.replaceAll('-', '')}${String(kenntnisstand).padStart(10, '0')}`
  return `XZUFI${pair}_${String(nummer).padStart(4, '0')}.xml`
}

/**
 * A UUID (version 8, RFC 9562: own content) that says which document this is. The Redaktion is part of
 * it, or two houses with the same pair would send the same id.
 */
function messageId(
  { stichtag, kenntnisstand, filter = '', settings }: Lieferauftrag,
  nummer: number,
): string {
  const { agencyId, version } = settings
  const parts = ['xzufi', version, agencyId, stichtag, kenntnisstand, filter, nummer]
  return uuidOf(sha256(Buffer.from(JSON.stringify(parts))))
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function* chunks<T>(values: readonly T[], size: number): Generator<readonly T[], void, undefined> {
  for (let start = 0; start < values.length; start += size) yield values.slice(start, start + size)
}
