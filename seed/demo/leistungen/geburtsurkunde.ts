import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  begriffe,
  betrag,
  bundesrecht,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
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

const LEISTUNG = 'leistung-geburtsurkunde'

/** New fees wait, released, for an ordinance that is still a draft: geplant does not take effect. */
export function geburtsurkunde(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Geburtsurkunde beantragen',
      leistungsschluessel: demoSchluessel(5, '012'),
      vertrauensniveau: '20',
      rang115: 8,
    }),
    fassungen: [
      landtext({
        id: 'fassung-geburtsurkunde-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-geburtsurkunde-land-neue-gebuehren',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-kosten-geplant'),
        basis: 'fassung-geburtsurkunde-land',
        rechtsnormIds: ['norm-kostenverordnung'],
        inhalt: {
          ...landInhalt(tage),
          ...ersetzen({
            kurztext: kurztext('15 Euro', '7,50 Euro'),
            kosten: gebuehren(1500, 750),
            fachlicheFreigabe: freigegebenDurch('Inneres', tage.geprueft),
          }),
        },
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Geburtsurkunde Ausstellung',
    leistungsbezeichnungII: 'Geburtsurkunde beantragen',
    teaser: p(
      'Sie brauchen eine Geburtsurkunde, zum Beispiel für die Hochzeit oder den ersten Pass?',
    ),
    kurztext: kurztext('12 Euro', '6 Euro'),
    volltext: p(
      'Die Geburtsurkunde beweist, wann und wo Sie geboren sind und wie Ihre Eltern heißen. Das Standesamt Ihres Geburtsortes stellt sie aus dem Geburtenregister aus. Wo Sie heute wohnen, spielt keine Rolle.',
      'Für das Ausland gibt es die mehrsprachige Urkunde. Brauchen Sie alle Änderungen seit der Geburt, beantragen Sie einen beglaubigten Ausdruck aus dem Register.',
    ),
    voraussetzungen: ul(
      'Sie sind mindestens 16 Jahre alt.',
      'Es geht um Sie selbst, Ihre Ehefrau oder Ihren Ehemann, Ihre Eltern, Großeltern, Kinder oder Enkel.',
      'Andere Personen müssen ein rechtliches Interesse nachweisen, Geschwister ein berechtigtes.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass, bei schriftlichem Antrag als Kopie',
      'Namen und Geburtstag der Person, um die es geht',
      'wenn Sie für jemand anderen beantragen: Vollmacht oder Nachweis der Verwandtschaft',
    ),
    verfahrensablauf: ol(
      'Sie beantragen die Urkunde online, schriftlich oder persönlich beim Standesamt des Geburtsortes.',
      'Sie bezahlen die Gebühr.',
      'Das Standesamt schickt Ihnen die Urkunde oder gibt sie Ihnen mit.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('pstg', '§§ 55, 59 und 62 Personenstandsgesetz (PStG)'),
      bundesrecht('pstv', 'Personenstandsverordnung (PStV)'),
    ),
    rechtsbehelf: p(
      'Lehnt das Standesamt Ihren Antrag ab, kann das Amtsgericht es anweisen, die Urkunde auszustellen.',
    ),
    hinweise: p(
      'Geburten, die länger als 110 Jahre zurückliegen, finden Sie im Archiv und nicht mehr beim Standesamt.',
    ),
    zustaendigeStelle: p(
      'Zuständig ist das Standesamt, in dessen Bezirk Sie geboren sind. Für eine Geburt im Krankenhaus ist das meist das Standesamt der Stadt, in der das Krankenhaus steht.',
    ),
    frist: fristText('Es gibt keine Frist.'),
    kosten: gebuehren(1200, 600),
    bearbeitungsdauer: dauer(
      3,
      7,
      'WERKTAG',
      'Wer selbst kommt, kann die Urkunde meist mitnehmen.',
    ),
    begriffe: begriffe(
      'Geburtsschein',
      'Abstammungsurkunde',
      'internationale Geburtsurkunde',
      'Urkunde vom Standesamt',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wo ist die Person geboren? Nur dieses Standesamt kann helfen, nicht das am Wohnort.',
    ),
    dokumente: dokumente([], [dokument('Geburtsurkunde', 'auf Wunsch mehrsprachig')]),
  })
}

function kurztext(erste: string, weitere: string): string {
  return p(
    `Die Geburtsurkunde bekommen Sie beim Standesamt Ihres Geburtsortes: online, schriftlich oder persönlich. Die erste Urkunde kostet ${erste}, jede weitere ${weitere}, wenn Sie sie gleichzeitig bestellen.`,
  )
}

function gebuehren(erste: number, weitere: number): ReturnType<typeof kosten> {
  return kosten(
    [
      betrag(erste, 'erste Urkunde'),
      betrag(weitere, 'jede weitere gleiche Urkunde, wenn Sie sie gleichzeitig bestellen'),
    ],
    p('Für Rente und Sozialversicherung sind Urkunden kostenfrei.'),
  )
}
