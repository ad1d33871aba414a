import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import {
  zeitgrenzeFrom,
  type Zeitgrenze,
  type Zeitgrenzenart,
  type Zeitgrenzenstand,
} from '#core/rechtsnorm/zeitgrenze.ts'
import type { Klausel, Klauselart } from '#core/rechtsnorm/klausel.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
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
const STAENDE: readonly Zeitgrenzenstand[] = [
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
  const klausel = klauselFrom(groupOf(doc, 'klausel'))
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

/**
 * The clause that was chosen; null where none was. What of it nobody has entered yet makes no clause. Problem:
 * `clause-is-malformed`.
 */
export function klauselFrom(group: DeskDoc): Result<Klausel | null> {
  const art = KLAUSELARTEN.find((known) => known === group['art'])
  if (!art) return success(null)
  const tag = parseCalendarDay(group['tag'])
  const anzahl = numberOrNull(group, 'anzahl')
  const klausel = tag.ok ? KLAUSELN[art](tag.value, anzahl, group['lesart']) : null
  return klausel ? success(klausel) : failed(problem('clause-is-malformed', 'Klausel'))
}

const KEINE_KLAUSEL = { art: null, tag: null, anzahl: null, lesart: null }

function deskKlausel(klausel: Klausel): DeskDoc {
  return {
    ...KEINE_KLAUSEL,
    art: klausel.art,
    tag: 'tag' in klausel ? klausel.tag : klausel.bezugstag,
    ...('tage' in klausel ? { anzahl: klausel.tage } : {}),
    ...('monate' in klausel ? { anzahl: klausel.monate } : {}),
    ...('lesart' in klausel ? { lesart: klausel.lesart } : {}),
  }
}

type ReadKlausel = (tag: CalendarDay, anzahl: number | null, lesart: unknown) => Klausel | null

const KLAUSELN: Readonly<Record<Klauselart, ReadKlausel>> = {
  'fester-tag': (tag) => ({ art: 'fester-tag', tag }),
  'tag-nach-verkuendung': (bezugstag) => ({ art: 'tag-nach-verkuendung', bezugstag }),
  'tage-nach-ausgabe': (bezugstag, tage) =>
    isCount(tage) ? { art: 'tage-nach-ausgabe', bezugstag, tage } : null,
  'erster-des-folgemonats': (bezugstag) => ({ art: 'erster-des-folgemonats', bezugstag }),
  'erster-des-folgequartals': (bezugstag) => ({ art: 'erster-des-folgequartals', bezugstag }),
  'monate-nach-verkuendung': (bezugstag, monate) =>
    isCount(monate) ? { art: 'monate-nach-verkuendung', bezugstag, monate } : null,
  'mit-ablauf': (tag) => ({ art: 'mit-ablauf', tag }),
  'tritt-ausser-kraft': (tag, _anzahl, lesart) =>
    lesart === 'erster-tag-ohne' || lesart === 'letzter-tag-mit'
      ? { art: 'tritt-ausser-kraft', tag, lesart }
      : null,
}
const KLAUSELARTEN = Object.keys(KLAUSELN) as Klauselart[]

function isCount(value: number | null): value is number {
  return value !== null && Number.isInteger(value) && value > 0
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
