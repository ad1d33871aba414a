import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
import type { RedaktionId } from '#core/fassung/fassung.ts'
import type { GebietId } from '#core/gebiet/gebiet.ts'
import type { Klausel } from '#core/rechtsnorm/klausel.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Id of a Zeitgrenze in the log and at the editors' desk. */
export type ZeitgrenzeId = string
/** Id of a Rechtsnorm. */
export type RechtsnormId = string

/** What happens to the Rechtsnorm on the day of the Zeitgrenze. */
export type Zeitgrenzenart = 'inkrafttreten' | 'ausserkrafttreten' | 'teilinkrafttreten'

/** Where the day was announced, e.g. `GVOBl. M-V 2026 S. 812`. */
export type Fundstelle = string

type Grunddaten = {
  readonly id: ZeitgrenzeId
  readonly rechtsnormId: RechtsnormId
  readonly art: Zeitgrenzenart
  /** The source's own wording, kept beside the day. */
  readonly wortlaut: string | null
  /** The parts that a Teilinkrafttreten names, e.g. `§§ 3 bis 5`; absent: the whole Rechtsnorm. */
  readonly teile?: string
  /** The areas that a Teilinkrafttreten names; absent: wherever the Rechtsnorm holds. */
  readonly gebietIds?: readonly GebietId[]
  /** The clause from which the day was reckoned, with the reading that was chosen (zeit.md, rules 2 and 3). */
  readonly klausel?: Klausel
  /** Legal basis of a day before the announcement (zeit.md, rule 4). */
  readonly rueckwirkend?: string
  /** Who keeps it; absent in entries of before this was logged. */
  readonly redaktionId?: RedaktionId
}

/**
 * One event of a Rechtsnorm at which something enters into force or ends (zeit.md, rule 1). Only `bestimmt` takes
 * effect; `geplant`, `geschaetzt` and `unbestimmt` can be planned and previewed with.
 */
export type Zeitgrenze = Grunddaten &
  (
    | { readonly stand: 'bestimmt'; readonly tag: CalendarDay; readonly fundstelle: Fundstelle }
    | { readonly stand: 'geplant'; readonly tag: CalendarDay }
    | { readonly stand: 'geschaetzt'; readonly zeitraum: string }
    | { readonly stand: 'unbestimmt'; readonly bedingung: string }
    /** The law failed (zeit.md, rule 8): for good, what hangs on it is no longer selected. */
    | { readonly stand: 'abgesagt'; readonly grund: string }
  )

/** How sure the day is. */
export type Zeitgrenzenstand = Zeitgrenze['stand']

/** Looks a Zeitgrenze up as it stood at the Kenntnisstand in question. */
export type ZeitgrenzeLookup = (id: ZeitgrenzeId) => Zeitgrenze | undefined

/** Month `2027-03`, quarter `2027-Q2` or year `2027` of a geschaetzt Zeitgrenze. */
const ZEITRAUM = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4])?$/

/** What an editor enters for a Zeitgrenze, before it is known whether it fits together. */
export type ZeitgrenzeAngaben = Grunddaten & {
  readonly stand: Zeitgrenzenstand
  readonly tag: CalendarDay | null
  readonly fundstelle: string | null
  readonly zeitraum: string | null
  readonly bedingung: string | null
  /** Why the law failed; absent: it did not. */
  readonly grund?: string | null
}

/**
 * A Zeitgrenze from what was entered. Problems: `zeitgrenze-lacks-day`, `zeitgrenze-lacks-fundstelle`,
 * `zeitgrenze-lacks-period`, `zeitgrenze-lacks-condition`, `reason-is-missing`.
 */
export function zeitgrenzeFrom(angaben: ZeitgrenzeAngaben): Result<Zeitgrenze> {
  const { tag } = angaben
  const grunddaten = grunddatenOf(angaben)
  const fundstelle = filled(angaben.fundstelle)
  const bedingung = filled(angaben.bedingung)
  switch (angaben.stand) {
    case 'bestimmt':
      if (tag !== null && fundstelle !== null) {
        return success({ ...grunddaten, stand: 'bestimmt', tag, fundstelle })
      }
      return failed(
        ...lacking(tag, 'zeitgrenze-lacks-day', 'Tag'),
        ...lacking(fundstelle, 'zeitgrenze-lacks-fundstelle', 'Fundstelle'),
      )
    case 'geplant':
      if (tag !== null) return success({ ...grunddaten, stand: 'geplant', tag })
      return failed(problem('zeitgrenze-lacks-day', 'Tag'))
    case 'geschaetzt':
      if (angaben.zeitraum !== null && ZEITRAUM.test(angaben.zeitraum)) {
        return success({ ...grunddaten, stand: 'geschaetzt', zeitraum: angaben.zeitraum })
      }
      return failed(problem('zeitgrenze-lacks-period', 'Zeitraum'))
    case 'unbestimmt':
      if (bedingung !== null) return success({ ...grunddaten, stand: 'unbestimmt', bedingung })
      return failed(problem('zeitgrenze-lacks-condition', 'Bedingung'))
    case 'abgesagt': {
      const grund = filled(angaben.grund ?? null)
      if (grund !== null) return success({ ...grunddaten, stand: 'abgesagt', grund })
      return failed(problem('reason-is-missing', 'Grund'))
    }
  }
}

/**
 * Whether `next` may follow `previous` in the log on the day `heute`. A day that has passed changes by Berichtigen
 * only (zeit.md, rule 4): neither may a day that has come move, nor a coming one into the past. A first announcement
 * may name a passed day, because the editors may learn of it late. A law that failed stays failed: a new attempt is a new
 * Zeitgrenze. Problems: `zeitgrenze-day-has-passed`, `zeitgrenze-is-cancelled`.
 */
export function checkSuccession(
  previous: Zeitgrenze | undefined,
  next: Zeitgrenze,
  heute: CalendarDay,
): Result<Zeitgrenze> {
  if (previous?.stand === 'abgesagt' && next.stand !== 'abgesagt')
    return failed(problem('zeitgrenze-is-cancelled'))
  const before = previous ? effectiveTag(previous) : null
  const after = effectiveTag(next)
  if (before === null || before === after) return success(next)
  if (before <= heute) return failed(problem('zeitgrenze-day-has-passed', 'Tag', { tag: before }))
  if (after !== null && after < heute)
    return failed(problem('zeitgrenze-day-has-passed', 'Tag', { tag: after }))
  return success(next)
}

/** The day on which the Zeitgrenze takes effect, or null while it does not. */
export function effectiveTag(zeitgrenze: Zeitgrenze): CalendarDay | null {
  return zeitgrenze.stand === 'bestimmt' ? zeitgrenze.tag : null
}

function grunddatenOf(angaben: ZeitgrenzeAngaben): Grunddaten {
  const { id, rechtsnormId, art, wortlaut, klausel } = angaben
  const teile = filled(angaben.teile ?? null)
  const rueckwirkend = filled(angaben.rueckwirkend ?? null)
  const gebietIds = angaben.gebietIds ?? []
  return {
    id,
    rechtsnormId,
    art,
    wortlaut,
    ...(art === 'teilinkrafttreten' && teile !== null ? { teile } : {}),
    ...(art === 'teilinkrafttreten' && gebietIds.length > 0 ? { gebietIds } : {}),
    ...(klausel === undefined ? {} : { klausel }),
    ...(rueckwirkend === null ? {} : { rueckwirkend }),
    ...(angaben.redaktionId === undefined ? {} : { redaktionId: angaben.redaktionId }),
  }
}

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

function lacking(value: string | null, code: Problem['code'], stelle: string): readonly Problem[] {
  return value === null ? [problem(code, stelle)] : []
}
