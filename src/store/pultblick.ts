import type { Payload, Where } from 'payload'
import { UNVEROEFFENTLICHT, isUnveroeffentlicht } from '#core/ablauf/ablauf.ts'
import type { Pulttext } from '#ports/pult.ts'
import type { OpenPult, Pultantwort, Pultfrage } from '#ports/vorschau.ts'
import { pulttextFrom } from '#store/desk/fassung.ts'
import { textOf, type DeskDoc } from '#store/desk/read.ts'
import { pultOf } from '#store/desk/pult.ts'

/**
 * The desk for whoever sent the request: Payload's own session, Payload's own access rules. A draft that cannot be read
 * (a broken day, an empty Leistung) is left out: nobody could say where it belongs.
 */
export function createOpenPult(payload: Payload): OpenPult {
  return async (headers) => {
    const { user } = await payload.auth({ headers })
    if (!user) return null
    return async (frage) => {
      const { docs } = await payload.find({
        collection: 'fassungen',
        where: whereOf(frage),
        user,
        overrideAccess: false,
        depth: 0,
        limit: 0,
        pagination: false,
      })
      return antwortOf(docs as unknown as readonly DeskDoc[])
    }
  }
}

function whereOf({ gebietIds, leistungId, freigegebene }: Pultfrage): Where {
  return {
    and: [
      { gebiet: { in: [...gebietIds] } },
      ...(leistungId === null ? [] : [{ leistung: { equals: leistungId } }]),
      {
        or: [
          { zustand: { in: [...UNVEROEFFENTLICHT] } },
          ...(freigegebene.length === 0 ? [] : [{ id: { in: [...freigegebene] } }]),
        ],
      },
    ],
  }
}

function antwortOf(docs: readonly DeskDoc[]): Pultantwort {
  const entwuerfe: Pulttext[] = []
  const ohneBeginn: Pulttext[] = []
  const freigegebene: string[] = []
  for (const doc of docs) {
    if (!isUnveroeffentlicht(doc['zustand'])) {
      freigegebene.push(textOf(doc, 'id'))
      continue
    }
    const text = pulttextFrom(pultOf(doc))
    if (text.ok) {
      entwuerfe.push(text.value)
      continue
    }
    const dated = pulttextFrom({ ...pultOf(doc), beginn: { art: 'tag', tag: ANY_DAY } })
    if (dated.ok) ohneBeginn.push(dated.value)
  }
  return { entwuerfe, ohneBeginn, freigegebene }
}

/** Stands for the day that nobody has chosen yet. */
const ANY_DAY = '1970-01-01'
