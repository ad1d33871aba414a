import type { Payload, PayloadRequest } from 'payload'
import { failed } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import type {
  AppendEreignis,
  Clock,
  CurrentChronik,
  GetInhalte,
  HashInhalt,
  PutInhalte,
} from '#ports/log.ts'
import type { LoadPulttext, ProjectEreignis, PultOfEntwurf, PultOfZeitgrenze } from '#ports/pult.ts'
import { chronikOfInstance, sharedWeakMap } from '#store/chronik.ts'
import { pultOf } from '#store/desk/pult.ts'
import type { DeskDoc } from '#store/desk/read.ts'
import { pultOfEntwurf, pulttextFrom } from '#store/desk/fassung.ts'
import { createPultOfZeitgrenze } from '#store/desk/zeitgrenze.ts'
import { createAppend, createGetInhalte, createPutInhalte, hashInhalt } from '#store/log.ts'
import { createProjectSafely } from '#store/projections.ts'

/** Everything that commands need, on a real database. */
export type StorePorts = {
  readonly clock: Clock
  readonly chronik: CurrentChronik
  readonly loadPulttext: LoadPulttext
  readonly pultOfEntwurf: PultOfEntwurf
  readonly pultOfZeitgrenze: PultOfZeitgrenze
  readonly putInhalte: PutInhalte
  readonly getInhalte: GetInhalte
  readonly hash: HashInhalt
  readonly append: AppendEreignis
  readonly project: ProjectEreignis
}

/** The ports of a Payload instance; with `req` they write inside its transaction. */
export function storePorts(payload: Payload, req?: PayloadRequest): StorePorts {
  return {
    // Asked anew each time: a test may set another clock later.
    clock: () => clockOf(payload)(),
    chronik: chronikOfInstance(payload),
    loadPulttext: createLoadPulttext(payload),
    pultOfEntwurf,
    pultOfZeitgrenze: createPultOfZeitgrenze(payload),
    putInhalte: createPutInhalte(payload, req),
    getInhalte: createGetInhalte(payload),
    hash: hashInhalt,
    append: createAppend(payload, req),
    project: createProjectSafely(payload),
  }
}

/** The machine's clock: now as an instant, and the day it is in Europe/Berlin. */
const systemClock: Clock = () => {
  const now = new Date()
  return { zeitpunkt: now.toISOString(), heute: dayInBerlin(now) }
}

/** Lets a Payload instance live by another clock (tests, simulations). */
export function setClock(payload: Payload, clock: Clock): void {
  clocks.set(payload, clock)
}

export { chronikOfInstance }

/** The clock of a Payload instance. */
export function clockOf(payload: Payload): Clock {
  return clocks.get(payload) ?? systemClock
}

const clocks = sharedWeakMap<Clock>('stichtag.clocks')

function createLoadPulttext(payload: Payload): LoadPulttext {
  return async (id) => {
    const doc = await payload.db.findOne<DeskDoc & { id: string }>({
      collection: 'fassungen',
      where: { id: { equals: id } },
    })
    return doc ? pulttextFrom(pultOf(doc)) : failed(problem('fassung-is-unknown'))
  }
}

function dayInBerlin(instant: Date): CalendarDay {
  const parsed = parseCalendarDay(BERLIN.format(instant))
  if (!parsed.ok) throw new Error('this machine does not know Europe/Berlin')
  return parsed.value
}

// The Swedish way to write a date is ISO 8601.
const BERLIN = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin', dateStyle: 'short' })
