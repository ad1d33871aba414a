import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ergaenzen, ersetzen } from '../../../tests/support/factories.ts'
import type { FassungInhalt } from '#core/fassung/module.ts'
import { isSame, rebase, rueckfall } from './rebase.ts'

const alt: FassungInhalt = {
  kurztext: ersetzen('<p>8 Euro</p>'),
  hinweise: ersetzen('<p>Bitte warten.</p>'),
}

describe('rebase', () => {
  it.each([
    ['nobody changed it', alt.kurztext, alt.kurztext, 'gleich', alt.kurztext],
    ['only the text did', alt.kurztext, ersetzen('eigen'), 'eigen', ersetzen('eigen')],
    ['only the new basis did', ersetzen('neu'), alt.kurztext, 'uebernommen', ersetzen('neu')],
    ['both did, in the same way', ersetzen('neu'), ersetzen('neu'), 'gleich', ersetzen('neu')],
    ['both did, differently', ersetzen('neu'), ersetzen('eigen'), 'konflikt', ersetzen('eigen')],
    ['only the new basis removed it', undefined, alt.kurztext, 'uebernommen', undefined],
    ['only the text removed it', alt.kurztext, undefined, 'eigen', undefined],
    ['both removed it', undefined, undefined, 'gleich', undefined],
    [
      'the basis removed what the text changed',
      undefined,
      ersetzen('x'),
      'konflikt',
      ersetzen('x'),
    ],
    ['the text removed what the basis changed', ersetzen('x'), undefined, 'konflikt', undefined],
    [
      'only the mode changed',
      ergaenzen('<p>8 Euro</p>'),
      alt.kurztext,
      'uebernommen',
      ergaenzen('<p>8 Euro</p>'),
    ],
  ])('where %s', (_name, neu, eigen, lage, kept) => {
    const { inhalt, module } = rebase({
      alteBasis: alt,
      neueBasis: only({ ...alt, kurztext: neu }),
      eigen: only({ ...alt, kurztext: eigen }),
    })
    expect(module.find(({ modul }) => modul === 'kurztext')).toEqual({ modul: 'kurztext', lage })
    expect(inhalt.kurztext).toEqual(kept)
    expect('kurztext' in inhalt).toBe(kept !== undefined)
  })

  it('takes a module that only the new basis has', () => {
    const neueBasis = { ...alt, teaser: ersetzen('<p>Neu!</p>') }
    expect(rebase({ alteBasis: alt, neueBasis, eigen: alt }).inhalt).toEqual(neueBasis)
  })

  it('written on top of nothing, both have added what they both have: a conflict', () => {
    const { inhalt, module } = rebase({
      alteBasis: null,
      neueBasis: { kurztext: ersetzen('neu'), teaser: ersetzen('neu') },
      eigen: { kurztext: ersetzen('eigen') },
    })
    expect(inhalt).toEqual({ kurztext: ersetzen('eigen'), teaser: ersetzen('neu') })
    expect(module).toEqual([
      { modul: 'teaser', lage: 'uebernommen' },
      { modul: 'kurztext', lage: 'konflikt' },
    ])
  })

  it('is the identity on the same basis', () => {
    forAll((basis, eigen) => {
      const { inhalt, module } = rebase({ alteBasis: basis, neueBasis: basis, eigen })
      expect(inhalt).toEqual(eigen)
      expect(module.every(({ lage }) => lage === 'gleich' || lage === 'eigen')).toBe(true)
    })
  })

  it('of an unchanged text is the new basis', () => {
    forAll((alteBasis, neueBasis) => {
      expect(rebase({ alteBasis, neueBasis, eigen: alteBasis }).inhalt).toEqual(neueBasis)
    })
  })

  it('takes every module from the text or from the new basis, and names each of them once', () => {
    forAll((alteBasis, neueBasis, eigen) => {
      const { inhalt, module } = rebase({ alteBasis, neueBasis, eigen })
      const names = new Set([alteBasis, neueBasis, eigen].flatMap((each) => Object.keys(each)))
      expect(new Set(module.map(({ modul }) => modul))).toEqual(names)
      expect(module).toHaveLength(names.size)
      for (const { modul, lage } of module) {
        const [old, now, own, got] = [alteBasis, neueBasis, eigen, inhalt].map(
          (each) => each[modul],
        )
        expect(isSame(got, lage === 'uebernommen' ? now : own)).toBe(true)
        if (isSame(old, now) && isSame(old, own)) expect(lage).toBe('gleich')
        const isConflict = !isSame(old, now) && !isSame(old, own) && !isSame(now, own)
        expect(lage === 'konflikt').toBe(isConflict)
      }
    })
  })

  it('done again it changes nothing', () => {
    forAll((alteBasis, neueBasis, eigen) => {
      const { inhalt } = rebase({ alteBasis, neueBasis, eigen })
      expect(rebase({ alteBasis: neueBasis, neueBasis, eigen: inhalt }).inhalt).toEqual(inhalt)
    })
  })
})

describe('rueckfall', () => {
  it('where the later text has the words of before, it falls back; where it has its own, people look', () => {
    const frueher = {
      kurztext: ersetzen('10 Euro'),
      hinweise: ersetzen('neu'),
      teaser: ersetzen('da'),
    }
    const spaeter = { ...alt, hinweise: ersetzen('eigen') }
    expect(rueckfall({ basis: alt, frueher, spaeter })).toEqual([
      { modul: 'teaser', lage: 'faellt-zurueck' },
      { modul: 'kurztext', lage: 'faellt-zurueck' },
      { modul: 'hinweise', lage: 'pruefen' },
    ])
  })

  it('a module that the earlier text removed comes back with the later one', () => {
    const { hinweise: _removed, ...frueher } = alt
    expect(rueckfall({ basis: alt, frueher, spaeter: alt })).toEqual([
      { modul: 'hinweise', lage: 'faellt-zurueck' },
    ])
  })

  it('there is none behind a text that changed nothing, and none in one that says the same', () => {
    forAll((basis, other) => {
      expect(rueckfall({ basis, frueher: basis, spaeter: other })).toEqual([])
      expect(rueckfall({ basis, frueher: other, spaeter: other })).toEqual([])
    })
  })

  it('after the rebase only conflicts are left of it, and each of them was one', () => {
    forAll((basis, frueher, spaeter) => {
      const before = rueckfall({ basis, frueher, spaeter })
      const { inhalt, module } = rebase({ alteBasis: basis, neueBasis: frueher, eigen: spaeter })
      const after = rueckfall({ basis, frueher, spaeter: inhalt }).map(({ modul }) => modul)
      expect(after).toEqual(
        module.flatMap(({ modul, lage }) => (lage === 'konflikt' ? [modul] : [])),
      )
      expect(after).toEqual(
        before.flatMap(({ modul, lage }) => (lage === 'pruefen' ? [modul] : [])),
      )
    })
  })
})

/** Few words and few modules, so that they meet. */
const anyInhalt: fc.Arbitrary<FassungInhalt> = fc
  .record(
    Object.fromEntries(
      ['leistungsbezeichnung', 'kurztext', 'hinweise', 'teaser'].map((name) => [
        name,
        fc.oneof(fc.constantFrom('a', 'b', 'c').map(ersetzen), fc.constant(ergaenzen('a'))),
      ]),
    ),
    { requiredKeys: [] },
  )
  .map((inhalt) => ({ ...inhalt }))

function forAll(
  check: (first: FassungInhalt, second: FassungInhalt, third: FassungInhalt) => void,
): void {
  fc.assert(fc.property(anyInhalt, anyInhalt, anyInhalt, check), { numRuns: 500 })
}

function only(inhalt: Record<string, unknown>): FassungInhalt {
  return Object.fromEntries(Object.entries(inhalt).filter(([, wert]) => wert !== undefined))
}
