import { ZUSTAENDE, type Ablaufstand } from '#core/ablauf/ablauf.ts'
import { textsOf, type DeskDoc } from '#store/desk/read.ts'

/** What of a document of the collection `fassungen` counts for its next step. A document without a state is a draft. */
export function ablaufstandFrom(doc: DeskDoc): Ablaufstand {
  return {
    zustand: ZUSTAENDE.find((known) => known === doc['zustand']) ?? 'entwurf',
    aenderungsart: doc['aenderungsart'] === 'redaktionell' ? 'redaktionell' : 'inhaltlich',
    verfasser: textsOf(doc, 'verfasser'),
    embargo: doc['embargo'] === true,
  }
}
