import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem, type Problem } from '#core/errors/problems.ts'
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
}

/**
 * One event of a Rechtsnorm at which something enters into force or ends (zeit.md, rule 1). Only `bestimmt` takes
 * effect; the other three can be planned and previewed with.
 */
export type Zeitgrenze = Grunddaten &
  (
    | { readonly stand: 'bestimmt'; readonly tag: CalendarDay; readonly fundstelle: Fundstelle }
    | { readonly stand: 'geplant'; readonly tag: CalendarDay }
    | { readonly stand: 'geschaetzt'; readonly zeitraum: string }
    | { readonly stand: 'unbestimmt'; readonly bedingung: string }
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
}

/**
 * A Zeitgrenze from what was entered. Problems: `zeitgrenze-lacks-day`, `zeitgrenze-lacks-fundstelle`,
 * `zeitgrenze-lacks-period`, `zeitgrenze-lacks-condition`.
 */
export function zeitgrenzeFrom(angaben: ZeitgrenzeAngaben): Result<Zeitgrenze> {
  const { id, rechtsnormId, art, wortlaut, tag } = angaben
  const grunddaten = { id, rechtsnormId, art, wortlaut }
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
  }
}

/**
 * Whether `next` may follow `previous` in the log on the day `heute`. A day that has passed changes by Berichtigen
 * only (zeit.md, rule 4): neither may a day that has come move, nor a coming one into the past. A first announcement
 * may name a passed day, because the editors may learn of it late. Problem: `zeitgrenze-day-has-passed`.
 */
export function checkSuccession(
  previous: Zeitgrenze | undefined,
  next: Zeitgrenze,
  heute: CalendarDay,
): Result<Zeitgrenze> {
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

function filled(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim()
}

function lacking(value: string | null, code: Problem['code'], stelle: string): readonly Problem[] {
  return value === null ? [problem(code, stelle)] : []
}
