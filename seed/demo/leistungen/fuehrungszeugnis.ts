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

const LEISTUNG = 'leistung-fuehrungszeugnis'

/** The certificate of conduct, applied for at home and issued by the Bund. */
export function fuehrungszeugnis({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Führungszeugnis Erteilung',
    leistungsbezeichnungII: 'Führungszeugnis beantragen',
    teaser: p('Für Arbeit oder Ehrenamt brauchen Sie manchmal ein Führungszeugnis.'),
    kurztext: p(
      'Ein Führungszeugnis gibt Auskunft, ob Sie vorbestraft sind. Sie beantragen es in Ihrer Wohngemeinde oder online mit dem Personalausweis. Es kostet 13 Euro und kommt nach ein bis zwei Wochen mit der Post.',
    ),
    volltext: p(
      'Das Bundesamt für Justiz stellt das Führungszeugnis aus. Es enthält, was im Bundeszentralregister über Sie eingetragen ist und noch mitgeteilt werden darf. Steht nichts darin, heißt es: „Inhalt: Keine Eintragung“.',
      'Es gibt das Führungszeugnis für private Zwecke, etwa für den Arbeitgeber, und das zur Vorlage bei einer Behörde, die es direkt erhält. Wer mit Kindern oder Jugendlichen arbeitet, braucht das <strong>erweiterte</strong> Führungszeugnis.',
    ),
    voraussetzungen: ul(
      'Sie sind mindestens 14 Jahre alt.',
      'Für das erweiterte Führungszeugnis fordert Sie eine Stelle schriftlich dazu auf.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'für das erweiterte Führungszeugnis: schriftliche Aufforderung der Stelle, die es verlangt',
      'für die Befreiung von der Gebühr: Bescheinigung über das Ehrenamt oder über Ihre Bedürftigkeit',
    ),
    verfahrensablauf: ol(
      'Sie stellen den Antrag persönlich in der Meldebehörde oder online beim Bundesamt für Justiz.',
      'Sie bezahlen die Gebühr.',
      'Die Meldebehörde leitet den Antrag weiter.',
      'Das Bundesamt für Justiz schickt das Führungszeugnis an Sie oder an die Behörde.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('bzrg', '§§ 30 bis 31 Bundeszentralregistergesetz (BZRG)'),
      bundesrecht('jvkostg', 'Justizverwaltungskostengesetz (JVKostG)'),
    ),
    rechtsbehelf: p(
      'Halten Sie eine Eintragung für falsch, wenden Sie sich an das Bundesamt für Justiz und beantragen Sie die Berichtigung.',
    ),
    formulare: p('In der Behörde brauchen Sie kein Formular.'),
    weiterfuehrendeInformationen: p(
      a('https://www.fuehrungszeugnis.bund.de/', 'Online-Portal des Bundesamts für Justiz'),
    ),
    hinweise: p(
      'Das Führungszeugnis hat kein Ablaufdatum. Viele Stellen verlangen, dass es nicht älter als drei Monate ist.',
    ),
    zustaendigeStelle:
      ZUSTAENDIG_AMT + p('Ausgestellt wird das Führungszeugnis vom Bundesamt für Justiz in Bonn.'),
    frist: fristText('Es gibt keine Frist.'),
    kosten: kosten(
      [betrag(1300, 'je Führungszeugnis')],
      p('Für ein Ehrenamt oder bei Bedürftigkeit entfällt die Gebühr auf Antrag.'),
    ),
    bearbeitungsdauer: dauer(1, 2, 'WOCHE'),
    begriffe: begriffe(
      'polizeiliches Führungszeugnis',
      'Vorstrafen',
      'erweitertes Führungszeugnis',
    ),
    fachlicheFreigabe: freigegebenDurch('Justiz', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Ist es für den Arbeitgeber, eine Behörde oder ein Ehrenamt mit Kindern? Danach richtet sich die Art des Zeugnisses.',
    ),
    dokumente: dokumente(
      [
        dokument(
          'Aufforderung zum erweiterten Führungszeugnis',
          'Schreiben des Vereins, Trägers oder Arbeitgebers',
        ),
      ],
      [dokument('Führungszeugnis', 'kommt mit der Post')],
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Führungszeugnis beantragen',
      leistungsschluessel: ['99049001001000'],
      vertrauensniveau: '30',
      rang115: 6,
    }),
    fassungen: [
      landtext({
        id: 'fassung-fuehrungszeugnis-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
