import { describe, expect, it } from 'vitest'
import type { FassungInhalt, Fristauswahl, Kosten, Kostenauswahl } from '#core/fassung/module.ts'
import { ergaenzen, ersetzen, inhalt } from '../../../tests/support/factories.ts'
import { pruefeInhalt } from './pruefeInhalt.ts'

describe('pruefeInhalt', () => {
  it('finds nothing in a good text', () => {
    expect(findings(inhalt())).toEqual([])
  })

  describe('mandatory modules', () => {
    it.each([
      ['missing', {}],
      [
        'only supplemented',
        {
          leistungsbezeichnung: ergaenzen('Ausweis'),
          leistungsbezeichnungII: ergaenzen('Ausweis'),
        },
      ],
      ['a blank', { leistungsbezeichnung: ersetzen(' '), leistungsbezeichnungII: ersetzen('') }],
    ])('a Land text whose names are %s', (_name, words) => {
      const missing = pruefeInhalt({ inhalt: words, ebene: 'land' }).filter(
        ({ code }) => code === 'module-is-missing',
      )
      expect(missing.map(({ modul }) => modul)).toEqual([
        'leistungsbezeichnung',
        'leistungsbezeichnungII',
      ])
    })

    it('a Stammtext of the Bund needs them too', () => {
      expect(pruefeInhalt({ inhalt: {}, ebene: 'bund' })).toHaveLength(2)
    })

    it.each(['kreis', 'amt', 'gemeinde'] as const)(
      'a text of the layer %s inherits them',
      (ebene) => {
        expect(
          pruefeInhalt({ inhalt: { hinweise: ergaenzen('<p>Nur mit Termin.</p>') }, ebene }),
        ).toEqual([])
      },
    )
  })

  describe('texts', () => {
    it.each([
      ['a forbidden tag', '<table>Tabelle</table>', 'text-has-forbidden-tag', { tag: 'table' }],
      [
        'a character',
        'Punkt \uf0b7',
        'text-is-not-string-latin',
        { zeichen: '\uf0b7', codepoint: 'U+F0B7' },
      ],
      ['a placeholder', '<p>-</p>', 'text-is-placeholder', {}],
    ])('names %s with its module', (_name, text, code, angaben) => {
      expect(
        pruefeInhalt({ inhalt: inhalt({ unterlagen: ersetzen(text) }), ebene: 'land' }),
      ).toEqual([
        {
          schwere: 'fehler',
          code,
          modul: 'unterlagen',
          angaben: { modul: 'Erforderliche Unterlagen', ...angaben },
        },
      ])
    })

    it.each([
      ['the name', inhalt({ leistungsbezeichnung: ersetzen('<b>Ausweis</b>') })],
      [
        'a search word',
        inhalt({
          begriffe: {
            modus: 'ersetzen',
            wert: { begriffe: [{ begriff: '<b>Perso</b>', typ: null }] },
          },
        }),
      ],
      ['a duration', inhalt({ bearbeitungsdauer: dauer('<b>schnell</b>') })],
      ['the title of a link', inhalt({ hinweise: link('https://example.org', '<b>Seite</b>') })],
    ])('%s holds no markup', (_name, words) => {
      expect(findings(words)).toEqual(['text-has-forbidden-tag'])
    })

    it.each([
      ['the name', inhalt({ leistungsbezeichnung: ersetzen('Ausweis für Kinder < 6 Jahre') })],
      ['a duration', inhalt({ bearbeitungsdauer: dauer('< 3 Wochen') })],
    ])('%s may say less than', (_name, words) => {
      expect(findings(words)).toEqual([])
    })

    it('an empty text beside links is no placeholder', () => {
      expect(findings(inhalt({ hinweise: link('https://example.org', null) }))).toEqual([])
    })
  })

  describe('links', () => {
    it.each([
      'https://www.example.org/seite?a=1',
      'http://example.org',
      'mailto:amt@example.org',
      'tel:+49 385 5880',
      'tel:115',
    ])('%s leads somewhere', (uri) => {
      expect(findings(inhalt({ hinweise: link(uri, null) }))).toEqual([])
      expect(findings(inhalt({ hinweise: ersetzen(`<a href="${uri}">x</a>`) }))).toEqual([])
    })

    it.each([
      'seite.html',
      '/seite',
      'www.example.org',
      'javascript:alert(1)',
      'javascript&#58;alert(1)',
      'data:text/html,x',
      'https://',
      'https://exam ple.org',
      'mailto:niemand',
      'tel:eins-eins-fünf',
      '',
    ])('%s does not', (uri) => {
      expect(findings(inhalt({ hinweise: link(uri, null) }))).toEqual(['link-is-malformed'])
      expect(findings(inhalt({ hinweise: ersetzen(`<a href="${uri}">x</a>`) }))).toEqual([
        'link-is-malformed',
      ])
    })

    it('looks at portals and at positions of the Kosten too', () => {
      const portale = [{ uri: 'portal', titel: null }]
      expect(
        findings(inhalt({ ursprungsportal: { modus: 'ersetzen', wert: { portale } } })),
      ).toEqual(['link-is-malformed'])
      expect(
        findings(inhalt({ kosten: kosten({ art: 'fix', cent: 100 }, { link: 'gebuehren.pdf' }) })),
      ).toEqual(['link-is-malformed'])
    })
  })

  describe('amounts', () => {
    it.each<Kostenauswahl>([
      { art: 'fix', cent: 0 },
      { art: 'fix', cent: 3700 },
      { art: 'frei', text: 'nach Aufwand' },
      { art: 'variabel', vonCent: 1000, bisCent: 1000, text: '' },
      { art: 'variabel', vonCent: null, bisCent: 5000, text: '' },
      { art: 'variabel', vonCent: null, bisCent: null, text: '' },
    ])('takes %o', (auswahl) => {
      expect(findings(inhalt({ kosten: kosten(auswahl) }))).toEqual([])
    })

    it.each<Kostenauswahl>([
      { art: 'fix', cent: -1 },
      { art: 'fix', cent: 37.5 },
      { art: 'fix', cent: Number.NaN },
      { art: 'variabel', vonCent: 2000, bisCent: 1000, text: '' },
      { art: 'variabel', vonCent: -1, bisCent: null, text: '' },
    ])('refuses %o', (auswahl) => {
      expect(findings(inhalt({ kosten: kosten(auswahl) }))).toEqual(['amount-is-malformed'])
    })
  })

  describe('durations', () => {
    it.each<Fristauswahl>([
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: null },
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: { dauer: 3, einheit: 'WOCHE' } },
      { art: 'stichtag', von: null, bis: null },
    ])('takes %o', (auswahl) => {
      expect(findings(inhalt({ frist: frist(auswahl) }))).toEqual([])
    })

    it.each<Fristauswahl>([
      { art: 'dauer', dauer: 0, einheit: 'WOCHE', bis: null },
      { art: 'dauer', dauer: 1.5, einheit: 'WOCHE', bis: null },
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: { dauer: -1, einheit: 'WOCHE' } },
    ])('refuses %o', (auswahl) => {
      expect(findings(inhalt({ frist: frist(auswahl) }))).toEqual(['duration-is-malformed'])
      expect(findings(inhalt({ bearbeitungsdauer: dauer('', auswahl) }))).toEqual([
        'duration-is-malformed',
      ])
    })
  })
})

function findings(words: FassungInhalt): readonly string[] {
  return pruefeInhalt({ inhalt: words, ebene: 'land' }).map(({ code }) => code)
}

function link(uri: string, titel: string | null): NonNullable<FassungInhalt['hinweise']> {
  return { modus: 'ersetzen', wert: { text: '', links: [{ uri, titel }] } }
}

function kosten(
  auswahl: Kostenauswahl,
  differences: Partial<Kosten> = {},
): NonNullable<FassungInhalt['kosten']> {
  const position: Kosten = {
    typ: null,
    auswahl,
    text: '',
    vorkasse: null,
    link: null,
    ...differences,
  }
  return { modus: 'ersetzen', wert: { kosten: [position], text: '', links: [] } }
}

function frist(auswahl: Fristauswahl): NonNullable<FassungInhalt['frist']> {
  return {
    modus: 'ersetzen',
    wert: { fristen: [{ typ: null, auswahl, text: '' }], text: '', links: [] },
  }
}

function dauer(
  text: string,
  auswahl: Fristauswahl | null = null,
): NonNullable<FassungInhalt['bearbeitungsdauer']> {
  return { modus: 'ersetzen', wert: { dauern: [{ auswahl, text }], text: '', links: [] } }
}
