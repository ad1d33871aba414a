import type { DeskDoc } from '#store/desk/read.ts'

/**
 * What of a document an editor wrote, and in knowledge of which texts above. State and time stamps are the projection's and
 * the database's; who wrote it, who works on it and an Embargo stay at the desk: the log keeps what it holds for ever.
 */
export function pultOf(doc: DeskDoc): DeskDoc {
  const {
    folgenummer: _n,
    zustand: _z,
    createdAt: _c,
    updatedAt: _u,
    zeitgrenzen: _zg,
    fassungen: _f,
    verfasser: _v,
    bearbeitungsstand: _b,
    embargo: _e,
    zugewiesen: _zw,
    eilfall: _ei,
    elternkenntnis,
    ...pult
  } = doc
  return elternkenntnis ? { ...pult, elternkenntnis } : pult
}
