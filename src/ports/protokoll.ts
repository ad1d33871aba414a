import type { HashWert, Protokollzeile } from '#core/protokoll/protokoll.ts'

/** What the check of the audit reads; everything in pages, in the order of the numbers. */
export type ProtokollPorts = {
  readonly hash: HashWert
  /** How many rows the chain has ever had. */
  readonly kettenlaenge: () => Promise<number>
  readonly readZeilen: () => AsyncIterable<readonly Protokollzeile[]>
  /** Up to which Folgenummer the log of releases has been attested. */
  readonly attestiertBis: () => Promise<number>
  /** The hashes of these entries as they are stored now; those that are gone are not among them. */
  readonly hashesOfEintraege: (
    folgenummern: readonly number[],
  ) => Promise<ReadonlyMap<number, string>>
  readonly readFolgenummern: () => AsyncIterable<readonly number[]>
  /** The names of those contents of the log that no longer bear the hash of what they say. */
  readonly readChangedInhalte: () => AsyncIterable<readonly string[]>
}
