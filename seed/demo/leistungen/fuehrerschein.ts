import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_KREIS,
  begriffe,
  betrag,
  bundesrecht,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  freigegebenDurch,
  frist,
  hinweis115,
  kosten,
  landmodule,
  landtext,
  ol,
  p,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-fuehrerschein'

/** The first driving licence of class B. */
export function fuehrerschein({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Fahrerlaubnis Ersterteilung Klasse B',
    leistungsbezeichnungII: 'Führerschein der Klasse B beantragen',
    teaser: p('Sie wollen Auto fahren? Stellen Sie den Antrag, sobald Sie in der Fahrschule sind.'),
    kurztext: p(
      'Den Führerschein für Autos (Klasse B) beantragen Sie bei der Fahrerlaubnisbehörde Ihres Landkreises oder Ihrer Stadt, frühestens sechs Monate vor dem Mindestalter. Das sind 18 Jahre, beim Begleiteten Fahren 17.',
    ),
    volltext: p(
      'Bevor Sie die Prüfung ablegen dürfen, prüft die Fahrerlaubnisbehörde Ihren Antrag und beauftragt die Prüfstelle. Der Prüfauftrag gilt ein Jahr. In dieser Zeit müssen Sie die Theorieprüfung bestehen.',
      'Beim <strong>Begleiteten Fahren ab 17</strong> nennen Sie im Antrag die Personen, die Sie begleiten. Diese müssen mindestens 30 Jahre alt sein, seit mindestens fünf Jahren den Führerschein haben und dürfen höchstens einen Punkt in Flensburg haben.',
      'Mit dem ersten Führerschein beginnt die Probezeit von zwei Jahren.',
    ),
    voraussetzungen: ul(
      'Sie haben Ihren Wohnsitz in Deutschland.',
      'Sie sind in einer Fahrschule angemeldet.',
      'Sie sehen gut genug und sind gesund genug, um ein Auto zu fahren.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'biometrisches Passfoto',
      'Sehtest, nicht älter als zwei Jahre',
      'Bescheinigung über den Erste-Hilfe-Kurs',
      'Name und Anschrift der Fahrschule',
      'beim Begleiteten Fahren: Zustimmung der Eltern, Ausweis- und Führerscheinkopien der Begleitpersonen',
    ),
    verfahrensablauf: ol(
      'Sie melden sich bei einer Fahrschule an.',
      'Sie stellen den Antrag online oder bei der Fahrerlaubnisbehörde.',
      'Die Behörde prüft den Antrag und beauftragt die Prüfstelle.',
      'Sie bestehen erst die theoretische, dann die praktische Prüfung.',
      'Sie bekommen den Führerschein nach der Prüfung oder holen ihn bei der Behörde ab.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('stvg', '§ 2 Straßenverkehrsgesetz (StVG)'),
      bundesrecht('fev_2010', 'Fahrerlaubnis-Verordnung (FeV)'),
      bundesrecht('stgebo_2011', 'Gebührenordnung für Maßnahmen im Straßenverkehr (GebOSt)'),
    ),
    formulare: p('Den Antrag bekommen Sie bei der Fahrerlaubnisbehörde und in vielen Fahrschulen.'),
    hinweise: p(
      'Fahren dürfen Sie erst, wenn Sie den Führerschein oder die Prüfungsbescheinigung in der Hand haben.',
    ),
    zustaendigeStelle: ZUSTAENDIG_KREIS,
    frist: frist(
      6,
      'MONAT',
      'Sie können den Antrag frühestens sechs Monate vor dem Mindestalter stellen.',
    ),
    kosten: kosten(
      [
        betrag(4340, 'Ersterteilung der Klasse B'),
        betrag(1320, 'zusätzlich für jede Begleitperson beim Begleiteten Fahren'),
      ],
      p('Fahrschule, Sehtest, Erste-Hilfe-Kurs und Prüfungen bezahlen Sie gesondert.'),
    ),
    bearbeitungsdauer: dauer(4, 6, 'WOCHE'),
    begriffe: begriffe('Fahrerlaubnis', 'Lappen', 'Autoführerschein', 'BF17', 'Fahrschule'),
    fachlicheFreigabe: freigegebenDurch('Verkehr', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Ist es der erste Führerschein, ein Umtausch oder ein Ersatz nach Verlust? Dieser Text gilt nur für den ersten.',
    ),
    dokumente: dokumente(
      [
        dokument('Sehtestbescheinigung', 'nicht älter als zwei Jahre'),
        dokument('Erste-Hilfe-Bescheinigung', 'neun Unterrichtseinheiten'),
      ],
      [dokument('Führerschein', 'als Karte, gültig 15 Jahre')],
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Führerschein Klasse B beantragen',
      leistungsschluessel: demoSchluessel(12, '001'),
      vertrauensniveau: '20',
      rang115: 7,
    }),
    fassungen: [
      landtext({
        id: 'fassung-fuehrerschein-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
