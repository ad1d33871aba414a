import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ORTE,
  ZUSTAENDIG_AMT,
  begriffe,
  betrag,
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

const LEISTUNG = 'leistung-hundesteuer'

/** Municipal law: Schwerin replaces the fees by those of its Satzung, Pampow adds its own inside the Amt Stralendorf. */
export function hundesteuer(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Hund zur Hundesteuer anmelden',
      leistungsschluessel: demoSchluessel(8, '104'),
      typisierung: '5',
      vertrauensniveau: '10',
      rang115: 10,
    }),
    fassungen: [
      landtext({
        id: 'fassung-hundesteuer-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      fassung(ORTE.schwerin, {
        id: 'fassung-hundesteuer-schwerin',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-hundesteuer-schwerin-inkraft'),
        rechtsnormIds: ['norm-hundesteuersatzung-schwerin'],
        inhalt: schwerin(10_200, 15_000, 60_000),
      }),
      fassung(ORTE.schwerin, {
        id: 'fassung-hundesteuer-schwerin-januar',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-hundesteuer-schwerin-januar'),
        basis: 'fassung-hundesteuer-schwerin',
        rechtsnormIds: ['norm-hundesteuersatzung-schwerin'],
        inhalt: schwerin(11_400, 16_800, 65_000),
      }),
      fassung(ORTE.pampow, {
        id: 'fassung-hundesteuer-pampow',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.letzterJanuar),
        inhalt: danach({
          kosten: kosten([
            betrag(3600, 'erster Hund in Pampow, im Jahr'),
            betrag(6000, 'jeder weitere Hund in Pampow, im Jahr'),
          ]),
          hinweise: p(
            'In Pampow bekommen Sie mit der Steuermarke kostenlose Hundekotbeutel. Nachschub gibt es im Gemeindebüro.',
          ),
        }),
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Hundesteuer Anmeldung',
    leistungsbezeichnungII: 'Hund zur Hundesteuer anmelden',
    teaser: p('Sie haben einen Hund aufgenommen? Dann melden Sie ihn zur Hundesteuer an.'),
    kurztext: p(
      'Wer einen Hund hält, meldet ihn innerhalb von 14 Tagen bei der Gemeinde an und zahlt einmal im Jahr Hundesteuer. Wie hoch sie ist, legt jede Gemeinde selbst fest. Die Anmeldung kostet nichts.',
    ),
    volltext: p(
      'Die Hundesteuer ist eine Steuer Ihrer Gemeinde. Sie zahlen sie für jeden Hund, der älter als drei Monate ist. Nach der Anmeldung bekommen Sie eine Steuermarke. Der Hund trägt sie, wenn er die Wohnung oder das Grundstück verlässt.',
      'Viele Gemeinden ermäßigen die Steuer oder verzichten auf sie, zum Beispiel für Assistenzhunde, Rettungshunde und Hunde aus dem Tierheim. Das müssen Sie beantragen.',
      'Ziehen Sie weg, geben Sie den Hund ab oder stirbt er, melden Sie ihn wieder ab.',
    ),
    voraussetzungen: ul(
      'Sie halten einen Hund, der älter als drei Monate ist.',
      'Sie wohnen in der Gemeinde.',
    ),
    unterlagen: ul(
      'Name und Anschrift der Halterin oder des Halters',
      'Rasse, Alter, Farbe und Chipnummer des Hundes',
      'für eine Ermäßigung: Nachweis, zum Beispiel Bescheinigung des Tierheims',
    ),
    verfahrensablauf: ol(
      'Sie melden den Hund online, schriftlich oder persönlich an.',
      'Die Gemeinde schickt Ihnen den Steuerbescheid und die Steuermarke.',
      'Sie zahlen die Steuer zu den Terminen, die im Bescheid stehen.',
    ),
    handlungsgrundlagen: ul(
      landrecht('§ 3 Kommunalabgabengesetz Mecklenburg-Vorpommern (KAG M-V)'),
      'Hundesteuersatzung Ihrer Gemeinde',
    ),
    formulare: p('Die meisten Gemeinden bieten ein Anmeldeformular an.'),
    hinweise: p(
      'Die Anmeldung zur Steuer ersetzt keine Haftpflichtversicherung. Für gefährliche Hunde brauchen Sie zusätzlich eine Erlaubnis der Ordnungsbehörde.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: frist(
      14,
      'TAG',
      'Melden Sie den Hund innerhalb von 14 Tagen an, nachdem Sie ihn aufgenommen haben oder zugezogen sind.',
    ),
    kosten: kosten(
      [spanne(2000, 80_000, 'je nach Gemeinde, Zahl und Rasse der Hunde', 'Hundesteuer im Jahr')],
      p('Die Höhe steht in der Hundesteuersatzung Ihrer Gemeinde.'),
    ),
    bearbeitungsdauer: dauer(1, 3, 'WOCHE'),
    begriffe: begriffe('Hund anmelden', 'Hundemarke', 'Steuermarke', 'Hund ummelden'),
    fachlicheFreigabe: freigegebenDurch('Kommunales', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welcher Gemeinde lebt der Hund? Im Amt hat jede Gemeinde eigene Steuersätze.',
      'Welche Rasse als gefährlich gilt, sagt die Ordnungsbehörde. Keine Einschätzung am Telefon.',
    ),
    dokumente: dokumente(
      [],
      [
        dokument('Hundesteuerbescheid', 'nennt Betrag und Zahlungstermine'),
        dokument('Hundesteuermarke', 'am Halsband zu tragen'),
      ],
    ),
  })
}

function schwerin(erster: number, weitere: number, gefaehrlich: number): FassungInhalt {
  return {
    ...ersetzen({
      kosten: kosten(
        [
          betrag(erster, 'erster Hund, im Jahr'),
          betrag(weitere, 'jeder weitere Hund, im Jahr'),
          betrag(gefaehrlich, 'jeder gefährliche Hund, im Jahr'),
        ],
        p(
          'Die Steuer ist je zur Hälfte am 15. Februar und am 15. August fällig. Für Hunde aus dem Tierheim zahlen Sie im ersten Jahr nichts.',
        ),
      ),
    }),
    ...danach({
      handlungsgrundlagen: p(
        'In Schwerin gilt die Hundesteuersatzung der Landeshauptstadt (Demo).',
      ),
      formulare: p('Schwerin: Formular „Anmeldung zur Hundesteuer“, auch als Onlinedienst.'),
      dokumente: dokumente(
        [
          dokument(
            'Anmeldung zur Hundesteuer',
            'Formular der Landeshauptstadt Schwerin',
            'formular-hundesteuer-schwerin',
          ),
        ],
        [],
      ),
    }),
  }
}
