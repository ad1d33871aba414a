import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '#core/pruefung/html.ts'
import {
  element,
  mark,
  parseMarkup,
  parsePlain,
  textknoten,
  textOf,
  type Knoten,
} from '#core/vorschau/markup.ts'

describe('a text of the log', () => {
  it('keeps its paragraphs, lists and links', () => {
    expect(
      parseMarkup('<p>Sie <b>brauchen</b>:</p><ul><li>Ausweis</li><li>Foto</li></ul>'),
    ).toEqual([
      element('p', textknoten('Sie '), element('strong', textknoten('brauchen')), textknoten(':')),
      element('ul', element('li', textknoten('Ausweis')), element('li', textknoten('Foto'))),
    ])
    expect(parseMarkup('<a href="https://a.example/?x=1&amp;y=2">dort</a>')).toEqual([
      {
        art: 'element',
        tag: 'a',
        href: 'https://a.example/?x=1&y=2',
        kinder: [textknoten('dort')],
      },
    ])
  })

  it.each([
    ['entities', '&lt;b&gt; &amp; &#228; &#xe4; &nbsp;&nichts;', '<b> & ä ä \u00a0&nichts;'],
    ['an entity that is no character', '&#x110000;&#0;', '&#x110000;&#0;'],
    ['a script', '<script>alert(1)</script>', 'alert(1)'],
    ['an unclosed tag', '<p>eins<p>zwei', 'einszwei\n\n'],
    ['an end without a beginning', 'eins</p></ul>zwei', 'einszwei'],
    ['crossed tags', '<b>eins<i>zwei</b>drei</i>', 'einszweidrei'],
    ['a lone angle', '5 < 6 und 7 > 6', '5 < 6 und 7 > 6'],
  ])('with %s is read all the same', (_name, html, text) => {
    expect(textOf(parseMarkup(html))).toBe(text)
  })

  it.each(['javascript:alert(1)', 'data:text/html,x', '/admin', '//a.example', 'vbscript:x', ''])(
    'has no link to %s',
    (href) => {
      expect(parseMarkup(`<a href="${href}">dort</a>`)).toEqual([textknoten('dort')])
    },
  )

  it('has its headings below those of the modules, in their order of rank', () => {
    const tags = parseMarkup('<h1>A</h1><h4>B</h4><h1>C</h1>').map((knoten) =>
      knoten.art === 'element' ? knoten.tag : '',
    )
    expect(tags).toEqual(['h3', 'h4', 'h3'])
  })

  it('loses no word, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES)), (pieces) => {
        const html = pieces.join('')
        expect(textOf(parseMarkup(html)).replace(/\s+/g, '')).toBe(
          plainText(html).replace(/\s+/g, ''),
        )
      }),
    )
  })

  it('is made of the ten tag groups, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...PIECES), fc.string())), (pieces) => {
        for (const tag of tagsOf(parseMarkup(pieces.join('')))) expect(TAGS).toContain(tag)
      }),
    )
  })
})

describe('marking', () => {
  it('marks the stretch also across tags', () => {
    const [p] = mark(parseMarkup('<p>Das kostet <strong>8 Euro</strong> bar.</p>'), [
      { von: 11, bis: 20 },
    ])
    expect(p).toEqual(
      element(
        'p',
        textknoten('Das kostet '),
        element('strong', { art: 'text', text: '8 Euro', geaendert: true }),
        { art: 'text', text: ' ba', geaendert: true },
        textknoten('r.'),
      ),
    )
  })

  it('changes no word, wherever the stretches lie', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...PIECES)),
        fc.uniqueArray(fc.nat(60), { maxLength: 8 }),
        (pieces, ends) => {
          const knoten = parseMarkup(pieces.join(''))
          const sorted = [...ends].sort((left, right) => left - right)
          const strecken = sorted.flatMap((von, index) => {
            const bis = sorted[index + 1]
            return index % 2 === 0 && bis !== undefined ? [{ von, bis }] : []
          })
          const marked = mark(knoten, strecken)
          expect(textOf(marked)).toBe(textOf(knoten))
          const length = textOf(knoten).length
          const wanted = strecken.flatMap(({ von, bis }) =>
            Array.from({ length: Math.max(Math.min(bis, length) - von, 0) }, (_, i) => von + i),
          )
          expect(markedPlaces(marked)).toEqual(wanted.filter((place) => isWord(place, knoten)))
        },
      ),
    )
  })
})

describe('plain text', () => {
  it('has a paragraph per empty line', () => {
    expect(parsePlain('eins\nzwei\n\n drei < vier ')).toEqual([
      element('p', textknoten('eins\nzwei')),
      element('p', textknoten('drei < vier')),
    ])
    expect(parsePlain('  ')).toEqual([])
  })
})

const TAGS = 'p br h3 h4 h5 h6 strong em sup sub ul ol li a'.split(' ')
const PIECES = [
  ...['<p>', '</p>', '<ul>', '</ul>', '<li>', '</li>', '<b>', '</b>', '<h2>', '</h2>', '<br>'],
  ...['<a href="https://a.example">', '</a>', '<span class="x">', '</span>', '&amp;', '&lt;'],
  ...['eins ', 'zwei', ' drei', 'ä'],
]

function tagsOf(knoten: readonly Knoten[]): readonly string[] {
  return knoten.flatMap((each) => (each.art === 'text' ? [] : [each.tag, ...tagsOf(each.kinder)]))
}

/** The places of `textOf` that are marked. */
function markedPlaces(knoten: readonly Knoten[]): readonly number[] {
  return placesOf(knoten, ({ geaendert }) => geaendert === true)
}

/** Ends of blocks are line breaks that no node has: they cannot be marked. */
function isWord(place: number, knoten: readonly Knoten[]): boolean {
  return placesOf(knoten, () => true).includes(place)
}

function placesOf(
  knoten: readonly Knoten[],
  fits: (text: Extract<Knoten, { art: 'text' }>) => boolean,
  start = 0,
): readonly number[] {
  let offset = start
  return knoten.flatMap((each) => {
    const from = offset
    offset += textOf([each]).length
    if (each.art === 'element') return placesOf(each.kinder, fits, from)
    return fits(each) ? Array.from(each.text, (_, index) => from + index) : []
  })
}
