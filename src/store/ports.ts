import type { Payload, PayloadRequest } from 'payload'
import { failed, success } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type {
  AppendEreignis,
  Clock,
  CurrentChronik,
  GetInhalte,
  HashInhalt,
  PutInhalte,
} from '#ports/log.ts'
import type { LoadPulttext, ProjectEreignis, PultOfEntwurf, PultOfZeitgrenze } from '#ports/pult.ts'
import { chronikOfInstance } from '#store/chronik.ts'
import { clockOf, setClock } from '#store/clock.ts'
import { ablaufstandFrom } from '#store/desk/ablauf.ts'
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

export { chronikOfInstance, clockOf, setClock }

function createLoadPulttext(payload: Payload): LoadPulttext {
  return async (id) => {
    const doc = await payload.db.findOne<DeskDoc & { id: string }>({
      collection: 'fassungen',
      where: { id: { equals: id } },
    })
    if (!doc) return failed(problem('fassung-is-unknown'))
    const text = pulttextFrom(pultOf(doc))
    return text.ok ? success({ ...text.value, ablauf: ablaufstandFrom(doc) }) : text
  }
}
