import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalHtml } from '#core/fassung/worte.ts'
import { forbiddenTags } from '#core/pruefung/html.ts'
import { htmlToLexical } from '#store/lexical/fromHtml.ts'
import { lexicalToHtml } from '#store/lexical/toHtml.ts'
import { anyHtml } from '../../../tests/support/anyHtml.ts'

const roundTrip = (html: string): string => lexicalToHtml(htmlToLexical(html).state)

describe('HTML of the ten tag groups', () => {
  it.each([
    ['a paragraph', '<p>Ein Wort</p>'],
    [
      'formats, also together',
      '<p><strong>fett</strong> <em>kursiv</em> H<sub>2</sub>O m<sup>2</sup> <strong><em>beides</em></strong></p>',
    ],
    ['lists, also nested', '<ul><li>eins<ol><li>a</li><li>b</li></ol></li><li>zwei</li></ul>'],
    ['headings', '<h1>A</h1><h6>F</h6>'],
    [
      'a link',
      '<p>Siehe <a href="https://www.gesetze-im-internet.de/pauswg/?a=1&amp;b=2">Gesetz</a>.</p>',
    ],
    ['a line break', '<p>eins<br>zwei</p>'],
    ['characters of XML', '<p>§ 1 &amp; 2 &lt; 3 &gt; 2 &quot;Zitat&quot;</p>'],
  ])('%s comes back as it was', (_name, html) => {
    expect(roundTrip(html)).toBe(html)
  })

  it.each([
    ['b and i', '<p><b>fett</b> <i>kursiv</i></p>', '<p><strong>fett</strong> <em>kursiv</em></p>'],
    ['text without a paragraph', 'nur Text', '<p>nur Text</p>'],
    ['no-break spaces', '<p>eins&#xa0;zwei</p>', '<p>eins zwei</p>'],
    [
      'paragraphs in list items',
      '<ul><li><p>eins</p><p>zwei</p></li></ul>',
      '<ul><li>eins<br>zwei</li></ul>',
    ],
    ['empty paragraphs at the ends', '<p></p><p>Text</p><p><br></p>', '<p>Text</p>'],
  ])('%s comes back in canonical form', (_name, html, expected) => {
    expect(roundTrip(html)).toBe(expected)
  })
})

describe('HTML outside the ten tag groups', () => {
  it('loses its tags and names them, keeps its words', () => {
    const { state, dropped } = htmlToLexical(
      '<div><p>Eine <span class="x">Tabelle</span></p><table><tr><td>Zelle</td></tr></table></div>',
    )
    const html = lexicalToHtml(state)
    expect(html).toContain('Eine Tabelle')
    expect(html).toContain('Zelle')
    expect(dropped).toEqual(expect.arrayContaining(['div', 'span', 'table']))
    expect(forbiddenTags(html)).toEqual([])
  })

  it('loses scripts whole', () => {
    expect(roundTrip('<p>Text</p><script>alert(1)</script><style>p{}</style>')).toBe('<p>Text</p>')
  })
})

const word = fc.stringMatching(/^[A-Za-zäöüÄÖÜß&<>"§0-9]{1,8}$/)
const inline = fc.oneof(
  word.map(escape),
  fc
    .tuple(fc.constantFrom('strong', 'em', 'sub', 'sup'), word)
    .map(([tag, text]) => `<${tag}>${escape(text)}</${tag}>`),
)
const paragraph = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((parts) => `<p>${parts.join(' ')}</p>`)
const list = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`)

describe('any text of the editor', () => {
  it('is canonical after one round, and never leaves the ten tag groups', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(paragraph, list), { maxLength: 6 }), (blocks) => {
        const once = roundTrip(blocks.join(''))
        expect(roundTrip(once)).toBe(once)
        expect(forbiddenTags(once)).toEqual([])
      }),
    )
  })
})

describe('canonical HTML of the core', () => {
  it('comes back from the editor as it was: what a takeover writes is what is compared later', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const canonical = canonicalHtml(html)
        expect(canonicalHtml(roundTrip(canonical))).toBe(canonical)
      }),
      { numRuns: 500 },
    )
  })
})

function escape(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
}
