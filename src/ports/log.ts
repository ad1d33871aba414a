import type { Result } from '#core/ergebnis.ts'
import type { Folgenummer, Inhaltshash } from '#core/fassung/fassung.ts'
import type { Chronik } from '#core/log/chronik.ts'
import type { Ereignis, Ereignisentwurf } from '#core/log/ereignis.ts'
import type { CalendarDay } from '#core/zeit/day.ts'

/**
 * Appends exactly one entry with the next Folgenummer, atomically: the moment in which a command becomes true. Contents
 * that it names must have been put before. Problem: `release-was-concurrent` when its `schluessel` is taken.
 */
export type AppendEreignis = (entwurf: Ereignisentwurf) => Promise<Result<Ereignis>>

/** The entries after a Folgenummer, in order, without gaps. */
export type ReadEreignisse = (after: Folgenummer) => AsyncIterable<Ereignis>

/** The Chronik, caught up with the newest entry of any process. */
export type CurrentChronik = () => Promise<Chronik>

/** Puts contents into the content table; returns their hashes in order. Putting the same content again changes nothing. */
export type PutInhalte = (werte: readonly unknown[]) => Promise<readonly Inhaltshash[]>

/** SHA-256 (hex) of the canonical JSON of a content: the key under which `PutInhalte` keeps it. */
export type HashInhalt = (wert: unknown) => Inhaltshash

/** Contents by hash. A missing one is a broken store and throws. */
export type GetInhalte = (
  hashes: readonly Inhaltshash[],
) => Promise<ReadonlyMap<Inhaltshash, unknown>>

/** What time it is, and which day that is in Europe/Berlin. The only place where an instant becomes a day. */
export type Clock = () => { readonly zeitpunkt: string; readonly heute: CalendarDay }
