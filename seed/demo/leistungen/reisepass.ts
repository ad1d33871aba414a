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

const LEISTUNG = 'leistung-reisepass'

/** The online application waits for an announcement whose day nobody knows; Rostock has builders in until April. */
export function reisepass(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Reisepass beantragen',
      leistungsschluessel: demoSchluessel(2, '012'),
      vertrauensniveau: '30',
      schriftform: true,
      rang115: 4,
    }),
    fassungen: [
      landtext({
        id: 'fassung-reisepass-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-reisepass-land-onlineantrag',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-ausweis-onlineantrag'),
        basis: 'fassung-reisepass-land',
        rechtsnormIds: ['norm-ausweiswesen'],
        inhalt: { ...landInhalt(tage), ...onlineantrag(tage) },
      }),
      fassung(ORTE.rostock, {
        id: 'fassung-reisepass-rostock-umbau',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.letzterJuli),
        ende: festerTag(tage.naechsterApril),
        inhalt: ROSTOCK,
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Reisepass Ausstellung',
    leistungsbezeichnungII: 'Reisepass beantragen',
    teaser: p('Für Reisen in viele Länder außerhalb der EU brauchen Sie einen Reisepass.'),
    kurztext: p(
      'Den Reisepass beantragen Sie persönlich in Ihrer Wohngemeinde. Die Herstellung dauert vier bis sechs Wochen, im Expressverfahren wenige Tage. Der Pass gilt zehn Jahre, bei unter 24-Jährigen sechs.',
    ),
    volltext: p(
      'Mit dem Reisepass weisen Sie sich im Ausland aus. Innerhalb der Europäischen Union genügt der Personalausweis. Welches Dokument Ihr Reiseland verlangt und wie lange es noch gültig sein muss, erfahren Sie beim Auswärtigen Amt.',
      'Auch Kinder bekommen einen Reisepass. Den früheren Kinderreisepass gibt es nicht mehr.',
      'Haben Sie es eilig, können Sie den Expresspass oder einen vorläufigen Reisepass beantragen. Nicht jedes Land erkennt den vorläufigen Pass an.',
    ),
    voraussetzungen: ul(
      'Sie haben die deutsche Staatsangehörigkeit.',
      'Sie kommen persönlich, auch mit Kindern, für die der Pass bestimmt ist.',
    ),
    unterlagen: ul(
      'bisheriger Reisepass oder Personalausweis',
      'digitales biometrisches Passfoto, das ein Fotostudio oder die Behörde elektronisch übermittelt',
      'beim ersten Pass oder nach einer Namensänderung: Geburtsurkunde oder Eheurkunde',
      'für Minderjährige: Zustimmung beider sorgeberechtigten Eltern',
    ),
    verfahrensablauf: ol(
      'Sie vereinbaren einen Termin und kommen persönlich.',
      'Die Behörde prüft die Unterlagen und nimmt Ihre Fingerabdrücke auf. Bei Kindern unter sechs Jahren entfällt das.',
      'Sie unterschreiben und bezahlen die Gebühr.',
      'Die Bundesdruckerei stellt den Pass her.',
      'Sie holen den Pass ab.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('pa_g_1986', 'Passgesetz (PassG)'),
      bundesrecht('passv_2007', 'Passverordnung (PassV)'),
    ),
    weiterfuehrendeInformationen: p(
      a(
        'https://www.auswaertiges-amt.de/de/ReiseUndSicherheit',
        'Reise- und Sicherheitshinweise des Auswärtigen Amts',
      ),
    ),
    hinweise: p(
      'Melden Sie den Verlust Ihres Passes sofort der Behörde oder der Polizei. Taucht er wieder auf, benutzen Sie ihn nicht mehr.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: fristText(
      'Beantragen Sie den Pass mindestens sechs Wochen vor der Reise. Vor den Sommerferien dauert es oft länger.',
    ),
    kosten: kosten([
      betrag(7000, 'Antrag ab 24 Jahren'),
      betrag(3750, 'Antrag vor dem 24. Geburtstag'),
      betrag(3200, 'Zuschlag für den Expresspass'),
      betrag(2200, 'Zuschlag für 48 statt 32 Seiten'),
      betrag(2600, 'vorläufiger Reisepass'),
    ]),
    bearbeitungsdauer: dauer(4, 6, 'WOCHE', 'Den Expresspass erhalten Sie nach wenigen Werktagen.'),
    begriffe: begriffe('Pass', 'Expresspass', 'Kinderreisepass', 'Kinderpass', 'Pass abgelaufen'),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wann ist die Reise, und wohin? Bei weniger als sechs Wochen auf Expresspass oder vorläufigen Pass hinweisen.',
      'Keine Auskunft zu Einreiseregeln geben, sondern auf das Auswärtige Amt verweisen.',
    ),
    dokumente: dokumente(
      [
        dokument('Bisheriges Ausweisdokument', 'Reisepass oder Personalausweis'),
        dokument('Biometrisches Passfoto', 'nur digital'),
      ],
      [dokument('Reisepass', 'gültig zehn Jahre, bei Antrag vor dem 24. Geburtstag sechs')],
    ),
  })
}

function onlineantrag({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kurztext: p(
      'Den Reisepass beantragen Sie online oder persönlich in Ihrer Wohngemeinde. Die Herstellung dauert vier bis sechs Wochen, im Expressverfahren wenige Tage. Für die Fingerabdrücke kommen Sie einmal vorbei.',
    ),
    verfahrensablauf: ol(
      'Sie füllen den Antrag online aus und weisen sich mit der Online-Ausweisfunktion aus.',
      'Sie bezahlen die Gebühr online.',
      'Sie kommen einmal zur Behörde und geben Ihre Fingerabdrücke ab. Sind sie nicht älter als zwei Jahre, entfällt dieser Weg.',
      'Die Bundesdruckerei stellt den Pass her.',
      'Sie holen den Pass ab oder lassen ihn sich nach Hause schicken.',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', geprueft),
  })
}

const ROSTOCK: FassungInhalt = {
  ...davor({
    hinweise: p(
      '<strong>Ortsamt Mitte:</strong> Wegen Umbauarbeiten nehmen wir dort zurzeit keine Passanträge an. Bitte gehen Sie in das Ortsamt Nordwest. Fertige Pässe geben wir weiterhin in beiden Ortsämtern aus.',
    ),
  }),
  ...danach({
    auskunftshinweis: hinweis115(
      'Rostock: Anrufende für Passanträge bis zum Ende des Umbaus nur an das Ortsamt Nordwest verweisen.',
    ),
  }),
}
