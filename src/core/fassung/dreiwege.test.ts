import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  vergleicheDreiwege,
  vorschlagFor,
  waehle,
  type Stueck,
  type Wahl,
} from '#core/fassung/dreiwege.ts'
import { TEXTMODULNAMEN, type Kosten, type Kostenwert } from '#core/fassung/module.ts'
import { saysNothing, wertOfModul, zeichenOfModul } from '#core/fassung/modulzeichen.ts'
import { canonicalHtml, htmlOf, zeichenOf, type Zeichen } from '#core/fassung/worte.ts'
import { anyHtml } from '../../../tests/support/anyHtml.ts'

const compare = (basis: string, eltern: string, eigen: string): readonly Stueck<Zeichen>[] =>
  vergleicheDreiwege({
    basis: zeichenOf(basis),
    eltern: zeichenOf(eltern),
    eigen: zeichenOf(eigen),
  })
const changed = (stuecke: readonly Stueck<Zeichen>[]) =>
  stuecke
    .filter(({ art }) => art !== 'gleich')
    .map(({ art, basis, eltern, eigen }) => [art, ...[basis, eltern, eigen].map(plain)])
const plain = (zeichen: readonly Zeichen[]): string => htmlOf(zeichen).replace(/^<p>|<\/p>$/g, '')
const proposed = (stuecke: readonly Stueck<Zeichen>[], conflict: Wahl = 'eigen'): string =>
  htmlOf(waehle(stuecke, (index) => vorschlagFor(stuecke[index] ?? { art: 'gleich' }) ?? conflict))

describe('three texts', () => {
  it('what only the Land changed, only the town, both alike, and both otherwise', () => {
    const stuecke = compare(
      '<p>Die Steuer kostet 100 Euro im Jahr und ist am 1. Juli fällig bei der Stadt.</p>',
      '<p>Die Steuer kostet 120 Euro im Jahr und ist am 1. Mai fällig bei jeder Stadt.</p>',
      '<p>Die Hundesteuer kostet 100 Euro im Jahr und ist am 1. Juni fällig bei jeder Stadt.</p>',
    )
    expect(changed(stuecke)).toEqual([
      ['nur-eigen', 'Steuer', 'Steuer', 'Hundesteuer'],
      ['nur-eltern', '100', '120', '100'],
      ['konflikt', 'Juli', 'Mai', 'Juni'],
      ['beide-gleich', 'der', 'jeder', 'jeder'],
    ])
    expect(proposed(stuecke, 'beide')).toBe(
      '<p>Die Hundesteuer kostet 120 Euro im Jahr und ist am 1. Mai Juni fällig bei jeder Stadt.</p>',
    )
  })

  it('a new item of the Land comes into a list that the town has made longer', () => {
    const stuecke = compare(
      '<ul><li>Ausweis</li><li>Foto</li></ul>',
      '<ul><li>Ausweis</li><li>Impfpass</li><li>Foto</li></ul>',
      '<ul><li>Ausweis</li><li>Foto</li><li>Vollmacht</li></ul>',
    )
    expect(proposed(stuecke)).toBe(
      '<ul><li>Ausweis</li><li>Impfpass</li><li>Foto</li><li>Vollmacht</li></ul>',
    )
  })

  it('a mark that came or went is a change of the word', () => {
    expect(
      changed(
        compare(
          '<p>bis <strong>Mai</strong></p>',
          '<p>bis Mai</p>',
          '<p>bis <strong>Mai</strong></p>',
        ),
      ),
    ).toEqual([['nur-eltern', '<strong>Mai</strong>', 'Mai', '<strong>Mai</strong>']])
  })

  it('texts of 20 KB with nothing in common are compared within a second', () => {
    const words = (from: string, count: number): string =>
      `<p>${Array.from({ length: count }, (_, at) => `${from}${(at * 7919) % 97}`).join(' ')}</p>`
    const [basis, eltern, eigen] = [words('a', 5000), words('b', 5000), words('a', 5000)]
    const before = performance.now()
    const stuecke = compare(basis, eltern, `${eigen}<p>${'a1 a2 '.repeat(2000)}</p>`)
    expect(performance.now() - before).toBeLessThan(1000)
    expect(stuecke.length).toBeGreaterThan(0)
  })
})

/** Three texts that have much in common: two made from one by cutting, doubling and putting in. */
const three = fc
  .tuple(
    anyHtml,
    anyHtml,
    fc.array(fc.nat(200), { maxLength: 5 }),
    fc.array(fc.nat(200), { maxLength: 5 }),
  )
  .map(([one, other, ofParent, ofOwn]) => {
    const basis = zeichenOf(one)
    const material = zeichenOf(other)
    const change = (cuts: readonly number[]): readonly Zeichen[] =>
      cuts.reduce<readonly Zeichen[]>((text, cut) => {
        const at = cut % (text.length + 1)
        const from = cut % (material.length + 1)
        const put = cut % 3 === 0 ? [] : material.slice(from, from + (cut % 4))
        return [...text.slice(0, at), ...put, ...text.slice(at + (cut % 3))]
      }, basis)
    return { basis, eltern: change(ofParent), eigen: change(ofOwn) }
  })
const laws = { numRuns: 1000 }

describe('laws of the comparison', () => {
  it('taking the parent fully equals the new parent, which is inheriting', () => {
    fc.assert(
      fc.property(three, (stoff) => {
        expect(waehle(vergleicheDreiwege(stoff), () => 'eltern')).toEqual(stoff.eltern)
      }),
      laws,
    )
  })

  it('taking nothing equals the own text', () => {
    fc.assert(
      fc.property(three, (stoff) => {
        expect(waehle(vergleicheDreiwege(stoff), () => 'eigen')).toEqual(stoff.eigen)
      }),
      laws,
    )
  })

  it('merging twice changes nothing: on the new parent there is nothing left to do', () => {
    fc.assert(
      fc.property(
        three,
        fc.array(fc.constantFrom<Wahl>('eigen', 'eltern', 'beide')),
        (stoff, wahl) => {
          const stuecke = vergleicheDreiwege(stoff)
          const merged = waehle(
            stuecke,
            (index) => wahl[index] ?? vorschlagFor(stuecke[index] ?? { art: 'gleich' }) ?? 'eigen',
          )
          const again = vergleicheDreiwege({
            basis: stoff.eltern,
            eltern: stoff.eltern,
            eigen: merged,
          })
          expect(again.every(({ art }) => art === 'gleich' || art === 'nur-eigen')).toBe(true)
          expect(
            waehle(again, (index) => vorschlagFor(again[index] ?? { art: 'gleich' }) ?? 'eltern'),
          ).toEqual(merged)
        },
      ),
      laws,
    )
  })

  it('no word of any of the three is lost without being shown', () => {
    fc.assert(
      fc.property(three, (stoff) => {
        const stuecke = vergleicheDreiwege(stoff)
        for (const side of ['basis', 'eltern', 'eigen'] as const)
          expect(stuecke.flatMap((each) => each[side])).toEqual(stoff[side])
        for (const { art, ...sides } of stuecke.filter((each) => each.art === 'gleich'))
          expect([art, sides.eltern, sides.eigen]).toEqual(['gleich', sides.basis, sides.basis])
      }),
      laws,
    )
  })

  it('equal texts leave nothing to decide', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        expect(compare(html, html, html).every(({ art }) => art === 'gleich')).toBe(true)
      }),
    )
  })

  it('what the parent did not touch stays as the town has it, and the other way round', () => {
    fc.assert(
      fc.property(three, ({ basis, eltern, eigen }) => {
        const own = vergleicheDreiwege({ basis, eltern: basis, eigen })
        expect(
          waehle(own, (index) => vorschlagFor(own[index] ?? { art: 'gleich' }) ?? 'eltern'),
        ).toEqual(eigen)
        const parent = vergleicheDreiwege({ basis, eltern, eigen: basis })
        expect(
          waehle(parent, (index) => vorschlagFor(parent[index] ?? { art: 'gleich' }) ?? 'eigen'),
        ).toEqual(eltern)
      }),
      laws,
    )
  })
})

describe('a module', () => {
  const kosten = (cent: number, text = ''): Kosten => ({
    typ: null,
    auswahl: { art: 'fix', cent },
    text,
    vorkasse: null,
    link: null,
  })
  const wert = (...rows: readonly Kosten[]): Kostenwert => ({
    kosten: rows,
    text: '<p>Je Hund.</p>',
    links: [],
  })

  it('with rows is compared row by row', () => {
    const stuecke = vergleicheDreiwege({
      basis: zeichenOfModul('kosten', wert(kosten(1000), kosten(2000))),
      eltern: zeichenOfModul('kosten', wert(kosten(1200), kosten(2000))),
      eigen: zeichenOfModul(
        'kosten',
        wert(kosten(1000), kosten(2000), kosten(500, '<b>Ermäßigt</b>')),
      ),
    })
    const merged = waehle(
      stuecke,
      (index) => vorschlagFor(stuecke[index] ?? { art: 'gleich' }) ?? 'eigen',
    )
    expect(wertOfModul('kosten', merged)).toEqual(
      wert(kosten(1200), kosten(2000), kosten(500, '<p><strong>Ermäßigt</strong></p>')),
    )
  })

  it('that is whole is taken whole', () => {
    const freigabe = { am: null, durch: ['Ministerium'] }
    expect(wertOfModul('fachlicheFreigabe', zeichenOfModul('fachlicheFreigabe', freigabe))).toEqual(
      freigabe,
    )
    expect(wertOfModul('fachlicheFreigabe', [])).toEqual({ am: null, durch: [] })
  })

  it('of several layers is read one after the other', () => {
    const [name] = TEXTMODULNAMEN
    const zeichen = zeichenOfModul(
      name ?? 'urheber',
      { text: 'Land', links: [] },
      { text: 'Amt', links: [] },
    )
    expect(wertOfModul(name ?? 'urheber', zeichen)).toEqual({ text: 'Land\nAmt', links: [] })
  })

  it('says nothing without words and rows', () => {
    expect(saysNothing(zeichenOfModul('kosten', { kosten: [], text: '<p></p>', links: [] }))).toBe(
      true,
    )
    expect(saysNothing(zeichenOfModul('kosten', wert()))).toBe(false)
  })

  it('is its value again, in canonical form', () => {
    fc.assert(
      fc.property(anyHtml, (html) => {
        const text = canonicalHtml(html)
        const links = [{ uri: 'https://a.example', titel: null }]
        expect(wertOfModul('volltext', zeichenOfModul('volltext', { text, links }))).toEqual({
          text,
          links,
        })
      }),
    )
  })
})
