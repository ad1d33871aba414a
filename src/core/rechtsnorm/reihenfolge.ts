import type { FassungId } from '#core/fassung/fassung.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** What comes too early. */
export type Bruchart =
  | 'bekanntmachung-vor-beschluss'
  | 'vollendung-vor-bekanntmachung'
  | 'inkrafttreten-vor-beschluss'
  | 'inkrafttreten-vor-bekanntmachung'
  | 'text-vor-inkrafttreten'

/** A breach of: decision ≤ announcement ≤ its completion ≤ in force ≤ text. An editor may overrule it with a reason. */
export type Reihenfolgebruch = {
  readonly art: Bruchart
  /** The day that comes too early. */
  readonly tag: CalendarDay
  /** The day before which it may not lie. */
  readonly fruehestens: CalendarDay
  /** The texts that begin too early, for `text-vor-inkrafttreten`; otherwise empty. */
  readonly fassungIds: readonly FassungId[]
}

/** The first day of a text that rests on the Zeitgrenze. */
export type Textbeginn = { readonly fassungId: FassungId; readonly tag: CalendarDay }

/** What is compared. `zeitgrenze` null: the Rechtsnorm alone. */
export type Datenlage = {
  readonly rechtsnorm: Pick<Rechtsnorm, 'beschlossenAm' | 'verkuendetAm' | 'bekanntmachung'>
  readonly zeitgrenze: Zeitgrenze | null
  /** Texts that rest on what this Zeitgrenze brings into force; the caller knows which. */
  readonly textbeginne: readonly Textbeginn[]
}

/**
 * The breaches of the order of days. Days that nobody has entered are left out, their neighbours then meet. A day before
 * the announcement is no breach where the Zeitgrenze names the legal basis for it (zeit.md, rule 4: rueckwirkend). A
 * Zeitgrenze that ends something is not compared with texts: they may begin before the end, or after it. Texts that
 * begin too early on the same day are one breach.
 */
export function pruefeDaten({
  rechtsnorm,
  zeitgrenze,
  textbeginne,
}: Datenlage): readonly Reihenfolgebruch[] {
  const { beschlossenAm, verkuendetAm } = rechtsnorm
  const vollendetAm = rechtsnorm.bekanntmachung?.vollendetAm ?? null
  const bekanntSeit = vollendetAm ?? verkuendetAm
  const inKraft = zeitgrenze === null ? null : plannedTag(zeitgrenze)
  const isRueckwirkend = zeitgrenze?.rueckwirkend !== undefined
  const mayBegin = isRueckwirkend ? null : inKraft
  return [
    ...early('bekanntmachung-vor-beschluss', verkuendetAm ?? vollendetAm, beschlossenAm),
    ...early('vollendung-vor-bekanntmachung', vollendetAm, verkuendetAm),
    ...early('inkrafttreten-vor-bekanntmachung', mayBegin, bekanntSeit),
    ...(bekanntSeit === null ? early('inkrafttreten-vor-beschluss', mayBegin, beschlossenAm) : []),
    ...(inKraft === null || zeitgrenze?.art === 'ausserkrafttreten'
      ? []
      : earlyTexts(textbeginne, inKraft)),
  ]
}

/** The day that is known or planned; a period or a condition is none. */
function plannedTag(zeitgrenze: Zeitgrenze): CalendarDay | null {
  return 'tag' in zeitgrenze ? zeitgrenze.tag : null
}

function early(
  art: Bruchart,
  tag: CalendarDay | null,
  fruehestens: CalendarDay | null,
): readonly Reihenfolgebruch[] {
  if (tag === null || fruehestens === null || tag >= fruehestens) return []
  return [{ art, tag, fruehestens, fassungIds: [] }]
}

function earlyTexts(
  textbeginne: readonly Textbeginn[],
  fruehestens: CalendarDay,
): readonly Reihenfolgebruch[] {
  const byTag = new Map<CalendarDay, readonly FassungId[]>()
  for (const { fassungId, tag } of textbeginne) {
    if (tag < fruehestens) byTag.set(tag, [...(byTag.get(tag) ?? []), fassungId])
  }
  return [...byTag.entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([tag, fassungIds]) => ({ art: 'text-vor-inkrafttreten', tag, fruehestens, fassungIds }))
}
