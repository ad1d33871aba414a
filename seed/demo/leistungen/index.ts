import type { Demoleistung } from '#seed/demo/bausteine.ts'
import { baugenehmigung } from '#seed/demo/leistungen/baugenehmigung.ts'
import { beglaubigung } from '#seed/demo/leistungen/beglaubigung.ts'
import { bewohnerparkausweis } from '#seed/demo/leistungen/bewohnerparkausweis.ts'
import { eheschliessung } from '#seed/demo/leistungen/eheschliessung.ts'
import { fuehrerschein } from '#seed/demo/leistungen/fuehrerschein.ts'
import { fuehrungszeugnis } from '#seed/demo/leistungen/fuehrungszeugnis.ts'
import { geburtsurkunde } from '#seed/demo/leistungen/geburtsurkunde.ts'
import { gewerbeAnmelden } from '#seed/demo/leistungen/gewerbeAnmelden.ts'
import { gewerbezentralregister } from '#seed/demo/leistungen/gewerbezentralregister.ts'
import { hundesteuer } from '#seed/demo/leistungen/hundesteuer.ts'
import { kfzUmmelden } from '#seed/demo/leistungen/kfzUmmelden.ts'
import { kindertagesbetreuung } from '#seed/demo/leistungen/kindertagesbetreuung.ts'
import { meldebescheinigung } from '#seed/demo/leistungen/meldebescheinigung.ts'
import { personalausweis } from '#seed/demo/leistungen/personalausweis.ts'
import { reisepass } from '#seed/demo/leistungen/reisepass.ts'
import { schwerbehindertenausweis } from '#seed/demo/leistungen/schwerbehindertenausweis.ts'
import { sperrmuell } from '#seed/demo/leistungen/sperrmuell.ts'
import { touristenfischereischein } from '#seed/demo/leistungen/touristenfischereischein.ts'
import { wohnberechtigungsschein } from '#seed/demo/leistungen/wohnberechtigungsschein.ts'
import { wohngeld } from '#seed/demo/leistungen/wohngeld.ts'
import { wohnsitzAnmelden } from '#seed/demo/leistungen/wohnsitzAnmelden.ts'
import type { Demotage } from '#seed/demo/tage.ts'

/** All Leistungen of the demo with their texts. */
export function demoleistungen(tage: Demotage): readonly Demoleistung[] {
  return [
    personalausweis(tage),
    reisepass(tage),
    wohnsitzAnmelden(tage),
    meldebescheinigung(tage),
    fuehrungszeugnis(tage),
    gewerbezentralregister(tage),
    geburtsurkunde(tage),
    eheschliessung(tage),
    gewerbeAnmelden(tage),
    hundesteuer(tage),
    wohngeld(tage),
    wohnberechtigungsschein(tage),
    kindertagesbetreuung(tage),
    fuehrerschein(tage),
    kfzUmmelden(tage),
    baugenehmigung(tage),
    bewohnerparkausweis(tage),
    sperrmuell(tage),
    beglaubigung(tage),
    touristenfischereischein(tage),
    schwerbehindertenausweis(tage),
  ]
}
