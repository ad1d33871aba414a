import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  zeitgrenzeFrom,
  type Zeitgrenze,
  type Zeitgrenzenart,
  type Zeitgrenzenstand,
} from '#core/rechtsnorm/zeitgrenze.ts'
import { dayOrNull, relationOf, textOf, textOrNull, type DeskDoc } from '#store/desk/read.ts'

const ARTEN: readonly Zeitgrenzenart[] = ['inkrafttreten', 'ausserkrafttreten', 'teilinkrafttreten']
const STAENDE: readonly Zeitgrenzenstand[] = ['bestimmt', 'geplant', 'geschaetzt', 'unbestimmt']

/** A document of the collection `zeitgrenzen`. Problems: those of `zeitgrenzeFrom`, `day-is-malformed`. */
export function zeitgrenzeFromDesk(doc: DeskDoc): Result<Zeitgrenze> {
  const tag = dayOrNull(doc, 'tag', 'Tag')
  if (!tag.ok) return tag
  const rechtsnormId = relationOf(doc, 'rechtsnorm')
  if (rechtsnormId === null) return failed(problem('anchor-is-malformed', 'Rechtsnorm'))
  return zeitgrenzeFrom({
    id: textOf(doc, 'id'),
    rechtsnormId,
    art: ARTEN.find((art) => art === doc['art']) ?? 'inkrafttreten',
    stand: STAENDE.find((stand) => stand === doc['stand']) ?? 'unbestimmt',
    tag: tag.value,
    wortlaut: textOrNull(doc, 'wortlaut'),
    fundstelle: textOrNull(doc, 'fundstelle'),
    zeitraum: textOrNull(doc, 'zeitraum'),
    bedingung: textOrNull(doc, 'bedingung'),
  })
}

/** A Zeitgrenze as the desk keeps it. */
export function deskZeitgrenze(zeitgrenze: Zeitgrenze): DeskDoc {
  const { id, rechtsnormId, art, stand, wortlaut } = zeitgrenze
  return { ...EMPTY, ...ownFields(zeitgrenze), id, rechtsnorm: rechtsnormId, art, stand, wortlaut }
}

const EMPTY = { tag: null, fundstelle: null, zeitraum: null, bedingung: null }

function ownFields(zeitgrenze: Zeitgrenze): DeskDoc {
  switch (zeitgrenze.stand) {
    case 'bestimmt':
      return { tag: zeitgrenze.tag, fundstelle: zeitgrenze.fundstelle }
    case 'geplant':
      return { tag: zeitgrenze.tag }
    case 'geschaetzt':
      return { zeitraum: zeitgrenze.zeitraum }
    case 'unbestimmt':
      return { bedingung: zeitgrenze.bedingung }
  }
}
