import type { Payload, Where } from 'payload'
import { changeWhere } from '#store/changeWhere.ts'
import type { Lauf, Laeufe, Lease, Laufergebnis, Lieferziel } from '#ports/lieferung.ts'
import { isUniqueViolation } from '#store/uniqueViolation.ts'

/**
 * The runs as rows of the collection `lieferungen`. The id is made of target and due instant, so the primary key of any
 * database lets each of them exist once. Every change is one conditional statement (`UPDATE … WHERE`, on MongoDB
 * `findOneAndUpdate`): whoever comes second finds that the condition no longer holds.
 */
export function createLaeufe(payload: Payload): Laeufe {
  return {
    activeZiele: async () => {
      const { docs } = await payload.db.find<LieferzielRow>({
        collection: 'lieferziele',
        where: { aktiv: { equals: true } },
        sort: 'createdAt',
        limit: 0,
        pagination: false,
      })
      return docs.map(zielFrom)
    },
    findZiel: async (id) => {
      const where = { id: { equals: id } }
      const row = await payload.db.findOne<LieferzielRow>({ collection: 'lieferziele', where })
      return row ? zielFrom(row) : null
    },
    newest: async (lieferzielId) => {
      const { docs } = await payload.db.find<LieferungRow>({
        collection: 'lieferungen',
        where: { lieferziel: { equals: lieferzielId } },
        sort: '-faelligAm',
        limit: 1,
        pagination: false,
      })
      return docs[0] ? laufFrom(docs[0]) : null
    },
    create: (kennung, lease, jetzt) => createRow(payload, kennung, lease, jetzt),
    takeOver: (seen, lease, jetzt) =>
      changeWhere(payload, 'lieferungen', asSeen(seen), {
        ...beginning(lease, jetzt),
        fehler: null,
        versuche: seen.versuche + 1,
      }),
    renew: (kennung, { von, bis }) =>
      changeWhere(payload, 'lieferungen', held(kennung, von), { leaseBis: bis }),
    finish: (kennung, von, ergebnis) =>
      changeWhere(payload, 'lieferungen', held(kennung, von), ending(ergebnis)),
    abandon: (seen, fehler) =>
      changeWhere(
        payload,
        'lieferungen',
        asSeen(seen),
        ending({ ergebnis: 'gescheitert', dauerMs: 0, fehler }),
      ),
  }
}

type LieferzielRow = {
  readonly id: string
  readonly name: string
  readonly verzeichnis: string
  readonly zeitplan: string
  readonly createdAt: string | Date
}

type LieferungRow = {
  readonly id: string
  /** The bare id at depth 0, on MongoDB too. */
  readonly lieferziel: string
  readonly faelligAm: string
  readonly ergebnis: Lauf['ergebnis']
  readonly begonnenAm?: string | null
  readonly dauerMs?: number | null
  readonly versuche?: number | null
  readonly leaseBis?: string | null
}

type Kennung = Pick<Lauf, 'lieferzielId' | 'faelligAm'>

async function createRow(
  payload: Payload,
  kennung: Kennung,
  lease: Lease,
  jetzt: string,
): Promise<boolean> {
  const { lieferzielId, faelligAm } = kennung
  const data = {
    id: rowId(kennung),
    lieferziel: lieferzielId,
    faelligAm,
    versuche: 1,
    ...beginning(lease, jetzt),
  }
  try {
    await payload.db.create({ collection: 'lieferungen', data })
    return true
  } catch (error) {
    if (isUniqueViolation(error)) return false
    throw error
  }
}

/** The run as it was read: nobody has begun, ended or renewed it since. */
function asSeen({ versuche, ergebnis, leaseBis, ...kennung }: Lauf): Where {
  return {
    and: [
      { id: { equals: rowId(kennung) } },
      { versuche: { equals: versuche } },
      { ergebnis: { equals: ergebnis } },
      // What has ended has no lease any more.
      ...(leaseBis === null ? [] : [{ leaseBis: { equals: leaseBis } }]),
    ],
  }
}

function held(kennung: Kennung, von: string): Where {
  return {
    and: [
      { id: { equals: rowId(kennung) } },
      { leaseVon: { equals: von } },
      { ergebnis: { equals: 'laeuft' } },
    ],
  }
}

function beginning({ von, bis }: Lease, jetzt: string) {
  return { ergebnis: 'laeuft', begonnenAm: jetzt, dauerMs: null, leaseVon: von, leaseBis: bis }
}

function ending(ergebnis: Laufergebnis) {
  return { fehler: null, ...ergebnis, leaseVon: null, leaseBis: null }
}

function rowId({ lieferzielId, faelligAm }: Kennung): string {
  return `${lieferzielId}|${faelligAm}`
}

function laufFrom(row: LieferungRow): Lauf {
  return {
    lieferzielId: row.lieferziel,
    faelligAm: row.faelligAm,
    ergebnis: row.ergebnis,
    begonnenAm: row.begonnenAm ?? row.faelligAm,
    dauerMs: row.dauerMs ?? 0,
    versuche: row.versuche ?? 0,
    leaseBis: row.leaseBis ?? null,
  }
}

function zielFrom({ id, name, verzeichnis, zeitplan, createdAt }: LieferzielRow): Lieferziel {
  return { id, name, verzeichnis, zeitplan, seit: new Date(createdAt).toISOString() }
}
