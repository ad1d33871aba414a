import type { Payload, Where } from 'payload'
import { changeWhere } from '#store/changeWhere.ts'
import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { dayFromNumber, dayNumber } from '#core/zeit/day.ts'
import type { Befunde, Befundzahlen, GespeicherterBefund, Nachtlaeufe } from '#ports/befunde.ts'
import { nextTurn } from '#store/database/nextTurn.ts'
import { storePorts } from '#store/ports.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/**
 * The findings as rows of the collection `befunde`; the key is the id. Each change is one conditional statement, so a
 * check that is saved while somebody decides takes nothing back.
 */
function createBefunde(payload: Payload): Befunde {
  return {
    save: (found, zeitpunkt) => save(payload, found, zeitpunkt),
    find: async (schluessel) => {
      const where = { id: { equals: schluessel } }
      const row = await payload.db.findOne<BefundRow>({ collection: 'befunde', where })
      return row ? gespeichert(row) : null
    },
    add: async (befund, zeitpunkt) => {
      await put(payload, befund, zeitpunkt, new Set((await redaktionsnamen(payload)).keys()))
    },
    overrule: (schluessel, { grund, vonName, zeitpunkt }) =>
      changeWhere(payload, 'befunde', inZustand(schluessel, 'offen'), {
        zustand: 'uebergangen',
        grund,
        entschiedenVonName: vonName,
        entschiedenAm: zeitpunkt,
      }),
    reopen: (schluessel) =>
      changeWhere(payload, 'befunde', inZustand(schluessel, 'uebergangen'), {
        zustand: 'offen',
        grund: null,
        entschiedenVonName: null,
        entschiedenAm: null,
      }),
    overruled: async () => {
      const { docs } = await payload.db.find<BefundRow>({
        collection: 'befunde',
        where: { zustand: { equals: 'uebergangen' } },
        limit: 0,
        pagination: false,
      })
      return new Set(docs.map(({ id }) => id))
    },
    redaktionsnamen: () => redaktionsnamen(payload),
  }
}

/** The nightly runs as one row of `projektionen`: what the run makes can be made again from the log at any time. */
export function createNachtlaeufe(payload: Payload): Nachtlaeufe {
  const where = { id: { equals: NACHTLAUF } }
  const read = () =>
    payload.db.findOne<{ id: string; folgenummer: number }>({ collection: 'projektionen', where })
  return {
    last: async () => {
      const row = await read()
      return row ? dayFromNumber(row.folgenummer) : null
    },
    finish: async (tag) => {
      const data = { folgenummer: dayNumber(tag) }
      const update = () => payload.db.updateOne({ collection: 'projektionen', id: NACHTLAUF, data })
      if (await read()) {
        await update()
        return
      }
      try {
        await payload.db.create({ collection: 'projektionen', data: { id: NACHTLAUF, ...data } })
      } catch (error) {
        if (!isUniqueViolation(error)) throw error
        await update()
      }
    },
  }
}

/** Row of `projektionen` whose number is the day of the last run (`dayNumber`). */
const NACHTLAUF = 'nachtlauf'

type BefundRow = {
  readonly id: string
  readonly code: string
  readonly schwere: string
  readonly gegenstand: string
  readonly text: string
  readonly seit?: string | null
  readonly ziel: string
  readonly zustand: GespeicherterBefund['zustand']
  /** The bare id at depth 0. */
  readonly redaktion?: string | null
}

async function save(
  payload: Payload,
  found: readonly BenannterBefund[],
  zeitpunkt: string,
): Promise<Befundzahlen> {
  const redaktionen = new Set((await redaktionsnamen(payload)).keys())
  const { docs } = await payload.db.find<BefundRow>({
    collection: 'befunde',
    limit: 0,
    pagination: false,
  })
  const stored = new Map(docs.map((row) => [row.id, row]))
  const keys = new Set(found.map(({ schluessel }) => schluessel))
  let neu = 0
  for (const befund of found) {
    const row = stored.get(befund.schluessel)
    if (!row || row.zustand === 'behoben') {
      await put(payload, befund, zeitpunkt, redaktionen)
      neu += 1
    } else await renew(payload, befund, row, redaktionen)
    await nextTurn()
  }
  let behoben = 0
  for (const { id, zustand } of docs) {
    if (zustand !== 'offen' || keys.has(id)) continue
    if (await changeWhere(payload, 'befunde', inZustand(id, 'offen'), { zustand: 'behoben' }))
      behoben += 1
  }
  const uebergangen = docs.filter(({ zustand }) => zustand === 'uebergangen')
  const hidden = uebergangen.filter(({ id }) => keys.has(id)).length
  return { neu, behoben, offen: found.length - hidden, uebergangen: uebergangen.length }
}

/** A new finding, or one that is back after it had been mended. */
async function put(
  payload: Payload,
  befund: BenannterBefund,
  zeitpunkt: string,
  redaktionen: ReadonlySet<string>,
): Promise<void> {
  const id = befund.schluessel
  const data = { ...rowOf(befund, redaktionen), zustand: 'offen', gefundenAm: zeitpunkt }
  try {
    await payload.db.create({ collection: 'befunde', data: { id, ...data } })
  } catch (error) {
    if (!isUniqueViolation(error)) throw error
    await changeWhere(payload, 'befunde', inZustand(id, 'behoben'), data)
  }
}

/** A finding that was known: its words follow, what people decided about it stays. */
async function renew(
  payload: Payload,
  befund: BenannterBefund,
  row: BefundRow,
  redaktionen: ReadonlySet<string>,
): Promise<void> {
  const now = rowOf(befund, redaktionen)
  const names = Object.keys(now) as (keyof typeof now)[]
  if (names.every((name) => (row[name] ?? null) === now[name])) return
  await changeWhere(payload, 'befunde', { id: { equals: row.id } }, now)
}

function rowOf(befund: BenannterBefund, redaktionen: ReadonlySet<string>) {
  const { code, schwere, name, text, seit, ziel, redaktionId } = befund
  // A team that is gone, or that only a foreign log knows, cannot be named in a relation.
  const redaktion = redaktionId !== null && redaktionen.has(redaktionId) ? redaktionId : null
  return { code, schwere, gegenstand: name, text, seit: String(seit), ziel, redaktion }
}

function gespeichert({ id, zustand, redaktion }: BefundRow): GespeicherterBefund {
  return { schluessel: id, zustand, redaktionId: redaktion ?? null }
}

function inZustand(id: string, zustand: GespeicherterBefund['zustand']): Where {
  return { and: [{ id: { equals: id } }, { zustand: { equals: zustand } }] }
}

async function redaktionsnamen(payload: Payload): Promise<ReadonlyMap<string, string>> {
  const { docs } = await payload.db.find<{ id: string; name: string }>({
    collection: 'redaktionen',
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [id, name]))
}

/** What the commands about findings need, on a real database. */
export function befundPorts(payload: Payload) {
  const { chronik, getInhalte, hash, clock } = storePorts(payload)
  return { chronik, getInhalte, hash, clock, pause: nextTurn, befunde: createBefunde(payload) }
}
