import type { Payload } from 'payload'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import type { Ereignisart } from '#core/log/ereignis.ts'
import type { Protokollzeile, ReadProtokoll } from '#ports/nachweis.ts'

/** Entries asked for at a time. */
const PAGE_SIZE = 200

/** Reads rows of the log without the facts in them, which may be many thousands. */
export function createReadProtokoll(payload: Payload): ReadProtokoll {
  return async (folgenummern) => {
    const wanted = [...new Set(folgenummern)]
    const found = new Map<Folgenummer, Protokollzeile>()
    for (let start = 0; start < wanted.length; start += PAGE_SIZE) {
      const { docs } = await payload.db.find<Row>({
        collection: 'ereignisse',
        where: { folgenummer: { in: wanted.slice(start, start + PAGE_SIZE) } },
        select: SELECT,
        limit: PAGE_SIZE,
        pagination: false,
      })
      for (const row of docs) found.set(row.folgenummer, zeileOf(row))
    }
    const missing = wanted.find((folgenummer) => !found.has(folgenummer))
    if (missing !== undefined) throw new Error(`the log lacks entry ${missing}`)
    return found
  }
}

const SELECT = {
  folgenummer: true,
  zeitpunkt: true,
  art: true,
  von: true,
  vonName: true,
  bestaetigtVon: true,
  bestaetigtVonName: true,
  eilfall: true,
  grund: true,
  gegenstand: true,
} as const

type Row = {
  readonly id: string | number
  readonly folgenummer: Folgenummer
  readonly zeitpunkt: string
  readonly art: Ereignisart
  readonly von: string
  readonly vonName?: string | null
  readonly bestaetigtVon?: string | null
  readonly bestaetigtVonName?: string | null
  readonly eilfall?: boolean | null
  readonly grund?: string | null
  readonly gegenstand?: string | null
}

function zeileOf(row: Row): Protokollzeile {
  const { id, folgenummer, zeitpunkt, art } = row
  return {
    id: String(id),
    folgenummer,
    zeitpunkt,
    art,
    von: row.vonName ?? row.von,
    bestaetigtVon: row.bestaetigtVonName ?? row.bestaetigtVon ?? null,
    eilfall: row.eilfall === true,
    grund: row.grund ?? null,
    gegenstand: row.gegenstand ?? null,
  }
}
