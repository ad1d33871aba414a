import { randomUUID } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { Ueberpruefungsergebnis } from '#core/ablauf/ueberpruefung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** That somebody looked at a released text, and what they found. */
export type Ueberpruefung = {
  readonly fassung: string
  readonly titel: string
  readonly redaktion: string
  /** The day in Europe/Berlin. */
  readonly am: CalendarDay
  readonly zeitpunkt: string
  readonly von: string
  readonly vonName: string
  readonly ergebnis: Ueberpruefungsergebnis
  readonly bemerkung: string | null
}

/** Keeps it; from this day on the text is due again a turn later (`#core/ablauf/ueberpruefung.ts`). Returns its id. */
export async function addUeberpruefung(
  req: PayloadRequest,
  ueberpruefung: Ueberpruefung,
): Promise<string> {
  const id = randomUUID()
  await req.payload.db.create({
    collection: 'ueberpruefungen',
    data: { id, ...ueberpruefung, art: 'turnus' },
    req,
    returning: false,
  })
  return id
}
