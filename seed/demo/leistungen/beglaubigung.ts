import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  begriffe,
  betrag,
  danach,
  demoSchluessel,
  dokument,
  dokumente,
  fassung,
  freigegebenDurch,
  fristText,
  hinweis115,
  kosten,
  landmodule,
  landrecht,
  landtext,
  ol,
  p,
  sofort,
  spanne,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-beglaubigung'

/** The Amt Stralendorf adds the fees of its Satzung, which rise on the next 1 January. */
export function beglaubigung({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Amtliche Beglaubigung',
    leistungsbezeichnungII: 'Kopie oder Unterschrift beglaubigen lassen',
    teaser: p('Sie sollen eine beglaubigte Kopie einreichen? Die bekommen Sie in jeder Gemeinde.'),
    kurztext: p(
      'Die Behörde bestätigt, dass eine Kopie mit dem Original übereinstimmt oder dass eine Unterschrift von Ihnen stammt. Sie bekommen die Beglaubigung sofort. Die Gebühr legt jede Verwaltung selbst fest.',
    ),
    volltext: p(
      'Beglaubigt werden Zeugnisse, Bescheide und andere Schriftstücke, wenn eine Behörde sie ausgestellt hat oder die Kopie bei einer Behörde vorgelegt werden soll.',
      'Eine Unterschrift wird beglaubigt, wenn Sie vor den Augen der Mitarbeiterin oder des Mitarbeiters unterschreiben.',
      'Nicht beglaubigt werden Urkunden des Standesamts; davon stellt das Standesamt neue aus. Für Grundbuch, Handelsregister und Erbschaft brauchen Sie eine Notarin oder einen Notar.',
    ),
    voraussetzungen: ul(
      'Sie legen das Original vor.',
      'Das Schriftstück ist unversehrt und gut lesbar.',
    ),
    unterlagen: ul(
      'Original des Schriftstücks',
      'wenn vorhanden: Kopie; sonst kopiert die Behörde',
      'für Unterschriften: Personalausweis oder Reisepass',
    ),
    verfahrensablauf: ol(
      'Sie kommen mit dem Original vorbei.',
      'Die Behörde vergleicht Kopie und Original oder sieht zu, wie Sie unterschreiben.',
      'Sie bezahlen und nehmen die Beglaubigung mit.',
    ),
    handlungsgrundlagen: ul(
      landrecht('§§ 33 und 34 Landesverwaltungsverfahrensgesetz (VwVfG M-V)'),
      'Verwaltungsgebührensatzung der jeweiligen Kommune',
    ),
    formulare: p('Sie brauchen kein Formular.'),
    hinweise: p(
      'Fragen Sie vorher, ob eine einfache Kopie genügt. Viele Stellen verzichten heute auf die Beglaubigung.',
    ),
    zustaendigeStelle: p(
      'Sie können jede Amtsverwaltung, Gemeinde oder Stadt aufsuchen. Es muss nicht die an Ihrem Wohnort sein.',
    ),
    frist: fristText('Es gibt keine Frist.'),
    kosten: kosten(
      [spanne(200, 1000, 'je nach Verwaltung', 'je Beglaubigung')],
      p('Für Rente und Sozialleistungen ist die Beglaubigung kostenfrei.'),
    ),
    bearbeitungsdauer: sofort('Sie können darauf warten.'),
    begriffe: begriffe('beglaubigte Kopie', 'Beglaubigung Zeugnis', 'Unterschrift beglaubigen'),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Was soll beglaubigt werden, und wer verlangt es? Bei Urkunden des Standesamts an das ausstellende Standesamt verweisen.',
    ),
    dokumente: dokumente([dokument('Original', 'des Schriftstücks')], []),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Kopie oder Unterschrift beglaubigen lassen',
      leistungsschluessel: demoSchluessel(17, '058'),
      typisierung: '4',
      rang115: 18,
    }),
    fassungen: [
      landtext({
        id: 'fassung-beglaubigung-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
      fassung(ORTE.amtStralendorf, {
        id: 'fassung-beglaubigung-amt-stralendorf',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-gebuehren-stralendorf-inkraft'),
        rechtsnormIds: ['norm-gebuehrensatzung-stralendorf'],
        inhalt: stralendorf(300, 500),
      }),
      fassung(ORTE.amtStralendorf, {
        id: 'fassung-beglaubigung-amt-stralendorf-januar',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-gebuehren-stralendorf-januar'),
        basis: 'fassung-beglaubigung-amt-stralendorf',
        rechtsnormIds: ['norm-gebuehrensatzung-stralendorf'],
        inhalt: stralendorf(400, 600),
      }),
    ],
    varianten: [],
  }
}

function stralendorf(seite: number, unterschrift: number): ReturnType<typeof danach> {
  return danach({
    kosten: kosten(
      [
        betrag(seite, 'im Amt Stralendorf für jede Seite'),
        betrag(unterschrift, 'im Amt Stralendorf für jede Unterschrift'),
      ],
      p('Schülerinnen, Schüler und Auszubildende zahlen für ihre Zeugnisse die Hälfte.'),
    ),
    handlungsgrundlagen: p(
      'Im Amt Stralendorf gilt die Verwaltungsgebührensatzung des Amtes (Demo).',
    ),
  })
}
