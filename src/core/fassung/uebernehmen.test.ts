import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { zeichenOfModul } from '#core/fassung/modulzeichen.ts'
import { uebernimm, vergleicheEltern, type Vergleichsstoff } from '#core/fassung/uebernehmen.ts'
import { canonicalHtml } from '#core/fassung/worte.ts'
import { ergaenzen, ersetzen } from '../../../tests/support/factories.ts'
import { anyHtml } from '../../../tests/support/anyHtml.ts'

const stoff = (basis: string, neu: string, eigen: string): Vergleichsstoff => ({
  modul: 'volltext',
  eigen: ersetzen(eigen),
  basis: zeichenOfModul('volltext', { text: basis, links: [] }),
  neu: zeichenOfModul('volltext', { text: neu, links: [] }),
})

describe('taking a change of the inherited text over', () => {
  it('all of it is to inherit', () => {
    expect(uebernimm(stoff('<p>a</p>', '<p>b</p>', '<p>c</p>'), 'alles')).toEqual({
      ok: true,
      value: null,
    })
  })

  it('a conflict needs a choice', () => {
    const taken = uebernimm(stoff('<p>a</p>', '<p>b</p>', '<p>c</p>'), {})
    expect(taken).toMatchObject({ ok: false, problems: [{ code: 'choice-is-missing' }] })
    const both = uebernimm(stoff('<p>a</p>', '<p>b</p>', '<p>c</p>'), { 1: 'beide' })
    expect(both).toEqual({ ok: true, value: ersetzen('<p>b c</p>') })
  })

  it('what only one side changed needs none', () => {
    const taken = uebernimm(stoff('<p>a b c d</p>', '<p>a X c d</p>', '<p>a b c Y</p>'), {})
    expect(taken).toEqual({ ok: true, value: ersetzen('<p>a X c Y</p>') })
  })

  it('of a supplement nothing can be chosen: it stays, or it goes', () => {
    const supplement = { ...stoff('<p>a</p>', '<p>b</p>', ''), eigen: ergaenzen('<p>Dazu.</p>') }
    expect(uebernimm(supplement, {})).toMatchObject({ ok: false })
    expect(uebernimm(supplement, 'alles')).toEqual({ ok: true, value: null })
    expect(vergleicheEltern(supplement).map(({ art }) => art)).toEqual(['gleich', 'nur-eltern'])
  })

  it('links beside a text are taken one by one, and once', () => {
    const link = (name: string) => ({ uri: `https://a.example/${name}`, titel: null })
    const wert = (...links: readonly string[]) => ({ text: '<p>a</p>', links: links.map(link) })
    const taken = uebernimm(
      {
        modul: 'volltext',
        eigen: { modus: 'ersetzen', wert: wert('alt', 'eigen') },
        basis: zeichenOfModul('volltext', wert('alt')),
        neu: zeichenOfModul('volltext', wert('neu')),
      },
      { 1: 'beide' },
    )
    expect(taken).toEqual({
      ok: true,
      value: { modus: 'ersetzen', wert: wert('neu', 'alt', 'eigen') },
    })
  })

  it('all own words of every stretch are the own text; all of the parent is to inherit', () => {
    fc.assert(
      fc.property(anyHtml, anyHtml, anyHtml, (basis, neu, eigen) => {
        const three = stoff(basis, neu, eigen)
        const every = (wahl: 'eigen' | 'eltern') =>
          Object.fromEntries(vergleicheEltern(three).map((_each, nummer) => [nummer, wahl]))
        const own = uebernimm(three, every('eigen'))
        const same = canonicalHtml(eigen) === canonicalHtml(neu)
        const says = canonicalHtml(eigen) !== ''
        expect(own).toEqual({
          ok: true,
          value: same || !says ? null : ersetzen(canonicalHtml(eigen)),
        })
        expect(uebernimm(three, every('eltern'))).toEqual({ ok: true, value: null })
      }),
    )
  })
})
