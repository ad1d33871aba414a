import { canonicalJson } from '#core/canonicalJson.ts'
import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import { vollendungOf, type Vollendung } from '#core/rechtsnorm/bekanntmachung.ts'
import { klauselOf, type Fristregel } from '#core/rechtsnorm/fristregel.ts'
import {
  klauselFrom,
  klauselartFrom,
  lesarten,
  reckon,
  type Klausel,
  type Klauselart,
  type KlauselAngaben,
} from '#core/rechtsnorm/klausel.ts'
import type { Bekanntmachungsform, Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import { parseCalendarDay, type CalendarDay } from '#core/zeit/day.ts'
import { formatDayLong } from '#core/zeit/deutsch.ts'

/** A day that the reckoner proposes for a Zeitgrenze. The editor decides. */
export type Vorschlag = {
  readonly klausel: Klausel
  /** First day in force, for an ending clause the first day without force. */
  readonly tag: CalendarDay
  /** The clause in German, e.g. `Am Tag nach der Bekanntmachung`. */
  readonly wortlaut: string
  /** Why this day, in German: the rule with its source, and how the announcement came to be complete. */
  readonly quelle: string
}

/**
 * What the rule proposes for the Rechtsnorm when the Rechtsnorm itself names no day. Problems: `fristregel-is-missing`
 * (no rule), `announcement-is-missing`, `announcement-lacks-completion`.
 */
export function vorschlagFor(rechtsnorm: Rechtsnorm, regel: Fristregel | null): Result<Vorschlag> {
  if (regel === null) return failed(problem('fristregel-is-missing'))
  const vollendung = vollendungOf(rechtsnorm, regel)
  if (!vollendung.ok) return vollendung
  const klausel = klauselOf(regel, vollendung.value.tag)
  return success(
    vorschlag(
      klausel,
      rechtsnorm,
      sentences(regel.quelle, sayVollendung(vollendung.value, rechtsnorm)),
    ),
  )
}

/**
 * What the entered clause proposes. Without a kind of clause: what the rule proposes. A clause that counts from the
 * announcement and has no day counts from that of the Rechtsnorm; "tritt am D außer Kraft" without a reading gives both
 * (zeit.md, rule 3). Problems: those of `vorschlagFor`, `clause-is-malformed`.
 */
export function vorschlaegeFor(
  rechtsnorm: Rechtsnorm,
  regel: Fristregel | null,
  angaben: KlauselAngaben,
): Result<readonly Vorschlag[]> {
  const art = klauselartFrom(angaben.art)
  if (art === null) {
    const proposed = vorschlagFor(rechtsnorm, regel)
    return proposed.ok ? success([proposed.value]) : proposed
  }
  if (COUNTING.includes(art) && isLeftOpen(angaben.tag)) {
    const vollendung = vollendungOf(rechtsnorm, regel)
    if (!vollendung.ok) return vollendung
    const counted = klauselFrom({ ...angaben, tag: vollendung.value.tag })
    const how = sayVollendung(vollendung.value, rechtsnorm)
    return proposals(counted, rechtsnorm, how)
  }
  const byRule = vorschlagFor(rechtsnorm, regel)
  const klausel = klauselFrom(angaben)
  // What an editor took over from the rule keeps the source of the rule.
  if (byRule.ok && klausel.ok && isSame(byRule.value.klausel, klausel.value))
    return success([byRule.value])
  const tag = parseCalendarDay(angaben.tag)
  if (art === 'tritt-ausser-kraft' && isLeftOpen(angaben.lesart) && tag.ok)
    return success(lesarten(tag.value).map((each) => proposal(each, rechtsnorm, null)))
  return proposals(klausel, rechtsnorm, null)
}

/** The clause in German, as a law or Satzung of this Normgeber would say it. */
function wortlautOf(klausel: Klausel, { normgeber }: Pick<Rechtsnorm, 'normgeber'>): string {
  // Laws are announced as "Verkündung", Satzungen as "Bekanntmachung".
  const verkuendung = normgeber === 'kommune' ? 'Bekanntmachung' : 'Verkündung'
  switch (klausel.art) {
    case 'fester-tag':
      return `Am ${formatDayLong(klausel.tag)}`
    case 'tag-nach-verkuendung':
      return `Am Tag nach der ${verkuendung}`
    case 'tage-nach-ausgabe':
      return `Am ${klausel.tage}. Tag nach Ablauf des Ausgabetages`
    case 'erster-des-folgemonats':
      return `Am ersten Tag des auf die ${verkuendung} folgenden Monats`
    case 'erster-des-folgequartals':
      return `Am ersten Tag des auf die ${verkuendung} folgenden Quartals`
    case 'monate-nach-verkuendung':
      return klausel.monate === 1
        ? `Einen Monat nach der ${verkuendung}`
        : `${klausel.monate} Monate nach der ${verkuendung}`
    case 'mit-ablauf':
      return `Mit Ablauf des ${formatDayLong(klausel.tag)}`
    case 'tritt-ausser-kraft':
      return `Tritt am ${formatDayLong(klausel.tag)} außer Kraft`
  }
}

const COUNTING: readonly Klauselart[] = [
  'tag-nach-verkuendung',
  'tage-nach-ausgabe',
  'erster-des-folgemonats',
  'erster-des-folgequartals',
  'monate-nach-verkuendung',
]

function vorschlag(klausel: Klausel, rechtsnorm: Rechtsnorm, quelle: string): Vorschlag {
  const wortlaut = wortlautOf(klausel, rechtsnorm)
  return { klausel, tag: reckon(klausel), wortlaut, quelle }
}

function proposals(
  klausel: Result<Klausel | null>,
  rechtsnorm: Rechtsnorm,
  how: string | null,
): Result<readonly Vorschlag[]> {
  if (!klausel.ok) return klausel
  return success(klausel.value === null ? [] : [proposal(klausel.value, rechtsnorm, how)])
}

function proposal(klausel: Klausel, rechtsnorm: Rechtsnorm, how: string | null): Vorschlag {
  return vorschlag(klausel, rechtsnorm, sentences(grundOf(klausel, rechtsnorm), how))
}

/** Why the clause means this day; the sources stand in `reckon`. */
function grundOf(klausel: Klausel, { normgeber }: Rechtsnorm): string {
  switch (klausel.art) {
    case 'fester-tag':
      return normgeber === 'bund'
        ? 'Die Rechtsnorm nennt ihren Tag selbst (Art. 82 Abs. 2 Satz 1 GG)'
        : 'Die Rechtsnorm nennt ihren Tag selbst'
    case 'tag-nach-verkuendung':
      return '§ 187 Abs. 1 BGB: Der Tag, von dem die Klausel rechnet, zählt nicht mit'
    case 'tage-nach-ausgabe':
      return '§ 187 Abs. 1 BGB: Der Ausgabetag zählt nicht mit'
    case 'erster-des-folgemonats':
    case 'erster-des-folgequartals':
      return 'Wortlaut der Rechtsnorm'
    case 'monate-nach-verkuendung':
      return '§ 188 Abs. 2 und 3 BGB: der Tag mit derselben Zahl, sonst der letzte des Monats. Sagt die Rechtsnorm „nach Ablauf von … Monaten“, ist es der Tag danach'
    case 'mit-ablauf':
      return 'Der genannte Tag ist der letzte in Kraft'
    case 'tritt-ausser-kraft':
      return LESARTEN[klausel.lesart]
  }
}

const LESARTEN = {
  'erster-tag-ohne': 'Lesart: Der genannte Tag ist der erste ohne Geltung',
  'letzter-tag-mit': 'Lesart: Der genannte Tag ist der letzte mit Geltung',
} as const

function sayVollendung({ tag, form, herkunft }: Vollendung, rechtsnorm: Rechtsnorm): string {
  const { verkuendetAm } = rechtsnorm
  if (form === null && rechtsnorm.normgeber !== 'kommune')
    return `Ausgegeben am ${formatDayLong(tag)}`
  const how = form === null ? 'Bekannt gemacht' : FORMEN[form]
  if (herkunft === 'eingetragen') return `${how}, vollendet am ${formatDayLong(tag)}`
  if (form !== 'aushang' || verkuendetAm === null) return `${how} am ${formatDayLong(tag)}`
  return `${how} seit dem ${formatDayLong(verkuendetAm)}, vollendet mit Ablauf des ${formatDayLong(tag)} (§§ 187, 188 BGB)`
}

const FORMEN: Readonly<Record<Bekanntmachungsform, string>> = {
  bekanntmachungsblatt: 'Bekannt gemacht im Bekanntmachungsblatt',
  zeitung: 'Bekannt gemacht in der Zeitung',
  aushang: 'Bekannt gemacht durch Aushang',
  internet: 'Bekannt gemacht im Internet',
}

function sentences(...parts: readonly (string | null)[]): string {
  return parts.flatMap((part) => (part === null ? [] : [`${part}.`])).join(' ')
}

function isSame(left: Klausel, right: Klausel | null): boolean {
  return canonicalJson(left) === canonicalJson(right)
}

function isLeftOpen(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}
