import { failed, success, type Result } from '#core/ergebnis.ts'
import { problem } from '#core/errors/problems.ts'
import type { Rolle } from '#core/ablauf/ablauf.ts'
import type { Entwurf, FassungId, Inhaltshash, RedaktionId } from '#core/fassung/fassung.ts'
import type { FassungInhalt, Modulname } from '#core/fassung/module.ts'
import { schweigemodule } from '#core/fassung/schweigefrist.ts'
import { canonicalJson } from '#core/canonicalJson.ts'
import type { Ebene, GebietId } from '#core/gebiet/gebiet.ts'
import type { Anker } from '#core/rechtsnorm/anker.ts'
import type { ZeitgrenzeId } from '#core/rechtsnorm/zeitgrenze.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/** Where a consultation stands. Its Frist ends nothing by itself: somebody ends it and says what follows. */
export type Abstimmungszustand = 'offen' | 'beendet' | 'abgebrochen'

/** The states as people read them. */
export const ABSTIMMUNGSZUSTAND_LABELS: Readonly<Record<Abstimmungszustand, string>> = {
  offen: 'Läuft',
  beendet: 'Beendet',
  abgebrochen: 'Abgebrochen',
}

/** What a Redaktion says to a text. */
export type Votum = 'zustimmen' | 'ablehnen' | 'enthalten'

/** The three votes, in the order of a ballot. */
export const VOTEN = ['zustimmen', 'ablehnen', 'enthalten'] as const satisfies readonly Votum[]

/** The votes as people read them. */
export const VOTUM_LABELS: Readonly<Record<Votum, string>> = {
  zustimmen: 'Zustimmung',
  ablehnen: 'Ablehnung',
  enthalten: 'Enthaltung',
}

/** A consultation about texts that begin on one day. */
export type Abstimmung = {
  readonly id: string
  readonly titel: string
  /** The law's day on which all the texts hang; null where they begin on a fixed day. */
  readonly zeitgrenzeId: ZeitgrenzeId | null
  readonly fassungIds: readonly FassungId[]
  /** The Redaktion that leads: it opened the consultation, ends it, and has no vote. */
  readonly redaktionId: RedaktionId
  readonly teilnehmerIds: readonly RedaktionId[]
  /** Last day to vote. A later vote counts as long as the consultation runs, and is marked. */
  readonly frist: CalendarDay
  /** Working days before the Frist from which on those who owe a vote are reminded. */
  readonly erinnerungTage: number
  /** Working days before the law's day on which silence counts as consent; 0: it never does. */
  readonly schweigefristTage: number
  readonly zustand: Abstimmungszustand
  /** About a text under Embargo: nobody but leader and participants knows of it. */
  readonly embargo: boolean
  readonly eroeffnetAm: string
  readonly eroeffnetVonName: string
  /** When it was ended or broken off (ISO 8601, UTC), by whom and why; null while it runs. */
  readonly beendetAm: string | null
  readonly beendetVonName: string | null
  readonly grund: string | null
}

/** One vote. Votes are never changed: of those of one Redaktion on one text the newest counts. */
export type Stimme = {
  readonly id: string
  readonly fassungId: FassungId
  readonly redaktionId: RedaktionId
  readonly votum: Votum
  /** Required for `ablehnen`. */
  readonly grund: string | null
  /** Hash of the contents on which it was given. */
  readonly stand: Inhaltshash
  readonly vonName: string
  /** ISO 8601, UTC. */
  readonly zeitpunkt: string
  /** The day in Berlin on which it was given. */
  readonly tag: CalendarDay
}

/** Contents of a text at the desk; null where its document cannot be read at the moment. */
export type Textstand = {
  readonly fassungId: FassungId
  readonly stand: Inhaltshash | null
}

/**
 * Whether the person leads: whoever writes for the leading Redaktion, and the Land for every consultation that is under no
 * Embargo. A Fachressort takes part and never leads.
 */
export function mayLead(rolle: Rolle, istEigene: boolean, embargo: boolean): boolean {
  if (rolle === 'administration' || rolle === 'landesredaktion') return istEigene || !embargo
  return rolle === 'kommunalredaktion' && istEigene
}

/** Where all the texts of a consultation belong. */
export type Gemeinsames = {
  readonly beginn: Anker
  readonly zeitgrenzeId: ZeitgrenzeId | null
  readonly ebene: Ebene
  readonly gebietId: GebietId
}

/**
 * What the texts have in common: all of them hang on one Zeitgrenze (or begin on one fixed day). With a Schweigefrist they
 * also begin on the same day and belong to one layer and area, because one entry says it for all. Problems:
 * `abstimmung-lacks-texts`, `abstimmung-needs-one-day`, `abstimmung-needs-one-layer`.
 */
export function gemeinsamesOf(
  texte: readonly Entwurf[],
  mitSchweigefrist: boolean,
): Result<Gemeinsames> {
  const [first, ...others] = texte
  if (!first) return failed(problem('abstimmung-lacks-texts', 'Texte'))
  const dayOf = ({ beginn }: Entwurf): string =>
    beginn.art === 'tag' ? `tag|${beginn.tag}` : `zeitgrenze|${beginn.zeitgrenzeId}`
  const anchorOf = ({ beginn }: Entwurf): string => canonicalJson(beginn)
  const isSame = (of: (text: Entwurf) => string): boolean =>
    others.every((each) => of(each) === of(first))
  if (!isSame(dayOf) || (mitSchweigefrist && !isSame(anchorOf)))
    return failed(problem('abstimmung-needs-one-day', 'Texte'))
  if (mitSchweigefrist && !isSame(({ ebene, gebietId }) => `${ebene}|${gebietId}`))
    return failed(problem('abstimmung-needs-one-layer', 'Texte'))
  const { beginn, ebene, gebietId } = first
  const zeitgrenzeId = beginn.art === 'zeitgrenze' ? beginn.zeitgrenzeId : null
  return success({ beginn, zeitgrenzeId, ebene, gebietId })
}

/**
 * The modules that a text changes against the one it was written on top of, in the order in which they stand in it; with no
 * such text all that it has.
 */
export function geaenderteModule(
  vorher: FassungInhalt | null,
  nachher: FassungInhalt,
): readonly Modulname[] {
  const names = [...new Set([...Object.keys(nachher), ...Object.keys(vorher ?? {})])]
  return (names as Modulname[]).filter(
    (name) => canonicalJson(vorher?.[name] ?? null) !== canonicalJson(nachher[name] ?? null),
  )
}

/**
 * The modules of one text for which silence shall count: those that were chosen, by default those that it changes; never what
 * belongs to self-government (zeit.md, rule 11).
 */
export function schweigemoduleOf(
  geaendert: readonly Modulname[],
  gewaehlt: readonly string[] | null,
): readonly Modulname[] {
  const wanted = gewaehlt ? geaendert.filter((name) => gewaehlt.includes(name)) : geaendert
  return schweigemodule(wanted)
}
