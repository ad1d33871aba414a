import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_AMT,
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

const LEISTUNG = 'leistung-gewerbe-anmelden'

/** Free of charge online from the next 1 January on, by the law of the Land; the Amt Warnow-West adds a hint. */
export function gewerbeAnmelden(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Gewerbe anmelden',
      leistungsschluessel: demoSchluessel(7, '104'),
      adressaten: ['002'],
      vertrauensniveau: '10',
      einheitlicheStelle: true,
      rang115: 11,
    }),
    fassungen: [
      landtext({
        id: 'fassung-gewerbe-anmelden-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-gewerbe-anmelden-land-januar',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-vereinfachung-januar'),
        basis: 'fassung-gewerbe-anmelden-land',
        rechtsnormIds: ['norm-verwaltungsvereinfachung'],
        inhalt: { ...landInhalt(tage), ...onlineKostenfrei(tage) },
      }),
      fassung(ORTE.amtWarnowWest, {
        id: 'fassung-gewerbe-anmelden-amt-warnow-west',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: danach({
          hinweise: p(
            'Das Amt Warnow-West berät Gründerinnen und Gründer jeden ersten Dienstag im Monat in Kritzmow. Eine Anmeldung ist nicht nötig.',
          ),
          ansprechpunkt: p('Im Amt Warnow-West hilft Ihnen das Ordnungsamt in Kritzmow weiter.'),
        }),
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Gewerbeanmeldung Entgegennahme',
    leistungsbezeichnungII: 'Gewerbe anmelden',
    teaser: p('Sie machen sich selbstständig? Melden Sie Ihr Gewerbe an, sobald Sie beginnen.'),
    kurztext: p(
      'Wer ein Gewerbe beginnt, meldet es gleichzeitig bei der Gemeinde an: online, schriftlich oder persönlich. Die Anmeldung kostet 26 Euro. Den Gewerbeschein bekommen Sie innerhalb von drei Tagen.',
    ),
    volltext: p(
      'Anmelden müssen Sie jeden stehenden Betrieb, jede Zweigniederlassung und jede unselbstständige Zweigstelle. Auch ein Nebengewerbe müssen Sie anmelden.',
      'Kein Gewerbe sind die freien Berufe, die Land- und Forstwirtschaft und die Verwaltung eigenen Vermögens. Sind Sie unsicher, fragen Sie das Finanzamt.',
      'Die Gemeinde gibt Ihre Anmeldung an das Finanzamt, die Industrie- und Handelskammer oder die Handwerkskammer und die Berufsgenossenschaft weiter.',
    ),
    voraussetzungen: ul(
      'Sie sind mindestens 18 Jahre alt.',
      'Für einige Tätigkeiten brauchen Sie vorher eine Erlaubnis, zum Beispiel für das Bewachungsgewerbe, oder die Eintragung in die Handwerksrolle.',
    ),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'ausgefülltes Formular „Gewerbeanmeldung“',
      'für eingetragene Unternehmen: Auszug aus dem Handels- oder Genossenschaftsregister',
      'wenn nötig: Erlaubnis, Handwerkskarte oder Aufenthaltstitel, der die Selbstständigkeit erlaubt',
    ),
    verfahrensablauf: ol(
      'Sie füllen die Anmeldung online aus oder geben das Formular ab.',
      'Die Gemeinde prüft, ob alles vollständig ist.',
      'Sie bezahlen die Gebühr.',
      'Sie erhalten die Empfangsbescheinigung, den Gewerbeschein.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('gewo', '§§ 14 und 15 Gewerbeordnung (GewO)'),
      bundesrecht('gewanzv', 'Gewerbeanzeigeverordnung (GewAnzV)'),
    ),
    formulare: p('Das bundeseinheitliche Formular „Gewerbeanmeldung“ (GewA 1) hat jede Gemeinde.'),
    hinweise: p(
      'Wer sein Gewerbe nicht oder zu spät anmeldet, muss mit einem Bußgeld rechnen.',
      'Das Finanzamt erwartet von Ihnen zusätzlich den Fragebogen zur steuerlichen Erfassung. Sie übermitteln ihn elektronisch.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT + p('Es zählt der Ort des Betriebs, nicht Ihr Wohnort.'),
    frist: fristText('Melden Sie das Gewerbe an dem Tag an, an dem Sie damit beginnen.'),
    kosten: kosten([betrag(2600, 'Anmeldung')]),
    bearbeitungsdauer: dauer(
      3,
      null,
      'TAG',
      'Sind die Unterlagen vollständig, höchstens drei Tage.',
    ),
    begriffe: begriffe('Gewerbeschein', 'Selbstständigkeit', 'Firma gründen', 'Kleingewerbe'),
    fachlicheFreigabe: freigegebenDurch('Wirtschaft', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wo liegt der Betrieb, und was genau wird angeboten? Ob etwas ein Gewerbe oder ein freier Beruf ist, entscheidet das Finanzamt.',
    ),
    dokumente: dokumente(
      [dokument('Gewerbeanmeldung', 'Formular GewA 1')],
      [dokument('Gewerbeschein', 'Empfangsbescheinigung der Gemeinde')],
    ),
  })
}

function onlineKostenfrei({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kurztext: p(
      'Wer ein Gewerbe beginnt, meldet es gleichzeitig bei der Gemeinde an. Online ist das kostenfrei, sonst kostet es 30 Euro. Den Gewerbeschein bekommen Sie online sofort, sonst innerhalb von drei Tagen.',
    ),
    verfahrensablauf: ol(
      'Sie füllen die Anmeldung online aus. Der Dienst prüft sofort, ob Angaben fehlen.',
      'Sie laden den Gewerbeschein als PDF herunter.',
      'Ohne Internet geben Sie das Formular in der Gemeinde ab und bezahlen dort die Gebühr.',
    ),
    kosten: kosten([
      kostenfrei('Die Anmeldung ist online kostenfrei.'),
      betrag(3000, 'Anmeldung auf Papier oder persönlich'),
    ]),
    fachlicheFreigabe: freigegebenDurch('Wirtschaft', geprueft),
  })
}
