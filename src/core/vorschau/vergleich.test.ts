import { describe, expect, it } from 'vitest'
import type { Ansichtsabschnitt } from '#core/vorschau/ansicht.ts'
import { parseMarkup, textOf, type Knoten } from '#core/vorschau/markup.ts'
import { vergleiche, type VergleicheWorte, type Wortstueck } from '#core/vorschau/vergleich.ts'

describe('two days side by side', () => {
  it('mark on the first day what goes and on the second what comes', () => {
    const [kosten] = vergleiche(
      { abschnitte: [abschnitt('kosten', '<p>Das kostet <b>8 Euro</b> bar.</p>')] },
      { abschnitte: [abschnitt('kosten', '<p>Das kostet <b>10 Euro</b> bar. Immer.</p>')] },
      words,
    )
    expect(kosten).toMatchObject({ schluessel: 'kosten', istGleich: false })
    expect(markedWords(kosten?.links)).toEqual(['8'])
    expect(markedWords(kosten?.rechts)).toEqual(['10', ' Immer.'])
  })

  it('keep paragraphs and lists on both days', () => {
    const [pair] = vergleiche(
      { abschnitte: [abschnitt('a', '<ul><li>Ausweis</li><li>Foto</li></ul>')] },
      { abschnitte: [abschnitt('a', '<ul><li>Ausweis</li><li>Urkunde</li></ul>')] },
      words,
    )
    expect(pair?.rechts?.teile[0]?.knoten).toMatchObject([
      { tag: 'ul', kinder: [{ tag: 'li' }, { tag: 'li', kinder: [{ geaendert: true }] }] },
    ])
  })

  it('say that a section is the same, and mark nothing in it', () => {
    const [pair] = vergleiche(
      { abschnitte: [abschnitt('a', '<p>gleich</p>')] },
      { abschnitte: [abschnitt('a', '<p>gleich</p>')] },
      () => {
        throw new Error('nobody compares what is the same')
      },
    )
    expect(pair?.istGleich).toBe(true)
  })

  it('mark all of a section that only one day has, at its place', () => {
    const pairs = vergleiche(
      { abschnitte: ['a', 'b', 'c'].map((each) => abschnitt(each, each)) },
      { abschnitte: ['x', 'a', 'c', 'y'].map((each) => abschnitt(each, each)) },
      words,
    )
    expect(pairs.map(({ schluessel }) => schluessel)).toEqual(['x', 'a', 'b', 'c', 'y'])
    expect(pairs[0]).toMatchObject({ links: null, istGleich: false })
    expect(markedWords(pairs[0]?.rechts)).toEqual(['x'])
    expect(pairs[2]).toMatchObject({ rechts: null })
    expect(markedWords(pairs[2]?.links)).toEqual(['b'])
  })

  it('mark everything where there is nothing to compare by', () => {
    const [pair] = vergleiche(
      { abschnitte: [abschnitt('a', '<p>eins zwei</p>')] },
      { abschnitte: [abschnitt('a', '<p>drei</p>')] },
      () => null,
    )
    expect(markedWords(pair?.links)).toEqual(['eins zwei'])
    expect(markedWords(pair?.rechts)).toEqual(['drei'])
  })

  it('mark all of the day that has a text, where the other has none', () => {
    const [pair] = vergleiche(null, { abschnitte: [abschnitt('a', 'neu')] }, words)
    expect(pair).toMatchObject({ links: null })
    expect(markedWords(pair?.rechts)).toEqual(['neu'])
  })

  it('mark a whole amount or day where a part of it changes', () => {
    const pieces: VergleicheWorte = () => [
      { value: 'ab 01.03.' },
      { value: '2025', removed: true },
      { value: '2026', added: true },
      { value: ': ' },
      { value: '102', removed: true },
      { value: '114', added: true },
      { value: ',00 Euro' },
    ]
    const [pair] = vergleiche(
      { abschnitte: [abschnitt('a', 'ab 01.03.2025: 102,00 Euro')] },
      { abschnitte: [abschnitt('a', 'ab 01.03.2026: 114,00 Euro')] },
      pieces,
    )
    expect(markedWords(pair?.links)).toEqual(['01.03.2025', '102,00'])
    expect(markedWords(pair?.rechts)).toEqual(['01.03.2026', '114,00'])
  })

  it('mark words that change one after the other as one', () => {
    const [pair] = vergleiche(
      { abschnitte: [abschnitt('a', 'der alte Preis gilt')] },
      { abschnitte: [abschnitt('a', 'die neue Gebühr gilt')] },
      words,
    )
    expect(markedWords(pair?.links)).toEqual(['der alte Preis'])
  })
})

/** Word by word, blanks apart, by the place in the text: enough to see what is made of the answer. */
const words: VergleicheWorte = (left, right) => {
  const [before, after] = [left, right].map((text) => text.split(/(\s+)/).filter(Boolean)) as [
    string[],
    string[],
  ]
  const stuecke: Wortstueck[] = []
  for (let index = 0; index < Math.max(before.length, after.length); index += 1) {
    const [old, next] = [before[index], after[index]]
    if (old !== undefined && old === next) stuecke.push({ value: old })
    else {
      if (old !== undefined) stuecke.push({ value: old, removed: true })
      if (next !== undefined) stuecke.push({ value: next, added: true })
    }
  }
  return stuecke
}

function abschnitt(schluessel: string, html: string): Ansichtsabschnitt {
  return {
    schluessel,
    titel: schluessel,
    fallback: false,
    maschinell: false,
    istAngabe: false,
    weichtAb: false,
    teile: [{ herkunft: null, knoten: parseMarkup(html), vorbehalte: [] }],
  }
}

function markedWords(abschnitt: Ansichtsabschnitt | null | undefined): readonly string[] {
  return abschnitt?.teile.flatMap(({ knoten }) => markedIn(knoten)) ?? []
}

function markedIn(knoten: readonly Knoten[]): readonly string[] {
  return knoten.flatMap((each) => {
    if (each.art === 'element') return markedIn(each.kinder)
    return each.geaendert ? [textOf([each])] : []
  })
}
