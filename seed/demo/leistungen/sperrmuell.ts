import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_KREIS,
  a,
  begriffe,
  betrag,
  bundesrecht,
  danach,
  dauer,
  demoSchluessel,
  fassung,
  freigegebenDurch,
  fristText,
  hinweis115,
  kosten,
  kostenfrei,
  landmodule,
  landtext,
  ol,
  p,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-sperrmuell'

/** The Landkreis Ludwigslust-Parchim adds its rules; the city of Schwerin still drafts its own. */
export function sperrmuell({ stammtag, letzterJanuar, naechsterApril }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Sperrmüll Abholung',
    leistungsbezeichnungII: 'Sperrmüll abholen lassen',
    teaser: p(
      'Das alte Sofa muss weg? Bestellen Sie die Abholung oder bringen Sie es zum Wertstoffhof.',
    ),
    kurztext: p(
      'Sperrige Gegenstände aus dem Haushalt holt der Entsorgungsbetrieb ab, wenn Sie einen Termin bestellen. Sie können sie auch selbst zum Wertstoffhof bringen. Wie oft das kostenfrei ist, legt Ihr Landkreis oder Ihre Stadt fest.',
    ),
    volltext: p(
      'Sperrmüll ist, was auch zerlegt nicht in die Tonne passt: Möbel, Matratzen, Teppiche, Fahrräder, Kinderwagen.',
      '<strong>Kein</strong> Sperrmüll sind Bauschutt, Türen und Fenster, Autoteile, Reifen, Farben und Lacke. Elektrogeräte werden getrennt gesammelt.',
    ),
    voraussetzungen: ul(
      'Die Gegenstände stammen aus einem privaten Haushalt.',
      'Der Haushalt zahlt Abfallgebühren.',
    ),
    unterlagen: p('Halten Sie die Kundennummer aus Ihrem Gebührenbescheid bereit.'),
    verfahrensablauf: ol(
      'Sie bestellen die Abholung online, telefonisch oder mit der Karte aus dem Abfallkalender.',
      'Sie erhalten einen Termin.',
      'Sie stellen die Sachen am Abholtag bis 6 Uhr an die Straße, nicht früher als am Abend vorher.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('krwg', '§ 20 Kreislaufwirtschaftsgesetz (KrWG)'),
      'Abfallsatzung Ihres Landkreises oder Ihrer Stadt',
    ),
    formulare: p('Sie brauchen kein Formular. Die Karten aus dem Abfallkalender gelten weiter.'),
    hinweise: p(
      'Gut erhaltene Möbel nehmen auch Sozialkaufhäuser und Möbelbörsen. Rufen Sie dort vorher an.',
    ),
    zustaendigeStelle: ZUSTAENDIG_KREIS,
    frist: fristText('Bestellen Sie die Abholung spätestens vier Wochen vor dem gewünschten Tag.'),
    kosten: kosten([
      kostenfrei('Meist ist eine Abholung im Jahr in den Abfallgebühren enthalten.'),
    ]),
    bearbeitungsdauer: dauer(2, 4, 'WOCHE', 'bis zum Abholtermin'),
    begriffe: begriffe('Sperrgut', 'Möbel entsorgen', 'Sofa', 'Matratze', 'Wertstoffhof'),
    fachlicheFreigabe: freigegebenDurch('Umwelt', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welcher Gemeinde wohnen Sie, und was soll abgeholt werden? Elektrogeräte gesondert ansprechen.',
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Sperrmüll abholen lassen',
      leistungsschluessel: demoSchluessel(16, '058'),
      typisierung: '5',
      rang115: 14,
    }),
    fassungen: [
      landtext({
        id: 'fassung-sperrmuell-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
      fassung(ORTE.ludwigslustParchim, {
        id: 'fassung-sperrmuell-ludwigslust-parchim',
        leistungId: LEISTUNG,
        beginn: festerTag(letzterJanuar),
        inhalt: danach({
          verfahrensablauf: p(
            `Im Landkreis Ludwigslust-Parchim bestellen Sie ${a('https://abfall.kreis-lup.example/', 'beim Abfallbetrieb')} oder unter ${a('tel:+49387150000', '03871 5000-0')}.`,
          ),
          kosten: kosten([
            kostenfrei(
              'Zwei Abholungen im Jahr mit je höchstens drei Kubikmetern sind kostenfrei.',
            ),
            betrag(4500, 'Eilabholung innerhalb von fünf Werktagen'),
          ]),
        }),
      }),
      fassung(ORTE.schwerin, {
        id: 'fassung-sperrmuell-schwerin-entwurf',
        leistungId: LEISTUNG,
        beginn: festerTag(naechsterApril),
        inhalt: danach({
          hinweise: p(
            'In Schwerin nimmt der Wertstoffhof auch samstags von 9 bis 13 Uhr Sperrmüll an. Bringen Sie Ihren Ausweis mit.',
          ),
        }),
        released: false,
      }),
    ],
    varianten: [],
  }
}
