import type { Gebiet } from '#core/gebiet/gebiet.ts'
import type { Leistung } from '#core/leistung/leistung.ts'
import type { Rechtsnorm } from '#core/rechtsnorm/rechtsnorm.ts'
import type { Zeitgrenze } from '#core/rechtsnorm/zeitgrenze.ts'
import type {
  Formular,
  Onlinedienst,
  Organisationseinheit,
  Zustaendigkeit,
} from '#core/stelle/stelle.ts'
import type { CalendarDay } from '#core/zeit/day.ts'
import type { DemoFassung, DemoVariante } from '#seed/demo/bausteine.ts'
import { BENUTZER, DEMO_PASSWORT, type DemoBenutzer } from '#seed/demo/benutzer.ts'
import { FRISTREGELN, type DemoFristregel } from '#seed/demo/fristregeln.ts'
import { GEBIETE } from '#seed/demo/gebiete.ts'
import { demoleistungen } from '#seed/demo/leistungen/index.ts'
import { FORMULARE, ONLINEDIENSTE } from '#seed/demo/onlinedienste.ts'
import { rechtsnormen, zeitgrenzen } from '#seed/demo/rechtsnormen.ts'
import { REDAKTIONEN, type DemoRedaktion } from '#seed/demo/redaktionen.ts'
import { organisationseinheiten } from '#seed/demo/stellen.ts'
import { demotage } from '#seed/demo/tage.ts'
import { ZUSTAENDIGKEITEN } from '#seed/demo/zustaendigkeiten.ts'

export type { DemoBenutzer, DemoFassung, DemoFristregel, DemoRedaktion, DemoVariante }
export { DEMO_PASSWORT }

/**
 * The demo content. Lists are in an order in which they can be saved: parents before children, a text after its basis, a
 * variant after its text.
 */
export type Demo = {
  /** From this day on areas, offices, services and forms hold. */
  readonly objekteAb: CalendarDay
  readonly gebiete: readonly Gebiet[]
  readonly redaktionen: readonly DemoRedaktion[]
  readonly benutzer: readonly DemoBenutzer[]
  readonly fristregeln: readonly DemoFristregel[]
  readonly rechtsnormen: readonly Rechtsnorm[]
  readonly zeitgrenzen: readonly Zeitgrenze[]
  readonly organisationseinheiten: readonly Organisationseinheit[]
  readonly onlinedienste: readonly Onlinedienst[]
  readonly formulare: readonly Formular[]
  readonly leistungen: readonly Leistung[]
  readonly fassungen: readonly DemoFassung[]
  readonly varianten: readonly DemoVariante[]
  readonly zustaendigkeiten: readonly Zustaendigkeit[]
}

/** The demo as it is loaded on `heute`: its laws enter into force on the 1 January and 1 July that follow. */
export function demo(heute: CalendarDay): Demo {
  const tage = demotage(heute)
  const leistungen = demoleistungen(tage)
  return {
    objekteAb: tage.stammtag,
    gebiete: GEBIETE,
    redaktionen: REDAKTIONEN,
    benutzer: BENUTZER,
    fristregeln: FRISTREGELN,
    rechtsnormen: rechtsnormen(tage),
    zeitgrenzen: zeitgrenzen(tage),
    organisationseinheiten: organisationseinheiten(tage),
    onlinedienste: ONLINEDIENSTE,
    formulare: FORMULARE,
    leistungen: leistungen.map(({ leistung }) => leistung),
    fassungen: leistungen.flatMap(({ fassungen }) => fassungen),
    varianten: leistungen.flatMap(({ varianten }) => varianten),
    zustaendigkeiten: ZUSTAENDIGKEITEN,
  }
}
