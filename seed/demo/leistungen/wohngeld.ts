import type { FassungInhalt } from '#core/fassung/module.ts'
import { festerTag } from '#core/rechtsnorm/anker.ts'
import {
  ZUSTAENDIG_AMT,
  a,
  begriffe,
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

const LEISTUNG = 'leistung-wohngeld'

/** The text with Leichte Sprache. */
export function wohngeld(tage: Demotage): Demoleistung {
  return {
    leistung: stammdaten({
      id: LEISTUNG,
      name: 'Wohngeld beantragen',
      leistungsschluessel: demoSchluessel(9, '017'),
      vertrauensniveau: '20',
      schriftform: true,
      rang115: 5,
    }),
    fassungen: [
      landtext({
        id: 'fassung-wohngeld-land',
        leistungId: LEISTUNG,
        beginn: festerTag(tage.stammtag),
        inhalt: landInhalt(tage),
      }),
    ],
    varianten: [
      {
        id: 'variante-wohngeld-land-leicht',
        fassungId: 'fassung-wohngeld-land',
        sprache: 'de-LS',
        module: LEICHTE_SPRACHE,
        released: true,
      },
    ],
  }
}

function landInhalt({ stammtag }: Demotage): FassungInhalt {
  return landmodule({
    leistungsbezeichnung: 'Wohngeld Bewilligung',
    leistungsbezeichnungII: 'Wohngeld beantragen',
    teaser: p('Wohngeld hilft, wenn die Miete oder die Kosten fürs eigene Haus zu hoch sind.'),
    kurztext: p(
      'Wohngeld ist ein Zuschuss zur Miete oder zu den Kosten des eigenen Hauses. Ob und wie viel Sie bekommen, hängt von Haushaltsgröße, Einkommen und Miete ab. Es wird ab dem Monat gezahlt, in dem Sie den Antrag stellen.',
    ),
    volltext: p(
      'Mieterinnen und Mieter bekommen den <strong>Mietzuschuss</strong>, wer im eigenen Haus oder in der eigenen Wohnung lebt, den <strong>Lastenzuschuss</strong>. Auch wer im Heim wohnt, kann Wohngeld bekommen.',
      'Wohngeld müssen Sie nicht zurückzahlen, wenn Ihre Angaben stimmen. Es wird in der Regel für zwölf Monate bewilligt. Danach stellen Sie einen neuen Antrag.',
    ),
    voraussetzungen: ul(
      'Sie wohnen in der Wohnung und zahlen die Miete oder die Belastung selbst.',
      'Ihr Einkommen reicht für den Lebensunterhalt, ist aber nicht zu hoch.',
      'Sie bekommen kein Bürgergeld, keine Grundsicherung und keine andere Leistung, die Ihre Wohnkosten schon enthält.',
    ),
    unterlagen: ul(
      'ausgefüllter Antrag',
      'Nachweise über das Einkommen aller Personen im Haushalt',
      'Mietvertrag und Bescheinigung des Vermieters',
      'für den Lastenzuschuss: Nachweise über Darlehen, Grundsteuer und Betriebskosten',
      'Personalausweis, Reisepass oder Aufenthaltstitel',
    ),
    verfahrensablauf: ol(
      'Sie rechnen mit dem Wohngeldrechner aus, ob sich ein Antrag lohnt.',
      'Sie stellen den Antrag online oder auf Papier. Fehlende Nachweise reichen Sie nach.',
      'Die Wohngeldstelle prüft den Antrag und fragt nach, wenn etwas fehlt.',
      'Sie bekommen einen Bescheid.',
      'Das Geld wird jeden Monat im Voraus überwiesen.',
    ),
    handlungsgrundlagen: ul(
      bundesrecht('wogg', 'Wohngeldgesetz (WoGG)'),
      bundesrecht('wogv', 'Wohngeldverordnung (WoGV)'),
    ),
    formulare: p('Den Antrag auf Wohngeld gibt es online und bei jeder Wohngeldstelle.'),
    weiterfuehrendeInformationen: p(
      a(
        'https://www.bmwsb.bund.de/',
        'Wohngeldrechner und Informationen des Bundesbauministeriums',
      ),
    ),
    hinweise: p(
      'Stellen Sie den Antrag früh, auch wenn noch Unterlagen fehlen. Es zählt der Monat, in dem er eingeht.',
      'Teilen Sie der Wohngeldstelle sofort mit, wenn Sie umziehen oder deutlich mehr verdienen.',
    ),
    zustaendigeStelle: ZUSTAENDIG_AMT,
    frist: fristText(
      'Es gibt keine Frist. Rückwirkend wird Wohngeld aber nur ausnahmsweise gezahlt.',
    ),
    kosten: kosten([kostenfrei('Der Antrag ist kostenfrei.')]),
    bearbeitungsdauer: dauer(
      6,
      12,
      'WOCHE',
      'Am schnellsten geht es mit vollständigen Unterlagen.',
    ),
    begriffe: begriffe('Mietzuschuss', 'Lastenzuschuss', 'Wohngeld Plus', 'Zuschuss zur Miete'),
    fachlicheFreigabe: freigegebenDurch('Bau', stammtag),
    auskunftshinweis: hinweis115(
      'Zuerst fragen: Bekommen Sie schon Bürgergeld oder Grundsicherung? Dann gibt es kein Wohngeld.',
      'Keine Beträge ausrechnen. Auf den Wohngeldrechner und die Wohngeldstelle verweisen. Zum Stand des Antrags kann nur die Wohngeldstelle Auskunft geben.',
    ),
    dokumente: dokumente(
      [dokument('Antrag auf Wohngeld', 'Mietzuschuss oder Lastenzuschuss', 'formular-wohngeld')],
      [dokument('Wohngeldbescheid', 'gilt meist zwölf Monate')],
    ),
  })
}

const LEICHTE_SPRACHE: FassungInhalt = ersetzen({
  leistungsbezeichnung: 'Wohngeld',
  leistungsbezeichnungII: 'Wohn-Geld beantragen',
  teaser: p('Wohn-Geld ist Geld vom Staat.', 'Das Geld hilft Ihnen beim Bezahlen der Miete.'),
  kurztext: p(
    'Ist Ihre Miete zu teuer?',
    'Dann können Sie vielleicht Wohn-Geld bekommen.',
    'Wohn-Geld müssen Sie nicht zurück-zahlen.',
  ),
  voraussetzungen:
    p('Sie können Wohn-Geld bekommen, wenn:') +
    ul(
      'Sie in der Wohnung wohnen.',
      'Sie die Miete selbst bezahlen.',
      'Sie wenig Geld verdienen.',
    ) +
    p('Bekommen Sie Bürger-Geld?', 'Dann bekommen Sie kein Wohn-Geld.'),
  unterlagen:
    p('Das brauchen Sie:') +
    ul(
      'Ihren Ausweis',
      'Ihren Miet-Vertrag',
      'Papiere, auf denen steht, wie viel Geld Sie verdienen',
    ),
  verfahrensablauf: ol(
    'Sie füllen den Antrag aus.',
    'Sie geben den Antrag bei der Wohngeld-Stelle ab.',
    'Die Wohngeld-Stelle prüft den Antrag.',
    'Sie bekommen einen Brief. Darin steht, wie viel Geld Sie bekommen.',
  ),
  hinweise: p(
    'Geben Sie den Antrag schnell ab.',
    'Das Geld bekommen Sie erst ab dem Monat, in dem der Antrag da ist.',
  ),
})
