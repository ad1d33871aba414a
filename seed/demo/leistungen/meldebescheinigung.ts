import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_AMT,
  begriffe,
  betrag,
  bundesrecht,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
  freigegebenDurch,
  fristText,
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

const LEISTUNG = 'leistung-meldebescheinigung'

/** Holds the draft for a newcomer: it stands on 1 July; move it to the next 1 January and release it. */
export function meldebescheinigung(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Meldebescheinigung beantragen',
      leistungsschluessel: demoSchluessel(4, '012'),
      vertrauensniveau: '20',
      rang115: 9,
    }),
    fassungen: [
      landtext({
        id: 'fassung-meldebescheinigung-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-meldebescheinigung-land-entwurf',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-vereinfachung-juli'),
        basis: 'fassung-meldebescheinigung-land',
        rechtsnormIds: ['norm-verwaltungsvereinfachung'],
        inhalt: { ...landInhalt(tage), ...onlineKostenfrei(tage) },
        released: false,
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Meldebescheinigung Ausstellung',
    leistungsbezeichnungII: 'Meldebescheinigung beantragen',
    teaser: p('Mit der Meldebescheinigung weisen Sie nach, wo Sie gemeldet sind.'),
    kurztext: p(
      'Die Meldebescheinigung zeigt, unter welcher Anschrift Sie gemeldet sind. Sie bekommen sie bei Ihrer Meldebehörde, meist sofort. Die einfache kostet 8 Euro, die erweiterte 10 Euro.',
    ),
    volltext: p(
      'Behörden, Banken oder Vermieter verlangen manchmal einen Nachweis Ihrer Anschrift. Dafür gibt es die Meldebescheinigung.',
      'Die <strong>einfache</strong> Bescheinigung enthält Namen, Geburtsdatum und Anschrift. Die <strong>erweiterte</strong> nennt auf Wunsch weitere Angaben aus dem Melderegister, zum Beispiel Familienstand, Staatsangehörigkeit oder den Tag des Einzugs.',
    ),
    voraussetzungen: p('Sie sind in der Gemeinde mit Haupt- oder Nebenwohnung gemeldet.'),
    unterlagen: ul(
      'Personalausweis oder Reisepass',
      'wenn Sie jemand vertritt: Vollmacht und Ausweis der Vertretung',
    ),
    verfahrensablauf: ol(
      'Sie beantragen die Bescheinigung persönlich oder schriftlich.',
      'Sie sagen, ob Ihnen die einfache genügt oder welche Angaben Sie zusätzlich brauchen.',
      'Sie bezahlen die Gebühr.',
      'Vor Ort bekommen Sie die Bescheinigung sofort, sonst mit der Post.',
    ),
    handlungsgrundlagen: ul(bundesrecht('bmg', '§ 18 Bundesmeldegesetz (BMG): Meldebescheinigung')),
    hinweise: p(
      'Fragen Sie vorher nach, welche Angaben gebraucht werden. Dann zahlen Sie nicht zweimal.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: fristText('Es gibt keine Frist.'),
    kosten: kosten([
      betrag(800, 'einfache Meldebescheinigung'),
      betrag(1000, 'erweiterte Meldebescheinigung'),
    ]),
    bearbeitungsdauer: sofort('Persönlich sofort, auf dem Postweg etwa eine Woche.'),
    begriffe: begriffe(
      'Meldebestätigung',
      'Wohnsitzbescheinigung',
      'Adressnachweis',
      'Aufenthaltsbescheinigung',
    ),
    fachlicheFreigabe: freigegebenDurch('Inneres', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Wofür wird die Bescheinigung gebraucht? Wer gerade umgezogen ist, hat bei der Anmeldung schon eine kostenlose Meldebestätigung bekommen.',
    ),
    dokumente: dokumente([], [dokument('Meldebescheinigung', 'einfach oder erweitert')]),
  })
}

function onlineKostenfrei({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kurztext: p(
      'Die Meldebescheinigung zeigt, unter welcher Anschrift Sie gemeldet sind. Online bekommen Sie die einfache Bescheinigung sofort und kostenfrei. In der Behörde kostet sie 8 Euro, die erweiterte 10 Euro.',
    ),
    verfahrensablauf: ol(
      'Sie melden sich mit der BundID an und wählen „Meldebescheinigung“.',
      'Sie prüfen Ihre Daten und laden die einfache Bescheinigung sofort als PDF herunter.',
      'Brauchen Sie weitere Angaben oder haben Sie keine BundID, beantragen Sie die Bescheinigung persönlich oder schriftlich.',
    ),
    kosten: kosten([
      kostenfrei('Die einfache Meldebescheinigung ist online kostenfrei.'),
      betrag(800, 'einfache Meldebescheinigung in der Behörde'),
      betrag(1000, 'erweiterte Meldebescheinigung'),
    ]),
    bearbeitungsdauer: sofort('Online und persönlich sofort, auf dem Postweg etwa eine Woche.'),
    fachlicheFreigabe: freigegebenDurch('Inneres', geprueft),
  })
}
