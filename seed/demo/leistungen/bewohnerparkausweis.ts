import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_AMT,
  a,
  begriffe,
  betrag,
  bundesrecht,
  danach,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  fassung,
  freigegebenDurch,
  frist,
  hinweis115,
  kosten,
  landmodule,
  landtext,
  ol,
  p,
  spanne,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-bewohnerparkausweis'

/** The parking permit for residents; Rostock adds its zones and fees. */
export function bewohnerparkausweis({ stammtag, letzterJanuar }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Bewohnerparkausweis Ausstellung',
    leistungsbezeichnungII: 'Bewohnerparkausweis beantragen',
    teaser: p('Sie wohnen in einem Gebiet, in dem Parkplätze knapp sind?'),
    kurztext: p(
      'Mit dem Bewohnerparkausweis parken Sie in Ihrem Wohngebiet ohne Parkschein. Sie bekommen ihn, wenn Sie dort gemeldet sind und ein Auto dauerhaft nutzen. Was er kostet, legt die Gemeinde fest.',
    ),
    volltext: p(
      'In vielen Innenstädten gibt es Bewohnerparkzonen. Wer dort wohnt, kann einen Ausweis beantragen und auf den gekennzeichneten Plätzen zeitlich unbegrenzt parken. Einen bestimmten oder freien Platz sichert der Ausweis nicht.',
      'Jede Person bekommt höchstens einen Ausweis. Er kann auch für ein Auto gelten, das Ihnen nicht gehört, zum Beispiel für einen Dienstwagen oder ein Auto, das Sie mit anderen teilen.',
    ),
    voraussetzungen: ul(
      'Sie sind in der Bewohnerparkzone gemeldet und wohnen dort.',
      'Das Auto ist auf Sie zugelassen, oder Sie nutzen es nachweislich dauerhaft.',
      'Sie haben dort keine eigene Garage und keinen eigenen Stellplatz.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'Zulassungsbescheinigung Teil I (Fahrzeugschein)',
      'wenn das Auto nicht auf Sie zugelassen ist: Erklärung der Halterin oder des Halters',
    ),
    verfahrensablauf: ol(
      'Sie stellen den Antrag online, schriftlich oder persönlich.',
      'Die Behörde prüft, ob Sie in der Zone gemeldet sind.',
      'Sie bezahlen die Gebühr und bekommen den Ausweis.',
      'Sie legen den Ausweis gut lesbar hinter die Windschutzscheibe.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('stvo_2013', '§ 45 Straßenverkehrs-Ordnung (StVO)'),
      bundesrecht('stvg', '§ 6a Absatz 5a Straßenverkehrsgesetz (StVG)'),
    ),
    hinweise: p(
      'In Gemeinden ohne Bewohnerparkzonen gibt es keinen Ausweis. Ziehen Sie um oder wechseln Sie das Auto, lassen Sie den Ausweis ändern.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: frist(
      1,
      'JAHR',
      'Der Ausweis gilt in der Regel ein Jahr. Verlängern Sie ihn rechtzeitig.',
    ),
    kosten: kosten([spanne(1000, 18_000, 'je nach Gemeinde', 'im Jahr')]),
    bearbeitungsdauer: dauer(1, 2, 'WOCHE', 'Wer selbst kommt, kann den Ausweis meist mitnehmen.'),
    begriffe: begriffe('Anwohnerparkausweis', 'Anwohnerparken', 'Parkausweis', 'Bewohnerparken'),
    fachlicheFreigabe: freigegebenDurch('Verkehr', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welcher Straße wohnen Sie? Ob sie in einer Zone liegt, weiß nur die Gemeinde.',
    ),
    dokumente: dokumente([], [dokument('Bewohnerparkausweis', 'gilt für ein Kennzeichen')]),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Bewohnerparkausweis beantragen',
      leistungsschluessel: demoSchluessel(15, '012'),
      vertrauensniveau: '10',
      rang115: 17,
    }),
    fassungen: [
      landtext({
        id: 'fassung-bewohnerparkausweis-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
      fassung(ORTE.rostock, {
        id: 'fassung-bewohnerparkausweis-rostock',
        leistungId: LEISTUNG,
        beginn: festerTag(letzterJanuar),
        inhalt: danach({
          kosten: kosten([betrag(6000, 'in Rostock für ein Jahr')]),
          hinweise: p(
            `Ob Ihre Straße in einer Rostocker Bewohnerparkzone liegt, zeigt der ${a('https://parken.rostock.example/', 'Parkzonenplan')}. Gäste parken mit der Tageskarte für 3 Euro.`,
          ),
        }),
      }),
    ],
    varianten: [],
  }
}
