import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_AMT,
  begriffe,
  bundesrecht,
  danach,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
  fassung,
  freigegebenDurch,
  frist,
  hinweis115,
  kosten,
  kostenfrei,
  landmodule,
  landtext,
  ol,
  p,
  sofort,
  stammdaten,
  ul,
  type Demoleistung,
} from '#seed/demo/bausteine.ts'
import type { Demotage } from '#seed/demo/tage.ts'

const LEISTUNG = 'leistung-wohnsitz-anmelden'

/** A row of three texts: in person only, then online too, and from the next 1 January without paper from the landlord. */
export function wohnsitzAnmelden(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Wohnsitz anmelden',
      leistungsschluessel: demoSchluessel(3, '104'),
      vertrauensniveau: '30',
      rang115: 2,
    }),
    fassungen: [
      landtext({
        id: 'fassung-wohnsitz-anmelden-land-vorher',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-wohnsitz-anmelden-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.letzterJanuar),
        basis: 'fassung-wohnsitz-anmelden-land-vorher',
        inhalt: { ...landInhalt(tage), ...ONLINE },
      }),
      landtext({
        id: 'fassung-wohnsitz-anmelden-land-januar',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-ausweis-januar'),
        basis: 'fassung-wohnsitz-anmelden-land',
        rechtsnormIds: ['norm-ausweiswesen'],
        inhalt: { ...landInhalt(tage), ...ONLINE, ...ohnePapier(tage) },
      }),
      fassung(ORTE.rostock, {
        id: 'fassung-wohnsitz-anmelden-rostock',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: danach({
          zustaendigeStelle: p(
            'In Rostock können Sie jedes Ortsamt aufsuchen, gleich in welchem Ortsteil Sie wohnen.',
          ),
          hinweise: p(
            'Studierende, die ihre Hauptwohnung nach Rostock verlegen, können ein Begrüßungsgeld beantragen. Fragen Sie im Ortsamt danach.',
          ),
        }),
      }),
    ],
    varianten: [
      {
        id: 'variante-wohnsitz-anmelden-land-en',
        fassungId: 'fassung-wohnsitz-anmelden-land',
        sprache: 'en',
        module: englisch('confirmation of your landlord (Wohnungsgeberbestätigung)'),
        released: true,
      },
      {
        id: 'variante-wohnsitz-anmelden-land-januar-en',
        fassungId: 'fassung-wohnsitz-anmelden-land-januar',
        sprache: 'en',
        module: englisch(
          'confirmation of your landlord, or the number that he or she received online',
        ),
        released: true,
      },
    ],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Anmeldung einer Wohnung',
    leistungsbezeichnungII: 'Wohnsitz anmelden',
    teaser: p('Sie sind umgezogen? Melden Sie Ihre neue Wohnung innerhalb von zwei Wochen an.'),
    kurztext: p(
      'Nach einem Umzug melden Sie sich innerhalb von zwei Wochen in Ihrer neuen Gemeinde an. Das ist kostenlos. Sie brauchen Ihren Ausweis und eine Bestätigung, die Ihnen der Wohnungsgeber ausstellt.',
    ),
    volltext: p(
      'Wer in eine Wohnung einzieht, muss sich dort anmelden. Das gilt auch, wenn Sie innerhalb derselben Gemeinde umziehen oder aus dem Ausland kommen. Von Ihrer alten Wohnung müssen Sie sich nicht abmelden, wenn Sie in Deutschland bleiben.',
      'Haben Sie mehrere Wohnungen, geben Sie an, welche Sie vorwiegend benutzen. Das ist Ihre Hauptwohnung.',
      'Zieht eine Familie gemeinsam um, genügt es, wenn eine Person alle anmeldet.',
    ),
    voraussetzungen: ul(
      'Sie sind bereits in die Wohnung eingezogen.',
      'Sie sind mindestens 16 Jahre alt. Jüngere melden die Eltern an.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass aller Personen, die Sie anmelden',
      'Wohnungsgeberbestätigung, unterschrieben vom Vermieter oder der Eigentümerin',
      'bei Zuzug aus dem Ausland: Geburtsurkunde und, wenn vorhanden, Eheurkunde',
      'wenn Sie jemand vertritt: Vollmacht und Ausweis der Vertretung',
    ),
    verfahrensablauf: ol(
      'Sie lassen sich die Wohnungsgeberbestätigung ausfüllen.',
      'Sie vereinbaren einen Termin und kommen mit Ihren Unterlagen.',
      'Die Meldebehörde trägt die neue Anschrift ein und ändert sie auf Ihrem Personalausweis.',
      'Sie erhalten eine Meldebestätigung.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('bmg', '§ 17 Bundesmeldegesetz (BMG): Anmeldung'),
      bundesrecht('bmg', '§ 19 Bundesmeldegesetz (BMG): Mitwirkung des Wohnungsgebers'),
    ),
    rechtsbehelf: p(
      'Gegen die Eintragung im Melderegister ist kein Widerspruch vorgesehen. Falsche Angaben berichtigt die Meldebehörde auf Antrag.',
    ),
    formulare: p(
      'Das Formular „Wohnungsgeberbestätigung“ gibt es bei jeder Meldebehörde und als Download.',
    ),
    hinweise: p(
      'Melden Sie auch Ihr Auto um und teilen Sie Banken, Versicherungen und dem Arbeitgeber die neue Anschrift mit. Die Meldebehörde tut das nicht.',
      'Wer sich zu spät anmeldet, muss mit einem Bußgeld rechnen.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: frist(
      2,
      'WOCHE',
      'Melden Sie sich innerhalb von zwei Wochen nach dem Einzug an. Im Voraus ist das nicht möglich.',
    ),
    kosten: kosten([kostenfrei('Die Anmeldung ist kostenfrei.')]),
    bearbeitungsdauer: sofort('Die Anmeldung wird sofort erledigt.'),
    begriffe: begriffe(
      'Ummelden',
      'Umzug',
      'Einwohnermeldeamt',
      'neue Adresse',
      'Anmeldung Wohnung',
      'Zweitwohnsitz',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welche Gemeinde sind Sie gezogen, und seit wann wohnen Sie dort?',
      'Ob im Einzelfall ein Bußgeld droht, entscheidet die Meldebehörde. Dazu keine Einschätzung geben.',
    ),
    dokumente: dokumente(
      [
        dokument(
          'Wohnungsgeberbestätigung',
          'vom Wohnungsgeber auszufüllen und zu unterschreiben',
          'formular-wohnungsgeberbestaetigung',
        ),
      ],
      [dokument('Meldebestätigung', 'Nachweis der Anmeldung')],
    ),
  })
}

const ONLINE: FassungInhalt = ersetzen({
  verfahrensablauf:
    p('Sie können sich online oder persönlich anmelden.') +
    ol(
      'Sie lassen sich die Wohnungsgeberbestätigung ausfüllen.',
      'Online: Sie melden sich mit der BundID und der Online-Ausweisfunktion an, prüfen Ihre Daten und laden die Bestätigung hoch. Die neue Anschrift spielen Sie selbst auf den Chip Ihres Ausweises.',
      'Persönlich: Sie vereinbaren einen Termin und kommen mit Ihren Unterlagen.',
      'Die Meldebehörde trägt die neue Anschrift ein. Sie erhalten eine Meldebestätigung und einen Aufkleber für den Ausweis.',
    ),
})

function ohnePapier({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kurztext: p(
      'Nach einem Umzug melden Sie sich innerhalb von zwei Wochen in Ihrer neuen Gemeinde an, online oder persönlich. Das ist kostenlos. Ihr Wohnungsgeber kann den Einzug elektronisch bestätigen.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass aller Personen, die Sie anmelden',
      'Wohnungsgeberbestätigung oder die Zuordnungsnummer, wenn Ihr Wohnungsgeber den Einzug elektronisch bestätigt hat',
      'bei Zuzug aus dem Ausland: Geburtsurkunde und, wenn vorhanden, Eheurkunde',
      'wenn Sie jemand vertritt: Vollmacht und Ausweis der Vertretung',
    ),
    formulare: p(
      'Wer nicht elektronisch bestätigt, benutzt weiter das Formular „Wohnungsgeberbestätigung“.',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', geprueft),
  })
}

function englisch(bestaetigung: string): FassungInhalt {
  return ersetzen({
    leistungsbezeichnung: 'Registration of residence',
    leistungsbezeichnungII: 'Register your address',
    teaser: p('Have you moved? Register your new address within two weeks.'),
    kurztext: p(
      'After you have moved in, register within two weeks in your new municipality, online or in person. It is free of charge. You need your passport or identity card and a confirmation from your landlord.',
    ),
    voraussetzungen: ul('You have already moved in.', 'You are at least 16 years old.'),
    unterlagen: ul(
      'identity card or passport of everyone you register',
      bestaetigung,
      'if you come from abroad: birth certificate and, if you have one, marriage certificate',
    ),
    verfahrensablauf: ol(
      'Ask your landlord to confirm that you have moved in.',
      'Register online with your eID, or make an appointment and come with your documents.',
      'You receive a confirmation of registration.',
    ),
    hinweise: p('Registering late may lead to a fine.'),
    frist: frist(
      2,
      'WOCHE',
      'Register within two weeks of moving in. You cannot register in advance.',
    ),
    kosten: kosten([kostenfrei('Registration is free of charge.')]),
  })
}
