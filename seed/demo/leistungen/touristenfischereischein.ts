import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_AMT,
  begriffe,
  betrag,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
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
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-touristenfischereischein'

/** Something that only a Land with so much water has; online since the last 1 January, by the law of the Land. */
export function touristenfischereischein(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Touristenfischereischein beantragen',
      leistungsschluessel: demoSchluessel(18, '001'),
      typisierung: '4',
      vertrauensniveau: '00',
      rang115: 19,
    }),
    fassungen: [
      landtext({
        id: 'fassung-touristenfischereischein-land-vorher',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-touristenfischereischein-land',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-vereinfachung-inkraft'),
        basis: 'fassung-touristenfischereischein-land-vorher',
        rechtsnormIds: ['norm-verwaltungsvereinfachung'],
        inhalt: { ...landInhalt(tage), ...ONLINE },
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Befristeter Fischereischein Erteilung',
    leistungsbezeichnungII: 'Touristenfischereischein beantragen',
    teaser: p('Sie wollen im Urlaub angeln und haben keine Fischereischeinprüfung?'),
    kurztext: p(
      'Mit dem Touristenfischereischein dürfen Sie ohne Prüfung 28 Tage lang angeln. Sie bekommen ihn sofort bei jeder Ordnungsbehörde. Zusätzlich brauchen Sie eine Angelkarte für das Gewässer.',
    ),
    volltext: p(
      'Wer in Mecklenburg-Vorpommern angelt, braucht einen Fischereischein. Der befristete Schein gilt an 28 Tagen hintereinander. Sie können ihn im selben Jahr verlängern lassen.',
      'Zum Schein gehört ein Heft mit den wichtigsten Regeln: Schonzeiten, Mindestmaße und der richtige Umgang mit dem Fang. Lesen Sie es, bevor Sie die Angel auswerfen.',
    ),
    voraussetzungen: ul(
      'Sie sind mindestens 14 Jahre alt. Jüngere angeln mit einer Person, die einen Fischereischein hat.',
    ),
    unterlagen: ul('Personalausweis oder Reisepass'),
    verfahrensablauf: ol(
      'Sie gehen zur Ordnungsbehörde oder zu einer Touristinformation, die Scheine ausgibt.',
      'Sie bezahlen Gebühr und Fischereiabgabe.',
      'Sie nehmen den Schein und das Regelheft mit.',
    ),
    handlungsgrundlagen: ul(
      landrecht('Landesfischereigesetz Mecklenburg-Vorpommern (LFischG M-V)'),
      landrecht('Fischereischeinverordnung Mecklenburg-Vorpommern (FSchVO M-V)'),
    ),
    formulare: p('Sie brauchen kein Formular.'),
    hinweise: p(
      'Der Schein gilt nur in Mecklenburg-Vorpommern. Auch an der Küste brauchen Sie zusätzlich eine Angelerlaubnis.',
    ),
    zustaendigeStelle:
      ZUSTAENDIG_AMT + p('Sie können sich an jede Ordnungsbehörde im Land wenden.'),
    frist: fristText('Es gibt keine Frist.'),
    kosten: kosten(
      [
        betrag(2400, 'Schein für 28 Tage, Fischereiabgabe inbegriffen'),
        betrag(1300, 'jede Verlängerung um 28 Tage im selben Jahr'),
      ],
      p('Die Angelkarte für das Gewässer bezahlen Sie gesondert.'),
    ),
    bearbeitungsdauer: sofort('Sie bekommen den Schein sofort.'),
    begriffe: begriffe('Angelschein', 'Urlauberangelschein', 'Angeln', 'Fischereischein auf Zeit'),
    fachlicheFreigabe: freigegebenDurch('Landwirtschaft', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wo soll geangelt werden, am Binnengewässer oder an der Küste? An die zusätzliche Angelkarte erinnern.',
    ),
    dokumente: dokumente(
      [],
      [dokument('Befristeter Fischereischein', 'gültig an 28 Tagen hintereinander')],
    ),
  })
}

const ONLINE: FassungInhalt = ersetzen({
  kurztext: p(
    'Mit dem Touristenfischereischein dürfen Sie ohne Prüfung 28 Tage lang angeln. Sie bekommen ihn sofort: online oder bei jeder Ordnungsbehörde. Zusätzlich brauchen Sie eine Angelkarte für das Gewässer.',
  ),
  verfahrensablauf: ol(
    'Online: Sie geben Ihre Daten ein, bezahlen und laden Schein und Regelheft herunter. Es genügt, wenn Sie den Schein auf dem Telefon zeigen.',
    'Persönlich: Sie gehen zur Ordnungsbehörde oder zu einer Touristinformation, die Scheine ausgibt, und bezahlen dort.',
  ),
})
