import type { DeskDoc } from '#store/desk/read.ts'

/** What of a document an editor wrote; state and time stamps are the projection's and the database's. */
export function pultOf(doc: DeskDoc): DeskDoc {
  const {
    folgenummer: _n,
    zustand: _z,
    createdAt: _c,
    updatedAt: _u,
    zeitgrenzen: _zg,
    fassungen: _f,
    ...pult
  } = doc
  return pult
}
