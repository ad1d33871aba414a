import { describe, expect, it } from 'vitest'
import type { Blattmodul, Leistungsblatt } from '#core/vorschau/blatt.ts'
import { abschnitteOf, geld, zeit } from '#core/vorschau/darstellung.ts'
import { textOf, type Knoten } from '#core/vorschau/markup.ts'
import { day } from '#core/zeit/day.ts'

describe('an amount', () => {
  it.each([
    [{ art: 'fix', cent: 800 } as const, '8,00 Euro'],
    [{ art: 'fix', cent: 123_456_789 } as const, '1.234.567,89 Euro'],
    [{ art: 'fix', cent: 5 } as const, '0,05 Euro'],
    [{ art: 'frei', text: '' } as const, 'kostenfrei'],
    [{ art: 'frei', text: 'für Kinder kostenfrei' } as const, 'für Kinder kostenfrei'],
    [
      { art: 'variabel', vonCent: 1000, bisCent: 2550, text: '' } as const,
      'ab 10,00 Euro bis 25,50 Euro',
    ],
    [
      { art: 'variabel', vonCent: null, bisCent: 2000, text: 'je Tag' } as const,
      'bis 20,00 Euro, je Tag',
    ],
  ])('%j reads %s', (betrag, text) => {
    expect(geld(betrag)).toBe(text)
  })
})

describe('a duration', () => {
  it.each([
    [null, ''],
    [{ art: 'dauer', dauer: 1, einheit: 'MONAT', bis: null } as const, '1 Monat'],
    [
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: { dauer: 4, einheit: 'WOCHE' } } as const,
      '2 bis 4 Wochen',
    ],
    [
      { art: 'dauer', dauer: 1, einheit: 'TAG', bis: { dauer: 2, einheit: 'WOCHE' } } as const,
      '1 Tag bis 2 Wochen',
    ],
    [
      { art: 'stichtag', von: day('2027-01-01'), bis: day('2027-03-31') } as const,
      'ab 01.01.2027 bis 31.03.2027',
    ],
  ])('%j reads %s', (auswahl, text) => {
    expect(zeit(auswahl)).toBe(text)
  })
})

describe('the sections of a Leistung', () => {
  it('tell first what to do, then who helps, then about the text', () => {
    const found = abschnitteOf(
      blatt({
        module: [
          modul('leistungsbezeichnung', { text: 'Meldebescheinigung Ausstellung' }),
          modul('kurztext', { html: '<p>Kurz.</p>' }),
        ],
        onlinedienste: [DIENST],
        zustaendigkeiten: [{ rolle: 'zustaendige-stelle', stelle: STELLE }],
        rechtsgrundlagen: [NORM],
      }),
    )
    expect(found.map(({ schluessel }) => schluessel)).toEqual([
      'kurztext',
      'onlinedienste',
      'stellen-zustaendige-stelle',
      'rechtsgrundlagen',
      'leistungsbezeichnung',
    ])
    expect(found.map(({ istAngabe }) => istAngabe)).toEqual([false, false, false, false, true])
  })

  it('show an office with all that helps to reach it', () => {
    const [amt] = abschnitteOf(
      blatt({ zustaendigkeiten: [{ rolle: 'zustaendige-stelle', stelle: STELLE }] }),
    )
    const knoten = amt?.teile[0]?.knoten ?? []
    expect(textOf(knoten).split('\n').filter(Boolean)).toEqual([
      'Bürgeramt',
      'Am Markt 1, 19055 Schwerin',
      'Telefon: 0385 123 (Zentrale)',
      'E-Mail: amt@schwerin.example',
      'Termin vereinbaren',
      'Öffnungszeiten',
      'Montag: 08:00–12:00 Uhr und 13:00–16:00 Uhr',
      '24.12.2026 (Heiligabend): geschlossen',
      'Zugang: rollstuhlgerecht, ohne Aufzug',
    ])
    expect(hrefs(knoten)).toEqual([
      'tel:0385123',
      'mailto:amt@schwerin.example',
      'https://termin.example',
    ])
  })

  it('show costs, documents and deadlines with their explanations', () => {
    const found = abschnitteOf(
      blatt({
        module: [
          modul('kosten', {
            html: '<p>Bar oder mit Karte.</p>',
            kosten: [
              {
                betrag: { art: 'fix', cent: 800 },
                html: '<p>einfache</p>',
                vorkasse: true,
                link: null,
              },
            ],
            links: [{ uri: 'https://kosten.example', titel: 'Gebühren' }],
          }),
          modul('dokumente', {
            html: '',
            eingehend: [{ bezeichnung: 'Ausweis', html: '' }],
            ausgehend: [{ bezeichnung: 'Bescheinigung', html: '<p>auf Papier</p>' }],
          }),
          modul('frist', { html: '', fristen: [{ angabe: null, html: '<p>Keine.</p>' }] }),
          modul('fachlicheFreigabe', { am: day('2026-10-01'), durch: ['Ministerium'] }),
          modul('begriffe', { begriffe: [] }),
        ],
      }),
    )
    expect(found.map(({ teile }) => textOf(teile[0]?.knoten ?? []).replace(/\n/g, '|'))).toEqual([
      'Bar oder mit Karte.|8,00 Euro: einfache: im Voraus zu zahlen|Gebühren|',
      'Das brauchen Sie|Ausweis|Das bekommen Sie|Bescheinigung: auf Papier|',
      'Keine.|',
      'Geprüft am 01.10.2026 durch Ministerium|',
    ])
  })
})

const DIENST = {
  id: 'd',
  bezeichnung: 'Onlinedienst',
  url: 'https://dienst.example',
  titel: null,
  vertrauensniveau: null,
  nutzerkonto: 'BundID',
  herkunft: 'land',
} as const

const NORM = {
  id: 'n',
  art: 'gesetz',
  titel: 'Bundesmeldegesetz',
  kurztitel: null,
  abkuerzung: 'BMG',
  normgeber: 'bund',
  fundstelle: null,
  url: null,
} as const

const STELLE = {
  id: 's',
  name: 'Bürgeramt',
  kurzbeschreibung: null,
  anschriften: [
    {
      typ: '001',
      strasse: 'Am Markt',
      hausnummer: '1',
      postfach: null,
      plz: '19055',
      ort: 'Schwerin',
      zusatz: null,
    },
  ],
  kommunikation: [
    { kanal: '02', kennung: '0385 123', zusatz: 'Zentrale' },
    { kanal: '01', kennung: 'amt@schwerin.example', zusatz: null },
  ],
  oeffnungszeiten: [
    { wochentag: 1, von: '08:00', bis: '12:00', hinweis: null },
    { wochentag: 1, von: '13:00', bis: '16:00', hinweis: null },
  ],
  sondertage: [{ tag: day('2026-12-24'), zeiten: [], anlass: 'Heiligabend' }],
  zeitenHinweis: null,
  barrierefreiheit: { rollstuhlgerecht: true, aufzug: false, hinweis: null },
  webseite: null,
  terminlink: 'https://termin.example',
} as const

function modul(name: string, wert: object): Blattmodul {
  const herkunft = { ebene: 'land', gebiet: 'Land', ars: '13', fassungId: 'f' } as const
  return {
    modul: name,
    titel: name,
    fallback: false,
    maschinell: false,
    teile: [{ herkunft, ...wert }],
  }
}

function blatt(differences: Partial<Leistungsblatt>): Leistungsblatt {
  return {
    id: 'l',
    leistungsschluessel: [],
    name: 'Leistung',
    sprache: 'de',
    nurDeutsch: [],
    stichtag: day('2026-11-24'),
    kenntnisstand: 1,
    gebiet: { ars: '130000000000', ags: null, name: 'Land', ebene: 'land' },
    gueltigAb: day('2026-01-01'),
    gueltigBis: null,
    naechsteAenderung: null,
    geaendert: '',
    module: [],
    rechtsgrundlagen: [],
    zustaendigkeiten: [],
    onlinedienste: [],
    ...differences,
  }
}

function hrefs(knoten: readonly Knoten[]): readonly string[] {
  return knoten.flatMap((each) =>
    each.art === 'text'
      ? []
      : [...(each.href === undefined ? [] : [each.href]), ...hrefs(each.kinder)],
  )
}
