import type { Payload } from 'payload'
import { collect, failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Fristklausel, Fristregel } from '#core/rechtsnorm/fristregel.ts'
import { isCount } from '#core/rechtsnorm/klausel.ts'
import type { Bekanntmachungsform } from '#core/rechtsnorm/rechtsnorm.ts'
import { numberOrNull, relationOf, textOf, type DeskDoc } from '#store/desk/read.ts'

/** The rows of the editable table, by title. Problems: those of `fristregelFrom`. */
export async function fristregelnOf(payload: Payload): Promise<Result<readonly Fristregel[]>> {
  const { docs } = await payload.find({
    collection: 'fristregeln',
    depth: 0,
    pagination: false,
    sort: 'titel',
    overrideAccess: true,
  })
  return collect(docs.map((doc) => fristregelFrom(doc as unknown as DeskDoc)))
}

/** A document of the collection `fristregeln`. Problem: `clause-is-malformed`, with the title of the row. */
export function fristregelFrom(doc: DeskDoc): Result<Fristregel> {
  const normgeber = NORMGEBER.find((known) => known === doc['normgeber'])
  const klausel = fristklauselFrom(doc['klausel'], numberOrNull(doc, 'anzahl'))
  if (!normgeber || !klausel) return failed(problem('clause-is-malformed', textOf(doc, 'titel')))
  const form = FORMEN.find((known) => known === doc['bekanntmachungsform']) ?? null
  return success({
    normgeber,
    gebietId: relationOf(doc, 'gebiet'),
    klausel,
    bekanntmachungsform: form,
    aushangtage: form === 'aushang' ? numberOrNull(doc, 'aushangtage') : null,
    quelle: textOf(doc, 'quelle'),
  })
}

/** A rule as the desk keeps it; inverse of `fristregelFrom`. */
export function deskFristregel({ klausel, gebietId, ...rest }: Fristregel): DeskDoc {
  return {
    ...rest,
    gebiet: gebietId,
    klausel: klausel.art,
    anzahl: 'tage' in klausel ? klausel.tage : 'monate' in klausel ? klausel.monate : null,
  }
}

const NORMGEBER: readonly Fristregel['normgeber'][] = ['bund', 'land', 'kommune']
const FORMEN: readonly Bekanntmachungsform[] = [
  'bekanntmachungsblatt',
  'zeitung',
  'aushang',
  'internet',
]

function fristklauselFrom(art: unknown, anzahl: number | null): Fristklausel | null {
  switch (art) {
    case 'tag-nach-verkuendung':
    case 'erster-des-folgemonats':
    case 'erster-des-folgequartals':
      return { art }
    case 'tage-nach-ausgabe':
      return isCount(anzahl) ? { art, tage: anzahl } : null
    case 'monate-nach-verkuendung':
      return isCount(anzahl) ? { art, monate: anzahl } : null
    default:
      return null
  }
}
