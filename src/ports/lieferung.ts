import type { Result } from '#core/ergebnis.ts'
import type { Problem } from '#core/errors/problems.ts'
import type { Gebiete } from '#core/gebiet/gebiet.ts'
import type { Lieferung } from '#core/lieferung/lieferung.ts'
import type { Zeitpaar } from '#core/log/snapshot.ts'

// The exporter

/** What one full delivery is made of; the same order gives the same bytes (zeit.md, rule 17). */
export type Lieferinhalt = Zeitpaar & {
  readonly lieferung: Lieferung
  /** The areas of the Stichtag. */
  readonly gebiete: Gebiete
  /** Instant of the entry of the Kenntnisstand; empty for an empty log. */
  readonly zeitpunkt: string
}

/** An object in a delivery. */
export type Manifesteintrag = {
  readonly klasse: string
  readonly id: string
  readonly sha256: string
}

/** One file of a delivery without its bytes. */
export type Dateikopf = {
  readonly name: string
  readonly sha256: string
  /** Number of objects; 0 for an index. */
  readonly objekte: number
  readonly eintraege: readonly Manifesteintrag[]
}

/** One file of a delivery. */
export type Lieferdatei = Dateikopf & { readonly bytes: Uint8Array }

/** What a delivery consisted of: enough to compare two deliveries without their bytes. */
export type Manifest = Zeitpaar & {
  readonly erstellt: string
  readonly version: string
  readonly dokumente: readonly Dateikopf[]
}

/** The files one after the other, each made when it is asked for; the index last. */
export type BuildLieferung = (inhalt: Lieferinhalt) => AsyncIterable<Lieferdatei>

/** The manifest of a delivery from the files that were made. */
export type DescribeLieferung = (inhalt: Lieferinhalt, dateien: readonly Dateikopf[]) => Manifest

/** Judges one delivery: each document as it comes, references and doubles when all have come. */
export type Pruefer = {
  readonly check: (name: string, bytes: Uint8Array) => Promise<readonly Problem[]>
  readonly finish: () => readonly Problem[]
}

/** A format as a schedule needs it. */
export type Lieferexporter = {
  readonly build: BuildLieferung
  readonly describe: DescribeLieferung
  readonly createPruefer: () => Pruefer
}

// The target

/** The delivery that receivers are given now. */
export type AktuelleLieferung = {
  readonly manifest: Manifest
  /** SHA-256 of the whole: of all names and hashes of its files. */
  readonly sha256: string
  readonly ordner: string
  /** Whether all its files are still there. */
  readonly isComplete: boolean
}

/** A delivery on its way, which nobody sees before `publish`. */
export type Anlieferung = {
  readonly write: (datei: Lieferdatei) => Promise<Result<null>>
  /** Switches receivers over at once; the folder in which it now lies. */
  readonly publish: (
    manifest: Manifest,
    sha256: string,
  ) => Promise<Result<{ readonly ordner: string }>>
  /** Removes what was written; after `publish` it does nothing. */
  readonly discard: () => Promise<void>
}

/** Where deliveries go. Problem: `target-is-not-writable`. */
export type Lieferort = {
  /** Null before the first delivery. */
  readonly current: () => Promise<Result<AktuelleLieferung | null>>
  readonly begin: (paar: Zeitpaar) => Promise<Result<Anlieferung>>
}

/** The place below the folder of deliveries that has this name. Problem: `target-is-malformed`. */
export type OpenLieferort = (verzeichnis: string) => Result<Lieferort>

// Durable runs

/** Where deliveries go and when, as an operator set it. */
export type Lieferziel = {
  readonly id: string
  readonly name: string
  readonly verzeichnis: string
  readonly zeitplan: string
  /** Instant since which it exists: nothing was due before. */
  readonly seit: string
}

/** One delivery to one target that was due at one instant. At most one run has it. */
export type Lauf = {
  readonly lieferzielId: string
  readonly faelligAm: string
  readonly ergebnis: 'laeuft' | 'geliefert' | 'unveraendert' | 'gescheitert'
  readonly begonnenAm: string
  readonly dauerMs: number
  readonly versuche: number
  /** Until when it is given to a process; null when it is not. */
  readonly leaseBis: string | null
}

/** Which process holds a run, and until when unless it renews. */
export type Lease = { readonly von: string; readonly bis: string }

/** How a run ended. */
export type Laufergebnis =
  | ({ readonly ergebnis: 'geliefert' | 'unveraendert' } & Lieferzahlen)
  | { readonly ergebnis: 'gescheitert'; readonly dauerMs: number; readonly fehler: string }

/** What a delivery consisted of, in numbers. */
export type Lieferzahlen = Zeitpaar & {
  readonly dauerMs: number
  readonly objekte: number
  readonly dokumente: number
  readonly bytes: number
  readonly sha256: string
  readonly ordner: string
}

type Laufkennung = Pick<Lauf, 'lieferzielId' | 'faelligAm'>

/** The runs in the database. Each change is one conditional statement: of several processes one succeeds. */
export type Laeufe = {
  readonly activeZiele: () => Promise<readonly Lieferziel[]>
  readonly findZiel: (id: string) => Promise<Lieferziel | null>
  /** The run of this target that was due last. */
  readonly newest: (lieferzielId: string) => Promise<Lauf | null>
  /** Makes a new run ours; false when some other process has it. */
  readonly create: (kennung: Laufkennung, lease: Lease, jetzt: string) => Promise<boolean>
  /** Makes a run ours that failed or whose process is gone, if it still is as we saw it. */
  readonly takeOver: (seen: Lauf, lease: Lease, jetzt: string) => Promise<boolean>
  /** False when the run is no longer ours. */
  readonly renew: (kennung: Laufkennung, lease: Lease) => Promise<boolean>
  /** Ends a run that is ours; false when it no longer is. */
  readonly finish: (kennung: Laufkennung, von: string, ergebnis: Laufergebnis) => Promise<boolean>
  /** Ends a run whose process is gone, if it still is as we saw it. */
  readonly abandon: (seen: Lauf, fehler: string) => Promise<boolean>
}
