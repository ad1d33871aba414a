import { aufgabe, type Aufgabe } from '#core/aufgaben/aufgabe.ts'
import type { FassungId, RedaktionId } from '#core/fassung/fassung.ts'
import { modulLabel, type Modulname } from '#core/fassung/module.ts'
import { pultpfad } from '#core/log/objektart.ts'
import type { BenannterBefund } from '#core/pruefung/zeitleisten/befunde.ts'
import { previousDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** A finding as a task needs it. */
export type Befundanlass = Pick<
  BenannterBefund,
  'schluessel' | 'code' | 'schwere' | 'seit' | 'redaktionId' | 'name' | 'text' | 'ziel'
>

/**
 * A finding of the timelines is to be mended before it shows: by the day before; what is wrong already is overdue. That a
 * translation is stale is work for whoever translates.
 */
export function befundaufgabe(befund: Befundanlass): Aufgabe {
  const { schluessel, code, schwere, seit, redaktionId, name, text, ziel } = befund
  return aufgabe({
    art: code === 'uebersetzung-veraltet' ? 'sprachfassung' : 'befund',
    titel: name,
    satz: text,
    bis: previousDay(seit),
    seit,
    ziel,
    gegenstand: { art: 'befund', id: schluessel },
    redaktionId,
    schwere,
  })
}

/** A correction that somebody else has asked for. */
export type Antragsanlass = {
  readonly id: string
  readonly gegenstand: string
  readonly grund: string
  readonly vonName: string
  /** The day on which it was asked for. */
  readonly gestelltAm: CalendarDay | null
  readonly redaktionId: RedaktionId | null
}

/** Something wrong is public until a second person confirms: due on the day on which it was asked for. */
export function antragsaufgabe(antrag: Antragsanlass): Aufgabe {
  const { id, gegenstand, grund, vonName, gestelltAm, redaktionId } = antrag
  return aufgabe({
    art: 'antrag',
    titel: gegenstand,
    satz: `${vonName} hat eine Berichtigung beantragt: „${grund}“ Prüfen und entscheiden Sie als zweite Person.`,
    bis: gestelltAm,
    seit: gestelltAm,
    ziel: `/admin/collections/antraege/${encodeURIComponent(id)}`,
    gegenstand: { art: 'antrag', id },
    redaktionId,
  })
}

/** A change of what a text inherits, with the names that people know. */
export type Elternanlass = {
  readonly fassungId: FassungId
  readonly titel: string
  readonly redaktionId: RedaktionId
  readonly module: readonly Modulname[]
  /** The first day on which one of them has the new inherited words. */
  readonly ab: CalendarDay
}

/** What a text inherits changes: somebody looks at it before that day (zeit.md, rule 10). */
export function elternaufgabe({
  fassungId,
  titel,
  redaktionId,
  module,
  ab,
}: Elternanlass): Aufgabe {
  const gegenstand = { art: 'fassung', id: fassungId } as const
  return aufgabe({
    art: 'eltern',
    titel,
    satz: `Der geerbte Text ist ab ${formatDayLong(ab)} anders in: ${module.map(modulLabel).join(', ')}. Übernehmen Sie die Änderung, oder lehnen Sie sie mit Grund ab.`,
    bis: previousDay(ab),
    ziel: pultpfad(gegenstand),
    gegenstand,
    redaktionId,
  })
}

/** A consultation that is open. */
export type Abstimmungsanlass = {
  readonly id: string
  readonly titel: string
  /** Last day to vote. */
  readonly frist: CalendarDay | null
  readonly begonnenAm: CalendarDay | null
  /** The Redaktion that leads it. */
  readonly leitungId: RedaktionId | null
  /** Of the account's Redaktionen those that take part and have not voted on every text. */
  readonly offeneStimmen: readonly RedaktionId[]
}

/** The vote that is missing; and for who leads it, that it is over. */
export function abstimmungsaufgaben(
  anlass: Abstimmungsanlass,
  eigene: readonly RedaktionId[],
  heute: CalendarDay,
): readonly Aufgabe[] {
  const { id, titel, frist, begonnenAm, leitungId, offeneStimmen } = anlass
  const bisTag = frist === null ? '' : ` bis ${formatDayLong(frist)}`
  const rest = {
    titel,
    bis: frist,
    seit: begonnenAm,
    ziel: `/admin/collections/abstimmungen/${encodeURIComponent(id)}`,
    gegenstand: { art: 'abstimmung', id },
  } as const
  const stimmen = offeneStimmen.map((redaktionId) =>
    aufgabe({
      ...rest,
      art: 'abstimmung',
      satz: `Stimmen Sie${bisTag} zu, lehnen Sie mit Grund ab, oder enthalten Sie sich.`,
      redaktionId,
      naeher: redaktionId,
    }),
  )
  const isOver = frist !== null && frist < heute
  const leads = leitungId !== null && eigene.includes(leitungId)
  if (!isOver || !leads) return stimmen
  const ende = aufgabe({
    ...rest,
    art: 'abstimmung-beenden',
    satz: `Die Frist ist am ${formatDayLong(frist)} abgelaufen. Werten Sie die Stimmen aus, und beenden Sie die Abstimmung.`,
    redaktionId: leitungId,
  })
  return [...stimmen, ende]
}

/** A released text that is to be looked at again. */
export type Ueberpruefungsanlass = {
  readonly fassungId: FassungId
  readonly titel: string
  readonly redaktionId: RedaktionId
  readonly faelligAm: CalendarDay
}

/** Whether a text is still right is looked at by its day of review. */
export function ueberpruefungsaufgabe(anlass: Ueberpruefungsanlass): Aufgabe {
  const { fassungId, titel, redaktionId, faelligAm } = anlass
  const gegenstand = { art: 'fassung', id: fassungId } as const
  return aufgabe({
    art: 'ueberpruefung',
    titel,
    satz: `Seit der letzten Prüfung ist der Turnus abgelaufen: Lesen Sie, ob der Text noch stimmt, und halten Sie das Ergebnis fest.`,
    bis: faelligAm,
    ziel: pultpfad(gegenstand),
    gegenstand,
    redaktionId,
  })
}

/** A text that was released without a second person or approval. */
export type Eilfallanlass = {
  readonly fassungId: FassungId
  readonly titel: string
  readonly redaktionId: RedaktionId | null
  /** The day of its release. */
  readonly seit: CalendarDay | null
}

/** It is public already: somebody else looks at it on the day of its release. */
export function eilfallaufgabe({ fassungId, titel, redaktionId, seit }: Eilfallanlass): Aufgabe {
  const gegenstand = { art: 'fassung', id: fassungId } as const
  return aufgabe({
    art: 'eilfall',
    titel,
    satz: 'Als Eilfall ohne zweite Person oder ohne Fachfreigabe freigegeben. Lesen Sie den Text, und bestätigen Sie ihn, oder lassen Sie ihn berichtigen.',
    bis: seit,
    seit,
    ziel: pultpfad(gegenstand),
    gegenstand,
    redaktionId,
  })
}
