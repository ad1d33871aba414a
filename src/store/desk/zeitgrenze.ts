import type { Payload } from 'payload'
import { failed, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  zeitgrenzeFrom,
  type Zeitgrenze,
  type Zeitgrenzenart,
  type Zeitgrenzenstand,
} from '#core/rechtsnorm/zeitgrenze.ts'
import { klauselFrom, type Klausel } from '#core/rechtsnorm/klausel.ts'
import { parseCalendarDay } from '#core/zeit/day.ts'
import { formatDay } from '#core/zeit/deutsch.ts'
import type { PultOfZeitgrenze } from '#ports/pult.ts'
import { pultOf } from '#store/desk/pult.ts'
import {
  dayOrNull,
  groupOf,
  numberOrNull,
  relationOf,
  relationsOf,
  textOf,
  textOrNull,
  type DeskDoc,
} from '#store/desk/read.ts'

const ARTEN: readonly Zeitgrenzenart[] = ['inkrafttreten', 'ausserkrafttreten', 'teilinkrafttreten']
/** How sure a day may be. */
export const STAENDE: readonly Zeitgrenzenstand[] = [
  'bestimmt',
  'geplant',
  'geschaetzt',
  'unbestimmt',
  'abgesagt',
]

/** A document of the collection `zeitgrenzen`. Problems: those of `zeitgrenzeFrom`, `day-is-malformed`. */
export function zeitgrenzeFromDesk(doc: DeskDoc): Result<Zeitgrenze> {
  const tag = dayOrNull(doc, 'tag', 'Tag')
  if (!tag.ok) return tag
  const rechtsnormId = relationOf(doc, 'rechtsnorm')
  if (rechtsnormId === null) return failed(problem('anchor-is-malformed', 'Rechtsnorm'))
  const klausel = klauselFromDesk(groupOf(doc, 'klausel'))
  if (!klausel.ok) return klausel
  const redaktionId = relationOf(doc, 'redaktion')
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
    grund: textOrNull(doc, 'absagegrund'),
    teile: textOf(doc, 'teile'),
    gebietIds: relationsOf(doc, 'gebiete'),
    rueckwirkend: textOf(doc, 'rueckwirkend'),
    ...(klausel.value === null ? {} : { klausel: klausel.value }),
    ...(redaktionId === null ? {} : { redaktionId }),
  })
}

/** The title of a Zeitgrenze in lists: the Rechtsnorm, what happens and when. */
export function titleOfZeitgrenze(doc: DeskDoc, rechtsnorm: string): string {
  return `${rechtsnorm}: ${ARTEN_LABELS[textOf(doc, 'art')] ?? ''} ${wannOf(doc)}`.trim()
}

const ARTEN_LABELS: Readonly<Record<string, string | undefined>> = {
  inkrafttreten: 'in Kraft',
  ausserkrafttreten: 'außer Kraft',
  teilinkrafttreten: 'teilweise in Kraft',
}

function wannOf(doc: DeskDoc): string {
  const tag = parseCalendarDay(doc['tag'])
  switch (doc['stand']) {
    case 'bestimmt':
      return tag.ok ? `ab ${formatDay(tag.value)}` : ''
    case 'geplant':
      return tag.ok ? `geplant ab ${formatDay(tag.value)}` : 'geplant'
    case 'geschaetzt':
      return `geschätzt ${textOf(doc, 'zeitraum')}`
    case 'abgesagt':
      return 'abgesagt'
    default:
      return 'Tag unbestimmt'
  }
}

/** The document of a Zeitgrenze as it stands, with what is said of it now, and its title. */
export function createPultOfZeitgrenze(payload: Payload): PultOfZeitgrenze {
  const read = async (collection: 'zeitgrenzen' | 'rechtsnormen', id: string): Promise<DeskDoc> =>
    (await payload.db.findOne<DeskDoc & { id: string }>({
      collection,
      where: { id: { equals: id } },
    })) ?? {}
  return async (zeitgrenze) => {
    const known = pultOf(await read('zeitgrenzen', zeitgrenze.id))
    const norm = await read('rechtsnormen', zeitgrenze.rechtsnormId)
    const name = ['abkuerzung', 'kurztitel', 'titel'].map((field) => textOf(norm, field))
    const doc = { ...known, ...deskZeitgrenze(zeitgrenze) }
    return { ...doc, titel: titleOfZeitgrenze(doc, name.find(Boolean) ?? 'Rechtsnorm') }
  }
}

/** A Zeitgrenze as the desk keeps it. */
export function deskZeitgrenze(zeitgrenze: Zeitgrenze): DeskDoc {
  const { id, rechtsnormId, art, stand, wortlaut } = zeitgrenze
  const { teile = null, gebietIds = [], rueckwirkend = null, klausel, redaktionId } = zeitgrenze
  return {
    ...EMPTY,
    ...ownFields(zeitgrenze),
    id,
    rechtsnorm: rechtsnormId,
    art,
    stand,
    wortlaut,
    teile,
    gebiete: gebietIds,
    rueckwirkend,
    klausel: klausel ? deskKlausel(klausel) : { ...KEINE_KLAUSEL },
    ...(redaktionId === undefined ? {} : { redaktion: redaktionId }),
  }
}

/** The clause that was chosen; null where none was. Problem: `clause-is-malformed`. */
function klauselFromDesk(group: DeskDoc): Result<Klausel | null> {
  const { art, tag, lesart } = group
  return klauselFrom({ art, tag, anzahl: numberOrNull(group, 'anzahl'), lesart })
}

const KEINE_KLAUSEL = { art: null, tag: null, anzahl: null, lesart: null }

/** A clause as the desk keeps it: `{ art, tag, anzahl, lesart }`. */
export function deskKlausel(klausel: Klausel): DeskDoc {
  return {
    ...KEINE_KLAUSEL,
    art: klausel.art,
    tag: 'tag' in klausel ? klausel.tag : klausel.bezugstag,
    ...('tage' in klausel ? { anzahl: klausel.tage } : {}),
    ...('monate' in klausel ? { anzahl: klausel.monate } : {}),
    ...('lesart' in klausel ? { lesart: klausel.lesart } : {}),
  }
}

const EMPTY = { tag: null, fundstelle: null, zeitraum: null, bedingung: null, absagegrund: null }

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
    case 'abgesagt':
      return { absagegrund: zeitgrenze.grund }
  }
}
