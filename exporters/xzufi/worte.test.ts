import { describe, expect, it } from 'vitest'
import type { Fristauswahl, Kosten } from '#core/fassung/module.ts'
import { day } from '#core/zeit/day.ts'
import {
  describeDauern,
  describeDokumente,
  describeKosten,
  formatAmount,
  formatFrist,
  htmlFromPlain,
  joinHtml,
} from './worte.ts'

describe('amounts', () => {
  it.each([
    [0, '0,00 Euro', 'EUR 0.00'],
    [5, '0,05 Euro', 'EUR 0.05'],
    [2880, '28,80 Euro', 'EUR 28.80'],
    [123456789, '1.234.567,89 Euro', 'EUR 1,234,567.89'],
  ])('%i cents', (cent, german, english) => {
    expect(formatAmount(cent, 'de')).toBe(german)
    expect(formatAmount(cent, 'en')).toBe(english)
  })
})

describe('durations and days', () => {
  it.each<[Fristauswahl, string, string]>([
    [{ art: 'dauer', dauer: 1, einheit: 'MONAT', bis: null }, '1 Monat', '1 month'],
    [
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: { dauer: 4, einheit: 'WOCHE' } },
      '2 bis 4 Wochen',
      '2 to 4 weeks',
    ],
    [
      { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: { dauer: 1, einheit: 'JAHR' } },
      '2 Wochen bis 1 Jahr',
      '2 weeks to 1 year',
    ],
    [
      { art: 'dauer', dauer: 3, einheit: 'WERKTAG', bis: null },
      '3 Werktage',
      '3 working days (Monday to Saturday)',
    ],
    [
      { art: 'stichtag', von: day('2027-01-01'), bis: day('2027-03-31') },
      '1. Januar 2027 bis 31. März 2027',
      '1 January 2027 to 31 March 2027',
    ],
    [
      { art: 'stichtag', von: day('2027-12-24'), bis: null },
      'ab 24. Dezember 2027',
      'from 24 December 2027',
    ],
    [{ art: 'stichtag', von: null, bis: null }, '', ''],
  ])('%j', (auswahl, german, english) => {
    expect(formatFrist(auswahl, 'de')).toBe(german)
    expect(formatFrist(auswahl, 'en')).toBe(english)
  })
})

describe('costs', () => {
  const kosten = (auswahl: Kosten['auswahl'], more: Partial<Kosten> = {}): Kosten => ({
    typ: null,
    auswahl,
    text: '',
    vorkasse: null,
    link: null,
    ...more,
  })
  const variabel = { art: 'variabel', vonCent: null, bisCent: null, text: '' } as const

  it.each<[string, Kosten, string]>([
    ['fixed', kosten({ art: 'fix', cent: 2880 }), '28,80 Euro'],
    [
      'fixed, in advance',
      kosten({ art: 'fix', cent: 2880 }, { vorkasse: true }),
      '28,80 Euro, im Voraus zu zahlen',
    ],
    ['free', kosten({ art: 'frei', text: 'für Kinder' }), 'kostenfrei (für Kinder)'],
    ['at least', kosten({ ...variabel, vonCent: 1000 }), 'mindestens 10,00 Euro'],
    ['at most', kosten({ ...variabel, bisCent: 1000 }), 'höchstens 10,00 Euro'],
    ['by effort', kosten({ ...variabel, text: 'nach Aufwand & Dauer' }), 'nach Aufwand & Dauer'],
    [
      'a range with a note',
      kosten({ ...variabel, vonCent: 1000, bisCent: 2000, text: 'je nach Größe' }),
      '10,00 Euro bis 20,00 Euro (je nach Größe)',
    ],
  ])('%s', (_name, position, words) => {
    const wert = { kosten: [position], text: '', links: [] }
    expect(describeKosten(wert, 'de')).toBe(`<p>${words}</p>`)
  })

  it('keeps a longer explanation as it is', () => {
    const position = kosten({ art: 'fix', cent: 100 }, { text: '<p>eins</p><p>zwei</p>' })
    expect(describeKosten({ kosten: [position], text: 'Vorweg', links: [] }, 'de')).toBe(
      '<p>Vorweg</p><p>1,00 Euro</p><p>eins</p><p>zwei</p>',
    )
  })

  it('says nothing where there is nothing to say', () => {
    expect(describeKosten({ kosten: [], text: '', links: [] }, 'de')).toBe('')
  })
})

describe('other modules', () => {
  it('escapes a plain explanation', () => {
    const dauern = [{ auswahl: null, text: 'R&D, wenn < 3' }]
    expect(describeDauern({ dauern, text: '', links: [] }, 'de')).toBe(
      '<p>R&amp;D, wenn &lt; 3</p>',
    )
  })

  it('lists documents in and out', () => {
    const document = { typ: null, bezeichnung: 'Ausweis', text: '', formularId: null }
    expect(
      describeDokumente(
        { eingehend: [document], ausgehend: [document], text: '', links: [] },
        'en',
      ),
    ).toBe(
      '<p>To be submitted:</p><ul><li>Ausweis</li></ul><p>You will receive:</p><ul><li>Ausweis</li></ul>',
    )
  })
})

describe('texts', () => {
  it.each([
    [['<p>a</p>'], '<p>a</p>'],
    [['a'], 'a'],
    [['a', '<ul><li>b</li></ul>'], '<p>a</p><ul><li>b</li></ul>'],
    [['a\r\nb', ' ', ''], 'a\nb'],
  ])('%j join to %s', (parts, joined) => {
    expect(joinHtml(parts)).toBe(joined)
  })

  it.each([
    ['Bau & Umwelt', 'Bau & Umwelt'],
    ['R&D', 'R&amp;D'],
    ['&amp;', '&amp;amp;'],
    ['a < b > c', 'a &lt; b &gt; c'],
  ])('%s as HTML', (plain, html) => {
    expect(htmlFromPlain(plain)).toBe(html)
  })
})
