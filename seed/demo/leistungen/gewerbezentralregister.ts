import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_AMT,
  a,
  begriffe,
  betrag,
  bundesrecht,
  dauer,
  dokument,
  dokumente,
  freigegebenDurch,
  fristText,
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

const LEISTUNG = 'leistung-gewerbezentralregister'

/** The register extract that traders need. */
export function gewerbezentralregister({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Gewerbezentralregister Einsicht gewähren',
    leistungsbezeichnungII: 'Auskunft aus dem Gewerbezentralregister beantragen',
    teaser: p('Für manche Erlaubnisse und öffentliche Aufträge brauchen Sie diese Auskunft.'),
    kurztext: p(
      'Die Auskunft zeigt, was im Gewerbezentralregister über Sie oder Ihr Unternehmen steht. Sie beantragen sie in der Gemeinde oder online. Sie kostet 13 Euro und kommt nach ein bis zwei Wochen mit der Post.',
    ),
    volltext: p(
      'Im Gewerbezentralregister stehen zum Beispiel Gewerbeuntersagungen und Bußgeldentscheidungen, die mit einem Gewerbe zusammenhängen. Das Bundesamt für Justiz führt das Register.',
      'Behörden verlangen die Auskunft etwa, wenn Sie eine Gaststätte oder ein Maklerbüro eröffnen. Die Auskunft über ein Unternehmen beantragt, wer es gesetzlich vertritt.',
    ),
    voraussetzungen: ul(
      'Sie beantragen die Auskunft über sich selbst, oder',
      'Sie vertreten das Unternehmen, um das es geht.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'für ein Unternehmen: Auszug aus dem Handelsregister oder ein anderer Nachweis, dass Sie es vertreten',
    ),
    verfahrensablauf: ol(
      'Sie stellen den Antrag persönlich in der Gemeinde oder online beim Bundesamt für Justiz.',
      'Sie geben an, ob die Auskunft an Sie oder an eine Behörde gehen soll.',
      'Sie bezahlen die Gebühr.',
      'Das Bundesamt für Justiz verschickt die Auskunft.',
    ),
    handlungsgrundlagen: ul(bundesrecht('gewo', '§§ 149 bis 150 Gewerbeordnung (GewO)')),
    rechtsbehelf: p(
      'Halten Sie eine Eintragung für falsch, beantragen Sie beim Bundesamt für Justiz die Berichtigung.',
    ),
    weiterfuehrendeInformationen: p(
      a('https://www.fuehrungszeugnis.bund.de/', 'Online-Portal des Bundesamts für Justiz'),
    ),
    hinweise: p('Ein Führungszeugnis ersetzt diese Auskunft nicht. Oft brauchen Sie beides.'),
    zustaendigeStelle:
      ZUSTAENDIG_AMT + p('Ausgestellt wird die Auskunft vom Bundesamt für Justiz in Bonn.'),
    frist: fristText('Es gibt keine Frist.'),
    kosten: kosten([betrag(1300, 'je Auskunft')]),
    bearbeitungsdauer: dauer(1, 2, 'WOCHE'),
    begriffe: begriffe('GZR', 'GZR-Auszug', 'Gewerberegisterauszug'),
    fachlicheFreigabe: freigegebenDurch('Wirtschaft', stammtag),
    dokumente: dokumente([], [dokument('Registerauskunft', 'kommt mit der Post')]),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Auskunft aus dem Gewerbezentralregister',
      leistungsschluessel: ['99052002109000'],
      adressaten: ['001', '002'],
      vertrauensniveau: '30',
      einheitlicheStelle: true,
      rang115: null,
    }),
    fassungen: [
      landtext({
        id: 'fassung-gewerbezentralregister-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
