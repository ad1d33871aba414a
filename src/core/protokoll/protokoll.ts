/**
 * One row of the audit: who did what to which thing, when and why. It is never changed; `hash` covers all its other members
 * and so, by `vorher`, every row before it.
 */
export type Protokollzeile = {
  /** 1, 2, 3 … without gaps. */
  readonly nummer: number
  /**
   * Instant of the act, UTC, ISO 8601 with milliseconds. The number is the order: an entry of the log may be attested
   * later.
   */
  readonly zeitpunkt: string
  /** What was done, e.g. `entwurf-geaendert` (`protokollDeutsch.ts` has the words for people). */
  readonly akt: string
  /** Id of the account or machine that acted, and its name at the time. */
  readonly von: string
  readonly vonName: string
  /** Whom the person represented by it (`#core/ablauf/vertretung.ts`): the name at the time; null for nobody. */
  readonly inVertretungFuer: string | null
  /** The collection in which the thing lies, its id there and its title at the time. */
  readonly gegenstandArt: string
  readonly gegenstandId: string
  readonly titel: string
  /** The Redaktion to which the thing belonged, and its name at the time; null for things of nobody. */
  readonly redaktion: string | null
  readonly redaktionName: string | null
  readonly grund: string | null
  /** Canonical JSON of what else is worth knowing, e.g. which modules changed; null for nothing. */
  readonly angaben: string | null
  /** The entry of the log of releases that this row attests, and the hash of that entry as it was stored. */
  readonly folgenummer: number | null
  readonly eintragshash: string | null
  /** About a text under embargo: only those involved read the row. */
  readonly vertraulich: boolean
  /** The hash of the row before; `ANFANG` for the first. */
  readonly vorher: string
  /** SHA-256 (hex) of the canonical JSON of all the members above. */
  readonly hash: string
}

/** What stands before the first row. */
const ANFANG = '0'.repeat(64)

/** The end of a chain, after which the next row comes. */
export type Kettenende = Pick<Protokollzeile, 'nummer' | 'hash'>

/** A chain without rows. */
export const LEERE_KETTE: Kettenende = { nummer: 0, hash: ANFANG }

/** A row that has no place in the chain yet. */
export type Zeilenentwurf = Omit<Protokollzeile, 'nummer' | 'vorher' | 'hash'>

/** SHA-256 (hex) of the canonical JSON of a value. */
export type HashWert = (wert: unknown) => string

/** Puts a row behind the end of the chain. */
export function anhaengen(
  ende: Kettenende,
  entwurf: Zeilenentwurf,
  hash: HashWert,
): Protokollzeile {
  const zeile = { ...entwurf, nummer: ende.nummer + 1, vorher: ende.hash }
  return { ...zeile, hash: hash(zeile) }
}

/** What is wrong with a chain, at the first row at which it is broken. */
export type Kettenbruch =
  /** Rows `nummer` to `bis` are not there. */
  | { readonly art: 'zeile-fehlt'; readonly nummer: number; readonly bis: number }
  /** The number stands there twice, or out of its order. */
  | { readonly art: 'nummer-doppelt'; readonly nummer: number }
  /** The row says something else than when it was written. */
  | { readonly art: 'zeile-geaendert'; readonly nummer: number }
  /** The row is whole by itself and does not continue the row before, so one of the two was written anew. */
  | { readonly art: 'anschluss-fehlt'; readonly nummer: number }
  /** The entry of the log of releases that the row attests is not what it was. */
  | { readonly art: 'eintrag-geaendert'; readonly nummer: number; readonly folgenummer: number }
  /** The entry that the row attests is not in the log of releases. */
  | { readonly art: 'eintrag-fehlt'; readonly nummer: number; readonly folgenummer: number }
  /** The log of releases holds an entry that no row attests. */
  | { readonly art: 'eintrag-ohne-zeile'; readonly nummer: number; readonly folgenummer: number }
  /** A content that an entry names by its hash says something else. */
  | { readonly art: 'inhalt-geaendert'; readonly nummer: number; readonly inhalt: string }
  /** The row bears another hash than the one that somebody noted outside. */
  | { readonly art: 'anders-als-notiert'; readonly nummer: number }

/** The next row of a chain, or how it breaks it. Rows must come in the order of their numbers. */
export function pruefeZeile(
  ende: Kettenende,
  zeile: Protokollzeile,
  hash: HashWert,
): Kettenbruch | null {
  const { nummer } = zeile
  if (nummer > ende.nummer + 1)
    return { art: 'zeile-fehlt', nummer: ende.nummer + 1, bis: nummer - 1 }
  if (nummer <= ende.nummer) return { art: 'nummer-doppelt', nummer }
  const { hash: written, ...rest } = zeile
  if (hash(rest) !== written) return { art: 'zeile-geaendert', nummer }
  if (zeile.vorher !== ende.hash) return { art: 'anschluss-fehlt', nummer }
  return null
}
