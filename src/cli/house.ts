import type { BefundPorts } from '#commands/decideBefund.ts'
import type { CorrectPorts } from '#commands/releaseFassung.ts'
import type { MovePorts } from '#commands/moveZeitgrenze.ts'
import type { Vorschau } from '#commands/previewMove.ts'
import type { ImportPorts } from '#commands/importGebiete.ts'
import type { Lieferbericht } from '#commands/runExport.ts'
import type { Result } from '#core/ergebnis.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import type { Vorschaubericht } from '#core/log/vorschaubericht.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Lieferort } from '#ports/lieferung.ts'
import type { ProtokollPorts } from '#ports/protokoll.ts'
import type { Fortschritt } from '#ports/pult.ts'

/** One delivery by hand. */
export type Handlieferung = {
  readonly ort: Lieferort
  readonly stichtag: CalendarDay
  /** Null: all that is known. */
  readonly kenntnisstand: Folgenummer | null
}

/** What the command line needs from an open house. */
export type CliHouse = {
  readonly ports: Omit<ImportPorts, 'readGebietsliste'> & CorrectPorts & MovePorts
  /** Migrates, brings the documents up to the log, and fills an empty database with the demo when told to. */
  readonly prepare: (
    options: { readonly demo: boolean },
    fortschritt: Fortschritt,
  ) => Promise<{ readonly hasSeeded: boolean }>
  /** Makes all projections anew from the log; how many entries each has followed. */
  readonly rebuild: (
    fortschritt: Fortschritt,
  ) => Promise<{ readonly dokumente: number; readonly benachrichtigungen: number }>
  /** What the check of the audit needs. */
  readonly protokoll: ProtokollPorts
  /** What the check of the timelines needs. */
  readonly pruefung: BefundPorts
  readonly exportXzufi: (auftrag: Handlieferung) => Promise<Result<Lieferbericht>>
  /** The id of the account with this address; null where there is none. */
  readonly findKonto: (email: string) => Promise<string | null>
  /** Says for people what an act would do. */
  readonly reportVorschau: (vorschau: Vorschau) => Promise<Vorschaubericht>
  readonly close: () => Promise<void>
}
