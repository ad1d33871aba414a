import { describe, expect, it } from 'vitest'
import { wortlautOf } from '#core/fassung/wortlaut.ts'

describe('the words of a module', () => {
  it('are its text with its links', () => {
    const links = [{ uri: 'https://example.org/?a=1&b="2"', titel: 'Mehr <hier>' }]
    expect(wortlautOf('kurztext', { text: '<p>Kurz.</p>', links })).toBe(
      '<p>Kurz.</p><ul><li><a href="https://example.org/?a=1&amp;b=&quot;2&quot;">Mehr &lt;hier&gt;</a></li></ul>',
    )
    expect(wortlautOf('urheber', { text: 'Bau & Recht', links: [] })).toBe('<p>Bau &amp; Recht</p>')
  })

  it('are amounts and durations as people read them', () => {
    const position = { typ: null, text: 'je Hund', vorkasse: true, link: null }
    const kosten = [{ ...position, auswahl: { art: 'fix', cent: 4800 } as const }]
    expect(wortlautOf('kosten', { text: '', kosten, links: [] })).toBe(
      '<ul><li>48,00 Euro: je Hund: im Voraus zu zahlen</li></ul>',
    )
    const auswahl = { art: 'dauer', dauer: 2, einheit: 'WOCHE', bis: null } as const
    expect(
      wortlautOf('frist', {
        text: '<p>Bald.</p>',
        fristen: [{ typ: null, auswahl, text: '' }],
        links: [],
      }),
    ).toBe('<p>Bald.</p><ul><li>2 Wochen</li></ul>')
  })

  it('are nothing where nothing is said', () => {
    expect(wortlautOf('begriffe', { begriffe: [] })).toBe('')
    expect(wortlautOf('fachlicheFreigabe', { am: null, durch: [] })).toBe('')
  })
})
