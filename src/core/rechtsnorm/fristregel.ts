import type { Gebiet, GebietId } from '#core/gebiet/gebiet.ts'
import type { Klausel } from '#core/rechtsnorm/klausel.ts'
import type { Bekanntmachungsform, Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** A clause that counts from an announcement, without the day of that announcement. */
export type Fristklausel = WithoutBezugstag<Klausel>

/** When a Rechtsnorm that names no day enters into force, for one Normgeber and area (zeit.md, rule 2). */
export type Fristregel = {
  readonly normgeber: Rechtsnorm['normgeber']
  /** For this area and the areas in it; null: for all of this Normgeber. */
  readonly gebietId: GebietId | null
  readonly klausel: Fristklausel
  /** How the Hauptsatzung has Satzungen announced; null: the rule does not say. */
  readonly bekanntmachungsform: Bekanntmachungsform | null
  /** How many days an Aushang hangs; null for every other form. */
  readonly aushangtage: number | null
  /** Where the rule stands, e.g. `Art. 82 Abs. 2 Satz 2 GG`. */
  readonly quelle: string
}

/** Whose rule is wanted. */
export type Regelanfrage = {
  readonly normgeber: Rechtsnorm['normgeber']
  /** From the widest area down to the one in which the Rechtsnorm holds; empty: not said. */
  readonly gebietPath: readonly GebietId[]
  /** How the Rechtsnorm was announced; null: not said. */
  readonly form: Bekanntmachungsform | null
}

/**
 * The rule of the most specific area. A rule for another form of announcement is none; among rules of one area the one
 * for this form comes first, then the one that stands first in the list. Null: no rule fits, nothing is guessed.
 */
export function regelFor(
  regeln: readonly Fristregel[],
  { normgeber, gebietPath, form }: Regelanfrage,
): Fristregel | null {
  const rank = (regel: Fristregel): number =>
    2 * specificityOf(regel, gebietPath) +
    (form !== null && regel.bekanntmachungsform === form ? 1 : 0)
  const fitting = regeln.filter(
    (regel) =>
      regel.normgeber === normgeber &&
      (regel.gebietId === null || gebietPath.includes(regel.gebietId)) &&
      (form === null || regel.bekanntmachungsform === null || regel.bekanntmachungsform === form),
  )
  return fitting.reduce<Fristregel | null>(
    (best, regel) => (best === null || rank(regel) > rank(best) ? regel : best),
    null,
  )
}

/**
 * The rules that the house brings along, for the areas in which a Rechtsnorm holds (widest first). They go behind the
 * rows of the editable table. Those of a Land are offered in that Land only: another one has other rules.
 */
export function vorgabenFor(gebietPath: readonly Gebiet[]): readonly Fristregel[] {
  const land = gebietPath.find(({ ebene }) => ebene === 'land')
  return land?.ars === MECKLENBURG_VORPOMMERN ? [BUND, LAND_MV, KOMMUNE_MV] : [BUND]
}

const MECKLENBURG_VORPOMMERN = '13'

const OHNE_FORM = { gebietId: null, bekanntmachungsform: null, aushangtage: null } as const

/**
 * Art. 82 Abs. 2 Satz 2 GG: laws and ordinances that name no day enter into force on the fourteenth day after the end of
 * the day on which the Bundesgesetzblatt was issued. Wording compared with a published copy.
 */
const BUND: Fristregel = {
  ...OHNE_FORM,
  normgeber: 'bund',
  klausel: { art: 'tage-nach-ausgabe', tage: 14 },
  quelle: 'Art. 82 Abs. 2 Satz 2 GG',
}

/**
 * Art. 58 Verf M-V: laws and ordinances that name no day enter into force on the fourteenth day after the end of the day
 * on which the Gesetz- und Verordnungsblatt was issued. Not verified: the wording could not be read where this was
 * written, so Absatz and Satz are left out; the editors can name them in the table.
 */
const LAND_MV: Fristregel = {
  ...OHNE_FORM,
  normgeber: 'land',
  klausel: { art: 'tage-nach-ausgabe', tage: 14 },
  quelle: 'Art. 58 Verf M-V',
}

/**
 * § 5 Abs. 4 KV M-V: Satzungen that name no day enter into force on the day after their announcement. Verified in a
 * textbook only (it cites Satz 4 of the Kommunalverfassung before that of 16 May 2024), so the Satz is left out. That
 * Landkreise and Ämter follow it could not be verified either.
 */
const KOMMUNE_MV: Fristregel = {
  ...OHNE_FORM,
  normgeber: 'kommune',
  klausel: { art: 'tag-nach-verkuendung' },
  quelle: '§ 5 Abs. 4 KV M-V',
}

/** The clause of the rule, counted from `bezugstag`. */
export function klauselOf({ klausel }: Fristregel, bezugstag: CalendarDay): Klausel {
  return { ...klausel, bezugstag }
}

type WithoutBezugstag<K> = K extends { readonly bezugstag: CalendarDay }
  ? Omit<K, 'bezugstag'>
  : never

/** 0 for a rule without an area, the more the further down its area lies. */
function specificityOf({ gebietId }: Fristregel, gebietPath: readonly GebietId[]): number {
  return gebietId === null ? 0 : gebietPath.indexOf(gebietId) + 1
}
