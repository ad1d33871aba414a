import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  begriffe,
  bundesrecht,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
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

const LEISTUNG = 'leistung-schwerbehindertenausweis'

/** Answered for by one office for the whole Land. */
export function schwerbehindertenausweis({ stammtag }: Demotage): Demoleistung {
  const inhalt = landmodule({
    leistungsbezeichnung: 'Schwerbehindertenausweis Ausstellung',
    leistungsbezeichnungII: 'Schwerbehindertenausweis beantragen',
    teaser: p('Eine Behinderung kann Ihnen Rechte und Erleichterungen geben.'),
    kurztext: p(
      'Den Schwerbehindertenausweis bekommen Sie ab einem Grad der Behinderung von 50. Sie beantragen ihn beim Landesamt für Gesundheit und Soziales. Antrag und Ausweis sind kostenfrei.',
    ),
    volltext: p(
      'Das Landesamt stellt fest, wie stark Ihre Behinderung Sie einschränkt. Das Ergebnis heißt Grad der Behinderung und liegt zwischen 20 und 100. Ab 50 gelten Sie als schwerbehindert und bekommen den Ausweis.',
      'Im Ausweis stehen Merkzeichen, zum Beispiel G für erhebliche Gehbehinderung oder Bl für Blindheit. Davon hängt ab, ob Sie Bus und Bahn kostenlos nutzen oder auf Behindertenparkplätzen parken dürfen.',
    ),
    voraussetzungen: ul(
      'Sie wohnen, leben oder arbeiten in Mecklenburg-Vorpommern.',
      'Ihre Behinderung dauert voraussichtlich länger als sechs Monate.',
    ),
    unterlagen: ul(
      'ausgefüllter Antrag',
      'Berichte von Ärztinnen, Ärzten und Krankenhäusern, soweit Sie sie haben',
      'Namen und Anschriften Ihrer Ärztinnen und Ärzte',
      'Passfoto, wenn Sie mindestens zehn Jahre alt sind',
    ),
    verfahrensablauf: ol(
      'Sie stellen den Antrag online oder mit dem Formular.',
      'Das Landesamt fragt bei Ihren Ärztinnen und Ärzten nach. Dafür entbinden Sie sie von der Schweigepflicht.',
      'Sie bekommen den Feststellungsbescheid.',
      'Ab einem Grad von 50 schickt Ihnen das Landesamt den Ausweis.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('sgb_9_2018', '§ 152 Neuntes Buch Sozialgesetzbuch (SGB IX)'),
      bundesrecht('schwbawv', 'Schwerbehindertenausweisverordnung (SchwbAwV)'),
    ),
    formulare: p('Den Antrag gibt es online und in vielen Bürgerbüros.'),
    hinweise: p(
      'Warten Sie mit dem Antrag nicht, bis alle Berichte da sind. Es zählt der Tag, an dem er eingeht.',
    ),
    zustaendigeStelle: p('Zuständig ist im ganzen Land das Landesamt für Gesundheit und Soziales.'),
    frist: fristText(
      'Es gibt keine Frist. Verlängern Sie den Ausweis drei Monate, bevor er abläuft.',
    ),
    kosten: kosten([kostenfrei('Antrag und Ausweis sind kostenfrei.')]),
    bearbeitungsdauer: dauer(3, 5, 'MONAT', 'je nachdem, wie schnell die Befunde eintreffen'),
    begriffe: begriffe('Behindertenausweis', 'GdB', 'Grad der Behinderung', 'Merkzeichen'),
    fachlicheFreigabe: freigegebenDurch('Soziales', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Erster Antrag, Verschlimmerung oder Verlängerung? Keine Gesundheitsangaben notieren.',
    ),
    dokumente: dokumente(
      [dokument('Ärztliche Berichte', 'soweit vorhanden')],
      [
        dokument('Feststellungsbescheid', 'nennt den Grad der Behinderung'),
        dokument('Schwerbehindertenausweis', 'ab einem Grad der Behinderung von 50'),
      ],
    ),
  })
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Schwerbehindertenausweis beantragen',
      leistungsschluessel: demoSchluessel(19, '012'),
      vertrauensniveau: '20',
      rang115: 20,
    }),
    fassungen: [
      landtext({
        id: 'fassung-schwerbehindertenausweis-land',
        leistungId: LEISTUNG,
        beginn: festerTag(stammtag),
        inhalt,
      }),
    ],
    varianten: [],
  }
}
