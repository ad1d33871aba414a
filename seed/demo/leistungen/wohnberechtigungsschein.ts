import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_AMT,
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

const LEISTUNG = 'leistung-wohnberechtigungsschein'

/** The certificate for subsidised flats. */
export function wohnberechtigungsschein({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Wohnberechtigungsschein Erteilung',
    leistungsbezeichnungII: 'Wohnberechtigungsschein beantragen',
    teaser: p('Mit dem Wohnberechtigungsschein können Sie eine geförderte Wohnung mieten.'),
    kurztext: p(
      'Für eine Sozialwohnung brauchen Sie einen Wohnberechtigungsschein. Sie bekommen ihn, wenn Ihr Einkommen unter einer Grenze liegt. Er gilt ein Jahr und kostet 15 Euro.',
    ),
    volltext: p(
      'Geförderte Wohnungen sind günstiger. Deshalb darf sie nur mieten, wer ein geringes Einkommen hat. Das weisen Sie dem Vermieter mit dem Wohnberechtigungsschein nach.',
      'Im Schein steht, wie groß die Wohnung sein darf. Für eine Person sind es in der Regel 50 Quadratmeter, für jede weitere Person kommen ein Zimmer oder 15 Quadratmeter hinzu.',
      'Der Schein ist keine Zusage für eine bestimmte Wohnung. Suchen müssen Sie selbst.',
    ),
    voraussetzungen: ul(
      'Ihr Haushalt liegt mit seinem Einkommen unter der Einkommensgrenze.',
      'Sie leben dauerhaft in Deutschland und können einen eigenen Haushalt führen.',
      'Haben Sie keine deutsche Staatsangehörigkeit, gilt Ihr Aufenthaltstitel noch mindestens ein Jahr.',
    ),
    unterlagen: ul(
      'ausgefüllter Antrag',
      'Personalausweis, Reisepass oder Aufenthaltstitel aller Personen im Haushalt',
      'Nachweise über das Einkommen der letzten zwölf Monate',
      'wenn vorhanden: Schwerbehindertenausweis, Mutterpass, Nachweis über Unterhalt',
    ),
    verfahrensablauf: ol(
      'Sie stellen den Antrag schriftlich oder persönlich.',
      'Die Behörde berechnet das Einkommen Ihres Haushalts.',
      'Sie erhalten den Wohnberechtigungsschein oder einen ablehnenden Bescheid.',
      'Sie legen den Schein dem Vermieter vor.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('wofg', '§§ 9 und 27 Wohnraumförderungsgesetz (WoFG)'),
      bundesrecht('wobindg', 'Wohnungsbindungsgesetz (WoBindG)'),
    ),
    formulare: p('Das Antragsformular bekommen Sie bei der Behörde.'),
    hinweise: p('Der Schein gilt in ganz Mecklenburg-Vorpommern, nicht nur an Ihrem Wohnort.'),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: frist(1, 'JAHR', 'Der Schein gilt ein Jahr. Danach beantragen Sie einen neuen.'),
    kosten: kosten(
      [betrag(1500, 'je Wohnberechtigungsschein')],
      p('Wer Bürgergeld oder Grundsicherung bekommt, zahlt nichts.'),
    ),
    bearbeitungsdauer: dauer(2, 4, 'WOCHE'),
    begriffe: begriffe('WBS', 'B-Schein', 'Sozialwohnung', 'Paragraf-5-Schein'),
    fachlicheFreigabe: freigegebenDurch('Bau', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wie viele Personen gehören zum Haushalt? Keine Zusage zum Einkommen geben, das rechnet nur die Behörde aus.',
    ),
    dokumente: dokumente(
      [dokument('Einkommensnachweise', 'der letzten zwölf Monate')],
      [dokument('Wohnberechtigungsschein', 'gültig ein Jahr')],
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Wohnberechtigungsschein beantragen',
      leistungsschluessel: demoSchluessel(10, '001'),
      schriftform: true,
      rang115: 15,
    }),
    fassungen: [
      landtext({
        id: 'fassung-wohnberechtigungsschein-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
