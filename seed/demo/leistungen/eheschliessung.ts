import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  begriffe,
  betrag,
  bundesrecht,
  danach,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
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

const LEISTUNG = 'leistung-eheschliessung'

/** Schwerin adds its places to marry; a draft waits for a second stage that is only estimated. */
export function eheschliessung(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Eheschließung anmelden',
      leistungsschluessel: demoSchluessel(6, '104'),
      schriftform: true,
      rang115: 12,
    }),
    fassungen: [
      landtext({
        id: 'fassung-eheschliessung-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-eheschliessung-land-entwurf',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-kosten-geschaetzt'),
        basis: 'fassung-eheschliessung-land',
        rechtsnormIds: ['norm-kostenverordnung'],
        inhalt: { ...landInhalt(tage), ...ersetzen({ kosten: gebuehren(5500, 9000) }) },
        released: false,
      }),
      fassung(ORTE.schwerin, {
        id: 'fassung-eheschliessung-schwerin',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: danach({
          hinweise: p(
            'In Schwerin heiraten Sie im Standesamt oder an einem besonderen Ort, zum Beispiel am Wasser. Außerhalb der Öffnungszeiten trauen wir freitags bis 18 Uhr und an jedem ersten Samstag im Monat.',
          ),
          kosten: kosten([betrag(12000, 'Zuschlag für Trauungen an besonderen Orten in Schwerin')]),
        }),
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Eheschließung Anmeldung',
    leistungsbezeichnungII: 'Eheschließung anmelden',
    teaser: p('Sie wollen heiraten? Melden Sie sich zuerst beim Standesamt an.'),
    kurztext: p(
      'Vor der Hochzeit melden Sie die Eheschließung beim Standesamt an Ihrem Wohnort an. Heiraten können Sie danach in jedem Standesamt in Deutschland. Die Anmeldung gilt sechs Monate.',
    ),
    volltext: p(
      'Das Standesamt prüft bei der Anmeldung, ob Sie heiraten dürfen, und bespricht mit Ihnen den Namen, den Sie nach der Hochzeit führen wollen. Wohnen Sie an verschiedenen Orten, suchen Sie sich eines der beiden Standesämter aus.',
      'Bringen Sie beide Zeit mit: Das Gespräch dauert etwa eine Stunde. Ist jemand von Ihnen verhindert, genügt eine schriftliche Vollmacht.',
    ),
    voraussetzungen: ul(
      'Sie sind beide mindestens 18 Jahre alt.',
      'Keiner von Ihnen ist verheiratet oder lebt in einer eingetragenen Lebenspartnerschaft mit einer anderen Person.',
      'Sie sind nicht in gerader Linie verwandt und keine Geschwister.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'beglaubigter Ausdruck aus dem Geburtenregister, nicht älter als sechs Monate',
      'erweiterte Meldebescheinigung mit Familienstand, wenn Sie an einem anderen Ort wohnen',
      'nach einer früheren Ehe: Eheurkunde und Scheidungsurteil oder Sterbeurkunde',
      'wenn Sie keine deutsche Staatsangehörigkeit haben: Ehefähigkeitszeugnis Ihres Heimatlandes',
    ),
    verfahrensablauf: ol(
      'Sie fragen beim Standesamt, welche Unterlagen Sie brauchen.',
      'Sie melden die Eheschließung gemeinsam an.',
      'Das Standesamt prüft, ob der Ehe etwas entgegensteht.',
      'Sie vereinbaren den Tag der Trauung.',
      'Nach der Trauung erhalten Sie die Eheurkunde.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('bgb', '§§ 1303 bis 1312 Bürgerliches Gesetzbuch (BGB)'),
      bundesrecht('pstg', '§§ 11 bis 15 Personenstandsgesetz (PStG)'),
    ),
    rechtsbehelf: p(
      'Lehnt das Standesamt die Trauung ab, können Sie das Amtsgericht anrufen. Es entscheidet, ob das Standesamt tätig werden muss.',
    ),
    hinweise: p('Beliebte Tage sind schnell vergeben. Fragen Sie früh nach einem Termin.'),
    zustaendigeStelle: p(
      'Zuständig für die Anmeldung ist das Standesamt, in dessen Bezirk einer von Ihnen wohnt.',
    ),
    frist: frist(
      6,
      'MONAT',
      'Heiraten Sie innerhalb von sechs Monaten nach der Anmeldung. Danach müssen Sie die Eheschließung neu anmelden.',
    ),
    kosten: gebuehren(4500, 7500),
    bearbeitungsdauer: dauer(
      1,
      4,
      'WOCHE',
      'Mit Unterlagen aus dem Ausland kann es mehrere Monate dauern.',
    ),
    begriffe: begriffe('Heiraten', 'Hochzeit', 'Trauung', 'Aufgebot', 'Ehe anmelden'),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wo wohnen Sie beide, und haben beide die deutsche Staatsangehörigkeit? Bei Auslandsbezug sofort an das Standesamt verbinden.',
    ),
    dokumente: dokumente(
      [dokument('Ausdruck aus dem Geburtenregister', 'beglaubigt, nicht älter als sechs Monate')],
      [dokument('Eheurkunde', 'nach der Trauung')],
    ),
  })
}

function gebuehren(inland: number, ausland: number): ReturnType<typeof kosten> {
  return kosten([
    betrag(inland, 'Prüfung, wenn beide die deutsche Staatsangehörigkeit haben'),
    betrag(ausland, 'Prüfung, wenn ausländisches Recht zu beachten ist'),
    spanne(
      null,
      15000,
      'je nach Ort und Tag der Trauung',
      'Zuschlag außerhalb der Öffnungszeiten oder an einem anderen Ort',
    ),
  ])
}
