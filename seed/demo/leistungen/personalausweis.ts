import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_AMT,
  a,
  begriffe,
  betrag,
  bundesrecht,
  danach,
  dauer,
  davor,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
  fassung,
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

const LEISTUNG = 'leistung-personalausweis'

/** Dearer from the next 1 January on; Schwerin adds its appointments. */
export function personalausweis(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Personalausweis beantragen',
      leistungsschluessel: demoSchluessel(1, '012'),
      vertrauensniveau: '30',
      schriftform: true,
      rang115: 1,
    }),
    fassungen: [
      landtext({
        id: 'fassung-personalausweis-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-personalausweis-land-januar',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-ausweis-januar'),
        basis: 'fassung-personalausweis-land',
        rechtsnormIds: ['norm-ausweiswesen'],
        inhalt: { ...landInhalt(tage), ...neueGebuehren(tage) },
      }),
      fassung(ORTE.schwerin, {
        id: 'fassung-personalausweis-schwerin',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: SCHWERIN,
      }),
    ],
    varianten: [
      {
        id: 'variante-personalausweis-land-en',
        fassungId: 'fassung-personalausweis-land',
        sprache: 'en',
        module: englisch(4600, 2760),
        released: true,
      },
      {
        id: 'variante-personalausweis-land-januar-en',
        fassungId: 'fassung-personalausweis-land-januar',
        sprache: 'en',
        module: englisch(4900, 2940),
        released: true,
      },
    ],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Personalausweis Ausstellung',
    leistungsbezeichnungII: 'Personalausweis beantragen',
    teaser: p('Ihr Personalausweis läuft ab oder ist verloren? So bekommen Sie einen neuen.'),
    kurztext: p(
      'Ab 16 Jahren brauchen Sie einen Personalausweis oder Reisepass. Den Ausweis beantragen Sie persönlich in Ihrer Wohngemeinde. Er ist nach zwei bis drei Wochen fertig und gilt zehn Jahre, bei unter 24-Jährigen sechs.',
    ),
    volltext: p(
      'Mit dem Personalausweis zeigen Sie, wer Sie sind: bei Behörden, in der Bank, auf Reisen in Europa und mit der Online-Ausweisfunktion auch im Internet.',
      'Ab 16 Jahren müssen Sie einen gültigen Personalausweis oder Reisepass besitzen. Für jüngere Kinder können die Eltern einen Ausweis beantragen.',
      'Brauchen Sie sofort einen Ausweis, bekommen Sie einen vorläufigen Personalausweis. Er gilt höchstens drei Monate und hat keine Online-Ausweisfunktion.',
    ),
    voraussetzungen: ul(
      'Sie haben die deutsche Staatsangehörigkeit.',
      'Sie sind mindestens 16 Jahre alt. Für Jüngere stellen die Eltern den Antrag.',
      'Ihr bisheriger Ausweis läuft bald ab, ist verloren oder beschädigt, oder Ihr Name hat sich geändert.',
    ),
    unterlagen: ul(
      'bisheriger Personalausweis, Reisepass oder Kinderreisepass',
      'digitales biometrisches Passfoto, das ein Fotostudio oder die Behörde elektronisch übermittelt',
      'beim ersten Antrag oder nach einer Namensänderung: Geburtsurkunde oder Eheurkunde',
      'für Kinder: Zustimmung beider sorgeberechtigten Eltern',
    ),
    verfahrensablauf: ol(
      'Sie vereinbaren einen Termin und kommen persönlich.',
      'Die Behörde prüft Ihre Unterlagen und nimmt zwei Fingerabdrücke auf.',
      'Sie unterschreiben und bezahlen die Gebühr.',
      'Die Bundesdruckerei stellt den Ausweis her.',
      'Sie holen den Ausweis ab und geben den alten zurück.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('pauswg', 'Personalausweisgesetz (PAuswG)'),
      bundesrecht('pauswv', 'Personalausweisverordnung (PAuswV)'),
      bundesrecht('pauswgebv', 'Personalausweisgebührenverordnung (PAuswGebV)'),
    ),
    weiterfuehrendeInformationen: p(
      a('https://www.personalausweisportal.de/', 'Personalausweisportal des Bundes'),
    ),
    hinweise: p(
      'Die Online-Ausweisfunktion ist bei jedem neuen Ausweis eingeschaltet. Haben Sie Ihre PIN vergessen, setzen Sie sie in der Behörde kostenfrei neu. Den Ausweis müssen Sie dazu mitbringen.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: fristText(
      'Beantragen Sie den neuen Ausweis, bevor der alte abläuft. Planen Sie drei Wochen für die Herstellung ein.',
    ),
    kosten: gebuehren(4600, 2760),
    bearbeitungsdauer: dauer(2, 3, 'WOCHE', 'Einen vorläufigen Ausweis bekommen Sie sofort.'),
    begriffe: begriffe('Perso', 'Ausweis', 'ID-Karte', 'Ausweis verloren', 'Ausweis abgelaufen'),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welcher Gemeinde ist die Hauptwohnung? Wie alt ist die Person, die den Ausweis braucht?',
      'Bei Verlust oder Diebstahl auf den Sperrnotruf 116 116 hinweisen. Termine vergeben nur die Behörden selbst.',
    ),
    dokumente: dokumente(
      [
        dokument('Bisheriges Ausweisdokument', 'Personalausweis, Reisepass oder Kinderreisepass'),
        dokument('Biometrisches Passfoto', 'nur digital, ein Foto auf Papier genügt nicht'),
      ],
      [dokument('Personalausweis', 'gültig zehn Jahre, bei Antrag vor dem 24. Geburtstag sechs')],
    ),
  })
}

function neueGebuehren({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kosten: gebuehren(4900, 2940),
    hinweise: p(
      'Es zählt der Tag, an dem Sie den Antrag stellen. Wer den Ausweis früher beantragt hat, zahlt nichts nach.',
      'Die Online-Ausweisfunktion ist bei jedem neuen Ausweis eingeschaltet. Haben Sie Ihre PIN vergessen, setzen Sie sie in der Behörde kostenfrei neu. Den Ausweis müssen Sie dazu mitbringen.',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', geprueft),
  })
}

function gebuehren(ab24: number, unter24: number): ReturnType<typeof kosten> {
  return kosten(
    [
      betrag(ab24, 'Antrag ab 24 Jahren'),
      betrag(unter24, 'Antrag vor dem 24. Geburtstag'),
      betrag(1000, 'vorläufiger Personalausweis'),
      betrag(600, 'Passfoto, wenn Sie es in der Behörde aufnehmen'),
      betrag(1300, 'Zuschlag, wenn Sie nicht in Ihrer Wohngemeinde beantragen'),
    ],
    p('Wer bedürftig ist, kann um Ermäßigung oder Befreiung bitten.'),
  )
}

const SCHWERIN: FassungInhalt = {
  ...davor({
    verfahrensablauf: p(
      `Buchen Sie zuerst einen Termin: ${a('https://termine.schwerin.example/', 'online bei der Landeshauptstadt Schwerin')} oder unter ${a('tel:+4938550000', '0385 5000-0')}. Neue Termine stellen wir an jedem Werktag um 7 Uhr ein.`,
    ),
  }),
  ...danach({
    unterlagen: p(
      'Ihr Passfoto können Sie auch am Selbstbedienungsgerät im Bürgerservice aufnehmen.',
    ),
    ansprechpunkt: p(
      'In Schwerin hilft Ihnen der Bürgerservice im Stadthaus. Den fertigen Ausweis holen Sie dort ohne Termin ab.',
    ),
  }),
}

function englisch(over24: number, under24: number): FassungInhalt {
  return ersetzen({
    leistungsbezeichnung: 'Issue of an identity card',
    leistungsbezeichnungII: 'Apply for an identity card',
    teaser: p('Has your identity card expired or gone missing? This is how you get a new one.'),
    kurztext: p(
      'From the age of 16 German citizens need an identity card or a passport. You apply in person in the municipality where you live. The card is ready after two to three weeks.',
    ),
    voraussetzungen: ul(
      'You are a German citizen.',
      'You are at least 16 years old. Parents apply for younger children.',
    ),
    unterlagen: ul(
      'your previous identity card, passport or child passport',
      'a digital biometric photo, sent electronically by the photo studio or taken at the office',
      'for a first application or after a change of name: birth or marriage certificate',
    ),
    verfahrensablauf: ol(
      'You make an appointment and come in person.',
      'The office checks your documents and takes two fingerprints.',
      'You sign and pay the fee.',
      'You collect the card and hand in the old one.',
    ),
    kosten: kosten([
      betrag(over24, 'applicants aged 24 and over'),
      betrag(under24, 'applicants under 24'),
      betrag(1000, 'temporary identity card'),
    ]),
    bearbeitungsdauer: dauer(2, 3, 'WOCHE', 'A temporary card is issued at once.'),
  })
}
