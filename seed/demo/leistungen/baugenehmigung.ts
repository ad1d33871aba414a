import type { FassungInhalt } from '#core/fassung/module.ts'
import { anZeitgrenze, festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_KREIS,
  a,
  begriffe,
  bundesrecht,
  dauer,
  demoSchluessel,
  dokument,
  dokumente,
  ersetzen,
  freigegebenDurch,
  frist,
  h3,
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

const LEISTUNG = 'leistung-baugenehmigung'

/** Digital only from the next 1 July on. */
export function baugenehmigung(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Baugenehmigung beantragen',
      leistungsschluessel: demoSchluessel(14, '006'),
      adressaten: ['001', '002'],
      typisierung: '4',
      vertrauensniveau: '20',
      schriftform: true,
      einheitlicheStelle: true,
      rang115: 16,
    }),
    fassungen: [
      landtext({
        id: 'fassung-baugenehmigung-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
      landtext({
        id: 'fassung-baugenehmigung-land-juli',
        leistungId: LEISTUNG,
        beginn: anZeitgrenze('zg-vereinfachung-juli'),
        basis: 'fassung-baugenehmigung-land',
        rechtsnormIds: ['norm-verwaltungsvereinfachung'],
        inhalt: { ...landInhalt(tage), ...nurDigital(tage) },
      }),
    ],
    varianten: [],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Baugenehmigung Erteilung',
    leistungsbezeichnungII: 'Baugenehmigung beantragen',
    teaser: p(
      'Sie wollen bauen, umbauen oder ein Gebäude anders nutzen? Meist brauchen Sie dafür eine Genehmigung.',
    ),
    kurztext: p(
      'Den Bauantrag stellen Sie mit einer bauvorlageberechtigten Person, zum Beispiel einer Architektin. Zuständig ist die Bauaufsicht Ihres Landkreises oder Ihrer Stadt. Im vereinfachten Verfahren entscheidet sie in drei Monaten.',
    ),
    volltext:
      p(
        'Eine Genehmigung brauchen Sie, wenn Sie ein Gebäude errichten, ändern oder anders nutzen wollen. Kleine Vorhaben wie ein Gartenhaus sind oft genehmigungsfrei. Die Regeln des Baurechts müssen Sie auch dann einhalten.',
      ) +
      h3('Vereinfachtes Verfahren') +
      p('Für Wohnhäuser und kleinere Gebäude prüft die Bauaufsicht nur die wichtigsten Punkte.') +
      h3('Genehmigungsfreistellung') +
      p(
        'Entspricht Ihr Wohnhaus einem Bebauungsplan, genügt es oft, die Unterlagen bei der Gemeinde einzureichen. Hören Sie einen Monat lang nichts, dürfen Sie bauen.',
      ),
    voraussetzungen: ul(
      'Das Vorhaben entspricht dem Bebauungsplan oder fügt sich in die Umgebung ein.',
      'Das Grundstück ist erschlossen: Straße, Wasser und Abwasser sind vorhanden oder gesichert.',
      'Die Bauvorlagen hat eine bauvorlageberechtigte Person erstellt.',
    ),
    unterlagen: ul(
      'Bauantrag und Baubeschreibung',
      'Auszug aus der Liegenschaftskarte und Lageplan',
      'Bauzeichnungen: Grundrisse, Schnitte und Ansichten',
      'Nachweise über Standsicherheit und Brandschutz',
      'Angaben zu Wasser und Abwasser',
    ),
    verfahrensablauf: ol(
      'Sie beauftragen eine bauvorlageberechtigte Person.',
      'Sie reichen den Antrag in drei Ausfertigungen oder digital ein.',
      'Die Bauaufsicht prüft innerhalb von drei Wochen, ob etwas fehlt.',
      'Sie beteiligt die Gemeinde, Fachbehörden und, wenn nötig, die Nachbarn.',
      'Sie erhalten den Bescheid.',
      'Sie zeigen den Baubeginn mindestens eine Woche vorher an.',
    ),
    handlungsgrundlagen: ul(
      landrecht('Landesbauordnung Mecklenburg-Vorpommern (LBauO M-V)'),
      landrecht('Bauvorlagenverordnung Mecklenburg-Vorpommern (BauVorlVO M-V)'),
      bundesrecht('bbaug', 'Baugesetzbuch (BauGB)'),
    ),
    formulare: p('Die Formulare sind im ganzen Land gleich. Sie bekommen sie bei der Bauaufsicht.'),
    hinweise: p(
      'Beginnen Sie erst, wenn Sie die Genehmigung haben. Sonst kann die Bauaufsicht die Arbeiten stilllegen.',
      'Die Genehmigung erlischt, wenn Sie nicht innerhalb von drei Jahren beginnen.',
    ),
    zustaendigeStelle: ZUSTAENDIG_KREIS,
    frist: frist(3, 'JAHR', 'Die Genehmigung gilt drei Jahre. Auf Antrag wird sie verlängert.'),
    kosten: kosten(
      [spanne(10_000, null, 'je nach Größe und Art des Vorhabens', 'Baugenehmigung')],
      p('Statik- und Brandschutzprüfung bezahlen Sie gesondert.'),
    ),
    bearbeitungsdauer: dauer(
      3,
      null,
      'MONAT',
      'im vereinfachten Verfahren mit vollständigen Unterlagen',
    ),
    begriffe: begriffe('Bauantrag', 'Bauaufsicht', 'Bauamt', 'Carport', 'Hausbau', 'Anbau'),
    fachlicheFreigabe: freigegebenDurch('Bau', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: In welcher Gemeinde liegt das Grundstück? Ob ein Vorhaben genehmigungsfrei ist, sagt nur die Bauaufsicht.',
    ),
    dokumente: dokumente(
      [
        dokument('Bauantrag', 'mit Baubeschreibung'),
        dokument('Bauvorlagen', 'Lageplan, Zeichnungen und Nachweise'),
      ],
      [dokument('Baugenehmigung', 'schriftlicher Bescheid')],
    ),
  })
}

function nurDigital({ geprueft }: Demotage): FassungInhalt {
  return ersetzen({
    kurztext: p(
      'Den Bauantrag stellen Sie digital, zusammen mit einer bauvorlageberechtigten Person, zum Beispiel einer Architektin. Zuständig ist die Bauaufsicht Ihres Landkreises oder Ihrer Stadt. Papier wird nicht mehr angenommen.',
    ),
    verfahrensablauf: ol(
      'Sie beauftragen eine bauvorlageberechtigte Person.',
      'Sie legen im Bauportal ein Vorhaben an und laden die Bauvorlagen als PDF hoch.',
      'Die Bauaufsicht prüft innerhalb von drei Wochen, ob etwas fehlt. Den Stand sehen Sie jederzeit im Portal.',
      'Sie beteiligt die Gemeinde, Fachbehörden und, wenn nötig, die Nachbarn.',
      'Sie erhalten den Bescheid in Ihr Postfach im Portal.',
      'Sie zeigen den Baubeginn mindestens eine Woche vorher im Portal an.',
    ),
    formulare: p(
      `Formulare auf Papier gibt es nicht mehr. Alle Angaben fragt das ${a('https://bauportal.mv.example/', 'Bauportal')} ab.`,
    ),
    hinweise: p(
      'Haben Sie keinen Zugang zum Internet, hilft Ihnen die Bauaufsicht beim Einreichen. Vereinbaren Sie dafür einen Termin.',
      'Beginnen Sie erst, wenn Sie die Genehmigung haben. Sonst kann die Bauaufsicht die Arbeiten stilllegen.',
      'Die Genehmigung erlischt, wenn Sie nicht innerhalb von drei Jahren beginnen.',
    ),
    fachlicheFreigabe: freigegebenDurch('Bau', geprueft),
  })
}
