import type { ImportPorts } from '#commands/importGebiete.ts'
import type { Lieferbericht } from '#commands/runExport.ts'
import type { Result } from '#core/ergebnis.ts'
import type { Folgenummer } from '#core/fassung/fassung.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { Lieferort } from '#ports/lieferung.ts'
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
  readonly ports: Omit<ImportPorts, 'readGebietsliste'>
  /** Migrates, brings the documents up to the log, and fills an empty database with the demo when told to. */
  readonly prepare: (
    options: { readonly demo: boolean },
    fortschritt: Fortschritt,
  ) => Promise<{ readonly hasSeeded: boolean }>
  /** Rebuilds the documents from the log; returns the number of entries. */
  readonly rebuildDocuments: (fortschritt: Fortschritt) => Promise<number>
  readonly exportXzufi: (auftrag: Handlieferung) => Promise<Result<Lieferbericht>>
  readonly close: () => Promise<void>
}
