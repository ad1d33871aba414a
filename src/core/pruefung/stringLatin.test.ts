import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { outsideStringLatin } from './stringLatin.ts'

describe('outsideStringLatin', () => {
  it.each([
    ['German', 'Straße, Größe, Übung, GROẞ'],
    ['typography', '„Antrag“ – ‚so‘ … 5 € § 3 Abs. 2 ½ m² 20 °C • ≤ 10'],
    ['names of the neighbours', 'Łódź, Jelgava, Šiauliai, Århus, Plzeň, Erdoğan, Ștefan, Nguyễn'],
    ['letters with combining marks', 'a\u0308 m\u0302'],
    ['white space', 'a\tb\nc\r\nd\u00a0e'],
    ['nothing', ''],
  ])('takes %s', (_name, text) => {
    expect(outsideStringLatin(text)).toEqual([])
  })

  it.each([
    ['an emoji', 'Achtung ⚠ 😀', ['⚠', '😀']],
    ["Word's bullet", '\uf0b7 Punkt', ['\uf0b7']],
    ['a box', '☐ ja ☐ nein', ['☐']],
    ['Cyrillic', 'Анна', ['А', 'н', 'а']],
    ['a blank of no width', 'Wort\u200bteil', ['\u200b']],
    ['a control character', 'a\u0000b\u0085', ['\u0000', '\u0085']],
    ['half a character', 'a\ud83d', ['\ud83d']],
  ])('names %s, each once', (_name, text, expected) => {
    expect(outsideStringLatin(text)).toEqual(expected)
  })

  it('names nothing but characters of the text, and none once they are gone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const outside = outsideStringLatin(text)
        expect(outside.every((character) => text.includes(character))).toBe(true)
        const cleaned = [...text].filter((character) => !outside.includes(character)).join('')
        expect(outsideStringLatin(cleaned)).toEqual([])
      }),
    )
  })
})
