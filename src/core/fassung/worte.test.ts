import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forbiddenTags, plainText } from '#core/pruefung/html.ts'
import {
  canonicalHtml,
  htmlOf,
  plainOf,
  zeichenOf,
  zeichenOfPlain,
  type Zeichen,
} from '#core/fassung/worte.ts'
import { anyHtml } from '../../../tests/support/anyHtml.ts'

describe('the tokens of a text', () => {
  it.each([
    ['a paragraph', '<p>Ein Wort</p>'],
    ['a word of several pieces', '<p>H<sub>2</sub>O und m<sup>2</sup></p>'],
    ['marks inside of marks', '<p><strong>fett <em>beides</em></strong></p>'],
    ['a link', '<p>Siehe <a href="https://a.example/?a=1&amp;b=2">das Gesetz</a>.</p>'],
    ['headings', '<h1>A</h1><h6>F</h6>'],
    ['a line break', '<p>eins<br>zwei</p>'],
    ['nested lists', '<ul><li>eins<ol><li>a</li><li>b</li></ol></li><li>zwei</li></ul>'],
    ['a list in an item without words', '<ul><li><ol><li>a</li></ol></li></ul>'],
    ['two lists one after the other', '<ol><li>a</li></ol><ol><li>b</li></ol>'],
    ['characters of XML', '<p>§ 1 &amp; 2 &lt; 3 &quot;Zitat&quot;</p>'],
  ])('%s is built back', (_name, html) => {
    const canonical = canonicalHtml(html)
    expect(canonicalHtml(canonical)).toBe(canonical)
    expect(plainText(canonical)).toBe(plainText(html))
    if (!html.includes('<strong>fett <em>')) expect(canonical).toBe(html)
  })

  it.each([
    ['b and i', '<p><b>a</b> <i>b</i></p>', '<p><strong>a</strong> <em>b</em></p>'],
    ['words without a block', 'nur Text', '<p>nur Text</p>'],
    ['blanks inside of marks', '<p><strong>a </strong>b</p>', '<p><strong>a</strong> b</p>'],
    ['paragraphs in items', '<ul><li><p>a</p><p>b</p></li></ul>', '<ul><li>a<br>b</li></ul>'],
    ['words after an inner list', '<ul><li>a<ul><li>b</li></ul>c</li></ul>', ITEMS],
    ['what says nothing', '<p></p><h2> </h2><ul><li></li></ul><p><br></p>', ''],
    ['tags that are not closed', '<p>a<p>b<ul><li>c', '<p>a</p><p>b</p><ul><li>c</li></ul>'],
    ['tags outside the ten groups', '<div><p>a <span>b</span></p></div>', '<p>a b</p>'],
  ])('%s come in canonical form', (_name, html, expected) => {
    expect(canonicalHtml(html)).toBe(expected)
  })

  it('a selection without its parents stays well-formed', () => {
    const zeichen = zeichenOf('<p>vor</p><ul><li>eins<ol><li>a</li><li>b</li></ol></li></ul>')
    const words = zeichen.filter(({ art }) => art === 'wort')
    expect(htmlOf(words)).toBe('<p>vor eins a b</p>')
    const inner = zeichen.filter((each) => each.art !== 'punkt' || each.listen.length > 1)
    expect(htmlOf(inner)).toBe('<p>vor eins</p><ol><li>a</li><li>b</li></ol>')
  })

  it('a text without markup keeps its lines', () => {
    expect(plainOf(zeichenOfPlain('Hund  anmelden\n\nbei der Stadt'))).toBe(
      'Hund anmelden\nbei der Stadt',
    )
  })
})

const ITEMS = '<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>'

describe('laws of any text', () => {
  it('parse and build are inverse on canonical HTML', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const canonical = canonicalHtml(html)
        const zeichen = zeichenOf(canonical)
        expect(htmlOf(zeichen)).toBe(canonical)
        expect(zeichenOf(htmlOf(zeichen))).toEqual(zeichen)
      }),
      { numRuns: 500 },
    )
  })

  it('no word is lost or gained on the way', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(plainText(canonicalHtml(html))).toBe(plainText(html))
      }),
    )
  })

  it('any selection in any order builds HTML of the ten tag groups, with all its words', () => {
    fc.assert(
      fc.property(anyHtml, fc.array(fc.nat(), { maxLength: 60 }), (html, picks) => {
        const zeichen = zeichenOf(html)
        const chosen = picks.flatMap((at): Zeichen[] => zeichen.slice(at % 40, (at % 40) + 1))
        const built = htmlOf(chosen)
        expect(forbiddenTags(built)).toEqual([])
        expect(isBalanced(built)).toBe(true)
        expect(canonicalHtml(built)).toBe(built)
        expect(wordsOf(zeichenOf(built))).toEqual(wordsOf(chosen))
      }),
      { numRuns: 500 },
    )
  })
})

function wordsOf(zeichen: readonly Zeichen[]): readonly string[] {
  return zeichen.filter(({ art }) => art === 'wort').map(({ schluessel }) => schluessel)
}

function isBalanced(html: string): boolean {
  const open: string[] = []
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z0-9]+)[^>]*>/g)) {
    if (name === 'br') continue
    if (slash === '') open.push(name)
    else if (open.pop() !== name) return false
  }
  return open.length === 0
}
