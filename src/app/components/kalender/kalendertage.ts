import type { Freigabegruppe } from '#core/log/kommendeTage.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Entwurf, Objektbeleg } from './pultstand.ts'

/** A day of the calendar: what switches, and the drafts that want the day but are not released. */
export type Kalendertag = Freigabegruppe & { readonly entwuerfe: readonly Entwurf[] }

/** Whose an object is; null: nobody's in particular, as areas. */
export type OwnerOf = (beleg: Objektbeleg) => string | null

/** The days after `heute` with something released or drafted for them, in order. */
export function kalendertage(
  gruppen: readonly Freigabegruppe[],
  entwuerfe: readonly Entwurf[],
  heute: CalendarDay,
): readonly Kalendertag[] {
  const known = new Map(gruppen.map((gruppe) => [gruppe.tag, gruppe]))
  const wanted = entwuerfe.flatMap(({ ab, bis }) => [ab, bis]).filter((tag) => tag !== null)
  for (const tag of wanted) if (tag > heute && !known.has(tag)) known.set(tag, leer(tag))
  return [...known.values()]
    .map((gruppe) => mitEntwuerfen(gruppe, entwuerfe))
    .sort((left, right) => (left.tag < right.tag ? -1 : 1))
}

/** A day with the drafts that want it: their own day, or that of the text that they translate. */
export function mitEntwuerfen(gruppe: Freigabegruppe, entwuerfe: readonly Entwurf[]): Kalendertag {
  const texte = new Set(gruppe.texte.map(({ fassung }) => fassung.id))
  return {
    ...gruppe,
    entwuerfe: entwuerfe.filter(({ ab, bis, variantVon }) =>
      variantVon === null ? ab === gruppe.tag || bis === gruppe.tag : texte.has(variantVon),
    ),
  }
}

/** The drafts that hang on a Zeitgrenze. */
export function entwuerfeAn(
  entwuerfe: readonly Entwurf[],
  zeitgrenzeId: ZeitgrenzeId,
): readonly Entwurf[] {
  return entwuerfe.filter(({ beginn, ende }) =>
    [beginn, ende].some((each) => each?.art === 'zeitgrenze' && each.zeitgrenzeId === zeitgrenzeId),
  )
}

/** What of a day belongs to one of these Redaktionen, and the laws that make it; null where nothing does. */
export function nurVon(
  tag: Kalendertag,
  redaktionen: readonly string[],
  ownerOf: OwnerOf,
): Kalendertag | null {
  const isOwn = (id: string | null | undefined): boolean =>
    id !== null && id !== undefined && redaktionen.includes(id)
  const own = {
    tag: tag.tag,
    texte: tag.texte.filter(({ fassung }) => isOwn(fassung.redaktionId)),
    varianten: tag.varianten.filter(({ fassung }) => isOwn(fassung.redaktionId)),
    objekte: tag.objekte.filter((beleg) => isOwn(ownerOf(beleg))),
    ausgesetzt: tag.ausgesetzt.filter(({ fassung }) => isOwn(fassung.redaktionId)),
    entwuerfe: tag.entwuerfe.filter(({ redaktionId }) => isOwn(redaktionId)),
  }
  const reasons = new Set(
    [
      ...[...own.texte, ...own.objekte].map(({ grund }) => grund),
      ...own.ausgesetzt.map(({ fassung }) => fassung.beginn),
      ...own.entwuerfe.flatMap(({ beginn, ende }) => [beginn, ende]),
    ].flatMap((each) => (each?.art === 'zeitgrenze' ? [each.zeitgrenzeId] : [])),
  )
  const zeitgrenzen = tag.zeitgrenzen.filter(
    ({ id, redaktionId }) => isOwn(redaktionId) || reasons.has(id),
  )
  const shown: Kalendertag = { ...own, zeitgrenzen }
  return zeitgrenzen.length + countOf(shown) > 0 ? shown : null
}

/** A part of a day that is short enough to be shown, and how much there is in all. */
export type Auszug = {
  readonly tag: Kalendertag
  /** Of each Redaktion, by id; `''` is what belongs to none. */
  readonly anzahlen: ReadonlyMap<string, number>
}

/** Of each Redaktion at most `limit` things, what still needs somebody first. */
export function auszugOf(tag: Kalendertag, ownerOf: OwnerOf, limit: number): Auszug {
  const anzahlen = new Map<string, number>()
  const isWithin = (owner: string | null): boolean => {
    const before = anzahlen.get(owner ?? '') ?? 0
    anzahlen.set(owner ?? '', before + 1)
    return before < limit
  }
  const ausgesetzt = tag.ausgesetzt.filter(({ fassung }) => isWithin(fassung.redaktionId))
  const entwuerfe = tag.entwuerfe.filter(({ redaktionId }) => isWithin(redaktionId))
  const texte = tag.texte.filter(({ fassung }) => isWithin(fassung.redaktionId))
  const varianten = tag.varianten.filter(({ fassung }) => isWithin(fassung.redaktionId))
  const objekte = tag.objekte.filter((beleg) => isWithin(ownerOf(beleg)))
  return { tag: { ...tag, ausgesetzt, entwuerfe, texte, varianten, objekte }, anzahlen }
}

/**
 * A day without the suspended texts that the person may not open, and how many those are: what is not public yet is no
 * news for everybody.
 */
export function ohneVerdeckte(
  tag: Kalendertag,
  readable: ReadonlySet<string>,
): { readonly tag: Kalendertag; readonly verdeckt: number } {
  const ausgesetzt = tag.ausgesetzt.filter(({ fassung }) => readable.has(fassung.id))
  return { tag: { ...tag, ausgesetzt }, verdeckt: tag.ausgesetzt.length - ausgesetzt.length }
}

/** All Redaktionen that the day concerns, each once. */
export function redaktionenOf(tag: Kalendertag, ownerOf: OwnerOf): readonly string[] {
  const ids = [
    ...[...tag.texte, ...tag.varianten, ...tag.ausgesetzt].map(
      ({ fassung }) => fassung.redaktionId,
    ),
    ...tag.objekte.map(ownerOf),
    ...tag.entwuerfe.map(({ redaktionId }) => redaktionId),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}

/** How many things the day has in all. */
export function countOf({ texte, varianten, objekte, ausgesetzt, entwuerfe }: Kalendertag): number {
  return texte.length + varianten.length + objekte.length + ausgesetzt.length + entwuerfe.length
}

function leer(tag: CalendarDay): Freigabegruppe {
  return { tag, zeitgrenzen: [], texte: [], varianten: [], objekte: [], ausgesetzt: [] }
}
