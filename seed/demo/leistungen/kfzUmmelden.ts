import type { FassungInhalt } from '#core/fassung/module.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_KREIS,
  begriffe,
  betrag,
  bundesrecht,
  danach,
  davor,
  demoSchluessel,
  dokument,
  dokumente,
  fassung,
  freigegebenDurch,
  fristText,
  hinweis115,
  kosten,
  landmodule,
  landtext,
  ol,
  p,
  sofort,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-kfz-ummelden'

/** A vehicle after a move or a sale; the Landkreis Rostock adds where to go. */
export function kfzUmmelden(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Kraftfahrzeug ummelden',
      leistungsschluessel: demoSchluessel(13, '007'),
      vertrauensniveau: '30',
      rang115: 3,
    }),
    fassungen: [
      landtext({
        id: 'fassung-kfz-ummelden-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      fassung(ORTE.landkreisRostock, {
        id: 'fassung-kfz-ummelden-landkreis-rostock',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.letzterJuli),
        inhalt: {
          ...davor({
            verfahrensablauf: p(
              'Im Landkreis Rostock brauchen Sie einen Termin. Ohne Termin bedienen wir Sie nur dienstags von 8 bis 10 Uhr.',
            ),
          }),
          ...danach({
            zustaendigeStelle: p(
              'Der Landkreis Rostock hat Zulassungsstellen in Güstrow und Bad Doberan. Sie können beide nutzen.',
            ),
          }),
        },
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Kraftfahrzeug Umschreibung',
    leistungsbezeichnungII: 'Kraftfahrzeug ummelden',
    teaser: p('Sie sind umgezogen oder haben ein Auto gekauft? Melden Sie das Fahrzeug um.'),
    kurztext: p(
      'Nach einem Umzug oder einem Kauf melden Sie das Fahrzeug unverzüglich um, online oder bei der Zulassungsstelle. Sie brauchen die Fahrzeugpapiere, die eVB-Nummer der Versicherung und ein SEPA-Mandat für die Steuer.',
    ),
    volltext: p(
      'Ziehen Sie in einen anderen Zulassungsbezirk, dürfen Sie Ihr altes Kennzeichen behalten. Die Anschrift in der Zulassungsbescheinigung Teil I muss trotzdem geändert werden.',
      'Wer ein gebrauchtes Auto kauft, lässt es auf den eigenen Namen umschreiben. Bis dahin bleibt die bisherige Halterin oder der bisherige Halter eingetragen.',
      'Online geht es mit <strong>i-Kfz</strong>. Sie dürfen dann sofort losfahren und bekommen die Papiere mit der Post.',
    ),
    voraussetzungen: ul(
      'Sie haben den Hauptwohnsitz oder Betriebssitz im Zulassungsbezirk.',
      'Das Fahrzeug ist haftpflichtversichert und hat eine gültige Hauptuntersuchung.',
      'Sie schulden keine Kfz-Steuer und keine Gebühren aus früheren Zulassungen.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass mit Meldebescheinigung',
      'Zulassungsbescheinigung Teil I (Fahrzeugschein)',
      'Zulassungsbescheinigung Teil II (Fahrzeugbrief), außer bei einem reinen Umzug',
      'eVB-Nummer der Versicherung',
      'SEPA-Mandat für die Kfz-Steuer',
      'Bericht der letzten Hauptuntersuchung',
      'bisherige Kennzeichen, wenn Sie neue wollen',
    ),
    verfahrensablauf: ol(
      'Sie besorgen sich die eVB-Nummer.',
      'Sie melden das Fahrzeug online um oder kommen zur Zulassungsstelle.',
      'Sie bezahlen die Gebühr und lassen, wenn nötig, neue Schilder prägen.',
      'Sie bekommen die geänderten Papiere. Den Steuerbescheid schickt der Zoll.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('fzv_2023', 'Fahrzeug-Zulassungsverordnung (FZV)'),
      bundesrecht('stgebo_2011', 'Gebührenordnung für Maßnahmen im Straßenverkehr (GebOSt)'),
    ),
    hinweise: p(
      'Geht jemand anderes für Sie zur Zulassungsstelle, braucht diese Person Ihre Vollmacht und Ihren Ausweis.',
    ),
    zustaendigeStelle: ZUSTAENDIG_KREIS,
    frist: fristText('Melden Sie das Fahrzeug unverzüglich um, also sobald es Ihnen möglich ist.'),
    kosten: kosten([
      betrag(2800, 'Umschreibung bei der Zulassungsstelle'),
      betrag(1500, 'Umschreibung online (i-Kfz)'),
      betrag(1280, 'Wunschkennzeichen mit Reservierung'),
    ]),
    bearbeitungsdauer: sofort(
      'In der Zulassungsstelle sofort, online meist innerhalb von Minuten.',
    ),
    begriffe: begriffe('Auto ummelden', 'Auto anmelden', 'Kfz-Zulassung', 'Kennzeichen', 'i-Kfz'),
    fachlicheFreigabe: freigegebenDurch('Verkehr', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Umzug, Kauf oder Namensänderung? Bei Fragen zur Kfz-Steuer an den Zoll verweisen.',
    ),
    dokumente: dokumente(
      [
        dokument('Zulassungsbescheinigung Teil I', 'Fahrzeugschein'),
        dokument('Zulassungsbescheinigung Teil II', 'Fahrzeugbrief'),
      ],
      [dokument('Geänderte Zulassungsbescheinigung', 'bei i-Kfz mit der Post')],
    ),
  })
}
