import { describe, expect, it } from 'vitest'
import { ALLOWED_TAGS, forbiddenTags, isPlaceholder, plainText, tagsInPlainText } from './html.ts'

describe('forbiddenTags', () => {
  it.each([...ALLOWED_TAGS])('takes <%s>', (tag) => {
    expect(forbiddenTags(`<${tag}>Text</${tag}>`)).toEqual([])
  })

  it.each([
    ['plain words', 'Sie brauchen einen Ausweis &lt; 10 Jahre.'],
    ['a link', '<p>Mehr <a href="https://www.example.org/?a=1&amp;b=2">hier</a></p>'],
    ['a closed break', 'Zeile<br/>Zeile'],
    ['a closed break with a blank', 'Zeile<br />Zeile'],
    ['capitals', '<P>Text</P>'],
    ['a closing tag with a blank', '<p>Text</p >'],
    ['a lone greater-than sign', 'a > b'],
    ['nothing', ''],
  ])('takes %s', (_name, html) => {
    expect(forbiddenTags(html)).toEqual([])
  })

  it.each([
    ['a table', '<table><tr><td>1</td></tr></table>', ['table', 'tr', 'td']],
    ['a script', '<script>alert(1)</script>', ['script']],
    [
      'a script with a slash for a blank',
      '<script/src="https://example.org/x.js"></script>',
      ['script'],
    ],
    ['an image with a slash for a blank', '<img/onerror=alert(1)>', ['img']],
    ['Word', '<p>Text<o:p></o:p></p>', ['o:p']],
    ['an element of somebody', '<my-box>Text</my-box>', ['my-box']],
    ['a class', '<p class="MsoNormal">Text</p>', ['p']],
    ['a handler', '<p onclick="alert(1)">Text</p>', ['p']],
    ['a handler behind a slash', '<p/onclick=alert(1)>Text</p>', ['p']],
    ['a handler in a tag that another one cuts off', '<p onclick=alert(1) <b>Text</b>', ['<']],
    [
      'a link with more than its target',
      '<a href="https://example.org" target="_blank">x</a>',
      ['a'],
    ],
    ['a link in single quotes', "<a href='https://example.org'>x</a>", ['a']],
    ['an attribute with a greater-than sign', '<p title="a>b">x</p>', ['p']],
    ['a comment', '<!-- intern -->Text', ['<']],
    ['a tag that does not end', 'Text <p', ['<']],
    ['a bare less-than sign', '1 < 2', ['<']],
    ['a document type', '<!DOCTYPE html>', ['<']],
    ['a processing instruction', '<?xml version="1.0"?>', ['<']],
  ])('names %s', (_name, html, expected) => {
    expect(forbiddenTags(html)).toEqual(expected)
  })

  it('names each once', () => {
    expect(forbiddenTags('<u>a</u><u>b</u>')).toEqual(['u'])
  })
})

describe('tagsInPlainText', () => {
  it('names every tag, the ten groups too', () => {
    expect(tagsInPlainText('<b>Ausweis</b> <br/>')).toEqual(['b', 'br'])
  })

  it('names a tag that does not end', () => {
    expect(tagsInPlainText('Amt <b')).toEqual(['b'])
  })

  it('reads a lone sign as less than', () => {
    expect(tagsInPlainText('Kinder < 6 Jahre und > 3 Jahre')).toEqual([])
  })
})

describe('plainText', () => {
  it.each([
    ['<p>Ein</p><p>zwei</p>', 'Ein zwei'],
    ['<ul><li>eins</li><li>zwei</li></ul>', 'eins zwei'],
    ['Zeile<br/>Zeile', 'Zeile Zeile'],
    ['CO<sub>2</sub>-Abgabe', 'CO2-Abgabe'],
    ['Haupt<strong>wohnung</strong>', 'Hauptwohnung'],
    ['a&#xa0;b&nbsp;c', 'a b c'],
    ['&lt;p&gt; &quot;x&quot; &apos;y&apos; &amp;lt;', '<p> "x" \'y\' &lt;'],
    ['  viel \n  Platz ', 'viel Platz'],
  ])('%s', (html, expected) => {
    expect(plainText(html)).toBe(expected)
  })
})

describe('isPlaceholder', () => {
  it.each([
    '',
    ' ',
    '<br>',
    '<p></p>',
    '<p>&#xa0;</p>',
    '-',
    '<p>–</p>',
    '---',
    '...',
    '<p><br/></p>',
  ])('%s says nothing', (html) => {
    expect(isPlaceholder(html)).toBe(true)
  })

  it.each(['<p>keine</p>', '0', '- entfällt -', '?'])('%s says something', (html) => {
    expect(isPlaceholder(html)).toBe(false)
  })
})
