import { describe, expect, it } from 'vitest'
import { serializeDokument, serializeObjekt } from './serialize.ts'

describe('an object', () => {
  it('stands one element a line, codes without namespace, what is undefined left out', () => {
    const bytes = serializeObjekt('leistung', {
      id: { '@schemeAgencyID': 'L1', '#text': 'x' },
      referenzLeiKa: [{ '@listURI': 'urn:a', code: '1', name: 'eins' }],
      name: { name: 'außen' },
      modulKosten: undefined,
      modulText: [],
    })
    expect(bytes.toString()).toBe(
      [
        '<xzufi:schreibe>',
        '<xzufi:leistung>',
        '<xzufi:id schemeAgencyID="L1">x</xzufi:id>',
        '<xzufi:referenzLeiKa listURI="urn:a">',
        '<code>1</code>',
        '<name>eins</name>',
        '</xzufi:referenzLeiKa>',
        '<xzufi:name>',
        '<xzufi:name>außen</xzufi:name>',
        '</xzufi:name>',
        '</xzufi:leistung>',
        '</xzufi:schreibe>',
        '',
      ].join('\n'),
    )
  })

  it.each([
    ['<p>a & b</p>', '&lt;p&gt;a &amp; b&lt;/p&gt;'],
    ['&amp; ]]>', '&amp;amp; ]]&gt;'],
    ['a\r\nb', 'a&#13;\nb'],
  ])('escapes %j', (text, escaped) => {
    expect(serializeObjekt('leistung', { inhalt: text }).toString()).toContain(
      `<xzufi:inhalt>${escaped}</xzufi:inhalt>`,
    )
  })

  it('escapes attributes', () => {
    const parts = { id: { '@schemeAgencyID': `<"'&>`, '#text': 'x' } }
    expect(serializeObjekt('leistung', parts).toString()).toContain(
      'schemeAgencyID="&lt;&quot;&apos;&amp;&gt;"',
    )
  })
})

describe('a document', () => {
  it('holds its objects as they were serialized', () => {
    const object = serializeObjekt('onlinedienst', { id: 'x' })
    const bytes = serializeDokument('wurzel', { '@xzufiVersion': '2.2.0', nachrichtenkopf: 'k' }, [
      object,
      object,
    ])
    expect(bytes.toString()).toBe(
      `<?xml version="1.0" encoding="UTF-8"?>
<xzufi:wurzel xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0" xzufiVersion="2.2.0">
<xzufi:nachrichtenkopf>k</xzufi:nachrichtenkopf>
${object.toString()}${object.toString()}</xzufi:wurzel>
`,
    )
  })
})
