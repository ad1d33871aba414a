import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_KREIS,
  begriffe,
  bundesrecht,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  freigegebenDurch,
  frist,
  hinweis115,
  kosten,
  kostenfrei,
  landmodule,
  landrecht,
  landtext,
  ol,
  p,
  spanne,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-kindertagesbetreuung'

/** A place in a Kita, answered for by the Landkreis. */
export function kindertagesbetreuung({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Kindertagesförderung Bewilligung',
    leistungsbezeichnungII: 'Platz in der Kindertagesbetreuung beantragen',
    teaser: p('Ihr Kind soll in die Krippe, den Kindergarten, den Hort oder zur Tagesmutter?'),
    kurztext: p(
      'Ab dem ersten Geburtstag hat Ihr Kind Anspruch auf einen Platz in der Kita oder Kindertagespflege. Die Betreuung ist in Mecklenburg-Vorpommern beitragsfrei. Sie zahlen nur das Essen.',
    ),
    volltext: p(
      'Krippe gibt es bis zum dritten Geburtstag, danach Kindergarten bis zur Schule und Hort für Grundschulkinder. Kindertagespflege bieten Tagesmütter und Tagesväter in kleinen Gruppen an.',
      'Sie können die Einrichtung frei wählen, wenn ein Platz frei ist, auch außerhalb Ihrer Gemeinde. Alle Kinder können halbtags, in Teilzeit oder ganztags betreut werden.',
    ),
    voraussetzungen: ul(
      'Ihr Kind wohnt in Mecklenburg-Vorpommern.',
      'Ihr Kind ist mindestens ein Jahr alt. Jüngere Kinder bekommen einen Platz, wenn Sie arbeiten, eine Ausbildung machen oder Arbeit suchen.',
    ),
    unterlagen: ul(
      'ausgefüllter Antrag',
      'Geburtsurkunde des Kindes',
      'für einen Ganztagsplatz: Nachweis über Arbeit, Ausbildung oder Studium, wenn die Behörde danach fragt',
      'vor dem ersten Tag in der Einrichtung: Nachweis des Masernschutzes',
    ),
    verfahrensablauf: ol(
      'Sie sehen sich Einrichtungen an und lassen Ihr Kind vormerken.',
      'Sie stellen den Antrag beim Jugendamt.',
      'Das Jugendamt teilt Ihnen mit, in welchem Umfang Ihr Kind betreut wird.',
      'Sie schließen mit der Einrichtung den Betreuungsvertrag.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('sgb_8', '§§ 22 bis 24 Achtes Buch Sozialgesetzbuch (SGB VIII)'),
      landrecht('Kindertagesförderungsgesetz Mecklenburg-Vorpommern (KiföG M-V)'),
    ),
    formulare: p('Den Antrag bekommen Sie beim Jugendamt und in jeder Einrichtung.'),
    hinweise: p(
      'Für das Essen können Sie Geld aus dem Bildungspaket bekommen, wenn Sie Wohngeld, Kinderzuschlag oder Bürgergeld beziehen.',
    ),
    zustaendigeStelle: ZUSTAENDIG_KREIS,
    frist: frist(
      3,
      'MONAT',
      'Stellen Sie den Antrag spätestens drei Monate vor dem gewünschten Beginn.',
    ),
    kosten: kosten([
      kostenfrei('Die Betreuung ist beitragsfrei.'),
      spanne(300, 700, 'je nach Einrichtung', 'Essen am Tag'),
    ]),
    bearbeitungsdauer: dauer(2, 6, 'WOCHE'),
    begriffe: begriffe('Kita', 'Krippe', 'Kindergarten', 'Hort', 'Tagesmutter', 'Kitaplatz'),
    fachlicheFreigabe: freigegebenDurch('Soziales', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wie alt ist das Kind, und ab wann wird der Platz gebraucht? Freie Plätze kennen nur die Einrichtungen und das Jugendamt.',
    ),
    dokumente: dokumente(
      [dokument('Nachweis des Masernschutzes', 'Impfausweis oder ärztliches Attest')],
      [dokument('Bescheid über den Betreuungsumfang', 'für den Vertrag mit der Einrichtung')],
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Platz in der Kindertagesbetreuung beantragen',
      leistungsschluessel: demoSchluessel(11, '017'),
      rang115: 13,
    }),
    fassungen: [
      landtext({
        id: 'fassung-kindertagesbetreuung-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
